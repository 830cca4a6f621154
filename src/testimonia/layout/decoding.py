"""The most likely label of every item, all of them decided together.

A page is read as one path through labels (title, section, claim, first and further pieces of an
excerpt, citation, stray). A path's score adds up what each item's words and look say for its label
and what the page's order says for each step; the looks that go with each label are learned from the
page itself, from a first labelling and then from the last path found. Nothing is decided line by
line, so that one odd line gives way to the page, and a habit of the page to strong words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from .enclosures import LABEL, is_bracketed
from .evidence import LIKELY
from .heading_looks import can_run_on
from .heading_numbers import PART_NUMBER, SECTION_WORDS, in_sequence, number_mark, number_of
from .headings import HeadingLook, claim_places, find_first_heading, find_heading_look, find_uncited_look
from .items import Placement
from .labels import END, START, B, C, H, M, S, steps_for
from .levels import tell_levels
from .paths import best_path
from .traits import Look, emissions_for, look_of
from .units import Item

__all__ = ["Decoding", "Draft", "decode", "draft"]

_ROUNDS = 3  # labelling, learning, labelling: more rounds changed nothing on any page tried

# A sourcebook without claims is rare: what a page costs, for each citation, under a reading that finds none.
_NO_CLAIMS = 0.25

# How many claims in a hundred follow an excerpt that no citation closed; more where a mark says that they are headings.
_MISSING, _MISSING_MARKED = 0.03, 0.3

_NOWHERE = -9.0  # log-odds of a claim where no citation has closed the excerpt, for what has not the look of one
_COUNTED = 4.0  # log-odds that a piece which goes on the count of the claims is one, wherever it stands
_SURE_COUNT, _FEWEST_COUNTED = 0.8, 4

# What another heading below takes off a claim, unless as many as this have one; more where it ends in a full date.
_DOUBLE, _DATED, _MOST_DOUBLE = 5.0, 14.0, 0.25
_FULL_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\.?\s[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s\d{1,2}),?\s(?:1[4-9]|20)\d\d\W*$"
)

# Of the citations, those in brackets that make it the page's way; and pairs of neighbours where one is all there is.
_USUAL, _SELDOM = 0.85, 0.1

_PART = "part"  # the mark given to "3 The Trial" where claims are numbered 3.1, 3.2


@dataclass(slots=True)
class Decoding:
    """The labels of the items, and what they were decided on.

    ``score`` compares decodings of one page under different placements; ``one_container`` says that
    each excerpt of the page has a block quote or list item of its own.
    """

    placement: Placement
    items: list[Item]
    labels: list[int]
    score: float
    look: HeadingLook | None
    one_container: bool


@dataclass(slots=True)
class Draft:
    """A page under one placement of citations before its labels are settled.

    ``promise`` is what ``Decoding.score`` would be if the first labels stood.
    """

    placement: Placement
    items: list[Item]
    labels: list[int]
    look: HeadingLook | None
    holds: list[bool]
    sections: frozenset[str]
    names: frozenset[str]
    anywhere: list[float]
    features: list[Look]
    one_container: bool
    promise: float
    doubted: dict[int, float]

    @property
    def before(self) -> bool:
        """Whether citations stand before their excerpts."""
        return self.placement in (Placement.BEFORE, Placement.LEAD)

    @property
    def apart(self) -> bool:
        """Whether citations stand inside paragraphs or in notes."""
        return self.placement in (Placement.TAIL, Placement.LEAD, Placement.NOTES)


def draft(
    items: list[Item], placement: Placement, *, claims: HeadingLook | None = None, no_claims: bool = False
) -> Draft:
    """Label the items for one placement of citations by their own words and the looks they share.

    Args:
        items: the page in order, as `items_for` gives it.
        placement: where citations stand.
        claims: the look of claims where a profile states it.
        no_claims: that a profile says there are none.
    """
    before = placement in (Placement.BEFORE, Placement.LEAD)
    apart = placement in (Placement.TAIL, Placement.LEAD, Placement.NOTES)
    cited = [item.inline or (item.score >= LIKELY and not apart) or item.score >= 6.0 for item in items]
    _settle_own_sources(items, cited, before)
    _settle_doubles(items, cited)
    look = claims
    if look is None and not no_claims:
        if not any(cited):
            look = find_uncited_look(items)
        else:
            look = find_heading_look(items, cited, before=before)
            first = next(i for i, is_cited in enumerate(cited) if is_cited)
            if not before and (look is None or not any(claim_places(items, cited, before=before)[first:])):
                look = find_first_heading(items, cited) or look
    gaps_after = [items[i + 1].gap if i + 1 < len(items) else 3 for i in range(len(items))]
    if look is not None:
        _settle_counted(items, cited, look, gaps_after)
    places = claim_places(items, cited, before=before)
    sections, names, claim_marks = tell_levels(items, cited, look, before)
    if look is not None and look.name.startswith("numbered 1.1"):
        for item, after in pairwise(items):
            if item.shape.length < 80 and PART_NUMBER.match(item.text) and look.test(after, 1):
                item.unit.mark = _PART
        sections |= {_PART}
    holds = [
        not cited[i] and ((item.unit.mark in claim_marks) if claim_marks else look is not None and look.test(item, gap))
        for i, (item, gap) in enumerate(zip(items, gaps_after, strict=True))
    ]
    counted = _counted(items, holds, places)
    if counted is not None:
        # what bears a number that goes on no count is no claim: "1.50 Stopped the engine" among 1.1, 1.2, 1.3
        holds = [
            held and (is_counted or number_of(item.text) is None)
            for item, held, is_counted in zip(items, holds, counted, strict=True)
        ]
    if not any(cited):
        places = holds  # nothing but the look tells where a claim stands
    labels = _first_labels(items, cited, holds, places, sections | names, bool(claim_marks))
    one_container = _is_one_container(items, labels)
    doubted = {} if claim_marks else _doubled(items, holds)
    anywhere = _free_headings(items, gaps_after, holds, places, bool(claim_marks), counted)
    for i in doubted:
        anywhere[i] = _NOWHERE
    return Draft(
        placement,
        items,
        labels,
        look,
        holds,
        sections,
        names,
        anywhere,
        [look_of(item, gaps_after[i], i) for i, item in enumerate(items)],
        one_container,
        _order(items, labels, steps_for(before, bool(names)), before, one_container) + _worth(look, sum(cited)),
        doubted,
    )


def decode(page: Draft) -> Decoding:
    """Settle the labels of a draft: learn what each label looks like on the page, find the best path, learn again."""
    labels, steps = page.labels, steps_for(page.before, bool(page.names))
    for _ in range(_ROUNDS):
        emissions = emissions_for(
            page.items, page.features, page.holds, labels, page.look, page.sections | page.names, page.apart
        )
        for i, much in page.doubted.items():
            emissions[i][H] -= much
        renewed = best_path(page.items, emissions, page.anywhere, steps, page.before, page.one_container)
        if renewed == labels:
            break
        labels = renewed
    _settle_sections(page.items, labels)
    score = _order(page.items, labels, steps, page.before, page.one_container) + _worth(page.look, labels.count(C))
    return Decoding(page.placement, page.items, labels, score, page.look, page.one_container)


def _counted(items: list[Item], holds: list[bool], places: list[bool]) -> list[bool] | None:
    """Which pieces with the look of claims go on one count, where the page counts its claims; else ``None``."""
    numbers = [number_of(item.text) if held else None for item, held in zip(items, holds, strict=True)]
    counted = in_sequence(numbers)
    placed = [i for i, (held, place) in enumerate(zip(holds, places, strict=True)) if held and place]
    if sum(counted) < _FEWEST_COUNTED or sum(counted[i] for i in placed) < _SURE_COUNT * len(placed):
        return None
    return counted


def _doubled(items: list[Item], holds: list[bool]) -> dict[int, float]:
    """How much is doubtful of pieces that look like claims and have another below them, and no excerpt.

    Lines of a telegram and the headings of a document follow each other so; a dated one is a document's title.
    """
    double = [
        i
        for i, (item, after) in enumerate(pairwise(items))
        if holds[i] and holds[i + 1] and not item.unit.mark and (after.gap or not can_run_on(item, after))
    ]
    if len(double) > _MOST_DOUBLE * sum(holds):
        return {}
    return {i: _DATED if _FULL_DATE.search(items[i].text) else _DOUBLE for i in double}


def _worth(look: HeadingLook | None, citations: int) -> float:
    return look.fit if look is not None else -_NO_CLAIMS * citations


def _settle_own_sources(items: list[Item], cited: list[bool], before: bool) -> None:
    """Where an excerpt has one citation, in brackets, of two in a row the inner is the source that it names itself."""
    bracketed = [is_cited and is_bracketed(item.text) for item, is_cited in zip(items, cited, strict=True)]
    double = [i for i in range(len(items) - 1) if bracketed[i] and bracketed[i + 1] and not items[i].inline]
    if not double or sum(bracketed) < _USUAL * sum(cited) or len(double) > _SELDOM * sum(cited):
        return
    for i in double:
        inner = i + 1 if before else i
        items[inner].score, cited[inner] = -6.0, False


def _settle_counted(items: list[Item], cited: list[bool], look: HeadingLook, gaps_after: list[int]) -> None:
    """What goes on the count of the claims is no citation, though it ends in a year: "Claim 30: He left in 1876"."""
    held = [not item.inline and look.test(item, gap) for item, gap in zip(items, gaps_after, strict=True)]
    counted = in_sequence(
        [number_of(item.text) if is_held else None for item, is_held in zip(items, held, strict=True)]
    )
    odd = [i for i, is_counted in enumerate(counted) if is_counted and cited[i]]
    if sum(counted) >= _FEWEST_COUNTED and len(odd) <= _SELDOM * sum(counted):
        for i in odd:
            items[i].score, cited[i] = -6.0, False


def _settle_doubles(items: list[Item], cited: list[bool]) -> None:
    """Of neighbours that both look like citations and stand close, the likelier seeds the page's habit."""
    for i in range(1, len(items)):
        if cited[i] and cited[i - 1] and not items[i].inline and not items[i - 1].inline:
            weaker = i if items[i].score < items[i - 1].score else i - 1
            cited[weaker] = False


