"""What the program makes of headings of invented pages, beside what a reader made of them before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.circumstances import Circumstances
from testimonia.assertions.headings import heading_assertions
from testimonia.model import Gender, Mention, Person, Sourcebook, Span
from testimonia.testing import check_book, make_book

from .heading_readings import (
    ASYLUM,
    BRIDGE,
    CATTLE,
    DAM,
    MANUSCRIPT,
    PEOPLE,
    SCHOOL,
    WOMEN,
    WRECK,
    Page,
    Reading,
)
from .later_heading_readings import BALLOON, FACTORY, MEAL, TUNNEL, VACCINE

CREW = ("Rasmus Holt", "Holt", "Dagny Lund", "Lund", "Ferrand", "Ostrow", "Bishop Vale", "Vale", "Cray")
Told = tuple[str, str, tuple[str, ...]]


def book_of(heading: str, people: Sequence[str]) -> Sourcebook:
    book = make_book(heading + "\n", claims=[heading])
    found: dict[str, Person] = {}
    mentions: list[Mention] = []
    (claim,) = book.claims
    for name in people:
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", claim.text, re.IGNORECASE):
            span = Span(claim.span.start + m.start(), claim.span.start + m.end())
            if any(span.start < other.span.end and other.span.start < span.end for other in mentions):
                continue
            family = name.split()[-1].lower()
            gender = Gender.FEMALE if family in (*WOMEN, "lund") else Gender.MALE
            found.setdefault(family, Person(f"p-{family}", name, gender=gender))
            mentions.append(Mention(f"m{span.start}", span, m.group(), claim.id, f"p-{family}"))
    book.add(found.values())
    book.add(sorted(mentions, key=lambda mention: mention.span))
    return book


def told(heading: str, people: Sequence[str] = CREW) -> list[Told]:
    """Act, who says it ("" the compiler) and of whom, in small letters."""
    book = book_of(heading, people)
    book.add(heading_assertions(book, read_vocabulary(), Circumstances(book)))
    check_book(book)
    return [(a.act.value, a.speaker_name.lower(), tuple(n.lower() for n in a.of_names)) for a in book.assertions]


def agree(reading: Reading, found: Told) -> bool:
    """Whether a reading and what is told are the same act of the same speaker on the same person."""
    last = [re.findall(r"\w*$", name)[0] for name in found[2]]
    if found[0] not in reading[0].split("|") or re.findall(r"\w*$", found[1])[0] not in reading[1].split("|"):
        return False
    if found[0] == "reports" or reading[2] == ("",):
        return True
    return bool(set(last) & set(reading[2])) if reading[2] else not last


def score(page: Page, people: Sequence[str] = PEOPLE) -> float:
    """F1 of act, speaker and of whom."""

    def hits(readings: list[Reading], found: list[Told]) -> Iterator[Reading]:
        for reading in readings:
            match = next((one for one in found if agree(reading, one)), None)
            if match is not None:
                found.remove(match)
                yield reading

    right = of_readings = of_program = 0
    for heading, readings in page:
        found = told(heading, people)
        of_readings, of_program = of_readings + len(readings), of_program + len(found)
        right += len(list(hits(readings, found)))
    return 2 * right / (of_readings + of_program)


# F1 before headings were worked on: .49, .49, .62, .69, .76, .73, .75, .71, .83, .63. The last seven were written
# meanwhile, and read first when the figure was .76, .79, .80, .72, .84, .82 and .89, and .75 for the
# tunnel, written a day later; then their errors were worked on. The vaccine was read once, and nothing mended for it.
@pytest.mark.parametrize(
    ("page", "least"),
    [
        (WRECK, 0.85),
        (SCHOOL, 0.9),
        (CATTLE, 0.9),
        (MANUSCRIPT, 0.95),
        (DAM, 0.95),
        (BRIDGE, 0.9),
        (ASYLUM, 0.9),
        (MEAL, 0.9),
        (BALLOON, 0.9),
        (FACTORY, 0.85),
        (TUNNEL, 0.85),
        (VACCINE, 0.87),
    ],
)
def test_the_program_reads_a_page_of_headings_as_a_reader_does(page: Page, least: float) -> None:
    assert score(page) >= least


# by class of error, on the page of a whaling station: the heading, and all that it states
CLASSES: list[tuple[str, list[Told]]] = [
    # a verb of wrong, whatever it is called
    ("Holt abandoned the shore party", [("accuses", "", ("holt",))]),
    ("Holt pocketed the harpooners' wages", [("accuses", "", ("holt",))]),
    ("The Whaling Gazette lied about the deaths", [("accuses", "", ("whaling gazette",))]),
    ("The consortium hushed up the scurvy", [("accuses", "", ("consortium",))]),
    ("Vale looked the other way", [("accuses", "", ("vale",))]),
    ("The marines fired on the boat", [("accuses", "", ("marines",))]),
    ("Cray sent the stokers to their deaths", [("accuses", "", ("cray",))]),
    ("Ferrand was the true author of the plot", [("accuses", "", ("ferrand",))]),
    # the passive, and who stands behind it
    ("Holt was betrayed by Cray", [("accuses", "", ("cray",))]),
    ("Holt was poisoned by the comprador", [("accuses", "", ("comprador",))]),
    ("Ostrow was paid to hold his tongue", [("accuses", "", ("ostrow",))]),
    ("Ostrow was paid for his boat", [("reports", "", ("ostrow",))]),
    ("The station diary was burned on Ferrand's orders", [("accuses", "", ("ferrand",))]),
    ("Cray was wrongly convicted", [("exonerates", "", ("cray",))]),
    ("Lund's story was never contradicted", [("corroborates", "", ("lund",))]),
    # how it was meant
    ("Ferrand knowingly sold bad meat", [("accuses", "", ("ferrand",))]),
    ("Ferrand sold meat", [("reports", "", ("ferrand",))]),
    ("Ferrand had the station burned for the insurance", [("accuses", "", ("ferrand",))]),
    # who does not do it, and whom it does not hit
    ("Lund took no bribe", [("exonerates", "", ("lund",))]),
    ("Cray killed nobody", [("exonerates", "", ("cray",))]),
    ("Ninety men drowned in the bay", [("reports", "", ("ninety men",))]),
    # what somebody knew, saw or did not believe is told by the compiler
    ("Ferrand knew that the ice was thin", [("reports", "", ("ferrand",))]),
    ("Lund saw the murder from her window", [("reports", "", ("lund",))]),
    ("Lund never believed that Holt had killed the cook", [("exonerates", "lund", ("holt",))]),
    ("The commission found that Holt had sailed too late", [("judges", "commission", ("holt",))]),
    # words of opinion with somebody as what he is held to be
    ("Lund thought Ferrand the meanest man in the south", [("judges", "lund", ("ferrand",))]),
    ("Cray blamed himself for the wreck", [("admits", "cray", ())]),
    ("Holt and Cray blamed each other", [("accuses", "holt", ("cray",)), ("accuses", "cray", ("holt",))]),
    ("Lund withdrew her complaint", [("retracts", "lund", ())]),
    # grammar: appositions, ordinals, unchanging verbs, adverbs
    ("Cray, a deserter from the navy, confessed", [("admits", "cray", ())]),
    ("Holt was the first man to cross the plateau", [("reports", "", ("holt",))]),
    ("A sheet was cut from the log", [("reports", "", ())]),
    ("Cray denied it and afterwards confessed", [("denies", "cray", ()), ("admits", "cray", ())]),
    ("The yard lies on the north shore", []),
    ("No one helped the stokers", [("reports", "", ("no one", "stokers"))]),
    ("Holt murdered", [("reports", "", ("holt",))]),
    ("Holt cleared of murder by the jury", [("exonerates", "jury", ("holt",))]),
    ("Holt accused of theft by Lund", [("accuses", "lund", ("holt",))]),
    ("Holt a thief", [("accuses", "", ("holt",))]),
    ("Holt not the murderer", [("exonerates", "", ("holt",))]),
    ("Lund told the truth", [("exonerates", "", ("lund",))]),
    ("Lund was dismissed for keeping a diary", [("reports", "", ("lund",))]),
    ("Nothing was ever proved against Holt", [("exonerates", "", ("holt",))]),
    ("Holt may have taken bribes", [("judges", "", ("holt",))]),
    # who it was, and who not
    ("It was Holt who burned the log", [("accuses", "", ("holt",))]),
    ("It was not Holt who burned the log", [("exonerates", "", ("holt",))]),
    ("It was not Holt but Cray who burned the log", [("accuses", "", ("cray",))]),
    ("Not Holt but Cray burned the log", [("accuses", "", ("cray",))]),
    ("Not only Holt but also Cray lied", [("accuses", "", ("holt", "cray"))]),
    # acts and qualities that are named without a verb
    ("Holt's lies", [("accuses", "", ("holt",))]),
    ("The betrayal of Holt by Cray", [("accuses", "", ("cray",))]),
    ("The murder of Holt by Cray", [("accuses", "", ("cray",))]),
    ("The murder of Holt", []),
    ("The innocence of Holt", [("exonerates", "", ("holt",))]),
    ("The question of Holt's guilt", []),
    # on whose word
    ("According to the caretaker, Holt burned the log", [("accuses", "caretaker", ("holt",))]),
    ("Holt burned the log, according to Lund", [("accuses", "lund", ("holt",))]),
    ("According to rumour, Holt burned the log", []),
    ("In Lund's view Holt was a liar", [("judges", "lund", ("holt",))]),
    ("In the opinion of Lund, Holt was a liar", [("judges", "lund", ("holt",))]),
    ("By Lund's own account, she burned the log", [("admits", "lund", ())]),
    ("Lund on Holt: a weak and foolish man", [("judges", "lund", ("holt",))]),
    ("Lund on Holt: he lied to us", [("accuses", "lund", ("holt",))]),
    ("Lund to Holt: I burned the log", [("admits", "lund", ())]),
    ("By night, Holt burned the log", [("accuses", "", ("holt",))]),
    # blame without a person before the verb; what is heard is not said
    ("The blame lies with Holt", [("judges", "", ("holt",))]),
    ("The responsibility rested on the owners", [("judges", "", ("owners",))]),
    ("Lund heard Holt's confession", [("reports", "", ("lund", "holt"))]),
    # verbs of other shapes
    ("The chain burst in the first gale", [("reports", "", ())]),
    ("Ninety-one drowned", [("reports", "", ())]),
    ("Forty dead in the boiler house", [("reports", "", ())]),
    ("Ferrand had warned the company", [("reports", "", ("ferrand", "company"))]),
    ("Ferrand claimed to have known nothing", [("denies", "ferrand", ())]),
    ("Ferrand claims to be innocent", [("denies", "ferrand", ())]),
    ("Cray, the night watchman, let the thieves in", [("accuses", "", ("cray",))]),
    ("Cray admits burning the log on Holt's orders", [("admits", "cray", ("holt",)), ("accuses", "cray", ("holt",))]),
    ("Lund calls Holt a coward and Cray a fool", [("judges", "lund", ("holt",)), ("judges", "lund", ("cray",))]),
    ("Holt's confession was written by Cray", [("reports", "", ("holt", "cray"))]),
    ("Lund's will is a forgery", [("judges", "", ("lund",))]),
    ("The company paid no heed", [("accuses", "", ("company",))]),
    ("Holt bears the responsibility", [("judges", "", ("holt",))]),
    ("Holt was Lund's friend and never met Cray", [("reports", "", ("holt", "lund"))]),
    # what somebody is, has, owns, holds or finds is told of him, and nothing that he says
    ("Holt was not a whaler at all", [("reports", "", ("holt",))]),
    ("Holt was Cray's uncle", [("reports", "", ("holt",))]),
    ("Holt had no brother", [("reports", "", ("holt",))]),
    ("Holt owned the try-works", [("reports", "", ("holt",))]),
    ("Holt held shares in the station", [("reports", "", ("holt",))]),
    ("Holt held that the rope had been cut", [("reports", "holt", ())]),
    ("Holt was out of his mind in May", [("judges", "", ("holt",))]),
    # that somebody ordered others to do it is told against him, and no order of things is
    ("Holt ordered dinner", [("reports", "", ("holt",))]),
    ("Holt ordered the stokers to hurry", [("accuses", "", ("holt",))]),
    ("Holt directed the choir", [("reports", "", ("holt",))]),
    ("Holt and Cray were two men", []),
    ("Holt was thirteen", [("reports", "", ("holt",))]),
    ("Holt ordered the stokers to shoot", [("accuses", "", ("holt",))]),
    ("Holt ordered the attack", [("accuses", "", ("holt",))]),
    # whether it is so
    ("It is not true that Holt lied", [("exonerates", "", ("holt",))]),
    ("It is a fact that Holt lied", [("accuses", "", ("holt",))]),
    # what a body decides or advises
    ("The court set the will aside", [("judges", "court", ())]),
    ("The judge found for Lund", [("judges", "judge", ("lund",))]),
    ("The judge dismissed the suit", [("judges", "judge", ())]),
    ("The judge dismissed the coachman", [("reports", "", ("judge", "coachman"))]),
    ("The board advised that the station be sold", [("judges", "board", ())]),
    ("Lund's diary was invented by the consortium", [("reports", "", ("lund",))]),
    ("Lund's story was invented by the consortium", [("accuses", "", ("consortium",))]),
    ("Lund backs Cray's version", [("corroborates", "lund", ("cray",))]),
    ("Holt withdrew his opinion", [("retracts", "holt", ())]),
    ("Miss Lund was alone with her", [("reports", "", ("lund",))]),
]


@pytest.mark.parametrize(("heading", "expected"), CLASSES)
def test_a_heading_of_another_subject_states(heading: str, expected: list[Told]) -> None:
    assert told(heading) == expected


WORDS = (
    "Holt Lund Cray Vale , : ; ( ) ' 's not no nobody but only who that it he they was is had has have been claims to "
    "according in view of by on first last the a an log burned forged wrongly accused convicted knowing orders each "
    "other dead hundred 12 lies will and or as if until may should could told it paid nothing against himself"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_whatever_a_heading_says_its_records_hold(words: list[str]) -> None:
    told(" ".join(words))


@pytest.mark.parametrize("saying", ["Holt said that ", "Holt and Lund said that "])
def test_what_is_said_that_is_said_without_end_is_read_so_far(saying: str) -> None:
    assert all(act for act, _, _ in told(saying * 400 + "Ferrand lied"))


@pytest.mark.parametrize(
    "heading",
    [
        "Holt kicked off the match",
        "Holt broke into song",
        "Lund looked on the bright side",
        "The council stood by its decision",
        "Holt sat by the window",
        "Holt took a cut on the arm",
        "Holt cheated death",
    ],
)
def test_a_turn_of_phrase_with_the_word_of_a_wrong_accuses_nobody(heading: str) -> None:
    assert all(act != "accuses" for act, _, _ in told(heading))
