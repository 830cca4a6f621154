"""Excerpts that no citation closes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from testimonia.model import FindingKind, Sourcebook, Span

from .run_ons import run_on_texts
from .strays import LEAST_PROSE, RARE, WORD, is_prose, source_at_end, start_of, strays
from .trouble import Trouble, quoted

__all__ = ["find_uncited"]

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_GOES_ON = re.compile(  # how a paragraph begins that needs the one before it
    r"[^\w\s\"“„«‘'‚]|[a-zà-ÿ]|(?:He|She|It|They|We|I|This|These|That|Those|His|Her|Their|Its|But|And|Then|So|Thus|However|Er|Sie|Es|Il|Elle|Ils)\b|"
    r"\d+[.)]|\w+[.:]"
)
_TURN = re.compile(r"^[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я .'’-]{1,30}:", re.MULTILINE)
NEIGHBOURS = 10  # excerpts before, and after, that show how the page is laid out there


def find_uncited(book: Sourcebook) -> Iterator[Trouble]:
    """Yield the excerpts that no citation closes; where none on the whole page has one, say it once.

    Stray prose among the excerpts counts as one, as do running text that was taken for a citation, and the
    part of an excerpt before a blank line where the excerpts around have none inside.
    """
    text = book.text
    uncited = [excerpt for excerpt in book.excerpts if excerpt.citation is None]
    if uncited and len(uncited) == len(book.excerpts) > 1:
        first = uncited[0]
        said = f"None of the page's {len(uncited)} excerpts is closed by a citation; the first begins "
        yield Trouble(FindingKind.MISSING_CITATION, first.span, said + quoted(text, first.span, 60) + ".")
        return
    places = sorted((citation.span for citation in book.citations), key=start_of)
    found = [
        excerpt.span
        for excerpt in uncited
        if source_at_end(text, excerpt.span) is None and not _holds(places, excerpt.span)
    ]
    found += [citation.span for citation in book.citations if is_prose(citation.text)]
    run_on = [trouble.span for trouble in run_on_texts(book)]
    prose = [span for span in strays(book) if is_prose(span.cut(text))]
    found += [span for span in prose if not any(place.overlaps(span) for place in run_on)]
    found += _parted(book)
    for span in found:
        said = f"No citation closes the excerpt that begins {quoted(text, span, 60)}."
        yield Trouble(FindingKind.MISSING_CITATION, span, said)


def _parted(book: Sourcebook) -> Iterator[Span]:
    """The parts of excerpts before a blank line, where other excerpts have no blank line inside.

    What the excerpts of several lines around it do tells best; on a page that has too few of those, the only
    excerpt with a blank line among many tells as well.
    """
    text = book.text
    excerpts = sorted(book.excerpts, key=lambda e: e.span.start)
    several = [excerpt for excerpt in excerpts if text.find("\n", excerpt.span.start, excerpt.span.end) >= 0]
    blanks = [bool(_BLANK_LINE.search(text, excerpt.span.start, excerpt.span.end)) for excerpt in several]
    for n, excerpt in enumerate(several):
        if not blanks[n]:
            continue
        around = [*blanks[max(0, n - NEIGHBOURS) : n], *blanks[n + 1 : n + 1 + NEIGHBOURS]]
        told = len(around) >= NEIGHBOURS and sum(around) <= RARE * len(around)
        if not told and not (len(excerpts) > NEIGHBOURS and sum(blanks) == 1):
            continue
        gaps = list(_BLANK_LINE.finditer(text, excerpt.span.start, excerpt.span.end))
        part = Span(excerpt.span.start, gaps[-1].start())
        if _GOES_ON.match(text, gaps[-1].end()) or _TURN.search(text, excerpt.span.start, excerpt.span.end):
            continue
        if _SENTENCE_END.search(part.cut(text)) and len(WORD.findall(part.cut(text))) >= LEAST_PROSE:
            yield part


def _holds(places: list[Span], span: Span) -> bool:
    at = bisect_left(places, span.start, key=start_of)
    return at < len(places) and places[at].start < span.end
