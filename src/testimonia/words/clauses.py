"""A sentence read without a parser: its words, names whole; voice and denial of verbs; who stands behind them.

`Sentence` holds the words and marks of one sentence, a printed name being one word. `object_of` and `party_after` find
who stands right behind a verb, or behind a preposition of its clause; its subject is found by `clause_subjects`. What
is found is a `Party`: somebody named, a pronoun with whom it means where that is sure, or a noun phrase as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from testimonia.model import Gender

from .grammar import ADVERBIAL, BE, DETERMINERS, FEMALE, MALE, NO_PHRASE, PREPOSITIONS
from .record_texts import Named
from .titles import is_calling, is_describing, is_qualifier, is_title

__all__ = [
    "CLAUSE_WORDS",
    "HELPING",
    "PERSONAL",
    "STOPS",
    "TITLES",
    "Meaning",
    "Party",
    "Sentence",
    "Word",
    "ends_title",
    "fits",
    "is_negated",
    "is_passive",
    "may_stand_before_name",
    "object_of",
    "party_after",
    "party_of",
    "phrase_at",
]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d|--|\S")
STOPS = frozenset(";:.!?")
_MARKS = frozenset(',;:.!?()[]"“”«»…–—') | {"--"}
PERSONAL = frozenset("i me we us you he him she her they them".split())
CLAUSE_WORDS = frozenset("that which who whom whose because while when if although though until whereas where".split())
TITLES = 4  # words of title or calling before a name
_REACH = 30  # words between a verb and what belongs to it
_NEVER = frozenset(("not", "never", "nor", "neither", "without", "cannot", "no"))
HELPING = (ADVERBIAL - {"and", "or", "both", "all", "there", "here"}) | {
    "ever",
    "first",
    "altogether",
    "either",
    "each",
}


@dataclass(slots=True)  # not frozen: a page has a hundred thousand of them, and frozen ones take three times as long
class Word:
    """A word, mark or printed name: offsets into the record's text."""

    start: int
    end: int
    word: str
    low: str
    named: Named | None = None

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return self.word in _MARKS


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something with a part in a clause.

    ``id`` is a person's or speaker's, ``None`` for a noun phrase or a pronoun that means nobody surely; ``name`` is the
    name that was printed for whom it means; ``start`` and ``end`` are the words here.
    """

    start: int
    end: int
    name: str
    id: str | None = None
    confidence: float = 1.0


def party_of(named: Named) -> Party:
    """Somebody named, as a party."""
    return Party(named.start, named.end, named.name, named.person, named.confidence)


Meaning = Callable[["Sentence", int], Party | None]
"""Whom the pronoun at a place of a sentence means."""


class Sentence:
    """The words of ``text[start:end]``, names whole."""

    def __init__(self, text: str, start: int, end: int, named: Sequence[Named] = ()) -> None:
        self.text, self.start, self.end = text, start, end
        self.words: list[Word] = []
        at = start
        for name in [*(n for n in named if start <= n.start < end), None]:
            stop = name.start if name is not None else end
            self.words += [Word(*m.span(), (w := m.group()), w.lower()) for m in _WORD.finditer(text, at, stop)]
            if name is not None:
                self.words.append(Word(name.start, name.end, name.name, "", name))
                at = name.end
                if text[at : at + 2] in ("'s", "’s", "'S", "’S"):
                    self.words.append(Word(at, at + 2, text[at : at + 2], "'s"))
                    at += 2

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return self.text[self.start : self.end].rstrip("\"'”’)] ").endswith("?")

    def word_from(self, offset: int) -> int | None:
        """The place of the first word that begins at an offset of the text or behind it; ``None`` if none does."""
        place = bisect_left(self.words, offset, key=lambda word: word.start)
        return place if place < len(self.words) else None

    def is_genitive(self, at: int) -> bool:
        """Whether the name at a place owns what follows ("Ash's letter")."""
        return (at + 1 < len(self.words) and self.words[at + 1].low == "'s") or bool(
            self.words[at].named and self.words[at].word[-2:] in ("s'", "s’")
        )


def is_passive(sentence: Sentence, at: int) -> bool:
    """Whether a form of "to be" or "to get" makes the participle at ``at`` a passive."""
    for word in reversed(sentence.words[max(0, at - 4) : at]):
        if word.low in BE:
            return True
        if word.low not in HELPING and not word.low.endswith("ly"):
            return False
    return False


def is_negated(sentence: Sentence, at: int) -> bool:
    """Whether a word right before the verb denies it."""
    for word in reversed(sentence.words[max(0, at - 5) : at]):
        if word.low in _NEVER or word.low.endswith(("n't", "n’t")):
            return True
        if word.low not in HELPING and word.low not in ("a", "of", "any", "to") and not word.low.endswith("ly"):
            return False
    return False


def phrase_at(sentence: Sentence, at: int, meant: Meaning) -> Party | None:
    """The party whose words begin at ``at``: a name with titles before it, a pronoun, or a noun phrase."""
    words = sentence.words
    for n in range(at, min(at + TITLES + 2, len(words))):
        word = words[n]
        if word.named is not None:
            if sentence.is_genitive(n) and n + 2 < len(words) and not words[n + 2].is_mark:
                return _noun_phrase(sentence, at)
            return party_of(word.named)
        if n > at and ends_title(words, n):
            continue
        if word.is_mark or word.low in PREPOSITIONS or word.low in CLAUSE_WORDS:
            break
        if n == at and not (word.low in PERSONAL or word.low in ("latter", "former") or may_stand_before_name(word)):
            break
        if word.low in PERSONAL and n == at:
            behind = words[n + 1] if n + 1 < len(words) else None
            if word.low == "her" and behind and behind.word.isalpha() and behind.low not in PREPOSITIONS:
                break  # "her death", and not "condemned her to death"
            return meant(sentence, n) or Party(word.start, word.end, word.word, None, 0.5)
        if word.low in ("latter", "former") and n <= at + 1 and _stands_alone(sentence, n, at):
            return meant(sentence, n)
    return _noun_phrase(sentence, at)


def _stands_alone(sentence: Sentence, n: int, at: int) -> bool:
    """Whether "the former" is all of a phrase, and not "his former friends"."""
    words = sentence.words
    if n > at and words[at].low != "the":
        return False
    behind = words[n + 1] if n + 1 < len(words) else None
    return (
        behind is None
        or behind.is_mark
        or behind.low in PREPOSITIONS | DETERMINERS | CLAUSE_WORDS | HELPING | {"and", "or"}
    )


def may_stand_before_name(word: Word) -> bool:
    """Whether a word can begin what goes before a name: an article, a title, a calling; no verb ("to kill Ash")."""
    if word.low in DETERMINERS or word.word[0].isupper():
        return True
    plain = word.low.split("-")[-1]
    return is_title(plain) or is_calling(plain) or is_describing(plain) or is_qualifier(plain)


def ends_title(words: Sequence[Word], at: int) -> bool:
    """Whether the word at a place is the full stop of a shortened title with a name behind it: "Mr.", "Dr."."""
    if words[at].word != "." or not 0 < at < len(words) - 1 or not is_title(words[at - 1].low):
        return False
    behind = words[at + 1]
    return behind.named is not None or behind.word[:1].isupper()


def _noun_phrase(sentence: Sentence, at: int) -> Party | None:
    words = sentence.words
    last = at
    while last < min(at + 9, len(words)):
        word = words[last]
        if ends_title(words, last) and last > at:
            last += 1
            continue
        if word.is_mark or word.low in CLAUSE_WORDS or word.low in ("and", "or", "but", "as", "to", "so"):
            break
        if word.low in PREPOSITIONS and word.low != "of":
            break
        if word.low in HELPING and word.low not in ("first",) and last > at:
            break
        last += 1
    while last > at and words[last - 1].low in PREPOSITIONS | DETERMINERS:
        last -= 1
    if last == at or (words[at].low in NO_PHRASE):
        return None
    text = sentence.text[words[at].start : words[last - 1].end]
    return Party(words[at].start, words[last - 1].end, text, None, 0.7)


def object_of(sentence: Sentence, at: int, meant: Meaning) -> Party | None:
    """Who stands right behind the verb at ``at``."""
    words = sentence.words
    following = at + 1
    while following < len(words) and words[following].low.endswith("ly"):
        following += 1
    if following >= len(words) or words[following].is_mark:
        return None
    word = words[following]
    if word.low in PREPOSITIONS | CLAUSE_WORDS | {"to", "up", "over", "out"}:
        return None
    return phrase_at(sentence, following, meant)


def party_after(sentence: Sentence, at: int, prepositions: frozenset[str], meant: Meaning) -> Party | None:
    """Who stands behind a preposition in the clause of the verb at ``at``, before the next verb takes it."""
    words = sentence.words
    depth = 0
    for n in range(at + 1, min(at + _REACH, len(words) - 1)):
        word = words[n]
        if word.low in STOPS or (word.low in CLAUSE_WORDS and word.low != "that"):
            return None
        depth += (word.low in "([") - (word.low in ")]")
        if depth < 0:
            return None
        if depth == 0 and word.low in prepositions:
            following = n + 1
            while following < len(words) and words[following].is_mark and words[following].word in '"“':
                following += 1
            return phrase_at(sentence, following, meant) if following < len(words) else None
    return None


def fits(gender: Gender | None, pronoun: str) -> bool:
    """Whether somebody of this gender can be meant by "he" or "she"."""
    if pronoun in FEMALE:
        return gender is not Gender.MALE
    return pronoun not in MALE or gender is not Gender.FEMALE
