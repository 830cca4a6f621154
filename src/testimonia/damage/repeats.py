"""Excerpts that stand twice on the page.

Two excerpts are compared only where they share a run of words. The later one is the repetition. The same words
cited from another work are no repetition but a second witness, and left to the study of dependence, unless the two
are word for word the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from testimonia.model import Claim, Excerpt, FindingKind, Sourcebook

from .trouble import Trouble, quoted

__all__ = ["find_repeats"]

RUN = 5  # words in a run; shorter runs are shared by chance
LONG = 3  # long words in their order that two excerpts must share to be looked at
LONG_WORD = 8  # letters and signs that a long word has more than: every sixth word or so
HOLDERS = 8  # excerpts that are kept for such a run: of what stands there a hundred times, a few show it
LEAST_WORDS = 8  # an excerpt of fewer words may well be said twice
SAME = 0.8  # share of the shorter excerpt's runs that stand in the other, for one work
SAME_ELSEWHERE = 0.9  # share of all runs of both that they share, where another work is cited
SHORTER = 0.5  # the shorter has at least this part of the longer's words; else it is a part quoted again
_WORD = re.compile(r"\w+")
_Run = tuple[str, ...]


def find_repeats(book: Sourcebook) -> Iterator[Trouble]:
    """Yield each excerpt whose words stand earlier on the page, and name the earlier place."""
    index: dict[_Run, list[int]] = {}
    excerpts = sorted(book.excerpts, key=lambda excerpt: excerpt.span.start)
    places = _Places(book)
    for number, excerpt in enumerate(excerpts):
        low = excerpt.text.lower()
        words = low.split(None, LEAST_WORDS)
        if len(words) < LEAST_WORDS:
            continue
        long = [word for word in low.split() if len(word) > LONG_WORD]
        sample: set[_Run] = set(zip(*(long[n:] for n in range(LONG)), strict=False)) | {tuple(words[:RUN])}
        shared = sample & index.keys()
        met = Counter(other for run in shared for other in index[run])
        for run in sample - shared:
            index[run] = [number]
        for run in shared:
            if len(index[run]) < HOLDERS:
                index[run].append(number)
        for other, times in met.most_common(3) if met else ():
            if times >= SAME / 2 * len(sample) and _is_repeat(book, excerpts[other], excerpt):
                yield places.trouble(excerpts[other], excerpt)
                break


def _runs(excerpt: Excerpt) -> set[_Run]:
    words = _WORD.findall(excerpt.text.lower())
    return {tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}


def _is_repeat(book: Sourcebook, earlier: Excerpt, later: Excerpt) -> bool:
    ours, theirs = _runs(earlier), _runs(later)
    shared, small, large = len(ours & theirs), *sorted((len(ours), len(theirs)))
    if _work(book, earlier) != _work(book, later):
        return shared >= SAME_ELSEWHERE * (small + large - shared)
    return shared >= SAME * small and small >= SHORTER * large


def _work(book: Sourcebook, excerpt: Excerpt) -> str | None:
    """What the excerpt is cited from; by the beginning of its citation where works were not gathered."""
    if excerpt.citation is None:
        return None
    try:
        citation = book.citations[excerpt.citation]
    except KeyError:
        return None
    return citation.work or citation.text[:20].lower()


class _Places:
    """Where an excerpt stands, in words for a reader; what it needs is gathered when it is first asked."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self.feeds: list[int] | None = None
        self.claims: list[Claim] = []

    def trouble(self, earlier: Excerpt, later: Excerpt) -> Trouble:
        text = self.book.text
        if self.feeds is None:
            self.feeds = [found.start() for found in re.finditer("\n", text)]
            self.claims = sorted(self.book.claims, key=_start)
        line = bisect_left(self.feeds, earlier.span.start) + 1
        before = bisect_right(self.claims, earlier.span.start, key=_start)
        under = f", under {quoted(text, self.claims[before - 1].span, 60)}" if before else ""
        return Trouble(
            FindingKind.DUPLICATE,
            later.span,
            f"The excerpt that begins {quoted(text, later.span, 50)} stands already in line {line}{under}.",
        )


def _start(record: Claim | Excerpt) -> int:
    return record.span.start
