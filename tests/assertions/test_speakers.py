"""Who may be the speaker of a clause, besides him whose voice it is in."""

from __future__ import annotations

import pytest

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.clauses import Clause, Link, clauses_of
from testimonia.assertions.prose import readings_in
from testimonia.assertions.speakers import speakings_of
from testimonia.assertions.subjects import Subjects

from .conftest import Piece, book_of


def speakers(*pieces: Piece) -> list[list[tuple[str, Link]]]:
    """For each clause the names of those who may be speaking, with how it shows."""
    (reading,) = readings_in(book_of(*pieces))
    subjects = Subjects(reading)
    clauses: list[Clause] = list(clauses_of(reading, subjects, read_vocabulary()))
    return [[(c.teller.name, c.link) for c in readings] for readings in speakings_of(reading, subjects, clauses)]


@pytest.mark.parametrize(
    ("text", "name", "link"),
    [
        ("The jury was not at all moved by the late denials of {Ash}.", "Ash", Link.NOUN),
        ("In the safe of the mill the police had found {Ash}'s confession.", "Ash", Link.NOUN),
        ("{Ash} reported the theft.", "Ash", Link.VERB),
        ("{Ash} and {Birch} confessed to the theft.", "Birch", Link.JOINT),
        ("{Ash} admitted the theft.", "Marlow", Link.BESIDE),
    ],
)
def test_a_sentence_names_speakers_in_many_ways(text: str, name: str, link: Link) -> None:
    assert (name, link) in [found for clause in speakers(text) for found in clause]


def test_what_is_told_goes_on_without_another_he_said() -> None:
    told = speakers("{Ash} said that he had been in the mill. He had opened the sluice himself.")
    assert ("Ash", Link.ON) in told[1]


def test_who_was_heard_does_not_speak_on_in_a_sentence_that_cannot_mean_him() -> None:
    told = speakers("{Ash} said that he had been in the mill. The river was high that winter.")
    assert [name for name, _ in told[1]] == ["Marlow"]


def test_the_own_teller_of_a_clause_comes_first_and_nobody_twice() -> None:
    for clause in speakers("{Ash} admitted that {Ash}'s statement was false, and {Birch} accused {Ash}."):
        assert clause[0][1] is Link.FIRST
        names = [name for name, _ in clause]
        assert len(names) == len(set(names))


def test_a_name_behind_a_phrase_and_a_comma_is_no_part_of_a_list() -> None:
    found = speakers("In the presence of {Cole} and the other members, {Ash} angrily accused {Birch}.")
    assert ("Ash", Link.FIRST) in [clause[0] for clause in found]
    assert "Cole" not in [name for clause in found for name, _ in clause]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The papers carried an article by {Ash} sharply accusing {Birch}.", "Ash"),
        ("Before the commission met, {Ash} wrote a long letter denying the theft.", "Ash"),
        ("There stood {Ash} and {Cole}, both of whom had accused {Birch}.", "Cole"),
    ],
)
def test_a_participle_or_a_relative_clause_has_the_speaker_it_stands_by(text: str, name: str) -> None:
    told = [found for clause in speakers(text) for found in clause]
    assert (name, Link.FIRST) in told or (name, Link.JOINT) in told


def test_behind_a_colon_he_whom_it_introduces_speaks_on() -> None:
    words = "“He was one of them. He knew of the plan. The mill was theirs. He had the key.”"
    told = speakers("{Ash} declared:", ("quote", "Cole", words))
    assert ("Ash", Link.INTRODUCED) in told[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Ash} came to the mill with his brother and {Cole}. He admitted the theft.", "Ash"),
        ("{Ash}, the cook, was heard, and {Cole} held the lamp. He said that the mill was shut.", "Ash"),
        ("{Ash} was heard next. {Cole}, he said, had opened the sluice.", "Ash"),
    ],
)
def test_he_is_whom_the_sentence_before_is_about(text: str, name: str) -> None:
    assert (name, Link.FIRST) in [clause[0] for clause in speakers(text)]


def test_another_whom_a_pronoun_may_mean_may_be_speaking() -> None:
    told = [found for clause in speakers("{Ash} met {Cole}. He said that the mill was shut.") for found in clause]
    assert ("Ash", Link.FIRST) in told
    assert ("Cole", Link.RIVAL) in told


@pytest.mark.parametrize(
    "text",
    [
        "{Ash}, who had long known {Cole}, admitted the theft.",
        "{Ash}, formerly a friend of {Cole}, a member of the guild, admitted the theft.",
        "{Ash} denied the murder ({Cole} reported), but admitted the theft.",
        "Admitting the theft of the seals and the clerks of the mill, {Ash} denied the rest.",
    ],
)
def test_what_is_put_between_a_name_and_its_verb_takes_nobody_in(text: str) -> None:
    firsts = [clause[0] for clause in speakers(text)]
    assert ("Ash", Link.FIRST) in firsts
    assert not [found for found in firsts if found[0] not in ("Ash", "Marlow", "Cole")]
    admits = [clause for clause in speakers(text) if clause[0][0] == "Cole"]
    assert len(admits) <= 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The harbour board has cleared {Ash} of all guilt and has declared the light lit.", "harbour board"),
        ("The chief smuggler was {Birch}, who, on being asked, admitted that he had moved the lamp.", "Birch"),
        ("{Ash} and {Birch} were questioned for a week. All pleaded guilty.", "Birch"),
        ("The bulk of the townspeople declared that the letter was forged.", "townspeople"),
        ("A part of the press declared that the light had been out.", "press"),
        ("The pilot came to tell me that {Ash} had moved the lamp.", "pilot"),
        ("The report stated that {Ash} was drunk.", "report"),
        ("According to the letter, the pilots had plotted with {Ash}.", "letter"),
    ],
)
def test_who_says_it_stands_apart_from_his_verb_or_is_many_or_a_paper(text: str, name: str) -> None:
    assert name in [found for clause in speakers(text) for found, _ in clause]


def test_behind_the_comma_of_according_to_stands_nobody_whose_word_it_is() -> None:
    found = [name for clause in speakers("According to the letter, {Ash} had plotted.") for name, _ in clause]
    assert "Ash" not in found


@pytest.mark.parametrize(
    "text",
    [
        "{Ash} reported to the harbour master on 3 May that the seals had been broken.",
        "{Ash} had shown before the flood that the sluice was never mended.",
        "{Ash} expressed his confidence in a letter to the vestry that the sluice would hold.",
        "{Ash} concluded that {Cole} was not implicated in the theft of the seals.",
        "{Ash} confessed to being directly implicated in the theft.",
    ],
)
def test_phrases_that_are_no_object_may_stand_between_a_word_of_saying_and_what_is_said(text: str) -> None:
    assert [clause[0][0] for clause in speakers(text)] == ["Ash"]


@pytest.mark.parametrize(
    "text",
    [
        "{Ash} was never charged with the theft.",
        "{Ash} has not been accused of the theft by anybody.",
        "{Ash} was walking on the dyke that had been mended.",
    ],
)
def test_a_charge_that_is_denied_is_nobody_s(text: str) -> None:
    assert [clause[0][0] for clause in speakers(text)] == ["Marlow"]
