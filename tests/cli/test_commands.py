"""What the commands print, for a person and for a program."""

from __future__ import annotations

import dataclasses
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import testimonia
from testimonia.cli.printing import say_report
from testimonia.model import Excerpt, Sourcebook, Span

from .conftest import PAGE, Run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The sample page: small books tell the reading too little of how they are laid out."""
    path = tmp_path / "page.txt"
    path.write_bytes(testimonia.sample_page().read_bytes())
    return path


def test_the_layout_of_a_page_is_told_without_the_rest_of_the_reading(
    page: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from testimonia.citations import CitationStage

    whole = run("layout", page, "--json").out
    monkeypatch.setattr(CitationStage, "__call__", lambda self, book: pytest.fail("more was read than the layout"))
    assert run("layout", page, "--json").out == whole


def test_build_says_what_a_person_wants_to_know(page: Path, run: Run) -> None:
    done = run("build", page, "-o", "b.db")
    book = testimonia.read(page)
    assert (done.code, done.err) == (0, "")
    for count, what in ((len(book.claims), "claims"), (len(book.excerpts), "excerpts"), (len(book.works), "works")):
        assert f"{count:,}  {what}" in done.out
    for heading in ("Most cited", "Findings", "Layout"):
        assert f"\n{heading}\n" in done.out
    assert "\x1b" not in done.out
    with testimonia.open_store("b.db") as store:
        assert list(store.book().excerpts) == list(book.excerpts)


def test_build_recognises_an_unchanged_page(page: Path, run: Run) -> None:
    run("build", page)
    again = run("build", page)
    assert "is up to date" in again.out
    assert "is up to date" not in run("build", page, "--force").out


def test_build_tells_a_program_the_same(page: Path, run: Run) -> None:
    report = json.loads(run("build", page, "--json").out)
    assert report["claims"] == len(testimonia.read(page).claims)
    assert report["path"] == str(page.with_suffix(".db"))
    assert report["unchanged"] is False
    assert set(report["most_cited"][0]) == {"work", "citations"}


def test_demo_builds_the_sample_and_says_what_to_try(run: Run, tmp_path: Path) -> None:
    done = run("demo")
    assert done.code == 0
    assert (tmp_path / "testimonia-demo.db").is_file()
    tries = done.out.split("Now try\n")[1].strip().splitlines()
    assert len(tries) == 6
    for line in tries:
        import shlex

        program, *arguments = shlex.split(line)
        assert program == "testimonia"
        assert run(*arguments).code == 0, line


def test_layout_shows_why_and_where_it_does_not_hold(base: Path, run: Run) -> None:
    done = run("layout", base)
    assert "claims: capitals\n  two of three lines say so (3 times)\n" in done.out
    assert "not so in line 1: The W\n" in done.out
    assert "… and 2 more; --all shows them" in done.out
    assert run("layout", base, "--all").out.count("not so") == 12
    (convention,) = json.loads(run("layout", base, "--json").out)
    assert convention["odd"][0] == {"line": 1, "start": 0, "end": 5, "words": "The W"}


def test_layout_prints_a_profile_that_can_be_read_back(page: Path, run: Run, tmp_path: Path) -> None:
    done = run("layout", page, "--toml")
    (tmp_path / "layout.toml").write_text(done.out)
    stated = run("layout", page, "--profile", "layout.toml")
    assert stated.code == 0
    assert "stated in the profile" in stated.out


def test_findings_are_listed_with_line_and_words(base: Path, run: Run) -> None:
    done = run("findings", base)
    assert done.out.splitlines()[:2] == ["f1           line 5: ocr: A word that may be misread.", "    horn"]
    (finding,) = json.loads(run("findings", base, "--kind", "locator", "--json").out)
    assert PAGE[finding["start"] : finding["end"]] == finding["words"] == "horn"
    assert run("findings", base, "--kind", "splice").out == "No splice was found.\n"


def test_show_lists_the_claims(base: Path, run: Run, book: Sourcebook) -> None:
    (line,) = run("show", base).out.splitlines()
    assert line.split() == [
        *(book.claims[0].id, "line", "3", "2", "excerpts"),
        *("THE", "HORN", "WAS", "NEVER", "SOUNDED"),
    ]
    (claim,) = json.loads(run("show", base, "--json").out)
    assert (claim["id"], claim["excerpts"]) == (book.claims[0].id, 2)


def test_show_prints_a_claim_with_its_excerpts_and_citations(base: Path, run: Run, book: Sourcebook) -> None:
    out = run("show", base, book.claims[0].id).out
    for excerpt in book.excerpts:
        assert excerpt.text in out
        assert f"{excerpt.id}, characters {excerpt.span.start}-{excerpt.span.end}" in out
    assert all(f"— {citation.text}" in out for citation in book.citations)
    facts = json.loads(run("show", base, book.claims[0].id, "--json").out)
    assert [x["id"] for x in facts["excerpts"]] == [x.id for x in book.excerpts]
    assert [c["id"] for c in facts["citations"]] == [c.id for c in book.citations]


@pytest.mark.parametrize("kind", ["excerpts", "citations", "works"])
def test_show_prints_a_record_of_any_kind(kind: str, base: Path, run: Run, book: Sourcebook) -> None:
    record = getattr(book, kind)[0]
    out = run("show", base, record.id).out
    assert record.id in out
    assert "Marlow, A. Salt and Ashes" in out
    assert "Quist" not in out
    assert json.loads(run("show", base, record.id, "--json").out)["id"] == record.id


def test_show_prints_a_finding_by_the_id_that_findings_lists(base: Path, run: Run, book: Sourcebook) -> None:
    id_ = run("findings", base, "--kind", "locator").out.split()[0]
    out = run("show", base, id_).out
    assert out.startswith("locator: No page is named.\nf2, line 5, characters ")
    assert "\nhorn\n" in out
    assert f"in excerpt {book.excerpts[0].id}: I stood on the quay" in out
    facts = json.loads(run("show", base, id_, "--json").out)
    assert (facts["record"], facts["id"], facts["kind"]) == ("finding", "f2", "locator")
    assert [x["id"] for x in facts["excerpts"]] == [book.excerpts[0].id]


def test_one_of_a_kind_is_counted_as_one(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = testimonia.build(page, page.with_suffix(".db"))
    for number, noun in ((1, "claim"), (2, "claims")):
        say_report(dataclasses.replace(report, claims=number, excerpts=number, citations=number, works=number))
        assert f"     {number}  {noun}\n" in capsys.readouterr().out


def test_years_that_run_backwards_are_said_so(base: Path, run: Run) -> None:
    done = run("search", base, "horn", "--year", "1933-1930")
    assert (done.code, done.out) == (2, "")
    assert "'1933-1930' runs backwards. Write the earlier year first: 1930-1933." in done.err


def test_search_marks_the_words_in_their_context(base: Path, run: Run) -> None:
    out = run("search", base, '"no horn"').out
    assert "   I stood on the quay, and **no horn** was sounded before she struck.\n" in out
    assert "1. THE HORN WAS NEVER SOUNDED\n" in out
    assert out.endswith("1 hit.\n")


def test_search_answers_a_program_with_spans(base: Path, run: Run) -> None:
    facts = json.loads(run("search", base, "excerpt:horn", "--json").out)
    assert facts["found"] == 2
    for hit in facts["hits"]:
        for match in hit["matches"]:
            assert PAGE[match["start"] : match["end"]] == match["words"] == "horn"


def test_search_filters_and_limits(base: Path, run: Run) -> None:
    assert "1 hit." in run("search", base, "excerpt:horn", "--year", "1931").out
    assert "1 hit." in run("search", base, "excerpt:horn", "--work", "Quist").out
    assert "1 of 2 hits" in run("search", base, "excerpt:horn", "--limit", "1").out
    assert run("search", base, "whale").out == "0 hits.\n"


def test_search_reads_a_page_on_the_spot(page: Path, run: Run) -> None:
    assert " hits.\n" in run("search", page, "the", "--limit", "9999").out
    assert os.listdir(page.parent) == ["page.txt"]


def test_works_are_listed_by_how_often_they_are_cited(base: Path, run: Run, book: Sourcebook) -> None:
    assert run("works", base).out.splitlines() == [
        f"    1  {book.works[0].id}  Marlow, Salt and Ashes",
        f"    1  {book.works[1].id}  Quist, The Inner Harbour",
    ]
    assert [work["id"] for work in json.loads(run("works", base, "--json").out)] == [w.id for w in book.works]


@pytest.mark.parametrize(
    ("format_", "sign"), [("text", "Salt and Ashes"), ("csl", '"title"'), ("bibtex", "@book{"), ("ris", "TY  - ")]
)
def test_a_bibliography_in_every_format(format_: str, sign: str, base: Path, run: Run, tmp_path: Path) -> None:
    done = run("bibliography", base, "--format", format_)
    assert (done.code, done.err) == (0, "")
    assert sign in done.out
    run("bibliography", base, "--format", format_, "-o", "works.out")
    assert (tmp_path / "works.out").read_text() == done.out


@pytest.mark.parametrize(("format_", "file"), [("jsonl", "claims.jsonl"), ("csv", "claims.csv")])
def test_export_writes_a_folder(format_: str, file: str, base: Path, run: Run, tmp_path: Path) -> None:
    done = run("export", base, "--format", format_)
    assert done.out == f"Exported {base} to book-{format_} as {format_}.\n"
    assert (tmp_path / f"book-{format_}" / file).is_file()
    run("export", base, "--format", format_, "--output", "elsewhere")
    assert (tmp_path / "elsewhere" / "text.txt").read_text() == PAGE


def on_a_terminal(*arguments: object, **environment: str) -> str:
    """What a command prints where a person reads it."""
    main, sub = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "testimonia", *map(str, arguments)],
        stdout=sub,
        stderr=sub,
        env=os.environ | {"TERM": "xterm"} | environment,
    )
    os.close(sub)
    printed = b""
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        printed += piece
    os.close(main)
    assert process.wait() == 0
    return printed.decode()


def test_a_terminal_gets_colour_unless_it_asks_for_none(base: Path) -> None:
    assert "\x1b[33m\x1b[1mquay\x1b[0m" in on_a_terminal("search", base, "quay", NO_COLOR="")
    plain = on_a_terminal("search", base, "quay", NO_COLOR="1")
    assert "\x1b" not in plain
    assert "**quay**" in plain


def test_a_terminal_gets_a_bar_while_it_waits(page: Path) -> None:
    printed = on_a_terminal("build", page)
    assert "layout" in printed
    assert "━" in printed


def test_what_could_not_be_placed_is_told(
    book: Sourcebook, page: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.add([Excerpt("x9", Span(0, 3), "The", None, None)])
    monkeypatch.setattr("testimonia.front.read", lambda *_, **__: book)
    lines = run("build", page).out.split("\nNot placed\n")[1].splitlines()
    assert lines == ["     1  excerpt without citation", "     1  excerpt without claim"]
