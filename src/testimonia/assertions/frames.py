"""Words by which a sentence lets somebody speak: "Ash admitted that …", "the confession of Ash", "was accused of".

No parser: a verb's subject is found by `Subjects`; a form that may be a noun is taken for one behind a determiner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model import Act
from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS
from testimonia.words.speech import english_speech

from .acts import Form, Group, Hit, Usage, Vocabulary
from .negations import is_negated, is_passive
from .parties import PAPERS, Party
from .subjects import Kind, Subject, Subjects
from .utterances import Reading, Utterance

__all__ = ["WRONGLY", "Frame", "Teller", "charging", "frames_of", "is_noun"]


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
_MODAL = frozenset("will would could might may should must shall can".split())
_AHEAD = 14  # words from a noun or passive to the "that" that says it
_WHOSE = 6  # words from "according to" to him whose word it is
_HEAD = 5  # words before a noun at the head of a sentence
_SAYS_NOUNS_OF = frozenset("of by from".split())
_CHARGES = frozenset("charge charged prosecute prosecuted indict indicted arraign arraigned".split())
_FOUND = frozenset("found adjudged judged declared pronounced held".split())
_CHARGED_WITH = frozenset("with for that of".split())
_BRINGS_TO = frozenset(  # "went on to confess", "was compelled to admit": he did
    """on compelled forced obliged continue continues continued began begun begin proceeded manage managed used brought
    made persuaded induced ready prepared willing first last one only seemed seems chose liked able came wrote
    rose hastened telephoned rang called""".split()
)
_IF = frozenset(("if", "unless", "whether"))
_MINDS = frozenset(  # what somebody else tells of a person's mind is the teller's word
    """know knows knew known knowing see sees saw seen seeing hear hears heard hearing learn learns learned learnt
    realize realizes realized realise realised notice notices noticed remember remembers remembered""".split()
)
WRONGLY = frozenset("falsely wrongly unjustly mistakenly".split())
_VERDICTS = ("says.judging", "says.exonerating")
_ING = frozenset((Form.ING,))
_WRITTEN_BY = frozenset(("by", "from"))


def frames_of(
    reading: Reading, subjects: Subjects, utterance: Utterance, hits: list[Hit], vocabulary: Vocabulary
) -> Iterator[Frame]:
    """The frames of a sentence in order; ``hits`` are all entries of the vocabulary that it holds."""
    words = reading.words
    used = -1
    accusing = vocabulary.usages.get("says.accusing")
    for number, hit in enumerate(hits):
        usage = hit.usage
        if hit.first < used:
            continue
        frame = None
        if usage.group is Group.QUALITIES:
            frame = _verdict(reading, subjects, utterance, hit, vocabulary)
        elif usage.group is Group.DEEDS:
            if accusing is not None and words[hit.first].low in _CHARGES and hit.is_verb:
                frame = _charge(reading, subjects, utterance, hit, accusing)
        elif usage.group is Group.SAYS and not usage.asks and not usage.motive and not _is_deed(hits, number):
            if not hit.is_verb:
                frame = _noun_frame(reading, subjects, utterance, hit)
            elif (
                reading.party_at(hit.first) is None
                and not is_noun(reading, hit, utterance)
                and (not usage.said or words[hit.first].low not in _LOOSE or _says_clause(reading, hit, utterance))
            ):
                frame = _verb_frame(reading, subjects, utterance, hit, hits[:number])
        if frame is None:
            continue
        if used < utterance.first:
            subjects.heard(utterance, frame.teller.id)
        used = hit.last
        yield frame


def _is_deed(hits: list[Hit], number: int) -> bool:
    """Whether a word that may say a wrong names one as well: "betrayed" is a deed."""
    hit = hits[number]
    if hit.usage.act is not Act.ACCUSES or hit.last - hit.first > 1:
        return False
    near = hits[max(0, number - 3) : number + 4]
    return any(h.first == hit.first and h.usage.group is Group.DEEDS and h.usage.act is Act.ACCUSES for h in near)


def _charge(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, accusing: Usage) -> Frame | None:
    """``were charged with failure``: the prosecution accuses."""
    if not (is_passive(reading, hit.first, utterance.first) and hit.forms & {Form.PARTICIPLE}):
        return None
    if hit.last >= utterance.last or reading.words[hit.last].low not in _CHARGED_WITH:
        return None
    if reading.words[hit.first - 1].low in WRONGLY:
        return None
    subject = subjects.of_verb(hit.first, utterance, None)
    if subject.pronoun in ("who", "which", "that"):
        return None
    agent = _agent(reading, subjects, hit.last, utterance)
    teller = _teller(reading, agent, hit.first) if agent is not None else None
    return Frame(
        hit,
        accusing,
        teller or charging(reading),
        agent or Subject(Kind.NONE),
        True,
        start=_start(subject, hit),
        sought=subject.parties,
    )


def _verdict(
    reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, vocabulary: Vocabulary
) -> Frame | None:
    """``were adjudged guilty``: the court judges."""
    verb = hit.first - 1
    low = reading.words[verb].low
    if verb <= utterance.first or low not in _FOUND or not is_passive(reading, verb, utterance.first):
        return None
    usage = vocabulary.usages.get("says.exonerating" if hit.usage.act is Act.EXONERATES else "says.judging")
    if usage is None or hit.usage.name not in ("qualities.guilt", "qualities.innocence"):
        return None
    subject = subjects.of_verb(verb, utterance, None)
    agent = _agent(reading, subjects, hit.last, utterance)
    teller = (_teller(reading, agent, hit.first) if agent is not None else None) or Teller("org:court", "court")
    whose = agent or Subject(Kind.NONE)
    return Frame(hit, usage, teller, whose, True, start=_start(subject, hit), sought=subject.parties)


def _subject(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, before: list[Hit]) -> Subject:
    """The subject of a verb of saying; of a participle, an infinitive or a second verb that of the verb before it."""
    words = reading.words
    alone = hit.forms == _ING and (hit.first == utterance.first or words[hit.first - 1].low not in BE)
    if alone:
        subject = _right_before(reading, subjects, utterance, hit.first)
        if subject is not None:
            return subject
    else:
        subject = subjects.of_verb(hit.first, utterance, None)
        if subject.kind is not Kind.NONE:
            return subject
    begin = utterance.first
    for at in range(hit.first - 1, utterance.first, -1):
        if ";" in reading.text[words[at - 1].end : words[at].start]:
            begin = at
            break
    that = next((at for at in range(hit.first - 1, begin, -1) if words[at].low == "that"), None)
    for earlier in reversed(before):
        if (that is not None and earlier.first < that) or earlier.first < begin:
            break
        if earlier.is_verb and not is_noun(reading, earlier, utterance) and not _bracketed(reading, earlier, hit):
            subject = subjects.of_verb(earlier.first, utterance, None)
            if subject.kind in (Kind.PARTY, Kind.SELF):
                return _nearer(reading, subjects, earlier.last, hit.first) or subject
    if that is not None:
        subject = subjects.main(hit.first, utterance, that + 1)
        if subject.kind is not Kind.NONE:
            return subject
    opens = alone and hit.first - utterance.first < _HEAD  # "Admitting the theft, Ash …"
    if opens:
        subject = _behind_comma(reading, subjects, hit.last, utterance)
        if subject is not None:
            return subject
    return subjects.main(utterance.last if opens else hit.first, utterance, begin)


def _bracketed(reading: Reading, earlier: Hit, hit: Hit) -> bool:
    """Whether a bracket closes between a verb and a later one that was opened before the first."""
    between = reading.text[reading.words[earlier.last - 1].end : reading.words[hit.first].start]
    closes, opens = between.find(")"), between.find("(")
    return closes >= 0 and (opens < 0 or closes < opens)


def _behind_comma(reading: Reading, subjects: Subjects, first: int, utterance: Utterance) -> Subject | None:
    """Who stands right behind a comma: "Admitting the theft of the seals from the clerks, Ash …", "…, he …"."""
    words, text = reading.words, reading.text
    for at in range(first + 1, utterance.last):
        if "," not in text[words[at - 1].end : words[at].start]:
            continue
        number = reading.party_number(at)
        if number >= 0 and not subjects.is_object(number):
            return Subject(Kind.PARTY, subjects.together(number), at)
        if words[at].low in ("he", "she", "they"):
            return Subject(Kind.PARTY, subjects.meant(at), at, words[at].low)
        if words[at].low in ("i", "we"):
            return Subject(Kind.SELF, (), at, words[at].low)
    return None


def _right_before(reading: Reading, subjects: Subjects, utterance: Utterance, place: int) -> Subject | None:
    """Whose a participle is by the name before it: "articles by Ash sharply condemning", "Ash's accusing him"."""
    at = place - 1
    while at > utterance.first and reading.words[at].low.endswith("ly"):
        at -= 1
    number = reading.party_number(at) if at >= utterance.first else -1
    if number < 0:
        return None
    together = subjects.together(number)
    if reading.parties[number].genitive:
        return Subject(Kind.PARTY, together, at)
    first = min(subjects.first_word.get(reading.parties.index(party), at) for party in together)
    written = first > utterance.first and reading.words[first - 1].low in _WRITTEN_BY
    return Subject(Kind.PARTY, together, at) if written else None


def _nearer(reading: Reading, subjects: Subjects, first: int, last: int) -> Subject | None:
    """A subject that stands behind a comma between a verb and a later one: "when the court met, Ash wrote a letter
    denying it"."""
    for at in range(last - 1, first, -1):
        number = reading.party_number(at)
        if number < 0 or subjects.is_object(number) or subjects.first_word.get(number) != at:
            continue
        before = reading.text[reading.words[at - 1].end : reading.words[at].start]
        if "," in before and len(subjects.together(number)) == 1:
            return Subject(Kind.PARTY, (reading.parties[number],), at)
    return None


