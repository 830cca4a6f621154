"""Sentences cut into clauses, each with whose word it is: the voice's own, or of him whom the sentence lets speak.

A clause of indirect speech ("Ash admitted that …", "…, he said", "according to Ash, …") is said by its innermost
speaker; what stands outside is said by the voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from testimonia.model import Mode, Voice
from testimonia.words.grammar import BE, PREPOSITIONS, SUBORDINATORS

from .acts import Form, Group, Hit, Vocabulary
from .frame_forms import is_noun
from .frames import Frame, Teller
from .framing import frames_of
from .negations import is_negated, is_passive
from .subjects import Kind, Subject, Subjects
from .utterances import Reading, Utterance

__all__ = ["Clause", "Link", "clauses_of", "filled"]


class Link(StrEnum):
    """How it shows whose word a clause may be."""

    FIRST = "first"  # whose voice it is in, or whom the sentence lets speak
    JOINT = "joint"  # one of several who speak together
    RIVAL = "rival"  # another whom the pronoun may mean
    VERB = "verb"  # the subject of a word of saying in it
    NOUN = "noun"  # whose confession, charge or account is named in it
    BY = "by"  # by whom something in it is said
    BESIDE = "beside"  # whose voice it is in, though it lets another speak
    ON = "on"  # whom the sentences before let speak
    CONVINCED = "convinced"  # whom something in it convinces, or seems so to
    CHARGED = "charged"  # who lays the charge that is named in it
    INTRODUCED = "introduced"  # whom a sentence before lets speak that closes with a colon


@dataclass(slots=True)
class Clause:
    """A stretch ``first`` to ``last`` of the words that is one teller's."""

    utterance: Utterance
    number: int
    first: int
    last: int
    teller: Teller
    voice: Voice
    frame: Frame | None = None
    told: bool = False  # whether it is reported of him by another
    hits: list[tuple[Hit, Subject, bool, bool]] = field(default_factory=list)
    every: list[Hit] = field(default_factory=list)  # all entries of the vocabulary in its sentence
    link: Link = Link.FIRST

    @property
    def said(self) -> list[Hit]:
        """The words of saying in it."""
        return [h for h in self.every if h.usage.group is Group.SAYS and self.first <= h.first and h.last <= self.last]


_CUT = re.compile(r";|, but\b|, while\b|, whereas\b|, although\b|, though\b")
_MAY_CUT = re.compile(r";|, (?:but|while|whereas|although|though)")
_JOINTS = SUBORDINATORS | frozenset("that which who and but or where only as to when".split())
_NOBODY = Subject(Kind.NONE)
_FAR = 6  # words between "is" and what is said by it
_FEW_BEHIND = 2  # words behind "he said" at the end
_FEW = 4  # words that a clause of its own has at least


def clauses_of(reading: Reading, subjects: Subjects, vocabulary: Vocabulary) -> Iterator[Clause]:
    """The clauses of a reading in order."""
    lows = [word.low for word in reading.words]
    for number, utterance in enumerate(reading.utterances):
        if utterance.voice.mode is Mode.EDITORIAL:
            continue
        hits = _hits(reading, utterance, lows, vocabulary)
        frames = list(frames_of(reading, subjects, utterance, hits, vocabulary))
        for clause in _cut(reading, utterance, number, frames):
            clause.every = hits
            yield filled(reading, subjects, clause)


def _hits(reading: Reading, utterance: Utterance, lows: list[str], vocabulary: Vocabulary) -> list[Hit]:
    found: list[Hit] = []
    beginnings = vocabulary.beginnings
    for place in range(utterance.first, utterance.last):
        if lows[place] not in beginnings:
            continue
        for hit in vocabulary.at(lows, place):
            if hit.last <= utterance.last:
                found.append(hit)
    return found


# ----------------------------------------------------------------------------------------------------------------------


def _cut(reading: Reading, utterance: Utterance, number: int, frames: list[Frame]) -> Iterator[Clause]:
    at = utterance.first
    voice = utterance.voice
    plain: list[tuple[int, int, Frame | None]] = []
    for place, frame in enumerate(frames):
        following = frames[place + 1].start if place + 1 < len(frames) else utterance.last
        following = max(following, frame.hit.last)
        if frame.start > at:
            plain.append((at, _without_joint(reading, at, frame.start), None))
        plain.append((max(frame.start, at), following, frame))
        at = max(at, following)
    if at < utterance.last:
        plain.append((at, utterance.last, None))
    if len(frames) == 1 and len(plain) >= 2 and plain[0][2] is None and _says_all(reading, frames[0], utterance):
        plain = [(utterance.first, utterance.last, frames[0])]
    for first, last, frame_ in plain:
        if frame_ is not None:
            yield Clause(utterance, number, first, last, frame_.teller, voice, frame_, True)
            continue
        yield from _own(reading, utterance, number, first, last)


