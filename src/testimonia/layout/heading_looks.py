"""Every known way to set a heading, as a test on the look of a piece."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from .heading_numbers import LABELLED, NUMBERINGS, number_mark
from .units import Item

__all__ = [
    "LONGEST_HEADING",
    "STRIKING",
    "Test",
    "can_run_on",
    "is_heading_mark",
    "is_plain",
    "is_short",
    "is_unfinished",
    "looks",
    "name_of_mark",
]

_MOST_LOOKS = 40  # columns of a table, or classes of a web page, that are tried
_FEW_WORDS = 2
_OPENING = tuple('«“„"')
_ENDS_SENTENCE = tuple(".!?,;:…-–—")
_MOSTLY = 0.5
LONGEST_HEADING = 260  # characters
# the weight from which a look is striking (capitals, bold, a label) and says more of itself
STRIKING = 1.1
_MARKED = re.compile(r"[#=_]|h[1-6]$")
_UNFINISHED = frozenset(
    "a an and as at but by for from in into of on or the to with der die das und von le la les et de du".split()
)

Test = Callable[[Item, int], bool]
"""Whether an item has a look; it is given the gap after it too."""


def looks(items: list[Item]) -> list[tuple[str, Test, float]]:
    """Every way of setting a heading that some unit of the page shows: name, test, weight of belief.

    The weights rank looks that fit the page equally well: what is marked as a heading is believed
    before what is only short.
    """
    found: list[tuple[str, Test, float]] = []
    marks = Counter(i.unit.mark for i in items if is_heading_mark(i.unit.mark))
    for mark in marks:
        found.append((name_of_mark(mark), lambda i, _, m=mark: i.unit.mark == m, 1.5))  # type: ignore[misc]
    for tag in {i.unit.tag for i in items} & {"dt", "th", "caption", "summary", "legend"}:
        found.append((f"<{tag}>", lambda i, _, t=tag: i.unit.tag == t, 1.4))  # type: ignore[misc]
    for sign in {i.unit.mark for i in items if i.unit.mark.startswith(("sign", "framed"))}:
        found.append((sign, lambda i, _, m=sign: i.unit.mark == m and is_short(i), 1.3))  # type: ignore[misc]
    columns = Counter(i.unit.column for i in items if i.unit.column)
    for column, _ in columns.most_common(_MOST_LOOKS):
        found.append((f"column {column}", lambda i, _, c=column: i.unit.column == c, 0.9))  # type: ignore[misc]
    styles = Counter((i.unit.tag, i.unit.style) for i in items if i.unit.style)
    for key, count in styles.most_common(_MOST_LOOKS):
        if count > 1:
            found.append(
                (
                    f"<{key[0]} class={key[1]}>",
                    lambda i, _, k=key: (i.unit.tag, i.unit.style) == k and is_short(i),  # type: ignore[misc]
                    1.2,
                )
            )
    striking: list[tuple[str, Test, float]] = [
        ("labelled", lambda i, _: LABELLED.match(i.text) is not None and is_short(i), 1.25),
        ("capitals", lambda i, _: i.shape.capitals and is_short(i), 1.2),
        ("bold", lambda i, _: i.unit.wrap == "bold" and is_short(i), 1.2),
        *(
            (name, lambda i, _, p=pattern: p.match(i.text) is not None and is_short(i) and not i.unit.container, 1.1)
            for name, pattern in NUMBERINGS.items()
        ),
        ("title case", lambda i, _: _titled(i) and is_short(i) and is_plain(i), 1.1),
    ]
    found += striking
    # on a page with blank lines, the headings of quoted documents often have none of their own
    for name, test, weight in striking:
        found.append((f"{name}, between blank lines", lambda i, a, t=test: i.gap >= 1 and a >= 1 and t(i, a), weight))  # type: ignore[misc]
        found.append((f"{name}, after two blank lines", lambda i, a, t=test: i.gap >= 2 and t(i, a), weight))  # type: ignore[misc]
    quoted = _quotes_its_excerpts(items)
    found.append(("in quotation marks", lambda i, _: _is_in_marks(i, quoted=quoted), 0.9))
    found += [
        ("run-in", lambda i, _: i.unit.mark == "run-in", 1.3),
        ("at the head of a sheet", lambda i, _: i.unit.opens_sheet and is_short(i) and is_plain(i), 1.1),
        ("subject of a message", lambda i, _: i.unit.mark == "subject", 1.3),
        ("between rules", lambda i, _: i.unit.framed and is_short(i), 0.95),
        ("italic", lambda i, _: i.unit.wrap == "italic" and is_short(i), 1.0),
        ("set in", lambda i, _: i.unit.indent >= 6 and not i.unit.container and is_short(i) and is_unfinished(i), 0.95),
        # a line that ends in a colon and is followed at once only announces what follows
        (
            "short, ending in a colon",
            lambda i, a: i.shape.last == ":" and i.gap <= a and is_short(i) and is_plain(i),
            0.9,
        ),
        ("short, after two blank lines", lambda i, _: i.gap >= 2 and is_short(i) and is_plain(i), 0.9),
        ("short, after three blank lines", lambda i, _: i.gap >= 3 and is_short(i) and is_plain(i), 0.9),
        ("short, without a full stop", lambda i, _: is_short(i) and is_unfinished(i) and is_plain(i), 0.85),
        (
            "short, between blank lines",
            lambda i, after: i.gap >= 1 and after >= 1 and is_short(i) and is_plain(i) and is_unfinished(i),
            0.86,
        ),
        (
            "short, outside the quotations",
            lambda i, _: (
                is_short(i)
                and is_plain(i)
                and not i.unit.container
                and not i.unit.indent
                and i.shape.first != ""
                and i.text[:1] not in "\"“”«„‘'"
            ),
            0.8,
        ),
    ]
    return found


def _is_in_marks(item: Item, *, quoted: bool) -> bool:
    """Whether a short unit stands in quotation marks; where excerpts do, too, it may end no sentence."""
    if item.text[:1] not in _OPENING or item.text[-1:] not in '»”“"' or not is_short(item):
        return False
    return not (quoted and item.text[-2:-1] in _ENDS_SENTENCE)


def _quotes_its_excerpts(items: list[Item]) -> bool:
    """Whether what is too long for a heading stands in quotation marks: then these are not how headings are set."""
    long = [i.text[:1] in _OPENING for i in items if i.shape.length > LONGEST_HEADING and not i.inline]
    return sum(long) > _MOSTLY * len(long)


def is_heading_mark(mark: str) -> bool:
    """Whether a unit's mark is one that is made for headings: ``#2``, ``=2``, ``_-``, ``h3``."""
    return _MARKED.match(mark) is not None


