"""Small pictures as SVG: how often something happened in each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from ...answers import Event
from ...model import Sourcebook
from ...words.edtf import bounds_of

__all__ = ["told_years", "work_years", "years_picture"]

_WIDTH, _HEIGHT, _BELOW = 360, 84, 18
_LONGEST = 4  # years that a date may leave open, to be counted in its first
_FEW = 0.01  # of all: years before and after the bulk that would only make it small


def told_years(events: Iterable[Event]) -> Counter[int]:
    """How many events each year holds; what may have happened in many years is left out."""
    years: Counter[int] = Counter()
    for event in events:
        first, last = event.first // 10_000, event.last // 10_000
        if first > 0 and last - first <= _LONGEST:
            years[first] += 1
    return years


def work_years(book: Sourcebook) -> Counter[int]:
    """How many excerpts come from works that were printed in each year."""
    years: Counter[int] = Counter()
    for excerpt in book.excerpts:
        citation = None if excerpt.citation is None else book.citations[excerpt.citation]
        work = None if citation is None or citation.work is None else book.works[citation.work]
        issued = None if citation is None else (citation.resolved or citation.csl).get("issued")
        issued = issued or (None if work is None else work.csl.get("issued"))
        bounds = bounds_of(issued) if isinstance(issued, str) else None
        if bounds is not None:
            years[bounds[0] // 10_000] += 1
    return years


def years_picture(counts: Mapping[int, int], title: str, noun: str) -> Markup:
    """A bar for each year between the first and the last that matter; empty where there are none."""
    known = sorted(year for year in counts if year > 0)
    total = sum(counts[year] for year in known)
    if not known:
        return Markup("")
    first, last = _bulk(known, counts, total)
    span = last - first + 1
    step = _WIDTH / span
    most = max(counts.get(year, 0) for year in range(first, last + 1))
    bars = []
    for year in range(first, last + 1):
        count = counts.get(year, 0)
        if count:
            height = max(1.5, (_HEIGHT - 6) * count / most)
            words = f"{year}: {count:,} {noun}{'' if count == 1 else 's'}"
            bars.append(
                Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>').format(
                    (year - first) * step, _HEIGHT - height, max(step - min(1, step / 4), 0.8), height, words
                )
            )
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if span / n <= 6)
    ticks = [
        Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
            (year - first + 0.5) * step, _HEIGHT + _BELOW - 4, year
        )
        for year in range(first, last + 1)
        if year % every == 0 and 14 <= (year - first + 0.5) * step <= _WIDTH - 14
    ]
    outside = total - sum(counts.get(year, 0) for year in range(first, last + 1))
    more = f", {outside:,} more before and after" if outside else ""
    label = f"{title}: {total:,} {noun}{'' if total == 1 else 's'}, {first} to {last}{more}"
    return Markup(
        '<figure class="years"><svg viewBox="0 0 {w} {h}" role="img" aria-label="{label}">{bars}'
        '<path d="M0 {base}H{w}"/>{ticks}</svg><figcaption>{label}</figcaption></figure>'
    ).format(
        w=_WIDTH, h=_HEIGHT + _BELOW, base=_HEIGHT, label=label, bars=Markup("").join(bars),
        ticks=Markup("").join(ticks),
    )  # fmt: skip


def _bulk(known: list[int], counts: Mapping[int, int], total: int) -> tuple[int, int]:
    """The years without the few at either end that lie far from all others."""
    first, last = 0, len(known) - 1
    left = max(1, total * _FEW)
    while first < last and counts[known[first]] <= left and known[last] - known[first] > 2 * _span(known, counts):
        left -= counts[known[first]]
        first += 1
    left = max(1, total * _FEW)
    while last > first and counts[known[last]] <= left and known[last] - known[first] > 2 * _span(known, counts):
        left -= counts[known[last]]
        last -= 1
    return known[first], known[last]


def _span(known: list[int], counts: Mapping[int, int]) -> int:
    """The years that hold the middle eight tenths."""
    total, met, low = sum(counts[year] for year in known), 0, None
    for year in known:
        met += counts[year]
        if low is None and met >= total * 0.1:
            low = year
        if met >= total * 0.9:
            return year - (low or year) + 1
    return known[-1] - known[0] + 1
