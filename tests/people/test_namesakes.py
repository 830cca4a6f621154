"""Who of several people of one family name is meant."""

from __future__ import annotations

import pytest

from testimonia.people.generations import child_of

from .marked import grouped, settle


def test_he_speaks_for_neither_of_two_men() -> None:
    """One of them is known for a man by "brother", which says nothing of whom the page has more to tell."""
    book = settle(
        "{Tolmiro Lowe} dug.",
        "{Tolmiro Lowe} sang.",
        "{Tolmiro Lowe} slept.",
        "The clerk's brother {Osmundo Lowe} wept.",
        "{Lowe} came late. He had no hat.",
    )
    assert ["Tolmiro Lowe"] * 3 + ["Lowe"] in grouped(book)


def test_he_still_tells_a_man_from_a_woman() -> None:
    book = settle("{Ann Lowe} dug.", "{Piers Lowe} sang.", "{Lowe} came late. He had no hat.")
    assert ["Piers Lowe", "Lowe"] in grouped(book)


def test_a_passage_that_is_printed_twice_names_the_same_people() -> None:
    words = "The board holds that no blame for the loss falls upon {Lowe} the second mate."
    book = settle(
        ("THE MATE SLEPT", "{Piers Lowe} slept."),
        ("THE MATE SLEPT", words),
        ("THE MASTER SWORE", words + " "),
        ("THE MASTER SWORE", "{Rufus Lowe} swore."),
        ("THE MASTER DRANK", "{Rufus Lowe} drank."),
    )
    assert len({m.person for m in book.mentions if m.text == "Lowe"}) == 1


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("Buried the {Lowe} baby.", "baby"),
        ("the poor {Lowe} child wept", "child"),
        ("the {Lowe} girl's hat", "girl"),
        ("{Lowe} child", ""),
        ("the {Lowe} Child Fund", ""),
        ("the {Lowe} house", ""),
    ],
)
def test_the_child_of_a_family_is_told_by_the_familys_name(words: str, noun: str) -> None:
    start, end = words.index("{"), words.index("}") - 1
    assert child_of(words.replace("{", "").replace("}", ""), start, end) == noun


def test_the_child_of_a_family_is_none_of_the_grown_ones() -> None:
    book = settle("Mrs. {Lowe} came.", "{Ottoline Lowe} sat by the {Lowe} child.", "Buried the {Lowe} child.")
    assert ["Lowe", "Lowe"] in grouped(book)
    assert book.maybes


def test_the_girl_of_a_family_may_be_she_who_is_named_elsewhere() -> None:
    assert grouped(settle("{Ivy Lowe} sang.", "They sent the {Lowe} girl home.")) == [["Ivy Lowe", "Lowe"]]
    book = settle("Mrs. {Lowe} came.", "Mr. {Lowe} came.", "They sent the {Lowe} girl home.")
    assert len(book.people) == 3


def test_a_child_of_whose_family_nobody_else_is_named_is_one_person() -> None:
    assert grouped(settle("The {Lowe} child wept.", "They sent the {Lowe} child home.")) == [["Lowe", "Lowe"]]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("The younger brother of the clerk, {Osmundo Lowe}, wept.", ()),
        ("The brother of the clerk {Osmundo Lowe} wept.", ("clerk",)),
        ("The clerk, {Osmundo Lowe}, wept.", ("clerk",)),
    ],
)
def test_between_commas_the_clerk_or_the_clerks_brother_may_be_named(words: str, roles: tuple[str, ...]) -> None:
    (person,) = settle(words).people
    assert tuple(role.words for role in person.roles) == roles


def test_a_rare_spelling_with_an_s_is_the_same_mans_under_one_heading() -> None:
    often = [("LOWE DUG THE CANAL", "{Tavel} dug.")] * 4
    book = settle(*[(claim, f"{words} Year {n}.") for n, (claim, words) in enumerate(often)])
    assert len(book.people) == 1
    book = settle(
        *[(claim, f"{words} Year {n}.") for n, (claim, words) in enumerate(often)],
        ("LOWE DUG THE CANAL", "The foreman {Tavels} paid."),
    )
    assert len(book.people) == 1
    book = settle(
        *[(claim, f"{words} Year {n}.") for n, (claim, words) in enumerate(often)],
        ("NOBODY PAID FOR IT", "The foreman {Tavels} paid."),
    )
    assert len(book.people) == 2


def test_a_bare_name_is_the_mans_whom_the_page_knows_by_his_title() -> None:
    book = settle(
        "Mr. {Lowe} dug.", "Mr. {Lowe} sang.", "Mr. {Lowe} slept.", "{Lowe} came late.", "{Ann Lowe} wrote of it."
    )
    assert ["Lowe"] * 4 in grouped(book)


def test_a_bare_name_is_not_the_womans_whom_the_page_knows_by_her_title() -> None:
    book = settle(
        "Mrs. {Lowe} dug.", "Mrs. {Lowe} sang.", "Mrs. {Lowe} slept.", "{Lowe} came late.", "{Piers Lowe} wrote of it."
    )
    assert ["Lowe", "Piers Lowe"] in [sorted(names) for names in grouped(book)]
