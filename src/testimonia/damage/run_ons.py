"""Citations that go on in an excerpt's line, and text that goes on in a citation's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from testimonia.model import FindingKind, PassageKind, Sourcebook, Span

from .strays import RARE, WORD, start_of, trimmed
from .trouble import Trouble, quoted

__all__ = ["run_on_citations", "run_on_texts"]

_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_]{3})")  # a page or a year with a word hard upon it
GLUED_WORDS = 3  # that follow a number without a space: a suffix such as ``ff`` or ``bis`` is one


def run_on_citations(book: Sourcebook) -> Iterator[Trouble]:
    """Citations that go on in the line of an excerpt, where the page sets them apart."""
    text = book.text
    ends = {passage.span.end for passage in book.passages if passage.kind is PassageKind.EXCERPT}
    spans = sorted((excerpt.span for excerpt in book.excerpts), key=start_of)
    found = []
    for citation in book.citations:
        start = citation.span.start
        between = text[max(0, start - 12) : start]
        gap = len(between) - len(between.rstrip(" \t—–-([."))
        if gap < len(between) and "\n" not in between[len(between) - gap :]:
            at = bisect_left(spans, start, key=start_of) - 1
            inside = at >= 0 and spans[at].start < start < spans[at].end
            if inside or any(end in ends for end in range(start - gap, start + 1)):
                found.append(citation)
    if len(found) < RARE * len(book.citations):
        for citation in found:
            said = f"The source {quoted(text, citation.span)} goes on in the excerpt's line and has none of its own."
            yield Trouble(FindingKind.SPLICE, citation.span, said)


def run_on_texts(book: Sourcebook) -> Iterator[Trouble]:
    """Text that goes on in the line of a citation, and what follows it as long as nothing cites that."""
    text = book.text
    excerpts = sorted(book.excerpts, key=lambda excerpt: excerpt.span.start)
    starts = [excerpt.span.start for excerpt in excerpts]
    bounds = sorted(record.span.start for records in (book.claims, book.citations) for record in records)
    found: list[Span] = []
    for citation in book.citations:
        span, words = citation.span, citation.span.cut(text)
        glued = next((m.start() for m in _GLUED.finditer(words) if _is_text(words[m.start() :])), None)
        line_end = text.find("\n", span.end)
        rest = text[span.end : line_end if line_end >= 0 else len(text)]
        if glued is not None:
            start = span.start + glued
        elif (rest and not rest[0].isspace() and _is_text(rest)) or (re.match(r"[ \t]+[a-z]", rest) and _is_text(rest)):
            start = span.end + len(rest) - len(rest.lstrip())
        else:
            continue
        end = max(span.end, line_end if line_end >= 0 else len(text))
        stop = bisect_right(bounds, start)
        limit = bounds[stop] if stop < len(bounds) else len(text)
        following = excerpts[bisect_right(starts, start - 1) :]
        if not following or following[0].span.start >= limit or following[0].citation is None:
            end = max(end, limit)  # nothing up to the next claim or citation has a source of its own
        found.append(trimmed(text[start:end], start))
    if len(found) < max(2, RARE * len(book.citations)):
        for place in found:
            said = f"The words {quoted(text, place)} run on from a citation and belong to another text."
            yield Trouble(FindingKind.SPLICE, place, said)


def _is_text(words: str) -> bool:
    """Whether these words read on as text: several, and most of them small."""
    telling = WORD.findall(words)
    return len(telling) >= GLUED_WORDS and sum(word.islower() for word in telling) > len(telling) / 2
