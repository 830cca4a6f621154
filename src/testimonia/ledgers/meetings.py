"""Meetings: who met whom, where, by a verb: "Ash met Reed in Skarra", "came to see", "spoke with", "whom Ash met".

Two parties must be told, and one of them known by name; "they met" without names is left out, and so is what is asked,
denied, wanted or only possible. Meetings named by a noun ("his talk with Reed") are read by `talks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from testimonia.model import Ledger, Reason
from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, party_of
from testimonia.words.denials import is_gainsaid
from testimonia.words.grammar import DETERMINERS

from .answers import confirm, said_yes
from .company import find_company
from .lexicon import lexicon
from .paying import is_only_alleged
from .persons import both_sides, doers_of, is_pronoun, is_somebody, known, people_at
from .places import place_after
from .rows import Found, stretch
from .sides import is_people
from .talks import Talk, find_talks
from .undone import is_possible, is_supposed, is_used_to

__all__ = ["find_meetings"]

_STEMS = (
    "meet",
    "met ",
    "met,",
    "met.",
    "visit",
    "interview",
    "talk",
    "conver",
    "confer",
    "confront",
    "audience",
    "rendezvous",
    "discuss",
    "negotiat",
    "encounter",
    "consult",
    "parley",
    "spoke",
    "speak",
    "dine",
    "lunch",
    "called on",
    "calls on",
    "called upon",
    "calls upon",
    "waited ",
    "looked in",
    "dropped in",
    "introduc",
    "presented to",
    "ran into",
    "bumped",
    "came across",
    "came upon",
    "fell in with",
    "up with",
    "supper",
    "tea ",
    "coffee",
    "drink",
    "drank",
    "chat",
    "stayed with",
    "lodged with",
    "breakfast",
    "meal",
    "words with",
    "word with",
    "hands with",
    "evening with",
    "day with",
    "night with",
    "acquaintance",
    "leave of",
    "good-bye",
    "goodbye",
    "farewell",
    "received",
    "entertain",
    "found ",
    "guest",
    "saw ",
    "once with",
    "often with",
    "alone with",
    "closeted",
    " to see ",
    " to me",
    "came to",
    "come to",
    "went to",
    "encounter",
    "confront",
    "received by",
)
_SUPPOSE = frozenset(("suppose", "imagine", "assume", "supposing", "assuming"))
_NO_VERB = frozenset("the a an this that his her their of at first one in no any each every such".split())
_WITH = frozenset(("with", "to"))
_BY = frozenset(("by",))
_AT = frozenset(("at", "in"))
_FACING = frozenset(("by", "with"))
_UPON = frozenset(("on", "upon"))
_MEET_ALONE = frozenset(("met", "meet", "meets"))
_BARE = frozenset(
    "in at on again several twice secretly once often and to there here near for together about over until till".split()
)
_TO_SEE = 14  # words from "came" to "to see"
_BETWEEN = 7  # words between "met" and "with"
_LAST = 40  # rows of a sentence that a further one may be the same as


def find_meetings(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The meetings that a claim or excerpt tells, each with the sentence it stands in."""
    stems = account.which(_STEMS)
    if not stems:
        return
    for number, span in enumerate(account.spans):
        if not account.has(stems, span.start, span.end):
            continue
        sentence = account.sentence(number)
        if any(word.low in _SUPPOSE for word in sentence.words[:2]):
            continue
        owner = None
        if sentence.is_question:
            owner = said_yes(account, sentence)
            if owner is None:
                continue
        told: list[Talk] = []
        talks = (*find_talks(account, sentence), *find_company(account, sentence))
        for talk in (*_met(account, sentence, asked=owner is not None), *talks):
            if not any(_is_same(talk, other) for other in told[-_LAST:]):
                told.append(talk)
                found = _row(account, sentence, talk)
                yield (confirm(account, found, owner) if owner is not None else found), (span.start, span.end)


def _is_same(talk: Talk, other: Talk) -> bool:
    """Whether two readings of one sentence are of one meeting: the same people, and the words meet."""
    people = {party.id or party.name for party in (*talk.who, *talk.whom)}
    others = {party.id or party.name for party in (*other.who, *other.whom)}
    return people <= others and talk.first < other.last and other.first < talk.last


