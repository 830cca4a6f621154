"""What is particular to the layouts of exports and posts: links, keys, cells and notes of each section."""

import csv
import re

import pytest

from relayout.catalogue import LAYOUTS
from relayout.invented import invent_book

BOOK = invent_book(5, 30)
MADE = {layout.name: layout for layout in LAYOUTS if layout.group in ("unseen5", "unseen6", "unseen7")}


def rendered(name, to):
    MADE[name].render(BOOK, to)
    return (to / name / MADE[name].file).read_text(encoding="utf-8")


def test_every_key_of_the_web_page_has_one_entry(tmp_path):
    text = rendered("html-citeproc", tmp_path)
    keys = set(re.findall(r'data-cites="(\w+)"', text))
    assert len(keys) > 5
    assert all(text.count(f'id="ref-{key}"') == 1 for key in keys)


@pytest.mark.parametrize(("name", "mark", "cells"), [("sheet-tabs", "\t", 3), ("sheet-columns", ",", 8)])
def test_every_row_of_a_sheet_has_all_its_cells(name, mark, cells, tmp_path):
    text = rendered(name, tmp_path)
    quoting = csv.QUOTE_NONE if mark == "\t" else csv.QUOTE_MINIMAL
    rows = list(csv.reader(text.splitlines(), delimiter=mark, quoting=quoting))
    assert len(rows) > 20
    assert {len(row) for row in rows} == {cells}


def test_every_title_of_the_post_is_a_link_to_its_work(tmp_path):
    sources = [line for line in rendered("post-linked-titles", tmp_path).split("\n") if line.startswith("— ")]
    assert len(sources) > 20
    assert all(re.search(r"\[[^\]]+\]\(https://books\.example\.org/\w+\)", line) for line in sources)


def test_notes_begin_again_under_each_section(tmp_path):
    sections = rendered("notes-each-section", tmp_path).split("\nNotes\n")[1:]
    assert len(sections) > 20
    assert all(section.startswith("1. ") for section in sections)
