"""Citations that name no page, or name it otherwise than the page's other citations do.

What is odd is measured on the page itself: where every note ends in a full stop, a full stop after the pages is
no finding, and where most citations name no page, none is missed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import Citation, FindingKind, Sourcebook, Span
from testimonia.words.edtf import is_day

from .strays import is_prose
from .trouble import Trouble, quoted

__all__ = ["find_odd_locators"]

RARE = 0.1  # a form that fewer than this share of the page's locators has is odd
USUAL = 0.5  # what more than this share of the citations does is the page's habit
_LABEL = re.compile(
    r"(?<![^\W\d_])(pages?|pgs?\.?|pp?\.?|S\.|s\.|str\.|стр\.|с\.|fols?\.|ff?\.|cols?\.|paras?\.|chaps?\.|ch\.|§§?|no\.|vol\.)\s*$",
    re.IGNORECASE,
)
_LAST_LOCATOR = re.compile(  # "12a" and "12ff." are cited by their number, letters alone only where they are a numeral
    r"(?<![^\W\d_])(?:pages?|pp?\.?|S\.|стр\.|с\.)\s*(?:\d+|[ivxlcIVXLC]+(?![^\W_]))(?:[\s,–—-]+(?:\d+|[ivxlc]+(?![^\W_])))*"
)
_RANGE = re.compile(r"(?<![\d\w])(\d+)\s*[-–—]\s*(\d+)(?!\d)")
_MIXED = re.compile(r"(?<!\w)(?:\d+[OIl|]+\d*|[OIl|]+\d+)(?!\w)")
_NO_PAGES = frozenset({"post", "post-weblog", "motion_picture", "broadcast", "personal_communication", "interview"})
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_IBID = re.compile(r"\W*(?:ibid|ebd|ebenda|там же|op\. ?cit|loc\. ?cit)", re.IGNORECASE)
_CLOSERS = " \t)]}”\"’'*_"


@dataclass(frozen=True, slots=True)
class _Locator:
    """How one citation names its pages: ``words`` from the label to the end of the citation."""

    words: Span
    label: str
    pages: str
    stop: str  # the signs after the pages
    ranges: tuple[tuple[str, str], ...]
    second: bool  # a second page reference in brackets follows the first
    kept: bool  # in an archive


def find_odd_locators(book: Sourcebook) -> Iterator[Trouble]:
    """Yield the citations without a page, and those whose page reference has a form that is rare here."""
    citations = [c for c in book.citations if c.text.strip() and not is_prose(c.text)]
    text = book.text
    bracketed = [c for c in citations if "(" in (c.text[0], text[max(0, c.span.start - 1) : c.span.start])]
    if len(bracketed) < RARE * len(citations):  # a document named within an excerpt, taken for its citation
        citations = [c for c in citations if c not in bracketed]
    read = [(citation, _read_locator(citation)) for citation in citations]
    located = [locator for _, locator in read if locator is not None]
    if len(located) > USUAL * len(citations):
        for citation, locator in read:
            if locator is None and _wants_page(citation):
                yield _missing(book.text, citation)
    yield from _odd(book.text, located)


def _wants_page(citation: Citation) -> bool:
    if _is_kept(citation) or citation.csl.get("type") in _NO_PAGES or _is_of_a_day(citation):
        return False
    return not (_ADDRESS.search(citation.text) or _IBID.match(citation.text))


def _is_of_a_day(citation: Citation) -> bool:
    """Whether it is a letter, a speech or a paper that its day finds: no book is dated by the day."""
    csl = citation.csl
    printed = csl.get("publisher") or csl.get("container-title")
    return is_day(str(csl.get("issued") or "")) and not printed


def _is_kept(citation: Citation) -> bool:
    """Whether it is a paper in an archive, which is found by its mark and has leaves sooner than pages."""
    return "archive" in citation.csl or "archive_location" in citation.csl or citation.csl.get("label") == "folio"


def _missing(text: str, citation: Citation) -> Trouble:
    words = citation.span.cut(text)
    last = re.search(r"\S+\s*$", words)
    start = citation.span.start + (last.start() if last else 0)
    return Trouble(
        FindingKind.LOCATOR,
        Span(start, citation.span.start + len(words.rstrip())),
        f"The citation {quoted(text, citation.span)} names no page.",
    )


def _read_locator(citation: Citation) -> _Locator | None:
    """The page reference of a citation, from its locator, or where that was not read, from its last words."""
    words = citation.text
    pages = citation.locator
    if pages is None:
        references = list(_LAST_LOCATOR.finditer(words))
        if not references:
            return None
        at, pages = references[-1].start(), references[-1].group().strip()
    else:
        at = words.rfind(pages)
        if at < 0:
            return None
    label = _LABEL.search(words, 0, at)
    start = label.start() if label else at
    if label is None:
        inside = re.match(r"(pages?|pgs?\.?|pp?\.?|S\.|s\.|стр\.|с\.)\s*(?=[\divxlc])", pages, re.IGNORECASE)
        name = inside.group(1) if inside else ""
    else:
        name = label.group(1)
    rest = words[at + len(pages) :]
    second = bool(re.search(r"\[[^\]]*\d[^\]]*\]", pages + rest))
    stop = "" if second else (pages + rest).rstrip(_CLOSERS)[len(pages.rstrip(" .,;‚")) :].strip(_CLOSERS)
    if len(stop) > 3:
        stop = ""  # other words follow: the locator does not stand at the end
    last = re.search(r"\s*$", words)
    end = last.start() if last else len(words)
    if len(rest) > 60:
        end = at + len(pages)
    ranges = tuple((a, b) for a, b in _RANGE.findall(pages))
    offset = citation.span.start
    return _Locator(
        Span(offset + start, offset + max(end, start)), name, pages, stop, ranges, second, _is_kept(citation)
    )


def _odd(text: str, located: Sequence[_Locator]) -> Iterator[Trouble]:
    total = len(located)
    stops = Counter(locator.stop for locator in located)
    labels = Counter(_label_class(locator.label) for locator in located)
    spans = [pair for locator in located for pair in locator.ranges if len(pair[0]) > 1]
    short = sum(len(b) < len(a) for a, b in spans)
    for locator in located:
        for said in _oddities(locator, stops, labels, total, short_is_rare=short <= USUAL * len(spans)):
            yield Trouble(
                FindingKind.LOCATOR, locator.words, f"The page reference {quoted(text, locator.words)} {said}."
            )
            break


def _oddities(
    locator: _Locator, stops: Counter[str], labels: Counter[str], total: int, *, short_is_rare: bool
) -> Iterator[str]:
    if locator.second:
        yield "gives two paginations"
    for first, last in locator.ranges:
        if len(last) < len(first) and short_is_rare:
            whole = first[: len(first) - len(last)] + last
            yield f"shortens the range {first}-{whole}, which others here write in full"
        elif len(last) >= len(first) and int(last) < int(first):
            yield f"runs backwards, from {first} to {last}"
    if _MIXED.search(locator.pages):
        yield "mixes letters with digits"
    if locator.stop and stops[locator.stop] < RARE * total:
        sign = {".": "a full stop", ",": "a comma", ";": "a semicolon", "‚": "a low quotation mark"}.get(locator.stop)
        yield f"is followed by {sign or '‹' + locator.stop + '›'}, unlike the others"
    kind = _label_class(locator.label)
    if labels[kind] < RARE * total and not locator.kept:
        usual = labels.most_common(1)[0][0]
        shown = f"‹{locator.label}›" if locator.label else "no word for page"
        yield f"has {shown} where the others have " + (f"‹{usual}›" if usual else "the number alone")


def _label_class(label: str) -> str:
    """One name for the singular and the plural of a label, which every page mixes."""
    low = label.lower()
    return {"pp.": "p.", "pages": "page", "pp": "p", "pgs": "pg", "pgs.": "pg.", "§§": "§"}.get(low, low)
