"""Role words behind a name, in the languages citations are printed in."""

from __future__ import annotations

import pytest

from testimonia.citations.roles import role_at, roles_of


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("eds.", ("editor",)),
        ("trans.", ("translator",)),
        ("Trans. and Ed.", ("editor", "translator")),
        ("Hrsg.", ("editor",)),
        ("übers.", ("translator",)),
        ("пер.", ("translator",)),
        ("comp.", ("editor",)),
    ],
)
def test_a_role_word_stands_for_roles(words: str, roles: tuple[str, ...]) -> None:
    assert roles_of(words) == roles


@pytest.mark.parametrize(
    ("behind", "roles", "rest"),
    [
        (", ed., The Wreck", ("editor",), " The Wreck"),
        (" (eds.), The Wreck", ("editor",), " The Wreck"),
        (", ed. and trans., The Wreck", ("editor", "translator"), " The Wreck"),
        (" (Hg.): The Wreck", ("editor",), ": The Wreck"),
    ],
)
def test_a_role_is_read_behind_the_names(behind: str, roles: tuple[str, ...], rest: str) -> None:
    found = role_at(behind, 0, len(behind))
    assert found is not None
    assert (found[0], behind[found[1] :]) == (roles, rest)


@pytest.mark.parametrize("behind", [", ed. by Piers Lowe", ", The Wreck", ". Editions of the Wreck", ""])
def test_what_names_the_next_person_is_no_role_of_the_one_before(behind: str) -> None:
    assert role_at(behind, 0, len(behind)) is None
