"""Sentences cut into clauses, each with whose word it is: the voice's own, or of him whom the sentence lets speak.

A clause of indirect speech ("Ash admitted that …", "…, he said", "according to Ash, …") is said by its innermost
speaker; what stands outside is said by the voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from testimonia.model import Act, Mode, Voice
from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS

from .acts import Form, Group, Hit, Usage, Vocabulary
from .parties import Party
from .subjects import Kind, Subject, Subjects, is_negated, is_passive
from .utterances import Reading, Utterance

__all__ = ["Clause", "Frame", "Teller", "clauses_of"]


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose word something is: an id as in `Voice` and the name as printed."""

    id: str
    name: str


@dataclass(slots=True)
class Frame:
    """Words by which a sentence lets somebody speak."""

    hit: Hit
    teller: Teller | None
    subject: Subject
    passive: bool
    negated: bool
    modal: bool
    start: int
    sought: tuple[Party, ...] = ()  # the object: whom the saying is about
    noun: bool = False

    @property
    def usage(self) -> Usage:
        """The table that the words stand in."""
        return self.hit.usage


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


# verbs of saying that mean something else as often, unless "that" or a quotation follows
_LOOSE = frozenset(
    """
    see sees saw seen seeing hear hears heard hearing know knows knew known knowing find finds found finding show
    shows showed shown showing feel feels felt feeling hold holds held holding notice noticed consider considers
    considered considering discover discovered prove proves proved proven proving learn learned learnt realize
    realized realise realised remember remembered recall recalled repeat repeated add adds added adding observe
    observed note noted mention mentioned mentions indicate indicated indicates suggest suggested suggests imply
    implied predict predicted complain complained protest protested agree agreed agrees announce announced write
    wrote written writes writing report reported reports inform informed warn warned remind reminded assure assured
    answer answered reply replied respond responded stress stressed reveal revealed disclose disclosed explain
    explained explains describe described describes relate related recount recounted maintain maintained think
    thinks thought thinking believe believes believed believing speak spoke spoken
    """.split()
)
_SHOWS = frozenset(
    """show shows showed shown showing prove proves proved proven proving indicate indicates indicated imply implied
    suggest suggests""".split()
)
_MAKES = frozenset(
    "make makes made making give gives gave given giving sign signs signed signing write wrote written issued".split()
)
_CLAUSE_NEXT = frozenset("that how he she they i we it there whether what why".split())
_MODAL = frozenset("would could might may should must shall can".split())
_CUT = re.compile(r";|, but\b|, while\b|, whereas\b|, although\b|, though\b")
_FEW = 4  # words that a clause of its own has at least
_SAYS_NOUNS_OF = frozenset("of by from".split())


def clauses_of(reading: Reading, subjects: Subjects, vocabulary: Vocabulary) -> Iterator[Clause]:
    """The clauses of a reading in order."""
    lows = [word.low for word in reading.words]
    for number, utterance in enumerate(reading.utterances):
        hits = _hits(reading, utterance, lows, vocabulary)
        frames = list(_frames(reading, subjects, utterance, hits))
        for clause in _cut(reading, utterance, number, frames):
            yield from _with_hits(reading, subjects, clause, hits)


def _hits(reading: Reading, utterance: Utterance, lows: list[str], vocabulary: Vocabulary) -> list[Hit]:
    found: list[Hit] = []
    for place in range(utterance.first, utterance.last):
        for hit in vocabulary.at(lows, place):
            if hit.last <= utterance.last:
                found.append(hit)
    return found


def _frames(reading: Reading, subjects: Subjects, utterance: Utterance, hits: list[Hit]) -> Iterator[Frame]:
    words = reading.words
    last: Subject | None = None
    used = -1
    for hit in hits:
        usage = hit.usage
        if usage.group is not Group.SAYS or usage.asks or hit.first < used:
            continue
        if hit.is_verb:
            if reading.party_at(hit.first) is not None or _is_noun(reading, hit, utterance):
                continue
            if usage.said and words[hit.first].low in _LOOSE and not _says_clause(reading, hit, utterance):
                continue
            frame = _verb_frame(reading, subjects, utterance, hit, last)
        else:
            frame = _noun_frame(reading, subjects, utterance, hit)
        if frame is None:
            continue
        if frame.subject.kind is not Kind.NONE:
            last = frame.subject
        used = hit.last
        yield frame


