"""Paragraphs as a word processor or a printer sets them, and the text and blocks that they make.

What a reader sees is kept: words, line ends and spaces as they stand, bold, italic and underlined runs, raised
marks, links, lists, tables. What the paragraphs look like beside each other tells the rest: a short one in larger
type than the body is a heading, a run of paragraphs indented deeper than the body is a block quote. Paragraphs are
parted by a blank line, line ends within one are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..model import Block, Span

__all__ = ["Composed", "Paragraph", "Run", "compose", "is_quotation_style"]

BULKIER = 1.12  # times the body's size: 11 on 12 points is a setting for notes, 13 on 11 a heading
LONGEST_HEADING = 300  # code points
LEAST_INDENT = 14.0  # points deeper than the body: the least that a word processor's button gives is 18
MOST_LEVELS = 6
_QUOTED = re.compile(
    r"quot|zitat|citat|citaz|cita(?:$|[\s_])|citation bloc|block\s?text|blocktext|extract|цитат", re.I
)  # names of paragraph styles, in the languages of word processors


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face. ``size`` is in points, 0 where unknown; ``href`` is a link's target (``#anchor`` within)."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    size: float = 0.0
    href: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph and how it is set.

    ``level`` is that of a heading, 0 for the title of the whole, ``None`` for text. ``indent`` is the left edge of its
    lines in points; ``around`` the elements round it, outermost first, as (element name, a number that tells it from
    others). An empty one says that a blank line stands there.
    """

    runs: list[Run] = field(default_factory=list)
    level: int | None = None
    style: str = ""
    quoted: bool = False
    indent: float = 0.0
    around: tuple[tuple[str, int], ...] = ()
    anchors: tuple[str, ...] = ()
    aside: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of a document and its blocks."""

    text: str
    blocks: tuple[Block, ...]


def is_quotation_style(name: str) -> bool:
    """Whether a paragraph style is by its name one for quotations.

    >>> is_quotation_style("Intense Quote"), is_quotation_style("Body Text")
    (True, False)
    """
    return _QUOTED.search(name) is not None


def compose(paragraphs: Sequence[Paragraph]) -> Composed:
    """The text and blocks of a document's paragraphs, in their order."""
    body = _body_size(paragraphs)
    sizes = _heading_sizes(paragraphs, body)
    indent = _body_indent(paragraphs)
    titled = any(p.level == 0 for p in paragraphs)
    targets = {run.href[1:] for p in paragraphs for run in p.runs if run.href.startswith("#")}
    pieces: list[str] = []
    blocks: list[Block] = []
    length, serial, quote = 0, 1_000_000, 0
    for paragraph in paragraphs:
        runs = _trimmed(paragraph.runs)
        if not runs:
            quote = 0
            continue
        level = paragraph.level
        if level is None and not paragraph.around and not paragraph.aside:
            level = sizes.get(_size(runs)) if sum(len(r.text) for r in runs) <= LONGEST_HEADING else None
        elif level is not None:
            level += titled  # the title takes the first rank
        around = list(paragraph.around)
        tag = "p"
        if level is not None:
            tag, quote = f"h{min(max(level, 1), MOST_LEVELS)}", 0
        elif (paragraph.quoted or paragraph.indent - indent >= LEAST_INDENT) and not around and not paragraph.aside:
            if not quote:
                serial += 1
                quote = serial
            around.append(("blockquote", quote))
        else:
            quote = 0
        if not around or around[-1][0] not in ("li", "td", "th") or level is not None:
            serial += 1
            around.append((tag, serial))
        if pieces:
            pieces.append("\n\n")
            length += 2
        block = _block(paragraph, runs, around, targets, length)
        blocks.append(block)
        pieces.extend(run.text for run in runs)
        length = block.span.end
    return Composed("".join(pieces), tuple(blocks))


def _block(
    paragraph: Paragraph, runs: list[Run], around: list[tuple[str, int]], targets: set[str], start: int
) -> Block:
    emphasis: list[tuple[Span, str]] = []
    links: list[tuple[Span, str]] = []
    length = sum(len(run.text) for run in runs)
    for name, is_set in (("b", _is_bold), ("i", _is_italic), ("u", _is_underlined)):
        emphasis.extend((Span(start + a, start + b), name) for a, b in _stretches(runs, is_set))
    place = start
    for run in runs:
        if run.href:
            links.append((Span(place, place + len(run.text)), run.href))
        if run.raised:
            links.append((Span(place, place + len(run.text)), ""))
        place += len(run.text)
    anchor = next((a for a in paragraph.anchors if a in targets), "")
    return Block(
        Span(start, start + length),
        around[-1][0],
        tuple(name for name, _ in around),
        tuple(number for _, number in around),
        paragraph.style,
        paragraph.aside,
        tuple(sorted(emphasis)),
        tuple(links),
        anchor,
    )


def _is_bold(run: Run) -> bool:
    return run.bold


def _is_italic(run: Run) -> bool:
    return run.italic


def _is_underlined(run: Run) -> bool:
    return run.underlined


def _stretches(runs: Iterable[Run], is_set: Callable[[Run], bool]) -> list[tuple[int, int]]:
    """Where runs that are set so stand, neighbours as one; white space and raised marks break no stretch."""
    found: list[tuple[int, int]] = []
    place, begin, end = 0, -1, -1
    for run in runs:
        after = place + len(run.text)
        if is_set(run):
            begin = place if begin < 0 else begin
            end = after
        elif begin >= 0 and run.text.strip() and not run.raised:
            found.append((begin, end))
            begin = -1
        place = after
    if begin >= 0:
        found.append((begin, end))
    return found


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without white space before the first word and after the last; none where there is no word."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        del kept[0]
    while kept and not kept[-1].text.strip():
        del kept[-1]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _size(runs: Iterable[Run]) -> float:
    """The size that most of the words are set in."""
    sizes: Counter[float] = Counter()
    for run in runs:
        if not run.raised:
            sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _body_size(paragraphs: Iterable[Paragraph]) -> float:
    sizes: Counter[float] = Counter()
    for p in paragraphs:
        if p.level is None and not p.aside:
            for run in p.runs:
                if run.size:
                    sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _heading_sizes(paragraphs: Iterable[Paragraph], body: float) -> dict[float, int]:
    """The level of each size that short paragraphs are set in and the body is not; the largest is the first."""
    if not body:
        return {}
    larger = {
        size
        for p in paragraphs
        if p.level is None and not p.around and not p.aside and 0 < len(p.text.strip()) <= LONGEST_HEADING
        for size in (_size(_trimmed(p.runs)),)
        if size >= body * BULKIER
    }
    return {size: level for level, size in enumerate(sorted(larger, reverse=True), 1)}


def _body_indent(paragraphs: Iterable[Paragraph]) -> float:
    """The left edge of most of the text."""
    edges: Counter[float] = Counter()
    for p in paragraphs:
        if p.level is None and not p.aside and not p.around and not p.quoted:
            edges[round(p.indent, 0)] += len(p.text)
    return edges.most_common(1)[0][0] if edges else 0.0
