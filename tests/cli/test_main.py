"""Errors are one sentence and an exit code; start-up is quick; every command says what it does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import testimonia
from testimonia.cli.main import COMMANDS

from .conftest import Run

PYTHON = [sys.executable, "-m", "testimonia"]


def test_help_names_every_command_whole(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\w.*\.$", done.out, re.M)
    assert "..." not in done.out.split("Commands:")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_names_its_twin_in_python(command: str, run: Run) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert "In Python: " in done.out


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").out == f"testimonia {testimonia.__version__}\n"


def test_help_loads_nothing_that_reads_or_stores() -> None:
    script = (
        "import sys; sys.argv = ['testimonia', '--help']\n"
        "from testimonia.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = ('sqlite3', 'rich', 'pyarrow', 'testimonia.layout', 'testimonia.citations', 'testimonia.model')\n"
        "print([name for name in sys.modules if name in heavy], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("build", "none.txt"), 3, "There is no file none.txt"),
        (("build", "."), 3, "is a folder"),
        (("build", "empty.txt"), 3, "is empty"),
        (("build", "page.txt", "-o", "page.txt"), 6, "is the page itself"),
        (("build", "page.txt", "-o", "notes.txt"), 6, "is not an evidence base"),
        (("build", "page.txt", "-o", "nowhere/book.db"), 6, "'nowhere' is not a folder|nowhere' is not a folder"),
        (("build", "page.txt", "--profile", "none.toml"), 4, "none.toml"),
        (("build", "page.txt", "--encoding", "klingon"), 3, "klingon"),
        (("findings", "none.db"), 6, "There is no evidence base"),
        (("findings", "none.txt"), 3, "There is no file"),
        (("findings", "book.db", "--kind", "x"), 9, "No kind of finding is named 'x'. There are: bracket-comment"),
        (("show", "book.db", "x"), 9, "No record has the id 'x'"),
        (("search", "book.db", "(a"), 2, "is not closed"),
        (("search", "book.db", "a", "--work", "zzz"), 9, "No work is called 'zzz'"),
        (("export", "book.db", "--format", "xls"), 9, "No export is named 'xls'"),
        (("export", "book.db", "-o", "notes.txt"), 7, "is a file"),
        (("bibliography", "book.db", "--style", "no-such-style"), None, "no-such-style"),
        (("bibliography", "book.db", "-o", "nowhere/x.bib", "--format", "bibtex"), 7, "cannot be written"),
    ],
)
def test_an_error_is_one_sentence_and_a_code(
    arguments: tuple[str, ...], code: int | None, sentence: str, run: Run, base: Path
) -> None:
    (base.parent / "page.txt").write_text("THE FERRY\n\nIt left.\n\nMarlow, Salt, 1931, p. 3\n")
    (base.parent / "empty.txt").touch()
    (base.parent / "notes.txt").write_text("mine")
    before = sorted(os.listdir(base.parent))
    done = run(*arguments)
    assert done.code in ((8, 9) if code is None else (code,))
    assert done.out == ""
    assert done.err.startswith("testimonia: ")
    assert done.err.count("\n") == 1
    assert re.search(sentence.replace("(", r"\("), done.err)
    assert sorted(os.listdir(base.parent)) == before
    assert (base.parent / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "arguments",
    [("buidl",), ("build",), ("search", "book.db"), ("bibliography", "book.db", "--format", "ris", "--style", "mla")],
)
def test_a_misuse_is_told_with_the_usage(arguments: tuple[str, ...], run: Run, base: Path) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert "Error: " in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("raised", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (OSError(28, "No space left on device", "x.db"), 1, "'x.db': No space left on device."),
        (MemoryError(), 1, "not enough memory"),
    ],
)
def test_what_nobody_foresaw_is_a_sentence_too(
    raised: BaseException, code: int, sentence: str, run: Run, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr("testimonia.store.open_store", fail)
    done = run("works", base)
    assert done.code == code
    assert sentence in done.err
    assert "Traceback" not in done.err


def test_a_reader_who_has_enough_is_no_error(base: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run([*PYTHON, "show", str(base)], stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
@pytest.mark.parametrize("held", ["", "1"], ids=["held back till the end", "written at once"])
def test_a_full_disk_behind_the_output_is_told(held: str, base: Path) -> None:
    environment = os.environ | {"PYTHONUNBUFFERED": held}
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PYTHON, "show", str(base)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            check=False,
        )
    assert done.returncode == 1
    assert "Exception ignored" not in done.stderr
    assert done.stderr.startswith("testimonia: No space left on device.")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_that_lacks_letters_still_gets_an_answer(encoding: str, base: Path) -> None:
    done = subprocess.run(
        [*PYTHON, "search", str(base), "quay"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1 hit." in done.stdout


def test_a_stranger_s_command_is_found_and_a_broken_one_spoils_no_other(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [
        EntryPoint("works-too", "testimonia.cli.works:works", "testimonia.commands"),
        EntryPoint("broken", "no_such_module:command", "testimonia.commands"),
        EntryPoint("odd", "os:sep", "testimonia.commands"),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: entries)
    listed = run("--help")
    assert listed.code == 0
    assert "works-too" in listed.out
    assert run("works-too", "--help").code == 0
    for name in ("broken", "odd"):
        done = run(name)
        assert done.code == 1
        assert f"The command {name!r}" in done.err
        assert "cannot be loaded" in done.err
