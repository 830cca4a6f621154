"""The text of a PDF: lines gathered into paragraphs, headings told by their type, running heads set apart.

A PDF holds glyphs and their places, no words and no paragraphs. A paragraph begins where the lines stand wider apart,
where the left edge moves, where the type changes, or where the line before stops so short that the next word would
have stood on it. Lines of a paragraph are joined by a space. A word divided at a line's end is joined without its
hyphen, unless the document prints it with one in the middle of a line; that, and the white space, is all in which
the extracted text departs from the printed one. Ligatures stay as the file has them.

Lines that come back at the same place of page after page, and page numbers, are set apart. Notes at the foot of a
page follow the text, and the raised number that calls one is linked to it. Text that is turned or drawn as a picture is
not read; a scan has no text.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..errors import SourcebookError
from .glyphs import Line, Page, read_pages
from .paragraphs import Composed, Paragraph, Run, compose

__all__ = ["extract_pdf"]

_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+", re.I)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_EDGE_LINES = 3  # as many lines at the head and the foot of a page may be running ones
_LEAST_RUN = 3  # pages that a running line comes back on; two where it is a mere number
_WORDED = re.compile(r"[^\W\d_]{3}")
_NEXT_PAGE = 2  # left and right pages have heads of their own
_WIDER = 1.22  # times the usual distance of lines: between paragraphs
_DIVIDED = re.compile(r"[^\W\d_]{2}[-\xad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]\d]*$|[\"”»)\]]$")
_NOTE = re.compile(r"\s*\(?(\d{1,4})[.)]?\s*(?=\S)")
_LARGER_BODY = 0.96  # times the body's size: notes are smaller


def extract_pdf(raw: bytes, name: str) -> Composed:
    """Read a PDF.

    Raises:
        MissingExtraError: the extra ``pdf`` is not installed.
        SourcebookError: it is damaged or locked, or its pages are pictures.
    """
    pages = read_pages(raw, name)
    if not any(page.lines for page in pages):
        raise SourcebookError(
            f"{name} holds no text: its pages are pictures, or empty. "
            "Run it through a program that reads scans (OCR) first."
        )
    mark_running_lines(pages)
    return compose(_Gatherer(pages).gather())


def mark_running_lines(pages: Sequence[Page]) -> None:
    """Set apart the lines that come back at one height of page after page, whatever number counts up in them."""
    met: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for page in pages:
        standing = sorted((line for line in page.lines if not line.aside), key=lambda line: -line.y)
        for line in {id(x): x for x in (*standing[:_EDGE_LINES], *standing[-_EDGE_LINES:])}.values():
            for words in _counted(line.text, page.number):
                for height in (round(line.y / 4), round(line.y / 4 + 0.5) + 1_000_000):
                    met[words, height].append((page.number, line))
    for found in met.values():
        run: list[tuple[int, Line]] = []
        for at in [*found, None]:
            if at is not None and (not run or at[0] - run[-1][0] <= _NEXT_PAGE):
                run.append(at)
                continue
            least = _LEAST_RUN if run and _WORDED.search(run[0][1].text) else 2
            if len({page for page, _ in run}) >= least:
                for _, line in run:
                    line.aside = True
            run = [at] if at is not None else []


def _counted(text: str, page: int) -> list[str]:
    """The words of a line with each number in turn as its distance from the page's; without one as they stand."""
    text = " ".join(text.split())
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        if _ROMAN.fullmatch(text):
            return [f"roman {_roman(text) - page}"]
        return [text]
    return [
        f"{text[: m.start()]}<{int(m.group()[:9]) - page}>{text[m.end() :]}" for m in numbers[:1] + numbers[1:][-1:]
    ] + ([text] if _WORDED.search(text) else [])


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[c] for c in text.lower()]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


