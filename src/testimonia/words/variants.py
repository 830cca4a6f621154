"""Whether two printed words are one word spelt in two ways, by English habits of spelling.

British and American spelling, numbers in words and in figures, months cut short, and the endings that translators
choose between ("-ist" and "-ite").
"""

from __future__ import annotations

import re
from functools import lru_cache

from .amounts import read_number
from .calendars import MONTHS
from .stems import stem

__all__ = ["is_near_spelling", "letters_apart", "plain_form", "romanised_alike", "same_word"]

_BRITISH = (
    (re.compile(r"our(?=$|ed|ing|s$|able|ite|er|ful|less|al)"), "or"),
    (re.compile(r"is(?=(?:e|ed|es|ing|ation|ations|ational|ationally|er|ers)$)"), "iz"),
    (re.compile(r"(?<=[bcdt])re(?=s?$)"), "er"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers|or)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ite(?=s?$)"), "ist"),
    (re.compile(r"wards$"), "ward"),
    (re.compile(r"xion(?=s?$)"), "ction"),
    (re.compile(r"(?<=[^aeiou])que(?=s?$)"), "ck"),
    (re.compile(r"dgement"), "dgment"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"(?:(?<=among)|(?<=amid)|(?<=whil))st$"), ""),
)
_MAY_BE_BRITISH = re.compile("|".join(pattern.pattern for pattern, _ in _BRITISH))


@lru_cache(maxsize=16384)
def plain_form(word: str) -> str:
    """One form for all spellings of a word in small letters; figures for numbers in words, a number for a month.

    >>> plain_form("labour") == plain_form("labor"), plain_form("twelve"), plain_form("dec") == plain_form("december")
    (True, '12', True)
    """
    low = word.replace("’", "'").removesuffix("'s").replace("'", "")
    if low[:1].isdecimal():
        return low.replace(",", "")
    if low in MONTHS and len(low) > 2 and low not in ("mai", "mars", "set"):
        return f"month{MONTHS[low]}"
    if low != "a":
        value = read_number(low)
        if value is not None and value == int(value):
            return str(int(value))
    if _MAY_BE_BRITISH.search(low):
        for pattern, plain in _BRITISH:
            low = pattern.sub(plain, low)
    return low


def same_word(one: str, other: str) -> bool:
    """Whether two words in small letters are one, spelling and ending aside.

    >>> same_word("organised", "organized"), same_word("attend", "attended"), same_word("public", "published")
    (True, True, False)
    """
    a, b = plain_form(one), plain_form(other)
    return a == b or (len(a) > 3 and len(b) > 3 and stem(a) == stem(b))


def letters_apart(one: str, other: str, most: int = 3, *, swaps: bool = False) -> int:
    """How many letters must be changed, added or left out to make one word the other; ``most + 1`` where it is more.

    With ``swaps``, two neighbours that change places count as one.

    >>> letters_apart("Corlett", "Corlitt"), letters_apart("Marbury", "Oake")
    (1, 4)
    >>> letters_apart("Corlett", "Corltet"), letters_apart("Corlett", "Corltet", swaps=True)
    (2, 1)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        two_before, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            apart = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if swaps and i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                apart = min(apart, two_before[j - 2] + 1)
            row.append(apart)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


_SOUNDS = (
    (re.compile(r"['’ʹʺ`]"), ""),
    (re.compile(r"(?:sky|skii|skij|skiy|skyi|skyj|ski|cki)$"), "ski"),
    (re.compile(r"(?:eff|ev|ew|ef|yev|yeff|jew|iev)$"), "ev"),
    (re.compile(r"(?:off|ov|ow|of)$"), "ov"),
    (re.compile(r"(?:aya|aia|aja|aja)$"), "aya"),
    (re.compile(r"shch|stch|schtsch|šč"), "6"),
    (re.compile(r"tsch|tch|ch|č|cz"), "5"),
    (re.compile(r"zh|ž|j(?=[aeou])"), "4"),
    (re.compile(r"sh|sch|š"), "3"),
    (re.compile(r"kh|h(?=[aeiou])|x(?=[aeiou])"), "h"),
    (re.compile(r"ts|tz|c(?=[ei])"), "2"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"^(?:ye|je)|(?<=[aeiouy])(?:ye|je)"), "e"),
    (re.compile(r"[iyj]+(?=[aeou])"), "y"),
    (re.compile(r"[iyj]+"), "i"),
    (re.compile(r"([a-z])\1"), r"\1"),
)


@lru_cache(maxsize=8192)
def _sound(name: str) -> str:
    low = name.casefold()
    for pattern, plain in _SOUNDS:
        low = pattern.sub(plain, low)
    return low.replace("iy", "y").replace("ye", "e")


def romanised_alike(one: str, other: str) -> bool:
    """Whether two spellings may be one Slavic name in two romanisations: the letters that tables differ in aside.

    >>> romanised_alike("Vetrov", "Wetroff"), romanised_alike("Yershov", "Ershov"), romanised_alike("Vetrov", "Petrov")
    (True, True, False)
    """
    return _sound(one) == _sound(other)


def is_near_spelling(one: str, other: str) -> bool:
    """Whether two names, in any letters, are so near that they may be one name.

    >>> is_near_spelling("Marbury", "Marbery"), is_near_spelling("Oake", "Ames")
    (True, False)
    """
    a, b = one.casefold(), other.casefold()
    if a == b or min(len(a), len(b)) < 4 or (a[0] != b[0] and a[-2:] != b[-2:]):
        return False
    return letters_apart(a, b) <= (1 if min(len(a), len(b)) < 5 else 2 if min(len(a), len(b)) < 8 else 3)
