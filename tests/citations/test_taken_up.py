"""A source in a sentence is put in the order of a citation, and each character keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.citations.fields import parse_citation
from testimonia.citations.taken_up import put_in_order

SCRAPS = st.lists(
    st.sampled_from(
        [
            "As ",
            "In ",
            "According to ",
            "Ann Hartley",
            ", ",
            " wrote",
            " in ",
            "The Harbour",
            " (1931)",
            ":",
            "*",
            "p. 4",
        ]
    ),
    max_size=9,
).map("".join)


@pytest.mark.parametrize(
    ("sentence", "citation"),
    [
        ("As Ann Hartley wrote in The Quiet Harbour, p. 4:", "Ann Hartley, The Quiet Harbour, p. 4"),
        ("In The Quiet Harbour (1931), Ann Hartley recalls", "Ann Hartley, The Quiet Harbour (1931)"),
        ("Ann Hartley, ed., in The Quiet Harbour (1931)", "Ann Hartley, ed., The Quiet Harbour (1931)"),
        ("Selon Ann Hartley, dans Le Port (1931)", "Ann Hartley, Le Port (1931)"),
    ],
)
def test_what_is_of_the_sentence_is_left_out(sentence: str, citation: str) -> None:
    ordered = put_in_order(sentence)
    assert ordered is not None
    assert ordered[0] == citation


@pytest.mark.parametrize(
    "citation",
    [
        "Ann Hartley, The Wreck, in Ships and Men (Leeds: Northgate, 1931), p. 4",
        "Ann Hartley, “The Wreck”, in Ships and Men (Leeds: Northgate, 1931), p. 4",
        "Hartley, Ann. In the North. Leeds: Northgate, 1931, p. 4",
        "In the North (Leeds: Northgate, 1931), p. 4",
        "As the Gulls Wrote (Leeds: Northgate, 1931), p. 4",
    ],
)
def test_a_citation_stays_as_it_is(citation: str) -> None:
    assert put_in_order(citation) is None


def test_fields_stand_where_they_are_printed() -> None:
    text = "In *The Quiet Harbour* (1931), p. 44, Ann Hartley recalls:"
    found = {name: text[a:b] for name, a, b in parse_citation(text).fields}
    assert found == {"title": "The Quiet Harbour", "issued": "1931", "page": "44", "author": "Ann Hartley"}


@given(SCRAPS)
def test_every_character_has_a_place(text: str) -> None:
    ordered = put_in_order(text)
    if ordered is not None:
        words, places = ordered
        assert len(words) == len(places)
        assert all(0 <= place < len(text) for place in places)
    parse_citation(text)
