"""Whose words a paper is, by the words that describe it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.makers import maker_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Evidence of Ann Hartley, pilot", "Ann Hartley"),
        ("Sworn statement by Capt. P. Lowe", "P. Lowe"),
        ("Interview with Mrs. Hartley (née Lowe)", "Hartley"),
        ("Statement of Chief Tarro wa Umbek to the Board", "Tarro wa Umbek"),
        ("Letter from Captain H. Lowe to the editor", "H. Lowe"),
        ("Statement of the Harbour Board", None),
        ("Memorandum by the Harbour Master", None),
        ("Journal of Modern Navigation", None),
        ("Letter to Ann Hartley", None),
        ("Confession of a Pilot", None),
        ("Statement by Ann Hartley Society", None),
        ("Letters from Victoria Falls", None),
        ("Statement by J. Lowe Company", None),
        ("Memoirs of Virginia Historical Society", None),
        ("Statement by Captain Lowe Trust", None),
        ("Statement by General Staff", None),
        ("Statement by Chief Inspector", None),
        ("Statement by General Grant", "Grant"),
        ("Statement by Lloyd Bank", "Lloyd Bank"),
        ("Letter from Ann Church to the editor", "Ann Church"),
    ],
)
def test_a_paper_says_whose_words_it_is(words: str, name: str | None) -> None:
    place = maker_of(words)
    assert (None if place is None else words[slice(*place)]) == name


def test_somebody_to_somebody_of_a_day_is_a_letter() -> None:
    words = "Lady Ann Hartley to her sister"
    place = maker_of(words, dated=True)
    assert place is not None
    assert words[slice(*place)] == "Ann Hartley"
    assert maker_of(words) is None
    assert maker_of("Guide to Leeds", dated=True) is None


@given(st.text(max_size=60))
def test_a_maker_lies_within_the_words(words: str) -> None:
    for line in (words, f"Evidence of {words}"):
        place = maker_of(line, dated=True)
        assert place is None or 0 <= place[0] < place[1] <= len(line)
