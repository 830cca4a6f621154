"""How far a slip of the printer or the scanner may stand between two spellings, and how sure that is.

One letter more or less is weak evidence in a short name, where it makes another name (Varin, Vatin), and good
evidence in a long one. What scanners and compositors are known to do counts less against than a letter that has
simply changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from .alignments import Step

__all__ = ["describe_slips", "score_slips"]

_BASE = 0.97
_SHORTEST = 4  # code points; one slip in fewer makes another name
_SHORT, _SHORT_CAP = 5, 0.65  # in words of up to so many no slip makes it likelier that they are one name
_LEAST = 0.08  # that any slip takes, whatever speaks for it
_ORDINARY = 8  # a word of so many letters has the penalties as they stand here
_PENALTY = {
    "lookalike": 0.16,
    "rough lookalike": 0.27,
    "doubled": 0.10,
    "swapped": 0.13,
    "lost vowel": 0.14,
    "lost consonant": 0.16,
    "vowel": 0.33,
    "consonant": 0.38,
}
_FIRST = 0.15  # besides: the first letter is the one people get right
_ENDING = 0.20  # besides: another vowel in -ov, -ev, -in, -yn makes another surname
_BOTH_NAMES = 0.10  # besides, where both look like names: then they are likelier two
_ONE_NAME = 0.15  # less, where one looks like a name and the other does not, and the slip is one that printers make
_LOOKS = 0.3  # from where on a word looks like a name
_GAP, _WHOLE_GAP = 0.2, 0.5  # how much likelier one must look for that to count, and to count whole
_VOWELS = frozenset("aeiouyäëïöüéèêàâóаеёиоуыэюя")


def score_slips(a: str, b: str, slips: Sequence[Step], looks: tuple[float, float]) -> float:
    """0 to 1: how likely the folded words are one name with these slips between them.

    ``looks`` (0 to 1) says of each how much it looks like a name.
    """
    shorter = min(len(a), len(b))
    if shorter < _SHORTEST:
        return 0.2
    weight = max(0.75, _ORDINARY / shorter) if shorter > 5 else 1.7
    total = 0.0
    made = True  # whether the slips are such as print makes, and not another word
    for slip in slips:
        kind = _kind(slip)
        made = made and kind not in ("vowel", "consonant")
        penalty = _PENALTY[kind]
        if slip.at == 0:
            penalty += _FIRST
        if (kind == "vowel" and _is_ending(a, slip)) or (kind == "lost vowel" and _is_last(a, b, slip)):
            penalty += _ENDING
            made = False
        total += penalty
    if len(slips) > 1 and shorter < 7:
        total *= 1.2
    unlikelier, likelier = sorted(looks)
    gap = likelier - unlikelier
    if gap >= _GAP and made:
        total -= _ONE_NAME * min(1.0, gap / _WHOLE_GAP) / weight
    elif unlikelier >= _LOOKS and gap < _GAP:
        close = all(_kind(slip) in ("lookalike", "doubled") for slip in slips)
        total += _BOTH_NAMES / 2 if close else _BOTH_NAMES
    score = _BASE - weight * max(_LEAST, total)
    return round(min(max(0.05, score), _SHORT_CAP if shorter <= _SHORT else 1.0), 3)


def _kind(slip: Step) -> str:
    printed = slip.a or slip.b
    if slip.slip == "lost":
        return "lost vowel" if printed in _VOWELS else "lost consonant"
    if slip.a in _VOWELS and slip.b in _VOWELS:  # a and o do look alike, and make two names
        return "vowel"
    if slip.slip == "other":
        return "vowel" if slip.a in _VOWELS and slip.b in _VOWELS else "consonant"
    return slip.slip


def _is_ending(a: str, slip: Step) -> bool:
    """Whether the slip is the vowel of a surname's ending."""
    rest = a[slip.at + len(slip.a) :]
    return slip.a in _VOWELS and rest in ("v", "w", "ff", "f", "n", "ne", "va", "na", "wa", "в", "н", "ва", "на")


def _is_last(a: str, b: str, slip: Step) -> bool:
    """Whether a vowel stands at the end of one word alone, where it makes another (Petrovo, Georgia)."""
    longer = a if slip.a else b
    return longer.endswith(slip.a or slip.b) and slip.at >= min(len(a), len(b)) - 1


def describe_slips(slips: Sequence[Step]) -> str:
    """The slips in words: "'rn' read as 'm'", "'h' lost"."""
    return " and ".join(_describe(slip) for slip in slips)


def _describe(slip: Step) -> str:
    printed = slip.a or slip.b
    if slip.slip.endswith("lookalike"):
        return f"‘{slip.a}’ and ‘{slip.b}’ look alike in print"
    if slip.slip == "doubled":
        return f"‘{printed}’ stands double in one of them"
    if slip.slip == "swapped":
        return f"‘{slip.a}’ and ‘{slip.b}’ are swapped"
    if slip.slip == "lost":
        return f"‘{printed}’ is missing in one of them"
    return f"‘{slip.a}’ stands for ‘{slip.b}’"
