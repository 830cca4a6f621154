"""The sum of a payment where it does not stand beside its word for money."""

from __future__ import annotations


def test_what_was_received_and_passed_on_are_two_rows(read, rows) -> None:
    book = read("Reed, who received 700 marks from Ash and handed them over that night to Holm, wept.")
    assert rows(book, "payments") == [
        "payee=reed payer=ash 700 marks [author:marlow]",
        "payer=reed payee=holm 700 marks [author:marlow]",
    ]


def test_a_bare_number_is_a_sum_where_money_was_spoken_of(read, rows) -> None:
    book = read("Ash gave Holm 40,000 marks. Holm transferred 15,000 to Reed.")
    assert rows(book, "payments") == [
        "payer=ash payee=holm 40,000 marks [author:marlow]",
        "payer=holm payee=reed 15,000 [author:marlow]",
    ]


def test_a_bare_number_is_no_sum_where_no_money_was_spoken_of(read, rows) -> None:
    assert rows(read("Ash transferred 15,000 to Reed."), "payments") == []


def test_what_was_passed_on_without_a_giver_is_told_once(read, rows) -> None:
    book = read("Ash paid Reed 40 marks, handing it over at once.")
    assert rows(book, "payments") == ["payer=ash payee=reed 40 marks [author:marlow]"]
