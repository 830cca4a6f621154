"""Turns of phrase that give a quotation to somebody before whom no "he said" stands, or to another than who says it."""

from __future__ import annotations

import re
from bisect import bisect_right

from testimonia.model import Gender, Span
from testimonia.words.grammar import BE

from .behind_verb import right_of
from .papers import in_hand, out_of_paper
from .phrases import called
from .pronouns import is_object, meant_by, speaker_of, unnamed
from .region import MASK, Found, Region, Token
from .subjects import is_passive, subject_of
from .telling import OWN, Attribution, Strength, given, is_denied, is_noun

__all__ = [
    "QUOTING",
    "as_put",
    "behind_name",
    "by_turn_of_phrase",
    "in_turn",
    "who_was_asked",
    "whom_it_quotes",
    "with_the_words",
]

_OWNS = re.compile(r"['’]s? (?:own |now famous |famous |celebrated )?")
_WORDS_OF = frozenset("words question cry remark greeting phrase".split())
_GOVERNED = re.compile(r"\b(?:the|his|her|my|our|their|visiting|these|those)\s$")
_NAME_BEFORE = 60  # code points
_TITLED = r"(?:[A-Z][a-z]{0,4}\. |[A-Z][a-z]+ )?"
_GIVES_NAME = re.compile(
    r"\b(?:is|was|are|were|(?:that|those|this) of|[Hh]ere is|[Ll]isten to|[Hh]ear|is from"
    rf"|(?:[Ww]e|[Oo]ne) (?:find|found|read)s? (?:this )?in) {_TITLED}(?P<name>[A-Z])[^.;:!?,]{{1,40}}: $"
)
_GAPPED = re.compile(
    rf"(?:; (?:and |but )?|, (?:and |but |while ))(?:to )?{_TITLED}(?P<name>[A-Z])[^.;:!?,]{{1,40}},? that "
    r"(?:[a-z]+ ){0,6}$"
    rf"|; (?:and |but )?(?:to )?{_TITLED}(?P<other>[A-Z])[^.;:!?,]{{1,40}}, $"  # "…; Ash, "a candle in a bottle""
    rf"|[,;] (?:and |but )?(?:for|to) {_TITLED}(?P<whom>[A-Z])[^.;:!?,]{{1,40}}, $"
)
_TO_HIM = re.compile(
    rf"(?:To|For) {_TITLED}(?P<name>[A-Z])[^.;:!?]{{1,40}}? "
    r"(?:it|this|that|he|she|they|these|(?:the|a|an|his|her) [\w ]{2,30}) (?:is|was|were|are) $"
)
_ENDS_NAME = re.compile(
    r"(?:['’]s?)?(?:,? that(?: [a-z]+){0,6}|(?:, [^,]{2,30},)?,? [\w ]{2,34} (?:is|was|were|are)|:|,) "
)
QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing reported report reports".split())
_ANSWERING = frozenset("answered replied responded retorted rejoined answers replies".split())
_BIDDEN_FAR = 6
_BIDDING = frozenset(
    "ordered instructed commanded urged begged advised promised threatened directed told asked".split()
)
_CHARGING = frozenset("charged charges taxed reproached".split())
_THANKING = frozenset("thanked praised blamed reproached congratulated rebuked".split())
_SPEAKING = frozenset("spoke speak speaks speaking talked talks complained complains wrote writes".split())
_RULING = frozenset(
    "find finds found hold holds held rule rules ruled resolve resolves resolved decree decrees decreed decide decides "
    "decided direct directs directed".split()
)
_THINKING = frozenset(
    "thought think thinks considered considers consider found finds deemed deems judged judges believed "
    "believes".split()
)
_AS_FAR = 14
_SEEING = frozenset(
    "treat treats treated regard regards regarded portray portrays portrayed depict depicts depicted present presents "
    "presented represent represents represented view views viewed see sees saw remember remembers remembered interpret "
    "interprets interpreted paint paints painted reject rejects rejected attack attacks attacked ridiculed "
    "mocked".split()
)


