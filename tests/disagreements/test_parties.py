"""Between whom one thing was, and groups of people."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "other",
    [
        "On 14 May 1871 the clerk wrote down the interview between Reed, Holm and Ash.",
        "He wrote on 14 May 1871 of the interview of Ash with Reed and Holm.",
    ],
)
def test_one_interview_is_between_the_same_people(tell, shortly, other):
    one = "An interview between Ash and the long since pardoned Reed was held on 8 May 1871."
    assert [s for s in shortly(tell(("THE WEIR", one), ("THE MILL", other))) if s.startswith("presence")] != []


@pytest.mark.parametrize(
    "other",
    [
        "On 14 May 1873 the clerk wrote down the interview between Reed, Holm and Ash.",
        "On 14 May 1871 the clerk wrote down the interview between Holm and Ash.",
        "On 14 May 1871 the clerk wrote down the interview between Reed and Ash. Holm was late.",
        "On 14 May 1871 the clerk wrote down the quarrel between Reed, Holm and Ash.",
        "The second interview between Reed, Holm and Ash was held on 14 May 1871.",
        "An interview between Reed, Holm and Ash was held on 14 May 1871.",
        "An interview between Reed and Ash with Holm as scribe was held on 8 May 1871.",
    ],
)
def test_other_days_and_other_occasions_are_not_set_side_by_side(tell, shortly, other):
    one = "An interview between Ash and the long since pardoned Reed was held on 8 May 1871."
    assert [s for s in shortly(tell(("THE WEIR", one), ("THE MILL", other))) if s.startswith("presence")] == []


GROUP = "Ash, Reed, Holm, Penrose and Lowe"
LARGER = "Quill, Ash, Verey, Reed, Holm, Penrose, Lowe"


def test_a_group_that_stands_together_nowhere_else_is_one(tell, shortly):
    told = (("THE WEIR", f"{GROUP} wanted the sluice mended."), ("THE MILL", f"{LARGER}: for mending at once."))
    assert shortly(tell(*told)) == [f"presence: {GROUP} | {LARGER}"]
    sung = (told[0], ("THE MILL", f"{LARGER} sang in a choir."))
    assert [s for s in shortly(tell(*sung)) if s.startswith("presence")] == []
    spread = shortly(tell(*told, ("THE BARN", "Ash, Reed, Holm and Brack dined.")))
    assert [s for s in spread if s.startswith("presence")] == []
    near = (("THE WEIR", f"Quill and Verey began. {GROUP} wanted the sluice mended."), told[1])
    assert [s for s in shortly(tell(*near)) if s.startswith("presence")] == []
