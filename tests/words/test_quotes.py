"""What quotation marks enclose, in the habits of several languages, and which marks have no partner."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.words.quotes import QuoteFault, read_quotations


def inner(text: str) -> list[str]:
    return [q.inner.cut(text) for q in read_quotations(text).quotations]


def faults(text: str) -> list[QuoteFault]:
    return [loose.fault for loose in read_quotations(text).loose]


@pytest.mark.parametrize(
    ("text", "enclosed"),
    [
        ('He said "no" and left.', ["no"]),
        ("He said “no” and left.", ["no"]),
        ("Er sagte „nein“ und ging.", ["nein"]),
        ("Er sagte »nein« und ging.", ["nein"]),
        ("Il dit « non » et partit.", ["\u00a0non\u00a0".replace("\u00a0", " ")]),
        ("Il dit «\u202fnon\u202f» et partit.", ["\u202fnon\u202f"]),
        ("Han sade ”nej” och gick.", ["nej"]),
        ("Он сказал «нет» и ушёл.", ["нет"]),
        ("Powiedział „nie” i wyszedł.", ["nie"]),
        ("彼は「いいえ」と言った。", ["いいえ"]),
        ("He said ``no'' and left.", ["no"]),
        ("He said 'no' and left.", ["no"]),
        ("He said ‘no’ and left.", ["no"]),
        ('"Yes," he said, "and no."', ["Yes,", "and no."]),
        ("He asked: \"Did she say 'never' to you?\"", ["Did she say 'never' to you?", "never"]),
        ('The record ("of the court") is lost.', ["of the court"]),
        ('He spoke--"without hope"--and left.', ["without hope"]),
        ('He said "...and then no more...." Nothing else.', ["...and then no more...."]),
    ],
)
def test_a_pair_of_marks_encloses_words(text: str, enclosed: list[str]) -> None:
    assert inner(text) == enclosed
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It's the captain's boat, isn't it?",
        "It’s the captain’s boat, isn’t it?",
        "The workers' boats and the owners' ships of the '30s.",
        "’Twas the night of the ’31 storm.",
        "D'Arcy and O'Brien sold l'Hirondelle.",
        "The plank was 6\" by 9'.",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert inner(text) == []
    assert faults(text) == []


def test_depth_counts_the_quotations_around() -> None:
    text = "“She said: ‘He cried “land” twice.’ I doubt it.”"
    assert [(q.depth, q.inner.cut(text)) for q in read_quotations(text).quotations][1:] == [
        (1, "He cried “land” twice."),
        (2, "land"),
    ]


def test_a_long_quotation_opens_again_at_each_paragraph() -> None:
    text = '"The first day was calm.\n"The second was not.\n"On the third we sank," he wrote.'
    (quotation,) = read_quotations(text).quotations
    assert len(quotation.reopened) == 2
    assert quotation.span.cut(text).endswith('sank,"')
    assert faults(text) == []


def test_a_quotation_runs_over_paragraphs_that_do_not_open_again() -> None:
    text = 'He wrote: "Dear Brandt,\nthe ship is lost.\nYours, Oake." Nobody answered.'
    assert len(inner(text)) == 1
    assert faults(text) == []


def test_same_marks_nest_where_both_close() -> None:
    text = 'He wrote: "The mate said, "No," and I left him." So much for that.'
    assert [q.depth for q in read_quotations(text).quotations] == [0, 1]
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('He said: "The light was out.', QuoteFault.NOT_CLOSED),
        ('The light was out," he said.', QuoteFault.NOT_OPENED),
        ('He called it “spilling the beans," and left.', QuoteFault.OTHER_SHAPE),
        ("“It was a most ”telling word,” he said, “and “true”.”", QuoteFault.WRONG_WAY),
        ('He said, "the light. "I saw it," he added.', QuoteFault.NOT_CLOSED),
        ("He was told ‘never to come back.", QuoteFault.NOT_CLOSED),
    ],
)
def test_a_mark_without_a_partner_is_told(text: str, fault: QuoteFault) -> None:
    assert fault in faults(text)


def test_a_quotation_does_not_run_into_the_next_turn() -> None:
    text = 'BRANDT: He said, "I saw the light.\nTHE PRESIDENT: Which light?\nBRANDT: The "red" one.'
    assert faults(text) == [QuoteFault.NOT_CLOSED]
    assert "red" in inner(text)


def test_a_line_of_dialogue_continues_nothing() -> None:
    text = 'The judge read: "After this you wrote that you were there.\n"So," he added, "you were there?"'
    assert faults(text) == [QuoteFault.NOT_CLOSED]


@given(st.text(alphabet="ab .,\n\"'“”‘’„«»-:A[]", max_size=120))
@settings(max_examples=500, deadline=None)
def test_any_text_is_read_into_spans_within_it(text: str) -> None:
    reading = read_quotations(text)
    for quotation in reading.quotations:
        assert (
            0 <= quotation.span.start <= quotation.inner.start <= quotation.inner.end <= quotation.span.end <= len(text)
        )
        assert text.startswith(quotation.opening, quotation.span.start)
    for loose in reading.loose:
        assert loose.within.contains(loose.span)
        assert loose.span.end <= len(text)
