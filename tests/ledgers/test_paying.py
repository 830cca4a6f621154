"""Whether a verb of giving or taking tells a payment."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "Did Ash give Reed 500 francs?",
        "Ash never gave Reed 500 francs.",
        "Ash paid Reed a visit.",
        "Ash would give Reed money.",
        "Ash gave Reed a letter.",
        "Ash took the oath before Reed.",
        "Five hundred francs lay on the table of Ash.",
        "Reed received a reward of merit from Ash.",
        "Ash gave Reed the loan of a boat.",
        "Fifty pounds of sugar were given by Ash to Reed.",
        "Ash sent Reed a report on wages.",
    ],
)
def test_what_is_no_payment_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "payments") == []


def test_a_promise_with_a_sum_is_kept_with_little_confidence(read) -> None:
    (entry,) = read("Ash promised to pay Reed 500 francs.").entries
    assert entry.confidence <= 0.5
    assert "promised or ordered, not said to be paid" in [reason.rule for reason in entry.reasons]


@pytest.mark.parametrize(
    "words",
    ["Ash sent Reed the advance.", "The paid agent met Reed.", "Ash paid Reed little attention."],
)
def test_a_word_for_paying_may_be_no_verb_of_it(read, rows, words: str) -> None:
    assert rows(read(words), "payments") == []


def test_what_others_allege_is_kept_with_little_confidence(read) -> None:
    (entry,) = read("It was alleged that Ash paid Reed 500 francs.").entries
    assert entry.confidence <= 0.4
    assert "told as what others state" in [reason.rule for reason in entry.reasons]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash paid Reed.", "payer=ash payee=reed [author:marlow]"),
        ("Reed was paid by Ash.", "payee=reed payer=ash [author:marlow]"),
        ("The money was given by Ash to Reed.", "payer=ash payee=reed [author:marlow]"),
        ("Fifty pounds were given by Ash to Reed.", "payer=ash payee=reed Fifty pounds [author:marlow]"),
        ("Reed received a loan of 500 francs from Ash.", "payee=reed payer=ash 500 francs [author:marlow]"),
        ("Ash gave Reed money.", "payer=ash payee=reed [author:marlow]"),
    ],
)
def test_the_verb_alone_or_money_as_its_subject_tells_a_payment(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "payments") == [row]
