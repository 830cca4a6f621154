"""What an answer denies of what was asked."""

from __future__ import annotations

import pytest

PAID = "THE SHIPPERS GAVE MONEY TO THE PORTERS"


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        (
            PAID,
            "REED: Did the company make the porters a present?\nASH: Not a single coin. They had their wages.",
            "Not a",
        ),
        (PAID, "REED: Did the company ever reward the porters?\nASH: Never. I kept the purse.", "Never"),
        ("THE DIVERS SAW THE BELL", "Q. Was the bell seen by the divers?\nA. No, sir. It was dark.", "No, sir"),
        ("HOLM OPENED THE SLUICE", "ASH: You opened the sluice, Holm?\nHOLM: I did not open it.", "I did not"),
    ],
)
def test_a_no_to_a_question_that_carries_the_claim(audited, heading, words, says):
    assert any(f"denies it in “{says}" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        (PAID, "REED: Did the company make the porters a present?\nASH: No doubt it did."),
        (PAID, "REED: Why did the company reward the porters?\nASH: Nobody else would."),
        (PAID, "REED: Did the company not reward the porters?\nASH: No, it did."),
        (PAID, "Did the company reward the porters? It did not have to."),
        ("REED GAVE THE SIGNAL", "ASH: Are you sure that it was Reed?\nHOLM: I was not two yards from him."),
        ("THE COMPANY DID NOT PAY THE PORTERS", "REED: Did the company pay the porters?\nASH: Never."),
    ],
)
def test_no_denial_of_the_claim(audited, heading, words):
    assert not any("denies it in" in message for message in audited(heading, words).messages)
