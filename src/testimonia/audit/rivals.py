"""How it came about otherwise: a word for another course of things, "resigned" under "DISMISSED", or another doer.

The pairs of words are data (``vocabulary.toml``, ``rivals``). A doer is another where a sentence says "it was the cook
who" of somebody whom the claim does not name, in words of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Mode, Span

from .contexts import is_of_others, is_supposed
from .denied import clause_around
from .exhibits import Exhibit, Point
from .headings import Heading, Part
from .lines import Line
from .sides import is_of_somebody_else
from .vocabulary import beginnings_against, rivals_of, sides_in

__all__ = ["another_course", "another_doer"]

_IT_WAS = re.compile(
    r"\b[Ii]t\s+(?:was|is|had\s+been)\s+(?P<who>(?:(?:the|a|an|my|our|his|her|their|one\s+of\s+(?:the|his|her|their|my))\s+)"
    r"(?:[^\W\d_][\w’'.-]*\s+){1,3}?|(?:[A-Z][\w’'.-]*\s+){1,4})who\b"
)
_CLAUSE = 4  # words from "that" to what is said of anything of a sort
_NEAR_DOER = 0.2
_AGAIN = frozenset(("again", "anew", "afresh"))
_HIS = frozenset("his her their my our its a the".split())
_GIVEN = frozenset("way evidence birth rise place chase ear notice thanks heed vent shout cry start nod".split())
_THROWING = frozenset("threw throw throws thrown".split())
_THROWN = frozenset("glance glances look looks light doubt suspicion party up off".split())
_IDIOMS = {  # a rival word that is none before these
    **dict.fromkeys(("gave", "give", "gives"), _GIVEN | {"up", "in"}),
    "given": _GIVEN,
    "lost": frozenset("temper way heart count interest patience nerve consciousness sight touch".split()),
    "lent": frozenset("hand ear weight colour color support".split()),
    "sold": frozenset(("out",)),
    "broke": frozenset("out into silence news step ranks camp".split()),
    "broken": frozenset("out into".split()),
    "carried": frozenset("on out unanimously".split()),
}
_BRIEF = 3  # sentences of an excerpt that speaks of little else
_TRANSFERS = frozenset("gave given lent sold bought hired rented wrote written".split())
_OBJECT = 5  # words behind a verb in which it is said that there was no such thing, or that it came back
_NO_SUCH = frozenset(("no", "none", "nothing", "neither", "back"))  # "gave him no key", "gave it back"


def another_course(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt has the rival word of one of the claim's, and never the claim's own."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    text = exhibit.record.text
    for part, rows in heading.sides:
        if not any(begins in text for begins in beginnings_against(rows)):
            continue
        for n, line in enumerate(exhibit.lines):
            at = (
                None
                if line.is_question
                else next(
                    (k for k, low in enumerate(line.lows) if rows & rivals_of(low) and not _is_idiom(line, k)), None
                )
            )
            if at is None or line.is_denied(at) or is_supposed(line, at) or is_of_others(line, at):
                continue
            if _is_general(line, at) or _is_again(part.text, line, at) or _is_of_nothing(line, at):
                continue
            against = rows & rivals_of(line.lows[at])
            if any(against & sides_in(low) for other in _of_one_mouth(exhibit, line) for low in other.low_forms):
                continue
            place = line.clause(at)
            if is_of_somebody_else(exhibit, line, place):
                continue
            yield Point("rival", exhibit, Span(part.start, part.end), place, line.place(at), max(0.4, exhibit.near(n)))
            break


def _of_one_mouth(exhibit: Exhibit, line: Line) -> Iterator[Line]:
    """The sentences of an excerpt, without those that another than the speaker of one of them has in a transcript."""
    if not any(voice.mode is Mode.TURN for voice in exhibit.voices):
        yield from exhibit.lines
        return
    own = exhibit.voice_at(exhibit.record.place(line.start, line.start + 1).start)
    for other in exhibit.lines:
        voice = exhibit.voice_at(exhibit.record.place(other.start, other.start + 1).start)
        if own is None or voice is None or voice.speaker == own.speaker:
            yield other


def _is_again(claimed: str, line: Line, at: int) -> bool:
    """Whether "again" makes the claim's own word of it: "built again" under "REBUILT"."""
    return claimed.lower().startswith("re") and not _AGAIN.isdisjoint(line.lows[at : at + _CLAUSE])


def _is_idiom(line: Line, at: int) -> bool:
    """Whether the next words make something else of it: "the ship gave way", "she lost her temper"."""
    behind = [low for low in line.lows[at + 1 : at + 3] if low not in _HIS]
    if line.lows[at] in _THROWING:
        return not _THROWN.isdisjoint(line.lows[at + 1 : at + 1 + _OBJECT])  # "threw her a long look"
    return bool(behind) and behind[0] in _IDIOMS.get(line.lows[at], ())


def _is_of_nothing(line: Line, at: int) -> bool:
    """Whether a transfer was none or was undone, by the words behind it in its clause."""
    if line.lows[at] not in _TRANSFERS:
        return False
    stop = line.clause(at).end
    return any(
        word.start < stop and low in _NO_SUCH
        for word, low in zip(line.words[at + 1 : at + 1 + _OBJECT], line.lows[at + 1 : at + 1 + _OBJECT], strict=True)
    )


def _is_general(line: Line, at: int) -> bool:
    """Whether it is said of any thing of a sort: "a lamp that has smoked has a black glass"."""
    that = next((k for k in range(at - 1, max(1, at - _CLAUSE), -1) if line.lows[k] in ("that", "which")), None)
    return that is not None and not {"a", "an", "any", "every"}.isdisjoint(line.lows[that - 2 : that])


def another_doer(exhibit: Exhibit) -> Iterator[Point]:
    """ "It was the sexton who put them on the fire", where the claim lets another do it."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or heading.is_unproved:
        return
    doer = _doer(heading)
    if doer is None or " who " not in exhibit.record.text:
        return
    brief = len(exhibit.lines) <= _BRIEF
    for found in _IT_WAS.finditer(exhibit.record.text):
        n = exhibit.line_at(found.start())
        if n is None:
            continue
        line = exhibit.lines[n]
        if found.end() > line.end or line.is_question or (exhibit.near(n) < _NEAR_DOER and not brief):
            continue
        who = Span(*found.span("who"))
        if _is_named(heading, line, who) or exhibit.is_told_outright:
            continue
        behind = {word.concept for word in line.words if word.start >= found.end()}
        if not any(c in behind for c in heading.weights if not c.startswith("@")):
            continue
        words = Span(*found.span())
        claim = Span(doer.start, doer.end)
        yield Point("doer", exhibit, claim, clause_around(line, words), words, exhibit.near(n))


def _doer(heading: Heading) -> Part | None:
    """The first part of a claim, of which it says something."""
    return next((part for part in heading.parts if part.weight), None)


def _is_named(heading: Heading, line: Line, who: Span) -> bool:
    """Whether whoever did it is one of those or of that which the claim names."""
    inside = [word for word in line.words if who.start <= word.start < who.end]
    return any(word.concept in heading.weights for word in inside if word.concept)
