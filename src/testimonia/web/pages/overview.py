"""What the page is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ...store.pages import Base
from ...store.pages.overview import figures
from ..links import Links
from . import Page

__all__ = ["PAGES"]

_WORKS = 12  # shown; the rest stand among the works
_RARE = 0.005  # of all dates: years told of so seldom at either end would press the rest together


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """The values of the template."""
    from ..plots import bar, years

    found = figures(base)
    kinds = Counter[str]()
    for work in found.works:
        kinds[work.kind or "of no stated kind"] += 1
    first, last = _usual(found.told)
    return {
        "figures": found,
        "works": found.works[:_WORKS],
        "kinds": kinds.most_common(),
        "bar": bar,
        "published": years(found.published, "Excerpts by the year in which their source was published"),
        "told": years(found.told, "Dates in the text by year", first=first, last=last),
        "told_outside": sum(count for year, count in found.told if first and last and not first <= year <= last),
        "profiles": found.profiles,
    }


def _usual(told: tuple[tuple[int, int], ...]) -> tuple[int | None, int | None]:
    """The first and last year that are told of more than seldom."""
    if not told:
        return None, None
    few = sum(count for _, count in told) * _RARE
    heard = 0
    first = told[0][0]
    for year, count in told:
        heard += count
        if heard > few:
            first = year
            break
    heard = 0
    last = told[-1][0]
    for year, count in reversed(told):
        heard += count
        if heard > few:
            last = year
            break
    return first, last


PAGES = (Page("overview", "overview.html", fill),)
