"""Whom a statement concerns."""

from __future__ import annotations

from collections.abc import Callable

from testimonia.assertions.acts import read_vocabulary
from testimonia.assertions.clauses import clauses_of
from testimonia.assertions.involved import CHOSEN, candidates, chosen, concern_of
from testimonia.assertions.parties import Party
from testimonia.assertions.prose import readings_in
from testimonia.assertions.signs import Context
from testimonia.assertions.speakers import speakings_of
from testimonia.assertions.subjects import Subjects
from testimonia.model import Act

from .conftest import Said

Reader = Callable[..., Said]
ASH, BIRCH = Party(0, 3, "p-ash", "Ash", "person"), Party(5, 10, "p-birch", "Birch", "person")
CONCERN = concern_of({"always": -3.0, "sought": 4.0, "accuses": 1.0, "accuses near": 1.5, "wrong of": 4.0})


def test_an_act_has_the_weight_of_a_sign_and_its_own_for_it() -> None:
    weights = concern_of({"always": -1.0, "free": 1.0, "judges free": 0.5, "judges": 0.25})
    assert weights[Act.JUDGES] == {"always": -0.75, "free": 1.5}
    assert weights[Act.ADMITS] == {"always": -1.0, "free": 1.0}
    assert set(weights) == set(CHOSEN)


def test_all_who_are_likely_are_concerned() -> None:
    assert chosen([(ASH, {"sought"}), (BIRCH, {"sought"})], Act.ACCUSES, CONCERN) == (ASH, BIRCH)


def test_where_nobody_is_likely_the_likeliest_may_be() -> None:
    assert chosen([(ASH, {"near"}), (BIRCH, set())], Act.ACCUSES, CONCERN) == (ASH,)
    assert chosen([(ASH, set()), (BIRCH, set())], Act.JUDGES, CONCERN) == ()


def test_to_whom_it_was_done_is_no_partner_unless_rules_say_so() -> None:
    assert chosen([(ASH, {"wrong of"})], Act.ADMITS, CONCERN) == ()
    assert chosen([(ASH, {"wrong of", "concerned"})], Act.ADMITS, CONCERN) == (ASH,)


def test_an_admission_needs_more_to_concern_somebody_than_an_accusation() -> None:
    weights = concern_of({"always": -1.0})
    assert chosen([(ASH, set())], Act.ACCUSES, weights) == (ASH,)
    assert chosen([(ASH, set())], Act.ADMITS, weights) == ()


def _weighed(said: Reader, act: Act, *pieces: str) -> dict[str, set[str]]:
    """Who comes into question in the last clause of an excerpt, by name, with the signs of each."""
    book = said(*pieces).book
    reading = next(readings_in(book))
    subjects = Subjects(reading)
    vocabulary = read_vocabulary()
    clauses = list(clauses_of(reading, subjects, vocabulary))
    context = Context(reading, speakings_of(reading, subjects, clauses), vocabulary)
    return {party.name: signs for party, signs in candidates(reading, subjects, context, len(clauses) - 1, 0, act)}


def test_whom_the_clauses_around_name_comes_into_question_too(said: Reader) -> None:
    found = _weighed(said, Act.JUDGES, "{Ash} had met {Birch} at the mill. {Cole} was a poor judge.")
    assert "earlier" in found["Ash"]
    assert "earlier" in found["Birch"]
    assert "earlier" not in found["Cole"]
    assert "nearest" in found["Birch"]
    assert "first there" in found["Ash"]


def test_whom_a_deed_is_done_to_is_told_from_who_does_it(said: Reader) -> None:
    found = _weighed(said, Act.ACCUSES, "{Ash} had robbed {Birch} and the cook.")
    assert "leads" in found["Ash"]
    assert "wrong object" not in found["Ash"]
    assert "wrong object" in found["Birch"]
    assert "wrong object" not in _weighed(said, Act.ACCUSES, "The purse was stolen by {Ash}.")["Ash"]


def test_whom_an_accusation_concerns_is_named_in_it(said: Reader) -> None:
    found = said("{Ash} accused {Birch} of the murder of {Cole}.").of("Ash", "accuses")
    assert "p-birch" in found.of
    assert "p-cole" not in found.of
