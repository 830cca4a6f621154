"""What a page sets before its excerpts to count or announce them: ``(a)``, ``12.``, ``A:``; no words of theirs.

Told by the habit alone: a quoted document may be numbered too, but the next excerpt does not go on with its count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["find_prefixes"]

_COUNT = re.compile(
    r"(?:[^\W\d_]{2,12}\.?\s)?[(\[]?(?:(?P<number>\d{1,4})|(?P<letter>([a-z])\3?|[A-Z]))[.)\]:]{1,2}\s+(?=\S)"
    r"|(?:\d{1,3}\.){1,3}(?P<below>\d{1,3})[.)]?\s+(?=\S)"  # an outline counts anew under each of its headings
)
_ANNOUNCES = re.compile(
    r"(?:a|ans(?:wer)?|antw(?:ort)?|r|rép(?:onse)?|resp(?:uesta)?|ответ|text)\s?[.:)]\s+(?=\S)",
    re.I,
)
# what a form has before each passage; a person who speaks bears none of these names
_NAMED = re.compile(
    r"(?:\*\*|__|''')?(?:(?:direct |exact |block )?quot(?:e|ation|ed text)|excerpt|extract|passage|evidence|proof|"
    r"testimony|text|zitat|beleg|textstelle|auszug|citation|extrait|preuve|passage|cita|prueba|extracto|citazione|brano|prova|"
    r"citação|trecho|цитата|доказательство|отрывок|выдержка)\s?(?:\d{1,3}\s?)?(?:\*\*|__|''')?:(?:\*\*|__|''')?\s+(?=\S)",
    re.I,
)
_HABIT, _FEWEST = 0.8, 4


def find_prefixes(texts: Sequence[str], under_claim: Sequence[bool]) -> list[int]:
    """How many characters at the head of each excerpt only count or announce it.

    Args:
        texts: the first pieces of the excerpts, in order.
        under_claim: which of them stand right under a claim, where a count may begin again.
    """
    counts = [_COUNT.match(text) for text in texts]
    lengths = [0] * len(texts)
    last = 0
    for i, (match, first) in enumerate(zip(counts, under_claim, strict=True)):
        value = _value(match)
        if match is not None and value is not None and (value == last + 1 or (first and value == 1)):
            lengths[i] = match.end()
        last = value if value is not None else last + 1
    if sum(length > 0 for length in lengths) >= max(_FEWEST, _HABIT * len(texts)):
        return lengths
    named = [_NAMED.match(text) for text in texts]
    if sum(match is not None for match in named) >= max(_FEWEST, _HABIT * len(texts)):
        return [match.end() if match else 0 for match in named]
    announced = [_ANNOUNCES.match(text) for text in texts]
    heads = [match for match, first in zip(announced, under_claim, strict=True) if first]
    met = sum(match is not None for match in heads)
    if met >= max(_FEWEST, _HABIT * len(heads)):
        return [match.end() if match else 0 for match in announced]
    return [0] * len(texts)


def _value(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    if match["number"] or match["below"]:
        return int(match["number"] or match["below"])
    letter = match["letter"].lower()
    return ord(letter[0]) - 96 + 26 * (len(letter) - 1)
