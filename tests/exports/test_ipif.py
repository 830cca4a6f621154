from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import testimonia
from testimonia.exports import export
from testimonia.exports.ipif import ipif_facts
from testimonia.model import Citation, Entry, Ledger, Part, Person, Sourcebook

WHEN = datetime(2031, 5, 3, 9, tzinfo=UTC)


@pytest.fixture
def facts(inquiry: Sourcebook) -> dict[str, list[dict[str, Any]]]:
    return ipif_facts(inquiry, created=WHEN)


def one(facts: list[dict[str, Any]], id_: str) -> dict[str, Any]:
    (found,) = [fact for fact in facts if fact["@id"] == id_]
    return found


def test_a_factoid_joins_one_person_one_source_and_one_statement(facts: dict[str, list[dict[str, Any]]]) -> None:
    assert facts["factoids"]
    for factoid in facts["factoids"]:
        assert set(factoid) == {"@id", "createdBy", "createdWhen", "person-refs", "source-refs", "statement-refs"}
        for kind in ("person", "source", "statement"):
            (ref,) = factoid[f"{kind}-refs"]
            whole = one(facts[f"{kind}s"], ref["@id"])
            assert factoid["@id"] in [back["@id"] for back in whole["factoid-refs"]]
    assert facts["factoids"][0]["createdWhen"] == "2031-05-03T09:00:00+00:00"
    assert facts["factoids"][0]["createdBy"] == f"testimonia {testimonia.__version__}"


def test_ids_are_given_once(facts: dict[str, list[dict[str, Any]]]) -> None:
    for kind in ("persons", "sources", "statements", "factoids"):
        ids = [fact["@id"] for fact in facts[kind]]
        assert len(ids) == len(set(ids)), kind


def test_a_statement_says_by_its_role_who_speaks_and_of_whom(
    inquiry: Sourcebook, facts: dict[str, list[dict[str, Any]]]
) -> None:
    said = one(facts["statements"], "a2-p1-statement")
    assert said["statementType"] == {"label": "accusation"}
    assert (said["role"], said["relatesToPersons"]) == ({"label": "accuses (says so)"}, [{"label": "Bela Quist"}])
    assert said["date"] == {"sortdate": "1931-05-01", "label": "1931-05"}
    assert said["statementContent"] == inquiry.assertions["a2"].text
    of = one(facts["statements"], "a2-p2-statement")
    assert (of["role"], of["relatesToPersons"]) == ({"label": "accuses (said of)"}, [{"label": "Inés Dorval"}])
    assert one(facts["statements"], "a4-p2-statement")["places"] == [{"label": "Hull"}]


def test_sources_are_citations_and_the_page_for_its_headings(
    inquiry: Sourcebook, facts: dict[str, list[dict[str, Any]]]
) -> None:
    labels = {source["@id"]: source["label"] for source in facts["sources"]}
    assert labels == {"page": "page.txt"} | {citation.id: citation.text for citation in inquiry.citations}
    (of_heading,) = [f for f in facts["factoids"] if f["@id"] == "a1-p2"]
    assert of_heading["source-refs"] == [{"@id": "page"}]


def test_names_and_identifiers_of_persons(facts: dict[str, list[dict[str, Any]]]) -> None:
    assert one(facts["persons"], "p1")["uris"] == ["https://viaf.org/viaf/2"]
    assert "uris" not in one(facts["persons"], "p2")
    names = [statement["name"] for statement in facts["statements"] if statement["statementType"]["label"] == "name"]
    assert names == ["Inés Dorval", "Dorval", "Bela Quist", "Quist", "QUIST"]


def test_proceedings_and_ledgers_are_statements_on_somebodys_word(facts: dict[str, list[dict[str, Any]]]) -> None:
    plea = one(facts["statements"], "l3-p2-statement")
    assert (plea["statementType"], plea["role"]) == ({"label": "plea"}, {"label": "defendant"})
    assert (plea["memberOf"], plea["statementContent"]) == (
        {"label": "The inquiry"},
        "The inquiry: plea: not guilty (Tern)",
    )
    paid = one(facts["statements"], "e1-p2-statement")
    assert (paid["statementType"], paid["role"]) == ({"label": "payment"}, {"label": "payee"})
    assert paid["statementContent"].endswith("(Inés Dorval)")


def test_an_office_is_the_role_of_who_holds_it(inquiry: Sourcebook) -> None:
    entry = inquiry.entries["e1"]
    parts = (Part("who", "Quist", entry.parts[1].span, "p2"), Part("office", "harbour master", entry.span))
    inquiry.add([Entry("e9", Ledger.OFFICES, entry.span, entry.text, entry.record, "compiler", "", parts)])
    office = one(ipif_facts(inquiry)["statements"], "e9-p2-statement")
    assert (office["statementType"], office["role"]) == ({"label": "office"}, {"label": "harbour master"})


def test_addresses_of_works_and_people_are_kept(inquiry: Sourcebook) -> None:
    cited = inquiry.citations[0]
    book = Sourcebook(inquiry.source)
    for kind in inquiry._records:
        book.add(inquiry.of(kind) if kind is not Citation else ())
    csl = {"URL": "https://example.org/salt", "DOI": "10.1/2"}
    book.add([dataclasses.replace(cited, csl=csl), inquiry.citations[1]])
    book.add([Person("p9", "Tern", identifiers={"wikidata": "Q1", "mine": "7", "home": "https://example.org/t"})])
    facts = ipif_facts(book)
    assert one(facts["sources"], cited.id)["uris"] == ["https://example.org/salt", "https://doi.org/10.1/2"]
    assert one(facts["persons"], "p9")["uris"] == ["http://www.wikidata.org/entity/Q1", "https://example.org/t"]


def test_one_file_is_written(inquiry: Sourcebook, tmp_path: Path) -> None:
    path = export(inquiry, tmp_path / "out.json", "ipif")
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"persons", "sources", "statements", "factoids"}
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]
