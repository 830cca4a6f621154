"""Keys that romanisations of one name share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from romaniser.standards import RUSSIAN_SCHEMES, UKRAINIAN_SCHEMES
from testimonia.people.spellings import lookup_keys
from testimonia.people.spellings.skeletons import loose_distance

SYLLABLES = st.tuples(st.sampled_from("бвгджзклмнпрстфхцчшщ"), st.sampled_from("аеиоуыюя")).map("".join)
STEMS = st.lists(SYLLABLES, min_size=1, max_size=3).map("".join)
SURNAMES = st.builds(str.__add__, STEMS, st.sampled_from(["ров", "нев", "лин", "нский", "шенко"]))


@given(SURNAMES, st.sampled_from(RUSSIAN_SCHEMES), st.sampled_from(RUSSIAN_SCHEMES))
def test_two_romanisations_of_a_name_share_a_key(name, one, other):
    assert lookup_keys(one(name)) & lookup_keys(other(name)), (one(name), other(name))


@given(
    STEMS.map(lambda stem: stem.replace("ы", "и").replace("и", "і") + "ренко"),
    st.sampled_from(UKRAINIAN_SCHEMES),
    st.sampled_from(UKRAINIAN_SCHEMES),
)
def test_ukrainian_spellings_share_a_key_too(name, one, other):
    assert lookup_keys(one(name)) & lookup_keys(other(name)), (one(name), other(name))


@given(SURNAMES, st.sampled_from(RUSSIAN_SCHEMES))
def test_the_own_script_shares_a_key_with_each(name, scheme):
    assert lookup_keys(name) & lookup_keys(scheme(name)), scheme(name)


@pytest.mark.parametrize(("a", "b"), [("Kornilin", "Komilin"), ("Zhordzhonin", "Zhordzonnin"), ("Sokolin", "Skolin")])
def test_words_a_slip_apart_share_a_key_for_misprints(a, b):
    assert lookup_keys(a, misprints=True) & lookup_keys(b, misprints=True)


@pytest.mark.parametrize(("a", "b"), [("Petrov", "Sidorov"), ("Belov", "Kamin"), ("Volin", "Martov")])
def test_other_names_share_none(a, b):
    assert not lookup_keys(a) & lookup_keys(b)


def test_chinese_spellings_share_a_key():
    assert lookup_keys("Hsi-tung") & lookup_keys("Xidong")


@pytest.mark.parametrize(
    ("a", "b", "distance"), [("Tchukov", "Tschukow", 0), ("Kornev", "Kormev", 1), ("Belov", "Petrushin", 3)]
)
def test_the_distance_of_loose_forms_counts_classes(a, b, distance):
    assert loose_distance(a, b) == distance


def test_an_empty_word_has_the_empty_key_only():
    assert lookup_keys("") <= {""}
