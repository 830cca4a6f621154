"""What the commands answer: who says what of whom, registers, ledgers, time."""

from __future__ import annotations

import csv
import dataclasses
import json
import sqlite3
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from testimonia.model import Sourcebook
from testimonia.store import write_store
from testimonia.testing import make_book

from .conftest import Run
from .test_commands import on_a_terminal


@pytest.fixture
def asked(inquiry: Sourcebook, tmp_path: Path) -> Path:
    return write_store(inquiry, tmp_path / "inquiry.db")


def at(book: Sourcebook, id_: str) -> str:
    span = book.assertions[id_].span
    return f"{span.start}-{span.end}"


def test_about_tells_what_is_said_by_whom_and_where(inquiry: Sourcebook, asked: Path, run: Run) -> None:
    assert run("about", asked, "Quist").out.splitlines() == [
        "Bela Quist (p2)",
        "4 statements by 3 speakers",
        "",
        "accuses (4 times: Inés Dorval 2, compiler 1, the crew 1)",
        f"  line 3, {at(inquiry, 'a2')}: Inés Dorval accuses Bela Quist (1931-05): "
        "Dorval said that Quist sold the charts.",
        f"  line 1, {at(inquiry, 'a1')}: compiler accuses Bela Quist: THE PILOT SOLD THE CHARTS",
        f"  line 3, {at(inquiry, 'a3')}: Inés Dorval accuses Bela Quist (40 to 50 crowns; hedge: allegedly): "
        "Quist, she added, allegedly took 40 to 50 crowns.  0.75",
        f"  line 7, {at(inquiry, 'a6')}: the crew accuses Bela Quist: The crew blamed Quist.",
    ]


def test_says_tells_of_whom_and_what_it_answers(inquiry: Sourcebook, asked: Path, run: Run) -> None:
    assert run("says", asked, "Quist").out.splitlines() == [
        "Bela Quist (p2)",
        "1 statement",
        "",
        "denies (1 time: Inés Dorval 1)",
        f"  line 3, {at(inquiry, 'a4')}: Bela Quist denies Inés Dorval (Hull) → a3: I did not, said Quist.",
    ]
    assert run("says", asked, "Tern").out.splitlines() == ["Tern (author:w2)", "Nothing is said there."]
    assert run("about", asked, "Tern").out.splitlines()[-1] == "Nothing is said there."


def test_questions_are_narrowed_by_options(asked: Path, run: Run) -> None:
    assert len(json.loads(run("about", asked, "Quist", "--by", "Dorval", "--json").out)) == 2
    assert len(json.loads(run("about", asked, "Quist", "--act", "admits", "--json").out)) == 0
    assert len(json.loads(run("says", asked, "Dorval", "--of", "Quist", "--act", "accuses", "--json").out)) == 2


def test_matrix_counts_who_accuses_whom(inquiry: Sourcebook, asked: Path, run: Run) -> None:
    assert run("matrix", asked).out.splitlines() == [
        "Inés Dorval accuses",
        f"     2  Bela Quist: line 3, {at(inquiry, 'a2')} and 1 other",
        "compiler accuses",
        f"     1  Bela Quist: line 1, {at(inquiry, 'a1')}",
        "the crew accuses",
        f"     1  Bela Quist: line 7, {at(inquiry, 'a6')}",
    ]
    assert "     1  Inés Dorval (denies 1): " in run("matrix", asked, "--act", "any").out
    assert run("matrix", asked, "--act", "admits").out == "Nobody does.\n"


def test_timeline_tells_when_and_on_whose_word(asked: Path, run: Run) -> None:
    lines = run("timeline", asked, "--from", "1931-05", "--to", "1931-06").out.splitlines()
    assert [line.split()[0] for line in lines] == ["193X", "1931-05", "1931-05", "1931-06-03", "1931-06-04"]
    assert lines[1].endswith(": Inés Dorval accuses Bela Quist: Dorval said that Quist sold the charts.")
    assert lines[3].endswith(": Tern (proceeding): The inquiry: 3 June 1931")
    assert run("timeline", asked, "--from", "1990").out == "Nothing is dated there.\n"


