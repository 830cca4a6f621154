"""The page itself, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ...errors import NotFoundError
from ...model import PassageKind, Span
from ...store.pages import Base
from ...store.pages.parts import part_bounds, part_of, part_starts, title_of
from ...store.pages.reading import pieces
from ..links import Links
from . import Page

__all__ = ["PAGES"]

_PLACE = re.compile(r"c?(\d{1,12})-(\d{1,12})")


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """The values of the template; ``at`` in the query is a stretch to be shown, as ``123-456``."""
    from ..typeset import Typesetter

    at = _asked(query.get("at", ""), base)
    number = _number(query.get("key"), base, at)
    bounds = part_bounds(base, number)
    if bounds is None:
        raise NotFoundError(f"The page has {len(part_starts(base))} parts; there is no part {query.get('key')}.")
    found = list(pieces(base, *bounds))
    kinds = {PassageKind.EXCERPT: [], PassageKind.CLAIM: []}  # type: dict[PassageKind, list[str]]
    for piece in found:
        if piece.record is not None and piece.kind in kinds:
            kinds[piece.kind].append(piece.record)
    setter = Typesetter(base, links, kinds[PassageKind.EXCERPT], kinds[PassageKind.CLAIM], at=at)
    closed = {excerpt.citation for excerpt in setter.book.excerpts}
    shown: list[tuple[str, Any]] = []
    titled = " ".join(title_of(base).split())
    for piece in found:
        if piece.kind is PassageKind.CLAIM and piece.record:
            shown.append(("claim", setter.claim(piece.record)))
        elif piece.kind is PassageKind.EXCERPT and piece.record:
            shown.append(("excerpt", setter.excerpt(piece.record)))
        elif piece.kind is PassageKind.TITLE and " ".join(base.cut(piece.span).split()) == titled:
            shown.append(("heading", (piece.span.start, piece.span.end, setter.text(piece.span))))
        elif piece.kind is not PassageKind.CITATION or piece.record not in closed:
            shown.append((piece.kind.value, (piece.span.start, piece.span.end, setter.text(piece.span))))
    return {
        "number": number,
        "parts": len(part_starts(base)),
        "bounds": bounds,
        "starts": part_starts(base),
        "shown": shown,
    }


def _asked(words: str, base: Base) -> Span | None:
    place = _PLACE.fullmatch(words)
    if place is None or int(place[1]) >= int(place[2]):
        return None
    start, end = int(place[1]), min(int(place[2]), len(base.text))
    return Span(start, end) if start < end else None


def _number(key: str | None, base: Base, at: Span | None) -> int:
    if key is None:
        return 1 if at is None else part_of(base, at.start)
    return int(key) if key.isascii() and key.isdecimal() and len(key) < 10 else 0


def _keys(base: Base) -> Iterable[str]:
    return map(str, range(1, len(part_starts(base)) + 1))


PAGES = (Page("read", "read.html", fill, _keys),)
