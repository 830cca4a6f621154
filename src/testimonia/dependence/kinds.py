"""How two excerpts that share an origin come to share it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..model import DependenceKind
from .readings import Reading
from .sides import Side, Sides

__all__ = ["Likeness", "kind_of", "likeness"]

SAME = 0.78  # share of equal words in the longer stretch, from which it is the same wording
RUN = 4  # equal words in a row that the same wording has at the least, where it is quoted
CITED_RUN = 8  # the same where one has as his own what the other quotes, or neither quotes
LOOSE = 0.6  # share of equal words from which what one alone has in marks is quoted, with small changes
LONG_RUN = 18  # equal words in a row that are the same wording, whatever is left out around them
WHOLE = 0.6  # share of the shorter excerpt that answers the other, from which it is the same passage
NEARLY_ALL = 0.9  # the same for two works of one author: two editions of one
UNEQUAL = 0.15  # equal words that an unequal one between them outweighs
QUOTED = 0.5  # share of the equal words that are quoted, from which the stretch is a quotation
LONG = 40  # words of a stretch, and
PARALLEL = 0.4  # share of equal ones, that no retelling keeps: two translations, though nothing says so


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two stretches answer each other.

    Chance words at the ends of the stretches are left out. ``same`` is the share of equal words in the longer one,
    ``run`` the most equal words in a row, ``long`` how many words the longer one has, ``whole`` the share of the
    shorter excerpt that its stretch covers, ``quoted`` how much of it each quotes.
    """

    same: float
    run: int
    long: int
    whole: float
    quoted: tuple[float, float]


def likeness(
    sides: Sides, left: Side, right: Side, readings: tuple[Reading, Reading], equal: list[tuple[int, int]]
) -> Likeness:
    """How the stretches of some equal words answer each other; ``equal`` are places in order."""
    here, there = readings
    equal = _core(equal)
    covered = (equal[-1][0] - equal[0][0] + 1) / len(here), (equal[-1][1] - equal[0][1] + 1) / len(there)
    long = max(equal[-1][0] - equal[0][0], equal[-1][1] - equal[0][1]) + 1
    run = most = 1
    for (x, y), (right_x, right_y) in pairwise(equal):
        run = run + 1 if (right_x - x, right_y - y) == (1, 1) else 1
        most = max(most, run)
    quoted = (
        sides.quoted_share(left, here, [x for x, _ in equal]),
        sides.quoted_share(right, there, [y for _, y in equal]),
    )
    return Likeness(len(equal) / long, most, long, covered[0] if len(here) <= len(there) else covered[1], quoted)


def _core(equal: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretch with the most equal words for those that are not: a chance word further off does not count."""
    best, first, last, start, sum_here = 0.0, 0, 0, 0, 0.0
    for n, (x, y) in enumerate(equal):
        if n:
            sum_here -= UNEQUAL * (max(x - equal[n - 1][0], y - equal[n - 1][1]) - 1)
        if sum_here <= 0:
            start, sum_here = n, 0.0
        sum_here += 1
        if sum_here > best:
            best, first, last = sum_here, start, n
    return equal[first : last + 1]


def kind_of(left: Side, right: Side, like: Likeness) -> DependenceKind:
    """The kind that the likeness and the sources show."""
    same_work = left.work is not None and left.work == right.work
    one_author = not same_work and bool(left.authors & right.authors)
    by_one = min(like.quoted) < QUOTED <= max(like.quoted)  # it is in marks in one of them
    same_wording = _is_same_wording(like, by_one)
    if same_work and same_wording and like.whole >= WHOLE:
        return DependenceKind.DUPLICATE
    if (same_work or one_author) and like.whole >= NEARLY_ALL and like.same >= PARALLEL:  # two editions
        return DependenceKind.SAME_DOCUMENT
    if not same_wording:
        if by_one and like.same >= LOOSE:
            return DependenceKind.DERIVES if one_author else DependenceKind.REQUOTE
        if min(like.quoted) >= QUOTED or left.documents & right.documents:
            return DependenceKind.SAME_DOCUMENT
        if like.long >= LONG and like.same >= PARALLEL and not (by_one or same_work or one_author):
            return DependenceKind.SAME_DOCUMENT
    if one_author:  # he tells again what he told in another book
        return DependenceKind.DERIVES
    return DependenceKind.REQUOTE if same_wording else DependenceKind.DERIVES


def _is_same_wording(like: Likeness, by_one: bool) -> bool:
    if like.run >= LONG_RUN or (by_one and like.run >= CITED_RUN):
        return True
    least = RUN if max(like.quoted) >= QUOTED else CITED_RUN  # a few words that nobody quotes are anybody's
    return like.same >= SAME and like.run >= least
