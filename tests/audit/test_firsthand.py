"""Who is to have seen or done a thing himself, and was not there, or had help."""

from __future__ import annotations

import pytest

SAW = "REED SAW THE DAM BREAK WITH HIS OWN EYES"
LEARNED = "HOLM TAUGHT HIMSELF THE VIOLIN"
ALWAYS = "ASH ALWAYS SAID THAT HE HAD LOCKED THE GATE"


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        (SAW, "Reed reached the valley two days too late.", "two days too late"),
        (SAW, "I was not there when the dam went; I had it from the miller.", "was not there"),
        (LEARNED, "Holm was taught by an aunt of his, twice a week.", "was taught"),
        (LEARNED, "For six years he was taught by a piper.", "was taught"),
        (LEARNED, "A sailor taught him to hold the bow.", "taught him"),
        (ALWAYS, "Ash told two different stories about the gate.", "told two different stories"),
        ("PENROSE NEVER CHANGED HIS ACCOUNT", "By Easter Penrose had another version.", "had another version"),
    ],
)
def test_the_evidence_has_it_otherwise(audited, heading, words, says):
    found = audited(heading, words)
    assert any(says in message for message in found.messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        (SAW, "Reed was there, and I was with him."),
        (SAW, "Reed watched the dam go from the hill. His brother was not there."),
        (ALWAYS, "Ash told one story about the gate. The parish clerk had another version."),
        (LEARNED, "Holm taught the violin to his sons."),
        (LEARNED, "Holm had no master. His sons were taught by a piper."),
        (LEARNED, "Holm played by ear. Her niece was trained at a college."),
        (LEARNED, "Holm played by ear, and another fiddler studied under a piper."),
        (ALWAYS, "Ash told one story about the gate, and kept to it."),
        ("REED SAW NOTHING OF THE FLOOD", "Reed was not there."),
    ],
)
def test_nothing_against_it(audited, heading, words):
    assert audited(heading, words).messages == []
