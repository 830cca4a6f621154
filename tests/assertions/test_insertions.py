"""Whose a verb of saying is where something stands between him and it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.clauses import Link, clauses_of
from testimonia.assertions.insertions import before_insertion
from testimonia.assertions.prose import readings_in
from testimonia.assertions.subjects import Subjects

from .conftest import book_of

VOCABULARY = read_vocabulary()


def tellers(text: str) -> list[str]:
    """Who is let speak in the clauses of a text, by the words themselves."""
    (reading,) = readings_in(book_of(text))
    clauses = clauses_of(reading, Subjects(reading), VOCABULARY)
    return [clause.teller.name for clause in clauses if clause.frame is not None and clause.link is Link.FIRST]


@pytest.mark.parametrize(
    "insertion",
    [
        "who would have been glad to believe it",
        "when I put it to her",
        "on being shown the letter",
        "called on the following day",
        "having been brought before the bench and asked if she knew the man",
        "to whom it had been read",
        "if the sailors are to be believed",
        "in a letter which she afterwards asked to have back",
        "a lady of nine-and-forty",
    ],
)
@pytest.mark.parametrize("verb", ["said", "had always said", "never denied"])
def test_what_is_put_between_commas_parts_nobody_from_the_verb(insertion: str, verb: str) -> None:
    assert tellers(f"{{Ash}}, {insertion}, {verb} that the lamp was out.") == ["Ash"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("{Ash}, the keeper of the light at Marl, who was in court, was heard to remark that it was out.", "Ash"),
        ("{Ash} said that {Birch}, when it was put to him, admitted that the lamp was out.", "Birch"),
        ("It is fair to add that the magistrate, called on the next day, denied that the lamp was out.", "magistrate"),
        ("It is fair to add that the magistrate denied that the lamp was out.", "magistrate"),
    ],
)
def test_the_nearest_who_can_be_a_subject_stands_before_the_insertion(text: str, who: str) -> None:
    assert tellers(text)[-1] == who


def test_no_insertion_is_found_before_the_verb_of_a_thing_that_which_tells_of() -> None:
    (reading,) = readings_in(
        book_of("{Ash}, when the letter, which the clerk had brought, stated that it was out, left.")
    )
    verb = next(place for place, word in enumerate(reading.words) if word.low == "stated")
    assert before_insertion(reading, verb, 0, Subjects(reading).weights) == -1


@pytest.mark.parametrize("verb", ["begs us", "asked me", "desires us"])
def test_who_begs_us_to_state_something_states_it(verb: str) -> None:
    assert tellers(f"{{Ash}} {verb} to state that he has never been on the quay.") == ["Ash"]


def test_who_is_to_blame_blames_nobody() -> None:
    assert tellers("{Ash} was to blame for the fire.") == []


@pytest.mark.parametrize("agent", ["the sailors", "a pilot"])
def test_a_passive_is_his_by_whom_it_is_done_though_that_stands_within_its_words(agent: str) -> None:
    (who,) = tellers(f"{{Ash}} had been regarded by {agent} as the culprit.")
    assert who in agent


@pytest.mark.parametrize(
    "verb", ["cried out", "shouted", "put it about", "has it", "certified", "allowed", "was positive", "was adamant"]
)
def test_words_of_saying_that_need_a_that(verb: str) -> None:
    assert tellers(f"{{Ash}} {verb} that the lamp was out.") == ["Ash"]


@given(st.text(alphabet="Ash, whomsid²—.;()\n", max_size=60))
def test_a_place_before_the_verb_or_none_whatever_stands_there(text: str) -> None:
    (reading,) = readings_in(book_of("{Ash}, " + text + " said it."))
    subjects = Subjects(reading)
    for utterance in reading.utterances:
        for place in range(utterance.first, utterance.last):
            found = before_insertion(reading, place, utterance.first, subjects.weights)
            assert found == -1 or utterance.first <= found < place - 1
