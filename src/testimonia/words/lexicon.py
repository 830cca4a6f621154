"""Whether a word is an English one, and whether it is more than a name.

Asks two Bloom filters (made by ``bench/make_lexicon.py`` from SCOWL; its licence stands beside them): one of some
100,000 word forms, American and British, and one of those of them that are only ever printed with a capital. A known
word is always known; about one non-word in a thousand is taken for a word too, so that a misprint may be overlooked
but no good word is called unknown that the list has.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from pathlib import Path

__all__ = ["is_common_word", "is_english_word"]

FILTER_PATH = Path(__file__).with_name("english.bloom")
PROPER_PATH = Path(__file__).with_name("proper.bloom")
_SECOND = 0x9E3779B9  # where the second checksum begins, so that it differs from the first
HASHES = 6  # looked-up bits for a word; 0.7 × bits a word would be 11, six are quicker and nearly as sharp


def places(word: str, bits: int) -> list[int]:
    """The bits of a filter of so many bits that stand for the word."""
    printed = word.encode("utf-8", "surrogatepass")
    first, step = zlib.crc32(printed), zlib.crc32(printed, _SECOND) | 1
    return [(first + n * step) % bits for n in range(HASHES)]


@cache
def _filter(path: Path) -> tuple[bytes, int]:
    bits = path.read_bytes()
    return bits, len(bits) * 8


def is_in_filter(path: Path, word: str) -> bool:
    """Whether the filter kept in a file has the word, in small letters."""
    bits, size = _filter(path)
    printed = word.lower().encode("utf-8", "surrogatepass")
    place, step = zlib.crc32(printed), zlib.crc32(printed, _SECOND) | 1
    for _ in range(HASHES):
        at = place % size
        if not bits[at >> 3] >> (at & 7) & 1:
            return False
        place += step
    return True


@lru_cache(maxsize=1 << 14)  # rooms ask again and again for the same words
def is_english_word(word: str) -> bool:
    """Whether the word, in small letters, is in the list; names are in it too.

    >>> is_english_word("mildness"), is_english_word("mildnes")
    (True, False)
    """
    return is_in_filter(FILTER_PATH, word)


@lru_cache(maxsize=1 << 14)
def is_common_word(word: str) -> bool:
    """Whether the word is an English one that is also printed in small letters: no mere name.

    >>> is_common_word("Harbour"), is_common_word("London"), is_common_word("mildnes")
    (True, False, False)
    """
    return is_in_filter(FILTER_PATH, word) and not is_in_filter(PROPER_PATH, word)
