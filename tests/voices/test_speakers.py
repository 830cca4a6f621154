"""Who can be a speaker at all: people, bodies and papers, and never a phrase about a thing."""

from __future__ import annotations

import pytest

from testimonia.model import Citation, Claim, Excerpt, Mode, Sourcebook, Span, Work
from testimonia.testing import make_source
from testimonia.voices import VoiceStage
from testimonia.words.speech import english_speech

from .conftest import Tell

NOBODY = (
    # excerpt, words in marks that nobody but the narrator is said to have spoken
    'When I use the gentle word, "one is led to believe," I do so because it was a small town.',
    'The pilots agreed that after the storm the "night watch" continued its work on the pier.',
    'Why the ferry sank was the usual question, and nobody at the quay supplied the obvious answer: "It was old."',
    "We are taking note of the behaviour of the crew at the quay:\n(a) The mate was asleep and the lamp was out.",
    "The other pilots were:\n\nKemp, who kept the lamp\n\nDray, who kept the book\n",
    "The lamp was lit at six.\n\nThe pilots were:\n\nKemp, who had been mate for years\n\nDray, the clerk",
    "The harbour group included:\n\nKemp\n\nDray\n\nSorrel\n",
    "CONCLUSIONS:\nFaced with the plain success of the ferry, they first hoped that it would sink.",
)


@pytest.mark.parametrize("excerpt", NOBODY)
def test_a_thing_or_a_list_is_no_speaker(tell: Tell, excerpt: str) -> None:
    told = tell(excerpt)
    assert {speaker for _, speaker in told.speakers} == {"author"}


SOMEBODY = (
    ('Historians of the river concluded that "the ferry was lost before the bell rang."', "the ferry was", "group"),
    ('The harbour board announced: "No ferry will leave after eight."', "No ferry", "org"),
    ('A critic wrote, "The ferry was the worst on the river."', "The ferry was", "anon"),
    ('The latest account concludes, "The ferry was lost before the bell."', "The ferry was", "anon"),
    ('When people in Leeds declare "it is quite beyond belief that she sank," they forget the fog.', "it is", "group"),
)


@pytest.mark.parametrize(("excerpt", "words", "kind"), SOMEBODY)
def test_people_bodies_and_papers_speak(tell: Tell, excerpt: str, words: str, kind: str) -> None:
    voice = tell(excerpt).of(words)
    assert voice.mode is Mode.QUOTE
    assert voice.speaker.split(":")[0] == kind


KNOWN = (
    (
        "The pilots rose by turns, {Kemp}, {Dray} and {Brand}, and shook hands. When {Ash}'s turn came he said: "
        '"Let the board decide."',
        "Let the board",
        "Ash",
    ),
    ('In a letter to {Lowe} {Ash} stated: "I almost forgot the lamp."', "I almost", "Ash"),
    (
        'It was done by {Lowe}, brother-in-law of {Brand}.\n{Brand} said that the "lamp had been out since noon."',
        "lamp",
        "Brand",
    ),
    ('The fog came in over the bar. {Piers K. Ash} commented: "She was never late before."', "She was", "Ash"),
    ('{Ash} one of the pilots told the others, "The lamp has been out since noon."', "The lamp", "Ash"),
    ('The old pilot, {Ash}, was calm. He stood up with dignity. In his reply he said: "I saw it."', "I saw", "Ash"),
    (
        '{Ash} spoke of the work in company with {Lowe} with whom he was on good terms "which he kept up to the end."',
        "which he",
        "Ash",
    ),
)


@pytest.mark.parametrize(("excerpt", "words", "who"), KNOWN)
def test_a_known_person_is_named_by_his_id(tell: Tell, excerpt: str, words: str, who: str) -> None:
    assert tell(excerpt).who(words) == who


def test_what_a_paper_says_in_a_review_is_the_papers(tell: Tell) -> None:
    told = tell('Even The Herald, in a dry and unkind review of what it calls a "very idle inquiry," was fair.')
    assert told.who("very idle") == "org:herald"


