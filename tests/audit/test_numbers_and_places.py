"""Numbers of the same things, and where somebody was."""

from __future__ import annotations

import pytest

from testimonia.model import Act


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("ONLY TWO LAMPS WERE LIT", "Three of the four lamps were lit.", "Three"),
        ("ASH DROWNED WITH 61 LIVES", "Ash sank, and seventy-one lives were lost.", "seventy-one"),
    ],
)
def test_another_number_of_the_same_things(audited, heading: str, words: str, says: str) -> None:
    (message,) = audited(heading, words).messages
    assert f"counts “{says}”" in message


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("103 SAILORS WERE PAID", "One hundred and three sailors were paid."),
        ("TWO BOATS WERE LOWERED", "Of three boats two boats were lowered."),
        ("TWO BOATS WERE LOWERED", "The boats were lowered in three minutes."),
        ("ASH LEFT IN 1912", "Ash left with four sailors."),
    ],
)
def test_the_same_number_or_one_of_other_things(audited, heading: str, words: str) -> None:
    assert audited(heading, words).messages == []


def test_elsewhere_is_said_of_the_same_person(audited) -> None:
    found = audited("ASH WAS ON THE BRIDGE WHEN THE FERRY SANK", "When the ferry sank Ash was in his cabin.")
    assert found.places == ["Ash was in his cabin"]


@pytest.mark.parametrize(
    "words",
    [
        "When the ferry sank Reed was in his cabin.",
        "Ash was in doubt.",
        "Ash was in May at sea.",
        "Ash was on the bridge.",
    ],
)
def test_what_places_him_nowhere_else(audited, words: str) -> None:
    assert audited("ASH WAS ON THE BRIDGE WHEN THE FERRY SANK", words).messages == []


def test_several_speak_in_the_claim_and_one_in_the_excerpt(audited) -> None:
    says = [("bankers", Act.REPORTS, ())]
    found = audited("BANKERS SAY THE MILL WAS SOLD", "A London banker said the mill was sold.", heading_says=says)
    assert found.places == ["A London banker said the mill was sold"]
    several = "A London banker said the mill was sold, and other bankers said so."
    assert audited("BANKERS SAY THE MILL WAS SOLD", several, heading_says=says).messages == []


def test_several_where_the_claim_has_one(audited) -> None:
    heading = "ALL BUT THE NIGHT BOAT WERE SAVED"
    (message,) = audited(heading, "All were saved but two night boats of the harbour.").messages
    assert "counts “two”" in message
    assert audited(heading, "All were saved but one night boat of the harbour.").messages == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Holm was late, as ever. I met him at nine on the bridge below the mill.", "met him at nine on the bridge"),
        ("The watchman saw Holm in the alley behind the bank.", "saw Holm in the alley"),
    ],
)
def test_somebody_saw_him_in_another_place(audited, words: str, says: str) -> None:
    found = audited("HOLM WAS AT THE INN WHEN THE BANK WAS ROBBED", words)
    assert says in found.places


@pytest.mark.parametrize(
    "words",
    [
        "The watchman saw Holm in the yard of the inn.",
        "The watchman saw nobody in the alley.",
        "Reed was late. I met him at nine on the bridge.",
        "The watchman never saw Holm in the alley.",
    ],
)
def test_nobody_saw_him_elsewhere(audited, words: str) -> None:
    found = audited("HOLM WAS AT THE INN WHEN THE BANK WAS ROBBED", words)
    assert not any("says" in message and "alley" in message for message in found.messages)
    assert not any("bridge" in place for place in found.places)
