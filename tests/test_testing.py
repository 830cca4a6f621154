from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from testimonia.errors import PipelineError
from testimonia.model import (
    Act,
    Alignment,
    Amount,
    Assertion,
    Audit,
    AuditPart,
    Carriage,
    Caution,
    CautionKind,
    Cell,
    CellKind,
    Claim,
    Dating,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Document,
    DocumentType,
    Entry,
    Excerpt,
    Hand,
    HandRole,
    Ledger,
    Marker,
    MarkerKind,
    MayBe,
    Mention,
    Mode,
    Nearness,
    Origin,
    Part,
    PartKind,
    Passage,
    PassageKind,
    Person,
    Proceeding,
    ProceedingKind,
    Profile,
    Reason,
    Record,
    Sourcebook,
    Span,
    Spelling,
    Voice,
    Witness,
)
from testimonia.testing import check_book, make_book, make_source, run_stage

PAGE = "THE FERRY\n\nIt left.\n\nMarlow, Salt.\n\nIt left.\n"


class Shouts:
    """A stage as a stranger might write it: every line in capitals is a claim."""

    name = "shouts"
    reads: frozenset[type] = frozenset()
    writes: frozenset[type] = frozenset({Claim, Passage})

    def __init__(self, *, lose: bool = False, declare: bool = True) -> None:
        self.lose = lose
        if not declare:
            self.writes = frozenset({Passage})

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        place = 0
        for line in book.text.splitlines(keepends=True):
            span = Span(place, place + len(line) - self.lose)
            place += len(line)
            if line.isupper():
                yield Claim(f"h{place}", span, span.cut(book.text))
                yield Passage(PassageKind.CLAIM, span, f"h{place}")
            else:
                yield Passage(PassageKind.STRAY, span)


class Reads(Shouts):
    reads: frozenset[type] = frozenset({Excerpt})


def test_a_stage_is_run_on_a_page() -> None:
    assert [claim.text for claim in run_stage(Shouts(), PAGE).claims] == ["THE FERRY\n"]


def test_a_stage_that_loses_characters_is_caught() -> None:
    with pytest.raises(AssertionError, match="leave a gap"):
        run_stage(Shouts(lose=True), PAGE)


def test_a_stage_that_breaks_its_word_is_caught() -> None:
    with pytest.raises(PipelineError, match="yielded a Claim, which it does not declare"):
        run_stage(Shouts(declare=False), PAGE)


def test_a_stage_is_given_what_it_reads() -> None:
    with pytest.raises(PipelineError, match="reads Excerpt"):
        run_stage(Reads(), PAGE)
    assert len(run_stage(Reads(), Sourcebook(make_source(PAGE))).claims) == 1


def test_words_are_looked_up_in_the_order_given() -> None:
    book = make_book(PAGE, excerpts=[("It left.", None, "Marlow, Salt."), ("It left.", None, None)])
    check_book(book)
    first, second = book.excerpts
    assert (first.span.start, second.span.start) == (PAGE.index("It"), PAGE.rindex("It"))
    assert first.id != second.id
    assert (first.citation, second.citation) == (book.citations[0].id, None)
    assert "".join(passage.span.cut(PAGE) for passage in book.passages) == PAGE


def test_words_that_the_page_does_not_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="substring not found"):
        make_book(PAGE, claims=["THE TIDE"])


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (Claim("h", Span(0, 999), "x"), "reaches beyond"),
        (Excerpt("x", Span(0, 3), "THE", "no-claim", None), "the claim of x is not there"),
        (Excerpt("x", Span(0, 3), "THE", None, "no-citation"), "the citation of x is not there"),
        (Excerpt("x", Span(0, 3), "The", None, None), "is not what its segments cut"),
        (Excerpt("x", Span(0, 3), "FERRY", None, None, (Span(4, 9),)), "lie outside"),
        (Passage(PassageKind.STRAY, Span(0, 3)), "leave a gap or overlap"),
    ],
)
def test_a_record_that_is_not_what_it_says_is_caught(record: Record, sentence: str) -> None:
    book = make_book(PAGE, excerpts=[("It left.", None, None)])
    book.add([record])
    with pytest.raises(AssertionError, match=sentence):
        check_book(book)