def _is_noun(reading: Reading, hit: Hit, utterance: Utterance) -> bool:
    """Whether a form that may be a noun or an adjective is one: "the claim", "an alleged plot"."""
    place = hit.first
    if place == utterance.first:
        return not (hit.forms & {Form.ING})
    before = reading.words[place - 1].low
    gap = reading.text[reading.words[place - 1].end : reading.words[place].start]
    if gap.strip():
        return False
    if (before in DETERMINERS and before not in ("this", "that", "all", "both")) or before.endswith("'s"):
        return True
    if before == "no" or (before in PREPOSITIONS and before not in ("like", "to", "as")):
        return True
    party = reading.party_at(place - 1)
    return bool(party is not None and party.genitive)


def _says_clause(reading: Reading, hit: Hit, utterance: Utterance) -> bool:
    """Whether words that somebody says follow: "that", a quotation, or the verb closes what was said."""
    place = hit.last
    words, text = reading.words, reading.text
    if place >= utterance.last:
        return hit.first > utterance.first
    gap = text[words[place - 1].end : words[place].start]
    if ":" in gap or '"' in gap or "“" in gap:
        return True
    if words[place].low == "that":
        return True
    if words[hit.first].low in _SHOWS:
        return False
    if words[place].low in _CLAUSE_NEXT:
        return True
    for at in range(place, min(place + 5, utterance.last)):  # "told me that", "wrote to Ash that"
        if words[at].low == "that":
            return True
        if "," in text[words[at - 1].end : words[at].start]:
            break
    before = text[words[hit.first - 1].end : words[hit.first].start] if hit.first > utterance.first else ""
    if '"' in before or "”" in before:
        return True
    party = reading.party_at(place)
    return bool(
        party is not None
        and words[hit.first].low.startswith(("think", "thought", "believ", "suggest", "impl", "admit"))
    )


def _modal(reading: Reading, place: int, first: int) -> bool:
    return any(reading.words[at].low in _MODAL for at in range(max(first, place - 3), place))


def _verb_frame(
    reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, last: Subject | None
) -> Frame | None:
    words = reading.words
    passive = bool(hit.forms & {Form.PARTICIPLE, Form.PAST}) and is_passive(reading, hit.first, utterance.first)
    negated = is_negated(reading, hit.first, utterance.first)
    modal = _modal(reading, hit.first, utterance.first)
    usage_said = hit.usage.said
    may_invert = _may_invert(reading, hit, utterance)
    if hit.forms == frozenset((Form.ING,)) and (hit.first == utterance.first or not _has_auxiliary(reading, hit.first)):
        subject = last or subjects.main(utterance.last, utterance)
    else:
        subject = subjects.of_verb(hit.first, utterance, last)
    if subject.pronoun == "it" and usage_said:
        return None
    if may_invert and (subject.kind is Kind.NONE or (subject.kind is Kind.THING and subject.owner is None)):
        inverted = _inverted(reading, subjects, utterance, hit)
        if inverted is not None:
            subject = inverted
    sought = _objects(reading, subjects, hit.last, utterance)
    low = words[hit.first].low
    if low.startswith(("condemn", "convict")) and _followed_by(reading, hit.last, utterance, "to"):
        return None
    if modal and words[hit.first - 1].low != "must" and subject.kind is not Kind.SELF and low not in ("prove",):
        return None
    if low in ("tell", "told", "tells", "telling") and _commands(reading, hit.last, utterance):
        return None
    if hit.usage.act is Act.JUDGES and hit.last - hit.first == 1 and not sought and not passive:
        return None
    if hit.usage.name == "says.attacking" and (passive or not sought):
        return None
    if passive and hit.usage.act is Act.ACCUSES and subject.pronoun in ("who", "whom"):
        return None
    if passive:
        agent = _agent(reading, subjects, hit.last, utterance)
        if hit.usage.act is Act.ACCUSES:
            teller = _teller(reading, agent, utterance, hit.first) if agent is not None else _charging(reading)
            return Frame(
                hit, teller, agent or Subject(Kind.NONE), True, negated, modal, _start(subject, hit), subject.parties
            )
        if agent is None:
            return None
        return Frame(
            hit,
            _teller(reading, agent, utterance, hit.first),
            agent,
            True,
            negated,
            modal,
            _start(subject, hit),
            subject.parties,
        )
    teller = _teller(reading, subject, utterance, hit.first)
    if teller is None:
        return None
    return Frame(hit, teller, subject, False, negated, modal, _start(subject, hit), sought)


def _charging(reading: Reading) -> Teller:
    """Who accuses where a charge is stated and nobody named: the prosecution, or the indictment that is named."""
    named = any(word.low == "indictment" for word in reading.words)
    return Teller("org:indictment", "indictment") if named else Teller("org:prosecution", "")


