"""A base of many excerpts, for the benches: the records of another again and again.

Each time they stand further down the page and under other ids, straight from table to table; people and works come in
forty sets. Names, words and dates are therefore those of the one page, which is hard on the index of words: a word is
met as often as there are copies.
"""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from testimonia.store.replacing import new_base

__all__ = ["multiply"]

SETS = 40  # of people and works in the large base
SHARED = frozenset(
    "people spellings person_roles person_identifiers maybes works work_spellings".split()
)  # tables of which there is one row for each set, not for each copy
ONCE = frozenset("sourcebook page blocks offsets conventions convention_odd authority vocabulary".split())
NEVER = frozenset("decisions decision_anchors reviews review_places".split())
OF_SETS = ("person", "spelling", "work", "maybe")  # columns of the reasons that lead into those
PARTIES = frozenset("speaker who author person".split())  # columns that hold somebody's id, or what stands for one
PLACES = re.compile(r"(?:\w+_)?(?:start|end)")


def multiply(source: Path, target: Path, excerpts: int) -> int:
    """Write a base with the records of another again and again; how many excerpts it has."""
    with new_base(target) as connection:
        connection.execute("pragma cache_size = -200000")
        connection.execute("attach ? as src", (str(source),))
        (there,) = connection.execute("select count(*) from src.excerpts").fetchone()
        (text,) = connection.execute("select text from src.page").fetchone()
        copies, long = -(-excerpts // there), len(text)
        connection.execute("begin")
        schema = connection.execute(
            "select type, name, sql from src.sqlite_master where sql is not null and name not like 'sqlite_%' "
            "and name not like 'evidence_search_%' order by type = 'index', rowid"
        ).fetchall()
        tables = [name for kind, name, sql in schema if kind == "table" and "fts5" not in sql]
        for kind, _, sql in schema:
            if kind in ("table", "view"):
                connection.execute(sql)
        connection.execute("create temp table copies (n integer primary key)")
        connection.executemany("insert into temp.copies values (?)", ((n,) for n in range(copies)))
        for name in ("people", "works", "documents"):
            connection.execute(f"create temp table {name}_there as select id from src.{name}")
        steps = {name: top(connection, name) for name in tables}
        # claims, excerpts and citations are numbered in one go, for the index of words
        shared_step = max(steps[name] for name in ("claims", "excerpts", "citations"))
        steps |= dict.fromkeys(("claims", "excerpts", "citations"), shared_step)
        for name in tables:
            copy_table(connection, name, steps, long)
        connection.execute("update page set text = ?, raw = x''", (text * copies,))
        connection.execute("update sourcebook set characters = ?", (long * copies,))
        connection.execute("update works set citations = (select count(*) from citations where work = works.id)")
        for kind, _, sql in schema:
            if kind == "index":
                connection.execute(sql)
        connection.execute("insert into evidence_search (evidence_search) values ('rebuild')")
        (count,) = connection.execute("select count(*) from excerpts").fetchone()
        connection.execute("commit")
        connection.execute("detach src")
    return int(count)


def top(connection: sqlite3.Connection, table: str) -> int:
    columns = [row[1] for row in connection.execute(f"pragma src.table_info({table})")]
    if "number" not in columns:
        return 0
    return int(connection.execute(f"select coalesce(max(number), 0) from src.{table}").fetchone()[0])


def copy_table(connection: sqlite3.Connection, table: str, steps: dict[str, int], long: int) -> None:
    """The rows of a table once for each copy (or set), every id, number and place moved."""
    if table in NEVER:
        return
    if table in ONCE:
        connection.execute(f"insert into {table} select * from src.{table}")
        return
    leads = {row[3]: (row[2], row[4]) for row in connection.execute(f"pragma src.foreign_key_list({table})")}
    found = []
    info = list(connection.execute(f"pragma src.table_info({table})"))
    keys = [row[1] for row in info if row[5]]
    for _, column, *_ in info:
        found.append(moved(table, column, leads.get(column), keys, steps, long))
    limit = f"where n < {SETS}" if table in SHARED else ""
    if table == "reasons":
        own = " or ".join(f"t.{column} is not null" for column in OF_SETS)
        limit = f"where n < {SETS} or not ({own})"
    connection.execute(f"insert into {table} select {', '.join(found)} from src.{table} as t, temp.copies {limit}")


def moved(
    table: str, column: str, leads: tuple[str, str] | None, keys: list[str], steps: dict[str, int], long: int
) -> str:
    value = f't."{column}"'
    if leads is not None:
        to, key = leads
        n = f"(n % {SETS})" if to in SHARED else "n"
        return f"{value} + {n} * {steps[to]}" if key == "number" else f"{value} || '-' || {n}"
    if column == "id":
        return f"{value} || '-' || n"
    if column == "number" and keys == ["number"]:
        return f"{value} + n * {steps[table]}"
    if PLACES.fullmatch(column):
        return f"{value} + n * {long}"
    if column in PARTIES and table not in ("works",):
        kind = f"substr({value}, instr({value}, ':') + 1)"
        return (
            f"case when {value} in (select id from temp.people_there) or {kind} in (select id from temp.works_there) "
            f"then {value} || '-' || (n % {SETS}) "
            f"when {value} in (select id from temp.documents_there) then {value} || '-' || n else {value} end"
        )
    return value
