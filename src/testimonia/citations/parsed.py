"""What one citation says, when all of it has been read: the CSL item, its kind, its fields and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from .csl import edition_value, edtf, title_value, volume_value
from .leftovers import find_leftover
from .marks import Words
from .readings import Reading

__all__ = ["ParsedCitation", "finish_reading"]

_BY_PLACE = itemgetter(1, 2)


@dataclass(frozen=True, slots=True)
class ParsedCitation:
    """What one citation string says.

    ``csl`` is a CSL-JSON item of what is printed. ``fields`` are (CSL field, start, end) in code points of the
    string, in the order of the string; a list of names or places has one entry for each. ``locator`` is the page
    reference as printed without the word before it (``163–64``, not ``pp. 163–64``); ``None`` where no page is
    named. Where no pages are counted, ``csl`` has ``locator`` for ``page``, and under ``label`` what is: ``folio``,
    ``paragraph``. ``short_form`` is ``"ibid"``, ``"op-cit"`` or ``"short"`` (a name and a title, no imprint) where the
    string points at another citation, else ``None``. ``confidence`` lies between 0 and 1, ``leftover`` are words
    that no field took.
    """

    csl: dict[str, Any]
    fields: tuple[tuple[str, int, int], ...]
    locator: tuple[int, int] | None
    short_form: str | None
    confidence: float
    leftover: tuple[tuple[int, int], ...]


def finish_reading(reading: Reading, words: Words, short_form: str | None) -> ParsedCitation:
    """Gather the fields that were found, with places in the printed string, and reckon how sure they are."""
    text = reading.text
    csl: dict[str, Any] = {"type": _kind(reading, is_linked=words.address is not None)}
    fields: list[tuple[str, int, int]] = []
    for role, name in reading.names:
        if role in csl:
            csl[role].append(name.csl.copy())
        else:
            csl[role] = [name.csl.copy()]
        fields.append((role, name.start, name.end))
    other = reading.label if reading.label is not None and reading.label[2] == reading.page else None
    if other is not None:
        csl["label"] = other[0]
        fields.append(("label", *other[1]))
    for field, bounds, value in (
        ("title", reading.title, title_value),
        ("container-title", reading.container, title_value),
        ("volume", reading.volume, volume_value),
        ("issue", reading.issue, None),
        ("edition", reading.edition, edition_value),
        ("genre", reading.genre, None),
        ("issued", reading.issued, edtf),
        ("original-date", reading.original, None),
        ("collection-title", reading.series, title_value),
        ("locator" if other else "page", reading.page, None),
    ):
        if bounds is not None and bounds[0] < bounds[1]:
            a, b = bounds
            csl[field] = text[a:b] if value is None else value(text[a:b])
            fields.append((field, a, b))
    for field, all_bounds in (("publisher-place", reading.places), ("publisher", reading.publishers)):
        for a, b in all_bounds:
            if a < b:
                csl[field] = f"{csl[field]}; {text[a:b]}" if field in csl else text[a:b]
                fields.append((field, a, b))
    for field, (a, b) in reading.url:
        csl[field] = edtf(text[a:b]) if field == "accessed" else text[a:b]
        fields.append((field, a, b))
    for field, (a, b) in reading.archive:
        csl[field] = text[a:b]
        fields.append((field, a, b))
    if reading.notes:
        csl["note"] = "; ".join(text[a + 1 : b - 1] for a, b in reading.notes)
        fields.extend(("note", a + 1, b - 1) for a, b in reading.notes if b - a > 2)
    fields.sort(key=_BY_PLACE)
    leftover = find_leftover(text, reading.start, reading.end, fields)
    confidence = 1.0
    if leftover:
        confidence -= min(0.6, sum(b - a for a, b in leftover) / max(1, reading.end - reading.start))
    if short_form not in ("ibid", "op-cit") and ("title" not in csl or not reading.names):
        confidence *= 0.8 if reading.page or reading.issued else 0.5
    locator = reading.page
    if words.offsets is not None:
        printed = words.printed
        fields = sorted(((field, *printed(a, b)) for field, a, b in fields), key=_BY_PLACE)
        leftover = [printed(a, b) for a, b in leftover]
        locator = printed(*locator) if locator else None
    if words.address is not None and "URL" not in csl:
        start, end, csl["URL"] = words.address
        fields.append(("URL", start, end))
        fields.sort(key=_BY_PLACE)
    return ParsedCitation(csl, tuple(fields), locator, short_form, round(confidence, 3), tuple(leftover))


def _kind(reading: Reading, *, is_linked: bool) -> str:
    if reading.genre is not None:
        return "thesis"
    if reading.container is not None:
        if reading.url and reading.volume is None and not reading.places and not reading.page:
            return "webpage"
        if reading.volume is not None and not reading.places:
            return "article-journal"
        if reading.title is None and reading.issued is not None and reading.issued[1] - reading.issued[0] > 9:
            return "article-newspaper"
        if reading.places or reading.publishers or any(role != "author" for role, _ in reading.names):
            return "chapter"
        if reading.issued is not None and reading.issued[1] - reading.issued[0] > 9:
            return "article-magazine"
        return "article-journal" if reading.volume is not None else "article-magazine"
    if reading.archive:
        return "manuscript"
    if not reading.publishers and (reading.url or (is_linked and reading.page is None)):
        return "webpage"
    return "book"
