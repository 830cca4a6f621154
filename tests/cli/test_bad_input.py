"""A build that cannot be done says why in one sentence, ends with a code, and leaves the old base whole."""

from __future__ import annotations

import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

import testimonia
from testimonia.errors import SourcebookError
from testimonia.reading import files
from testimonia.store.marks import SCHEMA_VERSION

from .conftest import PAGE, Run

PROSE = "He said that the ferry had left and that nobody had seen her go. "
CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45"


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200_000_000)


def _cut(path: Path) -> None:
    path.write_bytes(PAGE.encode() + "Žižek".encode()[:1])


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 100)


def _text(words: str) -> Callable[[Path], None]:
    return lambda path: path.write_text(words) and None


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_binary, "is a binary file, not text"),
        (_sparse, "holds 200 MB; a page may hold 134. Split it at its headings."),
        (_cut, "breaks off inside a UTF-8 character, at byte"),
        (_text(" \n \n"), "holds nothing but white space"),
        (_text(PROSE * 80_000), "shows no claims and no citations"),  # 5 MB on one line
        (_text(f"{PROSE}\n{CITED}\n\n" * 5), "shows no claims, so that there is no evidence to store"),
        (_text(f"# The ferry left\n\n{PROSE}\n\n" * 5), "shows no citations, so that there is no evidence to store"),
        (_text(PROSE), 'claims = "none" and citations = "none" if it has none'),
    ],
)
def test_a_page_that_is_no_sourcebook_is_one_sentence(
    make: Callable[[Path], None], sentence: str, run: Run, base: Path
) -> None:
    page = base.parent / "page.txt"
    make(page)
    before = base.read_bytes()
    done = run("build", page, "-o", base)
    assert done.code == 3
    assert done.out == ""
    assert done.err.startswith("testimonia: ")
    assert done.err.count("\n") == 1
    assert sentence in done.err
    assert base.read_bytes() == before
    assert sorted(os.listdir(base.parent)) == ["book.db", "page.txt"]


@pytest.mark.parametrize("words", [PROSE, f"{PROSE}\n{CITED}\n\n" * 5, f"# The ferry left\n\n{PROSE}\n\n" * 5])
@pytest.mark.parametrize("command", ["show", "worth", "findings"])
def test_a_page_read_on_the_spot_is_told_of_as_one_that_is_built(
    command: str, words: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text(words)
    done = run(command, "page.txt")
    assert done.code == 0
    built = run("build", "page.txt", "-o", "new.db")
    assert done.err.strip() == built.err.strip().removeprefix("testimonia: ")
    assert "Say in a profile (testimonia build --profile FILE)" in done.err


@pytest.mark.parametrize("command", [("people",), ("show",), ("export", "--format", "jsonl", "-o", "out")])
def test_what_is_called_a_base_and_is_text_is_not_read_as_a_page(
    command: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "notes.db").write_text("This is no base.\n")
    name, *options = command
    done = run(name, "notes.db", *options)
    assert done.code != 0
    assert "'notes.db' is not an evidence base, so it is left alone." in done.err
    assert sorted(os.listdir(tmp_path)) == ["notes.db"]


@pytest.mark.parametrize("output", [(), ("-o", "other.db")])
def test_a_base_that_is_given_for_a_page_is_said_to_be_one(output: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_bytes(testimonia.sample_page().read_bytes())
    run("build", "ferry.txt", "-o", "d.db")
    before = (tmp_path / "d.db").read_bytes()
    done = run("build", "d.db", *output)
    assert (done.code, done.out) == (3, "")
    assert "'d.db' is an evidence base already, built from 'ferry.txt'." in done.err
    assert "testimonia show 'd.db'" in done.err
    assert (tmp_path / "d.db").read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["d.db", "ferry.txt"]
    with pytest.raises(SourcebookError, match="is an evidence base already"):
        testimonia.read(tmp_path / "d.db")


def test_a_strangers_database_is_no_page(run: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "mine.db")) as connection:
        connection.execute("create table mine (x)")
        connection.commit()
    done = run("build", "mine.db", "-o", "other.db")
    assert done.code == 3
    assert "is an SQLite database, not text" in done.err


@pytest.mark.parametrize(
    ("words", "profile"),
    [
        (f"{PROSE}\n{CITED}\n\n" * 5, 'claims = "none"'),
        (f"# The ferry left\n\n{PROSE}\n\n" * 5, 'citations = "none"'),
        (PROSE, 'claims = "none"\ncitations = "none"'),
    ],
)
def test_a_profile_accepts_a_page_without_them(words: str, profile: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(words)
    (tmp_path / "layout.toml").write_text(f"[layout]\n{profile}\n")
    done = run("build", "page.txt", "--profile", "layout.toml")
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "page.db").is_file()


def test_what_a_refusal_advises_can_be_had_from_the_layout_itself(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PROSE)
    (tmp_path / "layout.toml").write_text(run("layout", "page.txt", "--toml").out)
    assert run("build", "page.txt").code == 3
    assert run("build", "page.txt", "--profile", "layout.toml").code == 0


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
        connection.commit()


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table mine (x)")
        connection.commit()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(_newer, "this testimonia knows schemas up to"), (_foreign, "is an SQLite file, but not of testimonia")],
)
def test_a_base_that_is_not_ours_to_write_is_left(
    spoil: Callable[[Path], None], sentence: str, run: Run, base: Path
) -> None:
    (base.parent / "page.txt").write_text(PAGE)
    spoil(base)
    before = base.read_bytes()
    done = run("build", "page.txt", "-o", base)
    assert done.code == 6
    assert sentence in done.err
    assert done.err.count("\n") == 1
    assert base.read_bytes() == before