def _settle_sections(items: list[Item], labels: list[int]) -> None:
    """A heading that only numbers a part of the page ("CHAPTER IV", "Part Two: The Trial") is no claim."""
    for i in range(len(items) - 1):
        if labels[i] == H and labels[i + 1] in (H, S) and SECTION_WORDS.match(items[i].text):
            labels[i] = S


def _order(
    items: list[Item], labels: list[int], steps: dict[int, dict[int, float]], before: bool, one_container: bool
) -> float:
    """How orderly the labelled page is: what its steps cost, and on which side citations stand closer."""
    total = START[before].get(labels[0], -7.0) + END[before].get(labels[-1], -7.0) if labels else 0.0
    for i, (a, b) in enumerate(pairwise(labels), 1):
        fresh = one_container and items[i].unit.container != items[i - 1].unit.container
        total += -1.0 if fresh and a in (B, M) and b == B else steps[a].get(b, -7.0)
    for i, (item, label) in enumerate(zip(items, labels, strict=True)):
        if label == C and not item.inline and 0 < i < len(items) - 1:
            nearer = min(items[i + 1].gap, 2) - min(item.gap, 2)
            total += -nearer if before else nearer
            # a colon looks forward; a dash or "Source:" looks back
            if item.text.endswith(":"):
                total += 1.0 if before else -1.0
            elif item.unit.mark == "dash" or LABEL.match(item.text):
                total += -0.5 if before else 0.5
    return total


