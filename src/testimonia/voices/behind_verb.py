"""The subject behind a verb, and where what begins at a place is closed: ``said the lawyer of the firm, Ash,``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.words.grammar import ADVERBIAL, DETERMINERS, NO_PHRASE, PREPOSITIONS
from testimonia.words.titles import is_title

from .phrases import called, of_another, phrase
from .pronouns import latter, meant_by, speaker_of
from .region import MASK, Found, Region
from .scene import Actor

__all__ = ["right_of", "sentence_end"]

_APPOSED = re.compile(r"(?:\b[A-Z]\.|[^,;:.!?]){0,60}, ")
_CLAUSE = re.compile(r"[,;:.!?\n](?:\s|$)|" + MASK)
_SENTENCE = re.compile(r"[.;:!?](?:\s|$)")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|([A-Z][a-z]{1,4}))$")


def sentence_end(region: Region, at: int, end: int) -> int:
    """Where what begins at ``at`` is closed by a point, colon or semicolon, ``end`` if nowhere before."""
    return next(_ends(region, _SENTENCE, at, end), end)


def _clause_end(region: Region, at: int, end: int) -> int:
    stop = next(_ends(region, _CLAUSE, at, end), end)
    return stop if stop > at + 1 else end


def _ends(region: Region, marks: re.Pattern[str], at: int, end: int) -> Iterator[int]:
    """Where the marks stand; the point of "Mrs." and of an initial ends nothing."""
    for found in marks.finditer(region.masked, at, end):
        short = _ABBREVIATED.search(region.masked, at, found.start()) if found.group()[0] == "." else None
        if short is None or (short.group(1) and not is_title(short.group(1))):
            yield found.start()


def _apposed(region: Region, at: int, end: int) -> Actor | None:
    """Who is named in commas behind what he is: "the lawyer of the firm, Ash,"."""
    named = _APPOSED.match(region.masked, at, end)
    actor = region.actor_at(named.end()) if named is not None else None
    if actor is not None and ":" in actor.person:
        return None  # "the pilot, a careful man,"
    closed = actor is not None and region.masked[actor.end : actor.end + 1] in (",", MASK, ".")
    return actor if closed else None


_SOME_OF = {
    **dict.fromkeys(("one", "another", "each", "either", "neither"), "anon"),
    **dict.fromkeys(("some", "several", "many", "most", "all", "two", "three", "half"), "group"),
}
_A_VOICE = re.compile(r"(?:a|another|one) voice(?: (?:in|at|from|on|behind|near) (?:the |his |her |my )?[a-z]+)?\b")
_SOME_FAR = 6  # words of "each of the three hundred"


def right_of(region: Region, at: int, end: int) -> Found | None:
    """Who is named right after a verb, or after "by": to the end of the clause, or to ``end``."""
    end = min(end, len(region.masked))
    stop = _clause_end(region, at, end)
    tokens = region.tokens_in(at, stop)
    if not tokens:
        return None
    first = tokens[0]
    if first.low in ("he", "she", "they", "i", "we", "you", "me", "us", "him", "them"):
        return meant_by(region, first)
    if first.low in ("latter", "former") or (len(tokens) > 1 and tokens[1].low in ("latter", "former")):
        return latter(region, first if first.low in ("latter", "former") else tokens[1])
    for actor in region.actors:
        if actor.start < at:
            continue
        if actor.start >= stop:
            break
        lead = region.tokens_in(at, actor.start)
        if lead and lead[0].low in DETERMINERS and ":" in actor.person and "," in region.masked[at : actor.start]:
            break  # "told by the pilot, a careful man,"
        if any(t.low in ("that", "which", "who") for t in lead):
            break  # "on behalf of the Company that Ash was paid"
        if len(lead) <= 8 and not any(t.low in PREPOSITIONS or t.low in region.speech.saying for t in lead):
            apposed = _apposed(region, actor.end, end) if ":" in actor.person else None
            if apposed is not None:
                return Found(actor.start, apposed.end, speaker_of(apposed))
            return Found(actor.start, actor.end, speaker_of(actor))
        break
    last = 0
    while last + 1 < len(tokens) and last < 5 and tokens[last + 1].low not in PREPOSITIONS | NO_PHRASE | ADVERBIAL:
        last += 1
    voice = _A_VOICE.match(region.masked, first.start, stop)
    if voice is not None:
        return called(first.start, voice.end(), region, "anon")  # "…," called a voice from the back
    if first.low in _SOME_OF and len(tokens) > 2 and tokens[1].low == "of":
        return called(first.start, tokens[min(len(tokens), _SOME_FAR) - 1].end, region, _SOME_OF[first.low])
    if first.low in DETERMINERS or first.word[0].isupper() or first.low in region.speech.groups:
        apposed = _apposed(region, tokens[last].end, end)
        if apposed is not None:
            return Found(first.start, apposed.end, speaker_of(apposed))  # "said the lawyer of the firm, Ash,"
        found = phrase(region, tokens[: last + 1], last)
        whole = of_another(region, tokens, last)
        if found is None or whole == last or not found.speaker.id.startswith("org:"):
            return found
        return called(found.start, tokens[whole].end, region, "org")
    return None
