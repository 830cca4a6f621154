"""How headings are numbered and labelled: "3.1", "IV.", "Claim 12:", and which of a page's numbers count on."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

__all__ = [
    "BARE_NUMBER",
    "LABELLED",
    "NUMBERINGS",
    "PART_NUMBER",
    "SECTION_WORDS",
    "find_numbering",
    "in_sequence",
    "number_mark",
    "number_of",
]

NUMBERINGS = {
    "numbered 1.": re.compile(r"\d{1,3}(?:\.[ºª°]?|[ºª°])\s+(?=\S)"),
    "numbered 1.1": re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?=\S)"),
    "numbered 1 -": re.compile(r"\d{1,3}\s*[—–:-]\s*(?=[^\W\d_])"),
    "numbered 1)": re.compile(r"\d{1,3}\)\s+(?=\S)"),
    "numbered (1)": re.compile(r"\(\d{1,3}\)\s+(?=\S)"),
    "numbered § 1": re.compile(r"(?:§+|№|No\.|Nr\.)\s*\d{1,3}\.?\s+(?=\S)"),
    "numbered I.": re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[.)]\s+(?=\S)"),
    "lettered": re.compile(r"(?:[A-Z][.)]|\([A-Za-z]\))\s+(?=[A-Z\d“])"),
}
_IN_WORDS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth)(?!\\w)"
LABELLED = re.compile(
    r"(?:(?:thesis|claim|point|proposition|statement|theme|topic|argument|question|issue|finding|allegation|charge|"
    r"these|behauptung|thèse|tesis|tesi|тезис|теза|утверждение)\s*(?:no\.?\s*|nr\.?\s*|№\s*|#\s*)?"
    rf"(?:\d{{1,3}}|[IVXLC]+|{_IN_WORDS})?"
    r"|[^\W\d_]{1,14}\.?\s?(?:no\.?\s*|nr\.?\s*|№\s*|#\s*)?\d{1,3})\s*[.:)—–-]+\s*(?=[^\W_])",
    re.I,
)
SECTION_WORDS = re.compile(
    r"(?:part|book|chapter|section|volume|teil|kapitel|abschnitt|partie|chapitre|livre|parte|capítulo|часть|глава|раздел)"
    r"\s+(?:\d{1,3}|[IVXLC]+|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)\b",
    re.I,
)
# a number with nothing behind it is a heading's own only where the page counts on with it
_BARE_COUNT = re.compile(r"(\d{1,3})\s+(?=[^\W_])")
PART_NUMBER = re.compile(r"\d{1,2}\.?\s+[^\W\d_]")
BARE_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,12}\.?\s)?(?:no\.?\s*|nr\.?\s*|№\s*|#\s*)?(?:\d{1,4}|[IVXLC]+)[.:)]?(?:\s?[-–—])?$", re.I
)
_NUMBER_IN = re.compile(r"(\d{1,3})(?:\.(\d{1,3}))?|(?<![^\W_])([IVXLC]+)(?![^\W_])")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBERED_SHARE = 0.6  # of a page's claims
_MISSED = 2  # numbers of a count that may be missing in a row


@lru_cache(maxsize=4096)  # each way of setting asks for all pieces of the page
def number_mark(text: str, numbering: re.Pattern[str] | None = None) -> int:
    """How many characters of a heading are its number or label and not its words.

    ``numbering`` is the way in which the page numbers its claims; ``None`` takes any.
    """
    for pattern in (LABELLED, *NUMBERINGS.values()) if numbering is None else (numbering,):
        match = pattern.match(text)
        if match is not None:
            return match.end()
    return 0


def number_of(text: str) -> tuple[int, int] | None:
    """The number in a heading's mark as part and place; ``None`` where it has none.

    >>> number_of("Claim XII: The ferry left"), number_of("3.1 The ferry left")
    ((0, 12), (3, 1))
    """
    found = _NUMBER_IN.search(text[: number_mark(text)])
    if found is None:
        return None
    if found.group(3):
        values = [_ROMAN[c] for c in found.group(3)] + [0]
        return 0, sum(v if v >= after else -v for v, after in pairwise(values))
    return (int(found.group(1)), int(found.group(2))) if found.group(2) else (0, int(found.group(1)))


def in_sequence(numbers: list[tuple[int, int] | None]) -> list[bool]:
    """Which of the numbers count on: each follows the one before it in the longest such run through the page.

    One or two may be missing: a heading that was not taken for one breaks no count.
    """
    # the best run that ends in a number, as its length and the place before
    best: dict[tuple[int, int], tuple[int, int]] = {}
    back = [-1] * len(numbers)
    longest = (0, -1)
    for i, number in enumerate(numbers):
        if number is None:
            continue
        part, place = number
        before = [best.get((part, place - step), (0, -1)) for step in range(1, _MISSED + 2)]
        if part:
            before += [best[key] for key in best if key[0] == part - 1] if place == 1 else []
        length, at = max(before)
        back[i] = at
        if length + 1 > best.get(number, (0, -1))[0]:
            best[number] = (length + 1, i)
        longest = max(longest, (length + 1, i))
    counted = [False] * len(numbers)
    at = longest[1]
    while at >= 0:
        counted[at] = True
        at = back[at]
    return counted


def find_numbering(texts: list[str]) -> re.Pattern[str] | None:
    """How most of these headings are numbered, ``None`` if they are not."""
    for pattern in (LABELLED, *NUMBERINGS.values()):
        if sum(pattern.match(text) is not None for text in texts) >= _NUMBERED_SHARE * len(texts):
            return pattern
    bare = [_BARE_COUNT.match(text) for text in texts]
    counted = in_sequence([None if m is None else (0, int(m[1])) for m in bare])
    return _BARE_COUNT if sum(counted) > max(_MISSED, _NUMBERED_SHARE * len(texts)) else None
