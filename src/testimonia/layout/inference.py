"""The page's conventions, found by trying each that is possible and keeping the one that fits best."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import itemgetter

from ..errors import ProfileError
from ..model import Source
from .apart import (
    find_contents,
    find_counters,
    set_signposts_apart,
    set_site_lines_apart,
    split_letter_heads,
    split_run_ins,
)
from .blocks import units_of_blocks
from .candidates import Candidates, candidates, recognise_habitual, recognise_listed
from .decoding import Decoding, Draft, decode, draft
from .evidence import LIKELY
from .heading_looks import is_heading_mark, looks, name_of_mark
from .headings import BY_PATTERN, HeadingLook
from .items import Placement, items_for
from .lines import cut_into_units
from .notes import NoteTable, find_notes
from .profile import NONE, LayoutProfile
from .sheets import find_continued, find_feet, find_running_heads
from .sources import Works, doubt_odd_tails, entry_key, list_entries
from .units import Item, Unit

__all__ = ["Reading", "infer"]

# Of the pieces of a page that cites, at least so many cite: an excerpt seldom runs to fifty paragraphs.
_RAREST_CITATIONS, _ENOUGH_PIECES = 0.02, 40

# Settling the labels moves a placement's score by a few points; one that starts so far behind is not tried.
_OUT_OF_REACH = 40.0


@dataclass(slots=True)
class Reading:
    """Everything that was found out about a page's layout."""

    units: list[Unit]
    width: int
    found: Candidates
    notes: NoteTable | None
    references: list[int]
    skip: set[int]
    decoding: Decoding


def infer(source: Source, profile: LayoutProfile | None = None) -> Reading:
    """Find out how a page is laid out and label its pieces.

    Raises:
        ProfileError: the profile names a look of claims that no piece of the page has.
    """
    profile = profile or LayoutProfile()
    text = source.text
    if source.blocks:
        units, width = units_of_blocks(source), 0
    else:
        page = cut_into_units(text, wrapped=profile.wrapped)
        units, width = page.units, page.width
    units = split_run_ins(text, split_letter_heads(text, set_site_lines_apart(set_signposts_apart(units))))
    found = candidates(text, units)
    _apply_patterns(profile, units, found)
    notes = None
    if profile.placement in (None, Placement.NOTES) and not profile.no_citations:
        notes = find_notes(text, units)
    skip: set[int] = set()
    if notes is not None:
        skip |= notes.units | notes.headings
    references, heads = list_entries(units, found.scores, skip)
    skip |= set(references) | heads
    recognise_listed(text, units, found, Works.of(units[i].text for i in references), skip)
    _keyed_sources(text, units, found, references)
    recognise_habitual(text, units, found, skip)
    doubt_odd_tails(text, found.tails)
    counters = find_counters(units)
    skip |= find_contents(units) | counters | find_running_heads(text, units, counters)
    skip |= find_feet(text, units) | find_continued(units)
    if profile.placement is None and profile.citation_pattern is None and _are_stray(units, found, notes, skip):
        _forget(units, found)
    drafts: list[Draft] = []
    for placement in _possible(profile, units, found, notes, skip):
        items = items_for(placement, text, units, found, notes, skip)
        claims = _stated_look(profile, items)
        drafts.append(draft(items, placement, claims=claims, no_claims=profile.claims == NONE))
    most = max(d.promise for d in drafts)
    within_reach = [d for d in drafts if d.promise > most - _OUT_OF_REACH - 0.2 * abs(most)]
    # what the page's sure signs say counts as much as the order that the settled labels leave
    _, best = max(
        ((d.promise + settled.score, settled) for d in within_reach for settled in [decode(d)]), key=itemgetter(0)
    )
    return Reading(units, width, found, notes, references, skip, best)


def _are_stray(units: list[Unit], found: Candidates, notes: NoteTable | None, skip: set[int]) -> bool:
    """Whether what looks like citations is too rare for a page that cites: a date here, a reference there."""
    pieces = sum(1 for i, unit in enumerate(units) if i not in skip and not unit.aside)
    most = max(len(found.own(skip)), len(found.tails), len(found.leads), len(notes.marks) if notes is not None else 0)
    return pieces > _ENOUGH_PIECES and most < _RAREST_CITATIONS * pieces


