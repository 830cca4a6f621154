"""Opinions, hypotheses and furthered wrongs in headings, on the page of a whaling station; and what comes near them."""

from __future__ import annotations

import pytest

from .heading_readings import Page
from .mixed_heading_readings import (
    FIRST,
    FIRST_PEOPLE,
    FOURTH,
    FOURTH_PEOPLE,
    SECOND,
    SECOND_PEOPLE,
    THIRD,
    THIRD_PEOPLE,
)
from .test_heading_objects import PEOPLE, STRONG
from .test_heading_readings import Told, score, told

# the heading, and all that it states
CLASSES: list[tuple[str, list[Told]]] = [
    # how somebody did it
    ("Holt defended himself lamely", [("judges", "", ("holt",))]),
    ("Holt behaved shabbily towards the widows", [("judges", "", ("holt",))]),
    ("The owners wrongly believe the matter is closed", [("judges", "", ("owners",))]),
    ("Holt was rightly dismissed", [("judges", "", ("holt",))]),
    ("Holt basely robbed the store", [("accuses", "", ("holt",))]),
    ("Historians are too kind to Holt", [("judges", "", ("historians",))]),
    ("Company methods of settling claims are deplorable", [("judges", "", ("company",))]),
    ("Holt was spineless", [("judges", "", ("holt",))]),
    ("Holt's account of the loss is inconsistent", [("judges", "", ("holt",))]),
    ("Lund calls the sale robbery", [("judges", "lund", ())]),
    # what he should do, cannot say, does not know
    ("The owners should think of the widows and not of the oil", [("judges", "", ("owners",))]),
    ("Lund says Holt cannot claim he was not told", [("judges", "lund", ("holt",))]),
    (
        "Lund says Holt can't claim he was not told and Cray concurs",
        [("judges", "lund", ("holt",)), ("corroborates", "cray", ("lund",))],
    ),
    ("Lund says Holt does not know what the truth is", [("judges", "lund", ("holt",))]),
    ("Ferrand says documents are not needed to convict", [("judges", "ferrand", ())]),
    # what somebody is called before he does anything
    ("Shameless Holt denies the theft", [("denies", "holt", ()), ("judges", "", ("holt",))]),
    (
        "Schemers Holt and Cray denounce Lund",
        [("accuses", "holt", ("lund",)), ("accuses", "cray", ("lund",)), ("accuses", "", ("holt", "cray"))],
    ),
    # who furthers a wrong
    ("Holt facilitated the theft of the oil", [("accuses", "", ("holt",))]),
    ("The company paved the way for the massacre of the seals", [("accuses", "", ("company",))]),
    ("Cray talked the boys into robbing the store", [("accuses", "", ("cray",))]),
    ("Lund says Holt agreed to the plan if drowning the mate was part of it", [("accuses", "lund", ("holt",))]),
    ("Lund says Holt spoke of poisoning the mate", [("accuses", "lund", ("holt",))]),
    # who refuses to be excused, and who is told not to worry
    ("Holt rejects every excuse for his crimes", [("admits", "holt", ())]),
    ("Ferrand assures Holt that he has nothing to fear from the inquiry", [("exonerates", "ferrand", ("holt",))]),
    # not they but others
    (
        "Lund says Holt not the harpooners stole the oil",
        [("accuses", "lund", ("holt",)), ("exonerates", "lund", ("harpooners",))],
    ),
    ("Holt, not Cray, robbed the store", [("accuses", "", ("holt",)), ("exonerates", "", ("cray",))]),
    ("The boats were not scuttled as some claim", [("exonerates", "", ("",))]),
    # a hypothesis or a question with one plain answer
    ("If the hearing was rigged the verdict would have come sooner", [("exonerates", "", ("hearing",))]),
    ("If Holt had robbed the store he would have fled", [("exonerates", "", ("holt",))]),
    ("Why would Holt steal when he was rich", [("exonerates", "", ("holt",))]),
    (
        "Why stage a sham hearing as Lund claims it was when all the world looks on",
        [("exonerates", "", ("sham hearing",)), ("accuses", "lund", ("sham hearing",))],
    ),
    ("A torn page does not prove that Holt stole the oil", [("exonerates", "", ("holt",))]),
    ("The lack of a log does not show that Holt is innocent", [("judges", "", ("holt",))]),
    ("The owners would not have sacked Holt unless the proof was overwhelming", [("judges", "", ("holt",))]),
    ("Facts showing that Holt deserved to be hanged", [("judges", "", ("holt",))]),
    # no trace of it
    ("No record of sailors being flogged", [("exonerates", "", ("",))]),
    ("No sign of Holt stealing oil", [("exonerates", "", ("holt",))]),
    # a participle alone
    ("Holt and Cray plotting the mate's murder", [("accuses", "", ("holt", "cray"))]),
    ("Holt denying everything", [("denies", "holt", ())]),
    # why somebody does it, and with whom
    ("Holt withdraws his confession only to save his skin", [("retracts", "holt", ()), ("judges", "", ("holt",))]),
    (
        "Holt and Cray denounce Lund to cover themselves",
        [("accuses", "holt", ("lund",)), ("judges", "", ("holt", "cray")), ("accuses", "cray", ("lund",))],
    ),
    ("Holt admits the theft and says Cray ordered it", [("admits", "holt", ("cray",)), ("accuses", "holt", ("cray",))]),
    ("Holt admits having two boys as helpers in his thefts", [("admits", "holt", ("two boys",))]),
    (
        "Lund testified against Holt and how Cray covered up",
        [("accuses", "lund", ("holt",)), ("accuses", "lund", ("cray",))],
    ),
    # who knew
    ("Holt knew that the boat was unseaworthy", [("accuses", "", ("holt",))]),
    ("The bishop knew and kept silent", [("accuses", "", ("bishop",))]),
    ("Holt robbed the store and Cray knew it", [("accuses", "", ("holt",)), ("accuses", "", ("cray",))]),
    ("Ferrand approved the casks without having seen them", [("accuses", "", ("ferrand",))]),
    ("The critics overlook the evidence", [("judges", "", ("critics",))]),
    # who is spared, who contradicts
    ("Lund excuses Cray but not Holt", [("exonerates", "lund", ("cray",)), ("judges", "lund", ("holt",))]),
    (
        "Ferrand finds Holt guilty but Cray not",
        [("judges", "ferrand", ("holt",)), ("exonerates", "ferrand", ("cray",))],
    ),
    ("Nothing links Holt to the theft", [("exonerates", "", ("holt",))]),
    ("No harpooner ever complained of Holt", [("exonerates", "", ("holt",))]),
    ("Lund says nobody laid a hand on her", [("exonerates", "lund", ("",))]),
    ("Holt says he signed nothing", [("denies", "holt", ())]),
    ("Holt denies it but others contradict him", [("denies", "holt", ()), ("accuses", "others", ("holt",))]),
    ("Holt retracts all he said against Lund", [("retracts", "holt", ())]),
    ("The prisoners were well treated in the barracks", [("exonerates", "", ("barracks",))]),
    ("The hearing was as fair as could be", [("exonerates", "", ("hearing",))]),
    # with what somebody deals
    ("Holt passed the forged notes", [("accuses", "", ("holt",))]),
    ("The guards planted the knife on Holt", [("accuses", "", ("guards",))]),
    ("Holt had the widow's house burned", [("accuses", "", ("holt",))]),
    # who is shocked, who bears himself well
    (
        "The harpooners are stunned that Holt admits the theft",
        [("reports", "", ("harpooners",)), ("admits", "holt", ())],
    ),
    ("Holt is calm at the hearing and denies all", [("reports", "", ("holt",)), ("denies", "holt", ())]),
    # of himself
    ("Holt says he was sober", [("denies", "holt", ())]),
    ("Holt says he was a fool", [("admits", "holt", ())]),
    ("Holt could not have been on the slip", [("exonerates", "", ("holt",))]),
    ("Lund says Holt never struck anyone", [("exonerates", "lund", ("holt",))]),
    ("Holt got no money for his evidence", [("exonerates", "", ("holt",))]),
    (
        "The captains of the fleet were preparing to overthrow the government",
        [("accuses", "", ("captains of the fleet",))],
    ),
]


