"""What the registers say differently: one person's sentence in one proceeding, one payment between two people."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..model import Cause, Cell, CellKind, DiscrepancyKind, Entry, Ledger, Reason, Sourcebook, Span
from ..words.counts import Count, find_counts
from ..words.edtf import bounds_of
from .dates import cause_of as cause_of_dates
from .differences import Difference, Words
from .numbers import agree, cause_of
from .sayings import Sayings

__all__ = ["differing_cells", "differing_entries", "outcome_of"]

_OUTCOMES = {
    "death": r"\bdeath\b|\bshot\b|shooting|execut|hanged|gallows|supreme penalty|highest measure|capital punishment",
    "prison": r"prison|imprison|jail|gaol|\byears?\b|camp|hard labou?r|\bmonths?\b|detention",
    "exile": r"exile|banish|deport",
    "free": r"acquit|releas|freed|discharg|pardon|not guilty|suspended|no punishment|amnest|reprieve|clemency",
    "fine": r"\bfined?\b",
}
_TOLD = (CellKind.SENTENCE, CellKind.FATE, CellKind.VERDICT, CellKind.PLEA)
_MANY = 40  # rival values of one cell that are set side by side at most


def differing_cells(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Rival pleas, verdicts, sentences and fates of one person in one proceeding, and rival dates of a proceeding."""
    names = {proceeding.id: proceeding.name for proceeding in book.proceedings}
    groups: defaultdict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in book.cells:
        if cell.kind is CellKind.DATE:
            groups[cell.proceeding, "date"].append(cell)
        elif cell.person is not None and cell.kind in _TOLD:
            what = "plea" if cell.kind is CellKind.PLEA else "end"
            groups[cell.proceeding, what, cell.person].append(cell)
    for (proceeding, what, *_), cells in groups.items():
        spans = [bounds for cell in cells if (bounds := bounds_of(cell.edtf or "")) is not None]
        for place, one in enumerate(cells[:_MANY]):
            for other in cells[place + 1 : _MANY]:
                found = _compare_cells(sayings, one, other, what, names.get(proceeding, ""), spans)
                if found is not None:
                    yield found


def _compare_cells(
    sayings: Sayings, one: Cell, other: Cell, what: str, name: str, spans: Sequence[tuple[int, int]]
) -> Difference | None:
    a, b = _words(sayings, one.record, one.span), _words(sayings, other.record, other.span)
    if a is None or b is None or a.saying.record is b.saying.record:
        return None
    if a.saying.number > b.saying.number:
        one, other, a, b = other, one, b, a
    kind, cause = DiscrepancyKind.OUTCOME, None
    if what == "date":
        first, second = bounds_of(one.edtf or ""), bounds_of(other.edtf or "")
        if first is None or second is None or (first[0] <= second[1] and second[0] <= first[1]):
            return None
        low, high = min(first[0], second[0]), max(first[1], second[1])
        if any(span[0] <= low and high <= span[1] and span not in (first, second) for span in spans):
            return None  # both are days of one that went on longer
        kind, cause = DiscrepancyKind.DATE, cause_of_dates(one.edtf or "", other.edtf or "")
    elif what == "plea":
        if ("not guilty" in one.value.lower()) == ("not guilty" in other.value.lower()):
            return None
    else:
        ends, others = outcome_of(one.value), outcome_of(other.value)
        if not ends or not others:
            return None
        if ends & others:
            mine, theirs = _years(one.value), _years(other.value)
            if mine is None or theirs is None or agree(mine, theirs):
                return None
            kind, cause = DiscrepancyKind.NUMBER, cause_of(mine, theirs)
    person = one.person_name or ""
    return Difference(
        kind,
        a,
        b,
        ", ".join(part for part in (person, name) if part) or what,
        round(min(one.confidence, other.confidence), 2),
        cause,
        (one.person,) if one.person else (),
        (Reason("both tell it of one proceeding" + (" and one person" if one.person else "")),),
        12.0,
    )


def outcome_of(value: str) -> frozenset[str]:
    """What sort of end these words tell, e.g. ``death``; empty where they tell none.

    >>> sorted(outcome_of("ten years in a camp")), sorted(outcome_of("the supreme penalty"))
    (['prison'], ['death'])
    """
    return frozenset(kind for kind, words in _OUTCOMES.items() if re.search(words, value, re.IGNORECASE))


