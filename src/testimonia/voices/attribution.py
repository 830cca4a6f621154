"""Who speaks a quotation: the words before, around and after it that give it to somebody.

Looked for in this order: words right after the quotation (``… ," said Ash``), the last verb or noun of speech before
it in its sentence and whose it is, the sentence before, the quotation before. What cannot be found stays unfound.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from testimonia.model import Span
from testimonia.words.grammar import BE, DETERMINERS

from .pronouns import is_object, meant_by, speaker_of
from .region import MASK, Found, Region, Token
from .scene import Speaker
from .subjects import is_passive, main_subject, right_of, sentence_end, subject_of

__all__ = ["Attribution", "Strength", "attribute", "first_person"]

_SHORT_LEAD = 5  # words of a sentence that does nothing but hand over: "Ash protested."
_BARE = " \n" + MASK + "\"'“”‘’«»„"  # what is left of a quotation that was masked
_LABEL_WORDS = 7  # before a colon, without a verb of speech
_LONG, _REACH = 20, 3  # words of a quotation that must be somebody's; sentences back to look for whose
_BEAT = 14  # words of a sentence that only says what the speaker does
_TRIES = 8  # verbs without a subject that are asked whose they are
_COLON_NEAR = 20  # code points behind a verb in which a colon makes it one of speech
_INQUIT = 16  # words after a quotation, of which one is the verb that gives it to somebody
_NEAR = 3  # words between a verb and the quotation that it introduces
_HYPOTHETICAL = re.compile(  # nobody says what somebody looks as if he said
    r"\b(?:as (?:much as|if|though|who should) (?:to )?say|as good as said|would have said|"
    r"might (?:have|as well have) said|could have said)\b",
    re.IGNORECASE,
)
_GIVING = frozenset(
    "made make makes making gave give gives giving drew draw draws drawing offered offers put puts issued sent sends "
    "submitted used uses using had has contained contains delivered uttered voiced repeated quoted added reached "
    "published".split()
)
_LISTS = frozenset(
    "include includes included comprise comprises comprised consist consisted of embrace embraced".split()
)
_STOP = re.compile(r"(?<!\b[A-Z])\.")  # the point of an initial ends nothing
_CLOSING = frozenset('"”’»“‘')
_LEADS = re.compile(r"[,:\u2013\u2014]|--")
_NO_INQUIT = frozenset("and but what which when if to of for because as that than in with while where".split())


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


def attribute(region: Region, quote: Span, before: Attribution | None = None) -> Attribution | None:
    """Whose words the quotation is, by the words around it; ``None`` where none say.

    ``quote`` is in offsets of the excerpt, ``before`` the attribution of the quotation before it in the same region.
    """
    start, end = quote.start - region.start, quote.end - region.start
    return (
        _after(region, start, end)
        or _resumed(region, start, before)
        or _before(region, start)
        or _answered(region, start, before)
        or _inquit_between(region, start, before)
        or _sentence_before(region, start)
        or _beat(region, start)
        or _carried_on(region, start, before)
        or _far_before(region, start, len(quote.cut(region.scene.text).split()))
    )


def first_person(region: Region, quote: Span) -> Attribution | None:
    """Words that say "I" are somebody's: the subject's of the sentence they stand in, for want of a nearer word."""
    start = quote.start - region.start
    sentence = region.sentence_at(max(0, start - 1))
    tokens = region.tokens_in(sentence.start, start)
    if not tokens:
        return None
    if sentence.end < start:  # a sentence of its own: whoever was the last to do something
        doers = [a for a in region.actors_in(sentence.start, start) if not is_object(region, a)]
        found = Found(doers[-1].start, doers[-1].end, speaker_of(doers[-1])) if doers else None
        found = found or main_subject(region, tokens, len(tokens), sentence.start)
        if found is None or found.speaker.id == region.voice.id:
            return None
        return _given(region, found, found.start, found.end, Strength.GOVERNING, "", 0.5)
    subject = main_subject(region, tokens, len(tokens), sentence.start) if len(tokens) > 1 else None
    if subject is None or subject.speaker.id == region.voice.id:
        return None
    return _given(region, subject, subject.start, subject.end, Strength.GOVERNING, "", 0.5)


def _given(
    region: Region, found: Found, start: int, end: int, strength: Strength, verb: str, confidence: float
) -> Attribution:
    speaker = found.speaker
    why = region.reason("given to by these words", start, end)
    sure = min(speaker.confidence, confidence)
    return Attribution(Speaker(speaker.id, speaker.name, sure, (why, *speaker.reasons)), strength, verb)


def _after(region: Region, start: int, end: int) -> Attribution | None:
    """``…," said Ash``, ``…," Ash said``, ``…," as Ash put it``, ``…," according to Ash``."""
    ending = region.scene.text[region.start + start : region.start + end].rstrip("\"'”’»“‘ ")[-1:]
    stop = region.masked.find("\n", end)
    stop = len(region.masked) if stop < 0 else stop
    mask = region.masked.find(MASK, end, stop)
    stop = min(stop, mask) if mask >= 0 else stop
    clause_end = sentence_end(region, end, stop)
    tokens = region.tokens_in(end, min(clause_end, end + 140))
    if not tokens or "\n" in region.masked[end : tokens[0].start]:
        return None
    first = tokens[0]
    if not (ending in ",?!-—–…" or region.masked[end : end + 1] == "," or first.word[0].islower()):
        return None
    verbs = region.speech.saying | region.speech.writing
    if ending in ",?!":
        verbs = verbs | region.speech.beginning
    if first.low in verbs and first.low not in region.speech.participles:
        found = right_of(region, first.end, clause_end)
        if found is not None:
            return _given(region, found, first.start, max(first.end, found.end), Strength.DIRECT, first.low, 1.0)
    if first.low == "according" and len(tokens) > 1:
        found = right_of(region, tokens[1].end, clause_end)
        if found is not None:
            return _given(region, found, first.start, found.end, Strength.DIRECT, first.low, 0.9)
    if first.low == "as" and any(t.low in verbs | {"put"} | region.speech.naming for t in tokens[1:6]):
        found = right_of(region, first.end, clause_end)
        if found is not None:
            return _given(region, found, first.start, found.end, Strength.DIRECT, first.low, 0.9)
    if ending not in ",?!-—–…" or first.low in _NO_INQUIT:
        return None
    for place, token in enumerate(tokens[:_INQUIT]):
        if (
            place == 0
            or token.low not in verbs
            or token.low in region.speech.participles
            or _is_noun(region, tokens, place)
        ):
            continue
        if ending in "?!" and place + 1 < len(tokens) and tokens[place + 1].low == "that":
            return None  # "…?" I said that I was not."
        if ending in "?!" and tokens[place - 1].low in ("have", "has", "had") and place + 1 < len(tokens):
            return None  # "…?" I have asked them to leave."
        subject = subject_of(region, tokens, place, end)
        if (
            subject is None
            or subject.start > tokens[min(3, len(tokens) - 1)].start
            or is_passive(tokens, place, region)
        ):
            if [t.low for t in tokens[place + 1 : place + 3]] == ["to", "have"]:
                continue  # "is reported to have asked"
            return None
        return _given(region, subject, subject.start, token.end, Strength.DIRECT, token.low, 1.0)
    return None


def _before(region: Region, start: int) -> Attribution | None:
    """The last verb or noun of speech before the quotation in its sentence, and whose it is."""
    sentence = region.sentence_at(max(0, start - 1))
    lead = region.masked[sentence.start : start]
    leads_on = lead.rstrip().endswith((":", ",", "-", "—", "–")) or re.search(r"(?:\.\.\.|…)\s*$", lead)
    if not lead.strip(_BARE) or (sentence.end <= start and not leads_on):
        return None
    tokens = region.tokens_in(sentence.start, start)
    if not tokens or _HYPOTHETICAL.search(region.masked, max(sentence.start, start - 60), start):
        return None
    gap = region.masked[tokens[-1].end : start]
    leads_in = bool(_LEADS.search(gap))
    found = _by_phrase(region, tokens, start) or _as_put(region, tokens) or _by_label(region, tokens, sentence, start)
    if found is not None:
        return found
    tries = _TRIES
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        from_end = len(tokens) - place
        near = from_end <= _NEAR
        if token.quoted or not _is_told_by(region, tokens, place, leads_in=leads_in):
            continue
        subject = _inverted(region, tokens, place) or subject_of(region, tokens, place, sentence.start)
        if subject is None:
            tries -= 1
            if not tries:
                break
            continue
        direct = (near and (leads_in or from_end == 1 or token.low in region.speech.naming)) or ":" in gap
        start_of = min(subject.start, token.start)
        return _given(
            region,
            subject,
            start_of,
            max(subject.end, token.end),
            Strength.DIRECT if direct else Strength.GOVERNING,
            token.low,
            0.95 if direct else 0.8,
        )
    return _by_noun(region, tokens, start) or _by_introduction(region, tokens, sentence, start)


def _inverted(region: Region, tokens: list[Token], place: int) -> Found | None:
    """Whom the pronoun behind the verb means in ``said he, "…"``."""
    after = tokens[place + 1] if place + 2 == len(tokens) else None
    if after is None or after.low not in ("he", "she", "i", "they") or place + 2 < len(tokens):
        return None
    return meant_by(region, after) if region.masked[after.end : after.end + 1] == "," else None


def _is_told_by(region: Region, tokens: list[Token], place: int, *, leads_in: bool) -> bool:
    """Whether the token at ``place`` is a verb that can give what ends the sentence to somebody."""
    token, from_end = tokens[place], len(tokens) - place
    if _is_noun(region, tokens, place) or _is_denied(tokens, place):
        return False
    if any(t.low == "whom" for t in tokens[max(0, place - 3) : place]):
        return False  # "Ash, to whom I wrote, answered"
    if token.low in region.speech.loose:
        follows = [t.low for t in tokens[place + 1 : place + 6]]
        near = from_end <= _NEAR and (leads_in or from_end == 1)
        by_colon = place > 0 and tokens[place - 1].low == "to" and ":" in region.masked[token.end :][:_COLON_NEAR]
        return near or "that" in follows or by_colon  # "was so kind as to answer by return: …"
    if token.low in region.speech.saying or token.low in region.speech.writing:
        return True
    if token.low in region.speech.naming:
        return from_end <= 12
    return token.low in region.speech.beginning and from_end <= _NEAR and leads_in


def _is_denied(tokens: list[Token], place: int) -> bool:
    """Whether a verb is one that somebody did not do: "I do not say"."""
    return any(
        t.low in ("not", "never", "nor", "neither") or t.low.endswith(("n't", "n’t"))
        for t in tokens[max(0, place - 2) : place]
    )


def _is_noun(region: Region, tokens: list[Token], place: int) -> bool:
    """Whether a word that may be a verb is a noun here: "the following answer", "his order"."""
    while place > 1 and tokens[place - 1].low.endswith("ly"):
        place -= 1  # "the universally acclaimed"
    if place > 1 and tokens[place - 1].low == "now":
        place -= 1
    if not place or "," in region.masked[tokens[place - 1].end : tokens[place].start]:
        return False
    before = tokens[place - 1].low
    if place > 1 and tokens[place].low in region.speech.nouns and tokens[place - 2].low in DETERMINERS - {"that"}:
        return not region.speech.can_speak(before) or before in _OF_NOUNS  # "the obvious answer", "the lawyer claims"
    return before in DETERMINERS - {"that", "both", "all"} or before in _OF_NOUNS or before.endswith(("'s", "’s"))


_OF_NOUNS = frozenset(
    "following last final first own new no any each every of in with by from such same official".split()
)


def _by_label(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Sir John Ash: "Was it you?" The witness, in a whisper: "It was."``: a name before a colon is a label."""
    gap = region.masked[tokens[-1].end : start]
    first = tokens[0]
    if not re.fullmatch(r"\)?\s?:\s*", gap) or len(tokens) > _LABEL_WORDS or not first.word[0].isupper():
        return None
    if any(t.low in region.speech.saying | region.speech.writing | _LISTS | BE for t in tokens):
        return None
    found = right_of(region, first.start, start)
    if found is None or found.start > tokens[min(3, len(tokens) - 1)].start:
        return None
    return _given(region, found, first.start, tokens[-1].end, Strength.DIRECT, "", 0.9)


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
        found = right_of(region, tokens[place - 1].end, end)
        if found is not None:
            return _given(region, found, tokens[place - 1].start, found.end, Strength.GOVERNING, phrase, 0.9)
    return None