def _build(page: Path, base: Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "testimonia", "build", str(page), "-o", str(base)],
        capture_output=True,
        text=True,
        check=False,
        **options,  # type: ignore[call-overload]
    )


def _without_progress(said: str) -> list[str]:
    """The lines of what was said, without how far the reading is: on a slow machine that is said of a short one too."""
    return [line for line in said.splitlines() if line and not re.fullmatch(r"[a-z]+ \(\d+ of \d+\)", line)]


def test_a_disk_that_fills_up_leaves_the_old_base(base: Path) -> None:
    page = base.parent / "page.txt"
    page.write_text(f"{PAGE}\n{PROSE}\n\n{CITED}\n")
    before = base.read_bytes()
    done = _build(page, base, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert done.returncode == 6
    (said,) = _without_progress(done.stderr)
    assert said.startswith("testimonia: ")
    assert base.read_bytes() == before
    assert sorted(os.listdir(base.parent)) == ["book.db", "page.txt"]


def test_ctrl_c_in_the_middle_of_a_long_page_leaves_the_old_base(base: Path) -> None:
    page = base.parent / "page.txt"
    page.write_text("".join(f"THE FERRY LEFT {i} TIMES\n\n{PROSE}{i}\n{CITED}{i}\n\n" for i in range(8_000)))
    before = base.read_bytes()
    command = [sys.executable, "-m", "testimonia", "build", str(page), "-o", str(base)]
    hears = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # what runs in the background of a shell does not
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=hears
    ) as build:
        begun = time.monotonic()
        while not (base.parent / ".book.db.building").exists():
            assert build.poll() is None, "the build ended before it could be stopped"
            assert time.monotonic() - begun < 120
            time.sleep(0.01)
        time.sleep(0.2)
        build.send_signal(signal.SIGINT)
        out, err = build.communicate(timeout=120)
    assert build.returncode == 130
    assert (out, _without_progress(err)) == ("", ["testimonia: Stopped. No file was left half written."])
    assert base.read_bytes() == before
    assert sorted(os.listdir(base.parent)) == ["book.db", "page.txt"]


def test_a_read_only_folder_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(PAGE)

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("testimonia.store.locks.os.open", refuse)
    done = run("build", "page.txt")
    monkeypatch.undo()
    assert done.code == 6
    assert "its folder is read-only" in done.err
    assert done.err.count("\n") == 1
    assert os.listdir(tmp_path) == ["page.txt"]


def test_the_limit_of_a_page_is_the_one_that_is_told() -> None:
    assert files.LARGEST_FILE < 200_000_000


@pytest.mark.parametrize(
    "command",
    [
        ("report", "{name}", "-o", "{name}"),
        ("bibliography", "{name}", "-o", "{name}"),
        ("export", "{name}", "--format", "tei", "-o", "{name}"),
        ("export", "{name}", "--format", "ipif", "-o", "{name}"),
        ("export", "{name}", "-o", "{name}"),
        ("decisions", "export", "{name}", "-o", "{name}"),
        ("matrix", "{name}", "--graph", "{name}"),
        ("timeline", "{name}", "--plot", "{name}"),
        ("worth", "{name}", "--plot", "{name}"),
        ("build", "{name}", "-o", "{name}"),
        ("publish", "{name}", "-o", "{name}"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("name", ["book.db", "page.txt", "book.svg", "book.graphml", "link.db"])
def test_nothing_is_written_over_what_is_read(command: tuple[str, ...], name: str, run: Run, base: Path) -> None:
    for copy in ("book.svg", "book.graphml"):
        (base.parent / copy).write_bytes(base.read_bytes())
    (base.parent / "link.db").symlink_to("book.db")
    (base.parent / "page.txt").write_text(PAGE)
    before = (base.parent / name).read_bytes()
    done = run(*(part.format(name=name) for part in command))
    assert done.code in (2, 3, 6, 7)
    assert done.err.count("\n") < 3
    assert (base.parent / name).read_bytes() == before
    assert sorted(os.listdir(base.parent)) == ["book.db", "book.graphml", "book.svg", "link.db", "page.txt"]


def test_nor_over_another_base_which_may_hold_decisions(run: Run, base: Path) -> None:
    other = base.with_name("other.db")
    other.write_bytes(base.read_bytes())
    done = run("report", base, "-o", other)
    assert (done.code, "is an evidence base or another database, so it is left alone" in done.err) == (7, True)
    assert other.read_bytes() == base.read_bytes()


def test_a_base_that_holds_no_book_is_said_to_be_damaged(run: Run, base: Path) -> None:
    with closing(sqlite3.connect(base)) as connection:
        connection.execute("delete from sourcebook")
        connection.commit()
    for command in (("show",), ("people",), ("decisions",), ("search", "horn")):
        done = run(command[0], base, *command[1:])
        assert (done.code, done.out) == (6, "")
        assert "is damaged (there is no book in it)" in done.err
        assert done.err.count("\n") == 1


def test_taking_in_nothing_into_no_base_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "said.jsonl").write_text("")
    done = run("decisions", "import", "none.db", "said.jsonl")
    assert (done.code, "There is no evidence base at 'none.db'." in done.err) == (6, True)
    assert sorted(os.listdir(tmp_path)) == ["said.jsonl"]
