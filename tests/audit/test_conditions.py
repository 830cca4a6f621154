"""One thing in another state than the claim has it in."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("THE HORN OF THE MOLE WAS SILENT", "I fed her at midnight, and she was not stopped till day.", "stopped"),
        ("THE GATE OF THE MILL WAS LOCKED", "The gate stood open, as it always did.", "open"),
        ("THE GUNS OF THE FORT WERE LOADED", "All the guns of the fort were empty.", "empty"),
    ],
)
def test_it_is_in_another_state(audited, heading, words, says):
    assert any(f"otherwise, “{says}" in m or f"“{says}" in m for m in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE GATE OF THE MILL WAS LOCKED", "The gate was locked, and stood open after nine."),
        ("THE GATE OF THE MILL WAS LOCKED", "If the gate had stood open I should have heard."),
        ("THE GATE OF THE MILL WAS LOCKED", "There was talk of putting the gate open."),
        ("THE GATE OF THE MILL WAS LOCKED", "Was the gate open?"),
        ("THE GATE OF THE MILL WAS LOCKED", "The gate held against them. The henhouse stood open."),
        ("THE VICAR WAS MARRIED IN THE CHAPEL", "The vicar had a new coat. The bishop, who was a bachelor, preached."),
    ],
)
def test_in_both_or_only_meant_to_be(audited, heading, words):
    assert not any("has it otherwise" in message for message in audited(heading, words).messages)
