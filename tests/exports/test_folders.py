"""An export takes the place of an older one and of nothing else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from testimonia.errors import ExportError
from testimonia.exports import export_jsonl, export_tables
from testimonia.exports.folders import write_file
from testimonia.model import Sourcebook
from testimonia.testing import make_book


@pytest.fixture
def book() -> Sourcebook:
    return make_book("THE FERRY", claims=["THE FERRY"])


@pytest.fixture
def other() -> Sourcebook:
    return make_book("THE TIDE", claims=["THE TIDE"])


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_an_older_export_is_replaced(book: Sourcebook, other: Sourcebook, tmp_path: Path) -> None:
    export_jsonl(other, tmp_path / "out")
    export_jsonl(book, tmp_path / "out")
    export_jsonl(book, tmp_path / "fresh")
    assert content(tmp_path / "out") == content(tmp_path / "fresh")
    assert sorted(os.listdir(tmp_path)) == ["fresh", "out"]


def test_an_empty_folder_and_missing_parents_will_do(book: Sourcebook, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    export_jsonl(book, tmp_path / "empty")
    export_jsonl(book, tmp_path / "a" / "b")
    assert content(tmp_path / "empty") == content(tmp_path / "a" / "b")


def test_other_exports_and_notes_in_the_folder_are_kept(book: Sourcebook, other: Sourcebook, tmp_path: Path) -> None:
    export_tables(other, tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    export_jsonl(book, tmp_path / "out")
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"
    assert b"THE TIDE" in (tmp_path / "out" / "claims.csv").read_bytes()
    assert (tmp_path / "out" / "text.txt").read_text() == "THE FERRY"
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("marker", [None, "not json", "{}", '{"program": {"name": "another"}}', "[]"])
def test_a_folder_that_is_not_ours_is_left_alone(marker: str | None, book: Sourcebook, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    if marker is not None:
        (folder / "sourcebook.json").write_text(marker)
    before = content(tmp_path)
    with pytest.raises(ExportError, match="not an export of testimonia, so it is left alone"):
        export_jsonl(book, folder)
    assert content(tmp_path) == before


def test_a_file_in_the_place_is_left_alone(book: Sourcebook, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportError, match="is a file"):
        export_jsonl(book, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("call", ["os.replace", "pathlib.Path.write_bytes", "pathlib.Path.rename"])
def test_an_export_that_fails_leaves_the_old_one(
    call: str, book: Sourcebook, other: Sourcebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_jsonl(other, tmp_path / "out")
    before = content(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(call, refuse)
    with pytest.raises(ExportError, match=r"cannot be written to '.*out': No space left on device"):
        export_jsonl(book, tmp_path / "out")
    monkeypatch.undo()
    assert content(tmp_path) == before
    assert os.listdir(tmp_path) == ["out"]


def test_an_interruption_leaves_nothing_behind(
    book: Sourcebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("testimonia.exports.jsonl.json_line", interrupt)
    with pytest.raises(KeyboardInterrupt):
        export_jsonl(book, tmp_path / "out")
    assert os.listdir(tmp_path) == []


def test_one_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "works.bib"
    write_file(path, "@book{a,\n}\n")
    assert path.read_bytes() == b"@book{a,\n}\n"

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ExportError, match="Read-only file system"):
        write_file(path, "new")
    monkeypatch.undo()
    assert path.read_bytes() == b"@book{a,\n}\n"
    assert os.listdir(tmp_path) == ["works.bib"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path("/dev/null"), "words")
    assert not Path("/dev/null").is_file()
