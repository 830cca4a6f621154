"""Every reason that names words names those that stand at its place, whatever room gave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args

import testimonia
from testimonia.model import Reason, Record


def reasons(thing: object) -> Iterator[Reason]:
    """The reasons in a record, however deep."""
    if isinstance(thing, Reason):
        yield thing
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from reasons(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from reasons(getattr(thing, field.name))


def test_a_reasons_words_stand_at_its_place() -> None:
    book = testimonia.read(testimonia.sample_page())
    moved = []
    seen = 0
    for kind in get_args(Record):
        for reason in (reason for record in book.of(kind) for reason in reasons(record)):
            if reason.span is None or not reason.words:
                continue
            seen += 1
            if reason.span.cut(book.text).split() != reason.words.split():
                moved.append((kind.__name__, reason))
    assert seen > 1000
    assert moved == []
