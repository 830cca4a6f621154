"""Who was there: rows of names about one occasion of which one has somebody the other has not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..model import DiscrepancyKind, Reason
from ..words.sames import set_of
from .differences import Difference, Words, about_of, around
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_rows"]

# what people do together on one occasion
_OCCASIONS = {
    name: re.compile(words, re.IGNORECASE)
    for name, words in {
        "were there": r"\b(?:were|was) (?:also )?present\b|\bin the presence of\b|\battended\b",
        "went": r"\bwent\b|\bleft for\b|\bcame to\b|\barriv\w+|\btravel\w+|\baccompan\w+|\bdeparted\b"
        r"|\bset (?:off|out)\b|\bon (?:his|her|their) way\b|\breturned to\b|\bflew\b|\bsailed\b",
        "met": r"\bmet\b|\bmeeting\b|\bgathered\b",
        "were confronted": r"\bconfront\w*|\bfaced\b",
        "were tried": r"\btried\b|\btrial\b|\bindicted\b|\bin the dock\b",
        "were arrested": r"\barrest\w*",
        "were put to death": r"\bexecuted\b|\bshot\b|\bhanged\b",
        "were sentenced": r"\bsentenced\b|\bcondemned\b",
    }.items()
}
_ANY = re.compile("|".join(words.pattern for words in _OCCASIONS.values()), re.IGNORECASE)
_OPEN_BEFORE = re.compile(r"\b(?:such as|includ\w+|among \w+|especially|particularly|notably|like)\W*$", re.IGNORECASE)
_OPEN_AFTER = re.compile(r"\W*(?:\w+\W+){0,2}(?:and|&)\s+(?:\w+\s+){0,2}(?:others?|etc|more|rest|\d+)\b", re.IGNORECASE)
_LONG = 6  # people in a row so long that almost the same row is told of one occasion
_GROUP = 5  # people who stand together in two rows alone: one group
_NEAR_BY = 5  # sentences
_MOST = 20  # rows with one person beside one word
_SHORT = 40  # words
_AROUND = 70  # code points on either side of a row
_LEAST = 9.0
_LOCAL = 7.0
_WITH_PEOPLE = 14.0


@dataclass(frozen=True, slots=True)
class _Row:
    saying: Saying
    start: int
    end: int
    persons: frozenset[str]
    features: frozenset[str]
    occasion: frozenset[str]
    is_open: bool


def differing_rows(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Who stands in one row and not in the other."""
    named = [row for saying in sayings.all if len(saying.named) >= 3 for row in _named_rows(saying)]
    yield from _exchanged(sayings, settings, named)
    yield from _grouped(sayings, settings, named)
    rows = [row for saying in sayings.all if len(saying.named) >= 2 for row in _rows(saying)]
    for one, other, _weight in sayings.meetings(rows, _LEAST):
        both = one.persons & other.persons
        if len(both) < 2 or one.persons == other.persons or not settings.may_be_one(one.saying, other.saying):
            continue
        if not one.occasion & other.occasion or (one.is_open and other.is_open):
            continue
        if (one.is_open and one.persons < other.persons) or (other.is_open and other.persons < one.persons):
            continue
        shared = frozenset(f for f in one.features & other.features if f[0] != "@")
        local = sayings.weigh(shared)
        people = sayings.weigh(frozenset("@" + person for person in both))
        if not shared or (local < _LOCAL and local + people < _WITH_PEOPLE) or (len(both) < 3 and len(shared) < 2):
            continue
        pair = sayings.pair(one.saying, other.saying)
        yield Difference(
            DiscrepancyKind.PRESENCE,
            Words(one.saying, one.start, one.end),
            Words(other.saying, other.start, other.end),
            about_of(pair, shared),
            min(0.85, 0.3 + local / 40 + pair.weight / 80),
            None,
            tuple(sorted(one.persons ^ other.persons)),
            (Reason("both name several of the same people in one row, in the same words around"),),
            local,
        )


def _exchanged(sayings: Sayings, settings: Settings, named: list[_Named]) -> Iterator[Difference]:
    """Rows of three or more who are said to have done one thing, one of them another in the other account.

    They must stand beside one word, or words of one event; of long rows, almost the same, not even
    that.
    """
    places: defaultdict[tuple[str, str], list[_Named]] = defaultdict(list)
    for row in named:
        for key in sorted(row.heads | {"*"} if len(row.persons) >= _LONG else row.heads):
            for person in dict.fromkeys(row.persons):
                places[key, person].append(row)
    seen: set[tuple[int, int, int, int]] = set()
    for rows in places.values():
        for n, one in enumerate(rows[:_MOST]):
            for other in rows[n + 1 : _MOST]:
                both = (one.saying.number, one.start, other.saying.number, other.start)
                if both in seen or one.saying.record is other.saying.record:
                    continue
                seen.add(both)
                if not _is_one_row(one, other) or settings.clash(one.saying, other.saying):
                    continue
                pair = sayings.pair(one.saying, other.saying)
                yield Difference(
                    DiscrepancyKind.NAME if len(one.persons) == len(other.persons) else DiscrepancyKind.PRESENCE,
                    Words(one.saying, one.start, one.end),
                    Words(other.saying, other.start, other.end),
                    about_of(pair),
                    min(0.75, 0.4 + pair.weight / 60),
                    None,
                    tuple(sorted(set(one.persons) ^ set(other.persons))),
                    (
                        Reason(
                            "both name people in one row, one of whom is another, who are said to have done one thing"
                        ),
                    ),
                    pair.weight,
                )


