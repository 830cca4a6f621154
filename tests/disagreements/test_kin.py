"""What two people were to each other."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("Then came Ash's sister, Reed.", "Reed (Ash's cousin) kept the shop.", "name: Ash's sister, Reed | Reed"),
        ("Then came Ash's former wife, Reed.", "Reed [Ash's wife] kept the shop.", "name: Ash's former wife"),
        ("Reed, nephew of Ash, kept the shop.", "Ash's son Reed was idle.", "name: Reed, nephew of Ash"),
    ],
)
def test_two_people_are_one_thing_to_each_other(tell, shortly, one, other, short):
    assert any(s.startswith(short) for s in shortly(tell(("THE SHOP", one), ("THE SHOP", other))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Then came Ash's sister, Reed.", "Reed, sister of Ash, kept the shop."),
        ("Then came Ash's wife, Reed.", "Reed, Ash's widow, kept the shop."),
        ("Then came Ash's sister, Reed.", "Then came Ash's cousin, Holm."),
        ("Then came Ash's sister. Reed was late.", "Reed (Ash's cousin) kept the shop."),
        ("Ash's late wife Reed had kept it.", "Ash's wife Reed kept the shop."),
    ],
)
def test_the_same_in_other_words_or_of_others_is_no_rival(tell, shortly, one, other):
    assert shortly(tell(("THE SHOP", one), ("THE SHOP", other))) == []
