"""Messages and offices: both sides known, or no row."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash sent a letter to Reed.", "from=ash to=reed [author:marlow]"),
        ("Ash sent Reed a telegram.", "from=ash to=reed [author:marlow]"),
        ("Reed received instructions from Ash through Holm.", "from=ash to=reed through=holm [author:marlow]"),
        ("Reed received from Ash a written directive.", "from=ash to=reed [author:marlow]"),
        ("Ash instructed Reed to leave.", "from=ash to=reed [author:marlow]"),
        ("Reed was ordered by Ash to leave.", "from=ash to=reed [author:marlow]"),
    ],
)
def test_a_message_is_read(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "messages") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "Ash gave instructions to kill Reed.",
        "Ash sent Reed a hat.",
        "Ash never wrote a letter to Reed.",
        "Ash denied that he had sent Reed a letter.",
        "A letter came.",
    ],
)
def test_what_is_no_sure_message_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "messages") == []


def test_an_office_is_read_from_a_sentence(read, rows) -> None:
    assert rows(read("Ash was harbour master of Skarra. Reed was a friend of the mate."), "offices") == [
        "who=ash office=harbour master of Skarra [author:marlow]"
    ]


def test_an_office_beside_a_name_is_read_once(read, rows) -> None:
    words = "Ash, chief engineer of the dock, wept."
    assert rows(read(words, roles={"Ash": "chief engineer of the dock"}), "offices") == [
        "who=ash office=chief engineer of the dock [author:marlow]"
    ]
