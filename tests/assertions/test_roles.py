"""How the parties of a clause stand among its words, and all that names a group."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.clauses import clauses_of
from testimonia.assertions.parties import Party
from testimonia.assertions.prose import readings_in
from testimonia.assertions.roles import heads, roles, whole
from testimonia.assertions.subjects import Subjects
from testimonia.assertions.utterances import Reading

from .conftest import book_of


def _read(text: str) -> tuple[Reading, Subjects]:
    reading = next(readings_in(book_of(text)))
    return reading, Subjects(reading)


def _signs(text: str) -> dict[str, set[str]]:
    """By name the signs of everyone in the clauses of a text."""
    reading, subjects = _read(text)
    found: dict[str, set[str]] = {}
    for clause in clauses_of(reading, subjects, read_vocabulary()):
        for party, signs in roles(reading, subjects, clause):
            found.setdefault(party.name, set()).update(signs)
    return found


def _wholes(text: str) -> Iterator[str]:
    reading, subjects = _read(text)
    for party in reading.parties:
        full = whole(reading, subjects, party)
        assert reading.text[full.start : full.end].endswith(full.name)
        yield full.name


@pytest.mark.parametrize(
    ("text", "victim", "doer"),
    [
        ("{Birch} was poisoned by {Ash}.", "Birch", "Ash"),
        ("{Birch} had been shot by {Ash}.", "Birch", "Ash"),
        ("Then came {Birch}, murdered by {Ash}.", "Birch", "Ash"),
        ("{Ash} poisoned old {Birch}.", "Birch", "Ash"),
    ],
)
def test_who_suffers_a_deed_is_told_from_who_does_it(text: str, victim: str, doer: str) -> None:
    found = _signs(text)
    assert "suffers" in found[victim]
    assert "suffers" not in found[doer]


def test_the_subject_of_a_deed_is_known_by_the_deed() -> None:
    assert "subj killing passive" in _signs("{Birch} was poisoned at the inn.")["Birch"]
    assert "subj killing" in _signs("{Ash} poisoned the landlord.")["Ash"]


def test_whose_followers_they_are_is_none_of_them() -> None:
    found = _signs("{Ash}'s followers burnt the mill.")
    assert "genitive of party" in found["Ash"]
    assert "genitive of party" not in found["followers"]


def test_what_they_are_said_to_be_names_nobody_new() -> None:
    found = _signs("The pilots were now considered agents.")
    assert "predicate" in found["agents"]
    assert "predicate" not in found["pilots"]


def test_a_group_shows_what_it_is_called() -> None:
    signs = set(heads(Party(0, 9, "group:defendants", "the defendants", "group")))
    assert any(sign.startswith("head defend") for sign in signs)
    assert heads(Party(0, 3, "p-ash", "Ash", "person")) == ()


def test_a_name_is_nothing_that_a_group_is_called() -> None:
    assert heads(Party(0, 10, "group:burgundians", "Burgundians", "group")) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was the work of officers of the harbour guards.", "officers of the harbour guards"),
        ("He named the employees of the Hartley Company.", "employees of the Hartley Company"),
        ("The members of the committee fled.", "members of the committee"),
        ("The inhabitants of the lower town deliberately slowed the carts.", "inhabitants of the lower town"),
        ("The supporters of {Ash} fled.", "supporters of Ash"),
    ],
)
def test_a_group_is_named_with_what_it_belongs_to(text: str, name: str) -> None:
    assert name in set(_wholes(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Others of the pilots fled.", "Others"),  # they are pilots themselves
        ("He spoke to the officers, of whom two were drunk.", "officers"),
        ("The committee of that had no notion.", "committee"),
    ],
)
def test_what_follows_may_be_no_part_of_the_name(text: str, name: str) -> None:
    assert name in set(_wholes(text))


@given(st.text(alphabet="abcdnorsfm .,’²1A", max_size=60))
def test_the_whole_of_a_party_begins_where_the_party_does(text: str) -> None:
    reading, subjects = _read("The members of " + text + " x.")
    for party in reading.parties:
        full = whole(reading, subjects, party)
        assert full.start == party.start
        assert party.end <= full.end <= len(reading.text)
        assert full.kind == party.kind
