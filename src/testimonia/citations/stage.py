"""The stage: citation passages parsed, resolved and gathered into works."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Citation, CitedField, Excerpt, Passage, PassageKind, Reason, Record, Sourcebook, Span, Work
from .bare_pages import settle_bare_pages
from .columns import head_of, parts_named, read_parts
from .fields import parse_citation
from .headings import Headings
from .listed import Listed, find_listed
from .locators import label_of
from .parsed import ParsedCitation
from .pointers import LABELLED, Pointer, pointer_of, source_key, with_page, without_mark
from .rereading import reread
from .resolve import resolve_citations
from .standing_for import CitationForm, Resolution
from .works import CitedForm, gather_works

__all__ = ["CitationStage"]

Csl = Mapping[str, Any]

_FEWEST_NUMBERED = 2  # entries of a list of sources that is cited by number
_LONGEST_NUMBER = 80  # characters of "[12, pp. 44-45, 48]"
# "Exhibit 25" on a line of its own, or before the words it names
_LABEL = re.compile(
    r"^[^\w\n]{0,8}(?P<word>[^\W\d_]{2,12})\.?[ \t]+(?:no\.\s?)?(?P<number>\d{1,4})(?=[\s.:)\]—–-])",
    re.MULTILINE | re.IGNORECASE,
)
# A note's number as it stands before the note: "[12] ", "12. ", "12) ", "^12 ", "[^12]: ".
_NUMBER_BEFORE = re.compile(r"(?:^|\n)[ \t>*-]*[\[(^]*(\d{1,4})[\])]*[.:]?[ \t]*$")
_LABEL_AT_END = re.compile(
    r"[\s,;:.(\[]*(?:(?:at\s+)?(?:pages?|pp?|pgs?|seiten?|ss?|с|стр|str|f|ff|fols?|lines?|ll?|loc|kindle)\b\.?)?[\s,;:(\[]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Printed:
    """One citation as it stands on the page: its pieces, and their words joined by line feeds."""

    record: str
    pieces: tuple[Span, ...]
    text: str

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def on_page(self, start: int, end: int) -> Span | None:
        """A stretch of the joined words as a span of the page."""
        if not 0 <= start < end <= len(self.text):
            return None
        if len(self.pieces) == 1:
            return Span(self.pieces[0].start + start, self.pieces[0].start + end)
        return Span(self._place(start), self._place(end - 1) + 1)

    def _place(self, offset: int) -> int:
        for piece in self.pieces:
            if offset < len(piece):
                return piece.start + offset
            offset -= len(piece) + 1
            if offset < 0:
                return piece.end
        return self.pieces[-1].end


class CitationStage:
    """Reads passages and excerpts; yields a `Citation` for each printed citation, in page order, then the `Work` s."""

    name = "citations"
    reads: frozenset[type] = frozenset({Passage, Excerpt})
    writes: frozenset[type] = frozenset({Citation, Work})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the citations and the works of the book."""
        printed = _gather(book)
        texts = [p.text for p in printed]
        parsed = settle_bare_pages(texts, _parse(texts))
        _read_named(book.text, printed, parsed)
        pointers = [pointer_of(p.text, q.csl) for p, q in zip(printed, parsed, strict=True)]
        listed = find_listed(book)
        _read_numbers(printed, parsed, pointers, listed)
        resolutions = _resolve(book, printed, parsed, pointers, listed)
        parsed = [
            _reread(p.text, q, r.csl) if r is not None and r.csl is not None and pointer is not Pointer.NUMBER else q
            for p, q, r, pointer in zip(printed, parsed, resolutions, pointers, strict=True)
        ]
        cited = [
            CitedForm(
                csl=(r.csl or {}) if r else q.csl,
                spelling=None if pointer is Pointer.IBID else _without_locator(p.text, q),
                span=p.span,
                text=p.text,
                whole=r is None,
            )
            for p, q, r, pointer in zip(printed, parsed, resolutions, pointers, strict=True)
        ]
        works, work_ids = gather_works(cited, [CitedForm(e.csl, None, e.span, e.text) for e in listed])
        for p, q, pointer, resolution, work in zip(printed, parsed, pointers, resolutions, work_ids, strict=True):
            yield _citation(p, q, pointer, resolution, work)
        yield from works


def _gather(book: Sourcebook) -> list[_Printed]:
    """The printed citations in the order in which they stand."""
    pieces: dict[str, list[Span]] = {}
    for passage in book.passages:
        if passage.kind is PassageKind.CITATION and passage.record is not None:
            pieces.setdefault(passage.record, []).append(passage.span)
    return [
        _Printed(record, tuple(spans), "\n".join(s.cut(book.text) for s in spans)) for record, spans in pieces.items()
    ]


def _parse(texts: Sequence[str]) -> list[ParsedCitation]:
    met: dict[str, ParsedCitation] = {}
    for text in texts:
        if text not in met:
            met[text] = parse_citation(text)
    return [met[text] for text in texts]


def _read_named(text: str, printed: Sequence[_Printed], parsed: list[ParsedCitation]) -> None:
    """Where the page names the parts of its sources, in columns or by keys, read them by these names."""
    head = head_of(text)
    for at, p in enumerate(printed):
        if len(p.pieces) < 2:
            continue
        roles = parts_named(text, p.pieces, head)
        if roles is not None:
            places: list[tuple[int, int]] = []
            for piece in p.pieces:
                start = places[-1][1] + 1 if places else 0
                places.append((start, start + len(piece)))
            parsed[at] = read_parts(p.text, places, roles)


