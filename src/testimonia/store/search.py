"""Full-text search that answers with spans of the page."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import NotFoundError
from ..model import Citation, Claim, Excerpt, Sourcebook, Span, Work
from .queries import COLUMNS, QueryError, fts_query, year_range

__all__ = ["CONTEXT", "Hit", "Match", "context", "search"]

CONTEXT = 90  # characters shown on either side of a match: about a line of a terminal each

_WEIGHTS = (2.0, 1.0, 1.0, 0.5)  # a heading sums up what stands below it; a work's label repeats its citation
_PRINTED = ("claim", "excerpt", "citation")  # the columns whose words stand in the page


@dataclass(frozen=True, slots=True)
class Match:
    """Matched words: where they stand in the page, and in what: ``claim``, ``excerpt`` or ``citation``."""

    column: str
    span: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found.

    ``span`` is that of the excerpt, or of the claim or citation where the words stand in no excerpt.
    The ids are ``None`` for what there is not. ``matches`` are in the order claim, excerpt, citation; none where
    only the work's label matched, which does not stand in the page as such. The higher ``score``, the better.
    """

    span: Span
    claim: str | None
    excerpt: str | None
    citation: str | None
    work: str | None
    matches: tuple[Match, ...]
    score: float


def search(
    connection: sqlite3.Connection,
    book: Sourcebook,
    query: str,
    *,
    work: str | None = None,
    year: int | str | None = None,
    claim: str | None = None,
    limit: int | None = None,
) -> list[Hit]:
    """See `Store.search`, which calls this."""
    finder = _Finder(book)
    marked = "".join(f", highlight(evidence_search, {COLUMNS.index(name)}, ?, ?)" for name in _PRINTED)
    values: list[Any] = [*finder.marks * len(_PRINTED), fts_query(query)]
    conditions = ""
    if work is not None:
        conditions += _among("work_id", _named_works(book, work), values)
    if claim is not None:
        conditions += _among("claim_id", _named_claims(book, claim), values)
    if year is not None:
        conditions += " and e.year between ? and ?"
        values += year_range(year)
    statement = (
        f"select e.claim_id, e.excerpt_id, e.citation_id, e.work_id, "
        f"bm25(evidence_search, {', '.join(map(str, _WEIGHTS))}) as badness{marked} "
        "from evidence_search join evidence as e on e.number = evidence_search.rowid "
        f"where evidence_search match ?{conditions} order by badness, evidence_search.rowid"
    )
    try:
        return _hits(connection.execute(statement, values), finder, limit)
    except sqlite3.OperationalError as error:
        raise QueryError(f"This search asks too much at once ({error}). Ask in fewer words.") from error


def context(book: Sourcebook, hit: Hit, width: int = CONTEXT) -> list[tuple[str, bool]]:
    """The words around the first match in the excerpt (else in what matched) and whether each piece is matched.

    ``width`` is how many characters are shown on either side of it; words that are cut off are left out and
    stand as ``…``. The pieces are cut from the page, their white space as printed.
    """
    matches = [m for m in hit.matches if m.column == "excerpt"] or list(hit.matches)
    record = _record(book, hit)
    within = hit.span if not matches or matches[0].column == record else _span_of(book, hit, matches[0].column)
    column = matches[0].column if matches else record
    first = matches[0].span if matches else Span(within.start, within.start)
    start = _word_start(book.text, max(within.start, first.start - width), within.start)
    end = _word_end(book.text, min(within.end, first.end + width), within.end)
    pieces: list[tuple[str, bool]] = [("… ", False)] if start > within.start else []
    place = start
    for match in matches:
        if match.column != column or match.span.start < place or match.span.end > end:
            continue
        pieces.append((book.text[place : match.span.start], False))
        pieces.append((match.span.cut(book.text), True))
        place = match.span.end
    pieces.append((book.text[place:end], False))
    if end < within.end:
        pieces.append((" …", False))
    return [piece for piece in pieces if piece[0]]


def _hits(rows: Iterable[tuple[Any, ...]], finder: _Finder, limit: int | None) -> list[Hit]:
    hits: list[Hit] = []
    headings: set[str] = set()
    for claim, excerpt, citation, work, badness, *marked in rows:
        if limit is not None and len(hits) >= limit:
            break
        ids = {"claim": claim, "excerpt": excerpt, "citation": citation}
        matches = tuple(
            Match(column, span)
            for column, words in zip(_PRINTED, marked, strict=True)
            if words
            for span in finder.spans(column, ids[column], words)
        )
        if claim and matches and all(match.column == "claim" for match in matches):
            # the heading alone matched: one hit for it, not one for every excerpt below it
            if claim in headings:
                continue
            headings.add(claim)
            hits.append(Hit(finder.book.claims[claim].span, claim, None, None, None, matches, -badness))
        else:
            span = finder.span(
                *next((column, ids[column]) for column in ("excerpt", "citation", "claim") if ids[column])
            )
            hits.append(Hit(span, claim, excerpt, citation, work, matches, -badness))
    return hits


