"""A part for the whole, a distance from the place, a figure held for wrong, blame and none, and what may have been."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE FLEET WAS DESTROYED", "Of the forty ships eleven were lost. The rest came home."),
        ("THE WHOLE VILLAGE CAME TO THE FUNERAL", "There were six of us, counting the man with the spade."),
        ("THE COUNCIL VOTED TO PULL DOWN THE MARKET", "Nine were for it and nine against."),
        ("THE BENCH FOUND HOLM GUILTY", "A proposal to punish him was lost by eight votes to three."),
        ("THE ELDERS AGREED TO KEEP SILENT", "It was resolved, three against one, to wait for the tide."),
        ("ASH FOUND THE CHEST AT THE FORD", "About sixty yards below the ford Ash kicked something that rang."),
        ("THE TOWER IS 410 FEET HIGH", "The survey's figure for the tower, 410, is too great."),
        ("THE BENCH FOUND HOLM GUILTY", "The bench finds that no fault attaches to Holm for the loss."),
        ("THE BENCH FOUND HOLM BLAMELESS", "The bench finds that he would have been wiser to wait."),
        ("ASH FOUND THE CHEST OF LOWE", "Ash kicked a chest. It may have been that of the tale."),
        ("PENROSE ORDERED THE PILOT TO HURRY", "‘Shut your eyes, pilot,’ he said. Perhaps it was done for a bet."),
        ("THE POET WAS BORN AT CARRICK", "The register at Carrick does not have him."),
        ("QUILL WENT TO PRISON", "There is no record of a hearing, but two sheets are lost."),
        ("VEREY RAN THE SCHOOL BY HERSELF", "Verey ran the school, and had with her two novices."),
    ],
)
def test_the_evidence_says_less_or_otherwise(audited, heading, words):
    assert audited(heading, words).messages


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE COUNCIL VOTED TO PULL DOWN THE MARKET", "The council voted by twelve to three to pull down the market."),
        ("REED ROWED TO THE ISLAND", "Reed rowed to the island, one against three."),
        ("THE FLEET WAS DESTROYED", "The fleet was destroyed to the last ship."),
        ("THE VILLAGE CAME TO THE FUNERAL", "The village came to the funeral. There were six of us who sang."),
        ("ASH FOUND THE CHEST AT THE FORD", "At the ford Ash found the chest, three miles from the inn."),
        ("THE TOWER IS 410 FEET HIGH", "The tower is 410 feet high, and the door is too small for it."),
        ("THE BENCH FOUND HOLM GUILTY", "The bench found Holm guilty, and no blame attaches to Reed."),
        ("ASH FOUND THE CHEST OF LOWE", "Ash found the chest of Lowe. It was full of salt."),
        ("VEREY RAN THE SCHOOL BY HERSELF", "Verey ran the school by herself for nine years."),
    ],
)
def test_the_evidence_carries_it(audited, heading, words):
    assert not audited(heading, words).messages


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("ALL THE DRIVERS REFUSED TO GO BEYOND THE PASS", "Three went on in the snow that night.", "Three went"),
        (
            "NOBODY CROSSED THE RIVER THAT WINTER",
            "Some of the smiths crossed at Christmas.",
            "Some of the smiths crossed",
        ),
        ("NONE OF THE SISTERS RETURNED", "Two had returned by May.", "Two had returned"),
    ],
)
def test_some_did_what_nobody_did(audited, heading, words, says):
    assert any(says in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    "words",
    ["None crossed, and two stayed at the ford.", "If two crossed I never heard of it.", "Did two cross the river?"],
)
def test_nobody_did(audited, words):
    assert not any("counts a part" in m for m in audited("NOBODY CROSSED THE RIVER THAT WINTER", words).messages)
