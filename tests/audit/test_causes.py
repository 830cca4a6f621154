"""Another cause, another hour, another day told by its number, and numbers that somebody came to by counting."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE MILL WAS CLOSED BECAUSE OF THE FEVER", "The mill was closed for want of coal."),
        (
            "QUILL WAS DISMISSED FOR KEEPING A DIARY",
            "Quill's post was terminated on the Friday for a debt of nine pounds.",
        ),
        ("PENROSE DIED OF DRINK", "Penrose was found on the stairs. The surgeon put it down to his heart."),
        ("THE BRIDGE FELL BECAUSE THE IRON WAS BAD", "The inspector found every bar sound. He blamed the wind."),
    ],
)
def test_another_cause_is_told(audited, heading, words):
    assert any("gives another" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        (
            "THE MILL WAS CLOSED BECAUSE OF THE FEVER",
            "There was fever, and because of it the mill was closed for a year.",
        ),
        ("THE MILL WAS CLOSED", "The mill was closed for want of coal."),
        ("QUILL WAS DISMISSED FOR LYING", "Quill was dismissed. He had lied."),
        ("QUILL WAS DISMISSED FOR LYING", "Was Quill dismissed for his debts? I never asked."),
    ],
)
def test_no_other_cause_is_told(audited, heading, words):
    assert not any("gives another" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words", "printed"),
    [
        ("THE BELL RANG AT MIDNIGHT", "Several heard the bell. It would be two o'clock, by the candle.", "two o'clock"),
        ("NINETY MEN CAME UP THE LANE", "They came in fours. I counted sixty-two, and some were boys.", "sixty-two"),
        (
            "MORE THAN A THOUSAND PILOTS DIED",
            "The deaths in that year were four hundred and twelve.",
            "four hundred and twelve",
        ),
    ],
)
def test_another_number_answers(audited, heading, words, printed):
    assert any(printed in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE BELL RANG AT MIDNIGHT", "The bell rang a little after midnight. At two o'clock I slept."),
        ("THE BELL RANG AT MIDNIGHT", "The baker rose at two o'clock."),
        ("NINETY MEN CAME UP THE LANE", "I counted ninety, or near it."),
        ("MORE THAN A THOUSAND PILOTS DIED", "The deaths in that year were twelve hundred."),
    ],
)
def test_the_same_number_does_not(audited, heading, words):
    assert audited(heading, words).audit.profile != "contradicted"
