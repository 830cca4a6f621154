"""Meetings that a noun names: "a talk between Ash and Reed", "Ash's confrontation with Reed", "had a talk with"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, party_of
from testimonia.words.denials import is_gainsaid

from .lexicon import lexicon
from .persons import both_sides, doers_of, is_somebody, known, owners_at, people_at
from .undone import is_possible, is_undone

__all__ = ["Talk", "find_talks", "talk_of"]

_NO = frozenset("no any without neither nor never possible proposed future".split())
_LEADS = frozenset(("after", "during", "in", "at", "before", "following", "from"))
_TAKES_PART = frozenset(
    "participate participates participated participating engaged take takes took taking taken".split()
)
_BRINGS = frozenset("brought put taken led confronted summoned".split())
_FROM_VERB = 9  # words from the verb to its noun
_HELD = frozenset(("had", "held", "received"))
_TOOK_PLACE = frozenset("took takes was were is are occurred followed happened ensued".split())
_MARKS = frozenset('"“”‘’,')


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting as a sentence tells it: the word at ``at`` says so, ``first`` to ``last`` are its code points."""

    at: int
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    first: int
    last: int
    doubt: str = ""  # why it is less sure than others


def find_talks(account: Account, sentence: Sentence) -> Iterator[Talk]:
    """The meetings that nouns name in a sentence."""
    words, nouns = sentence.words, lexicon().meeting_nouns
    for at, word in enumerate(words):
        if word.low not in nouns or word.named is not None or at + 2 >= len(words) or not at:
            continue
        if is_gainsaid(sentence, at) or _is_unreal(sentence, at):
            continue
        behind = at + 1
        while behind < len(words) - 1 and words[behind].word in '"”’':
            behind += 1
        low = words[behind].low
        if low in _TOOK_PLACE:
            behind = next((n for n in range(behind, min(behind + 4, len(words))) if words[n].low == "between"), behind)
            low = words[behind].low
        if low == "between":
            everybody = people_at(account, sentence, behind + 1, between=True)
            talk = talk_of(account, sentence, at, everybody[:1], everybody[1:])
        elif low == "with" or (low == "to" and word.low.startswith("visit")):
            whom = people_at(account, sentence, behind + 1)
            talk = talk_of(account, sentence, at, _others(account, sentence, at), whom) if whom else None
        elif low == "from" and word.low.startswith("visit"):  # "had a visit from Ash"
            host = next((n for n in range(at - 1, max(-1, at - 4), -1) if words[n].low in _HELD), None)
            guests = people_at(account, sentence, behind + 1)
            hosts = doers_of(account, sentence, host) if host is not None and not is_negated(sentence, host) else ()
            talk = talk_of(account, sentence, at, guests, hosts) if guests else None
        elif words[behind].named is None and low not in ("of", "by"):
            talk = _held_together(account, sentence, at)
        else:
            continue
        if talk is not None and not is_undone(sentence, at, talk.last):
            yield talk


def _held_together(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash and Reed had a long talk"."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - 5), -1):
        word = words[place]
        if word.low in _HELD and word.named is None:
            who = tuple(party for party in doers_of(account, sentence, place) if known(party))
            if len(who) < 2 or is_negated(sentence, place):
                return None
            return talk_of(account, sentence, at, who[:1], who[1:])
        if word.is_mark or word.named is not None or word.low in ("that", "to"):
            break
    return None


def _is_unreal(sentence: Sentence, at: int) -> bool:
    """Whether the meeting is denied, only possible, or asked for."""
    words = sentence.words
    arranging = lexicon().arranging
    for place in range(at - 1, max(-1, at - 1 - _FROM_VERB), -1):
        low = words[place].low
        if low in _NO or is_possible(words[place]):
            return True
        if low in arranging:
            return True
        if words[place].is_mark and low not in _MARKS:
            break
        if words[place].named is not None or low in ("and", "that", "who", "which"):
            break
    return False


def _others(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Who has the talk with somebody: its owner, the subject of its verb, or of the clause that it leads into."""
    owners = owners_at(account, sentence, at)
    if owners:
        return owners if known(owners[0]) else _led_into(account, sentence, at) or owners
    words, holding = sentence.words, lexicon().holding
    for place in range(at - 1, max(-1, at - 1 - _FROM_VERB), -1):
        word = words[place]
        if word.named is not None or (word.is_mark and word.word not in _MARKS):
            break
        brought = word.low in _BRINGS and is_passive(sentence, place)
        if word.low in holding or brought or (word.low in _TAKES_PART and words[place + 1].low in ("part", "in")):
            if is_negated(sentence, place):
                return ()
            doers = doers_of(account, sentence, place)
            found = tuple(party for party in doers if known(party) or is_somebody(account, party))
            if found or not word.low.endswith("ing"):
                return found
            told = account.reporter(sentence, place + 1)
            return (told,) if told is not None and known(told) else ()
        if word.low in _LEADS and words[max(0, place - 1)].low not in _TAKES_PART | {"part"}:
            return _led_into(account, sentence, at)
    return ()


def _led_into(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """The subject of the clause behind the comma: "after a talk with Ash, Reed left", "…, he left"."""
    words = sentence.words
    commas = [n for n in range(at + 1, len(words) - 2) if words[n].low == ","]
    for comma in commas:
        for place in (comma + 1, comma + 2):
            word = words[place] if place < len(words) else None
            if word is None or place + 1 >= len(words):
                return ()
            if word.low in ("he", "she", "i"):
                return tuple(party for party in (known(account.meant(sentence, place)),) if party is not None)
            if word.named is not None and not sentence.is_genitive(place) and words[place + 1].low not in (",", "and"):
                party = known(party_of(word.named))
                return (party,) if party is not None else ()
            if word.word[:1].islower():
                break
    return ()


def talk_of(account: Account, sentence: Sentence, at: int, who: Sequence[Party], whom: Sequence[Party]) -> Talk | None:
    """The meeting that the word at ``at`` tells, if both sides are told and somebody of them is known."""
    sides = both_sides(account, sentence, who, whom)
    if sides is None:
        return None
    ends = [party.end for side in sides for party in side if party.end <= sentence.end]
    return Talk(at, *sides, sentence.words[at].start, max([sentence.words[at].end, *ends]))
