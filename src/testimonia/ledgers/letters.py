"""Letters and orders that a noun names: "Ash's letter to Reed", "in a telegram to Reed Ash said", "on Ash's orders".

Whoever acts on somebody's orders was given them; an order that nobody is said to follow is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Party, Sentence, is_passive
from testimonia.words.denials import is_gainsaid
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.speech import english_speech
from testimonia.words.verbs import is_irregular_past, may_be_past

from .lexicon import lexicon
from .persons import acts_at, apart, both_sides, doers_of, known, names_before, owners_at, people_at
from .sent import Sent
from .undone import is_possible, is_undone

__all__ = ["find_letters"]

_WHOSE = frozenset(("of", "from", "by"))
_ON = frozenset("on upon under by".split())
_IN = frozenset(("in", "through", "by"))
_NO = frozenset("no any without neither nor never".split())
_REACH = 9  # words behind the noun in which it says whose and to whom it is
_BACK = 12  # words before "on the orders of" to what was done on them


def find_letters(account: Account, sentence: Sentence) -> Iterator[Sent]:
    """The messages that nouns name in a sentence."""
    lex = lexicon()
    for at, word in enumerate(sentence.words):
        if word.named is not None:
            continue
        sent = None
        if word.low in lex.letter_nouns:
            sent = _letter(account, sentence, at)
        elif word.low in lex.order_nouns:
            sent = _letter(account, sentence, at) or _order(account, sentence, at)
        if sent is not None and not is_undone(sentence, at, sent.last):
            yield sent


def _letter(account: Account, sentence: Sentence, at: int) -> Sent | None:
    words = sentence.words
    if is_gainsaid(sentence, at) or any(is_possible(word) or word.low in _NO for word in words[max(0, at - 3) : at]):
        return None
    senders = owners_at(account, sentence, at)
    receivers: tuple[Party, ...] = ()
    behind = place = at + 1
    stop = min(behind + _REACH, len(words))
    while place < stop:
        low = words[place].low
        given = low in lexicon().participles
        if low == "to" and not receivers and place + 1 < stop:
            receivers = people_at(account, sentence, place + 1)
            place = _behind(sentence, receivers, place)
        elif low in _WHOSE and not senders and (place == behind or receivers or words[place - 1].low in _GIVEN):
            senders = people_at(account, sentence, place + 1)
            place = _behind(sentence, senders, place)
        elif given and low in _GIVEN:
            party = known(next(iter(people_at(account, sentence, place + 1)), None))
            if party is not None and not receivers:  # "given me by Ash"
                receivers = (party,)
                place = _behind(sentence, receivers, place)
        elif (words[place].is_mark and words[place].word not in "[],") or low in ("that", "which", "who", "and"):
            break
        place += 1
    if receivers and not any(known(party) for party in senders) and _opened_by(sentence, at, _IN):
        senders = _writer(account, sentence, at, receivers) or senders
    sides = both_sides(account, sentence, senders, receivers)
    if sides is not None:
        senders, receivers = sides
    else:
        senders, receivers = tuple(party for party in senders if known(party)), ()
    through = _carrier(account, sentence, at, senders, receivers)
    if not senders or not (receivers or through):
        return None
    here = [party.end for party in (*senders, *receivers) if sentence.start <= party.start < sentence.end]
    return Sent(at, senders, receivers, words[at].start, max([words[at].end, *here]), through)


_GIVEN = frozenset("given sent written issued addressed dispatched despatched handed forwarded cabled".split())


def _carrier(
    account: Account, sentence: Sentence, at: int, senders: tuple[Party, ...], receivers: tuple[Party, ...]
) -> Party | None:
    """Who brings the letter: "Holm carried letters from Ash to Reed", "Holm had forwarded Ash's orders"."""
    for place in range(at - 1, max(-1, at - 5), -1):
        word = sentence.words[place]
        if word.low in lexicon().carrying and word.named is None:
            others = apart((*senders, *receivers), doers_of(account, sentence, place))
            return known(others[0]) if len(others) == 1 else None
        if word.is_mark or (word.named is not None and not sentence.is_genitive(place)):
            return None
    return None


def _behind(sentence: Sentence, parties: tuple[Party, ...], place: int) -> int:
    """The last word of those who were read behind a place; the place itself where nobody was."""
    if not parties:
        return place
    end = max(party.end for party in parties)
    behind = sentence.word_from(end)
    return max(place, (len(sentence.words) if behind is None else behind) - 1)


def _opened_by(sentence: Sentence, at: int, prepositions: frozenset[str]) -> bool:
    """Whether a preposition and nothing but an article and adjectives stand before the noun."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - 6), -1):
        if words[place].low in prepositions:
            return True
        if words[place].is_mark or words[place].low in PREPOSITIONS or words[place].low == "and":
            return False
    return False


