"""One person's rank."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("claims", "one", "other"),
    [
        (
            ("THE MILL", "THE WEIR"),
            "Ash, consul at Lisbon, was fond of herring.",
            "Quarrels came when Ash was made ensign, once vice-consul in Lisbon.",
        ),
        (
            ("THE MILL", "THE WEIR"),
            "The flour barges were hauled round the sluice by Captain Ash.",
            "It was Major Ash who hauled the flour barges round the sluice.",
        ),
    ],
)
def test_nobody_stands_on_two_rungs(tell, shortly, claims, one, other):
    found = shortly(tell((claims[0], one), (claims[1], other)))
    assert [s for s in found if s.startswith("name")] != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ash, consul at Lisbon, was fond of herring.", "Ash was vice-consul in Cadiz."),
        ("Captain Ash was fond of herring.", "Major Reed kept the sluice."),
        ("Ash was attaché at Lisbon.", "Ash was consul at Lisbon."),
        ("Ash was curate of Harle.", "Ash was vicar of Harle for thirty years."),
        ("Ash, consul at Lisbon, was fond of herring.", "Ash dined with the vice-consul in Lisbon."),
        (
            "The flour barges were hauled round the sluice by Captain Ash.",
            "Later it was Major Ash who hauled the flour barges round the sluice.",
        ),
        (
            "The flour barges were hauled round the sluice by Lance Corporal Ash.",
            "It was Acting Sergeant Ash who hauled the flour barges round the sluice.",
        ),
        ("Ash was a sergeant in the militia.", "Ash was promised the grade of captain in the militia."),
        ("Captain Ash was fond of herring.", "The sluice was Bishop Ash's."),
    ],
)
def test_other_places_people_and_ladders_are_no_rivals(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE MILL", one), ("THE WEIR", other))) if s.startswith("name")] == []
