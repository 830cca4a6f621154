"""Who issued a paper, told differently: "the Harbour Board circular of 9 May", "a Town Board circular of May 9".

One sort of paper that bears one day is one paper where the bodies that are said to have issued it are two of one sort,
called by one noun. A body stands with capitals before the paper or behind "of" and "by"; papers of people are left
out, who write several a day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..model import DiscrepancyKind, Sourcebook
from ..words.calendars import MONTHS
from .differences import Difference, Words, words_apart
from .sayings import Saying, Sayings

__all__ = ["differing_issuers"]

_PAPERS = {
    word: line.split()[0]
    for line in (
        "letter letters circular",
        "decree edict order ordinance",
        "resolution decision",
        "telegram cable dispatch despatch",
        "report memorandum",
        "proclamation manifesto declaration",
        "directive instruction instructions",
    )
    for word in line.split()
}
_OF = frozenset(("of", "by", "from"))
_THE = frozenset(("the", "a", "an", "its"))
_BEFORE, _BEHIND = 8, 6  # words from the paper to its day
_BODY = 5  # words
_RULE = "both tell of one paper of one day, and who issued it"


@dataclass(frozen=True, slots=True)
class _Issued:
    saying: Saying
    body: tuple[str, ...]
    start: int
    end: int


def differing_issuers(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Papers of one day that two bodies are said to have issued."""
    papers: defaultdict[tuple[str, str], list[_Issued]] = defaultdict(list)
    for dating in book.datings:
        if len(dating.edtf) != 10 or "X" in dating.edtf:
            continue
        dated = sayings.dated(dating)
        if dated is not None and not _PAPERS.keys().isdisjoint(dated[0].lows):
            for paper, issued in _read(dated[0], dated[1].start, dated[1].end):
                papers[dating.edtf, paper].append(issued)
    for own in papers.values():
        for one, other in combinations(own, 2):
            if one.saying.record is other.saying.record or one.body == other.body or one.body[-1] != other.body[-1]:
                continue
            if set(one.body) <= set(other.body) or set(other.body) <= set(one.body):
                continue
            told = {token.key for issued in (one, other) for token in issued.saying.tokens_in(issued.start, issued.end)}
            shared = sayings.pair(one.saying, other.saying).shared
            if not any(word[:1].isalpha() and word not in told and word not in MONTHS for word in shared):
                continue  # two papers of one day
            here, there = (Words(issued.saying, issued.start, issued.end) for issued in (one, other))
            kind = DiscrepancyKind.NAME
            yield words_apart(sayings, here, there, "whose it was", _RULE, base=0.5, per=80, kind=kind)


def _read(saying: Saying, start: int, end: int) -> Iterator[tuple[str, _Issued]]:
    """The papers right beside a day, with the bodies that issued them."""
    tokens = saying.tokens
    inside = [n for n, token in enumerate(tokens) if token.start < end and start < token.end]
    if not inside:
        return
    first, last = inside[0], inside[-1]
    for at in (*range(max(0, first - _BEFORE), first), *range(last + 1, min(len(tokens), last + 1 + _BEHIND))):
        paper = _PAPERS.get(tokens[at].low)
        if paper is None:
            continue
        low, high = (at, first) if at < first else (last, at)
        if any(token.low in _PAPERS for token in tokens[low + 1 : high]) or any(
            mark in saying.text[tokens[low].end : tokens[high].start] for mark in ';:.“”"()'
        ):
            continue
        before = [n for n in range(max(0, at - _BODY), at) if not first <= n <= last]
        body = _run(saying, list(reversed(before)))
        if not body and at + 1 < len(tokens) and tokens[at + 1].low in _OF:
            skip = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].low in _THE)
            body = _run(saying, [n for n in range(skip, min(len(tokens), skip + _BODY)) if not first <= n <= last])
        if len(body) > 1:
            words = [tokens[n] for n in body]
            whole = sorted((*body, at))
            edges = tokens[whole[0]].start, tokens[whole[-1]].end
            yield paper, _Issued(saying, tuple(token.key or token.low for token in words), *edges)
            return


def _run(saying: Saying, places: list[int]) -> list[int]:
    """The first words with capitals that follow each other there, in their order; none that name a person."""
    run: list[int] = []
    for n in places:
        token = saying.tokens[n]
        if token.named is not None or not saying.text[token.start].isupper() or token.low in _THE:
            break
        low, high = sorted((token, saying.tokens[run[-1]] if run else token), key=lambda one: one.start)
        if run and saying.text[low.end : high.start] != " ":
            break
        run.append(n)
    return sorted(run)
