"""What the words and the look of each piece say for each label.

Which looks go with which label is learned from the page: for every trait of a look (its mark, its
spacing, its length) how much oftener the pieces with that label have it than the others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from .enclosures import LABEL
from .evidence import LIKELY, opens_letter
from .heading_numbers import SECTION_WORDS
from .headings import BY_PATTERN, HeadingLook
from .labels import FORCED, NEVER, B, C, H, M, S, T, X
from .units import Item

__all__ = ["Look", "emissions_for", "look_of"]

Trait = tuple[str, object]
Look = tuple[Trait, ...]

_SET_APART = ("mark", "kind", "wrap", "block", "column", "label")  # traits that a page gives to what it sets apart
_NUMBER_END = re.compile(r"\d[.)\]\"'”’»*_ ]*$")
_LONGEST_TITLE = 8  # pieces: title, subtitle, date, author, a motto
_SURE = 12.0  # the fit of a look that some ten claims share and nothing else
_DATELINE = 8.0  # what it says against a claim that a line is place and date
_MARKED_CLAIM = 8.0  # what the mark that the page gives its claims says against a citation
_BUCKETS = (25, 60, 120, 250, 500)


def look_of(item: Item, gap_after: int, place: int) -> Look:
    """The traits of a piece; ``place`` is its number on the page, ``gap_after`` the blank lines after it."""
    unit, shape = item.unit, item.shape
    bucket = sum(shape.length > b for b in _BUCKETS)
    last = shape.last
    stopped_number = last == "." and _NUMBER_END.search(item.text) is not None
    ending = "digit" if last.isdecimal() or stopped_number else last if last in ".,:;?!" else "other"
    first = shape.first
    opening = (
        "quote"
        if item.text[:1] in "\"“”«„‘'"
        else item.text[0]
        if item.text[:1] in "(["
        else ("lower" if first.islower() else "digit" if first.isdecimal() else "upper")
    )
    return (
        ("mark", unit.mark),
        ("kind", unit.kind and (unit.kind, unit.level)),
        ("wrap", unit.wrap),
        ("block", unit.tag and (unit.tag, unit.style)),
        ("gap", item.gap if place else -1),
        ("gap after", gap_after),
        ("indent", min(unit.indent // 2, 8)),
        ("capitals", shape.capitals),
        ("title case", shape.title_case),
        ("length", bucket),
        ("ending", ending),
        ("opening", opening),
        ("column", unit.column),
        ("framed", unit.framed),
        ("label", _label_of(item.text)),
    )


def _label_of(text: str) -> str:
    """The word that says that a source follows, as a habit of the page: "Source:", "(From:"."""
    label = LABEL.match(text.lstrip("([ "))
    return "" if label is None else label.group().strip(" *_:—–-").casefold()


def _log_odds(features: list[Look], labels: list[int], members: tuple[int, ...]) -> dict[Trait, float]:
    """For each trait of a look: how much it speaks for the labels, learned from the page."""
    inside: Counter[Trait] = Counter()
    outside: Counter[Trait] = Counter()
    n_in = n_out = 0
    looks: Counter[tuple[Look, bool]] = Counter(
        (look, label in members) for look, label in zip(features, labels, strict=True)
    )
    for (look, is_member), times in looks.items():
        counts = inside if is_member else outside
        for trait in look:
            counts[trait] += times
        n_in, n_out = (n_in + times, n_out) if is_member else (n_in, n_out + times)
    if not n_in or not n_out:
        return {}
    odds: dict[Trait, float] = {}
    for trait in inside.keys() | outside.keys():
        p = (inside[trait] + 0.5) / (n_in + 1.0)
        q = (outside[trait] + 0.5) / (n_out + 1.0)
        odds[trait] = max(-3.0, min(3.0, math.log(p / q)))
    return odds


def emissions_for(
    items: list[Item],
    features: list[Look],
    holds: list[bool],
    labels: list[int],
    look: HeadingLook | None,
    sections: frozenset[str],
    apart: bool,
) -> list[list[float]]:
    """For each piece, the score of each label by its own words and look.

    Args:
        items: the page in order.
        features: their looks.
        holds: which have the look of the page's claims.
        labels: the labelling to learn from.
        look: how the page sets its claims, ``None`` where it has none.
        sections: the marks of headings that state no claim.
        apart: whether citations stand inside paragraphs or in notes.
    """
    habits = _Habits(features, labels)
    page = _Page(
        look,
        apart,
        cites=C in labels,
        # before the first claim or citation a page may introduce itself at length
        first_sure=next((i for i, label in enumerate(labels) if label in (H, C)), 0),
    )
    rows: list[list[float]] = []
    for i, item in enumerate(items):
        row = [NEVER] * 7
        rows.append(row)
        mark = item.unit.mark
        if item.inline:
            row[C] = 30.0
        elif mark in sections or (item.shape.length < 80 and SECTION_WORDS.match(item.text)):
            alone = i == 0 and mark != "" and all(other.unit.mark != mark for other in items[1:])
            row[S], row[T], row[B], row[M] = 6.0, 8.0 if alone else 5.0, -4.0, -4.0
        else:
            page.weigh(i, item, holds[i], habits.said(features[i]), row)
    return rows


@dataclass(frozen=True, slots=True)
class _Said:
    """What a look says by the habits of the page: for a claim, a citation, words of an excerpt."""

    heading: float
    citation: float
    body: float
    sets_apart: bool  # the page sets its citations apart by one of its traits


class _Habits:
    """Which looks go with which label on a page that has been labelled."""

    def __init__(self, features: list[Look], labels: list[int]) -> None:
        self._heading = _log_odds(features, labels, (H,))
        self._citation = _log_odds(features, labels, (C,))
        self._body = _log_odds(features, labels, (B, M))
        self._known: dict[Look, _Said] = {}

    def said(self, look: Look) -> _Said:
        """What is said by a look."""
        said = self._known.get(look)
        if said is None:
            citation = self._citation
            said = self._known[look] = _Said(
                max(-8.0, min(8.0, 0.75 * sum(self._heading.get(t, 0.0) for t in look))),
                max(-6.0, min(6.0, 0.55 * sum(citation.get(t, 0.0) for t in look))),
                max(-2.0, min(2.0, 0.2 * sum(self._body.get(t, 0.0) for t in look))),
                any(citation.get(t, 0.0) >= 2.0 for t in look if t[0] in _SET_APART),
            )
        return said


@dataclass(frozen=True, slots=True)
class _Page:
    """How a page sets its claims and citations; as `emissions_for`.

    ``cites`` says that it has one sure citation: else it gets none from its habits. ``first_sure`` is the number of
    the first claim or citation.
    """

    look: HeadingLook | None
    apart: bool
    cites: bool
    first_sure: int

    def weigh(self, i: int, item: Item, holds: bool, said: _Said, row: list[float]) -> None:
        """Set the score of each label for the ``i``-th piece; it is no section and no citation inside a paragraph."""
        look = self.look
        is_sure = look is not None and look.fit > _SURE
        marked = item.unit.mark[:1] in ("#", "=", "h", "_") and item.unit.level > 0
        is_claim = marked and holds and look is not None and bool(look.mark)
        fits_title = i < _LONGEST_TITLE and item.shape.length <= 120 and item.score < 3.0 and not is_claim
        row[T] = (3.0 if i == 0 else 0.5) if fits_title else -5.0
        if look is not None and (holds or not look.stated):
            row[H] = FORCED if look.name == BY_PATTERN else self._as_claim(item, holds, marked, said)
        row[B] = row[M] = said.body - (3.0 if marked and holds else 0.0)
        row[X] = -1.8 if i < self.first_sure else -4.0
        row[S] = -9.0
        if self.apart:
            # with citations inside or in notes, a whole unit that cites is an exception
            row[C] = min(item.score, 6.0) - 7.0 - (_MARKED_CLAIM if is_claim else 0.0)
        elif self.cites and item.score > (0.0 if holds else -5.5):
            c = said.citation - (_MARKED_CLAIM if is_claim or (holds and is_sure) else 0.0)
            if item.score < 0.5 and not said.sets_apart:
                c = min(c, 0.0)  # a look that prose shares makes no citation of words that do not cite
            row[C] = max(-6.0, min(6.0, item.score)) + c - (0.4 if item.score >= LIKELY else 1.0)

    def _as_claim(self, item: Item, holds: bool, marked: bool, said: _Said) -> float:
        # where the look of claims is beyond doubt, another look is not one of them
        stranger = -7.0 if self.look is not None and self.look.fit > _SURE else -4.0
        score = said.heading + (2.0 if holds else stranger) + (2.0 if holds and marked else 0.0)
        if not marked and opens_letter(item.text):
            score -= _DATELINE  # place and date open a letter
        return score
