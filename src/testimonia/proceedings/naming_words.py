"""What the words beside a noun for proceedings tell: proper nouns, persons, an ordinal, a number, a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from testimonia.words.calendars import MONTHS
from testimonia.words.clauses import Sentence, Word
from testimonia.words.grammar import ADVERBIAL, BE, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from testimonia.words.kinds import is_people

from .lexicon import lexicon

__all__ = ["Told", "told_beside"]

_NEVER_PROPER = (
    PREPOSITIONS
    | DETERMINERS
    | SUBORDINATORS
    | {"which", "who", "what", "such", "every", "no", "he", "she", "it", "they", "and", "or", "but"}
)
_NATIONS = ("an", "ese", "ish", "ch")
_NO_NOUN = PREPOSITIONS | BE | ADVERBIAL | SUBORDINATORS | {"and", "or", "who", "which", "that"}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_THAT_OF = re.compile(
    r"[^.;:\n]{0,60}?,\sthat\sof\s(?:the|an?)?\s?(?:alleged\s|"
    r"so-called\s)?[\"“]?(?P<label>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})"
)
_LEFT = 9  # words before the noun that may belong to the name
_RIGHT = 8


@dataclass(slots=True)
class Told:
    """What the words tell; ``first`` and ``last`` are the places of the first and last word that belong to the name.

    ``labels`` are proper nouns in small letters, in the order of their finding; ``place`` has offsets of the text.
    """

    first: int
    last: int
    labels: list[str] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    ordinal: int = 0
    count: int = 0
    place: tuple[int, int] | None = None


def told_beside(sentence: Sentence, at: int, known: frozenset[str]) -> Told:
    """What is told beside the noun at a place; ``known`` are the proper nouns that count in capitals."""
    printed = sentence.text[sentence.start : sentence.end]
    capitals = printed.upper() == printed
    told = Told(at, at)
    _read_before(sentence, at, capitals, known, told)
    _read_behind(sentence, at, capitals, known, told)
    return told


def _read_before(sentence: Sentence, at: int, capitals: bool, known: frozenset[str], told: Told) -> None:
    words, lex = sentence.words, lexicon()
    run: list[str] = []
    n = at - 1
    while n >= 0 and at - n <= _LEFT:
        word = words[n]
        if word.named is not None:
            told.persons.add(word.named.person)
        elif word.low in lex.ordinals:
            told.ordinal = lex.ordinals[word.low]
        elif (
            (
                all(part in MONTHS for part in word.low.split("-"))
                or _YEAR.fullmatch(word.word)
                or (word.word == "." and n and words[n - 1].low in MONTHS)
            )
            or word.low in lex.adjectives
            or word.low in ("-", "/", "&", "'s", '"', "“", "”")
        ):
            pass
        elif _is_proper(word, capitals, known, lex.generic):
            run.insert(0, word.low)
            n -= 1
            told.first = n + 1
            continue
        elif word.low in lex.generic and word.word[0].isupper() and not capitals and n != 0:
            if word.low not in ("the", "a") and run:
                run.insert(0, word.low)
        elif word.low in ("and", "-") and n and (words[n - 1].named is not None or words[n - 1].low in MONTHS):
            pass
        else:
            break
        if run and word.named is None:
            told.labels.append(" ".join(run))
            run = []
        told.first = n
        n -= 1
    if run:
        told.labels.append(" ".join(run))
    while told.first < at and (words[told.first].is_mark or words[told.first].low in ("/", "-", "&", "and", "'s")):
        told.first += 1


def _read_behind(sentence: Sentence, at: int, capitals: bool, known: frozenset[str], told: Told) -> None:
    words = sentence.words
    if at + 1 < len(words) and words[at + 1].low == "of":
        _read_of(sentence, at + 2, capitals, known, told)
    if told.last == at:
        found = _THAT_OF.match(sentence.text, words[at].end, sentence.end)
        if found is not None:
            told.labels.append(found["label"].casefold())
    if (
        told.last + 2 < len(words)
        and words[told.last + 1].low in ("in", "at")
        and words[told.last + 2].word[0].isupper()
    ):
        there = words[told.last + 2]
        if there.named is None and there.low not in MONTHS and not capitals:
            told.place = (there.start, there.end)


def _read_of(sentence: Sentence, at: int, capitals: bool, known: frozenset[str], told: Told) -> None:
    """What follows "of", from a place on: a proper noun, persons, a number."""
    words, lex = sentence.words, lexicon()
    n = at
    if n < len(words) and words[n].low in ("the", "an", "a"):
        n += 1
    run: list[str] = []
    begin = n
    while n < len(words) and n - begin < _RIGHT:
        word = words[n]
        if word.named is not None:
            told.persons.add(word.named.person)
            told.last = n
        elif word.low in lex.numbers or re.fullmatch(r"\d{1,3}", word.word):
            if n != begin:
                break
            told.count = lex.numbers.get(word.low) or int(word.word)
            told.last = n
        elif _is_proper(word, capitals, known, lex.generic | set(MONTHS)) or (
            run and word.low in lex.generic and word.word[0].isupper()
        ):
            run.append(word.low)
            told.last = n
        elif word.low in ("and", "of", "the", "'s", '"', "“", "”") or (
            not run and word.low.endswith(("s", "of")) and not capitals
        ):
            if run:
                break
        elif (
            run or not (word.word.isalpha() and word.word.islower() and n - begin < 2) or word.low in ("which", "that")
        ):
            break
        n += 1
    if run:  # "the trial of the Skarra harbour masters"
        more = [w.low for w in words[told.last + 1 : told.last + 4]]
        run += more[: next((i for i, low in enumerate(more) if not _is_noun(low)), len(more))]
        told.labels.append(" ".join(run))


def _is_proper(word: Word, capitals: bool, known: frozenset[str], generic: frozenset[str]) -> bool:
    if not word.word[0].isalpha() or word.low in generic or word.low in lexicon().numbers or word.low in _NEVER_PROPER:
        return False
    if all(part in MONTHS for part in word.low.split("-")) or (is_people(word.low) and word.low.endswith(_NATIONS)):
        return False
    if capitals:
        return any(word.low in key.split(":", 1)[1].split() for key in known if key.startswith("label:"))
    return word.word[0].isupper()


def _is_noun(low: str) -> bool:
    return low.isalpha() and low not in _NO_NOUN