@pytest.mark.parametrize(("heading", "all_told"), CLASSES)
def test_a_heading_of_each_class_states_this(heading: str, all_told: list[Told]) -> None:
    assert told(heading) == all_told


NEUTRAL = """
Marrow sang badly in the second act
The pears sold poorly in Ledbury
Voss played brilliantly against Orme
Kettering enabled the second lever
Pasco furthered her studies in Lisbon
Castell made a great fire on the beach
Orme gave a good dinner for the crew
Voss produced a strong cheese
Loxley's garden is admirable
The winter was mild and the soil moderate
Visitors should use the north gate and not the south
Travellers should take the ferry instead of the bridge
Ordway cannot say when the next boat leaves
Tait does not know when the museum opens
Tait does not know what is good for sheep
Kettering assured Voss that she had nothing to fear from the dog
Brodie agreed to the terms and went home to fish
Pasco agreed to play the villain
Marrow promised to steal the show
The bell was not rung as is the custom
Orme refused the apology for his late arrival
Voss, not Pasco, painted the door
If the lake had frozen the boats would have stayed ashore
If Voss had lived she would have been a great pianist
Why would Orme sell when the price was low
A missing page does not prove that the book is rare
Facts showing that Pasco was born in Leeds
Police hunting in the marsh
Pasco repairing the roof
Tait treating the wounded
Loxley naming a star
Ordway drowning in the lake
Orme plotting the course
Marrow shooting rabbits
Kettering knew that the ice was thin
Ordway got no money for the boat
Castell was well and cheerful at the trial of the new engine
Spy novelist Ordway dies
Murder squad chief Tait retires
Ledbetter would not have come unless the road was open
Voss says that a lantern is not needed on the pier
No record of rain in June
No sign of Pasco in the harbour
No evidence of a Roman road
Orme concurs with the new timetable
Voss sings and Pasco agrees
Marrow opened the way for the cart
Ordway paved the way to the barn
Pasco made the room habitable
Castell was convinced of the need for a lighthouse
Voss rightly turned left at the fork
Kettering mistakenly boarded the wrong train
The cook tries to hide the salt
Those invited late came by barge
Brodie aided in the building of the pier
Voss toppled the ladder
Marrow talked the boys into joining the choir
Orme offered Voss a seat to rest
The bucket holds water
The bell rang true
Pasco could not have been happier in Rome
Orme sued for peace
Castell planted a kiss on Voss
Castell planted a rose on the terrace
Brodie wore a false beard
Voss mistook the lamp for a star
Orme overlooked the second door
Kettering failed to see the buoy
Voss had no choice of seat
Castell laid a hand on the rail
Pasco drew Voss into the dance
Loxley aided in the search for the thief
Kettering enabled the study of crime
The choir rehearsed on Tuesdays
Castell rehearsed the opera with Voss
Tait signed for the parcel without reading glasses
Nothing links the island to the shore
Orme had the firs burned
Kettering owned two luggers
Ordway ordered the boats to turn back
Tait signed for the parcel without looking up
Brodie withdrew all his money
The gatekeeper whistled
Voss was as cold as ice
The lion was savage
Voss called a meeting in the harbour
The coast was treacherous
The light was indifferent
The slope was shallow
The soup was dubious
""".strip().splitlines()


