"""Which look of a unit makes it a claim on this page.

Every known way to set a heading is a test on a unit's look. A heading stands where an excerpt has
just been closed (or is about to be opened) and something follows that is no citation; a look that
is met there and hardly anywhere else is the page's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .units import Item

__all__ = ["HeadingLook", "find_heading_look", "looks"]

_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|§+\s*\d{1,3}\.?|№\s*\d{1,3}\.?)\s+(?=\S)")
_ROMAN = re.compile(r"(?=[IVXLC])(?:X?L|L?X{0,3})(?:IX|IV|V?I{0,3})[.)]\s+(?=\S)|C[.)]\s")
LABELLED = re.compile(
    r"(?:thesis|claim|point|proposition|statement|theme|topic|argument|question|issue|finding|allegation|charge|"
    r"these|behauptung|thèse|tesis|tesi|тезис|теза|утверждение)\s*(?:no\.?\s*|nr\.?\s*|№\s*|#\s*)?(?:\d{1,3}|[IVXLC]+)?\s*[.:)—–-]\s*(?=\S)",
    re.I,
)
_LONGEST_HEADING = 260  # characters
_MARKED = re.compile(r"[#=_]|h[1-6]$")

Test = Callable[[Item, int], bool]  # the item and the gap after it


@dataclass(frozen=True, slots=True)
class HeadingLook:
    """A way to set headings: its name, the test, and how well the page follows it.

    ``right`` counts the units with this look where a claim can stand, ``wrong`` those elsewhere.
    """

    name: str
    test: Test
    right: int
    wrong: int
    weight: float


def number_mark(text: str) -> int:
    """How many characters of a heading are its number or label and not its words."""
    match = LABELLED.match(text) or _NUMBERED.match(text) or _ROMAN.match(text)
    return match.end() if match else 0


def _unfinished(item: Item) -> bool:
    return item.shape.last not in ".!,;:…" and item.shape.first not in (
        "",
        *"abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщэюя",
    )


def looks(items: list[Item]) -> list[tuple[str, Test, float]]:
    """Every way of setting a heading that some unit of the page shows: name, test, weight of belief.

    The weights rank looks that fit the page equally well: what is marked as a heading is believed
    before what is only short.
    """
    found: list[tuple[str, Test, float]] = []
    marks = Counter(i.unit.mark for i in items if _MARKED.match(i.unit.mark))
    for mark in marks:
        found.append((mark, lambda i, _, m=mark: i.unit.mark == m, 1.5))  # type: ignore[misc]
    for tag in {i.unit.tag for i in items} & {"dt", "th", "caption", "summary", "legend"}:
        found.append((f"<{tag}>", lambda i, _, t=tag: i.unit.tag == t, 1.4))  # type: ignore[misc]
    columns = Counter(i.unit.column for i in items if i.unit.column)
    for column in columns:
        found.append((f"column {column}", lambda i, _, c=column: i.unit.column == c, 0.9))  # type: ignore[misc]
    styles = Counter((i.unit.tag, i.unit.style) for i in items if i.unit.style)
    for key, count in styles.items():
        if count > 1:
            found.append(
                (
                    f"<{key[0]} class={key[1]}>",
                    lambda i, _, k=key: (i.unit.tag, i.unit.style) == k and _short(i),  # type: ignore[misc]
                    1.2,
                )
            )
    found += [
        ("labelled", lambda i, _: LABELLED.match(i.text) is not None and _short(i), 1.25),
        ("capitals", lambda i, _: i.shape.capitals and _short(i), 1.2),
        ("bold", lambda i, _: i.unit.wrap == "bold" and _short(i), 1.2),
        ("numbered", lambda i, _: _NUMBERED.match(i.text) is not None and _short(i) and not i.unit.container, 1.05),
        ("roman numbers", lambda i, _: _ROMAN.match(i.text) is not None and _short(i) and not i.unit.container, 1.05),
        ("between rules", lambda i, _: i.unit.framed and _short(i), 0.95),
        ("italic", lambda i, _: i.unit.wrap == "italic" and _short(i), 1.0),
        ("set in", lambda i, _: i.unit.indent >= 6 and not i.unit.container and _short(i) and _unfinished(i), 0.95),
        ("title case", lambda i, _: i.shape.title_case and _short(i) and _unfinished(i) and _plain(i), 1.1),
        ("short, ending in a colon", lambda i, _: i.shape.last == ":" and _short(i) and _plain(i), 0.9),
        ("short, after two blank lines", lambda i, _: i.gap >= 2 and _short(i) and _plain(i), 0.9),
        ("short, after three blank lines", lambda i, _: i.gap >= 3 and _short(i) and _plain(i), 0.9),
        ("short, without a full stop", lambda i, _: _short(i) and _unfinished(i) and _plain(i), 0.85),
        (
            "short, between blank lines",
            lambda i, after: i.gap >= 1 and after >= 1 and _short(i) and _plain(i) and _unfinished(i),
            0.86,
        ),
        (
            "short, outside the quotations",
            lambda i, _: (
                _short(i)
                and _plain(i)
                and not i.unit.container
                and not i.unit.indent
                and i.shape.first != ""
                and i.text[:1] not in "\"“”«„‘'"
            ),
            0.8,
        ),
    ]
    return found


def _short(item: Item) -> bool:
    return item.shape.length <= _LONGEST_HEADING and item.shape.words >= 1 and not item.inline


def _plain(item: Item) -> bool:
    """Not inside a block quote or list, and no quotation."""
    return item.unit.kind in ("", "indent") and item.text[:1] not in "\"“”«„‘'"


def find_heading_look(items: list[Item], cited: list[bool], *, before: bool) -> HeadingLook | None:
    """The look that the page gives its claims, ``None`` if it has none.

    Args:
        items: the page in order.
        cited: which items are taken for citations.
        before: whether citations stand before their excerpts.
    """
    gaps_after = [items[i + 1].gap if i + 1 < len(items) else 3 for i in range(len(items))]
    places = _places(items, cited, before)
    bodies = [i for i in range(len(items)) if not cited[i]]
    tests = looks(items)
    best: HeadingLook | None = None
    best_score = 0.0
    for name, test, weight in tests:
        right = wrong = 0
        long = 0
        holders = 0
        for i in bodies:
            if not test(items[i], gaps_after[i]):
                continue
            holders += 1
            if places[i]:
                right += 1
            else:
                wrong += 1
            long += items[i].shape.length > 200
        if not right or holders > 0.8 * len(bodies) and len(bodies) > 6:
            continue
        if long > 0.25 * holders:
            continue
        score = weight * right - 1.6 * wrong
        if score > best_score:
            best_score = score
            best = HeadingLook(name, test, right, wrong, weight)
    return best


def _places(items: list[Item], cited: list[bool], before: bool) -> list[bool]:
    """Whether a claim can stand at each item: an excerpt was just closed, and another is to come."""
    count = len(items)
    places = [False] * count
    for i in range(count):
        if cited[i]:
            continue
        if before:
            places[i] = i + 1 < count and cited[i + 1]
        else:
            closed = i == 0 or cited[i - 1]
            opens = i + 1 < count and not cited[i + 1]
            places[i] = closed and opens
    if not before:
        # what stands before the first citation is a title, a claim and an excerpt in some number
        for i in range(count):
            if cited[i]:
                break
            if i + 1 < count and not cited[i + 1] and i < 6:
                places[i] = True
    return places
