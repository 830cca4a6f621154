"""What answers a claim of one sort in words that by themselves say otherwise."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("ASH WAS THE FIRST MAN TO CROSS THE GLACIER", "Ash was not the first; a priest had crossed.", "not the first"),
        (
            "REED ORDERED THE WEIR TO BE OPENED",
            "The lad opened it on his own responsibility.",
            "on his own responsibility",
        ),
        ("HOLM WAS BRIBED BY THE BANK", "On the Monday Holm sent the money back, with a note.", "sent the money back"),
        ("REED WAS MURDERED IN THE VINEYARD", "Reed died in his bed at ninety.", "died in his bed"),
        ("ASH WROTE THE LETTER TO THE BISHOP", "The letter is not in his hand.", "not in his hand"),
        ("PENROSE REFUSED THE CHAIR", "Penrose was never asked, he told me.", "was never asked"),
        ("THE ALTAR WAS BURNED", "The altar still stands, a little scorched.", "still stands"),
        ("THE BELL WAS NEVER FOUND", "The bell was dug up by a farmer.", "was dug up"),
        ("THE PILOT DESERTED THE SHIP", "The pilot stayed by the wheel till the water came in.", "stayed by"),
        ("HOLM AND LOWE WERE MARRIED IN THE SPRING", "Holm and Lowe were never married.", "were never married"),
        ("ASH WAS ILLITERATE", "Ash wrote a clear hand, and read the lessons.", "wrote a clear hand"),
        ("THE SALE WAS KEPT SECRET", "The whole town knew of the sale by noon.", "The whole town knew"),
        ("THE CHALICE WAS STOLEN", "The chalice had only been lent to the nuns.", "had only been lent"),
        ("THE DIVERS NEVER CAME BACK", "On the Friday they came back by the quarry road.", "they came back"),
        ("THE GARRISON STARVED", "The garrison had flour for three months.", "flour for three months"),
        (
            "REED WAS THE ONLY SURVIVOR OF THE WRECK",
            "Two others were picked up off the wreck.",
            "Two others were picked up",
        ),
        ("HOLM IS BURIED IN THE OLD YARD", "Holm has no grave.", "has no grave"),
        ("THE REVOLT BROKE OUT OF ITS OWN ACCORD", "It had been planned for a month.", "planned"),
        ("HOLM WAS MAD WHEN HE SIGNED", "The surgeon found Holm of sound mind.", "of sound mind"),
    ],
)
def test_it_says_otherwise(audited, heading, words, says):
    assert any(f"“{says}" in message or says in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("HOLM WAS BRIBED BY THE BANK", "I never told you that Holm sent the money back."),
        ("HOLM WAS NOT BRIBED BY THE BANK", "Holm sent the money back."),
        ("REED WAS MURDERED IN THE VINEYARD", "Tolland died in his bed at ninety."),
        ("ASH WROTE THE LETTER TO THE BISHOP", "Was it not in his hand?"),
        # said of somebody or something else
        ("THE ROAD WAS THE FIRST TO CROSS THE FEN", "Men had gone by punt, as their fathers had before them."),
        ("REED ORDERED THE CANAL TO BE DUG", "Each gang had a ganger, who on his own authority might send a man home."),
        ("THREE MEN PERISHED IN THE SHAFT", "Three men perished there. A fourth lived on to be an old man."),
        ("REED WAS SHOT AT THE FORD", "Reed was shot at the ford. His companion died in his bed at eighty."),
        ("HOLM IS BURIED BY THE SLUICE", "Holm lies by the sluice. His wife has no grave there."),
        ("THE PILOT DESERTED THE YACHT", "The pilot rowed off. The cook remained by the wheel to the end."),
        ("THE GARRISON STARVED", "The garrison ate rats. The pilgrims had bread enough."),
        # true beside the claim
        ("THE GENERAL SHOT THE ENVOY", "The general died in his bed at ninety."),
        ("REED WAS SHOT AT THE FORD", "Reed was shot at noon. He lived until the evening."),
        ("HOLM BORROWED MONEY OF THE BANK", "Holm gave it back within the year."),
        ("REED ESCAPED FROM THE FORT", "Reed got out by the drain, and was caught in May."),
        ("THE CHALICE WAS STOLEN", "The thieves had the chalice. It was found in a pawnshop."),
        ("THE ABBEY WAS DESTROYED", "It was burned to the ground. The ruins of the abbey still stand."),
        ("QUILL LOST THE VOTE OF THE PARISH", "Quill lost by ten votes. His portrait still hangs in the hall."),
        ("HOLM WAS MARRIED IN THE CHAPEL", "There was a single candle when Holm was married."),
        ("REED WAS THE LAST SURVIVOR OF THE WRECK", "Six others were saved. Reed outlived them."),
        ("THE CUP WAS NEVER FOUND", "The divers looked for the cup. They came back in May with nothing."),
        ("REED REFUSED THE CHEAPER STONE", "Reed would not have it, and was never asked again."),
    ],
)
def test_it_does_not(audited, heading, words):
    assert not any("against it" in message for message in audited(heading, words).messages)


def test_two_places_of_one_excerpt_may_lay_blame(audited):
    words = (
        "The lamps were imperfectly tended. Holm went beyond what the council had asked of him. He is named in neither."
    )
    found = audited("THE INQUIRY CLEARED HOLM OF ALL BLAME", words)
    assert len([m for m in found.messages if "imperfectly" in m or "beyond" in m]) == 2


def test_who_would_do_it_again_does_not_repent(audited):
    found = audited("HOLM REPENTED OF THE SALE", "I would do it again, and at the same price.")
    assert any("would do it again" in place for place in found.places)
