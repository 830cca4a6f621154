"""Pay that the evidence denies by the least of coins: "I never had a penny of it", under "ASH WAS PAID TO LOOK AWAY".

A claim that somebody was paid, bribed or bought is answered by an account that denies the smallest coin, or has it that
nothing was taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import PartKind, Span

from .contexts import is_his_voice, is_of_others
from .denied import clause_around
from .exhibits import Exhibit, Point
from .lines import Line
from .sides import is_of_somebody_else

__all__ = ["not_a_penny"]

_PAYING = re.compile(
    r"(?:paid|pay|pays|paying|payments?|payroll|bribe[sd]?|bribing|bribery|bought|hired|hire|wages|salary|money|"
    r"rewards?|rewarded|fees?|sold|mercenar\w+)",
    re.IGNORECASE,
)
_COIN = (  # the least of many lands, without those that are words for something else: marks, reals, coppers, nickels
    r"(?:penny|farthing|halfpenny|ha['’]penny|shilling|sixpence|guinea|cent|dime|dollar|copeck|kopeck|rouble|ruble|"
    r"pfennig|sou|centime|franc|groschen|heller|kreuzer|lira|piastre|paisa|rupee|peso|peseta|centavo|coin|stiver|øre)"
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|nor|neither|without|hardly|denie[sd]|deny|denying)|n[’']t)\b[^.;:!?]{0,60}?[\"“‘']?"
    rf"\b(?:a\s+single|so\s+much\s+as\s+a|half\s+a|one|an?)\s+{_COIN}\b"
    r"(?![\s-](?:stamp|more|less|over|piece|short|too|than|for\s+your))"
    r"|\b(?:took|had|got|received|accepted|asked|saw)\s+nothing\s+(?:for|of)\s+(?:it|his|her|their|my|our)\b",
    re.IGNORECASE,
)
_LESS_SURE = 0.3  # than what another rule has of the same words
_MAY_DENY = re.compile(_COIN + r"|nothing", re.IGNORECASE)
_FIRST = frozenset(("i", "me", "my", "we", "us", "our"))
_WORTH = re.compile(r"\b(?:worth|cost|costs|care|cares|cared|matter|matters)\b", re.IGNORECASE)


def not_a_penny(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt has it that not the least was paid."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or heading.is_unproved or heading.lets_deny:
        return
    paid = next(
        (
            part
            for part in heading.parts
            if part.kind in (PartKind.ACT, PartKind.MATTER) and not part.denied and _PAYING.fullmatch(part.text)
        ),
        None,
    )
    if paid is None or _MAY_DENY.search(exhibit.record.text) is None:
        return
    for line in exhibit.lines:
        found = None if line.is_question else _DENIED.search(line.text, line.start, line.end)
        if found is None or _WORTH.search(line.text, max(line.start, found.start() - 20), found.end()):
            continue
        words = Span(*found.span())
        at = next((k for k, word in enumerate(line.words) if word.end > words.start), 0)
        if is_of_others(line, at) or is_of_somebody_else(exhibit, line, _part_around(line, words)):
            continue
        named = any(word.person in exhibit.heading.persons for word in line.words if word.person)
        if not (named or _FIRST.isdisjoint(line.lows) or is_his_voice(exhibit, words.start)):
            continue  # whoever says "I"
        yield Point("denied", exhibit, Span(paid.start, paid.end), clause_around(line, words), words, _LESS_SURE)


def _part_around(line: Line, words: Span) -> Span:
    """The part of a sentence between semicolons that words stand in."""
    start = max(line.start, line.text.rfind(";", line.start, words.start) + 1)
    end = line.text.find(";", words.end, line.end)
    return Span(start, end if end >= 0 else line.end)