def _as_put(region: Region, tokens: list[Token]) -> Attribution | None:
    """``she was, as Ash put it in his speech, "…"``."""
    for place in range(len(tokens) - 2, max(-1, len(tokens) - 16), -1):
        if tokens[place].low not in ("put", "puts", "has") or tokens[place + 1].low != "it":
            continue
        first = next((n for n in range(place - 1, max(-1, place - 7), -1) if tokens[n].low == "as"), None)
        if first is None or "," in region.masked[tokens[first].end : tokens[place].start]:
            continue
        found = right_of(region, tokens[first].end, tokens[place].start)
        if found is not None:
            return _given(region, found, tokens[first].start, tokens[place + 1].end, Strength.GOVERNING, "put", 0.9)
    return None


def _in_bracket(region: Region, at: int) -> bool:
    return region.masked.rfind("[", max(0, at - 200), at) > region.masked.rfind("]", max(0, at - 200), at)


def _by_noun(region: Region, tokens: list[Token], end: int) -> Attribution | None:
    """``Ash's statement that``, ``the explanation of Ash is``, ``she drew the conclusion``."""
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.low.removesuffix("'s").removesuffix("’s") not in region.speech.nouns:
            continue
        owner = next(iter(reversed(region.actors_in(max(0, token.start - 120), token.start))), None)
        if owner is not None and re.fullmatch(r"\s?['’]s?(?:\s[\w-]+){0,3}\s+", region.masked[owner.end : token.start]):
            found = Found(owner.start, owner.end, speaker_of(owner))
            return _given(region, found, owner.start, token.end, Strength.GOVERNING, token.low, 0.85)
        if place + 1 < len(tokens) and tokens[place + 1].low in ("of", "by", "from"):
            named = right_of(region, tokens[place + 1].end, min(end, tokens[place + 1].end + 60))
            if named is not None:
                return _given(region, named, token.start, named.end, Strength.GOVERNING, token.low, 0.8)
        before = tokens[place - 1] if place else None
        if before is not None and before.low in _OWN and place > 1:
            before = tokens[place - 2]
        if before is not None and before.low in ("his", "her", "their"):
            meant = meant_by(region, before)
            if meant is not None:
                return _given(region, meant, before.start, token.end, Strength.GOVERNING, token.low, 0.75)
        giving = next((n for n in range(place - 2, max(-1, place - 6), -1) if tokens[n].low in _GIVING), None)
        if giving is not None and (before is not None and (before.low in DETERMINERS or before.low in _OF_NOUNS)):
            subject = subject_of(region, tokens, giving, tokens[0].start)
            if subject is not None:
                return _given(region, subject, subject.start, token.end, Strength.GOVERNING, token.low, 0.75)
    return None


