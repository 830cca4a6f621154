from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from testimonia.model import (
    Act,
    Alignment,
    Amount,
    Anchor,
    Assertion,
    Audit,
    AuditPart,
    Block,
    Carriage,
    Cause,
    Caution,
    CautionKind,
    Cell,
    CellKind,
    Citation,
    CitedField,
    Claim,
    Convention,
    Dating,
    Decision,
    DecisionKind,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Document,
    DocumentType,
    Entry,
    Excerpt,
    Finding,
    FindingKind,
    Gender,
    Hand,
    HandRole,
    Ledger,
    Marker,
    MarkerKind,
    MayBe,
    Mention,
    Mode,
    Nearness,
    Origin,
    Part,
    PartKind,
    Passage,
    PassageKind,
    Person,
    Proceeding,
    ProceedingKind,
    Profile,
    Reason,
    Record,
    Sourcebook,
    Span,
    Spelling,
    Voice,
    Witness,
    Work,
)
from testimonia.testing import make_book, make_source

PAGE = """The Wreck of the Ardent

THE HORN WAS NEVER SOUNDED

I stood on the quay, and no horn was sounded before she struck. Élise Dorval saw it too.

Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45

The horn could be heard in Marlow’s own kitchen.

Quist, Bela. The Inner Harbour. Hull: Tern, 1958, p. 7

THE TIDE WAS LOW

At low tide no ship of that draught could pass.

Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 51

NOBODY ASKED THE PILOT
"""

CLAIMS = ("THE HORN WAS NEVER SOUNDED", "THE TIDE WAS LOW", "NOBODY ASKED THE PILOT")
MARLOW, QUIST = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931", "Quist, Bela. The Inner Harbour. Hull: Tern, 1958"
WORKS: dict[str, dict[str, Any]] = {
    MARLOW: {
        "type": "book",
        "title": "Salt and Ashes",
        "author": [{"family": "Marlow", "given": "A."}],
        "issued": "1931",
    },
    QUIST: {
        "type": "book",
        "title": "The Inner Harbour",
        "author": [{"family": "Quist", "given": "Bela"}],
        "issued": {"date-parts": [[1958]]},
    },
}


@pytest.fixture
def book() -> Sourcebook:
    return make_book(
        PAGE,
        title="The Wreck of the Ardent",
        claims=CLAIMS,
        excerpts=[
            (
                "I stood on the quay, and no horn was sounded before she struck. Élise Dorval saw it too.",
                CLAIMS[0],
                f"{MARLOW}, p. 44-45",
            ),
            ("The horn could be heard in Marlow’s own kitchen.", CLAIMS[0], f"{QUIST}, p. 7"),
            ("At low tide no ship of that draught could pass.", CLAIMS[1], f"{MARLOW}, p. 51"),
        ],
        works=WORKS,
    )


@pytest.fixture
def full_book() -> Sourcebook:
    """A book in which every field of every record says something else than its default."""
    text = "A TITLE\nTHE FERRY\n> It left.\n> No one saw.\n[Marlow, ibid., p. 3]\njunk"
    claim_span, excerpt_span, citation_span = Span(8, 17), Span(20, 42), Span(44, 63)
    segments = (Span(20, 28), Span(31, 42))
    source = dataclasses.replace(
        make_source(text, name="ferry.html", media="text/html"),
        raw=b"\xff\x00 not the text",
        encoding="windows-1252",
        sha256="f" * 64,
        blocks=(
            Block(
                span=claim_span,
                tag="h2",
                path=("html", "body", "h2"),
                serials=(1, 2, 3),
                style="thesis",
                aside=True,
                emphasis=((Span(8, 11), "b"),),
                links=((Span(12, 17), "https://example.org/?a=1"),),
                anchor="t1",
            ),
            Block(excerpt_span, "p"),
        ),
        offsets=((0, 10, 7), (8, 30, 55)),
    )
    reason = Reason("same author", "Marlow", Span(44, 50))
    book = Sourcebook(source)
    book.add(
        [
            Passage(PassageKind.TITLE, Span(0, 7)),
            Passage(PassageKind.MARK, Span(7, 8)),
            Passage(PassageKind.CLAIM, Span(8, 11), "h1"),
            Passage(PassageKind.MARK, Span(11, 12)),
            Passage(PassageKind.CLAIM, Span(12, 17), "h1"),
            Passage(PassageKind.MARK, Span(17, 20)),
            Passage(PassageKind.EXCERPT, segments[0], "x1"),
            Passage(PassageKind.MARK, Span(28, 31)),
            Passage(PassageKind.EXCERPT, segments[1], "x1"),
            Passage(PassageKind.MARK, Span(42, 44)),
            Passage(PassageKind.CITATION, citation_span, "c1"),
            Passage(PassageKind.MARK, Span(63, 65)),
            Passage(PassageKind.STRAY, Span(65, len(text))),
            Claim("h1", claim_span, "THE\nFERRY", 2, (Reason("in capitals"), reason), (Span(8, 11), Span(12, 17))),
            Excerpt("x2", Span(31, 42), "No one saw.", None, None),
            Excerpt(
                "x1", excerpt_span, "It left.\nNo one saw.", "h1", "c1", segments, (reason, Reason("quoted", "> "))
            ),
            Citation(
                id="c1",
                span=citation_span,
                text="Marlow, ibid., p. 3",
                csl={"author": [{"family": "Marlow"}], "page": "3"},
                work="w1",
                locator="3",
                resolved={"title": "Salt", "issued": "1931"},
                fields=(CitedField("author", Span(44, 50)), CitedField("locator", Span(62, 63))),
                reasons=(reason,),
            ),
            Citation("c2", Span(0, 7), "A TITLE", {}, None, None, {}),
            Work(
                id="w1",
                csl={"title": "Salt", "author": [{"literal": "Marlow"}]},
                citations=1,
                spellings=("Marlow, Salt", "ibid."),
                reasons=(reason,),
                span=citation_span,
                text="Marlow, ibid., p. 3",
            ),
            Finding("f1", FindingKind.OCR, Span(65, 69), "A word that is none.", "junk"),
            Convention("claims", "capitals", "because", 1, (Span(0, 7), Span(8, 9)), stated=True),
            Convention("citations", "own line", "so", 3),
        ]
    )
    book.add(_people_and_voices())
    book.add(_assertions_and_registers())
    book.add(_worth())
    return book


