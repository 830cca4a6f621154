"""Imprints: place, publisher and year, wherever in the citation they stand and however they are divided."""

from __future__ import annotations

from .bracketed_imprints import in_brackets
from .colon_imprints import by_colon
from .imprint_words import Imprint
from .unmarked_imprints import by_city, by_sentence, by_year

__all__ = ["find_imprint"]

FIRST_LINE = 400  # characters from the end of the core within which an imprint is looked for


def find_imprint(
    text: str,
    low: int,
    high: int,
    *,
    guess: bool = True,
    title: int | None = None,
    dated: bool = False,
    alone: bool = False,
    set_off: int | None = None,
) -> Imprint | None:
    """The imprint printed in ``text[low:high]``, or ``None``.

    ``guess`` allows a place that is in no gazetteer, where a colon and a publisher follow it. ``title`` is where the
    names that open the citation end, if that is known: an imprint without marks of its own has a title before it.
    ``dated`` says that the year stands behind the names, and ``title`` behind the year: no year closes the imprint.
    ``alone`` allows then a publisher that only its shape tells, after the title's sentence. ``set_off`` is where a
    title in italics ends: what stands right behind it, before a colon, is a place, be it known or not.
    """
    follows_title = title is not None and dated
    title = low if title is None else title
    if high - low > FIRST_LINE:
        low = high - FIRST_LINE
    behind = title if title > low else low
    if dated:
        low = behind
    if text.find(")", behind, high) > 0:
        found = in_brackets(text, behind, high)
        if found is not None:
            return found
    found = by_colon(text, low, high, dated, set_off)
    if found is not None and follows_title and not text[low : found.start].strip(" .,;:([*_\"“”«»‘’'"):
        found = None  # no title would be left
    if found is not None and found.known:
        return found
    return (
        by_city(text, low, high, title, dated)
        or (found if guess else None)
        or (by_sentence(text, low, high, alone) if dated else None)
        or by_year(text, low, high, title)
    )