@pytest.mark.parametrize("heading", NEUTRAL)
def test_a_heading_near_to_one_of_them_is_no_more_than_an_event(heading: str) -> None:
    assert not STRONG & {act for act, _, _ in told(heading, PEOPLE)}


# F1 of act, speaker and of whom when first read: .41, .67, .66 and .69. The first was written with the classes of
# errors in mind that another page had shown, and read .81 when these had been worked on; the others, on anything, read
# then as they had before, and were worked on afterwards.
@pytest.mark.parametrize(
    ("page", "people", "least"),
    [
        (FIRST, FIRST_PEOPLE, 0.78),
        (SECOND, SECOND_PEOPLE, 0.88),
        (THIRD, THIRD_PEOPLE, 0.8),
        (FOURTH, FOURTH_PEOPLE, 0.83),
    ],
)
def test_the_program_reads_a_mixed_page_as_a_reader_does(page: Page, people: tuple[str, ...], least: float) -> None:
    assert score(page, people) >= least


@pytest.mark.parametrize(
    ("page", "people"),
    [(FIRST, FIRST_PEOPLE), (SECOND, SECOND_PEOPLE), (THIRD, THIRD_PEOPLE), (FOURTH, FOURTH_PEOPLE)],
)
def test_its_neutral_headings_are_no_more_than_events(page: Page, people: tuple[str, ...]) -> None:
    neutral = [heading for heading, readings in page if all(reading[0] == "reports" for reading in readings)]
    assert len(neutral) > 15
    assert not [heading for heading in neutral if STRONG & {act for act, _, _ in told(heading, people)}]
