"""Transcripts: what a short answer says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Said

Reader = Callable[..., "Said"]


@pytest.mark.parametrize(
    ("question", "answer", "act"),
    [
        ("Did you bribe the clerk?", "Yes.", "admits"),
        ("Did you bribe the clerk?", "I did.", "admits"),
        ("Did you bribe the clerk?", "No, never.", "denies"),
        ("Did you bribe the clerk?", "I did not.", "denies"),
    ],
)
def test_an_answer_says_what_was_asked(said: Reader, question: str, answer: str, act: str) -> None:
    found = said(("turn", "PELL", f"PELL: {question}"), ("turn", "ASH", f"ASH: {answer}"))
    assert found.acts == [("ASH", act)]


def test_one_who_confirms_corroborates_him_whose_word_was_put(said: Reader) -> None:
    found = said(
        ("turn", "PELL", "PELL: You have heard {Birch} say that the horn was dead. Do you confirm this?"),
        ("turn", "ASH", "ASH: I confirm it."),
    )
    assert found.of("ASH", "corroborates").of_names == ("Birch",)


def test_by_whom_names_whom_it_accuses(said: Reader) -> None:
    found = said(
        ("turn", "PELL", "PELL: Were you instructed to bribe the witness?"),
        ("turn", "ASH", "ASH: By {Birch}."),
    )
    assert found.of("ASH", "accuses").of_names == ("Birch",)


def test_what_is_called_a_lie_is_denied(said: Reader) -> None:
    found = said(
        ("turn", "ASH", "ASH: {Birch} bribed me to forge the bill."),
        ("turn", "BIRCH", "BIRCH: That is false!"),
    )
    assert found.has("BIRCH", "denies")


def test_who_says_that_he_was_not_tortured_clears_those_who_held_him(said: Reader) -> None:
    found = said(("turn", "PELL", "PELL: Were you tortured in prison?"), ("turn", "ASH", "ASH: No."))
    assertion = found.of("ASH", "exonerates")
    assert assertion.of == ("org:police",)
    assert assertion.of_names == ("",)
    assert found.book.cut(assertion.of_spans[0]) == "No"


def test_a_question_asserts_nothing(said: Reader) -> None:
    found = said(("turn", "PELL", "PELL: Did you murder the clerk?"), ("turn", "ASH", "ASH: No."))
    assert "PELL" not in [speaker for speaker, _ in found.acts]


def test_the_label_of_a_turn_is_no_part_of_what_is_said(said: Reader) -> None:
    found = said(("turn", "ASH", "MR. ASH (to Pell): I robbed the bank and murdered the clerk."))
    assert found.assertions[0].text.startswith("I robbed")