def _people_and_voices() -> list[Record]:
    """Two people, one of whom speaks, in the excerpt of `full_book`."""
    why, against = Reason("an initial that agrees", "M.", Span(44, 45)), Reason("another given name")
    spellings = (
        Spelling("Marlow", 2, "ALA-LC", "Марлов", 0.9, (why, Reason("alone")), (against,)),
        Spelling("Marlov", 1),
    )
    named, first, second = Anchor(Span(44, 50), "Marlow", "> No one saw.\n[", ", ibid."), Span(20, 28), Span(31, 42)
    author = Hand(HandRole.AUTHOR, "author:w1", "Marlow", (why,))
    compiler = Hand(HandRole.COMPILER, "compiler")
    letter = Hand(HandRole.DOCUMENT, "d1", "a letter")
    return [
        Person("p2", "Quist"),
        Person(
            id="p1",
            name="Marlow",
            variants=("Marlow", "Marlov"),
            spellings=spellings,
            gender=Gender.FEMALE,
            roles=(Reason("said before the name", "pilot", Span(3, 8)), Reason("known", "witness")),
            identifiers={"wikidata": "Q1", "viaf": "2"},
            reasons=(why, against),
        ),
        Mention("m1", Span(20, 22), "It", "x1", "p1", 0.75, (why, against), (against,)),
        Mention("m2", Span(8, 11), "THE", "h1", "p2"),
        MayBe("y1", "p1", "p2", 0.4, (why,), (against, why)),
        Decision(
            "d1", DecisionKind.MERGE, (named,), (named, Anchor(Span(0, 1), "A")), "Inés", "2031-05-01", "one hand"
        ),
        Decision("d2", DecisionKind.SPLIT, (named,), (), "Inés", "2031-05-02T09:00:00Z", "two hands", orphaned=True),
        Decision("d3", DecisionKind.UNDO, (named,), (named,), "Inés", "2031-05-03", "one after all", True, of="d2"),
        Document("d2", DocumentType.OTHER),
        Document(
            id="d1",
            type=DocumentType.LETTER,
            date="1931-05",
            author="p1",
            author_name="Marlow",
            date_words=(Span(44, 46), Span(46, 48)),
            places=(Span(44, 50),),
            excerpts=("x1", "x2"),
            reasons=(why,),
        ),
        Voice(
            "v1",
            "x1",
            first,
            "author:w1",
            "Marlow",
            Mode.NARRATION,
            chain=(compiler, author),
        ),
        Voice(
            id="v2",
            excerpt="x1",
            span=second,
            speaker="p1",
            speaker_name="Marlow",
            mode=Mode.QUOTE,
            document="d1",
            chain=(author, letter, Hand(HandRole.SPEAKER, "p1", "Marlow", (why, against))),
            segments=(Span(31, 33), second),
            confidence=0.5,
            reasons=(why,),
        ),
        Voice("v3", "x2", second, "compiler", "", Mode.EDITORIAL),
    ]


