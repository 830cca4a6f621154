"""Places that are found again after the page was edited: by their words, and by the words on either side.

An anchor is found again where the same words stand at the same place between the same neighbours, else where they
stand so once, else once beside one of the two that is whole. One that is not found, or that could be several places, is
never moved to a look-alike: what was cut off by the edge of the page, and so is short, does not tell alone.
"""

from __future__ import annotations

from ..model import Anchor, Span

__all__ = ["NEIGHBOURS", "anchor_at", "find_anchor"]

NEIGHBOURS = 32  # code points kept on either side of an anchor


def anchor_at(text: str, span: Span) -> Anchor:
    """The anchor of a place as it stands now.

    >>> anchor_at("So Ash left.", Span(3, 6))
    Anchor(span=Span(start=3, end=6), text='Ash', before='So ', after=' left.')
    """
    before = text[max(0, span.start - NEIGHBOURS) : span.start]
    return Anchor(span, span.cut(text), before, text[span.end : span.end + NEIGHBOURS])


def find_anchor(text: str, anchor: Anchor) -> Span | None:
    """Where an anchor stands now; ``None`` where it is gone or could be several places.

    >>> find_anchor("So Ash left. Then Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left."))
    Span(start=3, end=6)
    >>> find_anchor("Oh! So Ash left. Then Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left."))
    Span(start=7, end=10)
    >>> find_anchor("So Elm left. Then Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left.")) is None
    True
    """
    if not anchor.text:
        return None
    whole = anchor.before + anchor.text + anchor.after
    start = anchor.span.start - len(anchor.before)
    if start >= 0 and text.startswith(whole, start):
        return anchor.span
    place = _only_place(text, whole)
    if place is None and whole in text:  # several are just so
        return None
    if place is not None:
        return _span(place + len(anchor.before), anchor)
    if len(anchor.before) >= NEIGHBOURS:
        place = _only_place(text, anchor.before + anchor.text)
        if place is not None:
            return _span(place + len(anchor.before), anchor)
    if len(anchor.after) >= NEIGHBOURS:
        place = _only_place(text, anchor.text + anchor.after)
        if place is not None:
            return _span(place, anchor)
    return None


def _span(start: int, anchor: Anchor) -> Span:
    return Span(start, start + len(anchor.text))


def _only_place(text: str, words: str) -> int | None:
    place = text.find(words)
    return place if place >= 0 and text.find(words, place + 1) < 0 else None