_OWN = frozenset("own last first next second earliest latest final only later earlier private published".split())


def _by_introduction(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Ash allows himself this flourish:`` before a paragraph of its own."""
    lead = region.masked[sentence.start : start]
    if not re.search(r"(?::|\.\.\.|…)[\s\u2013\u2014-]*$", lead):
        return None
    if ":" not in region.masked[tokens[-1].end : start] and "\n" not in lead:
        return None
    if _introduces_list(region, tokens, sentence.start):
        return None
    subject = main_subject(region, tokens, len(tokens) - 1, sentence.start)
    if subject is None:
        return None
    return _given(region, subject, subject.start, subject.end, Strength.GOVERNING, "", 0.55)


def _introduces_list(region: Region, tokens: Sequence[Token], begin: int) -> bool:
    """Whether the last line of a lead says of what it names only that it is: "The others were:"."""
    if not {t.low for t in tokens[-2:]} & (_LISTS | BE):
        return False
    line = region.masked.rfind("\n", begin, tokens[-1].start)
    last = [t.low for t in tokens if t.start > line]
    return not any(low in region.speech.nouns or low in region.speech.saying for low in last)


def _inquit_between(region: Region, start: int, before: Attribution | None) -> Attribution | None:
    """``"…," said Ash, the mate of the Heron. "…"``: what stands between says whose both are."""
    ended = bisect_right(region.quote_ends, start)
    if before is None or before.strength is not Strength.DIRECT or not before.verb or not ended:
        return None
    last = region.quote_ends[ended - 1]
    between = region.masked[last:start]
    tokens = region.tokens_in(last, start)
    if "\n" in between or not re.fullmatch(r"[^.!?]*(?:\b[A-Z]\.[^.!?]*)*\.\s*", between):
        return None
    if before.verb not in [token.low for token in tokens[:_NEAR]]:
        return None
    speaker = before.speaker
    return Attribution(replace(speaker, confidence=min(speaker.confidence, 0.85)), Strength.GOVERNING, before.verb)


def _sentence_before(region: Region, start: int) -> Attribution | None:
    """A quotation that is a sentence of its own is whose the sentence before it reports."""
    place = region.sentence_number(max(0, start - 1))
    if place < 0:
        return None
    sentence = region.sentences[place]
    if sentence.end > start and region.masked[sentence.start : start].strip(_BARE):
        return None  # it stands inside a sentence
    if sentence.start >= start:
        place -= 1
    while place >= 0 and not region.sentences[place].cut(region.masked).strip(_BARE + ".,!?…"):
        place -= 1
    if place < 0:
        return None
    sentence = region.sentences[place]
    tokens = region.tokens_in(sentence.start, min(sentence.end, start))
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.low in region.speech.loose or _is_noun(region, tokens, index) or _is_denied(tokens, index):
            continue
        if token.low in region.speech.saying or token.low in region.speech.writing:
            subject = subject_of(region, tokens, index, sentence.start)
            if subject is not None:
                first, last = min(subject.start, token.start), max(subject.end, token.end)
                short = len(tokens) <= _SHORT_LEAD and "\n" not in region.masked[sentence.end : start]
                strength = Strength.DIRECT if short else Strength.INHERITED
                return _given(region, subject, first, last, strength, token.low, 0.85 if short else 0.7)
    found = _by_noun(region, tokens, sentence.end)
    return Attribution(found.speaker, Strength.INHERITED, found.verb) if found is not None else None


def _beat(region: Region, start: int) -> Attribution | None:
    """``Ash shook his head. "I never saw it."``: whoever the sentence before is about, in the same paragraph."""
    place = region.sentence_number(max(0, start - 1))
    if place < 0:
        return None
    sentence = region.sentences[place]
    if sentence.end > start or "\n" in region.masked[sentence.end : start] or MASK in sentence.cut(region.masked):
        return None
    tokens = region.tokens_in(sentence.start, sentence.end)
    if (
        tokens
        and region.masked[tokens[-1].end :].lstrip().startswith(":")
        and _introduces_list(region, tokens, sentence.start)
    ):
        return None
    if not tokens or len(tokens) > _BEAT or any(region.is_quoted(t.start) for t in tokens):
        return None
    subject = main_subject(region, tokens, len(tokens) - 1, sentence.start)
    if (
        subject is None
        or subject.speaker.id == region.voice.id
        or subject.start > tokens[min(2, len(tokens) - 1)].start
    ):
        return None
    return _given(region, subject, subject.start, subject.end, Strength.GOVERNING, "", 0.55)


def _far_before(region: Region, start: int, words: int) -> Attribution | None:
    """A long quotation that nothing near gives to anybody is whose the nearest report in its paragraph is."""
    if words < _LONG:
        return None
    place = region.sentence_number(max(0, start - 1))
    for sentence in reversed(region.sentences[max(0, place - _REACH) : place + 1]):
        if "\n" in region.masked[sentence.end : start].rstrip():
            break
        tokens = region.tokens_in(sentence.start, min(sentence.end, start))
        for index in range(len(tokens) - 1, -1, -1):
            token = tokens[index]
            told = token.low in region.speech.saying - region.speech.loose or token.low in region.speech.writing
            if not told or token.quoted or _is_noun(region, tokens, index) or _is_denied(tokens, index):
                continue
            subject = subject_of(region, tokens, index, sentence.start)
            if subject is not None and subject.speaker.id != region.voice.id:
                first, last = min(subject.start, token.start), max(subject.end, token.end)
                return _given(region, subject, first, last, Strength.INHERITED, token.low, 0.45)
    return None


def _resumed(region: Region, start: int, before: Attribution | None) -> Attribution | None:
    """``… cried, "Shame!"—"and so I say again"``: somebody who was broken in upon goes on, behind a dash."""
    ended = bisect_right(region.quote_ends, start)
    if before is None or not ended:
        return None
    between = region.masked[region.quote_ends[ended - 1] : start].strip()
    opening = region.scene.text[region.start + start + 1 : region.start + start + 2]
    if between not in ("—", "–", "--") or not opening.islower():
        return None
    others = [speaker for speaker in region.told if speaker.id != before.speaker.id]
    if not others:
        return None
    return Attribution(replace(others[-1], confidence=min(others[-1].confidence, 0.6)), Strength.GOVERNING)


def _answered(region: Region, start: int, before: Attribution | None) -> Attribution | None:
    """``"Who told you?" "The clerk."``: what stands right behind a question is the other's."""
    ended = bisect_right(region.quote_ends, start)
    if before is None or not ended:
        return None
    last = region.quote_ends[ended - 1]
    between = region.masked[last:start]
    closed = region.scene.text[region.start + last - 2 : region.start + last]
    if between.strip(" ") or closed[:1] != "?" or closed[1:] not in _CLOSING:
        return None
    others = [speaker for speaker in region.told if speaker.id != before.speaker.id]
    if not others:
        return None
    other = others[-1]
    return Attribution(Speaker(other.id, other.name, min(other.confidence, 0.55), other.reasons), Strength.TURN)


def _carried_on(region: Region, start: int, before: Attribution | None) -> Attribution | None:
    """A quotation after another with little between them is the same speaker's."""
    if before is None:
        return None
    ended = bisect_right(region.quote_ends, start)
    if not ended:
        return None
    last = region.quote_ends[ended - 1]
    between = region.masked[last:start]
    if len(between.split()) > 12 or "\n" in between.strip(" "):
        return None
    same = before.verb in [t.low for t in region.tokens_in(last, start)[:_NEAR]] if before.verb else False
    joined = not _STOP.search(between) and (same or not region.actors_in(last, start))
    speaker = before.speaker
    return Attribution(
        Speaker(speaker.id, speaker.name, min(speaker.confidence, 0.75), speaker.reasons),
        before.strength if joined else Strength.INHERITED,
        before.verb,
    )
