"""Two spellings laid side by side, and what one alone is read as."""

import pytest

from testimonia.people.spellings.slavic import read_alone, russian, side_by_side, ukrainian
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
    found = side_by_side().align(fold(a), fold(b))
    assert found.original == original
    assert found.a_mask
    assert found.b_mask


def test_the_schemes_of_each_side_are_told():
    script = side_by_side()
    found = script.align("jochow", "zhokhov")
    assert "German" in script.names(found.a_mask)
    assert "ALA-LC" in script.names(found.b_mask)
    assert "German" not in script.names(found.b_mask)


@pytest.mark.parametrize(("a", "b"), [("panov", "panev"), ("belov", "petrov"), ("gusin", "gusev")])
def test_other_letters_have_no_common_original(a, b):
    assert side_by_side().align(a, b) is None


def test_a_slip_is_told_with_its_place():
    found = side_by_side().align("kornev", "komev", slips=1)
    assert [(slip.a, slip.b, slip.at, slip.slip) for slip in found.slips] == [("rn", "m", 2, "lookalike")]


def test_mixed_habits_leave_no_scheme():
    # ou for у is French, and no Frenchman writes shch
    assert russian().align("shchoukin", "щукин").a_mask == 0


@pytest.mark.parametrize(
    ("word", "original"),
    [
        ("Petroff", "Петров"),
        ("Iakovenko", "Яковенко"),
        ("Tschernyschow", "Чернышов"),
        ("Alexeyev", "Алексеев"),
        ("Jdanovsky", "Ждановский"),
        ("Zakharieff", "Захарьев"),
    ],
)
def test_a_spelling_is_read_as_its_original(word, original):
    assert russian().explain(word)[0].original == original


def test_ukrainian_has_its_own_letters():
    assert ukrainian().explain("Hrabovskyi")[0].original == "Грабовський"


def test_what_looks_like_no_name_is_not_explained():
    assert russian().explain("Washington") == ()
    assert russian().explain("") == ()


def test_a_reading_alone_tells_how_much_it_looks_like_a_name():
    assert read_alone("petrov").looks > read_alone("ptervo").looks
