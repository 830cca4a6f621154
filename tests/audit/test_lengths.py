"""How long something lasted."""

from __future__ import annotations

import pytest

SERVED = "REED SPENT TWENTY YEARS IN THE LIGHTHOUSE"


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        (SERVED, "Of the eight years that Reed was in the lighthouse five were wet.", "eight years"),
        (SERVED, "Reed had been twelve years and two months in the lighthouse.", "twelve years"),
        ("HOLM WAS HELD FOR NINE DAYS IN THE MILL", "They kept Holm four days in the mill, he said.", "four days"),
    ],
)
def test_another_length(audited, heading, words, says):
    assert any(says in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        (SERVED, "Reed left the lighthouse after nine years, and came back for eleven; twenty years in all."),
        (SERVED, "Reed was in the lighthouse as a boy, nine years before."),
        (SERVED, "Reed went to the lighthouse when he was thirty years old."),
        (SERVED, "Reed was three days late at the lighthouse."),
    ],
)
def test_the_same_or_another_time(audited, heading, words):
    assert not any("counts" in message for message in audited(heading, words).messages)