def test_a_body_of_a_body_keeps_its_whole_name(tell: Tell) -> None:
    told = tell('According to the Pilot Board of the River Company, "no ferry was late in all those years."')
    assert told.who("no ferry") == "org:pilot-board-of-the-river-company"


def test_a_text_without_full_stops_is_read_in_pieces(tell: Tell) -> None:
    told = tell("{Lowe} went out and " + "came back and " * 400 + 'then {Ash} said, "I have seen the ferry go out."')
    assert told.who("I have seen") == "Ash"


@pytest.mark.parametrize("noun", ["historian", "critics", "fishermen", "joiners", "smugglers", "people", "deputies"])
def test_nouns_of_people(noun: str) -> None:
    assert english_speech().is_human(noun)


@pytest.mark.parametrize("noun", ["behaviour", "work", "moderate", "weather", "numbers", "campaign", "career"])
def test_nouns_of_things_do_not_speak(noun: str) -> None:
    assert not english_speech().can_speak(noun)


def test_who_is_called_by_name_in_words_that_somebody_quotes_may_be_the_one_who_quotes_them(tell: Tell) -> None:
    told = tell(
        "{Ash} kept the gate for nine years. He agreed to talk because the case had lapsed. "
        "\"They say to me at the hearing, '{Ash}, you opened his bag forty times.' I tell them that I saw nothing.\""
    )
    assert told.who("They say to me") == "Ash"


def test_a_title_behind_a_name_means_him_when_it_stands_alone(tell: Tell) -> None:
    told = tell(
        '{Kemp} Pasha came with two boats. He was tired. The Pasha answered, "We shall sail at dawn, all of us."'
    )
    assert told.who("We shall sail") == "Kemp"


def test_a_bare_title_of_nobody_known_is_no_body(tell: Tell) -> None:
    told = tell('Two boats came in. The Pasha answered, "We shall sail at dawn, all of us."')
    assert told.who("We shall sail") == "anon:pasha"


def test_an_entry_is_the_diarists_though_a_word_stands_between(tell: Tell) -> None:
    told = tell(
        '{Mary} spoke of it often. Her last entry is about a dinner. "A pilot was there, who said little to me."'
    )
    assert told.who("A pilot was there") == "Mary"


def test_the_point_of_a_title_ends_no_clause(tell: Tell) -> None:
    told = tell('I asked what she meant. "Then put it down," said Mrs. {Brand}, and shut the door.')
    assert told.who("Then put") == "Brand"


def test_a_paper_is_in_the_words_of_whom_its_description_names(tell: Tell) -> None:
    told = tell("I held the lamp myself.", author="", title="Evidence of Capt. Ann Lowe, pilot")
    assert told.voices[0].speaker.startswith("author:")
    assert told.voices[0].speaker_name == "Lowe"


def test_the_witness_whose_evidence_is_cited_gives_the_answers(tell: Tell) -> None:
    told = tell("Q. Were you there? A. I was. Q. Alone? A. With the mate.", author="", title="Evidence of Ann Lowe")
    assert [voice.speaker_name for voice in told.voices] == ["Q.", "Lowe", "Q.", "Lowe"]


def test_what_is_taken_from_anothers_book_is_not_its_authors() -> None:
    text = "ASH LIT THE LAMP\n\nI lit it myself.\n\n"
    line = "Ash in court, cited from Lowe, op. cit., p. 4"
    csl = {"type": "book", "title": "Ash in court", "page": "4"}
    full = {"type": "book", "title": "The Lamp", "author": [{"family": "Lowe", "given": "Piers"}]}
    begin = text.index("I lit")
    excerpt = Span(begin, len(text) - 2)
    book = Sourcebook(make_source(text + line + "\n"))
    book.add(
        [
            Claim("c", Span(0, 16), text[:16]),
            Excerpt("x", excerpt, excerpt.cut(text), "c", "q"),
            Citation("q", Span(len(text), len(text) + len(line)), line, csl, "w", "4", full),
            Work("w", full, 1),
        ]
    )
    book.add(r for r in VoiceStage()(book))
    assert [(voice.speaker, voice.speaker_name) for voice in book.voices] == [("author:ash-in-court", "Ash in court")]
