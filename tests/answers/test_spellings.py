"""A search looks for a name in every romanisation that stands on the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.answers.spellings import NameParts, widened
from testimonia.store.queries import QueryError, fts_query

NAMES = ["Semyon Vetrov", "WETROW", "Wetrow's", "Elise Kvist-Lund", "Ines Marlow", "Bo"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Vetroff", ["Vetrov", "WETROW", "Wetrow's"]),
        ("Wetrow", ["Vetrov"]),
        ("vetrov", ["WETROW", "Wetrow's"]),
        ("Marlow", []),
        ("Boh", []),
        ("12", []),
        ("", []),
    ],
)
def test_a_name_is_found_by_each_of_its_spellings(asked: str, found: list[str]) -> None:
    parts = NameParts(NAMES)
    assert [other for other in parts.others(asked) if "'" not in other] == [o for o in found if "'" not in o]


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("Vetroff", '(Vetroff OR "Vetrov" OR "WETROW")'),
        ("Vetroff, ferry", '(Vetroff OR "Vetrov" OR "WETROW") ferry'),
        ("claim: Vetroff", 'claim: (Vetroff OR "Vetrov" OR "WETROW")'),
        ('"Vetroff left" OR NOT', '"Vetroff left" OR NOT'),
        ("Vetr*", "Vetr*"),
        ("", ""),
    ],
)
def test_a_query_is_widened_where_a_name_stands_alone(query: str, asked: str) -> None:
    assert widened(query, NameParts(["Semyon Vetrov", "WETROW"]).others)[0] == asked


def test_no_query_grows_beyond_what_can_be_asked() -> None:
    query = " ".join(["Vetroff"] * 3 + [f"Vetro{'f' * n}" for n in range(1, 90)])
    asked, also = widened(query, lambda word: ["Vetrov", "Wetrow"])
    assert len(also) <= 40
    assert fts_query(asked)


@given(st.text(max_size=60))
def test_whatever_is_asked_can_still_be_asked(query: str) -> None:
    def judged(words: str) -> bool:
        try:
            fts_query(words)
        except QueryError:
            return False
        return True

    asked, _ = widened(query, lambda word: ["Kvist", "Qvist"])
    assert judged(asked) or not judged(query)