def _assertions_and_registers() -> list[Record]:
    """What is said in `full_book`, and what it says happened."""
    why = Reason("a verb of saying", "saw", Span(38, 41))
    few = Amount(Span(31, 33), "No", value=0.5, unit="one")
    some = Amount(Span(20, 27), "It left", min=1, max=2.5)
    return [
        Assertion(
            id="a1",
            span=Span(31, 42),
            text="No one saw.",
            speaker="p1",
            speaker_name="Marlow",
            act=Act.DENIES,
            excerpt="x1",
            of=("p2", "group:crew"),
            of_names=("Quist", "the crew", "another"),
            of_spans=(Span(20, 22),),
            matter=Span(34, 41),
            when="1931-05",
            when_span=Span(44, 46),
            where="ibid.",
            where_span=Span(52, 57),
            amount=few,
            markers=(
                Marker(MarkerKind.NEGATION, Span(31, 33), "No"),
                Marker(MarkerKind.HEDGE, Span(34, 37), "one"),
                Marker(MarkerKind.IRONY, Span(38, 41), "saw"),
            ),
            touches="a2",
            voice="v2",
            confidence=0.25,
            reasons=(why, Reason("no other")),
        ),
        Assertion("a2", Span(8, 17), "THE FERRY", "compiler", "", Act.REPORTS, claim="h1", amount=some),
        Proceeding(
            id="g1",
            kind=ProceedingKind.INQUIRY,
            name="the inquiry",
            names=(Reason("named", "It", Span(20, 22)), Reason("in the title")),
            date="1931",
            reasons=(why,),
        ),
        Proceeding("g2", ProceedingKind.TRIAL, "a trial"),
        Cell("l1", "g1", CellKind.DATE, "FERRY", Span(12, 17), "h1", "compiler", "", edtf="1931-06"),
        Cell(
            id="l2",
            proceeding="g1",
            kind=CellKind.PLEA,
            value="left",
            span=Span(23, 27),
            record="x1",
            speaker="author:w1",
            speaker_name="Marlow",
            person="p2",
            person_name="Quist",
            edtf="1931",
            confidence=0.5,
            reasons=(why,),
        ),
        Entry(
            id="e1",
            ledger=Ledger.PAYMENTS,
            span=Span(20, 28),
            text="It left.",
            record="x1",
            speaker="p1",
            speaker_name="Marlow",
            parts=(
                Part("payer", "It", Span(20, 22), "p2"),
                Part("payee", "left", Span(23, 27), "p1"),
                Part("for", "left", Span(23, 27)),
            ),
            amount=some,
            when="1931~",
            when_span=Span(20, 22),
            confidence=0.75,
            reasons=(why, why),
        ),
        Entry("e2", Ledger.OFFICES, Span(8, 11), "THE", "h1", "compiler", ""),
        Dating(
            id="t1",
            span=Span(23, 27),
            text="left",
            edtf="1931-05-02",
            precision="day",
            record="x1",
            speaker="p1",
            speaker_name="Marlow",
            event=Span(20, 27),
            reasons=(why,),
        ),
        Dating("t2", Span(8, 11), "THE", "1931", "year", "h1", "compiler", ""),
    ]


def _worth() -> list[Record]:
    """What the evidence in `full_book` is worth."""
    why = Reason("the same words", "saw", Span(38, 41))
    left, none, ferry = Span(20, 28), Span(31, 42), Span(12, 17)
    return [
        Dependence(
            id="n1",
            a="x1",
            b="x2",
            a_span=left,
            b_span=none,
            kind=DependenceKind.REQUOTE,
            alignments=(Alignment(Span(20, 22), Span(31, 33)), Alignment(Span(23, 27), Span(34, 37))),
            confidence=0.5,
            reasons=(why, Reason("the same order")),
        ),
        Dependence("n2", "x1", "x2", none, none, DependenceKind.DERIVES),
        Origin("o2", ("x2",)),
        Origin("o1", ("x1", "x2"), ("n1", "n2"), "x2", (why,)),
        Witness("s1", "x1", "p1", "Marlow", none, Nearness.PRESENT, "o1", 0.75, (why, Reason("first person"))),
        Witness("s2", "x2", "group:crew", "", Span(31, 33), Nearness.UNSTATED, "o2"),
        Discrepancy(
            id="z1",
            a="h1",
            b="x1",
            a_span=ferry,
            b_span=left,
            kind=DiscrepancyKind.HEADING,
            about="FERRY",
            a_says="FERRY",
            b_says="It left.",
            cause=Cause.MISPRINT,
            persons=("p2", "group:crew"),
            confidence=0.25,
            reasons=(why,),
        ),
        Discrepancy("z2", "x2", "h1", none, ferry, DiscrepancyKind.DATE, "FERRY", "No one", "FERRY"),
        Audit("u2", "h1", Profile.NOT_FOUND),
        Audit(
            id="u1",
            claim="h1",
            profile=Profile.HEDGED,
            parts=(
                AuditPart(Span(8, 11), "THE", PartKind.QUALIFIER, Carriage.MISSING),
                AuditPart(ferry, "FERRY", PartKind.ACT, Carriage.HEDGED, (left, none), (why, Reason("alone"))),
            ),
            cautions=(
                Caution(CautionKind.SINGLE, Span(8, 17), "One man says so."),
                Caution(CautionKind.HEDGE_DROPPED, ferry, "The source says “It left.”", "x1", left, 0.5),
            ),
            excerpts=("x2", "x1"),
            origins=("o1", "o2"),
            reasons=(why,),
        ),
    ]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8", newline="")
    return path
