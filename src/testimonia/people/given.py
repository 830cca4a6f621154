"""Given names: which stand for one another, and what gender they show.

Knows a general table (``given_forms.txt``) of forms in several languages and of pet forms. A name that is not in it has
no gender and stands for nothing but itself.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from ..model import Gender

__all__ = ["compare_given", "fold", "forms_of", "gender_of_given", "is_pet_form"]

TABLE_PATH = Path(__file__).with_name("given_forms.txt")
_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}
# letters that carry no separable accent
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е"}
    | dict.fromkeys("'’‘ʼʹʺ′″`´ьъ")
)


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
    """The lines in which a folded name stands: as a full form, as a pet form; and the genders of each name."""
    full: dict[str, list[int]] = {}
    pet: dict[str, list[int]] = {}
    genders: dict[str, set[str]] = {}
    for number, line in enumerate(TABLE_PATH.read_text(encoding="utf-8").splitlines()):
        if not line or line.startswith("#"):
            continue
        gender, _, names = line.partition(" ")
        forms, _, pets = names.partition("|")
        for name in forms.split():
            full.setdefault(fold(name), []).append(number)
            genders.setdefault(fold(name), set()).add(gender)
        for name in pets.split():
            pet.setdefault(fold(name), []).append(number)
            genders.setdefault(fold(name), set()).add(gender)
    return (
        {name: tuple(lines) for name, lines in full.items()},
        {name: tuple(lines) for name, lines in pet.items()},
        {name: frozenset(marks) for name, marks in genders.items()},
    )


def gender_of_given(given: str) -> Gender | None:
    """The gender that a given name shows; ``None`` where it is borne by both or not in the table.

    >>> gender_of_given("Katya"), gender_of_given("Sasha")
    (<Gender.FEMALE: 'female'>, None)
    """
    marks = _table()[2].get(fold(given), frozenset())
    return _GENDERS.get(next(iter(marks))) if len(marks) == 1 else None


def is_pet_form(given: str) -> bool:
    """Whether the table knows a name as a pet form and as nothing else."""
    full, pet, _ = _table()
    return fold(given) in pet and fold(given) not in full


@cache
def forms_of(given: str) -> frozenset[str]:
    """The full forms, folded, that a given name has in the table, itself among them."""
    full, pet, _ = _table()
    lines = {*full.get(fold(given), ()), *pet.get(fold(given), ())}
    return frozenset({fold(given)} | {name for name, places in full.items() if lines & set(places)})


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
    full, pet, _ = _table()
    if set(full.get(one, ())) & set(full.get(other, ())):
        return 0.9, "one given name in two forms"
    if set(full.get(one, ())) & set(pet.get(other, ())) or set(pet.get(one, ())) & set(full.get(other, ())):
        return 0.85, "a pet form of the given name"
    if set(pet.get(one, ())) & set(pet.get(other, ())):
        return 0.8, "two pet forms of one given name"
    if min(len(one), len(other)) >= 5 and one[0] == other[0] and _one_letter_apart(one, other):
        return 0.8, "a given name spelt in two ways"
    return 0.0, ""


def _one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    return a[head + 1 :] == b[head + 1 :] or a[head:] == b[head + 1 :] or a[head + 1 :] == b[head:]
