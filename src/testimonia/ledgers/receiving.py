"""Who received what from whom: "Reed received instructions from Ash", "had a letter from Ash"."""

from __future__ import annotations

from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, Sentence, is_passive, party_after

from .lexicon import lexicon
from .persons import doers_of, is_somebody, known, names_before, owners_at, people_at, verb_before
from .sent import HAD, Sent, made, noun_after

__all__ = ["got"]

_FROM, _BY = (frozenset((word,)) for word in ("from", "by"))


def got(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Reed received instructions from Ash", "Reed received from Ash a letter", "received Ash's orders from Holm"."""
    noun = noun_after(sentence, at, 12)
    if is_passive(sentence, at):
        return _received_by(account, sentence, at)
    words = sentence.words
    if words[at].low in HAD and (noun is None or noun + 1 >= len(words) or words[noun + 1].low != "from"):
        return None  # "had orders to go", and not "had a letter from Ash"
    if noun is None and not _from_first(sentence, at):
        return None
    receivers = _getters(account, sentence, at)
    source = _source(account, sentence, at, noun)
    owners = owners_at(account, sentence, noun) if noun is not None else ()
    if (
        owners
        and known(owners[0])
        and owners[0].start > words[at].start
        and owners[0].id not in {party.id for party in receivers}
    ):
        through = known(source) if source is not None and source.id != owners[0].id else None
        return made(account, sentence, at, owners, receivers, through)
    return made(account, sentence, at, (source,), receivers) if source is not None else None


def _source(account: Account, sentence: Sentence, at: int, noun: int | None) -> Party | None:
    """From whom: behind the verb, or in front of all: "From Ash they received orders"."""
    found = party_after(sentence, at, _FROM, account.meant)
    if found is not None and (known(found) or is_somebody(account, found)):
        return found
    first = sentence.words[0].low == "from" and noun is not None
    people = people_at(account, sentence, 1) if first else ()
    return people[0] if people else None


def _getters(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Who received: of "admitted having received" and "Ash, having received" whoever is said to."""
    words = sentence.words
    if at and words[at - 1].low == "having":
        told = account.reporter(sentence, at)
        if told is not None and known(told):
            return (told,)
        before = at - 3 if at > 2 and words[at - 2].low == "," else at - 1
        row = names_before(sentence, before + 1) if before < at - 1 else ()
        if row and (row[0].start == words[0].start or words[before - 1].is_mark):  # no object of the verb before
            return row
        earlier = verb_before(sentence, at - 1)
        return doers_of(account, sentence, earlier) if earlier is not None else ()
    return doers_of(account, sentence, at)


def _received_by(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Telegrams from Ash were received by Reed"."""
    words, nouns = sentence.words, lexicon().message_nouns
    receiver = known(party_after(sentence, at, _BY, account.meant))
    if receiver is None or words[at].low not in lexicon().participles:
        return None
    for place in range(at - 1, -1, -1):
        if words[place].low in nouns:
            owners = owners_at(account, sentence, place)
            if not owners and words[place + 1].low == "from":
                owners = people_at(account, sentence, place + 2)
            return made(account, sentence, at, owners, (receiver,))
    return None


def _from_first(sentence: Sentence, at: int) -> bool:
    """Whether "from Ash" stands between the verb and the message."""
    words, lex = sentence.words, lexicon()
    if at + 1 >= len(words) or words[at + 1].low not in ("from", "personally", "direct"):
        return False
    stop = next((n for n in range(at + 1, len(words)) if words[n].is_mark), len(words))
    return any(w.low in lex.message_nouns for w in words[at + 1 : min(stop, at + 10)])
