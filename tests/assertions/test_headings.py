"""Headings: who is said to speak, what he does by it, and of whom. No rule may rest on capitals."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.circumstances import Circumstances
from testimonia.assertions.headings import heading_assertions
from testimonia.model import Assertion, Claim, Gender, Mention, Person, Reason, Sourcebook, Span
from testimonia.testing import check_book, make_book

NAMES = ("Ruth Pell", "Harlan Voss", "Brandt", "Okafor", "Lindqvist", "Marsh", "Tully", "Vane", "Pell", "Voss")
WOMEN = ("pell",)

Told = list[tuple[str, str, tuple[str, ...]]]


def book_of(*headings: str) -> Sourcebook:
    """A page of headings in which the persons are found."""
    text = "\n\n".join(headings) + "\n"
    book = make_book(text, claims=headings)
    people: dict[str, Person] = {}
    mentions: list[Mention] = []
    for claim in book.claims:
        taken: list[range] = []
        for name in NAMES:
            for m in re.finditer(rf"(?<!\w){name}(?!\w)", claim.text, re.IGNORECASE):
                if any(m.start() in r for r in taken):
                    continue
                taken.append(range(m.start(), m.end()))
                family = name.split()[-1].lower()
                gender = Gender.FEMALE if family in WOMEN else Gender.MALE
                people.setdefault(family, Person(f"p-{family}", name, gender=gender))
                span = Span(claim.span.start + m.start(), claim.span.start + m.end())
                mentions.append(Mention(f"m{span.start}", span, m.group(), claim.id, f"p-{family}"))
    book.add(people.values())
    book.add(sorted(mentions, key=lambda mention: mention.span))
    return book


def read(heading: str) -> list[Assertion]:
    """What one heading states, checked as any record is."""
    book = book_of(heading)
    book.add(heading_assertions(book, read_vocabulary(), Circumstances(book)))
    check_book(book)
    return list(book.assertions)


def told(heading: str) -> Told:
    """Act, who says it ("" the compiler) and of whom, in small letters."""
    found = read(heading)
    assert all((a.speaker == "compiler") == (not a.speaker_name) for a in found)
    return [(a.act.value, a.speaker_name.lower(), tuple(n.lower() for n in a.of_names)) for a in found]


# the act, the speaker, of whom
ACTS: list[tuple[str, Told]] = [
    ("Brandt admits he forged the cheques", [("admits", "brandt", ())]),
    ("Brandt admits forging the cheques for Marsh", [("admits", "brandt", ("marsh",))]),
    ("Brandt confesses", [("admits", "brandt", ())]),
    ("Brandt pleads guilty to arson", [("admits", "brandt", ())]),
    ("Brandt tries to deny it", [("denies", "brandt", ())]),
    ("Brandt refuses to confess", [("denies", "brandt", ())]),
    ("Brandt never confessed", [("denies", "brandt", ())]),
    ("The foreman pleads not guilty", [("denies", "foreman", ())]),
    ("Pell withdraws her statement against Voss", [("retracts", "pell", ())]),
    ("Okafor takes back his confession", [("retracts", "okafor", ())]),
    ("Lindqvist confirms Vane's account of the meeting", [("corroborates", "lindqvist", ("vane",))]),
    ("Ruth Pell blames the foreman for the fire", [("accuses", "ruth pell", ("foreman",))]),
    ("Vane testifies against Marsh and Tully", [("accuses", "vane", ("marsh", "tully"))]),
    ("Tully puts the blame for the wreck on the owners", [("accuses", "tully", ("owners",))]),
    ("Marsh is accused by Vane", [("accuses", "vane", ("marsh",))]),
    ("Two of the accused retract their confessions", [("retracts", "two of the accused", ())]),
    ("Vane exonerates Tully", [("exonerates", "vane", ("tully",))]),
    ("Lindqvist praises the judge", [("judges", "lindqvist", ("judge",))]),
    ("Vane calls Marsh a liar", [("judges", "vane", ("marsh",))]),
    ("Marsh willing to denounce Tully", [("accuses", "marsh", ("tully",))]),
    ("Vane urges Marsh to confess", [("accuses", "vane", ("marsh",))]),
    ("Workers accuse the company of hiding the deaths", [("accuses", "workers", ("company",))]),
    ("One prisoner denounces another", [("accuses", "one prisoner", ("another",))]),
]

SEVERAL: list[tuple[str, Told]] = [
    ("Okafor and Lindqvist deny taking bribes", [("denies", "okafor", ()), ("denies", "lindqvist", ())]),
    ("Okafor & Lindqvist confess", [("admits", "okafor", ()), ("admits", "lindqvist", ())]),
    (
        "Brandt, Okafor and Vane admit the theft",
        [("admits", "brandt", ()), ("admits", "okafor", ()), ("admits", "vane", ())],
    ),
    ("The accused confess and implicate others", [("admits", "accused", ()), ("accuses", "accused", ("others",))]),
    ("Brandt admits the theft but denies the arson", [("admits", "brandt", ()), ("denies", "brandt", ())]),
    ("Brandt admits the one but not the other", [("admits", "brandt", ()), ("denies", "brandt", ())]),
    (
        "Pell accuses Voss of poisoning wells and Voss denies it",
        [("accuses", "pell", ("voss",)), ("denies", "voss", ())],
    ),
    (
        "Brandt implicates Marsh who implicates Tully",
        [("accuses", "brandt", ("marsh",)), ("accuses", "marsh", ("tully",))],
    ),
    ("All confess except Tully", [("admits", "all", ()), ("denies", "tully", ())]),
    (
        "The jury acquits Lindqvist but convicts Brandt",
        [("exonerates", "jury", ("lindqvist",)), ("judges", "jury", ("brandt",))],
    ),
    ("Marsh denounces Tully to save himself", [("accuses", "marsh", ("tully",)), ("judges", "", ("marsh",))]),
    ("Okafor shaken by Vane admitting guilt", [("reports", "", ("okafor", "vane")), ("admits", "vane", ())]),
]

SAID: list[tuple[str, Told]] = [
    ("Vane says Brandt stole the ledger and sold it", [("accuses", "vane", ("brandt",))]),
    ("Vane says: Brandt stole the ledger", [("accuses", "vane", ("brandt",))]),
    ("Brandt stole the ledger, says Vane", [("accuses", "vane", ("brandt",))]),
    ("According to Vane, Brandt stole the ledger", [("accuses", "vane", ("brandt",))]),
    ("Vane tells Marsh that Brandt stole the ledger", [("accuses", "vane", ("brandt",))]),
    ("Vane tells Marsh he stole the ledger", [("admits", "vane", ())]),
    ("Vane says he did not steal the ledger", [("denies", "vane", ())]),
    ("Vane says he is innocent", [("denies", "vane", ())]),
    ("Vane says he is guilty", [("admits", "vane", ())]),
    ("Tully insists he never saw the letter", [("denies", "tully", ())]),
    ("Vane says Tully did not steal the ledger", [("exonerates", "vane", ("tully",))]),
    ("Vane says Tully is guilty", [("judges", "vane", ("tully",))]),
    ("Historians agree that Vane was innocent", [("exonerates", "historians", ("vane",))]),
    ("Marsh says Tully said Vane stole the ledger", [("accuses", "tully", ("vane",))]),
    ("Marsh says all observers believed there was a plot", [("judges", "all observers", ())]),
    ("Okafor says Marsh paid him for the lie", [("accuses", "okafor", ("marsh",)), ("admits", "okafor", ("marsh",))]),
    ("Okafor says Marsh gave him 300 crowns", [("accuses", "okafor", ("marsh",)), ("admits", "okafor", ("marsh",))]),
    ("Okafor admits being paid by Marsh", [("admits", "okafor", ("marsh",)), ("accuses", "okafor", ("marsh",))]),
    ("Okafor admits Marsh hired him", [("admits", "okafor", ("marsh",)), ("accuses", "okafor", ("marsh",))]),
    ("Marsh admits helping to kill Tully", [("admits", "marsh", ())]),  # whom he killed is no accomplice
    ("Voss says he was beaten", [("accuses", "voss", ("",))]),
    ("Voss says he was not beaten or threatened", [("exonerates", "voss", ("",))]),
    ("Voss admits the confessions were freely given", [("exonerates", "voss", ("",))]),
    ("Vane says the fire was an accident", [("reports", "vane", ())]),
    ("Ruth Pell says he is guilty", [("judges", "ruth pell", ())]),
    ("Tully's wife, Ruth Pell, says he is guilty", [("judges", "ruth pell", ("tully",))]),
    ("Brandt's lawyer says he was robbed by Okafor", [("accuses", "lawyer", ("okafor",))]),
    ("Vane says who robbed the bank", [("accuses", "vane", ())]),
    ("Brandt describes his crimes", [("admits", "brandt", ())]),
    ("Brandt and Vane describe the wrecking they did", [("admits", "brandt", ()), ("admits", "vane", ())]),
    ("The auditors found no evidence that Tully robbed them", [("exonerates", "auditors", ("tully",))]),
    ("Nobody knows who killed Vane", []),
    ("The minister lied about the leak, Vane tells the inquiry", [("accuses", "vane", ("minister",))]),
    ("Okafor: I never took a penny", [("denies", "okafor", ())]),
    ("Vane claims he was framed", [("accuses", "vane", ())]),
    ("Okafor reveals how Marsh bribed the jury", [("accuses", "okafor", ("marsh",))]),
    ("Okafor reveals a plot by Marsh and Tully", [("accuses", "okafor", ("marsh", "tully"))]),
    (
        "Soldiers testify that they shot hostages on Marsh's orders",
        [("admits", "soldiers", ()), ("accuses", "soldiers", ("marsh",))],
    ),
    ("The town is shocked that Marsh admits it", [("admits", "marsh", ())]),
]

COMPILER: list[tuple[str, Told]] = [
    ("Brandt robbed the bank", [("accuses", "", ("brandt",))]),
    ("Brandt murdered by Okafor", [("accuses", "", ("okafor",))]),
    ("Vane murdered on the orders of Marsh", [("accuses", "", ("marsh",))]),
    ("Vane was murdered", [("reports", "", ("vane",))]),
    ("Vane shot in the street", [("reports", "", ("vane",))]),
    ("Vane arrested and tried in secret", [("reports", "", ("vane",))]),
    ("Brandt was a thief", [("accuses", "", ("brandt",))]),
    ("Brandt met Okafor in Lisbon", [("reports", "", ("brandt", "okafor"))]),
    ("Brandt met with plotters to murder Vane", [("accuses", "", ("brandt",))]),
    ("Okafor received money from Brandt", [("accuses", "", ("okafor", "brandt"))]),
    ("No evidence Tully robbed the bank", [("exonerates", "", ("tully",))]),
    ("Tully was not guilty", [("exonerates", "", ("tully",))]),
    ("Tully not responsible for the fire", [("exonerates", "", ("tully",))]),
    ("Tully had nothing to do with the theft", [("exonerates", "", ("tully",))]),
    ("Tully knew nothing of it", [("exonerates", "", ("tully",))]),
    ("Brandt was clearly guilty", [("judges", "", ("brandt",))]),
    ("The trial was fair", [("exonerates", "", ("trial",))]),
    ("The trial was no frame-up", [("exonerates", "", ("trial",))]),
    ("There was no torture", [("exonerates", "", ("",))]),
    ("No coercion was used", [("exonerates", "", ("",))]),
    ("The prisoners were not beaten", [("exonerates", "", ("",))]),
    ("The guards beat the prisoners", [("accuses", "", ("guards",))]),
    ("Brandt's version is a joke", [("judges", "", ("brandt",))]),
    ("The fallacies of Brandt's arguments", [("judges", "", ("brandt",))]),
    ("The confessions were genuine", [("judges", "", ("",))]),
    ("The evidence of Brandt's guilt is overwhelming", [("judges", "", ("brandt",))]),
    ("The papers leave no doubt as to their guilt", [("judges", "", ("",))]),
    ("New evidence implicates Marsh", [("accuses", "", ("marsh",))]),
    ("Not everybody confessed", [("reports", "", ("everybody",))]),
    ("Marsh decides that the boat will be sold", [("judges", "", ("marsh",))]),
    ("The confessions of Brandt and Vane", [("admits", "brandt", ()), ("admits", "vane", ())]),
    ("Brandt's denunciation of Ruth Pell", [("accuses", "brandt", ("ruth pell",))]),
    ("Marsh asks Tully to resign", [("reports", "", ("marsh", "tully"))]),
    ("Nobody was tortured", [("exonerates", "", ("",))]),
    ("Brandt's innocence is proven", [("exonerates", "", ("brandt",))]),
    ("Brandt's confession was obtained by torture", [("accuses", "", ("",))]),
    ("Brandt confessed under torture", [("admits", "brandt", ()), ("accuses", "", ("",))]),
    ("There was a conspiracy against Pell", [("accuses", "", ())]),
    ("The first thieves were Brandt and Okafor", [("accuses", "", ("brandt", "okafor"))]),
    ("Brandt is said to have fled", [("reports", "", ("brandt",))]),
    ("The treason of Brandt", [("accuses", "", ("brandt",))]),
    ("Marsh got 300 crowns", [("reports", "", ("marsh",))]),  # which is no wrong by itself
    ("The court sentences Marsh to death", [("reports", "", ("court", "marsh"))]),
]

NOTHING = (
    "Why did they confess",
    "Was Marsh guilty?",
    "Who robbed the bank",
    "A short history of the harbour company",
    "Outline of the trials and of who killed Vane",
    "The main trials briefly outlined",
    "Sentences of the prisoners",
    "If Marsh had sold the farm he would have moved",
    "Marsh was very intelligent",
    "Did Marsh order the shooting",
    "Summary of facts that prove Marsh guilty",
    "Critics should not judge him",
    "Marsh was not more popular than Tully",
    "Marsh expresses love for Ruth Pell",
)


@pytest.mark.parametrize(("heading", "expected"), [*ACTS, *SEVERAL, *SAID, *COMPILER])
def test_a_heading_states(heading: str, expected: Told) -> None:
    assert told(heading) == expected


@pytest.mark.parametrize("heading", NOTHING)
def test_a_topic_a_question_or_a_hypothesis_states_nothing(heading: str) -> None:
    assert told(heading) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Brandt swore at the crew",
        "Brandt cried that day",
        "Brandt recorded that song",
        "Brandt allowed that dog in",
        "Brandt put about and sailed home",
    ],
)
def test_a_verb_of_saying_that_says_nothing_there_is_a_deed_that_is_told_of_him(heading: str) -> None:
    assert told(heading) == [("reports", "", ("brandt",))]


@pytest.mark.parametrize(
    "heading",
    [
        "Brandt cried that Marsh stole it",
        "Brandt recorded that Marsh stole it",
        "Brandt allowed that Marsh stole it",
        "Brandt put it about that Marsh stole it",
    ],
)
def test_and_says_it_where_a_clause_follows(heading: str) -> None:
    assert told(heading) == [("accuses", "brandt", ("marsh",))]


@pytest.mark.parametrize("heading", [h for h, _ in (*ACTS, *SEVERAL, *SAID, *COMPILER)])
def test_capitals_change_nothing(heading: str) -> None:
    assert told(heading) == told(heading.upper()) == told(heading.title().replace("'S", "'s"))


def test_the_words_are_the_shortest_that_say_it() -> None:
    first, second = read("BRANDT ADMITS THE THEFT BUT DENIES THE ARSON")
    assert first.text == "BRANDT ADMITS THE THEFT"
    assert second.text == "DENIES THE ARSON"


def test_a_whole_heading_is_one_stretch_when_it_states_one_thing() -> None:
    (only,) = read("VANE SAYS THAT BRANDT ROBBED THE BANK")
    assert only.text == "VANE SAYS THAT BRANDT ROBBED THE BANK"


def test_whom_it_concerns_has_his_id_and_his_place() -> None:
    book = book_of("VANE ACCUSES BRANDT")
    (only,) = heading_assertions(book, read_vocabulary(), Circumstances(book))
    assert (only.speaker, only.of, only.claim) == ("p-vane", ("p-brandt",), book.claims[0].id)
    assert [book.cut(span) for span in only.of_spans] == ["BRANDT"]


def test_groups_and_bodies_are_told_by_their_printed_words() -> None:
    (only,) = read("THE OLD CRITICS ACCUSE THE HARBOUR BOARD")
    assert (only.speaker, only.speaker_name) == ("group:old-critics", "OLD CRITICS")
    assert only.of == ("org:harbour-board",)


def test_who_threatened_somebody_at_large_is_not_made_up() -> None:
    (only,) = read("VOSS WAS THREATENED AFTER HE SPOKE")
    assert (only.act, only.of) == ("accuses", ())
    (only,) = read("VOSS WAS THREATENED IN THE CELLAR")  # no cell
    assert only.of == ()
    (held,) = read("VOSS WAS THREATENED IN PRISON")
    assert held.of == ("org:police",)


def test_whoever_is_meant_but_not_named_has_no_name_and_the_words_that_mean_him() -> None:
    (only,) = read("VOSS SAYS HE WAS NOT TORTURED")
    assert (only.of, only.of_names) == (("org:police",), ("",))
    assert only.of_spans[0].cut("VOSS SAYS HE WAS NOT TORTURED") == "TORTURED"


def test_a_denial_points_at_the_accusation_that_it_answers() -> None:
    accusation, denial = read("PELL ACCUSES VOSS OF THEFT AND VOSS DENIES IT")
    assert (accusation.touches, denial.touches) == (None, accusation.id)


def office_book(*people: Person) -> Sourcebook:
    book = make_book("THE DIVER ACCUSES THE KEEPER\n", claims=["THE DIVER ACCUSES THE KEEPER"])
    book.add(people)
    return book


def test_an_office_that_one_person_on_the_page_holds_is_that_person() -> None:
    book = office_book(
        Person("p-marsh", "Marsh", roles=(Reason("title", "diver of the yard"),)),
        Person("p-vane", "Vane", roles=(Reason("title", "lighthouse keeper"),)),
    )
    (only,) = heading_assertions(book, read_vocabulary(), Circumstances(book))
    assert (only.speaker, only.speaker_name, only.of) == ("p-marsh", "DIVER", ("p-vane",))


def test_an_office_that_two_hold_is_nobody_yet() -> None:
    role = (Reason("title", "diver"),)
    book = office_book(Person("p-marsh", "Marsh", roles=role), Person("p-vane", "Vane", roles=role))
    (only,) = heading_assertions(book, read_vocabulary(), Circumstances(book))
    assert (only.speaker, only.of) == ("anon:diver", ("anon:keeper",))


def test_circumstances_and_markers_are_kept() -> None:
    (only,) = read("BRANDT WAS PERHAPS NOT ARRESTED IN LISBON WITH 300 CROWNS")
    assert (only.where, only.amount.value if only.amount else None) == ("LISBON", 300)
    assert [m.text for m in only.markers] == ["PERHAPS", "NOT"]


def test_the_reasons_say_who_speaks() -> None:
    (only,) = read("VANE ACCUSES BRANDT")
    assert [reason.words for reason in only.reasons][-1] == "VANE"
    assert 0 < only.confidence <= 1


def test_what_is_stated_by_fewer_signs_is_less_sure() -> None:
    (clear,) = read("BRANDT CONFESSES")
    (dim,) = read("VANE SAYS THE FIRE WAS AN ACCIDENT")
    assert clear.confidence > dim.confidence


WORDS = st.sampled_from(
    "BRANDT VANE MARSH & AND BUT , THE ACCUSED SAYS ADMITS DENIES THAT HE WAS NOT PAID ROBBED BY FOR TO KILL WHO WHEN "
    "TRIAL FAIR GUILTY NO EVIDENCE OF THERE EXCEPT CONFESS TELLS ATTACK ON 'S ’S 300 CROWNS : ( ) / -".split()
)


@given(st.lists(WORDS, min_size=1, max_size=14))
def test_whatever_a_heading_says_its_records_hold(words: list[str]) -> None:
    read(" ".join(words))


@given(st.text(max_size=60).filter(lambda t: t.strip()))
def test_no_text_breaks_the_reading(text: str) -> None:
    book = make_book(text)
    book.add([Claim("c", Span(0, len(text)), text)])
    list(heading_assertions(book, read_vocabulary(), Circumstances(book)))
