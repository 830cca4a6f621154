"""Where the page says that two names are one person's."""

from __future__ import annotations

import pytest

from .marked import grouped, settle


@pytest.mark.parametrize(
    "page",
    [
        "{Foma Ershin}, known to all hands as the {Heron}, slept. The {Heron} woke.",
        "{Foma Ershin}, who was also known as {Heron}, slept. {Heron} woke.",
        "{Foma Ershin}, called the {Heron}, slept. The {Heron} woke.",
        "{Foma Ershin}, nicknamed “{Heron}”, slept. {Heron} woke.",
        "{Foma Ershin}, whom the stokers called the {Heron}, slept. The {Heron} woke.",
        "{Foma Ershin}, alias {Heron}, slept. {Heron} woke.",
        "{Foma Ershin} (code name {Heron}) slept. {Heron} woke.",
        "{Foma Ershin}, whose nickname was {Heron}, slept. {Heron} woke.",
        "{Foma Ershin}, who signed himself {Heron}, slept. {Heron} woke.",
        "{Foma Ershin} lived there under the name of {Heron}. {Heron} woke.",
        "The {Heron}, as the stokers called {Foma Ershin}, slept. The {Heron} woke.",
        "The {Heron} was the nickname of {Foma Ershin}. The {Heron} woke.",
        "{Heron}, that is, {Foma Ershin}, slept. {Heron} woke.",
        "The {Heron} [{Ershin}] slept. {Foma Ershin} woke. The {Heron} sang. {Ershin} rose. {Ershin} sat.",
        "{Foma Ershin} slept; his mates called him the {Heron}. The {Heron} woke.",
        "{Foma Ershin} slept. He was known in the ship as the {Heron}. The {Heron} woke.",
        "{Foma Ershin} slept. His nickname was {Heron}. {Heron} woke.",
        "{Foma Ershin}, dit le {Heron}, dormait. Le {Heron} chanta.",
        "{Foma Ershin}, que tous appelaient le {Heron}, dormait. Le {Heron} chanta.",
    ],
)
def test_a_nickname_is_joined_where_the_page_says_whose_it_is(page: str) -> None:
    book = settle(page)
    assert len(book.people) == 1
    assert book.people[0].name == "Foma Ershin"
    heron = next(s for s in book.people[0].spellings if s.text == "Heron")
    assert any(r.span is not None and r.words == r.span.cut(book.text) for r in heron.reasons)


@pytest.mark.parametrize(
    "page",
    [
        "{Foma Ershin} called {Heron} a liar. {Heron} woke.",
        "{Foma Ershin} named {Heron} and {Marsh}. {Heron} woke.",
        "{Foma Ershin} told his deputy ({Rufus Heron}) to go. {Heron} went.",
        "{Foma Ershin}, then {Heron}, then {Marsh} spoke. {Heron} sat.",
        "{Foma Ershin} and {Heron} slept. {Heron} woke.",
        "{Foma Ershin} was {Heron}'s friend. {Heron} woke.",
        "{Foma Ershin} knew {Heron}. {Heron} woke.",
    ],
)
def test_two_people_in_one_sentence_stay_two(page: str) -> None:
    assert len([p for p in settle(page).people if p.name in ("Foma Ershin", "Heron", "Rufus Heron")]) == 2


def test_he_is_the_person_of_the_heading_where_the_passage_names_nobody() -> None:
    book = settle(("{Foma Ershin} SLEPT", "The whole town called him the {Heron}."), ("A SECOND", "The {Heron} sang."))
    assert grouped(book) == [["Foma Ershin", "Heron", "Heron"]]


def test_a_maiden_name_is_hers_in_that_place_only() -> None:
    book = settle("{Lucas Marsh} came. {Marsh} sat. {Berthe Castel}, née {Marsh}, wept. {Marsh} left.")
    assert grouped(book) == [["Lucas Marsh", "Marsh", "Marsh"], ["Berthe Castel", "Marsh"]]


def test_a_given_name_with_the_surname_in_brackets_is_learnt() -> None:
    book = settle("“{Taras} [{Harkun}] knows,” she said. {Harkun} laughed. Later {Taras} wept.", "{Harkun} left.")
    assert grouped(book) == [["Taras", "Harkun", "Harkun", "Taras", "Harkun"]]
