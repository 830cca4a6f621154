"""Decisions are put into a base, survive every build of it, and are never lost or overwritten."""

from __future__ import annotations

import dataclasses
import itertools
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from testimonia.errors import SourcebookError, StoreError, TestimoniaError, VocabularyError
from testimonia.model import (
    Act,
    Anchor,
    Assertion,
    Cell,
    CellKind,
    Convention,
    Dating,
    Decision,
    DecisionKind,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Entry,
    Excerpt,
    Finding,
    FindingKind,
    Ledger,
    Mention,
    Mode,
    Nearness,
    Origin,
    Person,
    Proceeding,
    ProceedingKind,
    Reason,
    Record,
    Sourcebook,
    Span,
    Voice,
    Witness,
)
from testimonia.pipeline import keep_decisions, read_people_again
from testimonia.store import build_store, deciding, open_store, replacing, write_store
from testimonia.testing import make_book

NAMES = ("Quist", "Kvist", "Marlow")


class Names:
    """Stands in for the people's room: every spelling is a person, unless a decision joins two."""

    name = "people"
    reads: frozenset[type] = frozenset({Excerpt})
    writes: frozenset[type] = frozenset({Mention, Person, Decision})

    def __init__(self, decisions: Sequence[Decision] = (), authority: Sequence[Any] = ()) -> None:
        self.decisions, self.authority = decisions, authority

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        owner = {name: name for name in NAMES}
        replayed = []
        for decision in self.decisions:
            (a,), (b,) = decision.a, decision.b
            orphaned = not (a.span.cut(book.text) == a.text and b.span.cut(book.text) == b.text)
            if not orphaned:
                owner[b.text] = owner[a.text]
            replayed.append(dataclasses.replace(decision, orphaned=orphaned))
        for name in dict.fromkeys(owner.values()):
            yield Person(name, name, tuple(n for n, o in owner.items() if o == name), identifiers=dict(self.authority))
        for excerpt in book.excerpts:
            for name in NAMES:
                if name in excerpt.text:
                    start = book.text.index(name, excerpt.span.start)
                    span = Span(start, start + len(name))
                    yield Mention(f"m{start}", span, name, excerpt.id, owner[name])
        yield from replayed


class Speakers:
    """Stands in for the voices' room: who is named speaks."""

    name = "voices"
    reads: frozenset[type] = frozenset({Mention})
    writes: frozenset[type] = frozenset({Voice})

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        for excerpt in book.excerpts:
            person = next(m.person for m in book.mentions if m.record == excerpt.id)
            yield Voice(f"v{excerpt.id}", excerpt.id, excerpt.span, person, person, Mode.QUOTE)


class Says:
    """Stands in for the room of assertions: a voice reports its words, on a day and for a sum."""

    name = "assertions"
    reads: frozenset[type] = frozenset({Voice})
    writes: frozenset[type] = frozenset({Assertion, Proceeding, Cell, Entry, Dating})

    def __init__(self, vocabulary: Path | None = None) -> None:
        """Stands in for the reading of a vocabulary: the act that every statement is."""
        word = Act.REPORTS.value if vocabulary is None else vocabulary.read_text().strip()
        if word not in list(Act):
            raise VocabularyError(f"There is no act {word!r}.")
        self.act = Act(word)

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        yield Proceeding("g1", ProceedingKind.TRIAL, "the trial")
        for voice in book.voices:
            words, end = book.cut(voice.span), voice.id
            said = (voice.excerpt, voice.speaker, voice.speaker_name)
            yield Assertion(f"a{end}", voice.span, words, *said[1:], self.act, said[0], reasons=(Reason("so"),))
            yield Cell(f"l{end}", "g1", CellKind.WITNESS, words, voice.span, *said, person=voice.speaker)
            yield Entry(f"e{end}", Ledger.MEETINGS, voice.span, words, *said, reasons=(Reason("so"),))
            yield Dating(f"t{end}", voice.span, words, "1931", "year", *said)


