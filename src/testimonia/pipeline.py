"""The one way through: stages in order, each given the book so far.

A stage is any callable with a ``name``, the record types it ``reads`` and ``writes``; it is given
the book and yields new records. The built-in ones stand in one visible list, in the order in which
the data walks. A stranger's stage comes in by the entry point group ``testimonia.stages`` and is put
after the last built-in stage that writes what it reads. Of a long page, stages that follow each other and
need nothing of each other are worked out side by side (`abreast`); what they yield is added in the order of the list.
Layout and citations are read while the rooms behind them are loaded, which takes as long.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, get_args

from .abreast import Ahead, can_be_shared, groups_of, leader_of, side_by_side
from .errors import PipelineError
from .model import Decision, DecisionKind, Finding, FindingKind, Record, Sourcebook, in_force

if TYPE_CHECKING:
    from .people.authority import AuthorityEntry

__all__ = [
    "Progress",
    "Stage",
    "check_order",
    "collector_at_rest",
    "default_stages",
    "keep_decisions",
    "read_people_again",
    "run",
    "walk_through",
]

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many stages are done and how many there are."""


class Stage(Protocol):
    """What a stage has to offer."""

    @property
    def name(self) -> str:
        """The room's name."""

    @property
    def reads(self) -> frozenset[type]:
        """The kinds of record it needs."""

    @property
    def writes(self) -> frozenset[type]:
        """The kinds of record it yields; a finding is always welcome."""

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        """Yield new records for the book so far."""


def check_order(stages: Sequence[Stage], there: frozenset[type] = frozenset()) -> None:
    """Check that each stage finds what it reads; ``there`` are kinds of record that the book holds already.

    Raises:
        PipelineError: a stage reads a kind of record that no stage before it writes.
    """
    written = set(there)
    for stage in stages:
        for kind in sorted(stage.reads - written, key=lambda k: k.__name__):
            raise PipelineError(
                f"Stage {stage.name!r} reads {kind.__name__}, which no stage before it writes. "
                f"Add one that does, or stop before {stage.name!r}."
            )
        written |= stage.writes


def run(
    book: Sourcebook,
    stages: Sequence[Stage],
    progress: Progress | None = None,
    there: frozenset[type] = frozenset(),
    done: int = 0,
) -> Sourcebook:
    """Walk the book through the stages; ``there`` are kinds of record that it holds already.

    ``done`` is how many of the stages it has been walked through.

    Raises:
        PipelineError: the stages cannot follow each other so, or one yielded an undeclared kind.
    """
    check_order(stages, there)
    with collector_at_rest():
        for group in groups_of(stages[done:]):
            leader = leader_of(group, book)
            if leader is not None and progress is not None:
                progress(leader.name, done, len(stages))
            ready = {} if leader is None else side_by_side(book, group, leader)
            for stage in group:
                if progress is not None and id(stage) not in ready:
                    progress(stage.name, done, len(stages))
                _add(book, stage, ready[id(stage)] if id(stage) in ready else list(stage(book)))
                done += 1
    if progress is not None:
        progress("", len(stages), len(stages))
    return book


def _add(book: Sourcebook, stage: Stage, records: list[Record]) -> None:
    allowed = stage.writes | {Finding}
    for record in records:
        if type(record) not in allowed:
            raise PipelineError(
                f"Stage {stage.name!r} yielded a {type(record).__name__}, which it does not declare in its writes."
            )
    book.add(records)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let no search for cycles run meanwhile: there are hardly any, and each search walks all records of the book."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            if not gc.get_freeze_count():  # somebody may have frozen his own
                gc.freeze()
                gc.unfreeze()  # all is old now: the next search, which is among the young, need not walk it
            gc.enable()


def walk_through(
    book: Sourcebook,
    layout_profile: object | None = None,
    *,
    decisions: Sequence[Decision] = (),
    authority: Sequence[AuthorityEntry] = (),
    vocabulary: Path | None = None,
    progress: Progress | None = None,
) -> Sourcebook:
    """Walk an empty book through the default stages, of which `default_stages` tells the arguments and errors."""
    first = _first_stages(layout_profile)
    with Ahead(first, book) if can_be_shared(book) else nullcontext() as ahead:
        stages = default_stages(layout_profile, decisions=decisions, authority=authority, vocabulary=vocabulary)
        done = 0
        if ahead is not None and [type(stage) for stage in stages[: len(first)]] == [type(stage) for stage in first]:
            if progress is not None:
                progress(first[0].name, done, len(stages))
            for stage, records in zip(first, ahead.records(), strict=False):
                _add(book, stage, records)
                done += 1
    return run(book, stages, progress, done=done)


