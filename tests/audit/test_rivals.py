"""Another course of things, and another doer."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("HOLM STOLE THE CHALICE", "The chalice was given to Holm by the vicar."),
        ("THE CHALICE WAS STOLEN", "The chalice was lost on the road."),
        ("QUILL WAS DISMISSED", "In March Quill handed in his resignation, and the board took it with regret."),
        ("THE MATE CUT THE CABLE", "The end lies in the museum. It is frayed for a yard."),
        ("HOLM FORGED THE WILL", "There were two experts. One of them thought it genuine."),
        ("THE LETTER WAS INTERCEPTED", "The letter was misdirected, and came back with four marks."),
        ("THE VICAR BURNED THE BOOKS", "Old Ash was wont to say that it was the sexton who put the books on the fire."),
        ("THE REEVE HAD THE BARN BURNED", "‘It was Penrose who asked for the barn to be burned,’ he wrote."),
    ],
)
def test_it_came_about_otherwise(audited, heading, words):
    assert audited(heading, words).audit.profile == "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("QUILL WAS DISMISSED", "Quill was dismissed, and his clerk sent in his resignation."),
        ("QUILL WAS DISMISSED", "Would his resignation have been taken? Nobody asked."),
        ("THE VICAR BURNED THE BOOKS", "It was the vicar who put the books on the fire."),
        ("THE VICAR BURNED THE BOOKS", "It was known that the vicar burned the books."),
        ("THE MATE CUT THE CABLE", "A cable that has broken has a brush."),
        ("THE MATE CUT THE CABLE OR IT FRAYED", "The cable is frayed."),
        ("THE PIER WAS REBUILT AFTER THE GALE", "The gale carried the pier away. It was built again in iron."),
        ("HOLM STOLE THE CHALICE", "Holm had it under his coat. The stair gave way and he fell with it."),
        ("THE CHALICE WAS STOLEN", "The chalice is not in the press. The sexton lost his temper over it."),
        ("HOLM STOLE THE CHALICE", "Holm had it under his coat. His aunt lent a hand with the sack."),
        ("HOLM STOLE THE CHALICE", "Holm had it under his coat. He gave it back to the vicar at Easter."),
        ("HOLM STOLE THE CHALICE", "Holm had it under his coat. The vicar gave him no lamp for the road."),
        ("THE VICAR BURNED THE BOOKS", "It was the sexton who rang the bell."),
    ],
)
def test_it_is_no_other_course(audited, heading, words):
    assert audited(heading, words).audit.profile != "contradicted"
