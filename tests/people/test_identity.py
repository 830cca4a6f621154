"""Who is taken for whom, on invented pages whose names are marked."""

from __future__ import annotations

import pytest

from testimonia.model import Gender

from .marked import grouped, person, settle


@pytest.mark.parametrize(
    ("page", "people"),
    [
        pytest.param(
            ["{Piers Lowe} came. {Lowe} sat down."], [["Piers Lowe", "Lowe"]], id="a bare surname is the full name's"
        ),
        pytest.param(["{P. Lowe} came. {Piers Lowe} sat."], [["P. Lowe", "Piers Lowe"]], id="an initial agrees"),
        pytest.param(
            ["{P. Lowe} came. {R. Lowe} sat."], [["P. Lowe"], ["R. Lowe"]], id="two initials are two namesakes"
        ),
        pytest.param(
            ["{Piers Lowe} came. {Rufus Lowe} sat."], [["Piers Lowe"], ["Rufus Lowe"]], id="two given names are two"
        ),
        pytest.param(
            ["{Harkov} left.", "{Harkoff} wrote.", "{Charkow} sang."],
            [["Harkov", "Harkoff", "Charkow"]],
            id="romanisations of one original are one name",
        ),
        pytest.param(
            ["{Anton Vetrin} and his wife.", "{Lidia Vetrina} wrote."],
            [["Anton Vetrin"], ["Lidia Vetrina"]],
            id="a woman's form is another person",
        ),
        pytest.param(
            ["Mr. {Lowe} rose.", "Mrs. {Lowe} wept."],
            [["Lowe"], ["Lowe"]],
            id="a man and his wife are two",
        ),
        pytest.param(
            ["Miss {Oriel} played. {Oriel} was tired."], [["Oriel", "Oriel"]], id="a titled woman is the bare surname's"
        ),
        pytest.param(
            ["{Hryhoriy Lemko} dug. {Gregory Lemko} rested."],
            [["Hryhoriy Lemko", "Gregory Lemko"]],
            id="one given name in two languages",
        ),
        pytest.param(
            ["{Lowe, P.}, first mate", "{Piers Lowe} came."],
            [["Lowe, P.", "Piers Lowe"]],
            id="a name printed surname first",
        ),
        pytest.param(
            ["{Chang Shu-lin} wrote.", "{Chang Shulin} came. {Chang Te-jung} went."],
            [["Chang Shu-lin", "Chang Shulin"], ["Chang Te-jung"]],
            id="a Chinese given name with a hyphen or without",
        ),
        pytest.param(
            ["{Bøgholm} spoke.", "{Boegholm} wept."], [["Bøgholm", "Boegholm"]], id="a sign that is written out"
        ),
        pytest.param(["{MacTavish} paid. {McTavish} signed."], [["MacTavish", "McTavish"]], id="Mac and Mc are one"),
        pytest.param(
            ["{Ansgar Hult} spoke, then {Ansgar Halt} again."],
            [["Ansgar Hult", "Ansgar Halt"]],
            id="one letter is a slip where the given name agrees",
        ),
        pytest.param(
            ["{Hult} spoke, then {Halt} again."], [["Hult"], ["Halt"]], id="one letter makes another short name"
        ),
        pytest.param(
            ["{Ter-Davtyan} spoke.", "{Ter-Davtian} spoke.", "{Davtian} spoke."],
            [["Ter-Davtyan", "Ter-Davtian", "Davtian"]],
            id="the last part of a double name",
        ),
        pytest.param(
            ["{Lowe} and {Hartley} ran.", "The {Lowe-Hartley} group.", "{Hartley} fell."],
            [["Lowe"], ["Hartley", "Hartley"], ["Lowe-Hartley"]],
            id="two names joined by a hyphen are not the second's",
        ),
    ],
)
def test_names_are_gathered(page: list[str], people: list[list[str]]) -> None:
    assert grouped(settle(*page)) == people


