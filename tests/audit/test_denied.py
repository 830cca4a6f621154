"""What the evidence denies outright in another word than the claim's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE MILL WAS CLOSED ON PENROSE'S ORDERS", "Lowe gave no such order. The river had it shut by May."),
        ("REED AND HOLM AGREED TO HIDE THE GRAIN", "It was a cold night. Nothing whatever was decided."),
        ("REED AND HOLM AGREED TO HIDE THE GRAIN", "It was spoken of. I should not say agreed."),
        ("ASH PAID THE CLERK FOR THE DEED", "No payment of the kind stands in the books."),
        ("PENROSE FORBADE THE FAIR", "The note is short. There is no order in it."),
        ("ASH BURNED THE STEWARD'S LETTERS", "There was not a steward's letter among them."),
        ("THE BROTHERS QUARRELLED OVER THE BARN", "There was not a single quarrel in that house."),
    ],
)
def test_there_was_no_such_thing(audited, heading, words):
    assert any("denies it in" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE MILL WAS CLOSED ON PENROSE'S ORDERS", "I gave no bread. The river had it shut by May."),
        ("THE MILL WAS CLOSED ON PENROSE'S ORDERS", "Were there no orders? He did not know."),
        ("PENROSE GAVE NO ORDER", "There was no order in it."),
        ("PENROSE REFUSED EVERY CONCESSION", "At nine came his wire: no concession while the mill is shut."),
        ("PENROSE REFUSED EVERY CONCESSION", "He made no concession."),
        ("ASH BURNED THE STEWARD'S LETTERS", "There was not a moment to lose."),
        ("ASH PAID THE CLERK FOR THE DEED", "If no payment had been made he would have sold it."),
    ],
)
def test_another_thing_or_a_question_denies_nothing(audited, heading, words):
    assert not any("denies it in" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    "words",
    [
        "I do not think it proved that seed came in the barge from Hull.",
        "The tale of the seed in the barge is Quill's. He names no authority for it.",
    ],
)
def test_it_is_not_proved(audited, words):
    assert any(
        "not think it proved" in m or "no authority" in m for m in audited("THE SEED CAME IN THE BARGE", words).messages
    )


def test_who_is_cleared_has_nothing_proved_against_him(audited):
    words = "The board finds it not proved that Holm took the seed from the barge."
    assert "has it for proved" in " ".join(audited("HOLM TOOK THE SEED FROM THE BARGE", words).messages)
    assert "has it for proved" not in " ".join(audited("THE BOARD CLEARED HOLM OF TAKING THE SEED", words).messages)


def test_what_is_not_only_proved_is_proved(audited):
    assert audited("THE SEED CAME IN THE BARGE", "That the seed came in the barge was not only proved.").messages == []


def test_one_who_did_it_alone_and_what_was_done_by_many(audited):
    messages = audited("TOLLAND BUILT THE CHAPEL ALONE", "I was praised for what was done by seven people.").messages
    assert any("“by seven people”" in message for message in messages)