def _is_unreal(sentence: Sentence, at: int) -> bool:
    """Whether it is only possible, wanted or supposed; "only to encounter Ash" did happen."""
    words = sentence.words
    if words[0].low == "had" and not sentence.is_question:
        return True  # "had Ash met Reed, all would be well"
    if is_used_to(sentence, at) or (at > 1 and words[at - 1].low == "to" and words[at - 2].low == "only"):
        return False
    return any(word.low == "to" or is_possible(word) for word in words[max(0, at - 3) : at])


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Whether a determiner stands before the word, with no more than an adjective or two between."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - 4), -1):
        word = words[place]
        if word.low in _NO_VERB:
            return place == at - 1 or words[at].low in lexicon().meeting_nouns
        if word.is_mark or word.named is not None or is_possible(word):
            return False
    return False


@cache
def _verbs() -> frozenset[str]:
    lex = lexicon()
    return lex.meeting | lex.meeting_with | lex.calling | lex.coming | lex.facing


def _met(account: Account, sentence: Sentence, *, asked: bool) -> Iterator[Talk]:
    """What the verbs of a sentence tell; in a question "did" is before its subject."""
    lex, verbs = lexicon(), _verbs()
    for at, word in enumerate(sentence.words):
        if word.low not in verbs or word.named is not None or is_negated(sentence, at) or is_gainsaid(sentence, at):
            continue
        if _is_noun(sentence, at):
            continue
        if word.low in lex.coming:
            place = _comes_to(sentence, at)
            if place < 0:
                place = _comes_to_somebody(account, sentence, at)
        elif word.low in lex.facing and (word.low not in lex.meeting or is_passive(sentence, at)):
            place = at + 2 if is_passive(sentence, at) and _is_next(sentence, at, _FACING) else -1
        elif word.low in lex.calling:
            place = at + 2 if _is_next(sentence, at, _UPON) else -1
        else:
            with_at = _with_at(sentence, at) if word.low in lex.meeting_with else -1
            place = with_at + 1 if with_at >= 0 else at + 1
        if place < 0 or _is_unreal(sentence, at) or is_supposed(sentence, at):
            continue
        if is_passive(sentence, at):
            talk = _visited_by(account, sentence, at)
        else:
            talk = _told(account, sentence, at, place, asked=asked)
        if talk is not None:
            yield talk


def _comes_to(sentence: Sentence, at: int) -> int:
    """Behind "to see" in "came to see Ash"; -1 where nobody comes to see anybody."""
    words, lex = sentence.words, lexicon()
    for to in range(at + 1, min(at + _TO_SEE, len(words) - 2)):
        low, behind = words[to].low, words[to + 1].low
        if low == "to" and (behind in lex.seeing or (behind in lex.calling_to and words[at].low in lex.arriving)):
            return to + 2
        if words[to].is_mark or words[to].named is not None or low in ("and", "that", "who", "which"):
            break
    return -1


def _comes_to_somebody(account: Account, sentence: Sentence, at: int) -> int:
    """Behind "to" in "came to me", "went once to Ash and told him"; -1 where it is a place or a thing."""
    words = sentence.words
    for to in range(at + 1, min(at + 4, len(words) - 1)):
        if words[to].low == "to":
            whom = people_at(account, sentence, to + 1)
            first = words[to + 1]
            surely = first.low in DETERMINERS or first.word[:1].isupper()
            if whom and all(known(p) or is_pronoun(p) or (surely and is_people(account, p)) for p in whom):
                return to + 1
            return -1
        if words[to].is_mark or words[to].named is not None:
            break
    return -1


def _is_next(sentence: Sentence, at: int, lows: frozenset[str]) -> bool:
    return at + 1 < len(sentence.words) and sentence.words[at + 1].low in lows


def _with_at(sentence: Sentence, at: int) -> int:
    """Where "with" follows the verb: at once, or for "met" behind a place or time: "met at the mill with Ash"."""
    words = sentence.words
    if _is_next(sentence, at, _WITH) and words[at + 1].low == "with":
        return at + 1
    if _is_next(sentence, at, _WITH) and words[at].low.startswith("talk"):
        return at + 1
    if words[at].low in _MEET_ALONE or (_is_next(sentence, at, _AT) and words[at].low in lexicon().meeting_with):
        for place in range(at + 1, min(at + 1 + _BETWEEN, len(words))):
            if words[place].low == "with":
                return place
            if words[place].is_mark or words[place].named is not None or words[place].low in ("and", "that", "who"):
                break
    return -1


