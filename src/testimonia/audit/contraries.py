"""What answers a claim of one sort in words that by themselves say otherwise: "he sent it back" under "HE WAS BRIBED".

The sorts are data (``contraries.toml``), English so far.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from testimonia.model import Span

from .contexts import is_his_voice, is_of_others, is_supposed
from .denied import clause_around
from .exhibits import Exhibit, Point
from .lines import Line
from .sides import clause_begin, is_of_another_subject

__all__ = ["borne_out", "contraries", "may_be_borne_out"]

_DATA = Path(__file__).with_name("contraries.toml")
_NEGATIONS = re.compile(r"\b(?:no|not|never|nobody|none|without|nothing|neither)\b|n[’']t\b", re.IGNORECASE)
_BRIEF = 6  # sentences of an excerpt that speaks of little else
_FIRST = frozenset(("i", "we"))
_AUXILIARIES = 4  # words from an "I" to its verb


class _Row(NamedTuple):
    """One sort of claim; ``denies`` where the claim itself has that there was nothing of it, ``both`` where it may.

    ``others``: what anybody does answers it.
    """

    asks: tuple[str, ...]
    said: str  # in small letters
    answered: str
    hints: frozenset[str]
    but: frozenset[str]
    denies: bool
    both: bool
    others: bool
    told: str  # what bears such a claim out, empty where nothing does by itself

    @property
    def says(self) -> re.Pattern[str]:
        """What of a claim in small letters makes it one of this sort."""
        return _pattern(self.said)

    @property
    def answers(self) -> re.Pattern[str]:
        """What answers it: made where a claim is of this sort, which most sorts have none of on a page."""
        return _pattern(self.answered)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@cache
def _rows() -> tuple[_Row, ...]:
    tables = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    answers = {name: row["answers"] for name, row in tables.items()}
    return tuple(
        _Row(
            tuple(row["asks"].split()),
            "|".join(row["says"]),
            "|".join(row["answers"]),
            frozenset(row["words"].split()),
            frozenset(row.get("but", "").split()),
            row.get("denies", False),
            row.get("both", False),
            row.get("others", False),
            "|".join((*row.get("tells", ()), *answers.get(row.get("mirror", ""), ()))),
        )
        for row in tables.values()
    )


@lru_cache(maxsize=256)
def _asked(claim: str) -> tuple[tuple[Span, _Row], ...]:
    """The rows that a claim is of, with the words of it."""
    denies = _NEGATIONS.search(claim) is not None
    low = claim.lower()
    if len(low) != len(claim):
        low = claim  # a letter whose small form is two
    found = []
    for row in _rows():
        if not any(map(low.__contains__, row.asks)):
            continue
        own = row.says.search(low) if row.denies or row.both or not denies else None
        if own is not None and not row.answers.search(claim):
            found.append((Span(*own.span()), row))
    return tuple(found)


def contraries(exhibit: Exhibit) -> Iterator[Point]:
    """The first answer of each row that the claim is of."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    if not exhibit.whole and len(exhibit.lines) > _BRIEF:
        return
    for own, row in _asked(heading.text):
        for n, line in enumerate(exhibit.lines):
            if line.is_question or line.low_forms.isdisjoint(row.hints):
                continue
            found = row.answers.search(line.text, line.start, line.end)
            if found is None or _is_of_others(exhibit, n, found.start()):
                continue
            if _is_told(exhibit, line, found.start(), row):
                words = Span(*found.span())
                place, weight = clause_around(line, words), max(0.4, exhibit.near(n))
                yield Point("contrary", exhibit, own, place, words, weight)
                break


def may_be_borne_out(exhibit: Exhibit, claim: Span) -> bool:
    """Whether words of the claim make it one of a sort of which it is known what accounts tell that bear it out."""
    return any(row.told for own, row in _asked(exhibit.heading.text) if own.overlaps(claim))


def borne_out(exhibit: Exhibit, claim: Span) -> tuple[float, Span] | None:
    """Where an excerpt tells what such words of a claim say: "he took me for his brother" under "HE WAS MAD".

    The nearest to the claim of the clauses, with how near it is; ``None`` where none is told outright.
    """
    found = None
    for own, row in _asked(exhibit.heading.text):
        tells = _pattern(row.told) if row.told and own.overlaps(claim) else None
        for n, line in enumerate(exhibit.lines) if tells else ():
            if line.is_question or (found is not None and exhibit.near(n) <= found[0]):
                continue
            match = tells.search(line.text, line.start, line.end) if tells else None
            if match is None or _is_of_others(exhibit, n, match.start()):
                continue
            at = next((k for k, word in enumerate(line.words) if word.end > match.start()), 0)
            if not (line.is_denied(at) or is_supposed(line, at)):
                found = exhibit.near(n), clause_around(line, Span(*match.span()))
    return found


def _is_told(exhibit: Exhibit, line: Line, start: int, row: _Row) -> bool:
    """Whether it is told outright, and of what the claim tells of: not "his son died in his bed", of the father."""
    at = next((k for k, word in enumerate(line.words) if word.end > start), 0)
    if line.is_denied(at) or any(low in ("not", "never") for low in line.lows[max(0, at - 6) : at]):
        return False  # "I never told you that he sent it back"
    if is_supposed(line, at) or is_of_others(line, at):
        return False
    before = line.words[clause_begin(line, at) : at]
    if any(word.low in row.but for word in before):
        return False
    if not row.others and exhibit.heading.persons:
        own = next((k for k in range(at, max(-1, at - _AUXILIARIES), -1) if line.lows[k] in _FIRST), None)
        if own is not None and not is_his_voice(exhibit, line.words[own].start):
            return False  # "I was dismissed", another says
    return row.others or not is_of_another_subject(exhibit, line, at)


def _is_of_others(exhibit: Exhibit, n: int, start: int) -> bool:
    """Whether a sentence names people before a place and none whom the claim names, who are named.

    The label of a turn ("REED: ") names who speaks, and not of whom.
    """
    line = exhibit.lines[n]
    before = (name for name in line.named if name.start < start and line.text[name.end : name.end + 1] != ":")
    named = {name.person for name in before}
    persons = exhibit.heading.persons
    return bool(named) and bool(persons) and named.isdisjoint(persons)
