"""What one spelling alone is read as."""

import pytest

from testimonia.people.spellings.readings import explain
from testimonia.people.spellings.slavic import read_alone, russian, ukrainian


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
    assert explain(russian(), word)[0].original == original


def test_ukrainian_has_its_own_letters():
    assert explain(ukrainian(), "Hrabovskyi")[0].original == "Грабовський"


def test_what_looks_like_no_name_is_not_explained():
    assert explain(russian(), "Washington") == ()
    assert explain(russian(), "") == ()


def test_a_reading_alone_tells_how_much_it_looks_like_a_name():
    assert read_alone("petrov").looks > read_alone("ptervo").looks
