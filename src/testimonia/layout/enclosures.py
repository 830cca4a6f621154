"""What a citation is set off by, a label before it or brackets around it, and its own words without them."""

from __future__ import annotations

import re

__all__ = ["CLOSERS", "LABEL", "OPENERS", "WHITE", "is_bracketed", "last_bracket", "trim_citation"]

LABEL = re.compile(
    r"(?:\*\*|__|''')?(?:sources?|src|from|citation|cited|quoted (?:from|in)|cite|"
    r"ref(?:erence)?|see|via|quelle|fundstelle|aus|nachweis|fonte|"
    r"fuente|tiré de|référence|источник|см\.|джерело)(?:\*\*|__|''')?\s*(?::|—|–|-\s)\s*(?:\*\*|__|''')?\s*",
    re.I,
)
OPENERS, CLOSERS = "([{", ")]}"
WHITE = " \t\r\n\u00a0"
_REACH = 800  # code points that a bracket at a paragraph's end may hold


def is_bracketed(text: str) -> bool:
    """Whether the words stand in brackets as a whole."""
    return text[:1] in tuple(OPENERS) and text.rstrip(".")[-1:] in tuple(CLOSERS)


def last_bracket(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The bracketed piece that closes a paragraph, nested brackets counted."""
    place = end
    while place > start and text[place - 1] in '.,;*_"”’» ':
        place -= 1
    if place == start or text[place - 1] not in CLOSERS:
        return None
    depth = 0
    for i in range(place - 1, max(start, place - _REACH) - 1, -1):
        if text[i] in CLOSERS:
            depth += 1
        elif text[i] in OPENERS:
            depth -= 1
            if depth == 0:
                return i, place
    return None


def trim_citation(text: str, start: int, end: int) -> tuple[int, int]:
    """A citation's own words: without its dash, label, and the brackets or emphasis around the whole."""
    while True:
        before = (start, end)
        while start < end and (
            text[start] in WHITE + "—–―~•"
            or (text[start] in "*_'" and (text.count(text[start], start, end) % 2 or text[end - 1] == text[start]))
        ):
            start += 1
        while text.startswith("--", start):
            start += 2
        label = LABEL.match(text, start, end)
        if label and label.end() < end:
            start = label.end()
        while end > start and (text[end - 1] in WHITE or text[end - 1] == ":"):
            end -= 1
        while end > start and text[end - 1] in "*_" and text.count(text[end - 1], start, end) % 2:
            end -= 1
        if end - start > 2 and text[start] in OPENERS:
            bracket = last_bracket(text, start, end)
            if bracket is not None and bracket[0] == start:
                start, end = start + 1, bracket[1] - 1
        if (start, end) == before:
            return start, end
