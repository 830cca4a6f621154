"""What gives a quotation to somebody: a record of it, and which words are words of speech where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from testimonia.words.grammar import BE, DETERMINERS
from testimonia.words.speech import english_speech

from .region import MASK, Found, Region, Token
from .scene import Speaker

__all__ = [
    "BARE",
    "LISTS",
    "NEAR",
    "OF_NOUNS",
    "OWN",
    "Attribution",
    "Strength",
    "given",
    "introduces_list",
    "is_denied",
    "is_noun",
    "is_taken_down",
    "is_told_by",
]

BARE = " \n" + MASK + "\"'“”‘’«»„"  # what is left of a quotation that was masked
NEAR = 3  # words between a verb and the quotation that it introduces
_COLON_NEAR = 20  # code points behind a verb in which a colon makes it one of speech
LISTS = frozenset("include includes included comprise comprises comprised consist consisted embrace embraced".split())
OF_NOUNS = frozenset(
    "following last final first own new no any each every of in with by from such same official few five six seven "
    "eight nine ten eleven twelve twenty thirty fifty hundred".split()
)

_PAST_VERBS = frozenset("said told wrote swore".split())
_SOME_SAID = frozenset("another some several many these those".split())
_PERCEIVED = frozenset("hear heard see saw seen find found".split())

OWN = frozenset("own last first next second earliest latest final only later earlier private published only".split())


class Strength(StrEnum):
    """How near the words that attribute a quotation stand to it."""

    DIRECT = "direct"  # "he said, …" or "…," he said
    GOVERNING = "governing"  # a word of speech governs the sentence that the quotation is part of
    TURN = "turn"  # from the order of a dialogue
    INHERITED = "inherited"  # from the sentence or the quotation before


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words a quotation is, how it was told, and the word of speech, if one tells it."""

    speaker: Speaker
    strength: Strength
    verb: str = ""


def given(
    region: Region, found: Found, start: int, end: int, strength: Strength, verb: str, confidence: float
) -> Attribution:
    """A quotation given to whom the words ``start`` to ``end`` of the region name."""
    speaker = found.speaker
    why = region.reason("given to by these words", start, end)
    sure = min(speaker.confidence, confidence)
    return Attribution(Speaker(speaker.id, speaker.name, sure, (why, *speaker.reasons)), strength, verb)


@cache
def _telling() -> frozenset[str]:
    speech = english_speech()
    return speech.saying | speech.writing | speech.naming | speech.beginning | speech.loose


def is_told_by(region: Region, tokens: list[Token], place: int, *, leads_in: bool) -> bool:
    """Whether the token at ``place`` is a verb that can give what ends the sentence to somebody."""
    token, from_end = tokens[place], len(tokens) - place
    if token.low not in _telling():
        return False  # as most words
    if is_noun(region, tokens, place) or is_denied(tokens, place):
        return False
    if token.low in ("read", "reads", "find", "finds") and place and tokens[place - 1].low in ("we", "one", "you", "i"):
        return False  # "in Ash's statement we read"
    if is_taken_down(region, tokens, place):
        return False
    if token.low == "quote" and from_end == 1 and place and tokens[place - 1].low == "i":
        return False  # "in your letter that, and I quote, …"
    whom = next((t for t in tokens[max(0, place - 3) : place] if t.low == "whom"), None)
    if whom is not None and token.low not in region.speech.naming and "," not in region.masked[whom.end : token.start]:
        return False  # "Ash, to whom I wrote, answered"
    if token.low in region.speech.loose:
        follows = [t.low for t in tokens[place + 1 : place + 6]]
        near = from_end <= NEAR and (leads_in or from_end == 1)
        by_colon = place > 0 and tokens[place - 1].low == "to" and ":" in region.masked[token.end :][:_COLON_NEAR]
        near = near or (leads_in and from_end <= _WITH_PHRASE and _only_says_how(tokens, place))
        return near or "that" in follows or by_colon  # "was so kind as to reply at once: …"
    if token.low in region.speech.saying or token.low in region.speech.writing:
        return True
    if token.low in region.speech.naming:
        heard = place > 1 and tokens[place - 2].low in _PERCEIVED  # "I have heard pilots called idle": by whom?
        heard = heard and not (token.low == "call" and leads_in)  # but "I heard Ash call out, …"
        return from_end <= 12 and not heard
    if token.low in ("put", "puts") and from_end == 1:  # "below his name he put "under protest""
        return not any(t.low in ("i", "we") for t in tokens[max(0, place - 3) : place])
    return token.low in region.speech.beginning and from_end <= NEAR and leads_in


