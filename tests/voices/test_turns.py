"""Transcript turns: labels, directions, questions and answers, and what is nobody's turn."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from testimonia.model import Citation, Claim, Excerpt, Mode, Sourcebook, Span, Work
from testimonia.testing import make_source
from testimonia.voices import VoiceStage
from testimonia.voices.turns import TurnKind, find_turns, known_labels

from .conftest import Tell

LABELLED = (
    # the excerpt, and who has the floor in each of its turns
    ("{ASH|Ash} (to {Lowe}): Were you there?\n{LOWE|Lowe}: I was.", ["Ash", "Lowe"]),
    ("THE PRESIDENT: Were you there?\n{LOWE|Lowe} (in a whisper): I was.", ["anon:president", "Lowe"]),
    (
        "MR. {ASH|Ash}: Were you there?\nMR. {LOWE|Lowe}: I was.\nA VOICE (from the gallery): Shame!",
        ["Ash", "Lowe", "anon:voice"],
    ),
    (
        "MR. {ASH|Ash}: Were you there?\nTHE PILOT {LOWE|Lowe}: I was.\nTHE ARBITER: Speak up.\nMR. {ASH|Ash}: When?",
        ["Ash", "Lowe", "anon:arbiter", "Ash"],
    ),
    (
        "Captain {Ash}. — Were you there?\nMr. {Lowe}. — I was, sir.\nCaptain {Ash}. — Then say so.",
        ["Ash", "Lowe", "Ash"],
    ),
    ("{Ash}: Were you there?\n{Lowe}: I was.\n{Ash}: When?\n{Lowe}: At ten.", ["Ash", "Lowe", "Ash", "Lowe"]),
    (
        "Q. You are {John Lowe|Lowe}?\nA. I am.\nQ. Were you there?\nA. I was.",
        ["anon:questioner", "Lowe", "anon:questioner", "Lowe"],
    ),
    ("Question: Were you there?\nAnswer: I was.", ["anon:questioner", "author"]),
    (
        "1501. *Mr. {Ash}.*] You kept the ledger?—I did.\n1502. For how long?—For nine years.",
        ["Ash", "author", "Ash", "author"],
    ),
    (
        "1501. (Mr. {Ash}.) You kept the ledger?--I did.\n1502. For how long?--For nine years.\n"
        "1503. (Mr. {Lowe}, from his place.) Nobody ever asked for it.\n1504. (The Chairman.) Is that so?--It is.",
        ["Ash", "author", "Ash", "author", "Lowe", "anon:chairman", "author"],
    ),
)


@pytest.mark.parametrize(("excerpt", "speakers"), LABELLED)
def test_a_label_says_who_has_the_floor(tell: Tell, excerpt: str, speakers: list[str]) -> None:
    told = tell(excerpt)
    assert [who for _, who in told.speakers] == speakers
    assert all(voice.mode is Mode.TURN for voice in told.voices)


def test_the_line_above_numbered_questions_names_the_witness(tell: Tell) -> None:
    told = tell("J. M. {Ash}, clerk of the port.\n\n1501. You kept it?--I did.\n1502. For how long?--For nine years.")
    assert [who for _, who in told.speakers][1:] == ["anon:questioner", "Ash", "anon:questioner", "Ash"]


def test_a_turn_keeps_its_label_and_directions(tell: Tell) -> None:
    told = tell("{ASH|Ash} (rising): Were you there?\n{LOWE|Lowe}: I was.")
    assert told.speakers[0][0] == "ASH (rising): Were you there?"


def test_a_direction_on_a_line_of_its_own_is_nobodys_turn(tell: Tell) -> None:
    told = tell("{ASH|Ash}: Were you there?\n(Sensation.)\n{LOWE|Lowe}: I was.")
    assert told.speakers[1] == ("(Sensation.)", "author")
    assert told.voices[1].mode is Mode.NARRATION


def test_who_tells_on_after_the_last_turn_is_the_narrator(tell: Tell) -> None:
    told = tell(
        "{ASH|Ash}: Were you there?\n{LOWE|Lowe}: I was.\n{Lowe} then proceeded to say that nobody had asked him."
    )
    assert told.who("then proceeded") == "author"


def test_a_list_with_colons_is_no_transcript(tell: Tell) -> None:
    told = tell("{Ash}: head of the quay;\n{Lowe}: mate of the ferry;\n{Brand}: clerk of the office.")
    assert {voice.mode for voice in told.voices} == {Mode.NARRATION}


def test_a_quotation_in_a_turn_is_whose_the_turn_says(tell: Tell) -> None:
    told = tell(
        '{ASH|Ash}: What did he tell you?\n{LOWE|Lowe}: Mr. {Brand|Brad} came to me and said, "Sign it." I signed.'
    )
    assert told.who("Sign it") == "Brad"
    assert told.who("I signed") == "Lowe"


def test_you_in_a_turn_is_whom_it_addresses(tell: Tell) -> None:
    told = tell(
        '{ASH|Ash} (to {Lowe}): But on the 12th you told the clerk, "I heard a horn or a bell."\n{LOWE|Lowe}: I did.'
    )
    assert told.who("I heard a horn") == "Lowe"


def test_an_editor_of_papers_answers_no_question_in_them() -> None:
    text = "THE FERRY LEFT EARLY\n\nQuestion: When did she leave?\nAnswer: At six. I held the lamp.\n\n"
    line = "Hart, Piers, ed. The Quay Papers. Leeds: Northgate, 1931, p. 4"
    csl = {"type": "book", "title": "The Quay Papers", "editor": [{"family": "Hart", "given": "Piers"}]}
    begin = text.index("Question")
    excerpt = Span(begin, len(text) - 2)
    book = Sourcebook(make_source(text + line + "\n"))
    book.add(
        [
            Claim("c", Span(0, 20), text[:20]),
            Excerpt("x", excerpt, excerpt.cut(text), "c", "q"),
            Citation("q", Span(len(text), len(text) + len(line)), line, csl, "w", "4"),
            Work("w", csl, 1),
        ]
    )
    book.add(r for r in VoiceStage()(book))
    answer = book.voice_at(text.index("At six"))
    assert answer is not None
    assert answer.speaker == "anon:witness"


def test_an_honourable_member_breaks_in_where_nobody_else_is_labelled(tell: Tell) -> None:
    told = tell("VISCOUNT {ASH|Ash} said, he had no news.\nAn hon. MEMBER: Whose?\nHe would not say.")
    assert told.who("Whose") == "anon:hon-member"
    assert told.who("he had no news") == told.who("He would") == "author"


def test_questions_and_answers_without_labels_are_parted_by_dashes() -> None:
    text = "You are Silas Lowe? -- I am. -- And you kept the gate? -- For nine years. -- Was it shut? -- Never."
    turns = find_turns(text, is_name=lambda start, end: False)
    assert [turn.kind for turn in turns] == [TurnKind.QUESTION, TurnKind.ANSWER] * 3
    assert [turn.span.cut(text) for turn in turns][:2] == ["You are Silas Lowe?", "-- I am."]


@pytest.mark.parametrize(
    "text",
    [
        "Was it shut? -- Nobody knows. -- The gate was of oak. -- It had no lock. -- It stood open. -- It rains.",
        "You kept the gate? -- I did. -- And the key?",
        "Who was it? -- who knows? -- that lit the lamp, and who -- if anybody -- put it out? We shall see.",
    ],
)
def test_dashes_alone_make_no_turns(text: str) -> None:
    assert find_turns(text, is_name=lambda start, end: False) == []


def test_a_witness_whose_label_names_him_answers_whoever_has_a_label() -> None:
    text = "WITNESS (Lowe, pilot): It was tested on paper.\nTHE CORONER: What is that?\nWITNESS: That it was signed."
    turns = find_turns(text, is_name=lambda start, end: "Lowe" in text[start:end])
    assert [turn.kind for turn in turns] == [TurnKind.ANSWER, TurnKind.NAMED, TurnKind.ANSWER]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Q. What are you? A. Mate.\nQ. Were you sober? A. As a judge.", "qaqa", id="on one line"),
        pytest.param(
            "Q. What are you? A. Mate. Q. Of what? A. The tug. Q. Sober? A. I was.", "qaqaqa", id="all on one"
        ),
        pytest.param("Q. What are you? A. Mate. Ask Q. He knows.", "qa", id="an initial asks nothing"),
        pytest.param("Q Were you there?\nA I was below.\nQ Where below?\nA In my bunk.", "qaqa", id="bare letters"),
        pytest.param("LOWE. Was he sober?\nORDE. He stood.\nLOWE. Stood how?\nORDE. Upright.", "nnnn", id="CAPITALS."),
        pytest.param("A man came in.\nA boy ran out.\nQuite so, I said.", "", id="an article is no label"),
        pytest.param("Q. What are you?", "", id="nobody answers"),
        pytest.param("HULL. A port.\nLEITH. A port.\nORDE. A mate.\nLOWE. A pilot.", "", id="a list takes no turns"),
    ],
)
def test_labels_in_other_dress(text: str, kinds: str) -> None:
    turns = find_turns(text, is_name=lambda start, end: False)
    letters = {TurnKind.QUESTION: "q", TurnKind.ANSWER: "a", TurnKind.NAMED: "n", TurnKind.INTERJECTED: "i"}
    assert "".join(letters[turn.kind] for turn in turns) == kinds


def test_who_presides_does_not_answer_for_the_witness(tell: Tell) -> None:
    told = tell("Q. Were you there?\nA. I was below.\nTHE COURT: Answer the question.\nA. I was not there.")
    assert told.who("I was not there") == "author" or told.who("I was not there").startswith("anon:witness")


def test_an_office_in_capitals_speaks_among_questions_and_answers(tell: Tell) -> None:
    told = tell("Q. Was the lock open?\nA. It was never shut.\nTHE CORONER. That will do for the day.")
    assert told.who("That will do") == "anon:coroner"
    assert told.who("It was never") == "author"


def test_capitals_and_a_point_are_no_label_elsewhere(tell: Tell) -> None:
    told = tell("THE CORONER. A life of the man who held the office for thirty years, told for the young.")
    assert {speaker for _, speaker in told.speakers} == {"author"}


def test_whom_the_questions_name_is_not_asked(tell: Tell) -> None:
    words = "Q. Had {Ash} the key?\nA. Always. He slept with it.\nQ. Who else?\nA. Nobody."
    told = tell(words, claim="{ASH} HAD THE KEY", author="", title="Minutes of the Lock Inquest")
    assert told.who("Always.") == "anon:witness"


def test_a_doctor_is_who_is_called_doctor_in_short(tell: Tell) -> None:
    words = 'We were in Dr. {Lowe}\'s kitchen. The Doctor stood upon a stool. Of the lock he said, "Leave it open."'
    assert tell(words).who("Leave it") == "Lowe"


def test_a_witness_is_not_who_asks_him(tell: Tell) -> None:
    told = tell(
        "The Coroner: You kept the lock?\nWitness: For nine years.\nThe Coroner: And slept?\nWitness: Never, sir."
    )
    assert told.who("And slept") == "anon:coroner"
    assert told.who("Never, sir") == "author"


def test_a_witness_who_was_called_answers_an_office_in_small_letters(tell: Tell) -> None:
    told = tell("{Carl Lowe|Lowe}, keeper, was called.\nThe Coroner: You kept the lock?\nWitness: For nine years.")
    assert (told.who("You kept"), told.who("For nine")) == ("anon:coroner", "Lowe")


def test_an_interview_may_label_its_answers_alone(tell: Tell) -> None:
    told = tell("Did you sleep there?\n{Lowe}: Never. I had no bed.\nWhere then?\n{Lowe}: At home.")
    assert (told.who("Where then"), told.who("At home")) == ("anon:questioner", "Lowe")


def test_lines_that_ask_nothing_make_no_interview(tell: Tell) -> None:
    told = tell("The lock was shut.\n{Lowe}: the keeper.\nThe gate was open.\n{Lowe}: again the keeper.")
    assert {speaker for _, speaker in told.speakers} == {"author"}


def test_question_and_answer_may_stand_in_one_line_with_dashes(tell: Tell) -> None:
    told = tell("Q.--You kept the lock? A.--For nine years, sir.", author="", title="Minutes of the Lock Inquest")
    assert (told.who("You kept"), told.who("For nine")) == ("anon:questioner", "anon:witness")


def test_turns_of_a_wrapped_page_begin_their_lines() -> None:
    from testimonia.model import Claim, Convention, Excerpt, Mention, Person, Sourcebook, Span
    from testimonia.testing import make_source
    from testimonia.voices import VoiceStage

    said = (
        "Lowe: Did you hear the horn?\n"
        "Orde: I heard it twice before the hour and once again when the ferry had gone.\n"
        "Lowe: When was that?\n"
        "Orde: At six."
    )
    book = Sourcebook(make_source("THE FERRY LEFT\n\n" + said))
    text = book.text
    span = Span(text.index("Lowe"), len(text))
    book.add([Claim("c", Span(0, 14), text[:14]), Excerpt("x", span, said, "c", None)])
    book.add([Person(name, name, (name,)) for name in ("Lowe", "Orde")])
    for number, at in enumerate([text.index("Lowe"), text.index("Orde"), text.rindex("Lowe"), text.rindex("Orde")]):
        name = text[at : at + 4]
        book.add([Mention(f"m{number}", Span(at, at + 4), name, "x", name)])
    book.add([Convention("line ends", "wrapped at 80 columns", "so it looks", 1)])
    book.add(r for r in VoiceStage()(book))
    assert [voice.speaker for voice in book.voices] == ["Lowe", "Orde", "Lowe", "Orde"]


def test_a_long_word_in_capitals_takes_no_time(within: Callable[[float], AbstractContextManager[None]]) -> None:
    with within(1):
        assert not known_labels(["A" * 20000, "A." * 5000, "The A" * 4000])
