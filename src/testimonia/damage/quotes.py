"""Quotation marks that do not close, or close what was never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import FindingKind, Sourcebook, Span
from testimonia.words.quotes import LooseMark, QuoteFault, quote_style, read_quotations

from .trouble import Trouble, quoted

__all__ = ["find_loose_marks"]

LONGEST_ANCHOR = 400  # code points of an unclosed quotation that a finding covers
_FIRST_WORDS = re.compile(r"\W{0,12}\w+(?:[^\w\n]+\w+){0,3}")
_LAST_WORDS = re.compile(r"(?:\w+[^\w\n]+){0,1}\w+\W{0,8}$")


def find_loose_marks(book: Sourcebook) -> Iterator[Trouble]:
    """Yield the marks of claims, excerpts and citations that have no partner, with the words beside them."""
    style = quote_style(book.text)
    paired = "``" in book.text or ",," in book.text

    def wiki(mark: LooseMark) -> bool:
        """Whether it is the mark of a wiki's italics: two apostrophes close only what other two signs open."""
        return not paired and mark.span.cut(book.text) == "''"

    text = _unwrapped(book)
    spans = [record.span for records in (book.claims, book.excerpts, book.citations) for record in records]
    for piece in spans:
        lone = [mark for mark in read_quotations(text, piece.start, piece.end, style).loose if not wiki(mark)]
        around = _around(piece, lone)
        for loose in lone:
            if loose not in around:
                yield _trouble(book.text, piece, loose)


def _unwrapped(book: Sourcebook) -> str:
    """The text, as long as it is, with a space for each line feed of a wrapped page within a sentence."""
    wrapped = any(c.name == "line ends" and c.value.startswith("wrapped") for c in book.conventions)
    return _WITHIN.sub(lambda feed: feed.group().replace("\n", " "), book.text) if wrapped else book.text


_WITHIN = re.compile(r"(?<=[^\s.!?:])[ \t]*\n(?=[ \t]*[a-zà-ÿа-я])")


def _around(piece: Span, loose: Sequence[LooseMark]) -> tuple[LooseMark, ...]:
    """The two marks that enclose the whole piece, where turns or quotations inside it kept them from each other."""
    if len(loose) < 2 or loose[0].span.start > piece.start or loose[-1].span.end < piece.end:
        return ()
    if loose[0].fault is QuoteFault.NOT_CLOSED and loose[-1].fault is QuoteFault.NOT_OPENED:
        return (loose[0], loose[-1])
    return ()


def _trouble(text: str, piece: Span, loose: LooseMark) -> Trouble:
    mark = loose.span
    if loose.fault is QuoteFault.NOT_CLOSED:
        words = _FIRST_WORDS.match(text, mark.end, piece.end)
        end = max(words.end() if words else mark.end, mark.end)
        if text[loose.within.end : loose.within.end + 1] not in ("", "\n") and len(loose.within) < LONGEST_ANCHOR:
            end = loose.within.end  # it is lost before the next one opens: somewhere in here the mark is missing
        span = Span(mark.start, end)
        said = f"The quotation that opens with {quoted(text, span)} is not closed."
    else:
        words = _LAST_WORDS.search(text[max(piece.start, mark.start - 60) : mark.start])
        start = mark.start - (len(words.group()) if words else 0)
        span = Span(start, mark.end)
        said = {
            QuoteFault.NOT_OPENED: f"The mark after {quoted(text, Span(start, mark.start))} closes a quotation that "
            "nothing opened.",
            QuoteFault.OTHER_SHAPE: f"The quotation that ends in {quoted(text, span)} opens with another mark.",
            QuoteFault.WRONG_WAY: f"The quotation mark at {quoted(text, span)} is turned the wrong way.",
        }[loose.fault]
    return Trouble(FindingKind.UNCLOSED_QUOTE, span, said)
