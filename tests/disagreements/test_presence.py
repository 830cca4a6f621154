"""Who was there, where somebody was, and how his life or service ended, told differently under one claim."""

from __future__ import annotations

import pytest

from testimonia.disagreements.speakers import Speakers
from testimonia.model import Excerpt, Mode, Person, Sourcebook, Span, Voice, Work
from testimonia.testing import make_book


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "At the steward's table: Ash, Reed, Holm and the cook.",
            "I had some friends to supper. Reed was at Lisbon.",
            "presence: Ash, Reed, Holm | Reed was at Lisbon",
        ),
        (
            "Reed sat beside the steward.",
            "Reed, who sang badly, had not been asked.",
            "presence: Reed sat | Reed, who sang badly, had not been asked",
        ),
        (
            "Was Mr. Reed there? He sat opposite to me.",
            "The books show Reed to have left for Lisbon on the Monday.",
            "presence: He sat opposite to me | left for Lisbon",
        ),
        (
            "Through the wall I heard the shouting voice of Reed.",
            "Reed was not there.",
            "presence: voice of Reed | Reed was not there",
        ),
        (
            "Reed rode with the hussars the whole day.",
            "Reed was at Lisbon that week, with a cold.",
            "presence: Reed rode | Reed was at Lisbon",
        ),
        (
            "The box was opened in the presence of Inspector Reed.",
            "Reed was not there.",
            "presence: presence of Inspector Reed | Reed was not there",
        ),
    ],
)
def test_who_was_there_by_one_account_was_not_by_another(tell, shortly, one, other, short):
    assert short in shortly(tell(("THE DINNER", one), ("THE DINNER", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reed sat beside the steward.", "Holm was at Lisbon."),
        ("Reed sat beside the steward.", "Reed was not the man for it."),
        ("Reed sat beside the steward.", "Reed had been asked."),
        ("Reed sat beside the steward.", "Reed was in the right."),
        ("Ash, Reed and Holm wrote to the guild.", "Reed was at Lisbon."),
    ],
)
def test_who_was_only_told_of_was_not_there_by_that(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE DINNER", one), ("THE DINNER", other))) if s.startswith("presence")] == []


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Captain Reed looked at the wherry and the rice.", 1),
        ("Captain Reed was a Devon man, and rice was dear.", 0),
        ("Holm looked at the wherry and the rice.", 0),
        ("Captain Reed looked at the clock.", 0),
    ],
)
def test_who_was_never_seen_did_something_among_the_same_things(tell, shortly, other, found):
    one = "We rowed the wherry with the rice. That captain I never saw."
    assert sum(s.startswith("presence") for s in shortly(tell(("THE RICE", one), ("THE RICE", other)))) == found


@pytest.mark.parametrize(
    ("counter", "found"), [("But it is plain that Reed was not in Lisbon", 1), ("Reed was not in Lisbon", 0)]
)
def test_an_account_may_counter_what_it_tells(tell, shortly, counter, found):
    one = f"Holm says that Reed visited the widow at her lodging. {counter} at the time."
    assert sum(s.startswith("presence") for s in shortly(tell(("THE WIDOW", one)))) == found


def test_where_somebody_was_is_asked_of_the_claims_around_too(tell, shortly):
    claim = "THE CAPTAIN WAS ON THE BRIDGE"
    told = [(claim, "The captain was in the chartroom."), (claim, "Nobody knows it."), ("THE LETTER", "It was long.")]
    found = shortly(tell(*told, ("THE LETTER", "The master stood on the bridge till dawn.")))
    assert "presence: was in the chartroom | stood on the bridge" in found


def test_who_is_seen_somewhere_was_there(tell, shortly):
    one, other = "I saw the abbot at the window of the tower.", "The abbot was in the chapel, on his knees."
    book = tell(("THE ABBOT WATCHED", one), ("THE ABBOT WATCHED", other))
    assert "presence: saw the abbot at the window | was in the chapel" in shortly(book)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I saw Reed at the market on Monday.", "On Tuesday Reed was in the church."),
        ("The butler was in the pantry at four o'clock.", "At nine o'clock the butler was in the hall."),
        ("Reed was in the forest at dawn.", "In the evening Reed was in the theatre, yawning."),
        ("On 3 May 1880 Reed was in the church.", "Reed was in the mill on 5 May 1880."),
    ],
)
def test_at_another_time_he_may_be_elsewhere(tell, shortly, one, other):
    told = shortly(tell(("WHERE REED WAS", one), ("WHERE REED WAS", other)))
    assert [s for s in told if s.startswith(("presence", "place"))] == []


