"""Given names over languages: their forms elsewhere (Joseph, Iosif, Josef) and short forms (Kolya, Bill).

The list is general and knows no page. What it does not hold is compared as any other word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from testimonia.words.letters import fold, is_cyrillic, plain, signless

from .skeletons import skeletons

__all__ = ["GivenName", "family_of_given_names", "given_name_groups", "is_given_name", "original_of_given_name"]

_SURE = 0.8  # a romanisation of a listed form, and no misprint of it

LIST_PATH = Path(__file__).with_name("given_names.txt")


@dataclass(frozen=True, slots=True)
class GivenName:
    """One given name over languages: ``originals`` in Cyrillic, ``full`` forms, ``short`` forms; ``sex`` m, f, mf.

    ``in_own_script`` has the originals and those of the short forms that the list has in Cyrillic, as written.
    """

    sex: str
    originals: tuple[str, ...]
    full: frozenset[str]
    short: frozenset[str]
    in_own_script: tuple[str, ...] = ()


@cache
def given_name_groups() -> tuple[GivenName, ...]:
    """All groups of the list, forms folded and without accents."""
    groups = []
    for line in LIST_PATH.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        sex, originals, full, short = (part.strip() for part in line.split("|"))
        groups.append(
            GivenName(
                sex,
                tuple(originals.split()),
                frozenset(_bare(form) for form in (*full.split(), *originals.split())),
                frozenset(_bare(form) for form in short.split()),
                tuple(form for form in (*originals.split(), *short.split()) if is_cyrillic(form)),
            )
        )
    return tuple(groups)


@lru_cache(maxsize=65536)
def _bare(form: str) -> str:
    return signless(plain(fold(form)))


@cache
def _by_form() -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, group in enumerate(given_name_groups()):
        for form in group.full | group.short:
            found.setdefault(form, []).append(number)
    return {form: tuple(numbers) for form, numbers in found.items()}


@cache
def _by_skeleton() -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Skeleton → groups and the forms that have it: a romanised given name is looked for among these."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, group in enumerate(given_name_groups()):
        for form in sorted(group.full | group.short):
            for skeleton in skeletons(form):
                found.setdefault(skeleton, []).append((number, form))
    return {skeleton: tuple(pairs) for skeleton, pairs in found.items()}


@lru_cache(maxsize=16384)
def family_of_given_names(name: str) -> Mapping[int, bool]:
    """The groups a given name belongs to, and whether as a full form there; empty where the list does not know it.

    A romanisation of a listed form counts as that form ("Mikhaïl", "Michail").
    """
    from .slavic import Slavic

    slavic = Slavic()
    bare = _bare(name)
    groups = given_name_groups()
    known = {number: bare in groups[number].full for number in _by_form().get(bare, ())}
    if any(known.values()):
        return known
    found: dict[int, tuple[float, bool]] = dict.fromkeys(known, (1.0, False))
    for skeleton in sorted(skeletons(name)):  # the first group is the one whose original is told
        for number, form in _by_skeleton().get(skeleton, ()):
            likeness = slavic.compare(bare, form) if form != bare else None
            if likeness is not None and likeness.score >= _SURE:
                found[number] = max(found.get(number, (0.0, False)), (likeness.score, form in groups[number].full))
    best = max((score for score, _ in found.values()), default=0.0)
    return {number: full for number, (score, full) in found.items() if score >= best - 0.03}


def is_given_name(word: str) -> bool:
    """Whether the list knows the word as a given name, in any romanisation.

    >>> is_given_name("Kolya"), is_given_name("Wassilij"), is_given_name("Harbour")
    (True, True, False)
    """
    return bool(family_of_given_names(word))


def original_of_given_name(word: str) -> str | None:
    """The Cyrillic original of a given name; ``None`` where the list has none for it.

    >>> original_of_given_name("Nikolay"), original_of_given_name("Bartholomew")
    ('Николай', None)
    """
    for number in family_of_given_names(word):
        for original in given_name_groups()[number].originals:
            return original
    return None
