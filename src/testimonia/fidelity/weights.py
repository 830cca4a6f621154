"""What the words of a departure decide: words that one side has and the other has not."""

from __future__ import annotations

import re
from collections import Counter

from ..model.fidelity import Weight
from ..words.amounts import read_number
from ..words.calendars import MONTHS
from ..words.lexicon import is_common_word
from .spellings import NEGATIONS, ordinal, spelt_out
from .wording import folded

__all__ = ["weights_of"]

_OWNER = re.compile(r"['’]s$")
_WORD = re.compile(
    r"(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty)-[^\W\d_]+|\d+(?:[.,]\d{3})+(?!\d)|[^\W_]+(?:['’][^\W\d_]+)*"
)
_RESERVES = frozenset(
    "may might could perhaps maybe possibly probably presumably apparently allegedly alleged reportedly supposedly "
    "supposed seemingly seems seemed appears appeared believe believed think thought doubtful uncertain rumour rumor "
    "rumoured rumored about nearly almost some roughly approximately "
    "vielleicht wohl angeblich vermutlich wahrscheinlich möglicherweise etwa ungefähr "
    "peut-être probablement environ apparemment "
    "может возможно вероятно будто якобы кажется около".split()
)
_QUALITY = re.compile(r"(?:[ai]ble|al|[aei]te|[ae]n[ct][ey]?|ect|[ie]ve|[aeo]r|ous|ly|ty|ed|sane|just|fin)$")
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
    a, b = (Counter(form for word, _ in side for form in _forms(word)) for side in sides)
    apart = {*(a - b), *(b - a)}
    found = {_weight(word, lead) for side in sides for word, lead in side if apart.intersection(_forms(word))}
    if any(_denies(one, other) or _denies(other, one) for one in a - b for other in b - a):
        found.add(Weight.NEGATION)
    return tuple(weight for weight in Weight if weight in found)


def _forms(word: str) -> list[str]:
    """The forms of a printed word; a number and its place in a row are one: "3 May", "the third of May"."""
    return [
        form.removesuffix("th") if form[:1].isdecimal() else form for form in spelt_out([folded(_OWNER.sub("", word))])
    ]


def _denies(one: str, other: str) -> bool:
    """Whether a word is the other's opposite by what stands before it: "unfit", "impossible"."""
    before = one.removesuffix(other)
    if before == one:
        return False
    return before in ("un", "dis", "non") or (before in ("in", "im", "il", "ir") and _QUALITY.search(other) is not None)


def _weight(word: str, before: str) -> Weight | None:
    low = word.lower().replace("’", "'")
    if low in NEGATIONS or low.endswith("n't") or low.startswith("n'"):
        return Weight.NEGATION
    if _YEAR.fullmatch(low) or (low in MONTHS and word[:1].isupper() and len(low) > 2):
        return Weight.DATE
    if low[:1].isdecimal() or (low != "a" and (read_number(low) is not None or ordinal(low) is not None)):
        return Weight.NUMBER
    if low in _RESERVES:
        return Weight.RESERVE
    if not word[:1].isupper() or len(word) == 1 or low in _ALWAYS_CAPITAL:
        return None
    # a capital at the beginning of a sentence tells a name only where the word is none of the language
    begins = _BEGINS.search(before[-12:]) and not _ABBREVIATED.search(before[-12:])
    return None if begins and is_common_word(low) else Weight.NAME
