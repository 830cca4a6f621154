"""Claims that are answered in words plain enough by themselves, by another number, or by another hour, sum or year."""

from __future__ import annotations

import pytest

from testimonia.audit import AuditStage
from testimonia.model import DiscrepancyKind
from testimonia.testing import make_book, run_stage

CITATION = "Marlow, Jane. Salt. Hull: Quay, 1950."


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        (
            "THE VESTRY VOTED WITH ONE VOICE",
            "It was carried by five votes to four.",
            "five votes to four",
        ),
        ("REED WAS ELECTED UNANIMOUSLY", "They were equally divided.", "were equally divided"),
        (
            "PENROSE RECOGNISED THE POACHER",
            "PENROSE: I could not swear to him, for it was raining.",
            "could not swear to him",
        ),
        ("PENROSE IDENTIFIES ASH", "PENROSE: I did not recognise anybody.", "did not recognise"),
        ("THE STRIKERS WERE UNARMED", "Two of them carried old pistols.", "carried old pistols"),
        (
            "THE SAILORS WERE DECENTLY LODGED",
            "They slept on the bare boards.",
            "slept on the bare boards",
        ),
        ("THE SURVEY PROVED THE DAM SOUND", "There is nothing that can prove it.", "nothing that can prove"),
        ("THE MATES CONFIRMED THE LOG", "I have no means of knowing who wrote the log.", "I have no means of knowing"),
        ("MARSDEN WAS CONVINCED OF THE CURE", "I am not at all certain now.", "I am not at all certain"),
        ("QUILL HAD A FAIR HEARING", "He was not allowed to question the clerk.", "not allowed to question"),
        ("HOLM WAS GUILTY", "What he did was no crime.", "was no crime"),
        ("THE WHOLE SERMON WAS PRINTED", "Much of it was left out.", "was left out"),
        ("THE WILL IS IN HIS OWN HAND", "It is in a different ink.", "is in a different"),
        ("ASH CONFESSED TO THE THEFT", "The deposition is a fabrication.", "deposition is a fabrication"),
        ("VEREY WAS OUT OF HER MIND", "She was of sound and disposing mind.", "of sound and disposing mind"),
        ("THE COURT SET THE DEED ASIDE", "I pronounce for the deed.", "pronounce for the deed"),
        ("THE ORGAN IS ACCEPTED AS THE WORK OF REED", "Once ascribed to Reed.", "Once ascribed to"),
        ("NEITHER OF THE MEN SAW THE BRIDGE", "I saw the bridge twice.", "I saw"),
    ],
)
def test_it_answers_whoever_it_is_said_of(audited, heading, words, says):
    found = audited(heading, words).messages
    assert any(says in message for message in found), found


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("REED WAS ELECTED UNANIMOUSLY", "Reed walked from ten to twelve."),
        ("REED WAS ELECTED", "It was carried by five votes to four."),
        ("PENROSE RECOGNISED THE POACHER", "I could not swear in church."),
        ("THE STRIKERS WERE UNARMED", "The soldiers carried rifles."),
        ("THE STRIKERS WERE UNARMED", "If they carried pistols, nobody saw it."),
        ("THE SAILORS WERE DECENTLY LODGED", "They had a stove made for burning peat."),
        ("QUILL HAD A FAIR HEARING", "He was allowed to question the clerk."),
        ("HOLM WAS GUILTY", "Was it no crime?"),
        ("NEITHER OF THE MEN SAW THE BRIDGE", "I saw that the bridge was late."),
        ("NEITHER OF THE MEN SAW THE BRIDGE", "I saw the bishop on Tuesday."),
        ("NEITHER ASH NOR REED SAW THE BRIDGE", "HOLM: I saw the bridge."),
        ("PENROSE RECOGNISED THE POACHER", "The keeper did not know who had hired him."),
        ("PENROSE RECOGNISED THE POACHER", "HOLM: I could not swear to him."),
        ("THE STRIKERS WERE UNARMED", "The museum found old muskets in the loft."),
        ("THE SAILORS WERE DECENTLY LODGED", "The thieves were put into irons."),
        ("THE VESTRY VOTED WITH ONE VOICE", "The parish was divided into six wards."),
        ("REED WAS ELECTED UNANIMOUSLY", "The score was four to two when we came."),
        ("QUILL WAS FAIR-HAIRED", "He was not allowed to question the clerk."),
        ("HOLM WAS GUILTY", "Drinking was not a crime."),
        ("HOLM FELT HIS GUILT", "It was no murder mystery that he liked."),
        ("THE WHOLE SERMON WAS PRINTED", "The lodge dues were left out of the accounts."),
        ("THE WILL IS IN HIS OWN HAND", "The envelope was in another hand."),
        ("ASH CONFESSED TO THE THEFT", "His statement about the weather was untrue."),
        ("THE COURT SET THE DEED ASIDE", "The court below had pronounced for the deed."),
    ],
)
def test_it_answers_nothing(audited, heading, words):
    assert not any("against it" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("THE FERRY SAILED BEFORE NINE O'CLOCK", "The ferry sailed at a quarter past nine.", "a quarter past nine"),
        ("THE LAMP WAS LIT AFTER MIDNIGHT", "The lamp was lit at half past eleven.", "half past eleven"),
        ("QUILL GAVE NINETY POUNDS FOR THE MARE", "It was seventy guineas for the mare.", "seventy guineas"),
        ("HOLM BUILT THE WEIR IN 1871", "It was in the autumn of 1873 that the weir was built.", "of 1873"),
        ("ASH ADMITTED ERRORS AND CRIMES AT HOLM", "Ash admitted many errors at Holm.", "errors"),
        ("ASH WAS ALONE WITH REED AT THE WEIR", "At the weir Holm stood beside Reed and wept.", "Holm stood"),
        ("QUILL CONFESSES EVERYTHING", "QUILL: I took the mare. I never burned the barn.", "I never"),
    ],
)
def test_another_hour_price_or_year(audited, heading, words, says):
    assert any(f"“{says}" in message or says in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("THE FERRY SAILED BEFORE NINE O'CLOCK", "The ferry sailed at a quarter past eight."),
        ("QUILL GAVE NINETY POUNDS FOR THE MARE", "Ninety pounds it was, and a saddle at nine shillings."),
        ("HOLM BUILT THE WEIR IN 1871", "The weir was built in 1871 and raised in 1873."),
        ("THE 1871 WEIR", "The weir was raised in 1873."),
        ("QUILL CONFESSES EVERYTHING", "HOLM: I never burned the barn."),
        ("QUILL CONFESSES EVERYTHING", "QUILL: I never felt so well. I have never seen the sea."),
        ("THE FERRY SAILED BEFORE NINE O'CLOCK", "It sailed at half past eight and was in at a quarter past nine."),
        ("THE LAMP WAS LIT BY TEN O'CLOCK", "The keeper went to bed at eleven o'clock."),
        ("QUILL GAVE NINETY POUNDS FOR THE MARE", "The mare ate five shillings of oats a week."),
        ("HOLM BUILT THE WEIR IN 1871", "Holm was born in 1870."),
        ("HOLM BUILT THE WEIR IN 1871", "The weir was repaired in 1873."),
        ("ASH WAS ALONE WITH REED AT THE WEIR", "Holm was in Lisbon that week."),
        ("ASH WAS ALONE WITH REED AT THE WEIR", "Later, at the inn, Holm sat and drank."),
    ],
)
def test_the_same_or_of_another(audited, heading, words):
    assert audited(heading, words).messages == []


