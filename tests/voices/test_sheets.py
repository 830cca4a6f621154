# ruff: noqa: E501
"""Documents printed whole, known by their lines: what each kind looks like, whose it is, and where it ends."""

from __future__ import annotations

import pytest

from testimonia.model import Sourcebook
from testimonia.voices.namings import Naming, NamingPlace, find_namings

from .test_documents import MARLOW, book_of

BODY = "I have seen the horn, and you may take my word that it was cold when we came."


def forms(text: str, **more: object) -> tuple[Sourcebook, list[Naming]]:
    book = book_of(text, **more)  # type: ignore[arg-type]
    found = [n for n in find_namings(book).get(book.excerpts[0].id, ()) if n.where is NamingPlace.FORM]
    return book, found


def told(naming: Naming) -> tuple[str, str | None, str | None]:
    return naming.type.value, naming.date, naming.author


@pytest.mark.parametrize(
    ("text", "document"),
    [
        (
            f"Pilot House, Hull, 4 May 1911\nMy Lord,\n{BODY}\nI have the honour to be, &c.,\nFOMA QUIST",
            ("letter", "1911-05-04", "quist"),
        ),
        (f"Hull, the 4th May 1911.\nDearest Lida,\n{BODY}\nYour sister,\nAnna Quist", ("letter", "1911-05-04", "quist")),
        (f"To the Editor\nSir,\n{BODY}\nA. Quist, pilot, Hull", ("letter", None, "quist")),
        (f"Dear Mr. Brand,\n{BODY}\nWith kind regards,\nA. Quist", ("letter", None, "quist")),
        (f"Dear Brand, {BODY} Write soon. Yours ever, Quist", ("letter", None, "quist")),
        (f"Hull, 4 May 1911. Esteemed Madam, {BODY} I want nothing. A. Quist", ("letter", "1911-05-04", "quist")),
        (f"Most honoured Professor! {BODY} Respectfully, A. Quist", ("letter", None, "quist")),
        (f"Dear Colleague, {BODY} Yours, A. Quist. Hull, 4 May 1911.", ("letter", "1911-05-04", "quist")),
        (f"My dear Brand,\n{BODY}\nKiss the children.\n(Signed) A. Quist", ("letter", None, "quist")),
        (f"Your Excellency,\n{BODY}\n(–) A. Quist", ("letter", None, "quist")),
        (f"Hull, den 4. Mai 1911\nSehr geehrter Herr Brand!\n{BODY}\nHochachtungsvoll\ngez. Quist", ("letter", "1911-05-04", "quist")),
        (f"Hull, le 4 mai 1911\nMonsieur le Préfet,\n{BODY}\nVeuillez agréer mes respects.\nA. Quist", ("letter", "1911-05-04", "quist")),
        (f"Hull, 4 May 1911\n{BODY}\nA. QUIST", ("letter", "1911-05-04", "quist")),
        (f"From: Anna Quist\nTo: Foma Brand\nDate: Thu, 4 May 1911 10:15\nSubject: horn\nFoma,\n{BODY}\nA.", ("letter", "1911-05-04", "quist")),
        (f"MEMORANDUM\nTO: The Director\nFROM: A. Quist\nDATE: 4 May 1911\nRE: the horn\n{BODY}", ("report", "1911-05-04", "quist")),
        (f"FAX\nTO: BRAND, HULL\nFROM: A. QUIST\nPAGES: 1\n{BODY.upper()} QUIST", ("letter", None, "quist")),
        (f"To His Excellency the Governor.\nYour servant begs to report as follows.\n{BODY}\nThe 4th of May 1911. QUIST", ("report", "1911-05-04", "quist")),
        (f"To the Reverend Brand, in the house at Hull.\n{BODY} I, Ashby, being old, say to you that it was cold.", ("letter", None, "ashby")),
        (f"I am called Quist, son of Brand, I am thirty years old.\n{BODY}\nRead over to the deponent and found true.\n(Signed) F. QUIST", ("deposition", None, "quist")),
        (f"I, Quist Anna, born 1871, cook, give the following explanation. {BODY} Written by me and read, A. Quist", ("deposition", None, "quist")),
        (f"Anna Quist, cook, being duly sworn, said: {BODY}", ("deposition", None, "quist")),
        (f"ANNA QUIST, cook, examined by Mr. Brand. {BODY}", ("deposition", None, "quist")),
        (f"Anna Quist, cook, sworn and examined.—{BODY}", ("deposition", None, "quist")),
        (f"The humble petition of Foma Quist sheweth:\nThat he lost his boat.\n{BODY}\nFOMA QUIST", ("other", None, "quist")),
        (f"To my fellow pilots.\n{BODY} We shall not sail.\n(Signed) Quist", ("letter", None, "quist")),
        (
            "Minutes of the third meeting of the Harbour Board, held at Hull on 4 May 1911. Present: A. Quist.\nMr. Brand asked why.",
            ("other", "1911-05-04", "org:harbour-board"),
        ),
        (f"STATEMENT OF ANNA QUIST\nTaken at Hull, 4 May 1911\n{BODY}\nHer mark X", ("deposition", "1911-05-04", "quist")),
        (f"Her Majesty's Consulate,\nHull, May 4, 1911.\nSir,--{BODY}\nI have, &c.\nF. QUIST.\nThe Earl of Brand", ("letter", "1911-05-04", "quist")),
        (f"CIRCULAR No. 7\nTo all pilots\n{BODY}\nBy order of the Board,\nA. Quist, Secretary", ("letter", None, "quist")),
        (f"Gentlemen,\n{BODY}\nYours etc.\nA. Quist", ("letter", None, "quist")),
        (f"Liebe Mutter!\n{BODY}\nDein Sohn\nFoma Quist", ("letter", None, "quist")),
        (
            "PRESS RELEASE\nHull, 4 May 1911\nTHE HORN IS SOUND\nThe Harbour Board announces that the horn is sound.",
            ("other", "1911-05-04", "org:harbour-board"),
        ),
        ("MASTER BRAND HULL\nSAIL BEFORE SIX WITHOUT FAIL STOP NO DELAY\nQUIST", ("other", None, "quist")),
    ],
)  # fmt: skip
def test_a_document_printed_whole_shows_by_its_lines(text: str, document: tuple[str, str | None, str]) -> None:
    _, found = forms(text)
    assert [told(naming) for naming in found] == [document]


