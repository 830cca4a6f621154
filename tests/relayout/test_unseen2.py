"""What is particular to the layouts whose sources stand elsewhere: keys, numbers and names lead to an entry each."""

import json
import re

import pytest

from relayout.catalogue import LAYOUTS
from relayout.invented import invent_book

BOOK = invent_book(5, 30)
UNSEEN = {layout.name: layout for layout in LAYOUTS if layout.group == "unseen2"}


def rendered(name, to):
    UNSEEN[name].render(BOOK, to)
    folder = to / name
    about = json.loads((folder / "gold" / "about.json").read_text(encoding="utf-8"))
    return (folder / about["book"]).read_text(encoding="utf-8"), folder


def cited(folder):
    lines = (folder / "gold" / "citations.jsonl").read_text(encoding="utf-8").splitlines()
    return [row.get("string") or row["text"] for row in map(json.loads, lines)]


def test_there_are_as_many_as_were_asked_for():
    assert len(UNSEEN) >= 8


@pytest.mark.parametrize(
    ("name", "key", "entry"),
    [
        ("slips-keys", r"[A-Z]+\d*", r"^{}\s+\S"),
        ("reader-front-list", r"\d+", r"^{}\. \S"),
        ("thesis-natbib", r"(?<=\{)[a-z]+\d*[a-z]?(?=\}$)", r"^\\bibitem\{{{}\}} \S"),
    ],
)
def test_every_key_has_one_entry(name, key, entry, tmp_path):
    text, folder = rendered(name, tmp_path)
    keys = {re.search(key, words).group() for words in cited(folder)}
    assert len(keys) > 5
    for found in keys:
        assert len(re.findall(entry.format(re.escape(found)), text, re.M)) == 1


def test_hyphens_stand_for_a_name_met_before(tmp_path):
    text, _ = rendered("paper-hanging-works", tmp_path)
    entries = re.findall(r'<p class="hang">(.*?)</p>', text)
    assert not entries[0].startswith("---")
    names = {re.match(r"[^,.]+", e).group() for e in entries if not e.startswith("---")}
    assert len(entries) > len(names) or not any(e.startswith("---") for e in entries)


def test_a_note_looks_back_to_the_note_that_has_the_source_in_full(tmp_path):
    text, _ = rendered("law-review-supra", tmp_path)
    notes = dict(re.findall(r'<div class="fn"><sup>(\d+)</sup> (.*?)</div>', text))
    backward = [(n, words) for n, words in notes.items() if "supra note" in words]
    assert backward
    for n, words in backward:
        target = re.search(r"supra note (\d+)", words).group(1)
        assert int(target) < int(n)
        assert words.split(",")[0].strip("<em>").split()[0] in notes[target]


def test_each_part_lists_what_it_cites(tmp_path):
    text, _ = rendered("outline-part-lists", tmp_path)
    parts = re.split(r"^PART [IVX]+$", text, flags=re.M)[1:]
    assert len(parts) == 3
    for part in parts:
        passages, _, listed = part.partition("Sources for Part")
        assert listed
        for name in re.findall(r"^-- ([^\d,]+?) \d{4}", passages, re.M):
            assert name.split()[-1] in listed
