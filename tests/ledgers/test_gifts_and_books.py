"""Payments named by a noun, told by a price, entered in books; sums without a number."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("A payment of £40 to Ash stands in the book.", "payee=ash £40 [author:marlow]"),
        ("A bribe of fifty crowns from Ash went to Reed.", "payer=ash payee=reed fifty crowns [author:marlow]"),
        ("Ash made a present of ten pesos to Reed.", "payer=ash payee=reed ten pesos [author:marlow]"),
        ("Reed was given a grant of 300 francs by Ash.", "payee=reed payer=ash 300 francs [author:marlow]"),
        ("Ash borrowed £9 from Reed.", "payee=ash payer=reed £9 [author:marlow]"),
        ("I gave Mrs. Ash forty pounds for the roof.", "payer=author:marlow payee=ash for=the roof forty pounds"),
        ("Ash had his fee of ten guineas from Reed.", "payee=ash payer=reed ten guineas [author:marlow]"),
        ("My mother used to give Ash a shilling.", "payer=My mother payee=ash a shilling [author:marlow]"),
        ("To Ash I sent five crowns.", "payer=author:marlow payee=ash five crowns [author:marlow]"),
        ("Ash wrote it down, having in the meantime been paid by Reed.", "payee=ash payer=reed"),
        ("Ash asked for the bill and paid it.", "payer=ash"),
        ("The mate gave Ash a dollar.", "payer=The mate payee=ash a dollar [author:marlow]"),
        ("Ash bought the boat from Reed for £12.", "payer=ash payee=reed for=the boat £12 [author:marlow]"),
        ("Ash sold his mule to Reed for nine crowns.", "payee=ash payer=reed for=his mule nine crowns [author:marlow]"),
        ("Ash had thirty crowns of Reed in May.", "payee=ash payer=reed thirty crowns [author:marlow]"),
        ("Ash lent the cooper, Reed, ten marks.", "payer=ash payee=reed ten marks [author:marlow]"),
        ("Ash paid my passage home.", "payer=ash [author:marlow]"),
        ("To Mr. Ash, Skarra, for rope: 4s. 6d.", "payee=ash for=rope 4s. 6d [author:marlow]"),
        ("Recd. of Ash, £3.", "payer=ash £3 [author:marlow]"),
        ("14 September, Ash, £2 10s.", "payee=ash £2 10s. [author:marlow]"),
    ],
)
def test_a_payment_is_read(read, rows, words: str, row: str) -> None:
    (found,) = rows(read(words), "payments")
    assert found.removesuffix(" [author:marlow]") == row.removesuffix(" [author:marlow]")


@pytest.mark.parametrize(
    "words",
    [
        "Ash would have paid Reed ten marks.",
        "Ash asked for a loan of ten marks from Reed.",
        "Ash was promised a gift of ten marks by Reed.",
        "Ash would not sell the mule to Reed for nine crowns.",
        "Ash gave Reed a pound of butter.",
        "Ash took ten pounds out of the till.",
        "Ash spoke of a loan of ten pounds to Reed.",
        "A gift of £5 to Reed was suggested by Ash.",
        "Ash was to have a fee of ten guineas from Reed.",
        "Ash denied the gift of ten pounds to Reed.",
        "Ash bought the boat and sailed it for ten pounds to Reed's island.",
        "If that year Ash had paid Reed ten marks, he would have stayed.",
    ],
)
def test_what_was_not_paid_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "payments") == []
