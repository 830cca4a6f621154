"""The queue page by page is the queue of the whole book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import testimonia
from testimonia.answers.queue import QUEUED, queue, queue_sizes
from testimonia.errors import NotFoundError
from testimonia.model import MayBe, Reviewed, Sourcebook
from testimonia.store import open_store, write_store
from testimonia.store.pages import Base, open_base
from testimonia.store.pages.questions import asked_of, open_counts, questions, standing_of


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, in which some may be one, and of which something was said."""
    path = tmp_path_factory.mktemp("questions") / "sample.db"
    book = testimonia.read(testimonia.sample_page())
    ids = [person.id for person in book.people]
    book.add([MayBe("y1", ids[0], ids[1], 0.5), MayBe("y2", ids[3], ids[2], 0.3), MayBe("y3", ids[4], ids[0], 0.5)])
    write_store(book, path)
    for asked in queue(book, "mention")[2:5]:
        testimonia.review(path, asked.id, "accept", why="so", reviewer="Ines")
    testimonia.review(path, "y1", "reject", why="so", reviewer="Tove")
    return path


@pytest.fixture
def base(path: Path) -> Iterator[Base]:
    opened = open_base(path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def book(path: Path) -> Sourcebook:
    with open_store(path) as store:
        return store.book()


@pytest.mark.parametrize("reviewer", [None, "Ines", "Tove"])
def test_as_much_is_open_as_in_the_whole_book(reviewer: str | None, base: Base, book: Sourcebook) -> None:
    assert open_counts(base, reviewer) == queue_sizes(book, reviewer=reviewer)


@pytest.mark.parametrize("reviewer", [None, "Ines"])
@pytest.mark.parametrize("kind", QUEUED)
def test_the_same_is_asked_in_the_same_order(
    kind: Reviewed, reviewer: str | None, base: Base, book: Sourcebook
) -> None:
    whole = queue(book, kind, reviewer=reviewer)
    leaves = [questions(base, kind, reviewer, first=first, most=7).questions for first in (0, 7, 14)]
    assert [asked for leaf in leaves for asked in leaf] == whole[:21]
    assert [a.id for a in questions(base, kind, None, settled=True, most=5).questions] == [
        a.id for a in queue(book, kind, settled=True)[:5]
    ]


@pytest.mark.parametrize("kind", [kind for kind in Reviewed if kind is not Reviewed.PERSON])
def test_any_record_can_be_asked_of(kind: Reviewed, base: Base, book: Sourcebook) -> None:
    from testimonia.model.reviewables import reviewables

    for record in list(reviewables(book, kind))[:3]:
        (asked,) = asked_of(base, kind, record.id).questions
        assert (asked.id, asked.places, asked.choices) == (record.id, record.places, record.choices)
        assert {n: v for n, v in asked.values.items() if n != "work"} == {
            n: v for n, v in record.values.items() if n != "work"
        }


def test_what_is_not_there_is_missed(base: Base) -> None:
    with pytest.raises(NotFoundError, match="There is no mention 'm0'"):
        asked_of(base, Reviewed.MENTION, "m0")


def test_standings_are_at_hand(base: Base) -> None:
    standing = standing_of(base, Reviewed.MAYBE, "y1")
    assert standing is not None
    assert standing.reviewers == ("Tove",)
