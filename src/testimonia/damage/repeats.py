"""Excerpts that stand twice on the page.

Two excerpts are compared only where they share a run of words. The later one is the repetition. The same words
cited from another work are no repetition but a second witness, and left to the study of dependence, unless the two
are word for word the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from testimonia.model import Excerpt, FindingKind, Sourcebook

from .trouble import Trouble, quoted

__all__ = ["find_repeats"]

RUN = 5  # words in a run; shorter runs are shared by chance
LONG = 8  # letters of the words whose runs are looked up: every seventh word or so, enough to find the pair
LEAST_WORDS = 8  # an excerpt of fewer words may well be said twice
SAME = 0.8  # share of the shorter excerpt's runs that stand in the other, for one work
SAME_ELSEWHERE = 0.9  # share of all runs of both that they share, where another work is cited
SHORTER = 0.5  # the shorter has at least this part of the longer's words; else it is a part quoted again
_WORD = re.compile(r"\w+")
_Run = tuple[str, ...]


def find_repeats(book: Sourcebook) -> Iterator[Trouble]:
    """Yield each excerpt whose words stand earlier on the page, and name the earlier place."""
    index: defaultdict[_Run, list[int]] = defaultdict(list)
    excerpts = sorted(book.excerpts, key=lambda excerpt: excerpt.span.start)
    for number, excerpt in enumerate(excerpts):
        words = _WORD.findall(excerpt.text.lower())
        if len(words) < LEAST_WORDS:
            continue
        sample = {tuple(words[n : n + RUN]) for n, word in enumerate(words) if len(word) >= LONG or n == 0}
        met = [other for run in sample if run in index for other in index[run]]
        for run in sample:
            index[run].append(number)
        for other, shared in Counter(met).most_common(3) if met else ():
            if shared >= SAME / 2 * len(sample) and _is_repeat(book, excerpts[other], excerpt):
                yield _trouble(book, excerpts[other], excerpt)
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


def _trouble(book: Sourcebook, earlier: Excerpt, later: Excerpt) -> Trouble:
    line = book.text.count("\n", 0, earlier.span.start) + 1
    claims = sorted(book.claims, key=lambda claim: claim.span.start)
    before = bisect_right([claim.span.start for claim in claims], earlier.span.start)
    under = f", under {quoted(book.text, claims[before - 1].span, 60)}" if before else ""
    return Trouble(
        FindingKind.DUPLICATE,
        later.span,
        f"The excerpt that begins {quoted(book.text, later.span, 50)} stands already in line {line}{under}.",
    )
