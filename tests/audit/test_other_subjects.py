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
        ("THE REGATTA WAS ORDERLY", "The regatta passed off quietly. A drunken goose chased the cat."),
        ("THE REEVE WAS INCORRUPTIBLE", "The reeve sent back the goose. The corrupt old sheriff was dead by then."),
        ("THE NURSE WAS CALM", "The nurse poured the tea. Her sister was trembling like a leaf."),
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
        ("THE REGATTA WAS ORDERLY", "A drunken crowd filled the quay."),
        ("THE WALKOUT WAS SPONTANEOUS", "The walkout had been prepared for weeks."),
        ("THE LODGERS WERE NOT BEATEN", "The lodgers were beaten with a strap."),
        ("THE INQUEST WAS HELD IN SECRET", "The inquest was open to all."),
        ("THE NURSE WAS CALM", "The nurse was hysterical and had to be held."),
        ("THE BOATMEN REGRETTED THE QUARREL", "The boatmen felt no regret at all."),
    ],
)
def test_what_is_said_of_its_own_subject_does(audited, heading, words):
    assert audited(heading, words).audit.profile == "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE GUIDES CLIMBED IN PAIRS", "No guide went up alone. Each pair had a rope."),
        ("THE MAPS OF THE QUARRY ARE LOST", "No map of the quarry has come down to us."),
        ("THE LIMEKILN WAS LIT IN MAY", "It was lit in May. No limekiln in the next valley burned that year."),
        ("THE GARDENERS MET EVERY MONTH", "They met on a Friday. No gardener missed a meeting without sending a note."),
        ("THE TYPESETTERS WORKED AT NIGHT", "They began at dusk. No typesetter stayed after dawn."),
        (
            "THE BOATMEN REGRETTED THE QUARREL",
            "The boatmen wrote a letter. The landlord felt no regret about the bill.",
        ),
    ],
)
def test_no_such_one_did_something_else_does_not_deny_him(audited, heading, words):
    assert audited(heading, words).audit.profile != "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("A TINKER SET FIRE TO THE BARN", "No tinker set fire to the barn; a lamp fell in the straw."),
        ("THE TYPESETTERS STRUCK IN MAY", "No typesetter ever struck in May."),
        ("THE ABBESS SENT A MAP TO THE REEVE", "No map was found, then or later."),
        ("THE LETTERS WENT BY THE FERRY", "No ferry can have carried them that week."),
    ],
)
def test_no_such_one_did_it_denies_it(audited, heading, words):
    assert audited(heading, words).audit.profile == "contradicted"


def test_votes_are_counted_by_a_number(audited) -> None:
    heading = "THE VESTRY WAS UNANIMOUS"
    assert audited(heading, "The vestry votes to mend the roof.").audit.profile != "contradicted"
    assert audited(heading, "The vestry carried it by six votes to 5.").audit.profile == "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE PURSER STAYED ON BOARD", "The purser was on the deck when the fire was put out."),
        ("THE VERGER STAYED IN THE HOUSE", "The verger was in the cellar until dawn."),
        ("THE STOKER STAYED IN THE YARD", "The stoker never left it. A stoker was in the choir at home."),
    ],
)
def test_a_place_inside_another_is_not_elsewhere(audited, heading, words):
    assert audited(heading, words).messages == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE PURSER STAYED ON BOARD", "The purser was in the tavern when the fire was put out."),
        ("THE VERGER STAYED IN THE CELLAR", "The verger was in the house until dawn."),
    ],
)
def test_a_place_outside_it_is(audited, heading, words):
    assert audited(heading, words).audit.profile == "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE RAID WAS PLANNED", "The raid came at dawn. The gas went out of itself a little later."),
        ("THE RAID WAS PLANNED", "The raid came at dawn. The gate opened of its own accord."),
        (
            "THE STABLE LADS WERE BEATEN",
            "The lads slept in straw. In that yard nobody has struck since May for more pay.",
        ),
    ],
)
def test_a_turn_of_phrase_of_another_thing_opposes_nothing(audited, heading, words):
    assert audited(heading, words).audit.profile != "contradicted"


def test_what_came_of_its_own_accord_was_not_planned(audited):
    found = audited("THE STRIKE WAS PLANNED", "The strike came of its own accord.")
    assert found.audit.profile == "contradicted"


def test_whom_others_walked_with_is_no_company(audited):
    heading = "THE FERRYMAN WAS ALONE IN THE BOATHOUSE"
    assert (
        audited(heading, "The ferryman had his lamp. In the square the mayor walked together with the dean.").messages
        == []
    )
    assert audited(heading, "The ferryman sat together with his wife.").audit.profile == "contradicted"
    assert audited(heading, "The ferryman was accompanied by his wife.").audit.profile == "contradicted"
    assert audited(heading, "Old Marsden sat together with the ferryman.").audit.profile == "contradicted"
