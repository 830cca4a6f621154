"""One person's word in two excerpts, each of which tells it in words of its own and says whose it is."""

from __future__ import annotations

import re

import pytest

from testimonia.dependence import DependenceStage
from testimonia.dependence.attributions import find_reports
from testimonia.dependence.stage import Comparison
from testimonia.model import Dependence, DependenceKind, Mention, Mode, Span, Voice

from .pages import Page, Writer, page_of

KEEPER = (
    "I had trimmed it twice and saw the schooner come round the skerry with her foresail gone. "
    "Nobody aboard hailed me, and the gallery was white with spray."
)
RETOLD = "{} the gallery was dark with spray when a schooner, her foresail torn away, drove past the skerry."
LESS = "{} a schooner drove past the skerry."


def page_with(words: str, claim: str, *, named: str = "Penrose", author: str = "Hallam", source: bool = True) -> Page:
    """A keeper's own account under one claim, and another excerpt that names somebody under the same or another."""
    page = page_of(Writer(), [])
    page.person("p7", "Ada Penrose")
    own = page.excerpt(KEEPER, author="Penrose" if source else "Reed", title="A Keeper's Years", claim="THE LIGHT")
    for n in range(2):  # where the page learns that the keeper is that person
        other = page.excerpt(f"Penrose left in the year {n}.", author=f"Clerk{n}", title=f"List{n}", claim=f"LIST {n}")
        page.mention(other, "Penrose", "p7")
    assert own.id == "x20"
    excerpt = page.excerpt(words, author=author, title="Wrecks of the Coast", claim=claim)
    if named in words:
        page.mention(excerpt, named, "p7")
    return page


def told(page: Page) -> list[Dependence]:
    """What is told of the keeper's own account."""
    return [record for record in DependenceStage()(page.book()) if record.a == "x20"]


@pytest.mark.parametrize(
    "lead",
    [
        "According to Penrose",
        "According to the keeper Penrose,",
        "Penrose told the coroner that",
        "Penrose, who kept the light and was no friend of sailors, has sworn that",
        "Penrose of Trevose and Captain Lowe both say that",
        "Penrose's own account has it that",
        "In the memoirs of Penrose",
        "It was told by Miss Penrose that",
    ],
)
@pytest.mark.parametrize("claim", ["THE LIGHT", "ANOTHER"])
def test_who_is_named_as_a_source_is_retold(lead: str, claim: str) -> None:
    (record,) = told(page_with(RETOLD.format(lead), claim))
    assert record.kind is DependenceKind.DERIVES
    assert "both give one person's word" in [reason.rule for reason in record.reasons]


@pytest.mark.parametrize(
    "words",
    [
        RETOLD.format("Some say that"),  # nobody is named
        RETOLD.format("Penrose was asleep while"),  # by whom nothing is said
        RETOLD.format("Penrose asked whether"),
        RETOLD.format("Penrose never said that"),
        RETOLD.format("On the orders of Penrose"),
        RETOLD.format("The son of Penrose knew that"),
        "Penrose said so. She left the island. She came back. She died. " + RETOLD.format("Others think that"),
        LESS.format("According to Penrose"),  # too little for another claim
    ],
)
def test_who_is_named_otherwise_is_not(words: str) -> None:
    assert told(page_with(words, "ANOTHER")) == []


def test_under_one_claim_less_is_enough() -> None:
    assert told(page_with(LESS.format("According to Penrose"), "THE LIGHT"))
    assert not told(page_with(LESS.format("Some say that"), "THE LIGHT"))


def test_words_of_grammar_are_nothing_that_both_tell() -> None:
    """However few excerpts of a short page have them."""
    keeper = "I went into the yard, although it was too dark, unless memory fails me."

    def pages(words: str) -> list[Dependence]:
        page = page_of(Writer(), [], unrelated=6)
        page.person("p7", "Ada Penrose")
        page.excerpt(keeper, author="Penrose", title="A Keeper's Years", claim="THE LIGHT")
        excerpt = page.excerpt(words, author="Hallam", title="Wrecks of the Coast", claim="THE LIGHT")
        page.mention(excerpt, "Penrose", "p7")
        reports = [
            r for r in DependenceStage()(page.book()) if "both give one person's word" in [q.rule for q in r.reasons]
        ]
        return [record for record in reports if record.a == "x6"]

    assert not pages("According to Penrose nobody came into port, although too few knew.")
    assert pages("According to Penrose the yard was dark, memory or none.")


def test_another_persons_account_is_not_what_he_told() -> None:
    assert told(page_with(RETOLD.format("According to Penrose"), "ANOTHER", source=False)) == []


def test_an_author_who_names_himself_hands_nothing_on() -> None:
    words = RETOLD.format("According to Penrose")
    page = page_with(words, "ANOTHER", author="Penrose")
    assert "both give one person's word" not in [reason.rule for record in told(page) for reason in record.reasons]


