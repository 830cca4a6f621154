"""A page being set: words go in one after the other, and what they are is kept with where they stand."""

from __future__ import annotations

import html
import json
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .book import Book, Claim, Excerpt
from .pen import Cite, mark_titles

__all__ = ["Page"]


@dataclass
class Piece:
    """A record of the page: where its words stand, and what they are without the marks between them."""

    kind: str
    id: str
    spans: list[tuple[int, int]]
    words: list[str]
    facts: dict[str, Any] = field(default_factory=dict)


class Page:
    """The text so far. ``newline`` is what ends its lines; ``marked_up`` where its text is not what a reader sees."""

    def __init__(self, newline: str = "\n", *, marked_up: bool = False) -> None:
        self.newline = newline
        self.marked_up = marked_up
        self.parts: list[str] = []
        self.at = 0
        self.pieces: list[Piece] = []
        self.by_id: dict[str, Piece] = {}
        self.markers: dict[str, tuple[int, int]] = {}
        self.left_out: list[dict[str, str]] = []
        self.titles: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """What has been set."""
        return "".join(self.parts)

    def put(self, words: str) -> tuple[int, int]:
        """Set words as they are; gives where they stand."""
        if self.newline != "\n":
            words = words.replace("\n", self.newline)
        start = self.at
        self.parts.append(words)
        self.at += len(words)
        return start, self.at

    def shown(self, words: str) -> str:
        """Words in the form that the file needs."""
        return html.escape(words, quote=False) if self.marked_up else words

    def title(self, words: str) -> None:
        """The title of the page, or its date."""
        self.titles.append(self.put(self.shown(words)))

    def piece(self, kind: str, id: str, words: str, *, shown: str | None = None, **facts: Any) -> None:
        """Words of a claim, an excerpt or a citation; a record may have several."""
        span = self.put(self.shown(words) if shown is None else shown)
        known = self.by_id.get(id)
        if known is None:
            known = self.by_id[id] = Piece(kind, id, [], [], facts)
            self.pieces.append(known)
        known.spans.append(span)
        known.words.append(words)

    def claim(self, claim: Claim, words: str, *, shown: str | None = None) -> None:
        """Words of a heading."""
        self.piece("claim", claim.id, words, shown=shown)

    def excerpt(self, claim: Claim, excerpt: Excerpt, words: str, *, shown: str | None = None) -> None:
        """Words of an excerpt."""
        citation = "c" + excerpt.id.lstrip("x") if excerpt.csl is not None else None
        self.piece("excerpt", excerpt.id, words, shown=shown, claim=claim.id, citation=citation)

    def citation(self, excerpt: Excerpt, cite: Cite, italic: tuple[str, str] = ("", "")) -> None:
        """The citation of an excerpt, titles between ``italic`` marks."""
        words = mark_titles(cite.text, *(("", "") if self.marked_up else italic))
        shown = mark_titles(self.shown(cite.text), *italic) if self.marked_up else None
        self.piece(
            "citation", "c" + excerpt.id.lstrip("x"), words, shown=shown,
            excerpt=excerpt.id, csl=cite.csl, work=excerpt.work, resolved=cite.resolved,
        )  # fmt: skip

    def marker(self, excerpt: Excerpt, words: str) -> None:
        """The mark of a note, which is no word of the excerpt."""
        self.markers[excerpt.id] = self.put(words)

    def leave_out(self, excerpt: Excerpt, why: str) -> None:
        """Say that the layout cannot show an excerpt."""
        self.left_out.append({"id": excerpt.id, "why": why})

    def write(
        self, folder: Path, layout: str, book: Book, name: str, encode: Callable[[str], bytes], facts: dict[str, Any]
    ) -> None:
        """Write the book and its gold into ``folder``."""
        gold = folder / "gold"
        gold.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(encode(self.text))
        kinds = {k: [p for p in self.pieces if p.kind == k] for k in ("claim", "excerpt", "citation")}
        order = {p.id: n for n, p in enumerate(sorted(self.pieces, key=lambda p: p.spans[0]), 1)}
        about = {
            "layout": layout, "book": name, "claims": len(kinds["claim"]), "excerpts": len(kinds["excerpt"]),
            "citations": len(kinds["citation"]), "left_out": self.left_out, "of": book.name, **facts,
        }  # fmt: skip
        (gold / "about.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        records = self.flat(kinds, order) if self.marked_up or facts.get("extracted") else self.anchored(kinds, order)
        for file, rows in records.items():
            lines = (json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
            (gold / f"{file}.jsonl").write_text("".join(lines), encoding="utf-8")

    @staticmethod
    def flat(kinds: dict[str, list[Piece]], order: dict[str, int]) -> dict[str, list[dict[str, Any]]]:
        """Records without offsets."""
        return {
            f"{kind}s": [
                {"order": order[p.id], "kind": kind, "id": p.id, "text": "\n".join(p.words)}
                | {k: v for k, v in p.facts.items() if v is not None or k == "citation"}
                for p in pieces
            ]
            for kind, pieces in kinds.items()
        }

    def anchored(self, kinds: dict[str, list[Piece]], order: dict[str, int]) -> dict[str, list[dict[str, Any]]]:
        """Records with offsets and lines."""
        text = self.text
        breaks = [i + len(self.newline) for i in range(len(text)) if text.startswith(self.newline, i)]
        starts = [0, *breaks]
        line = Lines(starts)
        labels: dict[int, str] = {}
        for start, end in self.titles:
            labels.update(dict.fromkeys(line.span(start, end), "title"))
        for kind, label in (("citation", "citation"), ("claim", "heading"), ("excerpt", "body")):
            for p in kinds[kind]:
                for start, end in p.spans:
                    labels.update(dict.fromkeys(line.span(start, end), label))
        for n, start in enumerate(starts, 1):
            if n not in labels and text[start : starts[n] if n < len(starts) else len(text)].strip():
                labels[n] = "stray"
        claims = [
            {"id": p.id, "order": order[p.id], "start": p.spans[0][0], "end": p.spans[-1][1], "text": " ".join(p.words)}
            for p in kinds["claim"]
        ]
        at_line = {p.id: line.of(p.spans[0][0]) for p in self.pieces}
        excerpts = []
        for p in kinds["excerpt"]:
            start, end = p.spans[0][0], p.spans[-1][1]
            claim, citation = p.facts["claim"], p.facts["citation"]
            row: dict[str, Any] = {
                "id": p.id, "heading_line": at_line.get(claim), "lines": [line.of(start), line.of(end - 1)],
                "citation_line": at_line.get(citation), "start": start, "end": end, "chars": end - start,
                "order": order[p.id], "claim": claim, "citation": citation, "text": "\n".join(p.words),
                "segments": [list(s) for s in p.spans],
            }  # fmt: skip
            if p.id in self.markers:
                row["marker"] = list(self.markers[p.id])
            excerpts.append(row)
        grouped: dict[tuple[str, str], dict[str, Any]] = {}
        for p in kinds["citation"]:
            string = " ".join(p.words)
            csl, work = p.facts["csl"], p.facts["work"]
            group = grouped.setdefault(
                (string, work),
                {"string": string, "count": 0, "lines": [], "csl": csl, "work": work, "occurrences": []},
            )
            group["count"] += 1
            group["lines"].append(at_line[p.id])
            occurrence = {
                "id": p.id, "order": order[p.id], "excerpt": p.facts["excerpt"],
                "start": p.spans[0][0], "end": p.spans[-1][1], "line": at_line[p.id],
            }  # fmt: skip
            if p.facts["resolved"] is not None:
                occurrence["resolved"] = p.facts["resolved"]
            group["occurrences"].append(occurrence)
        structure = [{"line": n, "label": labels[n]} for n in sorted(labels)]
        return {"structure": structure, "claims": claims, "excerpts": excerpts, "citations": list(grouped.values())}


class Lines:
    """Which line a place stands in, counted from 1."""

    def __init__(self, starts: list[int]) -> None:
        self.starts = starts

    def of(self, place: int) -> int:
        """The line of a place."""
        return bisect_right(self.starts, place)

    def span(self, start: int, end: int) -> range:
        """The lines of a stretch."""
        return range(self.of(start), self.of(max(start, end - 1)) + 1)
