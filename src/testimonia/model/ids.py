"""Ids made from what a record is, so that two readings of one page agree.

An id is a letter for the kind and a digest of the words, so that a record keeps its id when
text before it is added or taken away. The same words met again get ``-2``, ``-3`` …
"""

from __future__ import annotations

import hashlib
from collections import Counter

__all__ = ["IdMaker"]

DIGEST_LENGTH = 8  # hexadecimal digits: one chance in 20,000 of a clash among 650 records, and clashes get a number


class IdMaker:
    """Gives ids within one page; a clash or a repetition is numbered in the order of the page.

    >>> ids = IdMaker()
    >>> first, second = ids.give("x", "The tide turned."), ids.give("x", "The tide turned.")
    >>> second == first + "-2"
    True
    """

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()

    def give(self, prefix: str, *words: str) -> str:
        """An id for the record that these words make."""
        digest = hashlib.blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        return self._numbered(prefix + digest[:DIGEST_LENGTH])

    def settle(self, given: str) -> str:
        """The id of this page for one that another maker gave, who knew only a part of the page.

        >>> whole, part = IdMaker(), IdMaker()
        >>> first, second = (whole.settle(part.give("x", "The tide turned.")) for _ in range(2))
        >>> second == first + "-2"
        True
        """
        return self._numbered(given.partition("-")[0])

    def _numbered(self, plain: str) -> str:
        self._met[plain] += 1
        times = self._met[plain]
        return plain if times == 1 else f"{plain}-{times}"
