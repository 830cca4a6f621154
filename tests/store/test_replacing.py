"""What stood there before is whole after every kind of failure, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from testimonia.errors import StoreError
from testimonia.model import Sourcebook
from testimonia.store import locks, open_store, replacing, write_store
from testimonia.store.writing import fill_base
from testimonia.testing import make_book

OLD = "THE OLD PAGE"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """An older base in a folder of its own."""
    return write_store(make_book(OLD, claims=[OLD]), tmp_path / "book.db")


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """Check that the file and its folder are as they were."""
    names, content = sorted(os.listdir(path.parent)), path.read_bytes()
    yield
    assert path.read_bytes() == content
    assert sorted(os.listdir(path.parent)) == names


def test_a_new_base_takes_the_place_of_the_old_one(base: Path, book: Sourcebook) -> None:
    base.chmod(0o640)
    write_store(book, base)
    with open_store(base) as store:
        assert store.book().title == "The Wreck of the Ardent"
    assert [path.name for path in base.parent.iterdir()] == ["book.db"]
    assert base.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(base: Path, book: Sourcebook) -> None:
    link = base.parent / "link.db"
    link.symlink_to(base)
    write_store(book, link)
    assert link.is_symlink()
    with open_store(base) as store:
        assert store.book().text == book.text


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EROFS, "its folder is read-only"),
        (errno.EACCES, "its folder is read-only"),
        (errno.ENOSPC, "There is no room on the disk"),
        (errno.EIO, "Input/output error"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_what_the_system_refuses_is_one_sentence(
    call: str, code: int, sentence: str, base: Path, book: Sourcebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with untouched(base):
        monkeypatch.setattr(f"testimonia.store.replacing.os.{call}", refuse)
        with pytest.raises(StoreError, match=sentence):
            write_store(book, base)
        monkeypatch.undo()


def test_a_folder_that_is_none_is_named(tmp_path: Path, book: Sourcebook) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file" / "b.db", tmp_path / "nowhere" / "b.db"):
        with pytest.raises(StoreError, match=r"cannot be (written|opened)"):
            write_store(book, path)


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Take from the folder the right to write, and from root what stands above rights."""
    user = os.geteuid()
    folder.chmod(0o555)
    try:
        if user == 0:
            os.seteuid(65534)
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o700)


def test_a_read_only_folder_is_named(book: Sourcebook) -> None:
    with TemporaryDirectory() as folder:  # not below pytest's own folder, which is its user's alone
        base = write_store(make_book(OLD, claims=[OLD]), Path(folder) / "book.db")
        with untouched(base), without_rights(base.parent), pytest.raises(StoreError, match="its folder is read-only"):
            write_store(book, base)


def test_without_file_locks_a_base_is_still_whole(
    base: Path, book: Sourcebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "fcntl", None)
    write_store(book, base)
    with open_store(base) as store:
        assert store.book().text == book.text
    assert os.listdir(base.parent) == ["book.db"]


def test_a_base_that_outgrows_the_disk_is_given_up(
    base: Path, book: Sourcebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = replacing._connect

    def small(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("pragma max_page_count = 20")
        return connection

    monkeypatch.setattr(replacing, "_connect", small)
    with untouched(base), pytest.raises(StoreError, match="There is no room on the disk"):
        write_store(book, base)


def test_a_file_that_may_not_grow_is_given_up(base: Path, book: Sourcebook) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    with untouched(base):
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, old[1]))
        try:
            with pytest.raises(StoreError, match="cannot be written"):
                write_store(book, base)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)


def test_two_builds_do_not_meet(base: Path, book: Sourcebook) -> None:
    with replacing.new_base(base) as connection:
        with pytest.raises(StoreError, match=r"Another build is writing '.*book\.db'"):
            write_store(book, base)
        files_there = sorted(os.listdir(base.parent))
        fill_base(connection, book, base)
    assert files_there == [".book.db.building", ".book.db.new", "book.db"]
    write_store(book, base)
    assert os.listdir(base.parent) == ["book.db"]


def test_a_stranger_that_came_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with pytest.raises(StoreError, match="not an evidence base"), replacing.new_base(path):
        path.write_text("my notes")
    assert path.read_text() == "my notes"
    assert os.listdir(tmp_path) == ["book.db"]


def test_what_a_tool_wrote_beside_the_old_base_does_not_get_into_the_new_one(base: Path, book: Sourcebook) -> None:
    script = f"""
        import os, sqlite3
        connection = sqlite3.connect({str(base)!r})
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table theirs (x)")
        connection.commit()
        os._exit(0)  # as a crash would: the write-ahead log stays
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=True)
    assert (base.parent / "book.db-wal").stat().st_size > 0
    write_store(book, base)
    assert os.listdir(base.parent) == ["book.db"]
    with open_store(base) as store:
        assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert store.book().text == book.text


def test_a_base_that_another_program_writes_is_left_alone(base: Path, book: Sourcebook) -> None:
    with closing(sqlite3.connect(base, isolation_level=None)) as other:
        other.execute("pragma journal_mode = wal")
        other.execute("begin immediate")
        other.execute("create table theirs (x)")
        with pytest.raises(StoreError, match="is open in another program"):
            write_store(book, base)
        other.execute("rollback")
    assert os.listdir(base.parent) == ["book.db"]


BUILD = """
import os, signal, sys
import testimonia.store.{module} as module
old = module.{function}
def interrupted(*args, **options):
    os.kill(os.getpid(), signal.{signal})
    return old(*args, **options)
module.{function} = interrupted
import testimonia.front
from testimonia.testing import make_book
testimonia.front.read = lambda *args, **options: make_book("A NEW PAGE", claims=["A NEW"], citations=["PAGE"])
from testimonia.cli.main import main
main(["build", {page!r}, "-o", {base!r}])
"""


def interrupt(base: Path, name: str, module: str, function: str) -> subprocess.CompletedProcess[str]:
    page = base.parent / "page.txt"
    page.write_text("A NEW PAGE")
    script = BUILD.format(module=module, function=function, signal=name, page=str(page), base=str(base))
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("module", "function"), [("writing", "_insert_passages"), ("building", "fill_base"), ("replacing", "_settle")]
)
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_build_that_is_stopped_leaves_the_old_base(
    name: str, code: int, module: str, function: str, base: Path
) -> None:
    (base.parent / "page.txt").touch()
    with untouched(base):
        done = interrupt(base, name, module, function)
    assert done.returncode == code
    (sentence,) = done.stderr.strip().splitlines()  # after the line of a terminal's ^C
    assert sentence.startswith("testimonia: ")


def test_a_build_after_one_that_was_killed_clears_up(base: Path, book: Sourcebook) -> None:
    content = base.read_bytes()
    done = interrupt(base, "SIGKILL", "writing", "_insert_passages")
    assert done.returncode == -signal.SIGKILL
    assert base.read_bytes() == content
    assert (base.parent / ".book.db.building").exists()
    write_store(book, base)
    assert sorted(os.listdir(base.parent)) == ["book.db", "page.txt"]
