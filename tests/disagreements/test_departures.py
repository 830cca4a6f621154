"""On which day somebody left or came."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ash made off and was gone on the Tuesday.", "Ash stayed with us until the Friday."),
        ("The doctor rode away on the Tuesday.", "The doctor was at the mill until the Friday."),
        ("Reed had it that he came back on Easter.", "He came home to the mill on the Friday."),
    ],
)
def test_one_person_leaves_on_one_day(tell, shortly, one, other):
    found = shortly(tell(("ASH LEFT THE MILL", one), ("ASH LEFT THE MILL", other)))
    assert [s for s in found if s.startswith("date")] != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ash rode away on the Tuesday.", "Reed rode away on the Friday."),
        ("Ash rode away on the Tuesday.", "Ash came back on the Friday."),
        ("Ash rode away on the Tuesday.", "Ash did not go on the Friday."),
        ("Ash rode away on the Tuesday. He left again on the Friday.", "Ash left on the Sunday again."),
        ("Ash rode away on the Tuesday.", "Ash sang until the Friday."),
        ("Ash went to the bank on the Tuesday.", "Ash went to the fair on the Friday."),
        ("Ash left for Lisbon on the Tuesday.", "Ash left the house on the Friday."),
        ("Ash drove to town on the Tuesday.", "Ash rode out on the Friday to shoot."),
        ("Ash came home at Christmas.", "At Easter Ash came to stay."),
    ],
)
def test_others_and_other_ways_are_no_rivals(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE MILL", one), ("THE MILL", other))) if s.startswith("date")] == []
