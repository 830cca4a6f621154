"""Words that the layout could give to nobody, and what they read like: running text, or a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Passage, PassageKind, Sourcebook, Span

__all__ = [
    "LEAST_PROSE",
    "PAGE_LAST",
    "RARE",
    "WORD",
    "is_prose",
    "source_at_end",
    "start_of",
    "strays",
    "trimmed",
]

RARE = 0.1  # what fewer than this share of the page's citations or excerpts do is no habit of it
LONGEST_SOURCE = 220  # code points of a source named in the text
_YEAR_LAST = re.compile(r"\b(?:1[5-9]|20)\d\d\b\)?(?:,?\s*(?:pp?\.|pages?|S\.|с\.)\s*[\dxvi][\d\s,–-]*)?[\s.)\]]*$")
_BOUNDARY = re.compile(r"(?:[.!?…][\"'”’»)\]]*\s+|\n\s*)(?=[\"'“‘«(—–-]?\s*[^\W\d_a-z])")
_SOURCE_SIGN = re.compile(
    r"\bby [^\W\d_a-z]|[^\W\d_]: [^\W\d_a-z]|\b[Ee]d(?:s|ited by)?\b|\bpp?\. ?\d|\b(?:Vol|Press|Books|Verlag)\b|"
    r"(?:[^\W\d_a-z]{3,}\s+){2}|[”\"»],? |^[^\W\d_a-z][\w'’-]+, [^\W\d_a-z]"
)
WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    "by of the a an and in on for to from with at de la le les du des et von und der die das di del y i".split()
)
_CAPITALS = 0.75  # share of the words that begin large, small words left out, in a source named in the text
PAGE_LAST = re.compile(r"(?:\bpp?\.|\bpages?|\bS\.|\bс\.) ?[\dxvi]+[\d\s,–-]*\W*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+")
_STOPS = frozenset(".!?…")
_AFTER_STOP = "\"'”’»)] \t\r\n\u00a0\u202f"
LEAST_PROSE = 12  # words; shorter stray pieces may be anything
SMALL_IN_PROSE = 0.6  # share of small words in running text; in a source most words begin large


def strays(book: Sourcebook) -> Iterator[Span]:
    """Stray words among the excerpts; what stands before the first and after the last is the frame of the page."""
    if not book.excerpts:
        return
    first = min(excerpt.span.start for excerpt in book.excerpts)
    last = max(excerpt.span.end for excerpt in book.excerpts)
    asides = sorted((block.span for block in book.source.blocks if block.aside), key=lambda span: span.start)
    run: list[Passage] = []
    for passage in (*book.passages, None):
        if passage is not None and passage.kind is PassageKind.MARK:
            continue
        if passage is not None and passage.kind is PassageKind.STRAY:
            run.append(passage)
            continue
        if run:
            span = Span(run[0].span.start, run[-1].span.end)
            if first < span.start < last and not any(aside.overlaps(span) for aside in asides):
                yield span
            run = []


def is_prose(words: str) -> bool:
    """Whether these words are a sentence or more of running text, and no source, heading or menu."""
    if words.rstrip(_AFTER_STOP)[-1:] not in _STOPS or PAGE_LAST.search(words):
        return False
    telling = WORD.findall(_ADDRESS.sub(" ", words) if "://" in words or "www." in words else words)
    if len(telling) < LEAST_PROSE:
        return False
    small = sum(word.islower() for word in telling)
    return bool(small >= SMALL_IN_PROSE * len(telling))


def source_at_end(text: str, span: Span) -> Span | None:
    """The source that the last words of the stretch name; ``None`` where they read on as text."""
    start = max(span.start, span.end - LONGEST_SOURCE)
    tail = text[start : span.end]
    if not _YEAR_LAST.search(tail):
        return None
    for boundary in _BOUNDARY.finditer(tail):
        words = tail[boundary.end() :]
        telling = [word for word in WORD.findall(words) if word.lower() not in _SMALL and len(word) > 1]
        large = sum(word[0].isupper() for word in telling)
        if len(telling) >= 2 and large >= _CAPITALS * len(telling) and _SOURCE_SIGN.search(words):
            return Span(start + boundary.end(), span.end)
    return None


def trimmed(words: str, start: int) -> Span:
    """The span of words that begin at ``start``, without the white space around them."""
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def start_of(span: Span) -> int:
    """Where a span begins, to look for one by."""
    return span.start
