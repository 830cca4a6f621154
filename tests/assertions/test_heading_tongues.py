"""Headings in French and German: the plain acts, and nothing where more would have to be understood."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.circumstances import Circumstances
from testimonia.assertions.headings import heading_assertions
from testimonia.model import Mention, Person, Span
from testimonia.testing import check_book, make_book

NAMES = ("Vautrey", "Kerouan", "Delmas", "Hollerbach", "Wisent", "Brack")
Told = list[tuple[str, str, tuple[str, ...]]]

FRENCH: list[tuple[str, Told]] = [
    ("Vautrey avoue le vol", [("admits", "Vautrey", ())]),
    ("Vautrey et Kerouan ont avoué", [("admits", "Vautrey", ()), ("admits", "Kerouan", ())]),
    ("Vautrey n'avoue pas", [("denies", "Vautrey", ())]),
    ("Kerouan nie tout", [("denies", "Kerouan", ())]),
    ("Kerouan accuse Delmas d'avoir incendié la grange", [("accuses", "Kerouan", ("Delmas",))]),
    ("Delmas est accusé par Kerouan", [("accuses", "Kerouan", ("Delmas",))]),
    ("Delmas a été accusé de vol", [("reports", "", ("Delmas",))]),
    ("Delmas se rétracte", [("retracts", "Delmas", ())]),
    ("Delmas a volé la caisse", [("accuses", "", ("Delmas",))]),
    ("Delmas n'a pas volé la caisse", [("exonerates", "", ("Delmas",))]),
    ("Delmas a été assassiné par Vautrey", [("accuses", "", ("Vautrey",))]),
    ("Delmas a été assassiné dans la nuit", [("reports", "", ("Delmas",))]),
    ("Delmas était innocent", [("exonerates", "", ("Delmas",))]),
    ("Vautrey est coupable", [("judges", "", ("Vautrey",))]),
    ("Vautrey dit que Delmas a menti", [("accuses", "Vautrey", ("Delmas",))]),
    ("Vautrey affirme qu'il n'a pas volé la caisse", [("denies", "Vautrey", ())]),
    ("Vautrey croit que Delmas a volé la caisse", [("judges", "Vautrey", ("Delmas",))]),
    ("Le jury acquitte Kerouan", [("exonerates", "jury", ("Kerouan",))]),
    ("Les ouvriers dénoncent le directeur", [("accuses", "ouvriers", ("directeur",))]),
    ("Le moulin a fermé en 1907", [("reports", "", ("moulin",))]),
    ("Pourquoi Vautrey a avoué", []),
    ("Qui a volé la caisse ?", []),
    ("Delmas aurait volé la caisse", []),
    ("Les origines de la fabrique", []),
]

GERMAN: list[tuple[str, Told]] = [
    ("Hollerbach gesteht den Diebstahl", [("admits", "Hollerbach", ())]),
    ("Hollerbach gibt den Diebstahl zu", [("admits", "Hollerbach", ())]),
    ("Hollerbach hat den Diebstahl zugegeben", [("admits", "Hollerbach", ())]),
    ("Wisent leugnet", [("denies", "Wisent", ())]),
    ("Wisent und Brack bestreiten die Tat", [("denies", "Wisent", ()), ("denies", "Brack", ())]),
    ("Wisent beschuldigt Brack des Mordes", [("accuses", "Wisent", ("Brack",))]),
    ("Brack wird von Wisent beschuldigt", [("accuses", "Wisent", ("Brack",))]),
    ("Brack widerruft das Geständnis", [("retracts", "Brack", ())]),
    ("Das Gericht spricht Brack frei", [("exonerates", "Gericht", ("Brack",))]),
    ("Brack hat die Kasse gestohlen", [("accuses", "", ("Brack",))]),
    ("Brack hat die Kasse nicht gestohlen", [("exonerates", "", ("Brack",))]),
    ("Wisent wurde von Brack ermordet", [("accuses", "", ("Brack",))]),
    ("Wisent wurde in der Nacht ermordet", [("reports", "", ("Wisent",))]),
    ("Brack war unschuldig", [("exonerates", "", ("Brack",))]),
    ("Wisent ist schuldig", [("judges", "", ("Wisent",))]),
    ("Wisent sagt, dass Brack die Akten gefälscht hat", [("accuses", "Wisent", ("Brack",))]),
    ("Wisent behauptet, er habe die Kasse nicht gestohlen", [("denies", "Wisent", ())]),
    ("Wisent glaubt nicht, dass Brack die Kasse gestohlen hat", [("exonerates", "Wisent", ("Brack",))]),
    ("Die Mühle wurde 1907 geschlossen", [("reports", "", ("Mühle",))]),
    ("Warum Wisent gestand", []),
    ("Hat Brack gelogen?", []),
    ("Brack soll die Kasse gestohlen haben", []),
    ("Die Anfänge der Fabrik", []),
]


def told(headings: list[str]) -> list[Told]:
    """What each heading of a page states."""
    book = make_book("\n\n".join(headings) + "\n", claims=headings)
    mentions = [
        Mention(f"m{span.start}", span, m.group(), claim.id, f"p-{m.group().lower()}")
        for claim in book.claims
        for m in re.finditer("|".join(NAMES), claim.text)
        for span in [Span(claim.span.start + m.start(), claim.span.start + m.end())]
    ]
    book.add(Person(f"p-{name.lower()}", name) for name in NAMES)
    book.add(mentions)
    book.add(heading_assertions(book, read_vocabulary(), Circumstances(book)))
    check_book(book)
    return [
        [(a.act.value, a.speaker_name, a.of_names) for a in book.assertions if a.claim == claim.id]
        for claim in book.claims
    ]


def acts_of(headings: list[str], count: int) -> list[list[str]]:
    """The acts of the first headings."""
    return [[act for act, _, _ in one] for one in told(headings)[:count]]


WORDS = "Vautrey Delmas a n' pas avoué par été que qu'il volé le , : et accuse de"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9))
def test_whatever_stands_there_the_records_hold(words: list[str]) -> None:
    told([" ".join(words) or "le", *(heading for heading, _ in FRENCH[:6])])


@pytest.mark.parametrize("page", [FRENCH, GERMAN])
def test_a_heading_in_another_language_states(page: list[tuple[str, Told]]) -> None:
    found = told([heading for heading, _ in page])
    wrong = [(heading, one) for (heading, expected), one in zip(page, found, strict=True) if one != expected]
    assert wrong == []


def test_capitals_change_nothing() -> None:
    page = [heading for heading, _ in FRENCH if not any(name in heading for name in NAMES)]
    rest = [heading for heading, _ in FRENCH]
    assert acts_of([*page, *rest], len(page)) == acts_of([*(h.upper() for h in page), *rest], len(page))


def test_english_headings_are_not_read_so() -> None:
    (only,) = told(["The jury acquits Delmas of the theft of the cash box"])
    assert only == [("exonerates", "jury", ("Delmas",))]
