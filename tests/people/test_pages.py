"""Whole invented pages in the habits of several languages, with whom each name means."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from .marked import read_page, settle

PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_a_page_is_gathered_into_its_people(path: Path) -> None:
    excerpts, who = read_page(path)
    book = settle(*excerpts)
    mentions = sorted(book.mentions, key=lambda m: m.span.start)
    assert len(mentions) == len(who)
    meant: dict[str, set[str]] = defaultdict(set)
    persons: dict[str, set[str]] = defaultdict(set)
    for mention, one in zip(mentions, who, strict=True):
        meant[mention.person].add(one)
        persons[one].add(mention.person)
    assert {book.people[p].name: several for p, several in meant.items() if len(several) > 1} == {}  # two are never one
    split = sum(len(several) - 1 for several in persons.values())
    assert split <= 2
