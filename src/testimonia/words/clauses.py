"""Who does what to whom in a sentence, read without a parser: by word order, prepositions and passives.

`Sentence` holds the words and marks of one sentence, a printed name being one word. `subject_of`, `object_of` and
`party_after` find who stands as subject of a verb, right behind it, or behind a preposition of its clause. What is
found is a `Party`: somebody named, a pronoun with whom it means where that is sure, or a noun phrase as printed.

Left out: questions of who "we" and "they" are, subjects behind their verb, and all that needs a whole parse.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from testimonia.model import Gender

from .grammar import ADVERBIAL, BE, DETERMINERS, FEMALE, MALE, NO_PHRASE, PREPOSITIONS
from .record_texts import Named
from .speech import english_speech
from .titles import is_calling, is_describing, is_qualifier, is_title
from .verbs import is_irregular_past

__all__ = [
    "Meaning",
    "Party",
    "Sentence",
    "Word",
    "fits",
    "is_negated",
    "is_passive",
    "leading_names",
    "object_of",
    "party_after",
    "party_of",
    "phrase_at",
    "subject_of",
]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d|--|\S")
_STOPS = frozenset(";:.!?")
_MARKS = frozenset(',;:.!?()[]"“”«»…–—') | {"--"}
_PERSONAL = frozenset("i me we us you he him she her they them".split())
_CLAUSE = frozenset("that which who whom whose because while when if although though until whereas where".split())
_TITLES = 4  # words of title or calling before a name
_REACH = 30  # words between a verb and what belongs to it
_NEVER = frozenset(("not", "never", "nor", "neither", "without", "cannot", "no"))
_HELPING = (ADVERBIAL - {"and", "or", "both", "all", "there", "here"}) | {
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
        if word.low not in _HELPING and not word.low.endswith("ly"):
            return False
    return False


def is_negated(sentence: Sentence, at: int) -> bool:
    """Whether a word right before the verb denies it."""
    for word in reversed(sentence.words[max(0, at - 5) : at]):
        if word.low in _NEVER or word.low.endswith(("n't", "n’t")):
            return True
        if word.low not in _HELPING and word.low not in ("a", "of", "any", "to") and not word.low.endswith("ly"):
            return False
    return False


def phrase_at(sentence: Sentence, at: int, meant: Meaning) -> Party | None:
    """The party whose words begin at ``at``: a name with titles before it, a pronoun, or a noun phrase."""
    words = sentence.words
    for n in range(at, min(at + _TITLES + 2, len(words))):
        word = words[n]
        if word.named is not None:
            if sentence.is_genitive(n) and n + 2 < len(words) and not words[n + 2].is_mark:
                return _noun_phrase(sentence, at)
            return party_of(word.named)
        if word.is_mark or word.low in PREPOSITIONS or word.low in _CLAUSE:
            break
        if n == at and not (word.low in _PERSONAL or word.low in ("latter", "former") or _may_stand_before_name(word)):
            break
        if word.low in _PERSONAL and n == at:
            if word.low == "her" and n + 1 < len(words) and words[n + 1].word.isalpha() and not words[n + 1].is_mark:
                break
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
        or behind.low in PREPOSITIONS | DETERMINERS | _CLAUSE | _HELPING | {"and", "or"}
    )


def _may_stand_before_name(word: Word) -> bool:
    """Whether a word can begin what goes before a name: an article, a title, a calling; no verb ("to kill Ash")."""
    if word.low in DETERMINERS or word.word[0].isupper():
        return True
    plain = word.low.split("-")[-1]
    return is_title(plain) or is_calling(plain) or is_describing(plain) or is_qualifier(plain)


def _noun_phrase(sentence: Sentence, at: int) -> Party | None:
    words = sentence.words
    last = at
    while last < min(at + 9, len(words)):
        word = words[last]
        if word.is_mark or word.low in _CLAUSE or word.low in ("and", "or", "but", "as", "to", "so"):
            break
        if word.low in PREPOSITIONS and word.low != "of":
            break
        if word.low in _HELPING and word.low not in ("first",) and last > at:
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
    if word.low in PREPOSITIONS | _CLAUSE | {"to", "up", "over", "out"}:
        return None
    return phrase_at(sentence, following, meant)


def party_after(sentence: Sentence, at: int, prepositions: frozenset[str], meant: Meaning) -> Party | None:
    """Who stands behind a preposition in the clause of the verb at ``at``, before the next verb takes it."""
    words = sentence.words
    depth = 0
    for n in range(at + 1, min(at + _REACH, len(words) - 1)):
        word = words[n]
        if word.low in _STOPS or (word.low in _CLAUSE and word.low != "that"):
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


def subject_of(sentence: Sentence, at: int, meant: Meaning) -> tuple[Party, ...]:
    """Who stands as subject of the verb at ``at``: several where they are joined by "and"."""
    words = sentence.words
    place = at - 1
    while place >= 0 and (
        words[place].low in _HELPING
        or words[place].low.endswith("ly")
        or (
            words[place].low in ("all", "both", "themselves")
            and place > 0
            and words[place - 1].low in _HELPING | {"they", "we"}
        )
    ):
        place -= 1
    if place < 0:
        return ()
    word = words[place]
    if word.low == "," and place >= 2 and words[place - 1].named is not None:
        first = place - 1
        while first > 0 and (words[first - 1].named is not None or words[first - 1].low in ("and", "&")):
            first -= 1
        if first > 0 and words[first - 1].low == "," and not _governed(sentence, first):
            return _joined(sentence, place - 1)  # "the foreman, Ash, gave", "two others, Ash and Reed, were"
    if word.low in (",", ")", "]", "--", "–", "—"):
        inner = _before_aside(sentence, place)
        if inner is None:
            return ()
        place, word = inner, words[inner]
    if word.low in ("and", "or", "but", "then"):
        return _subject_of_earlier(sentence, place, meant)
    if word.low in ("who", "which", "that"):
        found = _antecedent(sentence, place, meant)
        return () if found is None else (found,) if found.id is not None else _with_names(sentence, (found,))
    if word.named is not None:
        if _governed(sentence, place):
            return _whole_phrase(sentence, place)
        return _joined(sentence, place)
    if word.low == "'s":
        return ()
    if word.low in _PERSONAL or word.low in ("latter", "former"):
        found = meant(sentence, place)
        return (found,) if found is not None else (Party(word.start, word.end, word.word, None, 0.5),)
    return _past_adverbial(sentence, place) or _with_names(sentence, _whole_phrase(sentence, place))


def _with_names(sentence: Sentence, phrase: tuple[Party, ...]) -> tuple[Party, ...]:
    """A phrase with the names it is joined to: "Ash, Reed and two others"."""
    if not phrase:
        return phrase
    words = sentence.words
    place = next((n for n, w in enumerate(words) if w.start == phrase[0].start), 0) - 1
    before = place
    while before >= 0 and words[before].low in (",", "and", "&"):
        before -= 1
    if before == place or before < 0 or words[before].named is None or sentence.is_genitive(before):
        return phrase
    if _ends_clause(sentence, before, place + 1):
        return phrase
    return () if _governed(sentence, before) else (*_joined(sentence, before, goes_on=True), *phrase)


def _past_adverbial(sentence: Sentence, place: int) -> tuple[Party, ...]:
    """A name with a phrase of time or place between it and its verb: "Ash early in May gave"."""
    words = sentence.words
    for n in range(place - 1, max(-1, place - 8), -1):
        word = words[n]
        if word.is_mark or word.low in _CLAUSE or word.low in ("and", "or", "but"):
            return ()
        if word.named is not None:
            following = words[n + 1].low
            time = following in ("early", "late", "once") or (following in PREPOSITIONS and following != "of")
            return _joined(sentence, n) if time and not _governed(sentence, n) and not sentence.is_genitive(n) else ()
    return ()


def _before_aside(sentence: Sentence, place: int) -> int | None:
    """Past "…, chief engineer of the works, …" to the word before it."""
    words = sentence.words
    opening = {")": "(", "]": "["}.get(words[place].low, words[place].low)
    depth = 0
    for n in range(place - 1, max(-1, place - 26), -1):
        depth += (words[n].low in ")]") - (words[n].low in "([")
        if words[n].low == opening and depth <= 0:
            return n - 1 if n >= 1 else None
        if words[n].low in _STOPS:
            return None
    return None


def _governed(sentence: Sentence, place: int) -> bool:
    """Whether a preposition stands before the name (titles between), so that it is no subject."""
    words = sentence.words
    for n in range(place - 1, max(-1, place - 1 - _TITLES), -1):
        if words[n].low in PREPOSITIONS:
            return not (words[n].low in ("after", "before", "since", "until", "as") or n == 0)
        if words[n].is_mark or words[n].low in _CLAUSE or words[n].named is not None or words[n].low in ("and", "or"):
            return False
    return False


def _ends_clause(sentence: Sentence, place: int, following: int) -> bool:
    """Whether the name at ``place`` is what the clause before acts on, and ", and" opens a clause of its own behind it.

    ``following`` is where the subject of that clause begins.
    """
    words = sentence.words
    if [word.low for word in words[place + 1 : following]] != [",", "and"]:
        return False
    n = place - 1
    while n > 0 and not words[n].is_mark and (words[n].word[0].isupper() or _may_stand_before_name(words[n])):
        n -= 1
    if n < 1 or words[n - 1].low in DETERMINERS:
        return False  # "the accused Ash, and Reed"
    low = words[n].low
    doing = words[n - 1].named is not None or words[n - 1].low in _PERSONAL
    return low.endswith("ed") or is_irregular_past(low) or (doing and low.endswith("s") and low not in BE)


def _joined(sentence: Sentence, place: int, *, goes_on: bool = False) -> tuple[Party, ...]:
    """The name at ``place`` and those joined to it on its left by commas and "and"; ``goes_on`` tells of an "and"
    behind the name."""
    words = sentence.words
    found = []
    while place >= 0 and (named := words[place].named) is not None:
        found.append(Party(words[place].start, words[place].end, named.name, named.person, named.confidence))
        before = place - 1
        while before >= 0 and words[before].low in (",", "and", "&", "or"):
            before -= 1
        if before == place - 1 or before < 0 or words[before].named is None or sentence.is_genitive(before):
            break
        if _governed(sentence, before) or _ends_clause(sentence, before, place):
            break  # "according to Ash, Reed met", "Ash met Reed, and Lind paid"
        if not goes_on and len(found) == 1 and place - before == 2 and words[before + 1].low == ",":
            break  # "according to Ash's wife, Reed, Lind met": a row has its "and" before the last
        place = before
    return tuple(reversed(found))


def _whole_phrase(sentence: Sentence, place: int, *, near: bool = False) -> tuple[Party, ...]:
    """The noun phrase that ends at ``place``; ``near`` stops at its nearest article."""
    words = sentence.words
    first = place
    while first > 0 and place - first < 9:
        before = words[first - 1]
        if before.is_mark or before.low in _CLAUSE | {"and", "or", "but", "said", "says", "heard", "saw"}:
            break
        if before.low in _HELPING and words[first].low not in PREPOSITIONS and before.low not in ("only", "first"):
            break
        first -= 1
        if words[first].low in DETERMINERS and near:
            whose = words[first - 2].low if first > 1 and words[first - 1].low in ("in", "of") else ""
            if whose not in english_speech().groups:
                break
        if words[first].low in DETERMINERS and not (first > 0 and words[first - 1].low in PREPOSITIONS | {"all", "of"}):
            break
    while first < place and words[first].low in PREPOSITIONS | NO_PHRASE:
        first += 1
    while first > 0 and words[first].low in DETERMINERS | {"other"} and words[first - 1].low in DETERMINERS | {"other"}:
        first -= 1
    if words[place].low in NO_PHRASE | PREPOSITIONS | _HELPING or words[first].is_mark:
        return ()
    return (
        Party(words[first].start, words[place].end, sentence.text[words[first].start : words[place].end], None, 0.7),
    )


def _subject_of_earlier(sentence: Sentence, place: int, meant: Meaning) -> tuple[Party, ...]:
    """The subject that a second verb shares with the first: the nearest that can be one, to the left."""
    words = sentence.words
    for n in range(place - 1, -1, -1):
        word = words[n]
        if word.low in _STOPS:
            return ()
        following = words[n + 1]
        if word.low in ("i", "we", "he", "she", "they"):
            found = meant(sentence, n)
            return (found,) if found is not None else (Party(word.start, word.end, word.word, None, 0.5),)
        if word.low == "who" and not following.is_mark:
            found = _antecedent(sentence, n, meant)
            return (found,) if found is not None else ()
        if word.named is not None and not _governed(sentence, n) and not sentence.is_genitive(n):
            before = words[n - 1] if n else None
            verbal = before is not None and before.low.endswith(("ed", "gave", "told"))
            if not verbal and (following.low in _HELPING or not (following.is_mark or following.low in PREPOSITIONS)):
                return _joined(sentence, n)
    return ()


def _antecedent(sentence: Sentence, place: int, meant: Meaning) -> Party | None:
    """Whom "who" takes up: the name before it, past an apposition."""
    words = sentence.words
    n = place - 1
    while n >= 0 and words[n].is_mark and words[n].low not in _STOPS | {")", "]"}:
        n -= 1
    if n >= 0 and words[n].low in (")", "]"):
        inner = _before_aside(sentence, n)
        n = inner if inner is not None else -1
    if n < 0:
        return None
    word = words[n]
    if word.named is not None and not sentence.is_genitive(n):
        return party_of(word.named)
    if word.low in _PERSONAL:
        return meant(sentence, n)
    if n + 1 < place:  # a comma: the words before it may be an apposition to a name
        for m in range(n, max(-1, n - 12), -1):
            if words[m].named is not None and m + 1 < len(words) and words[m + 1].low == ",":
                named = words[m].named
                assert named is not None
                return Party(words[m].start, words[m].end, named.name, named.person, 0.85 * named.confidence)
            if words[m].low in _STOPS:
                break
    found = _whole_phrase(sentence, n, near=True)
    return found[0] if found else None


def leading_names(sentence: Sentence) -> tuple[Party, ...]:
    """The names that a sentence begins with, set off by a comma: "Ash and Reed, as members of the crew, …"."""
    words = sentence.words
    n = 0
    while n < min(4, len(words)) and words[n].named is None and not words[n].low.endswith("ed"):
        n += 1
    if n >= len(words) or words[n].named is None or any(w.low in PREPOSITIONS | _CLAUSE for w in words[:n]):
        return ()
    last = n
    while last + 1 < len(words) and (words[last + 1].named is not None or words[last + 1].low in ("and", ",", "&")):
        last += 1
    while words[last].named is None:
        last -= 1
    closed = last + 1 < len(words) and words[last + 1].low == ","
    return _joined(sentence, last) if closed and not sentence.is_genitive(last) else ()


def fits(gender: Gender | None, pronoun: str) -> bool:
    """Whether somebody of this gender can be meant by "he" or "she"."""
    if pronoun in FEMALE:
        return gender is not Gender.MALE
    return pronoun not in MALE or gender is not Gender.FEMALE
