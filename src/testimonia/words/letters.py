"""One form of a word for comparing: small letters, no ligature ties, one kind of apostrophe.

Only `small` keeps offsets; callers of the others compare whole words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "is_cyrillic", "plain", "signless", "small", "written_out"]

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ′`´ʻ΄"), "'") | dict.fromkeys(map(ord, "″ʺ”“"), '"')
_TIES = dict.fromkeys((0x361, 0x360, 0xFE20, 0xFE21, 0x35C, 0xAD, 0x200D, 0x301))
_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss"})
_SIGNS = str.maketrans("", "", "'\"")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_AS_ASCII = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")  # İ, ı, ſ and the sign of the kelvin


def small(words: str) -> str:
    """As many small letters, those as i, s and k that a pattern takes for them where it does not look at capitals.

    What such a pattern finds may so be looked up in a table of English words, and offsets stay.

    >>> small("APRİL"), len("İ".lower())
    ('april', 2)
    """
    return words.lower() if words.isascii() else words.translate(_AS_ASCII).lower()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Small letters, composed, without ligature ties and stress marks, each apostrophe straight.

    >>> fold("T͡Svetaev"), fold("Gorʹkiĭ")
    ('tsvetaev', "gor'kiĭ")
    """
    if word.isascii():
        return word.lower()
    word = word.lower().translate(_APOSTROPHES)
    # the acute is a letter's own in ć, ś, ź, é; on a Cyrillic vowel it is a stress mark
    if _CYRILLIC.search(word):
        word = unicodedata.normalize("NFD", word).translate(_TIES)
    else:
        word = word.translate({tie: None for tie in _TIES if tie != 0x301})
    return unicodedata.normalize("NFC", word)


@lru_cache(maxsize=65536)
def plain(folded: str) -> str:
    """The folded word with accents and strokes taken off; Cyrillic letters stay whole.

    >>> plain("ščerba"), plain("łoś"), plain("й")
    ('scerba', 'los', 'й')
    """
    if folded.isascii() or _CYRILLIC.search(folded):
        return folded
    split = unicodedata.normalize("NFD", folded.translate(_STROKES))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def written_out(folded: str) -> str:
    """The folded word as it is set in German and Nordic names where the type has no such letters.

    >>> written_out("möller"), written_out("ågård")
    ('moeller', 'aagaard')
    """
    return folded if folded.isascii() else plain(folded.translate(_WRITTEN_OUT))


def signless(folded: str) -> str:
    """The word without apostrophes and quotation marks, which stand for soft and hard signs or for breathing."""
    return folded.translate(_SIGNS)


def is_cyrillic(word: str) -> bool:
    """Whether a Cyrillic letter stands in the word."""
    return _CYRILLIC.search(word) is not None