def _years(value: str) -> Count | None:
    times = [count for count in find_counts(value) if count.kind == "time"]
    return times[0] if len(times) == 1 else None


def differing_entries(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Payments of one payer to one payee with rival amounts, and meetings of the same people at rival times."""
    groups: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in book.entries:
        sides = {part.role: part for part in entry.parts if part.id is not None}
        if entry.ledger is Ledger.PAYMENTS and entry.amount is not None and "payee" in sides:
            groups["payments", str(sides["payee"].id)].append(entry)
        elif entry.ledger is Ledger.MEETINGS and entry.when is not None:
            people = sorted(str(part.id) for part in entry.parts if part.id is not None)
            if len(people) >= 2:
                groups["meetings", *people].append(entry)
    for (ledger, *people), entries in groups.items():
        for place, one in enumerate(entries[:_MANY]):
            for other in entries[place + 1 : _MANY]:
                found = _compare_entries(sayings, ledger, people, one, other)
                if found is not None:
                    yield found


def _compare_entries(
    sayings: Sayings, ledger: str, people: Sequence[str], one: Entry, other: Entry
) -> Difference | None:
    spans: list[Span] = []
    if ledger == "payments":
        if one.amount is None or other.amount is None or _sum(one) == _sum(other):
            return None
        payers = _payer(one), _payer(other)
        if payers == (None, None):
            return None  # who gets money gets it from many
        if payers[0] != payers[1] and not (None in payers and _unit(one) == _unit(other)):
            return None
        if _unit(one) != _unit(other) and None in payers:
            return None
        spans, kind, cause = [one.amount.span, other.amount.span], DiscrepancyKind.AMOUNT, _cause_of_sums(one, other)
    else:
        first, second = bounds_of(one.when or ""), bounds_of(other.when or "")
        if first is None or second is None or (first[0] <= second[1] and second[0] <= first[1]):
            return None
        if abs(first[0] // 10_000 - second[0] // 10_000) > 2 or one.when_span is None or other.when_span is None:
            return None
        spans, kind = [one.when_span, other.when_span], DiscrepancyKind.DATE
        cause = cause_of_dates(one.when or "", other.when or "")
    a, b = _words(sayings, one.record, spans[0]), _words(sayings, other.record, spans[1])
    if a is None or b is None or a.saying.record is b.saying.record:
        return None
    if a.saying.number > b.saying.number:
        a, b = b, a
    names = dict.fromkeys(part.name for part in one.parts if part.id in people)
    half = ledger == "payments" and None in (_payer(one), _payer(other))
    why = (
        "one does not say who paid the person whom both let be paid"
        if half
        else "both tell of what passed between the same two people"
    )
    return Difference(
        kind,
        a,
        b,
        " ".join(names),
        round(min(one.confidence, other.confidence), 2),
        cause,
        tuple(people),
        (Reason(why),),
        12.0,
    )


def _payer(entry: Entry) -> str | None:
    return next((part.id for part in entry.parts if part.role == "payer"), None)


def _unit(entry: Entry) -> str:
    return (entry.amount.unit or "").lower().rstrip("s") if entry.amount is not None else ""


def _sum(entry: Entry) -> tuple[float | None, float | None, float | None]:
    if entry.amount is None:
        return None, None, None
    return entry.amount.value, entry.amount.min, entry.amount.max


def _cause_of_sums(one: Entry, other: Entry) -> Cause | None:
    if _unit(one) != _unit(other):
        return None

    def bounds(entry: Entry) -> tuple[float, float]:
        value, low, high = _sum(entry)
        if value is not None:
            return value, value
        return low or 0.0, high or (low or 0.0) * 1.5

    a, b = bounds(one), bounds(other)
    return Cause.ROUNDING if a[0] <= b[1] and b[0] <= a[1] else None


def _words(sayings: Sayings, record: str, span: Span) -> Words | None:
    own = sayings.of_record.get(record)
    if not own:
        return None
    place = own[0].record.source.text_span(span)  # type: ignore[union-attr]
    if place is None:
        return None
    starts = [saying.start for saying in own]
    saying = own[max(0, bisect_right(starts, place.start) - 1)]
    return Words(saying, place.start, place.end)
