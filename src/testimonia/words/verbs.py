"""The forms of English verbs, from a short entry: ``pay:paid:paid``, or ``deny`` where they are regular."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

__all__ = ["VerbForms", "verb_forms"]

_VOWELS = frozenset("aeiou")
_DOUBLED_IN_ING = frozenset(
    ("run", "begin", "put", "let", "cut", "hit", "set", "get", "forget", "win", "dig", "spin", "sit", "quit")
)


@dataclass(frozen=True, slots=True)
class VerbForms:
    """``base`` (pay), ``third`` (pays), ``ing`` (paying), ``past`` (paid, gave) and ``participle`` (paid, given)."""

    base: str
    third: str
    ing: str
    past: str
    participle: str


@cache
def verb_forms(entry: str) -> VerbForms:
    """The forms of one verb; an entry states past and participle, or one for both, where they are not in -ed.

    >>> verb_forms("deny").third, verb_forms("give:gave:given").ing, verb_forms("plot:plotted").ing
    ('denies', 'giving', 'plotting')
    """
    base, *rest = entry.split(":")
    third, past = base + "s", base.removesuffix("e") + "ed"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    elif base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = base + "es"
    if base == "have":
        third = "has"
    doubled = base + base[-1:]
    if any(form.startswith(doubled) for form in rest) or base in _DOUBLED_IN_ING:
        ing = doubled + "ing"
    elif base.endswith("ie"):
        ing = base[:-2] + "ying"
    else:
        ing = (base if base.endswith(("ee", "ye", "oe")) else base.removesuffix("e")) + "ing"
    past = rest[0] if rest else past
    return VerbForms(base, third, ing, past, rest[1] if len(rest) > 1 else past)
