"""A reader's decision put into a base: people, voices and what they say are read anew under it, all else stays."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

from ..model import Decision, FindingKind, Sourcebook
from ..pipeline import Progress, read_people_again
from .assertions import TABLES as ASSERTION_TABLES
from .assertions import insert_assertions
from .audits import TABLES as AUDIT_TABLES
from .audits import insert_audits
from .kept import read_kept_files
from .marks import readable_schema
from .people import TABLES as PEOPLE_TABLES
from .people import all_decisions, insert_decisions, insert_people
from .reading import open_store
from .refusals import store_errors
from .registers import TABLES as REGISTER_TABLES
from .registers import insert_registers
from .replacing import new_base
from .reviews import carry_reviews
from .rows import insert_rows, sql_words
from .voices import TABLES as VOICE_TABLES
from .voices import insert_voices
from .worth import TABLES as WORTH_TABLES
from .worth import insert_worth
from .writing import insert_whole

__all__ = ["decide", "decide_several"]


def decide(
    path: str | os.PathLike[str],
    make: Callable[[Sourcebook], Decision],
    *,
    progress: Progress | None = None,
    patience: float = 0,
) -> Decision:
    """Put what ``make`` decides of the book into the base at ``path``; return it as it was replayed.

    The base is locked from before the book is read until the new one takes its place, whole or not at all;
    ``patience`` says for how many seconds to wait where another build or decision is writing it.

    Raises:
        StoreError: there is no base of ours, another build or decision is writing it, or it cannot be written.
    """
    (decision,) = decide_several(path, lambda book: [make(book)], progress=progress, patience=patience)
    return decision


def decide_several(
    path: str | os.PathLike[str],
    make: Callable[[Sourcebook], Sequence[Decision]],
    *,
    progress: Progress | None = None,
    patience: float = 0,
) -> tuple[Decision, ...]:
    """Put all that ``make`` decides into the base at ``path``, as `decide` does; where it decides nothing, all stays.

    All decisions of the base are replayed in the order in which they were made.
    """
    from ..people.authority import read_authority

    path = Path(path)
    readable_schema(path)
    again: Sourcebook | None = None
    ids: list[str] = []

    def finish(new: sqlite3.Connection) -> None:
        if again is not None:
            carry_reviews(path, new, again)

    with suppress(_Nothing), new_base(path, finish, patience=patience) as connection, ExitStack() as files:
        store = files.enter_context(open_store(path))
        book = store.book()
        made = _with_own_ids(make(book), book)
        if not made:
            raise _Nothing
        ids = [decision.id for decision in made]
        decisions = _in_order([*book.decisions, *made])
        kept = read_kept_files(store.connection)
        people, words = (
            None if file is None else files.enter_context(file.on_disk()) for file in (kept.authority, kept.vocabulary)
        )
        again = read_people_again(
            book,
            decisions=decisions,
            authority=() if people is None else read_authority(people),
            vocabulary=words,
            progress=progress,
        )
        with store_errors(path):
            store.connection.backup(connection)
            _replace(connection, again, all_decisions(decisions, again), _standing(book))
    return tuple(again.decisions[id_] for id_ in ids) if again is not None else ()


class _Nothing(Exception):
    """There is nothing to be written."""


def _in_order(decisions: Sequence[Decision]) -> list[Decision]:
    """By the time when they were made, an undo never before what it takes back."""
    times = {decision.id: decision.when for decision in decisions}
    keys: dict[str, str] = {}
    for decision in decisions:
        keys[decision.id] = max(decision.when, keys.get(decision.of or "", times.get(decision.of or "", "")))
    return sorted(decisions, key=lambda decision: keys[decision.id])


def _standing(book: Sourcebook) -> set[str]:
    """The ids of the findings that stand whoever speaks; an overreach is found anew, perhaps under its old id."""
    return {finding.id for finding in book.findings if finding.kind is not FindingKind.OVERREACH}


def _with_own_ids(decisions: Sequence[Decision], book: Sourcebook) -> list[Decision]:
    """The same, each under an id that no other has."""
    taken = {earlier.id for earlier in book.decisions}
    own: list[Decision] = []
    for decision in decisions:
        number, id_ = 1, decision.id
        while id_ in taken:
            number += 1
            id_ = f"{decision.id}-{number}"
        taken.add(id_)
        own.append(replace(decision, id=id_))
    return own


def _replace(connection: sqlite3.Connection, book: Sourcebook, decisions: Sequence[Decision], known: set[str]) -> None:
    """Put what rests on people and voices, and the decisions, of a book in the place of those in a base.

    A finding that is not ``known`` is added: a claim that its evidence does not carry, or a stranger's, whose stage ran
    again.
    """
    connection.execute("pragma journal_mode = off")  # the copied file may say otherwise
    connection.execute("begin")
    connection.execute("delete from reasons where coalesce(claim, excerpt, citation, work) is null")
    ours = (*AUDIT_TABLES, *WORTH_TABLES, *ASSERTION_TABLES, *REGISTER_TABLES, *PEOPLE_TABLES, *VOICE_TABLES)
    connection.execute("delete from findings where kind = ?", (FindingKind.OVERREACH.value,))
    for table in ("decision_anchors", "decisions", *ours):
        connection.execute(f"delete from {table}")
    with insert_whole(connection, book):
        insert_people(connection, book)
        insert_voices(connection, book)
        insert_assertions(connection, book)
        insert_registers(connection, book)
        insert_worth(connection, book)
        insert_audits(connection, book)
        insert_decisions(connection, decisions)
        insert_rows(
            connection,
            "findings",
            "id, kind, start, end, text, message",
            (
                (f.id, f.kind.value, f.span.start, f.span.end, sql_words(f.text), sql_words(f.message))
                for f in book.findings
                if f.id not in known
            ),
        )
    connection.execute("commit")
