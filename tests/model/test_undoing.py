"""An undo takes back one's own word; another's word stands, with the objection beside it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model import Review, Reviewed, ReviewKind, State, counting, objections, standings


@dataclass(frozen=True)
class Word:
    id: str
    reviewer: str
    of: str | None = None


A, B = "Ines", "Tove"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ([Word("1", A)], {"1"}),
        ([Word("1", A), Word("2", A, "1")], {"2"}),
        ([Word("1", A), Word("2", A, "1"), Word("3", A, "2")], {"1", "3"}),
        ([Word("1", A), Word("2", B, "1")], {"1", "2"}),
        ([Word("1", A), Word("2", B, "1"), Word("3", B, "2")], {"1", "3"}),
        ([Word("1", A), Word("2", B, "1"), Word("3", A, "2")], {"1", "2", "3"}),
        ([Word("1", A), Word("2", A, "1"), Word("3", B, "2")], {"2", "3"}),
        ([Word("2", A, "1")], {"2"}),
    ],
)
def test_what_counts(said: list[Word], count: set[str]) -> None:
    assert counting(said) == count
    assert counting(said[::-1]) == count  # whatever the order that it comes in


def test_an_objection_that_was_taken_back_is_none() -> None:
    said = [Word("1", A), Word("2", B, "1"), Word("3", "Ulla", "1"), Word("4", B, "2")]
    assert objections(said) == {"1": (said[2],)}


def test_a_long_row_of_undos_is_followed_to_its_end() -> None:
    said = [Word("0", A), *(Word(str(n), A, str(n - 1)) for n in range(1, 5001))]
    assert ("0" in counting(said), "0" in counting(said[:-1])) == (True, False)


WORDS = st.lists(st.tuples(st.sampled_from([A, B, "Ulla"]), st.none() | st.integers(0, 12)), max_size=12)


@given(WORDS)
def test_nobody_s_word_ends_but_by_his_own(words: list[tuple[str, int | None]]) -> None:
    # undos of undos, of oneself, and round in a circle
    said = [Word(str(n), who, None if of is None else str(of)) for n, (who, of) in enumerate(words)]
    count = counting(said)
    for one in said:
        if one.id not in count:
            assert any(undo.of == one.id and undo.reviewer == one.reviewer for undo in said)
    for id_, against in objections(said).items():
        assert all(undo.reviewer != said[int(id_)].reviewer and undo.id in count for undo in against)


def review(id_: str, kind: ReviewKind, who: str, when: str, of: str | None = None) -> Review:
    return Review(id_, kind, Reviewed.FINDING, "" if of else "f1", (), who, when, "so", of=of)


def test_an_objection_ends_with_a_later_verdict_of_who_made_it() -> None:
    said = [
        review("1", ReviewKind.ACCEPT, A, "2031"),
        review("2", ReviewKind.UNDO, B, "2032", "1"),
        review("3", ReviewKind.ACCEPT, B, "2033"),
    ]
    assert standings(said[:2])[Reviewed.FINDING, "f1"].state is State.DISPUTED
    assert standings(said)[Reviewed.FINDING, "f1"].state is State.CONFIRMED
    assert standings(said)[Reviewed.FINDING, "f1"].objections == ()


def test_an_objection_to_a_remark_disputes_no_verdict() -> None:
    said = [
        review("1", ReviewKind.ACCEPT, A, "2031"),
        review("2", ReviewKind.NOTE, A, "2032"),
        review("3", ReviewKind.UNDO, B, "2033", "2"),
    ]
    standing = standings(said)[Reviewed.FINDING, "f1"]
    assert (standing.state, standing.objections) == (State.CONFIRMED, (said[2],))
