"""What spellings are compared by: folded letters, words of a title, parts of a name.

Nothing here is printed; the keys only say which printed forms read alike. Romanised names and the
two spellings of English are brought to one *skeleton*, so that a name met in several romanisations
has one key; a skeleton may also join words that differ, so it is evidence and never proof.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..words.variants import letters_apart

__all__ = [
    "NameKey",
    "TitleKey",
    "fold",
    "is_within",
    "name_keys",
    "publisher_words",
    "skeleton",
    "title_key",
    "year_of",
]

NAME_ROLES = ("author", "editor", "translator")

_SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_APOSTROPHE = re.compile(r"['’ʼ`´]")
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")

# Words that printings add and drop: articles and "and" in the languages that title pages are in.
_LIGHT = frozenset(
    "the a an and und et y e i и la le les l der die das den dem el los las il lo gli de".split()
)  # "de" and "e" are light only between words that agree otherwise
# What stands between a title and its subtitle.
_BREAK = re.compile(
    r"\s*(?:[:;]\s|\s[:;=]\s?|\s?--+\s?|\s[–—-]\s|—|\s\(|\s\[|(?<=[^\W\d_]{4})\.\s|[?!]\s(?=[^\W\d_a-zа-я]))\s*"
)
_VOLUME = re.compile(
    r"[\s,.:;(]+(?:vols?|volumes?|v|bd|bde|band|bände|tome|tomes|tomo|t|tom|том|т|часть|ч|part|pt|pts|teil|kniha|knjiga"
    r"|кн|книга|book|bk|deel|svazek|sv|kötet)\b[\s.]*(?:\d{1,3}|[ivxl]{1,6}|one|two|three|four|five|first|second|third)"
    r"(?:\s?[-–/&]\s?(?:\d{1,3}|[ivxl]{1,6}))?\)?[\s.]*$",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"[\s,.:;(]+(?:(?:\d+(?:st|nd|rd|th|\.)?|second|third|fourth|fifth|rev(?:ised|\.)?|new|enlarged|abridged|english"
    r"|american|paperback|updated|expanded|2e|3e|изд|neu)[\s.,&]*(?:and\s)?){1,4}(?:ed(?:ition|n|\.)?|aufl(?:age|\.)?"
    r"|изд(?:ание|\.)?)\)?[\s.]*$",
    re.IGNORECASE,
)
_NUMERAL = re.compile(
    r"\d|^(?:[ivxl]{2,}|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|last)$"
)


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Lower case without accents, for comparing only.

    >>> fold("Żółkiewski Müller")
    'zolkiewski muller'
    """
    if words.isascii():
        return words.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", words)).casefold().translate(_SPECIAL)


def _words(printed: str) -> tuple[str, ...]:
    joined = _DOTTED.sub(lambda m: m.group().replace(".", "").replace(" ", "") + " ", printed)
    return tuple(_APOSTROPHE.sub("", w) for w in _WORD.findall(fold(joined)))