def _told(account: Account, sentence: Sentence, at: int, place: int, *, asked: bool) -> Talk | None:
    words = sentence.words
    who = tuple(p for p in doers_of(account, sentence, at) if known(p) or is_somebody(account, p))
    if asked and not who and at and (asked_of := known(account.meant(sentence, at - 1))) is not None:
        who = (asked_of,)  # "did you meet Ash"
    if not who and at and words[at - 1].low == "there" and words[at].low in lexicon().coming:
        whom = people_at(account, sentence, place)  # "there came to me Ash"
        behind = sentence.word_from(whom[-1].end) if whom else None
        who = people_at(account, sentence, behind) if behind is not None else ()
        return _talk(account, sentence, at, place, who, whom)
    alone = words[at].low in lexicon().meeting_with and words[at].low not in _MEET_ALONE and place == at + 1
    whom = people_at(account, sentence, place) if not alone else ()
    if not whom and not alone:
        relative = _whom_before(sentence, at)
        if relative is not None:
            whom = (relative,)
    if not whom and len(who) > 1 and (words[at].low in _MEET_ALONE or words[at].low in lexicon().meeting_with):
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or after.is_mark or after.low in _BARE:
            return _talk(account, sentence, at, at + 1, who[:1], who[1:])
        return None
    if whom and _is_no_meeting(sentence, at, whom[-1].end):
        return None
    return _talk(account, sentence, at, max(place, at + 1), who, whom)


def _is_no_meeting(sentence: Sentence, at: int, end: int) -> bool:
    """Whether what stands behind whom one met makes it none: "called on Ash to resign", "came to see Ash, but"."""
    behind = sentence.word_from(end)
    if behind is None:
        return False
    words, low = sentence.words, sentence.words[behind].low
    comes = words[at].low in lexicon().coming
    calls = words[at].low in lexicon().calling
    return (
        low in ("halfway", "half-way")
        or (calls and low in ("to", "for"))
        or (comes and low == "," and words[behind + 1 : behind + 2] != [] and words[behind + 1].low == "but")
    )


def _visited_by(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash was visited by Reed": Reed did it."""
    lex, low = lexicon(), sentence.words[at].low
    facing = low in lex.facing and _is_next(sentence, at, _FACING)
    if low not in lex.participles or not (facing or (low in lex.meeting and _is_next(sentence, at, _BY))):
        return None
    whom = subject_of(sentence, at, account.meant)
    who = people_at(account, sentence, at + 2)
    return _talk(account, sentence, at, at + 1, who, whom)


def _whom_before(sentence: Sentence, at: int) -> Party | None:
    """Whom "whom" takes up in "Reed, whom Ash met"."""
    words = sentence.words
    for place in range(at - 1, max(0, at - 6), -1):
        if words[place].low == "whom":
            return _taken_up(sentence, place - 1 if words[place - 1].low in ("with", "to") else place)
    return None


def _taken_up(sentence: Sentence, at: int) -> Party | None:
    """Who is named right before a "whom"."""
    words = sentence.words
    before = at - 1
    while before >= 0 and words[before].is_mark and words[before].low in (",", ")"):
        before -= 1
    if before < 0:
        return None
    named = words[before].named
    if named is not None and not sentence.is_genitive(before):
        return known(party_of(named))
    return None


def _talk(
    account: Account, sentence: Sentence, at: int, behind: int, who: Sequence[Party], whom: Sequence[Party]
) -> Talk | None:
    sides = both_sides(account, sentence, who, whom)
    if sides is None:
        return None
    end = max([sentence.words[min(behind, len(sentence.words)) - 1].end, *(party.end for party in sides[1])])
    return Talk(at, *sides, sentence.words[at].start, end)


def _row(account: Account, sentence: Sentence, talk: Talk) -> Found:
    parts = [*(("who", party) for party in talk.who), *(("with", party) for party in talk.whom)]
    behind = sentence.word_from(talk.last)
    where = (place_after(sentence, behind) if behind is not None else None) or place_after(sentence, talk.at + 1)
    if where is not None:
        parts.append(("where", where))
    start, end = stretch(sentence, parts, talk.first, talk.last)
    alleged = is_only_alleged(sentence, talk.at)
    doubts = [*(["told as what others state"] if alleged else []), *([talk.doubt] if talk.doubt else [])]
    reasons = tuple(Reason(doubt) for doubt in doubts)
    telling = account.word_of(sentence, talk.at)
    sure = 0.4 if alleged else 0.6 if talk.doubt else 0.85
    return Found(Ledger.MEETINGS, start, end, telling, tuple(parts), None, sure, reasons)
