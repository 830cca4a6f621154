# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Where in an archive a paper lies: box, folder, bundle, reel, the side of a tape.

None of it is a page or a part of the title. What stands before it says who holds the paper and what it belongs to.
"""

from __future__ import annotations

import re

__all__ = ["find_shelf_mark"]

# In English, German, French, Spanish, Italian, Russian. A volume, a file or a number may as well be a work's own.
_HOLDERS = (
    "box boxes folder folders bundle bundles carton cartons drawer envelope packet parcel portfolio reel reels tape tapes cassette disc side ledger frame piece "
    "karton schachtel mappe bündel faszikel kasten spule tonband seite dossier liasse boîte bobine chemise caja legajo carpeta expediente rollo "
    "busta fascicolo cartella scatola короб коробка папка кассета катушка сторона"
)
_HOLDER_WORDS = frozenset(_HOLDERS.split())
_HOLDER = rf"(?:{'|'.join(_HOLDERS.split())})"
_NUMBER = r"(?:(?:no|nr|n[°º]|№)\.?\s?)?(?:[A-Z]{0,2}\d[\w/.-]*(?:\s?[-–]\s?\d+)?|[IVXLC]+|[A-Z]|one|two|three|four)"
_SHELF_MARK = re.compile(
    rf"(?:,|;|\.|\))\s(?P<mark>{_HOLDER}\s{_NUMBER}(?:(?:,|;|/)?\s{_HOLDER}\s{_NUMBER})*)$", re.IGNORECASE
)
LONGEST_SHELF_MARK = 80  # characters of "box 14, folder 3" and what else may stand with it


def find_shelf_mark(text: str, low: int, high: int) -> tuple[int, int] | None:
    """The shelf mark that closes ``text[low:high]``, without the comma before it.

    >>> line = "Leith Record Office, Harbour Board Papers, box 14, folder 3"
    >>> a, b = find_shelf_mark(line, 0, len(line))
    >>> line[a:b]
    'box 14, folder 3'
    """
    cut = text.rfind(" ", low, high)
    before = text.rfind(" ", low, max(low, cut))
    word = text[before + 1 : cut]
    if word.casefold() not in _HOLDER_WORDS and (word[-1:].isalpha() or word[-1:] == ","):
        return None
    found = _SHELF_MARK.search(text, max(low + 1, high - LONGEST_SHELF_MARK), high)
    return found.span("mark") if found is not None else None
