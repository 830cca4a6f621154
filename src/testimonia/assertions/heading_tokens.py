"""The words and marks of a heading, names in one piece. Headings may be in capitals, so capitals are not asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.model import Gender

__all__ = ["Named", "Token", "tokens_of"]

_PIECE = re.compile(
    r"no\s+one(?![\w'’-])|[^\W\d_]+(?:['’-][^\W\d_]+)*"
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[,;:&/()\[\]–—-]",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"\s?['’](?:s\b)?", re.IGNORECASE)
_NOT_GENITIVE = frozenset("it's he's she's that's there's what's who's let's".split())
_MARKS = {"&": "and", "/": "and", "—": "–"}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in the heading: ``text[start:end]``."""

    start: int
    end: int
    person: str
    name: str
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name or a mark; ``low`` in small letters, empty for a name, without a possessive ``'s``.

    ``&`` and ``/`` are ``and``. ``end`` leaves out the possessive, which ``genitive`` tells.
    """

    low: str
    start: int
    end: int
    name: Named | None = None
    genitive: bool = False
    number: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark of punctuation."""
        return self.low in (",", ";", ":", "(", ")", "[", "]", "–", "-")


def tokens_of(text: str, named: Sequence[Named]) -> list[Token]:
    """The tokens of a heading.

    >>> [token.low for token in tokens_of("ASH & ROWE DENY IT", [Named(0, 3, "p1", "ASH")])]
    ['', 'and', 'rowe', 'deny', 'it']
    """
    found: list[Token] = []
    at = 0
    for who in sorted(named, key=lambda n: n.start):
        if who.start < at:
            continue
        _plain(text, at, who.start, found)
        after = _GENITIVE.match(text, who.end)
        genitive = after is not None and not re.match(r"\w", text[after.end() : after.end() + 1])
        found.append(Token("", who.start, who.end, who, genitive))
        at = after.end() if after is not None and genitive else who.end
    _plain(text, at, len(text), found)
    return found


def _plain(text: str, start: int, end: int, found: list[Token]) -> None:
    for piece in _PIECE.finditer(text, start, end):
        low, stop = piece.group().lower().replace("’", "'"), piece.end()
        if low[-4:].strip() == "one" and low[:2] == "no" and len(low) > 5:
            low = "nobody"
        genitive = False
        if low.endswith("'s") and low not in _NOT_GENITIVE:
            low, stop, genitive = low[:-2], stop - 2, True
        elif low[-1:] == "s" and text[stop : stop + 1] in ("'", "’") and not text[stop + 1 : stop + 2].isalnum():
            genitive = text.count("'", start, stop) % 2 == 0  # no closing quotation mark
        found.append(Token(_MARKS.get(low, low), piece.start(), stop, None, genitive, low[0].isdecimal()))