def is_noun(reading: Reading, hit: Hit, utterance: Utterance) -> bool:
    """Whether a form that may be a noun or an adjective is one: "the claim", "an alleged plot"."""
    place = hit.first
    if hit.last < utterance.last and reading.words[hit.last].low == "of" and hit.forms & {Form.THIRD, Form.BASE}:
        return hit.last - hit.first == 1  # "notes of the consul"
    if place == utterance.first:
        return not (hit.forms & {Form.ING})
    before = reading.words[place - 1].low
    gap = reading.text[reading.words[place - 1].end : reading.words[place].start]
    if gap.strip():
        return False
    if (before in DETERMINERS and before not in ("this", "that", "all", "both")) or before.endswith("'s"):
        return True
    if before == "all" and place - 2 >= utterance.first and reading.words[place - 2].low in PREPOSITIONS:
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
    reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, before: list[Hit]
) -> Frame | None:
    words, usage = reading.words, hit.usage
    low = words[hit.first].low
    previous = words[hit.first - 1].low if hit.first > utterance.first else ""
    if previous == "to" and usage.said and words[max(0, hit.first - 2)].low not in _BRINGS_TO:
        return None
    if low.startswith(("condemn", "convict")) and _followed_by(reading, hit.last, utterance, "to"):
        return None
    if low in ("tell", "told", "tells", "telling") and _commands(reading, hit.last, utterance):
        return None
    if low in _MINDS and previous not in ("i", "we"):
        return None
    passive = bool(hit.forms & {Form.PARTICIPLE, Form.PAST}) and is_passive(reading, hit.first, utterance.first)
    negated = is_negated(reading, hit.first, utterance.first)
    modal = _modal(reading, hit.first, utterance.first)
    subject = _subject(reading, subjects, utterance, hit, before)
    if usage.said and (subject.pronoun == "it" or subject.kind is Kind.SELF):
        return None  # nobody's word, or the voice's own
    if subject.kind is Kind.THING and subject.owner is not None and not _speaks(reading, subject, hit.first):
        subject = Subject(Kind.NONE)
    if _may_invert(reading, hit, utterance) and (
        subject.kind is Kind.NONE or (subject.kind is Kind.THING and subject.owner is None)
    ):
        subject = _inverted(reading, subjects, utterance, hit) or subject
    if modal and previous != "must" and subject.kind is not Kind.SELF and not (usage.opinion and negated):
        return None
    if modal and usage.act is Act.ACCUSES:
        return None
    if low.startswith("conced") and not _followed_by(reading, hit.last, utterance, "that"):
        return None
    if low == "say" and subject.pronoun == "they":
        return None  # a rumour
    start = _start(subject, hit)
    if start > utterance.first and words[start - 1].low in _IF:
        return None
    sought = _objects(reading, subjects, hit.last, utterance)
    if usage.act is Act.JUDGES and hit.last - hit.first == 1 and not sought and not passive:
        return None
    if usage.name == "says.attacking" and (passive or not sought):
        return None
    if passive:
        if usage.act is Act.ACCUSES and (subject.pronoun in ("who", "whom") or previous in WRONGLY):
            return None
        agent = _agent(reading, subjects, hit.last, utterance)
        teller = _teller(reading, agent, hit.first) if agent is not None else None
        if teller is None and usage.act is Act.ACCUSES:
            if not subject.parties:
                return None
            teller = charging(reading)
        if usage.said and not _that_ahead(reading, hit.last, utterance):
            return None
        if teller is None and usage.name in _VERDICTS and hit.last - hit.first > 1:
            teller = Teller("org:court", "court")
        if teller is None:
            return None
        whose = agent or Subject(Kind.NONE)
        return Frame(hit, usage, teller, whose, True, negated, modal, _start(subject, hit), subject.parties)
    teller = _teller(reading, subject, hit.first) or (_paper(reading, subject, hit.first) if usage.said else None)
    if teller is None:
        return None
    return Frame(hit, usage, teller, subject, False, negated, modal, _start(subject, hit), sought)


