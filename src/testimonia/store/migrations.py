"""From each older schema to this one: small functions, all of them in one transaction."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from ..errors import StoreError
from .locks import in_place
from .marks import SCHEMA_VERSION, readable_schema
from .refusals import store_errors
from .rows import statements
from .writing import SCHEMA

__all__ = ["MIGRATIONS", "Migration", "migrate"]

Migration = Callable[[sqlite3.Connection], None]
"""Changes a base of one schema version into one of the next, without committing."""

_NEW_IN_2 = frozenset(
    (
        "people", "spellings", "person_roles", "person_identifiers", "mentions", "maybes", "decisions",
        "decision_anchors", "authority", "documents", "document_places", "document_dates", "document_excerpts",
        "chains", "hands", "voices", "voice_segments", "reasons", "who_speaks", "who_is_named", "mentions_by_person",
        "spellings_by_person", "voices_by_excerpt", "voices_by_speaker", "hands_by_chain",
    )
)  # fmt: skip
_NEW_IN_3 = frozenset(
    (
        "assertions", "assertion_of", "assertion_markers", "proceedings", "proceeding_names", "cells", "entries",
        "entry_parts", "datings", "reasons", "who_says_what", "register", "payments", "assertions_by_speaker",
        "assertion_of_by_who", "cells_by_proceeding", "vocabulary",
    )
)  # fmt: skip
_NEW_IN_4 = frozenset(
    (
        "dependences", "dependence_alignments", "origins", "origin_excerpts", "origin_dependences", "witnesses",
        "discrepancies", "discrepancy_persons", "audits", "audit_excerpts", "audit_origins", "audit_parts",
        "audit_evidence", "cautions", "reasons", "not_independent", "what_it_rests_on", "who_stood_near",
        "disagreements", "audit", "dependences_by_a", "dependences_by_b", "origin_excerpts_by_excerpt",
        "witnesses_by_excerpt", "audits_by_claim", "reasons_by_witness",
        "reviews", "review_places", "reviews_by_item", "voices_by_document", "reasons_by_cell", "reasons_by_entry",
        "reasons_by_dating",
        "passages_by_start", "excerpts_by_start", "claims_by_start", "mentions_by_excerpt", "mentions_by_claim",
        "assertions_by_excerpt", "assertions_by_claim", "assertions_by_dated", "datings_by_edtf",
        "datings_by_excerpt", "cells_by_person", "cells_by_excerpt", "entries_by_excerpt", "entry_parts_by_who",
        "findings_by_start", "document_excerpts_by_excerpt", "discrepancies_by_a", "discrepancies_by_b",
        "discrepancies_by_a_claim", "discrepancies_by_b_claim", "discrepancy_persons_by_who", "audit_parts_by_audit",
        "cautions_by_audit", "maybes_by_a", "maybes_by_b", "reasons_by_work", "reasons_by_person",
        "reasons_by_spelling", "reasons_by_mention", "reasons_by_maybe", "reasons_by_document", "reasons_by_hand",
        "reasons_by_voice", "reasons_by_assertion", "reasons_by_proceeding", "reasons_by_dependence",
        "reasons_by_origin", "reasons_by_discrepancy", "reasons_by_audit", "reasons_by_audit_part",
    )
)  # fmt: skip
_CREATES = re.compile(r"^create (?:table|view|index) (\w+)", re.MULTILINE)


def _to_2(connection: sqlite3.Connection) -> None:
    """Tables for people and voices, which the page has still to be read for; reasons that can be theirs."""
    connection.execute("alter table sourcebook add column authority_sha256 text")
    connection.execute("alter table sourcebook add column schema integer not null default 1")
    _create(connection, _NEW_IN_2, "number, claim, excerpt, citation, work, rule, words, start, end")


def _to_3(connection: sqlite3.Connection) -> None:
    """Tables for assertions and registers, which the page has still to be read for; reasons that can be theirs."""
    connection.execute("alter table sourcebook add column vocabulary_sha256 text")
    _create(
        connection,
        _NEW_IN_3,
        "number, claim, excerpt, citation, work, person, spelling, mention, maybe, document, hand, voice, "
        "side, rule, words, start, end",
    )


def _to_4(connection: sqlite3.Connection) -> None:
    """Tables for what the evidence is worth, which the page has still to be read for; reasons that can be theirs."""
    _create(
        connection,
        _NEW_IN_4,
        "number, claim, excerpt, citation, work, person, spelling, mention, maybe, document, hand, voice, "
        "assertion, proceeding, cell, entry, dating, side, rule, words, start, end",
    )


def _create(connection: sqlite3.Connection, new: frozenset[str], kept: str) -> None:
    """Create what is new as the present schema has it; of the reasons, these columns are kept."""
    connection.execute("alter table reasons rename to older_reasons")
    for statement in statements(SCHEMA.read_text(encoding="utf-8")):
        created = _CREATES.search(statement)
        if created and created[1] in new:
            connection.execute(statement)
    connection.execute(f"insert into reasons ({kept}) select {kept} from older_reasons")
    connection.execute("drop table older_reasons")


MIGRATIONS: Mapping[int, Migration] = {
    1: _to_2,
    2: _to_3,
    3: _to_4,
}  # by the version that it starts from; 1 is the first there was


def migrate(
    path: str | os.PathLike[str],
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    wanted: int = SCHEMA_VERSION,
) -> int:
    """Bring the base at ``path`` to the ``wanted`` schema and return the version it was of.

    It is changed wholly or not at all.

    Raises:
        StoreError: it is missing, not ours, of a newer schema, or no way leads from its schema to this.
    """
    path = Path(path)
    found = readable_schema(path)
    missing = [version for version in range(found, wanted) if version not in migrations]
    if missing:
        raise StoreError(
            f"'{path}' is of schema {missing[0]}, from which no way leads to {wanted}. "
            f"Build it again from its page with --force."
        )
    if found >= wanted:
        return found
    with (
        store_errors(path),
        in_place(Path(os.path.realpath(path))),
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        connection.execute("begin immediate")
        try:
            # who waited for another to do the same finds it done
            (now,) = connection.execute("pragma user_version").fetchone()
            for version in range(now, wanted):
                migrations[version](connection)
                connection.execute(f"pragma user_version = {version + 1}")
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise
    return found
