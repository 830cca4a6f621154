"""Whole excerpts that are somebody's though nothing in them names him: examinations, findings, telegrams, notes."""

from __future__ import annotations

import pytest

from .conftest import Tell

EXAMINED = "I was at the sluice from nine. I saw the lamp go out and I told nobody of it until now."


def test_an_examination_that_names_nobody_is_the_claims_subjects(tell: Tell) -> None:
    told = tell(EXAMINED, claim="{Ash} saw the lamp go out", author="", title="Examinations before the Coroner")
    assert told.who("I was at") == "Ash"
    assert told.of("I was at").confidence <= 0.5


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        pytest.param(
            "{Lowe} lied to the inquiry", "I was on the pier when he told it. I never believed a word.", id="he"
        ),
        pytest.param(
            "The widow {Brand} hid the can", "I am the constable of the place. I found the can.", id="calling"
        ),
        pytest.param("{Ash} hid the can", "I was at the pier from nine. I found the can.", id="another deed"),
        pytest.param("{Ash} swears that he was out", "I met him at nine. I gave him the lamp.", id="says, but of him"),
        pytest.param(
            "{Ash} swears to it", "I was the cook of the ship. I gave out the bread.", id="says, but is no cook"
        ),
        pytest.param("{Ash} took the can", "I took the road home. I told nobody.", id="did it to something else"),
    ],
)
def test_whom_a_claim_accuses_is_not_who_was_heard(tell: Tell, claim: str, words: str) -> None:
    assert tell(words, claim=claim, author="", title="Minutes of Evidence").who(words[:14]) == "author"


def test_who_owns_to_the_deed_is_whom_the_claim_accuses(tell: Tell) -> None:
    words = "I had thought of it since May. I did it alone, with a key that I had from the smith."
    assert tell(words, claim="{Ash} opened the gate", author="", title="Minutes of Evidence").who("I had") == "Ash"


@pytest.mark.parametrize(
    "claim",
    ["{Ash} swears that he was at the sluice", "{Ash} always said that the lamp went out", "{Ash} admits it freely"],
)
def test_who_says_so_in_the_claim_was_heard(tell: Tell, claim: str) -> None:
    assert tell(EXAMINED, claim=claim, author="", title="Minutes of Evidence").who("I was at") == "Ash"


@pytest.mark.parametrize(
    ("claim", "title", "words"),
    [
        pytest.param("{Ash} saw it", "The Sluice and Its Keepers", EXAMINED, id="another work is no such collection"),
        pytest.param("Who held the lamp that {Ash} lit", "Examinations", EXAMINED, id="he is not what the claim is of"),
        pytest.param("{Ash}'s lamp went out", "Examinations", EXAMINED, id="what is his is not he"),
        pytest.param("{Ash} saw it", "Examinations", EXAMINED + " {Ash} slept.", id="the words name him as another"),
        pytest.param(
            "{Ash} saw it", "Examinations", "Editor's note. " + EXAMINED, id="an editor's note is the editor's"
        ),
        pytest.param("{Ash} saw it", "Examinations", "The lamp went out at nine.", id="nobody says I"),
    ],
)
def test_else_it_is_nobodys(tell: Tell, claim: str, title: str, words: str) -> None:
    assert tell(words, claim=claim, author="", title=title).who(words[:12]) == "author"


def test_an_authors_own_examinations_are_his(tell: Tell) -> None:
    assert tell(EXAMINED, claim="{Ash} saw it", title="Examinations").who("I was at") == "author"


@pytest.mark.parametrize(
    ("words", "author", "speaker"),
    [
        pytest.param("The court finds it proved that the lamp was out. It attaches no weight to the rest.", "",
                     "org:court", id="a court's finding in a record is the court's"),
        pytest.param("The Committee, having sat six days, finds that the lamp was out. It blames nobody.", "",
                     "org:committee", id="and with what it has done between"),
        pytest.param("The Court having duly considered the charts is of opinion that the lamp was out, and doth order "
                     "it to be lit.", "", "org:court", id="a participle may stand between"),
        pytest.param("The Court having risen, the usher went round and put the lamp out.", "", "author",
                     id="but it is no finding where none follows"),
        pytest.param("We, the jury, find that the pilot was drowned, and wish to add that the lamp was out.", "",
                     "org:jury", id="we, the jury"),
        pytest.param("The Board of Trade find that the lamp was out. They blame the keeper.", "",
                     "org:board-of-trade", id="a board of something"),
        pytest.param("The public are warned that the lamp is out. By order of the Lock Board.", "", "org:lock-board",
                     id="by whose order a notice is"),
        pytest.param("The lamp was put out. This was done by order of the Lock Board.", "", "author",
                     id="but not what was done by order"),
        pytest.param("The court finds it proved that the lamp was out. It attaches no weight to the rest.", "Hart",
                     "author", id="an author may say so of a court"),
        pytest.param("NOTICE. The River Company begs to assure the public that the gate is sound. All is well.", "",
                     "org:river-company", id="a body that begs to assure speaks itself"),
        pytest.param("The River Company begged to be believed. It assured the public of it.", "",
                     "author", id="what it begged is told"),
        pytest.param("The court found it proved that the lamp was out. It attached no weight to the rest.", "",
                     "author", id="what it found is told"),
    ],
)  # fmt: skip
def test_what_a_body_finds(tell: Tell, words: str, author: str, speaker: str) -> None:
    assert tell(words, author=author, title="The Sluice Case: Shorthand Record").who(words[-12:]) == speaker