def _forget(units: list[Unit], found: Candidates) -> None:
    """Take no piece of the page for a citation."""
    found.scores[:] = [-6.0] * len(units)
    found.tails.clear()
    found.leads.clear()


def _apply_patterns(profile: LayoutProfile, units: list[Unit], found: Candidates) -> None:
    if profile.no_citations:
        _forget(units, found)
    if profile.citation_pattern is None:
        return
    for i, unit in enumerate(units):
        found.scores[i] = 12.0 if profile.citation_pattern.search(unit.text) else min(found.scores[i], -6.0)


def _possible(
    profile: LayoutProfile, units: list[Unit], found: Candidates, notes: NoteTable | None, skip: set[int]
) -> list[Placement]:
    """The placements worth trying, from how many citations each would find."""
    if profile.placement is not None:
        return [profile.placement]
    own = len(found.own(skip))
    tails = sum(1 for i in found.tails if i not in skip and found.scores[i] < 1.5)
    leads = sum(1 for i in found.leads if i not in skip and found.scores[i] < 1.5)
    marks = len(notes.marks) if notes is not None else 0
    most = max(own, tails, leads, marks)
    if marks and marks >= 0.5 * most:
        return [Placement.NOTES]
    if most == 0:
        return [Placement.AFTER]
    if tails == most and tails > own:
        return [Placement.TAIL]
    if leads == most and leads > own:
        return [Placement.LEAD]
    return [Placement.AFTER, Placement.BEFORE]


_SOURCE_MARK = re.compile(
    r"\[@(?P<at>[^\W_][\w:.#+/-]{0,60}?)(?:[,;]?\s[^\[\]()]{1,60})?\][.,;]?[\"”’»]?$|"
    r"[\[(](?P<key>\d{1,3}|[A-Za-z]{1,12}\d{0,4}[a-z]?)(?:[,:;]?\s?[^\[\]()]{1,60})?[\])][.,;]?[\"”’»]?$|"
    r"\\[a-zA-Z]*cite[a-zA-Z]*\*?(?P<inner>(?:\[[^\[\]]{0,60}\]){0,2}\{(?P<name>[^{}\s,]{1,40})\})[.,;]?$"
)
_LEAST_KEYED = 0.8  # of the entries of a list that is cited by keys


def _keyed_sources(text: str, units: list[Unit], found: Candidates, references: list[int]) -> None:
    """Citations by the number or key of a work in the page's own list: ``[12, p. 44]``, ``[MAR 44]``."""
    keys = [entry_key(units[i].text) for i in references]
    listed = {key for key in keys if key is not None}
    if len(listed) < max(2, _LEAST_KEYED * len(references)):
        return
    marks: dict[int, tuple[int, int, int, int, float]] = {}
    for i, unit in enumerate(units):
        if unit.aside or i in references:
            continue
        start, end = unit.segments[-1]
        match = _SOURCE_MARK.search(text, max(start, end - 120), end)
        if match is None or (match["at"] or match["key"] or match["name"]) not in listed or match.start() <= start:
            continue
        inner = match.span("inner")
        if inner[0] < 0:
            inner_end = match.end() - 1
            while text[inner_end] not in "])":
                inner_end -= 1
            inner = (match.start() + 1, inner_end)
        marks[i] = (match.start(), end, *inner, 4.0)
    if len(marks) > sum(tail[4] >= LIKELY for tail in found.tails.values()):
        found.tails.update(marks)
        for i in marks:
            found.scores[i] = min(found.scores[i], 0.4)


def _stated_look(profile: LayoutProfile, items: list[Item]) -> HeadingLook | None:
    if profile.claim_pattern is not None:
        pattern = profile.claim_pattern
        return HeadingLook(BY_PATTERN, lambda item, _: pattern.search(item.text) is not None, 0, 0, 0.0, stated=True)
    if profile.claims in (None, NONE):
        return None
    marks = {name_of_mark(i.unit.mark): i.unit.mark for i in items if is_heading_mark(i.unit.mark)}
    for name, test, _ in looks(items):
        if name == profile.claims:
            return HeadingLook(name, test, 0, 0, 0.0, marks.get(name, ""), stated=True)
    met = [n for n, test, weight in looks(items) if weight >= 1 and ", " not in n and any(test(i, 1) for i in items)]
    shown = ", ".join(met) or "no headings"
    raise ProfileError(f"Nothing on the page is set as {profile.claims!r}. What it shows: {shown}.")
