from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.answers import QuestionError, ledger, proceedings, timeline
from testimonia.answers.rows import day_of, known_bounds
from testimonia.errors import NotFoundError
from testimonia.model import Cell, CellKind, Sourcebook, Span


def test_the_register_holds_every_proceeding_with_its_facts(inquiry: Sourcebook) -> None:
    first, second = proceedings(inquiry)
    assert (first.name, first.kind, first.named, second.facts) == ("The inquiry", "inquiry", 2, ())
    assert [(fact.what, fact.person, fact.value, fact.ground.speaker) for fact in first.facts] == [
        ("plea", "Bela Quist", "not guilty", "Tern"),
        ("plea", "Bela Quist", "GUILTY", "compiler"),
        ("sentence", "Bela Quist", "fined", "Tern"),
        ("date", None, "3 June 1931", "Tern"),
        ("place", None, "Hull", "Tern"),
    ]
    assert all(inquiry.text[f.ground.start : f.ground.end] == f.value for f in first.facts)


def test_rival_values_stand_side_by_side(inquiry: Sourcebook) -> None:
    facts = {fact.id: fact for fact in proceedings(inquiry)[0].facts}
    assert (facts["l3"].rivals, facts["l4"].rivals, facts["l5"].rivals) == (("GUILTY",), ("not guilty",), ())


def test_the_same_value_said_twice_is_no_rival(inquiry: Sourcebook) -> None:
    again = dataclasses.replace(inquiry.cells["l3"], id="l9", value="Not guilty,")
    inquiry.add([again])
    facts = {fact.id: fact for fact in proceedings(inquiry)[0].facts}
    assert facts["l9"].rivals == ("GUILTY",)


@pytest.mark.parametrize(
    ("value", "is_rival"),
    [("to be fined", False), ("Fined.", False), ("fined 40 crowns", False), ("not fined", True), ("hanged", True)],
)
def test_more_words_make_no_rival_unless_they_deny_it(value: str, is_rival: bool, inquiry: Sourcebook) -> None:
    inquiry.add([dataclasses.replace(inquiry.cells["l5"], id="l9", value=value)])
    fact = next(fact for fact in proceedings(inquiry)[0].facts if fact.id == "l9")
    assert bool(fact.rivals) is is_rival


@pytest.mark.parametrize(
    ("edtf", "is_rival"),
    [("1931-06", False), ("1931-06-09", False), ("193X", False), ("1932", True), ("XXXX-06", False)],
)
def test_dates_of_another_year_are_rivals(edtf: str, is_rival: bool, inquiry: Sourcebook) -> None:
    inquiry.add([dataclasses.replace(inquiry.cells["l1"], id="l9", edtf=edtf)])
    fact = next(fact for fact in proceedings(inquiry)[0].facts if fact.id == "l9")
    assert bool(fact.rivals) is is_rival


def test_two_charges_are_no_rivals(inquiry: Sourcebook) -> None:
    place = inquiry.cells["l5"].span
    inquiry.add(
        Cell(f"l{n}", "g1", CellKind.CHARGE, value, place, inquiry.excerpts[1].id, "compiler", "", "p2", "Quist")
        for n, value in ((8, "theft"), (9, "neglect"))
    )
    assert all(not fact.rivals for fact in proceedings(inquiry)[0].facts if fact.what == "charge")


@pytest.mark.parametrize("name", ["inquiry", "The Inquiry", "g1"])
def test_a_proceeding_is_found_by_id_and_by_words_of_its_name(name: str, inquiry: Sourcebook) -> None:
    assert [docket.id for docket in proceedings(inquiry, name)] == ["g1"]


def test_a_persons_proceedings_hold_what_they_say_of_that_person(inquiry: Sourcebook) -> None:
    (docket,) = proceedings(inquiry, "Quist")
    assert [fact.what for fact in docket.facts] == ["plea", "plea", "sentence"]
    assert proceedings(inquiry, "Dorval") == []
    with pytest.raises(NotFoundError, match="Neither a proceeding nor a person is called 'Nobody'"):
        proceedings(inquiry, "Nobody")


