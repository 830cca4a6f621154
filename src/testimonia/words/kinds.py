"""Words that show what kind of thing a capitalised word names: a people, a place, a body, an event, a person.

The words are data (``kinds.toml``), English so far. Endings do the rest: "-ism", "-ist", "-ite", "-ian" in the plural.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from .lexicon import is_common_word, is_english_word
from .names import is_forename

__all__ = ["is_people", "kind_words"]

_WORDS = Path(__file__).with_name("kinds.toml")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    tables = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {kind: frozenset(words.casefold().split()) for kind, words in tables.items()}


def kind_words(kind: str) -> frozenset[str]:
    """The words of one table, in small letters.

    Raises:
        KeyError: there is no such table.

    >>> "trial" in kind_words("events")
    True
    """
    return _kinds()[kind]


_GROUP_ENDINGS = ("ists", "ites", "isms", "ism", "ist", "ians", "eans", "ite", "istic")
_FAMILY_ENDINGS = ("quist", "qvist", "kvist")
_ADJECTIVE_ENDINGS = ("ian", "ean", "ish", "ese")


@cache
def is_people(word: str) -> bool:
    """Whether it names a people, a creed or the followers of somebody, or is the adjective of one.

    >>> is_people("Dutch"), is_people("Hartleyites"), is_people("Bulgarian"), is_people("Hartley")
    (True, True, True, False)
    """
    low = word.casefold()
    if low in _kinds()["peoples"]:
        return True
    if len(low) > 5 and low.endswith(_GROUP_ENDINGS) and not low.endswith(_FAMILY_ENDINGS):
        return True
    proper = is_english_word(low) and not is_common_word(low)  # known, and with a capital only
    return proper and low.endswith((*_ADJECTIVE_ENDINGS, "ans")) and not is_forename(low)