def test_two_records_of_one_id_are_caught() -> None:
    book = make_book(PAGE, claims=["THE FERRY"])
    book.add([book.claims[0]])
    with pytest.raises(AssertionError, match="two of the Claim records have one id"):
        check_book(book)


FERRY, SAID = Span(4, 9), Span(11, 19)


def people() -> list[Record]:
    """People and voices as they ought to be."""
    return [
        Person("p1", "Ferry", ("FERRY",), (Spelling("FERRY", 1),)),
        Person("p2", "Tide"),
        Mention("m1", FERRY, "FERRY", "c", "p1"),
        MayBe("y1", "p1", "p2", 0.5),
        Document("d1", DocumentType.LETTER, author="p1", excerpts=("x",)),
        Voice("v1", "x", Span(11, 13), "author:w1", "Marlow", Mode.NARRATION),
        Voice("v2", "x", Span(14, 19), "p1", "", Mode.QUOTE, "d1", (Hand(HandRole.DOCUMENT, "d1"),)),
    ]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (None, None),
        (Mention("m2", Span(11, 13), "it", "x", "p1"), "the text of m2 is not what its span cuts"),
        (Mention("m2", SAID, "It left.", "x9", "p1"), "the record of m2 is not there"),
        (Mention("m2", SAID, "It left.", "x", "p9"), "the person of m2 is not there"),
        (Mention("m2", Span(8, 9), "Y", "c", "p1"), "m2 overlaps the mention before it"),
        (Mention("m2", SAID, "It left.", "x", "p1", 1.5), "is not between 0 and 1"),
        (Mention("m2", SAID, "It left.", "x", "p1", against=(Reason("", "", Span(0, 999)),)), "reaches beyond"),
        (Person("p3", "A", ("A",), (Spelling("B", 1),)), "variants and spellings of p3 differ"),
        (Person("p3", "A", roles=(Reason("", "", Span(0, 999)),)), "reaches beyond"),
        (Person("p3", "A", ("A",), (Spelling("A", 1, reasons=(Reason("", "", Span(0, 999)),)),)), "reaches beyond"),
        (Person("p1", "A"), "two of the Person records have one id"),
        (MayBe("y2", "p1", "p1", 0.5), "y2 is not between two people"),
        (Voice("v3", "x9", Span(20, 21), "p1", "", Mode.QUOTE), "the excerpt of v3 is not there"),
        (Voice("v3", "x", Span(18, 19), "p1", "", Mode.QUOTE), "v3 overlaps the voice before it"),
        (Voice("v3", "x", Span(20, 21), "p9", "", Mode.QUOTE), "v3 is spoken by 'p9', who is nobody"),
        (Voice("v3", "x", Span(20, 21), "org:", "", Mode.QUOTE), "v3 is spoken by 'org:', who is nobody"),
        (Voice("v3", "x", Span(20, 21), "p1", "", Mode.QUOTE, "d9"), "the document of v3 is not there"),
        (
            Voice("v3", "x", Span(20, 21), "p1", "", Mode.QUOTE, chain=(Hand(HandRole.DOCUMENT, "d9"),)),
            "the chain of v3 leads through 'd9'",
        ),
        (
            Voice("v3", "x", Span(20, 21), "p1", "", Mode.QUOTE, chain=(Hand(HandRole.SPEAKER, "p9"),)),
            "the chain of v3 leads through 'p9'",
        ),
        (Document("d2", DocumentType.OTHER, author="p9"), "d2 is by 'p9', who is nobody"),
        (Document("d2", DocumentType.OTHER, excerpts=("x9",)), "an excerpt of d2 is not there"),
        (Document("d2", DocumentType.OTHER, places=(Span(0, 999),)), "reaches beyond"),
        (Excerpt("x2", Span(36, 44), "It left.", None, None), "words of x2 belong to no voice, the first at 36"),
    ],
)
def test_what_people_and_voices_say_is_checked(record: Record | None, sentence: str | None) -> None:
    book = make_book(PAGE)
    book.add([Claim("c", Span(0, 9), "THE FERRY"), Excerpt("x", SAID, "It left.", None, None), *people()])
    if record is None or sentence is None:
        check_book(book)
        return
    book.add([record])
    with pytest.raises(AssertionError, match=sentence):
        check_book(book)


