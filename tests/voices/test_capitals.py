"""Telegrams and notices that stand in capitals in a sentence, without marks."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model import Mode
from testimonia.voices.capitals import set_in_capitals
from testimonia.words.quotes import read_quotations

from .conftest import Tell


def cut(text: str) -> list[str]:
    return [q.span.cut(text) for q in set_in_capitals(text, read_quotations(text).quotations)]


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("At noon a wire from the Board: HOLD ALL BOATS TILL MORNING. He laughed.", ["HOLD ALL BOATS TILL MORNING."]),
        ("The board on the quay read: NO SWIMMING. NO FIRES. I laughed.", ["NO SWIMMING. NO FIRES."]),
        ("A paper on the door said: GONE TO THE LIGHT", ["GONE TO THE LIGHT"]),
        ("He was chief of the service: the HRRS.", []),
        ("The pier belonged to two: BRN and KLD.", []),
        ("MR. ASH: NOT A WORD OF IT.", []),
        ('The wire said: "HOLD ALL BOATS TILL MORNING."', []),
        ("CHAPTER TWO: THE LONG NIGHT ON THE BAR", []),
    ],
)
def test_capitals_behind_the_colon_of_a_sentence_are_quoted(text: str, capitals: list[str]) -> None:
    assert cut(text) == capitals


def test_a_telegram_in_capitals_is_its_senders(tell: Tell) -> None:
    told = tell("In the night a cable from Mr. {Lowe}: NO BOATS WHATEVER WHILE FOG LASTS. {Dray} laughed.")
    assert told.who("NO BOATS") == "Lowe"
    assert told.of("NO BOATS").mode is Mode.QUOTE
    assert told.who("laughed") == "author"


@given(st.text(alphabet="AB Cab:.!?\n\"'é²", max_size=60))
def test_what_is_found_lies_in_the_text_and_holds_no_small_letter(text: str) -> None:
    for quotation in set_in_capitals(text, []):
        words = quotation.span.cut(text)
        assert words == words.strip()
        assert words.upper() == words


def test_a_long_line_before_a_wire_takes_no_time() -> None:
    text = "Ash writes: " + "many words of a line " * 20_000 + "and a wire: HOLD ALL BOATS NOW. He laughed."
    began = perf_counter()
    assert [q.span.cut(text) for q in set_in_capitals(text, [])] == ["HOLD ALL BOATS NOW."]
    assert perf_counter() - began < 2
