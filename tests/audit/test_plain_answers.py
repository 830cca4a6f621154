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
        ("REED WAS ELECTED UNANIMOUSLY", "The members were equally divided.", "were equally divided"),
        ("PENROSE RECOGNISED THE POACHER", "I could not swear to him, for it was raining.", "could not swear to him"),
        ("PENROSE IDENTIFIES ASH", "All the riders were masked.", "were masked"),
        ("THE STRIKERS WERE UNARMED", "Two of them carried old pistols.", "carried old pistols"),
        (
            "THE SAILORS WERE DECENTLY LODGED",
            "Twenty slept in a loft meant for six.",
            "in a loft meant for six",
        ),
        ("THE SURVEY PROVED THE DAM SOUND", "There is nothing that can prove it.", "nothing that can prove"),
        ("THE MATES CONFIRMED THE LOG", "I have no means of knowing what was in it.", "I have no means of knowing"),
        ("MARSDEN WAS CONVINCED OF THE CURE", "I am not at all certain now.", "I am not at all certain"),
        ("QUILL HAD A FAIR HEARING", "He was not allowed to question the clerk.", "not allowed to question"),
        ("HOLM WAS GUILTY", "What he did was no crime.", "was no crime"),
        ("LOWE ABANDONED THE LIGHT", "In the end it was Reed who ordered him away.", "it was Reed who ordered him"),
        ("THE WHOLE SERMON WAS PRINTED", "Much of it was left out.", "was left out"),
        ("THE WILL IS IN HIS OWN HAND", "The last page is in a different ink.", "is in a different"),
        ("ASH CONFESSED TO THE THEFT", "The deposition is a fabrication.", "deposition is a fabrication"),
        ("VEREY WAS OUT OF HER MIND", "The widow was of sound and disposing mind.", "of sound and disposing mind"),
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
        ("It was a cold night.", "I counted six coal hulks from the pier.", [("FOUR COAL HULKS", "six coal hulks")]),
        ("It was a cold night.", "I counted four coal hulks from the pier.", []),
        ("It was a cold night.", "The last two coal hulks went in May.", []),
        ("There were five coal hulks.", "I counted six coal hulks from the pier.", []),
        ("It was a cold night.", "I counted six hulks from the pier.", []),
    ],
)
def test_another_number_of_the_same_under_another_claim(own, other, told):
    assert counted(("", own), ("", other)) == told