def _read_numbers(
    printed: Sequence[_Printed], parsed: list[ParsedCitation], pointers: list[Pointer | None], listed: Sequence[Listed]
) -> None:
    """Where the list of sources is numbered, read "12, p. 44" as the number of an entry and a page."""
    numbers = {entry.number for entry in listed if entry.number is not None}
    if len(numbers) < _FEWEST_NUMBERED:
        return
    for at, p in enumerate(printed):
        found = source_key(p.text) if len(p.text) <= _LONGEST_NUMBER else None
        if found is None or found["key"] not in numbers:
            continue
        # "[3, 7]" may be two sources, and the page of none
        doubtful = found["label"] is None and found["page"] in numbers and "," in (found["rest"] or "")
        page = None if found["page"] is None or doubtful else found.span("page")
        pointers[at] = Pointer.NUMBER
        csl: dict[str, Any] = {"type": parsed[at].csl.get("type", "book")}
        label = label_of(found["label"]) if found["label"] else "page"
        name = "page" if label == "page" else "locator"
        if page:
            csl |= {name: found["page"], **({"label": label} if name == "locator" else {})}
        parsed[at] = ParsedCitation(csl, ((name, *page),) if page else (), page, "short", 0.8, ())


def _reread(text: str, parsed: ParsedCitation, full: Csl) -> ParsedCitation:
    """The printed words under the fields that the full item tells them to be."""
    plain = without_mark(with_page(text, parsed.csl))
    again = reread(text, plain, full)
    csl, field = again if again is not None else (plain, None)
    if csl == parsed.csl:
        return parsed
    moved = {"title", "author", "editor", "translator"} if field is not None else set()
    fields = [f for f in parsed.fields if f[0] in csl and f[0] not in moved]
    if csl.get("title") != parsed.csl.get("title"):
        fields = [f for f in fields if f[0] != "title"]
    locator = parsed.locator
    if csl.get("page") != parsed.csl.get("page"):
        start = text.rfind(str(csl["page"]))
        locator = (start, start + len(str(csl["page"])))
        fields = [*(f for f in fields if f[0] != "page"), ("page", *locator)]
    if field is not None:
        fields.append(field)
    return replace(parsed, csl=dict(csl), fields=tuple(sorted(fields, key=lambda f: f[1])), locator=locator)


def _resolve(
    book: Sourcebook,
    printed: Sequence[_Printed],
    parsed: Sequence[ParsedCitation],
    pointers: Sequence[Pointer | None],
    listed: Sequence[Listed],
) -> list[Resolution | None]:
    if not any(pointers):
        return [None] * len(printed)
    headings = Headings(book)
    labels = _labels(book, printed) if any(LABELLED.search(p.text) for p in printed) else [None] * len(printed)
    forms = [
        CitationForm(
            text=p.text,
            csl=q.csl,
            pointer=pointer,
            number=_note_number(book.text, p.span.start),
            headings=headings.above(p.record) if pointer is not None else (),
            labelled=label,
        )
        for p, q, pointer, label in zip(printed, parsed, pointers, labels, strict=True)
    ]
    return resolve_citations(forms, listed)


def _labels(book: Sourcebook, printed: Sequence[_Printed]) -> list[tuple[str, str] | None]:
    """What the page calls each piece that a citation closes: the word and number that stand over it."""
    found: list[tuple[str, str] | None] = []
    before = 0
    for p in printed:
        labels = list(_LABEL.finditer(book.text, before, p.span.start)) if p.span.start > before else []
        found.append((labels[-1]["word"], labels[-1]["number"]) if labels else None)
        before = p.span.end
    return found


def _note_number(text: str, start: int) -> str | None:
    before = _NUMBER_BEFORE.search(text[max(0, start - 16) : start])
    return before.group(1) if before else None


def _without_locator(text: str, parsed: ParsedCitation) -> str:
    """The printed words without the page reference."""
    if parsed.locator is None:
        return text.strip(" \t\n.,;")
    start, end = parsed.locator
    start = min([start, *(at for name, at, _ in parsed.fields if name == "label")])
    before = _LABEL_AT_END.sub("", text[:start])
    # What follows the page belongs to the source only where a field was read from it.
    last = max((to for name, at, to in parsed.fields if at >= end and name != "note"), default=0)
    return f"{before} {text[end:last].strip(' .,;)]')}".strip() if last else before.strip()


def _citation(
    printed: _Printed, parsed: ParsedCitation, pointer: Pointer | None, resolution: Resolution | None, work: str | None
) -> Citation:
    fields = []
    for name, start, end in parsed.fields:
        span = printed.on_page(start, end)
        if span is not None:
            fields.append(CitedField(name, span))
    reasons: tuple[Reason, ...] = ()
    if resolution:
        reasons = resolution.reasons
    elif pointer is not None and pointer is not Pointer.SHORT:
        reasons = (Reason(f"{pointer.value}: nothing on the page says what it stands for", printed.text, printed.span),)
    locator = None if parsed.locator is None else printed.text[parsed.locator[0] : parsed.locator[1]]
    return Citation(
        id=printed.record,
        span=printed.span,
        text=printed.text,
        csl=parsed.csl,
        work=work,
        locator=locator,
        resolved=resolution.csl if resolution else None,
        fields=tuple(fields),
        reasons=reasons,
    )
