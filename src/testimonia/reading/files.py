"""From a path to a `Source`, with every way it can go wrong said plainly."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import SourcebookError
from ..model import Source
from .encodings import decode

if TYPE_CHECKING:
    from .archives import Archive

__all__ = ["LARGEST_FILE", "MEDIA", "read_source", "source_from_bytes"]

LARGEST_FILE = 128 * 1024 * 1024  # bytes: twice a base of 50,000 excerpts, and what 2 GB of memory can hold

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
PDF = "application/pdf"

MEDIA = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".wiki": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".docx": DOCX,
    ".docm": DOCX,
    ".odt": ODT,
    ".epub": EPUB,
    ".pdf": PDF,
}

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")  # how Office wraps what it locks
_PDF = re.compile(rb"\s{0,1024}%PDF-")
_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def read_source(path: Path, *, encoding: str | None = None) -> Source:
    """Read a file whole.

    Args:
        path: plain text, Markdown, wiki text, HTML, Word, OpenDocument, EPUB or PDF; the ending tells
            which kind of text, and the bytes themselves where it tells nothing.
        encoding: what the file is in, where you know it.

    Raises:
        SourcebookError: it is not there, is no file, cannot be opened, is empty, larger than
            `LARGEST_FILE` bytes, damaged, locked with a password, or holds no text.
        MissingExtraError: it is a PDF, and the extra ``pdf`` is not installed.
    """
    try:
        if path.is_dir():
            raise SourcebookError(f"{path} is a folder. Name one file in it.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise SourcebookError(
                f"{path} holds {size / 1e6:,.0f} MB; a page may hold {LARGEST_FILE / 1e6:,.0f}. "
                "Split it at its headings."
            )
        raw = path.read_bytes()
    except SourcebookError:
        raise
    except FileNotFoundError:
        raise SourcebookError(f"There is no file {path}. Check the name and the folder.") from None
    except PermissionError:
        raise SourcebookError(f"{path} may not be read. Ask its owner for the right to read it.") from None
    except OSError as fault:
        raise SourcebookError(
            f"{path} cannot be read: {fault.strerror or fault}. Copy it to a local disk first."
        ) from None
    except ValueError:
        raise SourcebookError(f"{str(path)!r} is no file name. Check it for stray characters.") from None
    return source_from_bytes(raw, path.name, media=MEDIA.get(path.suffix.lower()), encoding=encoding)


def source_from_bytes(raw: bytes, name: str, *, media: str | None = None, encoding: str | None = None) -> Source:
    """A `Source` from the bytes of a file.

    Args:
        raw: the whole file.
        name: what to call it in errors and records.
        media: ``text/plain``, ``text/markdown`` or ``text/html``; ``None`` finds out. An archive or a PDF
            is read as what it is, whatever its ending says.
        encoding: as for `read_source`; Word, OpenDocument, EPUB and PDF files tell their own.

    Raises:
        SourcebookError: the bytes are empty or hold no text.
        MissingExtraError: as for `read_source`.
    """
    if not raw:
        raise SourcebookError(f"{name} is empty. Check that it was saved.")
    if raw.startswith(_OLE) and _LOCKED_OFFICE in raw:
        raise SourcebookError(f"{name} is locked with a password. Save it without one and read that.")
    if raw.startswith(_ZIP) or _PDF.match(raw):
        return _document(raw, name)
    if media is not None and not media.startswith("text/"):
        media = None  # a page of HTML is at times saved as .doc or .docx
    text, found = decode(raw, name, encoding)
    digest = hashlib.sha256(raw).hexdigest()
    if not text.strip("\ufeff \t\r\n"):
        raise SourcebookError(f"{name} holds nothing but white space. Check that it was saved.")
    if media is None:
        media = "text/html" if _LOOKS_LIKE_HTML.match(text, 1 if text.startswith("\ufeff") else 0) else "text/plain"
    if media != "text/html":
        return Source(name, raw, text, found, media, digest)
    from .html import extract_html

    page = extract_html(text)
    if not page.text.strip():
        raise SourcebookError(f"{name} is an HTML page without any text. Save the page as the browser shows it.")
    return Source(name, raw, page.text, found, media, digest, page.blocks, page.offsets)


def _document(raw: bytes, name: str) -> Source:
    """A `Source` from a file that is no text itself; its text has no place in the file to point back to."""
    from .paragraphs import Composed

    found: Composed
    if not raw.startswith(_ZIP):
        from .pdf import extract_pdf

        media, found = PDF, extract_pdf(raw, name)
    else:
        from .archives import Archive

        archive = Archive(raw, name)
        media = _media_of(archive)
        if media == DOCX:
            from .word import extract_docx

            found = extract_docx(archive)
        elif media == ODT:
            from .opendocument import extract_odt

            found = extract_odt(archive)
        else:
            from .epub import extract_epub

            found = extract_epub(archive)
    if not found.text.strip():
        raise SourcebookError(f"{name} holds no text. Check that it was saved, and that its pages are no pictures.")
    return Source(name, raw, found.text, "utf-8", media, hashlib.sha256(raw).hexdigest(), found.blocks)


def _media_of(archive: Archive) -> str:
    """What the parts of an archive make of it.

    Raises:
        SourcebookError: none of the kinds that are read.
    """
    stated = archive.read("mimetype").strip().decode("ascii", "replace") if "mimetype" in archive else ""
    if stated.startswith(ODT):  # a template too
        return ODT
    if stated == EPUB or "META-INF/container.xml" in archive:
        return EPUB
    if any(part.startswith("word/document") for part in archive.names()):
        return DOCX
    if not stated and "content.xml" in archive and "META-INF/manifest.xml" in archive:
        return ODT
    raise SourcebookError(
        f"{archive.name} is a zip archive, and no Word, OpenDocument or EPUB text. Name one file from it."
    )
