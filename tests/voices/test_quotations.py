"""Whose a quotation is, by the words around it."""

from __future__ import annotations

import pytest

from testimonia.model import HandRole, Mode, Span
from testimonia.voices.quotations import run_on
from testimonia.words.quotes import Quotation

from .conftest import Tell

ATTRIBUTED = (
    # excerpt, words of the quotation, speaker
    ('{Ash} said, "I saw the ferry go before her hour."', "I saw the ferry", "Ash"),
    ('"I saw the ferry go," said {Ash}.', "I saw the ferry", "Ash"),
    ('"I saw the ferry go," {Ash} replied, "and nobody rang."', "and nobody rang", "Ash"),
    ('"Did you see her?" asked the old pilot {Ash}, and sat down.', "Did you see", "Ash"),
    ("{Ash} testified that he had been asleep: “I saw nothing until the bell.”", "I saw nothing", "Ash"),
    ('According to {Ash}, the bell was "never rung before eleven that night."', "never rung", "Ash"),
    ('In the words of {Ash}, "the quay was empty when she left it."', "the quay was", "Ash"),
    ('{Ash}\'s statement that "the quay was empty when she left it" was not believed.', "the quay was", "Ash"),
    ('{Ash} met {Lowe} on the quay. He said, "You are late."', "You are late", "Ash"),
    ('{Ash} met {Brand} on the quay. She said, "You are late."', "You are late", "Brand"),
    ('{Ash} met {Lowe} on the quay; the latter said, "You are late."', "You are late", "Lowe"),
    ('He [{Ash}] admitted it: "I took the money and I was glad of it."', "I took the money", "Ash"),
    ('{Ash}, who had been mate of the ferry, declared: "She was never late."', "She was never", "Ash"),
    ('{Ash}, the mate, went down to the quay and said, "She was never late."', "She was never", "Ash"),
    (
        'The letter was read by {Ash}. {Lowe} was told by {Brand} that "it was all a mistake of the clerk."',
        "it was all",
        "Brand",
    ),
    ('{Ash} shook his head. "I never saw it in my life."', "I never saw", "Ash"),
    ('Sir John {Ash}: "Was it you?" {Lowe}, in a whisper: "It was."', "It was.", "Lowe"),
    ('{Ash} said that {Lowe} came in and cried, "Fire, all of you, fire!"', "Fire, all", "Lowe"),
    ('When we were at sea, {Ash} recalled the quay and said, "It was quite empty."', "It was quite", "Ash"),
    ('{Ash} asked him, "Were you there, {Lowe}?"', "Were you there", "Ash"),
    ('{Lowe} met {Ash}. He called, "{Lowe}, come up here at once!"', "come up here", "Ash"),
    (
        'A young student told the court that "the bell had rung twice before the boat left."',
        "the bell had rung",
        "anon:young-student",
    ),
    ('The Times reported that "the quay was empty when the ferry left."', "the quay was", "org:times"),
    ('The indictment says that "the accused sold the ferry to her enemies."', "the accused sold", "org:indictment"),
    ('The passengers complained: "Nobody told us that she would sail."', "Nobody told us", "group:passengers"),
    ('I said, "You are late, and I am not the one who will pay."', "You are late", "author"),
)


@pytest.mark.parametrize(("excerpt", "words", "speaker"), ATTRIBUTED)
def test_a_quotation_is_whose_the_words_around_it_say(tell: Tell, excerpt: str, words: str, speaker: str) -> None:
    told = tell(excerpt)
    assert told.who(words) == speaker
    assert told.of(words).mode is Mode.QUOTE


NARRATED = (
    ('The so-called "accident" cost nine lives.', "accident"),
    ('{Ash} denied that he was a member of the "Quay Club."', "Quay Club"),
    ('The "Union" was a name that he gave to his debts.', "Union"),
    ('He tapped the glass, as if to say "We were warned of it."', "We were warned"),
    ("{Ash} said that the ferry had left before her hour.", "the ferry had left"),
    ('{Ash} had {Lowe} arrested as one of the now widely advertised "friends of the ferry."', "friends of"),
)


@pytest.mark.parametrize(("excerpt", "words"), NARRATED)
def test_words_that_nobody_uttered_stay_the_narrators(tell: Tell, excerpt: str, words: str) -> None:
    assert tell(excerpt).who(words) == "author"


