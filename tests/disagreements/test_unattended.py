"""Whether somebody was alone, told differently in accounts under one claim."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Reed sat on the weir until dark, with not one neighbour near him.",
            "The miller Quill stood at Reed's elbow on the weir.",
            ["presence: with not one neighbour near him | stood at Reed's elbow"],
        ),
        (
            "Reed, alone as ever, was on the weir when it broke.",
            "The weir broke beneath Reed and a servant, and the water took them.",
            ["presence: alone | Reed and a servant"],
        ),
        ("Reed died alone, at the weir-house.", "His sons were round the bed to the end.", 1),
        ("Reed climbed alone to the ridge, as ever.", "Two guides were with Reed on the ridge.", 1),
        ("Reed climbed alone to the ridge, as ever.", "Two guides were with Quill on the ridge.", 0),
        ("Reed walked out to the weir by himself.", "Quill went with him to the weir.", 1),
        ("Reed walked out to the weir by himself.", "Nobody went with him to the weir.", 0),
        ("Reed walked out to the weir by himself.", "Quill took the lamp to the weir with him.", 0),
        ("Reed walked alone to the well each morning.", "At night Quill was with him at the well.", 0),
        ("Reed died alone, in the night.", "The doctor was at the bedside of the elder girl.", 0),
        ("The book was written by himself.", "Quill sat beside him with the book.", 0),
        ("Reed alone of the guests spoke.", "Quill sat beside him among the guests.", 0),
        ("Let him alone.", "Quill sat beside him.", 0),
        ("Reed stood alone at the weir.", "Quill stood at Holm's elbow by the weir.", 0),  # somebody else's
        ("Reed stood alone at the weir.", "Quill stood at Reed's elbow at the fair.", 0),  # of another scene
        ("Reed went out alone to the boat.", "Reed and his wife had met in the boat in 1890.", 0),
        ("Reed fished alone on the pier.", "Quill waited with him in the boat for the tide at the pier.", 0),
        ("Reed lay alone in the boat.", "Reed and his boat were talked of.", 0),
        ("Reed went home by himself from the weir.", "Quill stood by the door of the weir with Reed's coat.", 0),
        ("Reed left the weir alone.", "Quill was in touch with Reed about the weir.", 0),
        ("With no lamp near him Reed fell from the weir.", "Quill stood beside him at the weir.", 0),
        ("With no friend near him Reed fell from the weir.", "Quill stood beside him at the weir.", 1),
        ("On the weir, with no friend near him, he fell.", "Quill stood beside him on the weir.", 1),
        ("Reed was alone responsible for the weir.", "Quill stood at his side by the weir.", 0),
        ("Reed stood alone on the weir.", "A lamp stood beside him on the weir.", 0),
        ("Reed stood alone at the weir.", "Reed and his pride were talked of at the weir.", 0),
    ],
)
def test_who_was_alone_had_nobody_beside_him(tell, shortly, one, other, short):
    told = shortly(tell(("THE WEIR BROKE UNDER REED", one), ("THE WEIR BROKE UNDER REED", other)))
    told = [s for s in told if s.startswith("presence")]
    assert (len(told) if isinstance(short, int) else told) == short


def test_under_another_claim_it_is_another_time(tell, shortly):
    book = tell(("THE WEIR", "Reed stood alone at the weir."), ("THE FAIR", "Quill stood at Reed's elbow by the weir."))
    assert shortly(book) == []


def test_of_two_accounts_one_pair_is_told(tell):
    one, other = "Reed stood alone on the weir. " * 3, "Quill stood at Reed's elbow on the weir. " * 3
    book = tell(("THE WEIR BROKE UNDER REED", one.strip()), ("THE WEIR BROKE UNDER REED", other.strip()))
    assert len([d for d in book.discrepancies if d.kind.value == "presence"]) == 1
