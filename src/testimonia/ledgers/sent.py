"""A message as a sentence tells it, made where both sides are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, Sentence, party_after

from .lexicon import lexicon
from .persons import both_sides, known

__all__ = ["FETCHING", "HAD", "Sent", "made", "noun_after"]

FETCHING = frozenset("send sends sent".split())
HAD = frozenset(("had", "have", "has"))
_OF_MONEY = frozenset("pound dollar mark ruble rouble franc crown bank promissory bill currency shilling".split())
_BRINGING = frozenset("bring brings brought".split())
_THROUGH = frozenset(("through",))
_ASIDE = 6  # words of an aside between a verb and what it takes: "received, that spring, orders"


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as a sentence tells it: the word at ``at`` says so, ``first`` to ``last`` are its code points."""

    at: int
    senders: tuple[Party, ...]
    receivers: tuple[Party, ...]
    first: int
    last: int
    through: Party | None = None
    confidence: float = 0.8


def made(
    account: Account,
    sentence: Sentence,
    at: int,
    senders: Sequence[Party | None],
    receivers: Sequence[Party | None],
    through: Party | None = None,
) -> Sent | None:
    """The message, if both sides are told, one of them by name; ``through`` is looked for where it is not given."""
    sides = both_sides(account, sentence, senders, receivers)
    if sides is None:
        return None
    senders, receivers = sides
    through = through or known(party_after(sentence, at, _THROUGH, account.meant))
    if through is not None and through.id in {party.id for party in (*senders, *receivers)}:
        through = None
    here = [party.end for party in (*senders, *receivers) if sentence.start <= party.start < sentence.end]
    noun = noun_after(sentence, at, 12)
    ends = [sentence.words[at].end, *here, sentence.words[noun].end if noun is not None else 0]
    return Sent(at, senders, receivers, sentence.words[at].start, max(ends), through)


def noun_after(sentence: Sentence, at: int, reach: int = 7) -> int | None:
    """The word for a message that is the verb's object."""
    lex = lexicon()
    wordy = sentence.words[at].low in HAD | FETCHING | _BRINGING | lex.getting
    place = at + 1
    if place < len(sentence.words) and sentence.words[place].low == ",":  # an aside: "received, that spring, orders"
        closing = (n for n in range(place + 1, min(place + 1 + _ASIDE, len(sentence.words))))
        place = next((n + 1 for n in closing if sentence.words[n].low == ","), place)
    for n in range(place, min(place + reach - 1, len(sentence.words))):
        word = sentence.words[n]
        if word.low in ("note", "notes") and sentence.words[n - 1].low.rpartition("-")[2] in _OF_MONEY:
            return None
        if word.low in lex.message_nouns or (wordy and word.low in lex.words):
            return n
        if word.is_mark or word.low in ("that", "which", "who", "from", "for", "in", "on", "of"):
            return None
    return None
