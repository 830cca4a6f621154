"""Which look of a unit makes it a claim on this page.

Every known way to set a heading is a test on a unit's look. A heading stands where an excerpt has
just been closed (or is about to be opened) and something follows that is no citation; a look that
is met there and hardly anywhere else is the page's own.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .evidence import is_dateline
from .units import Item

__all__ = [
    "BARE_NUMBER",
    "BY_PATTERN",
    "FIRST_HEADING",
    "PART_NUMBER",
    "SECTION_WORDS",
    "HeadingLook",
    "can_run_on",
    "claim_places",
    "find_first_heading",
    "find_heading_look",
    "find_numbering",
    "find_uncited_look",
    "in_sequence",
    "is_heading_mark",
    "looks",
    "name_of_mark",
    "number_mark",
    "number_of",
]

_NUMBERINGS = {
    "numbered 1.": re.compile(r"\d{1,3}\.\s+(?=\S)"),
    "numbered 1.1": re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?=\S)"),
    "numbered 1 -": re.compile(r"\d{1,3}\s*[—–:-]\s*(?=[^\W\d_])"),
    "numbered 1)": re.compile(r"\d{1,3}\)\s+(?=\S)"),
    "numbered (1)": re.compile(r"\(\d{1,3}\)\s+(?=\S)"),
    "numbered § 1": re.compile(r"(?:§+|№|No\.|Nr\.)\s*\d{1,3}\.?\s+(?=\S)"),
    "numbered I.": re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[.)]\s+(?=\S)"),
    "lettered": re.compile(r"(?:[A-Z][.)]|\([A-Za-z]\))\s+(?=[A-Z\d“])"),
}
_IN_WORDS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth)(?!\\w)"
LABELLED = re.compile(
    r"(?:(?:thesis|claim|point|proposition|statement|theme|topic|argument|question|issue|finding|allegation|charge|"
    r"these|behauptung|thèse|tesis|tesi|тезис|теза|утверждение)\s*(?:no\.?\s*|nr\.?\s*|№\s*|#\s*)?"
    rf"(?:\d{{1,3}}|[IVXLC]+|{_IN_WORDS})?"
    r"|[^\W\d_]{1,14}\.?\s?(?:no\.?\s*|nr\.?\s*|№\s*|#\s*)?\d{1,3})\s*[.:)—–-]+\s*(?=[^\W_])",
    re.I,
)
SECTION_WORDS = re.compile(
    r"(?:part|book|chapter|section|volume|teil|kapitel|abschnitt|partie|chapitre|livre|parte|capítulo|часть|глава|раздел)"
    r"\s+(?:\d{1,3}|[IVXLC]+|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)\b",
    re.I,
)
_MOST_LOOKS = 40  # columns of a table, or classes of a web page, that are tried
# Names of looks that no page shows by itself.
BY_PATTERN, FIRST_HEADING = "found by a pattern", "over the first excerpt"
_FEW_WORDS = 2
_FEWEST_EXCERPTS = 6  # that show that a page counts its excerpts
_NUMBERED_SHARE = 0.6  # of a page's claims
_LONGEST_HEADING = 260  # characters
# Below this a look that is no mark of headings goes with the places of claims by chance; less will do on
# a page of few pieces.
_LEAST_FIT, _LEAST_SHARE = 3.0, 0.25
_MARK_SHARE = 0.33
# A striking look (capitals, bold, a label) says more of itself, so that two claims on a short page are enough.
_STRIKING = 1.1
_LEAST_FIT_STRIKING = 0.6
_MARKED = re.compile(r"[#=_]|h[1-6]$")

Test = Callable[[Item, int], bool]  # the item and the gap after it


@dataclass(frozen=True, slots=True)
class HeadingLook:
    """A way to set headings: its name, the test, and how well the page follows it.

    ``right`` counts the units with this look where a claim can stand, ``wrong`` those elsewhere;
    ``fit`` is how strongly the look and those places go together (a log-likelihood ratio).
    """

    name: str
    test: Test
    right: int
    wrong: int
    fit: float
    mark: str = ""  # the mark of headings that the look is, where it is one
    stated: bool = False  # by a person: what does not have the look is no claim then


PART_NUMBER = re.compile(r"\d{1,2}\.?\s+[^\W\d_]")
BARE_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,12}\.?\s)?(?:no\.?\s*|nr\.?\s*|№\s*|#\s*)?(?:\d{1,4}|[IVXLC]+)[.:)]?(?:\s?[-–—])?$", re.I
)


@lru_cache(maxsize=4096)  # each way of setting asks for all pieces of the page
def number_mark(text: str, numbering: re.Pattern[str] | None = None) -> int:
    """How many characters of a heading are its number or label and not its words.

    ``numbering`` is the way in which the page numbers its claims; ``None`` takes any.
    """
    for pattern in (LABELLED, *_NUMBERINGS.values()) if numbering is None else (numbering,):
        match = pattern.match(text)
        if match is not None:
            return match.end()
    return 0


_NUMBER_IN = re.compile(r"(\d{1,3})(?:\.(\d{1,3}))?|(?<![^\W_])([IVXLC]+)(?![^\W_])")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def number_of(text: str) -> tuple[int, int] | None:
    """The number in a heading's mark as part and place; ``None`` where it has none.

    >>> number_of("Claim XII: The ferry left"), number_of("3.1 The ferry left")
    ((0, 12), (3, 1))
    """
    found = _NUMBER_IN.search(text[: number_mark(text)])
    if found is None:
        return None
    if found.group(3):
        values = [_ROMAN[c] for c in found.group(3)] + [0]
        return 0, sum(v if v >= after else -v for v, after in pairwise(values))
    return (int(found.group(1)), int(found.group(2))) if found.group(2) else (0, int(found.group(1)))


def in_sequence(numbers: list[tuple[int, int] | None]) -> list[bool]:
    """Which of the numbers count on: each follows the one before it in the longest such run through the page.

    One or two may be missing: a heading that was not taken for one breaks no count.
    """
    # the best run that ends in a number, as its length and the place before
    best: dict[tuple[int, int], tuple[int, int]] = {}
    back = [-1] * len(numbers)
    longest = (0, -1)
    for i, number in enumerate(numbers):
        if number is None:
            continue
        part, place = number
        before = [best.get((part, place - step), (0, -1)) for step in range(1, _MISSED + 2)]
        if part:
            before += [best[key] for key in best if key[0] == part - 1] if place == 1 else []
        length, at = max(before)
        back[i] = at
        if length + 1 > best.get(number, (0, -1))[0]:
            best[number] = (length + 1, i)
        longest = max(longest, (length + 1, i))
    counted = [False] * len(numbers)
    at = longest[1]
    while at >= 0:
        counted[at] = True
        at = back[at]
    return counted


_MISSED = 2  # numbers of a count that may be missing in a row
_UNFINISHED = frozenset(
    "a an and as at but by for from in into of on or the to with der die das und von le la les et de du".split()
)


def can_run_on(item: Item, after: Item) -> bool:
    """Whether the second of two lines set as headings can go on with the first: no number, no lone word opens it."""
    last = item.text.rstrip().rsplit(" ", 1)[-1].casefold()
    return number_mark(after.text) == 0 and (after.shape.words > _FEW_WORDS or last in _UNFINISHED)


def find_numbering(texts: list[str]) -> re.Pattern[str] | None:
    """How most of these headings are numbered, ``None`` if they are not."""
    for pattern in (LABELLED, *_NUMBERINGS.values()):
        if sum(pattern.match(text) is not None for text in texts) >= _NUMBERED_SHARE * len(texts):
            return pattern
    return None


def _unfinished(item: Item) -> bool:
    return item.shape.last not in ".!,;:…" and item.shape.first not in (
        "",
        *"abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщэюя",
    )


def _titled(item: Item) -> bool:
    """Set in title case, and not in capitals, which have a look of their own."""
    return item.shape.title_case and not item.shape.capitals and item.shape.last not in ",;:"


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
        found.append((sign, lambda i, _, m=sign: i.unit.mark == m and _short(i), 1.3))  # type: ignore[misc]
    columns = Counter(i.unit.column for i in items if i.unit.column)
    for column, _ in columns.most_common(_MOST_LOOKS):
        found.append((f"column {column}", lambda i, _, c=column: i.unit.column == c, 0.9))  # type: ignore[misc]
    styles = Counter((i.unit.tag, i.unit.style) for i in items if i.unit.style)
    for key, count in styles.most_common(_MOST_LOOKS):
        if count > 1:
            found.append(
                (
                    f"<{key[0]} class={key[1]}>",
                    lambda i, _, k=key: (i.unit.tag, i.unit.style) == k and _short(i),  # type: ignore[misc]
                    1.2,
                )
            )
    striking: list[tuple[str, Test, float]] = [
        ("labelled", lambda i, _: LABELLED.match(i.text) is not None and _short(i), 1.25),
        ("capitals", lambda i, _: i.shape.capitals and _short(i), 1.2),
        ("bold", lambda i, _: i.unit.wrap == "bold" and _short(i), 1.2),
        *(
            (name, lambda i, _, p=pattern: p.match(i.text) is not None and _short(i) and not i.unit.container, 1.1)
            for name, pattern in _NUMBERINGS.items()
        ),
        ("title case", lambda i, _: _titled(i) and _short(i) and _plain(i), 1.1),
    ]
    found += striking
    # on a page with blank lines, the headings of quoted documents often have none of their own
    for name, test, weight in striking:
        found.append((f"{name}, between blank lines", lambda i, a, t=test: i.gap >= 1 and a >= 1 and t(i, a), weight))  # type: ignore[misc]
        found.append((f"{name}, after two blank lines", lambda i, a, t=test: i.gap >= 2 and t(i, a), weight))  # type: ignore[misc]
    found += [
        ("run-in", lambda i, _: i.unit.mark == "run-in", 1.3),
        ("subject of a message", lambda i, _: i.unit.mark == "subject", 1.3),
        ("in quotation marks", lambda i, _: i.text[:1] in '«“„"' and i.text[-1:] in '»”“"' and _short(i), 0.9),
        ("between rules", lambda i, _: i.unit.framed and _short(i), 0.95),
        ("italic", lambda i, _: i.unit.wrap == "italic" and _short(i), 1.0),
        ("set in", lambda i, _: i.unit.indent >= 6 and not i.unit.container and _short(i) and _unfinished(i), 0.95),
        # a line that ends in a colon and is followed at once only announces what follows
        ("short, ending in a colon", lambda i, a: i.shape.last == ":" and i.gap <= a and _short(i) and _plain(i), 0.9),
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
    places = claim_places(items, cited, before=before)
    bodies = [i for i in range(len(items)) if not cited[i]]
    tests = looks(items)
    marks = {name_of_mark(i.unit.mark): i.unit.mark for i in items if is_heading_mark(i.unit.mark)}
    best: HeadingLook | None = None
    best_marked: HeadingLook | None = None
    best_score = best_marked_score = 0.0
    places_in_all = sum(places[i] for i in bodies)
    for name, test, weight in tests:
        right = wrong = long = 0
        for i in bodies:
            if test(items[i], gaps_after[i]):
                right += places[i]
                wrong += not places[i]
                long += items[i].shape.length > 200
        holders = right + wrong
        numbering = _NUMBERINGS.get(name.split(",")[0])
        if numbering is not None and _counts_paragraphs(items, bodies, places, numbering):
            continue
        if not right or (holders > 0.8 * len(bodies) and len(bodies) > 6) or long > 0.25 * holders:
            continue
        fit = _fit(right, wrong, places_in_all, len(bodies))
        mark = marks.get(name, "")
        marked = bool(mark) and right >= wrong and (right > 1 or places_in_all < 4)
        score = weight * fit
        least = _LEAST_FIT_STRIKING if weight >= _STRIKING else min(_LEAST_FIT, _LEAST_SHARE * len(bodies))
        found = HeadingLook(name, test, right, wrong, fit, mark)
        if marked and score > best_marked_score:
            best_marked_score, best_marked = score, found
        if score > best_score and fit >= least:
            best_score, best = score, found
    # a mark of headings is believed before any look, unless it fits far worse
    if best_marked is not None and (best is None or best_marked.fit >= _MARK_SHARE * best.fit):
        return best_marked
    return best


def _counts_paragraphs(items: list[Item], bodies: list[int], places: list[bool], numbering: re.Pattern[str]) -> bool:
    """Whether it is the excerpts that are numbered so and not the claims: what bears the number runs long."""
    numbered = [items[i].shape.length for i in bodies if places[i] and numbering.match(items[i].text)]
    return sum(length > _LONGEST_HEADING for length in numbered) > 0.25 * len(numbered)


def _fit(right: int, wrong: int, places: int, count: int) -> float:
    """Half of Dunning's log-likelihood ratio between having the look and standing where a claim can.

    0 where the look is met elsewhere as often as there.
    """
    table = ((right, wrong), (places - right, count - places - wrong))
    holders = right + wrong
    if right * count <= holders * places:
        # every unit is a place: then all that counts is how many have the look
        return float(right) if places == count and right else 0.0
    total = 0.0
    for row, margin in zip(table, (holders, count - holders), strict=True):
        for observed, column in zip(row, (places, count - places), strict=True):
            expected = margin * column / count
            if observed and expected:
                total += observed * math.log(observed / expected)
    return total


def find_uncited_look(items: list[Item]) -> HeadingLook | None:
    """The look of claims on a page without a single citation: the one most pieces have, each with text under it."""
    after = [items[i + 1].gap if i + 1 < len(items) else 3 for i in range(len(items))]
    marks = {name_of_mark(i.unit.mark): i.unit.mark for i in items if is_heading_mark(i.unit.mark)}
    best: HeadingLook | None = None
    for name, test, weight in looks(items):
        if weight < _STRIKING:
            continue
        holders = [i for i in range(len(items)) if test(items[i], after[i])]
        bare = sum(1 for i in holders if i + 1 == len(items) or test(items[i + 1], after[i + 1]))
        score = weight * (len(holders) - 3 * bare)
        if 2 <= len(holders) <= 0.6 * len(items) and score > (best.fit if best is not None else 0.0):
            best = HeadingLook(name, test, len(holders) - bare, bare, score, marks.get(name, ""))
    return best


def find_first_heading(items: list[Item], cited: list[bool]) -> HeadingLook | None:
    """The one claim of a page whose headings show no habit: what stands over the first excerpt, under the title."""
    first = next((i for i, is_cited in enumerate(cited) if is_cited), 0)
    for i in range(1, first):
        item, after = items[i], items[i + 1]
        is_heading = _short(item) and _plain(item) and _unfinished(item) and 2 < item.shape.words < 30
        opens = after.shape.length > 120 or not _unfinished(after) or number_mark(after.text) > 0
        if is_heading and opens and not is_dateline(item.text):
            return HeadingLook(FIRST_HEADING, lambda other, _, it=item: other is it, 1, 0, 0.5)  # type: ignore[misc]
    return None


def _counted_excerpts(items: list[Item], cited: list[bool]) -> list[int]:
    """The excerpts that a page numbers through: nearly all that follows a citation counts on, and many run long."""
    at = [i for i in range(1, len(items)) if cited[i - 1] and not cited[i]]
    if len(at) < _FEWEST_EXCERPTS:
        return []
    counted = in_sequence([number_of(items[i].text) for i in at])
    numbered = [i for i, is_counted in zip(at, counted, strict=True) if is_counted]
    long = sum(items[i].shape.length > _LONGEST_HEADING for i in numbered)
    return numbered if len(numbered) >= 0.8 * len(at) and long > 0.25 * len(numbered) else []


def claim_places(items: list[Item], cited: list[bool], *, before: bool) -> list[bool]:
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
    for i in _counted_excerpts(items, cited):
        places[i] = False
    if not before:
        # what stands before the first citation is a title, a claim and an excerpt in some number
        for i in range(count):
            if cited[i]:
                break
            if i + 1 < count and not cited[i + 1] and i < 6:
                places[i] = True
    return places
