"""Numbers whose noun is not printed beside them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.bare_numbers import PAYMENT_WORDS, SUM_WORDS, find_payments, find_sums


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He cast up the sacks. It came to 2,310.", [2310]),
        ("I make the total 1,204, and no more.", [1204]),
        ("The dead to date number forty-one, all of them weavers.", [41]),
        ("There were some cases of cramp in the mill, seven in all.", [7]),
        ("He had added it all up, the rogue: nine hundred and six, down to Friday.", [906]),
        ("The bench owned to three hundred and ten.", [310]),
        ("My ticket is number 119, forty stalls back.", []),
        ("He came to 12 Mill Lane.", []),
        ("It reached 100 degrees.", []),
        ("He came to May 12.", []),
    ],
)
def test_a_sum_is_read_where_words_lead_to_it(text, values):
    assert not values or not SUM_WORDS.isdisjoint(re.findall(r"[a-z]+", text.lower()))
    assert [count.low for count in find_sums(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They gave six thousand for it.", [6000]),
        ("He was handed a note for a thousand; he kept it.", [1000]),
        ("It fetched 1,250 at the sale.", [1250]),
        ("They gave seven thousand bricks for her.", []),
        ("He gave two for it.", []),
        ("He paid in 1911.", []),
    ],
)
def test_a_payment_may_have_no_currency(text, values):
    assert not values or not PAYMENT_WORDS.isdisjoint(re.findall(r"[a-z]+", text.lower()))
    assert [count.low for count in find_payments(text)] == values


@given(st.text(max_size=60))
def test_a_sum_is_the_words_at_its_span(text):
    for lead, find in (("It came to ", find_sums), ("They gave ", find_payments)):
        for count in find(lead + text):
            assert count.span.cut(lead + text) == count.words
