"""The one way through: stages in order, each given the book so far.

A stage is any callable with a ``name``, the record types it ``reads`` and ``writes``; it is given
the book and yields new records. The built-in ones stand in one visible list, in the order in which
the data walks. A stranger's stage comes in by the entry point group ``testimonia.stages`` and is put
after the last built-in stage that writes what it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from .errors import PipelineError
from .model import Finding, Record, Sourcebook

__all__ = ["Stage", "check_order", "default_stages", "run"]


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


def check_order(stages: Sequence[Stage]) -> None:
    """Check that each stage finds what it reads.

    Raises:
        PipelineError: a stage reads a kind of record that no stage before it writes.
    """
    written: set[type] = set()
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
    progress: Callable[[str, int, int], None] | None = None,
) -> Sourcebook:
    """Walk the book through the stages.

    ``progress`` is called with the stage's name, how many are done and how many there are.

    Raises:
        PipelineError: the stages cannot follow each other so, or one yielded an undeclared kind.
    """
    check_order(stages)
    for done, stage in enumerate(stages):
        if progress is not None:
            progress(stage.name, done, len(stages))
        allowed = stage.writes | {Finding}
        records = list(stage(book))
        for record in records:
            if type(record) not in allowed:
                raise PipelineError(
                    f"Stage {stage.name!r} yielded a {type(record).__name__}, which it does not declare in its writes."
                )
        book.add(records)
    if progress is not None:
        progress("", len(stages), len(stages))
    return book


def default_stages(layout_profile: object | None = None) -> list[Stage]:
    """The built-in stages in the order in which the data walks through them, and strangers' after."""
    from .citations import CitationStage
    from .damage import DamageStage
    from .layout import LayoutStage
    from .people import PeopleStage
    from .voices import VoiceStage

    stages: list[Stage] = [
        LayoutStage(profile=layout_profile),  # type: ignore[arg-type]
        CitationStage(),
        DamageStage(),
        PeopleStage(),
        VoiceStage(),
    ]
    return _with_plugins(stages)


def _with_plugins(stages: list[Stage]) -> list[Stage]:
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group="testimonia.stages"), key=lambda e: e.name):
        stage: Stage = entry.load()()
        place = max((i + 1 for i, s in enumerate(stages) if s.writes & stage.reads), default=len(stages))
        stages.insert(place, stage)
    return stages