def by_turn_of_phrase(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """Whose the quotation is where no verb of saying leads up to it."""
    return (
        behind_name(region, tokens, start)
        or _had_it_from(region, tokens, start)
        or _has_it(region, tokens, sentence)
        or in_hand(region, tokens)
        or _bidden(region, tokens, sentence, start)
        or _ruled(region, tokens, sentence, start)
        or _called_himself(region, tokens, sentence)
        or _seen_as(region, tokens, sentence)
        or out_of_paper(region, tokens, sentence, start)
        or _cried(region, tokens, start)
        or _it_was(region, tokens, sentence)
        or _owner(region, tokens, start)
        or _thought(region, tokens, sentence, start)
    )


def behind_name(region: Region, tokens: list[Token], start: int, *, gapped: bool = False) -> Attribution | None:
    """``the clearest account is Ash's: "…"``, ``here is Ash: "…"``, ``…; Ash, that "…"``, ``to Ash it was "…"``."""
    low = max(0, start - _NAME_BEFORE)
    found = _GAPPED.search(region.masked, low, start) if gapped else _GIVES_NAME.search(region.masked, low, start)
    if found is None and not gapped and tokens[0].low in ("to", "for"):
        found = _TO_HIM.match(region.masked, tokens[0].start, start)
    name = found.start(found.lastgroup or 0) if found is not None else 0
    actor = region.actor_at(name) if found is not None else None
    if found is None or actor is None or actor.start != name:
        return None
    if not _ENDS_NAME.fullmatch(region.masked, actor.end, start):
        return None
    who = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, who, found.start(), tokens[-1].end, Strength.GOVERNING, "", 0.75)


def as_put(region: Region, tokens: list[Token]) -> Attribution | None:
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


def with_the_words(region: Region, tokens: list[Token]) -> Attribution | None:
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


def whom_it_quotes(region: Region, tokens: list[Token], place: int, start: int) -> Found | None:
    """Whose words a speaker only gives again: "Mary quotes Ash:", "quoted Ash as saying", "recalled Ash's words:"."""
    actor = next(iter(region.actors_in(tokens[place].end, start)), None)
    if actor is None or actor.start > tokens[place].end + 12:
        return None
    behind = region.tokens_in(actor.end, start)
    if region.is_genitive(actor):
        nouns = [t.low for t in behind if t.low not in OWN | {"s"}]
        told = region.speech.saying | region.speech.writing | QUOTING
        said = tokens[place].low in told and len(nouns) == 1 and nouns[0] in region.speech.nouns
    else:
        said = tokens[place].low in QUOTING and (not behind or [t.low for t in behind][:1] == ["as"])
    return Found(actor.start, actor.end, speaker_of(actor)) if said else None


def who_was_asked(region: Region, tokens: list[Token], place: int) -> Found | None:
    """Whom "he" means that answers in the sentence that asks him: "When Ash asked Lowe about it, he answered"."""
    if tokens[place].low not in _ANSWERING or not place or tokens[place - 1].low not in ("he", "she"):
        return None
    asking = next((n for n in range(place - 2, -1, -1) if tokens[n].low in ("asked", "questioned")), None)
    if asking is None or is_passive(tokens, asking, region) or tokens[asking + 1].low == "by":
        return None
    actor = next(iter(region.actors_in(tokens[asking].end, tokens[place - 1].start)), None)
    gender = Gender.MALE if tokens[place - 1].low == "he" else Gender.FEMALE
    if actor is None or actor.start > tokens[asking].end + 12 or actor.gender not in (None, gender):
        return None
    return Found(actor.start, tokens[place - 1].end, speaker_of(actor, confidence=0.8))


