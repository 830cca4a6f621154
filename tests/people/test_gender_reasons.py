from __future__ import annotations

import pytest

from testimonia.model import Gender

from .marked import settle


@pytest.mark.parametrize(
    ("text", "gender", "rule", "words"),
    [
        ("Mrs. {Harlow} came.", Gender.FEMALE, "female by the title", "Mrs."),
        ("{Anna Harlow} came.", Gender.FEMALE, "female by the given name", "Anna Harlow"),
        ("{Pyotr Ilyich Dorvin} came.", Gender.MALE, "male by the patronymic", "Pyotr Ilyich Dorvin"),
        (
            "{Harlow} said he slept.\n{Harlow} said he sat.\n{Harlow} said he ate.",
            Gender.MALE,
            "male by pronouns after the name",
            "he",
        ),
        ("{Harlow}, widow of the clerk, came.", Gender.FEMALE, "female by the words for the person", None),
    ],
)
def test_a_gender_says_what_shows_it_and_where(text: str, gender: Gender, rule: str, words: str | None) -> None:
    book = settle(text)
    (one,) = book.people
    assert one.gender is gender
    (reason,) = [r for r in one.reasons if r.rule == rule]
    assert reason.span is not None
    assert reason.span.cut(book.text) == reason.words
    assert words is None or reason.words == words


def test_a_friend_without_whose_is_no_role() -> None:
    (one,) = settle("The friend {Harlow} came. Then the clerk {Harlow} left.").people
    assert [role.words for role in one.roles] == ["clerk"]
