"""A witness who comes back in a book to what he swore, where another excerpt under the claim has him swear it.

"I told the Inquiry that I saw no lamp", says the memoir, and the transcript has him asked about lamps: one man's word,
twice. He must say that he said so before; that he was there by itself tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .sides import Side, Sides

__all__ = ["STRENGTH", "find_recollections"]

STRENGTH = 0.6
_BEFORE_WHOM = (
    r"(?:oath|court|inquiry|enquiry|inquest|commission|judge|jury|board|lordship|trial|tribunal|magistrate|coroner|"
    r"senators?|committee|investigators?|hearing)"
)
_SAID_SO = re.compile(
    r"\bI\s(?:(?:have|had|then|also|once)\s){0,2}(?:said|swore|sworn|told|deposed|testified|stated|answered|declared)\b"
    rf"(?:\s(?!letter|article|book|paper)\w+){{0,3}}\s(?:the|his|their|a|my|an|that|upon|on|to|before)\s(?:\w+\s)?{_BEFORE_WHOM}\b"
    r"|\bI\s(?:have\s|had\s)?gave?n?\smy\s(?:evidence|testimony)\b"
    r"|\bmy\s(?:own\s)?(?:evidence|testimony|deposition|answers?)\s(?:is|was|stands|stood)\s(?:the\s(?:one|same)|what|as)\b"
    r"|\b(?:when|as|what)\sI\s(?:swore|testified|deposed|gave\sevidence|was\sexamined|was\squestioned)\b",
    re.IGNORECASE,
)


def find_recollections(sides: Sides) -> Iterator[tuple[int, int]]:
    """The pairs of excerpts under one claim in which one man testifies and says elsewhere that he did, by number."""
    for numbers in sides.by_claim():
        heard = {number: sides.heard(sides.all[number]) for number in numbers}
        for number in numbers:
            side = sides.all[number]
            if not heard[number] and side.authors and _SAID_SO.search(side.excerpt.text):
                for other in numbers:
                    if side.authors & heard[other] and _apart(side, sides.all[other]):
                        yield min(number, other), max(number, other)


def _apart(side: Side, other: Side) -> bool:
    return side.work is None or side.work != other.work
