"""Messages and instructions: from whom, through whom, to whom, by a verb: "Ash sent Reed a letter", "Reed was ordered".

Sender and receiver must be told; what is asked, denied or only possible is left out. Messages named by a noun ("Ash's
letter to Reed", "on the orders of Ash") are read by `letters`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from testimonia.model import Ledger
from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, object_of
from testimonia.words.denials import is_gainsaid

from .answers import confirm, said_yes
from .bidding import bidden
from .letters import find_letters
from .lexicon import lexicon
from .persons import (
    doers_of,
    fronted,
    is_somebody,
    known,
    people_at,
)
from .receiving import got
from .rows import Found, stretch
from .sent import FETCHING, HAD, Sent, made, noun_after
from .undone import is_possible, is_supposed

__all__ = ["find_messages"]

_STEMS = (
    "letter",
    "telegra",
    "cable",
    "note",
    "message",
    "directive",
    "instruct",
    "order",
    "dispatch",
    "despatch",
    "memorand",
    "postcard",
    "report",
    "direct",
    "command",
    "information",
    "wrote to",
    "writes to",
    "written to",
    "writing to",
    "wired",
    "pass",
    "wire",
    "wrote",
    "sent for",
    "sends for",
    "phone",
    "in writing",
    "by letter",
    "by tele",
    "by post",
    "petition",
    "invitation",
    "mail",
    "fax",
    "circular",
    "missive",
    "radio",
    "word ",
    "repl",
    "answer",
    "forb",
    "warn",
    "advis",
    "bade",
    "told",
    "tell",
    "asked",
    "asks",
    "request",
    "invited",
    "urged",
    "begged",
    "implored",
    "summoned",
)
# of these alone where nobody is named in the sentence
_PLAIN = frozenset(
    "letter telegra note wrote told asked phone instruct ordered summoned postcard message forb handed".split()
) | {
    "wrote to",
    "written to",
    "writing to",
    "sent for",
    "sends for",
    "in writing",
}
_HAD_WHAT = 12  # words behind "had" in which the message is named
_AWAY = frozenset("off into out down up".split())
_ALSO = frozenset("again once also back home then thus".split())
_ADVERBIAL = 8  # words of "in the autumn of 1890"
_PASSING = frozenset("pass passes passed passing".split())
_FAR = 10  # words from "passed on" to whom
_LAST = 40  # rows of a sentence that a further one may be the same as


def find_messages(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The messages that a claim or excerpt tells, each with the sentence it stands in."""
    stems = account.which(_STEMS)
    if not stems:
        return
    plain = tuple(stem for stem in stems if stem in _PLAIN)
    for number, span in enumerate(account.spans):
        where = (span.start, span.end)
        if not account.has(stems if account.record.named_in(*where) else plain, *where):
            continue
        sentence = account.sentence(number)
        owner = None
        if sentence.is_question:
            owner = said_yes(account, sentence)
            if owner is None:
                continue
        told: list[Sent] = []
        for sent in (*_by_verbs(account, sentence), *find_letters(account, sentence)):
            if not any(_is_same(sent, other) for other in told[-_LAST:]):
                told.append(sent)
                found = _row(account, sentence, sent)
                yield (confirm(account, found, owner) if owner is not None else found), where


def _is_same(sent: Sent, other: Sent) -> bool:
    """Whether two readings of one sentence are of one message."""
    mine = {(a.id or a.name, b.id or b.name) for a in sent.senders for b in sent.receivers}
    return mine <= {(a.id or a.name, b.id or b.name) for a in other.senders for b in other.receivers}


@cache
def _verbs() -> frozenset[str]:
    lex = lexicon()
    told = lex.telling | lex.asking | lex.reporting
    return told | lex.sending | lex.getting | lex.writing | lex.exchanging | HAD


def _by_verbs(account: Account, sentence: Sentence) -> Iterator[Sent]:
    lex = lexicon()
    verbs = _verbs()
    for at, word in enumerate(sentence.words):
        if word.low not in verbs or word.named is not None:
            continue
        if word.low in HAD and noun_after(sentence, at, _HAD_WHAT) is None:
            continue  # the commonest of all verbs, so first what is quick to see
        if is_negated(sentence, at) or is_gainsaid(sentence, at) or _is_unreal(sentence, at):
            continue
        behind = [other.low for other in sentence.words[at + 1 : at + 3]]
        if behind and behind[0] in _NONE and (behind[0] != "no" or behind[-1] not in _AT_LEAST):
            continue  # "gave no order to Reed", and not "wrote no fewer than nine letters to Reed"
        sent = None
        if word.low in lex.telling or word.low in lex.asking:
            sent = bidden(account, sentence, at)
        if sent is None and word.low in lex.reporting:
            sent = _in_writing(account, sentence, at)
        if sent is None and word.low in lex.exchanging:
            sent = _exchanged(account, sentence, at)
        if sent is None and word.low in lex.writing:
            sent = _wrote(account, sentence, at)
        if sent is None and word.low in _PASSING:
            sent = _passed_on(account, sentence, at)
        if sent is None and word.low in FETCHING:
            sent = _sent_for(account, sentence, at)
        if sent is None and word.low in lex.sending:
            sent = _sent(account, sentence, at)
        if sent is None and (word.low in lex.getting or word.low in HAD):
            sent = got(account, sentence, at)
        if sent is not None:
            yield sent


_NONE = frozenset("no neither nothing none".split())
_AT_LEAST = frozenset("fewer less".split())


def _is_unreal(sentence: Sentence, at: int) -> bool:
    return is_supposed(sentence, at) or any(is_possible(word) for word in sentence.words[max(0, at - 3) : at])


