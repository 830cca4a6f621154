from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import testimonia
from testimonia.model import Sourcebook
from testimonia.store import open_store
from testimonia.store.pages import Base, open_base
from testimonia.store.pages.cuts import cut_book, ids_within

KINDS = {
    "claim": "claims",
    "excerpt": "excerpts",
    "citation": "citations",
    "work": "works",
    "finding": "findings",
    "mention": "mentions",
    "document": "documents",
    "voice": "voices",
    "assertion": "assertions",
    "proceeding": "proceedings",
    "cell": "cells",
    "entry": "entries",
    "dating": "datings",
    "dependence": "dependences",
    "origin": "origins",
    "witness": "witnesses",
    "discrepancy": "discrepancies",
    "audit": "audits",
}
WITH_REASONS = tuple(kind for kind in KINDS if kind not in ("finding", "excerpt", "citation", "claim", "part"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cuts") / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    return path


@pytest.fixture(scope="module")
def whole(path: Path) -> Sourcebook:
    with open_store(path) as store:
        return store.book()


@pytest.fixture
def base(path: Path) -> Iterator[Base]:
    base = open_base(path)
    yield base
    base.close()


def bare(record: Any) -> Any:
    """The record without reasons, and so its parts."""
    if isinstance(record, tuple):
        return tuple(map(bare, record))
    if not is_dataclass(record) or isinstance(record, type):
        return record
    own = {field.name: bare(getattr(record, field.name)) for field in fields(record) if field.init}
    return replace(record, **own | {name: () for name in ("reasons", "against") if name in own})


@pytest.mark.parametrize("kind", KINDS)
def test_records_of_a_part_are_those_of_the_whole(kind: str, base: Base, whole: Sourcebook) -> None:
    every = list(getattr(whole, KINDS[kind]))
    assert every, kind
    some = every[:: max(1, len(every) // 7)]
    part = cut_book(base, {kind: [record.id for record in some]})
    found = list(getattr(part, KINDS[kind]))
    assert [record.id for record in found if record.id in {r.id for r in some}] == [record.id for record in some]
    known = {record.id: record for record in every}
    for record in found:
        assert bare(record) == bare(known[record.id])


@pytest.mark.parametrize("kind", WITH_REASONS)
def test_reasons_come_where_they_are_wanted(kind: str, base: Base, whole: Sourcebook) -> None:
    every = list(getattr(whole, KINDS[kind]))
    some = every[:: max(1, len(every) // 7)]
    part = cut_book(base, {kind: [record.id for record in some]}, why=[kind])
    known = {record.id: record for record in every}
    for record in getattr(part, KINDS[kind]):
        assert record.reasons == known[record.id].reasons


def test_a_person_comes_with_spellings_where_they_are_wanted(base: Base, whole: Sourcebook) -> None:
    ids = [person.id for person in whole.people[:5]]
    assert list(cut_book(base, {}, why=["person"], spelt=ids).people) == list(whole.people[:5])


def test_the_voices_of_an_excerpt_come_with_their_whole_chains(base: Base, whole: Sourcebook) -> None:
    excerpts = [excerpt.id for excerpt in whole.excerpts[:12]]
    voices = ids_within(base, "voice", excerpts)
    part = cut_book(base, {"voice": voices}, why=["voice"])
    assert list(part.voices) == [voice for voice in whole.voices if voice.excerpt in excerpts]


def test_what_a_record_names_comes_with_it(base: Base, whole: Sourcebook) -> None:
    said = next(said for said in whole.assertions if said.excerpt is not None)
    part = cut_book(base, {"assertion": [said.id]})
    assert part.excerpts[said.excerpt or ""].text == whole.excerpts[said.excerpt or ""].text
    citation = part.excerpts[said.excerpt or ""].citation
    assert citation is None or part.citations[citation].work in (None, *(work.id for work in part.works))
    assert len(part.excerpts) == 1


def test_spans_of_a_part_cut_the_printed_words(base: Base, whole: Sourcebook) -> None:
    part = cut_book(base, {"mention": [mention.id for mention in whole.mentions[-20:]]})
    assert all(part.cut(mention.span) == mention.text for mention in part.mentions)
    assert part.text == whole.text


def test_nothing_wanted_is_nothing_read(base: Base) -> None:
    part = cut_book(base, {})
    assert not any(len(getattr(part, name)) for name in KINDS.values())
    assert not len(part.people)


def test_one_part_leaves_nothing_behind_for_the_next(base: Base, whole: Sourcebook) -> None:
    cut_book(base, {"excerpt": [excerpt.id for excerpt in whole.excerpts]})
    assert len(cut_book(base, {"claim": [whole.claims[0].id]}).excerpts) == 0


def test_thousands_can_be_asked_for_at_once(base: Base, whole: Sourcebook) -> None:
    ids = [excerpt.id for excerpt in whole.excerpts] + [f"nobody-{n}" for n in range(5000)]
    assert len(ids_within(base, "voice", ids)) == len(whole.voices)
