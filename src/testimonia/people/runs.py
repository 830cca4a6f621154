"""Runs of capitalised words, with the particles between them, that can belong to one name."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.words.names import is_initial, is_particle
from testimonia.words.titles import is_title

from .tokens import Tokens

__all__ = ["runs"]

_NOT_FIRST = frozenset("in op y e al el la le".split())  # particles that no name goes on with after a capitalised word
_LONGEST_RUN = 12  # words


def runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words and particles between them, as first and last word."""
    words, count = tokens.words, len(tokens.words)
    n = 0
    while n < count:
        if not words[n][0].isupper():
            n += 1
            continue
        first = last = n
        while last + 1 < count and last - first < _LONGEST_RUN and _joins(tokens, last):
            if (
                words[last + 1][0].isupper()
                and tokens.blind[last + 1] == tokens.blind[last]
                and _same_case(words, last)
            ):
                last += 1
                continue
            ahead = last + 1
            while ahead < count - 1 and ahead - last < 3 and _is_small_particle(words[ahead]) and _joins(tokens, ahead):
                ahead += 1
            if ahead > last + 1 and words[ahead][0].isupper() and words[last + 1] not in _NOT_FIRST:
                last = ahead
                continue
            break
        yield first, last
        n = last + 1


def _joins(tokens: Tokens, n: int) -> bool:
    """Whether the word and the next one can belong to one name."""
    if tokens.owns(n):
        return False
    if tokens.labels.get(n) != tokens.labels.get(n + 1):
        return False
    gap = tokens.gap(n)
    if gap == " ":
        return True
    word = tokens.words[n]
    if gap in (".", ". ", " . ", " .") or (gap == ".-" and len(word) == 1):
        return (is_initial(word + ".") and word[0].isupper()) or is_title(word)
    if gap == "":
        return True  # "MrHartley"
    if gap == ".\n":  # a line broken after an initial
        return is_initial(word + ".") and word[0].isupper() and n + 1 not in tokens.labels
    return False


def _same_case(words: list[str], n: int) -> bool:
    """Whether a word and the next one are both set in capitals or both not; initials and titles go with either."""
    one, two = words[n], words[n + 1]
    return one.isupper() == two.isupper() or min(len(one), len(two)) == 1 or is_title(one)


def _is_small_particle(word: str) -> bool:
    return word.islower() and is_particle(word)
