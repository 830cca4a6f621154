"""The vocabulary of acts: by which words somebody admits, denies, accuses, and which deeds are said to have been done.

The words are data (``acts.toml``, which says what its keys mean); `read_vocabulary` reads it, and a reader's own file
laid over it. Here they become a `Vocabulary`, which finds its entries in a row of words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import NamedTuple

from testimonia.model import Act, MarkerKind
from testimonia.words.grammar import BE, DETERMINERS, FEMALE, FIRST, MALE, PLURAL
from testimonia.words.lexicon import is_common_word
from testimonia.words.verbs import verb_forms

__all__ = [
    "GAP",
    "IN_HEADINGS",
    "PLAIN_KEYS",
    "Form",
    "Group",
    "Hit",
    "Object",
    "Standard",
    "Usage",
    "Vocabulary",
    "words_of",
]

GAP = "~"
_LONGEST_GAP = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
PLAIN_KEYS = ("verbs", "words", "phrases")
IN_HEADINGS = "heading_"  # before a key of words: read in headings only


class Group(StrEnum):
    """The tables of the vocabulary."""

    SAYS = "says"  # words by which one says something
    DEEDS = "deeds"  # what was done
    QUALITIES = "qualities"  # what somebody or something is said to be
    MARKS = "marks"  # what qualifies a statement


class Object(StrEnum):
    """What the object of a word of saying is."""

    DEED = "deed"  # what the speaker did himself
    PERSON = "person"  # whom it is about
    STATEMENT = "statement"  # what somebody said
    CLAUSE = "clause"  # a clause that says it all
    NONE = "none"


class Form(StrEnum):
    """In which form a verb stands, as far as the word shows it."""

    BASE = "base"
    THIRD = "third"
    ING = "ing"
    PAST = "past"
    PARTICIPLE = "participle"
    NOUN = "noun"  # no verb at all: a noun, an adjective, a fixed phrase


@dataclass(frozen=True, slots=True)
class Standard:
    """What an act is in the standards: CRMinf's belief value, TEI's element and @type, IPIF's type of statement."""

    crminf: str
    tei: str
    tei_type: str
    ipif: str


@dataclass(frozen=True, slots=True)
class Usage:
    """A table of the vocabulary without its words.

    ``act`` is, of a word of saying, the act done by it, ``None`` where what is said decides (``said``) or nothing is
    asserted (``asks``); of a deed, the act of who states it of somebody; of a quality, that of who ascribes it.
    ``passive`` is the act for a deed in the passive, ``negated`` that with a "not", ``None`` for none. The other fields
    are the keys of the file, which says what they mean.
    """

    name: str
    group: Group
    act: Act | None = None
    passive: Act | None = None
    negated: Act | None = None
    object: Object = Object.NONE
    said: bool = False
    partner: bool = False
    opinion: bool = False
    motive: bool = False
    taker: Act | None = None
    whom: str = ""
    by: str = ""
    of: str = ""
    things: frozenset[str] = frozenset()
    marker: MarkerKind | None = None
    tei_type: str = ""

    @property
    def asks(self) -> bool:
        """Whether it is a word of saying by which nothing is asserted."""
        return self.group is Group.SAYS and self.act is None and not self.said


class Hit(NamedTuple):  # a page has sixty thousand of them, and a frozen dataclass takes three times as long
    """An entry met in a row of words: ``first`` to ``last`` (exclusive) are places in it, ``forms`` those of its verb.

    ``gap`` are the places that a gap in the phrase took ("takes HIS STATEMENT back"), ``None`` where it has none.
    """

    usage: Usage
    first: int
    last: int
    forms: frozenset[Form]
    gap: tuple[int, int] | None = None

    @property
    def is_verb(self) -> bool:
        """Whether it is, or begins with, a verb."""
        return Form.NOUN not in self.forms


