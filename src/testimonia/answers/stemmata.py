"""How the excerpts of one origin hang together: each under the one that it most likely leads back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Dependence, Origin, Sourcebook

__all__ = ["Branch", "stemma"]


@dataclass(frozen=True, slots=True)
class Branch:
    """An excerpt, the tie by which it hangs on the one above it, and what hangs on it.

    ``tie`` is ``None`` at the top. The order shows what is tied to what, most surely first; that one was taken from the
    other is said only by the kind of the tie.
    """

    excerpt: str
    tie: Dependence | None
    below: tuple[Branch, ...]


def stemma(book: Sourcebook, origin: Origin) -> Branch:
    """The excerpts of an origin as a tree, from its head, or from the one with most ties where no head is known.

    The book has to hold the dependences of the origin. An excerpt that nothing in the book ties hangs on the top.
    """
    ties = [tie for tie in book.dependences if tie.id in set(origin.dependences)]
    here = set(origin.excerpts)
    top = origin.head
    if top is None or top not in here:
        counts = {x: sum(x in (tie.a, tie.b) for tie in ties) for x in origin.excerpts}
        top = max(origin.excerpts, key=lambda x: (counts[x], -origin.excerpts.index(x)))
    above: dict[str, tuple[str, Dependence | None]] = {}
    reached = {top}
    while True:
        # the surest tie that leads from what is reached to what is not
        found = max(
            (tie for tie in ties if (tie.a in reached) != (tie.b in reached) and {tie.a, tie.b} <= here),
            key=lambda tie: (tie.confidence, tie.kind != "derives"),
            default=None,
        )
        if found is None:
            break
        old, new = (found.a, found.b) if found.a in reached else (found.b, found.a)
        above[new] = (old, found)
        reached.add(new)
    for excerpt in origin.excerpts:
        if excerpt not in reached:
            above[excerpt] = (top, None)
    return _branch(top, None, above, origin.excerpts)


def _branch(
    excerpt: str, tie: Dependence | None, above: dict[str, tuple[str, Dependence | None]], order: Sequence[str]
) -> Branch:
    below = tuple(_branch(x, above[x][1], above, order) for x in order if x in above and above[x][0] == excerpt)
    return Branch(excerpt, tie, below)
