"""A book into an SQLite file, whole or not at all."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..errors import StoreError
from ..model import Reason, Sourcebook
from .files import check_ours, new_base, store_errors

__all__ = ["Carry", "Origin", "fill_base", "label", "write_store"]

Carry = Callable[[sqlite3.Connection, sqlite3.Connection], None]
"""Copies from the old base, open for reading, into the new one what no reading can find again."""

_SCHEMA = Path(__file__).with_name("schema.sql")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LABEL_NAMES = 2  # authors in a label before "et al."


@dataclass(frozen=True, slots=True)
class Origin:
    """What a reading depended on beside the page itself; a base of the same origin need not be built again.

    ``stated_encoding`` is the encoding a person stated, ``profile_sha256`` the digest of the profile's
    bytes, ``None`` where there was none; ``plugins`` the stages that are not built in.
    """

    stated_encoding: str | None = None
    profile_sha256: str | None = None
    plugins: tuple[str, ...] = ()


def write_store(
    book: Sourcebook,
    path: str | os.PathLike[str],
    *,
    origin: Origin | None = None,
    carry: Sequence[Carry] = (),
) -> Path:
    """Write a book that was read before into a new base at ``path``, in place of an older one.

    Raises:
        StoreError: something foreign stands there, another build is writing it, the book's records do
            not fit together, or it cannot be written. What stood there is untouched.
    """
    path = Path(path)
    with new_base(path) as connection:
        fill_base(connection, book, path, origin=origin, carry=carry)
    return path


def fill_base(
    connection: sqlite3.Connection,
    book: Sourcebook,
    path: Path,
    *,
    origin: Origin | None = None,
    carry: Sequence[Carry] = (),
) -> None:
    """Fill an empty base; ``path`` is the place it is meant for, where an older base may stand.

    Raises:
        StoreError: the records do not fit together, or the base cannot be written.
    """
    with store_errors(path):
        connection.execute("begin")
        for statement in _statements(_SCHEMA.read_text(encoding="utf-8")):
            connection.execute(statement)
        try:
            _insert_page(connection, book, origin or Origin())
            _insert_sources(connection, book)
            _insert_passages(connection, book)
            _insert_remarks(connection, book)
        except sqlite3.IntegrityError as error:
            raise StoreError(f"The records of {book.source.name!r} do not fit together: {error}.") from error
        for table, _, parent, _ in connection.execute("pragma foreign_key_check"):
            raise StoreError(
                f"The records of {book.source.name!r} do not fit together: "
                f"one of the {table} names one of the {parent} that is not there."
            )
        connection.execute("insert into evidence_search (evidence_search) values ('rebuild')")
        _carry_over(connection, path, carry)
        connection.execute("commit")


def _carry_over(connection: sqlite3.Connection, path: Path, carry: Sequence[Carry]) -> None:
    if not carry or check_ours(path) is None:
        return
    old = sqlite3.connect(f"{Path(os.path.abspath(path)).as_uri()}?mode=ro", uri=True)
    try:
        for copy in carry:
            copy(old, connection)
    finally:
        old.close()


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would commit in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _words(words: str | None) -> str | bytes | None:
    """The words as SQLite can hold them: lone surrogates are in no UTF-8, so such words go in as bytes."""
    if words is None or words.isascii():
        return words
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return words.encode("utf-8", "surrogatepass")
    return words


def _json(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False, default=dict)
    return written if isinstance(_words(written), str) else json.dumps(value, default=dict)


def _insert(connection: sqlite3.Connection, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * (columns.count(",") + 1))
    connection.executemany(f"insert into {table} ({columns}) values ({marks})", rows)


def _insert_page(connection: sqlite3.Connection, book: Sourcebook, origin: Origin) -> None:
    from .. import __version__

    source = book.source
    _insert(
        connection,
        "sourcebook",
        "number, title, name, sha256, characters, media, encoding, program, version, built, "
        "stated_encoding, profile_sha256, plugins",
        [
            (
                1,
                _words(book.title),
                _words(source.name),
                source.sha256,
                len(source.text),
                source.media,
                source.encoding,
                "testimonia",
                __version__,
                datetime.now(UTC).isoformat(timespec="seconds"),
                origin.stated_encoding,
                origin.profile_sha256,
                _json(origin.plugins),
            )
        ],
    )
    _insert(connection, "page", "number, text, raw", [(1, _words(source.text), source.raw)])
    _insert(
        connection,
        "blocks",
        "number, start, end, tag, path, serials, style, aside, anchor, emphasis, links",
        (
            (
                number,
                block.span.start,
                block.span.end,
                block.tag,
                _json(block.path),
                _json(block.serials),
                _words(block.style),
                block.aside,
                _words(block.anchor),
                _json([(span.start, span.end, kind) for span, kind in block.emphasis]),
                _json([(span.start, span.end, address) for span, address in block.links]),
            )
            for number, block in enumerate(source.blocks, 1)
        ),
    )
    _insert(
        connection,
        "offsets",
        "number, text_start, raw_start, length",
        ((number, *run) for number, run in enumerate(source.offsets, 1)),
    )


def _insert_sources(connection: sqlite3.Connection, book: Sourcebook) -> None:
    _insert(
        connection,
        "works",
        "number, id, label, author, title, year, citations, csl, start, end, text",
        (
            (
                n,
                w.id,
                *map(_words, _named(w.csl)),
                _year(w.csl),
                w.citations,
                _json(w.csl),
                None if w.span is None else w.span.start,
                None if w.span is None else w.span.end,
                _words(w.text),
            )
            for n, w in enumerate(book.works, 1)
        ),
    )
    _insert(
        connection,
        "work_spellings",
        "work, number, spelling",
        ((w.id, n, _words(spelling)) for w in book.works for n, spelling in enumerate(w.spellings, 1)),
    )
    first = 1 + len(book.claims) + len(book.excerpts)
    _insert(
        connection,
        "citations",
        "number, id, start, end, text, work, locator, year, csl, resolved",
        (
            (
                n,
                c.id,
                c.span.start,
                c.span.end,
                _words(c.text),
                c.work,
                _words(c.locator),
                _year(c.csl) or _year(c.resolved or {}),
                _json(c.csl),
                None if c.resolved is None else _json(c.resolved),
            )
            for n, c in enumerate(book.citations, first)
        ),
    )
    _insert(
        connection,
        "citation_fields",
        "citation, number, name, start, end",
        ((c.id, n, f.name, f.span.start, f.span.end) for c in book.citations for n, f in enumerate(c.fields, 1)),
    )


def _insert_passages(connection: sqlite3.Connection, book: Sourcebook) -> None:
    _insert(
        connection,
        "claims",
        "number, id, start, end, text, level",
        ((n, c.id, c.span.start, c.span.end, _words(c.text), c.level) for n, c in enumerate(book.claims, 1)),
    )
    _insert(
        connection,
        "excerpts",
        "number, id, start, end, text, claim, citation",
        (
            (n, x.id, x.span.start, x.span.end, _words(x.text), x.claim, x.citation)
            for n, x in enumerate(book.excerpts, 1 + len(book.claims))
        ),
    )
    _insert(
        connection,
        "excerpt_segments",
        "excerpt, number, start, end",
        ((x.id, n, s.start, s.end) for x in book.excerpts for n, s in enumerate(x.segments, 1)),
    )
    claims = {c.id for c in book.claims}
    citations = {c.id for c in book.citations}
    _insert(
        connection,
        "passages",
        "number, kind, start, end, claim, excerpt, citation",
        (
            (
                n,
                p.kind.value,
                p.span.start,
                p.span.end,
                p.record if p.record in claims else None,
                p.record if p.record not in claims and p.record not in citations else None,
                p.record if p.record in citations else None,
            )
            for n, p in enumerate(book.passages, 1)
        ),
    )


def _insert_remarks(connection: sqlite3.Connection, book: Sourcebook) -> None:
    _insert(
        connection,
        "findings",
        "number, id, kind, start, end, text, message",
        (
            (n, f.id, f.kind.value, f.span.start, f.span.end, _words(f.text), _words(f.message))
            for n, f in enumerate(book.findings, 1)
        ),
    )
    _insert(
        connection,
        "conventions",
        "number, name, value, why, count, stated",
        ((n, c.name, _words(c.value), _words(c.why), c.count, c.stated) for n, c in enumerate(book.conventions, 1)),
    )
    _insert(
        connection,
        "convention_odd",
        "convention, number, start, end",
        ((n, m, s.start, s.end) for n, c in enumerate(book.conventions, 1) for m, s in enumerate(c.odd, 1)),
    )
    kinds = (("claim", book.claims), ("excerpt", book.excerpts), ("citation", book.citations), ("work", book.works))
    for column, records in kinds:
        _insert(
            connection,
            "reasons",
            f"{column}, rule, words, start, end",
            ((record.id, *_reason(reason)) for record in records for reason in record.reasons),
        )


def _reason(reason: Reason) -> tuple[Any, ...]:
    span = reason.span
    place = (None, None) if span is None else (span.start, span.end)
    return _words(reason.rule), _words(reason.words), *place


def _year(csl: Mapping[str, Any]) -> int | None:
    """The first year of ``issued``, in any of the forms that CSL-JSON allows."""
    issued = csl.get("issued")
    if isinstance(issued, Mapping):
        parts = issued.get("date-parts")
        issued = parts[0][0] if parts and parts[0] else issued.get("raw") or issued.get("literal")
    year = _YEAR.search(str(issued)) if issued is not None else None
    return int(year.group()) if year else None


def _named(csl: Mapping[str, Any]) -> tuple[str, str | None, str | None]:
    """Label, author and title of a CSL-JSON item."""
    names = [n.get("family") or n.get("literal") or "" for n in csl.get("author") or csl.get("editor") or ()]
    names = [name for name in names if name]
    author = " and ".join(names) if len(names) <= _LABEL_NAMES else f"{names[0]} et al."
    title = csl.get("title") or csl.get("container-title")
    label = ", ".join(part for part in (author, title) if part)
    return label or "untitled", author or None, title or None


def label(csl: Mapping[str, Any]) -> str:
    """What to call a CSL-JSON item in a list: its author and title.

    >>> label({"title": "Salt and Ashes", "author": [{"family": "Marlow", "given": "A."}]})
    'Marlow, Salt and Ashes'
    """
    return _named(csl)[0]