LEFT = Span(14, 18)


def said(**stated: Any) -> Assertion:
    """An assertion in the excerpt as it ought to be, but for what is stated."""
    facts = {"id": "a9", "span": SAID, "text": "It left.", "speaker": "p1", "speaker_name": "", "act": Act.REPORTS}
    return Assertion(**{"excerpt": "x", **facts, **stated})


def statements() -> list[Record]:
    """Assertions and registers as they ought to be."""
    sum_ = Amount(LEFT, "left", value=4)
    return [
        said(id="a1", of=("p2", "group:crew"), of_names=("It", "Tide"), of_spans=(Span(11, 13), LEFT), voice="v2"),
        said(id="a2", excerpt=None, claim="c", span=FERRY, text="FERRY", speaker="compiler", touches="a1", amount=sum_),
        said(id="a4", excerpt=None, claim="c", span=FERRY, text="FERRY", of=("p2",), of_names=("",), of_spans=(FERRY,)),
        said(id="a3", matter=LEFT, when="1931", when_span=LEFT, markers=(Marker(MarkerKind.HEDGE, LEFT, "left"),)),
        Proceeding("g1", ProceedingKind.TRIAL, "a trial", (Reason("named", "left", LEFT),)),
        Cell("l1", "g1", CellKind.DEFENDANT, "It", Span(11, 13), "x", "p1", "", person="p2"),
        Entry("e1", Ledger.PAYMENTS, SAID, "It left.", "x", "p1", "", (Part("payer", "Tide", LEFT, "p2"),), sum_),
        Dating("t1", LEFT, "left", "1931", "year", "c", "compiler", "", SAID),
    ]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (None, None),
        (said(text="it left."), "the words of a9 are not what its span cuts"),
        (said(claim="c"), "a9 stands in no excerpt and no claim, or in both"),
        (said(excerpt=None), "a9 stands in no excerpt and no claim, or in both"),
        (said(excerpt="x9"), "the record of a9 is not there"),
        (said(speaker="p9"), "a9 is said by 'p9', who is nobody"),
        (said(of=("p9",)), "a9 is of 'p9', who is nobody"),
        (said(of_names=("Tide",), of_spans=(LEFT, LEFT)), "not every name of a9 has its span"),
        (said(of_names=("Tide",), of_spans=(Span(0, 999),)), "reaches beyond"),
        (said(of_names=("", "Tide"), of_spans=(LEFT,)), "not every name of a9 has its span"),
        (
            said(excerpt=None, claim="c", span=FERRY, text="FERRY", of_names=("",)),
            "a9 concerns somebody whom no words name or imply",
        ),
        (
            said(excerpt=None, claim="c", span=FERRY, text="FERRY", of_names=("",), of_spans=(Span(14, 14),)),
            "a9 concerns somebody whom no words name or imply",
        ),
        (said(matter=FERRY), "the matter of a9 lies outside its words"),
        (said(matter=Span(0, 999)), "reaches beyond"),
        (said(where_span=LEFT), "a9 has the words for a fact that it does not state"),
        (said(markers=(Marker(MarkerKind.IRONY, LEFT, "Left"),)), "a marker of a9 is not what its span cuts"),
        (said(amount=Amount(LEFT, "4", 4)), "the amount of a9 is not what its span cuts"),
        (said(amount=Amount(LEFT, "left", 4, 4)), "the amount of a9 has both a value and bounds"),
        (said(amount=Amount(Span(0, 999), "left", 4)), "reaches beyond"),
        (said(touches="a8"), "what a9 touches is not there"),
        (said(touches="a9"), "a9 touches itself"),
        (said(voice="v9"), "the voice of a9 is not there"),
        (said(excerpt=None, claim="c", voice="v2"), "the voice of a9 is heard in another excerpt"),
        (said(confidence=1.5), "is not between 0 and 1"),
        (said(id="a1"), "two of the Assertion records have one id"),
        (Proceeding("g2", ProceedingKind.TRIAL, "x", (Reason("", "", Span(0, 999)),)), "reaches beyond"),
        (Cell("l2", "g9", CellKind.PLEA, "left", LEFT, "x", "p1", ""), "the proceeding of l2 is not there"),
        (Cell("l2", "g1", CellKind.PLEA, "Left", LEFT, "x", "p1", ""), "the words of l2 are not what its span cuts"),
        (Cell("l2", "g1", CellKind.PLEA, "left", LEFT, "x9", "p1", ""), "the record of l2 is not there"),
        (Cell("l2", "g1", CellKind.PLEA, "left", LEFT, "x", "p1", "", "p9"), "l2 is of 'p9', who is nobody"),
        (Cell("l2", "g1", CellKind.PLEA, "left", LEFT, "x", "p9", ""), "l2 is said by 'p9', who is nobody"),
        (Entry("e2", Ledger.MEETINGS, LEFT, "it", "x", "p1", ""), "the words of e2 are not what its span cuts"),
        (
            Entry("e2", Ledger.MEETINGS, LEFT, "left", "x", "p1", "", (Part("who", "Tide", LEFT, "p9"),)),
            "a part of e2 is 'p9', who is nobody",
        ),
        (
            Entry("e2", Ledger.MEETINGS, LEFT, "left", "x", "p1", "", (Part("where", "Hull", LEFT),)),
            "a part of e2 is not what its span cuts",
        ),
        (Dating("t2", LEFT, "left", "", "year", "x", "p1", ""), "t2 states no date"),
        (Dating("t2", LEFT, "it", "1931", "year", "x", "p1", ""), "the words of t2 are not what its span cuts"),
        (Dating("t2", LEFT, "left", "1931", "year", "x", "p1", "", Span(0, 999)), "reaches beyond"),
    ],
)
def test_what_is_said_to_have_happened_is_checked(record: Record | None, sentence: str | None) -> None:
    book = make_book(PAGE)
    book.add([Claim("c", Span(0, 9), "THE FERRY"), Excerpt("x", SAID, "It left.", None, None), *people()])
    book.add(statements())
    if record is None or sentence is None:
        check_book(book)
        return
    book.add([record])
    with pytest.raises(AssertionError, match=sentence):
        check_book(book)


