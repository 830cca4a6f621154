"""What is particular to the layouts made blind: short pages, other languages, citations that lean on others."""

import json
import re

import pytest

from relayout.catalogue import LAYOUTS
from relayout.cites_more import careless, legal, mla_parenthesis
from relayout.invented import invent_book
from relayout.invented_abroad import GERMAN, RUSSIAN, invent_abroad

BOOK = invent_book(3, 30)
FRESH = {layout.name: layout for layout in LAYOUTS if layout.group == "fresh"}


def rendered(name, to):
    FRESH[name].render(BOOK, to)
    return to / name


def rows(folder, name):
    return [json.loads(line) for line in (folder / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_are_as_many_fresh_layouts_as_were_asked_for():
    assert 20 <= len(FRESH) <= 25


def test_an_untitled_page_begins_with_its_first_claim(tmp_path):
    folder = rendered("untitled-squares", tmp_path)
    assert [r for r in rows(folder, "structure") if r["label"] == "title"] == []
    assert rows(folder, "structure")[0] == {"line": 1, "label": "heading"}
    assert (len(rows(folder, "claims")), len(rows(folder, "excerpts"))) == (4, 6)


def test_a_page_of_one_claim_holds_forty_excerpts(tmp_path):
    folder = rendered("one-claim", tmp_path)
    assert (len(rows(folder, "claims")), len(rows(folder, "excerpts"))) == (1, 40)


def test_a_careless_page_lacks_a_seventh_of_what_it_should_cite():
    book = FRESH["md-debate-careless"].choose(BOOK)
    form, sound = careless("chicago"), careless("chicago")
    cited = [e for e in book.excerpts if e.csl is not None]
    whole = [sound(cited[0]).text for _ in range(6)]
    assert len(set(whole)) == 1
    faulty = sum(form(e).resolved is not None for e in cited)
    missing = sum(e.csl is None for e in book.excerpts) - sum(e.csl is None for e in BOOK.excerpts)
    assert 0.14 < (faulty + missing) / sum(1 for _ in book.excerpts) < 0.26


def test_a_brief_points_back_to_the_exhibit_that_names_the_work():
    cite, seen = legal(BOOK), {}
    for number, excerpt in enumerate(BOOK.excerpts, 1):
        if excerpt.csl is None:
            continue
        words = cite(excerpt).text
        found = re.search(r"supra Ex\. (\d+)", words)
        if found:
            assert int(found.group(1)) == seen[excerpt.work]
        elif not words.startswith("Id."):
            assert excerpt.work not in seen
            seen[excerpt.work] = number
    assert seen


def test_a_parenthesis_tells_one_work_from_another():
    cite, works = mla_parenthesis(BOOK), {}
    for excerpt in BOOK.excerpts:
        if excerpt.csl is not None:
            page = excerpt.csl.get("page", "")
            works.setdefault(cite(excerpt).text.removesuffix(page), set()).add(excerpt.work)
    assert all(len(meant) == 1 for meant in works.values())


@pytest.mark.parametrize("tongue", [GERMAN, RUSSIAN], ids=lambda t: t.name)
def test_a_book_of_another_language_is_whole_and_has_no_open_slot(tongue):
    book = invent_abroad(tongue, BOOK)
    assert len(book.claims) == 25
    assert book == invent_abroad(tongue, BOOK)
    assert book != invent_abroad(tongue, invent_book(4, 5))
    words = [c.text for c in book.claims] + [p for e in book.excerpts for p in e.paragraphs]
    assert not any("{" in w or "}" in w for w in words)
