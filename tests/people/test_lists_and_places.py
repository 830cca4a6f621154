"""What stands beside a word shows that it names a place, a class of people or an event, and no person."""

from __future__ import annotations

import pytest

from testimonia.people.mentions import find_names
from testimonia.testing import make_book

PRAISE = "Mr. Hartley told me so, and Hartley's wife wept. Hartley wrote to me. "


def texts(text: str) -> list[str]:
    return [name.text for name in find_names(make_book(text, excerpts=[(text, None, None)]))]


def test_a_town_called_after_a_man_is_a_place_in_a_list_of_places() -> None:
    found = texts(PRAISE + "The strike was put down in Lisbon, Madrid, Hartley, Vienna, and other cities.")
    assert found == ["Hartley"] * 3


def test_one_known_place_beside_a_man_makes_him_no_place() -> None:
    assert texts(PRAISE + "They feared Lisbon, Hartley, and the sea.") == ["Hartley"] * 4


@pytest.mark.parametrize(
    "words",
    [
        "They put down the rising, and Morstadt too was taken.",
        "There were no Belgian Hartwells, no Norwegian Ormsens in the picture.",
        "He had got rid of the potential Ormsens.",
        "The court sat there and the Ormsec's bodyguard wept.",
        "It was like the treatment of la Morvane by the generals.",
        "He gave away the islands and Morhalin oil fields for nothing.",
        "Next came all the trials--Morsti, the Bank, the Mill. The Morsti trial was the last.",
        "Then he made his now famous Lisbon speech.",
    ],
)
def test_what_names_a_place_or_a_class_names_nobody(words: str) -> None:
    assert texts(words) == []


def test_a_word_of_the_language_after_an_office_is_a_name() -> None:
    found = texts("The plan of Secretary of State Wells, and of Minister of Justice Hull that year, failed.")
    assert found == ["Wells", "Hull"]


def test_the_rest_of_an_office_is_no_name() -> None:
    assert texts("Their Minister of Heavy Industry and a Minister of State Trade came.") == []


def test_a_word_of_the_language_among_names_is_a_name() -> None:
    found = texts(PRAISE + "It rests on five men, Ormsen, Tarrel, Stein, Lowden, and Hartley.")
    assert "Stein" in found
