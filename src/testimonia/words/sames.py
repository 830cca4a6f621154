"""Words that may tell of one event, or stand for one thing: "perished" and "lives", "paid" and "price".

The sets are data (``sames.toml``), English so far. That two words are of one set makes it likely, and no more, that
they tell of the same; whether what they are said of is the same is the caller's question.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

__all__ = ["set_of"]

_DATA = Path(__file__).with_name("sames.toml")


@cache
def _sets() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    exact: dict[str, str] = {}
    beginnings: list[tuple[str, str]] = []
    for name, entries in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
        for word in entries.split():
            if word.endswith("*"):
                beginnings.append((word[:-1], name))
            else:
                exact[word] = name
    return exact, tuple(beginnings)


@lru_cache(maxsize=1 << 15)
def set_of(word: str) -> str:
    """The set a word in small letters is of, empty where it is of none.

    >>> set_of("perished") == set_of("lives"), set_of("table")
    (True, '')
    """
    exact, beginnings = _sets()
    if word in exact or not word.startswith(_all_beginnings()):
        return exact.get(word, "")
    return next(name for begin, name in beginnings if word.startswith(begin))


@cache
def _all_beginnings() -> tuple[str, ...]:
    return tuple(begin for begin, _ in _sets()[1])