def test_marks_go_with_the_quoted_words(tell: Tell) -> None:
    told = tell('{Ash} said, "She left." Then he went.')
    assert [words for words, _ in told.speakers] == ["Ash said,", '"She left."', "Then he went."]


def test_a_quotation_inside_a_quotation_has_its_own_speaker_and_a_longer_chain(tell: Tell) -> None:
    told = tell("{Ash} wrote, \"I met {Lowe}, and he said, 'Go home at once.' I did not go.\"")
    assert [who for _, who in told.speakers] == ["author", "Ash", "Lowe", "Ash"]
    inner = told.of("Go home")
    assert [hand.who for hand in inner.chain if hand.role is HandRole.SPEAKER] == ["Ash", "Lowe"]
    assert inner.depth == told.of("I met").depth + 1


def test_paragraphs_that_open_again_are_one_voice(tell: Tell) -> None:
    told = tell('{Ash} wrote:\n"The quay was empty.\n"I went aboard alone."\nNobody believed him.')
    assert [who for _, who in told.speakers] == ["author", "Ash", "author"]


def test_a_quotation_that_is_never_closed_holds_those_that_it_introduces(tell: Tell) -> None:
    told = tell('{Ash} told the story:\n"When we were at sea, {Lowe} looked up and said, "Go home." And then he slept.')
    assert told.who("When we were") == "Ash"
    assert told.who("Go home") == "Lowe"
    assert told.who("And then he slept") == "Ash"


def test_dialogue_goes_back_and_forth(tell: Tell) -> None:
    told = tell('{Ash} sat opposite {Lowe}.\n"Were you there?" asked {Ash}.\n"I was not."\n"And your boat?"\n"Sold."')
    assert [told.who(words) for words in ("Were you", "I was not", "And your", "Sold")] == [
        "Ash",
        "Lowe",
        "Ash",
        "Lowe",
    ]


def test_what_is_guessed_says_so(tell: Tell) -> None:
    told = tell('{Ash} met {Lowe} on the quay. He said, "You are late."')
    voice = told.of("You are late")
    assert voice.confidence < 0.9
    assert any("likeliest" in reason.rule for reason in voice.reasons)
    assert tell('{Ash} said, "You are late."').of("You are late").confidence >= 0.9


def test_every_reason_points_at_its_words(tell: Tell) -> None:
    told = tell('{Ash} met {Lowe} on the quay. He said, "You are late."')
    for voice in told.voices:
        for reason in (*voice.reasons, *(r for hand in voice.chain for r in hand.reasons)):
            assert reason.span is None or reason.words == reason.span.cut(told.book.text)


SIGNED = (
    # excerpt, words, speaker
    (
        "The paper had a letter: ‘Mr. Editor: All you print is wrong. I was never a pilot. L. {Lowe}.’ It is typed.",
        "never a",
        "Lowe",
    ),
    (
        "It was handed in at six. ‘{Kemp}, Hull. The quay must be empty by noon. {Lowe}.’ That is the copy.",
        "must be",
        "Lowe",
    ),
    (
        'I had it from {Lowe} himself, on half a sheet. "Captain, The quay must be empty by four. L." I kept it.',
        "must be",
        "Lowe",
    ),
    (
        'She wrote a note on a label, "Come home at once. The wind has turned. {Anna}." Nobody came.',
        "Come home",
        "Anna",
    ),
    (
        'A poor thing: "Leith, 4 May 1911. Honoured Captain! The wind has turned. With great respect, {Anna}." So.',
        "The wind",
        "Anna",
    ),
)


@pytest.mark.parametrize(("excerpt", "words", "speaker"), SIGNED)
def test_a_letter_in_marks_is_whose_name_closes_it(tell: Tell, excerpt: str, words: str, speaker: str) -> None:
    assert tell(excerpt).who(words) == speaker


def test_a_name_that_ends_a_speech_signs_nothing(tell: Tell) -> None:
    told = tell('{Kemp} shook his head and said: "I know very well who did it. {Lowe}." Then he went.')
    assert told.who("I know") == "Kemp"


def test_thousands_of_marks_that_nothing_closes_take_no_long_time(within) -> None:
    text = "“ " * 6_000
    quotations = [Quotation(Span(n, n + 2), Span(n + 1, n + 2), 0, "“", None) for n in range(0, len(text), 2)]
    with within(2):
        assert len(run_on(text, quotations)) == len(quotations)
