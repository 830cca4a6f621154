"""Whose a quotation is by the words right behind it: "…," said Ash; "…" was all that he would say."""

from __future__ import annotations

import re

from testimonia.model import Gender

from .behind_verb import right_of, sentence_end
from .pronouns import meant_by, speaker_of, spoken_to, unnamed
from .region import MASK, Found, Region, Token
from .subjects import is_passive, subject_of
from .telling import OWN, Attribution, Strength, given, is_denied, is_noun

__all__ = ["behind_it", "by_nobody_known"]

_INQUIT = 16  # words after a quotation, of which one is the verb that gives it to somebody
_PARTICLES = frozenset("in out up on back forth".split())
_WORDS_HE_USED = frozenset("word words phrase expression term formula".split())
_ANSWERS = frozenset(
    "answer reply comment remark verdict opinion conclusion explanation question words response".split()
)
_REPLIES = frozenset("reply answer response".split())
# "…," in Ash's words, and "…" (Ash)
_IN_HIS_WORDS = re.compile(
    r",? (?:(?P<bracket>\()|(?P<dash>[—–] )|in |to quote )(?:[A-Z][a-z]{0,4}\. )?(?P<name>[A-Z])"
)
_HIS_WORDS = re.compile(r"['’]s? (?:own )?(?:words|phrase|view|opinion|version)|[.,;]")
_NO_INQUIT = frozenset("and but what which when if to of for because as that than in with while where".split())


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
    named = _IN_HIS_WORDS.match(region.masked, end, stop)
    actor = region.actor_at(named.start("name")) if named is not None else None
    if named is not None and actor is not None and actor.start == named.start("name"):
        rest = region.masked[actor.end : actor.end + 12]
        closes = rest.startswith((")", ", p. ", ", pp. ")) if named["bracket"] else bool(_HIS_WORDS.match(rest))
        closes = not rest.strip(".").split("\n")[0].strip() if named["dash"] else closes
        if closes:
            his = Found(actor.start, actor.end, speaker_of(actor))
            return given(region, his, actor.start, actor.end, Strength.DIRECT, "", 0.85)
    if not (ending in ",?!-—–…" or region.masked[end : end + 1] == "," or first.word[0].islower()):
        return None
    verbs = region.speech.saying | region.speech.writing
    if ending in ",?!":
        verbs = verbs | region.speech.beginning | {"called", "calls"}
    if first.low in verbs and first.low not in region.speech.participles:
        particle = len(tokens) > 1 and tokens[1].low in _PARTICLES  # "broke in Ash"
        found = right_of(region, tokens[1].end if particle else first.end, clause_end)
        if found is not None:
            return given(region, found, first.start, max(first.end, found.end), Strength.DIRECT, first.low, 1.0)
    came = [token.low for token in tokens[:4]]
    if (
        came[:1] in (["came"], ["comes"])
        and came[1:2] == ["the"]
        and came[2:3]
        and came[2] in _REPLIES | {"cry", "voice"}
    ):
        who = right_of(region, tokens[3].end, clause_end) if came[3:] in (["from"], ["of"]) else None
        if who is not None:  # "…," came the answer from Ash
            return given(region, who, first.start, who.end, Strength.DIRECT, "answer", 0.9)
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
            return None  # "…?" I said that she was late."
        if ending in "?!" and tokens[place - 1].low in ("have", "has", "had") and place + 1 < len(tokens):
            return None  # "…?" I have asked for bread."
        subject = subject_of(region, tokens, place, end)
        if (
            subject is None
            or subject.start > tokens[min(3, len(tokens) - 1)].start
            or is_passive(tokens, place, region)
        ):
            if [t.low for t in tokens[place + 1 : place + 3]] == ["to", "have"]:
                said = tokens[place + 3] if place + 3 < len(tokens) else None
                if subject is not None and said is not None and said.low in verbs:
                    return given(region, subject, subject.start, said.end, Strength.DIRECT, said.low, 0.9)
                continue  # "is known to have asked"
            return None
        return given(region, subject, subject.start, token.end, Strength.DIRECT, token.low, 1.0)
    return None


