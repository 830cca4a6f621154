"""The text of a Word file (.docx): paragraphs with their styles, runs, lists, tables and notes.

The words are those that Word prints: insertions of tracked changes are in, deletions, comments, hidden text and field
codes are out (what a field shows is in). A footnote or endnote leaves its number in the text, linked to the note, and
the notes follow the body; headers and footers come last and are set apart, as is a table of contents. Numbers that
Word itself puts before list items and headings are not in the file and so not in the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from ..errors import SourcebookError
from .archives import Archive
from .paragraphs import Composed, Paragraph, Run, compose
from .word_markup import OFF, PREFIXES, chosen_of, relations_of, symbol, value_of, whole
from .word_styles import Style, Styles, stated

__all__ = ["extract_docx"]

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


def extract_docx(archive: Archive) -> Composed:
    """Read a Word file.

    Raises:
        SourcebookError: a part is missing or damaged.
    """
    relations = relations_of(archive, "_rels/.rels", "")
    main = next((part for kind, part in relations.values() if kind == "officeDocument"), "word/document.xml")
    return compose(_Document(archive, main).read())


class _Document:
    def __init__(self, archive: Archive, main: str) -> None:
        self._archive, self._main = archive, main
        folder, _, name = main.rpartition("/")
        self._relations = relations_of(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), main)
        self._parts: dict[str, list[str]] = {}
        for kind, part in self._relations.values():
            self._parts.setdefault(kind, []).append(part)
        self._styles = Styles(archive, next(iter(self._parts.get("styles", [])), "word/styles.xml"))
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
                was, self._aside = self._aside, self._aside or "contents" in value_of(gallery).lower()
                self._blocks(child)
                self._aside = was
            elif tag == "mc_AlternateContent":
                self._blocks(chosen_of(child))
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
        key = value_of(properties.find("w_pStyle")) if properties is not None else ""
        style = stated(properties, None, self._styles.of(key or self._styles.normal))
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

    def _item(self, properties: Element | None, style: Style) -> list[tuple[str, int]]:
        """The lists and items round a list paragraph."""
        numbering = properties.find("w_numPr") if properties is not None else None
        number = value_of(numbering.find("w_numId")) if numbering is not None else ""
        if style.level is not None or number == "0" or not (number or style.numbered):
            self._lists = []
            return []
        depth = min(whole(value_of(numbering.find("w_ilvl")) if numbering is not None else ""), 8)
        while len(self._lists) <= depth:
            self._serial += 2
            self._lists.append((self._serial - 1, self._serial))
        del self._lists[depth + 1 :]
        self._serial += 1
        self._lists[depth] = (self._lists[depth][0], self._serial)
        return [pair for ul, li in self._lists for pair in (("ul", ul), ("li", li))]

    # -- runs

    def _runs(self, parent: Element, style: Style, href: str, runs: list[Run], anchors: list[str]) -> None:
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
                self._runs(chosen_of(child), style, href, runs, anchors)
            elif tag == "m_t":
                runs.append(Run(child.text or ""))
            elif tag not in _LEFT_OUT:
                self._runs(child, style, href, runs, anchors)

    def _run(self, element: Element, style: Style, href: str, runs: list[Run]) -> None:
        properties = element.find("w_rPr")
        if properties is not None:
            key = value_of(properties.find("w_rStyle"))
            if key:
                face = self._styles.of(key)
                style = replace(
                    style,
                    bold=style.bold or face.bold,
                    italic=style.italic or face.italic,
                    hidden=face.hidden,
                    raised=face.raised,
                    size=style.size,
                )
            style = stated(None, properties, style)
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
                words = symbol(child.get("w_char", ""))
            elif tag in ("w_footnoteReference", "w_endnoteReference"):
                words, link = self._refer(tag[2:-9], child), f"#{tag[2:-9]}-{child.get('w_id', '')}"
                own_mark = not words
                raised = True
            elif tag in ("w_pict", "w_drawing", "w_object", "mc_AlternateContent"):
                chosen = chosen_of(child) if tag == "mc_AlternateContent" else child
                self._boxes.extend(chosen.iter("w_txbxContent"))
            if own_mark and tag == "w_t":  # the mark that the author chose in place of a number
                kind, note = self._notes[-1]
                link, raised = f"#{kind}-{note}", True
            if words:
                runs.append(Run(words, style.bold, style.italic, style.underlined, raised, style.size, link))

    def _refer(self, kind: str, reference: Element) -> str:
        """The mark of a note; empty where the words after it are its mark."""
        self._notes.append((kind, reference.get("w_id", "")))
        if reference.get("w_customMarkFollows", "0") not in OFF:
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
