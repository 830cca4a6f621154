"""The markup of a Word file: its name spaces, how it writes values, lengths and signs, how its parts are related."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .archives import Archive

__all__ = ["OFF", "PREFIXES", "chosen_of", "points", "relations_of", "symbol", "value_of", "whole"]

_UNREADABLE = "\ufffd"
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
OFF = ("0", "false", "off", "none")


def relations_of(archive: Archive, part: str, base: str) -> dict[str, tuple[str, str]]:
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


def chosen_of(alternatives: Element) -> Element:
    """Of several forms of one thing the first, which the newest program wrote."""
    choice = alternatives.find("mc_Choice")
    fallback = alternatives.find("mc_Fallback")
    for form in (choice, fallback):
        if form is not None and any(True for _ in _texts(form)):
            return form
    return choice if choice is not None else alternatives


def _texts(element: Element) -> Iterator[Element]:
    return (e for e in element.iter() if e.tag in ("w_t", "m_t"))


def value_of(element: Element | None) -> str:
    """What an element says, empty where it is missing or says nothing."""
    return element.get("w_val", "") if element is not None else ""


def whole(printed: str) -> int:
    """A number, 0 where it is none."""
    try:
        return int(float(printed))
    except (ValueError, OverflowError):
        return 0


def points(printed: str) -> float:
    """Twentieths of a point, or a length with its unit, as points."""
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)(pt|cm|mm|in|pc|pi)?", printed)
    if match is None:
        return 0.0
    units = {None: 0.05, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "pi": 12.0}
    return float(match.group(1)) * units[match.group(2)]


def symbol(code: str) -> str:
    """The sign of a code in hexadecimal figures; of none that is, the sign for what cannot be read."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return _UNREADABLE
    return _UNREADABLE if sign == "\0" or "\ud800" <= sign <= "\udfff" else sign  # halves of a sign are none
