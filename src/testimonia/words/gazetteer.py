"""Whether a word is the name of a country, a capital or a large city.

Asks a Bloom filter of some 6,400 names (made by ``bench/make_names.py`` from GeoNames; its licence stands beside it).
Cities are named after men and men after cities, so the answer is a hint and no more.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from .lexicon import is_in_filter

__all__ = ["is_known_place"]

PLACES_PATH = Path(__file__).with_name("places.bloom")


def fold_place(name: str) -> str:
    """The form in which names are kept: small letters, no accents, hyphens as spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.casefold().replace("-", " ").replace("’", "'").split())


@cache
def is_known_place(name: str) -> bool:
    """Whether the whole name is in the list, accents aside.

    >>> is_known_place("Lisbon"), is_known_place("Carrowhaven")
    (True, False)
    """
    return is_in_filter(PLACES_PATH, fold_place(name))
