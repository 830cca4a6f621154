"""Decisions of two readers on two copies of a base, brought together: each once, in the order of time, none lost."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

import testimonia
from testimonia.answers.decided import is_overruled
from testimonia.errors import DecisionError
from testimonia.exports.decisions import decision_lines, read_decision_lines
from testimonia.model import Decision, Review, in_force
from testimonia.store import open_store
from testimonia.store.sharing import TakenIn, take_in


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sharing") / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    return path


@pytest.fixture
def copies(built: Path, tmp_path: Path) -> tuple[Path, Path]:
    return tuple(Path(shutil.copy(built, tmp_path / f"{name}.db")) for name in ("one", "other"))  # type: ignore[return-value]


def carried(base: Path, folder: Path) -> tuple[list[Decision], list[Review]]:
    """What was decided in a base, through a file."""
    with open_store(base) as store:
        book = store.book()
        lines = decision_lines(book.decisions, book.reviews)
    (folder / "said.jsonl").write_bytes(lines.encode())
    found = read_decision_lines(folder / "said.jsonl")
    assert (found[0], found[1]) == (list(book.decisions), list(book.reviews))
    return found


def commonest(base: Path, count: int) -> list[str]:
    with open_store(base) as store:
        return [who for who, _ in Counter(m.person for m in store.book().mentions).most_common(count)]


def test_what_two_decided_comes_together(copies: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = copies
    a, b, c, d = commonest(one, 4)
    first = testimonia.merge(one, a, b, why="one hand", reviewer="Ines")
    testimonia.undo(one, first.id, why="two hands", reviewer="Ines")
    with open_store(one) as store:
        finding = store.book().findings[0].id
    noted = testimonia.review(one, finding, "reject", why="so", reviewer="Ines")
    testimonia.undo(one, noted.id, why="not so", reviewer="Ines")
    testimonia.merge(other, c, d, why="one pen", reviewer="Tove")
    made, said = carried(one, tmp_path)
    assert take_in(other, made, said) == TakenIn(decisions=2, reviews=2, known=0, refused=0, orphaned=0, disputed=0)
    assert take_in(other, made, said) == TakenIn(decisions=0, reviews=0, known=4, refused=0, orphaned=0, disputed=0)
    with open_store(other) as store:
        book = store.book()
    assert sorted(decision.when for decision in book.decisions) == [decision.when for decision in book.decisions]
    assert Counter(decision.kind.value for decision in book.decisions) == {"merge": 2, "undo": 1}
    undo = next(decision for decision in book.decisions if decision.of is not None)
    assert book.decisions[undo.of or ""].reviewer == "Ines"
    assert {person.id for person in book.people} >= {a, b}  # the merge that was taken back does nothing
    assert len({person.id for person in book.people} & {c, d}) == 1
    # and the other way round: what came from here is known here
    again = take_in(one, *carried(other, tmp_path))
    assert (again.decisions, again.known) == (1, 4)


def test_another_objects_to_a_merge_and_decides_otherwise_and_takes_nothing_back(copies: tuple[Path, Path]) -> None:
    base, _ = copies
    a, b = commonest(base, 2)

    def of(base: Path) -> set[frozenset[int]]:
        """Whose are the places at which these two are named, now."""
        with open_store(base) as store:
            now = {m.span.start: m.person for m in store.book().mentions}
        return {frozenset(start for start in places if now[start] == who) for who in {now[start] for start in places}}

    with open_store(base) as store:
        places = {m.span.start: m.person for m in store.book().mentions if m.person in (a, b)}
    apart = of(base)
    merged = testimonia.merge(base, a, b, why="one hand", reviewer="Ines")
    objection = testimonia.undo(base, merged.id, why="two hands", reviewer="Tove")
    assert of(base) == {frozenset(places)}  # the first one's word stands
    with pytest.raises(DecisionError, match=f"Tove objects to the decision '{merged.id}' already, by '{objection.id}'"):
        testimonia.undo(base, merged.id, why="two hands", reviewer="Tove")
    with open_store(base) as store:
        (now,) = {m.person for m in store.book().mentions if m.span.start in places}
    theirs = [start for start, who in places.items() if who == b]
    testimonia.split(base, now, offsets=theirs, why="two hands", reviewer="Tove")  # this is how he decides otherwise
    assert of(base) == apart
    with open_store(base) as store:
        book = store.book()
    named = {mention.span: mention.person for mention in book.mentions}
    merge, _, split = book.decisions
    assert (is_overruled(merge, book.text, named.get), is_overruled(split, book.text, named.get)) == (True, False)
    testimonia.build(testimonia.sample_page(), base, force=True)
    assert of(base) == apart
    with open_store(base) as store:
        assert [d.kind.value for d in in_force(store.book().decisions)] == ["merge", "undo", "split"]


def test_one_id_for_two_things_is_told_apart(copies: tuple[Path, Path], tmp_path: Path) -> None:

    one, other = copies
    with open_store(one) as store:
        finding = store.book().findings[0].id
    said = testimonia.review(one, finding, "reject", why="so", reviewer="Ines")
    undone = testimonia.undo(one, said.id, why="no", reviewer="Ines")
    theirs = [dataclasses.replace(said, why="another reason"), undone]
    assert take_in(other, [], [said, undone]).reviews == 2
    taken = take_in(other, [], theirs)  # type: ignore[arg-type]
    assert taken.reviews == 2
    with open_store(other) as store:
        reviews = store.book().reviews
    assert [r.id for r in reviews] == [said.id, undone.id, f"{said.id}-2", f"{undone.id}-2"]
    assert reviews[3].of == f"{said.id}-2"


def test_an_undo_of_what_is_nowhere_is_refused(copies: tuple[Path, Path]) -> None:
    one, other = copies
    with open_store(one) as store:
        finding = store.book().findings[0].id
    said = testimonia.review(one, finding, "reject", why="so", reviewer="Ines")
    undone = testimonia.undo(one, said.id, why="no", reviewer="Ines")
    assert take_in(other, [], [undone]) == TakenIn(0, 0, 0, 1, 0, 0)  # type: ignore[list-item]


def test_what_rests_on_words_that_are_not_here_is_kept_as_orphaned(copies: tuple[Path, Path], tmp_path: Path) -> None:
    one, _ = copies
    a, b = commonest(one, 2)
    testimonia.merge(one, a, b, why="one hand", reviewer="Ines")
    with open_store(one) as store:
        book = store.book()
        excerpt = book.excerpts[0]
    testimonia.review(one, excerpt.id, "accept", why="whole", reviewer="Ines")
    page = tmp_path / "page.txt"
    page.write_text(
        "THE LAMP WAS OUT\n\nNobody saw a light that night.\n\nTiller, J. The Mole. Hull: Tern, 1931, p. 9\n"
    )
    testimonia.build(page, tmp_path / "page.db")
    taken = take_in(tmp_path / "page.db", *carried(one, tmp_path))
    assert (taken.decisions, taken.reviews, taken.orphaned) == (1, 1, 2)


LINE = {
    "record": "review", "id": "r1", "kind": "reject", "what": "finding", "item": "f1", "reviewer": "Tove", "why": "no",
    "when": "2026-05-01T12:00:00+02:00", "places": [{"start": 3, "end": 8, "text": "ferry"}],
}  # fmt: skip


def lines(folder: Path, **changed: object) -> Path:
    path = folder / "given.jsonl"
    path.write_text(json.dumps({name: value for name, value in {**LINE, **changed}.items() if value is not None}))
    return path


def test_times_of_other_zones_are_set_in_one_order(tmp_path: Path) -> None:
    ((), (review,)) = map(tuple, read_decision_lines(lines(tmp_path)))
    assert review.when == "2026-05-01T10:00:00+00:00"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"reviewer": " "}, "'reviewer' says nothing"),
        ({"why": ""}, "'why' says nothing"),
        ({"when": "yesterday"}, "no time in ISO 8601"),
        ({"when": "2026-05-01T12:00:00"}, "in which time zone"),
        ({"when": "0001-01-01T00:00:00+14:00"}, "no time that UTC has"),
        ({"kind": "correct"}, "a correction, and nothing else"),
        ({"kind": "correct", "field": "kind"}, "a correction, and nothing else"),
        ({"field": "kind", "value": "ocr"}, "a correction, and nothing else"),
        ({"kind": "undo", "places": None}, "an undo, and nothing else"),
        ({"of": "r0"}, "an undo, and nothing else"),
        ({"places": None}, "no places"),
        ({"when": None}, "'when' is missing"),
    ],
)
def test_a_line_that_no_reader_can_have_written_is_refused(
    changed: dict[str, object], sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(DecisionError, match=sentence):
        read_decision_lines(lines(tmp_path, **changed))


def test_every_line_of_a_file_is_counted_once(copies: tuple[Path, Path]) -> None:
    one, other = copies
    with open_store(one) as store:
        first = store.book().findings[0].id
    said = testimonia.review(one, first, "reject", why="so", reviewer="Ines")
    undone = testimonia.undo(one, said.id, why="no", reviewer="Ines")
    again = testimonia.undo(one, undone.id, why="yes", reviewer="Ines")
    assert isinstance(undone, Review)
    assert isinstance(again, Review)
    assert take_in(other, [], [said]) == TakenIn(0, 1, 0, 0, 0, 0)
    # the undo alone: what it takes back is here already, under the id that it names
    assert take_in(other, [], [undone]) == TakenIn(0, 1, 0, 0, 0, 0)
    assert take_in(other, [], [undone]) == TakenIn(0, 0, 1, 0, 0, 0)
    # an undo of an undo that stands before it in the file, one line twice, and one of what is nowhere
    stray = dataclasses.replace(undone, id="r0", of="r-nowhere")
    assert take_in(other, [], [again, undone, said, said, stray]) == TakenIn(0, 1, 3, 1, 0, 0)
    with open_store(other) as store:
        reviews = store.book().reviews
    assert [(r.id, r.of) for r in reviews] == [(said.id, None), (undone.id, said.id), (again.id, undone.id)]
    # an objection is taken in as one
    theirs = testimonia.undo(one, said.id, why="the print is clear", reviewer="Tove")
    assert take_in(other, [], [theirs]) == TakenIn(0, 1, 0, 0, 0, 1)  # type: ignore[list-item]
