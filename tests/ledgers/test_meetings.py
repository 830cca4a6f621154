"""Meetings: who met whom, where, on whose word."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash met Reed in Skarra that spring.", "who=ash with=reed where=Skarra [author:marlow]"),
        ("Holm said that he met Reed.", "who=holm with=reed [holm]"),
        ("Ash and Reed met in Skarra.", "who=ash with=reed where=Skarra [author:marlow]"),
        ("Ash, Reed and Holm met at the inn.", "who=ash with=reed with=holm where=the inn [author:marlow]"),
        ("According to Holm, Ash met with Reed.", "who=ash with=reed [holm]"),
        ("According to Reed's sister, Lowe, Ash once dined with Holm.", "who=ash with=holm [lowe]"),
        ("The organ belonged to Reed, whom I rarely visited.", "who=author:marlow with=reed [author:marlow]"),
        ("Ash met Reed and Holm in Skarra.", "who=ash with=reed with=holm where=Skarra [author:marlow]"),
        ("Ash met his brother Reed on the pier.", "who=ash with=reed where=the pier [author:marlow]"),
        ("Ash met at the mill with Holm's cousin Reed.", "who=ash with=reed where=the mill [author:marlow]"),
        (
            "The tenor Holm, whom Ash encountered in the Skarra mill, sang.",
            "who=ash with=holm where=the Skarra mill [author:marlow]",
        ),
        ("ASH: I joined the league, met Reed in Skarra, and left.", "who=ash with=reed where=Skarra [ash]"),
        (
            "Twice that winter Ash rode to consult Reed in his mill near Skarra.",
            "who=ash with=reed where=his mill near Skarra [author:marlow]",
        ),
        ("In winter Holm was rarely interviewed by Ash.", "who=ash with=holm [author:marlow]"),
        ("Ash rowed across the bay, only to encounter Reed on the far side.", "who=ash with=reed [author:marlow]"),
        ("Ash called on Reed and dined with Holm.", "who=ash with=reed [author:marlow]"),
        ("Ash of the Skarra Choir walked over to me.", "who=ash with=author:marlow [author:marlow]"),
        ("Ash called on the Danish minister.", "who=ash with=the Danish minister [author:marlow]"),
        ("Ash came to me on the 9th of May.", "who=ash with=author:marlow [author:marlow]"),
        ("Ash went to Reed and told him of it.", "who=ash with=reed [author:marlow]"),
        ("The daughter of Ash went to Reed.", "who=The daughter of Ash with=reed [author:marlow]"),
        ("Ash was received by Reed at the embassy.", "who=reed with=ash where=the embassy [author:marlow]"),
        ("Ash was confronted with Reed.", "who=reed with=ash [author:marlow]"),
        ("Ash and Reed talked for an hour.", "who=ash with=reed [author:marlow]"),
        ('Reed "declared" that he had dined with Ash.', "who=reed with=ash [reed]"),
        ("Reed, a cook, once a sailor, tenor in the choir, declared that he visited Ash.", "who=reed with=ash [reed]"),
    ],
)
def test_a_meeting_is_read_from_its_verb(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "meetings")[0] == row


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash had a long talk with Reed.", "who=ash with=reed [author:marlow]"),
        ("I had two meetings with Reed on the survey.", "who=author:marlow with=reed [author:marlow]"),
        ("The conversation between Ash and Reed bored the crew.", "who=ash with=reed [author:marlow]"),
        ("A parley between Ash, Reed and Holm followed.", "who=ash with=reed with=holm [author:marlow]"),
        ("Ash's encounter with Reed took place in Skarra.", "who=ash with=reed where=Skarra [author:marlow]"),
        ("After a brief consultation with Holm, of the choir, Ash sang.", "who=ash with=holm [author:marlow]"),
        ("At a meeting with Reed, Ash sang.", "who=ash with=reed [author:marlow]"),
        ("Ash and Reed had a meeting in Skarra.", "who=ash with=reed where=Skarra [author:marlow]"),
        ("A rendezvous took place there between Ash and Reed.", "who=ash with=reed [author:marlow]"),
        ("Ash took part in a conference with Reed.", "who=ash with=reed [author:marlow]"),
        ('Ash mentioned "chilly conversations" with Reed.', "who=ash with=reed [author:marlow]"),
        (
            "Ash attested to having a rendezvous with Reed at the Gull Inn near Skarra.",
            "who=ash with=reed where=the Gull Inn near Skarra [ash]",
        ),
        (
            "Ash was brought to an interview with his fellow ringers, Reed and Holm.",
            "who=ash with=reed with=holm [author:marlow]",
        ),
        ("Ash was a Reed man, and after his talk with Holm he left.", "who=ash with=holm [author:marlow]"),
        ("HOLM: Did you hold an interview with Reed?\nASH: Yes, I did.", "who=ash with=reed [ash]"),
    ],
)
def test_a_meeting_is_read_from_its_noun(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "meetings") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "Ash never met Reed.",
        "Did Ash meet Reed?",
        "Ash wanted to meet Reed.",
        "Ash went to meet Reed.",
        "They met in Skarra.",
        "The meeting of Ash and Reed was long.",
        "Holm denied that Ash met Reed.",
        "Ash denied having met Reed.",
        "It was untrue that Ash met Reed.",
        "There was no proof that Ash met Reed.",
        "There were no meetings between Ash and Reed.",
        "Ash asked for a talk with Reed.",
        "The idea came to Ash in May.",
        "Ash came to Reed's house.",
        "Ash met with a refusal.",
        "Ash met the demand of Reed.",
        "Suppose Ash swore that he held a talk with Reed in the belfry.",
    ],
)
def test_what_is_no_sure_meeting_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "meetings") == []


def test_a_date_in_brackets_before_the_words_is_not_the_meetings(read) -> None:
    (entry,) = read("[Holm's log for 14 May 1912] The bells rang after the talk between Ash and Reed.").entries
    assert entry.when is None
