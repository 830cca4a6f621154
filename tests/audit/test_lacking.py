"""What a claim has that there was none of."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        (
            "THE DAM BROKE WITHOUT ANY WARNING",
            "The bell of the chapel was rung for an hour before the water came.",
            "bell",
        ),
        ("THE SURVIVORS WERE REFUSED ALL HELP", "A surgeon was among the survivors by noon.", "surgeon"),
        ("HOLM HAD NO LAWYER", "An advocate, Mr. Lowe, spoke for Holm.", "advocate"),
    ],
)
def test_the_evidence_tells_of_some(audited, heading, words, says):
    assert any(f"tells of some, “{says}”" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE DAM BROKE WITHOUT ANY WARNING", "No bell was rung before the water came."),
        ("THE DAM BROKE WITHOUT ANY WARNING", "Was a bell rung before the dam broke?"),
        ("THE SURVIVORS WERE REFUSED ALL HELP", "The hospital was closed to the survivors."),
        ("THE BELL OF THE DAM", "The bell was rung at the dam."),
        ("THE DAM BROKE WITHOUT ANY WARNING", "The bell of the chapel was carried away by the water."),
        ("HOLM WAS SHOT WITHOUT TRIAL", "Holm tried to speak, and they shot him by the wall."),
        ("HOLM HAD NO LAWYER", "Counsel for the bank spoke against Holm for two hours."),
        ("THE YACHT SAILED WITHOUT LIGHTS", "The lamps of the yacht had gone out."),
        ("THERE IS NO EVIDENCE AGAINST HOLM", "Holm wrote a letter to his wife that night."),
        ("REED WORKED WITHOUT PAY", "Reed paid for his own bread."),
    ],
)
def test_none_is_told_of(audited, heading, words):
    assert not any("tells of some" in message for message in audited(heading, words).messages)
