"""A book into an SQLite file, whole or not at all."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..errors import StoreError
from ..model import Sourcebook
from ..words.families import author_families
from .assertions import insert_assertions
from .audits import insert_audits
from .connections import connect_to_read
from .kept import Kept, read_kept, set_aside
from .marks import SCHEMA_VERSION, check_ours
from .people import all_decisions, insert_decisions, insert_people
from .refusals import store_errors
from .registers import insert_registers
from .replacing import new_base
from .reviews import carry_reviews
from .rows import insert_reasons, insert_rows, insert_spans, sql_json, sql_words, statements
from .voices import insert_voices
from .worth import insert_worth

__all__ = ["SCHEMA", "Carry", "Origin", "fill_base", "insert_whole", "label", "write_store"]

Carry = Callable[[sqlite3.Connection, sqlite3.Connection], None]
"""Copies from the old base, open for reading, into the new one what no reading can find again."""

SCHEMA = Path(__file__).with_name("schema.sql")
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

    Decisions and reviews of the older base and the files that it keeps go into the new one. If it is damaged, it is
    kept beside it with the ending ``.damaged``.

    Raises:
        StoreError: something foreign stands there, another build is writing it, the book's records do
            not fit together, or it cannot be written. What stood there is untouched.
    """
    path = Path(path)
    kept = Kept()
    with new_base(path, lambda new: carry_reviews(path, new, book, readable=not kept.is_damaged)) as connection:
        kept = read_kept(path)
        fill_base(connection, book, path, origin=origin, carry=carry, kept=kept)
        if kept.is_damaged:
            set_aside(path)
    return path


def fill_base(
    connection: sqlite3.Connection,
    book: Sourcebook,
    path: Path,
    *,
    origin: Origin | None = None,
    carry: Sequence[Carry] = (),
    kept: Kept | None = None,
) -> None:
    """Fill an empty base; ``path`` is the place it is meant for, where an older base may stand.

    ``kept`` is what was in that and has to be in this: its decisions, beside those of the book, and a reader's files.

    Raises:
        StoreError: the records do not fit together, or the base cannot be written.
    """
    with store_errors(path):
        connection.execute("begin")
        schema = list(statements(SCHEMA.read_text(encoding="utf-8")))
        # an index of what is there takes a third of the time of one that grows with every row
        indexes = [statement for statement in schema if "create index" in statement]
        for statement in schema:
            if statement not in indexes:
                connection.execute(statement)
        with insert_whole(connection, book):
            _insert_page(connection, book, origin or Origin(), kept or Kept())
            _insert_sources(connection, book)
            _insert_passages(connection, book)
            _insert_remarks(connection, book)
            insert_people(connection, book)
            insert_voices(connection, book)
            insert_assertions(connection, book)
            insert_registers(connection, book)
            insert_worth(connection, book)
            insert_audits(connection, book)
            insert_decisions(connection, all_decisions(kept.decisions if kept else (), book))
        for statement in indexes:
            connection.execute(statement)
        connection.execute("insert into evidence_search (evidence_search) values ('rebuild')")
        _carry_over(connection, path, carry)
        connection.execute("commit")


