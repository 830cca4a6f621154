"""Labelled pieces become records whose passages cover the page once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.layout import LayoutStage
from testimonia.layout.gathering import partition
from testimonia.layout.heading_numbers import number_mark
from testimonia.model import Claim, Convention, Excerpt, Passage, PassageKind, Sourcebook, Span
from testimonia.testing import make_source

CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 4"
PIECES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=8)


@given(PIECES, st.integers(0, 40))
def test_pieces_and_marks_cover_every_character_once(pieces: list[tuple[int, int]], length: int) -> None:
    spans = [(min(a, length), min(a + n, length), PassageKind.STRAY, None) for a, n in pieces]
    found = list(partition("x" * length, spans))
    assert [p.span.start for p in found] == [0, *(p.span.end for p in found)][: len(found)]
    assert (found[-1].span.end if found else 0) == length
    covered = {i for a, b, *_ in spans for i in range(a, b)}
    assert {i for p in found if p.kind is PassageKind.STRAY for i in range(p.span.start, p.span.end)} == covered


def read(text: str) -> Sourcebook:
    book = Sourcebook(make_source(text))
    book.add(LayoutStage()(book))
    return book


def test_the_stage_writes_what_it_declares() -> None:
    stage = LayoutStage()
    records = list(stage(Sourcebook(make_source(f"THE FERRY LEFT\n\nIt did.\n\n{CITED}\n"))))
    assert {type(record) for record in records} <= stage.writes == {Claim, Excerpt, Passage, Convention}
    assert stage.reads == frozenset()


def test_an_excerpt_of_a_block_quote_has_a_segment_a_line() -> None:
    text = "".join(f"## The ferry left {i}\n\n> It did\n> so, {i}.\n>\n> Late.\n\n— {CITED}\n\n" for i in (1, 2, 3))
    first = read(text).excerpts[0]
    assert first.text == "It did\nso, 1.\nLate."
    assert [segment.cut(text) for segment in first.segments] == ["It did", "so, 1.", "Late."]
    assert first.span.cut(text) == "It did\n> so, 1.\n>\n> Late."


def test_an_excerpt_without_marks_is_one_segment_with_its_blank_lines() -> None:
    text = "".join(f"THE FERRY LEFT {w}\n\nIt did so.\n\nLate.\n{CITED}\n\n" for w in ("EARLY", "LATE", "TWICE"))
    first = read(text).excerpts[0]
    assert first.segments == (first.span,)
    assert first.text == "It did so.\n\nLate."


def test_the_same_words_have_ids_of_their_own_and_the_same_on_every_run() -> None:
    text = "".join(f"THE FERRY LEFT {w}\n\nIt did so.\n\n{CITED}\n\n" for w in ("EARLY", "LATE", "TWICE"))
    first, second = read(text), read(text)
    ids = [excerpt.id for excerpt in first.excerpts]
    assert len(set(ids)) == 3
    assert ids[1:] == [f"{ids[0]}-2", f"{ids[0]}-3"]
    assert ids == [excerpt.id for excerpt in second.excerpts]


def test_an_id_stays_when_the_page_grows_before_it() -> None:
    text = "".join(f"THE FERRY LEFT {w}\n\nIt did so {w}.\n\n{CITED}\n\n" for w in ("EARLY", "LATE", "TWICE"))
    more = f"THE HORN WAS SILENT\n\nIt was broken.\n\n{CITED}\n\n"
    ids = {excerpt.text: excerpt.id for excerpt in read(text).excerpts}
    grown = {excerpt.text: excerpt.id for excerpt in read(more + text).excerpts}
    assert ids.items() <= grown.items()


def test_a_numbered_claim_is_its_words() -> None:
    text = "".join(f"{i}. The ferry left {i}\n\nIt did so.\n\n{CITED}\n\n" for i in (1, 2, 3, 4))
    first = read(text).claims[0]
    assert (first.text, first.span) == ("The ferry left 1", Span(3, 19))


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("12. The ferry left", "The ferry left"),
        ("12) The ferry left", "The ferry left"),
        ("(12) The ferry left", "The ferry left"),
        ("XIV. The ferry left", "The ferry left"),
        ("§ 12 The ferry left", "The ferry left"),
        ("12 — The ferry left", "The ferry left"),
        ("A. The ferry left", "The ferry left"),
        ("CLAIM 12: The ferry left", "The ferry left"),
        ("These 3. Die Fähre", "Die Fähre"),
        ("Тезис № 3: Паром", "Паром"),
        ("1911 was the year", "1911 was the year"),
        ("I left early", "I left early"),
        ("Claims were made", "Claims were made"),
        ("12.", "12."),
        ("", ""),
    ],
)
def test_the_number_or_label_of_a_heading_is_none_of_its_words(heading: str, words: str) -> None:
    assert heading[number_mark(heading) :] == words
