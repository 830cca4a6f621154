"""What readers say by command: listed, kept, taken back, shared, compared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from testimonia.store import open_store

from .conftest import Run

SAID = '"record": "review", "what": "finding", "reviewer": "Inés", "when": "2031", "why": "so"'


@pytest.fixture
def finding(base: Path) -> str:
    with open_store(base) as store:
        return store.book().findings[0].id


def test_the_queue_is_listed_kind_by_kind(base: Path, run: Run) -> None:
    done = run("review", base)
    assert done.code == 0
    assert "finding (2 questions)" in done.out
    assert "f1" in done.out
    assert "kind: ocr; message: A word that may be misread." in done.out


def test_the_queue_is_there_for_a_program(base: Path, run: Run) -> None:
    asked = json.loads(run("review", base, "--kind", "finding", "--limit", 1, "--json").out)
    assert [(one["what"], one["id"]) for one in asked] == [("finding", "f1")]
    assert asked[0]["places"][0]["text"] == "horn"


def test_what_is_said_is_kept_and_shown_and_taken_back(base: Path, run: Run, finding: str) -> None:
    made = run("review", base, "--reject", finding, "--why", "it is spelt so", "--reviewer", "Inés")
    assert made.code == 0
    id_ = made.out.split()[0]
    assert "reject: finding f1 at" in made.out
    listed = run("decisions", base).out
    assert f"{id_}  reject: finding f1" in listed
    assert "Inés, " in listed
    assert "it is spelt so" in listed
    assert "f1" not in run("review", base).out
    assert "rejected: Inés: reject" in run("review", base, "--all").out
    undone = run("undo", base, id_, "--why", "no", "--reviewer", "Inés")
    assert f"takes back {id_}" in undone.out
    assert "(taken back)" in run("decisions", base).out
    facts = json.loads(run("decisions", base, "--json").out)
    assert [(f["kind"], f["in_force"]) for f in facts] == [("reject", False), ("undo", True)]


def test_what_another_says_is_objected_to_and_stands(base: Path, run: Run, finding: str) -> None:
    made = run("review", base, "--reject", finding, "--why", "it is spelt so", "--reviewer", "Inés")
    id_ = made.out.split()[0]
    objected = run("undo", base, id_, "--why", "the print is clear", "--reviewer", "Tove")
    assert f"objects to {id_} of Inés" in objected.out
    assert "It is another's, so it stands, and your objection beside it." in objected.out
    assert f"{id_}  reject (objected to by Tove): finding f1" in run("decisions", base).out
    facts = json.loads(run("decisions", base, "--json").out)
    assert [(f["in_force"], f.get("objections")) for f in facts] == [(True, [facts[1]["id"]]), (True, None)]
    shown = run("review", base, "--all").out
    assert "disputed: Inés: reject" in shown
    assert f"Tove objects to {id_}: the print is clear" in shown
    assert "1 objection stands beside" in run("agreement", base).out
    assert run("undo", base, id_, "--why", "again", "--reviewer", "Tove").code == 11


def test_an_undo_alone_is_taken_in_or_refused(base: Path, run: Run, finding: str, tmp_path: Path) -> None:
    other, file = tmp_path / "other.db", tmp_path / "said.jsonl"
    shutil.copy(base, other)
    id_ = run("review", base, "--reject", finding, "--why", "no", "--reviewer", "Inés").out.split()[0]
    run("undo", base, id_, "--why", "never mind", "--reviewer", "Inés")
    undo = run("decisions", "export", base).out.splitlines()[1]
    file.write_text(undo, encoding="utf-8")
    done = run("decisions", "import", other, file).out
    assert "0 decisions and 0 reviews taken in, 0 were there already." in done
    assert "1 refused: undos of what is neither here nor in the file." in done
    assert "0 decisions and 0 reviews taken in, 1 was there already." in run("decisions", "import", base, file).out


def test_a_correction_says_field_and_value_or_place(base: Path, run: Run, finding: str) -> None:
    told = ("--why", "so", "--reviewer", "Inés")
    assert (
        "kind ought to be 'splice'"
        in run("review", base, "--correct", finding, "--field", "kind", "--value", "splice", *told).out
    )
    assert "place ought to be 3-9" in run("review", base, "--correct", finding, "--place", "3-9", *told).out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--accept", "f1"), 2, "Say why with --why TEXT"),
        (("--accept", "f1", "--reject", "f1", "--why", "x"), 2, "one thing at a time"),
        (("--why", "x"), 2, "--why goes with"),
        (("--value", "x"), 2, "--value goes with"),
        (("--kind", "rumour"), 2, "Nothing to review is called 'rumour'"),
        (("--accept", "f9", "--why", "x"), 9, "has the id 'f9'"),
        (("--accept", "f1", "--why", " "), 11, "kept with its reason"),
        (("--accept", "f1", "--why", "x", "--kind", "rumour"), 11, "Nothing to review is called 'rumour'"),
        (("--correct", "f1", "--place", "here", "--why", "x"), 2, "'here' is no place"),
        (("--correct", "f1", "--field", "hue", "--value", "red", "--why", "x"), 11, "can be put right are kind, place"),
    ],
)
def test_what_cannot_be_said_is_one_sentence(
    arguments: tuple[str, ...], code: int, sentence: str, base: Path, run: Run
) -> None:
    done = run("review", base, *arguments)
    assert done.code == code
    assert sentence in " ".join(done.err.split())
    assert "Nothing was decided." in run("decisions", base).out


def test_decisions_are_shared_once_and_contradictions_kept(base: Path, run: Run, finding: str, tmp_path: Path) -> None:
    other, file = tmp_path / "other.db", tmp_path / "said.jsonl"
    shutil.copy(base, other)
    run("review", base, "--reject", finding, "--why", "no", "--reviewer", "Inés")
    made = json.loads(run("review", base, "--note", finding, "--why", "hm", "--reviewer", "Inés", "--json").out)
    run("undo", base, made["id"], "--why", "never mind", "--reviewer", "Inés")
    run("review", other, "--accept", finding, "--why", "yes", "--reviewer", "Tove")
    assert "3 decisions" in run("decisions", "export", base, "-o", file).out
    first = run("decisions", "import", other, file)
    assert (first.code, first.err) == (0, "")
    assert "0 decisions and 3 reviews taken in, 0 were there already." in first.out
    assert "1 against what others say" in first.out
    again = json.loads(run("decisions", "import", other, file, "--json").out)
    assert again == {"decisions": 0, "reviews": 0, "known": 3, "refused": 0, "orphaned": 0, "disputed": 0}
    facts = json.loads(run("decisions", other, "--json").out)
    assert [(f["kind"], f["in_force"]) for f in facts] == [
        ("accept", True), ("reject", True), ("note", False), ("undo", True)
    ]  # fmt: skip
    assert facts[3]["of"] == facts[2]["id"]


def test_an_export_goes_to_the_screen_where_no_file_is_named(base: Path, run: Run, finding: str) -> None:
    run("review", base, "--reject", finding, "--why", "no", "--reviewer", "Inés")
    (line,) = run("decisions", "export", base).out.splitlines()
    assert json.loads(line)["record"] == "review"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "Line 1 of 'said.jsonl' is no decision that was exported"),
        ("[]", "Line 1"),
        ('{"record": "rumour"}', "it is of the kind 'rumour'"),
        ('{"record": "review"}', "'kind' is missing"),
        (f'{{{SAID}, "id": "r", "kind": "accept"}}', "it has no places"),
        (f'{{{SAID}, "id": 1, "kind": "undo"}}', "'id' is no words"),
        ('{"record": "decision", "id": "d", "kind": "merge", "a": [{"start": "0", "end": 1, "text": "x"}]}',
         "a place is no two numbers"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_such_export_is_refused_whole(
    line: str, sentence: str, base: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "said.jsonl").write_text(line)
    done = run("decisions", "import", base, "said.jsonl")
    assert done.code == 11
    assert sentence in done.err


def test_agreement_is_printed_and_given_to_programs(base: Path, run: Run, finding: str) -> None:
    assert "No record was judged by two" in run("agreement", base).out
    for reader, option in (("Inés", "--accept"), ("Tove", "--reject")):
        run("review", base, option, finding, "--why", "so", "--reviewer", reader)
        run("review", base, "--accept", "f2", "--why", "so", "--reviewer", reader)
    out = run("agreement", base).out
    assert "2 records judged by two or more of 2 reviewers, 1 alike" in out
    assert "Inés and Tove: 1 of 2 alike, kappa 0.000" in out
    assert "finding f1: Inés: accept; Tove: reject" in out
    facts = json.loads(run("agreement", base, "--json").out)
    assert facts["disputed"] == [{"what": "finding", "id": "f1", "said": {"Inés": "accept", "Tove": "reject"}}]
    assert facts["pairs"][0]["kappa"] == 0.0


def test_the_export_carries_what_readers_say(base: Path, run: Run, finding: str, tmp_path: Path) -> None:
    run(
        "review",
        base,
        "--correct",
        finding,
        "--field",
        "kind",
        "--value",
        "splice",
        "--why",
        "so",
        "--reviewer",
        "Inés",
    )
    run("export", base, "--format", "jsonl", "-o", tmp_path / "out")
    lines = (tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    (said,) = [facts["review"] for facts in map(json.loads, lines) if "review" in facts]
    assert said["state"] == "corrected"
    (verdict,) = said["verdicts"]
    assert (verdict["field"], verdict["value"], verdict["reviewer"], verdict["why"]) == ("kind", "splice", "Inés", "so")
    (review,) = map(json.loads, (tmp_path / "out" / "reviews.jsonl").read_text(encoding="utf-8").splitlines())
    assert review["places"][0]["text"] == "horn"


def test_decisions_can_be_listed_by_name_and_help_is_there(base: Path, run: Run) -> None:
    assert "Nothing was decided." in run("decisions", "list", base).out
    assert "export" in run("decisions", "--help").out


def test_a_record_is_shown_with_what_readers_say_of_it(base: Path, run: Run, finding: str) -> None:
    made = json.loads(run("review", base, "--reject", finding, "--why", "no", "--reviewer", "Inés", "--json").out)
    assert run("show", base, finding).out.startswith("rejected: Inés: reject\n")
    assert json.loads(run("show", base, finding, "--json").out)["review"]["state"] == "rejected"
    assert f"{made['id']}  reject: finding f1" in run("show", base, made["id"]).out
    assert json.loads(run("show", base, made["id"], "--json").out)["record"] == "review"
    run("undo", base, made["id"], "--why", "no", "--reviewer", "Inés")
    assert "rejected" not in run("show", base, finding).out
    assert "(taken back)" in run("show", base, made["id"]).out
