"""Who was told to do something: "Ash instructed Reed to sail", "Reed was ordered by Ash to sail"."""

from __future__ import annotations

from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Sentence, is_passive, party_after
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.verbs import may_be_past

from .lexicon import lexicon
from .persons import doers_of, people_at
from .sent import Sent, made

__all__ = ["bidden"]

_BY = frozenset(("by",))
_TO_DO = frozenset(("to", "not"))
_ELSEWHERE = frozenset("out away off home back forward".split())  # "ordered him out"
_NO_TELLING = frozenset("the a an this his of in court that to my her their direct written".split())
_THINKING = frozenset("know believe think suppose imagine assume understand accept remember consider forgive".split())
_TILL_TO = 10  # words from "was told" to its infinitive
_TILL_THAT = 8  # words from "told Ash" to "that"
_BIDDEN = 8  # words behind "that" in which it says what one has to do


def bidden(account: Account, sentence: Sentence, at: int) -> Sent | None:
    """ "Ash instructed Reed to …", "Reed was ordered by Ash to …", "Ash told Reed that the gate had to be shut"."""
    word, lex = sentence.words[at], lexicon()
    behind = _TO_DO if word.low in lex.asking else _TO_DO | {"that"} | _ELSEWHERE
    if at and sentence.words[at - 1].low in _NO_TELLING:
        return None
    if is_passive(sentence, at):
        if word.low not in lex.participles:
            return None
        sender = party_after(sentence, at, _BY, account.meant)
        infinitive = _infinitive(sentence, at)
        if behind is _TO_DO and infinitive is None and not _is_bidden(sentence, at):
            return None
        if _is_rhetoric(sentence, infinitive) or (
            at > 1 and [w.low for w in sentence.words[at - 2 : at]] == ["we", "are"]
        ):
            return None  # "we are asked by Ash to pity him": all of us
        return made(account, sentence, at, (sender,), subject_of(sentence, at, account.meant)) if sender else None
    receivers = people_at(account, sentence, at + 1)
    if not receivers:
        return None
    end = max(party.end for party in receivers)
    following = sentence.word_from(end)
    if following is None:
        return None
    if sentence.words[following].low not in behind:
        if behind is not _TO_DO or not _is_bidden(sentence, following - 1):
            return None
    elif behind is _TO_DO and sentence.words[following + 1 : following + 2] and not _is_verb(sentence, following):
        return None  # "told Reed to his face"
    if _is_rhetoric(sentence, following):
        return None
    return made(account, sentence, at, doers_of(account, sentence, at), receivers)


def _infinitive(sentence: Sentence, at: int) -> int | None:
    """Where "to go" stands behind "was told", in the same clause."""
    words = sentence.words
    for n in range(at + 1, min(at + _TILL_TO, len(words) - 1)):
        if words[n].low == "to" and _is_verb(sentence, n):
            return n
        if words[n].low in ("who", "which", "that", ";", ":"):
            break
    return None


def _is_rhetoric(sentence: Sentence, to: int | None) -> bool:
    """Whether nobody is told to do anything: "we are asked by Ash to believe", "ordered boats to be built"."""
    if to is None:
        return False
    following = [word.low for word in sentence.words[to + 1 : to + 3]]
    built = following[:1] == ["be"] and may_be_past(following[-1])
    return built or any(low in _THINKING for low in following)


def _is_bidden(sentence: Sentence, at: int) -> bool:
    """Whether what is told behind the word at ``at`` is what one has to do: "that the gate had to be shut"."""
    words = sentence.words
    that = next((n for n in range(at + 1, min(at + _TILL_THAT, len(words))) if words[n].low == "that"), None)
    if that is None:
        return False
    for n in range(that + 1, min(that + _BIDDEN, len(words) - 2)):
        low, behind = words[n].low, words[n + 1].low
        if low in (",", ";", ":") or low in ("that", "which", "who"):
            return False
        if low == "must" or (low == "should" and words[n - 1].low not in ("i", "we")):
            return True
        if low in ("had", "have", "has", "was", "were", "is", "are") and "to" in (behind, words[n + 2].low):
            return behind in ("to", "not", "never")
    return False


def _is_verb(sentence: Sentence, to: int) -> bool:
    """Whether what follows "to" or "not to" is done, and no place or person."""
    words = sentence.words
    place = to + 1 if words[to].low == "to" else to + 2
    if place >= len(words) or words[place].named is not None or words[place].is_mark:
        return False
    return words[place].word[:1].islower() and words[place].low not in DETERMINERS | PREPOSITIONS
