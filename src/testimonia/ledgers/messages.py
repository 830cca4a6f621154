"""Messages and instructions: from whom, through whom, to whom, by a verb: "Ash sent Reed a letter", "Reed was ordered".

Sender and receiver must be told; what is asked, denied or only possible is left out. Messages named by a noun ("Ash's
letter to Reed", "on the orders of Ash") are read by `letters`.
"""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Ledger
from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, object_of, party_after
from testimonia.words.denials import is_gainsaid
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS

from .answers import confirm, said_yes
from .letters import Sent, find_letters
from .lexicon import lexicon
from .persons import apart, doers_of, is_somebody, known, names_before, owners_at, people_at, verb_before
from .rows import Found, stretch
from .undone import is_possible

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
_AWAY = frozenset("off into out down up".split())
_PASSING = frozenset("pass passes passed passing".split())
_FAR = 10  # words from "passed on" to whom
_TO_DO = frozenset(("to", "not"))
_HAD = frozenset(("had", "have", "has"))
_FROM, _BY, _THROUGH = (frozenset((word,)) for word in ("from", "by", "through"))
_NO_TELLING = frozenset("the a an this his of in court that to my her their direct written".split())
_ASIDE = 6  # words of an aside between a verb and what it takes: "received, that spring, orders"
_LAST = 40  # rows of a sentence that a further one may be the same as