def test_what_is_quoted_of_him_is_his_word_and_the_rest_is_not() -> None:
    quoted = "«the schooner had lost her foresail at the skerry, and the gallery was all spray»"
    for words, is_told in ((f"She wrote: {quoted}.", True), (f"She wrote: «not I». Still {quoted[1:-1]}.", False)):
        page = page_of(Writer(), [])
        page.person("p7", "Ada Penrose")
        first = page.excerpt(words, author="Lowe", title="Lights", claim="THE LIGHT")
        page.quote(first, words[words.index("«") : words.index("»") + 1])
        other = page.excerpt(RETOLD.format("Ash told the court that"), author="Hallam", title="Wrecks", claim="ANOTHER")
        page.mention(other, "Ash", "p1")
        assert bool(list(DependenceStage()(page.book()))) is is_told


def test_two_that_name_one_source_have_it_from_there() -> None:
    page = page_of(Writer(), [])
    page.person("p7", "Ada Penrose")
    first = page.excerpt(RETOLD.format("According to Penrose"), author="Hallam", title="Wrecks", claim="ONE")
    words = "Spray hid the gallery, as Penrose recalled; past the skerry came a schooner that had lost a foresail."
    second = page.excerpt(words, author="Lowe", title="Lights", claim="ANOTHER")
    for excerpt in (first, second):
        page.mention(excerpt, "Penrose", "p7")
    (record,) = DependenceStage()(page.book())
    assert (record.a, record.b) == (first.id, second.id)


def test_elsewhere_only_the_excerpt_that_has_most_is_meant() -> None:
    page = page_with(RETOLD.format("According to Penrose"), "ANOTHER")
    words = "The foresail, the skerry and the spray I see when I shut my eyes, and so I left the island for good."
    page.excerpt(words, author="Penrose", title="More Years", claim="A THIRD")
    named = "both give one person's word"
    records = [r for r in DependenceStage()(page.book()) if named in [reason.rule for reason in r.reasons]]
    assert [(record.a, record.b) for record in records] == [("x20", "x23")]


def heard(words: str, *turns: str, more: str = "") -> list[Dependence]:
    """What is told of a hearing in which Ash speaks every other turn, and of an excerpt under the same claim."""
    page = page_of(Writer(), [])
    hearing = page.excerpt("\n".join(turns), author="Court", title="Hearings", claim="THE LIGHT")
    at = hearing.span.start
    for n, turn in enumerate(turns):
        span = Span(at, at + len(turn))
        who = ("p1", "Ash") if n % 2 else ("org:court", "Court")
        page.records.append(Voice(f"t{n}", hearing.id, span, *who, Mode.TURN))
        at += len(turn) + 1
    if more:
        page.quote(page.excerpt(more, author="Lowe", title="Lights", claim="THE LIGHT"), more)
    excerpt = page.excerpt(words, author="Hallam", title="Wrecks", claim="THE LIGHT")
    page.mention(excerpt, "Ash", "p1")
    return [r for r in DependenceStage()(page.book()) if (r.a, r.b) == (hearing.id, excerpt.id)]


ASKED = ("What became of the foresail?", "It was cut down.", "By whom?", "By the mate, at the skerry.")


def test_all_that_a_witness_answers_is_his_word_with_what_he_is_asked() -> None:
    assert heard("Ash told them that the mate left the foresail at the skerry.", *ASKED)
    assert heard("Ash has owned to the mate and to the loss of the foresail at the skerry.", *ASKED)
    assert not heard("Ash owned a boat; the mate of it lost her foresail off the skerry.", *ASKED)


@pytest.mark.parametrize(
    "words",
    [
        "Ash's evidence on the skerry was heard in silence.",
        "Ash has signed a paper on what was done near the skerry.",
        "Ash made a full statement of what befell near the skerry.",
    ],
)
def test_where_evidence_is_named_little_is_enough_if_one_excerpt_alone_has_it(words: str) -> None:
    assert heard(words, *ASKED)
    assert not heard(words.replace("skerry", "harbour"), *ASKED)
    assert not heard(words, *ASKED, more="I never saw the skerry in my life.")


@pytest.mark.parametrize(
    "words", ["Ash knew the skerry well.", "Ash's boat lay at the skerry.", "Ash's book has a skerry."]
)
def test_who_is_named_for_something_else_gave_no_evidence(words: str) -> None:
    assert not heard(words, *ASKED)


def test_who_is_named_hundreds_of_times_is_soon_looked_up(within) -> None:
    writer = Writer()
    page = page_of(writer, [])
    page.person("p7", "Ada Penrose")
    for n in range(2):
        words = " ".join(f"Penrose said that the {writer.word()} was {writer.word()}." for _ in range(900))
        excerpt = page.excerpt(words, author=f"Clerk{n}", title=f"List{n}", claim="THE LIGHT")
        for at in (found.start() for found in re.finditer("Penrose", words)):
            start = excerpt.span.start + at
            page.records.append(Mention(f"m{start}", Span(start, start + 7), "Penrose", excerpt.id, "p7"))
    book = page.book()
    comparison = Comparison(book)
    with within(2):
        find_reports(book, comparison._mentions, comparison._lexicon, comparison._rarity, comparison._sides)
