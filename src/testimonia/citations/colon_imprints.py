"""Imprints told by the colon between place and publisher: ``London: Faber, 1945``, ``Hamish Hamilton: London``."""

from __future__ import annotations

import re

from .dates import DATE, end_year
from .imprint_words import NO_DATE, Bounds, Imprint, is_common, publishers_in, trim
from .places import find_places_before, is_city, split_places
from .publishers import could_publish, is_publisher

__all__ = ["by_colon"]

_INITIALS_BEFORE = re.compile(r"\b[^\W\d_]\.\s?[^\W\d_]\.\s$")
# capitals with which no month begins
_UNDATED = frozenset("BCEGHIKLPQRTUVXYZ")


def by_colon(text: str, low: int, high: int, dated: bool = False, set_off: int | None = None) -> Imprint | None:
    """The last imprint with a place before a colon; one whose place is in no gazetteer only where none is known."""
    unknown: Imprint | None = None
    colon = high
    while True:
        colon = text.rfind(":", low, colon)
        if colon < 0:
            break
        if (
            text[colon + 1 : colon + 3] == "//"
            or not text[colon + 1 : high].strip()
            or text[colon + 1 : colon + 2].isdecimal()
        ):
            continue
        places = find_places_before(text, low, colon)
        if places is None or (places[0] <= low and not places[1]):
            # "Hamish Hamilton: London"
            a, b = trim(text, colon + 1, high)
            if is_city(text[a:b]):
                swapped = _swapped(text, low, colon, high, (a, b))
                if swapped is not None:
                    return swapped
            continue
        start, known = places
        year = end_year(text, colon + 1, high)
        stop = year.start() if year else high
        if not year and (dateless := NO_DATE.search(text, colon + 1, stop)):
            stop = dateless.start()
        if year and text[year.start() - 1] in "([":
            stop = year.start() - 1
        if text[colon + 2 : colon + 3] not in _UNDATED and DATE.match(text, colon + 1 + (text[colon + 1] == " "), high):
            continue
        imprint = Imprint(
            start,
            year.end() if year else stop,
            split_places(text, start, colon),
            publishers_in(text, colon + 1, stop),
            year.span("year") if year else None,
            known,
        )
        if known:
            # "London: Faber; New York: Norton": an earlier imprint directly before
            before = text.rfind(";", low, start)
            if before > 0 and not text[before + 1 : start].strip():
                other = by_colon(text, low, before)
                if other is not None and other.known and other.end >= before - 1:
                    imprint.start = other.start
                    imprint.places = other.places + imprint.places
                    imprint.publishers = other.publishers + imprint.publishers
            return imprint
        sentence = text[max(low, start - 2) : start].strip(" ")
        publisher = text[colon + 1 : stop].strip()
        if sentence[-1:] == "." and _INITIALS_BEFORE.search(text, max(low, start - 8), start):
            # "Burning of the S. S. Gull: Minutes"
            continue
        if (
            unknown is None
            and start > low
            and publisher[:1].isupper()
            and (
                sentence[-1:] in (".", "?", "!", '"', "”", "»")
                or (
                    sentence[-1:] in (",", ")")
                    and (
                        is_publisher(text, colon + 1, stop)
                        or (
                            year is not None
                            and set_off is not None
                            and _is_behind(text, set_off, start)
                            and not is_common(text, start, colon)
                        )
                        or (
                            dated
                            and could_publish(text, *trim(text, colon + 1, stop))
                            and not is_common(text, start, colon)
                        )
                    )
                )
            )
        ):
            unknown = imprint
    return unknown


def _is_behind(text: str, title: int, start: int) -> bool:
    """Whether nothing but what the title means in English stands between it and a place."""
    return title <= start and _TRANSLATED.fullmatch(text, title, start) is not None


_TRANSLATED = re.compile(r"[*_]{0,2}(?:\s\[[^\[\]]+\])?,\s")


def _swapped(text: str, low: int, colon: int, high: int, place: Bounds) -> Imprint | None:
    """``Publisher: Place``, where the publisher begins a sentence."""
    before = max(text.rfind(". ", low, colon), text.rfind("? ", low, colon))
    if before < 0:
        return None
    a, b = trim(text, before + 1, colon)
    if b - a > 60 or a >= b:
        return None
    return Imprint(a, place[1], [place], [(a, b)])
