"""What the rooms read of the sample, asked in every way: each answer stands on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import testimonia
from testimonia.answers import about, ledger, matrix, proceedings, says, timeline
from testimonia.answers.rows import facts, flat
from testimonia.model import Act, Ledger, Sourcebook


@pytest.fixture(scope="module")
def sample() -> Sourcebook:
    return testimonia.read(testimonia.sample_page())


def answers(book: Sourcebook) -> Iterator[Any]:
    for person in book.people:
        yield from about(book, person.id)
        yield from says(book, person.id)
    for act in (None, *Act):
        yield from matrix(book, act)
    for which in Ledger:
        yield from ledger(book, which)
    yield from timeline(book)
    for docket in proceedings(book):
        yield from docket.facts


def test_every_row_stands_on_the_page_and_on_somebodys_word(sample: Sourcebook) -> None:
    lines = sample.text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines))]
    records = {record.id for record in (*sample.excerpts, *sample.claims)}
    count = 0
    for row in answers(sample):
        count += 1
        ground = row.ground
        assert 0 <= ground.start < ground.end <= len(sample.text)
        assert ground.within in records
        assert ground.speaker
        assert starts[ground.line - 1] <= ground.start < starts[ground.line - 1] + len(lines[ground.line - 1])
        assert {"speaker", "line", "start", "end"} <= set(facts(row)) <= {*flat(row), *facts(row)}
    assert count > 100


def test_what_is_said_of_somebody_is_said_by_somebody(sample: Sourcebook) -> None:
    """Whatever stands in the matrix is found again from both sides."""
    pairs = matrix(sample, None)
    assert pairs
    people = {person.id for person in sample.people}
    for pair in pairs:
        if pair.of_id in people:
            assert set(pair.assertions) <= {row.id for row in about(sample, pair.of_id)}
        if pair.ground.speaker_id in people:
            assert set(pair.assertions) <= {row.id for row in says(sample, pair.ground.speaker_id)}