def test_proceedings_show_rival_values_side_by_side(asked: Path, run: Run) -> None:
    lines = run("proceedings", asked, "inquiry").out.splitlines()
    assert lines[0] == "The inquiry (inquiry), named 2 times"
    assert any(line.startswith("  date           1931-06-03 — Tern, line 7, ") for line in lines)
    pleas = [line for line in lines if line.startswith("    plea ")]
    assert [line.split("— ")[0].split() for line in pleas] == [["plea", "≠", "not", "guilty"], ["plea", "≠", "GUILTY"]]
    assert any(line.startswith("    sentence     fined — Tern, ") and line.endswith("0.50") for line in lines)
    assert run("proceedings", asked, "Dorval").out == "No proceeding says anything of Dorval.\n"
    assert "a trial (trial), named 0 times\ng2\n" in run("proceedings", asked).out


def test_a_value_that_many_places_state_is_shown_once(inquiry: Sourcebook, run: Run, tmp_path: Path) -> None:
    plea = inquiry.cells["l3"]
    inquiry.add(dataclasses.replace(plea, id=f"m{n}") for n in range(4))
    write_store(inquiry, tmp_path / "b.db")
    (line,) = [line for line in run("proceedings", "b.db").out.splitlines() if "not guilty" in line]
    assert line.count("Tern, line 7") == 3
    assert line.endswith("; and 2 others")
    (line,) = [line for line in run("proceedings", "b.db", "--all").out.splitlines() if "not guilty" in line]
    assert line.count("Tern, line 7") == 5


def test_a_ledger_tells_every_row_on_whose_word(asked: Path, run: Run) -> None:
    lines = run("ledger", asked, "payments", "--of", "Quist").out.splitlines()
    assert lines[0].startswith("line 3, ")
    assert lines[0].endswith(": 1931-05; payee Bela Quist, for the charts; 40 to 50 crowns — Inés Dorval")
    assert lines[1:] == ["    Quist, she added, allegedly took 40 to 50 crowns.", "1 row."]
    assert run("ledger", asked, "offices").out == "The ledger of offices has no such row.\n"


@pytest.mark.parametrize(
    "command",
    [
        ("about", "Quist"),
        ("says", "Dorval"),
        ("matrix",),
        ("timeline",),
        ("proceedings",),
        ("ledger", "payments"),
    ],
    ids=lambda command: command[0],
)
def test_json_and_csv_tell_a_program_the_same(command: tuple[str, ...], asked: Path, run: Run) -> None:
    name, *more = command
    rows = json.loads(run(name, asked, *more, "--json").out)
    table = list(csv.DictReader(StringIO(run(name, asked, *more, "--csv").out)))
    if name == "proceedings":
        rows = [fact for docket in rows for fact in docket["facts"]]
    assert len(rows) == len(table) > 0
    for row, cells in zip(rows, table, strict=True):
        assert {"speaker", "speaker_id", "within", "line", "start", "end"} <= set(row)
        for column, value in row.items():
            if isinstance(value, str):
                assert cells[column] == value
            elif isinstance(value, int):
                assert int(cells[column]) == value
    done = run(name, asked, *more, "--json", "--csv")
    assert (done.code, done.out) == (2, "")
    assert "--json and --csv exclude each other" in done.err


