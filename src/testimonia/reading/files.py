"""From a path to a `Source`, with every way it can go wrong said plainly."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..errors import SourcebookError
from ..model import Source
from .encodings import decode

__all__ = ["LARGEST_FILE", "MEDIA", "read_source", "source_from_bytes"]

LARGEST_FILE = 128 * 1024 * 1024  # bytes: twice a base of 50,000 excerpts, and what 2 GB of memory can hold

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
}

_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def read_source(path: Path, *, encoding: str | None = None) -> Source:
    """Read a file whole.

    Args:
        path: plain text, Markdown, wiki text or HTML; the ending tells which, and the text itself
            where the ending tells nothing.
        encoding: what the file is in, where you know it.

    Raises:
        SourcebookError: it is not there, is no file, cannot be opened, is empty, larger than
            `LARGEST_FILE` bytes, or is not text.
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
        media: ``text/plain``, ``text/markdown`` or ``text/html``; ``None`` finds out.
        encoding: as for `read_source`.

    Raises:
        SourcebookError: the bytes are empty or no text.
    """
    if not raw:
        raise SourcebookError(f"{name} is empty. Check that it was saved.")
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
