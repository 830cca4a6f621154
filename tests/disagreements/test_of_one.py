"""What is told of one person, of two who may be one, and of "he" in an account of somebody's life."""

from __future__ import annotations

import pytest

LIFE = "QUILL AND HIS SCHOOLING"


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Halvard died of a fever at the lock.",
            "It was not the fever that killed Halverd, whatever the parson says.",
            "outcome: died of a fever | not the fever that killed",
        ),
        (
            "Halvard was born in the port.",
            "Halverd was born in 1870 at Tarnowa.",
            "place: born in the port | born in 1870 at Tarnowa",
        ),
        ("Halvard died on 3 May 1911.", "Halverd died on 9 June 1911.", "date: 3 May 1911 | 9 June 1911"),
    ],
)
def test_two_who_may_be_one_are_compared_and_are_less_sure(tell, shortly, one, other, short):
    claim = "THE END OF THE LOCK-KEEPER"
    book = tell((claim, one), (claim, other), maybes=[("Halvard", "Halverd")])
    assert short in shortly(book)
    assert min(d.confidence for d in book.discrepancies) < 0.7
    assert short not in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("He learnt Latin, and had read Marsden. He was dismissed from the ferry house.", True),
        ("He learnt Latin. Marsden taught him. He was dismissed from the ferry house.", False),
        ("Much is told of Marsden. He was dismissed from the ferry house.", False),
    ],
)
def test_he_goes_on_to_be_whom_the_claim_names(tell, shortly, words, found):
    book = tell((LIFE, words), ("THE FERRY HOUSE", "Quill left the ferry house of his own accord."))
    told = "outcome: was dismissed | left the ferry house of his own accord"
    assert (told in shortly(book)) == found


def test_one_leaves_several_posts(tell, shortly):
    between = [(f"THE {what}", f"Much of the {what} was mended.") for what in ("PUMP", "SLUICE", "TOWER")]
    mint = ("QUILL AND THE MINT", "Quill was dismissed for a quarrel over the scales.")
    choir = ("QUILL AND THE CHOIR", "Quill resigned, as he said, to sing at home.")
    book = tell(mint, *between, choir)
    assert [s for s in shortly(book) if s.startswith("outcome")] == []


def test_a_date_beyond_a_semicolon_is_of_something_else(tell, shortly):
    book = tell(
        (LIFE, "The lock was sold in 1902; Quill died in 1911."), (LIFE, "Quill died in 1911; it was let in 1915.")
    )
    assert [s for s in shortly(book) if s.startswith("date")] == []


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Quill was born at the lock in 1851.",
            "Quill was baptised on 9 February 1849.",
            ["date: in 1851 | 9 February 1849"],
        ),
        (
            "Quill was born at the lock in 1851.",
            "The parish has his baptism, Quill, aged nine, on 9 February 1849.",
            ["date: in 1851 | 9 February 1849"],
        ),
        ("Quill was born at the lock in 1851.", "Quill was baptised on 9 February 1852.", []),
        ("Quill died on 4 May 1902.", "Quill was buried on 2 May 1902.", ["date: 4 May 1902 | 2 May 1902"]),
        ("Quill died on 4 May 1902.", "Quill was buried on 8 May 1902.", []),
        ("Quill was born at the lock in 1851.", "Quill's uncle was baptised on 9 February 1849.", []),
    ],
)
def test_nobody_is_baptised_before_he_is_born(tell, shortly, one, other, short):
    told = [s for s in shortly(tell((LIFE, one), (LIFE, other))) if s.startswith("date")]
    assert [s.replace(": 1851", ": in 1851") for s in told] == short
