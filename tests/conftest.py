"""How much the properties are tried, and a book of which much can be asked.

Properties are tried little by default, much with ``--hypothesis-profile=thorough``.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from testimonia.model import (
    Act,
    Amount,
    Assertion,
    Cell,
    CellKind,
    Dating,
    Entry,
    Gender,
    Ledger,
    Marker,
    MarkerKind,
    Mention,
    Part,
    Person,
    Proceeding,
    ProceedingKind,
    Reason,
    Sourcebook,
    Span,
    Spelling,
)
from testimonia.testing import check_book, make_book

# No deadline for one example: the first one of a test pays for the imports, and a loaded machine for the rest.
settings.register_profile("testimonia", settings(), deadline=None)
settings.register_profile(
    "thorough",
    settings(),
    deadline=None,
    max_examples=2_500,  # four tests that read pages: 10,000
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
    derandomize=False,
)
settings.load_profile("testimonia")


INQUIRY = "\n\n".join(
    (
        "THE PILOT SOLD THE CHARTS",
        "In May 1931 Dorval said that Quist sold the charts. Quist, she added, allegedly took 40 to 50 crowns. "
        "I did not, said Quist.",
        "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44",
        "The inquiry sat at Hull on 3 June 1931. Quist pleaded not guilty and was fined. On 4 June Dorval took back "
        "her words. The crew blamed Quist.",
        "Tern, B. The Inner Harbour. Hull: Tern, 1958, p. 7",
        "QUIST PLEADED GUILTY AT THE INQUIRY\n",
    )
)


@pytest.fixture
def inquiry() -> Sourcebook:
    """A book in which two people say something of each other, there is a payment and an inquiry, and dates differ."""
    return make_inquiry()


def make_inquiry() -> Sourcebook:
    first, second = (line for line in INQUIRY.splitlines() if line.startswith(("In May", "The inquiry")))
    claims = ["THE PILOT SOLD THE CHARTS", "QUIST PLEADED GUILTY AT THE INQUIRY"]
    cited = [line for line in INQUIRY.splitlines() if line.startswith(("Marlow", "Tern"))]
    book = make_book(INQUIRY, claims=claims, excerpts=[(first, claims[0], cited[0]), (second, claims[0], cited[1])])
    (x1, x2), (c1, c2) = (x.id for x in book.excerpts), (c.id for c in book.claims)

    def at(words: str, after: int = 0) -> Span:
        start = INQUIRY.index(words, after)
        return Span(start, start + len(words))

    def said(
        id_: str, words: str, speaker: str, name: str, act: Act, of: tuple[str, ...] = (), **more: Any
    ) -> Assertion:
        where = {"claim": c1} if words.isupper() else {"excerpt": x1 if words in first else x2}
        names = tuple({"p1": "Dorval", "p2": "Quist"}.get(who, "the crew") for who in of)
        return Assertion(id_, at(words), words, speaker, name, act, of=of, of_names=names, **where, **more)

    crowns = Amount(at("40 to 50 crowns"), "40 to 50 crowns", min=40, max=50, unit="crowns")
    marlow, tern = ("author:w1", "Marlow"), ("author:w2", "Tern")
    june, why = at("3 June 1931"), Reason("a verb of saying", "said", at("said"))
    book.add(
        [
            Person(
                "p1", "Inés Dorval", ("Dorval",), (Spelling("Dorval", 2),), Gender.FEMALE, identifiers={"viaf": "2"}
            ),
            Person("p2", "Bela Quist", ("Quist", "QUIST"), (Spelling("Quist", 5), Spelling("QUIST", 1))),
            Mention("m1", at("Dorval"), "Dorval", x1, "p1"),
            Mention("m2", at("Quist"), "Quist", x1, "p2"),
            Mention("m3", at("Quist", at("The inquiry").start), "Quist", x2, "p2"),
            Mention("m4", at("QUIST"), "QUIST", c2, "p2"),
            said("a1", "THE PILOT SOLD THE CHARTS", "compiler", "", Act.ACCUSES, ("p2",)),
            said(
                "a2",
                "Dorval said that Quist sold the charts.",
                "p1",
                "Dorval",
                Act.ACCUSES,
                ("p2",),
                when="1931-05",
                when_span=at("May 1931"),
                matter=at("sold the charts"),
                reasons=(why,),
            ),
            said(
                "a3",
                "Quist, she added, allegedly took 40 to 50 crowns.",
                "p1",
                "Dorval",
                Act.ACCUSES,
                ("p2",),
                amount=crowns,
                markers=(Marker(MarkerKind.HEDGE, at("allegedly"), "allegedly"),),
                confidence=0.75,
            ),
            said("a4", "I did not, said Quist.", "p2", "Quist", Act.DENIES, ("p1",), touches="a3", where="Hull"),
            said(
                "a5",
                "On 4 June Dorval took back her words.",
                "p1",
                "Dorval",
                Act.RETRACTS,
                when="1931-06-04",
                when_span=at("4 June"),
                touches="a2",
            ),
            said("a6", "The crew blamed Quist.", "group:the-crew", "the crew", Act.ACCUSES, ("p2",)),
            Proceeding(
                "g1",
                ProceedingKind.INQUIRY,
                "The inquiry",
                (Reason("named", "The inquiry", at("The inquiry")), Reason("named", "THE INQUIRY", at("THE INQUIRY"))),
            ),
            Proceeding("g2", ProceedingKind.TRIAL, "a trial"),
            Cell("l1", "g1", CellKind.DATE, "3 June 1931", june, x2, *tern, edtf="1931-06-03"),
            Cell("l2", "g1", CellKind.PLACE, "Hull", at("Hull", june.start - 20), x2, *tern),
            Cell(
                "l3", "g1", CellKind.PLEA, "not guilty", at("not guilty"), x2, *tern, person="p2", person_name="Quist"
            ),
            Cell(
                "l4", "g1", CellKind.PLEA, "GUILTY", at("GUILTY"), c2, "compiler", "", person="p2", person_name="QUIST"
            ),
            Cell(
                "l5",
                "g1",
                CellKind.SENTENCE,
                "fined",
                at("fined"),
                x2,
                *tern,
                person="p2",
                person_name="Quist",
                confidence=0.5,
                reasons=(why,),
            ),
            Entry(
                id="e1",
                ledger=Ledger.PAYMENTS,
                span=at("Quist, she added, allegedly took 40 to 50 crowns."),
                text="Quist, she added, allegedly took 40 to 50 crowns.",
                record=x1,
                speaker="p1",
                speaker_name="Dorval",
                parts=(
                    Part("for", "the charts", at("the charts")),
                    Part("payee", "Quist", at("Quist", at("charts.").start), "p2"),
                ),
                amount=crowns,
                when="1931-05",
            ),
            Entry(
                "e2",
                Ledger.MEETINGS,
                at("sat at Hull"),
                "sat at Hull",
                x2,
                *tern,
                (Part("where", "Hull", at("Hull", june.start - 20)),),
            ),
            Dating("t1", at("May 1931"), "May 1931", "1931-05", "month", x1, *marlow, at("Dorval said")),
            Dating("t2", june, "3 June 1931", "1931-06-03", "day", x2, *tern, at("The inquiry sat at Hull")),
            Dating("t3", at("4 June"), "4 June", "1931-06-04", "day", x2, *tern, reasons=(why,)),
            Dating("t4", at("1931", at("In May").start), "1931", "193X", "decade", x1, *marlow, at("sold the charts")),
        ]
    )
    check_book(book)
    return book
