"""What the commands say of people, voices and documents, and how they decide who is who."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

import testimonia
from testimonia.cli.printing import say_report
from testimonia.model import (
    Anchor,
    Decision,
    DecisionKind,
    Document,
    DocumentType,
    Gender,
    Hand,
    HandRole,
    MayBe,
    Mention,
    Mode,
    Person,
    Reason,
    Record,
    Sourcebook,
    Span,
    Spelling,
    Voice,
)
from testimonia.store import write_store
from testimonia.testing import check_book, make_book

from .conftest import Run
from .test_commands import on_a_terminal

CLAIM = "THE HORN WAS NEVER SOUNDED"
SAID = "Dorval, the pilot, wrote: “No horn was sounded. Dorwal the clerk saw it.” She was tired. [not so: ed.]"
CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44"
PAGE = f"{CLAIM}\n\n{SAID}\n\n{CITED}\n"


def at(words: str) -> Span:
    start = PAGE.index(words)
    return Span(start, start + len(words))


def records(excerpt: str) -> list[Record]:
    compiler = Hand(HandRole.COMPILER, "compiler")
    author = Hand(
        HandRole.AUTHOR, "author:w1", "Marlow", (Reason("closed by this citation", "Marlow, A.", at("Marlow, A.")),)
    )
    letter = Hand(HandRole.DOCUMENT, "d1", "a letter")
    wrote = Reason("the words before name the writer", "wrote", at("wrote"))
    speaker = Hand(HandRole.SPEAKER, "p1", "Dorval", (wrote,))
    pilot, clerk, lead = at("Dorval"), at("Dorwal"), at("Dorval, the pilot, wrote:")
    before = [PAGE[span.start - 5 : span.start] for span in (pilot, clerk)]
    anchors = [(Anchor(span, span.cut(PAGE), b),) for span, b in zip((pilot, clerk), before, strict=True)]
    return [
        Person(
            id="p1",
            name="Dorval",
            variants=("Dorval", "Dorwall"),
            spellings=(
                Spelling("Dorval", 1),
                Spelling(
                    "Dorwall", 2, "German", "Дорваль", 0.75, (Reason("one letter apart"),), (Reason("other house"),)
                ),
            ),
            gender=Gender.FEMALE,
            roles=(Reason("said of her", "the pilot", at("the pilot")),),
            identifiers={"wikidata": "Q1"},
        ),
        Person("p2", "Dorwal", ("Dorwal",), (Spelling("Dorwal", 1),)),
        Mention("m1", pilot, "Dorval", excerpt, "p1", 0.9, (Reason("initials agree"),), (Reason("another trade"),)),
        Mention("m2", clerk, "Dorwal", excerpt, "p2"),
        MayBe("y1", "p1", "p2", 0.45, (Reason("one letter apart"),), (Reason("another trade", "clerk", at("clerk")),)),
        Decision("e1", DecisionKind.SPLIT, *anchors, "Inés", "2031-05-01", "two trades"),
        Decision("e2", DecisionKind.UNDO, (), (), "Inés", "2031-05-02", "not sure", of="e1"),
        Decision(
            "e3", DecisionKind.MERGE, (Anchor(Span(0, 5), "Gone"),), anchors[1], "Jo", "2031", "so", orphaned=True
        ),
        Document("d1", DocumentType.LETTER, "1931", "p1", "Dorval", (), (at("wrote"),), (excerpt,)),
        Voice("v1", excerpt, lead, "author:w1", "Marlow", Mode.NARRATION, None, (compiler, author)),
        Voice(
            id="v2",
            excerpt=excerpt,
            span=at("“No horn was sounded. Dorwal the clerk saw it.”"),
            speaker="p1",
            speaker_name="Dorval",
            mode=Mode.QUOTE,
            document="d1",
            chain=(compiler, author, letter, speaker),
            confidence=0.8,
            reasons=(wrote, Reason("marks around them")),
        ),
        Voice("v3", excerpt, at("She was tired."), "author:w1", "Marlow", Mode.NARRATION, None, (compiler, author)),
        Voice("v4", excerpt, at("[not so: ed.]"), "compiler", "", Mode.EDITORIAL, None, (compiler,)),
    ]


@pytest.fixture
def book() -> Sourcebook:
    book = make_book(PAGE, claims=[CLAIM], excerpts=[(SAID, CLAIM, CITED)])
    book.add(records(book.excerpts[0].id))
    check_book(book)
    return book


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base of the sample, read by the rooms as they are."""
    return testimonia.build(testimonia.sample_page(), tmp_path_factory.mktemp("sample") / "sample.db").path


