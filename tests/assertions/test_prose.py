"""Prose: whose word a clause is, what is done by it, and of whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model import Act

if TYPE_CHECKING:
    from .conftest import Said

from .conftest import book_of, excerpt_assertions

Reader = Callable[..., "Said"]


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("{Ash} admitted that he had robbed the bank.", "Ash", "admits"),
        ("{Ash} then came to confess to the robbery.", "Ash", "admits"),
        ("{Ash} at no time confessed to the robbery.", "Ash", "denies"),
        ("{Ash} denied that he had robbed the bank.", "Ash", "denies"),
        ("{Ash} pleaded guilty to the charge.", "Ash", "admits"),
        ("In court {Ash} implicated {Brand} in the theft.", "Ash", "accuses"),
        ("{Ash} testified that {Brand} had bribed the clerk and stolen the seals.", "Ash", "accuses"),
        ("{Ash}, who was a clerk, admitted that he forged the bill.", "Ash", "admits"),
        ("After long questioning {Ash} was compelled to admit that he forged the bill.", "Ash", "admits"),
        ("On 4 May 1911 {Ash} was arrested and sentenced to ten years.", "Marlow", "reports"),
        ("{Ash} was shot in prison.", "Marlow", "reports"),
    ],
)
def test_a_clause_is_told_of_the_innermost_speaker(said: Reader, words: str, speaker: str, act: str) -> None:
    assert said(words).has(speaker, act)


def test_the_author_of_indirect_speech_says_nothing_himself(said: Reader) -> None:
    assert {speaker for speaker, _ in said("{Ash} admitted that he had robbed the bank.").acts} == {"Ash"}


def test_two_who_confess_together_have_a_record_each(said: Reader) -> None:
    found = said("{Ash} and {Birch} confessed to the murder.")
    assert found.has("Ash", "admits")
    assert found.has("Birch", "admits")


def test_whom_one_accuses_is_whom_it_concerns(said: Reader) -> None:
    assert said("{Ash} denounced {Brand} as a spy.").of("Ash", "accuses").of_names == ("Brand",)


def test_partners_of_an_admission_are_whom_it_concerns(said: Reader) -> None:
    found = said("{Ash} admitted that he wrecked the mill together with {Brand}.")
    assert found.of("Ash", "admits").of_names == ("Brand",)


def test_the_victim_is_no_partner(said: Reader) -> None:
    assert said("{Ash} confessed to the murder of {Birch}.").of("Ash", "admits").of == ()


def test_a_charge_without_a_name_is_the_prosecution_s(said: Reader) -> None:
    found = said("{Ash} was charged with the theft of the seals.")
    assertion = next(a for a in found.assertions if a.act == "accuses")
    assert assertion.speaker == "org:prosecution"
    assert assertion.speaker_name == ""
    assert assertion.of_names == ("Ash",)


def test_who_is_arrested_charged_with_a_crime_accuses_nobody(said: Reader) -> None:
    found = said("{Ash} was arrested at Hull, charged with theft together with {Birch}.")
    assert "org:prosecution" in [a.speaker for a in found.assertions if a.act == "accuses"]
    assert "Ash" not in [a.speaker_name for a in found.assertions]


def test_who_is_falsely_charged_is_accused_by_nobody(said: Reader) -> None:
    assert "accuses" not in [act for _, act in said("{Ash} was falsely charged with the theft of the seals.").acts]


def test_a_verdict_is_the_court_s(said: Reader) -> None:
    found = said("{Ash} was found guilty of murder.")
    assert any(a.speaker == "org:court" and a.act == "judges" for a in found.assertions)


def test_i_in_a_quotation_is_its_speaker(said: Reader) -> None:
    found = said("{Ash} told the court:", ("quote", "Ash", '"I robbed the bank and I murdered the clerk."'))
    assert found.has("Ash", "admits")
    assert not found.has("Marlow", "admits")


def test_a_lead_in_says_nothing_beside_what_it_leads_to(said: Reader) -> None:
    found = said("{Ash} wrote:", ("quote", "Ash", '"{Brand} has betrayed us all and sold the plans."'))
    assert {speaker for speaker, _ in found.acts} == {"Ash"}


@pytest.mark.parametrize(
    "words",
    [
        "Who would have thought of it?",
        "Would {Ash} have robbed the bank?",
        "(Ledger of the yard, 1911)",
    ],
)
def test_what_asserts_nothing_leaves_no_record(said: Reader, words: str) -> None:
    assert said(words).assertions == ()


def test_he_said_means_who_was_heard_before(said: Reader) -> None:
    found = said("{Ash} said that {Birch} and {Rowan} were traitors. He said that they had bribed the clerk.")
    assert {speaker for speaker, _ in found.acts} == {"Ash"}


def test_whether_something_was_done_accuses_nobody(said: Reader) -> None:
    assert "accuses" not in [act for _, act in said("I asked him whether {Ash} had robbed the bank.").acts]


def test_what_they_say_is_nobody_s_word(said: Reader) -> None:
    assert {speaker for speaker, _ in said("The {Ash} brothers are bad. They say the clerk was bribed.").acts} <= {
        "Marlow"
    }


def test_a_record_ends_with_its_paragraph(said: Reader) -> None:
    found = said("{Ash} was arrested in May.\n\n{Ash} was shot in June.")
    assert [assertion.text for assertion in found.assertions if assertion.act == "reports"] == [
        "Ash was arrested in May",
        "Ash was shot in June",
    ]


def test_a_deed_of_one_s_own_with_a_wrong_beside_it_is_admitted(said: Reader) -> None:
    found = said("{Ash} stated:", ("quote", "Ash", "I met the consul and got orders for the sabotage of the mill."))
    assert found.has("Ash", "admits")


def test_what_is_stated_of_me_i_do_not_admit(said: Reader) -> None:
    found = said(
        ("quote", "Ash", "I plead guilty but for the third count, in which it is written that I robbed the mill.")
    )
    assert not any("self" in reason.rule for a in found.assertions if a.act is Act.ADMITS for reason in a.reasons)


def test_a_command_is_no_statement(said: Reader) -> None:
    assert "Ash" not in [speaker for speaker, _ in said("{Ash} told {Brand} to leave the room.").acts]


def test_records_say_by_which_rule_and_how_sure(said: Reader) -> None:
    assertion = said("{Ash} admitted that he had robbed the bank.").of("Ash", "admits")
    assert assertion.reasons[0].rule == "says admitting"
    assert assertion.reasons[0].words == "admitted"
    assert 0 < assertion.confidence < 1
    assert assertion.matter is not None
    assert assertion.voice == "v0"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            """{Ash} {Brand} he she they I admitted denied said that was shot accused of theft by with the court not a
            spy and , . ; ? " ( ) : robbed guilty""".split()
        ),
        min_size=1,
        max_size=40,
    )
)
def test_any_row_of_words_can_be_read(words: list[str]) -> None:
    book = book_of(" ".join(words))
    for assertion in excerpt_assertions(book):
        assert assertion.span.cut(book.text) == assertion.text
        assert assertion.speaker not in assertion.of
        assert len(assertion.of) == len(assertion.of_names)
