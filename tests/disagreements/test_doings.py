"""Deeds denied of somebody and told of him."""

from __future__ import annotations

import random

from testimonia.disagreements.doings import denied_and_done
from testimonia.disagreements.sayings import Sayings
from testimonia.disagreements.settings import Settings


def sentences(beginning: str, number: int, seed: int) -> str:
    """As many sentences of one beginning, each of a word of its own."""
    dice = random.Random(seed)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    return " ".join(f"{beginning} the {''.join(dice.choices(syllables, k=4))}." for _ in range(number))


def test_a_deed_denied_and_told_are_set_side_by_side(tell, shortly):
    told = tell(("THE FERRY", "Reed never saw the wherry."), ("THE FERRY", "At ten Reed saw the wherry, says Holm."))
    assert "opposite: never saw | saw" in shortly(told)


def test_many_denials_and_many_deeds_are_set_side_by_side_in_little_time(tell, within):
    denials, deeds = sentences("Reed never saw", 700, 1), sentences("At night Reed saw", 700, 2)
    book = tell(("THE FERRY", denials + " Reed never saw the wherry."), ("THE FERRY", "Reed saw the wherry. " + deeds))
    sayings = Sayings(book)
    settings = Settings(book, sayings)
    with within(1.5):
        found = list(denied_and_done(book, sayings, settings))
    assert found


def test_what_is_paid_for_is_no_payment_to_anybody(tell, shortly):
    denied = ("REED BOUGHT THE CLERK", "Reed paid the man nothing.")
    assert shortly(tell(denied, ("REED BOUGHT THE CLERK", "The boy remembers that Reed had paid for the wine."))) == []
    assert shortly(tell(denied, ("REED BOUGHT THE CLERK", "The boy remembers that Reed had paid the man.")))
