"""The words of the ledgers: data that a user can extend (``ledgers.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.words.verbs import verb_forms

__all__ = ["Lexicon", "lexicon"]

_WORDS = Path(__file__).with_name("ledgers.toml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms of the words, in small letters; ``participles`` are those that can stand in a passive."""

    giving: frozenset[str]
    bribing: frozenset[str]
    sufficing: frozenset[str]
    taking: frozenset[str]
    money: frozenset[str]
    promising: frozenset[str]
    meeting: frozenset[str]
    facing: frozenset[str]
    meeting_with: frozenset[str]
    calling: frozenset[str]
    coming: frozenset[str]
    seeing: frozenset[str]
    meeting_nouns: frozenset[str]
    holding: frozenset[str]
    arranging: frozenset[str]
    places: frozenset[str]
    sending: frozenset[str]
    getting: frozenset[str]
    writing: frozenset[str]
    asking: frozenset[str]
    carrying: frozenset[str]
    exchanging: frozenset[str]
    letter_nouns: frozenset[str]
    order_nouns: frozenset[str]
    message_nouns: frozenset[str]
    telling: frozenset[str]
    offices: frozenset[str]
    participles: frozenset[str]
    gerunds: frozenset[str]


@cache
def lexicon(path: Path = _WORDS) -> Lexicon:
    """The words of a file.

    >>> {"paid", "paying", "given"} <= lexicon().giving
    True
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    participles: set[str] = set()
    gerunds: set[str] = set()

    def verbs(words: str) -> frozenset[str]:
        forms: set[str] = set()
        for entry in words.split():
            found = verb_forms(entry)
            forms |= {found.base, found.third, found.ing, found.past, found.participle}
            participles.add(found.participle)
            gerunds.add(found.ing)
        return frozenset(forms)

    pay, meet, message, office = (table[name] for name in ("payments", "meetings", "messages", "offices"))
    return Lexicon(
        giving=verbs(pay["giving"]),
        bribing=verbs(pay["bribing"]),
        sufficing=verbs(pay["sufficing"]),
        taking=verbs(pay["taking"]),
        money=frozenset(pay["money"].split()),
        promising=frozenset(pay["promising"].split()),
        meeting=verbs(meet["meeting"]),
        facing=verbs(meet["facing"]),
        meeting_with=verbs(meet["meeting_with"]),
        calling=verbs(meet["calling"]),
        coming=verbs(meet["coming"]),
        seeing=frozenset(meet["seeing"].split()),
        meeting_nouns=frozenset(meet["nouns"].split()),
        holding=verbs(meet["holding"]),
        arranging=verbs(meet["arranging"]),
        places=frozenset(meet["places"].split()),
        sending=verbs(message["sending"]),
        getting=verbs(message["getting"]),
        writing=verbs(message["writing"]),
        asking=verbs(message["asking"]),
        carrying=verbs(message["carrying"]),
        exchanging=verbs(message["exchanging"]),
        letter_nouns=frozenset(message["letters"].split()),
        order_nouns=frozenset(message["orders"].split()),
        message_nouns=frozenset(message["nouns"].split()),
        telling=verbs(message["telling"]),
        offices=frozenset(office["nouns"].split()),
        participles=frozenset(participles),
        gerunds=frozenset(gerunds),
    )