def _followed_by(reading: Reading, place: int, utterance: Utterance, low: str) -> bool:
    return place < utterance.last and reading.words[place].low == low


def _commands(reading: Reading, place: int, utterance: Utterance) -> bool:
    """Whether "told" is a command: "told him to go", "told me what to say"."""
    for at in range(place, min(place + 4, utterance.last)):
        low = reading.words[at].low
        if low in ("to", "not"):
            return True
        if low in ("that", "how"):
            return False
    return False


def _may_invert(reading: Reading, hit: Hit, utterance: Utterance) -> bool:
    """Whether the subject may stand behind the verb: after a quotation or a comma, or at the beginning."""
    if hit.forms == frozenset((Form.ING,)):
        return False
    if hit.first == utterance.first:
        return True
    gap = reading.text[reading.words[hit.first - 1].end : reading.words[hit.first].start]
    return any(mark in gap for mark in ",\"”’'»!?")


def _has_auxiliary(reading: Reading, place: int) -> bool:
    return place > 0 and reading.words[place - 1].low in BE


def _start(subject: Subject, hit: Hit) -> int:
    return min(subject.start, hit.first) if subject.start >= 0 else hit.first


def _teller(reading: Reading, subject: Subject, utterance: Utterance, place: int) -> Teller | None:
    if subject.kind is Kind.SELF:
        voice = reading.voice_of(place)
        return Teller(voice.speaker, voice.speaker_name)
    if subject.parties:
        return Teller(subject.parties[0].id, subject.parties[0].name)
    if subject.owner is not None:
        return Teller(subject.owner.id, subject.owner.name)
    return None


def _inverted(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit) -> Subject | None:
    """``said Ash``: the subject right behind the verb."""
    for at in range(hit.last, min(hit.last + 5, utterance.last)):
        number = reading.party_number(at)
        if number >= 0:
            return Subject(Kind.PARTY, subjects.together(number), hit.first)
        low = reading.words[at].low
        if low in ("he", "she", "they"):
            return Subject(Kind.PARTY, subjects.meant(at), hit.first, low)
        if (
            low in PREPOSITIONS
            or low == "that"
            or "," in reading.text[reading.words[at - 1].end : reading.words[at].start]
        ):
            return None
    return None


def _objects(reading: Reading, subjects: Subjects, place: int, utterance: Utterance) -> tuple[Party, ...]:
    """Whoever follows a verb as its object."""
    for at in range(place, min(place + 9, utterance.last)):
        number = reading.party_number(at)
        if number >= 0:
            return subjects.together(number)
        low = reading.words[at].low
        if low in ("him", "her", "them"):
            return subjects.meant(at)
        if low in ("that", "how", "when", "because"):
            return ()
    return ()


def _agent(reading: Reading, subjects: Subjects, place: int, utterance: Utterance) -> Subject | None:
    for at in range(place, min(place + 12, utterance.last)):
        if reading.words[at].low == "by":
            for behind in range(at + 1, min(at + 7, utterance.last)):
                number = reading.party_number(behind)
                if number >= 0:
                    return Subject(Kind.PARTY, subjects.together(number), at)
                if reading.words[behind].low in ("him", "her", "them"):
                    return Subject(Kind.PARTY, subjects.meant(behind), at)
                if reading.words[behind].low in PREPOSITIONS:
                    break
            return None
    return None


def _noun_frame(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit) -> Frame | None:
    """``the confession of Ash``, ``Ash's statement that …``, ``according to Ash``."""
    words = reading.words
    if words[hit.first].low == "according":
        for at in range(hit.last, min(hit.last + 6, utterance.last)):
            number = reading.party_number(at)
            if number >= 0:
                party = reading.parties[number]
                whose = Subject(Kind.PARTY, (party,), hit.first)
                return Frame(hit, Teller(party.id, party.name), whose, False, False, False, hit.first, (), True)
        return None
    subject: Subject | None = None
    if hit.last < utterance.last and words[hit.last].low in _SAYS_NOUNS_OF:
        for at in range(hit.last + 1, min(hit.last + 5, utterance.last)):
            number = reading.party_number(at)
            if number >= 0:
                subject = Subject(Kind.PARTY, subjects.together(number), hit.first)
                break
    if subject is None and hit.first > utterance.first:
        for at in range(hit.first - 1, max(utterance.first, hit.first - 4) - 1, -1):
            number = reading.party_number(at)
            if number >= 0:
                if reading.parties[number].genitive:
                    subject = Subject(Kind.PARTY, subjects.together(number), at)
                break
            if words[at].low in ("his", "her", "their"):
                subject = Subject(Kind.PARTY, subjects.meant(at), at)
                break
    if subject is None or not subject.parties:
        for at in range(hit.first - 1, max(utterance.first, hit.first - 6) - 1, -1):
            if words[at].low in _MAKES:
                subject = subjects.of_verb(at, utterance, None)
                break
            if reading.party_at(at) is not None or words[at].low in PREPOSITIONS:
                break
        if subject is not None and subject.kind is Kind.SELF:
            return Frame(
                hit,
                _teller(reading, subject, utterance, hit.first),
                subject,
                False,
                False,
                False,
                _start(subject, hit),
                (),
                True,
            )
    if subject is None or not subject.parties:
        return None
    party = subject.parties[0]
    return Frame(hit, Teller(party.id, party.name), subject, False, False, False, _start(subject, hit), (), True)


