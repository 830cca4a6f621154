"""Chinese names in Latin letters: pinyin, Wade-Giles and postal spellings, by a table of syllables (``chinese.toml``).

A word is cut into syllables of one scheme. Printers drop the apostrophes of Wade-Giles, and then a syllable stands for
two (*chang* for ``chang`` and ``zhang``). A full name is read in one scheme throughout, which is what keeps *Chang
Jian* from *Zhang Jian*. That the family name comes first is told by a known family name and nothing but syllables.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from .letters import fold, plain, signless

__all__ = [
    "LONGEST_SYLLABLE",
    "PINYIN",
    "POSTAL",
    "ChineseReading",
    "chinese_readings",
    "is_chinese_name",
    "shared_spellings",
    "surname_syllables",
]

PINYIN, _WADE_GILES, _BARE_WADE, POSTAL = "pinyin", "Wade-Giles", "Wade-Giles without signs", "postal"
# letters that no syllable has, or ends in
_UNCHINESE = re.compile(r"v|[^\W\d_aeiouyüêŭnghr](?:[\s-]|$)|([bcdfjklmpqrtwxyz])\1")
_MOST = 6  # syllables of a name
LONGEST_SYLLABLE = 7  # code points of a syllable: ch'uang
_TABLE = Path(__file__).with_name("chinese.toml")


@dataclass(frozen=True, slots=True)
class ChineseReading:
    """A word or name in one scheme: for each syllable the pinyin syllables it may be."""

    scheme: str
    syllables: tuple[frozenset[str], ...]


@cache
def _table() -> tuple[Mapping[str, Mapping[str, frozenset[str]]], frozenset[str], Mapping[str, str]]:
    """Scheme → spelling → pinyin syllables; the family names; pinyin → the class that all schemes share."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    by_scheme: dict[str, dict[str, set[str]]] = {name: {} for name in table["schemes"]}
    shared: dict[str, str] = {}

    def add(scheme: str, spelling: str, syllable: str) -> None:
        by_scheme[scheme].setdefault(spelling, set()).add(syllable)

    for syllable, value in table["syllables"].items():
        wade, _, postal = value.partition("|")
        for spelling in {syllable, plain(syllable), syllable.replace("ü", "v"), syllable.replace("ü", "yu")}:
            add(PINYIN, spelling, syllable)
        for spelling in wade.split():
            # ê and ŭ are hardly ever printed; ü and the apostrophe are what tells the system from its bare form
            usual = spelling.replace("ê", "e").replace("ŭ", "u")
            for form in {spelling, usual}:
                add(_WADE_GILES, form, syllable)
            for form in {signless(plain(spelling)), signless(usual)}:
                add(_BARE_WADE, form, syllable)
        for spelling in postal.split():
            add(POSTAL, spelling, syllable)
        for spelling in wade.split():
            add(POSTAL, signless(plain(spelling)), syllable)
        shared[syllable] = signless(plain(wade.split()[0]))
    frozen = {
        scheme: {spelling: frozenset(syllables) for spelling, syllables in spellings.items()}
        for scheme, spellings in by_scheme.items()
    }
    return frozen, frozenset(table["surnames"]["usual"].split()), shared


def _cuts(piece: str, known: Mapping[str, frozenset[str]], *, vowel_first: bool) -> list[tuple[frozenset[str], ...]]:
    """All ways to cut a piece without hyphens into syllables; ``vowel_first``: a later one may begin with a, e, o."""
    found: list[tuple[frozenset[str], ...]] = []

    def walk(start: int, so_far: tuple[frozenset[str], ...]) -> None:
        if start == len(piece):
            found.append(so_far)
            return
        if len(so_far) == 3 or len(found) > 6:
            return
        for end in range(min(len(piece), start + LONGEST_SYLLABLE), start, -1):
            syllables = known.get(piece[start:end])
            if syllables and (vowel_first or not start or piece[start] not in "aeo"):
                walk(end, (*so_far, syllables))

    walk(0, ())
    return found


@lru_cache(maxsize=16384)
def chinese_readings(name: str) -> tuple[ChineseReading, ...]:
    """The readings of a word or a full name (parts between blanks or hyphens) in each scheme that can have it.

    >>> [reading.scheme for reading in chinese_readings("Shu-lin")]
    ['Wade-Giles without signs', 'postal']
    >>> chinese_readings("Harbour")
    ()
    """
    folded = fold(name).replace("‐", "-").strip(".")
    pieces = [piece for piece in folded.replace("-", " ").split() if piece]
    if not pieces or len(pieces) > _MOST or _UNCHINESE.search(folded) or any(len(piece) > 18 for piece in pieces):
        return ()
    by_scheme = _table()[0]
    found: list[ChineseReading] = []
    signs, hyphened = "'" in folded, "-" in folded
    for scheme, known in by_scheme.items():
        if scheme == PINYIN:
            if hyphened:  # pinyin writes given names solid
                continue
            pieces = folded.replace("'", " ").split()  # Xi'an: the apostrophe parts syllables
        else:
            if signs == (scheme != _WADE_GILES):
                continue
            pieces = folded.replace("-", " ").split()
        ways: list[tuple[frozenset[str], ...]] = [()]
        for piece in pieces:
            cuts = _cuts(piece, known, vowel_first=False)
            if scheme != PINYIN:
                cuts = [cut for cut in cuts if len(cut) == 1]  # Wade-Giles parts syllables by hyphens
            ways = [(*way, *cut) for way in ways for cut in cuts][:12]
        found.extend(ChineseReading(scheme, way) for way in ways if 0 < len(way) <= _MOST)
    return tuple(found)


@lru_cache(maxsize=16384)
def is_chinese_name(name: str) -> bool:
    """Whether a full name is plainly Chinese: a known family name first, and nothing but syllables after it.

    >>> [is_chinese_name(name) for name in ("Chang Shu-lin", "Susan Lin", "Li")]
    [True, False, False]
    """
    surnames = _table()[1]
    first, _, rest = name.strip().partition(" ")
    if not rest or not any(len(r.syllables) == 1 and r.syllables[0] & surnames for r in chinese_readings(first)):
        return False
    return any(2 <= len(r.syllables) <= 4 and r.syllables[0] & surnames for r in chinese_readings(name))


def surname_syllables() -> frozenset[str]:
    """The pinyin syllables that are usual family names."""
    return _table()[1]


def shared_spellings() -> Mapping[str, str]:
    """For each pinyin syllable the spelling that every scheme can be brought to."""
    return _table()[2]