class _Gatherer:
    """Lines to paragraphs, by what is usual in this document."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        body = [line for page in pages for line in page.lines if not line.aside]
        sizes: Counter[float] = Counter()
        for line in body:
            sizes[round(line.size, 1)] += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        self.notes = {id(line) for page in pages for line in _foot(page, self.size)}
        self.called: dict[tuple[int, str], str] = {}  # what a raised mark on a page leads to
        flow = [line for line in body if id(line) not in self.notes]
        self.edges = self._edges(flow)
        self.rights: dict[tuple[int, int, int], float] = defaultdict(float)
        for line in flow:
            _, most = self.edges[self._place(line)]
            at = self._stand(line)
            self.rights[at] = max(self.rights[at], min(line.x1, most))
        self.leading = self._leading(flow)
        self.tops = {page.number: max((x.y for x in page.lines if not x.aside), default=0.0) for page in pages}
        highest = Counter(round(y) for y in self.tops.values())
        self.top = highest.most_common(1)[0][0] if highest else 0
        self.vocabulary = Counter(
            word.lower() for line in body for word in _WORD.findall(line.text.rstrip("-\xad\u2010")) if len(word) > 3
        )
        pairs = [(a, b) for a, b in itertools.pairwise(flow) if self._follows(a, b)]
        fitting = sum(self._fits(a, b) for a, b in pairs)
        self.fit_tells = fitting < 0.35 * max(1, len(pairs))

    # -- what is usual

    def _place(self, line: Line) -> tuple[int, int]:
        return line.page % 2, line.column

    def _stand(self, line: Line) -> tuple[int, int, int]:
        """Where a line begins; lines of one block quote share it, and its right edge."""
        return *self._place(line), round(line.x0 / 3)

    def _edges(self, lines: Iterable[Line]) -> dict[tuple[int, int], tuple[float, float]]:
        """Left and right edge of the text on left and right pages, by column."""
        by_place: dict[tuple[int, int], list[Line]] = defaultdict(list)
        for line in lines:
            by_place[self._place(line)].append(line)
        edges: dict[tuple[int, int], tuple[float, float]] = {}
        for place, among in by_place.items():
            lefts = Counter(round(line.x0) for line in among)
            rights = sorted(line.x1 for line in among)
            enough = 0.05 * len(among)
            near = {x: sum(lefts[x + d] for d in (-1, 0, 1)) for x in lefts}
            left = min((x for x, count in near.items() if count >= enough), default=min(lefts))
            edges[place] = (float(left), rights[int(0.98 * (len(rights) - 1))])
        return edges

    def _leading(self, lines: Sequence[Line]) -> dict[float, float]:
        """The usual distance of lines, by size."""
        steps: dict[float, Counter[float]] = defaultdict(Counter)
        for a, b in itertools.pairwise(lines):
            if self._follows(a, b):
                steps[round(a.size)][round(a.y - b.y, 1)] += 1
        return {size: found.most_common(1)[0][0] for size, found in steps.items()}

    @staticmethod
    def _follows(a: Line, b: Line) -> bool:
        """Whether a line stands under another of its size."""
        return (
            a.page == b.page
            and a.column == b.column
            and 0 < a.y - b.y < 2.2 * max(a.size, b.size)
            and abs(a.size - b.size) < 0.08 * a.size
        )

    def _fits(self, a: Line, b: Line) -> bool:
        """Whether the first word of a line would have stood on the one before."""
        first = b.text.split(" ", 1)[0]
        share = (b.x1 - b.x0) / max(1, len(b.text))
        right = self.rights[self._stand(a)]
        return a.x1 + share * (len(first) + 1) + 0.6 * a.size < right

    # -- paragraphs

    def gather(self) -> list[Paragraph]:
        flow = [x for page in self.pages for x in page.lines if not x.aside and id(x) not in self.notes]
        groups: list[list[Line]] = []
        for n, line in enumerate(flow):
            if groups and not self._begins(groups[-1], line, flow[n + 1] if n + 1 < len(flow) else None):
                groups[-1].append(line)
            else:
                groups.append([line])
        notes = self._notes()
        first_indent = self._first_indent(groups)
        paragraphs = [self._paragraph(group, first_indent) for group in groups]
        running = [
            Paragraph(line.runs(), style="running", aside=True)
            for page in self.pages
            for line in page.lines
            if line.aside
        ]
        return [*paragraphs, *notes, *running]

    def _notes(self) -> list[Paragraph]:
        """The notes at the feet of the pages; what calls them is linked from now on."""
        notes: list[Paragraph] = []
        for page in self.pages:
            for line in page.lines:
                if id(line) not in self.notes:
                    continue
                match = _NOTE.match(line.text)
                if match is not None:
                    anchor = f"note-{page.number + 1}-{match.group(1)}"
                    around = (("section", 1), ("ol", 2), ("li", 3 + len(notes)))
                    notes.append(Paragraph(_spaced(line.runs()), None, "footnotes", around=around, anchors=(anchor,)))
                    self.called[page.number, match.group(1)] = "#" + anchor
                elif notes:  # from the page before
                    notes[-1].runs += self._joined(notes[-1].runs, line)
        return notes

    def _begins(self, group: list[Line], line: Line, after: Line | None) -> bool:
        last = group[-1]
        if abs(line.size - last.size) > 0.08 * self.size or _is_bold(line) != _is_bold(last):
            return True
        same_place = line.page == last.page and line.column == last.column
        left, right = self.edges[self._place(line)]
        em = self.size
        here, there = line.x0 - left, last.x0 - self.edges[self._place(last)][0]
        if same_place:
            leading = self.leading.get(round(line.size), 1.2 * line.size)
            if last.y - line.y > _WIDER * leading or last.y - line.y < 0:
                return True
        elif line.page != last.page and not line.column and self.top - self.tops[line.page] > 0.7 * em:
            return True  # the page begins with a gap
        if here - there > 0.8 * em:
            # further in: a first line or a block, unless the first line hangs out
            is_full = last.x1 > self.edges[self._place(last)][1] - 6 * em
            hangs = len(group) == 1 and is_full and after is not None and abs(after.x0 - line.x0) < 2 and same_place
            return not (hangs and not _ENDED.search(last.text))
        if there - here > 0.8 * em:
            return len(group) > 1 or self._centred(last)
        if self.fit_tells and self._fits(last, line):
            return True
        if same_place:
            return False
        ended = _ENDED.search(last.text.strip()) is not None
        starts = line.text.lstrip("\"'“‘«([")[:1]
        if not ended or starts.islower():
            return False
        short = last.x1 < right - 0.05 * (right - left)
        return short if not self.fit_tells else False

    def _centred(self, line: Line) -> bool:
        left, right = self.edges[self._place(line)]
        return line.x0 - left > 2 * self.size and abs((line.x0 - left) - (right - line.x1)) < 0.08 * (right - left)

    def _first_indent(self, groups: Iterable[list[Line]]) -> float:
        """How far first lines stand further in than the rest."""
        steps = Counter(round(g[0].x0 - g[1].x0) for g in groups if len(g) > 1 and self._follows(g[0], g[1]))
        return float(steps.most_common(1)[0][0]) if steps else 0.0

    def _paragraph(self, group: list[Line], first_indent: float) -> Paragraph:
        paragraph = Paragraph()
        for line in group:
            paragraph.runs += self._joined(paragraph.runs, line)
        offsets = [line.x0 - self.edges[self._place(line)][0] for line in group]
        if len(group) == 1:
            indent = 0.0 if self._centred(group[0]) else offsets[0]
            paragraph.indent = indent - first_indent if first_indent > 0 and indent >= first_indent - 2 else indent
        elif len({round(line.x0) for line in group}) > 1 and all(self._centred(line) for line in group[1:]):
            paragraph.indent = 0.0
        else:
            paragraph.indent = min(offsets)
        return paragraph

    def _joined(self, before: list[Run], line: Line) -> list[Run]:
        """The runs of a line as they go on from those before it, whose end may change."""
        runs = [
            replace(run, href=self.called.get((line.page, run.text.strip("[]() .,")), "")) if run.raised else run
            for run in line.runs()
        ]
        if not before or not runs:
            return runs
        last = before[-1]
        if _DIVIDED.search(last.text) and runs[0].text[:1].islower():
            head = re.split(r"\s", last.text)[-1][:-1]
            tail = re.match(r"[^\W\d_]+", runs[0].text)
            both = (head + (tail.group() if tail else "")).lower()
            hyphened = f"{head}-{tail.group() if tail else ''}".lower()
            if self.vocabulary[both.lstrip("\"'“‘(")] >= self.vocabulary[hyphened.lstrip("\"'“‘(")]:
                before[-1] = replace(last, text=last.text[:-1])
            return runs
        if not last.text[-1:].isspace():
            before[-1] = replace(last, text=last.text + " ") if not last.raised else last
            if last.raised:
                runs[0] = replace(runs[0], text=" " + runs[0].text)
        return runs


def _is_bold(line: Line) -> bool:
    return all(g.bold for g in line.glyphs if not g.text.isspace())


def _spaced(runs: list[Run]) -> list[Run]:
    """The runs of a note with a space after its raised number."""
    if len(runs) > 1 and runs[0].raised and not runs[0].text.endswith(" ") and not runs[1].text.startswith(" "):
        runs[1] = replace(runs[1], text=" " + runs[1].text)
    return runs


def _foot(page: Page, body: float) -> list[Line]:
    """The lines of notes at the foot of a page: smaller than the body, down to the end, and begun by a number."""
    standing = [line for line in page.lines if not line.aside]
    foot: list[Line] = []
    for line in sorted(standing, key=lambda line: line.y):
        if line.size >= _LARGER_BODY * body:
            break
        foot.append(line)
    if not foot or len(foot) == len(standing):
        return []
    marks = {r.text.strip("[]() .,") for line in standing if line not in foot for r in line.runs() if r.raised}
    keys = [m.group(1) for line in foot if (m := _NOTE.match(line.text)) is not None]
    return foot if any(key in marks for key in keys) else []
