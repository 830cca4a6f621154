"""Pay that is denied by the least of coins."""

from __future__ import annotations

import pytest

from testimonia.model import Profile

CLAIM = "ASH WAS PAID TO LOOK AWAY"


@pytest.mark.parametrize(
    "words",
    [
        "I never had a penny from them, said Ash.",
        'Ash denied that he had had "one penny" from Brack.',
        "Not a shilling of it did Ash see.",
        "For all that night's work Ash took nothing for his trouble.",
        "Ash went home without so much as a farthing in his pocket.",
    ],
)
def test_who_denies_the_least_of_coins_denies_that_he_was_paid(audited, words: str) -> None:
    assert audited(CLAIM, words).audit.profile is Profile.CONTRADICTED


@pytest.mark.parametrize(
    "words",
    [
        "Brack never had a penny from them; Ash had ninety pounds.",
        "Ash's word was not worth a penny in that town.",
        "Ash had ninety pounds and not a penny less.",
        "Did Ash never have a penny from them?",
        "Ash bought a penny stamp and did not write.",
        "It was not a real bribe, and Ash was no copper.",
    ],
)
def test_a_coin_beside_the_point_denies_nothing(audited, words: str) -> None:
    assert audited(CLAIM, words).audit.profile is not Profile.CONTRADICTED


def test_a_claim_that_nobody_was_paid_is_not_denied_by_it(audited) -> None:
    assert audited("ASH WAS NEVER PAID", "I never had a penny from them, said Ash.").messages == []


def test_a_claim_that_lets_him_deny_it_is_not_denied_by_it(audited) -> None:
    assert audited("ASH DENIES THAT HE WAS PAID", "I never had a penny from them, said Ash.").messages == []