@dataclass(frozen=True, slots=True)
class _Pattern:
    usage: Usage
    words: tuple[frozenset[str] | None, ...]  # ``None`` is the gap
    forms: frozenset[Form]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases that begin with one word: by the word that follows, and those with a gap there."""

    by_second: dict[str, list[_Pattern]]
    with_gap: list[_Pattern]

    def add(self, pattern: _Pattern) -> None:
        second = pattern.words[1] if len(pattern.words) > 1 else None
        if second is None:
            self.with_gap.append(pattern)
        for word in second or ():
            self.by_second.setdefault(word, []).append(pattern)

    def before(self, others: _Phrases) -> _Phrases:
        """Both, these first."""
        words = [*self.by_second, *(word for word in others.by_second if word not in self.by_second)]
        both = {word: [*self.by_second.get(word, ()), *others.by_second.get(word, ())] for word in words}
        return _Phrases(both, [*self.with_gap, *others.with_gap])


class Vocabulary:
    """All usages with their words, to be looked up in a row of small letters."""

    def __init__(self, standards: Mapping[Act, Standard], tables: Iterable[tuple[Usage, Mapping[str, str]]]) -> None:
        self._standards = dict(standards)
        self._of_headings: list[tuple[Usage, dict[str, str]]] = []
        self._single: dict[str, list[tuple[Usage, frozenset[Form]]]] = {}
        self._phrases: dict[str, _Phrases] = {}
        self._first_words: dict[Group, frozenset[str]] = {}
        self.beginnings: set[str] = set()  # the words that any entry can begin with: most words of a text do not
        self.usages: dict[str, Usage] = {}
        for usage, words in tables:
            self.usages[usage.name] = usage
            self._add(usage, words)
            only = {key: words[IN_HEADINGS + key] for key in PLAIN_KEYS if words.get(IN_HEADINGS + key)}
            if only:
                self._of_headings.append((usage, only))
        self.beginnings.update(self._phrases, self._single)

    def _add(self, usage: Usage, words: Mapping[str, str], met: Container[str] | None = None) -> None:
        for entry in words.get("verbs", "").split():
            for word, forms in _by_form(entry).items():
                self._single.setdefault(word, []).append((usage, forms))
        for word in words.get("words", "").split():
            self._single.setdefault(word, []).append((usage, frozenset((Form.NOUN,))))
        for phrase in words.get("phrases", "").split(";"):
            parts = phrase.split()
            if not parts:
                continue
            if len(parts) == 1:
                for word, forms in _first_forms(parts[0]).items():
                    self._single.setdefault(word, []).append((usage, forms))
                continue
            firsts = _first_forms(parts[0])
            begins = [word for word in firsts if met is None or word in met]
            if begins and met is not None and not all(part == GAP or _is_met(part, met) for part in parts[1:]):
                continue
            rest = tuple(None if part == GAP else _any_form(part) for part in parts[1:]) if begins else ()
            for word in begins:
                forms = firsts[word]
                pattern = _Pattern(usage, (frozenset((word,)), *rest), forms)
                self._phrases.setdefault(word, _Phrases({}, [])).add(pattern)

    def for_headings(self, met: Container[str] | None = None) -> Vocabulary:
        """The same with the words that are read in headings only: a single word of theirs is no other verb there.

        ``met`` are the words of the headings, where they are known: phrases of others are left out, which saves time.
        """
        if not self._of_headings:
            return self
        merged, own = Vocabulary(self._standards, ()), Vocabulary(self._standards, ())
        for usage, words in self._of_headings:
            own._add(usage, words, met)
        own.beginnings.update(own._phrases, own._single)
        merged._single = {**self._single, **own._single}
        for word, entries in own._single.items():
            kept = [entry for entry in self._single.get(word, ()) if entry[0].group is Group.QUALITIES]
            if kept:
                merged._single[word] = [*entries, *kept]
        merged._phrases = {**self._phrases, **own._phrases}
        for word, found in own._phrases.items():
            if word in self._phrases:
                merged._phrases[word] = found.before(self._phrases[word])
        merged.usages, merged.beginnings = self.usages, self.beginnings | own.beginnings
        return merged

    def standard(self, act: Act) -> Standard:
        """What the act is in the standards."""
        return self._standards[act]

    def at(self, words: Sequence[str], place: int) -> tuple[Hit, ...]:
        """The entries that begin at a place in a row of words in small letters: the longest first, then by the file.

        >>> from testimonia.assertions.acts_file import read_vocabulary
        >>> vocabulary = read_vocabulary()
        >>> [hit.usage.name for hit in vocabulary.at(words_of("She pleaded not guilty"), 1)][0]
        'says.denying'
        """
        word = words[place]
        phrases, single = self._phrases.get(word), self._single.get(word, ())
        hits: list[Hit] = []
        if phrases is not None and place + 1 < len(words):
            for pattern in chain(phrases.by_second.get(words[place + 1], ()), phrases.with_gap):
                hit = _match(pattern, words, place)
                if hit is not None and (words[hit.last - 1] != "that" or not _is_that_one(words, hit.last)):
                    hits.append(hit)
            if len(hits) > 1:
                hits.sort(key=_shortness)
        make, last = tuple.__new__, place + 1  # ``Hit(…)`` takes twice as long, and most hits are made here
        hits += [make(Hit, (usage, place, last, forms, None)) for usage, forms in single]
        return tuple(hits)

    def passives_at(self, words: Sequence[str], place: int) -> tuple[Hit, ...]:
        """The phrases whose gap stands empty in a passive: "was called a liar", "were left to die"."""
        phrases = self._phrases.get(words[place])
        following = words[place + 1] if place + 1 < len(words) else ""
        found: list[Hit] = []
        for pattern in phrases.with_gap if phrases is not None else ():
            after = pattern.words[2:]
            if not after or following not in (after[0] or ()) or Form.PARTICIPLE not in pattern.forms:
                continue
            hit = _match(_Pattern(pattern.usage, (pattern.words[0], *after), pattern.forms), words, place)
            if hit is not None:
                found.append(hit)
        return tuple(sorted(found, key=_shortness))

    def first_words(self, group: Group) -> frozenset[str]:
        """The words with which the entries of a group can begin."""
        if group not in self._first_words:
            phrases = (
                p for known in self._phrases.values() for p in (*chain(*known.by_second.values()), *known.with_gap)
            )
            found = {word for p in phrases if p.usage.group is group for word in p.words[0] or ()}
            found |= {word for word, usages in self._single.items() if any(u.group is group for u, _ in usages)}
            self._first_words[group] = frozenset(found)
        return self._first_words[group]

    def known(self, word: str, group: Group) -> tuple[Usage, ...]:
        """The usages of a group that a single word has, in any form."""
        return tuple(usage for usage, _ in self._single.get(word, ()) if usage.group is group)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, apostrophes straight: the row in which a `Vocabulary` looks."""
    return [m.group().lower().replace("’", "'") for m in _WORD.finditer(text)]


