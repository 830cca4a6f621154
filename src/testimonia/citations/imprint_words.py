"""What every way to print an imprint is read with: its shape, its bounds without marks, places and publishers in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from testimonia.words.lexicon import is_english_word

__all__ = ["NO_DATE", "Bounds", "Imprint", "is_common", "is_place_shaped", "publishers_in", "trim", "words_at"]

Bounds = tuple[int, int]

NO_DATE = re.compile(r"\b(?:n\.\s?d\.|s\.\s?[da]\.|s/f|o\.\s?J\.|б\.\s?г\.|no date|forthcoming|in press)")
_NO_NAME = re.compile(r"(?:n\.\s?p\.?|s\.\s?[nl]\.?|o\.\s?O\.?|\[?s\.\s?n\.?\]?|б\.\s?и\.?)$")
_NO_NAME_LETTERS = frozenset("nso[б")
_PLACE_ENDS = re.compile(
    r"[^\W\d_]+(?:grad|gorod|burg|bourg|burgh|borough|ville|haven|hafen|havn|stadt|furt|ford|berg|heim|hausen|mouth|pool|polis|ham|hampton|"
    r"minster|chester|caster|cester|wick|wich|bury|bridge|by|stad|holm|dorf|brück|ston|abad|pur|ow|sk|szcz|cheng)$"
)
_ABBREVIATED = re.compile(
    r"\b(?:Co|Cie|Inc|Ltd|ltd|Pub|Publ|Univ|Verl|Bros|Corp|Pr|Assn|Dept|Govt|Off|Print|Ptg|cia|Cía|Hnos|Bd|St|Y|C|S|A|R|D|U|P|L|F|B|B\.V|N\.V|S\.A)\.$"
)
_STREET = re.compile(r",[^,]*\d")


@dataclass(slots=True)
class Imprint:
    """An imprint: from ``start`` to ``end``; ``known`` where its place is in the gazetteer."""

    start: int
    end: int
    places: list[Bounds]
    publishers: list[Bounds]
    year: Bounds | None = None
    known: bool = True
    bracketed: bool = False
    thesis: Bounds | None = None
    original: Bounds | None = None


def trim(text: str, start: int, end: int) -> Bounds:
    """The bounds without the marks around them; the full stop of an abbreviation stays."""
    while start < end and text[start] in " ,;:.\"“”„«»'‘[":
        start += 1
    while end > start and text[end - 1] in ' ,;:"“”«»’[(':
        if text[end - 1] == "’" and text[end - 2 : end - 1].isalpha() and "‘" not in text[start:end]:
            break
        end -= 1
    if end > start and text[end - 1] == "." and not _ABBREVIATED.search(text, start, end):
        end -= 1
        while end > start and text[end - 1] in ' ,"”':
            end -= 1
    return start, end


def publishers_in(text: str, start: int, end: int) -> list[Bounds]:
    """The publisher that fills the stretch, without its street, or nothing where it is said to be unknown."""
    start, end = trim(text, start, end)
    if start >= end:
        return []
    # a street and its number after the publisher: "Kade, Lange Straat 25"
    comma = text.find(",", start, end)
    while comma > 0:
        if _STREET.match(text, comma, end):
            end = comma
            break
        comma = text.find(",", comma + 1, end)
    bounds = (start, end) if text[end - 1].isalnum() else trim(text, start, end)
    return [] if text[bounds[0]] in _NO_NAME_LETTERS and _NO_NAME.match(text, *bounds) else [bounds]


def words_at(text: str, bounds: Bounds) -> str:
    """The words between bounds."""
    return text[bounds[0] : bounds[1]]


def is_place_shaped(words: str) -> bool:
    """Whether a single word in no gazetteer ends as the names of towns do."""
    return words[:1].isupper() and _PLACE_ENDS.match(words) is not None


def is_common(text: str, start: int, end: int) -> bool:
    """Whether nothing but words of the language stands there, which is less a place than a title's own words."""
    return all(is_english_word(word.strip(" ,.").casefold()) for word in text[start:end].split())
