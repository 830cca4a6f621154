"""Who speaks a quotation: the words before, around and after it that give it to somebody.

Looked for in this order: words right after the quotation (``… ," said Ash``), the last verb or noun of speech before
it in its sentence and whose it is, the sentence before, the quotation before. What cannot be found stays unfound.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from testimonia.model import Span

from .behind import behind_it, by_nobody_known
from .in_sentence import before_it, by_noun
from .pronouns import antecedent, is_object, speaker_of
from .region import MASK, Found, Region, Token
from .scene import Speaker
from .subjects import main_subject, subject_of
from .telling import BARE, NEAR, Attribution, Strength, given, introduces_list, is_denied, is_noun, is_taken_down

__all__ = ["attribute", "first_person"]

_SHORT_LEAD = 5  # words of a sentence that does nothing but hand over: "Ash protested."
_LONG, _REACH = 20, 3  # words of a quotation that must be somebody's; sentences back to look for whose
_TITLE = 12  # code points of a title before a name
_BEAT = 14  # words of a sentence that only says what the speaker does
_LEADS_ON = re.compile(rf" [A-Z][^.!?\n{MASK}]{{2,60}}[,:] {MASK}")  # behind a quotation, to the next one
_LED_IN = re.compile(r"[:,] ?$")
_STOP = re.compile(r"(?<!\b[A-Z])\.")  # the point of an initial ends nothing
_CLOSING = frozenset('"”’»“‘')


def attribute(region: Region, quote: Span, before: Attribution | None = None) -> Attribution | None:
    """Whose words the quotation is, by the words around it; ``None`` where none say.

    ``quote`` is in offsets of the excerpt, ``before`` the attribution of the quotation before it in the same region.
    """
    start, end = quote.start - region.start, quote.end - region.start
    leads = _LED_IN.search(region.masked, max(0, start - 6), start) is not None
    led = before_it(region, start) if leads else None
    return (
        _asked_of_him(region, start, end)
        or _verb_within(region, start, end)
        or (led if led is not None and _is_enough(region, led, start, end) else None)
        or behind_it(region, start, end)
        or _resumed(region, start, before)
        or (led if leads else before_it(region, start))
        or _answered(region, start, before)
        or _asked_before(region, start, end)
        or _inquit_between(region, start, before)
        or _silent(region, start, before)
        or _sentence_before(region, start)
        or _beat(region, start)
        or _it_was_behind(region, end)
        or _carried_on(region, start, before)
        or _far_before(region, start, len(quote.cut(region.scene.text).split()))
        or by_nobody_known(region, start, end)
    )


def _asked_of_him(region: Region, start: int, end: int) -> Attribution | None:
    """``Ash was asked: "Who lit it?"``, ``"Who lit it?" he was asked.``: it is not his, and nobody says whose."""
    ahead = _WAS_ASKED.search(region.masked, max(0, start - 60), start)
    if ahead is not None and _NOT_TO_HIM.search(region.masked, max(0, ahead.start() - 30), ahead.start()):
        ahead = None
    ending = region.scene.text[region.start + end - 2 : region.start + end - 1]
    if ahead is not None and ending != "?" and behind_it(region, start, end) is not None:
        ahead = None  # "When he was asked, "Nobody was there," he said."
    found = ahead or (_BEHIND_ASKED.match(region.masked, end) if ending in ("?", ",") else None)
    if found is None:
        return None
    if region.masked.startswith(" by ", end):
        actor = region.actor_at(end + len(" by "))
        if actor is None:
            return None
        his = Found(actor.start, actor.end, speaker_of(actor))
        return given(region, his, actor.start, actor.end, Strength.DIRECT, found["verb"], 0.85)
    who = "questioner" if found["verb"] in ("asked", "questioned") else "somebody"
    why = region.reason("said to somebody, and not by whom", *found.span())
    return Attribution(Speaker(f"anon:{who}", "", 0.6, (why,)), Strength.DIRECT, found["verb"])


def _verb_within(region: Region, start: int, end: int) -> Attribution | None:
    """``… to Ash, who "said it would keep"``: the verb stands within the marks, and the pronoun before them."""
    who = region.tokens_in(max(0, start - 8), start)[-1:]
    first = _FIRST_WORD.match(region.scene.text, region.start + start, region.start + end)
    if not who or who[0].low != "who" or first is None or first[1].lower() not in region.speech.saying:
        return None
    if region.masked[who[0].end : start].strip():
        return None
    found = antecedent(region, who[0])
    return given(region, found, who[0].start, who[0].end, Strength.DIRECT, "", 0.85) if found is not None else None


_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)")
_BE = r"\b(?:am|is|are|was|were|been|being)\s(?:(?:[a-z]+ly|then|again|also|often|always|once|next|first|even)\s)?"
_SAID_TO = r"(?P<verb>asked|questioned|told|reminded|warned|assured)"
_WAS_ASKED = re.compile(rf"{_BE}{_SAID_TO}(?:\s(?:again|once more|later|then|at last|in court))?[,:]\s?$")
# the truth is told and not asked of anybody; "did as he was told"
_NOT_TO_HIM = re.compile(
    r"\b(?:stor(?:y|ies)|tales?|truth|anecdotes?|legends?|jokes?|lies?|history|secret|news|fortune|it|what|this|that|which|all|"
    r"much|nothing|something|as (?:I|he|she|they|we)|being)\s$"
)
_BEHIND_ASKED = re.compile(
    rf"\s(?:I|he|she|they|we|[Tt]he [a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\s(?:ha[sd]\s|have\s)?{_BE}{_SAID_TO}[.,;]"
)


def _is_enough(region: Region, led: Attribution, start: int, end: int) -> bool:
    """``He asked: "Why?" Ash said, "Because."``: what right before it says whose it is needs no words behind."""
    if not led.verb:
        return False
    last = region.tokens_in(max(0, start - 30), start)[-1:]
    if led.strength is Strength.DIRECT or (last and last[0].low == led.verb):
        return True
    return led.verb in region.speech.saying and _LEADS_ON.match(region.masked, end) is not None


def first_person(region: Region, quote: Span) -> Attribution | None:
    """Words that say "I" are somebody's: the subject's of the sentence they stand in, for want of a nearer word."""
    start = quote.start - region.start
    sentence = region.sentence_at(max(0, start - 1))
    tokens = region.tokens_in(sentence.start, start)
    if all(token.quoted for token in tokens):
        return None  # or but a few words in marks: "And Ash?"
    last = len(tokens) - 1
    if tokens[last].low in region.speech.saying and (tokens[0].low == "neither" or is_denied(tokens, last)):
        return None  # "Ash never said, "I did it""
    if sentence.end < start:  # a sentence of its own: whoever was the last to do something
        doers = [a for a in region.actors_in(sentence.start, start) if not is_object(region, a)]
        found = Found(doers[-1].start, doers[-1].end, speaker_of(doers[-1])) if doers else None
        found = found or main_subject(region, tokens, len(tokens), sentence.start)
        if found is None or found.speaker.id == region.voice.id:
            return None
        return given(region, found, found.start, found.end, Strength.GOVERNING, "", 0.5)
    subject = main_subject(region, tokens, len(tokens), sentence.start) if len(tokens) > 1 else None
    if subject is None or subject.speaker.id == region.voice.id:
        return None
    return given(region, subject, subject.start, subject.end, Strength.GOVERNING, "", 0.5)


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
    if before.verb not in [token.low for token in tokens[:NEAR]]:
        return None
    speaker = before.speaker
    return Attribution(replace(speaker, confidence=min(speaker.confidence, 0.85)), Strength.GOVERNING, before.verb)


def _silent(region: Region, start: int, before: Attribution | None) -> Attribution | None:
    """``"Who had it?" asked Ash. Lowe said nothing. "I ask you again."``: where nobody answers, who asked goes on."""
    place = region.sentence_number(max(0, start - 1))
    sentence = region.sentences[place] if place >= 0 else None
    if before is None or sentence is None or sentence.end > start or "\n" in region.masked[sentence.start : start]:
        return None
    if MASK in region.masked[sentence.start : start] or not _NO_ANSWER.search(region.masked, sentence.start, start):
        return None
    if any(actor.person == before.speaker.id for actor in region.actors_in(sentence.start, start)):
        return None
    ended = bisect_right(region.quote_ends, start)
    if not ended or start - region.quote_ends[ended - 1] > _SILENCE:
        return None
    return Attribution(replace(before.speaker, confidence=min(before.speaker.confidence, 0.6)), Strength.GOVERNING)


_NO_ANSWER = re.compile(
    r"\b(?:(?:said|answered|replied) (?:nothing|not a word)|(?:did|would|could) not (?:answer|reply|speak)|"
    r"(?:made|gave|there was|got) no (?:answer|reply)|(?:was|were|kept|remained|fell) silent|"
    r"held (?:his|her|their) (?:peace|tongue)|[Nn]o ?(?:body|one) (?:answered|spoke|replied))\b"
)
_SILENCE = 120  # code points from the quotation that nobody answers


def _sentence_before(region: Region, start: int) -> Attribution | None:
    """A quotation that is a sentence of its own is whose the sentence before it reports."""
    place = region.sentence_number(max(0, start - 1))
    if place < 0:
        return None
    sentence = region.sentences[place]
    if sentence.end > start and region.masked[sentence.start : start].strip(BARE):
        return None  # it stands inside a sentence
    if sentence.start >= start:
        place -= 1
    while place >= 0 and not region.sentences[place].cut(region.masked).strip(BARE + ".,!?…"):
        place -= 1
    if place < 0:
        return None
    sentence = region.sentences[place]
    tokens = region.tokens_in(sentence.start, min(sentence.end, start))
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.low in region.speech.loose or is_noun(region, tokens, index) or is_denied(tokens, index):
            continue
        if is_taken_down(region, tokens, index):
            continue
        if token.low in region.speech.saying or token.low in region.speech.writing:
            subject = subject_of(region, tokens, index, sentence.start)
            if subject is not None:
                first, last = min(subject.start, token.start), max(subject.end, token.end)
                short = len(tokens) <= _SHORT_LEAD and "\n" not in region.masked[sentence.end : start]
                strength = Strength.DIRECT if short else Strength.INHERITED
                return given(region, subject, first, last, strength, token.low, 0.85 if short else 0.7)
    found = by_noun(region, tokens, sentence.end)
    return Attribution(found.speaker, Strength.INHERITED, found.verb) if found is not None else None


def _asked_before(region: Region, start: int, end: int) -> Attribution | None:
    """``I asked Ash about the lamp. "I never lit it."``: what stands right behind a question or an account of one."""
    place = region.sentence_number(max(0, start - 1))
    sentence = region.sentences[place] if place >= 0 else None
    if sentence is None or sentence.end > start or region.masked[sentence.end : start].strip(" "):
        return None
    if "?" in region.scene.text[region.start + end - 2 : region.start + end]:
        return None
    quoted = region.masked.rfind(MASK, sentence.start, sentence.end)
    if quoted >= 0 and "?" not in region.masked[quoted + 1 : quoted + 3]:
        return None
    tokens = region.tokens_in(max(sentence.start, quoted), sentence.end)
    asking = next((t for t in tokens if t.low in ("asked", "questioned")), None)
    whom = next(iter(region.actors_in(asking.end, sentence.end)), None) if asking is not None else None
    if asking is None or whom is None or whom.start > asking.end + 12 or whom.person == region.voice.id:
        return None
    found = Found(whom.start, whom.end, speaker_of(whom))
    return given(region, found, asking.start, whom.end, Strength.GOVERNING, "", 0.6)


def _beat(region: Region, start: int) -> Attribution | None:
    """``Ash shook his head. "I never saw it."``: whoever the sentence before is about, in the same paragraph."""
    place = region.sentence_number(max(0, start - 1))
    if place < 0:
        return None
    sentence = region.sentences[place]
    if sentence.end > start or "\n" in region.masked[sentence.end : start] or MASK in sentence.cut(region.masked):
        return None
    tokens = region.tokens_in(sentence.start, sentence.end)
    came = _it_was_he(region, tokens)
    if came is not None:
        return came
    if (
        tokens
        and region.masked[tokens[-1].end :].lstrip().startswith(":")
        and introduces_list(region, tokens, sentence.start)
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
    return given(region, subject, subject.start, subject.end, Strength.GOVERNING, "", 0.55)


def _it_was_he(region: Region, tokens: list[Token]) -> Attribution | None:
    """``Somebody knocked. It was Ash. "Is the ferry in?"``: the sentence says who it is, and nothing else."""
    if len(tokens) < 3 or tokens[0].low != "it" or tokens[1].low != "was":
        return None
    actor = region.actor_at(tokens[-1].start)
    if actor is None or actor.person == region.voice.id or tokens[2].start < actor.start - _TITLE:
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, tokens[0].start, actor.end, Strength.GOVERNING, "", 0.65)


def _it_was_behind(region: Region, end: int) -> Attribution | None:
    """``"Nobody called you anything." It was Ash, from the back.``"""
    found = _IT_WAS.match(region.masked, end)
    actor = region.actor_at(found.end()) if found is not None else None
    if found is None or actor is None or actor.start != found.end() or actor.person == region.voice.id:
        return None
    if (
        region.masked[actor.end : actor.end + 1] not in (".", ",")
        or " who " in region.masked[actor.end : actor.end + 6]
    ):
        return None
    who = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, who, found.start() + 1, actor.end, Strength.DIRECT, "", 0.65)


_IT_WAS = re.compile(r" (?:It|This|That) was (?:[A-Z][a-z]{0,4}\.? )?(?=[A-Z])")


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
            if not told or token.quoted or is_noun(region, tokens, index) or is_denied(tokens, index):
                continue
            if is_taken_down(region, tokens, index):
                continue
            subject = subject_of(region, tokens, index, sentence.start)
            if subject is not None and subject.speaker.id != region.voice.id:
                first, last = min(subject.start, token.start), max(subject.end, token.end)
                return given(region, subject, first, last, Strength.INHERITED, token.low, 0.45)
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
    other = others[-1] if others else _turned_to(region, last, before.speaker)
    if other is None:
        return None
    return Attribution(Speaker(other.id, other.name, min(other.confidence, 0.55), other.reasons), Strength.TURN)


def _turned_to(region: Region, ended: int, speaker: Speaker) -> Speaker | None:
    """Whom the words before a question name beside who asks it: "The coroner turned to Ash. "Did you?" "I did."."""
    place = bisect_left(region.quote_ends, ended)
    asked = region.quotes[place] if place < len(region.quotes) else None
    if asked is None or asked.end - region.start != ended:
        return None
    lead = region.sentence_at(max(0, asked.start - region.start - 2))
    named = {a.person: a for a in region.actors_in(lead.start, asked.start - region.start) if a.person != speaker.id}
    named.pop(region.voice.id, None)
    return speaker_of(next(iter(named.values()))) if len(named) == 1 else None


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
    same = before.verb in [t.low for t in region.tokens_in(last, start)[:NEAR]] if before.verb else False
    joined = not _STOP.search(between) and (same or not region.actors_in(last, start))
    speaker = before.speaker
    return Attribution(
        Speaker(speaker.id, speaker.name, min(speaker.confidence, 0.75), speaker.reasons),
        before.strength if joined else Strength.INHERITED,
        before.verb,
    )
