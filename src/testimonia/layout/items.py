"""The units cut so that each citation is an item of its own, wherever on the page citations stand.

Five placements are known: on a line of its own after or before the excerpt; at the end of the
excerpt's last paragraph; at the head of its first; and in notes. Which one a page uses is seen
from how many units would carry a citation under each.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from .candidates import NO_CITATION, Candidates
from .enclosures import WHITE
from .notes import NoteTable
from .units import Item, Unit, shape_of

__all__ = ["Placement", "items_for"]


class Placement(StrEnum):
    """Where the citation of an excerpt stands."""

    AFTER = "own line, after"
    BEFORE = "own line, before"
    TAIL = "end of the paragraph"
    LEAD = "head of the paragraph"
    NOTES = "notes"


def items_for(
    placement: Placement, text: str, units: list[Unit], found: Candidates, notes: NoteTable | None, skip: set[int]
) -> list[Item]:
    """The units as items for one placement, each citation an item of its own.

    ``skip`` names units that stand outside the run of claims and excerpts.
    """
    items: list[Item] = []
    for i, unit in enumerate(units):
        if i in skip or unit.aside:
            continue
        whole = Item(unit, list(unit.segments), unit.text, unit.gap, found.scores[i], found.shapes[i])
        if placement is Placement.NOTES and notes is not None and i in notes.marks:
            start, end, target = notes.marks[i]
            _split_off_end(items, whole, text, start)
            definition = notes.definitions[target]
            items.append(Item(unit, [(start, end)], definition.text, 0, 20.0, shape_of(definition.text), True, target))
        elif placement is Placement.TAIL and i in found.tails:
            start, _, inner, inner_end, score = found.tails[i]
            _split_off_end(items, whole, text, start)
            words = text[inner:inner_end]
            items.append(Item(unit, [(inner, inner_end)], words, 0, max(score, 0.0) + 3.0, shape_of(words), True))
        elif placement is Placement.LEAD and i in found.leads:
            _, stop, inner, inner_end, score = found.leads[i]
            words = text[inner:inner_end]
            items.append(Item(unit, [(inner, inner_end)], words, unit.gap, score + 3.0, shape_of(words), True))
            rest = replace(whole, segments=[(stop, unit.segments[0][1]), *unit.segments[1:]], gap=0, score=NO_CITATION)
            rest.text = _joined(text, rest.segments)
            rest.shape = shape_of(rest.text)
            items.append(rest)
        else:
            items.append(whole)
    return items


def _split_off_end(items: list[Item], whole: Item, text: str, start: int) -> None:
    """Add what stands before ``start``, if anything does."""
    first, last = whole.segments[-1][0], start
    while last > first and text[last - 1] in WHITE:
        last -= 1
    segments = whole.segments[:-1] + ([(first, last)] if last > first else [])
    if segments:
        words = _joined(text, segments)
        items.append(replace(whole, segments=segments, text=words, score=NO_CITATION, shape=shape_of(words)))


def _joined(text: str, segments: list[tuple[int, int]]) -> str:
    return "\n".join(text[start:end] for start, end in segments)
