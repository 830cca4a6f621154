"""No control character of a page reaches a terminal or a pipe, whatever is asked."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import testimonia
from testimonia.cli.terminal import escaped_json, shown, style
from testimonia.model import Sourcebook
from testimonia.store import open_store, write_store

from .conftest import Run

# ring, go back, clear the screen, name the window, the one-byte way to begin an order, delete, next line, go on in red
EVIL = "\x07\x08\x1b[2J\x1b]0;x\x07\x9b31m\x7f\x85\r\x1b[31m"
OURS = re.compile(r"\x1b\[(?:0|1|2|22|4|3[0-7])m")  # as we colour


@pytest.fixture(scope="module")
def evil_base(spoilt: Callable[..., Sourcebook], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = write_store(spoilt(EVIL, name=f"pa{EVIL}ge.txt"), tmp_path_factory.mktemp("evil") / "evil.db")
    with open_store(path) as store:
        book = store.book()
    testimonia.review(path, book.mentions[0].id, "reject", why=f"no{EVIL}", reviewer=f"In{EVIL}es")
    made = testimonia.review(path, book.findings[0].id, "note", why=f"hm{EVIL}", reviewer=f"To{EVIL}ve")
    testimonia.undo(path, made.id, why=f"so{EVIL}", reviewer="Jo")
    testimonia.review(
        path, book.mentions[1].id, "correct", field="person", value=f"Nobody{EVIL}", why="so", reviewer="Jo"
    )
    return path


def first(book: Sourcebook, kind: str) -> str:
    return str(getattr(book, kind)[0].id)


COMMANDS = (
    ("show",),
    ("findings",),
    ("layout",),
    ("layout", "--toml"),
    ("works",),
    ("bibliography",),
    ("bibliography", "--format", "ris"),
    ("bibliography", "--format", "bibtex"),
    ("people",),
    ("voices",),
    ("documents",),
    ("at", "200"),
    ("matrix",),
    ("matrix", "--csv"),
    ("timeline",),
    ("timeline", "--csv"),
    ("proceedings",),
    ("proceedings", "--csv"),
    ("ledger", "payments"),
    ("ledger", "meetings", "--csv"),
    ("worth", "1"),
    ("disagreements",),
    ("dependence",),
    ("audit",),
    ("review",),
    ("review", "--all"),
    ("decisions",),
    ("decisions", "export"),
    ("agreement",),
)
KINDS = (
    "claims excerpts citations works people mentions voices documents assertions proceedings cells entries "
    "datings dependences origins witnesses discrepancies audits findings reviews"
).split()


def ask(run: Run, base: Path, command: tuple[str, ...], *more: str) -> tuple[str, str]:
    verb, rest = (command[:2], command[2:]) if command[:2] == ("decisions", "export") else (command[:1], command[1:])
    done = run(*verb, base, *rest, *more)
    assert done.code == 0, done.err
    return done.out, done.err


def harmless(printed: str) -> bool:
    return not any(unicodedata.category(sign) == "Cc" and sign not in "\t\n" for sign in OURS.sub("", printed))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_order_to_a_terminal_is_printed(command: tuple[str, ...], evil_base: Path, run: Run) -> None:
    out, err = ask(run, evil_base, command)
    assert harmless(out)
    assert harmless(err)


@pytest.mark.parametrize(
    "command", [c for c in COMMANDS if "--csv" not in c and c[0] not in ("layout", "bibliography")]
)
def test_nor_in_json_which_gives_the_words_back(command: tuple[str, ...], evil_base: Path, run: Run) -> None:
    if command == ("decisions", "export"):
        out, _ = ask(run, evil_base, command)
        assert any(EVIL in json.loads(line)["why"] for line in out.splitlines())
    else:
        out, _ = ask(run, evil_base, command, "--json")
        json.loads(out)
    assert harmless(out)


@pytest.mark.parametrize("kind", KINDS)
def test_nor_where_one_record_is_shown(kind: str, evil_base: Path, run: Run) -> None:
    with open_store(evil_base) as store:
        records = getattr(store.book(), kind)
        ids = [record.id for record in records][:: max(1, len(records) // 4)]
    assert ids
    for id_ in ids:
        for more in ((), ("--json",)):
            done = run("show", evil_base, id_, *more)
            assert done.code == 0
            assert harmless(done.out)


def test_nor_where_a_name_is_asked_for(evil_base: Path, run: Run) -> None:
    with open_store(evil_base) as store:
        people = [person for person in store.book().people if EVIL in person.name]
    assert people
    for command in ("who", "about", "says"):
        done = run(command, evil_base, people[0].id)
        assert harmless(done.out + done.err)
    assert harmless(run("search", evil_base, "Harbour OR Quay OR Vetrov").out)
    missed = run("who", evil_base, f"Nobody{EVIL}")
    assert missed.code == 9
    assert harmless(missed.err)
    assert harmless(run("show", f"none{EVIL}.db").err)
    assert harmless(run("bibliography", evil_base, "--style", f"none{EVIL}").err)
    assert harmless(run("show", evil_base, "--no-such", EVIL).err)


def test_a_terminal_is_coloured_and_given_no_other_order(evil_base: Path, run: Run) -> None:
    import pty
    import subprocess

    for command in (("disagreements",), ("review",)):
        main, sub = pty.openpty()
        done = subprocess.Popen(
            [sys.executable, "-m", "testimonia", command[0], str(evil_base)],
            stdout=sub, stderr=sub, env=os.environ | {"TERM": "xterm", "NO_COLOR": "", "COLUMNS": "160"},
        )  # fmt: skip
        os.close(sub)
        printed = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            printed += piece
        os.close(main)
        assert done.wait() == 0
        words = printed.decode().replace("\r\n", "\n")
        assert "\x1b[1m" in words
        assert harmless(words)
        assert "␛[2J" in words


@given(st.text(st.characters()))
def test_what_is_shown_has_no_control_character_and_as_many_signs(words: str) -> None:
    assert harmless(shown(words))
    assert len(shown(words)) == len(words)
    assert shown(shown(words)) == shown(words)
    assert harmless(style(words, bold=True))  # our own colours are not there until they are printed


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_is_escaped_and_says_the_same(words: str) -> None:
    written = escaped_json(json.dumps([words], ensure_ascii=False))
    assert harmless(written)
    assert json.loads(written) == [words]
