"""Whose word a clause is, and whom its pronouns mean, within one claim or excerpt.

An `Account` reads a `RecordText` sentence by sentence. The word is the voice's that the clause stands in, unless the
clause itself hands it on ("Ash said that …", "according to Ash"). A pronoun is read only where little else can be
meant; otherwise it means nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from weakref import WeakKeyDictionary

from testimonia.model import Claim, Mode, Reason, Sourcebook, Span, Voice

from .clause_subjects import subject_of
from .clauses import Party, Sentence, fits, is_negated, party_of
from .grammar import FEMALE, MALE, PREPOSITIONS
from .record_texts import Named, RecordText, record_texts
from .sentences import sentences
from .speech import english_speech

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
_ABOUT = re.compile(r",\s(?:who|whom|whose|which|with whom|to whom)\b[^,;]*")
_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_SUBJECTS = frozenset("i he she it we they who how what where when".split())
_SENSE_BACK = 2  # sentences before this one in which a pronoun's name is looked for


@dataclass(frozen=True, slots=True)
class Telling:
    """Whose word it is, as a record has it, and the words that hand it on."""

    speaker: str
    name: str
    confidence: float
    reasons: tuple[Reason, ...] = ()


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


class Teller:
    """What the whole book shows of its records, for the accounts."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self.records = {record.id: record for record in record_texts(book)}
        self.accounts = {record.id: Account(record, self) for record in self.records.values()}
        self._holding: dict[tuple[str, ...], dict[str, list[str]]] = {}

    def holding(self, stems: tuple[str, ...]) -> dict[str, list[str]]:
        """By the id of a record, which of the stems stand in its text in small letters."""
        found = self._holding.get(stems)
        if found is None:
            found = self._holding[stems] = {}
            for stem in stems:
                for id_ in self._having(stem):
                    found.setdefault(id_, []).append(stem)
        return found

    def _having(self, stem: str) -> set[str]:
        """The ids of the records that have a stem."""
        if stem.split() != [stem]:  # it has white space
            return {id_ for id_, account in self.accounts.items() if stem in account.low}
        words, starts, having = self._words
        found: set[str] = set()
        at = words.find(stem)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.update(having[number])
            at = words.find(stem, starts[number + 1])
        return found

    @cached_property
    def _words(self) -> tuple[str, list[int], list[list[str]]]:
        """All that stands between white space in the book, each once: where each begins, and the records that have it.

        A stem is looked for in them: they are a sixth of the texts.
        """
        having: dict[str, list[str]] = {}
        for id_, account in self.accounts.items():
            for word in set(account.low.split()):
                having.setdefault(word, []).append(id_)
        starts = list(accumulate((len(word) + 1 for word in having), initial=0))
        return " ".join(having), starts, list(having.values())


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
            return Telling("compiler", "", 1.0)
        owner = self._quoted_in_question(sentence.words[at].start, voice)
        if owner is not None:
            why = Reason("put to him in a question as his own words", owner.span.cut(self.teller.book.text), owner.span)
            return Telling(owner.speaker, owner.speaker_name, 0.8, (why,))
        return Telling(voice.speaker, voice.speaker_name, voice.confidence)

    def reporter(self, sentence: Sentence, at: int) -> Party | None:
        """Who is said to say what the verb at ``at`` tells."""
        words, speech = sentence.words, english_speech()
        voice = self.voice_at(words[at].start)
        for n in range(at - 1, -1, -1):
            low = words[n].low
            if low in (";", "?"):
                break
            if (low not in speech.saying and low not in speech.writing and low not in _ALSO_TELL) or low in _ORDERS:
                continue
            if low in speech.loose and not any(w.low == "that" for w in words[n + 1 : min(n + 5, at)]):
                continue
            if n and (words[n - 1].low in ("to", "the", "a", "his") or words[n - 1].low in PREPOSITIONS):
                continue
            if is_negated(sentence, n) or (voice is not None and not self._same_voice(words[n].start, voice)):
                continue
            if not _hands_on(sentence, n, at):
                continue
            subject = subject_of(sentence, n, self.meant)
            if len(subject) == 1 and subject[0].id is not None:
                return subject[0]
            if subject:
                return None
        for found in _NOUN.finditer(self.record.text, sentence.start, sentence.end):
            for named in self.record.named_in(found.end(), min(found.end() + 40, sentence.end)):
                lead = self.record.text[found.end() : named.start]
                if re.fullmatch(r"(?:[\w.]+\s){0,3}", lead) and not self._is_about(named, words[at].start):
                    return Party(named.start, named.end, named.name, named.person, 0.85)
                break
        return None

    def _is_about(self, named: Named, offset: int) -> bool:
        """Whether a place stands in a clause about somebody, right behind his name: "according to Ash, whom I met"."""
        return _ABOUT.fullmatch(self.record.text, named.end, offset) is not None

    def reporters(self, sentence: Sentence, at: int) -> tuple[Party, ...]:
        """Those who say together what the verb at ``at`` tells ("Ash and Reed say that …")."""
        for n in range(at - 1, 0, -1):
            if sentence.words[n].low in english_speech().saying:
                found = subject_of(sentence, n, self.meant)
                return found if len(found) > 1 and all(p.id is not None for p in found) else ()
        return ()

    def _same_voice(self, offset: int, voice: Voice) -> bool:
        here = self.voice_at(offset)
        return here is not None and here.speaker == voice.speaker

    def meant(self, sentence: Sentence, at: int) -> Party | None:
        """Whom the pronoun at ``at`` means; ``None`` where it is not sure enough."""
        word = sentence.words[at]
        if word.start not in self._meanings:
            self._meanings[word.start] = None  # while it is being found out
            self._meanings[word.start] = self._meaning(sentence, at)
        return self._meanings[word.start]

    def _meaning(self, sentence: Sentence, at: int) -> Party | None:
        word, words = sentence.words[at], sentence.words
        if word.low in ("i", "me", "my"):
            voice = self.voice_at(word.start)
            if voice is None or voice.speaker.startswith(("org:", "group:")):
                return None
            owner = self._quoted_in_question(word.start, voice)
            if owner is not None:
                return Party(word.start, word.end, owner.speaker_name, owner.speaker, 0.8)
            return Party(word.start, word.end, voice.speaker_name, voice.speaker, voice.confidence)
        if word.low == "you":
            answer = self.answer_to(word.start)
            return Party(word.start, word.end, answer.speaker_name, answer.speaker, 0.8) if answer is not None else None
        if word.low in ("latter", "former"):
            return self._taken_up(sentence, at)
        if word.low not in MALE | FEMALE:
            return None
        if at + 2 < len(words) and words[at + 1].low in ("[", "(") and (named := words[at + 2].named) is not None:
            return Party(word.start, words[at + 2].end, named.name, named.person, 0.95)
        same = self._in_same(sentence, at)
        if same is not None:
            return Party(word.start, word.end, same.name, same.person, 0.85)
        voice = self.voice_at(word.start)
        if voice is not None and voice.mode is Mode.TURN:
            return self._of_question(sentence, at, voice)
        number = self.number_at(sentence.start)
        for back in range(1, _SENSE_BACK + 1):
            if number - back < 0:
                break
            earlier = self.sentence(number - back)
            if voice is not None and not self._same_voice(
                earlier.words[-1].start if earlier.words else earlier.start, voice
            ):
                break
            found = self._first_subject(earlier, word.low, voice.speaker if voice is not None else "")
            if found is None:
                people = {
                    w.named.person: w.named
                    for n, w in enumerate(earlier.words)
                    if w.named is not None and fits(w.named.gender, word.low) and not earlier.is_genitive(n)
                }
                if voice is not None:
                    people.pop(voice.speaker, None)  # who speaks is no "he" of his own
                if len(people) == 1:
                    (only,) = people.values()
                    found = party_of(only)
                elif people:
                    break
            if found is not None:
                return Party(word.start, word.end, found.name, found.id, 0.75 if back == 1 else 0.6)
        return self._of_claim(sentence, at) if number < _SENSE_BACK else None

    def _of_claim(self, sentence: Sentence, at: int) -> Party | None:
        """Who the claim above is about, where the excerpt begins with a pronoun."""
        word = sentence.words[at]
        claim = self.teller.records.get(self.record.claim or "")
        if claim is None or claim.id == self.record.id:
            return None
        voice = self.voice_at(word.start)
        for named in claim.named:
            if fits(named.gender, word.low) and (voice is None or named.person != voice.speaker):
                return Party(word.start, word.end, named.name, named.person, 0.6)
        return None

    def _quoted_in_question(self, offset: int, voice: Voice) -> Voice | None:
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

    def _in_same(self, sentence: Sentence, at: int) -> Named | None:
        """The name before the pronoun in its sentence, where one alone can be meant."""
        words, speech = sentence.words, english_speech()
        objective = words[at].low in ("him", "her")
        subjects = [
            n
            for n in range(at)
            if (named := words[n].named) is not None
            and fits(named.gender, words[at].low)
            and not self._is_object(sentence, n)
        ]
        if not subjects:
            return None
        reporters = [n for n in subjects if any(w.low in speech.saying for w in words[n + 1 : min(n + 5, at)])]
        if reporters and (not objective or len(subjects) > 1 or self._verb_between(sentence, reporters[0], at)):
            nearest = reporters[-1]
            if objective and nearest == subjects[-1] and not self._parted(sentence, nearest, at):
                nearest = reporters[0] if len(reporters) > 1 else subjects[0]
                if nearest == subjects[-1]:
                    return None
            return words[nearest].named
        if objective:
            people = [n for n in subjects if words[n].named.person != words[subjects[-1]].named.person]  # type: ignore[union-attr]
            if people:
                return words[people[-1]].named
            return words[subjects[-1]].named if self._parted(sentence, subjects[-1], at) else None
        if self._parted(sentence, subjects[-1], at):
            return words[subjects[0]].named if len(subjects) < 3 else None
        return None

    def _verb_between(self, sentence: Sentence, name: int, at: int) -> bool:
        return any(w.low in ("that", "who", "and", ",") or w.named for w in sentence.words[name + 2 : at])

    def _parted(self, sentence: Sentence, name: int, at: int) -> bool:
        """Whether a clause begins between a name and a pronoun."""
        between = sentence.words[name + 1 : at]
        return any(
            w.low in (",", "that", "when", "who", "and", "because", ";", "while", "after", "as") for w in between
        ) or any(w.low in english_speech().saying for w in between)

    def _is_object(self, sentence: Sentence, n: int) -> bool:
        before = sentence.words[n - 1].low if n else ""
        return before in PREPOSITIONS or sentence.is_genitive(n) or self._is_kind(sentence, n)

    def _is_kind(self, sentence: Sentence, n: int) -> bool:
        """Whether a name says of what kind somebody is: "an old Ash supporter"."""
        words = sentence.words
        if n + 1 >= len(words) or not words[n + 1].word[:1].islower():
            return False
        return any(word.low in ("a", "an") for word in words[max(0, n - 2) : n]) and words[n - 1].word[:1].islower()

    def _first_subject(self, sentence: Sentence, pronoun: str, speaker: str) -> Party | None:
        """Who the sentence is about in its last part: its first name that is no object, or its first such pronoun."""
        marks = [n for n, word in enumerate(sentence.words[:-2]) if word.low == ";"]
        begin = marks[-1] if marks else 0
        if begin and sentence.words[begin + 2].low in ("how", "that", "which", "who", "to"):
            begin = 0  # a part of a longer list
        for n, word in enumerate(sentence.words):
            if n < begin:
                continue
            if word.named is not None and not self._is_object(sentence, n) and fits(word.named.gender, pronoun):
                if word.named.person == speaker:
                    continue  # who speaks is no "he" of his own
                if self._reports_of_another(sentence, n, pronoun):
                    return None
                return party_of(word.named)
            if word.low in ("he", "she") and (word.low == "he") == (pronoun in MALE):
                return self.meant(sentence, n)
        return None

    def _reports_of_another(self, sentence: Sentence, at: int, pronoun: str) -> bool:
        """Whether the one named at ``at`` only tells what another did, so that "he" may be either."""
        words = sentence.words
        told = next((n for n in range(at + 1, min(at + 5, len(words))) if words[n].low == "that"), 0)
        if not any(w.low in english_speech().saying for w in words[at + 1 : told or at + 1]):
            return False
        who = words[at].named
        for n in range(told, len(words)):
            named = words[n].named
            if named is None or who is None or named.person == who.person or self._is_object(sentence, n):
                continue
            if fits(named.gender, pronoun):
                return True
        return False

    def _taken_up(self, sentence: Sentence, at: int) -> Party | None:
        """Whom "the latter" takes up: the last named before it, and "the former" the one before."""
        word = sentence.words[at]
        people: list[Named] = []
        begin = self.spans[max(0, self.number_at(sentence.start) - 1)].start
        for named in self.record.named_in(begin, word.start):
            people = [p for p in people if p.person != named.person] + [named]
        if not people or (word.low == "former" and len(people) < 2):
            return None
        chosen = people[-1] if word.low == "latter" else people[-2]
        return Party(word.start, word.end, chosen.name, chosen.person, 0.8)

    def _of_question(self, sentence: Sentence, at: int, voice: Voice) -> Party | None:
        """The one person whom the turn before names, beside those who talk."""
        word = sentence.words[at]
        earlier = [v for v in self.voices if v.span.start < voice.span.start][-2:]
        for turn in reversed(earlier):
            text = self.text_of(turn)
            if text is None:
                break
            named = {n.person: n for n in self.record.named_in(*text) if fits(n.gender, word.low)}
            talking = {v.speaker for v in self.voices}
            others = [n for person, n in named.items() if person != voice.speaker and person != turn.speaker]
            others = [n for n in others if n.person not in talking] or others
            if len(others) == 1:
                return Party(word.start, word.end, others[0].name, others[0].person, 0.8)
            if others:
                break
        return None

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
