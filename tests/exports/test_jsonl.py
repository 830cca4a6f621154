from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import testimonia
from testimonia.exports import export, export_jsonl
from testimonia.exports.facts import json_record
from testimonia.exports.jsonl import FILES
from testimonia.model import (
    Alignment,
    Anchor,
    Audit,
    AuditPart,
    Carriage,
    Cause,
    Caution,
    CautionKind,
    Citation,
    CitedField,
    Claim,
    Decision,
    DecisionKind,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Document,
    DocumentType,
    Excerpt,
    Finding,
    FindingKind,
    Gender,
    Hand,
    HandRole,
    MayBe,
    Mention,
    Mode,
    Nearness,
    Origin,
    PartKind,
    Person,
    Profile,
    Reason,
    Sourcebook,
    Span,
    Spelling,
    Voice,
    Witness,
    Work,
)
from testimonia.testing import make_book

PAGE = "A page\r\n\r\nTHE FERRY\r\n\r\nIt \u2028left\x85 at é.\r\n\r\nMarlow, Salt, p. 3\r\n"


@pytest.fixture
def book() -> Sourcebook:
    book = make_book(PAGE, title="A page", claims=["THE FERRY"])
    words, cited = "It \u2028left\x85 at é.", "Marlow, Salt, p. 3"
    span, place = Span(PAGE.index(words), PAGE.index(words) + len(words)), PAGE.index(cited)
    segments = (Span(span.start, span.start + 2), Span(span.start + 3, span.end))
    book.add(
        [
            Excerpt("x1", span, words, book.claims[0].id, "c1", segments),
            Excerpt("x2", Span(0, 6), "A page", None, None),
            Citation(
                id="c1",
                span=Span(place, place + len(cited)),
                text=cited,
                csl={"title": "Salt"},
                work="w1",
                locator="3",
                resolved={"title": "Salt", "issued": "1931"},
                fields=(CitedField("title", Span(place + 8, place + 12)),),
                reasons=(Reason("short title", "Salt"),),
            ),
            Citation("c2", Span(0, 6), "A page"),
            Work("w1", {"title": "Salt"}, 1, ("Marlow, Salt",), (), Span(place, place + len(cited)), cited),
            Work("w2", {"title": "Ashes"}, 0),
            Finding("f1", FindingKind.OCR, Span(0, 1), "A word that is none.", "A"),
        ]
    )
    return book


