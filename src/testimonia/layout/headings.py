"""Which look of a unit makes it a claim on this page.

Every known way to set a heading is a test on a unit's look. A heading stands where an excerpt has
just been closed (or is about to be opened) and something follows that is no citation; a look that
is met there and hardly anywhere else is the page's own.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from .evidence import is_dateline
from .heading_looks import (
    LONGEST_HEADING,
    STRIKING,
    Test,
    is_heading_mark,
    is_plain,
    is_short,
    is_unfinished,
    looks,
    name_of_mark,
)
from .heading_numbers import NUMBERINGS, in_sequence, number_mark, number_of
from .units import Item

__all__ = [
    "BY_PATTERN",
    "FIRST_HEADING",
    "HeadingLook",
    "claim_places",
    "find_first_heading",
    "find_heading_look",
    "find_uncited_look",
]

# Names of looks that no page shows by itself.
BY_PATTERN, FIRST_HEADING = "found by a pattern", "over the first excerpt"
_FEWEST_EXCERPTS = 6  # that show that a page counts its excerpts
# Below this a look that is no mark of headings goes with the places of claims by chance; less will do on
# a page of few pieces.
_LEAST_FIT, _LEAST_SHARE = 3.0, 0.25
_MARK_SHARE = 0.33
# Of a striking look two claims on a short page are enough.
_LEAST_FIT_STRIKING = 0.6


@dataclass(frozen=True, slots=True)
class HeadingLook:
    """A way to set headings: its name, the test, and how well the page follows it.

    ``right`` counts the units with this look where a claim can stand, ``wrong`` those elsewhere;
    ``fit`` is how strongly the look and those places go together (a log-likelihood ratio).
    """

    name: str
    test: Test
    right: int
    wrong: int
    fit: float
    mark: str = ""  # the mark of headings that the look is, where it is one
    stated: bool = False  # by a person: what does not have the look is no claim then


def find_heading_look(items: list[Item], cited: list[bool], *, before: bool) -> HeadingLook | None:
    """The look that the page gives its claims, ``None`` if it has none.

    Args:
        items: the page in order.
        cited: which items are taken for citations.
        before: whether citations stand before their excerpts.
    """
    gaps_after = [items[i + 1].gap if i + 1 < len(items) else 3 for i in range(len(items))]
    places = claim_places(items, cited, before=before)
    bodies = [i for i in range(len(items)) if not cited[i]]
    tests = looks(items)
    marks = {name_of_mark(i.unit.mark): i.unit.mark for i in items if is_heading_mark(i.unit.mark)}
    best: HeadingLook | None = None
    best_marked: HeadingLook | None = None
    best_score = best_marked_score = 0.0
    # title, subtitle and first claim stand in a row: that a look suits all of them says no more than that it suits one
    opening = {i for i in range(next((i for i, is_cited in enumerate(cited) if is_cited), 0)) if places[i]}
    spare = max(0, len(opening) - 1)
    places_in_all = sum(places[i] for i in bodies) - spare
    for name, test, weight in tests:
        right = wrong = long = opened = 0
        for i in bodies:
            if test(items[i], gaps_after[i]):
                right += places[i]
                wrong += not places[i]
                opened += i in opening
                long += items[i].shape.length > 200
        holders = right + wrong
        counted = right - max(0, opened - 1)
        numbering = NUMBERINGS.get(name.split(",")[0])
        if numbering is not None and _counts_paragraphs(items, bodies, places, numbering):
            continue
        if not right or (holders > 0.8 * len(bodies) and len(bodies) > 6) or long > 0.25 * holders:
            continue
        fit = _fit(counted, wrong, places_in_all, len(bodies) - spare)
        mark = marks.get(name, "")
        marked = bool(mark) and right >= wrong and (right > 1 or places_in_all < 4)
        score = weight * fit
        least = _LEAST_FIT_STRIKING if weight >= STRIKING else min(_LEAST_FIT, _LEAST_SHARE * len(bodies))
        found = HeadingLook(name, test, right, wrong, fit, mark)
        if marked and score > best_marked_score:
            best_marked_score, best_marked = score, found
        if score > best_score and fit >= least:
            best_score, best = score, found
    # a mark of headings is believed before any look, unless it fits far worse
    if best_marked is not None and (best is None or best_marked.fit >= _MARK_SHARE * best.fit):
        return best_marked
    return best


def _counts_paragraphs(items: list[Item], bodies: list[int], places: list[bool], numbering: re.Pattern[str]) -> bool:
    """Whether it is the excerpts that are numbered so and not the claims: what bears the number runs long."""
    numbered = [items[i].shape.length for i in bodies if places[i] and numbering.match(items[i].text)]
    return sum(length > LONGEST_HEADING for length in numbered) > 0.25 * len(numbered)


def _fit(right: int, wrong: int, places: int, count: int) -> float:
    """Half of Dunning's log-likelihood ratio between having the look and standing where a claim can.

    0 where the look is met elsewhere as often as there.
    """
    table = ((right, wrong), (places - right, count - places - wrong))
    holders = right + wrong
    if right * count <= holders * places:
        # every unit is a place: then all that counts is how many have the look
        return float(right) if places == count and right else 0.0
    total = 0.0
    for row, margin in zip(table, (holders, count - holders), strict=True):
        for observed, column in zip(row, (places, count - places), strict=True):
            expected = margin * column / count
            if observed and expected:
                total += observed * math.log(observed / expected)
    return total


def find_uncited_look(items: list[Item]) -> HeadingLook | None:
    """The look of claims on a page without a single citation: the one most pieces have, each with text under it."""
    after = [items[i + 1].gap if i + 1 < len(items) else 3 for i in range(len(items))]
    marks = {name_of_mark(i.unit.mark): i.unit.mark for i in items if is_heading_mark(i.unit.mark)}
    best: HeadingLook | None = None
    for name, test, weight in looks(items):
        if weight < STRIKING:
            continue
        holders = [i for i in range(len(items)) if test(items[i], after[i])]
        bare = sum(1 for i in holders if i + 1 == len(items) or test(items[i + 1], after[i + 1]))
        score = weight * (len(holders) - 3 * bare)
        if 2 <= len(holders) <= 0.6 * len(items) and score > (best.fit if best is not None else 0.0):
            best = HeadingLook(name, test, len(holders) - bare, bare, score, marks.get(name, ""))
    return best


def find_first_heading(items: list[Item], cited: list[bool]) -> HeadingLook | None:
    """The one claim of a page whose headings show no habit: what stands over the first excerpt, under the title."""
    first = next((i for i, is_cited in enumerate(cited) if is_cited), 0)
    for i in range(1, first):
        item, after = items[i], items[i + 1]
        is_heading = is_short(item) and is_plain(item) and is_unfinished(item) and 2 < item.shape.words < 30
        opens = after.shape.length > 120 or not is_unfinished(after) or number_mark(after.text) > 0
        if is_heading and opens and not is_dateline(item.text):
            return HeadingLook(FIRST_HEADING, lambda other, _, it=item: other is it, 1, 0, 0.5)  # type: ignore[misc]
    return None


def claim_places(items: list[Item], cited: list[bool], *, before: bool) -> list[bool]:
    """Whether a claim can stand at each item: an excerpt was just closed, and another is to come."""
    count = len(items)
    places = [False] * count
    for i in range(count):
        if cited[i]:
            continue
        if before:
            places[i] = i + 1 < count and cited[i + 1]
        else:
            closed = i == 0 or cited[i - 1]
            opens = i + 1 < count and not cited[i + 1]
            places[i] = closed and opens
    for i in _counted_excerpts(items, cited):
        places[i] = False
    if not before:
        # what stands before the first citation is a title, a claim and an excerpt in some number
        for i in range(count):
            if cited[i]:
                break
            if i + 1 < count and not cited[i + 1] and i < 6:
                places[i] = True
    return places


def _counted_excerpts(items: list[Item], cited: list[bool]) -> list[int]:
    """The excerpts that a page numbers through: nearly all that follows a citation counts on, and many run long."""
    at = [i for i in range(1, len(items)) if cited[i - 1] and not cited[i]]
    if len(at) < _FEWEST_EXCERPTS:
        return []
    counted = in_sequence([number_of(items[i].text) for i in at])
    numbered = [i for i, is_counted in zip(at, counted, strict=True) if is_counted]
    long = sum(items[i].shape.length > LONGEST_HEADING for i in numbered)
    return numbered if len(numbered) >= 0.8 * len(at) and long > 0.25 * len(numbered) else []
