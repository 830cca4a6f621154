"""The page's conventions put into words, with counts and the places that do not follow them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import Convention, Span
from .inference import Reading
from .items import Placement
from .labels import Label
from .profile import NONE, LayoutProfile
from .units import Item

__all__ = ["describe"]

_PLACES = {
    Placement.AFTER: "each stands on a line of its own and closes the excerpt above it",
    Placement.BEFORE: "each stands on a line of its own and opens the excerpt below it",
    Placement.TAIL: "each closes the last paragraph of its excerpt",
    Placement.LEAD: "each opens the first paragraph of its excerpt",
    Placement.NOTES: "the excerpt ends in a mark, and a note of that number cites",
}
_KINDS = {
    "quote": "block quotes",
    "bullet": "list items",
    "cell": "table cells",
    "item": "list definitions",
    "indent": "indented paragraphs",
    "": "plain paragraphs",
}


def describe(reading: Reading, profile: LayoutProfile | None = None) -> Iterator[Convention]:
    """Yield the conventions of a page in the order in which a person would ask for them."""
    profile = profile or LayoutProfile()
    decoding = reading.decoding
    items, labels = decoding.items, decoding.labels
    by_label = {k: [item for item, label in zip(items, labels, strict=True) if label == k] for k in range(7)}
    yield _claims(reading, by_label, profile)
    cited = by_label[Label.CITATION]
    odd = [item for item in cited if not item.inline and item.score < 1.0]
    stated = profile.placement is not None or profile.citation_pattern is not None or profile.no_citations
    if cited:
        place = decoding.placement.value
        why = f"{_PLACES[decoding.placement]}; of all placements tried, this one fits the page best"
    else:
        place, why = NONE, "No words on the page read like a citation"
    yield Convention("citations", place, why, len(cited), tuple(_span(item) for item in odd), stated)
    firsts = by_label[Label.FIRST]
    kinds = Counter(item.unit.kind for item in firsts)
    kind = kinds.most_common(1)[0][0] if kinds else ""
    others = [item for item in firsts if item.unit.kind != kind]
    alone = "each in one of its own" if decoding.one_container else "parted by citations and claims"
    yield Convention(
        "excerpts",
        _KINDS.get(kind, kind),
        f"{kinds[kind]} of {len(firsts)} begin so, {alone}",
        kinds[kind],
        tuple(_span(item) for item in others[:50]),
    )
    yield _line_ends(reading, profile)
    yield _blank_lines(items, labels)
    if reading.notes is not None:
        unreferred = set(range(len(reading.notes.definitions))) - {m[2] for m in reading.notes.marks.values()}
        yield Convention(
            "notes",
            "numbered notes",
            f"{len(reading.notes.marks)} marks in the text refer to {len(reading.notes.definitions)} notes",
            len(reading.notes.definitions),
            tuple(
                Span(reading.notes.definitions[i].start, reading.notes.definitions[i].end) for i in sorted(unreferred)
            ),
        )


def _claims(reading: Reading, by_label: dict[int, list[Item]], profile: LayoutProfile) -> Convention:
    decoding = reading.decoding
    stated = profile.claims is not None or profile.claim_pattern is not None
    claims = by_label[Label.CLAIM]
    look = decoding.look
    if look is None:
        return Convention("claims", NONE, "No look of a line marks a heading where an excerpt has ended", 0, (), stated)
    items, labels = decoding.items, decoding.labels
    odd: list[Span] = []
    for i, (item, label) in enumerate(zip(items, labels, strict=True)):
        after = items[i + 1].gap if i + 1 < len(items) else 3
        if look.test(item, after) != (label == Label.CLAIM) and label != Label.TITLE and not item.inline:
            odd.append(_span(item))
    others = sum(
        look.test(item, items[i + 1].gap if i + 1 < len(items) else 3) and labels[i] not in (Label.CLAIM, Label.TITLE)
        for i, item in enumerate(items)
    )
    why = f"{look.right} pieces with this look stand where an excerpt has ended and another is to come"
    if others:
        why += f"; {others} others have it and state no claim"
    return Convention("claims", look.name, why, len(claims), tuple(odd), stated)


def _line_ends(reading: Reading, profile: LayoutProfile) -> Convention:
    if reading.width:
        value = f"wrapped at {reading.width} columns"
        why = "most line ends stand where the next word would not have fitted"
    else:
        value = "a line a paragraph"
        why = "few line ends stand where the next word would not have fitted"
    return Convention("line ends", value, why, len(reading.units), (), profile.wrapped is not None)


def _blank_lines(items: list[Item], labels: list[int]) -> Convention:
    inside = [item for item, label in zip(items, labels, strict=True) if label == Label.MORE and item.gap]
    firsts = [item for item, label in zip(items, labels, strict=True) if label == Label.FIRST]
    parted = sum(1 for item in firsts if item.gap)
    value = "between and inside excerpts" if inside else "between excerpts"
    why = f"{parted} of {len(firsts)} excerpts begin after a blank line; {len(inside)} stand inside excerpts"
    return Convention("blank lines", value, why, parted)


def _span(item: Item) -> Span:
    return Span(item.start, item.end)
