"""One doing told twice, with somebody more or somebody else among those who did it.

Where a sentence tells much of what another tells, the people who stand beside the same word in both are set side by
side: "Oake asked the mate", "Oake and Ames asked the mate". Who is named elsewhere in the other sentence, or right
before or behind it, is not missing from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason
from ..words.kinds import kind_words
from ..words.sames import set_of
from ..words.speech import english_speech
from ..words.stems import stem
from ..words.verbs import base_of, is_irregular_participle, is_irregular_past
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_doers"]

_TOLD_ALIKE = 14.0
_SHARE, _SHARE_OF_LONG, _MUCH = 0.33, 0.25, 0.4  # of all that the shorter says
_SAID = "=said"
_RIGHT_BEHIND = 3
_BESIDE = 7  # words from a row of names to what its people did
_JOINED = re.compile(r"[\s,]*(?:\s(?:and|with|&)\s+(?:with\s+)?)?[\s,]*")
_OPEN = re.compile(r"\W*(?:\w+\W+){0,2}?(?:and|&)\s+(?:\w+\s+){0,2}(?:others?|etc|more|rest|\d+)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:such as|includ\w+|among \w+|especially|particularly|notably|like|first|foremost|primarily)\W*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WITH_ME = re.compile(r",?\s+and\s+(?:I|me|myself|himself|he|she|they)\b")
_WITH_YOU = re.compile(r"\b(?:I|we|you|he|she|him|her|they|them|me),?\s+(?:\w+\s+)?(?:and|with)\s+(?:\w+\s+)?$")
_SEVERAL = 3  # names with marks between them are a list
_DOINGS = frozenset("faced met arrived left writings paid seized chased built sat".split())
_MANY = 30  # names in a sentence: a list of the dead is no doing


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    persons: frozenset[str]
    keys: frozenset[str]  # what stands right beside, words of one event alike
    is_open: bool  # there were others
    is_part: bool  # it names some of several


def differing_doers(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Who did it, with whom, in two tellings of one doing."""
    rows = {
        saying.number: own
        for saying in sayings.all
        if 0 < len(saying.named) <= _MANY and (own := [*_rows(sayings, saying)])
    }
    several = frozenset(number for number, own in rows.items() if any(len(row.persons) > 1 for row in own))
    for pair in sayings.retold(rows.keys(), several):
        if pair.weight < _TOLD_ALIKE or settings.clash(pair.a, pair.b):
            continue
        if settings.days_apart(pair.a, pair.b):
            continue  # two letters of one man, two sessions
        share = pair.weight / min(sayings.weigh(pair.a.features), sayings.weigh(pair.b.features))
        if share < _SHARE_OF_LONG:
            continue
        people = pair.a.features, pair.b.features
        said = pair.distance == 0 and share >= _MUCH
        best: tuple[int, _Row, _Row] | None = None
        for one in rows[pair.a.number]:
            for other in rows[pair.b.number]:
                if not _differ(one, other, people, said):
                    continue
                if share < _SHARE and not _is_exchange(one, other):
                    continue
                beside = len(one.keys & other.keys)
                if best is None or beside > best[0]:
                    best = (beside, one, other)
        if best is None:
            continue
        _, one, other = best
        yield Difference(
            DiscrepancyKind.NAME,
            Words(pair.a, one.start, one.end),
            Words(pair.b, other.start, other.end),
            about_of(pair),
            min(0.75, 0.4 + pair.weight / 80),
            None,
            tuple(sorted(one.persons ^ other.persons)),
            (Reason("both tell of one doing, with other people in it"),),
            pair.weight,
        )


def _differ(one: _Row, other: _Row, people: tuple[frozenset[str], frozenset[str]], said: bool) -> bool:
    """Whether two rows stand for one row, and somebody of the one is nowhere near the other.

    ``said`` lets two verbs of speech be one doing.
    """
    keys = one.keys & other.keys
    if one.persons == other.persons or not one.persons & other.persons or not (keys if said else keys - {_SAID}):
        return False
    more, less = one.persons - other.persons, other.persons - one.persons
    if max(len(one.persons), len(other.persons)) >= _SEVERAL and len(one.persons & other.persons) < _SEVERAL - 1:
        return False
    if one.is_part or other.is_part or (one.is_open and (other.is_open or not more)) or (other.is_open and not less):
        return False
    return not any("@" + person in people[1] for person in more) and not any(
        "@" + person in people[0] for person in less
    )


