"""The glyphs of a PDF page, where they stand and in which face, gathered into lines in reading order.

pdfminer.six decodes the fonts and walks the pages; its own layout analysis is not used, because it is slow and loses
the place of raised marks. Lines are what shares a baseline; a raised smaller mark belongs to the line it stands on.
Where a page has two columns, the left is read before the right, and what crosses both parts the page in bands.
"""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass, field
from typing import Any

from ..errors import MissingExtraError, SourcebookError
from .paragraphs import Run

__all__ = ["Line", "Page", "read_pages"]

MOST_GLYPHS = 20_000_000  # over all pages: more is no book
_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|\+)(?:CM|SF|EC|LM)(?:BX|B\d|SSBX)", re.I)
_ITALIC = re.compile(r"ital|obli|kursiv|(?:^|\+)(?:CM|SF|EC|LM)(?:TI|SL|BXTI|CSC0)", re.I)
_SPACE_WIDTH = 0.16  # of the size: a gap as wide is a space; a kern is under a tenth
_MARK_SPACE = 0.3  # the same before a raised mark, which stands off a little
_GAP = 1.5  # sizes: a gap as wide parts columns, cells and tabs


@dataclass(slots=True)
class Glyph:
    """A character as it is drawn: left and right edge, baseline, size in points, face."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool
    italic: bool
    artifact: bool


@dataclass(slots=True)
class Line:
    """A line of type. ``page`` counts from 0; ``column`` is 0, or 1 and 2 on a page of two."""

    page: int
    x0: float
    x1: float
    y: float
    size: float
    glyphs: list[Glyph] = field(repr=False)
    column: int = 0
    aside: bool = False
    text: str = ""

    def runs(self) -> list[Run]:
        """Its words by face, spaces put where gaps are."""
        found: list[Run] = []
        face: tuple[bool, bool, bool, float] | None = None
        words: list[str] = []
        last: Glyph | None = None
        for glyph in self.glyphs:
            raised = glyph.size < 0.87 * self.size and glyph.y - self.y > 0.12 * self.size
            width = _MARK_SPACE if raised else _SPACE_WIDTH
            gap = last is not None and glyph.x0 - last.x1 > width * max(glyph.size, last.size)
            if last is not None and gap and not last.text.isspace() and not glyph.text.isspace():
                words.append(" ")
            its = (glyph.bold, glyph.italic, raised, round(glyph.size if raised else self.size, 1))
            if its != face and not glyph.text.isspace():
                if face is not None and words:
                    found.append(Run("".join(words), face[0], face[1], raised=face[2], size=face[3]))
                    words = []
                face = its
            words.append(glyph.text)
            last = glyph
        if face is not None:
            found.append(Run("".join(words), face[0], face[1], raised=face[2], size=face[3]))
        return found


@dataclass(slots=True)
class Page:
    """The lines of a page in reading order, and its height."""

    number: int
    height: float
    lines: list[Line]


def read_pages(raw: bytes, name: str) -> list[Page]:
    """The pages of a PDF.

    Raises:
        MissingExtraError: pdfminer.six is not installed.
        SourcebookError: it is damaged, or locked with a password.
    """
    try:
        from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser
    except ImportError as error:
        raise MissingExtraError("Reading a PDF", "pdf") from error
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of each unusual font
    pages: list[Page] = []
    try:
        document = PDFDocument(PDFParser(io.BytesIO(raw)))
        manager = PDFResourceManager()
        device = _device(manager)
        interpreter = PDFPageInterpreter(manager, device)
        total = 0
        for number, sheet in enumerate(PDFPage.create_pages(document)):
            device.start()
            interpreter.process_page(sheet)
            total += len(device.glyphs)
            if total > MOST_GLYPHS:
                raise SourcebookError(f"{name} draws over {MOST_GLYPHS:,} characters. Split it at its headings.")
            height = abs(sheet.mediabox[3] - sheet.mediabox[1])
            pages.append(Page(number, height, _in_order(_lines(device.glyphs, number))))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise SourcebookError(f"{name} is locked with a password. Save it without one and read that.") from None
    except (SourcebookError, MemoryError):
        raise
    except RecursionError:
        raise SourcebookError(f"{name} is damaged: it refers to itself without end. Print it to a new PDF.") from None
    except Exception as fault:  # the library raises whatever a damaged file leads it into
        raise SourcebookError(
            f"{name} is damaged: {str(fault) or type(fault).__name__}. "
            "Fetch the whole file again, or print it to a new PDF."
        ) from None
    return pages


def _device(manager: Any) -> Any:
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdffont import PDFUnicodeNotDefined

    class Device(PDFTextDevice):
        """Keeps each upright glyph and what tells its face."""

        def start(self) -> None:
            self.glyphs: list[Glyph] = []
            self.tags: list[bool] = []

        faces: dict[int, tuple[Any, bool, bool]] = {}  # noqa: RUF012 - one device a file

        def begin_tag(self, tag: Any, props: Any = None) -> None:
            self.tags.append(getattr(tag, "name", "") == "Artifact")

        def end_tag(self) -> None:
            if self.tags:
                self.tags.pop()

        def render_char(
            self,
            matrix: Any,
            font: Any,
            fontsize: float,
            scaling: float,
            rise: float,
            cid: int,
            ncs: Any,
            graphicstate: Any,
        ) -> float:
            advance = float(font.char_width(cid) * fontsize * scaling)
            a, b, c, d, e, f = matrix
            size = abs(fontsize) * (abs(a * d - b * c) ** 0.5)
            if a <= 0 or abs(b) > 0.2 * a or size < 1:  # turned, mirrored or too small to be read
                return advance
            try:
                text = font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                text = "\ufffd"
            if text and text != "\x00":
                face = self.faces.get(id(font))
                if face is None or face[0] is not font:
                    title = str(getattr(font, "fontname", "") or "")
                    flags = int(getattr(font, "flags", 0) or 0)
                    face = (
                        font,
                        _BOLD.search(title) is not None,
                        _ITALIC.search(title) is not None or bool(flags & 64),
                    )
                    self.faces[id(font)] = face
                x0 = float(e)
                artifact = True in self.tags
                self.glyphs.append(
                    Glyph(x0, x0 + advance * a, float(f + rise * d), size, text, face[1], face[2], artifact)
                )
            return advance

    return Device(manager)


def _lines(glyphs: list[Glyph], page: int) -> list[Line]:
    """Glyphs in the order of drawing, as pieces of lines: what goes on to the right on one baseline."""
    lines: list[Line] = []
    line: Line | None = None
    for g in glyphs:
        if line is not None and line.aside == g.artifact:
            last = line.glyphs[-1]
            rise, large = g.y - line.y, max(g.size, line.size)
            near = -0.5 * large < g.x0 - last.x1 < _GAP * large
            if near and abs(rise) < 0.1 * large:
                line.glyphs.append(g)
                line.size = max(line.size, g.size) if not g.text.isspace() else line.size
                continue
            if near and 0.1 * large <= abs(rise) < 0.65 * large and abs(g.size - line.size) > 0.13 * large:
                if g.size > line.size:  # the mark stands before its line, as at the head of a note
                    line.y, line.size = g.y, g.size
                line.glyphs.append(g)
                continue
        if g.text.isspace():
            continue
        line = Line(page, g.x0, g.x1, g.y, g.size, [g], aside=g.artifact)
        lines.append(line)
    for line in lines:
        while line.glyphs[-1].text.isspace():
            line.glyphs.pop()
        line.x0, line.x1 = line.glyphs[0].x0, line.glyphs[-1].x1
    return lines


def _in_order(pieces: list[Line]) -> list[Line]:
    """The lines of a page as they are read."""
    gutter = _gutter([p for p in pieces if not p.aside])
    for piece in pieces:
        if gutter:
            piece.column = 1 if piece.x1 <= gutter + 2 else 2 if piece.x0 >= gutter - 2 else 0
    whole = _joined(pieces)
    whole.sort(key=lambda p: (-p.y, p.x0))
    if not gutter:
        ordered = whole
    else:
        ordered = []
        band: list[Line] = []
        for piece in whole:
            if piece.column:
                band.append(piece)
            else:
                ordered += sorted(band, key=lambda p: p.column)
                ordered.append(piece)
                band = []
        ordered += sorted(band, key=lambda p: p.column)
    for piece in ordered:
        piece.text = "".join(run.text for run in piece.runs())
    return ordered


def _joined(pieces: list[Line]) -> list[Line]:
    """The pieces with those on one baseline of one column put together."""
    whole: list[Line] = []
    for piece in sorted(pieces, key=lambda p: (p.column, -p.y, p.x0)):
        last = whole[-1] if whole else None
        if (
            last is not None
            and last.column == piece.column
            and last.aside == piece.aside
            and piece.x0 > last.x1 - 0.3 * last.size
        ):
            large = max(last.size, piece.size)
            rise = abs(last.y - piece.y)
            raised = rise < 0.65 * large and abs(last.size - piece.size) > 0.13 * large and piece.x0 - last.x1 < large
            if rise < 0.2 * large or raised:
                if piece.size > last.size:
                    last.y, last.size = piece.y, piece.size
                last.glyphs = last.glyphs + piece.glyphs
                last.x1 = max(last.x1, piece.x1)
                continue
        whole.append(piece)
    return whole


def _gutter(pieces: list[Line]) -> float:
    """The middle of the gap between two columns, 0 where there is none."""
    if len(pieces) < 12:
        return 0.0
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    width = right - left
    best, fewest = 0.0, 0.2 * len(pieces)
    for step in range(35, 66):
        x = left + width * step / 100
        crossing = sum(1 for p in pieces if p.x0 < x - 3 and p.x1 > x + 3)
        if crossing < fewest:
            before = [p for p in pieces if p.x1 <= x + 3]
            after = [p for p in pieces if p.x0 >= x - 3]
            long = 0.6 * (x - left), 0.6 * (right - x)  # columns of text, not of a table's cells
            if (
                len(before) > 0.2 * len(pieces) < len(after)
                and sum(p.x1 - p.x0 > long[0] for p in before) > 0.5 * len(before)
                and sum(p.x1 - p.x0 > long[1] for p in after) > 0.5 * len(after)
            ):
                best, fewest = x, crossing
    return best
