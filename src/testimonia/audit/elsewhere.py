"""A number of things that a claim prints, and another number of the same things under another claim.

What is named by two words right behind a number ("four coal hulks") is counted, and so is what an account anywhere on
the page names by the same two words behind another number, in a sentence that tells something more of what the claim
does: things of one sort are many. A part of them is no other number: "the last two hulks".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import Span
from testimonia.words.amounts import read_number

from .exhibits import Exhibit
from .headings import Heading

__all__ = ["Elsewhere", "counted_elsewhere"]

_NOT_COUNTED = frozenset("hundred thousand million dozen years days months weeks hours".split())
_ONE = frozenset(("a", "an", "one"))
_LONGEST = 20  # characters of a number in words
_BEFORE = re.compile(r"(?<![\w-])([^\W_]+)\s+$")
_OF_THEM = re.compile(
    r"\b(?:of\s+the|the\s+(?:last|first|next|other|remaining)|last|first|next|other|another|these|those|more|all|only)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words of a claim and of an account under another one, as offsets of their texts."""

    heading: Heading
    exhibit: Exhibit
    claim: Span
    words: Span


def counted_elsewhere(claims: Sequence[tuple[Heading, list[Exhibit]]]) -> Iterator[Elsewhere]:
    """The first account of each claim's things that has another number of them."""
    lows: list[tuple[str, Exhibit]] = []
    for heading, own in claims:
        for claim, value, (kind, thing) in _counted(heading):
            form = re.compile(rf"\b{re.escape(kind)}\s+{re.escape(thing)}\b", re.IGNORECASE)
            if any(form.search(exhibit.record.text) for exhibit in own):
                continue  # its own evidence is asked already
            lows = lows or [(exhibit.record.text.lower(), exhibit) for _, under in claims for exhibit in under]
            rest = frozenset(w.concept for w in heading.line.words if w.concept and w.low not in (kind, thing))
            for low, exhibit in lows:
                found = _another(form, exhibit, value, rest) if kind in low and thing in low else None
                if found is not None:
                    yield Elsewhere(heading, exhibit, claim, found)
                    break


def _counted(heading: Heading) -> Iterator[tuple[Span, float, tuple[str, str]]]:
    """The numbers of a claim, each with the two words for what it counts."""
    words = heading.line.words
    for at in range(len(words) - 2):
        number, kind, thing = words[at : at + 3]
        value = None if number.low in _ONE else read_number(number.low)
        if value is None or not (kind.concept and thing.concept) or not thing.low.endswith("s"):
            continue
        if kind.person or thing.person or {kind.low, thing.low} & _NOT_COUNTED or read_number(kind.low) is not None:
            continue
        yield Span(number.start, thing.end), value, (kind.low, thing.low)


def _another(form: re.Pattern[str], exhibit: Exhibit, value: float, rest: frozenset[str]) -> Span | None:
    """Another number right before such things, with them."""
    text = exhibit.record.text
    for things in form.finditer(text):
        number = _BEFORE.search(text, max(0, things.start() - _LONGEST), things.start())
        much = None if number is None or number[1].lower() in _ONE else read_number(number[1].lower())
        n = exhibit.line_at(things.start())
        if number is None or much is None or much == value or n is None or exhibit.lines[n].is_question:
            continue
        if rest.isdisjoint(word.concept for word in exhibit.lines[n].words):
            continue
        if not _OF_THEM.search(text, exhibit.lines[n].start, number.start()):
            return Span(number.start(), things.end())
    return None
