"""Whether a family name is a common one, which two people on a page may well share.

Asks a Bloom filter made by ``bench/make_surnames.py``: some hundred of the commonest family names of each of thirty
languages, in Latin letters. It says nothing of who is meant.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from .lexicon import is_in_filter

__all__ = ["is_common_surname"]

SURNAMES_PATH = Path(__file__).with_name("surnames.bloom")
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ʹ": "", "ʺ": ""})


def fold_surname(name: str) -> str:
    """A name without case, accents and apostrophes."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in parted if not unicodedata.combining(c) and c not in "'’ʼ").translate(_PLAIN)


@lru_cache(maxsize=1 << 12)
def is_common_surname(name: str) -> bool:
    """Whether many people bear the family name; a name of which that is not known is taken for a rare one.

    >>> is_common_surname("Jones"), is_common_surname("Müller"), is_common_surname("Tetworth")
    (True, True, False)
    """
    return is_in_filter(SURNAMES_PATH, fold_surname(name))
