"""Opposites in the evidence, and what is none: doubts that are overcome, what others hold, other people."""

from __future__ import annotations

import pytest

from testimonia.model import Profile


@pytest.mark.parametrize(
    "words",
    [
        "It was hard to believe that the trial of Ash was genuine. But the papers leave no other reading.",
        "At first the trial of Ash seemed incredible to me.",
        "Critics say that the trial of Ash was a farce.",
        "To call the trial of Ash a farce would be unjust.",
        "If the trial of Ash had been a farce, the gallery had laughed.",
        "The trial of Ash was a good deal more than a sham.",
        "QUESTION: The trial of Ash was a farce, they say.",
    ],
)
def test_a_doubt_that_the_text_itself_overcomes_is_none(audited, words: str) -> None:
    assert audited("THE TRIAL OF ASH WAS GENUINE", words).messages == []


@pytest.mark.parametrize(
    "words",
    [
        "Most of the papers called the trial of Ash a farce.",
        "It cannot be denied that some were sceptical of the trial of Ash.",
        "What the trial of Ash showed is open to doubt.",
    ],
)
def test_doubt_stands_against_a_claim_of_certainty(audited, words: str) -> None:
    assert audited("THE TRIAL OF ASH WAS CLEARLY GENUINE", words).audit.profile is Profile.CONTRADICTED


def test_what_is_said_of_somebody_else_opposes_nothing(audited) -> None:
    found = audited("ASH WAS TREATED COURTEOUSLY IN PRISON", "Reed was beaten in prison.")
    assert found.messages == []


def test_a_sentence_on_both_ends_of_a_scale_opposes_nothing(audited) -> None:
    found = audited("ASH GOT A LIGHT SENTENCE", "Ash got a mild sentence of three years in prison.")
    assert found.messages == []


def test_more_lenient_than_another_is_not_lenient(audited) -> None:
    assert audited("ASH WAS NO MORE LENIENT THAN REED", "Ash condemned the rioters to death.").messages == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("ASH ORDERED THE MATE TO HURRY", "REED: Nobody ordered the mate to hurry."),
        ("ASH DID NOT BURN THE MILL", "Ash burned the mill."),
        ("ASH KNEW NOTHING OF THE BELT", "Ash knew of the belt."),
    ],
)
def test_a_denial_and_a_statement_are_set_side_by_side(audited, heading: str, words: str) -> None:
    assert audited(heading, words).audit.profile is Profile.CONTRADICTED


def test_no_proof_of_a_deed_is_not_the_denial_of_it(audited) -> None:
    assert audited("NO EVIDENCE THAT ASH BURNED THE MILL", "Ash was seen when the mill burned down.").messages == []


def test_what_a_claim_only_reports_is_not_its_own_word(audited) -> None:
    found = audited("THE CHARGE THAT ASH WAS TORTURED IS BOGUS", "Ash was beaten.")
    assert "TORTURED" not in " ".join(found.messages)


def test_evidence_that_compels_is_no_force(audited) -> None:
    heading = "ASH CONFESSED FREELY TO THE FIRE"
    words = "Before the evidence of the match box Ash was compelled to confess to the fire."
    assert audited(heading, words).messages == []
    found = audited(heading, "Ash was compelled by the warders to confess to the fire.")
    assert found.audit.profile is Profile.CONTRADICTED


def test_other_years_tell_nothing_against_a_claim(audited) -> None:
    heading = "SENTENCES OF THE 1870'S WERE LENIENT"
    assert audited(heading, "In 1893 the sentences were severe.").messages == []
    assert audited(heading, "In 1874 the sentences were severe.").audit.profile is Profile.CONTRADICTED


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE BRIDGE OF HOLM WAS SAFE", "The bridge of Holm was anything but safe."),
        ("ASH ALWAYS PAID HIS MEN", "Ash sometimes paid his men."),
        ("THE FERRYMAN OF REED WAS SOBER", "The ferryman of Reed had been drinking."),
        ("QUILL CONDEMNED THE STRIKE", "Quill defended the strike."),
    ],
)
def test_opposite_words_of_one_thing(audited, heading: str, words: str) -> None:
    assert audited(heading, words).audit.profile is Profile.CONTRADICTED