_SKELETON = tuple(
    (re.compile(pattern), with_)
    for pattern, with_ in (
        (r"^[yij]e", "e"),
        (r"ph", "f"),
        (r"tsch|tch|cz|č", "ch"),
        (r"sch|sz|š", "sh"),
        (r"zh|ž", "j"),
        (r"kh|ch(?=[aou]?$)", "h"),
        (r"ck|q", "k"),
        (r"tz|ts", "c"),
        (r"ks", "x"),
        (r"w", "v"),
        (r"off$", "ov"),
        (r"eff$", "ev"),
        (r"our$", "or"),
        (r"z", "s"),
        (r"[iyj]+", "i"),
        (r"ie(?=[^aeiou]|$)", "e"),
        (r"ou", "u"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """What is left of a folded word when romanisation and British or American spelling are taken off.

    >>> skeleton("georgii") == skeleton("georgi"), skeleton("civilisation") == skeleton("civilization")
    (True, True)
    """
    for pattern, with_ in _SKELETON:
        word = pattern.sub(with_, word)
    return word


def is_within(one: str, other: str, distance: int) -> bool:
    """Whether at most so many letters were changed, left out, put in or swapped with their neighbour."""
    return one == other or letters_apart(one, other, distance, swaps=True) <= distance


@dataclass(frozen=True, slots=True)
class TitleKey:
    """A title in words: ``main`` before the first break, ``rest`` after it, ``whole`` both; light words left out.

    ``numbers`` are the words of it that count or date something: titles that differ there are
    different titles, however alike they read.
    """

    main: tuple[str, ...]
    rest: tuple[str, ...]
    whole: tuple[str, ...]
    squeezed: str  # all words run together, but for an article that opens it: words wrongly parted or joined agree here
    numbers: tuple[str, ...]
    comma: int = 0

    def __bool__(self) -> bool:
        return bool(self.whole)


def _heavy(words: tuple[str, ...]) -> tuple[str, ...]:
    heavy = tuple(w for w in words if w not in _LIGHT)
    return heavy or words


@lru_cache(maxsize=4096)
def title_key(title: str) -> TitleKey:
    """The words of a title by which its spellings are compared.

    >>> title_key("The Salt Road; A Memoir. Vol. 2").main, title_key("Salt Road: a memoir").whole
    (('salt', 'road'), ('salt', 'road', 'memoir'))
    """
    bare = title.strip(" \t\n\"'“”„«»‘’*_.,;:")
    for pattern in (_VOLUME, _EDITION):
        shorter = pattern.sub("", bare)
        if _WORD.search(shorter):
            bare = shorter
    # A break needs words on both sides; "U.S.S.R. in" is none.
    parts = _BREAK.split(_DOTTED.sub(lambda m: m.group().replace(".", ""), bare), maxsplit=1)
    main = _heavy(_words(parts[0]))
    whole = _heavy(_words(bare))
    rest = whole[len(main) :] if whole[: len(main)] == main else ()
    if not main or not rest:
        main, rest = whole, ()
    comma = len(_heavy(_words(bare.split(", ", 1)[0]))) if ", " in bare else 0
    numbers = tuple(w for w in whole if _NUMERAL.search(w))
    every = _words(bare)
    squeezed = "".join(every[1:] if len(every) > 1 and every[0] in _LIGHT else every)
    return TitleKey(main, rest, whole, squeezed, numbers, comma)


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name in words: ``family`` and ``given``; an institution has all its words in ``family``."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    literal: bool = False

    @property
    def all(self) -> frozenset[str]:
        """All words of it."""
        return frozenset(self.family + self.given)


@lru_cache(maxsize=4096)
def _name_key(family: str, given: str, literal: str) -> NameKey:
    if literal:
        return NameKey(_heavy(_words(literal)), (), True)
    initials = given.replace(".", ". ").replace("-", " ")
    return NameKey(tuple(_words(family.replace("-", " "))), tuple(_WORD.findall(fold(initials))))


def name_keys(csl: Mapping[str, Any], role: str) -> tuple[NameKey, ...]:
    """The names in one role of a CSL item."""
    keys = []
    for name in csl.get(role) or ():
        family = " ".join(str(name[k]) for k in ("non-dropping-particle", "family") if name.get(k))
        key = _name_key(family, str(name.get("given") or ""), str(name.get("literal") or ""))
        if key.family or key.given:
            keys.append(key)
    return tuple(keys)


# What publishers' names are printed with and without.
_TRADE = frozenset(
    "press pub publ publishers publishing publisher publications co company inc ltd limited corp corporation sons son"
    " bros brothers books book house verlag editions edition editorial izd izdatelstvo izdvo изд изво издательство"
    " wydawnictwo uni univ university gmbh sa llc plc group".split()
)


@lru_cache(maxsize=4096)
def publisher_words(publisher: str) -> frozenset[str]:
    """The telling words of a publisher's name, without "Press", "& Co." and initials."""
    words = {w for w in _words(publisher) if w not in _LIGHT and len(w) > 1}
    return frozenset(words - _TRADE) or frozenset(words)


def year_of(csl: Mapping[str, Any]) -> str:
    """The year of a CSL item's date as four digits, empty where it states none."""
    issued = csl.get("issued")
    if isinstance(issued, Mapping):
        parts = issued.get("date-parts") or [[issued.get("raw") or issued.get("literal") or ""]]
        issued = parts[0][0] if parts and parts[0] else ""
    found = _YEAR.search(str(issued or ""))
    return found.group() if found else ""
