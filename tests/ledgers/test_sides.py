"""Who pays and who is paid, and who or what else is put to a payment."""

from __future__ import annotations

import pytest


def test_two_sums_are_two_rows_each_with_its_receiver(read, rows) -> None:
    assert rows(read("Of this Ash gave 1000 rubles to Reed and 800 to Holm."), "payments") == [
        "payer=ash payee=reed 1000 rubles [author:marlow]",
        "payer=ash payee=holm 800 [author:marlow]",
    ]


def test_two_receivers_of_one_verb_have_a_sum_each(read, rows) -> None:
    book = read("Ash paid Reed ten pounds and Holm five pounds.")
    assert rows(book, "payments") == [
        "payer=ash payee=reed ten pounds [author:marlow]",
        "payer=ash payee=holm five pounds [author:marlow]",
    ]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Reed admitted being paid 40 marks by Ash.", "payee=reed payer=ash 40 marks [reed]"),
        ("Ash lent a pilot thirty pounds.", "payer=ash payee=a pilot thirty pounds [author:marlow]"),
        ("Ash gave 500 francs to say so.", "payer=ash 500 francs [author:marlow]"),
    ],
)
def test_a_side_is_read_from_word_order_and_prepositions(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "payments") == [row]


def test_the_place_stands_in_the_row(read) -> None:
    (entry,) = read("Ash paid Reed 40 marks in his office.").entries
    assert [part.name for part in entry.parts if part.role == "where"] == ["in his office"]
