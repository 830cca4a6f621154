"""IPIF, the prosopographers' interchange: persons, sources, statements, and the factoids that join them.

The four lists have the fields of the API's own answers (version 0.3.2 of its description), so that a server of it can
be filled from the file. A factoid is one statement of the page about one person, out of one source: the citation that
closes the excerpt, or the page itself for what a heading says. The statement says whose word it is by its role.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..answers.naming import of_words, party_words
from ..answers.rows import day_of
from ..assertions.acts_file import read_vocabulary
from ..model import Assertion, Cell, CellKind, Entry, Ledger, Sourcebook
from ..model.wording import speaker_words
from ..words.edtf import bounds_of
from .folders import PROGRAM, write_file

__all__ = ["export_ipif", "ipif_facts"]

# where an identifier out of a reader's authority file is kept
_AUTHORITIES = {
    "wikidata": "http://www.wikidata.org/entity/",
    "viaf": "https://viaf.org/viaf/",
    "gnd": "https://d-nb.info/gnd/",
    "isni": "https://isni.org/isni/",
    "loc": "http://id.loc.gov/authorities/names/",
    "orcid": "https://orcid.org/",
}
_PEOPLE_OF_A_PROCEEDING = (
    CellKind.DEFENDANT,
    CellKind.JUDGE,
    CellKind.PROSECUTOR,
    CellKind.COUNSEL,
    CellKind.WITNESS,
)
_PAGE = "page"  # the id of the page as a source


@dataclass(frozen=True, slots=True)
class _Factoid:
    """One statement about one person, out of one source."""

    id: str
    person: str
    source: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def export_ipif(book: Sourcebook, path: str | os.PathLike[str]) -> Path:
    """Write the people of a book, and what is said of them, into one JSON file.

    Raises:
        ExportError: it cannot be written.
    """
    path = Path(path)
    write_file(path, json.dumps(ipif_facts(book), ensure_ascii=False, indent=1) + "\n")
    return path


def ipif_facts(book: Sourcebook, *, created: datetime | None = None) -> dict[str, list[dict[str, Any]]]:
    """The four lists; ``created`` is when the factoids were made, by default now."""
    from .. import __version__

    factoids = list(_factoids(book))
    made = {
        "createdBy": f"{PROGRAM} {__version__}",
        "createdWhen": (created or datetime.now(UTC)).isoformat(timespec="seconds"),
    }
    by_person: dict[str, list[_Factoid]] = defaultdict(list)
    by_source: dict[str, list[_Factoid]] = defaultdict(list)
    for factoid in factoids:
        by_person[factoid.person].append(factoid)
        by_source[factoid.source].append(factoid)
    labels = {_PAGE: book.title or book.source.name}
    labels |= {citation.id: " ".join(citation.text.split()) for citation in book.citations}
    uris = {citation.id: _addresses(citation.csl) for citation in book.citations}
    return {
        "persons": [
            _with_uris({"@id": person.id}, _person_uris(person.identifiers))
            | made
            | {"factoid-refs": [_ref(f, "source", "statement") for f in by_person[person.id]]}
            for person in book.people
        ],
        "sources": [
            _with_uris({"@id": source, "label": labels[source]}, uris.get(source, []))
            | made
            | {"factoid-refs": [_ref(f, "person", "statement") for f in own]}
            for source, own in by_source.items()
        ],
        "statements": [
            {"@id": _statement(f), **f.facts, **made, "factoid-refs": [_ref(f, "person", "source")]} for f in factoids
        ],
        "factoids": [
            {"@id": f.id, **made, **{k: v for k, v in _ref(f, "person", "source", "statement").items() if k != "@id"}}
            for f in factoids
        ],
    }


def _statement(factoid: _Factoid) -> str:
    return f"{factoid.id}-statement"


def _ref(factoid: _Factoid, *kinds: str) -> dict[str, Any]:
    ids = {"person": factoid.person, "source": factoid.source, "statement": _statement(factoid)}
    return {"@id": factoid.id} | {f"{kind}-refs": [{"@id": ids[kind]}] for kind in kinds}


def _with_uris(facts: dict[str, Any], uris: list[str]) -> dict[str, Any]:
    return facts | ({"uris": uris} if uris else {})


def _person_uris(identifiers: Mapping[str, str]) -> list[str]:
    found = []
    for authority, identifier in identifiers.items():
        if identifier.startswith(("http://", "https://")):
            found.append(identifier)
        elif authority.lower() in _AUTHORITIES:
            found.append(_AUTHORITIES[authority.lower()] + identifier)
    return found


def _addresses(csl: Mapping[str, Any]) -> list[str]:
    doi = csl.get("DOI")
    return [address for address in (csl.get("URL"), doi and f"https://doi.org/{doi}") if address]


def _factoids(book: Sourcebook) -> Iterator[_Factoid]:
    people = {person.id for person in book.people}
    sources = {excerpt.id: excerpt.citation or _PAGE for excerpt in book.excerpts}
    for person in book.people:
        for number, name in enumerate(dict.fromkeys((person.name, *person.variants)), 1):
            facts = {"statementType": {"label": "name"}, "name": name}
            yield _Factoid(f"{person.id}-name-{number}", person.id, _PAGE, facts)
    for said in book.assertions:
        yield from _of_assertion(said, book, people, sources.get(said.excerpt or "", _PAGE))
    for cell in book.cells:
        if cell.person in people:
            yield _Factoid(
                f"{cell.id}-{cell.person}", cell.person or "", sources.get(cell.record, _PAGE), _cell(cell, book)
            )
    for entry in book.entries:
        yield from _of_entry(entry, book, people, sources.get(entry.record, _PAGE))


def _of_assertion(said: Assertion, book: Sourcebook, people: set[str], source: str) -> Iterator[_Factoid]:
    """One for whoever speaks and one for each whom it concerns, as far as they are persons."""
    standard = read_vocabulary().standard(said.act)
    facts: dict[str, Any] = {
        "statementType": {"label": standard.ipif},
        **_when(said.when),
        "statementContent": said.text,
    }
    if said.where is not None:
        facts["places"] = [{"label": said.where}]
    speaker = speaker_words(said.speaker, said.speaker_name, book)
    whom = list(of_words(said, book))
    if said.speaker in people:
        related = {"relatesToPersons": [{"label": name} for name in whom]} if whom else {}
        role = {"role": {"label": f"{said.act.value} (says so)"}}
        yield _Factoid(f"{said.id}-{said.speaker}", said.speaker, source, {**facts, **role, **related})
    for id_ in dict.fromkeys(said.of):
        if id_ in people and id_ != said.speaker:
            role = {"role": {"label": f"{said.act.value} (said of)"}}
            yield _Factoid(f"{said.id}-{id_}", id_, source, {**facts, **role, "relatesToPersons": [{"label": speaker}]})


def _cell(cell: Cell, book: Sourcebook) -> dict[str, Any]:
    proceeding = book.proceedings[cell.proceeding]
    is_part = cell.kind in _PEOPLE_OF_A_PROCEEDING
    words = cell.kind.value if is_part else f"{cell.kind.value}: {cell.value}"
    speaker = speaker_words(cell.speaker, cell.speaker_name, book)
    return {
        "statementType": {"label": proceeding.kind.value if is_part else cell.kind.value},
        "role": {"label": cell.kind.value if is_part else "defendant"},
        **_when(cell.edtf or proceeding.date),
        "memberOf": {"label": proceeding.name},
        "statementContent": f"{proceeding.name}: {words} ({speaker})",
    }


def _of_entry(entry: Entry, book: Sourcebook, people: set[str], source: str) -> Iterator[_Factoid]:
    """One for each person with a part, related to the others."""
    speaker = speaker_words(entry.speaker, entry.speaker_name, book)
    kind = entry.ledger.value.removesuffix("s")
    offices = [part.name for part in entry.parts if part.role == "office"]
    places = [{"label": part.name} for part in entry.parts if part.role == "where"]
    seen: set[str] = set()
    for part in entry.parts:
        if part.id is None or part.id not in people or part.id in seen:
            continue
        seen.add(part.id)
        others = [p for p in entry.parts if p.id is not None and p.id != part.id]
        role = offices[0] if entry.ledger is Ledger.OFFICES and offices else part.role
        facts: dict[str, Any] = {
            "statementType": {"label": kind},
            "role": {"label": role},
            **_when(entry.when),
            "statementContent": f"{entry.text} ({speaker})",
        }
        if places:
            facts["places"] = places
        if others:
            facts["relatesToPersons"] = [{"label": party_words(p.id or "", p.name, book)} for p in others]
        yield _Factoid(f"{entry.id}-{part.id}", part.id, source, facts)


def _when(edtf: str | None) -> dict[str, Any]:
    """A date: its EDTF for a reader, and the first day that it can mean to sort by."""
    if edtf is None:
        return {}
    bounds = bounds_of(edtf)
    sort = {} if bounds is None else {"sortdate": day_of(bounds[0]).isoformat()}
    return {"date": {**sort, "label": edtf}}