def _is_exchange(one: _Row, other: _Row) -> bool:
    """Whether one of several is another."""
    return len(one.persons) == len(other.persons) >= _SEVERAL and len(one.persons - other.persons) == 1


def _rows(sayings: Sayings, saying: Saying) -> Iterator[_Row]:
    tokens, text = saying.tokens, saying.text
    row: list[int] = []
    rows: list[list[int]] = []
    events = kind_words("events")
    for at, token in enumerate(tokens):
        if token.named is None:
            continue
        if at + 1 < len(tokens) and tokens[at + 1].named is None and text[token.end : tokens[at + 1].start] == " ":
            called = [t.low for t in tokens[at + 1 : at + 3] if t.named is None]
            if any(word in events for word in called):
                continue  # a trial that is called after somebody
        if row and not _JOINED.fullmatch(text, tokens[row[-1]].end, token.start):
            rows.append(row)
            row = []
        row.append(at)
    if row:
        rows.append(row)
    for row in rows:
        if _is_list(saying, row):
            yield from _row(sayings, saying, row)


def _before(sayings: Sayings, saying: Saying) -> frozenset[str]:
    """The events that the sentence before tells of."""
    own = sayings.of_record[saying.record.id]
    at = saying.number - own[0].number
    return frozenset(set_of(t.low) for t in own[at - 1].tokens if t.named is None) & _DOINGS if at else frozenset()


def _is_list(saying: Saying, row: list[int]) -> bool:
    """Whether names with marks between them are a list: "Oake, Ames and Brill", not "Oake, Ames's mate"."""
    last = saying.tokens[row[-1]].end
    if len(row) == 1:
        return saying.text[last : last + 2] not in ("'s", "’s")
    between = saying.text[saying.tokens[row[-2]].end : saying.tokens[row[-1]].start]
    return (len(row) >= _SEVERAL or bool(re.search(r"and|with|&", between))) and saying.text[last : last + 2] not in (
        "'s",
        "’s",
    )


def _row(sayings: Sayings, saying: Saying, row: list[int]) -> Iterator[_Row]:
    """The row, if some doing stands beside it."""
    tokens = saying.tokens
    start, end = tokens[row[0]].start, tokens[row[-1]].end
    beside = [*tokens[max(0, row[0] - _BESIDE) : row[0]], *tokens[row[-1] + 1 : row[-1] + 1 + _BESIDE]]
    keys = frozenset(_doing(t.low) for t in beside if t.named is None and t.key) - {""}
    speech = english_speech()
    if any(t.low in speech.saying or t.low in speech.naming for t in tokens[row[-1] + 1 : row[-1] + 1 + _RIGHT_BEHIND]):
        keys |= {_SAID}
    if len(row) >= _SEVERAL and not keys - {_SAID}:
        keys |= _before(sayings, saying)
    if not keys:
        return
    persons = frozenset(tokens[n].named.person for n in row)  # type: ignore[union-attr]
    yield _Row(start, end, persons, keys, _is_open(saying, start, end), _is_part(saying, start))


def _doing(word: str) -> str:
    """The doing that a verb or the name of an event tells of; empty for other words, and for deeds done to people."""
    known = set_of(word)
    if known:
        return known if known in _DOINGS else ""
    is_verb = is_irregular_past(word) or is_irregular_participle(word) or word.endswith(("ed", "ing"))
    return stem(base_of(word)) if is_verb and word not in ("including", "concerning", "regarding", "following") else ""


def _is_open(saying: Saying, start: int, end: int) -> bool:
    """Whether others are said to have been there too."""
    if _WITH_ME.match(saying.text, end, saying.end) or _WITH_YOU.search(saying.text, saying.start, start):
        return True
    return bool(_OPEN.match(saying.text, end, min(saying.end, end + 60)))


def _is_part(saying: Saying, start: int) -> bool:
    """Whether only some are named: "among them"."""
    return bool(_SOME.search(saying.text, max(saying.start, start - 40), start))
