"""Given names: which stand for one another, and what gender they show.

Rests on two general lists: the given names over languages that the spellings have, and ``given_forms.txt``, which has
more forms and, for many names, the gender alone. A name in neither has no gender and stands for nothing but itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..model import Gender
from .spellings import SAME_NAME, compare_words, lookup_keys
from .spellings.given_names import family_of_given_names, given_name_groups

__all__ = ["compare_given", "fold", "forms_of", "gender_of_given", "given_keys", "is_known_given"]

TABLE_PATH = Path(__file__).with_name("given_forms.txt")
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїє")
_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}
# letters that carry no separable accent
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys("'’‘ʼʹʺ′″`´ьъ")
)
_SHORTEST_STEM = 2  # letters before an ending of endearment
_SHORTEST_MISSPELT = 5  # letters of a given name that one wrong letter does not make another


@cache
def fold(word: str) -> str:
    """A word without case, accents and the apostrophes that stand for a soft sign; for comparison only.

    >>> fold("Gogol'"), fold("VÁCLAV")
    ('gogol', 'vaclav')
    """
    parted = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in parted if not unicodedata.combining(c)).translate(_PLAIN)


@cache
def _table() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]], dict[str, frozenset[str]]]:
    """The lines in which a folded name stands, as a full form and as a pet form; and the genders of each name."""
    full: dict[str, list[int]] = {}
    pet: dict[str, list[int]] = {}
    genders: dict[str, set[str]] = {}
    lines = TABLE_PATH.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        mark, _, names = line.partition(" ")
        forms, _, pets = names.partition("|")
        for name in map(fold, forms.split()) if mark in ("m", "f", "M", "F") else ():
            genders.setdefault(name, set()).add(mark.lower())
            if mark.islower():
                full.setdefault(name, []).append(number)
        for name in map(fold, pets.split()) if mark in ("m", "f") else ():
            pet.setdefault(name, []).append(number)
    for name, places in pet.items():
        genders.setdefault(name, {lines[place][0] for place in places})
    return (
        {name: tuple(places) for name, places in full.items()},
        {name: tuple(places) for name, places in pet.items()},
        {name: frozenset(marks) for name, marks in genders.items()},
    )


@cache
def _lines_of(given: str) -> dict[str, bool]:
    """The lines of both lists in which a name stands, each with whether as a full form there."""
    full, pet, _ = _table()
    folded = fold(given)
    found = {f"t{line}": False for line in pet.get(folded, ())}
    found.update((f"t{line}", True) for line in full.get(folded, ()))
    found.update((f"s{number}", whole) for number, whole in family_of_given_names(given).items())
    return found


@cache
def gender_of_given(given: str) -> Gender | None:
    """The gender that a given name shows; ``None`` where it is borne by both or not in the lists.

    >>> gender_of_given("Katya"), gender_of_given("Sasha")
    (<Gender.FEMALE: 'female'>, None)
    """
    marks: set[str] = set()
    groups = given_name_groups()
    for number in family_of_given_names(given):
        if fold(given) in groups[number].full or _ends_alike(given, groups[number].full):
            marks.update(groups[number].sex)
    marks = set(_table()[2].get(fold(given), ())) or marks
    return _GENDERS.get(next(iter(marks))) if len(marks) == 1 else None


def _ends_alike(given: str, forms: Iterable[str]) -> bool:
    """Whether a romanisation ends in a vowel or not as some form it stands for does."""
    return any((fold(given)[-1] in _VOWELS) == (form[-1] in _VOWELS) for form in forms)


def is_known_given(word: str) -> bool:
    """Whether a word stands in one of the lists."""
    return bool(_lines_of(word)) or fold(word) in _table()[2]


@cache
def given_keys(given: str) -> tuple[str, ...]:
    """Keys to gather candidates by: two given names that may be one share at least one."""
    folded = fold(given)
    lines = dict.fromkeys(_lines_of(given))
    if not lines:
        lines.update((line, None) for base in _bases_of_vocative(folded) for line in _lines_of(base))
    ending = _PET_ENDING.search(folded)
    if ending is not None and not lines and ending.start() >= _SHORTEST_STEM:
        stem = folded[: ending.start()]
        lines.update((line, None) for end in _STEM_ENDS for line in _lines_of(stem + end))
    spelt = () if lines else tuple(f"~{key}" for key in sorted(lookup_keys(given)))
    stem = _stem(folded)
    return (folded, *(f"={line}" for line in lines), *spelt, *((f"^{stem}",) if stem else ()))


_ENDING = re.compile(r"(?:io|iu|o|u|i|a|e)s$|i?o$|i$")
_SHORTEST_DECLINED = 5  # letters of a stem that a Greek or Latin ending does not make another name


def _stem(folded: str) -> str:
    """A man's name without its Greek or Latin ending; empty where too little would be left."""
    stem = _ENDING.sub("", folded)
    return stem if len(stem) >= _SHORTEST_DECLINED else ""


