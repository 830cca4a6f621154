"""Romanisation schemes, read from the TOML tables beside this file.

A table says for each letter, or run of letters, the spellings it may have, the ordinary one first; sections say
where in a word they hold: ``[letters]`` anywhere, ``[initial]``, ``[after_vowel]`` and ``[after_sign]`` instead of
that, ``[final]`` beside it at the end of a word. A value is a string of spellings parted by blanks, or a list where a
letter may be left out (``""``). A scheme with a ``plain`` name makes a second one: the same without accents and with
the signs left out or not, as printers do who lack the type.

A script has a table of its own (``russian.toml``): its vowels, how rare a letter is, the ends its names have.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

from testimonia.words.letters import plain, signless

__all__ = ["Alphabet", "Scheme", "alphabets", "schemes"]

TABLES = Path(__file__).with_name("tables")

Spellings = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of writing one script's letters in another.

    ``standard`` names where it is laid down, ``years`` when it was in use (empty where that says nothing).
    """

    name: str
    script: str
    standard: str
    years: str
    rare: float
    letters: Spellings
    initial: Spellings = field(default_factory=dict)
    after_vowel: Spellings = field(default_factory=dict)
    after_sign: Spellings = field(default_factory=dict)
    final: Spellings = field(default_factory=dict)

    def bare(self, name: str, rare: float) -> Scheme:
        """The scheme as printed without accents, the signs kept or not."""

        def strip(section: Spellings) -> Spellings:
            return {
                letter: tuple(dict.fromkeys(form for s in spellings for form in (plain(s), signless(plain(s)))))
                for letter, spellings in section.items()
            }

        sections = (self.letters, self.initial, self.after_vowel, self.after_sign, self.final)
        return Scheme(name, self.script, self.standard, self.years, rare, *map(strip, sections))


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A script's letters: which are vowels and signs, how rare each is, and how its names end.

    ``shown`` has for a rare letter the Latin letters that show it where a spelling has one of them (o for ё);
    ``runs`` which letters are met side by side in names (``letter-runs.toml``).
    """

    script: str
    letters: str
    vowels: frozenset[str]
    signs: str
    after_signs: str
    rarity: Mapping[str, float]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    restore: tuple[tuple[str, str], ...]
    unlikely: tuple[tuple[str, float], ...]
    kin: Spellings
    shown: Mapping[str, str]
    runs: Mapping[str, frozenset[str]]


def _spellings(section: Mapping[str, str | list[str]]) -> Spellings:
    return {
        letter: tuple(value) if isinstance(value, list) else tuple(value.split()) or ("",)
        for letter, value in section.items()
    }


@cache
def _tables() -> tuple[tuple[Scheme, ...], Mapping[str, Alphabet]]:
    found: list[Scheme] = []
    scripts: dict[str, Alphabet] = {}
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(TABLES.glob("*.toml"))]
    runs = next((table for table in tables if table.get("kind") == "runs"), {})
    tables = [table for table in tables if "kind" not in table]
    for table in sorted(tables, key=lambda table: ("letters" in table, "like" in table)):  # scripts first
        if "letters" not in table:
            ends = table["endings"]
            scripts[table["script"]] = Alphabet(
                script=table["script"],
                letters=table["letters_in_order"],
                vowels=frozenset(table["vowels"]),
                signs=table["signs"],
                after_signs=table["after_signs"],
                rarity=table["rarity"],
                strong=tuple(ends["strong"].split()),
                weak=tuple(ends["weak"].split()),
                restore=tuple(table.get("restore", {}).items()),
                unlikely=tuple(table.get("unlikely", {}).items()),
                kin=_spellings(table.get("kin", {})),
                shown=table.get("shown", {}),
                runs={kind: frozenset(seen.split()) for kind, seen in runs.get(table["script"], {}).items()},
            )
            continue
        parts = ("letters", "initial", "after_vowel", "after_sign", "final")
        sections = [_spellings(table.get(part, {})) for part in parts]
        if "like" in table:  # all that the table does not name is as in that scheme
            model = next(scheme for scheme in found if scheme.name == table["like"])
            sections = [{**getattr(model, part), **section} for part, section in zip(parts, sections, strict=True)]
        if table.get("own"):
            sections[0] = {letter: (letter,) for letter in scripts[table["script"]].letters} | dict(sections[0])
        scheme = Scheme(table["name"], table["script"], table["standard"], table["years"], table["rare"], *sections)
        found.append(scheme)
        if "plain" in table:
            found.append(scheme.bare(table["plain"], table["plain_rare"]))
    return tuple(found), scripts


def schemes(script: str | None = None) -> tuple[Scheme, ...]:
    """The schemes of a script, or all.

    >>> [scheme.name for scheme in schemes("russian") if scheme.name.startswith("BGN")]
    ['BGN/PCGN', 'BGN/PCGN without signs']
    """
    return tuple(scheme for scheme in _tables()[0] if script is None or scheme.script == script)


def alphabets() -> Mapping[str, Alphabet]:
    """The alphabets there are tables for, by name of the script."""
    return _tables()[1]


INITIAL, AFTER_VOWEL, AFTER_CONSONANT = range(3)  # where in a word a letter stands

Units = list[tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]]
"""For each place in a word: spelling → letters → bits of schemes; first inside the word, then at its end."""


def compile_units(alphabet: Alphabet, listed: tuple[Scheme, ...], *, in_kin: bool = False) -> Units:
    """What each spelling may stand for, with the bit of each scheme in the order listed.

    With ``in_kin``, the letters are replaced by those of the related script (``і`` by ``и``), so that both scripts'
    schemes can be laid side by side.
    """
    units: Units = [({}, {}) for _ in range(3)]
    # a run that one scheme has a spelling of its own for is spelt out for all others
    inside_runs = {run for scheme in listed for run in (*scheme.letters, *scheme.initial, *scheme.after_vowel)}
    end_runs = {run for scheme in listed for run in scheme.final} - inside_runs
    signed = {sign + vowel for sign in alphabet.signs for vowel in alphabet.after_signs}
    # sorted, so that of two as likely originals the same is met first in every process
    runs = [sorted(inside_runs | end_runs | (signed if place == AFTER_CONSONANT else set())) for place in range(3)]
    known_kin: dict[str, tuple[str, ...]] = {}
    for bit, scheme in enumerate(listed):
        mask = 1 << bit
        for place in (INITIAL, AFTER_VOWEL, AFTER_CONSONANT):
            inside, ends = units[place]
            # no й after a consonant or alone at the beginning, no sign after a vowel
            never = "й" if place == AFTER_CONSONANT else alphabet.signs
            for letters in runs[place]:
                if letters[0] in never or (place == INITIAL and letters == "й"):
                    continue
                if not in_kin:
                    own: tuple[str, ...] = (letters,)
                elif letters in known_kin:
                    own = known_kin[letters]
                else:
                    own = known_kin[letters] = _in_kin(letters, alphabet.kin)
                spelt = _spell(scheme, alphabet, letters, place)
                if letters not in end_runs:
                    _add(inside, spelt, own, mask)
                _add(ends, spelt.union(scheme.final.get(letters, ())), own, mask)
    return units


def _add(table: dict[str, dict[str, int]], spelt: set[str], own: tuple[str, ...], mask: int) -> None:
    for spelling in spelt:
        by_letters = table.get(spelling)
        if by_letters is None:
            by_letters = table[spelling] = {}
        for letters in own:
            by_letters[letters] = by_letters.get(letters, 0) | mask


def _spell(scheme: Scheme, alphabet: Alphabet, letters: str, place: int) -> set[str]:
    """All spellings of a run of letters at a place, but for those that stand at the end alone."""
    special = scheme.initial if place == INITIAL else scheme.after_vowel if place == AFTER_VOWEL else {}
    if len(letters) == 1:
        return set(special.get(letters) or scheme.letters.get(letters, ()))
    own = special.get(letters) or scheme.letters.get(letters, ())
    spelt = [""]
    for letter in letters:
        choices = special.get(letter) or scheme.letters.get(letter, ())
        spelt = [before + choice for before in spelt for choice in choices]
        special = (
            scheme.after_sign if letter in alphabet.signs else scheme.after_vowel if letter in alphabet.vowels else {}
        )
    return {*spelt, *own}


def _in_kin(letters: str, kin: Spellings) -> tuple[str, ...]:
    if letters in kin:
        return kin[letters]
    return tuple("".join(parts) for parts in product(*(kin.get(letter, (letter,)) for letter in letters)))
