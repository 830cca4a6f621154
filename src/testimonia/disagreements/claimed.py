"""How many there were, where a claim counts few and one account answers with a number alone: "There was one."

A claim that counts ("three lamps were burning") is borne out by an account that has its number, whatever it counts
them as ("the three", "three lanterns"). An account under it that says how many there were without a word for what
("there was one", "there were five missing"), or sets a bound ("never more than one"), tells of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Sourcebook, Span
from ..words.amounts import read_number
from ..words.counts import Count, find_counts
from .differences import Difference
from .sayings import Saying, Sayings, may_count
from .told_numbers import Told, numbers_apart

__all__ = ["differing_claimed"]

_NUMBER = (
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|\d{1,3})"
)
_ANSWER = re.compile(
    r"\bthere\s+(?:was|were|are|is|had\s+been)\s+"
    rf"(?:(?:only|but|just|never|no|not|more|fewer|less|than)\s+){{0,4}}(?P<alone>{_NUMBER})"
    r"(?=\s*[.;:!?”\"]|\s*,(?!\s*(?:and|or)\b)|\s+(?:short|missing|gone|wanting|left|in\s+all|altogether|of\s+(?:them|those))\b)"
    rf"|\b(?:never|no|not)\s+(?:been\s+)?more\s+than\s+(?P<bound>{_NUMBER})\b"
    r"(?!\s+(?:of|or|hundred|thousand|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|miles?|feet|yards?)\b)",
    re.IGNORECASE,
)
_THERE = frozenset(("there", "than"))
_RULE = "the claim prints a number that one account has, and another answers with a number alone"
_FEWEST, _MOST = 2, 99
_RATIO = 8.0
_ACCOUNTS = 14
_OF = re.compile(r"\bof\b", re.IGNORECASE)  # "two of things"


def differing_claimed(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """The number of a claim, as one account under it has it, beside another that answers it alone."""
    asked = {claim.id: number for claim in book.claims if (number := _asked(claim))}
    for accounts in sayings.by_claim if asked else ():
        number = asked.get(accounts[0][0].record.claim or "", 0.0)
        if not number:
            continue
        own = [saying for account in accounts[:_ACCOUNTS] for saying in account]
        others = [answer for saying in own if (answer := _answer(saying, number)) is not None]
        if not others:
            continue
        for account in accounts[:_ACCOUNTS]:
            borne = next((told for saying in account if (told := _bears_out(sayings, saying, number))), None)
            if borne is None:
                continue
            for other in others:
                if borne.saying is not other.saying or not borne.count.span.overlaps(other.count.span):
                    yield numbers_apart(
                        sayings, borne, other, "how many there were", _RULE, base=0.5, per=100, most=0.7
                    )


def _asked(claim: Claim) -> float:
    """The one number of things or people that a claim prints, 0 for none."""
    text = claim.text.lower()
    if not any(map(may_count, text.split())):
        return 0.0
    counts = find_counts(text)
    if len(counts) != 1 or counts[0].kind not in ("persons", "things"):
        return 0.0
    return counts[0].low if _FEWEST <= counts[0].low == counts[0].high <= _MOST else 0.0


def _answer(saying: Saying, number: float) -> Told | None:
    """A number alone, another than the claim's."""
    if _THERE.isdisjoint(saying.lows):
        return None
    for found in _ANSWER.finditer(saying.text, saying.start, saying.end):
        name = "alone" if found["alone"] else "bound"
        value = read_number(found[name].lower())
        if value is None or value == number or max(value, number) > _RATIO * min(value, number):
            continue
        span = Span(*found.span(name))
        return Told(saying, Count(span, found[name], value, value, "", "bare"))
    return None


def _bears_out(sayings: Sayings, saying: Saying, number: float) -> Told | None:
    """The claim's number in a sentence, told of things, people or nothing named."""
    for count in sayings.counts(saying):
        told = count.kind in ("persons", "things", "bare") and not _OF.search(count.words)
        if told and count.low == count.high == number:
            return Told(saying, count)
    return None
