"""Numbers of a claim against numbers of the same things in its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import PartKind, Span
from testimonia.words.amounts import read_number
from testimonia.words.speech import english_speech

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["disputed", "figures", "one_against_several", "one_of_several"]

_REACH = 4  # words from a number to what it counts
_NEAR = 0.25
_NEAR_LIVES = 0.08  # where both count lives, they seldom share another word
_NEAR_ONE = 0.35
_LIVES = frozenset("life lives soul souls dead deaths killed drowned perished casualties victims fatalities".split())
_NOT_COUNTED = frozenset("st nd rd th year years o'clock am pm days months weeks hours minutes".split())
_ARTICLE = 2  # words from "an" to the noun, with what describes it
_ONE = frozenset(("a", "an", "one"))
_PARTED = re.compile(r"[,;:]|\b(?:and|but)\b", re.IGNORECASE)
_WRONG = re.compile(
    r"\b(?:is|was|are|were|seems|being|puts?\s+it)\s+(?:much\s+|far\s+|a\s+little\s+)?(?:too\s+(?:great|high|low|many|few|small|"
    r"large|big|early|late)|(?:an?\s+)?(?:exaggerat\w+|overstat\w+|understat\w+|wrong|mistaken|misprint|error|mistake))\b",
    re.IGNORECASE,
)
_LINKS = frozenset("of the these those other more such".split())


def figures(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt counts the same things as the claim and never comes to the same number."""
    heading = exhibit.heading
    for part in heading.parts:
        value = read_number(part.text) if part.kind is PartKind.NUMBER else None
        if value is None:
            continue
        thing = _counted(heading.line, part.at)
        if thing is None:
            continue
        found = [
            (n, at, length, number)
            for n, line in enumerate(exhibit.lines)
            if thing in line.concepts or (thing == "=lives" and not _LIVES.isdisjoint(line.lows))
            for at, length, number in _numbers(line)
            if _counted(line, at + length - 1) == thing
        ]
        if not found or any(number == value for n, *_ in found for *_, number in _numbers(exhibit.lines[n])):
            continue  # "nine of them, of whom four fell" has the claim's four
        n, at, length, _ = max(found, key=lambda place: exhibit.near(place[0]))
        if exhibit.near(n) < (_NEAR_LIVES if thing == "=lives" else _NEAR) or exhibit.lines[n].is_question:
            continue
        line = exhibit.lines[n]
        yield Point(
            "figure",
            exhibit,
            Span(part.start, part.end),
            line.clause(at, length),
            line.place(at, length),
            max(0.5, exhibit.near(n)),
        )


def disputed(exhibit: Exhibit) -> Iterator[Point]:
    """The claim's own figure or year, in a sentence that has it for wrong: "the survey's 4,100 is too great"."""
    heading = exhibit.heading
    mine = {part.text.lower(): part for part in heading.parts if part.kind in (PartKind.NUMBER, PartKind.DATE)}
    if heading.is_topic or heading.is_denial or not mine:
        return
    for n, line in enumerate(exhibit.lines):
        word = None if line.low_forms.isdisjoint(mine) else next((w for w in line.words if w.low in mine), None)
        found = None if word is None or line.is_question else _WRONG.search(line.text, word.end, line.end)
        if word is None or found is None or exhibit.near(n) < _NEAR:
            continue
        if _PARTED.search(line.text[word.end : found.start()].lstrip(",; )")):
            continue
        part = mine[word.low]
        at = next(k for k, word in enumerate(line.words) if word.end > found.start())
        place = line.clause(at)
        yield Point(
            "disputed", exhibit, Span(part.start, part.end), place, Span(*found.span()), max(0.5, exhibit.near(n))
        )


