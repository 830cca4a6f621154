"""The page cut into its words once, for all who look for defects, and where a word stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from testimonia.model import FindingKind, Sourcebook, Span

from .trouble import Trouble, quoted

__all__ = ["Page"]

FEW = 100  # words that are looked up one by one; of more, the page is gone through once for all
_EDGES = "\"'“”„‘’‚«»‹›()[]{}<>.,;:!?…*_-–—|/\\"
_RUN = re.compile(r"[^\W_]+")


class Page:
    """The words of a page.

    ``tokens`` are its pieces between white space in their order, ``pieces`` counts the distinct ones, ``bare`` has
    each without the signs at its edges, and ``words`` counts those.
    """

    def __init__(self, book: Sourcebook) -> None:
        self.text = book.text
        self.tokens = self.text.split()
        self.pieces = Counter(self.tokens)
        self.bare = {piece: piece if piece.isalpha() else piece.strip(_EDGES) for piece in self.pieces}
        self.words: Counter[str] = Counter()
        for piece, times in self.pieces.items():
            self.words[self.bare[piece]] += times
        cited = [citation.span for citation in book.citations]
        self._own = sorted((r.span for records in (book.claims, book.excerpts) for r in records), key=_start)
        self._all = sorted([*self._own, *cited], key=_start)
        self._own_starts = [span.start for span in self._own]
        self._all_starts = [span.start for span in self._all]

    def holds(self, start: int, end: int, *, own: bool) -> bool:
        """Whether the words stand in a claim or an excerpt (``own``), or in a citation besides."""
        spans, starts = (self._own, self._own_starts) if own else (self._all, self._all_starts)
        at = bisect_right(starts, start) - 1
        return at >= 0 and end <= spans[at].end

    def find(self, words: str, *, own: bool) -> Iterator[int]:
        """Where these very signs stand."""
        at = self.text.find(words)
        while at >= 0:
            if self.holds(at, at + len(words), own=own):
                yield at
            at = self.text.find(words, at + 1)

    def places(self, sought: Collection[str], *, own: bool) -> Iterator[tuple[str, int]]:
        """Where each of the words stands, not as a part of longer ones."""
        if len(sought) <= FEW:
            for words in sorted(sought):
                for at in self._places(words):
                    if self.holds(at, at + len(words), own=own):
                        yield words, at
            return
        firsts: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)  # by their first letters, and where these
        for words in sorted(sought):
            run = _RUN.search(words)
            if run is None:
                yield from ((words, at) for at in self._places(words) if self.holds(at, at + len(words), own=own))
            else:
                firsts[run.group()].append((run.start(), words))
        for run in _RUN.finditer(self.text):
            for offset, words in firsts.get(run.group(), ()):
                at = run.start() - offset
                there = at >= 0 and self.text.startswith(words, at) and self._is_apart(words, at)
                if there and self.holds(at, at + len(words), own=own):
                    yield words, at

    def _places(self, words: str) -> Iterator[int]:
        at = self.text.find(words)
        while at >= 0:
            if self._is_apart(words, at):
                yield at
            at = self.text.find(words, at + len(words))

    def _is_apart(self, words: str, at: int) -> bool:
        text, after = self.text, at + len(words)
        return not (text[at - 1 : at].isalnum() or (text[after : after + 1].isalnum() and words[-1:].isalnum()))

    def trouble(self, start: int, end: int, said: str) -> Trouble:
        """A misprint; ``{words}`` in what is said stands for its words."""
        span = Span(start, end)
        return Trouble(FindingKind.OCR, span, said.format(words=quoted(self.text, span)))


def _start(span: Span) -> int:
    return span.start
