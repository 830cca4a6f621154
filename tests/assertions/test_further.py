"""Who may be speaking though no verb of saying is his."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.assertions.clauses import Link

from .test_speakers import speakers


def found_in(text: str) -> list[tuple[str, Link]]:
    return [found for clause in speakers(text) for found in clause]


@pytest.mark.parametrize(
    ("text", "name", "link"),
    [
        ("These fines struck observant customs officers as far too small.", "officers", Link.CONVINCED),
        ("All this convinced {Ash} that the lamp had been out.", "Ash", Link.CONVINCED),
        ("It seemed to {Ash} that the lamp had been out.", "Ash", Link.CONVINCED),
        ("Thus {Ash}: The lamp was out when we came.", "Ash", Link.INTRODUCED),
        ("At noon a cable from {Ash}: No boat is to leave.", "Ash", Link.INTRODUCED),
    ],
)
def test_whom_something_convinces_and_who_stands_before_a_colon_may_speak(text: str, name: str, link: Link) -> None:
    assert (name, link) in found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "{Ash} was tried for piracy in May.",
        "{Ash} was sent to prison on a charge of theft.",
        "{Ash} and the pilot were put on trial for the wreck.",
        "The pilots were supposed to have moved the lamp.",
        "The indictment is long. By it the league was to send arms, and {Ash} to move the lamp.",
    ],
)
def test_a_charge_that_is_named_is_the_word_of_the_prosecution(text: str) -> None:
    assert Link.CHARGED in [link for _, link in found_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "{Ash} tried for an hour to light the lamp with the charge of powder.",
        "{Ash} was in charge of the lamp.",
        "It seemed that {Ash} had put the lamp out.",
    ],
)
def test_a_trial_of_something_else_and_an_office_are_no_charge(text: str) -> None:
    assert Link.CONVINCED not in [link for _, link in found_in(text)]
    assert Link.CHARGED not in [link for _, link in found_in(text.replace("tried for an hour", "tried hard"))]


def test_a_finding_goes_on_in_sentences_that_begin_with_that() -> None:
    told = speakers("The court found that {Ash} was guilty of theft. That {Birch} is guilty. That nothing is proved.")
    assert [("court", Link.INTRODUCED) in clause for clause in told] == [False, True, True]


def test_a_list_has_the_finder_of_its_first_sentence_whatever_its_points_say() -> None:
    told = speakers("The court finds: That {Ash} is guilty, and condemns him to die. That {Birch} is guilty too.")
    assert ("court", Link.INTRODUCED) in told[-1]


def test_a_list_ends_with_a_sentence_that_does_not_begin_with_that() -> None:
    told = speakers("The court found that {Ash} was guilty. The rain fell. That was {Birch}'s doing.")
    assert ("court", Link.INTRODUCED) not in told[-1]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["{Ash}", "seemed", "to", "tried", "for", ":", "That", "²", "trial", "on", "."])))
def test_any_row_of_such_words_can_be_read(words: list[str]) -> None:
    for clause in speakers("{Birch} came. " + " ".join(words) + " {Ash} went."):
        assert clause[0][1] is Link.FIRST
        names = [name for name, _ in clause]
        assert len(names) == len(set(names))
