"""Whose a quotation is by the words of its own sentence: those right behind it, else those that lead up to it."""

from __future__ import annotations

import re

from testimonia.model import Span
from testimonia.words.grammar import BE, DETERMINERS

from .pronouns import is_object, meant_by, speaker_of, unnamed
from .region import MASK, Found, Region, Token
from .subjects import is_passive, main_subject, right_of, sentence_end, subject_of
from .telling import BARE, LISTS, NEAR, OF_NOUNS, Attribution, Strength, given, introduces_list, is_noun, is_told_by

__all__ = ["before_it", "behind_it", "by_nobody_known", "by_noun"]

_LABEL_WORDS = 7  # before a colon, without a verb of speech
_TRIES = 8  # verbs without a subject that are asked whose they are
_INQUIT = 16  # words after a quotation, of which one is the verb that gives it to somebody
_HYPOTHETICAL = re.compile(  # nobody says what somebody looks as if he said
    r"\b(?:as (?:much as|if|though|who should) (?:to )?say|as good as said|would have said|"
    r"might (?:have|as well have) said|could have said)\b",
    re.IGNORECASE,
)
_GIVING = frozenset(
    "made make makes making gave give gives giving drew draw draws drawing offered offers put puts issued sent sends "
    "submitted used uses using had has contained contains delivered uttered voiced repeated quoted added reached "
    "published provided provides".split()
)
_OWNS = re.compile(r"['’]s? (?:own |now famous |famous |celebrated )?")
_WORDS_HE_USED = frozenset("word words phrase expression term formula".split())
_WORDS_OF = frozenset("words question cry remark greeting phrase".split())
_GOVERNED = re.compile(r"\b(?:the|his|her|my|our|their|visiting|these|those)\s$")
_LEADS = re.compile(r"[,:\u2013\u2014]|--")
_NO_INQUIT = frozenset("and but what which when if to of for because as that than in with while where".split())
_OWN = frozenset("own last first next second earliest latest final only later earlier private published".split())