def _only_says_how(tokens: list[Token], place: int) -> bool:
    """Whether behind a verb stands only how, to whom or when: "answered with one voice", "noted the next morning"."""
    behind = [t.low for t in tokens[place + 1 :]]
    if behind and behind[-1].endswith("ly") and all(low.endswith("ly") or low in _HOW_WELL for low in behind):
        return True  # "cried out, very clearly,"
    return bool(behind) and (behind[0] in _HOW or (behind[0] in ("the", "that", "next") and behind[-1] in _WHEN))


_WITH_PHRASE = 7  # words from a verb to the quotation, of which those behind it say how
_HOW_WELL = frozenset("out up back aloud very quite rather and but again so then".split())
_HOW = frozenset("with in at to from after before on as".split())
_WHEN = frozenset("morning day evening night afternoon year week month time later after before noon".split())


def is_taken_down(region: Region, tokens: list[Token], place: int) -> bool:
    """Whether a verb tells of a clerk's work on another's words: "Ash told it to the usher, and he wrote it down"."""
    if tokens[place].low not in region.speech.writing or place + 2 >= len(tokens) or tokens[place + 2].low != "down":
        return False
    return tokens[place + 1].low in ("it", "this", "that", "them", "all", "everything")


def is_denied(tokens: list[Token], place: int) -> bool:
    """Whether a verb is one that somebody did not do: "I do not say", and not "a boy, whose age is not given, said"."""
    for at in range(place - 1, max(-1, place - 3), -1):
        if tokens[at + 1].start - tokens[at].end > 1:
            return False  # a comma between
        low = tokens[at].low
        if low in ("not", "never", "nor", "neither") or low.endswith(("n't", "n’t")):
            return True
    return False


def is_noun(region: Region, tokens: list[Token], place: int) -> bool:
    """Whether a word that may be a verb is a noun here: "the following answer", "his order"."""
    while place > 1 and tokens[place - 1].low.endswith("ly"):
        place -= 1  # "the universally acclaimed"
    if place > 1 and tokens[place - 1].low == "now":
        place -= 1
    if tokens[place].low in _PAST_VERBS and place and tokens[place - 1].low != "the":
        return False
    if not place or "," in region.masked[tokens[place - 1].end : tokens[place].start]:
        return False
    before = tokens[place - 1].low
    if place > 1 and tokens[place].low in region.speech.nouns and tokens[place - 2].low in DETERMINERS - {"that"}:
        return not region.speech.can_speak(before) or before in OF_NOUNS  # "the obvious answer", "the lawyer claims"
    if before in _SOME_SAID and (
        tokens[place].low in ("said", "told", "wrote", "swore") or tokens[place].low.endswith("ed")
    ):
        return False  # "another said"
    return before in DETERMINERS - {"that", "both", "all"} or before in OF_NOUNS or before.endswith(("'s", "’s"))


def introduces_list(region: Region, tokens: Sequence[Token], begin: int) -> bool:
    """Whether the last line of a lead says of what it names only that it is: "The others were:"."""
    if not {t.low for t in tokens[-2:]} & (LISTS | BE):
        return False
    line = region.masked.rfind("\n", begin, tokens[-1].start)
    last = [t.low for t in tokens if t.start > line]
    return not any(low in region.speech.nouns or low in region.speech.saying for low in last)
