"""The text of a Word file (.docx): paragraphs with their styles, runs, lists, tables and notes.

The words are those that Word prints: insertions of tracked changes are in, deletions, comments, hidden text and field
codes are out (what a field shows is in). A footnote or endnote leaves its number in the text, linked to the note, and
the notes follow the body; headers and footers come last and are set apart, as is a table of contents. Numbers that
Word itself puts before list items and headings are not in the file and so not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ..errors import SourcebookError
from .archives import Archive
from .paragraphs import Composed, Paragraph, Run, compose, is_quotation_style

__all__ = ["extract_docx"]

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the strict form
)
PREFIXES = {
    **dict.fromkeys(_MAIN, "w_"),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r_",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r_",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc_",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m_",
}
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|заголовок|kop|rubrik)\s*(\d)$", re.I)
_TITLE = re.compile(r"title$", re.I)
_CONTENTS = re.compile(r"(?:toc|contents|verzeichnis|table of (?:figures|authorities)|index)\s*(?:\d|heading)?$", re.I)
_LEFT_OUT = frozenset(
    "w_del w_moveFrom w_instrText w_delText w_delInstrText w_pPr w_rPr w_sectPr w_tblPr w_trPr w_tcPr w_sdtPr "
    "w_commentReference w_annotationRef w_footnoteRef w_endnoteRef w_separator w_continuationSeparator w_fldData "
    "w_rt".split()
)
_LITERAL = {
    "w_tab": "\t",
    "w_ptab": "\t",
    "w_br": "\n",
    "w_cr": "\n",
    "w_noBreakHyphen": "\u2011",
    "w_softHyphen": "\xad",
}
_OFF = ("0", "false", "off", "none")
_MOST_BASES = 20  # styles based on one another; Word itself stops at eleven


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says, with what it inherits; ``None`` where nothing is said."""

    name: str = ""
    level: int | None = None
    quoted: bool = False
    indent: float | None = None
    hanging: float | None = None
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    hidden: bool = False
    raised: bool = False
    size: float = 0.0
    numbered: bool = False


def extract_docx(archive: Archive) -> Composed:
    """Read a Word file.

    Raises:
        SourcebookError: a part is missing or damaged.
    """
    relations = _relations(archive, "_rels/.rels", "")
    main = next((part for kind, part in relations.values() if kind == "officeDocument"), "word/document.xml")
    return compose(_Document(archive, main).read())


def _relations(archive: Archive, part: str, base: str) -> dict[str, tuple[str, str]]:
    """Kind and target of each relation of a part, by its id; targets outside the file as they stand."""
    if part not in archive:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for relation in archive.read_xml(part, PREFIXES):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            target = archive.resolve(base, target)
        found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
    return found


