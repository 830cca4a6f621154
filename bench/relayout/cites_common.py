"""The forms that style guides teach, beside those of `cites`: APA, Chicago's author and date, and Bluebook."""

from __future__ import annotations

from typing import Any

from .cites import makers, others, page
from .pen import Cite, Pen

__all__ = ["apa", "apa_reference", "author_date_reference", "bluebook"]


def apa(csl: dict[str, Any]) -> Cite:
    """``Family & Family, 1931, p. 44``: the rest stands in a list at the end."""
    pen = Pen(csl)
    role = next((r for r in ("author", "editor", "translator") if r in pen), None)
    if role is None:
        pen.title(short=True)
    else:
        pen.names(role, "bare", joint=" & ", into="author")
    if "issued" in pen:
        pen.field("issued", ", ")
    else:
        pen.put(", n.d.")
    return page(pen, ", ", "p. ", "pp. ", "–").done(resolved=True)


def apa_reference(csl: dict[str, Any]) -> Cite:
    """``Family, G., & Family, G. (1931). Title. Place: Publisher.``"""
    pen = Pen(csl)
    makers(pen, "initials", " (Ed.)", " (Eds.)", " (Trans.)", joint=", & ")
    dated = bool(pen.out)
    if dated:
        pen.field("issued", " (", ").")
    pen.title(" " if dated else "")
    if not dated:
        pen.field("issued", ". (", ")")
    pen.field("edition", " (", ")").field("container-title", ". \ue000", "\ue001")
    pen.field("volume", ", " if "container-title" in pen else " (Vol. ", "" if "container-title" in pen else ")")
    pen.places(". ", joint=", ").field("publisher", ": " if "publisher-place" in pen else ". ")
    return page(pen).put(".").done()


def author_date_reference(csl: dict[str, Any]) -> Cite:
    """``Family, Given. 1931. Title. Place: Publisher.``"""
    pen = Pen(csl)
    makers(pen, "family", ", ed", ", eds", ", trans")
    pen.field("issued", ". " if pen.out else "")
    pen.title(". " if pen.out else "")
    others(pen, ". Edited by ", ". Translated by ")
    pen.field("container-title", ". \ue000", "\ue001").field("edition", ". ")
    pen.field("volume", " " if "container-title" in pen else ". Vol. ")
    pen.places(". ").field("publisher", ": " if "publisher-place" in pen else ". ")
    return page(pen).put(".").done()


def bluebook(csl: dict[str, Any]) -> Cite:
    """``2 Given Family, Title 44 (Given Family ed., 1931).``; an article's is ``Title, 2 Journal 44 (1931).``"""
    pen = Pen(csl)
    has_container = "container-title" in pen
    if not has_container:
        pen.field("volume", "", " ")
    has_author = "author" in pen
    pen.names("author", "given", joint=" & ")
    pen.title(", " if has_author else "")
    if has_container:
        pen.field("volume", ", ").field("container-title", " \ue000" if "volume" in pen else ", \ue000", "\ue001")
    # a bare number after a number would run on
    ends_in_figure = pen.full["title"][-1:].isdecimal() and not has_container
    page(pen, ", at " if ends_in_figure else " ", "", "", "-")
    inside: list[str] = []
    for role, one, many in (("editor", " ed.", " eds."), ("translator", " trans.", " trans.")):
        if role in pen:
            pen.put(", " if inside else " (")
            pen.names(role, "given", joint=" & ", after=many if len(pen.full[role]) > 1 else one)
            inside.append(role)
    for name in ("edition", "issued"):
        if name in pen:
            pen.field(name, ", " if inside else " (")
            inside.append(name)
    return pen.put(")." if inside else ".").done()
