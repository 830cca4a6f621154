"""Where words that differ begin and end, and whether they differ in more than the word for a thing."""

from __future__ import annotations

from collections.abc import Sequence

from ..words.sames import set_of
from ..words.stems import is_function_word
from .sayings import Token

__all__ = ["is_trifle", "trimmed"]

_ALIKE = 4  # letters of a word that another holds: "phone" and "telephone"


def trimmed(a: list[Token], b: list[Token]) -> tuple[list[Token], list[Token]]:
    """Both sides without the word that says something which both begin or end with, and what stands outside it."""
    for last in (False, True):
        while len(a) > 1 and len(b) > 1:
            one, other = _edge(a, last), _edge(b, last)
            if one and other and one.key == other.key and min(_says(a), _says(b)) > 1:
                a, b = _without(a, one, last), _without(b, other, last)
            else:
                break
    return a, b


def _edge(tokens: Sequence[Token], last: bool) -> Token | None:
    """The outermost word that says something."""
    return next((token for token in (reversed(tokens) if last else tokens) if token.key), None)


def _says(tokens: Sequence[Token]) -> int:
    """How many words say something."""
    return sum(bool(token.key) for token in tokens)


def _without(tokens: list[Token], edge: Token, last: bool) -> list[Token]:
    at = next(n for n, token in enumerate(tokens) if token is edge)
    return tokens[:at] if last else tokens[at + 1 :]


def is_trifle(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Whether nothing differs but small words, or one word that is another's like: "murder" and "killing"."""
    one, other = ([t for t in side if t.key and not is_function_word(t.low)] for side in (a, b))
    if not one and not other:
        return True
    if len(one) != 1 or len(other) != 1:
        return False
    x, y = one[0].low, other[0].low
    if min(len(x), len(y)) >= _ALIKE and (x in y or y in x):
        return True
    return bool(set_of(x)) and set_of(x) == set_of(y)