def test_a_rare_spelling_is_the_misprint_of_a_well_attested_one() -> None:
    book = settle(
        *["{Harkavenko} spoke."] * 1, "{Harkavenko} sat. {Harkavenko} rose. {Harkavenko} left.", "{Harkavnko} fell."
    )
    assert person(book, "Harkavenko").variants == ("Harkavenko", "Harkavnko")
    misprint = person(book, "Harkavenko").spellings[1]
    assert misprint.confidence < 1
    assert any("well attested" in reason.rule for reason in misprint.reasons)


def test_two_spellings_side_by_side_are_two() -> None:
    book = settle("{Rosenthal} left.", "{Rosenthal} and {Rosentahl} were brothers. {Rosenthal} rose. {Rosenthal} sat.")
    assert len(book.people) == 2


def test_a_bare_surname_goes_to_the_namesake_named_before_it_in_the_passage() -> None:
    book = settle("{Piers Lowe} came, and {Lowe} sat down.", "{Rufus Lowe} came, and {Lowe} sat down.")
    assert grouped(book) == [["Piers Lowe", "Lowe"], ["Rufus Lowe", "Lowe"]]


def test_a_bare_surname_goes_to_the_namesake_with_the_role_beside_it() -> None:
    book = settle(
        "The stoker {Piers Lowe} dug, and the clerk {Rufus Lowe} wrote.", "Nobody believed the stoker {Lowe}."
    )
    assert grouped(book)[0] == ["Piers Lowe", "Lowe"]


def test_a_surname_that_nothing_decides_is_nobodys_and_says_so() -> None:
    book = settle("{Piers Lowe} came.", "{Rufus Lowe} came.", "Somebody saw {Lowe}.")
    assert len(book.people) == 3
    bare = book.mentions[-1]
    assert bare.confidence < 0.6
    assert bare.against
    assert {maybe.a for maybe in book.maybes} | {maybe.b for maybe in book.maybes} == {p.id for p in book.people}
    assert all(0 < maybe.confidence < 1 and maybe.reasons for maybe in book.maybes)


def test_an_officer_of_the_court_is_not_the_defendant_of_his_name() -> None:
    book = settle(
        "The defendant {Lowe} named {Hartley} and {Marsh}. The defendant {Lowe} wept.",
        "{Ashby} was defended by his counsel {Lowe}, and {Cole} too.",
    )
    assert grouped(book)[0] == ["Lowe", "Lowe"]
    assert ["Lowe"] in grouped(book)


def test_a_given_name_alone_is_the_persons_who_is_named_in_the_passage() -> None:
    book = settle("{Magnus Sinter} kept the light. {Magnus} drank.", "{Edgar Cole} sang.")
    assert grouped(book) == [["Magnus Sinter", "Magnus"], ["Edgar Cole"]]


def test_a_pet_form_is_the_given_name() -> None:
    book = settle(("THE LETTER TO {Lidia Harkova}", "Dear {Lidochka}, wrote the clerk. Be well, {Lida}."))
    assert grouped(book) == [["Lidia Harkova", "Lidochka", "Lida"]]


def test_a_given_name_of_nobody_at_hand_is_its_own_person() -> None:
    book = settle("{Magnus Sinter} kept the light.", "{Edgar Cole} drank with {Magnus}.")
    assert ["Magnus"] in grouped(book)


def test_a_given_name_and_patronymic_are_not_somebody_with_another_patronymic() -> None:
    book = settle("{Ivan Petrovich Lemko} came, and {Ivan Fomich} left.")
    assert grouped(book) == [["Ivan Petrovich Lemko"], ["Ivan Fomich"]]


def test_what_ends_as_a_patronymic_and_stands_alone_again_and_again_is_a_family_name() -> None:
    alone = ("{Markovich} shut the gate.", "They asked {Markovich}, who said no.", "The boat was lent by {Markovich}.")
    assert len(settle("{Pietro Markovich} kept the light.", *alone).people) == 1


