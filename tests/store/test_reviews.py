"""Reviews stay with the words they were said of, through every build, and none is lost, moved or overwritten."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.errors import DecisionError, NotFoundError, StoreError
from testimonia.model import (
    Anchor,
    Decision,
    DecisionKind,
    Finding,
    FindingKind,
    MayBe,
    Mention,
    Person,
    Record,
    Review,
    Reviewed,
    ReviewKind,
    Sourcebook,
    Span,
    Standing,
    State,
)
from testimonia.model.reviewables import reviewables
from testimonia.store import open_store, write_store
from testimonia.store.deciding import decide
from testimonia.store.finding_reviews import find_reviews
from testimonia.store.replacing import new_base
from testimonia.store.reviewing import edition, make_review, record_of, review_record, undo_review
from testimonia.store.reviews import add_reviews, read_reviews
from testimonia.testing import make_book

PAGE = """The Lamp on the Mole

THE LAMP WAS OUT

The keeper Orla Brandt swore that the lamp was lit, and Brandt was believed.

Tiller, J. The Mole. Hull: Tern, 1931, p. 4

Nobody on the mole saw a light that night, said Ivo Brand.

Tiller, J. The Mole. Hull: Tern, 1931, p. 9
"""
CLAIM = "THE LAMP WAS OUT"
FIRST = "The keeper Orla Brandt swore that the lamp was lit, and Brandt was believed."
SECOND = "Nobody on the mole saw a light that night, said Ivo Brand."
BY = {"reviewer": "Inés", "why": "it says so"}


def book_of(page: str = PAGE, *, joined: bool = False, finding: FindingKind = FindingKind.OCR) -> Sourcebook:
    """The page as a program would read it: two people who may be one, and a word that may be misread."""
    lines = page.splitlines()
    excerpts = [(words, CLAIM, cited) for words, cited in zip(lines, lines[2:], strict=False) if cited[:6] == "Tiller"]
    book = make_book(page, claims=[CLAIM], excerpts=excerpts)
    more: list[Record] = []
    brandt = Person(
        "p1", "Orla Brandt", ("Orla Brandt", "Brandt", "Ivo Brand") if joined else ("Orla Brandt", "Brandt")
    )
    more.append(brandt)
    if not joined:
        more += [Person("p2", "Ivo Brand", ("Ivo Brand",)), MayBe("y1", "p1", "p2", 0.5)]
    for name, person in (("Orla Brandt", "p1"), ("Brandt", "p1"), ("Ivo Brand", "p1" if joined else "p2")):
        start = page.find(f" {name} was" if name == "Brandt" else name)
        if start >= 0:
            start += name == "Brandt"
            within = next(x.id for x in book.excerpts if x.span.start <= start < x.span.end)
            more.append(Mention(f"m{start}", Span(start, start + len(name)), name, within, person, 0.5))
    lit = page.find("lit,")
    if lit >= 0:
        more.append(Finding(f"f{lit}", finding, Span(lit, lit + 3), "A word that may be misread."))
    book.add(more)
    return book


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_store(book_of(), tmp_path / "book.db")


def reviews(base: Path) -> list[Review]:
    with open_store(base) as store:
        return list(store.book().reviews)


def only(base: Path) -> Review:
    (review,) = reviews(base)
    return review


def id_of(book: Sourcebook, what: Reviewed, words: str) -> str:
    return next(r.id for r in reviewables(book, what) if r.places[0].cut(book.text) == words)


def on(base: Path, what: Reviewed, words: str, kind: ReviewKind = ReviewKind.ACCEPT, **more: object) -> Review:
    """A review of the record at some words."""
    with open_store(base) as store:
        id_ = id_of(store.book(), what, words)
    return review_record(base, id_, kind, what=what, **{**BY, **more})  # type: ignore[arg-type]


def test_a_review_is_kept_with_who_when_and_why(base: Path) -> None:
    made = on(base, Reviewed.MENTION, "Ivo Brand", ReviewKind.REJECT)
    kept = only(base)
    assert kept == made
    assert (kept.reviewer, kept.why, kept.kind) == ("Inés", "it says so", ReviewKind.REJECT)
    assert kept.when.endswith("+00:00")
    assert kept.places == (Anchor(kept.places[0].span, "Ivo Brand", PAGE[PAGE.index("Ivo") - 32 : PAGE.index("Ivo")],
                                  PAGE[PAGE.index("Ivo") + 9 :][:32]),)  # fmt: skip
    assert kept.identity == {"person": "Ivo Brand"}


def test_the_reader_sees_how_a_record_stands(base: Path) -> None:
    made = on(base, Reviewed.FINDING, "lit", ReviewKind.REJECT)
    with open_store(base) as store:
        standing = store.book().standing(Reviewed.FINDING, made.item)
        assert store.book().standing(Reviewed.FINDING, "elsewhere") is None
    assert standing is not None
    assert standing.state is State.REJECTED
    assert standing.reviewers == ("Inés",)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (Reviewed.MENTION, "Orla Brandt"),
        (Reviewed.PERSON, "Orla Brandt"),
        (Reviewed.MAYBE, "Orla Brandt"),
        (Reviewed.FINDING, "lit"),
        (Reviewed.CLAIM, CLAIM),
        (Reviewed.EXCERPT, SECOND),
        (Reviewed.CITATION, "Tiller, J. The Mole. Hull: Tern, 1931, p. 4"),
    ],
)
@pytest.mark.parametrize("how", ["same page", "words before", "words after"])
def test_a_review_survives_a_build_over_an_edited_page(how: str, what: Reviewed, words: str, base: Path) -> None:
    made = on(base, what, words)
    page = {"same page": PAGE, "words before": "A longer title\n" + PAGE, "words after": PAGE + "\nAn afterword."}[how]
    write_store(book_of(page), base)
    kept = only(base)
    assert not kept.orphaned
    assert kept.places[0].span.cut(page) == made.places[0].text == words
    with open_store(base) as store:
        assert store.book().standing(what, id_of(store.book(), what, words)) is not None


def test_a_review_whose_words_are_gone_is_orphaned_and_comes_back_with_them(base: Path) -> None:
    made = on(base, Reviewed.EXCERPT, SECOND)
    write_store(book_of(PAGE.replace("night", "day")), base)
    kept = only(base)
    assert kept.orphaned
    assert "The page has the words no longer" in kept.lost
    assert dataclasses.replace(kept, lost="") == made
    with open_store(base) as store:
        assert all(store.book().standing(Reviewed.EXCERPT, x.id) is None for x in store.book().excerpts)
    write_store(book_of(), base)
    assert only(base) == made


def test_a_review_of_words_that_stand_twice_now_is_not_moved(base: Path) -> None:
    on(base, Reviewed.FINDING, "lit")
    # the whole paragraph again, before the one that was reviewed: nothing tells the two apart
    page = "More\n" + PAGE.replace(
        CLAIM + "\n\n", CLAIM + "\n\n" + FIRST + "\n\nTiller, J. The Mole. Hull: Tern, 1931, p. 4\n\n"
    )
    book = book_of(page)
    write_store(book, base)
    assert only(base).orphaned


def test_a_review_of_what_the_program_no_longer_finds_is_orphaned(base: Path) -> None:
    on(base, Reviewed.FINDING, "lit")
    write_store(book_of(finding=FindingKind.SPLICE), base)
    assert "no longer finds" in only(base).lost


def test_a_correction_stands_whatever_the_program_says_meanwhile(base: Path) -> None:
    on(base, Reviewed.FINDING, "lit", ReviewKind.CORRECT, field="kind", value="locator")
    write_store(book_of(finding=FindingKind.SPLICE), base)
    assert not only(base).orphaned
    with open_store(base) as store:
        (finding,) = store.book().findings
        standing = store.book().standing(Reviewed.FINDING, finding.id)
    assert standing is not None
    assert [(c.field, c.value, c.reviewer) for c in standing.corrections] == [("kind", "locator", "Inés")]
    assert finding.kind is FindingKind.SPLICE  # the program's own word stands beside it


def test_a_corrected_place_moves_with_its_words_or_is_orphaned(base: Path) -> None:
    start = PAGE.index("the lamp was lit")
    on(base, Reviewed.FINDING, "lit", ReviewKind.CORRECT, place=Span(start, start + 16))
    page = "More words\n" + PAGE
    write_store(book_of(page), base)
    place = only(base).place
    assert place is not None
    assert place.span.cut(page) == "the lamp was lit"
    write_store(book_of(PAGE.replace("swore that the lamp was", "swore: it was")), base)
    assert only(base).orphaned


def test_a_review_of_a_person_follows_him_into_whom_he_is_merged_with(base: Path) -> None:
    on(base, Reviewed.MENTION, "Ivo Brand")
    on(base, Reviewed.PERSON, "Ivo Brand", ReviewKind.NOTE)
    on(base, Reviewed.MAYBE, "Orla Brandt", ReviewKind.REJECT)
    write_store(book_of(joined=True), base)
    mention, person, pair = reviews(base)
    assert not mention.orphaned
    assert (person.item, person.orphaned) == ("p1", False)
    assert pair.orphaned  # there is no pair any more
    assert "The two are one person now" in pair.lost


def test_two_readers_who_differ_are_both_kept(base: Path) -> None:
    on(base, Reviewed.FINDING, "lit", reviewer="Inés")
    on(base, Reviewed.FINDING, "lit", ReviewKind.REJECT, reviewer="Tove")
    assert [(r.reviewer, r.kind.value) for r in reviews(base)] == [("Inés", "accept"), ("Tove", "reject")]
    with open_store(base) as store:
        book = store.book()
        standing = book.standing(Reviewed.FINDING, book.findings[0].id)
    assert standing is not None
    assert standing.state is State.DISPUTED
    assert standing.reviewers == ("Inés", "Tove")


def test_an_undo_is_a_review_of_its_own_and_can_be_undone(base: Path) -> None:
    made = on(base, Reviewed.FINDING, "lit", ReviewKind.REJECT)

    def state() -> State | None:
        with open_store(base) as store:
            standing = store.book().standing(Reviewed.FINDING, made.item)
        return None if standing is None else standing.state

    undo = undo_review(base, made.id, reviewer="Inés", why="read it again")
    assert state() is None
    with pytest.raises(DecisionError, match="was taken back already"):
        undo_review(base, made.id, reviewer="Inés", why="once more")
    undo_review(base, undo.id, reviewer="Inés", why="it was right")
    assert state() is State.REJECTED
    assert len(reviews(base)) == 3
    write_store(book_of("More\n" + PAGE), base)
    assert [r.kind for r in reviews(base)] == [ReviewKind.REJECT, ReviewKind.UNDO, ReviewKind.UNDO]


def test_nobody_takes_back_what_another_said(base: Path) -> None:
    made = on(base, Reviewed.FINDING, "lit", ReviewKind.REJECT)
    objection = undo_review(base, made.id, reviewer="Tove", why="the print is clear")

    def standing() -> Standing:
        with open_store(base) as store:
            found = store.book().standing(Reviewed.FINDING, made.item)
        assert found is not None
        return found

    assert standing() == Standing(State.DISPUTED, (made,), (), (objection,))
    assert (objection.reviewer, objection.why, objection.when[-6:]) == ("Tove", "the print is clear", "+00:00")
    with pytest.raises(DecisionError, match=f"Tove objects to the review '{made.id}' already, by '{objection.id}'"):
        undo_review(base, made.id, reviewer="Tove", why="once more")
    # nor can he whose word it is take the objection back; he can object to it, and both stand
    undo_review(base, objection.id, reviewer="Inés", why="it is not")
    assert standing().objections == (objection,)
    write_store(book_of("More\n" + PAGE), base)  # a rebuild keeps all of it
    with open_store(base) as store:
        (finding,) = store.book().findings
        found = store.book().standing(Reviewed.FINDING, finding.id)
    assert found is not None
    assert (found.state, [o.reviewer for o in found.objections]) == (State.DISPUTED, ["Tove"])
    undo_review(base, objection.id, reviewer="Tove", why="now I see it")
    with open_store(base) as store:
        found = store.book().standing(Reviewed.FINDING, finding.id)
    assert found is not None
    assert (found.state, found.objections) == (State.REJECTED, ())
    undo_review(base, made.id, reviewer="Inés", why="it is a word after all")
    with open_store(base) as store:
        assert store.book().standing(Reviewed.FINDING, finding.id) is None
    assert len(reviews(base)) == 5  # all that was ever said is there


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"why": "  "}, "kept with its reason"),
        ({"reviewer": ""}, "the name of who makes it"),
        ({"kind": "undo"}, "taken back by its own id"),
        ({"kind": "praise"}, "no review of the kind 'praise'"),
        ({"value": "splice"}, "Only a correction"),
        ({"kind": "correct"}, "fields of a finding that can be put right are kind, place"),
        ({"kind": "correct", "field": "colour", "value": "red"}, "that can be put right are kind, place"),
        ({"kind": "correct", "field": "kind", "value": "red"}, "one of: splice"),
        ({"kind": "correct", "field": "kind", "value": "ocr"}, "'ocr' already"),
        ({"kind": "correct", "field": "kind", "place": Span(1, 2)}, "or at which characters"),
        ({"kind": "correct", "field": "place"}, "or at which characters"),
        ({"kind": "correct", "place": Span(5, 5)}, "no characters 5-5"),
        ({"kind": "correct", "place": Span(5, 50_000)}, "no characters 5-50000"),
    ],
)
def test_what_cannot_be_said_is_refused_and_leaves_the_base(more: dict[str, object], sentence: str, base: Path) -> None:
    with open_store(base) as store:
        id_ = store.book().findings[0].id
    options = {"kind": "accept", **BY, **more}
    kind = options.pop("kind")
    with pytest.raises(DecisionError, match=sentence):
        review_record(base, id_, kind, **options)  # type: ignore[arg-type]
    assert reviews(base) == []


def test_there_has_to_be_such_a_record_and_such_a_review(base: Path) -> None:
    with pytest.raises(NotFoundError, match="Nothing that can be reviewed has the id 'x99'"):
        review_record(base, "x99", "accept", **BY)
    with pytest.raises(NotFoundError, match="No review has the id 'r99'"):
        undo_review(base, "r99", **BY)
    with pytest.raises(StoreError, match="There is no evidence base"):
        review_record(base.with_name("none.db"), "x", "accept", **BY)


def test_dates_are_told_in_edtf() -> None:
    book = book_of()
    record = dataclasses.replace(
        record_of(book, book.findings[0].id), choices={"when": ()}, values={"when": ""}, identifying=()
    )
    for value in ("1931", "1931-05-03", "193X", "XXXX-05", "1932-02-29", "1931-21", "1931-05/1931-06", "../1931", ""):
        if value:
            assert make_review(book, record, ReviewKind.CORRECT, field="when", value=value, **BY).value == value
    for value in ("last May", "1931-13", "1931-02-30", "9999-99-99", "1931-00", "XXXX-05-32", "1931-05/1931-19"):
        with pytest.raises(DecisionError, match="no date as EDTF writes it"):
            make_review(book, record, ReviewKind.CORRECT, field="when", value=value, **BY)


def test_no_two_reviews_have_one_id(base: Path) -> None:
    with open_store(base) as store:
        book, read_from = store.book(), edition(store.connection)
        made = make_review(book, record_of(book, book.findings[0].id), ReviewKind.ACCEPT, **BY)
    for _ in range(2):
        add_reviews(base, lambda connection, there: [made])
    assert [r.id for r in reviews(base)] == [made.id, f"{made.id}-2"]
    assert read_from


def test_a_review_of_a_base_that_was_built_anew_meanwhile_is_found_again(base: Path) -> None:
    with open_store(base) as store:
        book, read_from = store.book(), edition(store.connection)
    id_ = book.findings[0].id
    page = "Many more words\n" + PAGE
    write_store(book_of(page), base)
    made = review_record(base, id_, "accept", book=book, read_from=(*read_from, "older"), **BY)
    assert made.places[0].span.cut(page) == "lit"
    assert (made.item, made.orphaned) == (f"f{page.index('lit,')}", False)
    write_store(book_of(PAGE.replace("lit,", "out,")), base)
    lost = review_record(base, id_, "accept", book=book, read_from=(*read_from, "older"), **BY)
    assert lost.orphaned  # it is kept all the same
    assert len(reviews(base)) == 2


def test_a_review_that_comes_while_a_build_runs_is_not_lost(base: Path) -> None:
    early = on(base, Reviewed.FINDING, "lit")
    book = book_of("More\n" + PAGE)
    from testimonia.store.reviews import carry_reviews
    from testimonia.store.writing import fill_base

    with new_base(base, lambda new: carry_reviews(base, new, book)) as connection:
        fill_base(connection, book, base)
        late = on(base, Reviewed.MENTION, "Ivo Brand", reviewer="Tove")
    assert [r.id for r in reviews(base)] == [early.id, late.id]
    assert not any(r.orphaned for r in reviews(base))


def test_who_waits_for_a_build_to_end_writes_into_what_it_built(base: Path) -> None:
    book = book_of("More\n" + PAGE)
    waiting: list[threading.Thread] = []
    began = threading.Event()

    def finish(new: object) -> None:
        def write() -> None:
            began.set()
            on(base, Reviewed.MENTION, "Ivo Brand", reviewer="Tove")

        waiting.append(threading.Thread(target=write))
        waiting[0].start()
        began.wait()
        threading.Event().wait(0.3)  # it has opened the old base by now and waits for it

    from testimonia.store.writing import fill_base

    with new_base(base, finish) as connection:
        fill_base(connection, book, base)
    waiting[0].join()
    assert [r.reviewer for r in reviews(base)] == ["Tove"]
    assert not only(base).orphaned


WRITER = """
    import sys
    from testimonia.store.reviewing import review_record
    from testimonia.model import Reviewed
    base, who, count, ids = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
    for number in range(count):
        for id_ in ids:
            try:
                review_record(base, id_, "note", reviewer=who, why=f"remark {number}", what=Reviewed.EXCERPT)
            except Exception as error:
                print(type(error).__name__, error)
                raise