_VOCATIVES = (("iu", ("i", "y")), ("yu", ("i", "y")), ("ie", ("",)), ("o", ("a",)), ("e", ("",)), ("u", ("",)))
_SHORTEST_CALLED = 3  # letters before the ending of a vocative


def _bases_of_vocative(folded: str) -> list[str]:
    """What a Slavic given name that is called out ("Ivane", "Marto") may be when it is not."""
    return [
        folded.removesuffix(ending) + base
        for ending, bases in _VOCATIVES
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_CALLED
        for base in bases
    ]


def _is_vocative_of(called: str, name: str, lines: Iterable[str]) -> bool:
    bases = _bases_of_vocative(called)
    return name in bases or any(not set(lines).isdisjoint(_lines_of(base)) for base in bases)


@cache
def forms_of(given: str) -> frozenset[str]:
    """The full forms, folded, that a given name has in other languages, itself among them."""
    groups = given_name_groups()
    found = {fold(given)}.union(*(groups[number].full for number in family_of_given_names(given)))
    full, pet, _ = _table()
    lines = {*full.get(fold(given), ()), *pet.get(fold(given), ())}
    return frozenset(found | {name for name, places in full.items() if lines & set(places)})


@cache
def compare_given(a: str, b: str) -> tuple[float, str]:
    """How surely two given names are one (0 to 1), and why in a phrase; 0 with ``""`` where they differ.

    >>> compare_given("Hryhoriy", "Gregory")
    (0.9, 'one given name in two forms')
    >>> compare_given("Lidia", "Lidochka")
    (0.85, 'a pet form of the given name')
    >>> compare_given("Ivan", "Igor")
    (0.0, '')
    """
    one, other = fold(a), fold(b)
    if one == other:
        return 1.0, "the same given name"
    genders = {gender_of_given(a), gender_of_given(b)} - {None}
    if len(genders) > 1:
        return 0.0, ""
    first, second = _lines_of(a), _lines_of(b)
    ranks = [first[line] + second[line] for line in first.keys() & second.keys()]
    if ranks:
        return (
            (0.8, "two pet forms of one given name"),
            (0.85, "a pet form of the given name"),
            (0.9, "one given name in two forms"),
        )[max(ranks)]
    for called, own, name, lines in ((one, first, other, second), (other, second, one, first)):
        if not own and _is_vocative_of(called, name, lines):
            return 0.85, "the given name as it is called out"
    for pet, own, lines in ((one, first, second), (other, second, first)):
        if not own and _is_pet_form_in(pet, lines):
            return 0.85, "a pet form of the given name"
    if first and second:
        return 0.0, ""
    if _stem(one) and _stem(one) == _stem(other):
        return 0.85, "the given name with another ending"
    long_enough = min(len(one), len(other)) >= _SHORTEST_MISSPELT
    if long_enough and one[0] == other[0] and _one_letter_apart(one, other):
        return 0.8, "a given name spelt in two ways"
    if long_enough and lookup_keys(a) & lookup_keys(b) and compare_words(a, b).score >= SAME_NAME:
        return 0.8, "a given name spelt in two ways"
    return 0.0, ""


_PET_ENDING = re.compile(
    r"(?:ochka|echka|enka|onka|ushka|yushka|iushka|usha|yusha|usya|ulya|unya|chik|ik|ka|chen|lein|ito|ita|akis|oula)$"
)
_STEM_ENDS = ("", "a", "ya", "ia", "ja", "y", "i")


def _is_pet_form_in(pet: str, lines: Iterable[str]) -> bool:
    """Whether a name is made by an ending of endearment from a form of one of the names in these lines."""
    ending = _PET_ENDING.search(pet)
    if ending is None or ending.start() < _SHORTEST_STEM:
        return False
    stem = pet[: ending.start()]
    return any(lines_of.keys() & set(lines) for end in _STEM_ENDS if (lines_of := _lines_of(stem + end)))


def _one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    return a[head + 1 :] == b[head + 1 :] or a[head:] == b[head + 1 :] or a[head + 1 :] == b[head:]