def test_a_patronymic_that_stands_before_a_family_name_is_none() -> None:
    alone = ("{Markovich} shut the gate.", "They asked {Markovich}, who said no.", "The boat was lent by {Markovich}.")
    book = settle("{Pyotr Markovich Lemko} kept the light, and {Pyotr Markovich} wept.", *alone)
    assert ["Markovich"] * 3 in grouped(book)


def test_a_chinese_given_name_alone_is_the_full_names_in_either_spelling() -> None:
    book = settle("{Kao Shu-jen} kept the light. In the spring {Shuren} left. {Shu-jen} did not write.")
    assert grouped(book) == [["Kao Shu-jen", "Shuren", "Shu-jen"]]


def test_a_chinese_given_name_that_often_stands_alone_is_no_family_name() -> None:
    alone = ("Farewell. {Shuren}", "I am well. {Shuren}", "Do not come. {Shuren}")
    book = settle("{Gao Shuren} kept the light. {Gao Lan} did not.", *alone)
    assert person(book, "Gao Shuren").variants == ("Gao Shuren",)


def test_the_cited_author_lends_his_given_name() -> None:
    item = {"title": "Waves", "author": [{"family": "Prowse", "given": "Septimus"}]}
    book = settle(
        ("A CLAIM", "{Prowse} asked on. Sir {Septimus} sat down, and {Prowse} laughed."),
        citations=[("Prowse, Septimus. Waves. 1911", item)],
    )
    assert grouped(book) == [["Prowse", "Septimus", "Prowse"]]


def test_a_name_in_round_brackets_after_another_full_name_is_another_person() -> None:
    assert len(settle("{Piers Lowe} told his deputy ({Rufus Hartley}) to go. {Hartley} went.").people) == 2


def test_a_relative_introduced_by_a_given_name_makes_a_namesake() -> None:
    book = settle(
        "{Harkov} and {Lemko} rose. {P. P. Harkov} ({Taras}'s younger brother) sat. {Harkov} spoke.", "{Harkov} left."
    )
    assert ["P. P. Harkov"] in grouped(book)
    assert ["Harkov", "Taras", "Harkov", "Harkov"] in grouped(book)


def test_one_surname_may_serve_two_given_names() -> None:
    book = settle("{Edgar and Maud Lowe}".replace("{Edgar and Maud Lowe}", "{Edgar} and {Maud Lowe} wrote."))
    assert [p.name for p in book.people] == ["Edgar Lowe", "Maud Lowe"]


def test_surnames_run_together_are_not_a_full_name() -> None:
    book = settle("{Harkov} came. {Harkov} sat. {Harkov} left. {Lemko} came.", "AND {Harkov Lemko} TOO")
    assert ["Lemko", "Harkov Lemko"] in grouped(book)


def test_the_name_is_the_fullest_form_in_the_commonest_spelling() -> None:
    book = settle("{Ivan Harkoff} came.", "{Harkov} sat. {Ivan Harkov} rose. {HARKOV} fell. {Harkov, I.} left.")
    (one,) = book.people
    assert one.name == "Ivan Harkov"
    assert one.variants[0] == "Harkov"
    assert "HARKOV" not in one.variants
    assert one.spellings[0].count == 2


def test_a_spelling_says_which_scheme_yields_it() -> None:
    (one,) = settle("{Vetrov} came. {Vetroff} sat. {Wetrow} left.").people
    assert {s.original for s in one.spellings} == {"Ветров"}
    assert len({s.scheme for s in one.spellings}) == 3


@pytest.mark.parametrize(
    ("page", "gender"),
    [
        ("Mrs. {Pettigrew} wept.", Gender.FEMALE),
        ("Captain {Pettigrew} wept.", None),
        ("{Agnes Pettigrew} wept.", Gender.FEMALE),
        ("{Foma Fomich Pettigrew} wept.", Gender.MALE),
        ("{Pettigrew} said that he was ill. {Pettigrew} lost his hat.", Gender.MALE),
        ("{Pettigrew} wept.", None),
        ("{Harkov} came. {Harkova} wept.", None),
    ],
)
def test_gender_is_what_the_page_shows(page: str, gender: Gender | None) -> None:
    assert settle(page).people[0].gender is gender


