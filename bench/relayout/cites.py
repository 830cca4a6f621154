"""The forms in which people print a source. Each takes a CSL item and gives a `Cite`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .pen import Cite, Pen, is_range

__all__ = ["STYLES", "Style"]

Style = Callable[[dict[str, Any]], Cite]


def page(pen: Pen, before: str = ", ", one: str = "p. ", many: str = "pp. ", dash: str = "-") -> Pen:
    """The locator, with ``p.`` or ``pp.``."""
    if "page" not in pen:
        return pen
    words = pen.full["page"]
    return pen.field("page", before + (many if is_range(words) else one), shown=words.replace("-", dash))


def makers(
    pen: Pen, how: str, ed: str = ", ed.", eds: str = ", eds.", trans: str = ", trans.", joint: str = " and "
) -> Pen:
    """Who stands first: the authors, else the editors or the translators with their label."""
    if "author" in pen:
        return pen.names("author", how, joint=joint)
    if "editor" in pen and pen.full.get("editor") == pen.full.get("translator"):
        pen.names("editor", how, joint=joint, after=", trans. and ed.")
        pen.csl["translator"] = [dict(n) for n in pen.csl["editor"]]
        return pen
    if "editor" in pen:
        return pen.names("editor", how, joint=joint, after=eds if len(pen.full["editor"]) > 1 else ed)
    return pen.names("translator", how, joint=joint, after=trans)


def others(pen: Pen, ed: str = ", ed. ", trans: str = ", trans. ") -> Pen:
    """Editors and translators of a work that has authors."""
    if "author" in pen:
        pen.names("editor", "given", before=ed)
        pen.names("translator", "given", before=trans)
    elif "editor" in pen and pen.full.get("editor") != pen.full.get("translator"):
        pen.names("translator", "given", before=trans)
    return pen


def imprint(pen: Pen, opening: str = " (", closing: str = ")", joint: str = " and ") -> Pen:
    """Place, publisher and year in brackets."""
    parts = [f for f in ("publisher-place", "publisher", "issued") if f in pen]
    if not parts:
        return pen
    pen.put(opening)
    pen.places(joint=joint)
    if "publisher" in pen:
        pen.field("publisher", ": " if "publisher-place" in pen else "")
    pen.field("issued", ", " if len(parts) > 1 else "")
    return pen.put(closing)


def article(pen: Pen) -> Pen:
    """Container, volume and year of an article."""
    pen.field("container-title", ", \ue000", "\ue001").field("volume", " ")
    return pen.field("issued", " (", ")")


def chicago(csl: dict[str, Any], *, bare_page: bool = False) -> Cite:
    """``Given Family, Title (Place: Publisher, Year), p. 3.``"""
    pen = Pen(csl)
    makers(pen, "given")
    pen.title(", " if pen.out else "")
    others(pen)
    if "container-title" in pen:
        article(pen)
    else:
        pen.field("edition", ", ").field("volume", ", vol. ")
        imprint(pen)
    page(pen, ", ", *(("", "", "–") if bare_page else ("p. ", "pp. ")))
    return pen.put(".").done()


def chicago_page(csl: dict[str, Any]) -> Cite:
    """The same with the bare number of the page."""
    return chicago(csl, bare_page=True)


def bibliography(csl: dict[str, Any]) -> Cite:
    """``Family, Given. Title. Place: Publisher, Year, p. 3``"""
    pen = Pen(csl)
    makers(pen, "family", ", ed", ", eds", ", trans")
    pen.title(". " if pen.out else "")
    others(pen, ". Edited by ", ". Translated by ")
    if "container-title" in pen:
        article(pen)
    else:
        pen.field("edition", ". ").field("volume", ". Vol. ")
        imprint(pen, ". ", "")
    return page(pen).done()


def short(csl: dict[str, Any]) -> Cite:
    """``Family, Short Title, p. 3``: nothing but what finds the book on the shelf."""
    pen = Pen(csl)
    bare_makers(pen)
    pen.title(", " if pen.out else "", short=True)
    return page(pen).done(resolved=True)


def bare_makers(pen: Pen) -> Pen:
    """The family names alone. A name printed without a label is an author, whoever it is."""
    role = next((r for r in ("author", "editor", "translator") if r in pen), None)
    return pen if role is None else pen.names(role, "bare", into="author")


def plain(csl: dict[str, Any]) -> Cite:
    """``Given Family, Title, p. 3``."""
    pen = Pen(csl)
    makers(pen, "given")
    pen.title(", " if pen.out else "")
    return page(pen).done(resolved=True)


def author_date(csl: dict[str, Any]) -> Cite:
    """``Family 1931, 44``: the rest stands in a list at the end."""
    pen = Pen(csl)
    bare_makers(pen)
    if not pen.out:
        pen.title(short=True)
    pen.field("issued", " ")
    return page(pen, ", ", "", "", "–").done(resolved=True)


def author_date_colon(csl: dict[str, Any]) -> Cite:
    """``Family, 1931: 44``."""
    pen = Pen(csl)
    bare_makers(pen)
    if not pen.out:
        pen.title(short=True)
    pen.field("issued", ", ")
    return page(pen, ": ", "", "", "-").done(resolved=True)


def german(csl: dict[str, Any]) -> Cite:
    """``Family, Given: Title. Place: Publisher Year, S. 3.``"""
    pen = Pen(csl)
    makers(pen, "family", " (Hg.)", " (Hg.)", " (Übers.)", joint=" und ")
    pen.title(": " if pen.out else "")
    others(pen, ", hrsg. von ", ", übers. von ")
    if "container-title" in pen:
        pen.field("container-title", ", in: ").field("volume", " ").field("issued", " (", ")")
    else:
        pen.field("edition", ", ").field("volume", ", Bd. ")
        pen.places(". ", joint="/").field("publisher", ": " if "publisher-place" in pen else ". ").field("issued", " ")
    return page(pen, ", ", "S. ", "S. ", "–").put(".").done()


def french(csl: dict[str, Any]) -> Cite:
    """``Given FAMILY, Title, Place, Publisher, Year, p. 3.``"""
    pen = Pen(csl)
    makers(pen, "french", " (éd.)", " (éd.)", " (trad.)", joint=" et ")
    pen.title(", " if pen.out else "")
    others(pen, ", éd. par ", ", trad. par ")
    pen.field("container-title", ", \ue000", "\ue001").field("edition", ", ").field("volume", ", t. ")
    pen.places(", ", joint=" et ").field("publisher", ", ").field("issued", ", ")
    return page(pen, ", ", "p. ", "p. ").put(".").done()


def harvard(csl: dict[str, Any]) -> Cite:
    """``Family, G. (Year) Title. Place: Publisher, p. 3.``"""
    pen = Pen(csl)
    makers(pen, "initials", " (ed.)", " (eds)", " (trans.)")
    pen.field("issued", " (", ")")
    pen.title(" ")
    others(pen)
    pen.field("container-title", ", \ue000", "\ue001").field("edition", ". ").field("volume", ", vol. ")
    pen.places(". ", joint=", ").field("publisher", ": " if "publisher-place" in pen else ". ")
    return page(pen).put(".").done()


def title_first(csl: dict[str, Any]) -> Cite:
    """``Title, by Given Family (Publisher, Year), page 3``."""
    pen = Pen(csl)
    pen.title()
    for role, label in (("author", "by "), ("editor", "edited by "), ("translator", "translated by ")):
        pen.names(role, "given", before=", " + label)
    pen.field("container-title", ", in \ue000", "\ue001").field("volume", ", volume ")
    if "publisher" in pen:
        pen.field("publisher", " (").field("issued", ", ").put(")")
    else:
        pen.field("issued", " (", ")")
    return page(pen, ", ", "page ", "pages ").done()


def mla(csl: dict[str, Any]) -> Cite:
    """``Family, Given. Title. Publisher, Year, p. 3.``"""
    pen = Pen(csl)
    makers(pen, "family", ", editor", ", editors", ", translator")
    pen.title(". " if pen.out else "")
    others(pen, ". Edited by ", ". Translated by ")
    pen.field("container-title", ". \ue000", "\ue001").field("edition", ". ").field("volume", ", vol. ")
    pen.field("publisher", ". ").field("issued", ", ")
    return page(pen).put(".").done()


def capitals(csl: dict[str, Any]) -> Cite:
    """``FAMILY, Given, Title, Publisher, Place Year, p. 3``."""
    pen = Pen(csl)
    makers(pen, "capitals", " (ed.)", " (eds)", " (trans.)", joint=" & ")
    pen.title(", " if pen.out else "")
    others(pen)
    pen.field("container-title", ", \ue000", "\ue001").field("edition", ", ").field("volume", ", vol. ")
    pen.field("publisher", ", ").places(", ", joint="/").field("issued", " ")
    return page(pen).done()


def authorless(csl: dict[str, Any]) -> Cite:
    """``Title (Place: Publisher, Year), p. 3``, under a heading that names the author."""
    pen = Pen(csl)
    pen.title()
    if "author" in pen:
        others(pen)
    if "container-title" in pen:
        article(pen)
    else:
        pen.field("edition", ", ").field("volume", ", vol. ")
        imprint(pen)
    return page(pen).done(resolved=True)


STYLES: dict[str, Style] = {
    f.__name__.replace("_", "-"): f
    for f in (
        chicago, chicago_page, bibliography, short, plain, author_date, author_date_colon, german, french,
        harvard, title_first, mla, capitals, authorless,
    )
}  # fmt: skip