class Weighs:
    """Stands in for the rooms that weigh the evidence: who stands in two excerpts makes them one origin."""

    name = "audit"
    reads: frozenset[type] = frozenset({Voice})
    writes: frozenset[type] = frozenset({Dependence, Origin, Witness, Discrepancy})

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        heard: dict[str, list[Voice]] = {}
        for voice in book.voices:
            heard.setdefault(voice.speaker, []).append(voice)
        for who, voices in heard.items():
            tied = []
            for a, b in itertools.pairwise(voices):
                tied.append(f"n{b.excerpt}")
                yield Dependence(tied[-1], a.excerpt, b.excerpt, a.span, b.span, DependenceKind.DERIVES)
                says = (book.cut(a.span), book.cut(b.span))
                yield Discrepancy(
                    f"z{b.excerpt}", a.excerpt, b.excerpt, a.span, b.span, DiscrepancyKind.WORDING, who, *says
                )
            yield Origin(f"o{who}", tuple(v.excerpt for v in voices), tuple(tied), reasons=(Reason("one man"),))
            for v in voices:
                yield Witness(f"s{v.id}", v.excerpt, who, who, v.span, Nearness.UNSTATED, f"o{who}")
        span = Span(0, 1)
        yield Finding("f-over", FindingKind.OVERREACH, span, f"Nothing but {', '.join(heard)} carries it.")


class Silent:
    """Stands in for a room that has nothing to say."""

    name = "silent"
    reads: frozenset[type] = frozenset()
    writes: frozenset[type] = frozenset()

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        return ()


def entries(path: Path) -> list[tuple[str, ...]]:
    """Stands in for the reading of an authority file: identifiers, one a line."""
    return [tuple(line.split(",")) for line in path.read_text().split()]


def read_again(page: Path | Sourcebook, **stated: Any) -> Sourcebook:
    """Stands in for `testimonia.read`, with the people that decisions and an authority file make."""
    if isinstance(page, Sourcebook):
        text = page.text
    else:
        text = page.read_text(encoding="utf-8")
        if "unreadable" in text:
            raise SourcebookError("The page is no text.")
    lines = [line for line in text.splitlines() if line]
    accepted = [Convention(name, "none", "stated", 0, stated=True) for name in ("claims", "citations")]
    book = make_book(text, excerpts=[(line, None, None) for line in lines], more=accepted)
    authority, words = stated.get("authority"), stated.get("vocabulary")
    known: Any = () if authority is None else entries(Path(authority))
    decisions = stated.get("decisions", ())
    again = read_people_again(
        book, decisions=decisions, authority=known, vocabulary=None if words is None else Path(words)
    )
    keep_decisions(again, decisions)
    return again


