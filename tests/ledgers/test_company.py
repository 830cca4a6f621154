"""Meetings told by a verb with what goes with it, and with pronouns for a side."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("At the fair I was introduced to the potter Ash.", "who=author:marlow with=ash [author:marlow]"),
        ("Holm introduced Ash to Reed.", "who=ash with=reed [author:marlow]"),
        ("On the ferry Ash ran into Reed.", "who=ash with=reed [author:marlow]"),
        ("Ash had a long supper with Reed.", "who=ash with=reed [author:marlow]"),
        ("Ash had supper with the dean of Skarra.", "who=ash with=the dean of Skarra [author:marlow]"),
        ("Ash shook hands with Reed and went.", "who=ash with=reed [author:marlow]"),
        ("Ash paid Reed a short visit.", "who=ash with=reed [author:marlow]"),
        ("Ash made Reed's acquaintance at the spa.", "who=ash with=reed [author:marlow]"),
        ("Ash received Reed in his tent.", "who=ash with=reed [author:marlow]"),
        ("Ash found Reed at home.", "who=ash with=reed where=home [author:marlow]"),
        ("Ash was the guest of Reed for a week.", "who=ash with=reed [author:marlow]"),
        ("Ash called upon Dr. Reed.", "who=ash with=reed [author:marlow]"),
        ("I had a visit from Miss Ash.", "who=ash with=author:marlow [author:marlow]"),
        ("Ash spent the whole of Sunday with Reed.", "who=ash with=reed [author:marlow]"),
        ("Ash lunched at the club with Reed.", "who=ash with=reed where=the club [author:marlow]"),
        ("Ash confronted the foreman.", "who=ash with=the foreman [author:marlow]"),
        ("There came to me Ash with a lamp.", "who=ash with=author:marlow [author:marlow]"),
        ("Ash came to the mill at dusk to tell me of the fire.", "who=ash with=author:marlow [author:marlow]"),
        ("We dined with Ash.", "who=author:marlow with=ash [author:marlow]"),
        ("They came to see Ash.", "who=They with=ash [author:marlow]"),
        ("Called on Ash in the morning.", "who=author:marlow with=ash [author:marlow]"),
        ("I saw Ash again in May.", "who=author:marlow with=ash [author:marlow]"),
    ],
)
def test_a_meeting_is_read_from_what_goes_with_its_verb(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "meetings") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "Ash received Reed's parcel.",
        "Ash received the press in his barn.",
        "Ash was never introduced to Reed.",
        "Ash hoped to have supper with Reed.",
        "Ash saw Reed fall from the ladder.",
        "Neither before nor after has Ash seen Reed.",
        "Ash went forward alone to meet the sailors.",
        "Ash came to the office of the mill.",
        "They came to him.",
        "If that winter Ash had met Reed, all would be well.",
        "Ash received Reed with scorn in his review.",
        "Ash saw Reed in May as the better painter.",
        "Ash saw Reed once as a boy in a picture.",
        "Ash was often with Reed in spirit.",
        "Ash shook hands with Reed in a dream.",
        "Ash made Reed's acquaintance by letter.",
    ],
)
def test_what_is_no_meeting_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "meetings") == []


def test_a_pronoun_that_may_mean_anybody_is_kept_as_printed_and_says_so(read) -> None:
    (entry,) = read("They came to see Ash.").entries
    assert [(part.name, part.id) for part in entry.parts] == [("They", None), ("Ash", "p-ash")]
    assert entry.confidence == 0.5
    assert [(reason.rule, reason.words) for reason in entry.reasons] == [
        ("it is not sure whom the pronoun means", "They")
    ]


def test_nobody_meets_himself(read, rows) -> None:
    book = read("Ash wept. At noon he met Ash.")
    assert rows(book, "meetings") == ["who=he with=ash [author:marlow]"]