def default_stages(
    layout_profile: object | None = None,
    *,
    decisions: Sequence[Decision] = (),
    authority: Sequence[AuthorityEntry] = (),
    vocabulary: Path | None = None,
) -> list[Stage]:
    """The built-in stages in the order in which the data walks through them, and strangers' among them.

    ``decisions`` are what readers decided about who is who, all that there ever were: those that were taken back are
    left out here. ``authority`` is what `people.authority.read_authority` read, ``vocabulary`` a reader's own words for
    acts, which are read at once.

    Raises:
        VocabularyError: the vocabulary cannot be read, or says something that cannot be.
    """
    first = _first_stages(layout_profile)
    from .damage import DamageStage

    return _with_plugins([*first, DamageStage(), *_people_stages(decisions, authority, vocabulary)])


def _first_stages(layout_profile: object | None) -> list[Stage]:
    from .citations import CitationStage
    from .layout import LayoutStage

    return [LayoutStage(profile=layout_profile), CitationStage()]  # type: ignore[arg-type]


def _people_stages(
    decisions: Sequence[Decision], authority: Sequence[AuthorityEntry], vocabulary: Path | None
) -> list[Stage]:
    from .assertions import AssertionStage
    from .audit import AuditStage
    from .dependence import DependenceStage
    from .disagreements import DisagreementStage
    from .ledgers import LedgerStage
    from .people import PeopleStage
    from .proceedings import ProceedingStage
    from .times import TimeStage
    from .voices import VoiceStage
    from .witnesses import WitnessStage

    count = [decision for decision in in_force(decisions) if decision.kind is not DecisionKind.UNDO]
    return [
        PeopleStage(decisions=count, authority=authority),
        VoiceStage(),
        TimeStage(),
        AssertionStage(vocabulary=vocabulary),
        ProceedingStage(),
        LedgerStage(),
        DependenceStage(),
        WitnessStage(),
        DisagreementStage(),
        AuditStage(),
    ]


def read_people_again(
    book: Sourcebook,
    *,
    decisions: Sequence[Decision] = (),
    authority: Sequence[AuthorityEntry] = (),
    vocabulary: Path | None = None,
    progress: Progress | None = None,
) -> Sourcebook:
    """A book whose people and voices are read anew; layout, citations and findings stand as they were.

    Strangers' stages that need people or voices run again as well; what they found before stands unless they find it
    again.
    """
    people = _people_stages(decisions, authority, vocabulary)
    written = frozenset().union(*(stage.writes for stage in people))
    stages = _with_plugins(people, only=written)
    written = written.union(*(stage.writes for stage in stages)) - {Finding}
    there = frozenset(get_args(Record)) - written
    again = Sourcebook(book.source)
    for kind in there:
        again.add(record for record in book.of(kind) if not _is_found_again(record))
    run(again, stages, progress, there)
    keep_decisions(again, decisions)
    return again


def _is_found_again(record: Record) -> bool:
    """Whether it is a finding that rests on who speaks, which the stages from people on yield anew."""
    return isinstance(record, Finding) and record.kind is FindingKind.OVERREACH


def keep_decisions(book: Sourcebook, decisions: Iterable[Decision]) -> None:
    """Add the decisions that no stage yielded again: those that were taken back, and those that take back."""
    yielded = {decision.id for decision in book.decisions}
    book.add(decision for decision in decisions if decision.id not in yielded)


def _with_plugins(stages: list[Stage], only: frozenset[type] | None = None) -> list[Stage]:
    """The stages and strangers' among them; ``only`` those that read one of these kinds of record."""
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group="testimonia.stages"), key=lambda e: e.name):
        stage: Stage = entry.load()()
        if only is not None and not only & stage.reads:
            continue
        place = max((i + 1 for i, s in enumerate(stages) if s.writes & stage.reads), default=len(stages))
        stages.insert(place, stage)
    return stages
