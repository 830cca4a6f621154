"""Chinese names compared in pinyin, Wade-Giles and postal spellings, as ``words.chinese`` reads them.

A reading that leaves a syllable open, because its apostrophes are lost, scores less, unless the rest of the name tells.

The characters cannot be had from the sound, so ``original`` stays ``None`` and ``sound`` is toneless pinyin.
"""

from __future__ import annotations

from functools import lru_cache

from testimonia.words.chinese import (
    LONGEST_SYLLABLE,
    PINYIN,
    POSTAL,
    ChineseReading,
    chinese_readings,
    shared_spellings,
    surname_syllables,
)
from testimonia.words.letters import fold

from .likeness import Explanation, How, Likeness

__all__ = ["Chinese"]

_SURE, _OPEN, _OPEN_WORD = 0.95, 0.82, 0.62
_BOTH_PINYIN = 0.3
_AT_ODDS = 0.08


def _is_telling(name: str, readings: tuple[ChineseReading, ...]) -> bool:
    """Whether the print shows that the name is Chinese, beyond being cut into syllables."""
    folded = fold(name)
    surnames = surname_syllables()
    for reading in readings:
        if len(reading.syllables) >= 2 and reading.syllables[0] & surnames and (" " in folded or "-" in folded):
            return True
    pieces = folded.replace("-", " ").split()
    return (
        ("-" in folded and all(len(piece) <= LONGEST_SYLLABLE for piece in pieces) and folded == folded.strip("-"))
        or "'" in folded
        or any(piece.startswith(("zh", "q", "x", "hs", "ts", "tz")) for piece in pieces)
        or (len(pieces) == 1 and any(len(r.syllables) == 1 and r.syllables[0] & surnames for r in readings))
    )


class Chinese:
    """Chinese behind the interface of every script."""

    name = "chinese"

    @lru_cache(maxsize=16384)  # noqa: B019  a script lives as long as the program
    def lookup_keys(self, word: str) -> frozenset[str]:
        """The syllables as Wade-Giles has them without signs, which all schemes can be brought to.

        >>> Chinese().lookup_keys("Shucun") & Chinese().lookup_keys("Shu-ts'un")
        frozenset({'han:shu-tsun'})
        """
        shared = shared_spellings()
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
                score = _SURE - 0.04 * ((one.scheme == POSTAL) + (other.scheme == POSTAL))
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
    surnames = surname_syllables()

    def in_pinyin(readings: tuple[ChineseReading, ...]) -> set[tuple[frozenset[str], ...]]:
        found = {reading.syllables for reading in readings if reading.scheme == PINYIN}
        return {syllables for syllables in found if len(syllables) == 1 or syllables[0] & surnames}

    ours, theirs = in_pinyin(left), in_pinyin(right)
    return bool(ours and theirs) and not ours & theirs
