from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from testimonia.model import Claim, Excerpt, Origin, Sourcebook, Span
from testimonia.store import write_store
from testimonia.store.marks import APPLICATION_ID, SCHEMA_VERSION


@pytest.fixture
def base(full_book: Sourcebook, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write_store(full_book, tmp_path / "b.db")
    with closing(sqlite3.connect(tmp_path / "b.db")) as connection:
        yield connection


def test_the_header_says_whose_the_file_is(base: sqlite3.Connection) -> None:
    assert base.execute("pragma application_id").fetchone() == (APPLICATION_ID,)
    assert base.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)


def test_sqlite_finds_no_fault(base: sqlite3.Connection) -> None:
    assert base.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert base.execute("pragma foreign_key_check").fetchall() == []
    base.execute("insert into evidence_search (evidence_search) values ('integrity-check')")


def test_what_names_a_record_is_a_declared_key(base: sqlite3.Connection) -> None:
    keys = {
        (table, row[3], row[2])
        for (table,) in base.execute("select name from sqlite_master where type = 'table'").fetchall()
        for row in base.execute(f"pragma foreign_key_list({table})")
    }
    assert {
        ("excerpts", "claim", "claims"),
        ("excerpts", "citation", "citations"),
        ("citations", "work", "works"),
        ("work_spellings", "work", "works"),
        ("citation_fields", "citation", "citations"),
        ("excerpt_segments", "excerpt", "excerpts"),
        ("passages", "excerpt", "excerpts"),
        ("reasons", "work", "works"),
        ("reasons", "spelling", "spellings"),
        ("reasons", "hand", "hands"),
        ("mentions", "person", "people"),
        ("mentions", "excerpt", "excerpts"),
        ("maybes", "b", "people"),
        ("voices", "excerpt", "excerpts"),
        ("voices", "document", "documents"),
        ("voices", "chain", "chains"),
        ("decisions", "undoes", "decisions"),
        ("document_excerpts", "excerpt", "excerpts"),
        ("assertions", "excerpt", "excerpts"),
        ("assertions", "voice", "voices"),
        ("assertions", "touches", "assertions"),
        ("assertion_of", "assertion", "assertions"),
        ("cells", "proceeding", "proceedings"),
        ("cells", "claim", "claims"),
        ("entries", "excerpt", "excerpts"),
        ("entry_parts", "entry", "entries"),
        ("datings", "excerpt", "excerpts"),
        ("reasons", "assertion", "assertions"),
        ("reasons", "dating", "datings"),
        ("dependences", "a", "excerpts"),
        ("origin_excerpts", "excerpt", "excerpts"),
        ("origin_dependences", "dependence", "dependences"),
        ("witnesses", "origin", "origins"),
        ("discrepancies", "a_claim", "claims"),
        ("discrepancies", "b_excerpt", "excerpts"),
        ("audits", "claim", "claims"),
        ("audit_origins", "origin", "origins"),
        ("cautions", "excerpt", "excerpts"),
        ("reasons", "witness", "witnesses"),
        ("reasons", "audit_part", "audit_parts"),
    } <= keys


def test_spans_cut_the_page_in_sql(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select substr(page.text, start + 1, end - start), mentions.text from mentions, page"
    ).fetchall()
    assert rows
    assert all(cut == words for cut, words in rows)


def test_the_view_of_the_evidence_holds_every_record_once(base: sqlite3.Connection) -> None:
    rows = base.execute("select claim, excerpt, citation, work, year, locator from evidence order by number").fetchall()
    assert rows == [
        (None, "No one saw.", None, None, None, None),
        ("THE\nFERRY", "It left.\nNo one saw.", "Marlow, ibid., p. 3", "Marlow, Salt", 1931, "3"),
        (None, None, "A TITLE", None, None, None),
    ]


def test_what_was_not_placed_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute("select what, words from unplaced order by what, words").fetchall()
    assert ("stray text", "junk") in rows
    assert ("excerpt without citation", "No one saw.") in rows
    assert ("citation without excerpt", "A TITLE") in rows


def test_works_are_listed_by_how_often_they_are_cited(book: Sourcebook, tmp_path: Path) -> None:
    write_store(book, tmp_path / "b.db")
    with closing(sqlite3.connect(tmp_path / "b.db")) as connection:
        rows = connection.execute("select label, citations, year from works_cited").fetchall()
    assert rows == [("Marlow, Salt and Ashes", 2, 1931), ("Quist, The Inner Harbour", 1, 1958)]


def test_the_words_are_not_stored_again_for_the_index(base: sqlite3.Connection) -> None:
    tables = {name for (name,) in base.execute("select name from sqlite_master")}
    assert "evidence_search_data" in tables
    assert "evidence_search_content" not in tables


def test_who_speaks_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select excerpt, words, speaker, mode, depth, chain from who_speaks order by voice_id"
    ).fetchall()
    assert rows == [
        ("x1", "It left.", "Marlow", "narration", 1, "compiler → Marlow (author)"),
        ("x1", "No one saw.", "Marlow", "quote", 2, "Marlow (author) → letter of 1931-05 → Marlow"),
        ("x2", "No one saw.", "compiler", "editorial", 0, ""),
    ]


