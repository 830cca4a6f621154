"""Sentences as the audit reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.audit.lines import Line
from testimonia.model import Span
from testimonia.words.record_texts import Named

TEXT = "Capt. Oake's mate confessed, and the mates of Ames confess; Oake sold 3,000 oars in 1871."


def lines(text):
    at = text.find("Oake")
    names = [] if at < 0 else [Named(at, at + 4, "p-oake", "Oake")]
    return Line(text, 0, len(text), names)


def first_read(line, concept):
    return next((Span(w.start, w.end) for w in line.words if (w.concept or w.low) == concept), None)


@pytest.mark.parametrize("concept", ["@p-oake", "=admit", "and", "1871", "nowhere"])
def test_the_first_word_of_a_concept_is_the_one_that_reading_all_words_finds(concept):
    assert lines(TEXT).first(concept) == first_read(lines(TEXT), concept)


@given(st.text(max_size=60).map(lambda text: text.replace("x", "Oake ")))
def test_so_it_is_in_any_text(text):
    for word in lines(text).words:
        concept = word.concept or word.low
        assert lines(text).first(concept) == first_read(lines(text), concept)


@given(st.text(max_size=60))
def test_what_a_sentence_has_is_what_its_words_have(text):
    line = Line(text, 0, len(text))
    assert line.low_forms == frozenset(line.lows)
    assert line.concepts == frozenset(word.concept for word in line.words) - {""}