@contextmanager
def insert_whole(connection: sqlite3.Connection, book: Sourcebook) -> Iterator[None]:
    """Insert records within, and check on leaving that they fit together.

    Raises:
        StoreError: two have one id, or one names another that is not there.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise StoreError(f"The records of {book.source.name!r} do not fit together: {error}.") from error
    for table, _, parent, _ in connection.execute("pragma foreign_key_check"):
        raise StoreError(
            f"The records of {book.source.name!r} do not fit together: "
            f"one of the {table} names one of the {parent} that is not there."
        )


def _carry_over(connection: sqlite3.Connection, path: Path, carry: Sequence[Carry]) -> None:
    if not carry or check_ours(path) is None:
        return
    old = connect_to_read(path)
    try:
        for copy in carry:
            copy(old, connection)
    finally:
        old.close()


def _insert_page(connection: sqlite3.Connection, book: Sourcebook, origin: Origin, kept: Kept) -> None:
    from .. import __version__

    source, authority, vocabulary = book.source, kept.authority, kept.vocabulary
    insert_rows(
        connection,
        "sourcebook",
        "number, title, name, sha256, characters, media, encoding, program, version, built, "
        "stated_encoding, profile_sha256, plugins, authority_sha256, schema, vocabulary_sha256",
        [
            (
                1,
                sql_words(book.title),
                sql_words(source.name),
                source.sha256,
                len(source.text),
                source.media,
                source.encoding,
                "testimonia",
                __version__,
                datetime.now(UTC).isoformat(timespec="seconds"),
                origin.stated_encoding,
                origin.profile_sha256,
                sql_json(origin.plugins),
                None if authority is None else authority.sha256,
                SCHEMA_VERSION,
                None if vocabulary is None else vocabulary.sha256,
            )
        ],
    )
    for table, file in (("authority", authority), ("vocabulary", vocabulary)):
        if file is not None:
            insert_rows(connection, table, "number, name, content", [(1, sql_words(file.name), file.content)])
    insert_rows(connection, "page", "number, text, raw", [(1, sql_words(source.text), source.raw)])
    insert_rows(
        connection,
        "blocks",
        "number, start, end, tag, path, serials, style, aside, anchor, emphasis, links",
        (
            (
                number,
                block.span.start,
                block.span.end,
                block.tag,
                sql_json(block.path),
                sql_json(block.serials),
                sql_words(block.style),
                block.aside,
                sql_words(block.anchor),
                sql_json([(span.start, span.end, kind) for span, kind in block.emphasis]),
                sql_json([(span.start, span.end, address) for span, address in block.links]),
            )
            for number, block in enumerate(source.blocks, 1)
        ),
    )
    insert_rows(
        connection,
        "offsets",
        "number, text_start, raw_start, length",
        ((number, *run) for number, run in enumerate(source.offsets, 1)),
    )


def _insert_sources(connection: sqlite3.Connection, book: Sourcebook) -> None:
    insert_rows(
        connection,
        "works",
        "number, id, label, author, title, year, citations, csl, start, end, text",
        (
            (
                n,
                w.id,
                *map(sql_words, _named(w.csl)),
                _year(w.csl),
                w.citations,
                sql_json(w.csl),
                None if w.span is None else w.span.start,
                None if w.span is None else w.span.end,
                sql_words(w.text),
            )
            for n, w in enumerate(book.works, 1)
        ),
    )
    insert_rows(
        connection,
        "work_spellings",
        "work, number, spelling",
        ((w.id, n, sql_words(spelling)) for w in book.works for n, spelling in enumerate(w.spellings, 1)),
    )
    first = 1 + len(book.claims) + len(book.excerpts)
    insert_rows(
        connection,
        "citations",
        "number, id, start, end, text, work, locator, year, csl, resolved",
        (
            (
                n,
                c.id,
                c.span.start,
                c.span.end,
                sql_words(c.text),
                c.work,
                sql_words(c.locator),
                _year(c.csl) or _year(c.resolved or {}),
                sql_json(c.csl),
                None if c.resolved is None else sql_json(c.resolved),
            )
            for n, c in enumerate(book.citations, first)
        ),
    )
    insert_rows(
        connection,
        "citation_fields",
        "citation, number, name, start, end",
        ((c.id, n, f.name, f.span.start, f.span.end) for c in book.citations for n, f in enumerate(c.fields, 1)),
    )


def _insert_passages(connection: sqlite3.Connection, book: Sourcebook) -> None:
    insert_rows(
        connection,
        "claims",
        "number, id, start, end, text, level",
        ((n, c.id, c.span.start, c.span.end, sql_words(c.text), c.level) for n, c in enumerate(book.claims, 1)),
    )
    insert_rows(
        connection,
        "excerpts",
        "number, id, start, end, text, claim, citation",
        (
            (n, x.id, x.span.start, x.span.end, sql_words(x.text), x.claim, x.citation)
            for n, x in enumerate(book.excerpts, 1 + len(book.claims))
        ),
    )
    insert_spans(connection, "excerpt_segments", "excerpt", ((x.id, x.segments) for x in book.excerpts))
    claims = {c.id for c in book.claims}
    citations = {c.id for c in book.citations}
    insert_rows(
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
    insert_rows(
        connection,
        "findings",
        "number, id, kind, start, end, text, message",
        (
            (n, f.id, f.kind.value, f.span.start, f.span.end, sql_words(f.text), sql_words(f.message))
            for n, f in enumerate(book.findings, 1)
        ),
    )
    insert_rows(
        connection,
        "conventions",
        "number, name, value, why, count, stated",
        (
            (n, c.name, sql_words(c.value), sql_words(c.why), c.count, c.stated)
            for n, c in enumerate(book.conventions, 1)
        ),
    )
    insert_spans(connection, "convention_odd", "convention", ((n, c.odd) for n, c in enumerate(book.conventions, 1)))
    insert_reasons(connection, "claim", ((record.id, record.reasons) for record in book.claims))
    insert_reasons(connection, "excerpt", ((record.id, record.reasons) for record in book.excerpts))
    insert_reasons(connection, "citation", ((record.id, record.reasons) for record in book.citations))
    insert_reasons(connection, "work", ((record.id, record.reasons) for record in book.works))


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
    names = author_families(csl)
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
