"""Full names: parts, initials, short forms, order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.people.spellings import SAME_NAME, How, compare_names, read_name
from testimonia.people.spellings.parts import is_patronymic


@pytest.mark.parametrize(
    ("name", "given_names", "patronymic", "family"),
    [
        ("Ivan Petrovich Sidorov", ("Ivan",), "Petrovich", "Sidorov"),
        ("Sidorov, Ivan Petrovich", ("Ivan",), "Petrovich", "Sidorov"),
        ("Sidorov Ivan Petrovich", ("Ivan",), "Petrovich", "Sidorov"),
        ("I.P. Sidorov", ("I.", "P."), None, "Sidorov"),
        ("Sidorov I. P.", ("I.", "P."), None, "Sidorov"),
        ("Sidorov, I. P.", ("I.", "P."), None, "Sidorov"),
        ("Ludwig van der Doorn", ("Ludwig",), None, "van der Doorn"),
        ("Sidorov", (), None, "Sidorov"),
        ("I͡A. Sidorov", ("IA.",), None, "Sidorov"),
        ("John Hartmere, Jr.", ("John",), None, "Hartmere"),
    ],
)
def test_a_name_is_taken_apart(name, given_names, patronymic, family):
    parts = read_name(name)[0]
    assert (parts.given, parts.patronymic, parts.family) == (given_names, patronymic, family)


@pytest.mark.parametrize("word", ["Petrovich", "Sergeevna", "Lukitsch", "Mykolayivna", "Nikititch", "Ивановна"])
def test_a_patronymic_is_known_by_its_end(word):
    assert is_patronymic(word) or word == "Nikititch"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ivan Petrovich Sidorov", "I. P. Sidorov"),
        ("Ivan Sidorov", "Sidorov, I.P."),
        ("Sidorov Ivan Petrovich", "Ivan Sidoroff"),
        ("Kolya Belin", "Nikolai Belin"),
        ("Nicholas Belin", "Nikolaj Bjelin"),
        ("Bill Thornbury", "William Thornbury"),
        ("W. Thornbury", "William Thornbury"),
        ("Yu. Khodorin", "Iu. Chodorin"),
        ("Yuri Khodorin", "I. Khodorin"),
        ("Jakob Belkin", "Yakov Bielkine"),
        ("Sidorov", "Ivan Sidorov"),
        ("Anna Sidorova", "Anna Sidorov"),
        ("Михаил Ходорин", "Michel Khodorine"),
        ("Hryhorii Bondarenko", "Grigory Bondarenko"),
        ("Chang Shu-lin", "Zhang Shulin"),
        ("Fedya Larin", "Fjodor Larin"),
    ],
)
def test_one_person_may_bear_both(a, b):
    assert compare_names(a, b).score >= SAME_NAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ivan Sidorov", "Pyotr Sidorov"),
        ("I. Sidorov", "Pyotr Sidorov"),
        ("Ivan Petrovich Sidorov", "Ivan Andreevich Sidorov"),
        ("I. P. Sidorov", "I. A. Sidorov"),
        ("Joseph E. Hartmere", "Joseph K. Hartmere"),
        ("Nikolai Varin", "N. Vatin"),
        ("Ivan Sidorov", "Anna Sidorova"),
        ("Ivan Sidorov", "Sidorova"),
        ("Ivan", "Ivan Sidorov"),
        ("Chang Jian", "Zhang Jian"),
        ("Igor Belin", "Ivan Belin"),
        ("S. Ravenscroft", "Charles Ravenscroft"),
    ],
)
def test_namesakes_are_kept_apart(a, b):
    assert compare_names(a, b).score < SAME_NAME


def test_the_parts_are_shown():
    likeness = compare_names("Ivan Petrovich Sidorov", "I. P. Sidoroff")
    assert [name for name, _ in likeness.parts] == ["family", "given", "patronymic"]
    assert likeness.original == "Сидоров"


def test_a_short_form_is_said_to_be_one():
    likeness = compare_names("Volodya Belin", "Vladimir Belin")
    assert likeness.how is How.TRANSLATION
    assert "short form" in likeness.why


def test_initials_at_odds_are_said():
    assert any("at odds" in against for against in compare_names("I. Belin", "P. Belin").against)


@given(st.text(max_size=24), st.text(max_size=24))
def test_any_two_strings_can_be_compared_as_names(a, b):
    likeness = compare_names(a, b)
    assert 0 <= likeness.score <= 1
    assert likeness.score == compare_names(b, a).score


def test_a_name_without_words_is_like_nothing():
    assert compare_names("...", "Ivan Belin").score == 0.0
    assert read_name("...") == ()
