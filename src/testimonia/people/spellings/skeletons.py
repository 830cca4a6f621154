"""What is left of a word when all that romanisations disagree about is taken away.

A *skeleton* is the row of a word's consonant classes: every sibilant is ``s``, every guttural ``k``, v, w and f are
``v``; vowels go. Two romanisations of one name share one, and so do some words that are not one name: a skeleton
gathers candidates in one pass, comparing them is for others. Where a spelling may belong to two classes (ch, j, c,
h, x) the word has a skeleton for each.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from testimonia.words.letters import fold, is_cyrillic, plain, signless
from testimonia.words.variants import letters_apart

__all__ = ["loose_distance", "loose_form", "skeletons", "slip_skeletons"]

_CYRILLIC_LETTERS = {
    **dict(zip("абвгґдеєзиіїйклмнопрстуфхыэюяё", "abvggdeeziiijklmnoprstufkyeuae", strict=True)),
    **dict.fromkeys("жцчшщ", "S"),
    **dict.fromkeys("ъь'", ""),
    "х": "kh",
    "ѣ": "e",
    "ѳ": "f",
    "ѵ": "i",
}
_HISSING = str.maketrans({"š": "sh", "ž": "zh", "č": "tch", "ć": "tch", "ś": "sh", "ż": "zh", "ź": "zh", "ŝ": "sh"})
_TOKENS = re.compile(
    "[td]?(?:schtsch|shtsh|shtch|chtch|shch|shh|stch|szcz|tsch|dsch|tch|sch|dzh)|ch|ck"  # the long ones first
    "|[td]?(?:[sz][hz]|cz|[scz]|S)|dj|j|x|gh|kh|th|ph|ff|[aeiouyäöü]+|."
)
_CLASSES = {
    **dict.fromkeys("kgqh", "k"),
    **dict.fromkeys("vwf", "v"),
    "gh": "k",
    "kh": "k",
    "th": "t",
    "ph": "v",
    "ff": "v",
}
# each spelling has a row of its own (c says k twice), so that rows tell spellings apart
_TWOFOLD = {
    "ch": ("s", "k"),
    "c": ("s", "k", "k"),
    "j": ("", "s"),
    "dj": ("s", "d"),
    "ck": ("k", "sk"),
    "x": ("ks", "k"),
    "tch": ("s",),
}
_VOWELS = frozenset("aeiouyäöü")
_MOST_OPEN = 4  # open spellings in a word for which every way to read them is a skeleton


def _tokens(word: str) -> list[tuple[str, ...]]:
    """The classes that each spelling in the word may belong to; ``a`` for vowels."""
    folded = signless(fold(word)).replace("-", "")
    if is_cyrillic(folded):
        folded = "".join(_CYRILLIC_LETTERS.get(letter, letter) for letter in folded)
    else:
        folded = plain(folded.translate(_HISSING))
    found: list[tuple[str, ...]] = []
    for token in _TOKENS.findall(folded):
        if token in _TWOFOLD:
            found.append(_TWOFOLD[token])
        elif token[0] in _VOWELS:
            found.append(("a",))
        elif token in _CLASSES:
            found.append((_CLASSES[token],))
        elif len(token) == 1 and token not in "scz":
            found.append((token.lower(),))
        else:
            found.append(("s",))
    return found


@lru_cache(maxsize=65536)
def skeletons(word: str) -> frozenset[str]:
    """The skeletons of a word: one, or a few where a spelling is open.

    >>> sorted(skeletons("Tchernyshoff")), sorted(skeletons("Tschernyschow"))
    (['srnsv'], ['srnsv'])
    >>> sorted(skeletons("Chernyshov"))
    ['krnsv', 'srnsv']
    """
    tokens = _tokens(word)
    found = set()
    open_spellings = [token for token in tokens if len(token) > 1]
    if len(open_spellings) <= _MOST_OPEN:
        ways = product(*open_spellings)
    else:  # one choice for all the like spellings
        like = list(dict.fromkeys(open_spellings))
        ways = (tuple(way[like.index(token)] for token in open_spellings) for way in product(*like))  # type: ignore[assignment]
    for way in ways:
        chosen = iter(way)
        kept: list[str] = []
        previous = ""
        for token in tokens:
            letter = token[0] if len(token) == 1 else next(chosen)
            if letter in ("a", ""):
                if not kept and not previous:
                    kept.append("a")
                previous = "a"
                continue
            if letter != previous:
                kept.append(letter)
            previous = letter[-1]
        found.add("".join(kept))
    return frozenset(found)


@lru_cache(maxsize=65536)
def slip_skeletons(word: str) -> frozenset[str]:
    """Skeletons with one class left out, so that words one slip apart share one; none for short words.

    >>> bool(slip_skeletons("Kornilov") & slip_skeletons("Komilov"))
    True
    """
    found: set[str] = set()
    for skeleton in skeletons(word):
        for form in {skeleton, skeleton.replace("rn", "m"), skeleton.replace("m", "rn")}:
            if len(form) >= 3:
                found.add(form)
                found.update(form[:i] + form[i + 1 :] for i in range(len(form)))
    return frozenset(found)


@lru_cache(maxsize=65536)
def loose_form(word: str) -> str:
    """The classes of the word in order, vowels kept as ``a``; the first class where a spelling is open.

    >>> loose_form("Mardjonikov"), loose_form("Mardzhonikow")
    ('marsanakav', 'marsanakav')
    """
    kept: list[str] = []
    for token in _tokens(word):
        letter = token[0]
        if letter and (not kept or kept[-1] != letter):
            kept.append(letter)
    return "".join(kept)


@lru_cache(maxsize=65536)
def loose_distance(a: str, b: str) -> int:
    """How many classes two words are apart, swaps counted as one; 3 stands for three or more."""
    if abs(len(a) - len(b)) > 4:
        return 3
    a, b = loose_form(a), loose_form(b)
    if a == b:
        return 0
    if abs(len(a) - len(b)) > 2:
        return 3
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if max(len(a), len(b)) > 6 and abs(len(a) - len(b)) == 0 and a[1:-1] == b[1:-1]:
        return 2
    return letters_apart(a, b, 2, swaps=True)
