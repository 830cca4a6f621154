"""Who is concerned in an excerpt's words beside those whose names are known."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.parties import Party, find_parties, words_of


def _found(text: str) -> list[tuple[str, str]]:
    return [(party.kind, party.name) for party in find_parties(text, words_of(text), [])]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("They had hired two smugglers for it.", "group", "two smugglers"),
        ("The herbalists were warned.", "group", "herbalists"),
        ("He blamed his superiors.", "group", "his superiors"),
        ("It was the work of the harbour group.", "org", "harbour group"),
        ("The villages feared the committees.", "org", "committees"),
        ("It was set alight by a dismissed employee.", "anon", "dismissed employee"),
        ("He had taken money from a Danish agent.", "anon", "Danish agent"),
        ("The hartleyites had moved inland.", "group", "hartleyites"),
        ("It was heard by the Frenchmen.", "group", "Frenchmen"),
        ("No HLB would have stood for it.", "org", "HLB"),
        ("It was known to our group.", "org", "our group"),
        ("He had his committee behind him.", "org", "his committee"),
        ("The corporal, who had the key, said nothing.", "anon", "corporal"),
        ("Nobody but his housekeeper saw him.", "anon", "his housekeeper"),
        ("The Under-Secretary was not aware of it.", "anon", "Under-Secretary"),
        ("The chair reported that the dyke held.", "anon", "chair"),
        ("Your correspondent was not on the quay.", "anon", "Your correspondent"),
        ("Counsel for the pilot submitted that it was late.", "anon", "Counsel"),
        ("It was denied by his wife's brother.", "anon", "wife's brother"),
        ("They said that the captain was ashore.", "anon", "captain"),
    ],
)
def test_people_are_named_by_what_they_are(text: str, kind: str, name: str) -> None:
    assert (kind, name) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ash and Birch were smugglers.",  # what they are said to be
        "He had been hired as a smuggler.",
        "She considers the matter closed.",
        "The headquarters burnt down.",
        "A radical remedy was found.",
        "The favorites of the season were sold.",
        "He left his office at six.",
        "He sat down on the chair by the stove.",
        "They took counsel and went home.",
    ],
)
def test_what_only_looks_like_people_names_nobody(text: str) -> None:
    assert _found(text) == []


def test_a_capitalised_calling_before_a_body_is_part_of_its_name() -> None:
    assert _found("It went to the Expert Committee.") == [("org", "Expert Committee")]


def test_a_verb_ends_the_name_of_a_group() -> None:
    assert _found("These fines struck harbour officers hard.") == [("group", "officers")]


def test_a_year_is_no_number_of_people() -> None:
    assert ("group", "defendants") in _found("In 1903 defendants had no counsel.")


@given(st.text(alphabet="abst mensrof'’.,²1A ", max_size=60))
def test_any_text_has_parties_that_lie_in_it_in_order(text: str) -> None:
    found = find_parties(text, words_of(text), [])
    assert all(0 <= party.start < party.end <= len(text) for party in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_those_already_named_stay() -> None:
    text = "The smugglers and Ash"
    ash = Party(18, 21, "p-ash", "Ash", "person")
    assert find_parties(text, words_of(text), [ash])[-1] == ash


def test_whose_wife_she_is_is_part_of_how_she_is_named() -> None:
    text = "They asked Ash's wife about it."
    named = Party(11, 14, "ash", "Ash", "person", None, True)
    assert [party.name for party in find_parties(text, words_of(text), [named])] == ["Ash", "Ash's wife"]
