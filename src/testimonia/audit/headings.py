"""The parts of a claim: its people, acts, numbers, dates, places, qualifiers, and what it is about."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from testimonia.model import Act, Assertion, Claim, PartKind, Span
from testimonia.words.amounts import read_number
from testimonia.words.gazetteer import is_known_place
from testimonia.words.lexicon import is_common_word
from testimonia.words.polarity import Pole, poles, sides_of
from testimonia.words.record_texts import RecordText

from .lines import Line
from .vocabulary import context_words, is_deed, is_stop, qualifier_of, rivals_of, sides_in

__all__ = ["Heading", "Part", "Weights", "heading_of"]

_TOPIC = re.compile(
    r"^\W*(?:(?:the|an?)\s+)?(?:\w+\s+)??(?P<label>outlines?|lists?|listing|summary|summaries|descriptions?|overview|history|"
    r"background|introduction|chronology|table|contents|glossary|notes?)\s+(?:of|on|to|for)\b"
    r"|\b(?P<done>(?:\w+ly\s+)?(?:outlined|listed|described|summari[sz]ed)(?:\s+\w+ly)?)\W*$"
    r"|^\W*(?:why|how|what|who|when|where|about)\b",
    re.IGNORECASE,
)
_UNPROVED = re.compile(
    r"\b(?:no|without|not any) (?:\w+ )?(?:evidence|proof|record|documents?|sign|trace)\b", re.IGNORECASE
)
_ROMAN = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NUMBERED = re.compile(  # "XII: ", "3.1 ", "Claim 4. ", "(7) "; a letter with a stop may be somebody's initial
    r"^\W*(?:(?:claim|thesis|point|item|section|part|chapter|question|no)\b\.?\s*)?"
    rf"(?:(?:\d{{1,3}}(?:\.\d{{1,3}})?|{_ROMAN})\s?[:)\]–—]|(?:\d{{1,3}}|(?=\w\w){_ROMAN})\.|\d{{1,2}}\.\d{{1,2}})\s+",
    re.IGNORECASE,
)
_NOT = frozenset("not no never without neither nor cannot".split())
_BETWEEN = frozenset(  # words that may stand between a "not" and what it denies
    "a an the any yet held been being be ever have had having of to very so all at in on his her their its such "
    "other".split()
)
_NOTHING = frozenset("nothing nobody none".split())
_HELPING = frozenset("was were is are be been being had has have could can would will did does do".split())
_BEING = frozenset("was were is are".split())
_REPORTED = frozenset(
    "unless if whether charge charges claim claims theory explanation myth fallacies fallacy how why".split()
)
_REFUSING = frozenset("refused refuses refusing refuse declined rejected forbade without lacked opposed".split())
_BEFORE = 3  # words
_ALL_BUT = frozenset((("all", "but"), ("everyone", "but"), ("everybody", "but"), ("nobody", "but"), ("none", "but")))
_EXCEPTED = 3  # words behind "except for the" that say what is excepted
_LARGE = frozenset("dozen hundred thousand million".split())
_MONTHS = frozenset(  # "may" and "march" are words first
    "january february april june july august september october november december".split()
)
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_WEIGHT = {
    PartKind.PERSON: 0.8,
    PartKind.ACT: 1.0,
    PartKind.NUMBER: 1.0,
    PartKind.DATE: 0.7,
    PartKind.PLACE: 0.7,
    PartKind.QUALIFIER: 0.0,
    PartKind.MATTER: 1.0,
}


@dataclass(slots=True)
class Part:
    """A word of a claim (offsets into its text), what it is looked for by, and how much it tells."""

    at: int
    start: int
    end: int
    text: str
    kind: PartKind
    concept: str
    weight: float = 0.0
    denied: bool = False


@dataclass
class Heading:
    """A claim as the audit reads it."""

    record: RecordText
    line: Line
    parts: list[Part]
    assertions: tuple[Assertion, ...] = ()
    weights: dict[str, float] = field(default_factory=dict)
    is_topic: bool = False  # that it names a matter, or only supposes something, and states nothing

    @property
    def text(self) -> str:
        """Its words."""
        return self.record.text

    @cached_property
    def poles(self) -> list[Pole]:
        """Where its words lie on scales of opposites; what stands in a part that it only reports is left out.

        That something did not grow or harden is said of its subject too: "repression did not harden".
        """
        lows = self.line.lows
        found = [
            pole._replace(denied=_is_denied(self.line, pole.at))
            for pole in poles(lows, len(lows))
            if not self.is_reported(pole.at) and lows[pole.at - 1 : pole.at] not in (["more"], ["less"])
        ]
        still = next((pole.at for pole in found if pole.denied and pole.scale in ("change", "growth")), -1)
        return [pole._replace(denied=True) if pole.at < still else pole for pole in found]

    def is_reported(self, at: int) -> bool:
        """Whether a word stands in a part that the claim only reports: behind "unless", "the charge of", "to say"."""
        before = self.line.lows[:at]
        return not _REPORTED.isdisjoint(before) or any(pair == ("to", "say") for pair in pairwise(before))

    def is_refused(self, at: int) -> bool:
        """Whether the claim itself has it that there was none of what a word says: "REFUSED EVERY CONCESSION"."""
        return not _REFUSING.isdisjoint(self.line.lows[max(0, at - _BEFORE) : at])

    @cached_property
    def sides(self) -> list[tuple[Part, frozenset[str]]]:
        """Its words that stand in rows of rival words, with the sides; none where it has the rival word too."""
        found = []
        for part in self.parts:
            rows = frozenset() if part.denied or part.kind is PartKind.PERSON else sides_in(part.text.lower())
            if rows and not self.is_reported(part.at) and not any(rows & rivals_of(low) for low in self.line.lows):
                found.append((part, rows))
        return found

    @cached_property
    def is_unproved(self) -> bool:
        """Whether it says that there is no proof of something, which is neither said nor denied by that."""
        return _UNPROVED.search(self.text) is not None

    @cached_property
    def holds_proof(self) -> bool:
        """Whether it speaks of proof or evidence that there is, or turns down that there is none."""
        proof = any(part.concept == "=evidence" for part in self.parts)
        turned = any(side == ("credence", -1) for low in self.line.lows for side in sides_of(low))
        return proof and self.is_denial == turned

    @cached_property
    def lets_deny(self) -> bool:
        """Whether it lets somebody deny what it tells."""
        return Act.DENIES in self.acts or any(part.concept == "=deny" for part in self.parts)

    @cached_property
    def is_denial(self) -> bool:
        """Whether it denies something."""
        return any(low in _NOT or low.endswith("n't") for low in self.line.lows)

    @cached_property
    def accuses(self) -> bool:
        """Whether the compiler himself says in it that somebody did a wrong."""
        return any(a.act is Act.ACCUSES and a.speaker in ("", "compiler") for a in self.assertions)

    @cached_property
    def attributes(self) -> bool:
        """Whether it gives what it tells as somebody's word against others, so that it need not be surer than he."""
        telling = (Act.ACCUSES, Act.REPORTS, Act.JUDGES)
        return not self.is_factive and any(a.act in telling and a.speaker_name for a in self.assertions)

    @cached_property
    def is_factive(self) -> bool:
        """Whether its verb takes what is told for true: "exposes", "reveals"."""
        return not context_words("factive").isdisjoint(self.line.lows)

    @cached_property
    def is_sure(self) -> bool:
        """Whether it judges, or puts something as certain."""
        return Act.JUDGES in self.acts or any(qualifier_of(low) == "certain" for low in self.line.lows)

    @cached_property
    def is_universal(self) -> bool:
        """Whether it says something of all, or always."""
        return any(qualifier_of(low) == "universal" for low in self.line.lows)

    @cached_property
    def reserved(self) -> bool:
        """Whether it shows reserve itself."""
        return bool(self.line.marks)

    @cached_property
    def acts(self) -> frozenset[Act]:
        """What it says that somebody does by speaking."""
        return frozenset(assertion.act for assertion in self.assertions)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The deeds that it names, by what they are looked for by."""
        return frozenset(part.concept for part in self.parts if is_deed(part.concept))

    @cached_property
    def persons(self) -> frozenset[str]:
        """The ids of whom it names."""
        return frozenset(part.concept[1:] for part in self.parts if part.kind is PartKind.PERSON)

    @cached_property
    def excepted(self) -> frozenset[str]:
        """By what they are looked for whom it excepts: "ALL BUT ASH", "EXCEPT FOR THE NIGHT BOAT"."""
        lows, words = self.line.lows, self.line.words
        last = next((mark.at + mark.length for mark in self.line.marks if mark.kind == "exception"), None)
        if last is None:
            last = next((at + 2 for at, pair in enumerate(pairwise(lows)) if pair in _ALL_BUT), len(lows))
        named = {word.concept for word in words[last:] if word.person}
        return frozenset(named or {word.concept for word in words[last : last + _EXCEPTED] if word.concept})

    def words_of(self, pole: Pole) -> Span:
        """The words that lie on a scale, with those that deny them: "NO CRUELTY", "KNEW NOTHING"."""
        first, last = pole.at, pole.at + pole.length - 1
        if pole.denied:
            if any(low in _NOTHING for low in self.line.lows[last + 1 : last + 2]):
                return Span(self.line.words[first].start, self.line.words[last + 1].end)
            lows = self.line.lows
            while first > 0 and not (lows[first] in _NOT or lows[first].endswith("n't")):
                first -= 1
            if not (lows[first] in _NOT or lows[first].endswith("n't")):
                first = pole.at
        return Span(self.line.words[first].start, self.line.words[last].end)

    def place_of(self, span: Span) -> Span:
        """A stretch of the page as offsets of the claim, all of it where the stretch lies elsewhere."""
        source = self.record.source
        found = source.text_span(span) if isinstance(source, Claim) else None
        return found or Span(0, len(self.text))

    def share(self, concepts: frozenset[str], but: frozenset[str] = frozenset()) -> float:
        """How much of what it tells stands among concepts, from 0 to 1; ``but`` are left out of the count."""
        if concepts.isdisjoint(self.weights):
            return 0.0
        total = got = 0.0
        for concept, weight in self.weights.items():
            if concept in but:
                continue
            total += weight
            if concept in concepts:
                got += weight
        return got / total if total else 0.0


class Weights:
    """How telling a concept is, by in how few excerpts of the page it stands."""

    def __init__(self, excerpts: Iterable[Iterable[Line]]) -> None:
        self._in: Counter[str] = Counter()
        self._all = 0
        for lines in excerpts:
            self._all += 1
            self._in.update(frozenset().union(*(line.concepts for line in lines)))

    def of(self, concept: str) -> float:
        """From 0.2 for what stands everywhere to 1 for what is rare."""
        if not self._all:
            return 1.0
        rare = math.log((self._all + 1) / (max(1, self._in[concept]) + 1)) / math.log(self._all + 1)
        return max(0.2, min(1.0, 0.2 + rare))


def heading_of(record: RecordText, assertions: Sequence[Assertion], weights: Weights) -> Heading:
    """A claim, read."""
    numbered = _NUMBERED.match(record.text)
    line = Line(record.text, numbered.end() if numbered else 0, len(record.text), record.named)
    label = None if assertions else _TOPIC.search(record.text)
    labelled = [label.span(name) for name in ("label", "done") if label[name]] if label else []
    parts = []
    verbs = {assertion.span for assertion in assertions}
    for at, word in enumerate(line.words):
        kind = _kind(line, at, verbs)
        if kind is None:
            continue
        part = Part(at, word.start, word.end, record.text[word.start : word.end], kind, word.concept or word.low)
        if not any(start <= word.start < end for start, end in labelled):
            part.weight = _WEIGHT[kind] * weights.of(part.concept)
        part.denied = _is_denied(line, at)
        parts.append(part)
    told: dict[str, float] = {}
    for part in parts:
        if part.weight:
            told[part.concept] = max(told.get(part.concept, 0.0), part.weight)
    states = label is not None and label["label"] and not _BEING.isdisjoint(line.lows)  # "A SUMMARY OF IT WAS SENT"
    topic = (label is not None and not states) or line.lows[:1] == ["if"]
    return Heading(record, line, parts, tuple(assertions), told, topic)


def _kind(line: Line, at: int, verbs: set[Span]) -> PartKind | None:
    word = line.words[at]
    low = word.low
    if word.person is not None:
        return PartKind.PERSON
    if not low[0].isalnum():
        return None
    if _YEAR.fullmatch(low) or low in _MONTHS:
        return PartKind.DATE
    if low[0].isdecimal() or low in _LARGE or (read_number(low) is not None and low not in ("one", "a", "an")):
        return PartKind.NUMBER
    if qualifier_of(low) is not None:
        return PartKind.QUALIFIER
    if is_stop(low):
        return None
    if is_known_place(low) and not is_common_word(low):
        return PartKind.PLACE
    return PartKind.ACT if word.concept.startswith("=") else PartKind.MATTER


def _is_nobodys(line: Line, at: int) -> bool:
    """Whether nobody does it: "nobody was saved", "no one had paid", "no lamp was lit".

    "Nobody was killed by the carters" does not say that nobody was killed.
    """
    if line.lows[at + 1 : at + 2] == ["by"]:
        return False
    place = at - 1
    while place >= 0 and (line.lows[place] in _HELPING or line.lows[place].endswith("ly")):
        place -= 1
    if place < 0 or place == at - 1:
        return False
    before = line.lows[max(0, place - 1) : place]
    return line.lows[place] in _NOTHING or before == ["no"]


def _is_denied(line: Line, at: int) -> bool:
    """Whether the word is the first that a "not" before it denies, or is joined to that by "or"."""
    if any(low in _NOTHING for low in line.lows[at + 1 : at + 2]) or _is_nobodys(line, at):
        return True
    place = at - 1
    while place >= 0:
        low = line.lows[place]
        if low in _NOT or low.endswith("n't"):
            return line.lows[place + 1] not in ("only", "just", "merely", "doubt", "more", "less")
        if low in ("or", "nor") and place and line.words[place - 1].concept:
            return _is_denied(line, place - 1)
        if low not in _BETWEEN and not low.endswith("ly"):
            return False
        place -= 1
    return False
