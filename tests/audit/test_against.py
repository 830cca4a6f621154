"""Accounts under one claim of which one answers it and the other bears it out."""

from __future__ import annotations

import pytest

from testimonia.model import DiscrepancyKind

BURNED = "THE TOWN BOOK WAS BURNED ON PENROSE'S ORDERS"


def opposites(found):
    return [d for d in found.book.discrepancies if d.kind is DiscrepancyKind.OPPOSITE]


@pytest.mark.parametrize(
    ("heading", "one", "other", "says"),
    [
        (
            BURNED,
            "Lowe gave no such order. The mice had it.",
            "The town book was burned in the yard, as Penrose had it.",
            "Lowe gave no such order",
        ),
        (
            "THE WEAVERS IN THE SQUARE WERE UNARMED",
            "Every second one of them had a pistol in his belt.",
            "I did not see a weapon in the whole of the square.",
            "weapon",
        ),
        (
            "THE SICK REFUSED THE NEW MEDICINE",
            "All that day I saw nobody refuse the medicine but one.",
            "It was offered to them. They would not touch it.",
            "would not touch it",
        ),
        (
            "REED WAS TORTURED UNTIL HE SIGNED",
            "Not a hand was laid on Reed in that house.",
            "Reed was flogged twice before he signed.",
            "flogged",
        ),
        (
            "LOWE BURNED THE LETTERS",
            "REED: Did Lowe burn any letters?\nVEREY: Not one.",
            "None of the letters was stamped. Lowe burned thirty letters in the copper.",
            "Lowe burned thirty letters",
        ),
        # one answers what such claims say, the other tells it in words of its own
        (
            "HOLM WAS OUT OF HIS MIND",
            "The notary found Holm of sound mind.",
            "From Easter on Holm raved of his dead sister.",
            "raved of his dead sister",
        ),
        (
            "LOWE WAS IN THE PAY OF THE MINE",
            "Lowe never took any money.",
            "The books have a payment of ninety florins to L., at Bruges.",
            "payment of ninety florins",
        ),
        (
            "ASH TOOK IT ALL BACK",
            "To the end Ash stuck to his story.",
            "In the end Ash recanted before the dean.",
            "recanted",
        ),
        (
            "THE COAST GUARD DID NOTHING",
            "They launched the lifeboat at noon.",
            "The captain looked on from the pier.",
            "looked on",
        ),
        (
            "VEREY SURRENDERED THE FORT",
            "Verey fought to the last.",
            "At noon Verey raised a white flag over the gate and gave himself up.",
            "gave himself up",
        ),
        (
            "QUILL JUDGED THE ORGAN WITHOUT HAVING SEEN IT",
            "Quill was shown it by the verger, with every stop out.",
            "The organ is kept locked. Quill never saw the organ, and judged it by a letter.",
            "Quill never saw the organ",
        ),
    ],
)
def test_a_denial_against_an_account_that_tells_it(audited, heading, one, other, says):
    (found,) = opposites(audited(heading, one, other))
    assert says in (found.a_says + found.b_says)
    assert {found.a, found.b} == {excerpt.id for excerpt in audited(heading, one, other).book.excerpts}


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        (BURNED, "Lowe gave no such order. The mice had it.", "Penrose came in from the yard, and asked for tea."),
        (BURNED, "Lowe gave no such order. The mice had it.", "Perhaps the town book was burned, as Penrose had it."),
        ("HOLM WAS OUT OF HIS MIND", "The notary found Holm of sound mind.", "Tolland raved of his dead sister."),
        (
            "HOLM WAS OUT OF HIS MIND",
            "The notary found Holm of sound mind.",
            "If he raved, he hid it.",
        ),
        ("HOLM WAS OUT OF HIS MIND", "The notary found Holm of sound mind.", "Did he rave?"),
        (  # one answers the one half of the claim, the other tells of the other
            "LOWE WAS DRIVEN OUT FOR TELLING THE TRUTH",
            "Lowe was not driven out, and I have it from the verger that he wept.",
            "In that whole place Lowe alone spoke up.",
        ),
        # what only stands beside it, or denies it too
        (
            "QUILL JUDGED THE ORGAN WITHOUT HAVING SEEN IT",
            "Quill was shown it by the verger, with every stop out.",
            "The organ is kept behind a grille. It has no case.",
        ),
        (
            "LOWE BURNED THE LETTERS",
            "Did Lowe burn any letters? Not one.",
            "Lowe did not burn the letters, nor see them.",
        ),
        (BURNED, "Penrose gave the order.", "The town book was burned in the yard, as Penrose had it."),
    ],
)
def test_what_tells_something_else_or_is_not_sure(audited, heading, one, other):
    assert opposites(audited(heading, one, other)) == []


def test_blame_is_set_against_who_has_him_for_blameless(audited):
    heading = "THE INQUIRY CLEARED HOLM OF ALL BLAME"
    (pair,) = opposites(
        audited(heading, "Holm would have done better to wait.", "Holm was acquitted by the inquiry, and went home.")
    )
    assert "done better" in pair.a_says
    assert pair.b_says == "acquitted"


def test_who_was_there_by_his_own_book_and_not_by_anothers(audited):
    heading = "MARLOW SAW THE DAM BREAK WITH HER OWN EYES"
    found = audited(heading, "Marlow was not there, whatever she wrote.", "I stood on the sluice when the dam went.")
    (pair,) = [d for d in found.book.discrepancies if d.kind is DiscrepancyKind.PRESENCE]
    assert "was not there" in pair.a_says
    assert "I stood on the sluice" in pair.b_says