_TIMES = frozenset("day night morning evening afternoon week month year time moment hour".split())
_PARTICLES = frozenset("in out off up down away over".split())
_GOES_ON = frozenset("and or again too there here once twice".split())
_CLAUSE_BEGINS = (
    DETERMINERS | MALE | FEMALE | PLURAL | FIRST | frozenset("it you there nobody somebody nothing one".split())
)


def _is_that_one(words: Sequence[str], at: int) -> bool:
    """Whether the "that" before a place points at a thing: "cried that day", "recorded that song", "that dog in"."""
    noun = words[at] if at < len(words) else ""
    if not noun or noun in _CLAUSE_BEGINS or not is_common_word(noun):
        return False
    rest = words[at + 1 : at + 3]
    if not rest or rest[0] in _GOES_ON or (rest[0] in _PARTICLES and len(rest) == 1):
        return True
    return noun in _TIMES and rest[0] not in BE


def _shortness(hit: Hit) -> int:
    return -(hit.last - hit.first - (hit.gap[1] - hit.gap[0] if hit.gap else 0))


def _match(pattern: _Pattern, words: Sequence[str], place: int) -> Hit | None:
    parts = pattern.words
    second = parts[1]
    if second is not None and len(parts) == 2:  # the most frequent: its first two words are looked up already
        return Hit(pattern.usage, place, place + 2, pattern.forms)
    at, gap = place + 1, None
    for number, part in enumerate(parts[1:], 1):
        if part is None:
            following = parts[number + 1] if number + 1 < len(parts) else None
            if following is None:
                return None
            stop = min(len(words), at + _LONGEST_GAP + 1)
            if following.isdisjoint(words[at + 1 : stop]):
                return None
            found = next(n for n in range(at + 1, stop) if words[n] in following)
            gap, at = (at, found), found
        elif at < len(words) and words[at] in part:
            at += 1
        else:
            return None
    return Hit(pattern.usage, place, at, pattern.forms, gap)


def _is_verb(part: str) -> bool:
    return part.endswith("*") or ":" in part


_SINGLE_FORM = {form: frozenset((form,)) for form in Form if form is not Form.NOUN}


@cache
def _by_form(entry: str) -> Mapping[str, frozenset[Form]]:
    """The words of a verb with the forms that each may be; most phrases begin with the same few verbs."""
    forms = verb_forms(entry)
    found: dict[str, frozenset[Form]] = {}
    for form, only in _SINGLE_FORM.items():
        word = getattr(forms, form.value)
        found[word] = found[word] | only if word in found else only
    return found


@cache
def _first_forms(part: str) -> Mapping[str, frozenset[Form]]:
    if _is_verb(part):
        return _by_form(part.removesuffix("*"))
    if part == "be":
        return {word: frozenset((Form.PARTICIPLE,)) for word in BE}
    return {part: frozenset((Form.NOUN,))}


def _is_met(part: str, met: Container[str]) -> bool:
    return any(word in met for word in _any_form(part))


@cache
def _any_form(part: str) -> frozenset[str]:
    return frozenset(_first_forms(part))
