"""What readers said of a record, in the few words that stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Review, Reviewed, ReviewKind, State
from ..store.pages import Base
from ..store.pages.questions import standing_of
from .links import Links

__all__ = ["Readers", "readers_of"]

_SHORT = 80


@dataclass(frozen=True, slots=True)
class Readers:
    """How a record stands after its reviews: ``words`` say who says so, ``why`` for which reasons."""

    state: str
    words: str
    why: str
    href: str | None


def readers_of(base: Base, links: Links, what: str, id_: str) -> Readers | None:
    """What readers say of a record; ``None`` where nobody said anything."""
    standing = standing_of(base, Reviewed(what), id_)
    if standing is None:
        return None
    said = [*standing.verdicts, *standing.notes, *standing.objections]
    if standing.state in (State.CONFIRMED, State.REJECTED):
        words = f"{standing.state} by {', '.join(standing.reviewers)}"
    else:
        words = "; ".join(f"{review.reviewer}: {_says(review)}" for review in said)
        words = words if standing.state is State.NOTED else f"{standing.state} ({words})"
    return Readers(
        state=standing.state.value,
        words=words,
        why="; ".join(f"{review.reviewer}: {review.why}" for review in said),
        href=links.to(f"review/{what}", id_) if links.live else None,
    )


def _says(review: Review) -> str:
    if review.kind is ReviewKind.NOTE:
        return _short(review.why)
    if review.kind is ReviewKind.UNDO:
        return f"objects: {_short(review.why)}"
    if review.place is not None:
        return f"“{_short(review.place.text)}”"
    if review.field is not None:
        return f"{review.field} {_short(review.value) if review.value else 'left open'}"
    return "right" if review.kind is ReviewKind.ACCEPT else "wrong"


def _short(words: str | None) -> str:
    line = " ".join((words or "").split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