@pytest.fixture
def sample(built: Path, tmp_path: Path) -> Path:
    """A copy of it to decide on."""
    return Path(shutil.copy(built, tmp_path))


def test_people_are_listed_by_how_often_they_are_named(base: Path, run: Run) -> None:
    expected = ["     1  p1           Dorval, Dorwall", "     1  p2           Dorwal"]
    assert run("people", base).out.splitlines() == expected
    assert run("who", base).out.splitlines() == expected
    facts = json.loads(run("people", base, "--json").out)
    assert [(person["id"], person["mentions"]) for person in facts] == [("p1", 1), ("p2", 1)]


def test_a_page_without_people_is_told(run: Run, tmp_path: Path) -> None:
    write_store(make_book("X"), tmp_path / "b.db")
    assert run("people", "b.db").out == "Nobody was found to be named.\n"
    assert run("voices", "b.db").out == "No voice was found.\n"
    assert run("documents", "b.db").out == "No document was found to be quoted.\n"
    assert run("decisions", "b.db").out == "Nothing was decided.\n"


def test_who_shows_all_that_is_known_of_a_person_and_why(base: Path, run: Run) -> None:
    place, said = at("Dorval"), len("“No horn was sounded. Dorwal the clerk saw it.”")
    assert run("who", base, "Dorval").out.splitlines() == [
        "Dorval",
        "p1, named 1 time, female, wikidata Q1",
        "",
        "Spelt",
        "     1  Dorval",
        "     2  Dorwall from Дорваль, German  0.75",
        "          because: one letter apart",
        "          but: other house",
        "",
        "Called",
        "  the pilot (line 3)",
        "",
        "Speaks",
        f"  {said} characters in 1 excerpt: {said} of quote",
        "",
        "Named",
        f"  line 3, {place.start}-{place.end}: Dorval, the pilot, wrote: “No horn was sounded  0.90",
        "",
        "May be",
        "  Dorwal (p2), 0.45",
        "    because: one letter apart",
        "    but: another trade: clerk",
        "",
        "Decided",
        "e1  split (taken back): Dorval at 28 is not Dorwal at 76",
        "    Inés, 2031-05-01: two trades",
        "e2  undo: takes back e1",
        "    Inés, 2031-05-02: not sure",
    ]


def test_who_tells_a_program_the_same(base: Path, run: Run, book: Sourcebook) -> None:
    (facts,) = json.loads(run("who", base, "p1", "--json").out)
    assert facts["identifiers"] == {"wikidata": "Q1"}
    assert [spelling["text"] for spelling in facts["spellings"]] == ["Dorval", "Dorwall"]
    assert [mention["id"] for mention in facts["mentions"]] == ["m1"]
    assert facts["speaks"]["excerpts"] == [book.excerpts[0].id]
    assert facts["speaks"]["characters"] == facts["speaks"]["by_mode"]["quote"] > 40
    assert [(maybe["person"], maybe["name"]) for maybe in facts["maybes"]] == [("p2", "Dorwal")]
    assert [decision["id"] for decision in facts["decisions"]] == ["e1", "e2"]


def test_voices_have_a_prefix_in_a_pipe(base: Path, run: Run, book: Sourcebook) -> None:
    (excerpt,) = book.excerpts
    out = run("voices", base).out
    assert out == (
        f"{excerpt.id}, line 3\n"
        "[narration: Marlow] Dorval, the pilot, wrote:\n"
        "    compiler → Marlow (author) (depth 1)\n"
        "[quote: Dorval] “No horn was sounded. Dorwal the clerk saw it.”\n"
        "    compiler → Marlow (author) → letter of 1931 → Dorval (depth 2, 0.80 sure)\n"
        "[narration: Marlow] She was tired.\n"
        "    compiler → Marlow (author) (depth 1)\n"
        "[editorial: compiler] [not so: ed.]\n"
        "    compiler (depth 0)\n\n"
    )
    assert run("voices", base, "--excerpt", excerpt.id).out == out


def test_voices_say_what_vouches_for_each_link(base: Path, run: Run) -> None:
    out = run("voices", base, "--speaker", "Dorval", "--why").out
    assert "      Marlow (author)\n        because: closed by this citation: Marlow, A.\n" in out
    assert "      Dorval\n        because: the words before name the writer: wrote\n" in out
    assert "      because: marks around them\n" in out
    assert "narration" not in out


