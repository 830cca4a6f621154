"""Which records are one work, and which are not, whatever they look like; the pairs stand in `works.txt`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.citations import works as works_module
from testimonia.citations.forms import Form
from testimonia.citations.works import CitedForm, gather_works
from testimonia.model import Span

Row = tuple[str, str]


def item(line: str) -> dict[str, Any]:
    """A record as `works.txt` writes it."""
    people, title, imprint, year, *more = [p.strip() for p in (line + " | | |").split("|")]
    csl: dict[str, Any] = {"type": "book"}
    for part in filter(None, re.split(r"\s*;\s*", people)):
        role, _, names = part.rpartition(":")
        role = {"": "author", "ed": "editor", "tr": "translator"}[role]
        for name in names.split(" & "):
            name = name.strip()
            if name.startswith("{"):
                csl.setdefault(role, []).append({"literal": name.strip("{}")})
                continue
            family, _, given = name.partition(", ")
            csl.setdefault(role, []).append({"family": family, **({"given": given} if given else {})})
    if title:
        csl["title"] = title
    if imprint:
        place, _, publisher = imprint.rpartition(": ")
        csl |= {k: v for k, v in (("publisher-place", place), ("publisher", publisher)) if v}
    if year:
        csl["issued"] = year
    for extra in filter(None, more):
        if extra.startswith("in "):
            csl["container-title"] = extra[3:]
            csl["type"] = "article-journal"
        if extra.startswith("vol. "):
            csl["volume"] = extra[5:]
    return csl


def groups(*lines: str) -> list[str | None]:
    return gather_works([CitedForm(item(line), line) for line in lines])[1]


ROWS = (Path(__file__).parent / "works.txt").read_text(encoding="utf-8")


def pairs(section: str) -> list[Row]:
    rows = ROWS.partition(f"[{section}]")[2].partition("\n[")[0]
    found = [tuple(pair.splitlines()) for pair in rows.strip().split("\n\n")]
    assert all(len(pair) == 2 for pair in found)
    return [(one, other) for one, other in found]


@pytest.mark.parametrize(("one", "other"), pairs("one work"))
def test_spellings_and_editions_are_one_work(one: str, other: str) -> None:
    assert len(set(groups(one, other))) == 1
    assert len(set(groups(other, one))) == 1


@pytest.mark.parametrize(("one", "other"), pairs("two works"))
def test_two_works_stay_apart(one: str, other: str) -> None:
    assert len(set(groups(one, other))) == 2
    assert len(set(groups(other, one))) == 2


def test_a_bare_title_does_not_bring_two_books_together() -> None:
    lines = ["Kott, S. | Nero: Fire | | 2014", "Kott, S. | Nero | | 2030", "Kott, S. | Nero: Ash | | 2017"]
    for order in ([0, 1, 2], [1, 0, 2], [0, 2, 1], [2, 1, 0]):
        found = dict(zip(order, groups(*(lines[i] for i in order)), strict=True))
        assert found[0] != found[2]
        assert found[1] not in (found[0], found[2])


def test_a_bare_title_goes_to_the_book_of_its_year() -> None:
    lines = ["Kott, S. | Nero: Fire | | 2014", "Kott, S. | Nero: Ash | | 2017", "Kott, S. | Nero | | 2017"]
    first, second, bare = groups(*lines)
    assert bare == second != first


def test_every_joined_spelling_has_its_reason() -> None:
    lines = [
        "Pakhtin, Dmitrii | River Ice | Riga: Kalnins | 1971",
        "Pakhtin, Dmitri | River Ice: A Memoir | Riga: Kalnins | 1985",
        "Pakhtin, D. | River Ice | Riga: Kalnins | 1971",
    ]
    works, _ = gather_works([CitedForm(item(line), line) for line in lines])
    (work,) = works
    assert work.spellings == tuple(lines)
    assert [r.words for r in work.reasons] == lines[1:]
    assert all(r.rule for r in work.reasons)
    assert "1971, 1985" in work.reasons[0].rule


def test_the_work_takes_the_fullest_record_and_no_page() -> None:
    full = item("Pakhtin, Dmitri | River Ice: A Memoir | Riga: Kalnins | 1985") | {"page": "4"}
    works, ids = gather_works([CitedForm(item("Pakhtin | River Ice | | 1971"), "a"), CitedForm(full, "b")])
    assert len(works) == 1
    assert works[0].citations == 2
    assert ids == [works[0].id] * 2
    assert works[0].csl == {k: v for k, v in full.items() if k != "page"}


def test_a_work_stands_where_its_fullest_record_is_printed() -> None:
    short, full = (
        item("Pakhtin | River Ice | | 1971"),
        item("Pakhtin, Dmitri | River Ice: A Memoir | Riga: Kalnins | 1985"),
    )
    works, _ = gather_works(
        [
            CitedForm(full, None, Span(0, 5), "Ibid.", whole=False),
            CitedForm(short, "a", Span(10, 20), "short form"),
            CitedForm(full, "b", Span(30, 42), "full, page 4"),
            CitedForm(full, "b", Span(50, 62), "full, page 9"),
        ]
    )
    assert [(work.span, work.text) for work in works] == [(Span(30, 42), "full, page 4")]


def test_a_work_that_is_printed_nowhere_whole_stands_where_it_is_first_meant() -> None:
    meant = item("Pakhtin, Dmitri | River Ice | Riga: Kalnins | 1985")
    works, _ = gather_works([CitedForm(meant, None, Span(n, n + 5), f"Ibid{n}", whole=False) for n in (0, 10)])
    assert [(work.span, work.text) for work in works] == [(Span(0, 5), "Ibid0")]


def test_ids_do_not_depend_on_what_else_is_cited() -> None:
    line = "Marlow, Ada | Salt and Ashes | Leeds: Northgate | 1931"
    alone = groups(line)[0]
    assert alone is not None
    assert alone.startswith("w")
    assert groups("Brown, Tom | Harbour Lights | | 1941", line)[1] == alone


def test_what_names_nothing_has_no_work() -> None:
    works, ids = gather_works([CitedForm({"type": "book", "page": "3"}, "p. 3")])
    assert (works, ids) == ([], [None])


def test_gathering_compares_a_bounded_number_of_records(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    judge = works_module.why_same

    def counted(one: Form, other: Form) -> str | None:
        nonlocal compared
        compared += 1
        return judge(one, other)

    monkeypatch.setattr(works_module, "why_same", counted)
    # One author, every title of the same words but for its numbers: the worst page there can be.
    lines = [f"Marlow, A. | Return {i} of the harbour | | {1900 + i % 9}" for i in range(1000)]
    assert len(set(groups(*lines))) == 1000
    assert compared < 1000 * 200  # a comparison of all pairs would be half a million


@given(
    st.permutations(sorted({line for section in ("one work", "two works") for pair in pairs(section) for line in pair}))
)
@settings(max_examples=25, deadline=None)
def test_works_do_not_depend_on_the_order_of_the_page(lines: list[str]) -> None:
    def partition(ordered: list[str]) -> set[frozenset[str]]:
        found: dict[str | None, set[str]] = {}
        for line, work in zip(ordered, groups(*ordered), strict=True):
            found.setdefault(work, set()).add(line)
        return {frozenset(group) for group in found.values()}

    assert partition(lines) == partition(sorted(lines))