class _Document:
    def __init__(self, archive: Archive, main: str) -> None:
        self._archive, self._main = archive, main
        folder, _, name = main.rpartition("/")
        self._relations = _relations(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), main)
        self._parts: dict[str, list[str]] = {}
        for kind, part in self._relations.values():
            self._parts.setdefault(kind, []).append(part)
        self._sheets: dict[str, Element] = {}
        self._styles: dict[str, _Style] = {}
        self._default = _Style()
        self._normal = ""
        self._read_styles()
        self._notes: list[tuple[str, str]] = []  # kind and id, in the order in which the text refers to them
        self._counts = {"footnote": 0, "endnote": 0}
        self._lists: list[tuple[int, int]] = []  # the serials of list and item at each level
        self._serial = 0
        self._around: list[tuple[str, int]] = []
        self._aside = False
        self._paragraphs: list[Paragraph] = []
        self._pending: Paragraph | None = None  # its mark was deleted: the next one continues it
        self._boxes: list[Element] = []

    def read(self) -> list[Paragraph]:
        tree = self._archive.read_xml(self._main, PREFIXES)
        body = tree.find("w_body")
        if body is None:
            raise SourcebookError(f"{self._archive.name} is a Word file without a body. Save it anew and read that.")
        self._blocks(body)
        self._put_notes()
        self._aside = True
        seen: set[str] = set()
        for kind in ("header", "footer"):
            for part in self._parts.get(kind, []):
                if part in self._archive:
                    first = len(self._paragraphs)
                    self._blocks(self._archive.read_xml(part, PREFIXES))
                    words = "\n".join(p.text for p in self._paragraphs[first:])
                    if words in seen:
                        del self._paragraphs[first:]
                    seen.add(words)
        return self._paragraphs

    # -- styles

    def _read_styles(self) -> None:
        part = next(iter(self._parts.get("styles", [])), "word/styles.xml")
        if part not in self._archive:
            return
        tree = self._archive.read_xml(part, PREFIXES)
        default = tree.find("w_docDefaults")
        if default is not None:
            self._default = _stated(default.find("w_pPrDefault/w_pPr"), default.find("w_rPrDefault/w_rPr"), _Style())
        for sheet in tree.iter("w_style"):
            self._sheets[sheet.get("w_styleId", "")] = sheet
            if sheet.get("w_type") == "paragraph" and sheet.get("w_default", "0") not in _OFF:
                self._normal = sheet.get("w_styleId", "")

    def _style(self, key: str, depth: int = 0) -> _Style:
        known = self._styles.get(key)
        if known is not None:
            return known
        sheet = self._sheets.get(key)
        if sheet is None or depth > _MOST_BASES:
            return replace(self._default, name=key)
        based = _value(sheet.find("w_basedOn"))
        style = self._style(based, depth + 1) if based else self._default
        name = _value(sheet.find("w_name")) or key
        heading = _HEADING.search(name) or _HEADING.search(key)
        style = replace(style, name=name, quoted=style.quoted or is_quotation_style(name))
        if heading is not None:
            style = replace(style, level=max(int(heading.group(1)), 1))
        elif _TITLE.match(name):
            style = replace(style, level=0)
        elif name.lower() == "subtitle":
            style = replace(style, level=None)
        style = _stated(sheet.find("w_pPr"), sheet.find("w_rPr"), style)
        self._styles[key] = style
        return style

    # -- blocks

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == "w_p":
                self._paragraph(child)
            elif tag == "w_tbl":
                self._within("table", child)
            elif tag == "w_tr":
                if child.find("w_trPr/w_del") is None:
                    self._within("tr", child)
            elif tag == "w_tc":
                self._within("td", child)
            elif tag == "w_sdt":
                gallery = child.find("w_sdtPr/w_docPartObj/w_docPartGallery")
                was, self._aside = self._aside, self._aside or "contents" in _value(gallery).lower()
                self._blocks(child)
                self._aside = was
            elif tag == "mc_AlternateContent":
                self._blocks(_chosen(child))
            elif tag not in _LEFT_OUT:
                self._blocks(child)

    def _within(self, name: str, element: Element) -> None:
        lists, self._lists = self._lists, []
        self._serial += 1
        self._around.append((name, self._serial))
        self._blocks(element)
        self._around.pop()
        self._lists = lists

    def _paragraph(self, element: Element) -> None:
        properties = element.find("w_pPr")
        key = _value(properties.find("w_pStyle")) if properties is not None else ""
        style = _stated(properties, None, self._style(key or self._normal))
        runs: list[Run] = []
        anchors: list[str] = []
        self._runs(element, style, "", runs, anchors)
        left, first = style.indent or 0.0, style.hanging or 0.0
        paragraph = Paragraph(
            runs,
            style.level,
            " ".join(re.findall(r"\w+", style.name.lower())).replace(" ", "-") if key else "",
            style.quoted,
            min(left, left + first),
            (*self._around, *self._item(properties, style)),
            tuple(anchors),
            self._aside or _CONTENTS.match(style.name) is not None,
        )
        if self._pending is not None:
            paragraph, joined = self._pending, paragraph
            paragraph.runs.extend(joined.runs)
            paragraph.anchors += joined.anchors
            self._pending = None
        if properties is not None and properties.find("w_rPr/w_del") is not None:
            self._pending = paragraph
        else:
            self._paragraphs.append(paragraph)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box)

    def _item(self, properties: Element | None, style: _Style) -> list[tuple[str, int]]:
        """The lists and items round a list paragraph."""
        numbering = properties.find("w_numPr") if properties is not None else None
        number = _value(numbering.find("w_numId")) if numbering is not None else ""
        if style.level is not None or number == "0" or not (number or style.numbered):
            self._lists = []
            return []
        depth = min(_whole(_value(numbering.find("w_ilvl")) if numbering is not None else ""), 8)
        while len(self._lists) <= depth:
            self._serial += 2
            self._lists.append((self._serial - 1, self._serial))
        del self._lists[depth + 1 :]
        self._serial += 1
        self._lists[depth] = (self._lists[depth][0], self._serial)
        return [pair for ul, li in self._lists for pair in (("ul", ul), ("li", li))]

    # -- runs

    def _runs(self, parent: Element, style: _Style, href: str, runs: list[Run], anchors: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag == "w_r":
                self._run(child, style, href, runs)
            elif tag == "w_hyperlink":
                target = child.get("w_anchor", "")
                kind_and_target = self._relations.get(child.get("r_id", ""), ("", ""))
                link = "#" + target if target else kind_and_target[1]
                self._runs(child, style, link or href, runs, anchors)
            elif tag == "w_bookmarkStart":
                anchors.append(child.get("w_name", ""))
            elif tag == "mc_AlternateContent":
                self._runs(_chosen(child), style, href, runs, anchors)
            elif tag == "m_t":
                runs.append(Run(child.text or ""))
            elif tag not in _LEFT_OUT:
                self._runs(child, style, href, runs, anchors)

    def _run(self, element: Element, style: _Style, href: str, runs: list[Run]) -> None:
        properties = element.find("w_rPr")
        if properties is not None:
            key = _value(properties.find("w_rStyle"))
            if key:
                face = self._style(key)
                style = replace(
                    style,
                    bold=style.bold or face.bold,
                    italic=style.italic or face.italic,
                    hidden=face.hidden,
                    raised=face.raised,
                    size=style.size,
                )
            style = _stated(None, properties, style)
        if style.hidden:
            return
        own_mark = False
        for child in element:
            tag, words, raised, link = child.tag, "", style.raised, href
            if tag == "w_t":
                words = child.text or ""
            elif tag in _LITERAL:
                words = _LITERAL[tag]
            elif tag == "w_sym":
                words = _symbol(child.get("w_char", ""))
            elif tag in ("w_footnoteReference", "w_endnoteReference"):
                words, link = self._refer(tag[2:-9], child), f"#{tag[2:-9]}-{child.get('w_id', '')}"
                own_mark = not words
                raised = True
            elif tag in ("w_pict", "w_drawing", "w_object", "mc_AlternateContent"):
                chosen = _chosen(child) if tag == "mc_AlternateContent" else child
                self._boxes.extend(chosen.iter("w_txbxContent"))
            if own_mark and tag == "w_t":  # the mark that the author chose in place of a number
                kind, note = self._notes[-1]
                link, raised = f"#{kind}-{note}", True
            if words:
                runs.append(Run(words, style.bold, style.italic, style.underlined, raised, style.size, link))

    def _refer(self, kind: str, reference: Element) -> str:
        """The mark of a note; empty where the words after it are its mark."""
        self._notes.append((kind, reference.get("w_id", "")))
        if reference.get("w_customMarkFollows", "0") not in _OFF:
            return ""
        self._counts[kind] += 1
        return str(self._counts[kind])

    def _put_notes(self) -> None:
        for kind in ("footnote", "endnote"):
            part = next(iter(self._parts.get(kind + "s", [])), f"word/{kind}s.xml")
            if part not in self._archive:
                continue
            found = {
                note.get("w_id", ""): note
                for note in self._archive.read_xml(part, PREFIXES).iter("w_" + kind)
                if note.get("w_type", "normal") == "normal"
            }
            referred = [note for which, note in self._notes if which == kind and note in found]
            self._serial += 2
            around = [("section", self._serial - 1), ("ol", self._serial)]
            for note in dict.fromkeys((*referred, *found)):
                self._serial += 1
                self._around = [*around, ("li", self._serial)]
                first = len(self._paragraphs)
                self._blocks(found[note])
                for paragraph in self._paragraphs[first:]:
                    paragraph.style, paragraph.level = kind + "s", None
                    paragraph.around = tuple(self._around)
                filled = next((p for p in self._paragraphs[first:] if p.text.strip()), None)
                if filled is not None:
                    filled.anchors = (f"{kind}-{note}", *filled.anchors)
            self._around = []


def _stated(paragraph: Element | None, run: Element | None, style: _Style) -> _Style:
    """The style with what properties of paragraph and run state over it."""
    changes: dict[str, object] = {}
    if paragraph is not None:
        for child in paragraph:
            if child.tag == "w_outlineLvl":
                level = _whole(child.get("w_val", "9"))
                if style.level != 0:
                    changes["level"] = level + 1 if level < 9 else None
            elif child.tag == "w_ind":
                left = child.get("w_left", child.get("w_start"))
                hanging, first = child.get("w_hanging"), child.get("w_firstLine")
                if left is not None:
                    changes["indent"] = _points(left)
                if hanging is not None or first is not None:
                    changes["hanging"] = -_points(hanging) if hanging is not None else 0.0
            elif child.tag == "w_numPr":
                changes["numbered"] = _value(child.find("w_numId")) != "0"
    if run is not None:
        for child in run:
            is_on = child.get("w_val", "1") not in _OFF
            if child.tag == "w_b":
                changes["bold"] = is_on
            elif child.tag == "w_i":
                changes["italic"] = is_on
            elif child.tag == "w_u":
                changes["underlined"] = is_on
            elif child.tag == "w_vanish":
                changes["hidden"] = is_on
            elif child.tag == "w_vertAlign":
                changes["raised"] = child.get("w_val") == "superscript"
            elif child.tag == "w_sz":
                changes["size"] = _whole(child.get("w_val", "")) / 2  # it is given in half points
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]


def _chosen(alternatives: Element) -> Element:
    """Of several forms of one thing the first, which the newest program wrote."""
    choice = alternatives.find("mc_Choice")
    fallback = alternatives.find("mc_Fallback")
    for form in (choice, fallback):
        if form is not None and any(True for _ in _texts(form)):
            return form
    return choice if choice is not None else alternatives


def _texts(element: Element) -> Iterator[Element]:
    return (e for e in element.iter() if e.tag in ("w_t", "m_t"))


def _value(element: Element | None) -> str:
    return element.get("w_val", "") if element is not None else ""


def _whole(printed: str) -> int:
    try:
        return int(float(printed))
    except (ValueError, OverflowError):
        return 0


def _points(printed: str) -> float:
    """Twentieths of a point, or a length with its unit, as points."""
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)(pt|cm|mm|in|pc|pi)?", printed)
    if match is None:
        return 0.0
    units = {None: 0.05, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "pi": 12.0}
    return float(match.group(1)) * units[match.group(2)]


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