def one_against_several(exhibit: Exhibit) -> Iterator[Point]:
    """Several where the claim has one of the same: "two night boats" under "THE NIGHT BOAT"."""
    line = exhibit.heading.line
    singles = {}
    for at in range(2, len(line.words)):
        kind, thing = line.words[at - 1 : at + 1]
        alone = not thing.low.endswith("s") and thing.person is None and kind.person is None
        if line.lows[at - 2] in ("the", "a", "an", "one") and kind.concept and thing.concept and alone:
            singles[kind.concept, thing.concept] = Span(line.words[at - 2].start, thing.end)
    if not singles:
        return
    for n, other in enumerate(exhibit.lines):
        if other.is_question or not any(thing in other.concepts for _, thing in singles):
            continue
        for at, length, number in _numbers(other):
            behind = [word.concept for word in other.words[at + length : at + length + 2]]
            claim = singles.get((behind[0], behind[-1])) if behind else None
            if claim is not None and number > 1 and exhibit.near(n) >= _NEAR:
                place, words = other.clause(at, length), other.place(at, length)
                yield Point("several", exhibit, claim, place, words, max(0.5, exhibit.near(n)))


def _numbers(line: Line) -> Iterator[tuple[int, int, float]]:
    """Each number of a sentence: its first word, how many words it takes, and what it is worth."""
    at = 0
    while at < len(line.lows):
        last = at
        while last < len(line.lows) and _is_number(line.lows, last):
            last += 1
        if last > at:
            number = read_number(" ".join(line.lows[at:last]))
            if number is not None and line.lows[at:last] != ["one"]:
                yield at, last - at, number
        at = max(last, at + 1)


def _is_number(lows: Sequence[str], at: int) -> bool:
    low = lows[at]
    if low == "and" and 0 < at < len(lows) - 1:
        return lows[at - 1] in ("hundred", "thousand") and _is_number(lows, at + 1)
    return (
        low[0].isalnum()
        and low not in ("a", "an", "of", "and", "half")
        and (low in ("hundred", "thousand", "million") or read_number(low) is not None)
    )


def _counted(line: Line, at: int) -> str | None:
    """What a number counts: the first telling word behind it."""
    for place in range(at + 1, min(at + 1 + _REACH, len(line.words))):
        low = line.lows[place]
        if low in _LIVES:
            return "=lives"
        if low in _NOT_COUNTED or not low[0].isalpha():
            return None
        if line.words[place].concept and read_number(low) is None:
            return line.words[place].concept
        if low not in _LINKS and read_number(low) is None:
            return None
    return None


def one_of_several(exhibit: Exhibit) -> Iterator[Point]:
    """One man's words where the claim lets several speak: "a banker" under "BANKERS SAY"."""
    heading = exhibit.heading
    if exhibit.among > 1:
        return
    for assertion in heading.assertions:
        where = heading.place_of(assertion.span)
        for word in heading.line.words:
            if not where.start <= word.start < where.end or word.low not in assertion.speaker_name.lower().split():
                continue
            one = _singular(word.low)
            if one is None or not english_speech().is_human(word.low):
                continue
            found = _ones(exhibit, one)
            if found is not None and exhibit.near(found[0]) >= _NEAR_ONE:
                n, at, length = found
                line = exhibit.lines[n]
                place, words = line.clause(at, length), line.place(at, length)
                yield Point("one", exhibit, Span(word.start, word.end), place, words, max(0.5, exhibit.near(n)))
                return


def _singular(low: str) -> str | None:
    """The one of several: "bankers", "seamen"."""
    if low.endswith("men"):
        return low[:-2] + "an"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else None


def _ones(exhibit: Exhibit, one: str) -> tuple[int, int, int] | None:
    """The first place where "a" or "one" stands before the noun; none where the excerpt tells of several."""
    found = None
    for n, line in enumerate(exhibit.lines):
        for at, low in enumerate(line.lows):
            if low != one and _singular(low) != one:
                continue
            before = next((k for k in range(at - 1, max(-1, at - 1 - _ARTICLE), -1) if line.lows[k] in _ONE), None)
            if before is None:
                if low != one:
                    return None
            elif found is None:
                found = (n, before, at - before + 1)
    return found
