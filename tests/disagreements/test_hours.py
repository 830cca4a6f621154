"""Times of day of one event, and those that say no more than that it was before or after noon or midnight."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Reed put his name to the lease on Tuesday at five in the day.",
            "It was a little before noon, and the ink was wet.",
            ["date: five | before noon"],
        ),
        (
            "They signed the lease at a quarter past four.",
            "QUILL: At what time did they sign it?\nASH: It wanted ten minutes to twelve by the hall clock.",
            ["date: a quarter past four | ten minutes to twelve"],
        ),
        (
            "Mrs. Reed arrived at three in the morning.",
            "We dined at nine o'clock. Cousin Jane had been in the house since before midnight.",
            ["date: three in the morning | before midnight"],
        ),
        ("They signed the lease at a quarter past four.", "They signed it some time before midnight.", []),
        ("They signed the lease at half past eleven.", "They signed it a little before noon.", []),
        ("They signed the lease at half past four.", "They ate before noon.", []),  # no word for the event
        ("Captain Ash arrived at half past two in the morning.", "Dr. Reed arrived before midnight.", []),
        ("They signed it at four in the day.", "The ushers had left off at eleven minutes to eight.", []),
    ],
)
def test_two_hours_of_one_event_may_be_far_apart(tell, shortly, one, other, short):
    told = shortly(tell(("THE LEASE WAS SIGNED BY REED", one), ("THE LEASE WAS SIGNED BY REED", other)))
    assert [s for s in told if s.startswith("date")] == short