def _writer(account: Account, sentence: Sentence, at: int, receivers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who says something in the letter: "in a letter to Reed Ash said", "Ash complained in a telegram to Reed"."""
    words, speech = sentence.words, english_speech()
    end = max(party.end for party in receivers)
    for place in range(at - 1, max(-1, at - _BACK), -1):
        low = words[place].low
        if (low in speech.saying or low in speech.writing) and words[place].named is None:
            found = doers_of(account, sentence, place)
            return found
        if words[place].is_mark:
            break
    first = sentence.word_from(end)
    for place in range(len(words) if first is None else first, len(words)):
        word = words[place]
        low = word.low
        if (low in speech.saying or low in speech.writing) and word.named is None:
            found = apart(receivers, names_before(sentence, place) or doers_of(account, sentence, place))
            return found
        if low in (";", ".", ":"):
            break
    return ()


def _order(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "On Ash's orders Reed left", "Reed left on the orders of Ash", "the bay was mapped under my orders by Reed"."""
    words = sentence.words
    if not _opened_by(sentence, at, _ON) or is_gainsaid(sentence, at):
        return None
    senders = owners_at(account, sentence, at)
    last = at
    if not senders and at + 1 < len(words) and words[at + 1].low in ("of", "from"):
        senders = people_at(account, sentence, at + 2)
        last = _behind(sentence, senders, at)
    if not senders:
        return None
    sides = both_sides(account, sentence, senders, _acting(account, sentence, at, last))
    if sides is None:
        return None
    senders, receivers = sides
    here = [party.end for party in (*senders, *receivers) if sentence.start <= party.start < sentence.end]
    return Sent(at, senders, receivers, words[at].start, max([words[at].end, *here]), confidence=0.7)


def _acting(account: Account, sentence: Sentence, at: int, last: int) -> tuple[Party, ...]:
    """Who acts on the orders at ``at``: the subject behind them, or of the verb before them."""
    words = sentence.words
    opens = max([n for n in range(max(0, at - 6), at) if words[n].low in _ON], default=at)
    if opens and words[opens - 1].low in ("and", "but"):
        return subject_of(sentence, opens, account.meant)
    place = last + 1
    while place < len(words) and (words[place].low == "," or words[place].low in DETERMINERS):
        place += 1
    if place + 1 < len(words):
        word = words[place]
        if acts_at(sentence, place) and not sentence.is_genitive(place):
            return people_at(account, sentence, place)[:1]
        if word.low in ("he", "she", "i"):
            party = known(account.meant(sentence, place))
            return (party,) if party is not None else ()
        if word.low == "by":  # "under my orders by Reed"
            return people_at(account, sentence, place + 1)
        if may_be_past(word.low):
            return doers_of(account, sentence, place)
    for place in range(at - 1, max(-1, at - _BACK), -1):
        word = words[place]
        if word.low in (";", ":", "?", "that", "which"):
            break
        if is_irregular_past(word.low) or (word.low.endswith("ed") and words[place - 1].low not in DETERMINERS):
            if is_passive(sentence, place) or any(is_possible(word) for word in words[max(0, place - 4) : place]):
                return ()
            return doers_of(account, sentence, place)
    return ()
