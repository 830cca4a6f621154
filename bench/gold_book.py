"""A sourcebook made by hand from a folder of gold, so that one room can be measured without the rooms before it.

The gold may be that of the corpus page (``structure.jsonl`` labels lines, ``citations.jsonl`` names the lines of a
string) or that of another layout (``claims.jsonl`` with places, ``occurrences`` and ``segments``).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from testimonia.model import Citation, Claim, Excerpt, Passage, PassageKind, Source, Sourcebook, Span

__all__ = ["book_from_gold", "line_starts", "shared_folder"]


def shared_folder() -> Path:
    """The folder of pages and gold by others: ``TESTIMONIA_SHARED``, or ``../shared`` beside the project."""
    named = os.environ.get("TESTIMONIA_SHARED")
    return Path(named) if named else Path(__file__).resolve().parents[2] / "shared"


def line_starts(text: str) -> list[int]:
    """Where each line begins; line feeds alone part lines, as in the gold."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


def book_from_gold(text_path: Path, gold_dir: Path) -> Sourcebook:
    """The page with the passages, claims, excerpts and citations that the gold names.

    Where ``scope.json`` limits the gold to the first lines of the page, the text ends with them. Records
    that lie wholly or partly outside it are left out.

    Raises:
        ValueError: the gold's line ranges do not begin with the page's first line.
    """
    raw = text_path.read_bytes()
    text = raw.decode("utf-8")
    starts = line_starts(text)
    scope_path = gold_dir / "scope.json"
    scope = json.loads(scope_path.read_text(encoding="utf-8")) if scope_path.exists() else {}
    ranges = scope.get("line_ranges")
    if ranges:
        if len(ranges) != 1 or ranges[0][0] != 1:
            raise ValueError(f"The gold of {gold_dir} does not begin with the page's first line: {ranges}.")
        text = text[: starts[ranges[0][1]]] if ranges[0][1] < len(starts) else text
        starts = [start for start in starts if start < len(text)]
    claims = list(_claims(text, starts, gold_dir))
    citations = list(_citations(text, starts, gold_dir))
    excerpts = list(_excerpts(text, starts, gold_dir, claims, citations))
    source = Source(
        text_path.name, text.encode("utf-8"), text, "utf-8", "text/plain", hashlib.sha256(text.encode()).hexdigest()
    )
    book = Sourcebook(source)
    book.add(_passages(text, starts, gold_dir, claims, excerpts, citations))
    book.add(claims)
    book.add(excerpts)
    book.add(citations)
    return book


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    path = folder / name
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _line_span(text: str, starts: list[int], first: int, last: int | None = None) -> Span | None:
    """The words of these lines (1-based), white space at the ends left out; ``None`` beyond the text."""
    last = first if last is None else last
    if first > len(starts) or last > len(starts):
        return None
    start, end = starts[first - 1], starts[last] if last < len(starts) else len(text)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _claims(text: str, starts: list[int], gold_dir: Path) -> Iterator[Claim]:
    rows = _rows(gold_dir, "claims.jsonl")
    if rows and "start" in rows[0]:
        for row in rows:
            yield Claim(row["id"], Span(row["start"], row["end"]), row["text"])
        return
    headings = [row["line"] for row in _rows(gold_dir, "structure.jsonl") if row["label"] == "heading"]
    run: list[int] = []
    for line in [*headings, -1]:
        if run and line != run[-1] + 1:
            span = _line_span(text, starts, run[0], run[-1])
            if span is not None:
                yield Claim(f"h{run[0]:04d}", span, span.cut(text))
            run = []
        run.append(line)


def _citations(text: str, starts: list[int], gold_dir: Path) -> Iterator[Citation]:
    found: list[Citation] = []
    for row in _rows(gold_dir, "citations.jsonl"):
        csl, places = row["csl"], []
        for occurrence in row.get("occurrences", ()):
            places.append((occurrence["id"], Span(occurrence["start"], occurrence["end"]), occurrence.get("resolved")))
        if "occurrences" not in row:
            for line in row["lines"]:
                span = _line_span(text, starts, line)
                if span is None:
                    continue
                at = text.find(row["string"], span.start, span.end)
                if at >= 0:
                    places.append((f"c{line:04d}", Span(at, at + len(row["string"])), None))
        for name, span, resolved in places:
            locator = str(csl["page"]) if "page" in csl else None
            found.append(Citation(name, span, span.cut(text), csl, row.get("work"), locator, resolved))
    yield from sorted(found, key=lambda citation: citation.span)


def _excerpts(
    text: str, starts: list[int], gold_dir: Path, claims: list[Claim], citations: list[Citation]
) -> Iterator[Excerpt]:
    by_line = {bisect_right(starts, citation.span.start): citation.id for citation in citations}
    claim_starts = [claim.span.start for claim in claims]
    for row in _rows(gold_dir, "excerpts.jsonl"):
        if row["end"] > len(text):
            continue
        span = Span(row["start"], row["end"])
        citation = row["citation"] if "citation" in row else by_line.get(row["citation_line"])
        if citation is None and row.get("citation_line") is not None:
            continue  # its citation stands outside the gold's lines
        before = bisect_right(claim_starts, span.start)
        claim = row["claim"] if "claim" in row else (claims[before - 1].id if before else None)
        segments = tuple(Span(*piece) for piece in row.get("segments", ())) or (span,)
        yield Excerpt(row["id"], span, "\n".join(s.cut(text) for s in segments), claim, citation, segments)


def _passages(
    text: str,
    starts: list[int],
    gold_dir: Path,
    claims: list[Claim],
    excerpts: list[Excerpt],
    citations: list[Citation],
) -> Iterator[Passage]:
    pieces = [Passage(PassageKind.CLAIM, claim.span, claim.id) for claim in claims]
    pieces += [Passage(PassageKind.EXCERPT, s, excerpt.id) for excerpt in excerpts for s in excerpt.segments]
    pieces += [Passage(PassageKind.CITATION, citation.span, citation.id) for citation in citations]
    for row in _rows(gold_dir, "structure.jsonl"):
        kind = {"title": PassageKind.TITLE, "stray": PassageKind.STRAY}.get(row["label"])
        span = _line_span(text, starts, row["line"]) if kind else None
        if kind and span:
            pieces.append(Passage(kind, span))
    yield from _fill(text, sorted(pieces, key=lambda passage: passage.span))


def _fill(text: str, pieces: Iterable[Passage]) -> Iterator[Passage]:
    """Cover the gaps: white space and marks as `MARK`. What the gold has no word for is a mark too."""
    at = 0
    for piece in pieces:
        if piece.span.start < at:
            continue
        if piece.span.start > at:
            yield Passage(PassageKind.MARK, Span(at, piece.span.start))
        yield piece
        at = piece.span.end
    if at < len(text):
        yield Passage(PassageKind.MARK, Span(at, len(text)))