def _speaks(reading: Reading, subject: Subject, place: int) -> bool:
    """Whether the thing that is somebody's can speak for him: "Ash's letter says"."""
    nouns = english_speech().nouns
    return any(reading.words[at].low in nouns for at in range(max(0, subject.start), place))


def charging(reading: Reading) -> Teller:
    """Who accuses where a charge is stated and nobody named: the prosecution, or the indictment that is named."""
    named = any(word.low == "indictment" for word in reading.words)
    return Teller("org:indictment", "indictment") if named else Teller("org:prosecution", "")


def _that_ahead(reading: Reading, place: int, utterance: Utterance) -> bool:
    """Whether a "that" or a quotation follows within a few words."""
    for at in range(place, min(place + _AHEAD, utterance.last)):
        if reading.words[at].low == "that" or '"' in reading.text[reading.words[at - 1].end : reading.words[at].start]:
            return True
    return False


def _followed_by(reading: Reading, place: int, utterance: Utterance, low: str) -> bool:
    return place < utterance.last and reading.words[place].low == low


def _commands(reading: Reading, place: int, utterance: Utterance) -> bool:
    """Whether "told" is a command or tells of a telling: "told him to go", "told me about it"."""
    for at in range(place, min(place + 4, utterance.last)):
        low = reading.words[at].low
        if low in ("to", "not", "about", "of"):
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


