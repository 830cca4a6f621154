"""What is particular to the layouts made blind of what is commonest, and to the forms of citation in them."""

import json
import re

import pytest

from relayout.catalogue import LAYOUTS
from relayout.cites_common import apa, apa_reference, author_date_reference, bluebook
from relayout.curling import curled
from relayout.invented import invent_book

BOOK = invent_book(3, 30)
UNSEEN = {layout.name: layout for layout in LAYOUTS if layout.group == "unseen"}
WORK = {
    "type": "book", "author": [{"family": "Marlow", "given": "Ada B."}, {"family": "Oakes", "given": "Tom"}],
    "title": "Salt and Ashes", "volume": "2", "publisher-place": "Leeds", "publisher": "Northgate",
    "issued": "1931", "page": "44-45",
}  # fmt: skip
PAPER = {
    "type": "article-journal", "author": [{"family": "Marlow", "given": "Ada"}], "title": "On Salt",
    "container-title": "Coast", "volume": "7", "issued": "1930", "page": "9",
}  # fmt: skip


def rendered(name, to):
    UNSEEN[name].render(BOOK, to)
    return to / name


def rows(folder, name):
    return [json.loads(line) for line in (folder / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_are_as_many_unseen_layouts_as_were_asked_for():
    assert 14 <= len(UNSEEN) <= 16


@pytest.mark.parametrize(
    ("form", "csl", "words"),
    [
        (apa, WORK, "Marlow & Oakes, 1931, pp. 44–45"),
        (apa, {"title": "Salt", "page": "4"}, "Salt, n.d., p. 4"),
        (apa_reference, {k: v for k, v in WORK.items() if k != "page"},
         "Marlow, A. B., & Oakes, T. (1931). Salt and Ashes (Vol. 2). Leeds: Northgate."),
        (author_date_reference, {k: v for k, v in WORK.items() if k != "page"},
         "Marlow, Ada B. and Tom Oakes. 1931. Salt and Ashes. Vol. 2. Leeds: Northgate."),
        (bluebook, WORK, "2 Ada B. Marlow & Tom Oakes, Salt and Ashes 44-45 (1931)."),
        (bluebook, PAPER, "Ada Marlow, “On Salt”, 7 Coast 9 (1930)."),
        (bluebook, {"title": "Salt in 1931", "editor": WORK["author"], "page": "4", "issued": "1932"},
         "Salt in 1931, at 4 (Ada B. Marlow & Tom Oakes eds., 1932)."),
    ],
)  # fmt: skip
def test_a_form_prints_as_its_guide_has_it(form, csl, words):
    assert re.sub("[\ue000\ue001]", "", form(csl).text) == words


def test_a_word_processor_leaves_no_straight_mark():
    book = curled(BOOK)
    words = [c.text for c in book.claims] + [p for e in book.excerpts for p in e.paragraphs]
    words += [json.dumps(e.csl, ensure_ascii=False).replace('"', "") for e in book.excerpts]
    assert not any(re.search("[\"']", w) for w in words)
    assert [e.id for e in book.excerpts] == [e.id for e in BOOK.excerpts]


def test_the_sheets_of_a_printed_page_are_numbered_in_turn(tmp_path):
    text = (rendered("printed-compilation", tmp_path) / "book.txt").read_text(encoding="utf-8")
    numbers = [int(n) for n in re.findall(r"^ {40}(\d+)$", text, re.M)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert text.count("\f") == len(numbers) - 1 > 5


def test_an_endnote_stands_for_each_figure_in_the_text(tmp_path):
    folder = rendered("essay-endnotes-bibliography", tmp_path)
    text = (folder / "book.txt").read_bytes().decode("utf-8-sig")
    marks = [text[slice(*e["marker"])] for e in rows(folder, "excerpts") if "marker" in e]
    assert marks == [str(n) for n in range(1, len(marks) + 1)]
    assert all(f"\r\n{n}. " in text[text.index("\r\nNotes\r\n") :] for n in marks)


def test_a_list_of_contents_is_no_gold(tmp_path):
    folder = rendered("family-notes", tmp_path)
    text = (folder / "book.txt").read_text(encoding="utf-8")
    first = rows(folder, "claims")[0]
    assert text.count(first["text"]) >= 2
    assert first["start"] > text.index("Contents")
