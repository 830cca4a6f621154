"""Messages and instructions: from whom, through whom, to whom. Sender and receiver must be known."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Ledger
from testimonia.words.accounts import Account
from testimonia.words.clauses import (
    Party,
    Sentence,
    is_negated,
    is_passive,
    object_of,
    party_after,
    phrase_at,
    subject_of,
)
from testimonia.words.denials import is_gainsaid

from .lexicon import lexicon
from .rows import Found

__all__ = ["find_messages"]

_STEMS = (
    "letter",
    "telegram",
    "cable",
    "note",
    "message",
    "directive",
    "instruct",
    "order",
    "dispatch",
    "despatch",
    "memorandum",
    "postcard",
    "report",
    "direct",
    "command",
    "information",
)
_TELLING_STEMS = ("instruct", "order", "direct", "command")
_VERB_STEMS = (
    "sent",
    "send",
    "wrote",
    "writ",
    "address",
    "dispatch",
    "despatch",
    "cabl",
    "wire",
    "telegraph",
    "forward",
    "convey",
    "transmit",
    "hand",
    "deliver",
    "gave",
    "giv",
    "brought",
    "bring",
    "receiv",
    "got",
    "get",
)
_UNREAL = frozenset("would should could might may must if whether can cannot will shall".split())
_FROM, _TO, _BY, _THROUGH = (frozenset((word,)) for word in ("from", "to", "by", "through"))
_SURE = 0.6


def find_messages(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The messages that a claim or excerpt tells, each with the sentence it stands in."""
    stems = account.which(_STEMS)
    if not stems or not account.record.named:
        return
    verb_stems = account.which(_TELLING_STEMS + _VERB_STEMS)
    lex = lexicon()
    verbs = lex.telling | lex.sending | lex.getting
    for number, span in enumerate(account.spans):
        where = (span.start, span.end)
        if (
            not account.has(stems, *where)
            or not account.has(verb_stems, *where)
            or not account.record.named_in(span.start, span.end)
        ):
            continue
        sentence = account.sentence(number)
        if sentence.is_question:
            continue
        for at, word in enumerate(sentence.words):
            if word.low not in verbs or word.named is not None:
                continue
            if is_negated(sentence, at) or is_gainsaid(sentence, at) or _is_unreal(sentence, at):
                continue
            sides = None
            if word.low in lex.telling:
                sides = _told(account, sentence, at)
            elif word.low in lex.sending:
                sides = _sent(account, sentence, at)
            elif word.low in lex.getting:
                sides = _got(account, sentence, at)
            if sides is not None and sides[0].id != sides[1].id:
                yield _row(account, sentence, at, *sides), (span.start, span.end)


def _is_unreal(sentence: Sentence, at: int) -> bool:
    return any(w.low in _UNREAL for w in sentence.words[max(0, at - 3) : at])


def _sure(party: Party | None) -> Party | None:
    return party if party is not None and party.id is not None and party.confidence >= _SURE else None


def _one(parties: tuple[Party, ...]) -> Party | None:
    return _sure(parties[0]) if len(parties) == 1 else None


def _noun_after(sentence: Sentence, at: int, reach: int = 7) -> int | None:
    """The word for a message that is the verb's object."""
    lex = lexicon()
    for n in range(at + 1, min(at + reach, len(sentence.words))):
        word = sentence.words[n]
        if word.low in lex.message_nouns:
            return n
        if word.is_mark or word.low in ("that", "which", "who", "from", "for", "in", "on", "of"):
            return None
    return None


def _told(account: Account, sentence: Sentence, at: int) -> tuple[Party, Party] | None:
    """ "Ash instructed Reed to …", "Reed was ordered by Ash to …"."""
    word, lex = sentence.words[at], lexicon()
    before = sentence.words[at - 1].low if at else ""
    if before in ("the", "a", "an", "this", "his", "of", "in", "court", "that", "to"):
        return None
    if is_passive(sentence, at):
        if word.low not in lex.participles:
            return None
        sender, receiver = (
            _sure(party_after(sentence, at, _BY, account.meant)),
            _one(subject_of(sentence, at, account.meant)),
        )
        return (sender, receiver) if sender is not None and receiver is not None else None
    receiver = _sure(object_of(sentence, at, account.meant))
    if receiver is None or receiver.start < word.end:
        return None
    following = sentence.word_from(receiver.end)
    if following is None or sentence.words[following].low not in ("to", "not", "that"):
        return None
    sender = _one(subject_of(sentence, at, account.meant))
    return (sender, receiver) if sender is not None else None


def _sent(account: Account, sentence: Sentence, at: int) -> tuple[Party, Party] | None:
    """ "Ash sent a letter to Reed", "Ash sent Reed a letter", "a letter was sent to Reed by Ash"."""
    noun = _noun_after(sentence, at)
    if noun is None or is_passive(sentence, at):
        return None
    if at and sentence.words[at - 1].low == "to":
        return None
    sender = _one(subject_of(sentence, at, account.meant))
    receiver = _sure(object_of(sentence, at, account.meant))
    if receiver is None or receiver.end > sentence.words[noun].start:
        following = noun + 1
        if following < len(sentence.words) and sentence.words[following].low == "to":
            receiver = _sure(phrase_at(sentence, following + 1, account.meant))
        else:
            receiver = None
    return (sender, receiver) if sender is not None and receiver is not None else None


def _got(account: Account, sentence: Sentence, at: int) -> tuple[Party, Party] | None:
    """ "Reed received instructions from Ash", "Reed received from Ash a letter"."""
    if is_passive(sentence, at) or (_noun_after(sentence, at, 12) is None and not _from_first(sentence, at)):
        return None
    receiver = _one(subject_of(sentence, at, account.meant))
    sender = _sure(party_after(sentence, at, _FROM, account.meant))
    return (sender, receiver) if sender is not None and receiver is not None else None


def _from_first(sentence: Sentence, at: int) -> bool:
    """Whether "from Ash" stands between the verb and the message."""
    words, lex = sentence.words, lexicon()
    if at + 1 >= len(words) or words[at + 1].low not in ("from", "personally", "direct"):
        return False
    stop = next((n for n in range(at + 1, len(words)) if words[n].is_mark), len(words))
    return any(w.low in lex.message_nouns for w in words[at + 1 : min(stop, at + 10)])


def _row(account: Account, sentence: Sentence, at: int, sender: Party, receiver: Party) -> Found:
    parts = [("from", sender), ("to", receiver)]
    through = _sure(party_after(sentence, at, _THROUGH, account.meant))
    if through is not None and through.id not in (sender.id, receiver.id):
        parts.append(("through", through))
    here = [p for _, p in parts if sentence.start <= p.start < sentence.end]
    start = min([sentence.words[at].start, *(p.start for p in here)])
    noun = _noun_after(sentence, at, 12)
    end = max([sentence.words[at].end, *(p.end for p in here), sentence.words[noun].end if noun is not None else 0])
    return Found(Ledger.MESSAGES, start, end, account.word_of(sentence, at), tuple(parts), None, 0.8)
