"""However a page is cut into units, they stand in order and hold its words."""

from __future__ import annotations

from hypothesis import given

from testimonia.layout.lines import cut_into_units

from .pages import PAGES


@given(PAGES)
def test_units_are_in_order_and_hold_the_words_of_the_page(text: str) -> None:
    place = 0
    for unit in cut_into_units(text).units:
        assert unit.segments
        for start, end in unit.segments:
            assert place <= start < end <= len(text)
            place = end
        if unit.mark != "template":
            assert unit.text == "\n".join(text[start:end] for start, end in unit.segments)
