"""Proceedings that the title of a cited work names, and what its excerpts then tell of them."""

from __future__ import annotations

import pytest

from testimonia.model import ProceedingKind


@pytest.mark.parametrize(
    ("before", "title", "name", "kind"),
    [
        ("Ministry, _", "The Dock House Case: Shorthand Record", "Dock House Case", "trial"),
        ("Court. ", "Quill and Verey v. Lowe: Shorthand Notes of the Hearing", "Quill and Verey v. Lowe", "trial"),
        (
            "Court. ",
            "Case III K: Transcript of the Main Hearing",
            "Case III K: Transcript of the Main Hearing",
            "trial",
        ),
        ("Board of Health. ", "Minutes of the Inquiry at Skarra", "Minutes of the Inquiry at Skarra", "inquiry"),
        ("Holt, Ann, ed. ", "The Trial of Captain Ash", "Trial of Captain Ash", "trial"),
        ("Ministry. ", "Proceedings against Ash, Reed and Others", "Proceedings against Ash, Reed and Others", "trial"),
        ("Harbour Commission, ", "Report on the Fire, with Minutes of Evidence", "Harbour Commission", "inquiry"),
    ],
)
def test_a_record_of_proceedings_names_them(read, before: str, title: str, name: str, kind: str) -> None:
    book = read("It rained.", citation=f"{before}{title}_ (Hull: Quay, 1928), p. 4", title=title)
    assert [(p.name, p.kind) for p in book.proceedings] == [(name, ProceedingKind(kind))]


@pytest.mark.parametrize("title", ["A Just Case", "Trial and Error", "Tape 12", "Report on the Fire"])
def test_another_title_names_none(read, title: str) -> None:
    assert not read("It rained.", citation=f"Holt, Ann. {title}. Hull: Quay, 1950", title=title).proceedings


@pytest.mark.parametrize(
    "title",
    [
        "The Love Affair: Full Record of a Marriage",
        "The Pillow Case. Report on Textiles",
        "The Suitcase Affair: Notes of a Traveller",
        "Good v. Evil",
        "Man v. Machine: Essays",
        "Trial of Strength",
        "Trial of New Wheats at Leeds",
        "Trial Runs of the Heron",
        "Record of the Trial Balance",
        "Report of the Trial of Two Ploughs",
        "A Trial on Hemp",
        "The Trial of Ash's Patience",
        "The Trial of Ash Wood",
        "Record of the Hearing Aid",
        "An Inquiry into Meaning",
    ],
)
def test_a_title_with_a_word_of_the_courts_is_not_yet_a_record_of_one(read, title: str) -> None:
    assert not read("It rained.", citation=f"Holt, Ann. {title}. Hull: Quay, 1950", title=title).proceedings


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Dock Case: Shorthand Notes", "Dock Case"),
        ("The Trial of Ash at Skarra", "Trial of Ash at Skarra"),
        ("The Trial of Zubov and Others", "Trial of Zubov and Others"),
        ("Trial of Nine Engineers", "Trial of Nine Engineers"),
        ("Report of the Trial of Captain Ash", "Report of the Trial of Captain Ash"),
        ("The Skarra Court-Martial: Report", "Skarra Court-Martial"),
    ],
)
def test_who_was_tried_or_whose_the_record_is_makes_it_one(read, title: str, name: str) -> None:
    book = read("It rained.", citation=f"Holt, Ann, ed. {title}. Hull: Quay, 1950", title=title)
    assert [p.name for p in book.proceedings] == [name]


def test_what_the_record_says_is_told_of_its_proceedings(read, told) -> None:
    book = read(
        "The accused Ash is condemned to death; the accused Reed to twenty years in the fortress; the accused Holm, in "
        "view of his age, to six. The accused Lowe is acquitted.",
        citation="Ministry. The Dock House Case: Shorthand Record. Skarra: State, 1928, p. 4",
    )
    assert {cell.proceeding for cell in book.cells} == {book.proceedings[0].id}
    assert told(book, "sentence") == [("Ash", "death"), ("Reed", "twenty years in the fortress"), ("Holm", "six")]
    assert told(book, "verdict") == [("Lowe", "acquitted")]


def test_what_a_court_finds_goes_on_in_sentences_that_begin_with_that(read, told) -> None:
    book = read(
        "The Court finds: That Ash is guilty as author of the crime, and condemns him to the penalty of death. That "
        "Reed is guilty of perjury, and condemns him, by three votes against two, to three years.",
        citation="Ministry. The Proceedings against Ash and Others. Skarra: Press, 1912, p. 40",
    )
    assert told(book, "verdict") == [("Ash", "guilty"), ("Reed", "guilty")]
    assert told(book, "sentence") == [("Ash", "the penalty of death"), ("Reed", "three years")]


def test_that_by_itself_finds_nobody_guilty(read, told) -> None:
    book = read(
        "That Ash is guilty was said by many.", citation="Ministry. Proceedings against Ash. Skarra: Press, 1912"
    )
    assert told(book, "verdict") == []