def test_a_woman_is_known_by_the_mans_form_of_her_surname() -> None:
    assert person(settle("{Harkov} came. {Harkova} wept."), "Harkova").gender is Gender.FEMALE


def test_roles_are_the_pages_own_words() -> None:
    book = settle("The harbour clerk {Ames}, formerly secretary of the Board, got up.")
    roles = person(book, "Ames").roles
    assert [role.words for role in roles] == ["harbour clerk", "formerly secretary of the Board"]
    assert all(role.span is not None and role.span.cut(book.text) == role.words for role in roles)


def test_every_mention_has_a_person_and_reasons() -> None:
    book = settle("{Piers Lowe} came. {Lowe} sat. {Magnus} sang.", "The {Heron} slept.")
    ids = {p.id for p in book.people}
    assert all(mention.person in ids for mention in book.mentions)
    assert all(mention.span.cut(book.text) == mention.text for mention in book.mentions)
    assert all(spelling.reasons for p in book.people for spelling in p.spellings if len(p.spellings) > 1)
    assert sum(s.count for p in book.people for s in p.spellings) == len(book.mentions)


def test_ids_stay_when_the_page_is_edited_elsewhere() -> None:
    page = ["{Piers Lowe} came. {Lowe} sat.", "{Rufus Hartley} left."]
    before = {p.name: p.id for p in settle(*page).people}
    after = {p.name: p.id for p in settle("Nobody but {Agnes Cole} was there.", *page).people}
    assert before.items() <= after.items()
    assert {p.name: p.id for p in settle(*page).people} == before


def test_a_page_without_names_has_no_people() -> None:
    assert not settle("Nobody came.").people


def test_a_bare_name_with_two_roles_in_quite_other_company_is_two() -> None:
    book = settle("The monk {Anthimos} prayed with {Marsh}.", "{Cole} sold it to the miner {Anthimos}.")
    assert grouped(book) == [["Anthimos"], ["Marsh"], ["Cole"], ["Anthimos"]]
    assert len(book.maybes) == 1


def test_a_bare_name_with_two_roles_in_one_company_is_one() -> None:
    book = settle("The monk {Anthimos} prayed with {Marsh}.", "{Marsh} sold it to the miner {Anthimos}.")
    assert ["Anthimos", "Anthimos"] in grouped(book)


def test_a_register_prints_the_family_name_first() -> None:
    book = settle("{Harkun Lidia Antonovna} signed. {L. Harkun} left. {Lidia Harkun} wrote.")
    assert ["Harkun Lidia Antonovna", "L. Harkun", "Lidia Harkun"] in grouped(book)


def test_a_letter_may_be_all_of_a_family_name() -> None:
    book = settle("{Anton Harkov} came. {Piers Lowe} came.", "The accused {Anton H.} was told to rise.")
    assert ["Anton Harkov", "Anton H."] in grouped(book)


def test_a_woman_s_title_before_a_woman_s_form_is_no_second_woman() -> None:
    book = settle("{M. Wolska} read it.", "Mrs. {Wolska} had typed it.")
    assert grouped(book) == [["M. Wolska", "Wolska"]]


@pytest.mark.parametrize(
    "words",
    ["{Piers Kestel} swore. We spell it {Kessel} at home.", "{Joseph Kestel} jura. On écrit {Kessel} chez nous."],
)
def test_a_spelling_of_which_the_page_says_so_is_the_same_name(words: str) -> None:
    assert len(settle(words, "Nobody saw {Kessel}.").people) == 1


def test_a_near_name_of_which_nothing_is_said_is_another() -> None:
    assert len(settle("{Piers Kestel} swore. I went to {Kessel} at home.", "Nobody saw {Kessel}.").people) == 2