@pytest.mark.parametrize(
    "text",
    [
        "To the north of the town the road was closed.\nI saw it when I came with Quist.",
        "To the question of Brand he answered that he knew nothing of it.\nI heard him say so.\nQuist",
        "Gentlemen!\nI have little to say, and you will not like it.",
        "In Hull, on 4 May 1911, I met Quist for the first time. We spoke of the horn.",
        "The accused were three.\nQuist\nBrand\nAshby",
        "Who had seen the horn? I asked it of everybody, and of Mr. Quist",
        "My name is of no account. I was born at sea.",
        "Hull, 4 May 1911. Dear friends came to me that night, and I told them of the horn that I had seen. We spoke of Quist till the lamp went out, and of Brand.",
        "Some of us were sworn in, and I said: so be it.",
        "From: a distance it looked like a horn.\nI saw it.",
    ],
)
def test_what_only_looks_like_a_letter_is_none(text: str) -> None:
    assert forms(text)[1] == []


def covered(text: str) -> str:
    book, (naming,) = forms(text)
    return naming.covers.cut(book.text)


@pytest.mark.parametrize(
    "after",
    [
        "He never sent it, and Brand burned it.",
        "[Brand did not burn it.]",
        "(Quist to Brand, 3 May 1872.)",
    ],
)
def test_a_letter_ends_where_it_is_signed(after: str) -> None:
    letter = f"Hull, 4 May 1911\nDear Brand,\n{BODY}\nYours faithfully,\nA. QUIST"
    assert covered(f"{letter}\n{after}") == letter


def test_a_postscript_and_an_attestation_belong_to_it() -> None:
    letter = f"Dear Brand,\n{BODY}\nYours faithfully,\nA. QUIST\nP.S. There is no fog."
    assert covered(f"{letter}\nHe never sent it.") == letter
    sworn = f"I, Quist, cook, make oath and say:\n{BODY}\n(Signed) A. QUIST\nSworn at Hull before me."
    assert covered(f"{sworn}\nNobody believed her.") == sworn


def test_what_brings_a_letter_in_is_none_of_it() -> None:
    letter = f"Hull, 4 May 1911\nDear Brand,\n{BODY}\nYours faithfully,\nA. QUIST"
    assert covered(f"The clerk read out what he had found:\n{letter}") == letter


def test_a_letter_under_a_heading_ends_where_it_is_signed_too() -> None:
    book = book_of(f"[From a letter of Anna Quist to her mother]\nDear Mother,\n{BODY}\nYour Anna Quist\nShe kept it.")
    (naming,) = find_namings(book)[book.excerpts[0].id]
    assert naming.where is NamingPlace.HEADER
    assert naming.covers.cut(book.text).strip() == f"Dear Mother,\n{BODY}\nYour Anna Quist"


