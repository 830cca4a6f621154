"""What is denied, only feared, arranged or one of two is no row of any ledger; nor is what only sounds like one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "words",
    [
        # denied around the noun
        "The meeting between Ash and Holm did not take place.",
        "Ash's interview with Holm was refused.",
        "A talk between Ash and Holm is impossible.",
        "The story of a meeting between Ash and Holm is a fable.",
        "An interview between Ash and Holm was arranged for May.",
        "The letter from Holm to Reed was never sent.",
        "Ash's unsent letter to Holm lay in the drawer.",
        "Ash's orders to Holm were never given.",
        "The alleged letter of Ash to Holm is a forgery.",
        "Holm left the quay, not on the orders of Ash.",
        # denied around the clause
        "It is a lie that Ash met Holm.",
        "Nobody saw Ash meet Holm.",
        "Nobody believes that Ash had ten pounds from Holm.",
        "Ash dreamt that he met Holm.",
        "Ash claimed falsely that Holm paid him ten pounds.",
        "Had Ash met Holm in York, all would be well.",
        # one of two, or neither
        "Neither Ash nor Holm met Reed.",
        "Neither Ash nor Holm paid Reed ten pounds.",
        "Ash or Holm met Reed.",
        "Ash met Holm or Reed.",
        # not done, or laid to somebody
        "Ash refused to pay Holm ten pounds.",
        "Ash forgot to pay Holm ten pounds.",
        "Ash was accused of having paid Holm ten pounds.",
        "Ash stopped paying Holm ten pounds a year.",
        "Ash was to receive ten pounds from Holm.",
        # something else
        "Ash had ten pounds stolen from Holm.",
        "Ash drew a picture of Holm for ten pounds.",
        "Ash earned ten pounds less than Holm.",
        "To Holm: 300 crowns was nothing.",
        "Ash wrote Holm off.",
        "Ash visited Holm Street.",
        "Ash met Holm halfway in the matter of the price.",
        "Ash called on Holm to resign.",
        "Ash came to see Holm, but he was out.",
        "Holm served under the command of Ash.",
        "Ash and Holm held that the conference was useless.",
        "Ash was not appointed captain.",
        "Ash was never captain of the Heron.",
        "Holm denied that Ash was captain of the Heron.",
        "It is untrue that Ash was captain of the Heron.",
        "If Ash was captain of the Heron, he hid it.",
    ],
)
def test_nothing_is_told(read, words: str) -> None:
    assert [entry.text for entry in read(words).entries] == []


@pytest.mark.parametrize(
    ("words", "ledger", "row"),
    [
        ("The man who met Ash told Holm to go.", "messages", ["from=The man to=holm [author:marlow]"]),
        (
            "The man who met Ash paid Holm ten pounds.",
            "payments",
            ["payer=The man payee=holm ten pounds [author:marlow]"],
        ),
        (
            "Ash was told that Holm had paid Reed ten pounds.",
            "payments",
            ["payer=holm payee=reed ten pounds [author:marlow]"],
        ),
        ("Ash met Holm, not in York but in Leeds.", "meetings", ["who=ash with=holm [author:marlow]"]),
        ("It cannot be denied that Ash met Holm.", "meetings", ["who=ash with=holm [author:marlow]"]),
    ],
)
def test_who_did_it_and_on_whose_word(read, rows, words: str, ledger: str, row: list[str]) -> None:
    assert rows(read(words), ledger) == row


def test_the_year_of_a_birth_dates_no_meeting(read) -> None:
    (entry,) = read("Ash, born in 1880, met Holm in Skarra.").entries
    assert entry.when is None
