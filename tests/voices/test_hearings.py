# ruff: noqa: E501 - a case stands on one line
"""Who is asked and who answers, who swears and who takes the oath, who sends a wire: hearings, affidavits, telegrams."""

from __future__ import annotations

import pytest

from testimonia.model import Mode

from .conftest import Tell


@pytest.mark.parametrize(
    ("excerpt", "words", "speaker"),
    [
        pytest.param('{Ash} was asked: "Who lit it?" He said, "I did."', "Who lit", "anon:questioner", id="passive"),
        pytest.param('{Ash} was asked: "Who lit it?" He said, "I did."', "I did", "Ash", id="his answer"),
        pytest.param('I was often asked, "Were you cold?" and I answered, "At times."', "Were you", "anon:questioner", id="I"),
        pytest.param('{Ash} was then told, "You may go." He went.', "You may", "anon:somebody", id="told"),
        pytest.param('"Who lit it?" he was asked. "I did," said {Ash}.', "Who lit", "anon:questioner", id="behind"),
        pytest.param('{Ash} was asked by {Lowe}, "Who lit it?"', "Who lit", "Lowe", id="by whom"),
        pytest.param('{Ash} asked, "Who lit it?"', "Who lit", "Ash", id="active"),
        pytest.param('When {Ash} had been asked, "Nobody did," he answered.', "Nobody", "Ash", id="clause behind"),
        pytest.param('On being warned, "I will go," {Ash} added.', "I will", "Ash", id="warned, adds"),
        pytest.param('{Ash} did as he was told: "I lit it," he wrote.', "I lit", "Ash", id="as he was told"),
        pytest.param('{Lowe} was assured, "on my word," by {Ash}.', "on my word", "Ash", id="by whom, behind"),
        pytest.param(
            '{Ash} was asked: "Why?" He replied: "We thought that {Lowe}, {Ash}, {Hare} and others would come."',
            "We thought", "Ash", id="one of a list is not called",
        ),
        pytest.param('{Ash} knocked. {Lowe} came. "Is it you, {Ash}, at last?" he said.', "Is it you", "Lowe", id="called"),
    ],
)  # fmt: skip
def test_what_somebody_is_asked_is_not_his(tell: Tell, excerpt: str, words: str, speaker: str) -> None:
    assert tell(excerpt).who(words) == speaker


def test_the_affidavit_is_his_who_swears_and_not_his_who_took_the_oath(tell: Tell) -> None:
    told = tell(
        "I, {Ann Lowe}, of the Quay, make oath and say as follows:\n\n1. That I held the lamp.\n\n"
        "Sworn before me this 4th day of May 1912,\n{Piers Ash}, Commissioner for Oaths.",
        author="",
    )
    assert told.who("That I held the lamp") == "Lowe"


def test_who_signs_a_letter_that_names_another_writes_it(tell: Tell) -> None:
    told = tell("Dear {Lowe},\n\nI, {Kemp} says, held the lamp. He is wrong.\n\nYours truly,\n{Piers Ash}", author="")
    assert told.who("He is wrong") == "Ash"


@pytest.mark.parametrize(
    ("label", "speaker"), [("ASH, J.: ", "Ash"), ("ASH, L.J. (dissenting): ", "Ash"), ("ASH, C.J.: ", "Ash")]
)
def test_what_a_judge_is_stands_in_his_label(tell: Tell, label: str, speaker: str) -> None:
    told = tell(
        "{" + label[:3] + "|Ash}" + label[3:] + "The rope was cut. I find for the owner.\n{HARE|Hare}, J.: I agree."
    )
    assert told.who("I find") == speaker
    assert told.of("I find").mode is Mode.TURN


def test_a_telegram_is_his_whom_its_first_words_name(tell: Tell) -> None:
    told = tell("{ASH|Ash} TO HARBOUR BOARD. 4 MAY. LAMP LOST STOP NO OIL STOP {LOWE|Lowe} INFORMED", author="")
    assert told.who("LAMP LOST") == "Ash"


