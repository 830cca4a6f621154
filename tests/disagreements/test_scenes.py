"""Where something befell somebody, what he was paid, and whether he was there: under the claim that tells of it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "QUILL WAS SHOT IN THE GARDEN",
            "Quill was shot on the stairs, with his candle in his hand.",
            "He fell in the garden, by the medlar, and the dog howled.",
            "place: shot on the stairs | fell in the garden",
        ),
        (
            "QUILL CAME TO A BAD END",
            "They had murdered Quill, the cooper, in his own garden.",
            "Quill was butchered in his bed.",
            "place: murdered Quill, the cooper, in his own garden | butchered in his bed",
        ),
        (
            "THE RISING OF THE BARGEMEN",
            "Some four hundred men answered the horn.",
            "I counted a hundred and twenty men, some with oars.",
            "number: Some four hundred men | a hundred and twenty men",
        ),
        (
            "THE JURY PITIED LOWE",
            "They divided seven to five upon Lowe.",
            "Upon Lowe the vote was eight to four.",
            "number: seven to five | eight to four",
        ),
        (
            "LOWE WAS A MAN OF THE HARBOUR",
            "Lowe was born in a port, and had its way of speaking.",
            "Lowe was born in 1870 at Tarnowa, a schoolmaster's son.",
            "place: born in a port | born in 1870 at Tarnowa",
        ),
        (
            "THE MAYOR WAS AT THE MEETING",
            "The mayor sat beside me and cracked nuts.",
            "The mayor was at Bristol the whole of that week.",
            "presence: mayor sat | mayor was at Bristol",
        ),
        (
            "LOWE WAS AT HIS MOTHER'S TABLE",
            "Lowe was at the table until the lamps went out.",
            "My man saw Lowe at ten at the corner of the square, walking fast.",
            "presence: was at the table | saw Lowe at ten at the corner",
        ),
        (
            "LOWE WAS IN THE HOUSE WHEN IT FELL",
            "Lowe was in the kitchen when the chimney went.",
            "Lowe had gone to Bristol on the Monday.",
            "presence: Lowe was in the kitchen | gone to Bristol",
        ),
        (
            "PENROSE WAS NEVER QUESTIONED",
            "Penrose was examined for two hours, and came out white.",
            "Penrose did not appear, and sent a letter.",
            "presence: Penrose was examined | Penrose did not appear",
        ),
        (
            "THE CHILDREN OF LOWE WERE ALL KILLED",
            "All five of the children were killed.",
            "Three of the children died, and two were at school.",
            "number: five of the children | Three of the children",
        ),
        (
            "THE WIDOW WAS PAID TO KEEP SILENT",
            "She had forty pounds from the trustees, in a stocking.",
            "The widow was paid sixty guineas and a cow.",
            "amount: forty pounds | sixty guineas",
        ),
        (
            "THE WAVE WAS FORTY FEET HIGH",
            "It stood up thirty feet at the least.",
            "By the mark on the mill it was three metres.",
            "number: thirty feet | three metres",
        ),
        (
            "WHAT BECAME OF MARSDEN",
            "Marsden was hanged on the Monday.",
            "Marsden died in his bed, a churchwarden.",
            "outcome: was hanged | died in his bed",
        ),
        (
            "WHAT BECAME OF MARSDEN",
            "Marsden fell to his death at the quarry.",
            "Marsden was carried off by an avalanche, as the papers have it.",
            "outcome: fell to his death | carried off by an avalanche",
        ),
        (
            "WHAT BECAME OF MARSDEN",
            "Marsden was drowned at the bar.",
            "Marsden died of a fever in the spring.",
            "outcome: was drowned | died of a fever",
        ),
        (
            "WHAT BECAME OF MARSDEN",
            "Marsden was executed in the ditch of the fort.",
            "Marsden escaped to Sweden and kept a shop.",
            "outcome: was executed | escaped to",
        ),
        (
            "WHAT BECAME OF MARSDEN",
            "Marsden was drowned in the ford.",
            "Marsden died of his wounds in the cart.",
            "outcome: was drowned | died of his wounds",
        ),
        (
            "THE BREAKWATER WAS RAISED AFTER",
            "When did the breakwater collapse? On the 5th of March, before light.",
            "The breakwater collapsed on the 7th of March, on a flat calm.",
            "date: 5th of March | 7th of March",
        ),
        (
            "PENROSE WAS RUINED",
            "Penrose hanged himself in his office.",
            "Penrose died at Torquay of a chill.",
            "outcome: hanged himself | died at Torquay of a chill",
        ),
        (
            "THE MILL WAS SOLD TO STRANGERS",
            "The mill was sold in March 1871 to a firm from Leeds.",
            "The sale of the mill took place on the 5th of June 1872, in the rain.",
            "date: March 1871 | 5th of June 1872",
        ),
        (
            "LOWE WAS ARRESTED AT SUPPER",
            "Lowe was arrested on the 4th of May, with the spoon in his hand.",
            "Lowe was arrested in June, on the road to the fair.",
            "date: 4th of May | June",
        ),
        (
            "THE ALARM WAS GIVEN LATE",
            "The bell went at a quarter to three by the kitchen clock.",
            "It was striking two when the sexton took the rope.",
            "date: a quarter to three | two",
        ),
    ],
)
def test_accounts_under_a_claim_answer_it_differently(tell, shortly, claim: str, one: str, other: str, short: str):
    assert shortly(tell((claim, one), (claim, other))) == [short]


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("QUILL WAS SHOT", "Quill was shot in the garden.", "Quill had buried a sister in the churchyard."),
        ("QUILL WAS SHOT", "Quill was shot at Bristol.", "Quill was shot on the stairs."),  # a house stands in a town
        ("QUILL WAS SHOT", "Quill was shot on the stairs.", "Quill was not shot in the garden."),
        ("QUILL WAS SHOT", "Quill was shot on the doorstep.", "Quill was shot in the doorway."),
        ("LOWE WAS THERE", "Lowe was in the kitchen.", "Lowe was at Bristol all the week."),  # where the kitchen may be
        ("THE WIDOW WAS PAID", "She was promised forty pounds.", "The widow was paid sixty guineas."),
        ("THE WIDOW WAS PAID", "She had forty pounds, and ninety pounds at Lent.", "The widow was paid sixty guineas."),
        ("THE WAVE WAS FORTY FEET HIGH", "It stood up thirty feet.", "It was some nine metres."),  # one and the same
        ("THE WAVE DROWNED THE MILL", "It stood up thirty feet.", "The mill stands nine feet off the road."),
    ],
)
def test_other_places_sums_and_measures_are_no_answers(tell, claim: str, one: str, other: str):
    kinds = {d.kind.value for d in tell((claim, one), (claim, other)).discrepancies}
    assert not kinds & {"place", "amount", "number", "presence"}


def test_an_answer_may_date_otherwise_what_was_asked(tell, shortly):
    words = "You resigned on the 12th of March? I asked for leave then. I resigned in May, from Brest."
    assert shortly(tell(("QUILL RESIGNED", words))) == ["date: 12th of March | May"]
    words = "You came on the 12th of March? I resigned in May."
    assert not tell(("QUILL RESIGNED", words)).discrepancies