AGAIN = Span(36, 44)


def tie(**stated: Any) -> Dependence:
    """A dependence as it ought to be, but for what is stated."""
    facts = {"id": "n9", "a": "x", "b": "x2", "a_span": SAID, "b_span": AGAIN, "kind": DependenceKind.REQUOTE}
    return Dependence(**{**facts, **stated})


def differ(**stated: Any) -> Discrepancy:
    facts = {"id": "z9", "a": "c", "b": "x2", "a_span": FERRY, "b_span": AGAIN, "kind": DiscrepancyKind.HEADING}
    return Discrepancy(**{**facts, "about": "FERRY", "a_says": "FERRY", "b_says": "It left.", **stated})


def near(**stated: Any) -> Witness:
    facts = {"id": "s9", "excerpt": "x", "speaker": "p1", "speaker_name": "", "span": SAID, "origin": "o1"}
    return Witness(**{**facts, "nearness": Nearness.PRESENT, "reasons": (Reason("left", "left", LEFT),), **stated})


def audited(part: AuditPart | None = None, *cautions: Caution, **stated: Any) -> Audit:
    parts = () if part is None else (part,)
    return Audit(
        **{"id": "u9", "claim": "c2", "profile": Profile.PARTLY, "parts": parts, "cautions": cautions, **stated}
    )