def test_where_somebody_died_is_a_place(tell, shortly):
    book = tell(("HIS END", "Reed died in the convent."), ("HIS END", "Reed died at sea, off the Azores."))
    assert "place: died in the convent | died at sea" in shortly(book)


def test_i_am_who_speaks(tell, shortly):
    one = "QUILL: Who was at the dinner?\nREED: I was not there."
    book = tell(("THE DINNER", one), ("THE DINNER", "Reed sat beside the steward."), turns=True)
    assert "presence: I was not there | Reed sat" in shortly(book)


def test_under_claims_that_do_not_ask_where_he_was_he_may_have_been_anywhere(tell, shortly):
    told = [
        ("THE GALE", "The captain was in the chartroom."),
        ("THE GALE", "Nobody knows it."),
        ("THE LETTER", "Long."),
    ]
    assert shortly(tell(*told, ("THE LETTER", "The master stood on the bridge till dawn."))) == []


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Reed died at his lodging, of the fever.",
            "Reed was poisoned, and everybody knew.",
            "outcome: died at his lodging, of the fever | was poisoned",
        ),
        (
            "It was not the fever that killed Reed.",
            "Reed died of a fever in the spring.",
            "outcome: not the fever that killed | died of a fever",
        ),
        (
            "Reed's service was terminated by the board.",
            "Reed handed in his resignation.",
            "outcome: service was terminated | resignation",
        ),
        ("The board dismissed Reed by telegraph.", "Reed resigned, as he said.", "outcome: dismissed | resigned"),
        ("Reed was dismissed in May.", "Poor Reed was invalided home.", "outcome: was dismissed | invalided home"),
    ],
)
def test_a_life_or_a_service_ends_in_one_way(tell, shortly, one, other, short):
    assert short in shortly(tell(("THE END OF REED", one), ("THE END OF REED", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reed resigned.", "Reed was not dismissed."),
        ("Reed resigned.", "They threatened that Reed would be dismissed."),
        ("Reed resigned.", "Holm was dismissed."),
        ("Reed died of a fever.", "The murder of Holm was never cleared up."),
        ("Reed was executed.", "Reed escaped with a fine."),
        ("Reed died of a fever.", "Reed's best hat was swept overboard."),
        ("Reed died of a fever.", "Reed might have been drowned at the bar."),
        ("Reed fell to his death.", "Reed was drowned in debt, they said, and Holm slipped over the wall."),
    ],
)
def test_of_two_people_or_of_what_was_not_done_nothing_is_told(tell, shortly, one, other):
    found = shortly(tell(("THE END OF REED", one), ("THE END OF REED", other)))
    assert [s for s in found if s.startswith("outcome")] == []


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Lowe they did not put in gaol at all.",
            "Lowe served his half year in the fort.",
            "outcome: Lowe they did not put in gaol | Lowe served",
        ),
        ("Sentenced to six months' imprisonment.", "Lowe they did not put in gaol.", "outcome: imprisonment | Lowe"),
    ],
)
def test_who_was_not_imprisoned_did_not_serve(tell, shortly, one, other, short):
    found = shortly(tell(("LOWE WENT TO PRISON", one), ("LOWE WENT TO PRISON", other)))
    assert any(s.startswith(short) for s in found)


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("Reed was eighteen that year and rowed well.", "Reed, aged twelve, rowed them in.", "was eighteen"),
        ("I was eighteen that year and had an uncle's wherry.", "A twelve-year-old wherry boy rowed them.", "I was"),
        (
            "Sorrow at the death of Reed, in his eighty-fourth year.",
            "Reed died in the loft at ninety.",
            "eighty-fourth",
        ),
        ("Reed, in his ninetieth year, would not sit.", "Reed, being seventy, had the chair.", "in his ninetieth year"),
        ("Reed, aged 56, kept the light.", "The light was kept by Reed, who was seventy.", "aged 56"),
    ],
)
def test_somebody_has_one_age(tell, shortly, one, other, short):
    found = shortly(tell(("THE BOAT", one), ("THE BOAT", other)))
    assert any(s.startswith("number: ") and short in s for s in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reed was nineteen that year.", "Holm, aged twelve, rowed them in."),
        ("Reed was nineteen that year.", "Reed, aged twenty, rowed them in."),
        ("Reed was nineteen that year.", "Reed was twelve miles from the mole."),
        ("Reed died in his eightieth year.", "Reed, being seventy-nine, had the chair."),
        ("Reed was eighty.", "Reed died at ten, by the kitchen."),
        ("Reed was eighty.", "Reed, in his second year at the mill, had a chair."),
        ("I was eighteen that spring and had a wherry.", "Two lads, one aged nine and one aged six, held the wherry."),
    ],
)
def test_ages_of_two_people_or_a_birthday_apart_are_no_rivals(tell, shortly, one, other):
    assert shortly(tell(("THE BOAT", one), ("THE BOAT", other))) == []


