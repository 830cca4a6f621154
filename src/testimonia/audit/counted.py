"""How many a claim counts against how many its evidence counts of the same, in whatever words.

Where a claim counts something, an account under it that counts the same and never comes to that number answers it:
"nine carts went off with salt" under "ELEVEN SALT CARTS CARRIED IT". Deaths are counted in two ways, "412 people died"
and "the deaths were 412".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from testimonia.model import PartKind, Span
from testimonia.words.amounts import read_number
from testimonia.words.bare_counts import find_bare, is_of_the_whole
from testimonia.words.counts import Count, find_counts, find_deaths
from testimonia.words.letters import small
from testimonia.words.sames import set_of
from testimonia.words.sorts import DEAD, sort_of
from testimonia.words.stems import stem

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["another_count"]

_RATIO = 30.0  # one number so many times the other: something else is counted
_NEAR = 0.15
_BEHIND = 3  # words from "900 miners" to what became of them
_NOT_THINGS = frozenset(("money", "time", "times", "share", "length", "weight", "area", "volume", "power", "speed"))
_PEOPLE = frozenset(("people", "", *map(stem, ("bodies", "corpses", "coffins"))))
_PART = re.compile(
    r"\b(?:other|another|remaining|these|those|first|last|further|more|each|every|of the|all)\s+$", re.IGNORECASE
)
_OF_WHOM = re.compile(r"\b(?:of|among)\s+(?:whom|which|them)\s*,?\s*$", re.IGNORECASE)
_LEAST = re.compile(r"(?:more than|over|at least|upwards of|no (?:less|fewer) than)\b", re.IGNORECASE)
_MOST = re.compile(r"(?:less than|fewer than|under|at most|up to|no more than)\b", re.IGNORECASE)
_NUMBER = r"\d[\d,]*|(?:[a-z]+(?:-|\s+(?:and\s+)?)){0,4}?(?:[a-z]+)"
_COUNTED = re.compile(
    r"\b(?:(?:I|we|he|she|they)\s+(?:have\s+|had\s+)?(?:counted|reckoned|numbered|made\s+(?:it|them))|there\s+were|"
    r"there\s+was(?=\s+(?:(?:only|but|just)\s+)?one\b))\s+"
    rf"(?:only\s+|but\s+|just\s+|about\s+)?(?P<much>{_NUMBER})"
    r"(?=[,.;:]|\s+(?:of\s+(?:them|us)|short|missing|gone|wanting|in\s+all|altogether|all\s+told)\b)",
    re.IGNORECASE,
)
_TOTAL = re.compile(  # "the number of lamps was 38", "we had come to 126", "hardly fewer than 140"
    r"(?:\b(?:the|their|a|his|her|our)\s+(?:\w+\s+)??(?:number|figure|total|count|toll|reckoning)\b[^.;:!?]{0,50}?\s"
    r"(?:was|is|were|stands\s+at|stood\s+at|came\s+to|comes\s+to|seems\s+to\s+(?:be|have\s+been))"
    r"|\b(?:had|have|has)\s+(?:come|got)\s+to|\b(?:can|could)\s+(?:hardly|scarcely)\s+(?:have\s+been|be)"
    r"(?=\s+(?:fewer|less|more))|\bput\s+(?:it|them|the\s+(?:number|figure|total|dead|loss))\s+at)"
    r"\s+(?:(?:about|some|nearly|only|but|fewer\s+than|less\s+than|more\s+than|at\s+least|at\s+most)\s+)*"
    rf"(?P<much>{_NUMBER})(?=[,.;:]|\s+(?:of\s+(?:them|us|whom)|when|in\s+all|all\s+told|dead|killed|men|people|persons|souls)\b)",
    re.IGNORECASE,
)
_BRIEF = 4  # sentences of an excerpt that counts one thing
_BESIDE = 2  # sentences off in which lives are spoken of
_BURYING = frozenset(
    "fell fallen coffin coffins grave graves buried burying burial burials cemetery churchyard mortuary".split()
)
_ONE = re.compile(r"\b(?:one|a\s+single)\s+(man|woman|person|[^\W\d_]{3,})\b", re.IGNORECASE)
_ANYBODY = frozenset(("man", "woman", "person", "boy", "girl"))


def another_count(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt counts what the claim counts and never comes to its number."""
    heading = exhibit.heading
    if not any(part.kind is PartKind.NUMBER for part in heading.parts):
        return
    asked = [count for count in find_counts(small(heading.text)) if count.kind not in _NOT_THINGS]
    if heading.is_topic or len(asked) != 1 or not asked[0].noun:
        return
    own = _open(asked[0])
    behind = heading.text[own.head :].lower().split()[:_BEHIND]
    dead = own.kind in ("persons", "things") and any(set_of(low) == "lost" for low in behind)
    sort = DEAD if dead else sort_of(own.noun)
    found = list(_counts(exhibit, sort))
    by_number = not found
    if by_number:
        found = list(_bare(exhibit))
    if any(_agree(own, count) for _, count in found):
        return
    found = [pair for pair in found if max(own.low, pair[1].low) <= _RATIO * max(min(own.low, pair[1].low), 1.0)]
    if not found:
        return
    n, count = max(found, key=lambda pair: (exhibit.near(pair[0]), pair[1].low))  # "38, of whom three were pilots"
    line = exhibit.lines[n]
    if line.is_question or (exhibit.near(n) < _NEAR and sort != DEAD and not by_number):
        return
    if own.low == sum(told.low for told in find_bare(exhibit.record.text, line.start, line.end)):
        return  # "they buried thirty-nine, and two were never found" are forty-one
    yield Point("figure", exhibit, own.span, _around(line, count.span), count.span, max(0.5, exhibit.near(n)))


