"""Given names: which stand for one another, and what gender they show.

Rests on the list of given names over languages that the spellings have. A name that is not in it has no gender and
stands for nothing but itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from ..model import Gender
from .spellings.given_names import family_of_given_names, given_name_groups

__all__ = ["compare_given", "fold", "forms_of", "gender_of_given", "given_keys"]

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
def gender_of_given(given: str) -> Gender | None:
    """The gender that a given name shows; ``None`` where it is borne by both or not in the list.

    >>> gender_of_given("Katya"), gender_of_given("Sasha")
    (<Gender.FEMALE: 'female'>, None)
    """
    groups = given_name_groups()
    found = family_of_given_names(given)
    marks = {groups[number].sex for number, full in found.items() if full} or {groups[n].sex for n in found}
    return _GENDERS.get(next(iter(marks))) if len(marks) == 1 else None


@cache
def given_keys(given: str) -> tuple[str, ...]:
    """Keys to gather candidates by: two given names that may be one share at least one."""
    folded = fold(given)
    ending = _PET_ENDING.search(folded)
    lines = dict.fromkeys(family_of_given_names(given))
    if ending is not None and not lines:
        stem = folded[: ending.start()]
        lines.update((line, None) for end in _STEM_ENDS for line in family_of_given_names(stem + end) if len(stem) > 1)
    return (folded, *(f"={line}" for line in lines))


@cache
def forms_of(given: str) -> frozenset[str]:
    """The full forms, folded, that a given name has in other languages, itself among them."""
    groups = given_name_groups()
    return frozenset({fold(given)}).union(*(groups[number].full for number in family_of_given_names(given)))


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
    first, second = family_of_given_names(a), family_of_given_names(b)
    ranks = [first[number] + second[number] for number in first.keys() & second.keys()]
    if ranks:
        return (
            (0.8, "two pet forms of one given name"),
            (0.85, "a pet form of the given name"),
            (0.9, "one given name in two forms"),
        )[max(ranks)]
    for pet, lines in ((one, second), (other, first)):
        if _is_pet_form_in(pet, lines):
            return 0.85, "a pet form of the given name"
    if first and second:
        return 0.0, ""
    if min(len(one), len(other)) >= _SHORTEST_MISSPELT and one[0] == other[0] and _one_letter_apart(one, other):
        return 0.8, "a given name spelt in two ways"
    return 0.0, ""


_PET_ENDING = re.compile(
    r"(?:ochka|echka|enka|onka|ushka|yushka|iushka|usha|yusha|usya|ulya|unya|chik|ik|ka|chen|lein|ito|ita)$"
)
_STEM_ENDS = ("", "a", "ya", "ia", "ja", "y", "i")


def _is_pet_form_in(pet: str, lines: Iterable[int]) -> bool:
    """Whether a name is made by an ending of endearment from a form of one of the names in these lines."""
    ending = _PET_ENDING.search(pet)
    if ending is None or ending.start() < _SHORTEST_STEM:
        return False
    stem = pet[: ending.start()]
    groups = given_name_groups()
    return any(stem + end in groups[n].full | groups[n].short for n in lines for end in _STEM_ENDS)


def _one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    return a[head + 1 :] == b[head + 1 :] or a[head:] == b[head + 1 :] or a[head + 1 :] == b[head:]
