"""The day, the sum and the whole of a claim against what its evidence tells of them.

A claim that prints one day asks for it, and an account under it that tells of a day near by and never of that one
answers otherwise. So with a sum of money that was paid, and with all of something where the account tells of a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import PartKind, Span
from testimonia.words.clocks import find_clocks
from testimonia.words.counts import Count, find_counts
from testimonia.words.edtf import days_between
from testimonia.words.letters import small
from testimonia.words.sames import set_of
from testimonia.words.stems import stem

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["another_day", "another_hour", "another_sum", "another_year", "not_all"]

_APART = 4  # days: further off, something else is told
_NEAR_DAY = 0.1
_SHORT = 3  # sentences of an excerpt that tells of little else
_LEAST = 3  # words that say something, of a sentence that is no heading of a letter
_FEW = 2  # sums in an account: of more, each is another thing's
_RATIO = 20.0
_HAD = frozenset("had got took taken drew accepted pocketed".split())
_MONEY = frozenset(
    map(
        stem,
        "pounds guineas dollars francs marks roubles rubles pesos crowns kroner lire liras florins taels shillings "
        "sovereigns gulden thalers pesetas yen piastres rupees kopecks cents pence".split(),
    )
)
_FOR_IT = re.compile(r"\bfor\s+(?:it|him|her|them|the|a|an|his|her|their)\b(?!\s+\w+ing\b)", re.IGNORECASE)
_PRICED = frozenset("bought sold cost costs price priced fetched worth cheque cash asked offered".split())
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_IN_YEAR = re.compile(
    r"\b(?:in|of|since|during)\s+(?:the\s+)?(?:(?:early|late|spring|summer|autumn|fall|winter)\s+(?:of\s+|in\s+)?)?(1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_YEARS_OFF = 3
_NEAR_SUM = 5.0  # one sum so many times the other, where no word of paying stands beside
_THING = r"(?:\w+\s+)??{}\w+(?:s|men|people|children))"  # what is counted, a word that describes it left out
_ALL = re.compile(
    r"\b(?:all(?:\s+of)?(?:\s+the)?|every\s+one\s+of\s+the|each\s+of\s+the)\s+" + _THING.format("(") + r"\b",
    re.IGNORECASE,
)
_COUNT = r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|half|a\s+few|several)"
_PART = re.compile(
    rf"\b(?:of\s+(?:the\s+)?{_THING.format('(?P<whole>')}\s+(?P<part>{_COUNT})"
    rf"|(?P<some>{_COUNT})\s+of\s+the\s+{_THING.format('(?P<of>')})\b",
    re.IGNORECASE,
)
_NEAR = 0.2
_ORDINAL = re.compile(r"\bthe\s+(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|century|chapter|paragraph)\b)", re.IGNORECASE)
_HAS_HOUR = frozenset(("midnight", "noon"))
_HALF_DAY = 720
_SAME_HOUR = 30  # minutes
_BOUND = re.compile(r"\b(before|by|until|till|after)\s+$", re.IGNORECASE)
_UNTIL = frozenset("before by until till".split())
_NEAR_EVENT = 0.45  # how much of the claim a sentence must tell to be of the same event
_OVER = 180  # minutes behind a bound: later, it may be the other half of the day
_TWELVE = re.compile(r"\b(?:midnight|noon)\b", re.IGNORECASE)


def another_day(exhibit: Exhibit) -> Iterator[Point]:
    """Where the claim prints a day and the excerpt another one near by, and never that one."""
    asked = [dating for dating in exhibit.asked if days_between(dating.edtf, dating.edtf) == 0]
    if len(asked) != 1:
        return
    told = [
        (apart, dating) for dating in exhibit.datings if (apart := days_between(asked[0].edtf, dating.edtf)) is not None
    ]
    if any(not apart for apart, _ in told):
        return
    claim = exhibit.heading.record.source.text_span(asked[0].span)  # type: ignore[union-attr]
    for apart, dating in sorted(told, key=lambda pair: pair[0]):
        place = exhibit.record.source.text_span(dating.span)  # type: ignore[union-attr]
        line = _line_at(exhibit, place)
        if apart > _APART or place is None or claim is None or line is None or len(line[1].concepts) < _LEAST:
            continue
        if exhibit.near(line[0]) < _NEAR_DAY and len(exhibit.lines) > _SHORT:
            continue
        if any(c.isdecimal() for c in place.cut(exhibit.record.text)):
            yield Point("day", exhibit, claim, _around(line[1], place), place, max(0.5, exhibit.near(line[0])))
            return
    if claim is not None:
        yield from _another_ordinal(exhibit, claim)


def _another_ordinal(exhibit: Exhibit, claim: Span) -> Iterator[Point]:
    """A day that is told by its number alone: "they had left yesterday, the 28th"."""
    asked = re.search(r"(?<!\d)\d{1,2}(?!\d)", claim.cut(exhibit.heading.text))
    text = exhibit.record.text
    if asked is None or re.search(rf"(?<!\d){asked[0]}(?:st|nd|rd|th)?(?!\d)", text):
        return
    for found in _ORDINAL.finditer(text):
        place = Span(*found.span())
        line = _line_at(exhibit, place)
        if line is not None and 0 < abs(int(found[1]) - int(asked[0])) <= _APART and not line[1].is_question:
            yield Point("day", exhibit, claim, _around(line[1], place), place, max(0.5, exhibit.near(line[0])))
            return


def another_hour(exhibit: Exhibit) -> Iterator[Point]:
    """Where the claim prints an hour, and the excerpt one or more others in a sentence of its matter."""
    heading = exhibit.heading
    text = exhibit.record.text
    if _HAS_HOUR.isdisjoint(heading.line.lows) and not any(part.kind is PartKind.NUMBER for part in heading.parts):
        return
    asked = list(_hours(small(heading.text), 0, len(heading.text)))
    if len(asked) != 1 or heading.is_topic:
        return
    told = list(_hours(text, 0, len(text)))
    bound = _BOUND.search(heading.text, 0, asked[0][0].start)
    if bound is not None:
        yield from _out_of_bounds(exhibit, Span(bound.start(), asked[0][0].end), bound[1].lower(), asked[0][1], told)
        return
    if not told or any(_apart(asked[0][1], minute) <= _SAME_HOUR for _, minute in told):
        return
    if heading.share(exhibit.concepts) < _NEAR:
        return
    for place, _minute in told:
        line = _line_at(exhibit, place)
        if line is not None and not line[1].is_question and len(told) <= _FEW:
            yield Point("hour", exhibit, asked[0][0], _around(line[1], place), place, max(0.5, exhibit.near(line[0])))
            return


def _out_of_bounds(
    exhibit: Exhibit, claim: Span, word: str, bound: int, told: list[tuple[Span, int]]
) -> Iterator[Point]:
    """An hour on the other side of one that the claim sets: "a quarter past nine" under "BEFORE NINE"."""
    overs = [(minute - bound if word in _UNTIL else bound - minute) % _HALF_DAY for _, minute in told]
    if not all(0 < over <= _OVER for over in overs):
        return  # an hour within it is told too
    for place, _ in told:
        line = _line_at(exhibit, place)
        if line is not None and not line[1].is_question and exhibit.near(line[0]) >= _NEAR_EVENT:
            yield Point("hour", exhibit, claim, _around(line[1], place), place, max(0.5, exhibit.near(line[0])))
            return


def _hours(text: str, start: int, end: int) -> Iterator[tuple[Span, int]]:
    """The times of day of a stretch, as minutes of half a day."""
    clocks = list(find_clocks(text, start, end))
    for clock in clocks:
        yield clock.span, clock.minute % _HALF_DAY
    for found in _TWELVE.finditer(text, start, end):
        place = Span(*found.span())
        if not any(clock.span.overlaps(place) for clock in clocks):
            yield place, 0


def _apart(one: int, other: int) -> int:
    return min((one - other) % _HALF_DAY, (other - one) % _HALF_DAY)


def another_sum(exhibit: Exhibit) -> Iterator[Point]:
    """Where the claim tells of a sum that was paid and the excerpt of another one, and never of that one."""
    text = exhibit.heading.text
    if _MONEY.isdisjoint(map(stem, exhibit.heading.line.lows)) and not any(mark in text for mark in "£$€¥"):
        return
    asked = [count for count in find_counts(small(text)) if count.kind == "money"]
    if len(asked) != 1 or exhibit.heading.is_topic:
        return
    sums = [count for count in find_counts(exhibit.record.text) if count.kind == "money"]
    if any(_agree(asked[0], count) for count in sums):
        return
    paid = "paid" in {set_of(word) for word in text.lower().split()}
    found = next(_another_payment(exhibit, asked[0], sums), None) if paid and len(sums) <= _FEW else None
    if found is None and len(sums) <= _FEW and _FOR_IT.search(text):
        found = next(_another_price(exhibit, asked[0], sums), None)
    if found is not None:
        yield found


def _another_payment(exhibit: Exhibit, asked: Count, sums: list[Count]) -> Iterator[Point]:
    """A sum in the money of the claim, beside a word of paying or of having."""
    for count in sums:
        line = _line_at(exhibit, count.span)
        low, high = sorted((asked.low, count.low))
        if count.noun != asked.noun or line is None or high > _RATIO * max(low, 1e-9):
            continue
        told = any(set_of(word) == "paid" for word in line[1].lows)
        if told or (len(sums) == 1 and high <= _NEAR_SUM * low and _was_had(exhibit, line[1])):
            claim = Span(asked.span.start, asked.span.end)
            weight = max(0.5, exhibit.near(line[0]))
            yield Point("sum", exhibit, claim, _around(line[1], count.span), count.span, weight)


def _another_price(exhibit: Exhibit, asked: Count, sums: list[Count]) -> Iterator[Point]:
    """What something was had for, in the money of the claim or in another."""
    places = ((count, line) for count in sums if (line := _line_at(exhibit, count.span)) is not None)
    near = [
        (exhibit.near(line[0]), count, line[1])
        for count, line in places
        if not line[1].is_question and _tells_price(line[1])
    ]
    if not near:
        return
    weight, count, sentence = max(near, key=lambda one: one[0])
    low, high = sorted((asked.low, count.low))
    if weight >= _NEAR and (count.noun != asked.noun or high <= _NEAR_SUM * max(low, 1e-9)):
        claim = Span(asked.span.start, asked.span.end)
        yield Point("sum", exhibit, claim, _around(sentence, count.span), count.span, max(0.5, weight))


def _tells_price(line: Line) -> bool:
    """Whether a sentence tells what something was had for."""
    if _FOR_IT.search(line.text, line.start, line.end):
        return True
    return any(set_of(low) == "paid" or low in _PRICED for low in line.lows)


def another_year(exhibit: Exhibit) -> Iterator[Point]:
    """Where the claim puts it in a year, and the excerpt in one near by and never in that: "in the autumn of 1871"."""
    heading = exhibit.heading
    asked = list(_IN_YEAR.finditer(heading.text))
    text = exhibit.record.text
    if len(asked) != 1 or heading.is_topic:
        return
    year = asked[0][1]
    if len(_YEAR.findall(heading.text)) != 1 or year in text or any(mark + year[2:] in text for mark in "'’"):
        return
    told = {found[1] for found in _YEAR.finditer(text)}
    if len(told) != 1 or any(dating.edtf.startswith(year) for dating in exhibit.datings):
        return
    for found in _IN_YEAR.finditer(text):
        place = Span(*found.span())
        line = _line_at(exhibit, place)
        near = abs(int(found[1]) - int(year)) <= _YEARS_OFF
        if near and line is not None and not line[1].is_question and exhibit.near(line[0]) >= _NEAR_EVENT:
            claim = Span(*asked[0].span())
            yield Point("day", exhibit, claim, _around(line[1], place), place, max(0.5, exhibit.near(line[0])))
            return


def _was_had(exhibit: Exhibit, line: Line) -> bool:
    """Whether somebody had what is told of, in a sentence that names one of those whom the claim names."""
    named = {"@" + person for person in exhibit.heading.persons}
    return not named.isdisjoint(line.concepts) and not _HAD.isdisjoint(line.lows)


def not_all(exhibit: Exhibit) -> Iterator[Point]:
    """Where the claim says a thing of all and the excerpt counts a part of them."""
    found = _ALL.search(exhibit.heading.text)
    if found is None:
        return
    thing = stem(found[1].lower())
    for part in _PART.finditer(exhibit.record.text):
        whole = part["whole"] or part["of"]
        place = Span(part.start(), part.end())
        line = _line_at(exhibit, place)
        if stem(whole.lower()) == thing and line is not None and exhibit.near(line[0]) >= _NEAR:
            weight = max(0.5, exhibit.near(line[0]))
            yield Point("part", exhibit, Span(found.start(), found.end()), _around(line[1], place), place, weight)
            return


def _line_at(exhibit: Exhibit, place: Span | None) -> tuple[int, Line] | None:
    """The sentence that a place stands in, and its number."""
    if place is None:
        return None
    return next(((n, line) for n, line in enumerate(exhibit.lines) if line.start <= place.start < line.end), None)


def _around(line: Line, place: Span) -> Span:
    """The sentence from a little before a place to a little behind it."""
    return Span(max(line.start, place.start - 80), max(place.end, min(line.end, place.end + 80)))


def _agree(one: Count, other: Count) -> bool:
    return one.low <= other.high and other.low <= one.high