# ----------------------------------------------------------------------------------------------------------------------


def _cut(reading: Reading, utterance: Utterance, number: int, frames: list[Frame]) -> Iterator[Clause]:
    at = utterance.first
    voice = utterance.voice
    plain: list[tuple[int, int, Frame | None]] = []
    for place, frame in enumerate(frames):
        following = frames[place + 1].start if place + 1 < len(frames) else utterance.last
        following = max(following, frame.hit.last)
        if frame.start > at:
            plain.append((at, frame.start, None))
        plain.append((max(frame.start, at), following, frame))
        at = max(at, following)
    if at < utterance.last:
        plain.append((at, utterance.last, None))
    # "…, he said": what stands before is his
    if len(frames) == 1 and len(plain) >= 2 and frames[0].usage.said:
        frame = frames[0]
        before = plain[0]
        rest = utterance.last - frame.hit.last
        text = reading.text
        gap = (
            text[reading.words[frame.start - 1].end : reading.words[frame.start].start]
            if frame.start > utterance.first
            else ""
        )
        according = frame.noun
        if before[2] is None and (
            (("," in gap or '"' in gap or "”" in gap) and (rest <= 2 or not _opens(reading, frame, utterance)))
            or according
        ):
            plain = [(utterance.first, utterance.last, frame)]
    for first, last, frame_ in plain:
        if frame_ is not None:
            teller = frame_.teller or Teller("", "")
            yield Clause(utterance, number, first, last, teller, voice, frame_, True)
            continue
        yield from _own(reading, utterance, number, first, last)


def _opens(reading: Reading, frame: Frame, utterance: Utterance) -> bool:
    place = frame.hit.last
    return place < utterance.last and reading.words[place].low in ("that", "how", "he", "she", "they", "i", "we")


def _own(reading: Reading, utterance: Utterance, number: int, first: int, last: int) -> Iterator[Clause]:
    """The stretch cut where the voice changes and at the joints of long sentences."""
    begin = first
    text, words = reading.text, reading.words
    voice = reading.voice_of(first)
    for at in range(first + 1, last + 1):
        end = at == last
        other = voice if end else reading.voice_of(at)
        cut = end or other is not voice
        if not cut and at - begin >= _FEW and last - at >= _FEW:
            gap = text[words[at - 1].end : words[at].end]
            cut = _CUT.search(gap) is not None
        if cut:
            if not utterance.mixed or at - begin >= 2 or begin == first:
                yield Clause(utterance, number, begin, at, Teller(voice.speaker, voice.speaker_name), voice)
            begin = at
            voice = other


def _with_hits(reading: Reading, subjects: Subjects, clause: Clause, hits: list[Hit]) -> Iterator[Clause]:
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
            or (hit.usage.group is Group.SAYS and not hit.usage.asks)
        ):
            continue
        if clause.frame is not None and clause.frame.hit.first <= hit.first < clause.frame.hit.last:
            continue
        subject = Subject(Kind.NONE)
        passive = negated = False
        if hit.usage.group in (Group.DEEDS, Group.QUALITIES):
            used = hit.last
            if hit.is_verb and not _is_noun(reading, hit, clause.utterance):
                passive = bool(hit.forms & {Form.PARTICIPLE, Form.PAST}) and is_passive(
                    reading, hit.first, clause.utterance.first
                )
                subject = subjects.of_verb(hit.first, clause.utterance, last)
                if subject.kind is not Kind.NONE:
                    last = subject
            negated = is_negated(reading, hit.first, clause.utterance.first) or subject.negative
        clause.hits.append((hit, subject, passive, negated))
    yield clause


_ = Mode
