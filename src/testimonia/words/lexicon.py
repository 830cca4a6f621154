"""Whether a word is an English one.

Asks a Bloom filter of some 100,000 word forms, American and British (made by ``bench/make_lexicon.py`` from SCOWL;
its licence stands beside the filter). A known word is always known; about one non-word in a thousand is taken
for a word too, so that a misprint may be overlooked but no good word is called unknown that the list has.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

__all__ = ["is_english_word"]

FILTER_PATH = Path(__file__).with_name("english.bloom")
_SECOND = 0x9E3779B9  # where the second checksum begins, so that it differs from the first
HASHES = 6  # looked-up bits for a word; 0.7 × bits a word would be 11, six are quicker and nearly as sharp


def places(word: str, bits: int) -> list[int]:
    """The bits of a filter of so many bits that stand for the word."""
    printed = word.encode("utf-8", "surrogatepass")
    first, step = zlib.crc32(printed), zlib.crc32(printed, _SECOND) | 1
    return [(first + n * step) % bits for n in range(HASHES)]


@cache
def _filter() -> tuple[bytes, int]:
    bits = FILTER_PATH.read_bytes()
    return bits, len(bits) * 8


def is_english_word(word: str) -> bool:
    """Whether the word, in small letters, is in the list; names are in it too.

    >>> is_english_word("mildness"), is_english_word("mildnes")
    (True, False)
    """
    bits, size = _filter()
    printed = word.lower().encode("utf-8", "surrogatepass")
    place, step = zlib.crc32(printed), zlib.crc32(printed, _SECOND) | 1
    for _ in range(HASHES):
        at = place % size
        if not bits[at >> 3] >> (at & 7) & 1:
            return False
        place += step
    return True
