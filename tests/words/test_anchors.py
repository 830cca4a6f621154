"""An anchor is found by its words and their neighbours, or not at all: never at words that merely look alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model import Anchor, Span
from testimonia.words.anchors import NEIGHBOURS, anchor_at, find_anchor

# few words, so that the same words stand in many places
PAGES = st.lists(st.sampled_from(["ash", "elm", "so", "left", "\n", "Ash."]), min_size=1, max_size=60).map(" ".join)
EDITS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 6), st.sampled_from(["", "oak ", "\n\n", "ash", "so left "]))
)


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for at, length, words in edits:
        at = min(at, len(text))
        text = text[:at] + words + text[at + length :]
    return text


def spans(text: str, start: int, length: int) -> Span:
    start = start % len(text)
    return Span(start, min(len(text), start + length))


@given(PAGES, st.integers(0, 300), st.integers(1, 20), EDITS)
def test_what_is_found_has_the_words_and_a_neighbour_that_is_whole(
    text: str, start: int, length: int, edits: list[tuple[int, int, str]]
) -> None:
    anchor = anchor_at(text, spans(text, start, length))
    now = edited(text, edits)
    found = find_anchor(now, anchor)
    if found is None:
        return
    assert found.cut(now) == anchor.text
    before = now[max(0, found.start - len(anchor.before)) : found.start] == anchor.before
    after = now[found.end : found.end + len(anchor.after)] == anchor.after
    if before and after:
        assert found == anchor.span or now.count(anchor.before + anchor.text + anchor.after) == 1
        return
    # one side alone: it is whole, and nothing else could be meant
    assert len(anchor.before if before else anchor.after) == NEIGHBOURS
    assert before or after
    one = anchor.before + anchor.text if before else anchor.text + anchor.after
    assert now.count(one) == 1


def test_where_words_were_taken_out_it_is_not_moved_to_the_next_that_look_alike() -> None:
    text = "So Ash left. So Ash came."
    for place, gone in ((3, "Ash left. So "), (3, "Ash left. ")):
        anchor = anchor_at(text, Span(place, place + 3))
        assert find_anchor(text.replace(gone, "", 1), anchor) is None


@given(PAGES, st.integers(0, 300), st.integers(1, 20))
def test_on_the_same_page_it_is_where_it_was(text: str, start: int, length: int) -> None:
    anchor = anchor_at(text, spans(text, start, length))
    assert find_anchor(text, anchor) == anchor.span


@given(PAGES, st.integers(0, 300), st.integers(1, 20), st.text("xyz \n", max_size=40))
def test_words_put_before_all_of_it_move_it_by_as_much_or_leave_it_in_doubt(
    text: str, start: int, length: int, more: str
) -> None:
    anchor = anchor_at(text, spans(text, start, length))
    now = more + text
    found = find_anchor(now, anchor)
    moved = Span(anchor.span.start + len(more), anchor.span.end + len(more))
    if now.count(anchor.before + anchor.text + anchor.after) == 1 and len(anchor.before) == NEIGHBOURS:
        assert found == moved
    else:
        assert found in (None, moved, anchor.span)


def test_the_neighbours_are_as_many_as_are_kept() -> None:
    anchor = anchor_at("x" * 100, Span(50, 51))
    assert (len(anchor.before), len(anchor.after)) == (NEIGHBOURS, NEIGHBOURS)
    assert anchor_at("abc", Span(1, 2)) == Anchor(Span(1, 2), "b", "a", "c")
