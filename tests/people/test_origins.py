from __future__ import annotations

from collections import Counter

import pytest

from testimonia.people.origins import STATED, Habit, habit_of, origins_of_person

from .marked import settle

ENGLISH = Habit("press English")


@pytest.mark.parametrize(
    ("spelling", "original"),
    [
        ("smirtov", "Смиртов"),  # no soft sign that nothing shows
        ("buryshev", "Бурышев"),  # no щ where sh is printed
        ("vorky", "Ворький"),
        ("balensky", "Баленский"),
        ("vysotsky", "Высоцкий"),  # Russian, where nothing shows Ukrainian
        ("nicolovsky", "Николовский"),  # a c that is a k
        ("zaitsev", "Зайцев"),
    ],
)
def test_the_likeliest_original_is_the_usual_one(spelling: str, original: str) -> None:
    found = origins_of_person([spelling, spelling], ENGLISH)[spelling]
    assert found.original == original


def test_a_name_met_once_is_explained_by_the_habit_of_the_page_alone() -> None:
    assert origins_of_person(["buryshev"], ENGLISH)["buryshev"].scheme == "press English"
    assert origins_of_person(["buryshev"], Habit()) == {}


def test_a_page_has_the_habit_that_yields_most_of_its_names() -> None:
    assert habit_of(Counter({"orlovsky": 8, "buryshev": 7, "harlow": 4})).scheme == "press English"
    assert habit_of(Counter({"orlovsky": 2, "harlow": 40})).scheme is None


def test_one_scheme_is_named_for_what_several_yield() -> None:
    found = origins_of_person(["buryshev", "buryshev"], ENGLISH)
    assert found["buryshev"].scheme == ENGLISH.scheme


def test_an_unsure_original_is_no_fact_but_a_reason() -> None:
    (one,) = settle("{Borulin} came. {Borulin} sat. {Boroulin} left.").people
    first = one.spellings[0]
    assert first.original is None
    assert any("perhaps from Борулин" in reason.words for reason in first.reasons)


def test_a_stated_original_says_how_sure_it_is() -> None:
    (one,) = settle("{Vetrov} came. {Vetroff} sat. {Wetrow} left.").people
    for spelling in one.spellings:
        (reason,) = [r for r in spelling.reasons if r.rule == "its letters are as romanised"]
        assert spelling.original is not None
        assert float(reason.words.rsplit(" ", 1)[1]) >= STATED


def test_a_name_of_another_language_has_no_origin() -> None:
    assert origins_of_person(["hartley", "hartley"], ENGLISH) == {}
