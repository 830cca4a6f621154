"""What is said of another subject than the claim's, or denies another word than the claim's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE WARDENS WERE ARMED", "The wardens carried shotguns. The cooks who brought the soup were unarmed."),
        ("THE REGATTA WAS ORDERLY", "The regatta passed off quietly. That same week a bakery was looted."),
        ("THE REGATTA WAS ORDERLY", "The regatta passed off quietly. In another parish a barn was pillaged."),
        ("THE WALKOUT WAS SPONTANEOUS", "It began at noon. A supper had been prepared for the pensioners."),
        ("THE LODGERS WERE NOT BEATEN", "The lodgers were left alone. Carpets were beaten in the yard."),
        ("THE INQUEST WAS HELD IN SECRET", "The doors were locked. The bathing place was open to all."),
        ("THE NURSE WAS CALM", "The nurse poured the tea. Her sister was trembling like a leaf."),
        ("THE BOATMEN REGRETTED THE QUARREL",),
    ],
)
def test_what_is_said_of_another_subject_opposes_nothing(audited, heading, words):
    assert audited(heading, words).audit.profile != "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE WARDENS WERE ARMED", "The wardens were unarmed; not one of them had a stick."),
        ("THE WARDENS WERE ARMED", "They were unarmed to a man."),
        ("THE REGATTA WAS ORDERLY", "The regatta ended with the crews rioting on the quay."),
        ("THE WALKOUT WAS SPONTANEOUS", "The walkout had been prepared for weeks."),
        ("THE LODGERS WERE NOT BEATEN", "The lodgers were beaten with a strap."),
        ("THE INQUEST WAS HELD IN SECRET", "The inquest was open to all."),
        ("THE NURSE WAS CALM", "The nurse was hysterical and had to be held."),
        ("THE BOATMEN REGRETTED THE QUARREL", "The boatmen felt no regret at all."),
    ],
)
def test_what_is_said_of_its_own_subject_does(audited, heading, words):
    assert audited(heading, words).audit.profile == "contradicted"
