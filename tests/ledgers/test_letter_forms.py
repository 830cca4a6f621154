"""Letters by their form: whom the salutation addresses, who signs, who is said to write to whom."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Dear Ash, the hay is in and the barn is full. Your loving cousin, Reed.", "from=reed to=ash [author:marlow]"),
        ("My dear Mr. Ash,\nThe hay is in.\nYours truly,\nHolm Reed", "from=reed to=ash [author:marlow]"),
        ("The hay is in, and the barn is full.\nAsh to Dr. Reed, 4 May 1912.", "from=ash to=reed [author:marlow]"),
        ("[Letter from Ash to Reed]\nThe hay is in.", "from=ash to=reed [author:marlow]"),
        ("Ash to his brother Reed, 12 June 1848: The hay is in.", "from=ash to=reed [author:marlow]"),
        ("The hay is in. I am, dear Ash, your old friend, Reed.", "from=reed to=ash [author:marlow]"),
        ("From: Ash\nTo: Reed\nThe hay is in.", "from=ash to=reed [author:marlow]"),
        ("He had it from the office: “Ash, Skarra. Sell the hay at once. Reed.”", "from=reed to=ash [author:marlow]"),
        ("MISS ASH SKARRA HOLD THE HAY STOP SHALL COME ON MONDAY STOP REED", "from=reed to=ash [author:marlow]"),
        (
            "To the Warden of Skarra. Sir, I have sold the hay, and Ash knows it.",
            "from=author:marlow to=the Warden of Skarra [author:marlow]",
        ),
    ],
)
def test_a_letter_is_read_from_its_form(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "messages") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "“My dear Ash, sit down,” said the miller, and Reed sat down too.",
        "Dear Ash! How he loved hay. So did Reed.",
        "Statement of Ash to the police, 3 May 1912.",
        "Ash to Skarra, Reed to the mill.",
        "ASH AND REED WERE BOTH AT THE MILL WHEN THE HAY BURNED IN MAY",
    ],
)
def test_what_only_looks_like_a_letter_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "messages") == []


def test_the_date_above_a_letter_is_its_date(read) -> None:
    (entry,) = read("Skarra, 3 May 1912\nDear Ash,\nThe hay is in.\nYours, Reed").entries
    assert entry.when == "1912-05-03"
