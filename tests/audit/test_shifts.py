"""What a claim has and its evidence has not, and what only looks like it."""

from __future__ import annotations

import pytest

from testimonia.audit.vocabulary import strong_rows, weak_rows


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("QUILL STOLE THE CHURCH SILVER", "Quill borrowed the church silver for the feast.", "borrowed"),
        (
            "THE LETTERS PROVE THAT VEREY KNEW OF THE LEAK",
            "The letters suggest that Verey knew of the leak.",
            "suggest",
        ),
        ("ASH REFUSED THE POST OF WARDEN", "Ash hesitated over the post of warden for a month.", "hesitated"),
        ("MARSDEN TORTURED THE STOKER", "Marsden questioned the stoker through the night.", "questioned"),
        ("THE REVOLT AT THE PIT OF BRACK", "The miners of the pit of Brack went on strike for nine days.", "strike"),
    ],
)
def test_a_weaker_word_than_the_claims(audited, heading: str, words: str, says: str) -> None:
    (message,) = audited(heading, words).messages
    assert f"says “{says}”" in message


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("QUILL STOLE THE CHURCH SILVER", "Quill said that he borrowed the church silver; he stole the church silver."),
        ("LOWE ORDERED HOLM TO SINK THE BARGE", "Lowe ordered Holm to sink the barge, as he had suggested before."),
        ("BRACK WRECKED THE PUMP OF THE MILL", "Brack made defects in the pump of the mill deliberately."),
        ("THE REVOLT AT THE PIT OF BRACK", "The miners of the pit of Brack rose in revolt after a strike."),
    ],
)
def test_a_weak_word_beside_a_strong_one_is_no_weaker_account(audited, heading: str, words: str) -> None:
    assert audited(heading, words).messages == []


def test_a_strong_word_that_stands_nowhere_is_pointed_out(audited) -> None:
    words = "Penrose and the harbour master met on the quay that night."
    (message,) = audited("PENROSE MURDERED THE HARBOUR MASTER ON THE QUAY", words).messages
    assert "nothing under it does" in message


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE DAM BROKE BECAUSE HOLM WAS DRUNK", "The dam broke on the Friday, when Holm was on watch."),
        ("VEREY PRAISES THE MAYOR TO SAVE HIS LICENCE", "Verey praises the mayor as the father of the town."),
    ],
)
def test_an_aim_that_no_evidence_has(audited, heading: str, words: str) -> None:
    (message,) = audited(heading, words).messages
    assert "a reason or an aim" in message


def test_an_aim_that_stands_in_any_excerpt_is_carried(audited) -> None:
    heading = "VEREY PRAISES THE MAYOR TO SAVE HIS LICENCE"
    found = audited(heading, "Verey praises the mayor as the father of the town.", "Verey feared for his licence.")
    assert found.messages == []


def test_what_somebody_is_told_to_do_is_no_aim(audited) -> None:
    assert audited("LOWE ASKED REED TO SELL THE MILL", "It was Lowe who asked Reed for the mill.").messages == []


def test_a_year_that_the_evidence_tells_by_something_else(audited) -> None:
    (message,) = audited("HOLM LEFT THE TOWN IN 1871", "Holm left the town a year after the flood.").messages
    assert "gives the year" in message
    assert audited("HOLM LEFT THE TOWN IN 1871", "Holm left the town in \u201971, after the flood.").messages == []


def test_somebody_else_asks(audited) -> None:
    heading = "BRACK ASKED TOLLAND FOR THE KEYS"
    (message,) = audited(heading, "Verey asked Tolland for the keys of the gate.").messages
    assert "BRACK" in message
    assert audited(heading, "Brack asked Tolland for the keys; then Verey asked for them too.").messages == []
    assert audited(heading, "TOLLAND: I was asked for the keys by Brack.").messages == []


def test_an_invention_is_no_fact(audited) -> None:
    words = "The tale of Tolland and the ghost ship is a fabrication of the innkeeper."
    (message,) = audited("TOLLAND SAW THE GHOST SHIP", words).messages
    assert "an invention" in message


def test_an_invention_of_something_else_is_none_of_the_claims(audited) -> None:
    words = "Tolland saw the wreck from the hill; the gold in her is a fabrication of the innkeeper."
    assert audited("TOLLAND SAW THE WRECK", words).messages == []


def test_a_bracket_that_asks(audited) -> None:
    (message,) = audited(
        "REED WRITES OF THE FLOOD OF 1871", "Reed writes of the flood [which flood?] of 1871."
    ).messages
    assert "a bracket asks" in message
    assert (
        audited("REED WRITES OF THE FLOOD", "Reed writes of the flood [of the mill, that is] at length.").messages == []
    )


def test_strong_and_weak_words_of_one_row() -> None:
    assert strong_rows("murdered") & weak_rows("removal")
    assert not strong_rows("murdered") & weak_rows("hinted")
