"""What a frame is: words by which a sentence lets somebody speak, and whose word it makes of what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from .acts import Hit, Usage
from .parties import PAPERS, Party
from .subjects import Kind, Subject
from .utterances import Reading

__all__ = ["COURT", "Frame", "Teller", "charging", "frame_start", "paper_of", "teller_of"]


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose word something is: an id as in `Voice` and the name as printed."""

    id: str
    name: str


@dataclass(slots=True)
class Frame:
    """Words by which a sentence lets somebody speak; ``usage`` is what is done by them."""

    hit: Hit
    usage: Usage
    teller: Teller
    subject: Subject
    passive: bool = False
    negated: bool = False
    modal: bool = False
    start: int = 0
    sought: tuple[Party, ...] = ()  # the object: whom the saying is about
    noun: bool = False


COURT = Teller("org:court", "court")


def charging(reading: Reading) -> Teller:
    """Who accuses where a charge is stated and nobody named: the prosecution, or the indictment that is named."""
    named = any(word.low == "indictment" for word in reading.words)
    return Teller("org:indictment", "indictment") if named else Teller("org:prosecution", "")


def teller_of(reading: Reading, subject: Subject, place: int) -> Teller | None:
    """Whose word it is by the subject of a verb: "I", somebody named, or the owner of a thing that speaks."""
    if subject.kind is Kind.SELF:
        voice = reading.voice_of(place)
        return Teller(voice.speaker, voice.speaker_name)
    if subject.parties:
        return Teller(subject.parties[0].id, subject.parties[0].name)
    if subject.owner is not None:
        return Teller(subject.owner.id, subject.owner.name)
    return None


def paper_of(reading: Reading, subject: Subject, last: int) -> Teller | None:
    """The paper that says something itself: "the report stated that"."""
    if subject.kind is not Kind.THING or subject.start < 0 or subject.pronoun or subject.owner is not None:
        return None
    for at in range(last - 1, subject.start - 1, -1):
        low = reading.words[at].low
        if low in PAPERS:
            return Teller(f"org:{low}", low)
        if reading.party_number(at) >= 0:
            return None
    return None


def frame_start(subject: Subject, hit: Hit) -> int:
    """The place of a frame's first word: its subject's, if that stands before the verb."""
    return min(subject.start, hit.first) if subject.start >= 0 else hit.first