def test_a_petition_is_theirs_who_make_it_whoever_signs_first(tell: Tell) -> None:
    head = "To the Harbour Board\n\nThe humble Petition of the Pilots of Hull sheweth:\n\nThat the lamp is out.\n\n"
    told = tell(
        head + "And your Petitioners will ever pray.\n\n(Signed) {ANN LOWE|Lowe}. {PIERS ASH|Ash}, scribe.", author=""
    )
    assert told.who("That the lamp") == "group:pilots-of-hull"


def test_entries_by_the_day_among_his_papers_are_his(tell: Tell) -> None:
    entries = "4 May. Rain. Sat up late.\n\n6 May. {Lowe} rode in. Told him it was too late.\n\n7 May. Wind."
    told = tell(entries, author="", title="Ash Papers", claim="{ASH} SAT UP")
    assert told.who("Sat up late") == "Ash"
    plain = tell("4 May was wet. Nobody sat up. {Lowe} rode in.", author="", title="Ash Papers", claim="{ASH} SAT UP")
    assert plain.who("Nobody sat") == "author"
    assert tell(entries, author="", title="Harbour Papers", claim="{ASH} SAT UP").who("Sat up late") == "author"


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ("4 May. Ship in, from Leith.\n\n6 May. Sailed again with coals.", "Ash Papers, log of the quay"),
        ("4 May. Present: {Hare}, {Reed}.\n\n6 May. Told {Hare} to sell.", "Ash Papers, minutes, box 3"),
        ("4 May. {Ash} rode out. Saw nobody.\n\n6 May. {Ash} was ill.", "Ash Papers"),
        ("May 4: The strike begins.\n\nMay 6: {Lowe} is held.", "Ash Papers"),
        ("4 May. Rain. Sat up late.\n\n6 May. Went out.", "Ash Papers, diary of his wife"),
        ("4 May. Rain. Sat up late.\n\n6 May. Went out.", "Ash Journal of Tides"),
        ("4 May. Rain. Sat up late.\n\n6 May. Went out.", "Ash Collection"),
    ],
)
def test_not_all_that_is_among_his_papers_is_his_diary(tell: Tell, entries: str, title: str) -> None:
    told = tell(entries, author="", title=title, claim="{ASH} SAT UP")
    assert {speaker for _, speaker in told.speakers} == {"author"}


def test_a_name_in_marks_before_a_verb_is_not_what_was_said(tell: Tell) -> None:
    told = tell('{Lowe}, of the "Leeds Mercury," wrote that {Ash} was there: "He was there all night."')
    assert told.who("He was there") == "Lowe"
    assert tell('{Lowe} of the "Union," told {Ash}: "We go."').who("We go") == "Lowe"
    assert tell('The "Gull," said {Ash}, "was lost."').who("was lost") == "Ash"


def test_a_pronoun_in_short_marks_is_not_who_says_them(tell: Tell) -> None:
    told = tell('"He was," writes {Ash}, "a man whom one followed to the end."', claim="{LOWE} WAS FOLLOWED")
    assert told.who("a man whom") == "Ash"
    assert tell('The "Union" said: "We shall go on."').who("We shall") != "author"


@pytest.mark.parametrize("title", ["The Evidence of Things Seen", "On the Evidence of Leeds", "The Testimony of Bones"])
def test_evidence_of_things_has_no_witness(tell: Tell, title: str) -> None:
    told = tell("Q. Who lit it?\nA. I did.\nQ. When?\nA. At nine.", author="", title=title)
    assert told.who("I did") == "anon:witness"


@pytest.mark.parametrize(
    ("wire", "sender"),
    [
        ("{ASH} TO HARBOUR BOARD. 17 JULY. SHIP LOST STOP SEND BOAT STOP", "Ash"),
        ("{ASH} TO COME AT ONCE STOP SHIP LOST STOP {LOWE}", "Lowe"),
        ("{ASH} TO BE HELD AT LEITH STOP SHIP LOST STOP {LOWE}", "Lowe"),
    ],
)
def test_who_is_to_come_does_not_send_the_wire(tell: Tell, wire: str, sender: str) -> None:
    assert tell(wire, author="", claim="{ASH} WIRED").who("SHIP LOST") == sender
