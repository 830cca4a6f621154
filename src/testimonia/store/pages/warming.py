"""What pages of every kind ask again and again, found out beforehand, so that the first reader does not wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...words.lines import Lines
from .claims import is_audited
from .cuts import cut_book
from .names import people_names, work_labels
from .opened import Base
from .overview import figures
from .pairs import pair_counts
from .parts import part_starts, title_of
from .people import authors_by_name, people_rows
from .searching import excerpt_numbers
from .spellings import name_parts
from .times import dated_records
from .works import work_rows
from .worth import has_worth

__all__ = ["warm"]


def warm(base: Base) -> Iterator[None]:
    """Find out one thing after another; who asks for them can stop in between."""
    steps: tuple[Callable[[], object], ...] = (
        lambda: base.text,
        lambda: part_starts(base),
        lambda: title_of(base),
        lambda: people_names(base),
        lambda: work_labels(base),
        lambda: figures(base),
        lambda: Lines(base.text),
        lambda: people_rows(base, most=1),
        lambda: authors_by_name(base),
        lambda: work_rows(base),
        lambda: dated_records(base),
        lambda: pair_counts(base, None),
        lambda: excerpt_numbers(base),
        lambda: cut_book(base, {}),
        lambda: name_parts(base),
        lambda: (is_audited(base), has_worth(base)),
    )
    for step in steps:
        step()
        yield
