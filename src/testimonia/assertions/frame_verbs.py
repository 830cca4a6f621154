"""Frames of verbs: "Ash admitted that …", "…, said Ash", "was accused of"."""

from __future__ import annotations

from testimonia.model import Act
from testimonia.words.grammar import BE
from testimonia.words.speech import english_speech

from .acts import Form, Hit
from .frame_forms import commands_or_tells, followed_by, is_modal, that_ahead
from .frame_subjects import agent_of, inverted, may_invert, objects_of, subject_of_saying
from .frames import COURT, Frame, Teller, charging, frame_start, paper_of, teller_of
from .negations import WRONGLY, is_negated, is_passive
from .subjects import Kind, Subject, Subjects
from .utterances import Reading, Utterance

__all__ = ["verb_frame"]

_BRINGS_TO = frozenset(  # "went on to boast", "was compelled to say": he did
    """on compelled forced obliged continue continues continued began begun begin proceeded manage managed used brought
    made persuaded induced ready prepared willing first last one only seemed seems chose liked able came wrote
    rose hastened telephoned rang called heard""".split()
)
_BEGS = frozenset(  # "begs us to state that" is his statement
    """beg begs begged ask asks asked desire desires desired request requests requested wish wishes wished authorise
    authorises authorised authorize authorizes authorized""".split()
)
_US = frozenset(("us", "me"))
_TO_BLAME = BE | {"held", "found"}  # "was to blame" blames nobody else
_IF = frozenset(("if", "unless", "whether"))
_MINDS = frozenset(  # what somebody else tells of a person's mind is the teller's word
    """know knows knew known knowing see sees saw seen seeing hear hears heard hearing learn learns learned learnt
    realize realizes realized realise realised notice notices noticed remember remembers remembered""".split()
)
_VERDICTS = ("says.judging", "says.exonerating")


def verb_frame(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, before: list[Hit]) -> Frame | None:
    """The frame of a verb of saying, if it lets somebody speak; ``before`` are the entries that stand before it."""
    words, usage = reading.words, hit.usage
    low = words[hit.first].low
    previous = words[hit.first - 1].low if hit.first > utterance.first else ""
    if _tells_nothing(reading, hit, utterance, previous):
        return None
    subject = _whose(reading, subjects, utterance, hit, before)
    if subject is None:
        return None
    negated = is_negated(reading, hit.first, utterance.first)
    modal = is_modal(reading, hit.first, utterance.first)
    if modal and previous != "must" and subject.kind is not Kind.SELF and not (usage.opinion and negated):
        return None
    if modal and usage.act is Act.ACCUSES:
        return None
    if low == "say" and subject.pronoun == "they":
        return None  # a rumour
    start = frame_start(subject, hit)
    if start > utterance.first and words[start - 1].low in _IF:
        return None
    passive = bool(hit.forms & {Form.PARTICIPLE, Form.PAST}) and is_passive(reading, hit.first, utterance.first)
    sought = objects_of(reading, subjects, hit.last, utterance)
    if (
        not passive
        and reading.words[hit.first].low == "charged"
        and followed_by(reading, hit.first + 1, utterance, "with")
    ):
        if not subject.parties:
            return None
        passive = True  # "was arrested at Hull, charged with theft": nobody is charged there by who is arrested
    if usage.act is Act.JUDGES and hit.last - hit.first == 1 and not sought and not passive:
        return None
    if usage.name == "says.attacking" and (passive or not sought):
        return None
    if passive:
        if usage.act is Act.ACCUSES and (subject.pronoun in ("who", "whom") or previous in WRONGLY):
            return None
        agent = agent_of(reading, subjects, hit, utterance)
        if agent.kind is Kind.NONE and _is_gerund(reading, hit.first, utterance.first):
            return None  # "confessed to being implicated" lays no charge
        teller = _passive_teller(reading, utterance, hit, subject, agent, negated)
        if teller is None:
            return None
        return Frame(hit, usage, teller, agent, True, negated, modal, start, subject.parties)
    teller = teller_of(reading, subject, hit.first) or (paper_of(reading, subject, hit.first) if usage.said else None)
    if teller is None:
        return None
    return Frame(hit, usage, teller, subject, False, negated, modal, start, sought)


def _tells_nothing(reading: Reading, hit: Hit, utterance: Utterance, previous: str) -> bool:
    """Whether a verb of saying is one of doing or knowing here: "to deny", "condemned to", "told him to go"."""
    low = reading.words[hit.first].low
    return (
        (previous == "to" and hit.usage.said and not _is_brought_to(reading, hit.first - 2, utterance.first))
        or (low.startswith(("condemn", "convict")) and followed_by(reading, hit.last, utterance, "to"))
        or (low == "blame" and previous == "to" and reading.words[max(0, hit.first - 2)].low in _TO_BLAME)
        or (low.startswith("conced") and not followed_by(reading, hit.last, utterance, "that"))
        or (low in ("tell", "told", "tells", "telling") and commands_or_tells(reading, hit.last, utterance))
        or (low in _MINDS and previous not in ("i", "we"))
    )


def _is_brought_to(reading: Reading, place: int, first: int) -> bool:
    """Whether what stands before "to say" says that somebody does: "went on", "was heard", "begs us"."""
    words = reading.words
    if place <= first:
        return place == first and words[place].low in _BRINGS_TO
    low, before = words[place].low, words[place - 1].low
    return low in _BRINGS_TO or (low in _US and before in _BEGS)


def _whose(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, before: list[Hit]) -> Subject | None:
    """The subject of a verb, before it or behind; ``None`` if nobody's word is told, or the voice's own."""
    subject = subject_of_saying(reading, subjects, utterance, hit, before)
    if hit.usage.said and (subject.pronoun == "it" or subject.kind is Kind.SELF):
        return None
    if subject.kind is Kind.THING and subject.owner is not None and not _speaks(reading, subject, hit.first):
        subject = Subject(Kind.NONE)
    if _may_be_behind(subject) and may_invert(reading, hit, utterance):
        return inverted(reading, subjects, utterance, hit) or subject
    return subject


def _may_be_behind(subject: Subject) -> bool:
    """Whether nobody that stands before a verb is its subject, so that one may stand behind."""
    return subject.kind is Kind.NONE or (subject.kind is Kind.THING and subject.owner is None)


def _passive_teller(
    reading: Reading, utterance: Utterance, hit: Hit, subject: Subject, agent: Subject, negated: bool
) -> Teller | None:
    """Whose word a passive tells: his behind "by", theirs who charge, the court's; a charge denied is nobody's."""
    usage = hit.usage
    if usage.said and not that_ahead(reading, hit.last, utterance):
        return None
    teller = teller_of(reading, agent, hit.first)
    if teller is None and usage.act is Act.ACCUSES:
        return charging(reading) if subject.parties and not negated else None
    if teller is None and usage.name in _VERDICTS and hit.last - hit.first > 1:
        return COURT
    return teller


def _is_gerund(reading: Reading, place: int, first: int) -> bool:
    """Whether "being" stands before a participle, adverbs aside: "to being directly implicated"."""
    at = place - 1
    while at > first and reading.words[at].low.endswith("ly"):
        at -= 1
    return at >= first and reading.words[at].low == "being"


def _speaks(reading: Reading, subject: Subject, place: int) -> bool:
    """Whether the thing that is somebody's can speak for him: "Ash's letter says"."""
    nouns = english_speech().nouns
    return any(reading.words[at].low in nouns for at in range(max(0, subject.start), place))