def rows(path: Path) -> list[dict[str, Any]]:
    """As the strictest reader would: any line end that Unicode knows ends a record."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_files_of_the_format_are_written(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_jsonl(book, tmp_path / "out")
    assert {path.name for path in folder.iterdir()} == {f"{name}.jsonl" for name in FILES} | {
        "sourcebook.json",
        "text.txt",
    }
    for name in ("people", "mentions", "voices", "documents", "decisions", "assertions", "discrepancies"):
        assert (folder / f"{name}.jsonl").read_bytes() == b""


def test_the_sourcebook_is_told(book: Sourcebook, tmp_path: Path) -> None:
    facts = json.loads((export_jsonl(book, tmp_path / "out") / "sourcebook.json").read_text(encoding="utf-8"))
    assert facts["title"] == "A page"
    assert facts["sha256"] == book.source.sha256
    assert facts["characters"] == len(PAGE)
    assert facts["program"] == {"name": "testimonia", "version": testimonia.__version__}
    assert facts["encoding"] == "utf-8"


def test_offsets_point_into_the_text_that_is_written_along(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_jsonl(book, tmp_path / "out")
    text = (folder / "text.txt").read_bytes().decode("utf-8")
    assert text == PAGE
    records = [r for name in ("claims", "excerpts", "citations") for r in rows(folder / f"{name}.jsonl")]
    assert len(records) == 5
    assert all(text[record["start"] : record["end"]] == record["text"] for record in records)


def test_absent_facts_are_left_out_but_the_links_of_an_excerpt(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_jsonl(book, tmp_path / "out")
    first, second = rows(folder / "excerpts.jsonl")
    assert (first["claim"], first["citation"]) == (book.claims[0].id, "c1")
    assert (second["claim"], second["citation"]) == (None, None)
    assert first["segments"] == [[first["start"], first["start"] + 2], [first["start"] + 3, first["end"]]]
    assert second["segments"] == [[0, 6]]
    full, bare = rows(folder / "citations.jsonl")
    assert full["resolved"] == {"title": "Salt", "issued": "1931"}
    assert (full["csl"], full["work"], full["locator"]) == ({"title": "Salt"}, "w1", "3")
    assert full["reasons"] == [{"rule": "short title", "words": "Salt"}]
    assert bare == {"id": "c2", "start": 0, "end": 6, "text": "A page", "csl": {}}


def test_a_heading_in_pieces_tells_them(tmp_path: Path) -> None:
    book = make_book("## THE\n## FERRY")
    book.add(
        [Claim("c1", Span(3, 15), "THE\nFERRY", segments=(Span(3, 6), Span(10, 15))), Claim("c2", Span(0, 2), "##")]
    )
    first, second = rows(export_jsonl(book, tmp_path / "out") / "claims.jsonl")
    assert first["segments"] == [[3, 6], [10, 15]]
    assert "segments" not in second


def test_works_and_findings_have_their_fields(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_jsonl(book, tmp_path / "out")
    assert rows(folder / "works.jsonl") == [
        {
            "id": "w1",
            "start": PAGE.index("Marlow"),
            "end": PAGE.index("Marlow") + len("Marlow, Salt, p. 3"),
            "text": "Marlow, Salt, p. 3",
            "csl": {"title": "Salt"},
            "citations": 1,
            "spellings": ["Marlow, Salt"],
        },
        {"id": "w2", "csl": {"title": "Ashes"}, "citations": 0},
    ]
    assert rows(folder / "findings.jsonl") == [
        {"id": "f1", "kind": "ocr", "start": 0, "end": 1, "text": "A", "message": "A word that is none."}
    ]


def test_people_and_where_they_are_named(book: Sourcebook, tmp_path: Path) -> None:
    start = PAGE.index("left")
    why, against = Reason("alone of that name"), Reason("another trade", "left", Span(start, start + 4))
    book.add(
        [
            Person("p1", "Left", ("left",), (Spelling("left", 1),)),
            Person(
                id="p2",
                name="Marlow",
                variants=("Marlow",),
                spellings=(Spelling("Marlow", 1, "ALA-LC", "Марлов", 0.5, (why,), (against,)),),
                gender=Gender.FEMALE,
                roles=(Reason("before the name", "pilot"),),
                identifiers={"viaf": "2"},
                reasons=(why,),
            ),
            Mention("m1", Span(start, start + 4), "left", "x1", "p1", 0.5, (why,), (against,)),
            MayBe("y1", "p1", "p2", 0.25, (why,), (against,)),
        ]
    )
    folder = export_jsonl(book, tmp_path / "out")
    because = [{"rule": "alone of that name"}]
    but = [{"rule": "another trade", "words": "left", "start": start, "end": start + 4}]
    assert rows(folder / "people.jsonl") == [
        {
            "id": "p1",
            "name": "Left",
            "variants": ["left"],
            "spellings": [{"text": "left", "count": 1, "confidence": 1.0}],
        },
        {
            "id": "p2",
            "name": "Marlow",
            "variants": ["Marlow"],
            "spellings": [
                {
                    "text": "Marlow",
                    "count": 1,
                    "scheme": "ALA-LC",
                    "original": "Марлов",
                    "confidence": 0.5,
                    "reasons": because,
                    "against": but,
                }
            ],
            "gender": "female",
            "roles": [{"rule": "before the name", "words": "pilot"}],
            "identifiers": {"viaf": "2"},
            "reasons": because,
        },
    ]
    place = {"start": start, "end": start + 4, "text": "left", "record": "x1", "person": "p1"}
    assert rows(folder / "mentions.jsonl") == [
        {"id": "m1", **place, "confidence": 0.5, "reasons": because, "against": but}
    ]
    assert rows(folder / "maybes.jsonl") == [
        {"id": "y1", "a": "p1", "b": "p2", "confidence": 0.25, "reasons": because, "against": but}
    ]


def test_voices_tell_their_document_and_their_chain(book: Sourcebook, tmp_path: Path) -> None:
    why = Reason("closed by this citation", "Marlow")
    author, letter = Hand(HandRole.AUTHOR, "author:w1", "Marlow", (why,)), Hand(HandRole.DOCUMENT, "d1")
    book.add(
        [
            Document(
                "d1", DocumentType.LETTER, "1931", "org:mercury", "the Mercury", (Span(0, 1),), (Span(2, 3),), ("x1",)
            ),
            Document("d2", DocumentType.OTHER),
            Voice("v1", "x1", Span(24, 26), "author:w1", "Marlow", Mode.NARRATION, chain=(author,)),
            Voice(
                "v2",
                "x1",
                Span(27, 31),
                "anon:pilot",
                "",
                Mode.QUOTE,
                "d1",
                (letter,),
                (Span(27, 28), Span(30, 31)),
                0.5,
            ),
        ]
    )
    folder = export_jsonl(book, tmp_path / "out")
    narrated, quoted = rows(folder / "voices.jsonl")
    assert narrated == {
        "id": "v1",
        "excerpt": "x1",
        "start": 24,
        "end": 26,
        "speaker": "author:w1",
        "speaker_name": "Marlow",
        "mode": "narration",
        "document": None,
        "chain": [
            {
                "role": "author",
                "who": "author:w1",
                "name": "Marlow",
                "reasons": [{"rule": "closed by this citation", "words": "Marlow"}],
            }
        ],
        "confidence": 1.0,
    }
    facts = {"id": "d1", "type": "letter", "date": "1931", "author": "org:mercury", "author_name": "the Mercury"}
    assert quoted["document"] == facts
    assert quoted["segments"] == [[27, 28], [30, 31]]
    assert quoted["chain"] == [{"role": "document", "who": "d1"}]
    assert rows(folder / "documents.jsonl") == [
        {**facts, "date_words": [[0, 1]], "places": [[2, 3]], "excerpts": ["x1"]},
        {"id": "d2", "type": "other"},
    ]
    assert json_record(book.voices["v2"])["document"] == {"id": "d1"}


def test_decisions_are_exported_with_who_when_and_why(book: Sourcebook, tmp_path: Path) -> None:
    anchor = Anchor(Span(0, 1), "A", "", " page")
    book.add(
        [
            Decision("e1", DecisionKind.MERGE, (anchor,), (), "Inés", "2031-05-01", "one hand", orphaned=True),
            Decision("e2", DecisionKind.UNDO, (), (), "Inés", "2031-05-02", "two hands", of="e1"),
        ]
    )
    first, second = rows(export_jsonl(book, tmp_path / "out") / "decisions.jsonl")
    assert first["a"] == [{"start": 0, "end": 1, "text": "A", "after": " page"}]
    assert (first["reviewer"], first["when"], first["why"]) == ("Inés", "2031-05-01", "one hand")
    assert (first["orphaned"], "of" in first) == (True, False)
    assert (second["kind"], second["of"]) == ("undo", "e1")


def test_what_the_evidence_is_worth(book: Sourcebook, tmp_path: Path) -> None:
    it, a = Span(23, 25), Span(0, 1)
    why = Reason("the same words", "It", it)
    claim = book.claims[0]
    ferry = Span(claim.span.start + 4, claim.span.end)
    book.add(
        [
            Dependence("n1", "x1", "x2", it, a, DependenceKind.REQUOTE, (Alignment(it, a),), 0.5, (why,)),
            Dependence("n2", "x1", "x2", it, a, DependenceKind.DERIVES),
            Origin("o1", ("x1", "x2"), ("n1",), "x2", (why,)),
            Origin("o2", ("x1",)),
            Witness("s1", "x1", "author:w1", "Marlow", it, Nearness.HEARD, "o1", 0.5, (why,)),
            Discrepancy(
                *("z1", "x1", claim.id, it, ferry, DiscrepancyKind.NAME, "FERRY", "It", "FERRY"),
                *(Cause.MISPRINT, ("p1",), 0.25, (why,)),
            ),
            Discrepancy("z2", "x1", "x2", it, a, DiscrepancyKind.DATE, "A", "It", "A"),
            Audit(
                id="u1",
                claim=claim.id,
                profile=Profile.SINGLE,
                parts=(
                    AuditPart(ferry, "FERRY", PartKind.ACT, Carriage.CARRIED, (it,), (why,)),
                    AuditPart(ferry, "FERRY", PartKind.NUMBER, Carriage.MISSING),
                ),
                cautions=(
                    Caution(CautionKind.CUT, ferry, "It is cut.", "x1", it, 0.5),
                    Caution(CautionKind.SINGLE, ferry, "One says so."),
                ),
                excerpts=("x1",),
                origins=("o1",),
                reasons=(why,),
            ),
        ]
    )
    folder = export_jsonl(book, tmp_path / "out")
    because = [{"rule": "the same words", "words": "It", "start": 23, "end": 25}]
    pair = {"a": "x1", "b": "x2", "a_start": 23, "a_end": 25, "b_start": 0, "b_end": 1}
    pieces = [{"a_start": 23, "a_end": 25, "b_start": 0, "b_end": 1}]
    assert rows(folder / "dependences.jsonl") == [
        {"id": "n1", **pair, "kind": "requote", "alignments": pieces, "confidence": 0.5, "reasons": because},
        {"id": "n2", **pair, "kind": "derives", "confidence": 1.0},
    ]
    assert rows(folder / "origins.jsonl") == [
        {"id": "o1", "excerpts": ["x1", "x2"], "dependences": ["n1"], "head": "x2", "reasons": because},
        {"id": "o2", "excerpts": ["x1"]},
    ]
    assert rows(folder / "witnesses.jsonl") == [
        {
            "id": "s1",
            "excerpt": "x1",
            "start": 23,
            "end": 25,
            "speaker": "author:w1",
            "speaker_name": "Marlow",
            "nearness": "heard",
            "origin": "o1",
            "confidence": 0.5,
            "reasons": because,
        }
    ]
    place = {"start": ferry.start, "end": ferry.end}
    assert rows(folder / "discrepancies.jsonl") == [
        {
            "id": "z1",
            "a": "x1",
            "b": claim.id,
            "a_start": 23,
            "a_end": 25,
            "b_start": ferry.start,
            "b_end": ferry.end,
            "kind": "name",
            "about": "FERRY",
            "a_says": "It",
            "b_says": "FERRY",
            "cause": "misprint",
            "persons": ["p1"],
            "confidence": 0.25,
            "reasons": because,
        },
        {"id": "z2", **pair, "kind": "date", "about": "A", "a_says": "It", "b_says": "A", "confidence": 1.0},
    ]
    words = {"start": 23, "end": 25, "text": "It"}
    part = {**place, "text": "FERRY", "kind": "act", "carriage": "carried", "evidence": [words], "reasons": because}
    assert rows(folder / "audits.jsonl") == [
        {
            "id": "u1",
            "claim": claim.id,
            "profile": "single origin",
            "parts": [part, {**place, "text": "FERRY", "kind": "number", "carriage": "missing"}],
            "cautions": [
                {
                    "kind": "cut at the decisive place",
                    **place,
                    "message": "It is cut.",
                    "excerpt": "x1",
                    "evidence": words,
                    "confidence": 0.5,
                },
                {"kind": "single witness", **place, "message": "One says so.", "confidence": 1.0},
            ],
            "excerpts": ["x1"],
            "origins": ["o1"],
            "reasons": because,
        }
    ]


def test_two_exports_are_the_same_bytes(book: Sourcebook, tmp_path: Path) -> None:
    a, b = export(book, tmp_path / "a"), export(book, tmp_path / "b")
    assert all((b / path.name).read_bytes() == path.read_bytes() for path in a.iterdir())


def test_a_lone_surrogate_is_replaced_one_for_one_and_told(tmp_path: Path) -> None:
    page = "A \ud800 HALF"
    folder = export_jsonl(make_book(page, claims=[page]), tmp_path / "out")
    assert (folder / "text.txt").read_text(encoding="utf-8") == "A \ufffd HALF"
    assert rows(folder / "claims.jsonl")[0]["text"] == "A \ufffd HALF"
    assert json.loads((folder / "sourcebook.json").read_text())["unpaired_surrogates"] == 1
