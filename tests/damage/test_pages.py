"""Whole invented pages, read from the beginning: what was marked by hand is found, and little else is.

In ``pages/`` a defect stands in ``{{kind:its words}}``; the marks were set before the pages were first read. They are
taken out before the reading.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import testimonia
from testimonia.model import FindingKind, Span

PAGES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.suffix in (".txt", ".md"))
MARK = re.compile(r"\{\{([a-z-]+):(.*?)\}\}", re.DOTALL)
# least recall of each kind over all pages; some slips that no rule here can tell are marked too
LEAST_RECALL = {
    FindingKind.MISSING_CITATION: 1.0,
    FindingKind.BRACKET_COMMENT: 1.0,
    FindingKind.SPLICE: 1.0,
    FindingKind.DUPLICATE: 1.0,
    FindingKind.UNCLOSED_QUOTE: 1.0,
    FindingKind.LOCATOR: 1.0,
    FindingKind.OCR: 0.6,
}
MOST_FALSE = 1  # false alarms on one page


def take_out_marks(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """The page without its marks, and the marked defects."""
    gold, parts, length, last = [], [], 0, 0
    for mark in MARK.finditer(marked):
        parts.append(marked[last : mark.start()])
        length += len(parts[-1])
        parts.append(mark.group(2))
        gold.append((mark.group(1), Span(length, length + len(mark.group(2)))))
        length += len(mark.group(2))
        last = mark.end()
    return "".join([*parts, marked[last:]]), gold


def judge(path: Path, folder: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]], Counter[str]]:
    """What was missed, the false alarms, and how many of each kind were found."""
    text, gold = take_out_marks(path.read_text(encoding="utf-8"))
    page = folder / path.name
    page.write_text(text, encoding="utf-8")
    book = testimonia.read(page)
    assert book.text == text
    assert gold
    found = Counter(kind for kind, span in gold if any(f.kind == kind and f.span.overlaps(span) for f in book.findings))
    missed = [
        (kind, span.cut(text))
        for kind, span in gold
        if not any(f.kind == kind and f.span.overlaps(span) for f in book.findings)
    ]
    false = [
        (f.kind.value, f.span.cut(text))
        for f in book.findings
        if not any(f.kind == kind and f.span.overlaps(span) for kind, span in gold)
    ]
    return missed, false, found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_few_false_alarms_on_an_invented_page(path: Path, tmp_path: Path) -> None:
    _, false, _ = judge(path, tmp_path)
    assert len(false) <= MOST_FALSE, false


def test_the_marked_defects_are_found(tmp_path: Path) -> None:
    found: Counter[str] = Counter()
    missed: list[tuple[str, str]] = []
    for path in PAGES:
        lost, _, met = judge(path, tmp_path)
        found.update(met)
        missed += lost
    for kind, least in LEAST_RECALL.items():
        total = found[kind] + sum(name == kind for name, _ in missed)
        assert found[kind] >= least * total > 0, (kind, missed)
