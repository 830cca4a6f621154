"""An excerpt taken apart for reading what is said in it: sentences, each with who speaks in its words.

All offsets are those of the excerpt's own text; `Excerpt.page_span` leads back to the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from testimonia.model import Claim, Excerpt, Mention, Mode, Person, Span, Voice
from testimonia.words.sentences import sentences

from .parties import Party, Word, find_parties, words_of

__all__ = ["Reading", "Utterance", "VoicePiece", "readings_of"]

_FRAGMENT = 4  # words: a quotation shorter than that is part of the sentence around it
_OPENING = "\"“„«‘'‚‹ \n"
_LABEL = re.compile(r"[^\n:?!]{1,80}:\s|[A-Z][.)]\s")


@dataclass(frozen=True, slots=True)
class VoicePiece:
    """Where a voice stands in the excerpt's text."""

    start: int
    end: int
    voice: Voice


@dataclass(slots=True)
class Utterance:
    """A sentence, ``first`` to ``last`` of the excerpt's words; ``voice`` frames it, other voices may stand inside."""

    start: int
    end: int
    first: int
    last: int
    voice: Voice
    question: bool = False
    mixed: bool = False


@dataclass(slots=True)
class Reading:
    """One excerpt's words, voices, parties and sentences."""

    excerpt: Excerpt
    text: str
    words: list[Word]
    pieces: list[VoicePiece]
    parties: list[Party]
    utterances: list[Utterance]
    claim_persons: tuple[Party, ...] = ()
    claim_words: tuple[str, ...] = ()
    _party_at: list[int] = field(default_factory=list)
    _piece_of: list[int] = field(default_factory=list)
    _parties_in: dict[tuple[int, int], list[Party]] = field(default_factory=dict)

    def party_at(self, word: int) -> Party | None:
        """Whose name the word at this place is part of."""
        place = self._party_at[word]
        return self.parties[place] if place >= 0 else None

    def party_number(self, word: int) -> int:
        """The place among the parties, -1 for none."""
        return self._party_at[word]

    def piece_at(self, word: int) -> VoicePiece:
        """The stretch in one voice that the word at this place stands in."""
        return self.pieces[self._piece_of[word]]

    def voice_of(self, word: int) -> Voice:
        """Whose voice the word at this place is in."""
        return self.piece_at(word).voice

    def is_one_voice(self, first: int, last: int) -> bool:
        """Whether these words, of which there must be one, are all in the same voice."""
        return self._piece_of[first] == self._piece_of[last - 1]

    def parties_in(self, first: int, last: int) -> list[Party]:
        """Whoever is named in these words."""
        known = self._parties_in.get((first, last))
        if known is not None:
            return known
        seen: list[Party] = []
        for word in range(first, last):
            place = self._party_at[word]
            if place >= 0 and (not seen or seen[-1] is not self.parties[place]):
                seen.append(self.parties[place])
        self._parties_in[first, last] = seen
        return seen


def readings_of(
    excerpts: Sequence[Excerpt],
    voices: Mapping[str, list[Voice]],
    mentions: Mapping[str, list[Mention]],
    people: Mapping[str, Person],
    claims: Mapping[str, Claim],
) -> Iterator[Reading]:
    """The readings of excerpts that have voices, in order."""
    asked = {excerpt.claim for excerpt in excerpts if excerpt.claim}
    heads = {claim: tuple(word.low for word in words_of(claims[claim].text)) for claim in asked if claim in claims}
    for excerpt in excerpts:
        own = voices.get(excerpt.id)
        if own:
            claim = mentions.get(excerpt.claim, []) if excerpt.claim else []
            reading = _reading(excerpt, own, mentions.get(excerpt.id, []), claim, people)
            reading.claim_words = heads.get(excerpt.claim, ()) if excerpt.claim else ()
            yield reading


