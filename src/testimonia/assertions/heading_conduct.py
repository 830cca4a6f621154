"""Nouns of what people do and say, where they were held, and what is only compared."""

from __future__ import annotations

from .acts import Group
from .heading_clauses import Clause
from .heading_people import Heading, Target
from .heading_phrases import Phrase, phrases, slug

__all__ = ["PROVING_WORDS", "compares", "custody_of", "is_conduct", "is_deed_or_word", "is_word"]

_CUSTODY = frozenset(
    "prison gaol jail barracks prefecture camp asylum workhouse station fortress lockup dungeon convent".split()
)
_COMPARING = frozenset("more less most least so as than too".split())
PROVING_WORDS = frozenset("evidence proof testimony statistics argument theory memory".split())


def custody_of(h: Heading, clause: Clause) -> tuple[Target, ...]:
    """ "… in the barracks": by whom they were held, as far as a place with its article tells."""
    for n in range(clause.end, clause.stop - 2):
        if h.lows[n] in ("in", "at") and h.lows[n + 1] in ("the", "that") and h.lows[n + 2] in _CUSTODY:
            token = h.tokens[n + 2]
            name = h.text[token.start : token.end]
            return (Target(f"org:{slug(name)}", name, token.start, token.end),)
    return ()


def is_word(h: Heading, phrase: Phrase) -> bool:
    """Whether a noun is of what people say."""
    return bool(phrase.head and h.vocabulary.known(phrase.head, Group.SAYS))


def is_deed_or_word(h: Heading, phrase: Phrase) -> bool:
    """Whether a noun is of what people do or say."""
    known = (*h.vocabulary.known(phrase.head, Group.SAYS), *h.vocabulary.known(phrase.head, Group.DEEDS))
    return bool(known) or phrase.head in h.vocabulary.usages["qualities.merit"].things


def is_conduct(h: Heading, place: int, last: int) -> bool:
    """ "a strong defence", no "strong rope"."""
    heads = {p.head for p in phrases(h.text, h.tokens, place, last)}
    conduct = h.vocabulary.usages["qualities.merit"].things
    return any(head in conduct or h.vocabulary.known(head, Group.SAYS) for head in heads)


def compares(h: Heading, clause: Clause) -> bool:
    """Whether it sets somebody beside another: "more popular than Ash"."""
    return any(low in _COMPARING for low in h.lows[clause.end : clause.stop])