def _had_it_from(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``Ash had it from Lowe, whom he met in May, that the mate was "…"``: in the words of who told it."""
    told = _TOLD_HIM.search(region.masked, tokens[0].start, start)
    actor = region.actor_at(told.end()) if told is not None else None
    if told is None or actor is None or actor.start != told.end():
        return None
    if not any(t.low == "that" for t in tokens if t.start > actor.end):
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, told.start(), actor.end, Strength.GOVERNING, "had", 0.6)


_TOLD_HIM = re.compile(r"\b(?:had|has|have) (?:it|this|that) from (?:[A-Z][a-z]{0,8}\.? )?(?=[A-Z])")


def _has_it(region: Region, tokens: list[Token], sentence: Span) -> Attribution | None:
    """``The Packet of that week has it that "…"``."""
    lows = [t.low for t in tokens[-3:]]
    if lows not in (["has", "it", "that"], ["had", "it", "that"], ["have", "it", "that"]):
        return None
    found = subject_of(region, tokens, len(tokens) - 3, sentence.start)
    if found is None or found.speaker.id == region.voice.id:
        return None
    return given(region, found, found.start, tokens[-1].end, Strength.GOVERNING, "has", 0.75)


def _it_was(region: Region, tokens: list[Token], sentence: Span) -> Attribution | None:
    """``She knew what he had said. It was "…"``."""
    if len(tokens) != 2 or tokens[0].low not in ("it", "this", "that") or tokens[1].low not in ("was", "is", "ran"):
        return None
    place = region.sentence_number(max(0, sentence.start - 1))
    if place < 0 or region.sentences[place].end > sentence.start:
        return None
    before = region.sentences[place]
    words = region.tokens_in(before.start, before.end)
    told = region.speech.saying | region.speech.writing
    for at, token in enumerate(words):
        if token.low != "what":
            continue
        said = next((n for n in range(at + 2, min(at + 5, len(words))) if words[n].low in told), None)
        if said is None:
            continue
        who = words[at + 1]
        actor = region.actor_at(who.start) or region.actor_at(words[said - 1].start)
        found = meant_by(region, who) if who.low in ("he", "she", "they") else None
        if found is None and who.low in ("he", "she"):
            found = unnamed(who)
        if found is None and actor is not None:
            found = Found(actor.start, actor.end, speaker_of(actor))
        if found is not None:
            return given(region, found, token.start, words[said].end, Strength.DIRECT, words[said].low, 0.7)
    return None


def _cried(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``There were cries of "Shame!"``: of people whom nothing names."""
    voice = _VOICE.search(region.masked, max(0, start - _NAME_BEFORE), start)
    if voice is not None:
        heard = called(voice.start(), voice.end("where"), region, "anon")
        return given(region, heard, voice.start(), voice.end("where"), Strength.DIRECT, "voice", 0.6)
    if len(tokens) < 2 or tokens[-1].low != "of" or tokens[-2].low not in _CRIES:
        return None
    if "!" not in region.scene.text[region.start + start : region.start + start + _CRY]:
        return None
    if region.masked[tokens[-2].start - 1 : tokens[-2].start] == "(":
        return None  # a stage direction
    found = called(tokens[-2].start, tokens[-2].end, region, "group")
    return given(region, found, found.start, tokens[-1].end, Strength.DIRECT, tokens[-2].low, 0.5)


_VOICE = re.compile(
    r"\b(?:[Aa]|[Aa]nother|[Oo]ne) voice(?P<where>(?: (?:in|at|from|on|behind|near) (?:the |his |her |my )?[a-z]+)?): $"
)
_CRIES = frozenset("cries shouts calls yells cry shout".split())
_CRY = 40  # code points in which a cry shows that it is one


def _bidden(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Ash ordered the men "to leave the lamp"``, ``thanked them "for their oil"``, ``spoke of "men who sleep"``."""
    opening = region.scene.text[region.start + start + 1 : region.start + start + 12].split(" ")[0]
    for place in range(len(tokens) - 1, max(-1, len(tokens) - _BIDDEN_FAR), -1):
        low = tokens[place].low
        told = (low in _BIDDING and opening in ("to", "not", "that", "for")) or (low in _THANKING and opening == "for")
        told = told or (low in _THANKING and tokens[-1].low == "for" and region.masked.startswith(MASK, start))
        told = told or (low in _CHARGING and tokens[-1].low == "with")
        told = told or (low in _SPEAKING and tokens[-1].low in ("of", "about") and place >= len(tokens) - 3)
        if not told or tokens[place].quoted or is_noun(region, tokens, place) or is_denied(tokens, place):
            continue
        found = subject_of(region, tokens, place, sentence.start)
        if found is None:
            return None
        return given(region, found, found.start, tokens[-1].end, Strength.GOVERNING, low, 0.8)
    return None


def _called_himself(region: Region, tokens: list[Token], sentence: Span) -> Attribution | None:
    """``Ash signed himself "a father to them all"``, ``named it "the old lamp"``."""
    if len(tokens) < _TWO or not (
        (tokens[-1].low in ("himself", "herself", "themselves") and tokens[-2].low in _CALLING)
        or (tokens[-1].low in ("it", "him", "her", "them") and tokens[-2].low in _NAMING_IT)
    ):
        return None
    found = subject_of(region, tokens, len(tokens) - 2, sentence.start)
    if found is None:
        return None
    return given(region, found, found.start, tokens[-1].end, Strength.DIRECT, tokens[-2].low, 0.8)


def _meeting(region: Region, tokens: list[Token], place: int) -> Found | None:
    """Whose meeting it was that resolved: "At a meeting of the Directors it was resolved "that …"."""
    for at in range(place - 2):
        if tokens[at].low in ("meeting", "session", "sitting", "assembly") and tokens[at + 1].low == "of":
            found = right_of(region, tokens[at + 1].end, tokens[place].start)
            return found if found is not None and found.speaker.id.startswith(("org:", "group:")) else None
    return None


_TWO = 2
_MOVING = frozenset(
    "moved moves proposed proposes voted votes agreed demanded demands requested requests stipulated required".split()
)
_NAMING_IT = frozenset("signed named christened nicknamed dubbed".split())
_CALLING = frozenset("signed signs styled styles subscribed named names called calls declared professed".split())


def _ruled(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``The Board found that he had been "guilty of neglect"``: what a body finds, holds or resolves it says."""
    inside = region.scene.text[region.start + start + 1 : region.start + start + 6].startswith(("that ", "to "))
    for place in range(len(tokens) - 1, 0, -1):
        moved = inside and tokens[place].low in _MOVING
        if (tokens[place].low not in _RULING and not moved) or tokens[place].quoted:
            continue
        if not inside and not any(t.low in ("that", "to") for t in tokens[place + 1 :]):
            return None
        found = subject_of(region, tokens, place, sentence.start) or _meeting(region, tokens, place)
        kinds = ("org:", "group:") if inside else ("org:",)
        if found is None or not (moved or found.speaker.id.startswith(kinds)):
            return None
        return given(region, found, found.start, tokens[place].end, Strength.GOVERNING, tokens[place].low, 0.75)
    return None


def _seen_as(region: Region, tokens: list[Token], sentence: Span) -> Attribution | None:
    """``Ash treats both gales as "…"``, ``the mate remembered it as "…"``: in his words."""
    if tokens[-1].low in ("it", "him", "her", "them", "this") and len(tokens) > 2 and tokens[-2].low in _THINKING:
        thinks = subject_of(region, tokens, len(tokens) - 2, sentence.start)
        if thinks is None:
            return None
        return given(region, thinks, thinks.start, tokens[-1].end, Strength.GOVERNING, tokens[-2].low, 0.75)
    if tokens[-1].low != "as":
        return None
    for place in range(len(tokens) - 2, max(-1, len(tokens) - _AS_FAR), -1):
        if tokens[place].low in _SEEING and not is_noun(region, tokens, place) and not tokens[place].quoted:
            found = subject_of(region, tokens, place, sentence.start)
            if found is None:
                return None
            return given(region, found, found.start, tokens[-1].end, Strength.GOVERNING, tokens[place].low, 0.75)
    return None


def _thought(region: Region, tokens: list[Token], sentence: Span, start: int) -> Attribution | None:
    """``Dr. Ash was of opinion that he had been "dead for six hours"``: what he thinks he says."""
    if not region.masked.startswith(MASK, start):
        return None  # a word or two in marks are the narrator's
    for place in range(len(tokens) - 1, 0, -1):
        low = tokens[place].low
        opines = low == "opinion" and tokens[place - 1].low == "of"
        if (low not in _OPINING and not opines) or tokens[place].quoted:
            continue
        if is_noun(region, tokens, place) and not opines:
            continue
        verb = next((n for n in (place - 2, place - 3) if opines and n > 0 and tokens[n].low in BE), place)
        found = subject_of(region, tokens, verb, sentence.start)
        if found is None or found.speaker.id == region.voice.id:
            return None
        return given(region, found, found.start, tokens[place].end, Strength.GOVERNING, low, 0.7)
    return None


_OPINING = frozenset(
    "thought thinks believed believes considered considers certified certifies feared hoped wondered doubted".split()
)


def in_turn(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``Ash claimed forty, Lowe "not five", and the log has thirty``: the verb is the one before."""
    actor = region.actor_before(start)
    if actor is None or actor.person.startswith("anon:") or region.masked[actor.end : start] != " ":
        return None
    place = bisect_right(region.quote_ends, start)
    quote = region.quotes[place] if place < len(region.quotes) else None
    around = (
        "" if quote is None or quote.start - region.start != start else region.scene.text[quote.end - 2 : quote.end + 1]
    )
    before = region.masked[max(0, actor.start - 6) : actor.start]
    if not any(sign in ",;." for sign in around) or not re.search(r"[,;] (?:and |but )?$", before):
        return None
    told = region.speech.saying | region.speech.naming
    said = next((n for n, t in enumerate(tokens) if t.low in told and t.end < actor.start), None)
    if said is None or is_noun(region, tokens, said) or not region.actors_in(tokens[0].start, tokens[said].start):
        return None
    found = Found(actor.start, actor.end, speaker_of(actor))
    return given(region, found, actor.start, tokens[-1].end, Strength.DIRECT, "", 0.7)


def _owner(region: Region, tokens: list[Token], start: int) -> Attribution | None:
    """``Ash's "two years of fair weather" are over``: words in marks that somebody has are his."""
    owner = region.actor_before(start)
    if owner is None or not _OWNS.fullmatch(region.masked, owner.end, start) or owner.person.startswith("anon:"):
        return None
    found = Found(owner.start, owner.end, speaker_of(owner))
    return given(region, found, owner.start, tokens[-1].end, Strength.GOVERNING, "", 0.75)
