"""What is said to have happened when; what may have happened in a span of time is drawn as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...answers.events import read_bounds, timeline
from ...answers.naming import QuestionError
from ...store.pages import Base
from ...store.pages.times import Dated, dated_records, events_book, months_told, years_told
from ..links import Links
from ..turning import Turning
from ..wording import Words, first_words
from . import Page

__all__ = ["PAGES"]

_EVENTS = 40
_NEAR = 3  # years; so many or fewer are drawn by month
_RARE = 0.01  # of all events: what lies so far out at either end is left out of the first view


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """``since`` and ``until`` in the query are years, months or days; ``about`` is somebody's id."""
    from ..plots import months, strip, track

    since, until, about = (query.get(name, "").strip() or None for name in ("since", "until", "about"))
    trouble = None
    try:
        low, high = read_bounds(since, until)
    except QuestionError as error:
        trouble, since, until, (low, high) = str(error), None, None, (0, 99999999)
    every = dated_records(base, about=about)
    here = [one for one in every if one.last >= low and one.first <= high]
    counts, several = years_told(every)
    first, last = _view(here, low, high, counts)
    turning = Turning(query, _EVENTS if links.live else 1_000_000)
    shown = here[turning.first : turning.first + turning.most]
    book = events_book(base, shown)
    words = Words(base, links)
    shown_ids = {one.id for one in shown}
    events = [event for event in timeline(book) if event.id in shown_ids]
    view = (first * 10_000 + 101, last * 10_000 + 1231)

    def zoomed(a: int | str, b: int | str) -> str:
        return links.to("timeline", since=a, until=b, about=about)

    wide = max(1, last - first)
    near = (
        months(months_told(every, first, last), (first, last), "Dated events by month", zoomed if links.live else None)
        if last - first < _NEAR
        else ""
    )
    return {
        "near": near,
        "events": [
            (event, track(event.when, event.first, event.last, *view), words.party(event.ground.speaker_id))
            for event in events
        ],
        "first_words": first_words,
        "strip": strip(counts, (first, last), "Dated events by year", zoomed if links.live else None),
        "several": several,
        "since": since,
        "until": until,
        "trouble": trouble,
        "about": about,
        "about_name": words.name(about) if about else "",
        "view": (first, last),
        "outer": zoomed(first - wide // 2 - 1, last + wide // 2 + 1),
        "earlier": zoomed(first - wide, first),
        "later": zoomed(last, last + wide),
        "whole": links.to("timeline", about=about),
        "turning": turning.of(
            len(here), lambda number: links.to("timeline", since=since, until=until, about=about, page=number)
        ),
    }


def _view(here: Sequence[Dated], low: int, high: int, counts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The first and last year that are drawn: those asked for, else those in which more than a few things happen."""
    if low or high < 99990000:
        years = [year for one in here for year in (one.first // 10_000, one.last // 10_000)]
        first = low // 10_000 if low else min(years, default=high // 10_000 - 1)
        last = high // 10_000 if high < 99990000 else max(years, default=first + 1)
        return first, max(first, last)
    few = sum(count for _, count in counts) * _RARE
    ends = []
    for ordered in (counts, list(reversed(counts))):
        heard = 0
        for year, count in ordered:
            heard += count
            if heard > few:
                ends.append(year)
                break
    return (ends[0], max(ends)) if ends else (1, 1)


PAGES = (Page("timeline", "timeline.html", fill),)