def test_a_mail_that_is_answered_is_anothers() -> None:
    mail = "From: Anna Quist\nTo: Foma Brand\nDate: 4 May 1911\n\nWhat horn? I saw none.\n\n"
    answered = "Did you see the horn?\nI think it was cold."
    book, found = forms(f"{mail}On 3 May 1911, Foma Brand wrote:\n{answered}\n\nI would not make much of it.")
    assert [told(naming) for naming in found] == [("letter", "1911-05-04", "quist"), ("letter", "1911-05-03", "brand")]
    assert found[1].covers.cut(book.text) == answered
    assert found[0].covers.contains(found[1].covers)


def test_a_note_in_another_hand_is_not_the_writers() -> None:
    memo = f"MEMORANDUM\nTo: Foma Brand\nFrom: A. Quist\n{BODY}\nA. Quist"
    book = book_of(f"{memo}\n[In pencil, in another hand:] Bring me solutions. Brand")
    form, note = find_namings(book)[book.excerpts[0].id]
    assert form.covers.cut(book.text) == memo
    assert (note.author, note.covers.cut(book.text)) == ("brand", "Bring me solutions. Brand")


def test_entries_by_the_time_of_day_are_a_log() -> None:
    log = "Friday 17 Nov. 1911\n9.15 p.m. Cast off.\n11.40 Thick fog.\n12.0 Wheel relieved, Quist."
    book, (naming,) = forms(f"The Board had the ship's log-book before it.\n{log}\nNo entry was made for two o'clock.")
    assert (naming.author, naming.date) == ("org:ship", "1911-11-17")
    assert naming.covers.cut(book.text) == log


def test_a_letter_that_nobody_signs_has_no_author_and_says_so() -> None:
    _, (naming,) = forms(f"Hull, 4 May 1911\nMy Lord,\n{BODY}")
    assert told(naming) == ("letter", "1911-05-04", None)
    assert any("nothing says who writes" in reason.rule for reason in naming.reasons)


def test_a_name_that_nobody_on_the_page_bears_signs_as_printed() -> None:
    _, (naming,) = forms(f"Dear Brand,\n{BODY}\nYours faithfully,\nM. Oxley")
    assert (naming.author, naming.author_name) == ("anon:m-oxley", "M. Oxley")


def test_a_witness_ends_where_others_begin_to_ask() -> None:
    text = f"Anna Quist, cook, sworn, said: {BODY}\nBy the Court: Then why did she say it?\nThe witness: I told her to."
    assert covered(text) == BODY


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Decrees and Resolutions: The Quist Years", None),
        ("Minutes of the Harbour Board under Quist", None),
        ("The Letters of Anna Quist", "quist"),
        ("Conversations with Quist", "quist"),
    ],
)
def test_a_title_names_who_speaks_only_of_his_own_words(title: str, author: str | None) -> None:
    book = book_of("We had no fog.", csl={**MARLOW, "title": title})
    (naming,) = find_namings(book)[book.excerpts[0].id]
    assert (naming.where, naming.author) == (NamingPlace.TITLE, author)


@pytest.mark.parametrize(
    "label",
    [
        "[Harbour Board session minutes of 4 May 1911]",
        "[Minutes of the May 1911 session of the Harbour Board]",
        "[Resolution of the plenary session of the Harbour Board, 4 May 1911]",
    ],
)
def test_a_body_makes_a_document_and_not_its_meeting(label: str) -> None:
    book = book_of(f"{label}\nThe horn is to be mended.")
    (naming,) = find_namings(book)[book.excerpts[0].id]
    assert naming.author == "org:harbour-board"


def test_a_title_in_italics_that_has_a_day_is_a_newspaper() -> None:
    book = book_of("One reads in the *Courier of Hull* of Saturday: « The horn is sound, and the Board is not. »")
    (naming,) = find_namings(book)[book.excerpts[0].id]
    assert (naming.type.value, naming.author) == ("newspaper", "org:courier-of-hull")


def test_what_a_body_decides_is_the_bodys_where_it_says_when_it_was_given() -> None:
    _, found = forms("The Harbour Court finds: That Foma Brand is guilty of neglect. Given at Hull, 4 May 1911.")
    assert told(found[0]) == ("decree", "1911-05-04", "org:harbour-court")


@pytest.mark.parametrize(
    "text", ["The Harbour Court finds: That Foma Brand is guilty.", "The court was given a plan of Hull, 4 May 1911."]
)
def test_what_somebody_says_of_a_court_is_no_ruling(text: str) -> None:
    _, found = forms(text)
    assert not found


def test_a_certificate_is_signed_with_a_degree() -> None:
    _, found = forms("I, the undersigned, surgeon of the port, certify that I have seen the pilot. A. Quist, Dr. med.")
    assert told(found[0])[2] == "quist"
