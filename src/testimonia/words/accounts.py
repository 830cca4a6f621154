"""Whose word a clause is, within one claim or excerpt.

An `Account` reads a `RecordText` sentence by sentence. The word is the voice's that the clause stands in, unless the
clause itself hands it on ("Ash said that …", "according to Ash").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from testimonia.model import Claim, Mode, Reason, Sourcebook, Span, Voice

from .clause_subjects import subject_of
from .clauses import Party, Sentence, is_negated, is_passive
from .grammar import PREPOSITIONS
from .pronoun_meanings import meaning_of
from .record_texts import Named, RecordText, record_texts
from .sentences import sentences
from .speech import english_speech
from .stem_places import Stems

__all__ = ["Account", "Teller", "Telling", "teller_of"]

_ORDERS = frozenset("ask asks asked order orders ordered instruct instructs instructed urge urged beg begged".split())
_ALSO_TELL = frozenset(
    "corroborate corroborates corroborated confirms confirmed confirm describes described narrated".split()
)
_NOUN = re.compile(
    r"\b(?:according to(?: the)?(?: (?:statement|testimony|evidence|deposition|account|confession)s? of)?|"
    r"(?:statement|testimony|evidence|deposition|account|confession|admission)s? of|in the words of)\s",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:your|you) (?:deposition|words|statement|testimony|evidence|say|said|admit|made|make|wrote|plead)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"['’]s\s[a-z]+,\s")  # "Ash's wife, Lowe"
_ABOUT = re.compile(r",\s(?:who|whom|whose|which|with whom|to whom)\b[^,;]*")
_SENSE = 300  # words back in a sentence in which somebody may be said to say it
_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_SUBJECTS = frozenset("i he she it we they who how what where when".split())


@dataclass(frozen=True, slots=True)
class Telling:
    """Whose word it is, as a record has it, and the words that hand it on."""

    speaker: str
    name: str
    confidence: float
    reasons: tuple[Reason, ...] = ()


class Teller:
    """What the whole book shows of its records, for the accounts."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self.records = {record.id: record for record in record_texts(book)}
        self.accounts = {record.id: Account(record, self) for record in self.records.values()}

    @cached_property
    def _stems(self) -> Stems:
        return Stems({id_: account.low for id_, account in self.accounts.items()})

    def holding(self, stems: tuple[str, ...]) -> Mapping[str, list[str]]:
        """By the id of a record, which of the stems stand in its text in small letters."""
        return self._stems.holding(stems)


_TELLERS: WeakKeyDictionary[Sourcebook, Teller] = WeakKeyDictionary()


def teller_of(book: Sourcebook) -> Teller:
    """The accounts of a book whose people and voices are read, kept as long as the book."""
    teller = _TELLERS.get(book)
    if teller is None or teller.book is not book:
        teller = _TELLERS[book] = Teller(book)
    return teller