def test_the_name_that_ends_a_telegram_sends_it(tell: Tell) -> None:
    words = "{MISS BRAND|Brand} WEIR HOUSE. HAVE SEEN THE LAMP STOP CANNOT GO LOWER STOP KEEP THE KEY. {LOWE}."
    assert tell(words, author="", title="Letter Book").who("CANNOT GO") == "Lowe"


def test_capitals_without_stops_are_no_telegram(tell: Tell) -> None:
    words = "REPORT OF THE DIVER ON THE SLUICE, GIVEN IN BY {LOWE}\nThe gate was open."
    assert tell(words, author="", title="Letter Book").who("The gate") == "author"


def test_initials_that_end_a_letter_in_one_paragraph_sign_it(tell: Tell) -> None:
    words = (
        "My dear {Brand}, nothing for the 14th that need trouble you. I have taken off the other man. Burn this. A. L."
    )
    told = tell(words, claim="{ADA LOWE|Lowe} KNEW OF IT", author="", title="The Sluice")
    assert told.who("nothing for the 14th") == "Lowe"


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            "To the Governors. Gentlemen, I have the honour to inform you that the gate is unfit for use. "
            "Your obedient servant, {Lowe}, builder.", "the gate is", "Lowe", id="a farewell, a name and what he is",
        ),
        pytest.param(
            "Dearest Mother, Do not believe the papers. I am well and have lost only my hat. Your loving son {Lowe}.",
            "lost only", "Lowe", id="your loving son",
        ),
        pytest.param(
            "Sir, As one who was there I beg leave to correct you. I said that he went. I am, Sir, yours, &c., {Lowe}.",
            "I said that", "Lowe", id="yours, &c.",
        ),
        pytest.param(
            "I told him in May, and again in June. He said that the gate would hold.\n(Evidence of {Lowe}.)",
            "I told him", "Lowe", id="whose evidence it is says a bracket below",
        ),
        pytest.param(
            "{LOWE}, builder, sworn. I have known the gate for twenty years. It was of oak.", "It was of", "Lowe",
            id="sworn",
        ),
        pytest.param(
            "Statement of {Anna Brand|Brand}, nurse: I counted them and made it thirty-one.", "I counted", "Brand",
            id="a statement of somebody, a colon and her words",
        ),
        pytest.param(
            "Statement of {Anna Brand|Brand}, nurse: thirty-one on the lawn, none in the loft.", "thirty-one", "author",
            id="but not where nobody says I",
        ),
        pytest.param(
            "The jury find that the pilot was drowned, and desire to add that no gate should be barred.", "the pilot",
            "org:jury", id="a jury find",
        ),
        pytest.param(
            "I, {Carl Lowe|Lowe}, confess that I left the gate open. I was afraid of the Board.", "I was afraid",
            "Lowe", id="who confesses",
        ),
        pytest.param(
            "The undersigned, {Carl Lowe|Lowe}, keeper, begs to report that the gate is rotten.", "the gate is",
            "Lowe", id="the undersigned in the third person",
        ),
        pytest.param(
            "We hear from your brother {Lowe}. I make no more of it than that he was there.", "I make no", "author",
            id="your brother is no farewell",
        ),
    ],
)  # fmt: skip
def test_whose_a_whole_paper_is(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words, author="", title="Sluice Papers, box 3").who(speech) == speaker


def test_asked_by_somebody_is_not_whom_he_asks(tell: Tell) -> None:
    told = tell('{Brand} was brief. Asked by the Coroner whether {Ash} was there, she replied: "He was, and then not."')
    assert told.who("He was, and") == "Brand"