def _start(subject: Subject, hit: Hit) -> int:
    return min(subject.start, hit.first) if subject.start >= 0 else hit.first


def _teller(reading: Reading, subject: Subject, place: int) -> Teller | None:
    if subject.kind is Kind.SELF:
        voice = reading.voice_of(place)
        return Teller(voice.speaker, voice.speaker_name)
    if subject.parties:
        return Teller(subject.parties[0].id, subject.parties[0].name)
    if subject.owner is not None:
        return Teller(subject.owner.id, subject.owner.name)
    return None


def _paper(reading: Reading, subject: Subject, last: int) -> Teller | None:
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
    """``according to Ash``, ``made a confession``, and at the head of a sentence ``the confession of Ash``."""
    words = reading.words
    if words[hit.first].low == "according":
        last = hit.last
        while last < min(hit.last + _WHOSE, utterance.last):
            number = reading.party_number(last)
            if number >= 0:
                return _noun_of(reading, hit, Subject(Kind.PARTY, (reading.parties[number],), hit.first))
            last += 1
            if "," in reading.text[words[last - 1].end : words[last - 1].end + 1]:
                break
        paper = _paper(reading, Subject(Kind.THING, (), hit.last), last)
        return None if paper is None else Frame(hit, hit.usage, paper, Subject(Kind.NONE), start=hit.first, noun=True)
    for at in range(hit.first - 1, max(utterance.first, hit.first - 6) - 1, -1):
        if words[at].low in _MAKES:
            return _noun_of(reading, hit, subjects.of_verb(at, utterance, None))
        if reading.party_at(at) is not None or words[at].low in PREPOSITIONS:
            break
    if hit.first - utterance.first > _HEAD or (hit.usage.said and not _that_ahead(reading, hit.last, utterance)):
        return None
    if hit.last < utterance.last and words[hit.last].low in _SAYS_NOUNS_OF:
        for at in range(hit.last + 1, min(hit.last + 5, utterance.last)):
            number = reading.party_number(at)
            if number >= 0:
                return _noun_of(reading, hit, Subject(Kind.PARTY, subjects.together(number), hit.first))
    for at in range(hit.first - 1, max(utterance.first, hit.first - 4) - 1, -1):
        number = reading.party_number(at)
        if number >= 0:
            genitive = reading.parties[number].genitive
            return _noun_of(reading, hit, Subject(Kind.PARTY, subjects.together(number), at)) if genitive else None
        if words[at].low in ("his", "her", "their"):
            return _noun_of(reading, hit, Subject(Kind.PARTY, subjects.meant(at), at))
    return None


def _noun_of(reading: Reading, hit: Hit, subject: Subject) -> Frame | None:
    teller = _teller(reading, subject, hit.first) if subject.kind in (Kind.PARTY, Kind.SELF) else None
    if teller is None or (hit.usage.said and subject.kind is Kind.SELF):
        return None
    return Frame(hit, hit.usage, teller, subject, start=_start(subject, hit), noun=True)