"""


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_two_tabs_and_builds_at_the_same_time_lose_nothing(base: Path, journal: str) -> None:
    import sqlite3

    with sqlite3.connect(base) as connection:
        connection.execute(f"pragma journal_mode = {journal}")
    connection.close()
    with open_store(base) as store:
        ids = [x.id for x in store.book().excerpts]
    count = 6
    tabs = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(base), who, str(count), *ids],
            stdout=subprocess.PIPE,
            text=True,
        )
        for who in ("Inés", "Tove")
    ]
    builds, refused = 0, list[str]()
    while any(tab.poll() is None for tab in tabs):
        try:
            write_store(book_of(f"Edition {builds}\n" + PAGE), base)
            builds += 1
            with open_store(base) as store:  # whoever reads meanwhile is not turned away
                assert len(store.book().claims) == 1
        except StoreError as error:  # a base in WAL mode cannot be moved over while another program writes it
            refused.append(str(error))
    assert all("is open in another program" in sentence for sentence in refused)
    assert [tab.communicate()[0] for tab in tabs] == ["", ""]
    said = sorted((r.reviewer, r.why, r.item) for r in reviews(base))
    assert said == sorted((who, f"remark {n}", id_) for who in ("Inés", "Tove") for n in range(count) for id_ in ids)
    assert not any(r.orphaned for r in reviews(base))
    assert builds > 1
    with open_store(base) as store:
        assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_threads_of_one_process_do_not_undo_each_other_s_locks(base: Path) -> None:
    with open_store(base) as store:
        book, read_from = store.book(), edition(store.connection)
    trouble: list[BaseException] = []
    done = threading.Event()

    def write(who: str) -> None:
        try:
            for number in range(15):
                review_record(
                    base, book.excerpts[0].id, "note", reviewer=who, why=f"{number}", book=book, read_from=read_from
                )
        except BaseException as error:
            trouble.append(error)

    def look() -> None:
        try:
            while not done.is_set():
                open_store(base).close()  # opens and closes the file, which must not give up the writers' locks
        except BaseException as error:
            trouble.append(error)

    writers = [threading.Thread(target=write, args=(who,)) for who in ("Inés", "Tove", "Ulla")]
    reader = threading.Thread(target=look)
    for thread in (*writers, reader):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert trouble == []
    assert len(reviews(base)) == 45


def test_deciding_who_is_who_leaves_the_reviews(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early = on(base, Reviewed.FINDING, "lit")
    late: list[Review] = []

    def read_again(book: Sourcebook, **stated: object) -> Sourcebook:
        late.append(on(base, Reviewed.MENTION, "Ivo Brand", reviewer="Tove"))  # while people are read
        again = book_of()
        again.add(stated["decisions"])  # type: ignore[arg-type]
        return again

    monkeypatch.setattr("testimonia.store.deciding.read_people_again", read_again)
    decide(base, lambda book: Decision("d1", DecisionKind.UNDO, (), (), "Inés", "2031", "so"))
    assert reviews(base) == [early, *late]
    with open_store(base) as store:
        assert [d.id for d in store.book().decisions] == ["d1"]


def test_a_base_whose_reviews_cannot_be_read_is_set_aside(base: Path) -> None:
    import sqlite3

    on(base, Reviewed.FINDING, "lit")
    with sqlite3.connect(base) as connection:
        connection.execute("update reviews set kind = 'unheard-of'")
    connection.close()
    write_store(book_of(), base)
    assert reviews(base) == []
    assert (base.parent / "book.db.damaged").exists()


def test_a_record_is_found_by_its_facts_where_several_stand_at_one_place() -> None:
    book = book_of()
    place = book.findings[0].span
    book.add([Finding("f2", FindingKind.SPLICE, place, "Two sentences in one.")])
    splice = make_review(book, record_of(book, "f2"), ReviewKind.ACCEPT, **BY)
    (found,) = find_reviews([dataclasses.replace(splice, item="an older id")], book)
    assert (found.item, found.orphaned) == ("f2", False)
    book.add([Finding("f3", FindingKind.SPLICE, place, "Two sentences in one.")])
    (found,) = find_reviews([dataclasses.replace(splice, item="an older id")], book)
    assert "several things" in found.lost
    (found,) = find_reviews([splice], book)
    assert found.item == "f2"


@pytest.mark.parametrize("make", [lambda r: dataclasses.replace(r, value="\ud800", field="kind"), lambda r: r])
def test_any_words_come_back(make: Callable[[Review], Review], base: Path) -> None:
    with open_store(base) as store:
        book = store.book()
        made = make(make_review(book, record_of(book, book.findings[0].id), ReviewKind.NOTE, **BY))
    add_reviews(base, lambda connection, there: [made])
    with open_store(base) as store:
        assert list(read_reviews(store.connection)) == [made]