def name_of_mark(mark: str) -> str:
    """What a person calls a mark of headings.

    >>> name_of_mark("#2"), name_of_mark("=2"), name_of_mark("_-"), name_of_mark("h3")
    ('## headings', '== headings ==', 'underlined with -', '<h3> headings')
    """
    if mark[0] == "_":
        return f"underlined with {mark[1]}"
    if mark[0] == "h":
        return f"<{mark}> headings"
    signs = mark[0] * int(mark[1:])
    return f"{signs} headings" if mark[0] == "#" else f"{signs} headings {signs}"


def can_run_on(item: Item, after: Item) -> bool:
    """Whether the second of two lines set as headings can go on with the first: no number, no lone word opens it."""
    last = item.text.rstrip().rsplit(" ", 1)[-1].casefold()
    return number_mark(after.text) == 0 and (after.shape.words > _FEW_WORDS or last in _UNFINISHED)


def is_short(item: Item) -> bool:
    """Not longer than any heading."""
    return item.shape.length <= LONGEST_HEADING and item.shape.words >= 1 and not item.inline


def is_plain(item: Item) -> bool:
    """Not inside a block quote or list, and no quotation."""
    return item.unit.kind in ("", "indent") and item.text[:1] not in "\"“”«„‘'"


def is_unfinished(item: Item) -> bool:
    """Without a stop at its end or a small letter at its beginning."""
    return item.shape.last not in ".!,;:…" and item.shape.first not in (
        "",
        *"abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщэюя",
    )


def _titled(item: Item) -> bool:
    """Set in title case, and not in capitals, which have a look of their own."""
    return item.shape.title_case and not item.shape.capitals and item.shape.last not in ",;:"
