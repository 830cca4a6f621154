from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.gazetteer import is_known_place
from testimonia.words.kinds import is_people, kind_words
from testimonia.words.lexicon import is_common_word
from testimonia.words.names import is_forename, is_given_name, is_patronymic, split_name
from testimonia.words.titles import is_calling, is_courtesy, is_qualifier, is_title, title_gender


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Ann Hartley", [("given", "Ann"), ("family", "Hartley")]),
        ("Mary Ann Hartley", [("given", "Mary"), ("given", "Ann"), ("family", "Hartley")]),
        ("A.F. Hartley", [("initial", "A."), ("initial", "F."), ("family", "Hartley")]),
        ("A. F. Hartley", [("initial", "A."), ("initial", "F."), ("family", "Hartley")]),
        ("A. F . Hartley", [("initial", "A."), ("initial", "F ."), ("family", "Hartley")]),
        ("J.-P. Hartley", [("initial", "J.-"), ("initial", "P."), ("family", "Hartley")]),
        ("Yu. Holub", [("initial", "Yu."), ("family", "Holub")]),
        ("Hartley A. F.", [("family", "Hartley"), ("initial", "A."), ("initial", "F.")]),
        ("Hartley, A. F.", [("family", "Hartley"), ("initial", "A."), ("initial", "F.")]),
        ("Hartley, Ann", [("family", "Hartley"), ("given", "Ann")]),
        ("Holm, Piers van der", [("family", "Holm"), ("given", "Piers"), ("particle", "van"), ("particle", "der")]),
        ("Piers van der Holm", [("given", "Piers"), ("particle", "van"), ("particle", "der"), ("family", "Holm")]),
        ("von Holm", [("particle", "von"), ("family", "Holm")]),
        ("De Holm", [("particle", "De"), ("family", "Holm")]),
        ("Piers Holm, Jr.", [("given", "Piers"), ("family", "Holm"), ("suffix", "Jr.")]),
        ("Piers Holm III", [("given", "Piers"), ("family", "Holm"), ("suffix", "III")]),
        ("Mr. Holm", [("title", "Mr."), ("family", "Holm")]),
        ("The Rev. Mr. Holm".removeprefix("The "), [("title", "Rev."), ("title", "Mr."), ("family", "Holm")]),
        ("MR. E. HOLM", [("title", "MR."), ("initial", "E."), ("family", "HOLM")]),
        ("Foma Antonovich Holub", [("given", "Foma"), ("patronymic", "Antonovich"), ("family", "Holub")]),
        ("Anna Antonovna", [("given", "Anna"), ("patronymic", "Antonovna")]),
        ("Foma Harkovich", [("given", "Foma"), ("family", "Harkovich")]),  # no man is called Hark
        ("Ter-Holmian", [("family", "Ter-Holmian")]),
        ("O'Hara", [("family", "O'Hara")]),
        ("Foma", [("given", "Foma")]),
        ("Hartley", [("family", "Hartley")]),
        ("Sir Foma", [("title", "Sir"), ("family", "Foma")]),
    ],
)
def test_a_name_is_taken_apart(words: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.kind.value, part.text) for part in split_name(words).parts] == parts


@pytest.mark.parametrize(
    ("words", "gender"),
    [("Mrs. Holm", "F"), ("Mr. Holm", "M"), ("Anna Antonovna", "F"), ("Foma Antonovich", "M"), ("Ann Holm", None)],
)
def test_titles_and_patronymics_show_the_gender(words: str, gender: str | None) -> None:
    assert split_name(words).gender == gender


def test_one_word_is_alone_whatever_its_title() -> None:
    assert split_name("Captain Holm").alone
    assert not split_name("Ann Holm").alone


def test_a_comma_turns_the_name_round() -> None:
    assert split_name("Holm, A.").inverted
    assert not split_name("Piers Holm, Jr.").inverted


@given(st.text(alphabet="AaBb.,-' vondéЖж\n", max_size=40))
def test_parts_stand_where_they_say(words: str) -> None:
    parts = split_name(words).parts
    assert all(words[part.start : part.end] == part.text for part in parts)
    assert all(one.end <= two.start for one, two in itertools.pairwise(parts))


def test_the_longer_list_of_forenames_holds_the_shorter() -> None:
    assert is_given_name("Ottoline")
    assert is_forename("Ottoline")
    assert is_forename("Mitya")
    assert not is_given_name("Mitya")


@pytest.mark.parametrize("word", ["Petrovich", "Petrovna", "Fomich", "Ilyinichna", "Ivanivna", "Петрович", "Антоновна"])
def test_a_fathers_name_makes_a_patronymic(word: str) -> None:
    assert is_patronymic(word)


@pytest.mark.parametrize("word", ["Markovitz", "Harkovich", "Hartley", "ich"])
def test_what_no_father_is_called_makes_none(word: str) -> None:
    assert not is_patronymic(word)


def test_titles_are_of_several_sorts() -> None:
    assert is_courtesy("Mrs.")
    assert is_title("Mrs.")
    assert title_gender("Mrs.") == "F"
    assert is_title("Captain")
    assert not is_courtesy("Captain")
    assert is_calling("stoker")
    assert not is_title("stoker")
    assert is_qualifier("Deputy")
    assert not is_title("Deputy")


@pytest.mark.parametrize("word", ["Dutch", "Bulgarian", "Hartleyites", "Calvinists", "Portuguese", "Frenchmen"])
def test_peoples_and_followers_are_known_by_list_or_ending(word: str) -> None:
    assert is_people(word)


@pytest.mark.parametrize("word", ["Hartley", "Lindqvist", "Adrian", "White"])
def test_names_that_end_like_peoples_are_none(word: str) -> None:
    assert not is_people(word)


def test_a_word_that_is_only_a_name_is_no_common_word() -> None:
    assert is_common_word("harbour")
    assert is_common_word("Reed")
    assert not is_common_word("Lisbon")
    assert not is_common_word("Ottoline")


def test_places_are_found_with_and_without_accents() -> None:
    assert is_known_place("Bogotá")
    assert is_known_place("Bogota")
    assert not is_known_place("Carrowhaven")


def test_an_unknown_table_of_words_is_refused() -> None:
    with pytest.raises(KeyError):
        kind_words("no such table")
