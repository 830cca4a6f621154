"""Words out of a paper, of somebody whom nothing names, and of him who names himself in them."""

from __future__ import annotations

import pytest

from .conftest import Tell


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            'The wages book of the yard has a diver from June to August, at nine crowns, "for the chain and bell".',
            "for the chain", "anon:wages-book-of-the-yard", id="what a book has further on in its sentence is its own",
        ),
        pytest.param(
            "{Lowe}'s pass-books, which came back in the spring, show in July a payment of ten crowns "
            '"to B., for his trouble".',
            "to B., for", "Lowe", id="a paper's words are his whose paper it is",
        ),
        pytest.param(
            "{Lowe}'s own papers settle it. Under the third of May stands, in ink, \"two lamps, one of them dark\".",
            "two lamps", "Lowe", id="what stands under a day is the paper's that the sentence before is about",
        ),
        pytest.param(
            'The harbour ledger is kept in three hands. 9 April: "Boat hire, per J., 30 crowns".',
            "Boat hire", "org:harbour-ledger", id="so is what a bare day leads in",
        ),
        pytest.param(
            'We saw the ledger of the late {Lowe}. Under 9 May there stands in his own hand: "A bad bargain, too dear"',
            "A bad bargain", "Lowe", id="what stands in his own hand is his",
        ),
        pytest.param(
            "The invoice of the yard was shown to us. It is dated from Hull and describes the bell as "
            '"cast in one piece, and sound".',
            "cast in one", "org:invoice", id="it is the paper that a later verb is of as well",
        ),
        pytest.param(
            'The harbour ledger is lost. {Ash} swore that the diver had "a lamp and no rope".',
            "a lamp", "Ash", id="who swears in the sentence goes before the paper before",
        ),
        pytest.param(
            'The ledger shows no payment to any "friend of the port" at all.',
            "friend of", "author", id="what a paper has not, it does not say",
        ),
        pytest.param(
            '{Ash} has in the matter of the bell been what we call "a great keeper of silence".',
            "a great keeper", "author", id="what somebody has is no paper's",
        ),
    ],
)  # fmt: skip
def test_words_out_of_a_paper(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words).who(speech) == speaker


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            "The sheet is in the archive. \"I, the undersigned {Lowe}, pilot, declare that I lit no lamp.\" Well.",
            "declare that", "Lowe", id="he who names himself in the first words",
        ),
        pytest.param(
            "The sheet is in the archive. \"I, {Ash}'s neighbour, declare that I lit no lamp. It was dark.\" So.",
            "declare that", "author", id="whose neighbour somebody is, he is not",
        ),
        pytest.param(
            "\"Hull, 3rd March 1905. Dear Mr. {Ash}, You ask if I would swear to it. I swear to nothing. "
            'Your obliged {Lowe}." I made of it what I could.',
            "I swear to nothing", "Lowe", id="whose name follows a farewell",
        ),
        pytest.param(
            '{Lowe} mended nets while he talked. "And now you will want your soup, Miss {Brand}."',
            "And now you", "Lowe", id="your soup, Miss Brand, is no farewell",
        ),
        pytest.param(
            "Towards ten he opened his eyes, looked past me and said, quite distinctly, \"Nobody knows their names.\"",
            "Nobody knows", "anon:he", id="a he whom nothing names has said it, and not the author",
        ),
        pytest.param(
            'I looked past him at the wall, and said, quite distinctly, "Nobody knows."',
            "Nobody knows", "author", id="where I am the one who says it, it is I",
        ),
        pytest.param(
            'There were cries of "Shame on you!" and a bench fell over.', "Shame on you", "group:cries",
            id="cries are of people whom nothing names",
        ),
        pytest.param(
            'They were told to give thanks. "Merci, merci," said each of the three pilots.', "Merci, merci",
            "anon:each-of-the-three-pilots", id="each of the three",
        ),
        pytest.param(
            '{Lowe} told me that the old sailor had sent for him at night and said that it was over. '
            '"I sank her and he wept," were his words.',
            "I sank her", "anon:old-sailor", id="his words are his who said the last",
        ),
        pytest.param(
            'He himself, in a letter to {Lowe} which he later burned, allowed that he had "written in some heat".'
            " {Lowe} kept the copy.",
            "written in some", "Ash", id="to allow that is to say it",
        ),
    ],
)  # fmt: skip
def test_who_is_told_by_the_words_themselves(tell: Tell, words: str, speech: str, speaker: str) -> None:
    claim = "{ASH} WROTE IT" if speaker == "Ash" else "THE FERRY LEFT EARLY"
    assert tell(words, claim=claim).who(speech) == speaker


def test_a_known_woman_of_the_claim_is_she_before_somebody_whose_sex_nobody_tells(tell: Tell) -> None:
    told = tell(
        '"To whom," asked the coroner, "did you hand it?" She replied that she would not. "I let go of it," she said.',
        claim="{BRAND} COPIED THE PAPER",
    )
    assert told.who("I let go") == "Brand"


def test_question_and_answer_may_be_parted_from_the_words_by_a_point(tell: Tell) -> None:
    told = tell(
        "QUESTION. You spoke of the lamp.\nANSWER. I spoke of a supper.\nQUESTION. Of whom?\nANSWER. Of the bell.",
        claim="{LOWE} LIT THE LAMP",
    )
    assert [who for _, who in told.speakers] == ["anon:questioner", "Lowe", "anon:questioner", "Lowe"]


def test_a_line_in_capitals_that_ends_in_d_is_no_label(tell: Tell) -> None:
    told = tell("{MISS LOWE|Lowe} HULL ENGLAND. HAVE HEARD ALL YOU SAY. COME AT ONCE.", claim="THE CABLE")
    assert all(voice.mode.value != "turn" for voice in told.voices)


def test_what_appears_in_a_paper_is_its_words(tell: Tell) -> None:
    told = tell('The box is lost. In the inventory of the insurers it appears as "one deed-box, black, empty".')
    assert told.who("one deed-box") == "anon:inventory"


def test_what_appears_to_nobody_in_a_paper_is_not(tell: Tell) -> None:
    told = tell('The box is lost. It appears in most books as "the lamp that was never lit".')
    assert told.who("the lamp") == "author"


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            'Two entries in the general ledger may be set side by side. 10 April: "Boat hire, per L.T., 300".',
            "Boat hire", "org:general-ledger", id="entries are in a ledger",
        ),
        pytest.param(
            'The roll of the school at Hull has for 1905 a master named {Lowe}, "native of Leith, formerly a pilot".',
            "native of", "anon:roll-of-the-school-at-hull", id="a roll has somebody named so",
        ),
        pytest.param(
            'The roof is done. {Lowe}\'s widow has a cell, and she says to tell you, "Let him see if it is cold."',
            "Let him", "anon:lowe-s-widow", id="somebody's widow is she",
        ),
        pytest.param(
            '{Anna Brand|Brand}, {Lowe}\'s widow, was there. She said, "Let him come and see if it is cold."',
            "Let him", "Brand", id="but not where she is named so",
        ),
    ],
)  # fmt: skip
def test_what_or_who_is_told_of_by_whose_it_is(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words).who(speech) == speaker
