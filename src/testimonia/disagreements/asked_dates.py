"""When it was by the answer to "When …?", where the claim dates it and another account bears the claim out.

Under "The clerk knew of it in April" an account that has the 9th of April bears the claim out, and one in which
somebody is asked "When did you first know?" and says "On the 12th of June" does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Sourcebook
from ..words.calendars import MONTHS
from ..words.doings import doing_of
from .dates import cause_of, differ
from .differences import Difference, Words, dates_apart
from .sayings import Saying, Sayings

__all__ = ["differing_asked_dates"]

_WHEN = re.compile(r"\b(?:when|(?:on|in)\s+what\s+(?:day|date|month|year))\b[^?]*\?", re.IGNORECASE)
_MONTH = re.compile(r"\b(?i:in|of|during|since|by)\s+([A-Z][^\W\d_]{2,})\b")  # "in April", which dates nothing alone
_BEGINS = 60  # code points from the beginning of an answer to its date
_FIRST = re.compile(r"\b(?:first|not\s+until|not\s+before|only)\b[^.;:?]*$", re.IGNORECASE)
_RULE = "asked when, one account dates it otherwise than the claim, which another bears out"
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Date:
    saying: Saying
    edtf: str
    start: int
    end: int
    answers: bool


def differing_asked_dates(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Dates that answer "when", beside those of the claim's own time."""
    asked: defaultdict[int, list[str]] = defaultdict(list)
    numbers = {claim.id: number for number, claim in enumerate(book.claims)}
    for dating in book.datings:
        if dating.record in numbers:
            asked[numbers[dating.record]].append(dating.edtf)
    for number, claim in enumerate(book.claims):
        months = [MONTHS[found[1].lower()] for found in _MONTH.finditer(claim.text) if found[1].lower() in MONTHS]
        if number not in asked and len(months) == 1:
            asked[number].append(f"XXXX-{months[0]:02}")
    told: defaultdict[int, list[_Date]] = defaultdict(list)
    for date in _read(book, sayings, asked):
        told[date.saying.section].append(date)
    for section, dates in told.items():
        claimed = asked[section][0]
        own = dates[:_MOST]
        answers = [date for date in own if date.answers and _is_of_another_time(date.edtf, claimed)]
        records = {answer.saying.record.id for answer in answers}  # what these have besides bears nothing out
        borne = [date for date in own if date.saying.record.id not in records and _accords(date.edtf, claimed)]
        for answer in answers:
            for other in borne:
                if differ(answer.edtf, other.edtf):
                    here, there = (Words(date.saying, date.start, date.end) for date in (answer, other))
                    cause = cause_of(answer.edtf, other.edtf)
                    yield dates_apart(sayings, here, there, "when it was", _RULE, base=0.55, per=80, cause=cause)


def _accords(date: str, claimed: str) -> bool:
    """Whether a date is the claimed one or lies in it, an unsaid year being any."""
    one, other = date.rstrip("~?%").split("-"), claimed.rstrip("~?%").split("-")
    if len(one) < len(other) or not all(part.isdecimal() or "X" in part for part in (*one, *other)):
        return False
    return all("X" in part + own or part == own for part, own in zip(other, one, strict=False)) and any(
        part == own for part, own in zip(other, one, strict=False)
    )


def _is_of_another_time(date: str, claimed: str) -> bool:
    """Whether some part that both print differs: the year, the month or the day."""
    pairs = zip(date.rstrip("~?%").split("-"), claimed.rstrip("~?%").split("-"), strict=False)
    return any(one.isdecimal() and other.isdecimal() and one != other for one, other in pairs)


def _doings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(doing_of, words)) - {""}


def _read(book: Sourcebook, sayings: Sayings, asked: defaultdict[int, list[str]]) -> Iterator[_Date]:
    doings = {section: _doings(book.claims[section].text.lower().split()) for section in asked}
    for dating in book.datings:
        own = sayings.of_record.get(dating.record)
        dated = sayings.dated(dating) if own and len(asked.get(own[0].section, ())) == 1 else None
        if not own or dated is None:
            continue
        saying, place = dated
        at = saying.number - own[0].number
        before = saying.text[max(own[0].start, saying.start - 1) : place.start]
        asking = max(before.rfind("?"), 0)
        question = before[: asking + 1] if asking else own[at - 1].words if at else ""
        answers = bool(_WHEN.search(question)) and len(before) - asking <= _BEGINS
        if not answers and _FIRST.search(before):  # "swore that he had first heard of it on the 12th"
            answers = not doings[own[0].section].isdisjoint(_doings(saying.lows))
        yield _Date(saying, dating.edtf, place.start, place.end, answers)
