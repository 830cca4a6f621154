"""Other spellings of a name that stand on the page, for a reader who knows it by one that may not."""

from __future__ import annotations

import re
from collections import Counter

from ...people.given import fold
from ...people.likenesses import compare_families, keys_of
from .opened import Base

__all__ = ["name_parts", "spellings_of"]

_SAME_NAME = 0.7  # likeness from which two spellings are one name, as in `people.lookup`
_SHORTEST = 4  # letters; shorter words are alike too easily
_VOWELS = re.compile(r"[aeiouyjh'’]")
_SHARED = 0.6  # of the consonants: less, and no romanisation leads from one to the other
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def spellings_of(base: Base, word: str) -> list[str]:
    """The parts of people's printed names that may be the same name in another romanisation, as printed.

    The word itself is left out, and so is what it is only a part of.
    """
    asked = fold(word)
    if len(asked) < _SHORTEST or not _NAME.fullmatch(word):
        return []
    names = name_parts(base)
    bones = Counter(_VOWELS.sub("", asked))
    found = []
    for folded, (printed, own) in names.items():
        shared = (bones & own).total()
        if folded == asked or shared < _SHARED * max(bones.total(), own.total()):
            continue
        if keys_of(asked) & keys_of(folded) and compare_families(asked, folded).score >= _SAME_NAME:
            found += printed
    return found


def name_parts(base: Base) -> dict[str, tuple[list[str], Counter[str]]]:
    """Each part of a name that is printed on the page, by its folded form, with its consonants."""
    return base.lasting("parts of names", lambda: _parts(base))


def _parts(base: Base) -> dict[str, tuple[list[str], Counter[str]]]:
    found: dict[str, tuple[list[str], Counter[str]]] = {}
    for (spelling,) in base.rows("select distinct spelling from spellings"):
        for part in _NAME.findall(spelling):
            folded = fold(part)
            if len(folded) < _SHORTEST:
                continue
            printed = found.setdefault(folded, ([], Counter(_VOWELS.sub("", folded))))[0]
            if part not in printed:
                printed.append(part)
    return found
