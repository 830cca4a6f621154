"""Citations of many styles and languages are told from prose, turns, headings and datelines by their words alone.

The strings are invented; a line of ``citations.txt``, ``doubtful.txt`` and ``prose.txt`` is one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.layout.evidence import (
    LIKELY,
    LONGEST_CITATION,
    citation_score,
    is_author_date,
    is_ibid,
    is_imprint,
    lower_share,
)


def lines(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", lines("citations.txt"))
def test_a_citation_is_likely(text: str) -> None:
    assert citation_score(text) > LIKELY


@pytest.mark.parametrize("text", lines("prose.txt"))
def test_prose_turns_headings_and_datelines_are_not(text: str) -> None:
    assert citation_score(text) < 0


@pytest.mark.parametrize("text", lines("doubtful.txt"))
def test_a_citation_with_few_signs_is_at_least_left_to_the_habits_of_the_page(text: str) -> None:
    assert citation_score(text) > 0


def test_the_tables_are_long_enough_to_mean_something() -> None:
    assert len(set(lines("citations.txt"))) >= 60
    assert len(set(lines("prose.txt"))) >= 60


def test_what_is_too_long_or_too_short_cites_nothing() -> None:
    cited = lines("citations.txt")[0]
    assert citation_score("p. 3") < LIKELY
    assert citation_score("") == citation_score("abc") == -6.0
    assert citation_score("; ".join([cited] * 20)[: LONGEST_CITATION + 1]) == -6.0


@pytest.mark.parametrize(
    "text", ["Ibid.", "ibid, p. 4", "Ibidem", "Op. cit., 3", "Ebd., S. 4", "Там же", "(Idem)", "Id., p. 3"]
)
def test_words_that_refer_back_are_known(text: str) -> None:
    assert is_ibid(text)


@pytest.mark.parametrize("text", ["Ideas of 1911", "Identity", "He said ibid.", "Marlow, op. cit.", "Idle talk"])
def test_words_that_only_look_so_are_not(text: str) -> None:
    assert not is_ibid(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow 1931",
        "Marlow, 1931a: 44",
        "(Marlow & Quist 1958, pp. 3-5)",
        "see de la Cruz 1940",
        "Marlow et al. 1958, 3 ff.",
    ],
)
def test_author_and_year_cite(text: str) -> None:
    assert is_author_date(text)


@pytest.mark.parametrize(
    "text", ["in May 1911", "Summer 1911", "they left 1911", "1911", "Carrowhaven, 3 May 1911", "Marlow"]
)
def test_a_date_or_a_name_alone_does_not(text: str) -> None:
    assert not is_author_date(text)


@pytest.mark.parametrize(
    ("text", "imprint"),
    [
        ("Leeds: Northgate, 1931", True),
        ("Leeds, 1931", True),
        ("London: Pellworth Press, c1958", True),
        ("Marlow 1931: 44", False),
        ("Leeds: Northgate", False),
        ("Northgate, 1931, p. 44", False),
    ],
)
def test_place_publisher_and_year_are_an_imprint(text: str, imprint: bool) -> None:
    assert is_imprint(text) == imprint


def test_the_share_of_small_words_tells_prose_from_titles() -> None:
    assert lower_share("They left before anybody could have known") > 0.8
    assert lower_share("Marlow, Salt and Ashes, Leeds, Northgate Press") < 0.2
    assert lower_share("too few") == 0.0
