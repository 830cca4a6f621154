"""Words out of a paper: whose they are where no verb of speech gives them to anybody.

``the ledger has "…"``, ``the bank-books of Ash show a payment "…"``, ``Under 9 May stands "…"``, ``12 May: "…"``.
They are the paper's, or his whose paper it is, where that is said.
"""

from __future__ import annotations

import re

from testimonia.model import Span
from testimonia.words.grammar import BE, DETERMINERS

from .phrases import paper_before, phrase
from .pronouns import meant_by, speaker_of
from .region import MASK, Found, Region, Token
from .subjects import subject_of
from .telling import Attribution, Strength, given, is_denied, is_noun

__all__ = ["in_hand", "out_of_paper"]

_HAS = frozenset("has had gives gave bears bore".split())
_READS = frozenset("reads runs ran begins began ends ended opens opened closes closed concludes concluded".split())
# what papers do with words that stand further on in the sentence
_SHOWS = _HAS | frozenset(
    "shows show showed contains contained lists listed enters entered finds found names named describes described "
    "puts put states stated speaks spoke carries carried".split()
)
_STANDS = frozenset(
    "stands stand stood appears appear appeared occurs occurred is are was were comes came follows followed".split()
)
_PLACED = frozenset("under against at on opposite beside below above in for".split())
_FAR = 26  # words from the verb to the words that the paper has
_PARTS = re.compile(r"[;:]|\. |" + MASK)
_DATED = re.compile(
    r"(?:(?:Under|On|At|Against|For) )?(?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?: "
)
# "The carbon is at Hull. The sentence is "…"."
_WORDED = re.compile(
    r"(?:And |But )?[Tt]he (?:exact |very |last |first |whole )?"
    r"(?:sentence|phrase|words|wording|line|passage|text|note|entry)"
    r"(?: (?:in question|there|itself))? (?:is|are|was|were|reads?|runs?|ran):? "
)
_OF_HIS_HAND = frozenset("hand handwriting writing".split())


def out_of_paper(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """Whose the words are that a paper has."""
    return (
        _kept_in(region, tokens, sentence)
        or _headed(region, tokens, start)
        or _appears_as(region, tokens)
        or _shown_in(region, tokens, sentence, start)
        or _below(region, tokens, sentence, start)
    )


def in_hand(region: Region, tokens: list[Token]) -> Attribution | None:
    """``a slip of paper in Ash's hand: "…"``, ``there stands in his own hand: "…"``."""
    if tokens[-1].low not in _OF_HIS_HAND:
        return _aside_in_hand(region, tokens) or _word_in_hand(region, tokens)
    at = len(tokens) - 2 - (len(tokens) > 1 and tokens[-2].low == "own")
    if at > 0 and tokens[at].low in ("his", "her") and tokens[at - 1].low == "in":
        found = meant_by(region, tokens[at])
        if found is None:
            return None
        return given(region, found, tokens[at].start, tokens[-1].end, Strength.DIRECT, tokens[-1].low, 0.75)
    actor = region.actor_before(tokens[-1].start)
    if actor is None or not re.fullmatch(r"['’]s? (?:own )?", region.masked[actor.end : tokens[-1].start]):
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, actor.start, tokens[-1].end, Strength.DIRECT, tokens[-1].low, 0.85)


def _aside_in_hand(region: Region, tokens: list[Token]) -> Attribution | None:
    """``The order, in Ash's hand, reads "…"``."""
    if tokens[-1].low not in _READS | _HAS | {"says", "said", "read"} or len(tokens) < _LEAST:
        return None
    aside = _IN_HAND_ASIDE.search(region.masked, max(0, tokens[-1].start - 70), tokens[-1].start)
    actor = region.actor_at(aside.start("name")) if aside is not None else None
    if aside is None or actor is None or actor.end != aside.end("name"):
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, aside.start(), tokens[-1].end, Strength.DIRECT, "has", 0.85)


def _word_in_hand(region: Region, tokens: list[Token]) -> Attribution | None:
    """``In the margin, in Ash's hand, is the word "…"``."""
    aside = _STANDS_IN_HAND.search(region.masked, max(0, tokens[-1].end - 90), tokens[-1].end)
    actor = region.actor_at(aside.start("name")) if aside is not None else None
    if aside is None or actor is None or actor.end != aside.end("name"):
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, aside.start(), tokens[-1].end, Strength.DIRECT, "has", 0.8)


_STANDS_IN_HAND = re.compile(
    r"\bin (?:[A-Z][a-z]{0,4}\. )?(?P<name>[A-Z][^,;:.’']{1,40})['’]s? (?:[a-z]+ ){0,2}(?:hand|handwriting|writing),? "
    r"(?:(?:is|are|was|were|stands?|stood) )?(?:the|these|this) (?:single |one |two )?(?:words?|note|remark|phrase)$"
)
_LEAST = 4  # words
_IN_HAND_ASIDE = re.compile(
    r", (?:in|and in) (?:what is |what was )?(?:[A-Z][a-z]{0,4}\. )?(?P<name>[A-Z][^,;:.’']{1,40})['’]s? "
    r"(?:own )?(?:hand|handwriting|writing), $"
)