def part(**stated: Any) -> AuditPart:
    facts = {"span": Span(21, 27), "text": "Marlow", "kind": PartKind.PERSON, "carriage": Carriage.CARRIED}
    return AuditPart(**{**facts, "evidence": (AGAIN,), **stated})


def caution(**stated: Any) -> Caution:
    return Caution(**{"kind": CautionKind.CUT, "span": Span(21, 27), "message": "It is cut.", **stated})


def worth() -> list[Record]:
    """What the evidence is worth, as it ought to be."""
    return [
        tie(id="n1", alignments=(Alignment(Span(11, 13), Span(36, 38)), Alignment(LEFT, Span(39, 43)))),
        Origin("o1", ("x", "x2"), ("n1",), "x2"),
        near(id="s1"),
        near(id="s2", excerpt="x2", speaker="group:crew", span=AGAIN, nearness=Nearness.UNSTATED, reasons=()),
        differ(id="z1", persons=("p1", "group:crew")),
        audited(
            part(),
            caution(),
            caution(excerpt="x2", evidence=AGAIN),
            id="u1",
            claim="c2",
            excerpts=("x2",),
            origins=("o1",),
        ),
    ]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (None, None),
        (tie(b="x9"), "one of the excerpts of n9 is not there"),
        (tie(a="x2", b="x", a_span=AGAIN, b_span=SAID), "the first excerpt of n9 is not the earlier"),
        (tie(b="x"), "the first excerpt of n9 is not the earlier"),
        (tie(a_span=AGAIN), "a stretch of n9 lies outside its excerpt"),
        (tie(a_span=Span(11, 11)), "a stretch of n9 lies outside its excerpt"),
        (tie(a_span=Span(11, 999)), "reaches beyond"),
        (tie(a_span=LEFT, alignments=(Alignment(SAID, AGAIN),)), "a piece of n9 lies outside its stretch"),
        (tie(alignments=(Alignment(LEFT, Span(40, 40)),)), "a piece of n9 lies outside its stretch"),
        (tie(alignments=(Alignment(LEFT, Span(40, 999)),)), "reaches beyond"),
        (
            tie(alignments=(Alignment(LEFT, AGAIN), Alignment(Span(11, 13), AGAIN))),
            "the pieces of n9 are not in order",
        ),
        (tie(confidence=2), "is not between 0 and 1"),
        (tie(reasons=(Reason("", "", Span(0, 999)),)), "reaches beyond"),
        (Origin("o9", ("x9",)), "an excerpt of o9 is not there"),
        (Origin("o9", ()), "an excerpt of o9 is not there"),
        (Origin("o9", ("x",)), "x stands in two origins, o1 and o9"),
        (Excerpt("x3", Span(20, 20), "", None, None), "x3 stands in no origin"),
        (near(excerpt="x9"), "the excerpt of s9 is not there"),
        (near(span=AGAIN), "the words of s9 lie outside the excerpt"),
        (near(speaker="p9"), "s9 is 'p9', who is nobody"),
        (near(origin="o9"), "the excerpt of s9 is not of its origin"),
        (near(reasons=()), "nothing says how near s9 stood"),
        (near(reasons=(Reason("saw", "saw", LEFT),)), "a reason of s9 is not what its span cuts"),
        (near(confidence=-1), "is not between 0 and 1"),
        (differ(a="x9"), "one of the records of z9 is not there"),
        (differ(a_span=AGAIN), "words of z9 lie outside their record"),
        (differ(a="x2", a_span=AGAIN), "z9 sets words beside themselves"),
        (differ(about=""), "z9 does not say about what"),
        (differ(persons=("p9",)), "one of whom is nobody"),
        (audited(), "a claim is audited twice"),
        (audited(claim="c9"), "the claim of u9 is not there"),
        (audited(claim="c", excerpts=("x2",)), "an excerpt of u9 does not stand under its claim"),
        (audited(claim="c", origins=("o9",)), "an origin of u9 is not there"),
        (audited(part(text="Quist"), claim="c"), "a part of u9 is not what its span cuts"),
        (audited(part(), claim="c"), "a part of u9 lies outside the claim"),
        (
            audited(part(span=FERRY, text="FERRY"), claim="c"),
            "the evidence for a part of u9 stands under another claim",
        ),
        (audited(part(span=FERRY, text="FERRY", evidence=()), claim="c"), "nothing carries a part of u9"),
        (
            audited(part(span=FERRY, text="FERRY", carriage=Carriage.MISSING, evidence=(SAID,)), claim="c"),
            "a missing part of u9 is there",
        ),
        (audited(part(evidence=(Span(0, 999),)), claim="c"), "reaches beyond"),
        (audited(None, caution(), claim="c"), "a caution of u9 lies outside the claim"),
        (audited(None, caution(span=FERRY, excerpt="x2"), claim="c"), "the excerpt of a caution of u9 is not there"),
        (
            audited(None, caution(span=FERRY, excerpt="x", evidence=AGAIN), claim="c"),
            "the evidence of a caution of u9 lies outside its excerpt",
        ),
        (audited(None, caution(span=FERRY, evidence=SAID), claim="c"), "the evidence of a caution of u9 lies outside"),
        (audited(None, caution(span=FERRY, confidence=3), claim="c"), "is not between 0 and 1"),
    ],
)
def test_what_the_evidence_is_said_to_be_worth_is_checked(record: Record | None, sentence: str | None) -> None:
    book = make_book(PAGE)
    book.add(
        [
            *(Claim("c", Span(0, 9), "THE FERRY"), Claim("c2", Span(21, 34), "Marlow, Salt.")),
            *(Excerpt("x", SAID, "It left.", "c", None), Excerpt("x2", AGAIN, "It left.", "c2", None)),
            *(Person("p1", "Ferry"), Person("p2", "Tide")),
            *worth(),
        ]
    )
    if record is None or sentence is None:
        check_book(book)
        return
    book.add([record])
    with pytest.raises(AssertionError, match=sentence):
        check_book(book)


