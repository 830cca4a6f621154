"""Whom a statement is about, before it is weighed."""

from __future__ import annotations

import pytest

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.clauses import clauses_of
from testimonia.assertions.concerned import concerned
from testimonia.assertions.prose import readings_in
from testimonia.assertions.subjects import Subjects
from testimonia.model import Act

from .conftest import book_of


def reported(text: str) -> list[set[str]]:
    """For each clause whom it concerns, if it reports."""
    (reading,) = readings_in(book_of(text))
    subjects = Subjects(reading)
    clauses = list(clauses_of(reading, subjects, read_vocabulary()))
    return [{party.name for party in concerned(reading, subjects, clause, Act.REPORTS, [])} for clause in clauses]


@pytest.mark.parametrize(
    "pronoun", ["He trimmed the lamp for us.", "The lamp was in his hands.", "We gave him the lamp."]
)
def test_a_report_is_about_whoever_its_pronouns_mean(pronoun: str) -> None:
    assert reported("{Ash} came at eight. " + pronoun)[1] == {"Ash"}


def test_a_report_is_about_all_whom_it_names_and_not_about_its_teller() -> None:
    assert reported("{Ash} met {Birch} on the quay.") == [{"Ash", "Birch"}]
    assert reported("{Ash} said that he had met {Birch} on the quay.") == [{"Birch"}]