@pytest.mark.parametrize(("speaker", "ids"), [("marlow", ["v1", "v3"]), ("p1", ["v2"]), ("compiler", ["v4"])])
def test_voices_are_chosen_by_speaker(speaker: str, ids: list[str], base: Path, run: Run) -> None:
    facts = json.loads(run("voices", base, "--speaker", speaker, "--json").out)
    assert [voice["id"] for voice in facts] == ids
    assert all(PAGE[voice["start"] : voice["end"]] == voice["words"] for voice in facts)


def test_a_voice_tells_a_program_its_chain_and_document(base: Path, run: Run) -> None:
    voice = json.loads(run("voices", base, "--json").out)[1]
    assert [hand["role"] for hand in voice["chain"]] == ["compiler", "author", "document", "speaker"]
    assert voice["document"] == {"id": "d1", "type": "letter", "date": "1931", "author": "p1", "author_name": "Dorval"}
    assert (voice["depth"], voice["chain_words"]) == (2, "compiler → Marlow (author) → letter of 1931 → Dorval")


def test_somebody_who_is_named_and_says_nothing_is_told(base: Path, run: Run) -> None:
    assert run("voices", base, "--speaker", "Dorwal").out == "Dorwal says nothing there.\n"


def test_voices_have_a_colour_each_on_a_terminal(base: Path) -> None:
    shown = on_a_terminal("voices", base, NO_COLOR="")
    assert "\x1b[32m“No horn was sounded. Dorwal the clerk saw it.”\x1b[0m" in shown
    assert "\x1b[33m\x1b[4m[not so: ed.]\x1b[0m" in shown
    assert "\x1b[32mDorval (quote)\x1b[0m" in shown
    assert "Dorval, the pilot, wrote: \x1b[32m" in shown
    assert shown.count("Marlow (narration)") == 1
    plain = on_a_terminal("voices", base, NO_COLOR="1")
    assert "\x1b" not in plain
    assert "[quote: Dorval]" in plain


def test_documents_are_listed_with_where_they_stand(base: Path, run: Run, book: Sourcebook) -> None:
    assert run("documents", base).out.splitlines() == [
        "d1           letter of 1931 (Dorval)",
        f"    in 1 excerpt: {book.excerpts[0].id}",
        "    line 3: wrote",
    ]
    (facts,) = json.loads(run("documents", base, "--json").out)
    assert (facts["type"], facts["excerpts"]) == ("letter", [book.excerpts[0].id])


def test_a_character_has_a_chain(base: Path, run: Run, book: Sourcebook) -> None:
    offset = at("horn was").start
    out = run("at", base, offset).out
    assert out.startswith("line 3: Dorval, the pilot, wrote: “No ‹h›orn was sounded. Dorwal")
    assert f"[quote: Dorval] in {book.excerpts[0].id}, v2\n" in out
    assert "    compiler → Marlow (author) → letter of 1931 → Dorval (depth 2, 0.80 sure)\n" in out
    facts = json.loads(run("at", base, offset, "--json").out)
    assert (facts["character"], facts["passage"], facts["voice"]["id"]) == ("h", "excerpt", "v2")
    assert [hand["role"] for hand in facts["chain"]] == ["compiler", "author", "document", "speaker"]


def test_what_is_in_no_excerpt_came_through_the_compiler(base: Path, run: Run) -> None:
    assert run("at", base, 0).out.endswith("\ncompiler (claim)\n")
    assert "voice" not in json.loads(run("at", base, 0, "--json").out)


@pytest.mark.parametrize(
    ("id_", "first", "within"),
    [
        ("p1", "Dorval", "wikidata Q1"),
        ("m1", "Dorval is Dorval (p1), 0.90", "but: another trade"),
        ("y1", "Dorval (p1) may be Dorwal (p2), 0.45", "because: one letter apart"),
        ("v2", "“No horn was sounded. Dorwal the clerk saw it.”", "because: marks around them"),
        ("d1", "letter of 1931 (Dorval)", "v2 in x"),
        ("e3", "e3  merge (orphaned): Gone is Dorwal at 76", "it does nothing"),
    ],
)
def test_show_prints_what_people_and_voices_have_ids_for(
    id_: str, first: str, within: str, base: Path, run: Run
) -> None:
    out = run("show", base, id_).out
    assert out.splitlines()[0] == first
    assert within in out
    assert json.loads(run("show", base, id_, "--json").out)["id"] == id_


