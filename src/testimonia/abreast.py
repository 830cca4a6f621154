"""Stages abreast: those that need nothing of each other are worked out side by side, and a long one is shared out.

One stage of a group leads: this process works it out while a copy of the process (`aside`) works out the others. A
stage that can part its work has ``shares``: whoever is free takes the next, the copy when it has done the others. What
they come to is the same as if one followed the other, and what fails aside is done again here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from .aside import Aside, Turns, can_work_aside
from .model import Finding, Record, Sourcebook

if TYPE_CHECKING:
    from .pipeline import Stage

__all__ = ["Ahead", "can_be_shared", "groups_of", "leader_of", "side_by_side"]

_LEADERS = frozenset(("people", "voices", "assertions", "disagreements", "audit"))  # the longest of their groups
_LONG = 100_000  # characters of a page, below which a copy costs more than it brings


@runtime_checkable
class _Shared(Protocol):
    """A stage whose work is in shares that need nothing of each other; all that they come to can be pickled."""

    def shares(
        self, book: Sourcebook
    ) -> tuple[Sequence[Callable[[], Any]], Callable[[Iterable[Any]], Iterable[Record]]]:
        """The shares, and what makes of their results, in order, what a call of the stage yields."""


class Ahead:
    """The first stages walked through by a copy of this process, while this one makes ready for what comes behind."""

    def __init__(self, stages: Sequence[Stage], book: Sourcebook) -> None:
        self._aside: Aside[list[list[Record]]] | None = None
        with suppress(OSError):  # no room for another process
            self._aside = Aside(partial(_walk, stages, book))

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, *_: object) -> None:
        if self._aside is not None:
            self._aside.drop()

    def records(self) -> list[list[Record]]:
        """What each stage yields, waited for; nothing where it failed aside."""
        return self._aside.result() or [] if self._aside is not None else []


def _walk(stages: Sequence[Stage], book: Sourcebook) -> list[list[Record]]:
    found: list[list[Record]] = []
    for stage in stages:
        found.append(list(stage(book)))
        book.add(found[-1])
    return found


def can_be_shared(book: Sourcebook) -> bool:
    """Whether the page is long enough for a copy of this process to bring more than it costs, and one can be made."""
    return len(book.text) >= _LONG and can_work_aside()


def groups_of(stages: Sequence[Stage]) -> Iterator[list[Stage]]:
    """The stages in order, those together that follow each other and need nothing of each other."""
    group: list[Stage] = []
    written: frozenset[type] = frozenset()
    for stage in stages:
        if group and stage.reads & (written | {Finding}):
            yield group
            group, written = [], frozenset()
        group.append(stage)
        written |= stage.writes
    if group:
        yield group


def leader_of(group: Sequence[Stage], book: Sourcebook) -> Stage | None:
    """The stage that this process works out while a copy works at the others; None where nothing is to be won."""
    if not can_be_shared(book):
        return None
    leader = next((stage for stage in group if stage.name in _LEADERS and _is_ours(stage)), None)
    return leader if len(group) > 1 or isinstance(leader, _Shared) else None


def side_by_side(book: Sourcebook, group: Sequence[Stage], leader: Stage) -> dict[int, list[Record]]:
    """What the leader of a group yields and what the others yield aside, by the stage's ``id``; without what failed.

    A stranger's stage need not be hashable, and may equal another.
    """
    others = [stage for stage in group if stage is not leader and _is_ours(stage)]
    shares, together = leader.shares(book) if isinstance(leader, _Shared) else ((), None)
    try:
        turns = Turns(len(shares))
    except OSError:  # no room for anything more
        return {}
    try:
        aside = Aside(partial(_aside, others, book, shares, turns))
    except OSError:  # no room for another process
        turns.close()
        return {}
    try:
        done = {number: shares[number]() for number in turns}
        own = list(leader(book)) if together is None else []
        records, further = aside.result() or ([], {})
        if together is not None:
            done |= further
            own = list(together(done[n] if n in done else share() for n, share in enumerate(shares)))
        return {id(leader): own, **dict(zip(map(id, others), records, strict=False))}
    finally:
        turns.close()
        aside.drop()


def _aside(
    stages: Sequence[Stage], book: Sourcebook, shares: Sequence[Callable[[], Any]], turns: Turns
) -> tuple[list[list[Record]], dict[int, Any]]:
    """What the copy works out: these stages, then such shares of the leader's as are left."""
    records = [list(stage(book)) for stage in stages]
    return records, {number: shares[number]() for number in turns}


def _is_ours(stage: Stage) -> bool:
    """Whether it is built in: a stranger's may do more than yield records."""
    return type(stage).__module__.startswith(f"{__package__}.")
