"""Two words: one name or two, how, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from romaniser.standards import RUSSIAN_SCHEMES
from testimonia.people.spellings import SAME_NAME, How, compare_words, explain, lookup_keys

SURNAMES = ("Хомяков", "Щербатых", "Жемчужников", "Юрлов", "Цыганков", "Яблочков", "Ершов", "Соловьёв", "Эйдельман")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Petroff", "Petrov"),
        ("Bielinsky", "Belinskii"),
        ("Tsyganoff", "Tzyganov"),
        ("Belen'ky", "Belenkii"),
        ("Khodoroff", "Chodorow"),
        ("Likhachev", "Likhachov"),
        ("Murye", "Murie"),
        ("Lindenholz", "Lindengol'ts"),
        ("Shevchenko", "Szewczenko"),
        ("Hnatyuk", "Gnatiuk"),
    ],
)
def test_romanisations_of_one_name_are_told(a, b):
    likeness = compare_words(a, b)
    assert likeness.how is How.ROMANISATION
    assert likeness.score >= SAME_NAME
    assert likeness.original


@given(st.sampled_from(SURNAMES), st.sampled_from(RUSSIAN_SCHEMES), st.sampled_from(RUSSIAN_SCHEMES))
def test_two_schemes_of_a_name_are_one_name(name, one, other):
    likeness = compare_words(one(name), other(name))
    assert likeness.score >= SAME_NAME, (one(name), other(name), likeness)


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_strings_can_be_compared_either_way(a, b):
    likeness, turned = compare_words(a, b), compare_words(b, a)
    assert 0 <= likeness.score <= 1
    assert likeness.score == turned.score
    assert likeness.a_schemes == turned.b_schemes
    assert likeness.why.endswith(".")


@given(st.text(min_size=1, max_size=12))
def test_a_word_is_itself(word):
    assert compare_words(word, word).score == 1.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kornilin", "Komilin"),
        ("Krestovnin", "Kretovnin"),
        ("Abramin", "Abrarnin"),
        ("Preobrazhensky", "Preobrahzensky"),
        ("Khomiakov", "Khorniakoff"),
    ],
)
def test_a_misprint_scores_below_a_romanisation_and_says_why(a, b):
    likeness = compare_words(a, b)
    assert likeness.how is How.MISPRINT
    assert SAME_NAME <= likeness.score < 0.94
    assert "misprint" in likeness.why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Varin", "Vatin"),
        ("Panov", "Panev"),
        ("Petrov", "Petrin"),
        ("Belov", "Belovsky"),
        ("Bolin", "Bolyn"),
        ("Kot", "Kat"),
        ("Belov", "Belin"),
        ("Gromin", "Gramin"),
        ("Petrov", "Petrovo"),
        ("Shukin", "Chukin"),
    ],
)
def test_near_surnames_are_not_joined(a, b):
    assert compare_words(a, b).score < SAME_NAME


@pytest.mark.parametrize(
    ("a", "b", "what"),
    [
        ("Petrova", "Petroff", "feminine form"),
        ("Belinskaya", "Belinsky", "feminine form"),
        ("Petrovite", "Petrov", "word made from the name"),
        ("Hartmerean", "Hartmere", "word made from the name"),
        ("Петровым", "Петров", "inflected form"),
    ],
)
def test_another_form_of_a_name_is_no_spelling_of_it(a, b, what):
    likeness = compare_words(a, b)
    assert likeness.how is How.OTHER_FORM
    assert what in likeness.why
    assert likeness.score < SAME_NAME


def test_the_parts_of_a_double_surname_are_compared_one_by_one():
    likeness = compare_words("Ter-Bagratian", "Ter-Bagratyan")
    assert likeness.how is How.ROMANISATION
    assert compare_words("Belov-Kamin", "Belov-Tulin").score < SAME_NAME


def test_accents_make_no_other_name():
    assert compare_words("Müllner", "Mullner").how is How.SAME


def test_the_russian_and_the_ukrainian_form_are_one_name_with_a_word_against():
    likeness = compare_words("Svyrydenko", "Sviridenko")
    assert likeness.score >= SAME_NAME
    assert any("Ukrainian" in against for against in likeness.against)


def test_a_doubtful_reading_is_said():
    likeness = compare_words("Chernin", "Khernin")
    assert likeness.against


@pytest.mark.parametrize(
    ("word", "original", "scheme"),
    [
        ("Petroff", "Петров", "press English"),
        ("Sokoliansky", "Соколянский", "press English"),
        ("Wassilij", "Василий", "German"),
        ("Mitya", "Митя", "BGN/PCGN"),
        ("Guennadi", "Геннадий", "French"),
    ],
)
def test_a_spelling_is_explained(word, original, scheme):
    best = explain(word)[0]
    assert best.original == original
    assert scheme in best.schemes


@pytest.mark.parametrize("word", ["Hartmere", "Washington", "Joseph", "", "Robinson"])
def test_nothing_is_explained_where_nothing_explains(word):
    assert explain(word) == ()


@pytest.mark.parametrize(("a", "b"), [("Møller", "Moeller"), ("Grün", "Gruen"), ("Åberg", "Aaberg"), ("Weiß", "Weiss")])
def test_a_letter_of_german_or_nordic_type_may_be_written_out(a, b):
    assert compare_words(a, b).score >= SAME_NAME
    assert lookup_keys(a) & lookup_keys(b)
