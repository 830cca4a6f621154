"""Denials in the subject, behind a verb of thinking, of the person, and in his own word."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("QUILL SAW TWO RIDERS ON THE RIDGE", "In that dust no man could have seen the hills, nor his own horse."),
        (
            "THE VILLAGERS REFUSED THE BREAD",
            "I stood at the door, and I saw nobody refuse the bread but one old woman.",
        ),
        (
            "THE LETTERS WENT BY THE FERRY",
            "If it froze on the Monday, no ferry that left that week can have taken them.",
        ),
        ("EIGHT BARGES BROUGHT THE FEVER TO THE TOWN", "No case of fever in any of the eight was known in the town."),
        ("LOWE LED THE STRIKE", "Lowe came late and spoke once. I should not say that he led the strike."),
        ("EVERYBODY IN THE VALLEY KNEW", "I do not think that the women in the valley knew until the trial."),
        ("TOLLAND GAVE THE ORDER", "Somebody shouted. Tolland says that it was not he."),
        ("HOLM WAS BRIBED", "HOLM: I had my wages, and nobody ever told me how to vote."),
        ("PENROSE ORDERED THE PILOT TO HURRY", "PENROSE: I never in my life told a pilot how to steer."),
        (
            "PENROSE SOLD THE ORGAN TO THE MILL",
            "I asked Penrose about it twice. He did not sell it, he said, he lent it.",
        ),
        ("HOLM WAS HANGED FOR A RING", "Holm died in his bed at ninety. He was neither hanged nor tried."),
        ("HOLM BETRAYED THE CREW", "The mate did not believe, then or later, that Holm had given them away."),
        ("THE DOCTOR WAS BRIBED", "The doctor swore that nobody had ever offered him a penny."),
        ("MARLOW BRIBED THE PILOT", "I have never offered anybody a penny."),  # who wrote it
        (
            "HOLM BOASTED THAT HE HAD ARRANGED THE STRIKE",
            "Lowe heard him in the inn. Holm never arranged anything but his hair.",
        ),
    ],
)
def test_it_is_denied(audited, heading, words):
    assert audited(heading, words).audit.profile == "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("VEREY SAW TWO RIDERS", "Verey saw two riders. Nobody else was awake."),
        # the claim has it that nobody did
        ("NOBODY WAS SAVED", "The boat went down before the tug came up. Nobody was saved."),
        ("NO ONE HAD LIT THE LAMP", "The pier was dark. No one had lit the lamp."),
        ("NOBODY WAS KILLED BY THE CARTERS", "Two constables died under a cart that had no driver."),
        ("THE SALE WAS ON AUGUST 9", "Nobody seems to have seen that August 9 was a Sunday."),
        ("THE GUARDS SHOT THE POACHERS", "There were no poachers in the wood that winter; they had shot them."),
        ("HOLM DENIES THAT HE PAID FOR IT", "HOLM: I never at any time offered a penny for it."),
        ("THE PRISONERS ESCAPED", "They escaped by the drain. None of the prisoners was ever seen again."),
        ("ASH REFUSED THE PRIZE", "Ash refused it. I do not know why."),
        ("LOWE READ THE LETTER", "Lowe was alone with the letter. I do not say that he read it."),
        ("LOWE LED THE STRIKE", "I cannot say whether Lowe led the strike."),
        ("LOWE LED THE STRIKE", "Lowe led the strike, and I do not say that Ash was idle."),
        ("PENROSE SOLD THE ORGAN TO THE MILL", "Lowe was asked about it twice. He did not sell a thing."),
        ("QUILL PUT A LIGHT IN THE TOWER", "I did not see a boat below the tower, and there was one."),
        ("HOLM BOASTED THAT HE HAD ARRANGED THE STRIKE", "Lowe never arranged anything but his hair."),
        ("REED BRIBED THE PILOT", "I have never offered anybody a penny."),
        ("MARLOW BRIBED THE PILOT", "ASH: I have never offered anybody a penny."),
        ("QUILL SAW THE PROCESSION", "QUILL: I never saw a crowd take less pleasure in anything."),
        # what is denied stands behind the verb
        ("ASH LIT THE LAMP", "Ash did not light it at once."),
        ("ASH LIT THE LAMP", "Ash did not light it before dusk."),
        ("ASH LIT THE LAMP", "No man ever lit a lamp better than Ash."),
        ("ASH PAID THE CREW", "Nobody ever paid me, said the cook."),
        ("THE DANISH FLEET LOOKED ON", "The fleet lay there to see that no Danish subject came to harm."),
    ],
)
def test_it_is_not_denied(audited, heading, words):
    assert audited(heading, words).audit.profile != "contradicted"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("NO LAMP WAS LIT", "There was no lamp lit that night on the pier."),
        ("HOLM NEVER PAID", "Holm never paid a penny."),
    ],
)
def test_a_no_of_the_claim_is_carried_by_that_of_an_account(audited, heading, words):
    assert audited(heading, words).audit.profile == "single origin"


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("THE LAMP WAS BROKEN BY ASH", "No lamp bracket was ever seen by Ash."),
        ("THE LAMP WAS BROKEN BY ASH", "I can't believe there was no lamp at all, said Ash."),
        (
            "THE DEAD HAD TO BE BURIED",
            "Reed went out, and he threw an affectionate glance at the dead.",
        ),
        ("ASH LIT THE LAMP IN THE TOWER", "Ash walked as far as the tower with the lamp."),
    ],
)
def test_a_word_beside_the_point_turns_nothing_down(audited, claim: str, words: str) -> None:
    assert audited(claim, words).messages == []


def test_as_far_as_something_is_concerned_bounds_a_claim(audited) -> None:
    found = audited("ASH TOOK BACK HIS CONFESSION", "As far as the world is concerned, Ash took back his confession.")
    assert found.messages != []