def counted(*excerpts: tuple[str, str]) -> list[tuple[str, str]]:
    """What is told of numbers under two claims."""
    first, second = "FOUR COAL HULKS LAY IN THE ROADS", "THE HARBOUR MASTER KEPT A DIARY"
    own, other = excerpts
    page = f"{first}\n\n{own[1]}\n{CITATION}\n\n{second}\n\n{other[1]}\n{CITATION}\n"
    book = make_book(
        page,
        claims=[first, second],
        excerpts=[(own[1], first, CITATION), (other[1], second, CITATION)],
    )
    told = run_stage(AuditStage(), book).discrepancies
    return [
        (d.a_says, d.b_says) for d in told if d.kind is DiscrepancyKind.HEADING and "another claim" in d.reasons[0].rule
    ]


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        ("It was a cold night.", "I counted six coal hulks in the roads.", [("FOUR COAL HULKS", "six coal hulks")]),
        ("It was a cold night.", "Six coal hulks were sold.", []),
        ("It was a cold night.", "I counted four coal hulks in the roads.", []),
        ("It was a cold night.", "The last two coal hulks went in May.", []),
        ("There were five coal hulks.", "I counted six coal hulks in the roads.", []),
        ("It was a cold night.", "I counted six hulks in the roads.", []),
    ],
)
def test_another_number_of_the_same_under_another_claim(own, other, told):
    assert counted(("", own), ("", other)) == told