def _passed_on(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash passed it on to Reed", "passed on whatever he heard to Reed"."""
    words = sentence.words
    near = words[at + 1 : at + 4]
    on = next((at + 1 + n for n, word in enumerate(near) if word.low == "on"), None)
    if on is None or is_passive(sentence, at):
        return None
    for to in range(on + 1, min(on + _FAR, len(words) - 1)):
        if words[to].low == "to":
            whom = tuple(party for party in people_at(account, sentence, to + 1) if known(party))
            if whom:
                return made(account, sentence, at, doers_of(account, sentence, at), whom)
        if words[to].low in (",", ";", ":", "and", "but", "who", "which"):
            break
    return None


def _in_writing(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash reported it to Reed in writing", "informed Reed by letter that"."""
    words, lex = sentence.words, lexicon()
    until = range(at + 1, min(at + _FAR, len(words) - 1))
    post = next((n for n in until if (words[n].low, words[n + 1].low) in lex.by_post), None)
    if post is None or is_passive(sentence, at) or (at and words[at - 1].low == "to"):
        return None
    whom = people_at(account, sentence, at + 1)
    to = next((n for n in range(at + 1, post) if words[n].low == "to"), None)
    if to is not None and not any(known(party) for party in whom):
        whom = people_at(account, sentence, to + 1)
    return made(account, sentence, at, doers_of(account, sentence, at), whom)


def _exchanged(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash exchanged telegrams with Reed"."""
    noun = noun_after(sentence, at)
    if noun is None or noun + 2 >= len(sentence.words) or sentence.words[noun + 1].low != "with":
        return None
    whom = people_at(account, sentence, noun + 2)
    return made(account, sentence, at, doers_of(account, sentence, at), whom)


def _wrote(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash wrote to Reed": what he wrote need not be said."""
    words = sentence.words
    to = at + 1
    if is_passive(sentence, at) or (at and words[at - 1].low == "to"):
        return None
    before = fronted(account, sentence, at)
    if before:
        return made(account, sentence, at, doers_of(account, sentence, at), before)
    while to < len(words) - 1 and (words[to].low.endswith("ly") or words[to].low in _ALSO):
        to += 1
    if to < len(words) - 1 and words[to].low in ("in", "on", "from"):  # "wrote on 3 May to Ash"
        until = (n for n in range(to + 1, min(to + _ADVERBIAL, len(words) - 1)) if words[n].low == "to")
        to = next((n for n in until if not any(w.is_mark or w.low == "and" for w in words[to:n])), to)
    if to + 1 >= len(words):
        return None
    if words[to].low != "to":
        whom = people_at(account, sentence, to) if noun_after(sentence, at) is None else ()
        if whom and (behind := sentence.word_from(whom[-1].end)) is not None and words[behind].low in _AWAY:
            return None  # "wrote Reed off"
        return made(account, sentence, at, doers_of(account, sentence, at), tuple(p for p in whom if known(p)))
    place = to + 2 if words[to + 1].low == "both" else to + 1
    return made(account, sentence, at, doers_of(account, sentence, at), people_at(account, sentence, place))


def _sent_for(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash sent for Reed": he was told to come."""
    words = sentence.words
    if at + 2 >= len(words) or words[at + 1].low != "for" or is_passive(sentence, at):
        return None
    if at and words[at - 1].low == "to":
        return None
    return made(account, sentence, at, doers_of(account, sentence, at), people_at(account, sentence, at + 2))


def _sent(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash sent a postcard to Reed", "Ash sent Reed a postcard"."""
    noun = noun_after(sentence, at)
    if noun is None or is_passive(sentence, at) or (at and sentence.words[at - 1].low == "to"):
        return None
    receivers: tuple[Party, ...] = ()
    receiver = object_of(sentence, at, account.meant)
    if receiver is not None and receiver.id is None:
        receiver = _up_to_article(sentence, at, receiver)  # "wrote the mayor a letter"
    if receiver is not None and receiver.end <= sentence.words[noun].start:
        receivers = (receiver,) if known(receiver) or is_somebody(account, receiver) else ()
    behind = sentence.words[noun + 1].low if noun + 2 < len(sentence.words) else ""
    others = people_at(account, sentence, noun + 2) if behind in ("to", "for", "from") else ()
    carried = sentence.words[at].low in lexicon().carrying
    if behind == "from" and others and receivers and carried:  # "brought Ash a letter from Reed"
        bringers = doers_of(account, sentence, at)
        return made(account, sentence, at, others, receivers, known(bringers[0]) if len(bringers) == 1 else None)
    if behind == "for" and any(known(party) for party in others):  # "handed the boy a letter for Ash"
        return made(account, sentence, at, doers_of(account, sentence, at), others, known(receiver))
    if behind == "to" and not receivers:
        receivers = others
    return made(account, sentence, at, doers_of(account, sentence, at), receivers)


def _up_to_article(sentence: Sentence, at: int, phrase: Party) -> Party:
    """A phrase up to the article of what is sent, where it ran on into that."""
    words = sentence.words
    for n in range(at + 2, len(words)):
        if words[n].start >= phrase.end:
            break
        if words[n].low in ("a", "an", "the", "his", "her") and n > at + 1 and words[n - 1].low != "of":
            end = words[n - 1].end
            return Party(phrase.start, end, sentence.text[phrase.start : end], None, phrase.confidence)
    return phrase


def _row(account: Account, sentence: Sentence, sent: Sent) -> Found:
    parts = [*(("from", party) for party in sent.senders), *(("to", party) for party in sent.receivers)]
    if sent.through is not None:
        parts.append(("through", sent.through))
    start, end = stretch(sentence, parts, sent.first, sent.last)
    telling = account.word_of(sentence, sent.at)
    return Found(Ledger.MESSAGES, start, end, telling, tuple(parts), None, sent.confidence)
