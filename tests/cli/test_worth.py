"""What the commands say of dependence, origins, disagreements and the audit."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import testimonia
from testimonia.cli import columns
from testimonia.cli.terminal import echo
from testimonia.cli.worth import tree_lines
from testimonia.model import Sourcebook
from testimonia.store import write_store

from .conftest import Run
from .test_commands import on_a_terminal


@pytest.fixture
def base(weighed: Sourcebook, tmp_path: Path) -> Path:
    return write_store(weighed, tmp_path / "wreck.db")


def test_every_claim_has_a_line(base: Path, run: Run) -> None:
    assert run("worth", base).out.splitlines() == [
        "origins  excerpts  works  authors   there  told  read   claim",
        "      2         3      2        2       2     0     0   1 THE PILOT NEVER SLEPT",
        "      1         1      1        1       0     0     0   2 THE TIDE WAS LOW",
        "      0         0      0        0       0     0     0   3 NOBODY ASKED",
    ]


def test_a_claim_tells_on_whose_word_and_shows_the_tree(weighed: Sourcebook, base: Path, run: Run) -> None:
    x1, x2 = weighed.origins["o1"].excerpts
    said = run("worth", base, "pilot").out.splitlines()
    assert said[1:7] == [
        "THE PILOT NEVER SLEPT",
        f"claim {weighed.claims[0].id}, line 1",
        "3 excerpts, 2 works, 2 authors, 2 independent origins",
        "Of 3 excerpts 1 adds no origin of its own: 1 group counts once (1 requote).",
        "Was there, by their own words:",
        "  Marlow (saw or heard it himself: I saw) line 3, 23-74  0.95",
    ]
    assert said[-2:] == [
        f"  ● Marlow, Salt and Ashes, 1931  line 3, {x1}",
        f"  └─ requote 0.90 ○ Quist, The Inner Harbour, 1958  line 7, {x2}",
    ]


def test_worth_asks_for_one_thing(base: Path, run: Run) -> None:
    assert "Ada Marlow" in run("worth", base, "--person", "Ada Marlow").out
    assert "the pilot's inquiry" in run("worth", base, "--event", "inquiry").out
    assert run("worth", base, "9").code == 9
    assert "exclude each other" in run("worth", base, "--person", "a", "--event", "b").err
    both = run("worth", base, "2", "--person", "a")
    assert (both.code, "not for several at once" in both.err) == (2, True)
    assert json.loads(run("worth", base, "2", "--json").out)[0]["origins"] == 1


def test_a_tree_can_be_drawn_with_letters_alone(weighed: Sourcebook, capsys: pytest.CaptureFixture[str]) -> None:
    from testimonia.answers import stemma

    echo("\n".join(tree_lines(stemma(weighed, "o1"), plain=True)))
    drawn = capsys.readouterr().out
    assert drawn.isascii()
    assert re.search(r"`- requote 0.90 o Quist", drawn)


def test_a_stemma_of_a_thousand_steps_has_a_line_for_each(handed_on: Sourcebook, tmp_path: Path, run: Run) -> None:
    done = run("worth", write_store(handed_on, tmp_path / "long.db"), "1")
    assert done.code == 0
    drawn = [line for line in done.out.splitlines() if "Marlow, Tides" in line and "requote" in line]
    assert len(drawn) == 999
    assert max(map(len, drawn)) < 200
    assert run("report", "long.db", "-o", "out.html").code == 0
    assert (tmp_path / "out.html").read_text(encoding="utf-8").count('<span class="tie">') == 999


def test_a_stemma_is_drawn_into_a_file(base: Path, run: Run, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    assert run("worth", base, "1", "--plot", "out.svg").out == "Wrote 1 stemma to out.svg.\n"
    words = (tmp_path / "out.svg").read_text(encoding="utf-8")
    assert "Quist, The Inner Harbour, 1958" in words
    assert run("worth", base, "2", "--plot", "out.svg").code == 9
    assert run("worth", base, "1", "--plot", "out.pdf").code != 0


def test_disagreements_mark_what_differs(base: Path, run: Run) -> None:
    assert run("disagreements", base, "--kind", "date").out.splitlines() == [
        "",
        "date (1 disagreement)",
        "",
        "the pilot (d1, 0.80; likely different counting; The Pilot)",
        "  line 3, 54-58: Marlow, Salt and Ashes, 1931, says Marlow",
        "    I saw the pilot on the quay at ‹nine›.",
        "  line 11, 276-279: Marlow, Salt and Ashes, 1931, says Marlow",
        "    The pilot was told to wait until ‹ten›.",
        "  one pilot: pilot",
    ]
    heading = run("disagreements", base, "--about", "asleep").out
    assert "    THE PILOT ‹NEVER SLEPT›" in heading
    assert [row["id"] for row in json.loads(run("disagreements", base, "--json").out)] == ["d1", "d2"]
    assert run("disagreements", base, "--claim", "2").out == "No two accounts were found to differ there.\n"


@pytest.mark.parametrize(
    ("columns_there", "line"),
    [
        ("120", r"  I saw the pilot on the quay at nine\. {10,}The pilot was told to wait until ten\."),
        ("90", r"    I saw the pilot on the quay at nine\."),
    ],
)
def test_on_a_wide_terminal_two_accounts_stand_side_by_side(columns_there: str, line: str, base: Path) -> None:
    said = on_a_terminal("disagreements", base, "--kind", "date", COLUMNS=columns_there, NO_COLOR="")
    assert "\x1b[4mnine" in said
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said).splitlines()
    assert any(re.fullmatch(line, row) for row in plain)


def test_words_are_wrapped_at_spaces_and_marks_within_words_hold() -> None:
    pieces = [("the pi", False), ("lot\n  slept", True), (" on the quay", False)]
    lines = ["".join(words for words, _ in line) for line in columns._wrapped(pieces, 12, False)]
    assert lines == ["the pi‹lot", "slept› on", "the quay"]
    assert columns._width("кот é 港") == 8


def test_dependence_says_what_counts_once(base: Path, run: Run) -> None:
    assert run("dependence", base, "--kind", "requote").out.splitlines() == [
        "",
        "requote: one quotes the words of the other's source (1 pair)",
        "",
        "0.90 n1: count once, in o1",
        "  line 3, 23-59: Marlow, Salt and Ashes, 1931",
        "    I saw the pilot on the quay at nine.",
        "  line 7, 148-184: Quist, The Inner Harbour, 1958",
        "    I saw the pilot on the quay at nine.",
        "  because: the same words: I saw the pilot on the quay at nine.",
    ]
    assert "0.40 n2: count twice" in run("dependence", base).out
    assert run("dependence", base, "--claim", "3").out == "No two excerpts were found to share an origin there.\n"
    assert len(json.loads(run("dependence", base, "--json").out)) == 2


def test_the_audit_begins_with_the_worst(weighed: Sourcebook, base: Path, run: Run) -> None:
    said = run("audit", base).out.splitlines()
    assert said[1:7] == [
        "contradicted (1 claim)",
        f"  THE PILOT NEVER SLEPT (3 excerpts, 2 origins) line 1, {weighed.claims[0].id}",
        "    contradicted: SLEPT",
        "    missing: NEVER",
        "    the evidence says otherwise: One says that he was asleep. 67-73",
        "    cut at the decisive place: It is cut. 54-58 and 1 other",
    ]
    assert [line for line in said if line and not line.startswith(" ")][1:] == [
        "not found in the evidence (1 claim)",
        "single origin (1 claim)",
    ]


def test_a_claim_is_audited_word_by_word(base: Path, run: Run) -> None:
    said = run("audit", base, "1").out.splitlines()
    assert said[3:6] == [
        "    + PILOT (person): ‹pilot› 33-38",
        "    - NEVER (qualifier)",
        "    x SLEPT (act): ‹asleep› 67-73 (the opposite: asleep)",
    ]
    assert said[-1] == "    because: one word is opposed: asleep"
    assert json.loads(run("audit", base, "--profile", "contradicted", "--json").out)[0]["missing"] == 1
    assert run("audit", base, "--profile", "carried").out == "No claim was audited there.\n"


@pytest.mark.parametrize("command", ["worth", "disagreements", "dependence", "audit"])
def test_a_base_that_is_too_old_says_so(command: str, weighed: Sourcebook, run: Run, tmp_path: Path) -> None:
    path = write_store(weighed, tmp_path / "old.db")
    with closing(sqlite3.connect(path)) as connection:
        for table in ("origins", "origin_excerpts", "origin_dependences", "dependences", "discrepancies", "audits"):
            connection.execute(f"delete from {table}")
        connection.execute("update sourcebook set schema = 3")
        connection.commit()
    assert "was built before the evidence was weighed" in run(command, path).err


def test_a_build_tells_what_the_evidence_comes_to(weighed: Sourcebook, base: Path) -> None:
    from testimonia.store import open_store

    with open_store(base) as store:
        report = store.report()
    assert (report.dependences, report.origins, report.witnesses, report.discrepancies, report.audits) == (
        2,
        3,
        5,
        2,
        3,
    )
    assert report.nearness == {"present": 2, "unstated": 2, "heard": 1}
    assert report.profiles == {"contradicted": 1, "not found in the evidence": 1, "single origin": 1}


def test_a_report_is_one_file(base: Path, run: Run, tmp_path: Path) -> None:
    assert run("report", base, "-o", "report.html").out == "Wrote the report to report.html.\n"
    assert "THE TIDE WAS LOW" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert run("report", base).code == 2


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("n1", "0.90 n1: count once, in o1"),
        ("o1", "2 excerpts that count once"),
        ("o3", "1 excerpt that stands alone"),
        ("s1", "Marlow: present"),
        ("d1", "the pilot (d1, 0.80"),
        ("u1", "x SLEPT (act): ‹asleep›"),
    ],
)
def test_each_record_is_shown_by_its_id(id_: str, words: str, base: Path, run: Run) -> None:
    assert words in run("show", base, id_).out
    assert json.loads(run("show", base, id_, "--json").out)["id"] == id_


def test_what_readers_say_stands_behind_a_line(base: Path, run: Run) -> None:
    for record in ("d1", "n1", "u1"):
        testimonia.review(base, record, "reject", why="so", reviewer="Inés")
    for command in ("disagreements", "dependence", "audit"):
        assert run(command, base).out.count("  [rejected by Inés]") == 1
