"""The words of the register: data that a user can extend (``proceedings.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.model import ProceedingKind
from testimonia.words.verbs import verb_forms

__all__ = ["Lexicon", "lexicon"]

_WORDS = Path(__file__).with_name("proceedings.toml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms of the words, in small letters. ``participles`` are those of the verbs of outcomes."""

    kinds: dict[str, ProceedingKind]
    weak: frozenset[str]
    adjectives: frozenset[str]
    ordinals: dict[str, int]
    numbers: dict[str, int]
    generic: frozenset[str]
    tried: re.Pattern[str]
    roles: dict[str, str]
    defending: frozenset[str]
    charging: frozenset[str]
    pleading: frozenset[str]
    finding: frozenset[str]
    convicting: frozenset[str]
    acquitting: frozenset[str]
    sentencing: frozenset[str]
    getting: frozenset[str]
    fates: frozenset[str]
    fate_phrases: re.Pattern[str]
    penalties: frozenset[str]
    groups: frozenset[str]
    participles: frozenset[str]


def _phrases(words: str) -> re.Pattern[str]:
    """Any of several phrases; ``~`` stands for one to three words."""
    phrases = (re.escape(" ".join(phrase.split())) for phrase in words.split(";") if phrase.strip())
    patterns = (p.replace(r"\ ", r"\s").replace(r"\~", r"[\w'’-]+(?:\s[\w'’-]+){0,2}") for p in phrases)
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b", re.IGNORECASE)


@cache
def lexicon(path: Path = _WORDS) -> Lexicon:
    """The words of a file.

    >>> {"sentenced", "condemns"} <= lexicon().sentencing
    True
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    participles: set[str] = set()

    def verbs(words: str) -> frozenset[str]:
        forms: set[str] = set()
        for entry in words.split():
            found = verb_forms(entry)
            forms |= {found.base, found.third, found.ing, found.past, found.participle}
            participles.add(found.participle)
        return frozenset(forms)

    kinds, naming, roles, out = table["kinds"], table["naming"], table["roles"], table["outcomes"]
    ordinals = naming["ordinals"].split()
    return Lexicon(
        kinds={
            word: ProceedingKind(kind)
            for kind in ("trial", "inquiry", "plenum", "commission")
            for word in kinds[kind].split()
        },
        weak=frozenset(kinds["weak"].split()),
        adjectives=frozenset(naming["adjectives"].split()),
        ordinals={word: n % 5 + 1 for n, word in enumerate(ordinals)},
        numbers={word: int(worth) for word, worth in (e.split("=") for e in naming["numbers"].split())},
        generic=frozenset(naming["generic"].split()),
        tried=_phrases(table["tried"]["phrases"]),
        roles={word: role for role, words in roles.items() if role != "defending" for word in words.split()},
        defending=verbs(roles["defending"]),
        charging=verbs(out["charging"]),
        pleading=verbs(out["pleading"]),
        finding=verbs(out["finding"]),
        convicting=verbs(out["convicting"]),
        acquitting=verbs(out["acquitting"]),
        sentencing=verbs(out["sentencing"]),
        getting=verbs(out["getting"]),
        fates=verbs(out["fates"]),
        fate_phrases=_phrases(out["fate_phrases"]),
        penalties=frozenset(out["penalties"].split()),
        groups=frozenset(out["groups"].split()),
        participles=frozenset(participles),
    )