def _counts(exhibit: Exhibit, sort: str) -> Iterator[tuple[int, Count]]:
    """The counts of one sort, each with the number of its sentence."""
    text = exhibit.record.text
    for n, line in enumerate(exhibit.lines):
        for count in find_counts(text, line.start, line.end):
            told = sort_of(count.noun)
            if sort == DEAD and is_of_the_whole(text, count):
                continue  # "nine of them, of whom four fell"
            lost = sort == DEAD and told in _PEOPLE and _speaks_of_lives(exhibit, n, count.noun != "")
            if (told == sort or lost) and not (
                _PART.search(text, max(line.start, count.span.start - 12), count.span.start)
                or _OF_WHOM.search(text, max(line.start, count.span.start - 24), count.span.start)
            ):
                yield n, count
        if sort == DEAD:
            yield from ((n, count) for count in find_deaths(text, line.start, line.end))
            if _speaks_of_lives(exhibit, n, True):
                yield from ((n, count) for count in _totals(text, line))
            continue
        for match in _ONE.finditer(text, line.start, line.end):
            noun = match[1].lower()
            beside = noun in _ANYBODY and any(sort_of(stem(low)) == sort for low in line.lows)
            if beside or sort_of(stem(noun)) == sort:
                yield n, Count(Span(*match.span()), match.group(), 1.0, 1.0, sort, "things")


def _speaks_of_lives(exhibit: Exhibit, n: int, near_by: bool) -> bool:
    """Whether a sentence speaks of lives that were lost, or one close to it does."""
    reach = _BESIDE if near_by else 0
    lines = exhibit.lines[max(0, n - reach) : n + reach + 1]
    return any(
        not line.low_forms.isdisjoint(_BURYING) or any(set_of(low) == "lost" for low in line.low_forms)
        for line in lines
    )


def _totals(text: str, line: Line) -> Iterator[Count]:
    """Numbers that are told as a number: "the real number stood at about forty"."""
    for found in _TOTAL.finditer(text, line.start, line.end):
        value = read_number(found["much"].lower())
        if value is not None and value > 1:
            yield Count(Span(*found.span("much")), found["much"], value, value, "", "bare")


def _bare(exhibit: Exhibit) -> Iterator[tuple[int, Count]]:
    """A number of a short excerpt that somebody came to by counting: "I counted sixty-two"."""
    if len(exhibit.lines) > _BRIEF:
        return
    for found in _COUNTED.finditer(exhibit.record.text):
        value = read_number(found["much"].lower())
        n = exhibit.line_at(found.start())
        if value is not None and n is not None:
            yield n, Count(Span(*found.span("much")), found["much"], value, value, "", "bare")


def _open(count: Count) -> Count:
    """The count, without end where only its least is told, and from nothing on where only its most is."""
    if _LEAST.match(count.words):
        return replace(count, high=inf)
    return replace(count, low=0.0) if _MOST.match(count.words) else count


def _around(line: Line, place: Span) -> Span:
    """The sentence from a little before a place to a little behind it."""
    return Span(max(line.start, place.start - 80), max(place.end, min(line.end, place.end + 80)))


def _agree(one: Count, other: Count) -> bool:
    return one.low <= other.high and other.low <= one.high