def _kept_in(region: Region, tokens: list[Token], sentence: Span) -> Attribution | None:
    """``the ledger has "…"``, ``the petition begins "…"``: a paper has its words, and nobody else."""
    reads = tokens[-1].low in _READS
    if not (reads or tokens[-1].low in _HAS) or not region.masked.startswith(" " + MASK, tokens[-1].end):
        return None
    found = subject_of(region, tokens, len(tokens) - 1, sentence.start)
    if found is not None and reads:
        own = found.end <= tokens[-1].start and _is_of_paper(region, found)
        return given(region, found, found.start, tokens[-1].end, Strength.DIRECT, "has", 0.75) if own else None
    if found is None or not found.speaker.id.startswith(("org:", "anon:")) or found.end > tokens[-1].start:
        return None
    speech, noun = region.speech, re.split(r"[\s-]", found.speaker.name.lower())[-1]
    if speech.is_human(noun) or (found.speaker.id.startswith("anon:") and noun not in speech.documents):
        return None
    return given(region, found, found.start, tokens[-1].end, Strength.DIRECT, tokens[-1].low, 0.75)


def _shown_in(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Ash's bank-books show in July a payment of ten crowns "for oil"``: nobody else is named behind the verb."""
    if not region.masked.startswith(MASK, start):
        return None  # a word or two in marks are the narrator's
    for place in range(len(tokens) - 1, max(-1, len(tokens) - _FAR), -1):
        if tokens[place].low not in _SHOWS or tokens[place].quoted:
            continue
        if is_noun(region, tokens, place) or is_denied(tokens, place) or tokens[place].end + 1 == start:
            continue
        if _PARTS.search(region.masked, tokens[place].end, start - 1):
            return None
        if any(t.low in ("no", "nothing", "nobody", "never", "which", "who", "that") for t in tokens[place + 1 :]):
            return None
        found = subject_of(region, tokens, place, sentence.start)
        if found is None or found.end > tokens[place].start or not _is_of_paper(region, found):
            continue
        return given(region, found, found.start, tokens[place].end, Strength.GOVERNING, tokens[place].low, 0.65)
    return None


def _headed(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``From the guard's report: "…"``: a paper before a colon, and nothing else."""
    if len(tokens) > _HEADING or not re.fullmatch(r" ?: ?\n?", region.masked[tokens[-1].end : start]):
        return None
    place = next((n for n in range(len(tokens) - 1, 0, -1) if region.speech.is_paper(tokens[n].low)), None)
    told = region.speech.saying | region.speech.writing | BE
    if place is None or any(t.low in told and n != place for n, t in enumerate(tokens)):
        return None
    first = next((n for n in range(place - 1, -1, -1) if tokens[n].low in DETERMINERS or "'" in tokens[n].word), None)
    if first is None or any(t.low not in _FROM for t in tokens[: max(0, first)]):
        return None
    found = phrase(region, tokens[first : place + 1], place - first)
    if found is None:
        return None
    return given(region, found, tokens[0].start, tokens[-1].end, Strength.DIRECT, "has", 0.75)


_HEADING = 9  # words
_FROM = frozenset("from in extract excerpt passage of the and again".split())


def _appears_as(region: Region, tokens: list[Token]) -> Attribution | None:
    """``in the inventory it appears as "…"``, ``is entered in the ledger of the yard as "…"``."""
    if tokens[-1].low != "as" or not any(t.low in _APPEARS for t in tokens[-_AS_FAR:]):
        return None
    for place in range(len(tokens) - 1, 0, -1):
        if tokens[place - 1].low in DETERMINERS and region.speech.is_paper(tokens[place].low):
            before = tokens[place - 2].low if place > 1 else ""
            if before not in ("in", "on", "by"):
                return None
            found = phrase(region, tokens[place - 1 : place + 1], 1)
            if found is None or region.actors_in(tokens[place].end, tokens[-1].end):
                return None
            return given(region, found, found.start, tokens[-1].end, Strength.GOVERNING, "has", 0.65)
    return None


_APPEARS = frozenset("appears appeared appear figures figured entered listed described stands stood".split())
_AS_FAR = 8


def _is_of_paper(region: Region, found: Found) -> bool:
    """Whether the words that name a subject are of a paper: "the wages book of the house", "Ash's ledger", "it"."""
    words = region.tokens_in(found.start, found.end)
    if any(region.speech.is_paper(token.low) for token in words):
        return True
    if not found.speaker.id.startswith("org:"):
        return False
    return any(region.speech.is_paper(word) for word in re.findall(r"[\w-]+", found.speaker.name.lower()))


def _below(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Under 9 May stands, in pencil, "…"``, ``12 May: "…"``: out of the paper that the sentence before is about."""
    lead = region.masked[sentence.start : start].lstrip()
    dated = _DATED.fullmatch(lead) is not None or _WORDED.fullmatch(lead) is not None
    stands = tokens[0].low in _PLACED and any(t.low in _STANDS for t in tokens[-4:])
    if not dated and (not stands or any(region.actor_at(t.start) is not None for t in tokens)):
        return None
    found = paper_before(region, sentence.start)
    if found is None:
        return None
    return given(region, found, found.start, tokens[-1].end, Strength.DIRECT, tokens[-1].low, 0.65)
