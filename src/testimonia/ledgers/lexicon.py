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
    """All forms of the words, in small letters; ``participles`` are those that can stand in a passive.

    ``running`` has by verb the words that go with it, ``shared`` by noun the prepositions behind it.
    """

    giving: frozenset[str]
    bribing: frozenset[str]
    sufficing: frozenset[str]
    costs: frozenset[str]
    taking: frozenset[str]
    gifts: frozenset[str]
    buying: frozenset[str]
    selling: frozenset[str]
    money: frozenset[str]
    promising: frozenset[str]
    meeting: frozenset[str]
    facing: frozenset[str]
    meeting_with: frozenset[str]
    calling: frozenset[str]
    coming: frozenset[str]
    introducing: frozenset[str]
    running: dict[str, list[tuple[str, ...]]]
    sharing: frozenset[str]
    shared: dict[str, frozenset[str]]
    hosting: frozenset[str]
    finding: frozenset[str]
    found_there: tuple[str, ...]
    seeing: frozenset[str]
    arriving: frozenset[str]
    calling_to: frozenset[str]
    catching_sight: frozenset[str]
    meeting_nouns: frozenset[str]
    holding: frozenset[str]
    arranging: frozenset[str]
    places: frozenset[str]
    sending: frozenset[str]
    getting: frozenset[str]
    writing: frozenset[str]
    asking: frozenset[str]
    carrying: frozenset[str]
    reporting: frozenset[str]
    by_post: frozenset[tuple[str, ...]]
    exchanging: frozenset[str]
    letter_nouns: frozenset[str]
    order_nouns: frozenset[str]
    message_nouns: frozenset[str]
    words: frozenset[str]
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
    running: dict[str, list[tuple[str, ...]]] = {}
    for entry in meet["running"]:
        verb, behind = entry.split()
        for form in verbs(verb):
            running.setdefault(form, []).append(tuple(behind.split("_")))
    shared: dict[str, list[str]] = {}
    for line in meet["shared"].strip().splitlines():
        preposition, nouns = line.split(":")
        for noun in nouns.split():
            shared.setdefault(noun, []).append(preposition)
    return Lexicon(
        giving=verbs(pay["giving"]),
        bribing=verbs(pay["bribing"]),
        sufficing=verbs(pay["sufficing"]),
        costs=frozenset(pay["costs"].split()),
        taking=verbs(pay["taking"]),
        gifts=frozenset(pay["gifts"].split()),
        buying=verbs(pay["buying"]),
        selling=verbs(pay["selling"]),
        money=frozenset(pay["money"].split()),
        promising=frozenset(pay["promising"].split()),
        meeting=verbs(meet["meeting"]),
        facing=verbs(meet["facing"]),
        meeting_with=verbs(meet["meeting_with"]),
        calling=verbs(meet["calling"]),
        coming=verbs(meet["coming"]),
        introducing=verbs(meet["introducing"]),
        running=running,
        sharing=verbs(meet["sharing"]),
        shared={noun: frozenset(before) for noun, before in shared.items()},
        hosting=verbs(meet["hosting"]),
        finding=verbs(meet["finding"]),
        found_there=tuple(meet["found_there"].split(";")),
        seeing=frozenset(meet["seeing"].split()),
        arriving=verbs(meet["arriving"]),
        calling_to=frozenset(meet["calling_to"].split()),
        catching_sight=verbs(meet["catching_sight"]),
        meeting_nouns=frozenset(meet["nouns"].split()),
        holding=verbs(meet["holding"]),
        arranging=verbs(meet["arranging"]),
        places=frozenset(meet["places"].split()),
        sending=verbs(message["sending"]),
        getting=verbs(message["getting"]),
        writing=verbs(message["writing"]),
        asking=verbs(message["asking"]),
        carrying=verbs(message["carrying"]),
        reporting=verbs(message["reporting"]),
        by_post=frozenset(tuple(phrase.split("_")) for phrase in message["by_post"].split()),
        exchanging=verbs(message["exchanging"]),
        letter_nouns=frozenset(message["letters"].split()),
        order_nouns=frozenset(message["orders"].split()),
        message_nouns=frozenset(message["nouns"].split()),
        words=frozenset(message["words"].split()),
        telling=verbs(message["telling"]),
        offices=frozenset(office["nouns"].split()),
        participles=frozenset(participles),
        gerunds=frozenset(gerunds),
    )
