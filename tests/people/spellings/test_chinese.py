"""Pinyin, Wade-Giles and postal spellings."""

import tomllib
from importlib.resources import files

import pytest

from testimonia.people.spellings import SAME_NAME, compare_names, explain
from testimonia.people.spellings.chinese import Chinese
from testimonia.words import chinese
from testimonia.words.chinese import chinese_readings, is_chinese_name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Chang Shu-lin", "Zhang Shulin"),
        ("Hsü Hsiang-ch'ün", "Xu Xiangqun"),
        ("Hsu Hsiang-chun", "Xu Xiangqun"),
        ("Ts'ao K'un-ming", "Cao Kunming"),
        ("Kao Ying", "Gao Ying"),
        ("T'ien Te-jung", "Tian Derong"),
    ],
)
def test_two_schemes_of_a_chinese_name_are_one_name(a, b):
    assert compare_names(a, b).score >= SAME_NAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Chang Jian", "Zhang Jian"),
        ("Ch'ang Shu-lin", "Zhang Shulin"),
        ("Wang Li", "Wan Li"),
        ("Li Wenbing", "Li Wenping"),
        ("Chu Te-min", "Xu Demin"),
    ],
)
def test_other_syllables_are_another_name(a, b):
    assert compare_names(a, b).score < SAME_NAME


def test_a_bare_syllable_without_signs_is_left_open():
    likeness = Chinese().compare("Chang", "Zhang")
    assert 0.2 < likeness.score < SAME_NAME
    assert likeness.against


def test_the_characters_are_not_guessed():
    best = explain("Hsi-tung")[0]
    assert best.original is None
    assert best.sound == "xi-dong"


def test_the_apostrophe_tells_two_syllables_apart():
    assert [r.syllables for r in chinese_readings("Ch'ang")] != [r.syllables for r in chinese_readings("Chang")]


@pytest.mark.parametrize("name", ["Susan Lin", "Ivan Belin", "Hartmere", "Li"])
def test_other_names_are_not_taken_for_chinese(name):
    assert not is_chinese_name(name)


def test_each_syllable_of_the_table_has_its_spellings():
    table = tomllib.loads(files(chinese.__package__).joinpath("chinese.toml").read_text(encoding="utf-8"))["syllables"]
    assert len(table) > 400
    assert table["zhang"].split()[0] == "chang"
    assert table["qian"].split()[0] == "ch'ien"
    assert table["xu"].split()[0] == "hsü"
