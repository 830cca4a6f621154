from __future__ import annotations

import pytest

from testimonia.answers import QuestionError, about, find_parties, matrix, says
from testimonia.answers.rows import facts, flat
from testimonia.errors import NotFoundError
from testimonia.model import Sourcebook


def test_what_is_said_of_a_person_comes_by_act_and_over_time(inquiry: Sourcebook) -> None:
    rows = about(inquiry, "Quist")
    assert [(row.act, row.ground.speaker, row.when) for row in rows] == [
        ("accuses", "Inés Dorval", "1931-05"),
        ("accuses", "compiler", None),
        ("accuses", "Inés Dorval", None),
        ("accuses", "the crew", None),
    ]
    assert [row.act for row in about(inquiry, "Dorval")] == ["denies"]


def test_a_row_says_where_it_stands_and_on_whose_word(inquiry: Sourcebook) -> None:
    row = next(row for row in about(inquiry, "p2") if row.id == "a3")
    ground = row.ground
    assert inquiry.text[ground.start : ground.end] == row.text
    assert inquiry.text.splitlines()[ground.line - 1].startswith("In May")
    assert ground.source == "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44"
    assert (row.amount, row.marked, row.confidence) == ("40 to 50 crowns", ("hedge: allegedly",), 0.75)
    assert next(row for row in about(inquiry, "p2") if row.ground.speaker == "compiler").ground.source is None


def test_questions_can_be_narrowed(inquiry: Sourcebook) -> None:
    assert [row.id for row in about(inquiry, "Quist", by="Dorval")] == ["a2", "a3"]
    assert [row.id for row in about(inquiry, "Quist", act="accuses", by="compiler")] == ["a1"]
    assert about(inquiry, "Quist", act="denies") == []
    assert [row.id for row in says(inquiry, "Dorval", of="Quist")] == ["a2", "a3"]
    assert [row.id for row in says(inquiry, "Dorval", act="retracts")] == ["a5"]


def test_what_somebody_says_tells_what_it_answers(inquiry: Sourcebook) -> None:
    (row,) = says(inquiry, "Quist")
    assert (row.act, row.answers, row.of, row.where) == ("denies", "a3", ("Inés Dorval",), "Hull")


@pytest.mark.parametrize("name", ["the crew", "The  Crew", "group:the-crew"])
def test_those_who_are_no_persons_are_found_as_printed_and_by_id(name: str, inquiry: Sourcebook) -> None:
    assert find_parties(inquiry, name) == ("group:the-crew",)
    assert [row.id for row in says(inquiry, name)] == ["a6"]


def test_an_author_is_found_by_name(inquiry: Sourcebook) -> None:
    assert find_parties(inquiry, "Tern") == ("author:w2",)


@pytest.mark.parametrize("name", ["Nobody", "", "  "])
def test_a_name_that_nobody_has_is_told(name: str, inquiry: Sourcebook) -> None:
    for ask in (about, says):
        with pytest.raises(NotFoundError, match="Nobody on the page is called"):
            ask(inquiry, name)


def test_an_act_that_is_none_is_told_with_those_there_are(inquiry: Sourcebook) -> None:
    with pytest.raises(QuestionError, match=r"No act is named 'blames'. There are: admits, denies, accuses"):
        about(inquiry, "Quist", act="blames")
    with pytest.raises(QuestionError, match="No act is named 'blames'"):
        matrix(inquiry, "blames")


def test_facts_leave_out_what_is_absent_and_tables_do_not(inquiry: Sourcebook) -> None:
    first = about(inquiry, "Quist")[1]
    assert {"when", "matter", "answers", "source"} & set(facts(first)) == set()
    assert facts(first)["of"] == ["Bela Quist"]
    assert flat(first)["when"] is None
    assert (flat(first)["of"], flat(first)["line"], flat(first)["speaker_id"]) == ("Bela Quist", 1, "compiler")


def test_the_matrix_counts_who_accuses_whom(inquiry: Sourcebook) -> None:
    rows = [(pair.ground.speaker, pair.of, pair.count, pair.lines, pair.assertions) for pair in matrix(inquiry)]
    assert rows == [
        ("Inés Dorval", "Bela Quist", 2, (3,), ("a2", "a3")),
        ("compiler", "Bela Quist", 1, (1,), ("a1",)),
        ("the crew", "Bela Quist", 1, (7,), ("a6",)),
    ]
    assert [(pair.ground.speaker, pair.of) for pair in matrix(inquiry, "denies")] == [("Bela Quist", "Inés Dorval")]
    assert matrix(inquiry, "admits") == []


def test_a_matrix_of_any_act_says_which(inquiry: Sourcebook) -> None:
    pairs = {(pair.ground.speaker_id, pair.of_id): pair.acts for pair in matrix(inquiry, None)}
    assert pairs["p1", "p2"] == ("accuses 2",)
    assert pairs["p2", "p1"] == ("denies 1",)