class _Places:
    """Places of the page as offsets of the excerpt's text."""

    def __init__(self, excerpt: Excerpt) -> None:
        self.pieces = excerpt.segments if len(excerpt.segments) > 1 else (excerpt.span,)
        self.bases = [0]
        for piece in self.pieces:
            self.bases.append(self.bases[-1] + len(piece) + 1)
        self.starts = [piece.start for piece in self.pieces]

    def local(self, span: Span) -> tuple[int, int]:
        return self._one(span.start), self._one(span.end - 1) + 1

    def _one(self, at: int) -> int:
        place = max(0, bisect_right(self.starts, at) - 1)
        return self.bases[place] + min(max(0, at - self.pieces[place].start), len(self.pieces[place]) - 1)


def _reading(
    excerpt: Excerpt,
    voices: list[Voice],
    mentions: list[Mention],
    claim: list[Mention],
    people: Mapping[str, Person],
) -> Reading:
    text = excerpt.text
    places = _Places(excerpt)
    pieces = [VoicePiece(*places.local(voice.span), voice) for voice in voices]
    words = words_of(text)
    named = []
    for mention in mentions:
        start, end = places.local(mention.span)
        person = people.get(mention.person)
        named.append(
            Party(
                start,
                end,
                mention.person,
                mention.text,
                "person",
                person.gender if person else None,
                text[end : end + 1] in ("'", "’"),
            )
        )
    parties = find_parties(text, words, named)
    heads = tuple(
        Party(0, 0, m.person, m.text, "person", people[m.person].gender if m.person in people else None) for m in claim
    )
    reading = Reading(excerpt, text, words, pieces, parties, [], heads)
    at = [-1] * len(words)
    starts = [word.start for word in words]
    for number, party in enumerate(parties):
        for place in range(bisect_left(starts, party.start), bisect_left(starts, party.end)):
            at[place] = number
    reading._party_at = at
    reading._piece_of = _places_of(words, pieces)
    reading.utterances = list(_utterances(reading, starts))
    return reading


def _places_of(words: list[Word], pieces: list[VoicePiece]) -> list[int]:
    """For each word the place of the piece that it stands in."""
    found = []
    place = 0
    for word in words:
        while place + 1 < len(pieces) and pieces[place + 1].start <= word.start:
            place += 1
        found.append(place)
    return found


def _is_fragment(text: str, piece: VoicePiece) -> bool:
    """Whether a quotation is only part of a sentence around it."""
    if piece.voice.mode is not Mode.QUOTE:
        return False
    inner = text[piece.start : piece.end].strip(_OPENING + "”»’›")
    if not inner:
        return True
    return inner[0].islower() or (len(inner.split()) < _FRAGMENT and inner[-1] not in ".!?")


def _utterances(reading: Reading, starts: list[int]) -> Iterator[Utterance]:
    text = reading.text
    cuts: set[int] = set()
    for before, piece in zip(reading.pieces, reading.pieces[1:], strict=False):
        if (
            Mode.TURN in (piece.voice.mode, before.voice.mode)
            or Mode.EDITORIAL
            in (
                piece.voice.mode,
                before.voice.mode,
            )
            or (not _is_fragment(text, piece) and piece.voice.mode is Mode.QUOTE)
            or (not _is_fragment(text, before) and before.voice.mode is Mode.QUOTE)
        ):
            cuts.add(piece.start)
    bounds: list[tuple[int, int]] = []
    for sentence in sentences(text):
        inside = sorted(cut for cut in cuts if sentence.start < cut < sentence.end)
        begin = sentence.start
        for cut in [*inside, sentence.end]:
            if text[begin:cut].strip():
                bounds.append((begin, cut))
            begin = cut
    labelled = {piece.start for piece in reading.pieces if piece.voice.mode is Mode.TURN}
    for begin, end in bounds:
        if begin in labelled:
            label = _LABEL.match(text, begin, end)
            if label is not None and label.end() < end:
                begin = label.end()
            elif label is not None:
                continue
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        if first >= last:
            continue
        voice = reading.voice_of(first)
        mixed = False
        for word in () if reading.is_one_voice(first, last) else range(first + 1, last):
            other = reading.voice_of(word)
            if other is not voice:
                mixed = True
                if len(other.chain) < len(voice.chain):
                    voice = other
        stripped = text[begin:end].rstrip(" \n\"”»’'*_)]")
        yield Utterance(begin, end, first, last, voice, stripped.endswith("?"), mixed)
