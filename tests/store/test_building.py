from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import testimonia
from testimonia.errors import SourcebookError, StoreError
from testimonia.model import Convention, Record, Sourcebook
from testimonia.store import build_store, building, open_store
from testimonia.testing import make_book

Reader = Callable[..., Sourcebook]

WITHOUT = [Convention(name, "none", "A profile says so", 0, stated=True) for name in ("claims", "citations")]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The pages that were read; the reading itself is others' to test."""
    read: list[Path] = []

    def reader(page: Path, **_: Any) -> Sourcebook:
        if not page.is_file():
            raise SourcebookError(f"There is no file {page}.")
        read.append(page)
        return make_book(page.read_text(encoding="utf-8"), more=WITHOUT)

    monkeypatch.setattr("testimonia.front.read", reader)
    return read


def test_a_page_that_has_not_changed_is_not_read_again(page: Path, reads: list[Path]) -> None:
    first = build_store(page)
    content = first.path.read_bytes()
    second = build_store(page)
    assert (first.unchanged, second.unchanged) == (False, True)
    assert reads == [page]
    assert second.path.read_bytes() == content
    assert second.as_dict() | {"seconds": 0, "unchanged": 0} == first.as_dict() | {"seconds": 0, "unchanged": 0}


def test_what_a_reading_depends_on_makes_it_read_again(
    page: Path, reads: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "layout.toml"
    profile.write_text("[layout]\n")

    def reread(**options: Any) -> bool:
        return not build_store(page, tmp_path / "b.db", **options).unchanged

    assert reread()
    assert not reread()
    assert reread(force=True)
    assert reread(encoding="utf-8")
    assert reread(profile=profile)
    assert not reread(profile=profile)
    profile.write_text("[layout]\nwrapped = true\n")
    assert reread(profile=profile)
    page.write_text("another", encoding="utf-8")
    assert reread(profile=profile)
    monkeypatch.setattr(building, "_plugins", lambda: ("mine 1.0 mine:Stage",))
    assert reread(profile=profile)
    monkeypatch.setattr(testimonia, "__version__", "9.9")
    assert reread(profile=profile)
    assert not reread(profile=profile)


def test_the_base_stands_beside_the_page_if_nothing_is_said(page: Path, reads: list[Path]) -> None:
    assert build_store(page).path == page.with_suffix(".db")


def test_a_base_that_is_damaged_is_built_anew(page: Path, reads: list[Path]) -> None:
    path = build_store(page).path
    content = bytearray(path.read_bytes())
    content[100:] = b"\x7f" * (len(content) - 100)
    path.write_bytes(content)
    assert not build_store(page).unchanged
    open_store(path).close()


def test_the_page_itself_is_never_the_base(page: Path, reads: list[Path]) -> None:
    content = page.read_bytes()
    with pytest.raises(StoreError, match="is the page itself"):
        build_store(page, page)
    assert page.read_bytes() == content


def test_a_page_that_cannot_be_read_is_missed_before_any_place_is_taken(tmp_path: Path, reads: list[Path]) -> None:
    with pytest.raises(SourcebookError):
        build_store(tmp_path / "none.txt", tmp_path / "nowhere" / "b.db")
    with pytest.raises(SourcebookError):
        build_store(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_reading_that_fails_leaves_the_old_base(
    page: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build_store(page).path
    content = path.read_bytes()

    def fail(*_: Any, **__: Any) -> Sourcebook:
        raise SourcebookError("The page is no text.")

    monkeypatch.setattr("testimonia.front.read", fail)
    with pytest.raises(SourcebookError):
        build_store(page, force=True)
    assert path.read_bytes() == content
    assert sorted(p.name for p in page.parent.iterdir()) == ["page.db", "page.txt"]


def test_the_report_counts_what_the_base_holds(
    full_book: Sourcebook, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("testimonia.front.read", lambda *_, **__: full_book)
    report = build_store(page)
    assert (report.claims, report.excerpts, report.citations, report.works) == (1, 2, 2, 1)
    assert report.most_cited == (("Marlow, Salt", 1),)
    assert report.findings == {"ocr": 1}
    assert report.layout == (("claims", "capitals"), ("citations", "own line"))
    assert report.unplaced == {
        "stray text": 1,
        "excerpt without citation": 1,
        "excerpt without claim": 1,
        "citation without excerpt": 1,
    }
    with open_store(report.path) as store:
        assert store.report().claims == 1


def test_what_no_reading_finds_again_is_carried_over(page: Path, reads: list[Path]) -> None:
    path = build_store(page).path
    with sqlite3.connect(path) as connection:
        connection.execute("create table notes (words)")
        connection.execute("insert into notes values ('same man')")
    connection.close()

    def carry(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        new.execute("create table notes (words)")
        new.executemany("insert into notes values (?)", old.execute("select words from notes"))

    build_store(page, force=True, carry=[carry])
    with open_store(path) as store:
        assert store.connection.execute("select words from notes").fetchall() == [("same man",)]
    build_store(page, path.with_name("new.db"), carry=[carry])  # nothing to carry from


def test_an_unchanged_page_does_not_load_the_rooms_that_read(page: Path, reads: list[Path]) -> None:
    build_store(page)
    script = f"""
import sys, testimonia
assert testimonia.build({str(page)!r}).unchanged
rooms = ("layout", "citations", "damage", "reading")
print([name for name in sys.modules if name.startswith(tuple("testimonia." + room for room in rooms))])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("claims", "citations", "more", "sentence"),
    [
        ((), (), [], r"shows no claims and no citations, .* claims = \"none\" and citations = \"none\" if it has none"),
        ((), ("Marlow, 1931",), [], r"shows no claims, .* claims_pattern, or claims = \"none\" if"),
        (("THE FERRY",), (), [], r"shows no citations, .* citations_pattern, or citations = \"none\" if"),
        (("THE FERRY",), (), WITHOUT[:1], "shows no citations"),
        (("THE FERRY",), (), [Convention("citations", "none", "inferred", 0)], "shows no citations"),
        ((), (), WITHOUT, None),
        ((), ("Marlow, 1931",), WITHOUT[:1], None),
        (("THE FERRY",), (), WITHOUT[1:], None),
        (("THE FERRY",), ("Marlow, 1931",), [], None),
    ],
)
def test_a_page_without_claims_or_citations_is_refused_unless_a_profile_accepts_it(
    claims: tuple[str, ...],
    citations: tuple[str, ...],
    more: list[Record],
    sentence: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("THE FERRY\n\nIt left.\n\nMarlow, 1931\n")
    book = make_book(page.read_text(), claims=claims, citations=citations, more=more)
    monkeypatch.setattr("testimonia.front.read", lambda *_, **__: book)
    if sentence is None:
        assert build_store(page).path.is_file()
    else:
        with pytest.raises(SourcebookError, match=sentence):
            build_store(page)
        assert [file.name for file in tmp_path.iterdir()] == ["page.txt"]
