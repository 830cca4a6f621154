"""Files that are zip archives of XML: their parts, read in memory and within bounds.

Nothing is unpacked to disk, so a name that climbs out of the archive leads nowhere. What is refused, in one
sentence each: an archive that is damaged or locked, a part that unpacks to more than a page may hold, XML that is
not well-formed, that declares entities of its own (no word processor does; expansion and outside references are
how such a file does harm) or that nests deeper than any document.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import unquote
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from ..errors import SourcebookError

__all__ = ["Archive", "parse_xml"]

LARGEST_PART = 64 * 1024 * 1024  # bytes, unpacked: the XML of a word processor is some four times its text
LARGEST_WHOLE = 128 * 1024 * 1024  # bytes, of all parts that are read: as much as a page of text may hold
DEEPEST = 200  # elements one within another; a text box in a table in a table has some thirty


class Archive:
    """The parts of a zip archive by name.

    Raises:
        SourcebookError: on opening, where it is damaged.
    """

    def __init__(self, raw: bytes, name: str) -> None:
        self.name = name
        self._left = LARGEST_WHOLE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            self._parts = {posixpath.normpath(entry.filename.lstrip("/")): entry for entry in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, OverflowError):
            self._damaged()

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def names(self) -> list[str]:
        """The names of all parts, in the order of the archive."""
        return list(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            SourcebookError: it is not there, locked, damaged, or too large.
        """
        entry = self._parts.get(part)
        if entry is None:
            raise SourcebookError(f"{self.name} lacks its part {part!r}. Save it anew, or fetch the whole file again.")
        if entry.flag_bits & 1:
            raise SourcebookError(f"{self.name} is locked with a password. Save it without one and read that.")
        most = min(LARGEST_PART, self._left)
        if entry.file_size > most:
            self._too_large()
        try:
            with self._zip.open(entry) as stream:
                found = stream.read(most + 1)  # not what the archive says of its size, which may not be so
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
            self._damaged()
        if len(found) > most:
            self._too_large()
        self._left -= len(found)
        return found

    def read_xml(self, part: str, prefixes: Mapping[str, str]) -> Element:
        """The tree of a part; see `parse_xml`."""
        return parse_xml(self.read(part), prefixes, f"{self.name} ({part})")

    def resolve(self, base: str, reference: str) -> str:
        """The name of the part that a part refers to, its fragment left out."""
        path = unquote(reference.split("#", 1)[0])
        if not path:
            return base
        joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
        return posixpath.normpath(joined)

    def _damaged(self) -> NoReturn:
        raise SourcebookError(f"{self.name} is damaged: its archive cannot be unpacked. Fetch the whole file again.")

    def _too_large(self) -> NoReturn:
        raise SourcebookError(
            f"{self.name} unpacks to more than {LARGEST_PART // 1_000_000} MB in one part, or "
            f"{LARGEST_WHOLE // 1_000_000} in all. Split it at its headings, or save its text as .txt."
        )


def parse_xml(raw: bytes, prefixes: Mapping[str, str], name: str) -> Element:
    """The tree of an XML document with short names for its elements.

    Args:
        raw: the document.
        prefixes: a prefix for each namespace that is wanted (``{"http://…/main": "w_"}``); a name of another one
            keeps its local part behind ``?_``, one of none stays as it is.
        name: what to call it in an error.

    Raises:
        SourcebookError: it is no XML, declares entities, or nests too deep.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = 0

    def short(full: str) -> str:
        known = names.get(full)
        if known is None:
            space, _, local = full.rpartition("\n")
            known = names[full] = prefixes.get(space, "?_") + local if space else local
        return known

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise SourcebookError(f"{name} nests its elements over {DEEPEST} deep. Save it anew and read that.")
        builder.start(short(tag), {short(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(short(tag))

    def refuse(*_: object) -> NoReturn:
        raise SourcebookError(f"{name} declares entities of its own, which no document needs. It is not read.")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(raw, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as fault:
        if isinstance(fault, SourcebookError):
            raise
        raise SourcebookError(f"{name} is damaged: {fault}. Save it anew, or fetch the whole file again.") from None
