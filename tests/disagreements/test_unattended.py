"""Whether somebody was alone, told differently in accounts under one claim."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Reed sat on the weir until dark, with not one neighbour near him.",
            "The miller Quill stood at Reed's elbow and held the lamp.",
            ["presence: with not one neighbour near him | stood at Reed's elbow"],
        ),
        (
            "Reed, alone as ever, was on the weir when it broke.",
            "The weir broke beneath Reed and a servant, and the water took them.",
            ["presence: alone | Reed and a servant"],
        ),
        ("Reed died alone, at the weir-house.", "His sons were round the bed to the end.", 1),
        ("Reed climbed alone, as ever.", "Two guides were with Reed when the rope broke.", 1),
        ("Reed climbed alone, as ever.", "Two guides were with Quill when the rope broke.", 0),
        ("Reed walked out to the weir by himself.", "Quill went with him as far as the lock.", 1),
        ("Reed walked out to the weir by himself.", "Nobody went with him as far as the lock.", 0),
        ("Reed walked out to the weir by himself.", "Quill took the lamp with him.", 0),
        ("Reed walked alone to the well each morning.", "At night Quill was with him in the barn.", 0),
        ("Reed died alone, in the night.", "The doctor was at the bedside of the elder girl.", 0),
        ("The book was written by himself.", "Quill sat beside him.", 0),
        ("Reed alone of the guests spoke.", "Quill sat beside him.", 0),
        ("Let him alone.", "Quill sat beside him.", 0),
        ("Reed stood alone at the weir.", "Quill stood at Holm's elbow.", 0),  # somebody else's
        ("Reed stood alone at the weir.", "Reed and his pride were talked of.", 0),
    ],
)
def test_who_was_alone_had_nobody_beside_him(tell, shortly, one, other, short):
    told = shortly(tell(("THE WEIR BROKE UNDER REED", one), ("THE WEIR BROKE UNDER REED", other)))
    told = [s for s in told if s.startswith("presence")]
    assert (len(told) if isinstance(short, int) else told) == short


def test_under_another_claim_it_is_another_time(tell, shortly):
    book = tell(("THE WEIR", "Reed stood alone at the weir."), ("THE FAIR", "Quill stood at Reed's elbow."))
    assert shortly(book) == []