def _book(family: str, given: str, people: tuple[Person, ...], speaker: str = "author:w1") -> Sourcebook:
    book = make_book("I was there.\nReed. Salt. p. 1.\n", excerpts=[("I was there.", None, "Reed. Salt. p. 1.")])
    (excerpt,) = book.excerpts
    assert isinstance(excerpt, Excerpt)
    book.add([Work("w1", {"author": [{"family": family, "given": given}]}, 1), *people])
    book.add([Voice("v1", excerpt.id, Span(excerpt.span.start, excerpt.span.end), speaker, family, Mode.NARRATION)])
    return book


@pytest.mark.parametrize(
    ("family", "given", "people", "who"),
    [
        ("Reed", "John", (Person("p1", "Reed", ("Reed",)),), "p1"),
        ("Reed", "John", (Person("p1", "J. Reed", ("J. Reed",)),), "p1"),
        ("Reed", "John", (Person("p1", "Anna Reed", ("Anna Reed",)),), ""),
        ("Reed", "John", (Person("p1", "Anna Reed", ("Anna Reed",)), Person("p2", "John Reed", ("John Reed",))), "p2"),
        ("Reed", "John", (Person("p1", "Reed", ("Reed",)), Person("p2", "Reed", ("Reed",))), ""),
        ("Holm", "John", (Person("p1", "Reed", ("Reed",)),), ""),
    ],
)
def test_an_author_who_is_one_of_the_people_says_i_of_himself(family, given, people, who):
    book = _book(family, given, people)
    assert Speakers(book).at(book.excerpts[0].span.start) == who


def test_a_speaker_says_i_of_himself(tell):
    book = _book("Reed", "John", (Person("p1", "Reed", ("Reed",)),), "p9")
    assert Speakers(book).at(book.excerpts[0].span.start) == "p9"
    assert Speakers(book).at(len(book.text) - 1) == ""


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "LOWE: Was Reed there?\nHOLM: No, my lord.",
            "LOWE: Who was in the room?\nASH: Reed, and the cook.",
            "presence: No, my lord. | Reed, and the cook.",
        ),
        (
            "LOWE: Had Reed arrived?\nHOLM: Not until nine.",
            "Beside the bed were Mr. Reed and his sister.",
            "presence: Not until nine. | Mr. Reed",
        ),
        (
            "LOWE: Was the man Reed in the yard?\nHOLM: He was called in from the street directly after.",
            "There stood with me were Reed. With me were Reed and Ash.",
            "presence: He was called in from the street directly after. | Reed",
        ),
        (
            "LOWE: Where was the butler meanwhile?\nHOLM: I passed him on the back stairs.",
            "The butler was in the pantry with a lamp.",
            "presence: passed him on the back stairs | was in the pantry",
        ),
    ],
)
def test_who_was_there_is_told_by_question_and_answer(tell, shortly, one: str, other: str, short: str):
    assert short in shortly(tell(("THE DEATH OF THE OLD LADY", one), ("THE DEATH OF THE OLD LADY", other), turns=True))


@pytest.mark.parametrize(
    "one",
    [
        "LOWE: Was Reed there?\nHOLM: I had my back to the door.",
        "LOWE: Was Reed a sober man?\nHOLM: No, my lord.",
        "LOWE: Was Holm there?\nHOLM: No, my lord.",
        "LOWE: Was Reed there?\nHOLM: No doubt he was.",
        "LOWE: Was Reed's brother there?\nHOLM: No, my lord.",
        "LOWE: Was anybody but Reed there?\nHOLM: No, my lord.",
    ],
)
def test_other_questions_tell_nothing_of_who_was_there(tell, shortly, one: str):
    told = tell(("THE DEATH", one), ("THE DEATH", "LOWE: Who was there?\nASH: Reed, and the cook."), turns=True)
    assert shortly(told) == []


def test_who_is_named_by_what_lay_there_was_not_there(tell, shortly):
    told = tell(
        ("THE DEATH", "LOWE: Was Reed there?\nHOLM: No, my lord."),
        ("THE DEATH", "With him were two letters from Reed."),
        turns=True,
    )
    assert shortly(told) == []
