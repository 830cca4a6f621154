"""Numbers of a claim against numbers of the same things in its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.model import PartKind, Span
from testimonia.words.amounts import read_number

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["figures"]

_REACH = 4  # words from a number to what it counts
_NEAR = 0.15
_LIVES = frozenset("life lives soul souls dead deaths killed drowned perished casualties victims fatalities".split())
_NOT_COUNTED = frozenset("st nd rd th year years o'clock am pm days months weeks hours minutes".split())
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
        if not found or any(number == value for *_, number in found):
            continue
        n, at, length, _ = max(found, key=lambda place: exhibit.near(place[0]))
        if exhibit.near(n) < _NEAR or exhibit.lines[n].is_question:
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
