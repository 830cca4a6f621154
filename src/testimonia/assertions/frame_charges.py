"""Frames of charges and verdicts, where the passive names nobody who speaks: "was charged with", "was found guilty"."""

from __future__ import annotations

from testimonia.model import Act

from .acts import Form, Hit, Usage, Vocabulary
from .frame_subjects import agent_of
from .frames import COURT, Frame, charging, frame_start, teller_of
from .negations import WRONGLY, is_negated, is_passive
from .subjects import Subjects
from .utterances import Reading, Utterance

__all__ = ["CHARGES", "charge_frame", "verdict_frame"]

CHARGES = frozenset("charge charged prosecute prosecuted indict indicted arraign arraigned".split())
_FOUND = frozenset("found adjudged judged declared pronounced held".split())
_CHARGED_WITH = frozenset("with for that of".split())


def charge_frame(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, accusing: Usage) -> Frame | None:
    """``were charged with smuggling``: the prosecution accuses; ``were never charged`` is nobody's charge."""
    if not (is_passive(reading, hit.first, utterance.first) and hit.forms & {Form.PARTICIPLE}):
        return None
    if hit.last >= utterance.last or reading.words[hit.last].low not in _CHARGED_WITH:
        return None
    if reading.words[hit.first - 1].low in WRONGLY or is_negated(reading, hit.first, utterance.first):
        return None
    subject = subjects.of_verb(hit.first, utterance, None)
    if subject.pronoun in ("who", "which", "that"):
        return None
    agent = agent_of(reading, subjects, hit, utterance)
    teller = teller_of(reading, agent, hit.first) or charging(reading)
    return Frame(hit, accusing, teller, agent, True, start=frame_start(subject, hit), sought=subject.parties)


def verdict_frame(
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
    agent = agent_of(reading, subjects, hit, utterance)
    teller = teller_of(reading, agent, hit.first) or COURT
    return Frame(hit, usage, teller, agent, True, start=frame_start(subject, hit), sought=subject.parties)
