"""Stands on opposite sides of one matter."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "There is no evidence that Holm ordered the murder of Reed.",
            "It was alleged by Brack that Holm was responsible for the murder of Reed.",
            "opposite: no evidence that Holm ordered | responsible",
        ),
        (
            "The inquiry exonerated Holm of planning the murder of Reed.",
            "They swore that Holm had organized the murder of Reed.",
            "opposite: exonerated | organized",
        ),
        (
            "The murder of Reed was a watershed for the town.",
            "In truth the murder of Reed made no difference at all.",
            "opposite: watershed | no difference",
        ),
        (
            "The prisoners said in their statements that they had been beaten.",
            "The prisoners gave their statements of their own free will.",
            "opposite: beaten | free will",
        ),
        (
            "The prisoners were beaten before they signed their statements.",
            "The prisoners denied the suggestion that all they had said to the bench so far was said under pressure.",
            "opposite: beaten | pressure",
        ),
        (
            "Holm says that he was flogged in the barracks on two nights.",
            "Holm was in the barracks of his own free will.",
            "opposite: flogged | free will",
        ),
        (
            "Holm says that he was flogged in the barracks on two nights.",
            "The surgeon saw Holm in his cell and found no mark of violence.",
            "opposite: flogged | no mark of violence",
        ),
        (
            "Holm was brought down in May. A month later they forced him to sign a statement.",
            "Holm had made his statement of his own free will.",
            "opposite: forced | free will",
        ),
        (
            "Holm complained before the bench of long hours of questioning.",
            "Holm owned in his statement that he was shown consideration in the gaol.",
            "opposite: hours of questioning | shown consideration",
        ),
        (
            "The temper of the town hardened after the murder of Reed.",
            "The murder of Reed made no difference in the town.",
            "opposite: hardened | no difference",
        ),
        (
            "The foreign guests at the trial held the story to be dubious.",
            "Most foreign observers thought the story credible.",
            "opposite: dubious | credible",
        ),
        (
            "Holm was a poor organizer.",
            "Holm was a magnificent organizer.",
            "opposite: poor organizer | magnificent organizer",
        ),
        (
            "The murder of Reed had been done by decision of the guild of coopers.",
            "In the murder of Reed the fellow Brack had acted alone.",
            "opposite: by decision of | acted alone",
        ),
    ],
)
def test_opposite_stands_are_set_against_each_other(tell, shortly, one, other, short):
    assert short in shortly(tell(("THE MATTER", one), ("THE MATTER", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "There is no evidence that Holm ordered the murder of Reed.",
            "The records never show that Holm ordered the murder of Reed.",
        ),
        (
            "There is no evidence that Holm ordered the murder of Reed.",
            "Tolland was responsible for the murder of Verey.",
        ),
        (
            "There is no evidence that Holm ordered the murder of Reed.",
            "They asked whether Holm had ordered the murder of Reed.",
        ),
        ("Holm was not implicated in the murder of Reed.", "Holm was tried for complicity in the murder of Reed."),
        (
            "The inquiry exonerated Holm of planning the murder of Reed.",
            "After the murder of Reed came out, Holm took full responsibility for those whom he had led astray.",
        ),
        (
            "The inquiry exonerated Holm of planning the murder of Reed.",
            "It was perhaps possible that the murder of Reed was in some sense the responsibility of Holm.",
        ),
        (
            "The prisoners said in their statements that they had been beaten.",
            'The clerk asked: "Did the prisoners give their statements freely or by order?"',
        ),
        (
            "The prisoners said in their statements that they had been beaten.",
            "The prisoners voluntarily gave up the right to a lawyer.",
        ),
        (
            "In the murder of Reed the fellow Brack had acted alone.",
            "Brack spoke of the murder of Reed. There was also a band of assassins headed by Lowe.",
        ),
        ("The prisoners had not been beaten.", "The cooks had beaten the eggs of their own free will."),
        (
            "The prisoners had surely not been drugged before their statements.",
            "The prisoners complained in their statements of being browbeaten.",
        ),
        (
            "The prisoners were shown consideration before their statements.",
            "The prisoners said in their statements that drugs were in the soup.",
        ),
        (
            "The prisoners gave their statements of their own free will.",
            "They would have us believe that prisoners who stood at the head of the guild were beaten for statements.",
        ),
        (
            "The murder of Reed had been done by decision of the guild of coopers.",
            "After the murder of Reed they described Brack variously as a lone madman and a hireling.",
        ),
        (
            "Lowe and Verey were at the fair. Of Ash and Holm it was said that they had no part in the murder of Reed.",
            "Lowe was responsible for the murder of Reed.",
        ),
        (
            "The prisoners gave their statements of their own free will.",
            "To a visitor the statements of the prisoners seemed to be extorted.",
        ),
        (
            "They ask who killed Reed, and some say Ash murdered him. In the murder of Reed Brack had acted alone.",
            "Conspirators against the toll, anti-Ash conspirators headed by Lowe, met at the mill.",
        ),
        (
            "The latest attempt to explain the murder of Reed was the work of the guild of coopers.",
            "In the murder of Reed the fellow Brack had acted alone.",
        ),
    ],
)
def test_what_takes_no_other_side_of_one_matter_is_no_opposite(tell, shortly, one, other):
    found = [s for s in shortly(tell(("THE MATTER", one), ("THE MATTER", other))) if s.startswith("opposite")]
    assert found == []


def test_an_answer_that_gives_another_the_lie_is_set_against_it(tell, shortly):
    words = "PENROSE: Did you ask him for the plans?\nHOLM: Yes, I did.\nREED: That is a downright lie."
    assert shortly(tell(("THE PLANS", words), turns=True)) == ["opposite: Yes, I did. | That is a downright lie."]


def test_what_is_said_is_set_against_who_calls_it_a_lie_right_behind(tell, shortly):
    words = "PENROSE: Who told you to sell?\nHOLM: Mr. Reed did, by word of mouth.\nREED: That is false!"
    found = shortly(tell(("THE SALE", words), turns=True))
    assert found == ["opposite: Mr. Reed did, by word of mouth. | That is false!"]


def test_a_question_is_called_no_lie(tell, shortly):
    words = "PENROSE: Did Mr. Reed tell you to sell?\nREED: That is false!"
    assert shortly(tell(("THE SALE", words), turns=True)) == []


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (
            "In that year the miller drowned his own cousin [no relation: see the parish book] in the race.",
            "opposite: In that year the miller drowned his own cousin | no relation: see the parish book",
        ),
        ("He came home in the spring. [He did not come home.] Then it rained.", "He did not come home."),
        ("Fined ten crowns, he went to sea. (That was not his fine.) It rained.", "That was not his fine."),
        ("She wore the bailiff's hat [the carter's, not the bailiff's] to church.", "the carter's, not the bailiff's"),
    ],
)
def test_a_bracket_that_denies_is_set_against_the_words_before_it(tell, shortly, words, short):
    assert any(short in found for found in shortly(tell(("THE MATTER", words))))


@pytest.mark.parametrize(
    "words",
    [
        "The letter came in the spring [no date] from the coast.",
        "The letter came in the spring. [Not in the original.]",
        "The letter came in the spring [from the coast, by the carter].",
        "The letter came in the spring. (That was a wet one.) It rained.",
        "The letter came in the spring.\n[He did not keep it.]",
    ],
)
def test_a_bracket_that_only_adds_denies_nothing(tell, shortly, words):
    assert shortly(tell(("THE MATTER", words))) == []


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (
            "HOLM: The boat was lent to the miller.\nREED: On the 3rd of May you told the coroner that nobody had it.",
            "The boat was lent to the miller. | On the 3rd of May you told the coroner that nobody had it.",
        ),
        (
            "HOLM: I locked it. He never went out.\nREED: In your statement of May 3 you declared that he left at six.",
            "He never went out. | In your statement of May 3 you declared that he left at six.",
        ),
    ],
)
def test_what_was_said_before_is_set_against_what_was_just_said(tell, shortly, words, short):
    assert shortly(tell(("THE BOAT", words), turns=True)) == [f"opposite: {short}"]


@pytest.mark.parametrize(
    "words",
    [
        "HOLM: Yes, it was lent.\nREED: On the 3rd of May you told the coroner that you lent it.",
        "HOLM: It was lent, was it?\nREED: On the 3rd of May you told the coroner that you lent it.",
        "HOLM: It was lent to the miller.\nREED: You told me so.",
    ],
)
def test_an_assent_a_question_and_no_time_or_hearer_are_not(tell, shortly, words):
    assert shortly(tell(("THE BOAT", words), turns=True)) == []


def test_what_was_said_before_is_set_against_its_taking_back(tell, shortly):
    words = (
        "HOLM: Yes, I was there.\nREED: On the 3rd of May you told the coroner that you heard a bell.\n"
        "HOLM: I had a cold that day. I take back the bell."
    )
    (found,) = shortly(tell(("THE BELL", words), turns=True))
    assert found.endswith("you told the coroner that you heard a bell. | I take back the bell.")
