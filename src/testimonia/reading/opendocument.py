"""The text of an OpenDocument file (.odt): paragraphs with their styles, runs, lists, tables and notes.

What is deleted in tracked changes, comments and hidden text are out. A note leaves its own printed mark in the text,
linked to the note, and the notes follow the body; a table of contents, headers and footers are set apart. White space
is collapsed as the format says it is, which writes spaces that count as elements of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ..errors import SourcebookError
from .archives import Archive
from .paragraphs import Composed, Paragraph, Run, compose, is_quotation_style

__all__ = ["extract_odt"]

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    _OASIS + "office:1.0": "office_",
    _OASIS + "text:1.0": "text_",
    _OASIS + "table:1.0": "table_",
    _OASIS + "style:1.0": "style_",
    _OASIS + "drawing:1.0": "draw_",
    _OASIS + "xsl-fo-compatible:1.0": "fo_",
    _OASIS + "manifest:1.0": "manifest_",
    "http://www.w3.org/1999/xlink": "xlink_",
}
_LEFT_OUT = frozenset(
    "text_tracked-changes office_annotation office_annotation-end office_forms text_sequence-decls text_variable-decls "
    "text_user-field-decls text_note-citation text_hidden-text text_hidden-paragraph text_ruby-text "
    "table_table-columns office_event-listeners text_table-of-content-source text_number".split()
)
_CONTENTS = frozenset("text_table-of-content text_alphabetical-index text_illustration-index text_table-index".split())
_AROUND = {
    "table_table": "table",
    "table_table-row": "tr",
    "table_table-cell": "td",
    "text_list": "ul",
    "text_list-item": "li",
}
_HEADING = re.compile(r"heading\s*(\d+)$", re.I)
_SPACES = re.compile(r"[ \t\r\n]+")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|cm|mm|in|pc|px)$")
_UNITS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75}
_BOLD = ("bold", "600", "700", "800", "900")
_COUNTED = "\x00"  # stands for a space that is an element, until the others are collapsed; XML cannot hold it
_MOST_BASES = 20  # styles based on one another
_MOST_SPACES = 1000  # that one element stands for


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = ""
    level: int | None = None
    quoted: bool = False
    indent: float = 0.0
    first: float = 0.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    hidden: bool = False
    raised: bool = False
    size: float = 0.0


def extract_odt(archive: Archive) -> Composed:
    """Read an OpenDocument text.

    Raises:
        SourcebookError: a part is missing, damaged or locked.
    """
    if "META-INF/manifest.xml" in archive:
        manifest = archive.read_xml("META-INF/manifest.xml", _PREFIXES)
        if any(True for _ in manifest.iter("manifest_encryption-data")):
            raise SourcebookError(f"{archive.name} is locked with a password. Save it without one and read that.")
    trees = [archive.read_xml("content.xml", _PREFIXES)]
    if "styles.xml" in archive:
        trees.append(archive.read_xml("styles.xml", _PREFIXES))
    return compose(_Document(archive.name, trees).read())


class _Document:
    def __init__(self, name: str, trees: list[Element]) -> None:
        self._name, self._trees = name, trees
        self._sheets: dict[tuple[str, str], Element] = {}
        self._styles: dict[tuple[str, str], _Style] = {}
        for tree in trees:
            for sheet in tree.iter("style_style"):
                self._sheets.setdefault((sheet.get("style_family", ""), sheet.get("style_name", "")), sheet)
        self._default = _Style()
        for tree in trees:
            for sheet in tree.iter("style_default-style"):
                if sheet.get("style_family") == "paragraph":
                    self._default = _stated(sheet, self._default)
        self._paragraphs: list[Paragraph] = []
        self._notes: list[tuple[str, Element]] = []
        self._around: list[tuple[str, int]] = []
        self._serial = 0
        self._aside = False
        self._in_note = ""
        self._boxes: list[Element] = []

    def read(self) -> list[Paragraph]:
        body = self._trees[0].find("office_body/office_text")
        if body is None:
            raise SourcebookError(f"{self._name} is an OpenDocument file without a text. Save it anew and read that.")
        self._blocks(body)
        self._put_notes()
        self._aside = True
        for tree in self._trees[1:]:
            for page in tree.iter("style_master-page"):
                self._blocks(page)
        return self._paragraphs

    def _style(self, family: str, key: str, depth: int = 0) -> _Style:
        known = self._styles.get((family, key))
        if known is not None:
            return known
        sheet = self._sheets.get((family, key))
        base = self._default if family == "paragraph" else _Style()
        if sheet is None or depth > _MOST_BASES:
            return base
        parent = sheet.get("style_parent-style-name", "")
        name = sheet.get("style_display-name") or re.sub(r"_20_", " ", key)
        if parent:
            base = self._style(family, parent, depth + 1)
        if family == "paragraph" and key and not re.fullmatch(r"P\d+", key):
            heading = _HEADING.search(name)
            level = int(heading.group(1)) if heading else 0 if name == "Title" else base.level
            if name == "Subtitle":
                level = None
            outline = sheet.get("style_default-outline-level", "")
            base = replace(
                base,
                name=name,
                quoted=base.quoted or is_quotation_style(name),
                level=int(outline) if outline.isdecimal() and outline != "0" else level,
            )
        style = _stated(sheet, base)
        self._styles[family, key] = style
        return style

    # -- blocks

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag in ("text_p", "text_h"):
                self._paragraph(child)
            elif tag in _AROUND:
                self._serial += 1
                self._around.append((_AROUND[tag], self._serial))
                self._blocks(child)
                self._around.pop()
            elif tag in _CONTENTS:
                was, self._aside = self._aside, True
                self._blocks(child)
                self._aside = was
            elif tag not in _LEFT_OUT:
                self._blocks(child)

    def _paragraph(self, element: Element) -> None:
        style = self._style("paragraph", element.get("text_style-name", ""))
        runs: list[Run] = []
        anchors: list[str] = []
        if not style.hidden:
            self._words(element, style, "", runs, anchors)
        level = style.level
        if element.tag == "text_h":
            outline = element.get("text_outline-level", "1")
            level = max(1, int(outline)) if outline.isdecimal() else 1
        if self._in_note:
            level = None
        elif level is not None and self._around and self._around[-1][0] == "li":
            self._around, around = [], self._around  # numbered headings stand in lists
            self._put(runs, level, style, anchors)
            self._around = around
            return
        self._put(runs, level, style, anchors)

    def _put(self, runs: list[Run], level: int | None, style: _Style, anchors: list[str]) -> None:
        self._paragraphs.append(
            Paragraph(
                _collapsed(runs),
                level,
                self._in_note or "-".join(re.findall(r"\w+", style.name.lower())),
                style.quoted,
                min(style.indent, style.indent + style.first),
                tuple(self._around),
                tuple(anchors),
                self._aside,
            )
        )
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box)

    # -- runs

    def _words(self, parent: Element, style: _Style, href: str, runs: list[Run], anchors: list[str]) -> None:
        def put(words: str | None) -> None:
            if words and not style.hidden:
                runs.append(
                    Run(
                        _SPACES.sub(" ", words),
                        style.bold,
                        style.italic,
                        style.underlined,
                        style.raised,
                        style.size,
                        href,
                    )
                )

        put(parent.text)
        for child in parent:
            tag = child.tag
            if tag == "text_span":
                self._words(child, self._over(style, child.get("text_style-name", "")), href, runs, anchors)
            elif tag == "text_s":
                count = child.get("text_c", "1")
                runs.append(Run(_COUNTED * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)))
            elif tag == "text_tab":
                runs.append(Run("\t"))
            elif tag == "text_line-break":
                runs.append(Run("\n"))
            elif tag == "text_a":
                self._words(child, style, child.get("xlink_href", "") or href, runs, anchors)
            elif tag in ("text_bookmark", "text_bookmark-start"):
                anchors.append(child.get("text_name", ""))
            elif tag == "text_note":
                self._refer(child, style, runs)
            elif tag == "draw_text-box":
                self._boxes.append(child)
            elif tag in ("text_p", "text_h"):  # within something that is no block
                self._boxes.append(_wrapping(child))
            elif tag not in _LEFT_OUT:
                self._words(child, style, href, runs, anchors)
            put(child.tail)

    def _over(self, style: _Style, key: str) -> _Style:
        """The style of a paragraph with what a style of characters says over it, with what that inherits."""
        chain: list[Element] = []
        while key and len(chain) <= _MOST_BASES:
            sheet = self._sheets.get(("text", key))
            if sheet is None:
                break
            chain.append(sheet)
            key = sheet.get("style_parent-style-name", "")
        for sheet in reversed(chain):
            style = _stated(sheet, style)
        return style

    def _refer(self, note: Element, style: _Style, runs: list[Run]) -> None:
        citation, body = note.find("text_note-citation"), note.find("text_note-body")
        if body is None:
            return
        kind = "endnotes" if note.get("text_note-class") == "endnote" else "footnotes"
        mark = "".join(citation.itertext()).strip() if citation is not None else ""
        self._notes.append((kind, body))
        runs.append(Run(mark or str(len(self._notes)), raised=True, size=style.size, href=f"#note-{len(self._notes)}"))

    def _put_notes(self) -> None:
        for kind in ("footnotes", "endnotes"):
            self._serial += 2
            around = [("section", self._serial - 1), ("ol", self._serial)]
            for number, (which, body) in enumerate(self._notes, 1):
                if which != kind:
                    continue
                self._serial += 1
                self._around, self._in_note = [*around, ("li", self._serial)], kind
                first = len(self._paragraphs)
                self._blocks(body)
                for paragraph in self._paragraphs[first:]:
                    paragraph.around = tuple(self._around)
                filled = next((p for p in self._paragraphs[first:] if p.text.strip()), None)
                if filled is not None:
                    filled.anchors = (f"note-{number}", *filled.anchors)
        self._around, self._in_note = [], ""


def _wrapping(element: Element) -> Element:
    box = Element("draw_text-box")
    box.append(element)
    return box


def _collapsed(runs: list[Run]) -> list[Run]:
    """The runs with white space between them as one space, and spaces that count as such."""
    found: list[Run] = []
    spaced = True
    for run in runs:
        words = run.text[1:] if spaced and run.text.startswith(" ") else run.text
        if not words:
            continue
        spaced = words.endswith((" ", "\n"))
        found.append(replace(run, text=words.replace(_COUNTED, " ")))
    return found


def _stated(sheet: Element, style: _Style) -> _Style:
    """The style with what a sheet states over it."""
    changes: dict[str, object] = {}
    words = sheet.find("style_text-properties")
    if words is not None:
        weight, slope = words.get("fo_font-weight"), words.get("fo_font-style")
        if weight is not None:
            changes["bold"] = weight in _BOLD
        if slope is not None:
            changes["italic"] = slope in ("italic", "oblique")
        line = words.get("style_text-underline-style")
        if line is not None:
            changes["underlined"] = line != "none"
        position = words.get("style_text-position")
        if position is not None:
            first = position.split(" ")[0]
            changes["raised"] = first == "super" or (first.rstrip("%").isdecimal() and first != "0%")
        if words.get("text_display") is not None:
            changes["hidden"] = words.get("text_display") == "none"
        size = words.get("fo_font-size", "")
        if size.endswith("%") and size[:-1].isdecimal():
            changes["size"] = round(style.size * int(size[:-1]) / 100, 1)
        elif size:
            changes["size"] = _points(size)
    block = sheet.find("style_paragraph-properties")
    if block is not None:
        if block.get("fo_margin-left") is not None:
            changes["indent"] = _points(block.get("fo_margin-left", ""))
        if block.get("fo_text-indent") is not None:
            changes["first"] = min(0.0, _points(block.get("fo_text-indent", "")))
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]


def _points(printed: str) -> float:
    match = _LENGTH.match(printed)
    return float(match.group(1)) * _UNITS[match.group(2)] if match else 0.0
