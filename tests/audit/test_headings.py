"""What a claim says: its number is no part of it."""

from __future__ import annotations

import pytest

_WORDS = "The sexton swore that he saw nobody near the sluice. Holm did not open the sluice."


@pytest.mark.parametrize("mark", ["IV: ", "12. ", "(7) ", "3.1 ", "Claim XII: ", "Thesis 4. ", "XIV – "])
def test_the_number_of_a_claim_is_no_part_of_it(audited, mark):
    bare = audited("HOLM OPENED THE SLUICE IN THE NIGHT", _WORDS)
    numbered = audited(f"{mark}HOLM OPENED THE SLUICE IN THE NIGHT", _WORDS)
    assert [part.text for part in numbered.audit.parts] == [part.text for part in bare.audit.parts]
    assert numbered.messages == bare.messages


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("12 MEN OPENED THE SLUICE", "12"),
        ("1911: THE SLUICE WAS OPENED", "1911"),
        ("CIVIL: SO HOLM CALLED THE SEXTON", "CIVIL"),
        ("V. MARLOW OPENED THE SLUICE", "V"),
    ],
)
def test_a_number_or_word_that_counts_or_tells_is(audited, heading, first):
    assert audited(heading, _WORDS).audit.parts[0].text == first


def test_a_title_and_an_auxiliary_tell_nothing(audited):
    heading = "THE BOAT LEFT WITHOUT HAVING SEEN THE LAMP OF DR REEDE"
    parts = [part.text for part in audited(heading, _WORDS).audit.parts]
    assert "HAVING" not in parts
    assert "DR" not in parts
