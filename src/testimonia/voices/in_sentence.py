"""Whose a quotation is by the words of its own sentence that lead up to it: "Ash said", "the letter of Ash"."""

from __future__ import annotations

import re
from itertools import pairwise

from testimonia.model import Span
from testimonia.words.grammar import BE, DETERMINERS

from .behind_verb import right_of
from .constructions import (
    QUOTING,
    as_put,
    behind_name,
    by_turn_of_phrase,
    in_turn,
    who_was_asked,
    whom_it_quotes,
    with_the_words,
)
from .phrases import called
from .pronouns import meant_by, speaker_of, spoken_to
from .region import Found, Region, Token
from .subjects import main_subject, subject_of
from .telling import (
    BARE,
    LISTS,
    NEAR,
    OF_NOUNS,
    OWN,
    Attribution,
    Strength,
    given,
    introduces_list,
    is_told_by,
)

__all__ = ["before_it", "by_noun"]

_LABEL_WORDS = 7  # before a colon, without a verb of speech
_TRIES = 8  # verbs without a subject that are asked whose they are
_HYPOTHETICAL = re.compile(  # nobody says what somebody looks as if he said
    r"\b(?:as (?:much as|if|though|who should) (?:to )?say|as good as said|would have said|"
    r"might (?:have|as well have) said|could have said)\b",
    re.IGNORECASE,
)
_GIVING = frozenset(
    "made make makes making gave give gives giving drew draw draws drawing offered offers put puts issued sent sends "
    "submitted used uses using had has contained contains delivered uttered voiced repeated quoted added reached "
    "published provided provides returned returns took take takes taken held hold holds expressed express "
    "expresses".split()
)
_DAY, _MONTH = r"\d{1,2}(?:st|nd|rd|th)?", r"[A-Z][a-z]{2,8}\.?"
_DATED = re.compile(
    rf"(?:(?:And |Then )?[Oo]n )?(?:the )?(?:{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY})(?:,? \d{{4}})?, (?=[A-Z])"
)
_PUT_TO = frozenset("asked questioned pressed challenged interrupted reminded".split())
_LEADS = re.compile(r"[,:\u2013\u2014]|--")


def before_it(region: Region, start: int) -> Attribution | None:
    """The last verb or noun of speech before the quotation in its sentence, and whose it is."""
    sentence = region.sentence_at(max(0, start - 1))
    lead = region.masked[sentence.start : start]
    leads_on = lead.rstrip().endswith((":", ",", "-", "—", "–")) or re.search(r"(?:\.\.\.|…)\s*$", lead)
    if not lead.strip(BARE) or (sentence.end <= start and not leads_on):
        return None
    tokens = region.tokens_in(sentence.start, start)
    if not tokens or _HYPOTHETICAL.search(region.masked, max(sentence.start, start - 60), start):
        return None
    gap = region.masked[tokens[-1].end : start]
    leads_in = bool(_LEADS.search(gap))
    found = _by_phrase(region, tokens, start) or as_put(region, tokens) or _by_label(region, tokens, sentence, start)
    found = found or with_the_words(region, tokens) or behind_name(region, tokens, start, gapped=True)
    found = found or in_turn(region, tokens, start)
    if found is not None:
        return found
    tries = _TRIES
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        from_end = len(tokens) - place
        near = from_end <= NEAR
        if token.quoted or not is_told_by(region, tokens, place, leads_in=leads_in):
            continue
        if _tells_of_paper(region, tokens, place):
            continue
        subject = _inverted(region, tokens, place) or subject_of(region, tokens, place, sentence.start)
        if subject is None and near and leads_in and place and tokens[place - 1].low in ("he", "she"):
            break  # a "he" whom nothing names has said it, and nobody before him
        if subject is None:
            tries -= 1
            if not tries:
                break
            continue
        subject = whom_it_quotes(region, tokens, place, start) or who_was_asked(region, tokens, place) or subject
        direct = (near and (leads_in or from_end == 1 or token.low in region.speech.naming)) or ":" in gap
        start_of = min(subject.start, token.start)
        return given(
            region,
            subject,
            start_of,
            max(subject.end, token.end),
            Strength.DIRECT if direct else Strength.GOVERNING,
            token.low,
            0.95 if direct else 0.8,
        )
    return (
        by_turn_of_phrase(region, tokens, sentence, start)
        or by_noun(region, tokens, start)
        or _by_introduction(region, tokens, sentence, start)
    )


