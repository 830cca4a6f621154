"""Web addresses, identifiers of documents and days of access are cut off before the rest of a citation is read."""

from __future__ import annotations

import pytest

from testimonia.citations.addresses import read_addresses
from testimonia.citations.readings import Reading


@pytest.mark.parametrize(
    ("string", "rest", "fields"),
    [
        (
            "Hartley, The Wreck. https://example.org/wreck (accessed 3 May 2020).",
            "Hartley, The Wreck.",
            [("URL", "https://example.org/wreck"), ("accessed", "3 May 2020")],
        ),
        ("Hartley, The Wreck. Available at: www.example.org.", "Hartley, The Wreck", [("URL", "www.example.org")]),
        ("Hartley, The Wreck, doi: 10.1000/ab.12", "Hartley, The Wreck,", [("DOI", "10.1000/ab.12")]),
        ("Hartley, The Wreck", "Hartley, The Wreck", []),
        # a word for looking up without an address or a day says nothing
        ("Hartley, The Wreck Visited", "Hartley, The Wreck Visited", []),
    ],
)
def test_an_address_is_kept_and_cut_off(string: str, rest: str, fields: list[tuple[str, str]]) -> None:
    reading = Reading(string, 0, len(string))
    stop = read_addresses(reading, 0, len(string))
    assert string[:stop].strip() == rest
    assert [(name, string[a:b]) for name, (a, b) in reading.url] == fields
