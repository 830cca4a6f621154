"""How much the properties are tried, how long work may take, two books to ask much of, and one that means harm.

Properties are tried little by default, much with ``--hypothesis-profile=thorough``.
"""

from __future__ import annotations

import dataclasses
import re
import resource
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from enum import Enum
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import testimonia
from testimonia.model import (
    Act,
    Amount,
    Assertion,
    Audit,
    AuditPart,
    Carriage,
    Cause,
    Caution,
    CautionKind,
    Cell,
    CellKind,
    Dating,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Entry,
    Gender,
    Ledger,
    Marker,
    MarkerKind,
    Mention,
    Mode,
    Nearness,
    Origin,
    Part,
    PartKind,
    Person,
    Proceeding,
    ProceedingKind,
    Profile,
    Reason,
    Sourcebook,
    Span,
    Spelling,
    Voice,
    Witness,
)
from testimonia.testing import check_book, make_book, make_source

# No deadline for one example: the first one of a test pays for the imports, and a loaded machine for the rest.
# The same examples at every run: a commit passes or fails for what it changes. The thorough profile tries others.
settings.register_profile("testimonia", settings(), deadline=None, max_examples=40, derandomize=True)
settings.register_profile(
    "thorough",
    settings(),
    deadline=None,
    max_examples=2_500,  # four tests that read pages: 10,000
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
    derandomize=False,
)
settings.load_profile("testimonia")

USUAL = 0.05  # seconds that `slowness` works on the machine on which limits of time were chosen


@pytest.fixture(scope="session")
def within() -> Callable[[float], AbstractContextManager[None]]:
    """``with within(2):`` fails where a block takes more than two seconds of a usual machine's processor.

    Only this process and those that it has waited for are counted, so other work on the machine is not; and a slow
    machine is given as much longer as it takes longer over a fixed piece of work, just before and just after.
    """

    @contextmanager
    def limit(seconds: float) -> Iterator[None]:
        before, begun = slowness(), spent()
        yield
        took, slow = spent() - begun, max(before, slowness())
        assert took < seconds * slow, f"{took:.2f} s of processor, on a machine {slow:.1f} times slower than usual"

    return limit


