"""The text of an EPUB: its chapters in the order of the spine, each read as a page of HTML.

Contents and cover pages are set apart. Links between chapters and the places they point at are renamed after the
chapter's file, so that a note in a chapter of notes is found from the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from ..errors import SourcebookError
from ..model import Block, Span
from .archives import Archive
from .encodings import decode
from .html import extract_html
from .paragraphs import Composed

__all__ = ["extract_epub"]

_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://www.idpf.org/2007/opf": "",
    "http://openebook.org/namespaces/oeb-package/1.0/": "",
    "http://www.w3.org/2001/04/xmlenc#": "",
    "http://www.w3.org/2000/09/xmldsig#": "",
}
_PAGES = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/html+xml"))
_LOCKED = "META-INF/encryption.xml"
_NO_TEXT = frozenset(("toc", "cover", "title-page-image"))  # kinds of the guide that repeat or hold no text


def extract_epub(archive: Archive) -> Composed:
    """Read an EPUB.

    Raises:
        SourcebookError: its package or a chapter is missing, damaged or locked.
    """
    name = archive.name
    package_part = _package(archive)
    package = archive.read_xml(package_part, _PREFIXES)
    manifest = {entry.get("id", ""): entry for entry in package.iter("item")}
    contents = {archive.resolve(package_part, e.get("href", "")) for e in _navigation(package, manifest)}
    locked = _locked(archive)
    pieces: list[str] = []
    blocks: list[Block] = []
    length = serials = 0
    chapters = [manifest[r.get("idref", "")] for r in package.iter("itemref") if r.get("idref", "") in manifest]
    for chapter in chapters:
        if chapter.get("media-type", "application/xhtml+xml") not in _PAGES:
            continue
        part = archive.resolve(package_part, chapter.get("href", ""))
        if part in locked:
            raise SourcebookError(f"{name} is locked by its seller ({part}). Read a copy without protection.")
        words, _ = decode(archive.read(part), f"{name} ({part})")
        page = extract_html(words)
        if not page.text.strip():
            continue
        if pieces:
            pieces.append("\n\n")
            length += 2
        aside = part in contents
        for block in page.blocks:
            blocks.append(_moved(block, length, serials, part, archive, aside))
        pieces.append(page.text)
        length += len(page.text)
        serials = max((s for b in blocks[-len(page.blocks) :] for s in b.serials), default=serials) + 1
    return Composed("".join(pieces), _anchored(blocks))


def _package(archive: Archive) -> str:
    container = "META-INF/container.xml"
    if container in archive:
        for root in archive.read_xml(container, _PREFIXES).iter("rootfile"):
            return archive.resolve("", root.get("full-path", ""))
    found = next((part for part in archive.names() if part.lower().endswith(".opf")), None)
    if found is None:
        raise SourcebookError(f"{archive.name} is an EPUB without a package. Fetch the whole file again.")
    return found


def _navigation(package: Element, manifest: dict[str, Element]) -> Iterator[Element]:
    for entry in manifest.values():
        if "nav" in entry.get("properties", "").split():
            yield entry
    for reference in package.iter("reference"):
        if reference.get("type", "").lower() in _NO_TEXT:
            yield reference


def _locked(archive: Archive) -> set[str]:
    """The parts that are encrypted, but for fonts that are merely scrambled."""
    if _LOCKED not in archive:
        return set()
    found: set[str] = set()
    for entry in archive.read_xml(_LOCKED, _PREFIXES).iter("EncryptedData"):
        found.update(archive.resolve("", r.get("URI", "")) for r in entry.iter("CipherReference"))
    return found


def _moved(block: Block, by: int, serials: int, part: str, archive: Archive, aside: bool) -> Block:
    return replace(
        block,
        span=Span(block.span.start + by, block.span.end + by),
        serials=tuple(s + serials for s in block.serials),
        aside=block.aside or aside,
        emphasis=tuple((Span(s.start + by, s.end + by), kind) for s, kind in block.emphasis),
        links=tuple((Span(s.start + by, s.end + by), _target(href, part, archive)) for s, href in block.links),
        anchor=f"{part}#{block.anchor}" if block.anchor else "",
    )


def _target(href: str, part: str, archive: Archive) -> str:
    """Where a link leads: ``#file#anchor`` within the book, as it stands elsewhere."""
    if not href or ":" in href.split("#", 1)[0]:
        return href
    _, hashed, anchor = href.partition("#")
    return f"#{archive.resolve(part, href)}#{anchor}" if hashed else f"#{archive.resolve(part, href)}"


def _anchored(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with short names for the places that links lead to."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for full in (block.anchor for block in blocks if block.anchor):
        if full not in names:
            part, _, plain = full.partition("#")
            names[full] = f"{part.replace('/', '-')}-{plain}" if plain in taken else plain
            taken.add(names[full])
    return tuple(
        replace(
            block,
            anchor=names.get(block.anchor, ""),
            links=tuple((s, "#" + names[h[1:]] if h[1:] in names else h) for s, h in block.links),
        )
        for block in blocks
    )
