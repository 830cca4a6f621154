"""Names printed in any order become names of family and given name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.citations.contributors import names_between, read_by, read_names, split_names


def short(names: tuple, /) -> list[str]:
    return [
        n.csl.get("literal") or ", ".join(n.csl[k] for k in ("family", "given", "suffix") if k in n.csl) for n in names
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("J. Paul Hartley and Ann Lowe", ["Hartley, J. Paul", "Lowe, Ann"]),
        ("Hartley, Ann; Lowe, P.", ["Hartley, Ann", "Lowe, P."]),
        ("Hartley, A., Lowe, P. & Brand, Z.", ["Hartley, A.", "Lowe, P.", "Brand, Z."]),
        ("HARTLEY, Ann, et LOWE, Piers", ["HARTLEY, Ann", "LOWE, Piers"]),
        ("Hartley", ["Hartley"]),
        ("Ursula van der Meer", ["van der Meer, Ursula"]),
        ("Paul Hartley Jr", ["Hartley, Paul, Jr"]),
        ("Committee on Navigation", ["Committee on Navigation"]),
    ],
)
def test_a_list_of_names_is_cut_into_names(words: str, names: list[str]) -> None:
    assert short(read_names(words, 0, len(words))) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ann Hartley, Piers Lowe and Zoe Brand", ["Hartley, Ann", "Lowe, Piers", "Brand, Zoe"]),
        ("the harbour of old", []),
        ("Hartley", []),
        ("Ann Hartley 1931", []),
    ],
)
def test_names_between_are_whole_names_or_none(words: str, names: list[str]) -> None:
    assert short(names_between(words, 0, len(words))) == names


def test_an_author_behind_by_closes_the_title() -> None:
    text = "The Quiet Harbour, by Ann Hartley and Piers Lowe (Leeds, 1931)"
    found = read_by(text, 0, len(text))
    assert found is not None
    stop, names, rest = found
    assert text[:stop] == "The Quiet Harbour"
    assert short(names) == ["Hartley, Ann", "Lowe, Piers"]
    assert text[rest:] == " (Leeds, 1931)"


@pytest.mark.parametrize("text", ["The Quiet Harbour by night", "Ships, by the dozen", ", by Ann Hartley"])
def test_what_follows_by_may_be_no_names(text: str) -> None:
    assert read_by(text, 0, len(text)) is None


@given(
    st.lists(st.sampled_from(["Hartley", "Ann", "A.", ", ", "; ", " and ", " & ", "/", " "]), max_size=20).map("".join)
)
def test_pieces_of_a_list_do_not_overlap(text: str) -> None:
    at = 0
    for start, end in split_names(text, 0, len(text)):
        assert at <= start < end <= len(text)
        at = end
