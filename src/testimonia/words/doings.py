"""What people do, in words that one account may use for another's: "spoke" and "told", "paid" and "gave".

The sets are data (``doings.toml``), English so far. That two words are of one set makes it likely, and no more, that
they tell of one deed; whether it is one is the caller's question.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from .verbs import base_of

__all__ = ["doing_of", "stands_alone"]

_DATA = Path(__file__).with_name("doings.toml")


@cache
def _sets() -> tuple[dict[str, str], tuple[tuple[str, str], ...], frozenset[str]]:
    exact: dict[str, str] = {}
    beginnings: list[tuple[str, str]] = []
    tables = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    for table in tables.values():
        for name, entries in table.items():
            for word in entries.split():
                if word.endswith("*"):
                    beginnings.append((word[:-1], name))
                else:
                    exact[word] = name
    return exact, tuple(beginnings), frozenset(tables["alone"])


@lru_cache(maxsize=1 << 15)
def doing_of(word: str) -> str:
    """The set a word in small letters is of, empty where it is of none.

    >>> doing_of("told") == doing_of("mentioned"), doing_of("table")
    (True, '')
    """
    exact, beginnings, _ = _sets()
    base = base_of(word)
    return (
        exact.get(word) or exact.get(base) or next((name for begin, name in beginnings if word.startswith(begin)), "")
    )


def stands_alone(doing: str) -> bool:
    """Whether it is denied whole without saying of what: who did not sleep did not sleep.

    >>> stands_alone(doing_of("slept")), stands_alone(doing_of("paid"))
    (True, False)
    """
    return doing in _sets()[2]