def test_a_ledger_names_the_parts_and_the_bounds_of_the_amount(inquiry: Sourcebook) -> None:
    (row,) = ledger(inquiry, "payments")
    assert [(part.role, part.name, part.id) for part in row.parts] == [
        ("payee", "Bela Quist", "p2"),
        ("for", "the charts", None),
    ]
    assert (row.least, row.most, row.unit, row.when, row.ground.speaker) == (40, 50, "crowns", "1931-05", "Inés Dorval")
    columns = row.as_columns()
    assert list(columns)[:6] == ["id", "ledger", "payer", "through", "payee", "for"]
    assert (columns["payer"], columns["payee"], columns["for"]) == (None, "Bela Quist", "the charts")
    assert row.as_dict()["parts"][1] == {"role": "for", "name": "the charts"}


def test_a_ledger_can_be_narrowed(inquiry: Sourcebook) -> None:
    assert len(ledger(inquiry, "payments", by="Dorval")) == 1
    assert ledger(inquiry, "payments", by="Quist") == []
    assert len(ledger(inquiry, "payments", of="Quist")) == 1
    assert ledger(inquiry, "payments", of="Dorval") == []
    assert len(ledger(inquiry, "payments", about="Quist")) == 1
    assert ledger(inquiry, "meetings", about="Quist") == []
    with pytest.raises(QuestionError, match=r"No ledger is named 'debts'. There are: payments, meetings"):
        ledger(inquiry, "debts")


def test_the_timeline_tells_each_date_once(inquiry: Sourcebook) -> None:
    rows = [(event.when, event.kind, event.id) for event in timeline(inquiry)]
    assert rows == [
        ("193X", "date", "t4"),
        ("1931-05", "accuses", "a2"),
        ("1931-05", "payment", "e1"),
        ("1931-06-03", "proceeding", "l1"),
        ("1931-06-04", "retracts", "a5"),
    ]


def test_an_event_says_what_its_date_can_mean_and_who_says_so(inquiry: Sourcebook) -> None:
    event = next(event for event in timeline(inquiry) if event.id == "a2")
    assert (event.first, event.last, event.headline) == (19310501, 19310531, "Inés Dorval accuses Bela Quist")
    headlines = {event.id: event.headline for event in timeline(inquiry)}
    assert (headlines["e1"], headlines["t4"]) == ("Inés Dorval (payment)", "Marlow")


def test_a_timeline_can_be_narrowed(inquiry: Sourcebook) -> None:
    assert [event.id for event in timeline(inquiry, since="1931-06-03", until="1931-06-03")] == ["t4", "l1"]
    assert [event.id for event in timeline(inquiry, until="1931-05-31")] == ["t4", "a2", "e1"]
    assert [event.id for event in timeline(inquiry, about="Dorval")] == ["a2", "e1", "a5"]
    assert [event.id for event in timeline(inquiry, since="1940")] == []


@pytest.mark.parametrize(("edtf", "days"), [("1931/..", (19310101, 19311231)), ("../1931-05", (19310501, 19310531))])
def test_what_has_but_one_end_stands_at_that(edtf: str, days: tuple[int, int], inquiry: Sourcebook) -> None:
    dating = inquiry.datings["t4"]
    inquiry.add([dataclasses.replace(dating, id="t9", edtf=edtf, span=Span(0, 3), text="THE")])
    event = next(event for event in timeline(inquiry) if event.id == "t9")
    assert (event.first, event.last) == days
    assert "t9" not in [event.id for event in timeline(inquiry, since="1999")]


@given(edtf=st.from_regex(r"(\.\./)?[0-9X]{4}(-[0-3][0-9X](-[0-3][0-9X])?)?[~?]?(/(\.\.|[0-9]{4}))?", fullmatch=True))
def test_any_date_is_placed_or_left_out(edtf: str) -> None:
    found = known_bounds(edtf)
    assert found is None or day_of(found[0]) <= day_of(found[1]) or found[0] > found[1]


@pytest.mark.parametrize(
    ("since", "until", "sentence"),
    [
        ("autumnish", None, "'autumnish' is no date. Write a year, a month or a day: 1931, 1931-05, 1931-05-03."),
        (None, "XXXX-05-03", "is no date"),
        ("1932", "1931", "The time from '1932' to '1931' runs backwards."),
    ],
)
def test_a_date_that_is_none_is_told(since: str | None, until: str | None, sentence: str, inquiry: Sourcebook) -> None:
    with pytest.raises(QuestionError, match=sentence.split(".")[0]):
        timeline(inquiry, since=since, until=until)