def _grouped(sayings: Sayings, settings: Settings, named: list[_Named]) -> Iterator[Difference]:
    """Rows that share a group of people who stand together nowhere else, with somebody more in one of them."""
    rows = [(row, frozenset(row.persons)) for row in named if len(row.persons) >= _GROUP]
    for (one, here), (other, there) in combinations(rows, 2):
        both, more = here & there, here ^ there
        if len(both) < _GROUP or not 0 < len(more) < len(both) or one.saying.record is other.saying.record:
            continue
        records = {one.saying.record.id, other.saying.record.id}
        if any(len(both.intersection(row.persons)) >= 3 and row.saying.record.id not in records for row in named):
            continue
        near = sayings.around(one.saying, _NEAR_BY) & sayings.around(other.saying, _NEAR_BY)
        if settings.clash(one.saying, other.saying) or any("@" + person in near for person in more):
            continue  # who stands right before or behind the row is not missing from it
        pair = sayings.pair(one.saying, other.saying)
        if all(feature[0] == "@" for feature in pair.shared):
            continue  # one group, of which other things are told
        yield Difference(
            DiscrepancyKind.PRESENCE,
            Words(one.saying, one.start, one.end),
            Words(other.saying, other.start, other.end),
            about_of(pair),
            min(0.75, 0.4 + pair.weight / 60),
            None,
            tuple(sorted(more)),
            (Reason("both name a group of people who stand together nowhere else, in one of them with others"),),
            pair.weight,
        )


@dataclass(frozen=True, slots=True)
class _Named:
    saying: Saying
    start: int
    end: int
    persons: tuple[str, ...]
    heads: frozenset[str]


def _named_rows(saying: Saying) -> Iterator[_Named]:
    tokens = saying.tokens
    row: list[int] = []
    for at in range(len(tokens) + 1):
        token = tokens[at] if at < len(tokens) else None
        if token is not None and token.named is not None and (not row or token.start - tokens[row[-1]].end <= 8):
            row.append(at)
            continue
        if token is not None and row and token.low in ("and", "with"):
            continue
        if len(row) >= 3:
            beside = tokens[max(0, row[0] - 3) : row[0]] + tokens[row[-1] + 1 : row[-1] + 4]
            heads = {set_of(t.low) or t.key for t in beside if t.named is None} - {"", "men"}
            start, end = tokens[row[0]].start, tokens[row[-1]].end
            if not _OPEN_AFTER.match(saying.text, end, min(saying.end, end + 60)):
                persons = tuple(tokens[n].named.person for n in row)  # type: ignore[union-attr]
                yield _Named(saying, start, end, persons, frozenset(heads))
        row = [at] if token is not None and token.named is not None else []


def _is_one_row(one: _Named, other: _Named) -> bool:
    if one.persons == other.persons:
        return False
    if (
        len(one.persons) == len(other.persons)
        and sum(a != b for a, b in zip(one.persons, other.persons, strict=True)) == 1
    ):
        return True
    both = set(one.persons) & set(other.persons)
    return len(both) >= _LONG and len(set(one.persons) ^ set(other.persons)) <= 2


def _rows(saying: Saying) -> Iterator[_Row]:
    row: list[int] = []
    tokens = saying.tokens
    for at, token in enumerate(tokens):
        if token.named is None:
            if token.low in ("and", "with", "also") and row:
                continue
            if row:
                yield from _row(saying, row)
                row = []
            continue
        between = saying.text[tokens[row[-1]].end : token.start] if row else ""
        if between in ("-", "–"):  # "the Ash-Reed trial" is called after two
            row = []
        if row and len(between) > 10:
            yield from _row(saying, row)
            row = []
        row.append(at)
    if row:
        yield from _row(saying, row)
    yield from _party(saying)


def _party(saying: Saying) -> Iterator[_Row]:
    """All who are named in a short sentence that tells of a journey or a meeting."""
    tokens = saying.tokens
    named = [token for token in tokens if token.named is not None]
    persons = frozenset(token.named.person for token in named if token.named is not None)
    if len(persons) < 3 or len(tokens) > _SHORT:
        return
    features = frozenset(token.key for token in tokens) - {""}
    occasion = _occasions(saying, named[0].start, named[-1].end) & {"went"}
    if occasion:
        start, end = named[0].start, named[-1].end
        is_open = bool(_OPEN_AFTER.match(saying.text, end, min(saying.end, end + 60)))
        yield _Row(saying, start, end, persons, features, occasion, is_open)


def _row(saying: Saying, row: list[int]) -> Iterator[_Row]:
    tokens = saying.tokens
    persons = frozenset(tokens[at].named.person for at in row)  # type: ignore[union-attr]
    if len(persons) >= 2:
        start, end = tokens[row[0]].start, tokens[row[-1]].end
        features = {token.key for token in around(saying, start, end)} - {""}
        occasion = _occasions(saying, start, end)
        if not occasion:
            return
        is_open = bool(_OPEN_BEFORE.search(saying.text, max(saying.start, start - 30), start)) or bool(
            _OPEN_AFTER.match(saying.text, end, min(saying.end, end + 60))
        )
        people = {"@" + person for person in persons}
        yield _Row(saying, start, end, persons, frozenset(features | people), occasion, is_open)


def _occasions(saying: Saying, start: int, end: int) -> frozenset[str]:
    """What the words around a row say that those did."""
    first, last = max(saying.start, start - _AROUND), min(saying.end, end + _AROUND)
    if not _ANY.search(saying.text, first, last):
        return frozenset()
    return frozenset(name for name, words in _OCCASIONS.items() if words.search(saying.text, first, last))
