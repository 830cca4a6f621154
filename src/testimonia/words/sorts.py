"""Nouns that count one sort of thing, so that "nine vessels" can be set beside "eleven tea ships".

A noun of no sort is of its own: its stem stands for it. That two nouns are of one sort makes it possible, and no more,
that the same things are counted.
"""

from __future__ import annotations

from functools import cache

from .stems import stem

__all__ = ["DEAD", "sort_of"]

DEAD = "dead"  # of what is counted as lost lives
_SORTS = (
    "ships vessels steamers steamships freighters",
    "houses dwellings homes roofs cottages",
    "patients invalids",
    "wounded injured",
    "dead deaths lives fatalities casualties killed drowned",
    "people persons individuals",
    "prisoners captives inmates convicts internees",
    "pupils schoolchildren scholars students",
    "workers workmen labourers laborers",
    "policemen constables gendarmes",
    "planes aeroplanes airplanes aircraft",
    "lorries trucks",
    "shots bullets rounds",
    "doctors physicians",
    "pages leaves sheets",
    "soldiers troops",
    "sailors seamen",
    "farms farmsteads",
    "cars automobiles",
    "wagons waggons carts",
    "rifles muskets carbines",
)


@cache
def _sorts() -> dict[str, str]:
    return {stem(word): line.split()[0] for line in _SORTS for word in line.split()}


def sort_of(key: str) -> str:
    """The sort that the stem of a noun stands for, itself where it is of none.

    >>> sort_of(stem("vessels")) == sort_of(stem("ships")), sort_of(stem("barrels")) == stem("barrels")
    (True, True)
    """
    return _sorts().get(key, key)
