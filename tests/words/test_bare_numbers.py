"""Numbers whose noun is not printed beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.bare_numbers import find_sums


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He cast up the sacks. It came to 2,310.", [2310]),
        ("I make the total 1,204, and no more.", [1204]),
        ("The dead to date number forty-one, all of them weavers.", [41]),
        ("There were some cases of cramp in the mill, seven in all.", [7]),
        ("He had added it up himself, the rogue: nine hundred and six, down to Friday.", [906]),
        ("The bench owned to three hundred and ten.", [310]),
        ("My ticket is number 119, forty stalls back.", []),
        ("He came to 12 Mill Lane.", []),
        ("It reached 100 degrees.", []),
        ("He came to May 12.", []),
    ],
)
def test_a_sum_is_read_where_words_lead_to_it(text, values):
    assert [count.low for count in find_sums(text)] == values


@given(st.text(max_size=60))
def test_a_sum_is_the_words_at_its_span(text):
    for count in find_sums("It came to " + text):
        assert count.span.cut("It came to " + text) == count.words