def spent() -> float:
    """Seconds of processor of this process and of those that it has waited for."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def slowness() -> float:
    """How many times longer than usual this machine takes just now; at least 1."""
    begun, words = spent(), dict[str, int]()
    for n in range(200_000):
        word = f"word {n % 977}"
        words[word] = words.get(word, 0) + len(word.split())
    return max(1.0, (spent() - begun) / USUAL)


INQUIRY = "\n\n".join(
    (
        "THE PILOT SOLD THE CHARTS",
        "In May 1931 Dorval said that Quist sold the charts. Quist, she added, allegedly took 40 to 50 crowns. "
        "I did not, said Quist.",
        "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44",
        "The inquiry sat at Hull on 3 June 1931. Quist pleaded not guilty and was fined. On 4 June Dorval took back "
        "her words. The crew blamed Quist.",
        "Tern, B. The Inner Harbour. Hull: Tern, 1958, p. 7",
        "QUIST PLEADED GUILTY AT THE INQUIRY\n",
    )
)


@pytest.fixture
def inquiry() -> Sourcebook:
    """A book in which two people say something of each other, there is a payment and an inquiry, and dates differ."""
    return make_inquiry()


def make_inquiry() -> Sourcebook:
    first, second = (line for line in INQUIRY.splitlines() if line.startswith(("In May", "The inquiry")))
    claims = ["THE PILOT SOLD THE CHARTS", "QUIST PLEADED GUILTY AT THE INQUIRY"]
    cited = [line for line in INQUIRY.splitlines() if line.startswith(("Marlow", "Tern"))]
    book = make_book(INQUIRY, claims=claims, excerpts=[(first, claims[0], cited[0]), (second, claims[0], cited[1])])
    (x1, x2), (c1, c2) = (x.id for x in book.excerpts), (c.id for c in book.claims)

    def at(words: str, after: int = 0) -> Span:
        start = INQUIRY.index(words, after)
        return Span(start, start + len(words))

    def said(
        id_: str, words: str, speaker: str, name: str, act: Act, of: tuple[str, ...] = (), **more: Any
    ) -> Assertion:
        where = {"claim": c1} if words.isupper() else {"excerpt": x1 if words in first else x2}
        names = tuple({"p1": "Dorval", "p2": "Quist"}.get(who, "the crew") for who in of)
        return Assertion(id_, at(words), words, speaker, name, act, of=of, of_names=names, **where, **more)

    crowns = Amount(at("40 to 50 crowns"), "40 to 50 crowns", min=40, max=50, unit="crowns")
    marlow, tern = ("author:w1", "Marlow"), ("author:w2", "Tern")
    june, why = at("3 June 1931"), Reason("a verb of saying", "said", at("said"))
    book.add(
        [
            Person(
                "p1", "Inés Dorval", ("Dorval",), (Spelling("Dorval", 2),), Gender.FEMALE, identifiers={"viaf": "2"}
            ),
            Person("p2", "Bela Quist", ("Quist", "QUIST"), (Spelling("Quist", 5), Spelling("QUIST", 1))),
            Mention("m1", at("Dorval"), "Dorval", x1, "p1"),
            Mention("m2", at("Quist"), "Quist", x1, "p2"),
            Mention("m3", at("Quist", at("The inquiry").start), "Quist", x2, "p2"),
            Mention("m4", at("QUIST"), "QUIST", c2, "p2"),
            said("a1", "THE PILOT SOLD THE CHARTS", "compiler", "", Act.ACCUSES, ("p2",)),
            said(
                "a2",
                "Dorval said that Quist sold the charts.",
                "p1",
                "Dorval",
                Act.ACCUSES,
                ("p2",),
                when="1931-05",
                when_span=at("May 1931"),
                matter=at("sold the charts"),
                reasons=(why,),
            ),
            said(
                "a3",
                "Quist, she added, allegedly took 40 to 50 crowns.",
                "p1",
                "Dorval",
                Act.ACCUSES,
                ("p2",),
                amount=crowns,
                markers=(Marker(MarkerKind.HEDGE, at("allegedly"), "allegedly"),),
                confidence=0.75,
            ),
            said("a4", "I did not, said Quist.", "p2", "Quist", Act.DENIES, ("p1",), touches="a3", where="Hull"),
            said(
                "a5",
                "On 4 June Dorval took back her words.",
                "p1",
                "Dorval",
                Act.RETRACTS,
                when="1931-06-04",
                when_span=at("4 June"),
                touches="a2",
            ),
            said("a6", "The crew blamed Quist.", "group:the-crew", "the crew", Act.ACCUSES, ("p2",)),
            Proceeding(
                "g1",
                ProceedingKind.INQUIRY,
                "The inquiry",
                (Reason("named", "The inquiry", at("The inquiry")), Reason("named", "THE INQUIRY", at("THE INQUIRY"))),
            ),
            Proceeding("g2", ProceedingKind.TRIAL, "a trial"),
            Cell("l1", "g1", CellKind.DATE, "3 June 1931", june, x2, *tern, edtf="1931-06-03"),
            Cell("l2", "g1", CellKind.PLACE, "Hull", at("Hull", june.start - 20), x2, *tern),
            Cell(
                "l3", "g1", CellKind.PLEA, "not guilty", at("not guilty"), x2, *tern, person="p2", person_name="Quist"
            ),
            Cell(
                "l4", "g1", CellKind.PLEA, "GUILTY", at("GUILTY"), c2, "compiler", "", person="p2", person_name="QUIST"
            ),
            Cell(
                "l5",
                "g1",
                CellKind.SENTENCE,
                "fined",
                at("fined"),
                x2,
                *tern,
                person="p2",
                person_name="Quist",
                confidence=0.5,
                reasons=(why,),
            ),
            Entry(
                id="e1",
                ledger=Ledger.PAYMENTS,
                span=at("Quist, she added, allegedly took 40 to 50 crowns."),
                text="Quist, she added, allegedly took 40 to 50 crowns.",
                record=x1,
                speaker="p1",
                speaker_name="Dorval",
                parts=(
                    Part("for", "the charts", at("the charts")),
                    Part("payee", "Quist", at("Quist", at("charts.").start), "p2"),
                ),
                amount=crowns,
                when="1931-05",
            ),
            Entry(
                "e2",
                Ledger.MEETINGS,
                at("sat at Hull"),
                "sat at Hull",
                x2,
                *tern,
                (Part("where", "Hull", at("Hull", june.start - 20)),),
            ),
            Dating("t1", at("May 1931"), "May 1931", "1931-05", "month", x1, *marlow, at("Dorval said")),
            Dating("t2", june, "3 June 1931", "1931-06-03", "day", x2, *tern, at("The inquiry sat at Hull")),
            Dating("t3", at("4 June"), "4 June", "1931-06-04", "day", x2, *tern, reasons=(why,)),
            Dating("t4", at("1931", at("In May").start), "1931", "193X", "decade", x1, *marlow, at("sold the charts")),
        ]
    )
    check_book(book)
    return book


TOLD = (
    "I saw the pilot on the quay at nine. He was asleep.",
    "Marlow says: “I saw the pilot on the quay at nine.”",
    "The pilot was told to wait until ten. It was said that he drank.",
    "At low tide no ship of that draught could pass.",
)
CITED = (
    "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44",
    "Quist, Bela. The Inner Harbour. Hull: Tern, 1958, p. 7",
    "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 51",
    "Tern, B. Tides. Hull: Tern, 1960, p. 2",
)
CLAIMS = ("THE PILOT NEVER SLEPT", "THE TIDE WAS LOW", "NOBODY ASKED")
WRECK = "\n\n".join(
    (CLAIMS[0], *(part for n in range(3) for part in (TOLD[n], CITED[n])), CLAIMS[1], TOLD[3], CITED[3])
)
WRECK += f"\n\n{CLAIMS[2]}\n"


def _at(words: str, after: int = 0) -> Span:
    start = WRECK.index(words, after)
    return Span(start, start + len(words))


@pytest.fixture
def weighed() -> Sourcebook:
    """Three excerpts under one claim, of which two count once, one under another, none under the third."""
    return make_weighed()


def make_weighed() -> Sourcebook:
    book = make_book(
        WRECK,
        title=None,
        claims=CLAIMS,
        excerpts=[(TOLD[n], CLAIMS[n // 3], CITED[n]) for n in range(4)],
        works={
            "Marlow, A. Salt and Ashes": {
                "type": "book",
                "title": "Salt and Ashes",
                "author": [{"family": "Marlow", "given": "A."}],
                "issued": "1931",
            },
            "Quist, Bela. The Inner Harbour": {
                "title": "The Inner Harbour",
                "author": [{"family": "Quist", "given": "Bela"}],
                "issued": "1958",
            },
            "Tern, B. Tides": {"title": "Tides", "author": [{"family": "Tern"}], "issued": "1960"},
        },
    )
    (x1, x2, x3, x4), (c1, _, _) = (x.id for x in book.excerpts), (c.id for c in book.claims)
    second, third = _at(TOLD[1]).start, _at(TOLD[2]).start
    saw, again = _at("I saw the pilot on the quay at nine."), _at("I saw the pilot on the quay at nine.", second)
    nine, ten, slept = _at("nine"), _at("ten", third), _at("asleep")
    quoted = Reason("the other quotes Marlow", "Marlow says", _at("Marlow says"))
    voices = [
        Voice("v1", x1, _at(TOLD[0]), "author:w1", "Marlow", Mode.NARRATION),
        Voice("v2", x2, _at("Marlow says: "), "author:w2", "Quist", Mode.NARRATION),
        Voice("v3", x2, _at("“I saw the pilot on the quay at nine.”"), "p1", "Marlow", Mode.QUOTE),
        Voice("v4", x3, _at(TOLD[2]), "author:w1", "Marlow", Mode.NARRATION),
        Voice("v5", x4, _at(TOLD[3]), "author:w3", "Tern", Mode.NARRATION),
    ]
    book.add(
        [
            Person("p1", "Ada Marlow"),
            Person("p2", "The Pilot"),
            Mention("m1", _at("Marlow", second), "Marlow", x2, "p1"),
            *voices,
            Proceeding("q1", ProceedingKind.INQUIRY, "the pilot's inquiry", (Reason("named", "He", _at("He was")),)),
            Cell("r1", "q1", CellKind.PLACE, "quay", _at("quay"), x1, "author:w1", "Marlow"),
            Dependence(
                id="n1", a=x1, b=x2, a_span=saw, b_span=again, kind=DependenceKind.REQUOTE,
                confidence=0.9, reasons=(Reason("the same words", WRECK[saw.start : saw.end], saw),),
            ),
            Dependence("n2", x1, x3, saw, _at("The pilot was told"), DependenceKind.DERIVES, confidence=0.4),
            Origin("o1", (x1, x2), ("n1",), x1, (quoted,)),
            Origin("o2", (x3,)),
            Origin("o3", (x4,)),
            Witness("s1", x1, "author:w1", "Marlow", _at(TOLD[0]), Nearness.PRESENT, "o1", 0.95,
                    (Reason("saw or heard it himself", "I saw", _at("I saw")),)),
            Witness("s2", x2, "author:w2", "Quist", _at("Marlow says: "), Nearness.UNSTATED, "o1"),
            Witness("s3", x2, "p1", "Marlow", again, Nearness.PRESENT, "o1", 0.95,
                    (Reason("saw or heard it himself", "I saw", _at("I saw", second)),)),
            Witness("s4", x3, "author:w1", "Marlow", _at(TOLD[2]), Nearness.HEARD, "o2", 0.6,
                    (Reason("repeats what was said", "It was said that", _at("It was said that")),)),
            Witness("s5", x4, "author:w3", "Tern", _at(TOLD[3]), Nearness.UNSTATED, "o3"),
            Discrepancy("d1", x1, x3, nine, ten, DiscrepancyKind.DATE, "the pilot", "nine", "ten", Cause.COUNTING,
                        ("p2",), 0.8, (Reason("one pilot", "pilot", _at("pilot")),)),
            Discrepancy("d2", c1, x1, _at("NEVER SLEPT"), slept, DiscrepancyKind.HEADING, "SLEPT", "NEVER", "asleep",
                        confidence=0.9),
            Audit("u1", c1, Profile.CONTRADICTED,
                  (
                      AuditPart(_at("PILOT"), "PILOT", PartKind.PERSON, Carriage.CARRIED, (_at("pilot"),)),
                      AuditPart(_at("NEVER"), "NEVER", PartKind.QUALIFIER, Carriage.MISSING),
                      AuditPart(_at("SLEPT"), "SLEPT", PartKind.ACT, Carriage.CONTRADICTED, (slept,),
                                (Reason("the opposite", "asleep", slept),)),
                  ),
                  (
                      Caution(CautionKind.OPPOSED, _at("NEVER SLEPT"), "One says that he was asleep.", x1, slept),
                      Caution(CautionKind.CUT, _at(CLAIMS[0]), "It is cut.", x1, _at("nine"), 0.7),
                      Caution(CautionKind.CUT, _at(CLAIMS[0]), "It is cut.", x3, ten, 0.7),
                  ),
                  (x1, x2, x3), ("o1", "o2"), (Reason("one word is opposed", "asleep", slept),)),
            Audit("u2", book.claims[1].id, Profile.SINGLE, excerpts=(x4,), origins=("o3",)),
            Audit("u3", book.claims[2].id, Profile.NOT_FOUND),
        ]
    )  # fmt: skip
    check_book(book)
    return book


@pytest.fixture(scope="session")
def spoilt() -> Callable[..., Sourcebook]:
    """Makes the sample as it would be read if harmful words stood all over its page; see `spoil`."""
    book = testimonia.read(testimonia.sample_page())

    def make(evil: str, *, name: str = "page.txt") -> Sourcebook:
        return spoil(book, evil, name=name)

    return make


def spoil(book: Sourcebook, evil: str, *, name: str) -> Sourcebook:
    """The book with words put behind every third capitalised word of its page, wherever a record has that.

    Every span is moved to where its words stand now, and every field that tells words of the page tells these with
    them: names, titles, places, reasons, what is cited.
    """
    known = sorted(set(re.findall(r"\b[A-Z][^\W\d_]{3,}", book.text)))[::3]
    word = re.compile(rf"\b(?:{'|'.join(known)})\b")
    ends = [found.end() for found in word.finditer(book.text)]

    def moved(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(*(at + len(evil) * bisect_right(ends, at) for at in (value.start, value.end)))
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return word.sub(lambda found: found[0] + evil, value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return dataclasses.replace(
                value, **{f.name: moved(getattr(value, f.name)) for f in dataclasses.fields(value)}
            )
        if isinstance(value, Mapping):
            return {key: moved(one) for key, one in value.items()}
        return type(value)(map(moved, value)) if isinstance(value, tuple | list) else value

    harmful = Sourcebook(make_source(moved(book.text), name=name))
    for kind in testimonia.model.sourcebook.Record.__args__:
        harmful.add(map(moved, book.of(kind)))
    return harmful


@pytest.fixture(scope="session")
def handed_on() -> Sourcebook:
    """One account that went through a thousand books, each quoting the one before: a stemma without a branch."""
    count = 1000
    told = [f"The pilot slept until {n} o'clock." for n in range(count)]
    cited = [f"Marlow, A. Tides {n}. Hull: Tern, 1931, p. {n}" for n in range(count)]
    lines = ["THE PILOT SLEPT", *(part for pair in zip(told, cited, strict=True) for part in pair)]
    text = "\n\n".join(lines) + "\n"
    book = make_book(
        text,
        claims=["THE PILOT SLEPT"],
        excerpts=[(words, "THE PILOT SLEPT", source) for words, source in zip(told, cited, strict=True)],
        works={f"Tides {n}.": {"title": f"Tides {n}", "author": [{"family": "Marlow"}]} for n in range(count)},
    )
    spans = [excerpt.span for excerpt in book.excerpts]
    ids = [excerpt.id for excerpt in book.excerpts]
    book.add(
        Dependence(f"n{n}", ids[n], ids[n + 1], spans[n], spans[n + 1], DependenceKind.REQUOTE, confidence=0.9)
        for n in range(count - 1)
    )
    book.add([Origin("o1", tuple(ids), tuple(f"n{n}" for n in range(count - 1)), ids[0])])
    book.add(Witness(f"s{n}", ids[n], "p1", "Marlow", spans[n], Nearness.UNSTATED, "o1") for n in range(count))
    book.add([Audit("u1", book.claims[0].id, Profile.SINGLE, excerpts=tuple(ids), origins=("o1",))])
    return book