@pytest.mark.parametrize("command", [("about", "x"), ("says", "x"), ("matrix",), ("timeline",)])
def test_an_empty_table_is_no_error(command: tuple[str, ...], asked: Path, run: Run) -> None:
    if command[0] == "matrix":
        done = run("matrix", asked, "--act", "admits", "--csv")
    elif command[0] == "timeline":
        done = run("timeline", asked, "--from", "1990", "--csv")
    else:
        done = run(command[0], asked, "Tern", "--csv")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize(
    ("command", "code", "sentence"),
    [
        (("about", "Nobody"), 9, "Nobody on the page is called 'Nobody'. `testimonia people` lists everybody."),
        (("says", "Nobody"), 9, "Nobody on the page is called 'Nobody'"),
        (("about", "Quist", "--by", "Nobody"), 9, "Nobody on the page is called 'Nobody'"),
        (("about", "Quist", "--act", "blames"), 2, "No act is named 'blames'. There are: admits, denies, accuses"),
        (("matrix", "--act", "blames"), 2, "No act is named 'blames'"),
        (("timeline", "--from", "soon"), 2, "'soon' is no date. Write a year, a month or a day"),
        (("timeline", "--from", "1932", "--to", "1931"), 2, "runs backwards"),
        (("timeline", "--about", "Nobody"), 9, "Nobody on the page is called 'Nobody'"),
        (("proceedings", "Nobody"), 9, "Neither a proceeding nor a person is called 'Nobody'"),
        (("ledger", "payments", "--of", "Nobody"), 9, "Nobody on the page is called 'Nobody'"),
        (("matrix", "--graph", "out.dot"), 7, "ends in no format of graphs"),
        (("matrix", "--plot", "out.gif"), 7, "ends in no format of plots"),
        (("timeline", "--plot", "out.gif"), 7, "Name a file that ends in .svg, .png or .html."),
        (("about", "Quist", "--plot", "out.gif"), 7, "ends in no format of plots"),
        (("matrix", "--act", "admits", "--plot", "out.svg"), 9, "There is nothing to draw: nobody admits there."),
        (("matrix", "--plot", "no/such/folder/out.svg"), 7, "cannot be written to"),
        (("about", "Quist", "--plot", "out.svg", "--act", "admits"), 9, "There is nothing to draw"),
        (("show", "zzz"), 9, "No record has the id 'zzz'"),
    ],
)
def test_a_question_that_cannot_be_answered_is_one_sentence(
    command: tuple[str, ...], code: int, sentence: str, asked: Path, run: Run
) -> None:
    if "--plot" in command or "--graph" in command:
        pytest.importorskip("matplotlib")
        pytest.importorskip("networkx")
    name, *more = command
    done = run(name, asked, *more)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("testimonia: ")
    assert done.err.count("\n") == 1
    assert sentence in done.err


def test_a_ledger_that_is_none_is_told_with_those_there_are(asked: Path, run: Run) -> None:
    done = run("ledger", asked, "debts")
    assert done.code == 2
    assert "'payments', 'meetings', 'messages', 'offices'" in done.err


