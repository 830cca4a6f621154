"""Sentences of a corpus that keeps words apart, put together as they would be printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["joined"]

_CLOSES = re.compile(r"[,.;:!?)\]}’”]|'[a-z]*$|n't$")


def joined(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of the words, and where in it each stands."""
    text, quoted = "", False
    places: list[tuple[int, int]] = []
    for n, word in enumerate(words):
        close = n == 0 or _CLOSES.match(word) or words[n - 1][-1] in "([{“‘"
        if word == '"':
            close, quoted = quoted or n == 0, not quoted
        elif text.endswith('"') and quoted:
            close = True
        text += "" if close else " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places
