"""One event on two days that lie near each other.

Two days a few apart, both told of an event of one sort ("she struck", "the ship was lost"), are one event's, dated
differently, more often than two events; the more so where a claim asks for the day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Cause, Sourcebook
from ..words.calendars import MONTHS, ORDINALS
from ..words.edtf import days_between
from ..words.stems import stem
from .dates import EVENTS, SHORT_ANSWER, WRITTEN, asked_before, cause_of, events_of, phrased_events, words_beside
from .differences import Difference, Words, dates_apart
from .sayings import Pair, Saying, Sayings
from .settings import Settings

__all__ = ["differing_days"]

_APART = 4  # days
_STYLES = 16  # days, one and a stretch more than Old and New Style are apart
_YEAR = 366
_GREGORIAN, _ALL_GREGORIAN = 1583, 1924  # years in which both calendars were in use
_NEXT, _THING = 2, 5.0
_OF_DATES = frozenset(
    map(stem, (*MONTHS, *ORDINALS, "th", "st", "nd", "rd", "day", "night", "morning", "evening", "date"))
)
_ANSWERING = 2  # days from the one that a claim gives: where both accounts give such, they answer it
_BESIDE = 2  # claims
_WIDELY = 8  # claims, where both name the event
_ENTRY = re.compile(
    r"\b(?:under|dated|entered|entry for|entry of)\s+(?:the\s+)?(?:date of\s+)?(?:the\s+)?$", re.IGNORECASE
)
_NIGHT = re.compile(r"\b(?:night|evening|eve|dusk|midnight|dawn)\b", re.IGNORECASE)
_PRINTED = re.compile(rf"\d|\b(?:{'|'.join((*MONTHS, *ORDINALS))})\b", re.IGNORECASE)
_RULE = "both date one event, on days near each other"
_BACK = 2  # sentences from "that day" to the day
_LEAST = 2  # words that say something, of a sentence that is no heading


@dataclass(frozen=True, slots=True)
class _Day:
    saying: Saying
    start: int
    end: int
    edtf: str
    events: frozenset[str]
    night: bool  # "on the night of the 7th"
    written: bool  # the day on which something was written or said, or of a heading


def differing_days(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """What is told of two days near each other."""
    days = list(_read(book, sayings))
    asked: defaultdict[int, set[str]] = defaultdict(set)
    numbers = {claim.id: n for n, claim in enumerate(book.claims)}
    for dating in book.datings:
        if dating.record in numbers:
            asked[numbers[dating.record]].add(dating.edtf)
    own: defaultdict[str, set[str]] = defaultdict(set)
    for day in days:
        own[day.saying.record.id].add(day.edtf)
    for n, m in _near(days):
        one, other = days[n], days[m]
        if one.saying.record is other.saying.record:
            continue
        apart = days_between(one.edtf, other.edtf)
        calendars = _may_be_calendars(one, other, apart)
        if not apart or (apart > _APART and not calendars) or settings.clash(one.saying, other.saying):
            continue
        if not _is_of_year(settings, one, other) or not _is_of_year(settings, other, one):
            continue
        if any(not days_between(x, other.edtf) for x in own[one.saying.record.id]) or any(
            not days_between(one.edtf, x) for x in own[other.saying.record.id]
        ):
            continue
        pair = sayings.pair(one.saying, other.saying)
        if not calendars and not _is_one(asked, one, other) and not _tell_of_one_thing(sayings, pair, one, other):
            continue
        here, there = (Words(day.saying, day.start, day.end) for day in (one, other))
        cause = Cause.CALENDAR if calendars else cause_of(one.edtf, other.edtf)
        yield dates_apart(sayings, here, there, "the day", _RULE, base=0.5, per=80, most=0.75, cause=cause)


def _near(days: Sequence[_Day]) -> Iterator[tuple[int, int]]:
    """The numbers of days that few claims part, and few days of the year: no others are compared."""
    ahead: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    found: list[tuple[int, int]] = []
    for n, day in enumerate(days):
        at = _of_the_year(day.edtf)
        section = day.saying.section
        if section < 0 or at is None:
            continue
        for far in range(-_WIDELY, _WIDELY + 1):
            before = ahead.get(section + far)
            if before is None:
                continue
            reach = _APART + 1 if far else _STYLES
            if len(before) <= reach:
                near = [own for on, own in before.items() if (on - at + reach) % _YEAR <= 2 * reach]
            else:
                near = [before[on] for apart in range(-reach, reach + 1) if (on := (at + apart) % _YEAR) in before]
            for own in near:
                found += [(m, n) for m in own]
        ahead[section][at].append(n)
    yield from sorted(found)


def _of_the_year(edtf: str) -> int | None:
    """Which day of a leap year it is."""
    try:
        return date.fromisoformat("2000" + edtf[4:10]).timetuple().tm_yday
    except ValueError:
        return None


def _may_be_calendars(one: _Day, other: _Day, apart: int | None) -> bool:
    """Whether two days under one claim lie as far apart as Old and New Style do."""
    if one.written or other.written or one.saying.section != other.saying.section or one.saying.section < 0:
        return False
    years = [int(day.edtf[:4]) for day in (one, other) if day.edtf[:4].isdecimal()]
    if not years or not _GREGORIAN <= max(years) < _ALL_GREGORIAN:
        return False
    stretch = "/" in one.edtf or "/" in other.edtf  # "the night of the 7th to the 8th"
    gap = 10 + (max(years) >= 1700) + (max(years) >= 1800) + (max(years) >= 1900)
    return apart is not None and gap <= apart <= gap + stretch


def _tell_of_one_thing(sayings: Sayings, pair: Pair, one: _Day, other: _Day) -> bool:
    """Whether under one claim both sentences name a thing that few others do, on days next to each other."""
    if pair.distance or one.written or other.written or (days_between(one.edtf, other.edtf) or 9) > _NEXT:
        return False
    things = frozenset(f for f in pair.shared if f[0] != "@" and not f[0].isdecimal()) - _OF_DATES
    return sayings.weigh(things) >= _THING


def _read(book: Sourcebook, sayings: Sayings) -> Iterator[_Day]:
    months: dict[str, str] = {}  # the month told last in each account: "the 28th" is of it
    printed: dict[tuple[str, str], tuple[Saying, int, int]] = {}
    for dating in book.datings:
        own = sayings.of_record.get(dating.record)
        edtf = dating.edtf
        if edtf.startswith("XXXX-XX-") and dating.record in months:
            edtf = f"XXXX-{months[dating.record]}-{edtf[8:]}"
        elif edtf[5:7].isdecimal():
            months[dating.record] = edtf[5:7]
        if not own or days_between(edtf, edtf) is None:
            continue
        dated = sayings.dated(dating)
        if dated is None:
            continue
        saying, place = dated
        shown = (saying, place.start, place.end)
        if _PRINTED.search(saying.text, place.start, place.end):
            printed[dating.record, dating.edtf] = shown
        elif (dating.record, dating.edtf) in printed:
            shown = printed[dating.record, dating.edtf]  # "that day", "the same evening"
            if saying.number - shown[0].number > _BACK:
                continue
        else:
            continue
        telling = [t for t in saying.tokens if t.key and not place.start <= t.start < place.end]
        beside = {t.key for t in words_beside(saying, place.start, place.end)}
        events = frozenset(EVENTS[t.key] for t in telling if t.key in EVENTS and t.key in beside)
        events |= phrased_events(saying, place.start, place.end)
        if not events and len(saying.tokens) <= SHORT_ANSWER:
            events = events_of(asked_before(sayings, saying))
        night = bool(_NIGHT.search(saying.text[max(saying.start, place.start - 24) : place.end]))
        before = saying.text[max(saying.start, place.start - 40) : place.start]
        written = len(telling) < _LEAST or bool(beside & WRITTEN) or bool(_ENTRY.search(before))
        yield _Day(*shown, edtf, events, night, written)


def _is_of_year(settings: Settings, one: _Day, other: _Day) -> bool:
    """Whether a day that is printed without its year may be of the other's."""
    if one.edtf[0] != "X" or other.edtf[0] == "X":
        return True
    years = settings.years(one.saying)
    return not years or int(other.edtf[:4]) in years


def _are_beside(one: str, other: str) -> bool:
    apart = days_between(one, other)
    return apart is not None and 0 < apart <= _ANSWERING


def _is_one(asked: dict[int, set[str]], one: _Day, other: _Day) -> bool:
    a, b = one.saying, other.saying
    if a.section < 0 or b.section < 0 or one.written or other.written:
        return False
    far = abs(a.section - b.section)
    for first, second in ((one, other), (other, one)):
        for day in asked.get(first.saying.section, ()):
            # the claim asks for the day, this account answers it, and the other says what the claim says
            if far <= _BESIDE and days_between(day, second.edtf) == 0:
                return True
    if not far and any(_are_beside(day, one.edtf) and _are_beside(day, other.edtf) for day in asked.get(a.section, ())):
        return True
    if one.night and other.night and far <= _BESIDE:
        return True
    return bool(one.events & other.events) and far <= _WIDELY
