"""The styles of a Word file, with what each inherits from the one that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from .archives import Archive
from .paragraphs import is_quotation_style
from .word_markup import OFF, PREFIXES, points, value_of, whole

__all__ = ["Style", "Styles", "stated"]

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|заголовок|kop|rubrik)\s*(\d)$", re.I)
_TITLE = re.compile(r"title$", re.I)
_MOST_BASES = 20  # styles based on one another; Word itself stops at eleven


@dataclass(frozen=True, slots=True)
class Style:
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


class Styles:
    """The styles of one part of a file; without that part every style says nothing.

    ``normal`` is the key of the style that paragraphs without one have.
    """

    def __init__(self, archive: Archive, part: str) -> None:
        self.normal = ""
        self._sheets: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self._default = Style()
        if part not in archive:
            return
        tree = archive.read_xml(part, PREFIXES)
        default = tree.find("w_docDefaults")
        if default is not None:
            self._default = stated(default.find("w_pPrDefault/w_pPr"), default.find("w_rPrDefault/w_rPr"), Style())
        for sheet in tree.iter("w_style"):
            self._sheets[sheet.get("w_styleId", "")] = sheet
            if sheet.get("w_type") == "paragraph" and sheet.get("w_default", "0") not in OFF:
                self.normal = sheet.get("w_styleId", "")

    def of(self, key: str, depth: int = 0) -> Style:
        """The style of a key, with all that it is based on."""
        known = self._known.get(key)
        if known is not None:
            return known
        sheet = self._sheets.get(key)
        if sheet is None or depth > _MOST_BASES:
            return replace(self._default, name=key)
        based = value_of(sheet.find("w_basedOn"))
        style = self.of(based, depth + 1) if based else self._default
        name = value_of(sheet.find("w_name")) or key
        heading = _HEADING.search(name) or _HEADING.search(key)
        style = replace(style, name=name, quoted=style.quoted or is_quotation_style(name))
        if heading is not None:
            style = replace(style, level=max(int(heading.group(1)), 1))
        elif _TITLE.match(name):
            style = replace(style, level=0)
        elif name.lower() == "subtitle":
            style = replace(style, level=None)
        style = stated(sheet.find("w_pPr"), sheet.find("w_rPr"), style)
        self._known[key] = style
        return style


def stated(paragraph: Element | None, run: Element | None, style: Style) -> Style:
    """The style with what properties of paragraph and run state over it."""
    changes: dict[str, object] = {}
    if paragraph is not None:
        for child in paragraph:
            if child.tag == "w_outlineLvl":
                level = whole(child.get("w_val", "9"))
                if style.level != 0:
                    changes["level"] = level + 1 if level < 9 else None
            elif child.tag == "w_ind":
                left = child.get("w_left", child.get("w_start"))
                hanging, first = child.get("w_hanging"), child.get("w_firstLine")
                if left is not None:
                    changes["indent"] = points(left)
                if hanging is not None or first is not None:
                    changes["hanging"] = -points(hanging) if hanging is not None else 0.0
            elif child.tag == "w_numPr":
                changes["numbered"] = value_of(child.find("w_numId")) != "0"
    if run is not None:
        for child in run:
            is_on = child.get("w_val", "1") not in OFF
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
                changes["size"] = whole(child.get("w_val", "")) / 2  # it is given in half points
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]