def test_what_the_claim_excepts_opposes_nothing(audited) -> None:
    heading = "EXCEPT FOR THE NIGHT SESSION THE HEARINGS WERE PUBLIC"
    assert audited(heading, "The night session of the hearings was secret.").messages == []


def test_of_two_opposite_words_the_one_of_its_subject_is_opposed(audited) -> None:
    heading = "THE BOARD FOUND THE MASTER GUILTY AND THE OWNERS INNOCENT"
    found = audited(heading, "The board found the conduct of the owners improper.")
    assert "INNOCENT" in found.messages[0]
    assert audited(heading, "The board found the conduct of the master improper.").messages == []


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("THE WEAVERS IN THE SQUARE WERE UNARMED", "Every second one of them had a pistol in his belt.", "pistol"),
        ("THE PILGRIMAGE WAS ORDERLY", "They came in drunk, and broke what they could.", "drunk"),
        ("THE INQUIRY WAS HELD BEHIND CLOSED DOORS", "The inquiry was public, like any other.", "public"),
        ("REED WAS TORTURED UNTIL HE SIGNED", "Not a hand was laid on him in that house.", "Not a hand"),
        ("REED CONFESSED THAT HE LIT THE FIRE", "On the Monday he took it back.", "took it back"),
        ("HOLM DIED CURSING THE BISHOP", "He said nothing at all, to the priest or to me.", "said nothing"),
        ("HOLM REPENTED OF THE SALE", "I do not call it remorse.", "remorse"),
    ],
)
def test_an_opposite_that_says_by_itself_of_what(audited, heading, words, says):
    assert any(says in place for place in audited(heading, words).places)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE WEAVERS IN THE SQUARE WERE UNARMED", "Not one of them carried a pistol."),
        ("THE PILGRIMAGE WAS ORDERLY", "Nobody was drunk."),
    ],
)
def test_its_denial_says_the_same(audited, heading, words):
    assert audited(heading, words).messages == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE PILOT WAS DRUNK", "The pilot could hardly stand. The cook was sober."),
        ("THE SIGNALMAN WAS ASLEEP", "The signalman had put his head down. The boy was awake."),
        ("HOLM ACCEPTED THE MEDAL", "Holm took the medal from the mayor. A cousin declined a seat on the board."),
        ("HOLM REGRETTED THE SALE", "Holm was sorry for it to the last. The buyer regretted nothing."),
        ("THE MARCH WAS ORDERLY", "The march went two by two. The mill sacked the clerk that week."),
        ("THE MARCH WAS PEACEFUL", "The march went by with a band. A ship lay at the mercy of the wind."),
        ("THE CHILDREN WERE WELL TREATED", "The children had milk and blankets. The dogs were beaten."),
    ],
)
def test_another_who_is_not_so_says_nothing_against_it(audited, heading, words):
    assert not any(words.split(". ")[1][:-1] in place for place in audited(heading, words).places)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE PILOT WAS DRUNK", "The pilot was sober that night."),
        ("THE SIGNALMAN WAS ASLEEP", "I went to the signalman at nine. He was awake."),
        ("HOLM ACCEPTED THE MEDAL", "On the Friday Holm declined the medal."),
        ("THE CHILDREN WERE WELL TREATED", "The matron had flogged the children."),
    ],
)
def test_he_himself_does(audited, heading, words):
    assert audited(heading, words).places


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("It was not a face to trust", "She turned the lamp. It was not a face to trust. Reed went home."),
        ("Their guardians refused to accept this", "Ash asked twice. Their guardians refused to accept this."),
        ("When witnesses stay silent, nothing changes", "He wrote: When witnesses stay silent, nothing changes."),
    ],
)
def test_a_sentence_that_is_the_claim_says_nothing_against_it(audited, claim: str, words: str) -> None:
    assert audited(claim, words).messages == []


def test_the_claim_said_of_what_is_false_is_still_denied(audited) -> None:
    found = audited("Ash was beaten in prison", "It is not true that Ash was beaten in prison.")
    assert found.audit.profile is not Profile.CARRIED