def _tells_of_paper(region: Region, tokens: list[Token], place: int) -> bool:
    """Whether a verb only tells what became of a paper: "he wrote, in a letter that his widow printed, that …"."""
    if "," not in region.masked[tokens[place].end : tokens[place].end + 1] or place < 4:
        return False
    for at in range(place - 1, max(0, place - 5), -1):
        if tokens[at].low in ("that", "which") and region.speech.is_paper(tokens[at - 1].low):
            return any(is_told_by(region, tokens, n, leads_in=True) for n in range(at - 1))
    return False


def _inverted(region: Region, tokens: list[Token], place: int) -> Found | None:
    """Whom the pronoun behind the verb means in ``said he, "…"``."""
    after = tokens[place + 1] if place + 2 == len(tokens) else None
    if after is None or after.low not in ("he", "she", "i", "they") or place + 2 < len(tokens):
        return None
    return meant_by(region, after) if region.masked[after.end : after.end + 1] == "," else None


def _by_label(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Sir John Ash: "Was it you?" The witness, in a whisper: "It was."``: a name before a colon is a label."""
    gap = region.masked[tokens[-1].end : start]
    dated = _DATED.match(region.masked, tokens[0].start, start)
    if dated is not None:  # "On 4 May, Ash: "…""
        tokens = [token for token in tokens if token.start >= dated.end()] or tokens
    first = tokens[0]
    if not re.fullmatch(r"\)?\s?:\s*", gap) or len(tokens) > _LABEL_WORDS or not first.word[0].isupper():
        return None
    if first.low in ("i", "we", "you", "it"):
        return None
    if any(t.low in region.speech.documents and after.low in ("from", "by") for t, after in pairwise(tokens)):
        return None  # "Ash had a letter from Lowe: …"
    owner = region.actor_at(tokens[-1].start)
    before = region.tokens_in(tokens[0].start, owner.start)[-2:] if owner is not None else []
    if len(before) == 2 and before[0].low in region.speech.documents and before[1].low == "of":
        return None  # "Ash read out the letter of Lowe: …"
    told = region.speech.saying | region.speech.writing | LISTS | BE
    if any(t.low in told or t.low in QUOTING for t in tokens):
        actor = region.actor_at(tokens[-1].start) if first.low in _PUT_TO else None
        if actor is None or region.masked[actor.start - 2 : actor.start] != ", ":
            return None
        asked = Found(actor.start, actor.end, speaker_of(actor))  # "Asked about the lamp, Ash: …"
        return given(region, asked, first.start, tokens[-1].end, Strength.DIRECT, "", 0.9)
    found = right_of(region, first.start, start)
    if found is None or found.start > tokens[min(3, len(tokens) - 1)].start:
        return None
    return given(region, found, first.start, tokens[-1].end, Strength.DIRECT, "", 0.9)


def _by_phrase(region: Region, tokens: list[Token], end: int) -> Attribution | None:
    """``according to Ash``, ``in the words of the report``."""
    words = " ".join(token.low for token in tokens)
    for phrase in region.speech.according:
        at = words.rfind(phrase)
        if at < 0 or (at and words[at - 1] != " "):
            continue
        place = words[:at].count(" ") + phrase.count(" ") + 1
        if place >= len(tokens) or _in_bracket(region, tokens[place - 1].start):
            continue
        first = words[:at].count(" ")
        if first and tokens[first - 1].low in region.speech.saying:
            continue  # "he replied in the words of the old song"
        if any(t.low in region.speech.saying for t in tokens[max(place + 2, len(tokens) - NEAR) :]):
            continue  # "according to Ash, nobody went; somebody said, …"
        found = right_of(region, tokens[place - 1].end, end)
        if found is not None:
            return given(region, found, tokens[place - 1].start, found.end, Strength.GOVERNING, phrase, 0.9)
    return None


def _in_bracket(region: Region, at: int) -> bool:
    return region.masked.rfind("[", max(0, at - 200), at) > region.masked.rfind("]", max(0, at - 200), at)


def by_noun(region: Region, tokens: list[Token], end: int) -> Attribution | None:
    """``Ash's statement that``, ``the explanation of Ash is``, ``she drew the conclusion``."""
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.low.removesuffix("'s").removesuffix("’s") not in region.speech.nouns:
            continue
        owner = next(iter(reversed(region.actors_in(max(0, token.start - 120), token.start))), None)
        if owner is not None and re.fullmatch(r"\s?['’]s?(?:\s[\w-]+){0,3}\s+", region.masked[owner.end : token.start]):
            found = Found(owner.start, owner.end, speaker_of(owner))
            return given(region, found, owner.start, token.end, Strength.GOVERNING, token.low, 0.85)
        dated = any(t.low.isdecimal() for t in tokens[place + 2 : place + 4])  # "your letter of the 4th"
        body = _body_that_owns(region, tokens, place)
        if body is not None:
            return given(region, body, body.start, token.end, Strength.GOVERNING, token.low, 0.8)
        if place + 1 < len(tokens) and tokens[place + 1].low in ("of", "by", "from") and not dated:
            named = right_of(region, tokens[place + 1].end, min(end, tokens[place + 1].end + 60))
            if named is not None:
                return given(region, named, token.start, named.end, Strength.GOVERNING, token.low, 0.8)
        before = tokens[place - 1] if place else None
        if before is not None and before.low in OWN and place > 1:
            before = tokens[place - 2]
        mine = before is not None and before.low == "my" and place == len(tokens) - 1
        if before is not None and (mine or before.low in ("his", "her", "their", "your")):
            meant = meant_by(region, before)
            if meant is not None:
                return given(region, meant, before.start, token.end, Strength.GOVERNING, token.low, 0.75)
        if before is not None and before.low == "the" and token.low in ("reply", "answer", "response"):
            asked = spoken_to(region, before, None)
            if asked is not None:
                return given(region, asked, before.start, token.end, Strength.GOVERNING, token.low, 0.7)
        giving = next((n for n in range(place - 1, max(-1, place - 6), -1) if tokens[n].low in _GIVING), None)
        bare = giving == place - 1 and token.low.endswith("s")  # "gave answers"
        if giving is not None and (
            bare or (before is not None and (before.low in DETERMINERS or before.low in OF_NOUNS))
        ):
            subject = subject_of(region, tokens, giving, tokens[0].start)
            if subject is not None:
                return given(region, subject, subject.start, token.end, Strength.GOVERNING, token.low, 0.75)
    return None


def _body_that_owns(region: Region, tokens: list[Token], place: int) -> Found | None:
    """The body whose the noun is: "the Board's answer"."""
    owner = tokens[place - 1] if place else None
    if owner is None or not owner.low.endswith(("'s", "’s")) or owner.low[:-2] not in region.speech.bodies:
        return None
    first = place - 2 if place > 1 and tokens[place - 2].low in DETERMINERS else place - 1
    return called(tokens[first].start, owner.end - 2, region, "org")


def _by_introduction(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Ash allows himself this flourish:`` before a paragraph of its own."""
    lead = region.masked[sentence.start : start]
    if not re.search(r"(?::|\.\.\.|…)[\s\u2013\u2014-]*$", lead):
        return None
    if ":" not in region.masked[tokens[-1].end : start] and "\n" not in lead:
        return None
    if introduces_list(region, tokens, sentence.start):
        return None
    subject = main_subject(region, tokens, len(tokens) - 1, sentence.start)
    if subject is None:
        return None
    return given(region, subject, subject.start, subject.end, Strength.GOVERNING, "", 0.55)