def _free_headings(
    items: list[Item],
    gaps_after: list[int],
    holds: list[bool],
    places: list[bool],
    marked: bool,
    counted: list[bool] | None,
) -> list[float]:
    """How likely a piece with the look of a claim is one where no citation has closed the excerpt before it.

    Citations go missing now and then, so of the claims with a certain spacing a few stand in the middle;
    where many do, they are the headings of quoted documents. Gives log-odds.
    """
    rate = _MISSING_MARKED if marked else _MISSING
    # a word or two, or a number before them, is how documents head their parts; what has the mark of headings is one
    spacing = [
        (0, 0, False, False) if marked else (item.gap, min(after, 1), item.shape.words <= 2, number_mark(item.text) > 0)
        for item, after in zip(items, gaps_after, strict=True)
    ]
    placed: Counter[tuple[int, int, bool, bool]] = Counter()
    loose: Counter[tuple[int, int, bool, bool]] = Counter()
    for key, held, place in zip(spacing, holds, places, strict=True):
        if held:
            (placed if place else loose)[key] += 1
    claims = sum(placed.values()) or 1
    odds: list[float] = []
    for i, (key, held) in enumerate(zip(spacing, holds, strict=True)):
        if not held:
            odds.append(_NOWHERE)
            continue
        if counted is not None and counted[i]:
            odds.append(_COUNTED)
            continue
        # one or two more than the rate, because on a short page one missing citation is no rate
        expected = rate * placed[key] + 1.5 * placed[key] / claims
        share = min(0.95, max(0.02, expected / max(loose[key], 1)))
        odds.append(math.log(share / (1 - share)))
    return odds


def _first_labels(
    items: list[Item],
    cited: list[bool],
    holds: list[bool],
    places: list[bool],
    sections: frozenset[str],
    marked: bool,
) -> list[int]:
    """A first labelling: sure citations, sure headings, and excerpts between them."""
    labels: list[int] = []
    for i, item in enumerate(items):
        if cited[i]:
            label = C
        elif item.unit.mark in sections:
            label = S
        elif holds[i] and (marked or places[i]):
            label = H
        elif labels and labels[-1] in (B, M):
            label = M
        else:
            label = B
        labels.append(label)
    return labels


def _is_one_container(items: list[Item], labels: list[int]) -> bool:
    """Whether each excerpt of the page stands in one block quote, list item or cell of its own."""
    runs: list[set[int]] = []
    current: set[int] = set()
    for item, label in zip(items, labels, strict=True):
        if label in (B, M):
            current.add(item.unit.container)
        elif current:
            runs.append(current)
            current = set()
    if current:
        runs.append(current)
    if len(runs) < 2:
        return False
    single = sum(1 for run in runs if len(run) == 1 and 0 not in run)
    return single >= 0.8 * len(runs)