def test_who_is_named_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute("select name, printed, within, confidence, start from who_is_named order by start").fetchall()
    assert rows == [("Quist", "THE", "THE\nFERRY", 1.0, 8), ("Marlow", "It", "It left.\nNo one saw.", 0.75, 20)]


def test_reasons_say_which_side_they_are_on(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select spellings.spelling, reasons.side, reasons.rule from reasons "
        "join spellings on spellings.number = reasons.spelling order by reasons.number"
    ).fetchall()
    assert rows == [
        ("Marlow", "for", "an initial that agrees"),
        ("Marlow", "for", "alone"),
        ("Marlow", "against", "another given name"),
    ]


def test_a_view_of_voices_asks_no_word_of_the_page_twice(full_book: Sourcebook, tmp_path: Path) -> None:
    """Words of an excerpt in one piece are cut from it, which takes no longer on a long page."""
    with closing(sqlite3.connect(write_store(full_book, tmp_path / "b.db"))) as connection:
        connection.execute("update page set text = ''")
        words = dict(connection.execute("select voice_id, words from who_speaks"))
    assert words["v3"] == "No one saw."


def test_who_says_what_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select speaker, act, whom, words, matter, dated, place, amount, marked, answers, claim_id, excerpt_id "
        "from who_says_what order by assertion_id"
    ).fetchall()
    marked = "negation: No; hedge: one; irony: saw"
    assert rows == [
        ("Marlow", "denies", "Quist; the crew; another", "No one saw.", "one saw", "1931-05", "ibid.", "No", marked,
         "THE FERRY", None, "x1"),
        ("compiler", "reports", None, "THE FERRY", None, None, None, "It left", None, None, "h1", None),
    ]  # fmt: skip


def test_the_register_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select proceeding, kind, what, person, value, dated, speaker, confidence, start from register order by start"
    ).fetchall()
    assert rows == [
        ("the inquiry", "inquiry", "date", None, "FERRY", "1931-06", "compiler", 1.0, 12),
        ("the inquiry", "inquiry", "plea", "Quist", "left", "1931", "Marlow", 0.5, 23),
    ]


def test_payments_are_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select payer, payee, amount, least, most, unit, dated, what_for, speaker from payments"
    ).fetchall()
    assert rows == [("Quist", "Marlow", "It left", 1.0, 2.5, None, "1931~", "left", "Marlow")]


def test_what_is_not_independent_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select kind, a_work, a_words, b_work, b_words, confidence, a_id, b_id from not_independent order by "
        "dependence_id"
    ).fetchall()
    assert rows == [
        ("requote", "Marlow, Salt", "It left.", None, "No one saw.", 0.5, "x1", "x2"),
        ("derives", "Marlow, Salt", "No one saw.", None, "No one saw.", 1.0, "x1", "x2"),
    ]


def test_what_a_claim_rests_on_is_a_view(full_book: Sourcebook, tmp_path: Path) -> None:
    full_book.add([Claim("h2", Span(65, 69), "junk"), Excerpt("x3", Span(20, 28), "It left.", "h1", None)])
    full_book.add([Origin("o3", ("x3",))])
    with closing(sqlite3.connect(write_store(full_book, tmp_path / "c.db"))) as connection:
        connection.execute("delete from audits where id = 'u2'")  # a claim is audited once
        rows = connection.execute("select claim, excerpts, works, origins, profile from what_it_rests_on").fetchall()
    assert rows == [("THE\nFERRY", 2, 1, 2, "hedged in the source"), ("junk", 0, 0, 0, None)]


def test_who_stood_near_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select speaker, nearness, why, claim, confidence, excerpt_id from who_stood_near order by witness_id"
    ).fetchall()
    assert rows == [
        ("Marlow", "present", "the same words “saw”; first person", "THE\nFERRY", 0.75, "x1"),
        ("group:crew", "unstated", None, None, 1.0, "x2"),
    ]


def test_disagreements_are_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "select kind, about, a_says, b_says, cause, a_within, b_within, whom, a_id, b_id from disagreements "
        "order by discrepancy_id"
    ).fetchall()
    left = "It left.\nNo one saw."
    assert rows == [
        ("heading", "FERRY", "FERRY", "It left.", "misprint", "THE\nFERRY", left, "Quist; group:crew", "h1", "x1"),
        ("date", "FERRY", "No one", "FERRY", None, "No one saw.", "THE\nFERRY", None, "x2", "h1"),
    ]


def test_the_audit_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute("select claim, profile, not_carried, cautions from audit order by audit_id").fetchall()
    assert rows == [
        (
            "THE\nFERRY",
            "hedged in the source",
            "missing: THE; hedged: FERRY",
            "One man says so. The source says “It left.”",
        ),
        ("THE\nFERRY", "not found in the evidence", None, None),
    ]
