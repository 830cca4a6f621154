"""The tables: whole, named, and saying what the standards say."""

import pytest

from testimonia.people.spellings.schemes import alphabets, schemes

ALL = schemes()


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.name)
def test_a_scheme_has_a_spelling_for_every_letter(scheme):
    assert set(alphabets()[scheme.script].letters) <= set(scheme.letters)


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.name)
def test_a_scheme_names_where_it_is_laid_down(scheme):
    assert scheme.standard
    assert 0 <= scheme.rare <= 1


def test_no_two_schemes_have_one_name():
    assert len({scheme.name for scheme in ALL}) == len(ALL)


@pytest.mark.parametrize(
    ("name", "letter", "spelling"),
    [
        ("ALA-LC", "ж", "zh"),
        ("ALA-LC", "ю", "iu"),
        ("BGN/PCGN", "щ", "shch"),
        ("ISO 9 / GOST 7.79 A", "щ", "ŝ"),
        ("scholarly", "ш", "š"),
        ("German", "ч", "tsch"),
        ("French", "у", "ou"),
        ("Polish", "ж", "ż"),
        ("Ukrainian national", "г", "h"),
        ("press English, continental habits", "р", "r"),  # as in the scheme it is like
    ],
)
def test_a_table_says_what_the_standard_says(name, letter, spelling):
    scheme = next(scheme for scheme in ALL if scheme.name == name)
    assert spelling in scheme.letters[letter]


def test_a_plain_scheme_has_no_accents_and_may_drop_signs():
    scheme = next(scheme for scheme in ALL if scheme.name == "ALA-LC without diacritics")
    assert scheme.letters["й"] == ("i",)
    assert scheme.letters["ь"] == ("'", "")


def test_russian_and_ukrainian_have_schemes_of_all_sorts():
    assert len(schemes("russian")) >= 10
    assert len(schemes("ukrainian")) >= 6