def _is_his(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``the expression "…" is Ash's``, ``"…" is Ash's word``, ``"…," was Ash's answer``, ``… was all that he said``."""
    if len(tokens) > 3 and tokens[1].low == "all" and any(t.low in region.speech.saying for t in tokens[2:8]):
        at = tokens[2 if tokens[2].low == "that" else 1].end
        said = right_of(region, at, min(len(region.masked), at + 60))
        if said is None:
            return None
        return given(region, said, tokens[0].start, said.end, Strength.DIRECT, tokens[0].low, 0.9)
    if tokens[1].low in ("what", "how"):
        verbs = region.speech.saying | region.speech.naming | {"put", "puts"}
        verb = next((n for n, t in enumerate(tokens[:9]) if n > 2 and t.low in verbs), None)
        subject = subject_of(region, tokens, verb, tokens[1].start) if verb is not None else None
        if subject is None:
            return None
        return given(region, subject, tokens[0].start, subject.end, Strength.DIRECT, tokens[0].low, 0.8)
    if tokens[1].low == "the" and len(tokens) > 2 and tokens[2].low in _REPLIES:
        asked = spoken_to(region, tokens[1], None)
        if asked is None:
            return None
        return given(region, asked, tokens[0].start, tokens[2].end, Strength.DIRECT, tokens[2].low, 0.7)
    if tokens[1].low in ("his", "her") and any(t.low in _ANSWERS for t in tokens[2:4]):
        meant = _who_said_last(region, start, tokens[1]) or meant_by(region, tokens[1])
        if meant is None:
            return None
        return given(region, meant, tokens[0].start, tokens[2].end, Strength.DIRECT, tokens[0].low, 0.8)
    actor = next(iter(region.actors_in(tokens[1].start, tokens[min(4, len(tokens) - 1)].end)), None)
    if actor is None or not region.is_genitive(actor):
        return None
    behind = region.tokens_in(actor.end, actor.end + 40)[:3]
    before = region.tokens_in(max(0, start - 30), start)
    noun = next((t.low for t in behind if t.low not in OWN | {"s"}), "")
    named = noun in _WORDS_HE_USED or (noun in region.speech.nouns and noun in _ANSWERS)
    if not named and not (before and before[-1].low in _WORDS_HE_USED):
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, tokens[0].start, actor.end, Strength.DIRECT, tokens[0].low, 0.9)


def _who_said_last(region: Region, start: int, token: Token) -> Found | None:
    """Whose the last verb of speech before a quotation is: "Lowe told me that Ash had come and said no more. "…," were
    his words."."""
    sentence = region.sentence_at(max(0, start - 1))
    tokens = region.tokens_in(sentence.start, start)
    said = next((n for n in range(len(tokens) - 1, -1, -1) if _says(region, tokens, n)), None)
    found = subject_of(region, tokens, said, sentence.start) if said is not None else None
    if found is None or found.speaker.id == region.voice.id or found.speaker.id.startswith(("org:", "group:")):
        return None
    known = region.scene.cast.people.get(found.speaker.id)
    gender = Gender.FEMALE if token.low == "her" else Gender.MALE
    return found if known is None or known.gender in (None, gender) else None


def by_nobody_known(region: Region, start: int, end: int) -> Attribution | None:
    """``He said, "…"``, ``"…," she said``, where nothing tells who that is: not whoever tells of it."""
    before, behind = region.tokens_in(max(0, start - 60), start)[-2:], region.tokens_in(end, end + 40)[:2]
    led = len(before) == 2 and region.masked[before[-1].end : start] in (", ", ": ")
    closed = region.scene.text[region.start + start : region.start + end].rstrip("\"'”’»“‘ ")[-1:] in ",?!"
    for tokens, beside in ((before, led), (behind, closed and region.masked[end : end + 1] == " ")):
        if not beside or len(tokens) < 2 or {token.low for token in tokens}.isdisjoint(("he", "she")):
            continue
        who, said = tokens if tokens[0].low in ("he", "she") else reversed(tokens)
        if said.low in region.speech.saying | region.speech.writing:
            found = unnamed(who)
            return given(region, found, tokens[0].start, tokens[-1].end, Strength.DIRECT, said.low, 0.3)
    return _he_who_did(region, start)


def _he_who_did(region: Region, start: int) -> Attribution | None:
    """``He sat up, looked past me and said, quite distinctly, "…"``: the same of the last verb of several."""
    sentence = region.sentence_at(max(0, start - 1))
    tokens = region.tokens_in(sentence.start, start)
    said = next((n for n in range(len(tokens) - 1, max(-1, len(tokens) - 5), -1) if _says(region, tokens, n)), None)
    if sentence.end < start or said is None or MASK in region.masked[sentence.start : start]:
        return None
    if any(not t.low.endswith("ly") and t.low not in _HOW_SAID for t in tokens[said + 1 :]) or region.actors_in(
        sentence.start, start
    ):
        return None
    who = next((t for t in tokens[:said] if t.low in ("he", "she", "i", "they", "we", "you", "it", "who")), None)
    if who is None or who.low not in ("he", "she"):
        return None
    return given(region, unnamed(who), who.start, tokens[said].end, Strength.DIRECT, tokens[said].low, 0.3)


def _leads_in(region: Region, tokens: list[Token]) -> bool:
    return region.masked[tokens[-1].end : tokens[-1].end + 1] in (",", ":")


_HOW_SAID = frozenset("quite very rather again aloud out then almost still only at last".split())
_NOT_DONE = frozenset("to would could might should may can will".split())


def _says(region: Region, tokens: list[Token], place: int) -> bool:
    low = tokens[place].low
    told = low in region.speech.saying - region.speech.participles and (
        low not in region.speech.loose or _leads_in(region, tokens)
    )
    if place and tokens[place - 1].low in _NOT_DONE:
        return False
    return told and not is_noun(region, tokens, place) and not is_denied(tokens, place)