class Account:
    """One claim or excerpt, read."""

    def __init__(self, record: RecordText, teller: Teller) -> None:
        self.record, self.teller = record, teller
        self._meanings: dict[int, Party | None] = {}
        self._read: dict[int, Sentence] = {}

    @cached_property
    def spans(self) -> list[Span]:
        """The sentences as spans of the record's text."""
        return sentences(self.record.text)

    @cached_property
    def low(self) -> str:
        """The text in small letters, to look for words in quickly; it is as long as the text."""
        return self.record.text.translate(_SMALL)

    def which(self, stems: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the stems stand in the text."""
        return tuple(self.teller.holding(stems).get(self.record.id, ()))

    def has(self, stems: tuple[str, ...], start: int = 0, end: int | None = None) -> bool:
        """Whether any of the stems stands in a stretch of the text."""
        if end is None:
            return self.record.id in self.teller.holding(stems)
        low = self.low
        return any(low.find(stem, start, end) >= 0 for stem in stems)

    def places_of(self, stems: Sequence[str]) -> list[int]:
        """Where any of the stems stands in the text, in order, inside longer words too."""
        low = self.low
        found: list[int] = []
        for stem in stems:
            at = low.find(stem)
            while at >= 0:
                found.append(at)
                at = low.find(stem, at + 1)
        return sorted(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    def sentence(self, number: int) -> Sentence:
        """The sentence of that number, read."""
        if number not in self._read:
            span = self.spans[number]
            named = self.record.named_in(span.start, span.end)
            self._read[number] = Sentence(self.record.text, span.start, span.end, named)
        return self._read[number]

    def number_at(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def voice_at(self, offset: int) -> Voice | None:
        """The voice at an offset; ``None`` in a claim."""
        if isinstance(self.record.source, Claim):
            return None
        return self.teller.book.voice_at(self.record.place(offset, offset + 1).start)

    def word_of(self, sentence: Sentence, at: int) -> Telling:
        """On whose word the clause of the verb at ``at`` stands: the innermost speaker."""
        told = self.reporter(sentence, at)
        voice = self.voice_at(sentence.words[at].start)
        if told is not None and told.id is not None and told.confidence >= 0.6:
            span = self.record.place(told.start, told.end)
            why = Reason("the sentence says whose word it is", span.cut(self.teller.book.text), span)
            return Telling(told.id, told.name, told.confidence, (why,))
        if voice is None:
            return self.told_at(sentence.words[at].start)
        owner = self.quoted_in_question(sentence.words[at].start, voice)
        if owner is not None:
            why = Reason("put to him in a question as his own words", owner.span.cut(self.teller.book.text), owner.span)
            return Telling(owner.speaker, owner.speaker_name, 0.8, (why,))
        return self.told_at(sentence.words[at].start)

    def told_at(self, offset: int) -> Telling:
        """On whose word all stands at an offset that no clause there hands on."""
        voice = self.voice_at(offset)
        if voice is None:
            return Telling("compiler", "", 1.0)
        return Telling(voice.speaker, voice.speaker_name, voice.confidence)

    def reporter(self, sentence: Sentence, at: int) -> Party | None:
        """Who is said to say what the verb at ``at`` tells."""
        words, speech = sentence.words, english_speech()
        voice = self.voice_at(words[at].start)
        for n in range(at - 1, max(-1, at - 1 - _SENSE), -1):
            low = words[n].low
            if low in (";", "?"):
                break
            if (low not in speech.saying and low not in speech.writing and low not in _ALSO_TELL) or low in _ORDERS:
                continue
            if low in speech.loose and not any(w.low == "that" for w in words[n + 1 : min(n + 5, at)]):
                continue
            if n and (words[n - 1].low in ("to", "the", "a", "his") or words[n - 1].low in PREPOSITIONS):
                continue
            if (
                is_negated(sentence, n)
                or is_passive(sentence, n)
                or (voice is not None and not self.is_same_voice(words[n].start, voice))
            ):
                continue
            if not _hands_on(sentence, n, at):
                continue
            subject = subject_of(sentence, n, self.meant)
            if len(subject) == 1 and subject[0].id is not None:
                return subject[0]
            if subject:
                return None
        for found in _NOUN.finditer(self.record.text, sentence.start, sentence.end):
            for named in self._named_by(found.end(), sentence.end):
                lead = self.record.text[found.end() : named.start]
                if re.fullmatch(r"(?:[\w.]+\s|[\w.]+['’]s\s[a-z]+,\s){0,3}", lead) and not self._is_about(
                    named, words[at].start
                ):
                    return Party(named.start, named.end, named.name, named.person, 0.85)
                break
        return None

    def _named_by(self, start: int, end: int) -> tuple[Named, ...]:
        """Who is named behind "according to": of "Ash's wife, Lowe," it is Lowe."""
        found = self.record.named_in(start, min(start + 40, end))
        if len(found) > 1 and _WHOSE.fullmatch(self.record.text, found[0].end, found[1].start):
            return found[1:]
        return found

    def _is_about(self, named: Named, offset: int) -> bool:
        """Whether a place stands in a clause about somebody, right behind his name: "according to Ash, whom I hid"."""
        return _ABOUT.fullmatch(self.record.text, named.end, offset) is not None

    def reporters(self, sentence: Sentence, at: int) -> tuple[Party, ...]:
        """Those who say together what the verb at ``at`` tells ("Ash and Reed say that …")."""
        for n in range(at - 1, 0, -1):
            if sentence.words[n].low in english_speech().saying:
                found = subject_of(sentence, n, self.meant)
                return found if len(found) > 1 and all(p.id is not None for p in found) else ()
        return ()

    def is_same_voice(self, offset: int, voice: Voice) -> bool:
        """Whether whoever speaks at an offset is the speaker of a voice."""
        here = self.voice_at(offset)
        return here is not None and here.speaker == voice.speaker

    def meant(self, sentence: Sentence, at: int) -> Party | None:
        """Whom the pronoun at ``at`` means; ``None`` where it is not sure enough."""
        word = sentence.words[at]
        if word.start not in self._meanings:
            self._meanings[word.start] = None  # while it is being found out
            self._meanings[word.start] = meaning_of(self, sentence, at)
        return self._meanings[word.start]

    def quoted_in_question(self, offset: int, voice: Voice) -> Voice | None:
        """Who answers a question that quotes his own words at an offset: "'I paid.' Is that your deposition?" """
        if voice.mode is not Mode.TURN:
            return None
        text = self.text_of(voice)
        if text is None or not _OWN.search(self.record.text, *text):
            return None
        if sum(c in '"“”' for c in self.record.text[text[0] : offset]) % 2 == 0:
            return None
        return self.answer_to(offset)

    def answer_to(self, offset: int) -> Voice | None:
        """The turn that answers the one at an offset; ``None`` where it is no turn, or the last."""
        voice = self.voice_at(offset)
        if voice is None or voice.mode is not Mode.TURN:
            return None
        place = next((n for n, turn in enumerate(self.voices) if turn.id == voice.id), len(self.voices))
        answer = self.voices[place + 1] if place + 1 < len(self.voices) else None
        return answer if answer is not None and answer.mode is Mode.TURN and answer.speaker != voice.speaker else None

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The voices of the excerpt, in order."""
        if self.record.is_claim:
            return ()
        span = self.record.source.span
        voices = self.teller.book.voices
        found: list[Voice] = []
        at = span.start
        while at < span.end:
            voice = self.teller.book.voice_at(at)
            if voice is None or (found and voice is found[-1]):
                at += 1
                continue
            found.append(voice)
            at = max(at + 1, voice.span.end)
        return tuple(found) if voices else ()

    def text_of(self, voice: Voice) -> tuple[int, int] | None:
        """Where a voice of this excerpt stands in the record's text; ``None`` where marks of the layout part it."""
        if len(voice.segments) > 1 or len(getattr(self.record.source, "segments", ())) > 1:
            return None
        start = voice.span.start - self.record.source.span.start
        return start, start + len(voice.span)


def _hands_on(sentence: Sentence, say: int, at: int) -> bool:
    """Whether the verb at ``at`` is part of what is said, and no second verb of who says it."""
    between = sentence.words[say + 1 : at]
    if not between or sentence.words[at].low.endswith("ing"):
        return True
    if any(w.low == "that" or w.low in _SUBJECTS or w.named is not None for w in between):
        return True
    return (between[0].low.endswith("ing") and not between[0].low.endswith("thing")) or (
        between[0].low == "to" and len(between) > 1 and between[1].low.endswith("ing")
    )