def test_a_witness_in_a_transcript_is_the_claims_subject(tell: Tell) -> None:
    told = tell(EXAMINED, claim="{Ash} swears to it", author="", title="People v. Ash, Transcript")
    assert told.who("I was at") == "Ash"


KNOWS_NOTHING = "I do not know this man. I have kept the lock for nine years and I never lent the key."


@pytest.mark.parametrize(
    ("claim", "words", "speaker"),
    [
        pytest.param("{Ash} names the keeper {Lowe} as the one who lent the key", KNOWS_NOTHING, "Lowe", id="accused"),
        pytest.param("{Ash} lent {Lowe} the key", KNOWS_NOTHING, "author", id="nobody accuses"),
        pytest.param("{Ash} accuses {Lowe} and {Dray}", KNOWS_NOTHING, "author", id="two are accused"),
        pytest.param(
            "{Ash} accuses {Lowe}", KNOWS_NOTHING + " {Lowe} kept it.", "author", id="the accused is another"
        ),
        pytest.param(
            "{Ash} was starved in the lock-house",
            "I was made to sleep on the stones, and I froze. A man with a lamp had bread, and he let me smell it.",
            "Ash", id="what was done to him was done to me",
        ),
        pytest.param(
            "{Ash} was starved in the lock-house",
            "I was told of it by the cook. He said that I might look through the door if I was quiet.",
            "author", id="I only heard of it",
        ),
    ],
)  # fmt: skip
def test_who_denies_an_accusation_or_was_ill_used(tell: Tell, claim: str, words: str, speaker: str) -> None:
    assert tell(words, claim=claim, author="", title="Depositions on the Flood").who(words[:14]) == speaker


def test_a_witness_may_say_who_he_is_in_marks(tell: Tell) -> None:
    words = '"My name is {Carl Lowe|Lowe}, aged forty, keeper of the lock. I let the water out at nine and I am sorry."'
    told = tell(words, author="", title="Depositions on the Flood")
    assert {speaker for _, speaker in told.speakers} == {"Lowe"}


def test_a_letter_in_marks_may_begin_with_its_place_and_hour(tell: Tell) -> None:
    words = (
        'I have it from the chest itself: "Hull Infirmary, 3 June, at six. My good Sister, They showed me the bill. '
        'I was to have two rooms and I have half of one. Kiss the boy. {Mary}."'
    )
    assert tell(words).who("I was to have") == "Mary"


def test_who_pleads_in_a_transcript_is_not(tell: Tell) -> None:
    words = "Gentlemen of the jury, you have heard of a hat. I ask you to look for the head. I see none."
    told = tell(words, claim="{Ash} swears to it", author="", title="People v. Ash, Transcript")
    assert told.who("look for") == "author"


def test_a_label_below_a_tale_that_ends_in_a_quotation_is_of_the_tale(tell: Tell) -> None:
    words = (
        "Sand again this morning below the third pier, two barrows of it, quite clean. Told {Lowe} by wire. "
        'He said "Very good indeed."\n{Ash}\'s day-book, 11 April 1921.'
    )
    told = tell(words)
    assert (told.who("Sand again"), told.who("Very good")) == ("Ash", "Lowe")


def test_a_label_below_a_quotation_is_of_the_quotation(tell: Tell) -> None:
    told = tell('It is told so by nobody else:\n"There was sand and water."\n{Ash}\'s day-book, 11 April 1921.')
    assert told.who("There was sand") == "Ash"
    assert told.who("It is told") == "author"


def test_a_place_and_a_day_may_follow_the_name_that_signs(tell: Tell) -> None:
    words = (
        "To the Editor. Sir,--Your correspondent asserts that it was lit. I was in the boat, and it was dark. "
        "Your obedient servant, {GEORGE LOWE}. Hull, June 9."
    )
    assert tell(words, author="", title="The Northern Echo").who("it was dark") == "Lowe"


def test_a_statement_may_be_headed_by_a_sentence_without_a_verb(tell: Tell) -> None:
    words = "Statement by {Joseph Lowe|Lowe}, signalman, 3rd November 1927. I came on at two. I never slept."
    told = tell(words, author="", title="Report on the Accident")
    assert told.who("I came on") == "Lowe"
    assert told.who("Statement by") == "author"


def test_evidence_that_is_told_of_is_no_heading(tell: Tell) -> None:
    words = "Evidence by {Joseph Lowe|Lowe} was heard in May. The box stood empty, and nobody had asked for a relief."
    assert tell(words, author="", title="Report on the Accident").who("The box stood") == "author"
