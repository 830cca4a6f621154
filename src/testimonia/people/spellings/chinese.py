"""Chinese names: pinyin, Wade-Giles and postal spellings, by a table of syllables.

A word is cut into syllables of one scheme. Printers drop the apostrophes of Wade-Giles, and then a syllable stands for
two (*chang* for ``chang`` and ``zhang``): such a reading is open and scores less, unless the rest of the name tells.
A full name is read in one scheme throughout, which is what keeps *Chang Jian* from *Zhang Jian*.

The characters cannot be had from the sound, so ``original`` stays ``None`` and ``sound`` is toneless pinyin.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from .letters import fold, plain, signless
from .likeness import Explanation, How, Likeness
from .schemes import TABLES

__all__ = ["Chinese", "ChineseReading", "chinese_readings", "is_chinese_name"]

_PINYIN, _WADE_GILES, _BARE_WADE, _POSTAL = "pinyin", "Wade-Giles", "Wade-Giles without signs", "postal"
# letters that no syllable has, or ends in
_UNCHINESE = re.compile(r"v|[^\W\d_aeiouyüêŭnghr](?:[\s-]|$)|([bcdfjklmpqrtwxyz])\1")
_MOST = 6  # syllables of a name
_LONGEST = 7  # code points of a syllable: ch'uang
_SURE, _OPEN, _OPEN_WORD = 0.95, 0.82, 0.62
_BOTH_PINYIN = 0.3
_AT_ODDS = 0.08


@dataclass(frozen=True, slots=True)
class ChineseReading:
    """A word or name in one scheme: for each syllable the pinyin syllables it may be."""

    scheme: str
    syllables: tuple[frozenset[str], ...]


@cache
def _table() -> tuple[Mapping[str, Mapping[str, frozenset[str]]], frozenset[str], Mapping[str, str]]:
    """Scheme → spelling → pinyin syllables; the family names; pinyin → the class that all schemes share."""
    table = tomllib.loads((TABLES / "chinese.toml").read_text(encoding="utf-8"))
    by_scheme: dict[str, dict[str, set[str]]] = {name: {} for name in table["schemes"]}
    shared: dict[str, str] = {}

    def add(scheme: str, spelling: str, syllable: str) -> None:
        by_scheme[scheme].setdefault(spelling, set()).add(syllable)

    for syllable, value in table["syllables"].items():
        wade, _, postal = value.partition("|")
        for spelling in {syllable, plain(syllable), syllable.replace("ü", "v"), syllable.replace("ü", "yu")}:
            add(_PINYIN, spelling, syllable)
        for spelling in wade.split():
            # ê and ŭ are hardly ever printed; ü and the apostrophe are what tells the system from its bare form
            usual = spelling.replace("ê", "e").replace("ŭ", "u")
            for form in {spelling, usual}:
                add(_WADE_GILES, form, syllable)
            for form in {signless(plain(spelling)), signless(usual)}:
                add(_BARE_WADE, form, syllable)
        for spelling in postal.split():
            add(_POSTAL, spelling, syllable)
        for spelling in wade.split():
            add(_POSTAL, signless(plain(spelling)), syllable)
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
        for end in range(min(len(piece), start + _LONGEST), start, -1):
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
        if scheme == _PINYIN:
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
            if scheme != _PINYIN:
                cuts = [cut for cut in cuts if len(cut) == 1]  # Wade-Giles parts syllables by hyphens
            ways = [(*way, *cut) for way in ways for cut in cuts][:12]
        found.extend(ChineseReading(scheme, way) for way in ways if 0 < len(way) <= _MOST)
    return tuple(found)


def _is_telling(name: str, readings: tuple[ChineseReading, ...]) -> bool:
    """Whether the print shows that the name is Chinese, beyond being cut into syllables."""
    folded = fold(name)
    surnames = _table()[1]
    for reading in readings:
        if len(reading.syllables) >= 2 and reading.syllables[0] & surnames and (" " in folded or "-" in folded):
            return True
    pieces = folded.replace("-", " ").split()
    return (
        ("-" in folded and all(len(piece) <= _LONGEST for piece in pieces) and folded == folded.strip("-"))
        or "'" in folded
        or any(piece.startswith(("zh", "q", "x", "hs", "ts", "tz")) for piece in pieces)
        or (len(pieces) == 1 and any(len(r.syllables) == 1 and r.syllables[0] & surnames for r in readings))
    )


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


class Chinese:
    """Chinese behind the interface of every script."""

    name = "chinese"

    @lru_cache(maxsize=16384)  # noqa: B019  a script lives as long as the program
    def lookup_keys(self, word: str) -> frozenset[str]:
        """The syllables as Wade-Giles has them without signs, which all schemes can be brought to.

        >>> Chinese().lookup_keys("Shucun") & Chinese().lookup_keys("Shu-ts'un")
        frozenset({'han:shu-tsun'})
        """
        shared = _table()[2]
        found: set[str] = set()
        for reading in chinese_readings(word):
            keys = [""]
            for syllables in reading.syllables:
                classes = sorted({shared[syllable] for syllable in syllables})
                keys = [f"{key}-{name}" if key else name for key in keys for name in classes][:8]
            found.update(f"han:{key}" for key in keys)
        return frozenset(found)

    @lru_cache(maxsize=16384)  # noqa: B019  a script lives as long as the program
    def explain(self, word: str, least: float = 0.0) -> tuple[Explanation, ...]:
        """The sound of the word in pinyin; none where nothing but the syllables would show that it is Chinese.

        >>> Chinese().explain("Hsi-tung")[0].sound
        'xi-dong'
        """
        readings = chinese_readings(word)
        if not readings or not _is_telling(word, readings):
            return ()
        by_sound: dict[str, list[str]] = {}
        for reading in readings:
            sounds = [""]
            for syllables in reading.syllables:
                sounds = [f"{sound}-{one}" if sound else one for sound in sounds for one in sorted(syllables)][:4]
            for sound in sounds:
                by_sound.setdefault(sound, []).append(reading.scheme)
        confidence = 0.8 if "-" in word or "'" in word else 0.5
        if confidence < least:
            return ()
        return tuple(
            Explanation(
                self.name, None, tuple(dict.fromkeys(schemes)), round(confidence / len(by_sound) ** 0.5, 3), sound
            )
            for sound, schemes in by_sound.items()
        )

    def compare(self, a: str, b: str) -> Likeness | None:
        """Two words, or two full names in their printed order, as one row of syllables; ``None`` where they are none.

        >>> Chinese().compare("Chang Shu-lin", "Zhang Shulin").score
        0.95
        >>> Chinese().compare("Chang Jian", "Zhang Jian").how
        <How.DIFFERENT: 'different'>
        """
        left, right = chinese_readings(a), chinese_readings(b)
        if not left or not right or not (_is_telling(a, left) or _is_telling(b, right)):
            return None
        best: tuple[float, ChineseReading, ChineseReading, str] | None = None
        for one in left:
            for other in right:
                if len(one.syllables) != len(other.syllables):
                    continue
                both = list(zip(one.syllables, other.syllables, strict=True))
                common = [x & y for x, y in both]
                if not all(common):
                    continue
                open_syllables = sum(
                    len(x) > 1 or len(y) > 1 for x, y in zip(one.syllables, other.syllables, strict=True)
                )
                score = _SURE - 0.04 * ((one.scheme == _POSTAL) + (other.scheme == _POSTAL))
                if len(common) == 1 and open_syllables:
                    score = _OPEN_WORD
                elif open_syllables == len(common):
                    score = _OPEN
                elif open_syllables:
                    score -= 0.0 if len(common) > 2 else 0.03
                if best is None or score > best[0]:
                    best = (score, one, other, "-".join(sorted(part)[0] for part in common))
        if best is None:
            return Likeness(
                _AT_ODDS, How.DIFFERENT, "In no scheme are they the same Chinese syllables.", script=self.name
            )
        score, one, other, sound = best
        against = ["Without apostrophes Wade-Giles leaves the sound open."] if score <= _OPEN else []
        if one.scheme != other.scheme and _pinyin_apart(left, right):
            score -= _BOTH_PINYIN
            against.append("Both can be pinyin, and then they are two names.")
        if len(one.syllables) == 1:
            against.append("Many Chinese share one syllable.")
        return Likeness(
            round(score, 3),
            How.ROMANISATION,
            f"Both are {sound} (Chinese): {one.scheme} and {other.scheme}.",
            tuple(against),
            self.name,
            None,
            (one.scheme,),
            (other.scheme,),
        )


def _pinyin_apart(left: tuple[ChineseReading, ...], right: tuple[ChineseReading, ...]) -> bool:
    """Whether both can be read as pinyin throughout, and never as the same."""
    surnames = _table()[1]

    def in_pinyin(readings: tuple[ChineseReading, ...]) -> set[tuple[frozenset[str], ...]]:
        found = {reading.syllables for reading in readings if reading.scheme == _PINYIN}
        return {syllables for syllables in found if len(syllables) == 1 or syllables[0] & surnames}

    ours, theirs = in_pinyin(left), in_pinyin(right)
    return bool(ours and theirs) and not ours & theirs
