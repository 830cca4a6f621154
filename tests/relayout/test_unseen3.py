"""What is particular to the layouts made after the voices had been worked on: parted words, keys, notes and bars."""

import re

import pytest

from relayout.catalogue import LAYOUTS
from relayout.families.unseen3 import typed
from relayout.invented import invent_book

BOOK = invent_book(5, 30)
MADE = {layout.name: layout for layout in LAYOUTS if layout.group in ("unseen3", "unseen4")}


def rendered(name, to):
    MADE[name].render(BOOK, to)
    return (to / name / MADE[name].file).read_text(encoding="utf-8")


@pytest.mark.parametrize("first", [0, 5])
def test_a_typist_parts_words_and_changes_none(first):
    words = "The keeper came down before anybody understood the mechanical arrangement of the harbour lanterns. " * 4
    lines = typed(words.strip(), 40, first).split("\n")
    assert max(map(len, lines)) <= 40
    assert any(line.endswith("-") for line in lines)
    assert re.sub(r"-\n|\s", "", "\n".join(lines)) == words.replace(" ", "")


def test_every_key_of_the_converter_has_one_entry(tmp_path):
    text = rendered("md-converter-keys", tmp_path)
    body, listed = text.split("# References {-}")
    keys = set(re.findall(r"\[@(\w+)[,\]]", body))
    assert len(keys) > 5
    assert all(listed.count(f"[@{key}]:") == 1 for key in keys)


def test_every_line_of_a_quotation_has_a_bar(tmp_path):
    text = rendered("bars-arrow", tmp_path)
    parts = re.split(r"^   -> .*$", text, flags=re.M)
    assert len(parts) > 20
    for part in parts[1:-1]:
        quoted = [line for line in part.split("\n") if line and not line.startswith("** ")]
        assert quoted
        assert all(line.startswith("|") for line in quoted)