def _says_all(reading: Reading, frame: Frame, utterance: Utterance) -> bool:
    """Whether what stands before the frame is said as well: "…, he said", "It was, he said, late", "according to"."""
    if not frame.usage.said:
        return False
    if frame.noun:
        return True
    text, words = reading.text, reading.words
    before = text[words[frame.start - 1].end : words[frame.start].start] if frame.start > utterance.first else ""
    if not any(mark in before for mark in ',"”'):
        return False
    last = frame.hit.last
    behind = text[words[last - 1].end : words[last].start] if last < utterance.last else ","
    return "," in behind or utterance.last - last <= _FEW_BEHIND or not _opens(reading, frame, utterance)


def _without_joint(reading: Reading, first: int, last: int) -> int:
    """The end of a clause without the words that join it to the next one."""
    while last - first > 1 and reading.words[last - 1].low in _JOINTS:
        last -= 1
    return last


def _opens(reading: Reading, frame: Frame, utterance: Utterance) -> bool:
    place = frame.hit.last
    return place < utterance.last and reading.words[place].low in ("that", "how", "he", "she", "they", "i", "we")


def _own(reading: Reading, utterance: Utterance, number: int, first: int, last: int) -> Iterator[Clause]:
    """The stretch cut where the voice changes and at the joints of long sentences."""
    begin = first
    text, words = reading.text, reading.words
    voice = reading.voice_of(first)
    joints = _MAY_CUT.search(text, words[first].end, words[last - 1].end) is not None if first < last else False
    if not joints and reading.is_one_voice(first, last):
        yield Clause(utterance, number, first, last, Teller(voice.speaker, voice.speaker_name), voice)
        return
    for at in range(first + 1, last + 1):
        end = at == last
        other = voice if end else reading.voice_of(at)
        cut = end or other is not voice
        if joints and not cut and at - begin >= _FEW and last - at >= _FEW:
            gap = text[words[at - 1].end : words[at].end]
            cut = _CUT.search(gap) is not None
        if cut:
            if not utterance.mixed or at - begin >= 2 or begin == first:
                yield Clause(utterance, number, begin, at, Teller(voice.speaker, voice.speaker_name), voice)
            begin = at
            voice = other


def filled(reading: Reading, subjects: Subjects, clause: Clause) -> Clause:
    """The clause with the deeds and qualities in it, by who tells it."""
    clause.hits = []
    hits = clause.every
    last: Subject | None = clause.frame.subject if clause.frame is not None else None
    used = -1
    begin = (
        clause.frame.hit.last if clause.frame is not None and clause.frame.hit.first >= clause.first else clause.first
    )
    if (
        clause.frame is not None
        and clause.first == clause.utterance.first
        and clause.last == clause.utterance.last
        and clause.frame.start > clause.first
    ):
        begin = clause.first
    for hit in hits:
        if (
            hit.first < begin
            or hit.last > clause.last
            or hit.first < used
            or (hit.usage.group is Group.SAYS and not (hit.usage.asks or hit.usage.motive or hit.usage.opinion))
        ):
            continue
        if clause.frame is not None and clause.frame.hit.first <= hit.first < clause.frame.hit.last:
            continue
        subject = _NOBODY
        passive = negated = False
        if hit.usage.group in (Group.DEEDS, Group.QUALITIES):
            used = hit.last
            if hit.is_verb and not is_noun(reading, hit, clause.utterance):
                passive = bool(hit.forms & {Form.PARTICIPLE, Form.PAST}) and is_passive(
                    reading, hit.first, clause.utterance.first
                )
                subject = subjects.of_verb(hit.first, clause.utterance, last)
                if subject.kind is not Kind.NONE:
                    last = subject
            elif not hit.is_verb:
                subject = _said_of(reading, subjects, clause, hit)
            negated = is_negated(reading, hit.first, clause.utterance.first) or subject.negative
        clause.hits.append((hit, subject, passive, negated))
    return clause


def _said_of(reading: Reading, subjects: Subjects, clause: Clause, hit: Hit) -> Subject:
    """Of whom a noun or adjective is said: by a form of "to be" before it, or set beside his name."""
    words, text = reading.words, reading.text
    for at in range(hit.first - 1, max(clause.first, hit.first - _FAR) - 1, -1):
        if words[at].low in BE:
            return subjects.of_verb(at, clause.utterance, None)
        number = reading.party_number(at)
        if number >= 0:
            gap = text[words[at].end : words[at + 1].start]
            if any(dash in gap for dash in ("--", "—", "–")) or gap.strip() == ",":
                return Subject(Kind.PARTY, subjects.together(number), at)
            return Subject(Kind.NONE)
        if words[at].low in PREPOSITIONS:
            break
    return Subject(Kind.NONE)
