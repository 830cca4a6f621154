"""What of the words between the names and the imprint is the title, and what stands with it."""

from __future__ import annotations

import pytest

from testimonia.citations.readings import Reading
from testimonia.citations.titles import read_title


def read(string: str, emphasis: str | None = None) -> tuple[bool, Reading]:
    reading = Reading(string, 0, len(string))
    start = string.index(emphasis) if emphasis else 0
    set_off = (start, start + len(emphasis)) if emphasis else None
    return read_title(reading, 0, len(string), None, set_off), reading


@pytest.mark.parametrize(
    ("string", "title", "container"),
    [
        ("The Quiet Harbour", "The Quiet Harbour", None),
        ("“Tides,” In Harbours and Ships", "Tides", "Harbours and Ships"),
        ("Tides. In: Harbours, hrsg. von Paul Lowe", "Tides", "Harbours"),
        ("Tides, in: Harbours, hrsg. von Paul Lowe", "Tides", "Harbours"),
        ("Ships in Harbours", "Ships in Harbours", None),
    ],
)
def test_a_title_ends_where_its_container_is_named(string: str, title: str, container: str | None) -> None:
    found, reading = read(string)
    assert found
    assert reading.title is not None
    assert string[slice(*reading.title)] == title
    assert (string[slice(*reading.container)] if reading.container else None) == container


def test_a_title_set_off_is_no_longer_than_what_sets_it_off() -> None:
    string = "The Quiet Harbour, trans. Piers Lowe"
    found, reading = read(string, "The Quiet Harbour")
    assert found
    assert reading.title == (0, len("The Quiet Harbour"))
    assert [(role, name.csl) for role, name in reading.names] == [
        ("translator", {"family": "Lowe", "given": "Piers"}),
    ]


@pytest.mark.parametrize("string", ["The Quiet Harbour by Ann Hartley", "The Quiet Harbour. Ann Hartley"])
def test_an_author_may_be_printed_behind_the_title(string: str) -> None:
    found, reading = read(string)
    assert found
    assert reading.title == (0, len("The Quiet Harbour"))
    assert [(role, name.csl["family"]) for role, name in reading.names] == [("author", "Hartley")]


def test_a_bare_page_behind_a_quoted_title_is_its_page() -> None:
    string = "“Tides” 104, 107"
    found, reading = read(string)
    assert found
    assert reading.page is not None
    assert string[slice(*reading.page)] == "104, 107"


def test_marks_alone_are_no_title() -> None:
    found, reading = read(" . ")
    assert not found
    assert reading.title is None
