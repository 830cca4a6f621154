"""Whom a statement concerns."""

from __future__ import annotations

from collections.abc import Callable

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.candidates import Candidates, candidates
from testimonia.assertions.clauses import clauses_of
from testimonia.assertions.involved import CHOSEN, chosen, concern_of, table_of
from testimonia.assertions.parties import Party
from testimonia.assertions.prose import readings_in
from testimonia.assertions.signs import Context
from testimonia.assertions.speakers import speakings_of
from testimonia.assertions.subjects import Subjects
from testimonia.model import Act

from .conftest import Said

Reader = Callable[..., Said]
ASH, BIRCH = Party(0, 3, "p-ash", "Ash", "person"), Party(5, 10, "p-birch", "Birch", "person")
NOBODY = {"always": 0.0, "dull": 4.0, "likeliest 0.6": -2.0}
CONCERN = concern_of(
    {"who": {"always": -3.0, "sought": 4.0, "accuses": 1.0, "accuses near": 1.5}, "nobody": NOBODY},
)


def _among(*parties: tuple[Party, set[str]], general: str = "plain") -> Candidates:
    return Candidates(list(parties), {general})


def test_an_act_has_the_weight_of_a_sign_and_its_own_for_it() -> None:
    weights = table_of({"always": -1.0, "free": 1.0, "judges free": 0.5, "judges": 0.25})
    assert weights[Act.JUDGES] == {"always": -0.75, "free": 1.5}
    assert weights[Act.ADMITS] == {"always": -1.0, "free": 1.0}
    assert set(weights) == set(CHOSEN)


def test_all_who_are_likely_are_concerned() -> None:
    assert chosen(_among((ASH, {"sought"}), (BIRCH, {"sought"})), Act.ACCUSES, CONCERN) == (ASH, BIRCH)


def test_where_nobody_is_likely_the_likeliest_is_concerned_if_anybody_is() -> None:
    weights = concern_of({"who": {"always": -1.0, "near": 0.2}, "nobody": {"always": -2.0}})
    assert chosen(_among((ASH, {"near"}), (BIRCH, set())), Act.ACCUSES, weights) == (ASH,)


def test_where_nobody_is_much_likelier_than_anybody_nobody_is_concerned() -> None:
    assert chosen(_among((ASH, {"near"}), (BIRCH, set())), Act.ACCUSES, CONCERN) == ()


def test_a_clause_that_is_likely_to_concern_nobody_does_so_whoever_is_named() -> None:
    assert chosen(_among((ASH, {"sought"}), general="dull"), Act.ACCUSES, CONCERN) == ()
    assert chosen(_among(), Act.ACCUSES, CONCERN) == ()


def test_one_who_stands_out_makes_it_likelier_that_somebody_is_concerned() -> None:
    weights = concern_of({"who": {"always": -1.0, "sought": 4.0}, "nobody": {"always": 1.0, "likeliest 0.6": -2.0}})
    assert chosen(_among((ASH, set())), Act.JUDGES, weights) == ()
    assert chosen(_among((ASH, {"sought"})), Act.JUDGES, weights) == (ASH,)


def _weighed(said: Reader, act: Act, *pieces: str) -> dict[str, set[str]]:
    """Who comes into question in the last clause of an excerpt, by name, with the signs of each."""
    book = said(*pieces).book
    reading = next(readings_in(book))
    subjects = Subjects(reading)
    vocabulary = read_vocabulary()
    clauses = list(clauses_of(reading, subjects, vocabulary))
    context = Context(reading, speakings_of(reading, subjects, clauses), vocabulary)
    found = candidates(reading, subjects, context, len(clauses) - 1, 0, act)
    return {party.name: signs for party, signs in found.parties}


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


def test_that_prisoners_were_well_treated_clears_those_who_held_them(said: Reader) -> None:
    found = said("{Ash} wrote that no torture had been used, and no pressure.").of("Ash", "exonerates")
    assert found.of == ("org:police",)
    assert found.of_names == ("",)


def test_whose_friends_they_are_is_not_accused_with_them(said: Reader) -> None:
    found = said("{Cole} accused the friends of {Ash} of the murder of {Birch}.").of("Cole", "accuses")
    assert "friends of Ash" in " ".join(found.of_names)
    assert "p-ash" not in found.of
