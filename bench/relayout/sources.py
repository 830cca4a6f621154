"""Reads a sourcebook from a page and its gold: ``structure``, ``excerpts`` and ``citations`` as JSON Lines.

Only what the gold covers is taken; where it is parted (``scope.json``), the parts that are not whole are left out.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from .book import Book, Claim, Excerpt
from .cases import sentence_case, word_forms

__all__ = ["read_gold_folder"]


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def find_page(folder: Path) -> tuple[Path, Path]:
    """The page and its gold: ``page.txt`` and ``gold/``, or one text in ``corpus/`` and ``gold/dev/``."""
    if (folder / "page.txt").exists():
        return folder / "page.txt", folder / "gold"
    pages = sorted((folder / "corpus").glob("*.txt"))
    if len(pages) != 1:
        raise FileNotFoundError(f"{folder} has neither page.txt nor one text in corpus/.")
    return pages[0], folder / "gold" / "dev"


def read_gold_folder(folder: Path, last_line: int | None = None) -> Book:
    """The book that a folder holds, up to ``last_line`` where given.

    Raises:
        FileNotFoundError: the folder holds no page with gold.
    """
    page, gold = find_page(folder)
    lines = page.read_bytes().decode("utf-8-sig").split("\n")
    if last_line is None:
        last_line = len(lines)
        if (gold / "scope.json").exists():
            ranges = json.loads((gold / "scope.json").read_text(encoding="utf-8"))["line_ranges"]
            last_line = max(end for start, end in ranges if start == 1)
    labels = {r["line"]: r["label"] for r in records(gold / "structure.jsonl") if r["line"] <= last_line}
    cited = {line: r for r in records(gold / "citations.jsonl") for line in r["lines"]}
    # the last heading's excerpts may go on past the end of what is known: they are taken as far as they are whole
    known = [
        e for e in records(gold / "excerpts.jsonl") if max(e["lines"][1], e.get("citation_line") or 0) <= last_line
    ]
    below: dict[int, list[Excerpt]] = {}
    for e in known:
        if e["heading_line"] is None:
            continue
        paragraphs = [
            lines[n - 1].strip()
            for n in range(e["lines"][0], e["lines"][1] + 1)
            if labels.get(n) == "body" and lines[n - 1].strip()
        ]
        if not paragraphs:
            paragraphs = [lines[n - 1].strip() for n in range(e["lines"][0], e["lines"][1] + 1) if lines[n - 1].strip()]
        c = cited.get(e["citation_line"]) if e.get("citation_line") else None
        if c is None and e.get("citation_line"):
            continue
        # a paragraph that carries its citation on the same line, glued: the words of the citation are no excerpt
        if c is not None and e["citation_line"] <= e["lines"][1]:
            paragraphs = [p.replace(c["string"], "").strip() for p in paragraphs]
            paragraphs = [p for p in paragraphs if p]
        below.setdefault(e["heading_line"], []).append(
            Excerpt(
                e["id"],
                tuple(re.sub(r"[ \t\r]+", " ", p) for p in paragraphs),
                None if c is None else c["csl"],
                None if c is None else c["work"],
                None if c is None else c["string"],
            )
        )
    forms = word_forms(p for es in below.values() for e in es for p in e.paragraphs)
    claims = []
    for line in sorted(below):
        words = [lines[line - 1].strip()]
        if labels.get(line - 1) == "heading" and line - 1 not in below:
            words.insert(0, lines[line - 2].strip())
        n = line + 1
        while labels.get(n) == "heading" and n not in below:
            words.append(lines[n - 1].strip())
            n += 1
        claims.append(Claim(f"h{line:04d}", sentence_case(" ".join(words), forms), tuple(below[line])))
    titles = [lines[n - 1].strip() for n in sorted(labels) if labels[n] == "title"]
    dates = [t for t in titles if re.search(r"\d{4}", t) and len(t) < 40]
    named = [t for t in titles if t not in dates] or ["A Sourcebook"]
    return Book(folder.name, named[0], dates[0] if dates else None, tuple(claims))
