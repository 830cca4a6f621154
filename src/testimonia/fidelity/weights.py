"""What the words of a departure decide: words that one side has and the other has not."""

from __future__ import annotations

import re
from collections import Counter

from ..model.fidelity import Weight
from ..words.amounts import read_number
from ..words.calendars import MONTHS
from ..words.lexicon import is_common_word
from ..words.variants import plain_form

__all__ = ["weights_of"]

_WORD = re.compile(r"\d+(?:[.,]\d{3})+(?!\d)|[^\W_]+(?:['’][^\W\d_]+)*")
_NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely "
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne "
    "ne pas jamais aucun aucune personne rien sans "
    "не ни нет никогда никто ничего без".split()
)
_RESERVES = frozenset(
    "may might could perhaps maybe possibly probably presumably apparently allegedly alleged reportedly supposedly "
    "supposed seemingly seems seemed appears appeared believe believed think thought doubtful uncertain rumour rumor "
    "rumoured rumored about nearly almost some roughly approximately "
    "vielleicht wohl angeblich vermutlich wahrscheinlich möglicherweise etwa ungefähr "
    "peut-être probablement environ apparemment "
    "может возможно вероятно будто якобы кажется около".split()
)
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_BEGINS = re.compile(r"(?:^|[.!?:…]|\n\s*\n)[\s\"“”‘’'«»(\[—–-]*$")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,4}\.\s*$")  # "Mr.", "Capt.", "J."
_ALWAYS_CAPITAL = frozenset("i i'm i've i'll i'd".split())


def weights_of(quoted: str, original: str, before: tuple[str, str] = ("a", "a")) -> tuple[Weight, ...]:
    """What is decided by the words that only one of two stretches has.

    ``before`` is what stands before each: a capital at the beginning of a sentence makes no name.

    >>> [w.value for w in weights_of("was", "was not")], [w.value for w in weights_of("sixty", "63")]
    (['negation'], ['number'])
    >>> [w.value for w in weights_of("3 May", "3 June")], [w.value for w in weights_of("to Ash", "to Reed")]
    (['date'], ['name'])
    >>> weights_of("They left", "He left", ("", ". "))
    ()
    """
    sides = [[(m.group(), lead + words[: m.start()]) for m in _WORD.finditer(words)]
             for words, lead in zip((quoted, original), before, strict=True)]  # fmt: skip
    a, b = (Counter(_form(word) for word, _ in side) for side in sides)
    apart = {*(a - b), *(b - a)}
    found = {_weight(word, lead) for side in sides for word, lead in side if _form(word) in apart}
    return tuple(weight for weight in Weight if weight in found)


def _form(word: str) -> str:
    return plain_form(word.lower())


def _weight(word: str, before: str) -> Weight | None:
    low = word.lower().replace("’", "'")
    if low in _NEGATIONS or low.endswith("n't"):
        return Weight.NEGATION
    if _YEAR.fullmatch(low) or (low in MONTHS and word[:1].isupper() and len(low) > 2):
        return Weight.DATE
    if low[:1].isdecimal() or (low != "a" and read_number(low) is not None):
        return Weight.NUMBER
    if low in _RESERVES:
        return Weight.RESERVE
    if not word[:1].isupper() or len(word) == 1 or low in _ALWAYS_CAPITAL:
        return None
    # a capital at the beginning of a sentence tells a name only where the word is none of the language
    begins = _BEGINS.search(before[-12:]) and not _ABBREVIATED.search(before[-12:])
    return None if begins and is_common_word(low) else Weight.NAME
