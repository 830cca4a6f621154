"""Who led, in accounts under one claim."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "The bearers came up with Ash at their head.",
            "Six bearers went up, and Reed led.",
            "name: Ash at their head | ",
        ),
        (
            "The bearers were led by Ash.",
            "Under the command of Reed the bearers came.",
            "name: led by Ash | command of Reed",
        ),
        (
            "Ash was in charge of the bearers.",
            "Reed commanded the bearers.",
            "name: Ash was in charge | Reed commanded",
        ),
    ],
)
def test_one_company_has_one_leader(tell, shortly, one, other, short):
    assert any(s.startswith(short) for s in shortly(tell(("THE BEARERS", one), ("THE BEARERS", other))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bearers were led by Ash.", "Ash led the bearers, and later Reed led them."),
        ("The bearers were led by Ash.", "Reed led to nothing but grief."),
        ("The bearers were led by Ash.", "The choir was led by Reed."),
        ("The bearers were led by Ash.", "Reed hit him on the head."),
        ("The first bearers were led by Ash.", "The second bearers were led by Reed."),
    ],
)
def test_who_led_others_or_led_too_is_no_rival(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE BEARERS", one), ("THE BEARERS", other))) if "led" in s] == []


def test_what_did_the_same_in_the_same_words_is_one_thing(tell, shortly):
    one = "Some forty families have moved out to the moor chapel with what they could lift."
    other = "Four hundred people have moved out to the moor chapel with what they could lift."
    assert shortly(tell(("THE HILL", one), ("THE HILL", other))) == [
        "number: Some forty families | Four hundred people"
    ]


def test_what_one_man_got_is_no_rival_of_what_the_rest_got(tell, shortly):
    one = "All of them pleaded guilty, and all received a light sentence of two years imprisonment for the wharf fire."
    other = "For the wharf fire Ash, who pleaded guilty, received a sentence of ten years imprisonment."
    assert [s for s in shortly(tell(("THE FIRE", one), ("THE FIRE", other))) if s.startswith("number")] == []


def test_two_who_commanded_and_nobody_says_whom_are_rivals(tell, shortly):
    one = "With the lamp out, Ash, who gave the word, had new gloves on."
    other = "They let him finish, I will say that for Reed, who commanded."
    assert shortly(tell(("THE WALL", one), ("THE WALL", other))) == [
        "name: Ash, who gave the word | Reed, who commanded"
    ]


CREW = "All of them swore to hidden dealings with Ash, and to a smugglers' ring of fifteen fishing cutters"


def test_one_ring_has_one_head_or_two(tell, shortly):
    one = f"{CREW} headed by Ash and Reed."
    other = f"{CREW}, and they swore that Ash was the head of the ring."
    found = shortly(tell(("THE CUTTERS", one), ("THE WHARF", other)))
    assert "name: headed by Ash and Reed | head" in found


@pytest.mark.parametrize(
    "other",
    [
        "They swore that Ash was the head of the guild of glaziers.",
        f"{CREW}, and that Reed and Ash were heads of it, which was headed by Reed and Ash.",
    ],
)
def test_heads_of_another_thing_and_the_same_heads_are_no_rivals(tell, shortly, other):
    found = shortly(tell(("THE CUTTERS", f"{CREW} headed by Ash and Reed."), ("THE WHARF", other)))
    assert [s for s in found if s.startswith("name: headed by Ash and Reed")] == []