def test_decisions_are_listed_and_the_orphaned_marked(base: Path, run: Run) -> None:
    assert run("decisions", base).out.splitlines() == [
        "e1  split (taken back): Dorval at 28 is not Dorwal at 76",
        "    Inés, 2031-05-01: two trades",
        "e2  undo: takes back e1",
        "    Inés, 2031-05-02: not sure",
        "e3  merge (orphaned): Gone is Dorwal at 76",
        "    Jo, 2031: so",
        "    The page has the words no longer that it rests on, so that it does nothing.",
    ]
    facts = json.loads(run("decisions", base, "--json").out)
    assert [(d["id"], d["in_force"]) for d in facts] == [("e1", False), ("e2", True), ("e3", False)]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("who", "book.db", "Nemo"), 9, "Nobody on the page is called 'Nemo'. `testimonia people` lists everybody."),
        (("voices", "book.db", "--excerpt", "x0"), 9, "No excerpt has the id 'x0'."),
        (("voices", "book.db", "--speaker", "Nemo"), 9, "Nobody is called 'Nemo'."),
        (("at", "book.db", "99999"), 9, "The page has no character at 99999"),
        (("merge", "book.db", "p1", "Nemo", "--why", "so"), 9, "Nobody on the page is called 'Nemo'."),
        (("merge", "book.db", "p1", "p1", "--why", "so"), 9, "is one person already"),
        (("merge", "book.db", "p1", "p2", "--why", "  "), 11, "A decision is kept with its reason."),
        (("merge", "none.db", "p1", "p2", "--why", "so"), 6, "There is no evidence base at 'none.db'."),
        (("merge", "page.txt", "p1", "p2", "--why", "so"), 6, "'page.txt' is not an evidence base"),
        (("split", "book.db", "p1", "--why", "so"), 11, "one spelling, or the offsets of mentions, not both."),
        (("split", "book.db", "p1", "Dorval", "--at", "28", "--why", "so"), 11, "not both."),
        (("split", "book.db", "Nemo", "Nemo", "--why", "so"), 9, "Nobody on the page is called 'Nemo'."),
        (("split", "book.db", "p1", "Quist", "--why", "so"), 9, "'Dorval' is nowhere spelt 'Quist'."),
        (("split", "book.db", "p1", "--at", "0", "--why", "so"), 9, "No mention of 'Dorval' stands at 0."),
        (("undo", "book.db", "e9", "--why", "so"), 9, "No decision has the id 'e9'."),
        (("undo", "book.db", "e1", "--why", "so"), 11, "The decision 'e1' was taken back already."),
        (("build", "page.txt", "--authority", "none.csv"), 10, "none.csv"),
        (("build", "page.txt", "-o", "book.db", "--vocabulary", "none.toml"), 12, "none.toml"),
        (("build", "page.txt", "-o", "book.db", "--vocabulary", "page.txt"), 12, "page.txt is no TOML"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_leaves_the_base(
    arguments: tuple[str, ...], code: int, sentence: str, run: Run, base: Path
) -> None:
    (base.parent / "page.txt").write_text(PAGE)
    content, names = base.read_bytes(), sorted(os.listdir(base.parent))
    done = run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("testimonia: ")
    assert done.err.count("\n") == 1
    assert sentence in done.err
    assert base.read_bytes() == content
    assert sorted(os.listdir(base.parent)) == names


@pytest.mark.parametrize(
    "arguments",
    [
        ("merge", "book.db", "p1", "p2"),
        ("split", "book.db", "p1", "Dorval"),
        ("undo", "book.db", "e1"),
        ("at", "book.db", "-1"),
        ("build", "page.txt", "--authority", "a.csv", "--no-authority"),
        ("build", "page.txt", "--vocabulary", "a.toml", "--no-vocabulary"),
    ],
)
def test_a_misuse_is_told_with_the_usage(arguments: tuple[str, ...], run: Run, base: Path) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert "Error: " in done.err


def test_a_name_of_several_people_lists_them(sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testimonia.people.lookup.find_people", lambda book, name: list(book.people[:2]))
    done = run("merge", sample, "Somebody", "Nobody", "--why", "so")
    assert (done.code, done.err.count("\n")) == (11, 1)
    assert "'Somebody' may be 2 people. Name one by his or her id: " in done.err
    with testimonia.open_store(sample) as store:
        assert all(person.id in done.err for person in store.book().people[:2])


def test_merge_split_and_undo_decide_and_are_kept(sample: Path, run: Run, tmp_path: Path) -> None:
    with testimonia.open_store(sample) as store:
        before = store.book()
    counts = Counter(mention.person for mention in before.mentions)
    (a, _), (b, _) = counts.most_common(2)
    done = run("merge", sample, a, b, "--why", "one handwriting", "--reviewer", "Inés")
    assert (done.code, done.err) == (0, "")
    assert "kept with the name of Inés" in done.out
    id_ = done.out.split(":")[0]
    with testimonia.open_store(sample) as store:
        book = store.book()
        check_book(book)
        (decision,) = book.decisions
        assert (decision.id, decision.kind, decision.reviewer, decision.why) == (
            id_,
            "merge",
            "Inés",
            "one handwriting",
        )
        assert decision.when.endswith("+00:00")
        places = {m.span: m.person for m in book.mentions}
        joined = {places[m.span] for m in before.mentions if m.person in (a, b)}
        assert len(joined) == 1
        assert len(places) == len(before.mentions)
    assert run("build", testimonia.sample_page(), "-o", sample, "--force").code == 0
    assert [d["id"] for d in json.loads(run("decisions", sample, "--json").out)] == [id_]
    undone = run("undo", sample, id_, "--why", "two after all", "--reviewer", "Inés", "--json")
    assert json.loads(undone.out)["of"] == id_
    with testimonia.open_store(sample) as store:
        again = store.book()
    assert [list(again.of(kind)) for kind in (Person, Mention, Voice)] == [
        list(before.of(kind)) for kind in (Person, Mention, Voice)
    ]
    assert len(again.decisions) == 2


def test_a_decision_outlasts_an_edited_page_and_waits_for_its_words(run: Run, tmp_path: Path) -> None:
    words, page = testimonia.sample_page().read_text(encoding="utf-8"), tmp_path / "page.txt"
    page.write_text(words, encoding="utf-8", newline="")
    assert run("build", page, "-o", "b.db").code == 0
    with testimonia.open_store("b.db") as store:
        book = store.book()
    (a, _), (b, _) = Counter(mention.person for mention in book.mentions).most_common(2)
    spellings = {mention.text for mention in book.mentions if mention.person == b}
    testimonia.merge("b.db", a, b, why="one handwriting", reviewer="Inés")

    def decision() -> tuple[bool, int]:
        assert run("build", page, "-o", "b.db").code == 0
        with testimonia.open_store("b.db") as store:
            book = store.book()
        owners = {mention.person for mention in book.mentions if mention.text in spellings}
        return book.decisions[0].orphaned, len(owners & {m.person for m in book.mentions if m.text not in spellings})

    page.write_text(words.replace("\n", "\n\n", 1) + "\n", encoding="utf-8", newline="")
    assert decision() == (False, 1)
    renamed = words
    for spelling in sorted(spellings, key=len, reverse=True):
        renamed = renamed.replace(spelling, "Zzz").replace(spelling.upper(), "ZZZ")
    page.write_text(renamed, encoding="utf-8", newline="")
    assert decision() == (True, 0)
    page.write_text(words, encoding="utf-8", newline="")
    assert decision() == (False, 1)


def test_split_parts_a_mention_from_a_person(sample: Path, run: Run) -> None:
    with testimonia.open_store(sample) as store:
        before = store.book()
    person = Counter(mention.person for mention in before.mentions).most_common(1)[0][0]
    last = [mention for mention in before.mentions if mention.person == person][-1]
    facts = json.loads(run("split", sample, person, "--at", last.span.start, "--why", "a namesake", "--json").out)
    assert (facts["kind"], facts["why"], len(facts["people"])) == ("split", "a namesake", 2)
    assert facts["reviewer"]
    with testimonia.open_store(sample) as store:
        owners = {m.span: m.person for m in store.book().mentions}
    others = {owners[m.span] for m in before.mentions if m.person == person and m is not last}
    assert owners[last.span] not in others


def test_the_library_decides_as_the_commands_do(sample: Path) -> None:
    with testimonia.open_store(sample) as store:
        a, b = (id_ for id_, _ in Counter(m.person for m in store.book().mentions).most_common(2))
    merged = testimonia.merge(sample, a, b, why="one handwriting", reviewer="Inés")
    taken_back = testimonia.undo(sample, merged.id, why="two", reviewer="Inés")
    assert (merged.kind, taken_back.kind, taken_back.of) == (DecisionKind.MERGE, DecisionKind.UNDO, merged.id)
    book = testimonia.read(testimonia.sample_page(), decisions=[merged])
    assert len(book.decisions) == 1
    with testimonia.open_store(sample) as store:
        assert len(book.people) < len(store.book().people)


def test_a_build_counts_people_voices_documents_and_decisions(sample: Path, run: Run) -> None:
    with testimonia.open_store(sample) as store:
        book = store.book()
    out = run("build", testimonia.sample_page(), "-o", sample).out
    for count, noun in ((len(book.people), "people"), (len(book.voices), "voices"), (len(book.documents), "documents")):
        assert f"{count:>6,}  {noun}\n" in out
    assert "decision" not in out
    testimonia.merge(sample, book.people[0].id, book.people[1].id, why="one hand", reviewer="Inés")
    assert "     1  decision of yours\n" in run("build", testimonia.sample_page(), "-o", sample).out


def test_a_build_says_how_many_decisions_found_nothing_to_rest_on(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with testimonia.open_store(base) as store:
        report = store.report()
    say_report(dataclasses.replace(report, set_aside=Path("old.db.damaged")))
    out = capsys.readouterr().out
    assert "     3  decisions of yours, 1 of them on words that the page has no longer\n" in out
    assert "The base that stood there was damaged. It is kept as old.db.damaged.\n" in out


def test_an_authority_file_names_people_and_is_kept(sample: Path, run: Run, tmp_path: Path) -> None:
    with testimonia.open_store(sample) as store:
        book = store.book()
    known = max(book.people, key=lambda person: sum(mention.person == person.id for mention in book.mentions))
    (tmp_path / "known.csv").write_text(f"name,wikidata\n{known.name},Q17\n", encoding="utf-8")
    build = ("build", testimonia.sample_page(), "-o", "b.db")
    assert run(*build, "--authority", "known.csv").code == 0
    assert "wikidata Q17" in run("who", "b.db", known.name).out
    (tmp_path / "known.csv").unlink()
    assert "is up to date" in run(*build).out
    run(*build, "--force")
    assert "wikidata Q17" in run("who", "b.db", known.name).out
    assert "is up to date" not in run(*build, "--no-authority").out
    assert "wikidata" not in run("who", "b.db", known.name).out


OWN_WORDS = """The Wreck of the Ardent

DORVAL BEMUDDIED QUIST

Inés Dorval bemuddied Bela Quist over the charts. Marta Wren was on the quay.

Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45
"""


def test_words_of_ones_own_for_acts_are_found_and_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(OWN_WORDS, encoding="utf-8")
    words = tmp_path / "mine.toml"
    words.write_text('[says.accusing]\nverbs = "bemuddy"\n', encoding="utf-8")

    def accused() -> str:
        return run("says", "page.db", "Inés Dorval", "--act", "accuses").out

    build = ("build", "page.txt")
    assert run(*build).code == 0
    assert "bemuddied" not in accused()
    assert run(*build, "--vocabulary", "mine.toml").code == 0
    assert "Inés Dorval accuses Bela Quist: Inés Dorval bemuddied" in accused()
    assert "is up to date" in run(*build, "--vocabulary", "mine.toml").out
    before = (tmp_path / "page.db").read_bytes()
    words.write_text('[says.accusing]\nverb = "bemuddy"\n', encoding="utf-8")
    broken = run(*build, "--vocabulary", "mine.toml")
    assert (broken.code, broken.err.count("\n")) == (12, 1)
    assert "sets verb in [says.accusing], which does not exist" in broken.err
    assert (tmp_path / "page.db").read_bytes() == before
    words.unlink()
    assert "is up to date" in run(*build).out
    run(*build, "--force")
    assert "bemuddied" in accused()
    assert run("merge", "page.db", "Inés Dorval", "Marta Wren", "--why", "one signature").code == 0
    assert "bemuddied" in accused()
    assert "is up to date" not in run(*build, "--no-vocabulary").out
    assert "bemuddied" not in accused()
    assert "one signature" in run("decisions", "page.db").out


@pytest.mark.parametrize("command", [("people",), ("who",), ("voices",), ("documents",), ("at", 0)])
def test_a_base_from_before_people_were_read_says_so(command: tuple[object, ...], run: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(write_store(make_book("X"), tmp_path / "b.db"))) as connection:
        connection.execute("update sourcebook set schema = 1")  # as a migration leaves it
        connection.commit()
    name, *more = command
    done = run(name, "b.db", *more)
    assert done.code == 0
    assert done.err.startswith("'b.db' was built before people and voices were read. Build it again")
    assert run("works", "b.db").err == ""