def behind_it(region: Region, start: int, end: int) -> Attribution | None:
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
            return given(region, found, first.start, max(first.end, found.end), Strength.DIRECT, first.low, 1.0)
    if first.low in ("is", "was", "are", "were") and len(tokens) > 1:
        return _is_his(region, tokens, start)
    if first.low == "according" and len(tokens) > 1:
        found = right_of(region, tokens[1].end, clause_end)
        if found is not None:
            return given(region, found, first.start, found.end, Strength.DIRECT, first.low, 0.9)
    if first.low == "as" and any(t.low in verbs | {"put"} | region.speech.naming for t in tokens[1:6]):
        found = right_of(region, first.end, clause_end)
        if found is not None:
            return given(region, found, first.start, found.end, Strength.DIRECT, first.low, 0.9)
    if ending not in ",?!-—–…" or first.low in _NO_INQUIT:
        return None
    for place, token in enumerate(tokens[:_INQUIT]):
        if (
            place == 0
            or token.low not in verbs
            or token.low in region.speech.participles
            or is_noun(region, tokens, place)
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
        return given(region, subject, subject.start, token.end, Strength.DIRECT, token.low, 1.0)
    return None


def _is_his(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``the expression "…" is Ash's``, ``"…" is Ash's word``."""
    actor = next(iter(region.actors_in(tokens[1].start, tokens[min(4, len(tokens) - 1)].end)), None)
    if actor is None or not region.is_genitive(actor):
        return None
    behind = region.tokens_in(actor.end, actor.end + 40)[:3]
    before = region.tokens_in(max(0, start - 30), start)
    named = bool(behind) and next((t for t in behind if t.low not in ("own", "s")), behind[0]).low in _WORDS_HE_USED
    if not named and not (before and before[-1].low in _WORDS_HE_USED):
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, tokens[0].start, actor.end, Strength.DIRECT, tokens[0].low, 0.9)


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
    found = _by_phrase(region, tokens, start) or _as_put(region, tokens) or _by_label(region, tokens, sentence, start)
    found = found or _with_the_words(region, tokens)
    if found is not None:
        return found
    tries = _TRIES
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        from_end = len(tokens) - place
        near = from_end <= NEAR
        if token.quoted or not is_told_by(region, tokens, place, leads_in=leads_in):
            continue
        subject = _inverted(region, tokens, place) or subject_of(region, tokens, place, sentence.start)
        if subject is None and near and leads_in and place and tokens[place - 1].low in ("he", "she"):
            break  # a "he" whom nothing names has said it, and nobody before him
        if subject is None:
            tries -= 1
            if not tries:
                break
            continue
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
        _seen_as(region, tokens, sentence)
        or _kept_in(region, tokens, sentence)
        or _owner(region, tokens, start)
        or by_noun(region, tokens, start)
        or _by_introduction(region, tokens, sentence, start)
    )


def by_nobody_known(region: Region, start: int, end: int) -> Attribution | None:
    """``He said, "…"``, ``"…," she said``, where nothing tells who that is: not whoever tells of it."""
    before, behind = region.tokens_in(max(0, start - 60), start)[-2:], region.tokens_in(end, end + 40)[:2]
    led = len(before) == 2 and region.masked[before[-1].end : start] in (", ", ": ")
    closed = region.scene.text[region.start + start : region.start + end].rstrip("\"'”’»“‘ ")[-1:] in ",?!"
    for tokens, beside in ((before, led), (behind, closed and region.masked[end : end + 1] == " ")):
        if not beside or {token.low for token in tokens}.isdisjoint(("he", "she")):
            continue
        who, said = tokens if tokens[0].low in ("he", "she") else reversed(tokens)
        if said.low in region.speech.saying | region.speech.writing:
            found = unnamed(who)
            return given(region, found, tokens[0].start, tokens[-1].end, Strength.DIRECT, said.low, 0.3)
    return None


def _inverted(region: Region, tokens: list[Token], place: int) -> Found | None:
    """Whom the pronoun behind the verb means in ``said he, "…"``."""
    after = tokens[place + 1] if place + 2 == len(tokens) else None
    if after is None or after.low not in ("he", "she", "i", "they") or place + 2 < len(tokens):
        return None
    return meant_by(region, after) if region.masked[after.end : after.end + 1] == "," else None


def _by_label(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Sir John Ash: "Was it you?" The witness, in a whisper: "It was."``: a name before a colon is a label."""
    gap = region.masked[tokens[-1].end : start]
    first = tokens[0]
    if not re.fullmatch(r"\)?\s?:\s*", gap) or len(tokens) > _LABEL_WORDS or not first.word[0].isupper():
        return None
    if any(t.low in region.speech.saying | region.speech.writing | LISTS | BE for t in tokens):
        return None
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
        if any(t.low in region.speech.saying for t in tokens[max(place + 2, len(tokens) - NEAR) :]):
            continue  # "according to Ash, nobody went; somebody said, …"
        found = right_of(region, tokens[place - 1].end, end)
        if found is not None:
            return given(region, found, tokens[place - 1].start, found.end, Strength.GOVERNING, phrase, 0.9)
    return None


def _seen_as(region: Region, tokens: list[Token], sentence: Span) -> Attribution | None:
    """``Ash treats both gales as "…"``, ``the mate remembered it as "…"``: in his words."""
    if tokens[-1].low != "as":
        return None
    for place in range(len(tokens) - 2, max(-1, len(tokens) - _AS_FAR), -1):
        if tokens[place].low in _SEEING and not is_noun(region, tokens, place) and not tokens[place].quoted:
            found = subject_of(region, tokens, place, sentence.start)
            if found is None:
                return None
            return given(region, found, found.start, tokens[-1].end, Strength.GOVERNING, tokens[place].low, 0.75)
    return None


_AS_FAR = 14
_SEEING = frozenset(
    "treat treats treated regard regards regarded portray portrays portrayed depict depicts depicted present presents "
    "presented represent represents represented view views viewed see sees saw remember remembers remembered interpret "
    "interprets interpreted paint paints painted reject rejects rejected".split()
)


def _kept_in(region: Region, tokens: list[Token], sentence: Span) -> Attribution | None:
    """``the ledger has "…"``, ``the Sentinel had "…" on its front page``: a paper has its words, and nobody else."""
    if tokens[-1].low not in _HAS or not region.masked.startswith(" " + MASK, tokens[-1].end):
        return None
    found = subject_of(region, tokens, len(tokens) - 1, sentence.start)
    if found is None or not found.speaker.id.startswith(("org:", "anon:")) or found.end > tokens[-1].start:
        return None
    speech, noun = region.speech, re.split(r"[\s-]", found.speaker.name.lower())[-1]
    if speech.is_human(noun) or (found.speaker.id.startswith("anon:") and noun not in speech.documents):
        return None
    return given(region, found, found.start, tokens[-1].end, Strength.DIRECT, tokens[-1].low, 0.75)


_HAS = frozenset("has had gives gave bears bore".split())


def _owner(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``Ash's "two years of fair weather" are over``: words in marks that somebody has are his."""
    owner = region.actor_before(start)
    if owner is None or not _OWNS.fullmatch(region.masked, owner.end, start) or owner.person.startswith("anon:"):
        return None
    found = Found(owner.start, owner.end, speaker_of(owner))
    return given(region, found, owner.start, tokens[-1].end, Strength.GOVERNING, "", 0.75)


def _with_the_words(region: Region, tokens: list[Token]) -> Attribution | None:
    """``the keeper, Ash, met them with the words "…"``: the nearest before who is the subject of a clause."""
    lows = [t.low for t in tokens[-4:]]
    at = next((n for n, low in enumerate(lows) if low in ("with", "in") and lows[n + 1 : n + 2] == ["the"]), None)
    if at is None or lows[-1] not in _WORDS_OF or len(lows) - at > 4:
        return None
    begin = tokens[len(tokens) - len(lows) + at].start
    for actor in reversed(region.actors_in(tokens[0].start, begin)):
        if not is_object(region, actor) and not _GOVERNED.search(region.masked, actor.start - 40, actor.start):
            found = Found(actor.start, actor.end, speaker_of(actor))
            return given(region, found, actor.start, tokens[-1].end, Strength.GOVERNING, "", 0.75)
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
            return given(region, found, tokens[first].start, tokens[place + 1].end, Strength.GOVERNING, "put", 0.9)
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
        if place + 1 < len(tokens) and tokens[place + 1].low in ("of", "by", "from") and not dated:
            named = right_of(region, tokens[place + 1].end, min(end, tokens[place + 1].end + 60))
            if named is not None:
                return given(region, named, token.start, named.end, Strength.GOVERNING, token.low, 0.8)
        before = tokens[place - 1] if place else None
        if before is not None and before.low in _OWN and place > 1:
            before = tokens[place - 2]
        mine = before is not None and before.low == "my" and place == len(tokens) - 1
        if before is not None and (mine or before.low in ("his", "her", "their", "your")):
            meant = meant_by(region, before)
            if meant is not None:
                return given(region, meant, before.start, token.end, Strength.GOVERNING, token.low, 0.75)
        giving = next((n for n in range(place - 1, max(-1, place - 6), -1) if tokens[n].low in _GIVING), None)
        bare = giving == place - 1 and token.low.endswith("s")  # "gave answers"
        if giving is not None and (
            bare or (before is not None and (before.low in DETERMINERS or before.low in OF_NOUNS))
        ):
            subject = subject_of(region, tokens, giving, tokens[0].start)
            if subject is not None:
                return given(region, subject, subject.start, token.end, Strength.GOVERNING, token.low, 0.75)
    return None


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