def test_graphs_and_plots_are_written(asked: Path, run: Run, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    pytest.importorskip("networkx")
    assert run("matrix", asked, "--graph", "out.graphml").out == "Wrote 3 edges to out.graphml.\n"
    assert run("matrix", asked, "--plot", "out.svg").out == "Wrote 3 pairs to out.svg.\n"
    assert run("timeline", asked, "--plot", "out.png").out == "Wrote 5 events over time to out.png.\n"
    done = run("about", asked, "Quist", "--plot", "out.html")
    assert done.out == "Wrote who says what of Quist, and of whom to out.html.\n"
    assert {path.suffix for path in tmp_path.iterdir()} == {".db", ".graphml", ".svg", ".png", ".html"}
    done = run("matrix", asked, "--plot", "out.svg", "--graph", "out.gexf")
    assert (done.code, "--graph and --plot exclude each other" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("library", "options"),
    [("networkx", ("--graph", "out.gexf")), ("matplotlib", ("--plot", "out.svg"))],
)
def test_a_missing_extra_is_named(
    library: str, options: tuple[str, str], asked: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    done = run("matrix", asked, *options)
    assert (done.code, done.out) == (8, "")
    assert "pip install 'testimonia[plots]'" in done.err


@pytest.mark.parametrize(
    ("id_", "lines"),
    [
        ("a2", ["Inés Dorval accuses Bela Quist", "  when: 1931-05 (‹May 1931›, 30-38)", "  matter: sold the charts"]),
        ("a3", ["  amount: from 40 to 50 crowns (‹40 to 50 crowns›)", "  hedge: allegedly (97-106)"]),
        ("a4", ["  answers a3: Quist, she added, allegedly took 40 to 50 crowns.", "  where: Hull"]),
        ("g1", ["The inquiry (inquiry)", "g1, 5 facts; `testimonia proceedings` shows them"]),
        ("l3", ["plea of Bela Quist: not guilty", "  says Tern, of The inquiry (g1)"]),
        ("l5", ["sentence of Bela Quist: fined", "  because: a verb of saying: said"]),
        (
            "e1",
            ["  payee: Bela Quist (p2) (79-84)", "  for: the charts (67-77)", "  says Inés Dorval", "  when: 1931-05"],
        ),
        ("t1", ["1931-05 (month): May 1931", "  dates: Dorval said", "  says Marlow"]),
    ],
)
def test_show_tells_one_record_in_full(id_: str, lines: list[str], asked: Path, run: Run) -> None:
    shown = run("show", asked, id_).out.splitlines()
    for line in lines:
        assert line in shown
    facts = json.loads(run("show", asked, id_, "--json").out)
    assert facts["id"] == id_
    assert facts["record"] in ("assertion", "proceeding", "cell", "ledger row", "date")
    assert ("within" in facts) == (id_ != "g1")


def test_show_tells_what_answers_a_statement(asked: Path, run: Run) -> None:
    assert "  answered by a4: Bela Quist denies: I did not, said Quist." in run("show", asked, "a3").out.splitlines()
    assert json.loads(run("show", asked, "a3", "--json").out)["answered_by"] == ["a4"]
    assert len(json.loads(run("show", asked, "g1", "--json").out)["cells"]) == 5


@pytest.mark.parametrize(("format_", "name"), [("tei", "inquiry-tei.xml"), ("ipif", "inquiry-ipif.json")])
def test_formats_of_one_file_are_named_after_the_base(
    format_: str, name: str, asked: Path, run: Run, tmp_path: Path
) -> None:
    done = run("export", asked.name, "--format", format_)
    assert done.out == f"Exported inquiry.db to {name} as {format_}.\n"
    assert (tmp_path / name).stat().st_size > 1000
    (tmp_path / "folder").mkdir()
    done = run("export", asked.name, "--format", format_, "-o", "folder")
    assert (done.code, done.err.count("\n")) == (7, 1)
    assert "cannot be written to" in done.err


def test_a_terminal_gets_colour_and_a_pipe_plain_lines(asked: Path, run: Run) -> None:
    plain = run("about", asked, "Quist").out
    assert "\x1b" not in plain
    shown = on_a_terminal("about", str(asked), "Quist")
    assert "\x1b[31m\x1b[1maccuses\x1b[0m" in shown


def test_a_base_that_is_too_old_says_so(asked: Path, run: Run) -> None:
    with closing(sqlite3.connect(asked)) as connection:
        connection.execute("update sourcebook set schema = 2")
        for table in ("assertion_of", "assertion_markers", "assertions"):
            connection.execute(f"delete from {table}")
        connection.execute("delete from reasons where assertion is not null")
        connection.commit()
    done = run("matrix", asked)
    assert done.out == "Nobody does.\n"
    assert "was built before statements, registers and dates were read. Build it again" in done.err


def test_a_page_that_states_nothing_is_told(run: Run, tmp_path: Path) -> None:
    write_store(make_book("X"), tmp_path / "b.db")
    assert run("proceedings", "b.db").out == "No proceeding was found.\n"
    assert run("matrix", "b.db", "--act", "any").out == "Nobody speaks of anybody.\n"
    assert run("timeline", "b.db").out == "Nothing is dated there.\n"