class _Finder:
    """Finds in the page what the index marked in the words of a record."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        # two signs that the page does not use; there are more in this plane than any page could use up
        free = (chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in book.text)
        self.marks = (next(free), next(free))
        self._passages: dict[str, list[Span]] | None = None

    def span(self, column: str, id_: str) -> Span:
        return self._record(column, id_).span

    def spans(self, column: str, id_: str, marked: str) -> list[Span]:
        opening, closing = self.marks
        if opening not in marked:
            return []
        record = self._record(column, id_)
        before, *rest = marked.split(opening)
        matched: list[tuple[int, int]] = []
        length = len(before)
        for part in rest:
            words, closed, after = part.partition(closing)
            if closed:  # SQLite gives words up to a NUL only, which may stand before the closing mark
                matched.append((length, length + len(words)))
            length += len(words) + len(after)
        pieces = self._pieces(record)
        if pieces is None:
            return _sought(self.book.text, record, matched)
        return [
            Span(span.start + max(start, offset) - offset, span.start + min(end, offset + len(span)) - offset)
            for start, end in matched
            for offset, span in pieces
            if start < offset + len(span) and end > offset
        ]

    def _record(self, column: str, id_: str) -> Claim | Excerpt | Citation:
        if column == "claim":
            return self.book.claims[id_]
        return self.book.excerpts[id_] if column == "excerpt" else self.book.citations[id_]

    def _pieces(self, record: Claim | Excerpt | Citation) -> list[tuple[int, Span]] | None:
        """The spans that make up the record's text, each with its place in that; ``None`` if none do."""
        ways: list[Sequence[Span]] = [(record.span,)]
        if isinstance(record, Excerpt):
            ways.append(record.segments)
        if self._passages is None:
            self._passages = defaultdict(list)
            for passage in self.book.passages:
                if passage.record:
                    self._passages[passage.record].append(passage.span)
        ways.append(self._passages.get(record.id, ()))
        for spans in ways:
            cuts = [span.cut(self.book.text) for span in spans]
            for joint in ("\n", " "):
                if joint.join(cuts) == record.text:
                    offsets = [sum(len(cut) + len(joint) for cut in cuts[:n]) for n in range(len(cuts))]
                    return list(zip(offsets, spans, strict=True))
        return None


def _sought(text: str, record: Claim | Excerpt | Citation, matched: Sequence[tuple[int, int]]) -> list[Span]:
    """Where the matched words stand in a record whose text is not simply cut from the page."""
    found = []
    place = record.span.start
    for start, end in matched:
        at = text.find(record.text[start:end], place, record.span.end)
        if at >= 0:
            place = at + end - start
            found.append(Span(at, place))
    return found


def _record(book: Sourcebook, hit: Hit) -> str:
    """The column that the hit itself stands for."""
    return "excerpt" if hit.excerpt else "citation" if hit.citation else "claim"


def _span_of(book: Sourcebook, hit: Hit, column: str) -> Span:
    if column == "claim":
        return book.claims[hit.claim or ""].span
    return book.citations[hit.citation or ""].span


def _word_start(text: str, place: int, first: int) -> int:
    """The beginning of the first whole word from ``place`` on."""
    if place <= first:
        return first
    while not text[place - 1].isspace() and not text[place].isspace() and place < len(text) - 1:
        place += 1
    while text[place].isspace():
        place += 1
    return place


def _word_end(text: str, place: int, last: int) -> int:
    """The end of the last whole word up to ``place``."""
    if place >= last:
        return last
    while not text[place].isspace() and not text[place - 1].isspace() and place > 1:
        place -= 1
    while text[place - 1].isspace():
        place -= 1
    return place


def _among(column: str, ids: Sequence[str], values: list[Any]) -> str:
    values += ids
    return f" and e.{column} in ({', '.join('?' * len(ids))})"


def _named_works(book: Sourcebook, wanted: str) -> list[str]:
    ids = [work.id for work in book.works if work.id == wanted or _holds(_work_words(work), wanted)]
    if not ids:
        raise NotFoundError(f"No work is called {wanted!r}. `testimonia works` lists them.")
    return ids


def _named_claims(book: Sourcebook, wanted: str) -> list[str]:
    ids = [claim.id for claim in book.claims if claim.id == wanted or _holds(claim.text, wanted)]
    if not ids:
        raise NotFoundError(f"No claim has the words {wanted!r}. `testimonia show` lists the claims.")
    return ids


def _work_words(work: Work) -> str:
    names = " ".join(
        str(name.get(part, "")) for name in work.csl.get("author") or () for part in ("given", "family", "literal")
    )
    return " ".join((names, str(work.csl.get("title", "")), *work.spellings))


def _holds(words: str, wanted: str) -> bool:
    folded = _fold(words)
    return all(word in folded for word in _fold(wanted).split())


def _fold(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).casefold()
