"""How words stand in their sentence: said outright, denied, only supposed, or told as what others hold."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from testimonia.model import Mode
from testimonia.words.polarity import Pole

from .exhibits import Exhibit
from .lines import Line
from .vocabulary import context_words

__all__ = [
    "is_anothers",
    "is_compared",
    "is_denied_here",
    "is_his_voice",
    "is_of_others",
    "is_own",
    "is_plain",
    "is_predicated",
    "is_supposed",
    "is_turned",
    "may_deny",
]

_QUESTIONER = frozenset(("question", "q"))
_SUPPOSED_FROM = 10  # words from an "if" to what it makes uncertain
_SAID_FROM = 5  # words from "was" to what it says of something
_DENIED_FROM = 4
_COMPARED = frozenset("less more better worse such so fewer finer greater".split())
_COMPARED_IN = 7  # words behind "never saw"


def is_plain(line: Line, pole: Pole) -> bool:
    """Whether it is said outright: not asked, not supposed, not what others hold, not within a denial further off."""
    at = pole.at
    if line.lows[0] in _QUESTIONER or is_supposed(line, at) or is_of_others(line, at):
        return False
    if "more than" in " ".join(line.lows[max(0, at - _DENIED_FROM) : at]):  # "a good deal more than a sham"
        return False
    return pole.denied or not is_turned(line, at)


def is_supposed(line: Line, at: int) -> bool:
    """Whether it is only supposed: behind an "if" or a "would" in its clause."""
    supposing = context_words("supposed")
    for low in reversed(line.lows[max(0, at - _SUPPOSED_FROM) : at]):
        if low in (";", ":"):
            return False
        if low in supposing:
            return True
    return False


def is_of_others(line: Line, at: int) -> bool:
    """Whether it is told as what others hold, or turned down in the same sentence."""
    return not context_words("others").isdisjoint(line.lows[:at]) or not context_words("refuted").isdisjoint(
        line.lows[at:]
    )


def is_turned(line: Line, at: int) -> bool:
    """Whether an odd number of denials stands anywhere before it in the sentence."""
    denying = context_words("denying")
    return sum(low in denying or low.endswith("n't") for low in line.lows[:at]) % 2 == 1


def may_deny(forms: Set[str]) -> bool:
    """Whether a sentence of these words may deny something by a "not" or the like: a quick way to pass over most."""
    return not forms.isdisjoint(_denying())


@cache
def _denying() -> frozenset[str]:
    verbs = (
        "is was are were do does did wo would ca could sho should shall has have had must need might dare ought ai sha"
    )
    return context_words("not") | frozenset(f"{verb}n't" for verb in verbs.split())


def is_denied_here(line: Line, at: int) -> bool:
    """Whether the word is what a denial before it denies first: "did not shoot", "no murder"."""
    not_words = context_words("not")
    for place in range(at - 1, max(-1, at - 1 - _DENIED_FROM), -1):
        low = line.lows[place]
        if low in not_words or low.endswith("n't"):
            if low == "none" and line.lows[place + 1] == "of":  # "none of the men was seen" denies no men
                return False
            if low == "never" and is_compared(line, at):
                return False
            return line.lows[place + 1] not in ("only", "just", "merely", "doubt")
        if line.words[place].concept or not low[:1].isalnum() or low in ("who", "which", "that"):
            return False
    return False


def is_compared(line: Line, at: int) -> bool:
    """Whether a "never" before a word denies nothing: "I never saw anybody take less trouble" tells of one seen."""
    return not _COMPARED.isdisjoint(line.lows[at + 1 : at + 1 + _COMPARED_IN])


def is_his_voice(exhibit: Exhibit, offset: int) -> bool:
    """Whether somebody whom the claim names speaks the words at a place of the excerpt, or wrote them himself."""
    voice = exhibit.voice_at(exhibit.record.place(offset, offset + 1).start)
    if voice is None or voice.mode is Mode.EDITORIAL:
        return False
    if voice.speaker in exhibit.heading.persons:
        return True
    if voice.mode is not Mode.NARRATION or not voice.speaker_name:
        return False
    author = voice.speaker_name.casefold().split()[-1]
    named = (word.low.split()[-1] for word in exhibit.heading.line.words if word.person is not None)
    return any(name.removesuffix("'s") == author for name in named)


def is_predicated(line: Line, at: int) -> bool:
    """Whether it is said of something, and not only named: "was a fraud", "denounced it as a fraud"."""
    return not context_words("said_of").isdisjoint(line.lows[max(0, at - _SAID_FROM) : at])


def is_own(exhibit: Exhibit, line: Line) -> bool:
    """Whether the sentence is the word of somebody whom the claim names and lets speak."""
    speakers = {a.speaker for a in exhibit.heading.assertions if a.speaker in exhibit.heading.persons}
    if not speakers:
        return False
    voice = exhibit.voice_at(exhibit.record.place(line.start, line.start + 1).start)
    return voice is not None and voice.speaker in speakers


def is_anothers(exhibit: Exhibit, line: Line) -> bool:
    """Whether the sentence is somebody's turn in a talk where whoever the claim lets speak takes turns himself."""
    speakers = {a.speaker for a in exhibit.heading.assertions if a.speaker_name}
    if not speakers & {voice.speaker for voice in exhibit.voices}:
        return False
    voice = exhibit.voice_at(exhibit.record.place(line.start, line.start + 1).start)
    return voice is not None and voice.mode is Mode.TURN and voice.speaker not in speakers