@pytest.mark.parametrize(
    ("origins", "sentence"),
    [
        ([Origin("o1", ("x", "x2"))], "nothing ties all excerpts of o1 together"),
        ([Origin("o1", ("x", "x2"), ("n9",))], "a dependence of o1 is not there"),
        ([Origin("o1", ("x2", "x"), ("n1",))], "the excerpts of o1 are not in the order of the page"),
        ([Origin("o1", ("x",), (), "x2")], "the head of o1 is none of its excerpts"),
        ([Origin("o1", ("x",), ("n1",))], "a dependence of o1 leads out of it"),
        ([Origin("o1", ("x", "x2"), ("n1",)), Origin("o2", ("x3",))], None),
        ([Origin("o1", ("x", "x2"), ("n1",))], "x3 stands in no origin"),
    ],
)
def test_origins_part_the_excerpts(origins: list[Origin], sentence: str | None) -> None:
    book = make_book(PAGE)
    spans = {"x": SAID, "x2": AGAIN, "x3": Span(39, 43)}
    book.add(Excerpt(id_, span, span.cut(PAGE), None, None) for id_, span in spans.items())
    book.add([tie(id="n1"), *origins])
    if sentence is None:
        check_book(book)
        return
    with pytest.raises(AssertionError, match=sentence):
        check_book(book)
