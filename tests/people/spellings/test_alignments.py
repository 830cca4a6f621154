"""Two spellings laid side by side."""

import pytest

from testimonia.people.spellings.alignments import align
from testimonia.people.spellings.slavic import russian, side_by_side
from testimonia.words.letters import fold


@pytest.mark.parametrize(
    ("a", "b", "original"),
    [
        ("Petroff", "Petrow", "петров"),
        ("Shchukin", "Chtchoukine", "щукин"),
        ("Zhokhov", "Jochow", "жохов"),
        ("Bakhmetyev", "Bachmetjew", "бахметьев"),
        ("Mikhaylov", "Mikhailoff", "михайлов"),
        ("Tsvetaev", "Zwetajew", "цветаев"),
        ("Хомяков", "Homiakoff", "хомяков"),
    ],
)
def test_two_spellings_have_one_original(a, b, original):
    found = align(side_by_side(), fold(a), fold(b))
    assert found.original == original
    assert found.a_mask
    assert found.b_mask


def test_the_schemes_of_each_side_are_told():
    script = side_by_side()
    found = align(script, "jochow", "zhokhov")
    assert "German" in script.names(found.a_mask)
    assert "ALA-LC" in script.names(found.b_mask)
    assert "German" not in script.names(found.b_mask)


@pytest.mark.parametrize(("a", "b"), [("panov", "panev"), ("belov", "petrov"), ("gusin", "gusev")])
def test_other_letters_have_no_common_original(a, b):
    assert align(side_by_side(), a, b) is None


def test_a_slip_is_told_with_its_place():
    found = align(side_by_side(), "kornev", "komev", slips=1)
    assert [(slip.a, slip.b, slip.at, slip.slip) for slip in found.slips] == [("rn", "m", 2, "lookalike")]


def test_mixed_habits_leave_no_scheme():
    # ou for у is French, and no Frenchman writes shch
    assert align(russian(), "shchoukin", "щукин").a_mask == 0
