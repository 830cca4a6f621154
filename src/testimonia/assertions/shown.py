"""What the words of a clause show of it, whoever speaks: how long it is, who is named in it, what it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.model import Mode
from testimonia.words.stems import stem

from .clauses import Clause
from .negations import NEGATIONS
from .utterances import Reading

__all__ = ["Shown", "shown_by", "sorts_of"]

_WORDS = Path(__file__).with_name("signs.toml")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_SORTS = {
    "past": "was were had did said told came went took gave made knew became got saw met found",
    "present": "is are am has have does do",
    "i": "i we",
    "you": "you your",
    "if": "if whether unless",
    "maybe": "perhaps maybe presumably possibly probably",
    "would": "would could might may should",
    "is": "is are am",
    "was": "was were",
    "not": " ".join(NEGATIONS),
}
_BITS = {sort: 1 << place for place, sort in enumerate(_SORTS)}
_WORD_BITS: dict[str, int] = {}
for _sort, _listed in _SORTS.items():
    for _word in _listed.split():
        _WORD_BITS[_word] = _WORD_BITS.get(_word, 0) | _BITS[_sort]
_PLAIN = ("if", "maybe", "would", "you")  # sorts that count alike however a clause is told
_TOLD = ("i", "not")
_WHEN = frozenset("when after as before while since".split())
_MARGIN = 4  # marks around a voice's words
_FEW, _MANY = 4, 9  # sentences of an excerpt
_TINY, _SHORT, _LONG = 4, 8, 25  # words of a clause


@dataclass(frozen=True, slots=True)
class Shown:
    """Signs that count alike whoever speaks (``plain``), and such as count by how it is told (``told``); ``parties``
    are the ids of those named, ``shared`` how many words the clause has in common with its claim, ``words`` those in
    small letters that are no names."""

    plain: list[str]
    told: list[str]
    parties: frozenset[str]
    shared: int
    words: list[str]


def shown_by(reading: Reading, clause: Clause, of_claim: frozenset[str]) -> Shown:
    """What a clause shows; ``of_claim`` are the words of the excerpt, in small letters, that its claim has too."""
    lows = [word.low for word in reading.words[clause.first : clause.last]]
    there = set(lows)
    parties = reading.parties_in(clause.first, clause.last)
    persons = {party.id for party in parties if party.kind == "person"}
    told = [
        "tiny" if len(lows) < _TINY else "short" if len(lows) < _SHORT else "middle" if len(lows) < _LONG else "long"
    ]
    told.append("persons" if len(persons) > 1 else "person" if persons else "group" if parties else "nobody")
    told += _kinds_of(there) or ["no kind"]
    told += _place(reading, clause)
    bits = 0
    for low in there & _WORD_BITS.keys():
        bits |= _WORD_BITS[low]
    told += [sort for sort in _TOLD if bits & _BITS[sort]]
    if bits & _BITS["is"] and not bits & _BITS["was"]:
        told.append("is")
    if bits & _BITS["past"] or any(low.endswith("ed") for low in lows):
        told.append("past")
    elif bits & _BITS["present"]:
        told.append("present")
    shared = len({stem(low) for low in there & of_claim})
    plain = [sort for sort in _PLAIN if bits & _BITS[sort]]
    plain += _plain(reading, clause, lows, there)
    return Shown(plain, told, frozenset(party.id for party in parties), shared, _words(reading, clause))


def _plain(reading: Reading, clause: Clause, lows: list[str], there: set[str]) -> Iterator[str]:
    if clause.voice.mode is Mode.EDITORIAL:
        yield "editorial"
    if clause.utterance.question:
        yield "question"
    if _introduces(reading, clause):
        yield "introduces"
    if _bracketed(reading, clause):
        yield "bracketed"
    digits = [low for low in there if low[0].isdecimal()]
    if digits:
        yield "number"
        if any(_YEAR.fullmatch(low) for low in digits):
            yield "year"
    if clause.number == 0:
        yield "first sentence"
    if len(reading.utterances) < _FEW:
        yield "short excerpt"
    if len(reading.utterances) > _MANY:
        yield "long excerpt"
    if lows and lows[0] in _WHEN:
        yield "subordinate"


def _place(reading: Reading, clause: Clause) -> Iterator[str]:
    if _introduces(reading, clause):
        yield "introduces"
    if clause.utterance.last - clause.utterance.first == clause.last - clause.first:
        yield "whole"
    if _alone(reading, clause):
        yield "alone"


def _words(reading: Reading, clause: Clause) -> list[str]:
    """The words that are no part of a name and have no capital of their own."""
    words, first = reading.words, clause.utterance.first
    return [
        words[at].low
        for at in range(clause.first, clause.last)
        if (at == first or not words[at].capital) and reading.party_number(at) < 0
    ]


@cache
def _word_signs() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[tuple[str, str], ...]]]:
    """Whole words with their signs, and by two letters the beginnings of words with theirs."""
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[tuple[str, str], ...]] = {}
    for sign, words in tomllib.loads(_WORDS.read_text(encoding="utf-8")).items():
        for word in words.split():
            if word.endswith("*"):
                beginnings[word[:2]] = (*beginnings.get(word[:2], ()), (word[:-1], sign))
            else:
                whole[word] = (*whole.get(word, ()), sign)
    return whole, beginnings


@cache
def sorts_of(low: str) -> tuple[str, ...]:
    """What a word in small letters speaks of: a court, a crime, a feeling."""
    whole, beginnings = _word_signs()
    return (*whole.get(low, ()), *(sign for begin, sign in beginnings.get(low[:2], ()) if low.startswith(begin)))


def _kinds_of(lows: set[str]) -> set[str]:
    return set().union(*map(sorts_of, lows))


def _introduces(reading: Reading, clause: Clause) -> bool:
    """Whether a quotation follows right behind, which says it itself."""
    end = reading.words[clause.last - 1].end
    rest = reading.text[end : end + 6].lstrip(" ,-–—\n")
    return rest[:1] == ":" or (rest[:1] in ('"', "“", "„", "«") and clause.last == clause.utterance.last)


def _alone(reading: Reading, clause: Clause) -> bool:
    """Whether the clause is all that its voice says there."""
    start, end = reading.words[clause.first].start, reading.words[clause.last - 1].end
    piece = reading.piece_at(clause.first)
    return start - piece.start < _MARGIN and piece.end - end < _MARGIN


def _bracketed(reading: Reading, clause: Clause) -> bool:
    """Whether the sentence stands in brackets by itself: a reference, a stage direction."""
    words = reading.text[clause.utterance.start : clause.utterance.end].strip()
    return words[:1] in ("(", "[") and words[-1:] in (")", "]")