def find_messages(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The messages that a claim or excerpt tells, each with the sentence it stands in."""
    stems = account.which(_STEMS)
    if not stems or not account.record.named:
        return
    for number, span in enumerate(account.spans):
        where = (span.start, span.end)
        if not account.has(stems, *where) or not account.record.named_in(*where):
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
    mine = {(a.id, b.id) for a in sent.senders for b in sent.receivers}
    return mine <= {(a.id, b.id) for a in other.senders for b in other.receivers}


def _by_verbs(account: Account, sentence: Sentence) -> Iterator[Sent]:
    lex = lexicon()
    verbs = lex.telling | lex.asking | lex.sending | lex.getting | lex.writing | lex.exchanging | _HAD
    for at, word in enumerate(sentence.words):
        if word.low not in verbs or word.named is not None:
            continue
        if is_negated(sentence, at) or is_gainsaid(sentence, at) or _is_unreal(sentence, at):
            continue
        sent = None
        if word.low in lex.telling or word.low in lex.asking:
            sent = _told(account, sentence, at, _TO_DO if word.low in lex.asking else _TO_DO | {"that"})
        if sent is None and word.low in lex.exchanging:
            sent = _exchanged(account, sentence, at)
        if sent is None and word.low in lex.writing:
            sent = _wrote(account, sentence, at)
        if sent is None and word.low in _PASSING:
            sent = _passed_on(account, sentence, at)
        if sent is None and word.low in lex.sending:
            sent = _sent(account, sentence, at)
        if sent is None and (word.low in lex.getting or word.low in _HAD):
            sent = _got(account, sentence, at)
        if sent is not None:
            yield sent


def _is_unreal(sentence: Sentence, at: int) -> bool:
    return any(is_possible(word) for word in sentence.words[max(0, at - 3) : at])


def _made(
    account: Account,
    sentence: Sentence,
    at: int,
    senders: tuple[Party, ...],
    receivers: tuple[Party, ...],
    through: Party | None = None,
) -> Sent | None:
    """The message, if both sides are told; ``through`` is looked for behind the verb where it is not given."""
    senders = tuple(party for party in senders if known(party))
    receivers = tuple(p for p in apart(senders, receivers) if known(p) or is_somebody(account, p))
    if not senders or not receivers:
        return None
    through = through or known(party_after(sentence, at, _THROUGH, account.meant))
    if through is not None and through.id in {party.id for party in (*senders, *receivers)}:
        through = None
    here = [party.end for party in (*senders, *receivers) if sentence.start <= party.start < sentence.end]
    noun = _noun_after(sentence, at, 12)
    ends = [sentence.words[at].end, *here, sentence.words[noun].end if noun is not None else 0]
    return Sent(at, senders, receivers, sentence.words[at].start, max(ends), through)


def _noun_after(sentence: Sentence, at: int, reach: int = 7) -> int | None:
    """The word for a message that is the verb's object."""
    lex = lexicon()
    place = at + 1
    if place < len(sentence.words) and sentence.words[place].low == ",":  # an aside: "received, that spring, orders"
        closing = (n for n in range(place + 1, min(place + 1 + _ASIDE, len(sentence.words))))
        place = next((n + 1 for n in closing if sentence.words[n].low == ","), place)
    for n in range(place, min(place + reach - 1, len(sentence.words))):
        word = sentence.words[n]
        if word.low in lex.message_nouns:
            return n
        if word.is_mark or word.low in ("that", "which", "who", "from", "for", "in", "on", "of"):
            return None
    return None


def _told(account: Account, sentence: Sentence, at: int, behind: frozenset[str]) -> Sent | None:
    """ "Ash instructed Reed to …", "Reed was ordered by Ash to …"; ``behind`` are the words that may follow him."""
    word, lex = sentence.words[at], lexicon()
    if at and sentence.words[at - 1].low in _NO_TELLING:
        return None
    if is_passive(sentence, at):
        if word.low not in lex.participles:
            return None
        sender = known(party_after(sentence, at, _BY, account.meant))
        if behind is _TO_DO and not any(w.low == "to" for w in sentence.words[at + 1 : at + 10]):
            return None
        return _made(account, sentence, at, (sender,), subject_of(sentence, at, account.meant)) if sender else None
    receivers = people_at(account, sentence, at + 1)
    if not receivers or not known(receivers[0]):
        return None
    end = max(party.end for party in receivers)
    following = sentence.word_from(end)
    if following is None or sentence.words[following].low not in behind:
        return None
    if behind is _TO_DO and sentence.words[following + 1 : following + 2] and not _is_verb(sentence, following):
        return None  # "told Reed to his face"
    return _made(account, sentence, at, doers_of(account, sentence, at), receivers)


def _is_verb(sentence: Sentence, to: int) -> bool:
    """Whether what follows "to" or "not to" is done, and no place or person."""
    words = sentence.words
    place = to + 1 if words[to].low == "to" else to + 2
    if place >= len(words) or words[place].named is not None or words[place].is_mark:
        return False
    return words[place].word[:1].islower() and words[place].low not in DETERMINERS | PREPOSITIONS


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
                return _made(account, sentence, at, doers_of(account, sentence, at), whom)
        if words[to].low in (",", ";", ":", "and", "but", "who", "which"):
            break
    return None


def _exchanged(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash exchanged telegrams with Reed"."""
    noun = _noun_after(sentence, at)
    if noun is None or noun + 2 >= len(sentence.words) or sentence.words[noun + 1].low != "with":
        return None
    whom = people_at(account, sentence, noun + 2)
    return _made(account, sentence, at, doers_of(account, sentence, at), whom)


def _wrote(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash wrote to Reed": what he wrote need not be said."""
    words = sentence.words
    to = at + 1
    while to < len(words) - 1 and (words[to].low.endswith("ly") or words[to].low in ("again", "once", "also")):
        to += 1
    if to + 1 >= len(words) or is_passive(sentence, at) or words[at - 1].low == "to":
        return None
    if words[to].low != "to":
        whom = people_at(account, sentence, to) if _noun_after(sentence, at) is None else ()
        if whom and (behind := sentence.word_from(whom[-1].end)) is not None and words[behind].low in _AWAY:
            return None  # "wrote Reed off"
        return _made(account, sentence, at, doers_of(account, sentence, at), tuple(p for p in whom if known(p)))
    place = to + 2 if words[to + 1].low == "both" else to + 1
    return _made(account, sentence, at, doers_of(account, sentence, at), people_at(account, sentence, place))


def _sent(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash sent a postcard to Reed", "Ash sent Reed a postcard"."""
    noun = _noun_after(sentence, at)
    if noun is None or is_passive(sentence, at) or (at and sentence.words[at - 1].low == "to"):
        return None
    receivers: tuple[Party, ...] = ()
    receiver = object_of(sentence, at, account.meant)
    if receiver is not None and receiver.end <= sentence.words[noun].start:
        receivers = tuple(party for party in (known(receiver),) if party is not None)
    if not receivers and noun + 1 < len(sentence.words) and sentence.words[noun + 1].low == "to":
        receivers = people_at(account, sentence, noun + 2)
    return _made(account, sentence, at, doers_of(account, sentence, at), receivers)


def _got(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Reed received instructions from Ash", "Reed received from Ash a letter", "received Ash's orders from Holm"."""
    noun = _noun_after(sentence, at, 12)
    if is_passive(sentence, at):
        return _received_by(account, sentence, at)
    words = sentence.words
    if words[at].low in _HAD and (noun is None or noun + 1 >= len(words) or words[noun + 1].low != "from"):
        return None  # "had orders to go", and not "had a letter from Ash"
    if noun is None and not _from_first(sentence, at):
        return None
    receivers = _getters(account, sentence, at)
    source = known(party_after(sentence, at, _FROM, account.meant))
    owners = owners_at(account, sentence, noun) if noun is not None else ()
    if owners and owners[0].start > words[at].start and owners[0].id not in {party.id for party in receivers}:
        through = source if source is not None and source.id != owners[0].id else None
        return _made(account, sentence, at, owners, receivers, through)
    return _made(account, sentence, at, (source,), receivers) if source is not None else None


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
    return tuple(party for party in doers_of(account, sentence, at) if known(party))


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
            return _made(account, sentence, at, owners, (receiver,))
    return None


def _from_first(sentence: Sentence, at: int) -> bool:
    """Whether "from Ash" stands between the verb and the message."""
    words, lex = sentence.words, lexicon()
    if at + 1 >= len(words) or words[at + 1].low not in ("from", "personally", "direct"):
        return False
    stop = next((n for n in range(at + 1, len(words)) if words[n].is_mark), len(words))
    return any(w.low in lex.message_nouns for w in words[at + 1 : min(stop, at + 10)])


def _row(account: Account, sentence: Sentence, sent: Sent) -> Found:
    parts = [*(("from", party) for party in sent.senders), *(("to", party) for party in sent.receivers)]
    if sent.through is not None:
        parts.append(("through", sent.through))
    start, end = stretch(sentence, parts, sent.first, sent.last)
    telling = account.word_of(sentence, sent.at)
    return Found(Ledger.MESSAGES, start, end, telling, tuple(parts), None, sent.confidence)
