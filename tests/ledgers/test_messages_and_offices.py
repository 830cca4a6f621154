"""Messages and offices: both sides known, or no row."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash sent a postcard to Reed.", "from=ash to=reed [author:marlow]"),
        ("Ash sent Reed a telegram.", "from=ash to=reed [author:marlow]"),
        ("Reed received instructions from Ash through Holm.", "from=ash to=reed through=holm [author:marlow]"),
        ("Reed received from Ash a folded note.", "from=ash to=reed [author:marlow]"),
        ("Ash instructed Reed to leave.", "from=ash to=reed [author:marlow]"),
        ("Reed was ordered by Ash to leave.", "from=ash to=reed [author:marlow]"),
        ("Ash copied the tide table and passed it on to Reed.", "from=ash to=reed [author:marlow]"),
        ("Ash told Reed to open the sluice.", "from=ash to=reed [author:marlow]"),
        ("Reed was asked by Ash not to leave.", "from=ash to=reed [author:marlow]"),
        ("Ash had a wire from Reed.", "from=reed to=ash [author:marlow]"),
        ("Ash wired Reed that it was lost.", "from=ash to=reed [author:marlow]"),
        ("Ash kept writing to Reed.", "from=ash to=reed [author:marlow]"),
        ("Ash exchanged telegrams with Reed.", "from=ash to=reed [author:marlow]"),
        ("Ash cabled to both Reed and Holm, asking for rope.", "from=ash to=reed to=holm [author:marlow]"),
        ("Reed received Ash's orders from Holm.", "from=ash to=reed through=holm [author:marlow]"),
        ("Ash attested to having received a wire from Reed.", "from=reed to=ash [ash]"),
        ("Ash spoke of having received, that spring, orders from Reed.", "from=reed to=ash [author:marlow]"),
        ("Holm, having received Reed's orders, left.", "from=reed to=holm [author:marlow]"),
        ("Telegrams from Ash about the flood were received by Reed.", "from=ash to=reed [author:marlow]"),
        ("Holm hailed Reed, who handed him a telegram.", "from=reed to=holm [author:marlow]"),
    ],
)
def test_a_message_is_read(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "messages") == [row]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash's letter to Reed is lost.", "from=ash to=reed [author:marlow]"),
        ("Ash's postcard to his wife is lost.", "from=ash to=his wife [author:marlow]"),
        ("Holm had forwarded Ash's orders on the dredging.", "from=ash through=holm [author:marlow]"),
        ("Holm carried letters from Ash to Reed.", "from=ash to=reed through=holm [author:marlow]"),
        ("By order of Ash, Reed opened it.", "from=ash to=reed [author:marlow]"),
        ("A letter from Ash to Reed was found.", "from=ash to=reed [author:marlow]"),
        ("[10 May 1912 telegram of Ash to Reed]", "from=ash to=reed [author:marlow]"),
        ("[A telegram dispatched by Ash to Reed in May 1912] It is lost.", "from=ash to=reed [author:marlow]"),
        (
            "[In a telegram to Reed dated May 1912 Ash and Holm reported] It is lost.",
            "from=ash from=holm to=reed [author:marlow]",
        ),
        ("Ash lamented in a rhymed telegram to Reed that the boat was lost.", "from=ash to=reed [author:marlow]"),
        ("In his telegrams to Reed and the choir, Ash complained of the damp.", "from=ash to=reed [author:marlow]"),
        ("On Reed's orders Ash was soon at the mill.", "from=reed to=ash [author:marlow]"),
        ("Holm was the organist, and by order of Reed, rang the bells.", "from=reed to=holm [author:marlow]"),
        ("The bay was surveyed under my orders by Reed.", "from=author:marlow to=reed [author:marlow]"),
        ("ASH: I sounded the bay in accordance with the orders sent me by Reed.", "from=reed to=ash [ash]"),
    ],
)
def test_a_message_is_read_from_its_noun(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "messages") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "Ash told Reed to his face that he lied.",
        "Ash told Reed that he lied.",
        "Ash passed on to other matters.",
        "Ash passed the hymn on to Skarra.",
        "Ash had orders to go.",
        "We are urged by Ash to sing.",
        "Ash ordered Reed's arrest.",
        "Holm, in order to please Reed, wept.",
        "Reed might only have sailed on orders from Ash.",
        "The theft was done on the orders of Ash, Reed and Holm.",
        "Ash gave orders to relieve Reed.",
        "Ash sent Reed a hat.",
        "Ash never wrote a letter to Reed.",
        "Ash gave no order to Reed.",
        "Ash sent no letter to Reed.",
        "Ash denied that he had sent Reed a letter.",
        "A letter came.",
    ],
)
def test_what_is_no_sure_message_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "messages") == []


def test_no_fewer_than_some_are_sent(read, rows) -> None:
    assert len(rows(read("Ash wrote no fewer than nine letters to Reed."), "messages")) == 1


def test_an_office_is_read_from_a_sentence(read, rows) -> None:
    assert rows(read("Ash was harbour master of Skarra. Reed was a friend of the mate."), "offices") == [
        "who=ash office=harbour master of Skarra [author:marlow]"
    ]


def test_an_office_beside_a_name_is_read_once(read, rows) -> None:
    words = "Ash, senior clerk of the dock, wept."
    assert rows(read(words, roles={"Ash": "senior clerk of the dock"}), "offices") == [
        "who=ash office=senior clerk of the dock [author:marlow]"
    ]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Ash was harbour master of Skarra from 1910 to 1914.", "1910/1914"),
        ("Next came Ash, who was harbour master, until 1914.", "../1914"),
        ("Ash, who was harbour master of Skarra, began to steal in 1914.", None),
    ],
)
def test_an_office_is_dated_by_its_own_words_alone(read, words: str, when: str | None) -> None:
    assert [entry.when for entry in read(words).entries if entry.ledger == "offices"] == [when]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash handed the boy a note for Reed.", "from=ash to=reed [author:marlow]"),
        ("Ash wrote the mayor a long letter.", "from=ash to=the mayor [author:marlow]"),
        ("Holm brought Ash word from Reed.", "from=reed to=ash through=holm [author:marlow]"),
        ("The foreman, Mr. Ash, was ordered by Reed to stop.", "from=reed to=ash [author:marlow]"),
        ("Ash sent for Reed.", "from=ash to=reed [author:marlow]"),
        ("To Reed Ash wrote that the well was dry.", "from=ash to=reed [author:marlow]"),
        ("Ash wrote in the spring of 1890 to Reed.", "from=ash to=reed [author:marlow]"),
        ("He wired to Ash.", "from=He to=ash [author:marlow]"),
        ("Ash telephoned Reed.", "from=ash to=reed [author:marlow]"),
        ("Ash told me that the well had to be shut.", "from=ash to=author:marlow [author:marlow]"),
        ("The admiral ordered Ash to sink the barge.", "from=The admiral to=ash [author:marlow]"),
        ("Ash ordered them out.", "from=ash to=them [author:marlow]"),
        ("Ash reported it to Reed in writing.", "from=ash to=reed [author:marlow]"),
        ("Ash had word from Reed.", "from=reed to=ash [author:marlow]"),
        ("Their instructions to Ash were to wait.", "from=Their to=ash [author:marlow]"),
        ("Ash received a telegram from the Harbour Board.", "from=the Harbour Board to=ash [author:marlow]"),
    ],
)
def test_a_message_is_read_with_a_phrase_or_a_pronoun_for_a_side(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "messages") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "Ash ordered new barges to be built.",
        "Ash was told by people who were in a position to know.",
        "Ash told me that I should have it in May.",
        "We are asked by Ash to believe it.",
        "Ash gave Reed a five-pound note.",
    ],
)
def test_what_bids_nobody_is_no_message(read, rows, words: str) -> None:
    assert rows(read(words), "messages") == []