@pytest.fixture(autouse=True)
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testimonia.people.PeopleStage", Names)
    monkeypatch.setattr("testimonia.voices.VoiceStage", Speakers)
    monkeypatch.setattr("testimonia.assertions.AssertionStage", Says)
    monkeypatch.setattr("testimonia.audit.AuditStage", Weighs)
    for room in (
        *("times.TimeStage", "proceedings.ProceedingStage", "ledgers.LedgerStage"),
        *("dependence.DependenceStage", "witnesses.WitnessStage", "disagreements.DisagreementStage"),
    ):
        monkeypatch.setattr(f"testimonia.{room}", Silent)
    monkeypatch.setattr("testimonia.front.read", read_again)
    monkeypatch.setattr(
        "testimonia.people.authority.read_authority",
        lambda path: [tuple(x.split(",")) for x in path.read_text().split()],
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("Quist saw it.\n\nKvist saw it too.\n\nMarlow was asleep.\n")
    return path


@pytest.fixture
def base(page: Path) -> Path:
    return build_store(page).path


def merging(a: str, b: str, why: str = "one handwriting", id_: str = "d1") -> Callable[[Sourcebook], Decision]:
    def make(book: Sourcebook) -> Decision:
        sides = [(Anchor(m.span, m.text),) for name in (a, b) for m in book.mentions if m.text == name]
        return Decision(id_, DecisionKind.MERGE, *sides, "Inés", "2031-05-01T09:00:00+00:00", why)

    return make


def undoing(of: str, id_: str = "d2") -> Callable[[Sourcebook], Decision]:
    return lambda book: Decision(id_, DecisionKind.UNDO, (), (), "Inés", "2031-05-02", "two after all", of=of)


def people(base: Path) -> list[str]:
    with open_store(base) as store:
        return [person.id for person in store.book().people]


def told(base: Path) -> list[tuple[str, str, bool]]:
    with open_store(base) as store:
        return [(d.id, d.why, d.orphaned) for d in store.book().decisions]


def test_a_decision_reads_people_and_voices_anew(base: Path) -> None:
    made = deciding.decide(base, merging("Quist", "Kvist"))
    assert (made.id, made.orphaned) == ("d1", False)
    with open_store(base) as store:
        book = store.book()
        assert [person.variants for person in book.people] == [("Quist", "Kvist"), ("Marlow",)]
        assert [voice.speaker for voice in book.voices] == ["Quist", "Quist", "Marlow"]
        assert [said.speaker for said in book.assertions] == ["Quist", "Quist", "Marlow"]
        assert [cell.person for cell in book.cells] == ["Quist", "Quist", "Marlow"]
        assert [entry.speaker for entry in book.entries] == ["Quist", "Quist", "Marlow"]
        assert [dating.speaker for dating in book.datings] == ["Quist", "Quist", "Marlow"]
        assert [said.reasons for said in (*book.assertions, *book.entries)] == [(Reason("so"),)] * 6
        assert len(book.proceedings) == 1
        assert list(book.decisions) == [made]
        assert len(book.excerpts) == 3
        assert [hit.excerpt for hit in store.search("asleep")] == [book.excerpts[2].id]
        assert store.connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert store.report().decisions == 1


def test_a_base_after_a_decision_is_what_a_build_with_it_gives(base: Path, page: Path) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    with open_store(base) as store:
        before = store.book()
        build_store(page, force=True)
    with open_store(base) as store:
        for kind in ("people", "mentions", "voices", "documents", "decisions", "excerpts"):
            assert list(getattr(store.book(), kind)) == list(getattr(before, kind)), kind


def test_a_decided_base_is_still_up_to_date(base: Path, page: Path) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    assert build_store(page).unchanged
    assert people(base) == ["Quist", "Marlow"]


@pytest.mark.parametrize("how", ["force", "edited", "another program"])
def test_decisions_survive_every_build(how: str, base: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    if how == "edited":
        page.write_text(page.read_text() + "\nMarlow woke up.\n")
    elif how == "another program":
        monkeypatch.setattr("testimonia.__version__", "9.9")
    report = build_store(page, force=how == "force")
    assert not report.unchanged
    assert (report.decisions, report.orphaned) == (1, 0)
    assert told(base) == [("d1", "one handwriting", False)]
    assert people(base) == ["Quist", "Marlow"]


def test_a_decision_whose_words_are_gone_is_kept_as_an_orphan(base: Path, page: Path) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    page.write_text("Marlow was asleep.\n")
    report = build_store(page)
    assert (report.decisions, report.orphaned) == (1, 1)
    assert told(base) == [("d1", "one handwriting", True)]
    page.write_text("Quist saw it.\n\nKvist saw it too.\n")
    build_store(page)
    assert told(base) == [("d1", "one handwriting", False)]


def test_a_build_that_fails_leaves_the_decisions(base: Path, page: Path) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    content = base.read_bytes()
    page.write_text("unreadable")
    with pytest.raises(SourcebookError):
        build_store(page, force=True)
    assert base.read_bytes() == content
    assert told(base) == [("d1", "one handwriting", False)]


def test_a_decision_that_cannot_be_made_leaves_the_base(base: Path) -> None:
    content = base.read_bytes()

    def fail(book: Sourcebook) -> Decision:
        raise TestimoniaError("Nobody is called so.")

    with pytest.raises(TestimoniaError, match="Nobody"):
        deciding.decide(base, fail)
    assert base.read_bytes() == content
    assert sorted(os.listdir(base.parent)) == ["page.db", "page.txt"]


def test_a_decision_that_breaks_off_while_writing_leaves_the_base(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = base.read_bytes()

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(deciding, "insert_voices", fail)
    with pytest.raises(StoreError, match="What stood there is untouched"):
        deciding.decide(base, merging("Quist", "Kvist"))
    assert base.read_bytes() == content
    assert sorted(os.listdir(base.parent)) == ["page.db", "page.txt"]


def test_an_undo_is_kept_beside_what_it_takes_back(base: Path, page: Path) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    deciding.decide(base, undoing("d1"))
    assert people(base) == ["Quist", "Kvist", "Marlow"]
    assert [id_ for id_, _, _ in told(base)] == ["d1", "d2"]
    build_store(page, force=True)
    assert people(base) == ["Quist", "Kvist", "Marlow"]
    assert [id_ for id_, _, _ in told(base)] == ["d1", "d2"]
    deciding.decide(base, undoing("d2", "d3"))
    assert people(base) == ["Quist", "Marlow"]
    build_store(page, force=True)
    assert people(base) == ["Quist", "Marlow"]
    assert [id_ for id_, _, _ in told(base)] == ["d1", "d2", "d3"]


def test_two_decisions_never_have_one_id(base: Path) -> None:
    for why in ("one handwriting", "one ship", "one house"):
        deciding.decide(base, merging("Quist", "Kvist", why))
    assert [(id_, why) for id_, why, _ in told(base)] == [
        ("d1", "one handwriting"),
        ("d1-2", "one ship"),
        ("d1-3", "one house"),
    ]


def test_two_cannot_decide_at_once(base: Path) -> None:
    with replacing.new_base(base.with_name("other.db")):
        deciding.decide(base, merging("Quist", "Kvist"))  # another base is no hindrance

    def meanwhile(book: Sourcebook) -> Decision:
        with pytest.raises(StoreError, match="Another build is writing"):
            deciding.decide(base, merging("Quist", "Marlow"))
        return merging("Kvist", "Marlow", id_="d2")(book)

    deciding.decide(base, meanwhile)
    assert [id_ for id_, _, _ in told(base)] == ["d1", "d2"]


def test_a_book_written_over_a_base_leaves_its_decisions(base: Path, book: Sourcebook) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    write_store(book, base)
    assert told(base) == [("d1", "one handwriting", False)]


def test_what_others_put_into_a_base_stays_through_a_decision(base: Path) -> None:
    with closing(sqlite3.connect(base)) as connection:
        connection.execute("pragma journal_mode = wal")  # as some tools set it for good
        connection.execute("create table notes (words)")
        connection.execute("insert into notes values ('ask the harbour office')")
        connection.commit()
    deciding.decide(base, merging("Quist", "Kvist"))
    with open_store(base) as store:
        assert store.connection.execute("select words from notes").fetchall() == [("ask the harbour office",)]
    assert sorted(os.listdir(base.parent)) == ["page.db", "page.txt"]


def test_a_base_of_an_older_schema_takes_a_decision(base: Path) -> None:
    # as a migration leaves it: tables for people, and nobody in them
    with closing(sqlite3.connect(base)) as connection:
        for table in ("mentions", "people", "voices", "chains"):
            connection.execute(f"delete from {table}")
        connection.commit()

    def first(book: Sourcebook) -> Decision:
        anchors = [(Anchor(Span(book.text.index(n), book.text.index(n) + 5), n),) for n in ("Quist", "Kvist")]
        return Decision("d1", DecisionKind.MERGE, *anchors, "Inés", "2031", "one hand")

    deciding.decide(base, first)
    assert people(base) == ["Quist", "Marlow"]


@pytest.mark.parametrize("name", ["none.db", "page.txt"])
def test_there_has_to_be_a_base(name: str, base: Path) -> None:
    with pytest.raises(StoreError, match=r"no evidence base|not an evidence base"):
        deciding.decide(base.with_name(name), merging("Quist", "Kvist"))


def test_a_damaged_base_is_kept_because_there_may_be_decisions_in_it(base: Path, page: Path) -> None:
    deciding.decide(base, merging("Quist", "Kvist"))
    for number in ("", "-2"):
        content = bytearray(base.read_bytes())
        content[100:] = b"\x7f" * (len(content) - 100)
        base.write_bytes(content)
        report = build_store(page)
        assert report.set_aside == base.with_name(f"page.db.damaged{number}")
        assert report.set_aside.read_bytes() == content
        assert report.as_dict()["set_aside"] == str(report.set_aside)
        assert people(base) == ["Quist", "Kvist", "Marlow"]
    assert build_store(page).set_aside is None


def test_what_the_evidence_is_worth_is_weighed_anew_and_never_twice(base: Path) -> None:
    def weighed() -> tuple[list[int], list[str]]:
        with open_store(base) as store:
            book = store.book()
            counts = [len(r) for r in (book.dependences, book.origins, book.witnesses, book.discrepancies)]
            return counts, [f.message for f in book.findings]

    apart = [0, 3, 3, 0], ["Nothing but Quist, Kvist, Marlow carries it."]
    joined = [1, 2, 3, 1], ["Nothing but Quist, Marlow carries it."]
    assert weighed() == apart
    deciding.decide(base, merging("Quist", "Kvist"))
    assert weighed() == joined
    deciding.decide(base, undoing("d1"))
    assert weighed() == apart


def test_a_stranger_s_stage_that_needs_people_runs_again(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Alone:
        name = "alone"
        reads: frozenset[type] = frozenset({Person})
        writes: frozenset[type] = frozenset()

        def __call__(self, book: Sourcebook) -> Iterable[Record]:
            for person in book.people:
                if len(person.variants) == 1:
                    yield Finding(f"f-{person.id}", FindingKind.OCR, Span(0, 1), f"{person.name} is spelt in one way.")

    class Entry:
        name = "alone"

        def load(self) -> type:
            return Alone

    with open_store(base) as store:
        assert [finding.id for finding in store.book().findings] == ["f-over"]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [Entry()])
    deciding.decide(base, merging("Quist", "Kvist"))
    deciding.decide(base, merging("Quist", "Marlow", id_="d2"))
    with open_store(base) as store:
        assert {finding.id for finding in store.book().findings} == {"f-Marlow", "f-over"}


def test_an_authority_file_is_kept_until_it_is_dropped(base: Path, page: Path, tmp_path: Path) -> None:
    known = tmp_path / "known people.csv"
    known.write_text("wikidata,Q1\n")

    def identifiers() -> dict[str, str]:
        with open_store(base) as store:
            return dict(store.book().people[0].identifiers)

    assert not build_store(page, authority=known).unchanged
    assert identifiers() == {"wikidata": "Q1"}
    assert build_store(page, authority=known).unchanged
    known.write_text("wikidata,Q2\n")
    assert not build_store(page, authority=known).unchanged
    assert identifiers() == {"wikidata": "Q2"}
    known.unlink()
    assert build_store(page).unchanged
    assert not build_store(page, force=True).unchanged
    assert identifiers() == {"wikidata": "Q2"}
    deciding.decide(base, merging("Quist", "Kvist"))
    assert identifiers() == {"wikidata": "Q2"}
    assert not build_store(page, keep_authority=False).unchanged
    assert identifiers() == {}
    assert build_store(page, keep_authority=False).unchanged
    assert told(base) == [("d1", "one handwriting", False)]


def test_an_authority_file_that_is_not_there_is_told_even_over_a_base_without_one(base: Path, page: Path) -> None:
    content = base.read_bytes()
    with pytest.raises(OSError, match=r"none\.csv"):  # the room says it in a sentence of its own
        build_store(page, authority=page.with_name("none.csv"))
    assert base.read_bytes() == content


def acts(base: Path) -> set[str]:
    with open_store(base) as store:
        return {said.act.value for said in store.book().assertions}


def test_a_vocabulary_is_kept_until_it_is_dropped(base: Path, page: Path, tmp_path: Path) -> None:
    words = tmp_path / "my words.toml"
    words.write_text("denies\n")
    assert acts(base) == {"reports"}
    assert not build_store(page, vocabulary=words).unchanged
    assert acts(base) == {"denies"}
    assert build_store(page, vocabulary=words).unchanged
    words.write_text("accuses\n")
    assert not build_store(page, vocabulary=words).unchanged
    assert acts(base) == {"accuses"}
    words.unlink()
    assert build_store(page).unchanged
    assert not build_store(page, force=True).unchanged
    assert acts(base) == {"accuses"}
    deciding.decide(base, merging("Quist", "Kvist"))
    assert acts(base) == {"accuses"}
    assert build_store(page).unchanged
    assert not build_store(page, keep_vocabulary=False).unchanged
    assert acts(base) == {"reports"}
    assert build_store(page, keep_vocabulary=False).unchanged
    assert told(base) == [("d1", "one handwriting", False)]


def test_a_vocabulary_and_an_authority_file_are_kept_side_by_side(base: Path, page: Path, tmp_path: Path) -> None:
    for folder, content in (("a", "wikidata,Q1\n"), ("b", "denies\n")):  # of one name, as anybody may call them
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine").write_text(content)
    build_store(page, authority=tmp_path / "a" / "mine", vocabulary=tmp_path / "b" / "mine")
    deciding.decide(base, merging("Quist", "Kvist"))
    assert not build_store(page, keep_authority=False).unchanged
    assert acts(base) == {"denies"}
    with open_store(base) as store:
        assert not store.book().people[0].identifiers


@pytest.mark.parametrize("content", ["murmurs\n", None])
def test_a_vocabulary_that_cannot_be_read_leaves_the_base(
    content: str | None, base: Path, page: Path, tmp_path: Path
) -> None:
    words = tmp_path / "mine.toml"
    if content is not None:
        words.write_text(content)
    before = base.read_bytes()
    with pytest.raises((VocabularyError, OSError), match=r"murmurs|mine\.toml"):  # a lost one is for the room to tell
        build_store(page, vocabulary=words)
    assert base.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "content"), [("authority", b"viaf,2\r\n"), ("vocabulary", b"denies\r\n")], ids=["authority", "vocabulary"]
)
def test_a_kept_file_comes_back_byte_for_byte(
    table: str, content: bytes, base: Path, page: Path, tmp_path: Path
) -> None:
    given = tmp_path / "known.file"
    given.write_bytes(content)
    build_store(page, **{table: given})  # type: ignore[arg-type]
    with open_store(base) as store:
        row = store.connection.execute(f"select name, content from {table}").fetchone()
    assert row == ("known.file", content)


def test_a_base_of_schema_2_has_no_vocabulary_and_is_not_damaged(base: Path, page: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.csv"
    known.write_text("wikidata,Q1\n")
    build_store(page, authority=known)
    deciding.decide(base, merging("Quist", "Kvist"))
    with closing(sqlite3.connect(base)) as connection:
        connection.execute("drop table vocabulary")
        connection.execute("pragma user_version = 2")
        connection.commit()
    report = build_store(page)
    assert report.set_aside is None
    assert told(base) == [("d1", "one handwriting", False)]
    with open_store(base) as store:
        assert dict(store.book().people[0].identifiers) == {"wikidata": "Q1"}
