"""A part of a book as a `Sourcebook`: the same records as in the whole, and only those that are wanted.

It is read by what reads the whole, through views that let only the wanted rows be seen. The text is all there, so that
every span cuts the printed words. What a record names (the citation of an excerpt, the people in a statement) comes
with it; what stands beside it does not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...errors import StoreError
from ...model import Sourcebook
from ..books import read_book
from ..connections import connect_to_read
from .opened import Base

__all__ = ["cut_book", "ids_within"]

# for each kind that can be wanted: its table, and the tables of what belongs to it with the column that says so
_TABLES: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "claim": ("claims", ()),
    "excerpt": ("excerpts", (("excerpt_segments", "excerpt"),)),
    "citation": ("citations", (("citation_fields", "citation"),)),
    "work": ("works", (("work_spellings", "work"),)),
    "finding": ("findings", ()),
    "person": ("people", (("person_identifiers", "person"),)),
    "mention": ("mentions", ()),
    "maybe": ("maybes", ()),
    "document": (
        "documents",
        (("document_places", "document"), ("document_dates", "document"), ("document_excerpts", "document")),
    ),
    "voice": ("voices", (("voice_segments", "voice"),)),
    "assertion": ("assertions", (("assertion_of", "assertion"), ("assertion_markers", "assertion"))),
    "proceeding": ("proceedings", (("proceeding_names", "proceeding"),)),
    "cell": ("cells", ()),
    "entry": ("entries", (("entry_parts", "entry"),)),
    "dating": ("datings", ()),
    "dependence": ("dependences", (("dependence_alignments", "dependence"),)),
    "origin": ("origins", (("origin_excerpts", "origin"), ("origin_dependences", "origin"))),
    "witness": ("witnesses", ()),
    "discrepancy": ("discrepancies", (("discrepancy_persons", "discrepancy"),)),
    "audit": (
        "audits",
        (("audit_excerpts", "audit"), ("audit_origins", "audit"), ("audit_parts", "audit"), ("cautions", "audit")),
    ),
}

# where a kind stands in an excerpt or a claim
_WITHIN = {
    "voice": ("excerpt",),
    "mention": ("excerpt", "claim"),
    "assertion": ("excerpt", "claim"),
    "cell": ("excerpt", "claim"),
    "entry": ("excerpt", "claim"),
    "dating": ("excerpt", "claim"),
    "witness": ("excerpt",),
    "audit": ("claim",),
}

# what names what: (kind that names, what it names, the query that finds it among the ids of the first)
_NAMED = (
    ("audit", "excerpt", "select excerpt from main.audit_excerpts where audit in {here}"),
    ("audit", "claim", "select claim from main.audits where id in {here}"),
    ("audit", "origin", "select origin from main.audit_origins where audit in {here}"),
    ("discrepancy", "excerpt", "select a_excerpt from main.discrepancies where id in {here}"),
    ("discrepancy", "excerpt", "select b_excerpt from main.discrepancies where id in {here}"),
    ("discrepancy", "claim", "select a_claim from main.discrepancies where id in {here}"),
    ("discrepancy", "claim", "select b_claim from main.discrepancies where id in {here}"),
    ("discrepancy", "person", "select who from main.discrepancy_persons where discrepancy in {here}"),
    ("witness", "person", "select speaker from main.witnesses where id in {here}"),
    ("dependence", "excerpt", "select a from main.dependences where id in {here}"),
    ("dependence", "excerpt", "select b from main.dependences where id in {here}"),
    ("cell", "proceeding", "select proceeding from main.cells where id in {here}"),
    ("cell", "excerpt", "select excerpt from main.cells where id in {here}"),
    ("cell", "claim", "select claim from main.cells where id in {here}"),
    ("cell", "person", "select person from main.cells where id in {here}"),
    ("cell", "person", "select speaker from main.cells where id in {here}"),
    ("entry", "excerpt", "select excerpt from main.entries where id in {here}"),
    ("entry", "claim", "select claim from main.entries where id in {here}"),
    ("entry", "person", "select speaker from main.entries where id in {here}"),
    ("entry", "person", "select who from main.entry_parts where entry in {here}"),
    ("dating", "excerpt", "select excerpt from main.datings where id in {here}"),
    ("dating", "claim", "select claim from main.datings where id in {here}"),
    ("dating", "person", "select speaker from main.datings where id in {here}"),
    ("assertion", "excerpt", "select excerpt from main.assertions where id in {here}"),
    ("assertion", "claim", "select claim from main.assertions where id in {here}"),
    ("assertion", "person", "select speaker from main.assertions where id in {here}"),
    ("assertion", "person", "select who from main.assertion_of where assertion in {here}"),
    ("mention", "person", "select person from main.mentions where id in {here}"),
    ("maybe", "person", "select a from main.maybes where id in {here}"),
    ("maybe", "person", "select b from main.maybes where id in {here}"),
    ("voice", "document", "select document from main.voices where id in {here}"),
    ("voice", "person", "select speaker from main.voices where id in {here}"),
    (
        "voice",
        "person",
        "select who from main.hands where chain in (select chain from main.voices where id in {here})",
    ),
    (
        "voice",
        "document",
        "select who from main.hands where chain in (select chain from main.voices where id in {here})",
    ),
    ("document", "person", "select author from main.documents where id in {here}"),
    ("excerpt", "citation", "select citation from main.excerpts where id in {here}"),
    ("citation", "work", "select work from main.citations where id in {here}"),
)


def ids_within(base: Base, kind: str, within: Iterable[str]) -> list[str]:
    """The ids of the records of a kind that stand in these excerpts and claims, in their order."""
    wanted = tuple(within)
    found: list[tuple[int, str]] = []
    for column in _WITHIN[kind]:
        for some in _portions(wanted):
            marks = ", ".join("?" * len(some))
            found += base.connection.execute(
                f"select number, id from {_TABLES[kind][0]} where {column} in ({marks})", some
            )
    return [id_ for _, id_ in sorted(found)]


def cut_book(
    base: Base, wanted: Mapping[str, Iterable[str]], *, why: Iterable[str] = (), spelt: Iterable[str] = ()
) -> Sourcebook:
    """The wanted records, and what they name.

    Args:
        base: where they are.
        wanted: ids by kind (``excerpt``, ``voice`` …).
        why: the kinds whose reasons are wanted too; the records of others say none.
        spelt: the ids of people whose spellings and roles are wanted too.
    """
    seen = _seen(base)
    cursor = seen.cursor()
    cursor.execute("delete from temp.here")
    for kind, ids in wanted.items():
        _want(cursor, kind, ids)
    for kind, named, query in _NAMED:
        here = f"(select id from temp.here where kind = '{kind}')"
        cursor.execute(
            "insert or ignore into temp.here select ?, named.* from "
            f"({query.format(here=here)}) as named where named.{_first(query)} is not null",
            (named,),
        )
    spelt = tuple(spelt)
    _want(cursor, "person", spelt)
    _want(cursor, "spelt", spelt)
    for kind in why:
        table = _TABLES[kind][0]
        cursor.execute(
            "insert or ignore into temp.here select 'why', number from main.reasons "
            f"where {kind} in (select id from {table})"
        )
    if spelt:
        cursor.execute(
            "insert or ignore into temp.here select 'why', number from main.reasons "
            "where spelling in (select number from spellings)"
        )
    if "voice" in why:
        cursor.execute(
            "insert or ignore into temp.here select 'why', number from main.reasons "
            "where hand in (select number from hands)"
        )
    if "audit" in why:
        cursor.execute(
            "insert or ignore into temp.here select 'why', number from main.reasons "
            "where audit_part in (select number from audit_parts)"
        )
    book = read_book(seen)
    book.source = replace(book.source, text=base.text)
    return book


def _want(cursor: sqlite3.Cursor, kind: str, ids: Iterable[str]) -> None:
    cursor.executemany("insert or ignore into temp.here values (?, ?)", ((kind, id_) for id_ in ids))


def _first(query: str) -> str:
    """The one column that a query of `_NAMED` gives."""
    return query.split(None, 2)[1]


def _portions(ids: tuple[str, ...], size: int = 500) -> Iterable[tuple[str, ...]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _seen(base: Base) -> sqlite3.Connection:
    """A connection of its own to the base, through which only what stands in ``here`` is seen."""
    if base.narrow is not None:
        return base.narrow
    try:
        seen = connect_to_read(base.path, any_thread=True)
        seen.isolation_level = None
        seen.execute("pragma temp_store = memory")
        seen.execute("create temp table here (kind text, id, primary key (kind, id)) without rowid")
        here = "in (select id from temp.here where kind = '{}')"
        views = {table: "0" for (table,) in seen.execute("select name from main.sqlite_master where type = 'table'")}
        views = {table: found for table, found in views.items() if not table.startswith(("sqlite_", "evidence_search"))}
        views |= {"sourcebook": "1", "reasons": f"number {here.format('why')}"}
        views |= {table: f"person {here.format('spelt')}" for table in ("spellings", "person_roles")}
        for kind, (table, others) in _TABLES.items():
            views[table] = f"id {here.format(kind)}"
            views |= {other: f"{column} {here.format(kind)}" for other, column in others}
        audits = here.format("audit")
        views["audit_evidence"] = f"part in (select number from main.audit_parts where audit {audits})"
        voices = here.format("voice")
        views["hands"] = f"chain in (select chain from main.voices where id {voices})"
        views["passages"] = (
            f"number in (select p.number from main.claims as c join main.passages as p "
            f"on p.start >= c.start and p.start < c.end and p.claim = c.id where c.id {here.format('claim')})"
        )
        for table, condition in views.items():
            if table != "page":
                seen.execute(f"create temp view {table} as select * from main.{table} where {condition}")
        seen.execute("create temp view page as select 1 as number, '' as text, x'' as raw")
    except sqlite3.Error as error:
        raise StoreError(f"'{base.path}' cannot be read ({error}). Build it again with --force.") from error
    base.narrow = seen
    return seen
