"""Where excerpts name documents, what those words say of them, and which are one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model import DocumentType, IdMaker, Mention, Person, Reason, Sourcebook, Span
from testimonia.testing import make_book
from testimonia.voices.document_words import document_words
from testimonia.voices.documents import gather_documents
from testimonia.voices.namings import Naming, NamingPlace, find_namings, naming_of

CITED = "Marlow, Ann. Salt and Ashes. Leeds: Northgate, 1931, p. 4"
MARLOW: Mapping[str, Any] = {
    "type": "book",
    "author": [{"family": "Marlow", "given": "Ann"}],
    "title": "Salt and Ashes",
    "issued": "1931",
}
NAMES = {"Quist": "quist", "Ashby": "ashby", "Lowe": "lowe", "Brand": "brand", "Corder": "corder", "Tarn": "tarn"}


def book_of(*excerpts: str, claim: str = "THE FERRY SANK", csl: Mapping[str, Any] = MARLOW) -> Sourcebook:
    """A page with these excerpts under one heading, all from one work, and everybody of `NAMES` found in it."""
    cited = [CITED.replace("p. 4", f"p. {n}") for n in range(4, 4 + len(excerpts))]
    page = claim + "\n\n" + "\n\n".join(f"{words}\n{cite}" for words, cite in zip(excerpts, cited, strict=True)) + "\n"
    book = make_book(
        page,
        claims=[claim],
        excerpts=[(words, claim, cite) for words, cite in zip(excerpts, cited, strict=True)],
        works={"Salt and Ashes": csl},
    )
    surnames = "|".join((*NAMES, *map(str.upper, NAMES)))
    pattern = re.compile(rf"(?:\b(?:Anna|Foma|[A-Z]\.) )?\b(?P<surname>{surnames})\b")
    mentions = []
    for record in (*book.claims, *book.excerpts):
        for found in pattern.finditer(page, record.span.start, record.span.end):
            person = NAMES[found["surname"].capitalize()]
            mentions.append(Mention(f"m{len(mentions)}", Span(*found.span()), found.group(), record.id, person))
    book.add(mentions)
    book.add(Person(id_, name, (name,)) for name, id_ in NAMES.items())
    return book


def namings(*excerpts: str, **more: Any) -> list[Naming]:
    found = find_namings(book_of(*excerpts, **more))
    return [naming for of_one in found.values() for naming in of_one]


def only(*excerpts: str, **more: Any) -> Naming:
    (naming,) = namings(*excerpts, **more)
    return naming


def told(naming: Naming) -> tuple[str, str | None, str | None]:
    return naming.type.value, naming.date, naming.author


@pytest.mark.parametrize(
    ("header", "document"),
    [
        ("[May 24th, 1911 speech of Quist to a meeting of the Harbour Board]", ("speech", "1911-05-24", "quist")),
        ("[From Quist's second speech to the May 1911 meeting on May 25th 1911]", ("speech", "1911-05-25", "quist")),
        ("[Excerpt from Quist speech to the meeting of May 23, 1911]", ("speech", "1911-05-23", "quist")),
        ("[Dec. 10, 1911 letter of Quist to Ashby]", ("letter", "1911-12-10", "quist")),
        ("[In a letter to Ashby and Lowe on 19 August 1911 Quist stated]", ("letter", "1911-08-19", "quist")),
        ("[In a June 1911 speech Quist said],", ("speech", "1911-06", "quist")),
        ("[July 29th, 1911 secret Harbour Board letter on the horn]", ("letter", "1911-07-29", "org:harbour-board")),
        ("[Quist's May 27th 1911 report to the Board]", ("report", "1911-05-27", "quist")),
    ],
)  # fmt: skip
def test_a_bracket_before_the_words_names_their_document(header: str, document: tuple[str, str, str]) -> None:
    naming = only(f"{header}\nI never touched the horn. It was cold when I came.")
    assert naming.where is NamingPlace.HEADER
    assert told(naming) == document


@pytest.mark.parametrize(
    ("closing", "document"),
    [
        (
            "(Quist. Minutes of the interrogation of May 3-5, 1911)",
            ("interrogation", "1911-05-03/1911-05-05", "quist"),
        ),
        ("(Quist, Record of Interrogation, May 17, 1911)", ("interrogation", "1911-05-17", "quist")),
        ("(Quist. Shorthand record of his speech of May 17, 1911)", ("speech", "1911-05-17", "quist")),
        ("(Quist. Protocol to the interrogation of May 17, 1911)", ("interrogation", "1911-05-17", "quist")),
        ("[Quist. Minutes of the interrogation of May first, 1911]", ("interrogation", "1911-05-01", "quist")),
        ("[Quist, Record of Interrogation, May 17, 1911)", ("interrogation", "1911-05-17", "quist")),
        ("(Anna Quist, Talk at the Seamen's Institute, 1911.)", ("speech", "1911", "quist")),
        ("Statement of Anna Quist, cook, taken at Hull, 19 November 1911.", ("deposition", "1911-11-19", "quist")),
    ],
)
def test_words_behind_a_quotation_name_its_document(closing: str, document: tuple[str, str, str]) -> None:
    text = f'He put it thus:\n"I never touched the horn. It was cold when I came."\n{closing}'
    naming = only(text)
    assert naming.where is NamingPlace.CLOSING
    assert told(naming) == document


def test_a_closing_covers_the_quotation_and_not_what_brings_it_in() -> None:
    text = 'He put it thus:\n"I never touched it."\n(Quist, Record of Interrogation, May 17, 1911)'
    book = book_of(text)
    (naming,) = find_namings(book)[book.excerpts[0].id]
    assert naming.covers.cut(book.text).strip() == '"I never touched it."'


@pytest.mark.parametrize(
    ("lead", "document"),
    [
        ("On March 4, 1911, Mate Quist wrote in his diary,", ("diary", "1911-03-04", "quist")),
        (
            "The clerks quote a statement made on May 3, 1911 by Quist in which he said",
            ("deposition", "1911-05-03", "quist"),
        ),
        ("Quist sent a letter to Ashby, in which he used the words of Brand:", ("letter", None, "quist")),
        (
            "He [Quist] kept his word, as he wrote to Ashby from the inn on 15 April 1911:",
            ("letter", "1911-04-15", "quist"),
        ),
        ("On the inquiry, Quist wrote that week in a letter to his sister:", ("letter", None, "quist")),
        ("Quist states in his Jan. 1911 letter to Ashby,", ("letter", "1911-01", "quist")),
        (
            "The witness Quist testified as follows at the May 4, 1911 interrogation:",
            ("interrogation", "1911-05-04", "quist"),
        ),
        ("In his concluding speech, Quist replied to this:", ("speech", None, "quist")),
        (
            'The newspaper, the "Argus" of August 23, 1911, which had no love for the owners, ended:--',
            ("newspaper", "1911-08-23", "org:argus"),
        ),
        ("One must add that The Hull Times, in a long article, found no", ("newspaper", None, "org:hull-times")),
        ("On the margin of the report of Brand, Quist wrote:", ("other", None, "quist")),
        ("On March 17, 1911, Quist wrote,", ("other", "1911-03-17", "quist")),
        (
            "In the museum there is a memorandum from Quist to Ashby dated 26 May 1911:",
            ("report", "1911-05-26", "quist"),
        ),
        (
            "In December 1911 a sealed letter from the Harbour Board reported",
            ("letter", "1911-12", "org:harbour-board"),
        ),
    ],
)
def test_running_words_name_the_document_they_quote(lead: str, document: tuple[str, str | None, str]) -> None:
    naming = only(f'{lead} "the horn was cold and the belt had parted."')
    assert naming.where is NamingPlace.INTRODUCTION
    assert told(naming) == document


@pytest.mark.parametrize(
    "text",
    [
        'Quist had read the letter of Ashby and said, "I know nothing of it."',
        'After the speech he was asked what he thought. "Nothing," said Quist.',
        'Quist also made the curious statement that, in May, they were "asleep at the post."',
        'Ashby was given a hundred crowns by Quist for the same sort of work, and was "warned by him in time."',
        'The papers of the day called it "the wreck of the century."',
        'Ashby wrote "Salt" on the door.',
        "(He had never seen the letter before.)",
        'In this book "the horn" means the signal [p. 119 in the old edition].',
        "The ferry was the last of the night, as they report.",
    ],
)
def test_what_is_merely_spoken_of_is_not_quoted(text: str) -> None:
    assert namings(text) == []


def test_a_second_source_is_named_in_a_bracket() -> None:
    behind = only('Lowe commented: "She was never fit for the winter." [A Night Mail to Skarra, p. 41]')
    assert (behind.where, behind.type, behind.author) == (NamingPlace.SOURCE, DocumentType.BOOK, None)
    before = only('[From J. Quist, The North Sea Trade, Northgate, Leeds, 1906]\n"Even in June they carried coal."')
    assert (before.where, before.date, before.author) == (NamingPlace.SOURCE, "1906", "quist")


def test_an_oath_shows_who_swears() -> None:
    naming = only("I, Foma Quist, quartermaster, native of Hull, make oath and say: I left the quay at midnight.")
    assert (naming.where, *told(naming)) == (NamingPlace.FORM, "deposition", None, "quist")
    before = only("Before me the undersigned notary, the 3rd of May 1911, Foma Quist, cook, declares: It is not true.")
    assert told(before) == ("deposition", "1911-05-03", "quist")


def test_an_oath_under_a_heading_completes_it() -> None:
    naming = only("Affidavit\nOn Feb. 17, 1911, we (Quist, Ashby, Lowe) the undersigned asked the keeper. He said no.")
    assert (naming.where, *told(naming)) == (NamingPlace.FORM, "deposition", "1911-02-17", "group:quist-ashby-lowe")
    assert any("title" in reason.rule for reason in naming.reasons)


def test_a_letter_shows_by_salutation_and_farewell() -> None:
    letter = "Hull, 2 December 1911\nMy dear Lida,\nI am well.\nYour obedient servant,\nC. QUIST"
    text = f"He read it out:\n{letter}\nHe wept."
    book = book_of(text)
    naming = next(n for n in find_namings(book)[book.excerpts[0].id] if n.where is NamingPlace.FORM)
    assert told(naming) == ("letter", "1911-12-02", "quist")
    assert naming.covers.cut(book.text) == letter


def test_the_title_of_the_work_says_whose_words_all_are() -> None:
    naming = only("We had no fog.", csl={**MARLOW, "title": "Quist Remembers"})
    assert (naming.where, *told(naming)) == (NamingPlace.TITLE, "interview", None, "quist")


def test_an_excerpt_goes_on_with_the_document_of_the_one_before() -> None:
    first, second = namings(
        "[Dec. 10, 1911 letter of Quist to Ashby]\nI am cold.", "[Quist continues] The fog has not lifted."
    )
    assert told(second) == told(first)
    assert second.span == first.span
    assert second.excerpt != first.excerpt


def test_a_pronoun_stands_for_who_was_named_before() -> None:
    later = namings("Quist was a careful man.", 'And he wrote in a private memorandum to Ashby:\n"The horn was cold."')[
        -1
    ]
    assert (told(later), later.addressee) == (("report", None, "quist"), "ashby")
    assert any("stands for" in reason.rule for reason in later.reasons)


def test_a_year_comes_from_the_page_and_says_whence() -> None:
    same_day = namings('The "Argus" of August 23 concluded:--\n\n"It is genuine."', "It was over on August 23, 1911.")[
        0
    ]
    assert same_day.date == "1911-08-23"
    assert any("the same day" in reason.rule for reason in same_day.reasons)
    unknown = only('The newspaper, the "Argus" of August 23, concluded:--\n\n"It is genuine."')
    assert unknown.date == "XXXX-08-23"


def test_a_year_inside_the_quoted_words_is_no_evidence() -> None:
    naming = only('They quote a statement made on May 9 by Quist in which he said "In March 1905 it broke down."')
    assert naming.date == "XXXX-05-09"


def test_nothing_is_dated_after_the_work_that_quotes_it() -> None:
    naming = only('In 1945 they quoted a statement made on May 9 by Quist in which he said "It broke down for good."')
    assert naming.date == "XXXX-05-09"


def test_words_are_from_what_stands_nearest() -> None:
    behind = "(Quist, Record of Interrogation, May 17, 1911)"
    text = f'Quist wrote in his diary:\n"It was cold that night, and we had coal for an hour."\n{behind}'
    book = book_of(text)
    found = find_namings(book)[book.excerpts[0].id]
    start = book.text.index('"It was')
    naming = naming_of(found, Span(start, book.text.index('."') + 2))
    assert naming is not None
    assert naming.type is DocumentType.INTERROGATION
    assert naming_of(found, Span(start - 20, start - 10)) is None


def test_the_same_document_in_two_excerpts_is_one() -> None:
    found = namings(
        'So:\n"One."\n(Quist. Minutes of the interrogation of May 3-5, 1911)',
        'So:\n"Two."\n(Quist, Record of Interrogation, May 4, 1911)',
        'So:\n"Three."\n(Quist, Record of Interrogation, May 8, 1911)',
        'So:\n"Four."\n(Ashby, Record of Interrogation, May 4, 1911)',
    )
    documents, which = gather_documents(found, IdMaker())
    assert [document.date for document in documents] == ["1911-05-03/1911-05-05", "1911-05-08", "1911-05-04"]
    assert which[found[0]] == which[found[1]]
    assert documents[0].excerpts == (found[0].excerpt, found[1].excerpt)
    assert len(documents[0].places) == 2
    assert any("dates agree" in reason.rule for reason in documents[0].reasons)
    assert all(document.id.startswith("d") for document in documents)


def test_the_only_letter_to_somebody_is_meant_by_the_letter_to_him() -> None:
    found = namings(
        "[Letter of Quist to Ashby, 2 May 1911]\nI put the paper in my pocket.",
        'The letter to Ashby is the nearest we have to a confession. "I put the paper in my pocket": so he wrote.',
    )
    (document,), _ = gather_documents(found, IdMaker())
    assert (document.author, document.date, len(document.places)) == ("quist", "1911-05-02", 2)


@pytest.mark.parametrize(
    ("kind", "titles", "number"),
    [
        (DocumentType.INTERVIEW, ("Quist Remembers", "Quist Remembers", "Quist Remembers"), 1),
        (DocumentType.INTERVIEW, ("Quist Remembers", "Talks with Quist", "Quist Remembers"), 2),
        (DocumentType.SPEECH, ("Speeches of Quist", "Speeches of Quist", "Speeches of Quist"), 3),
    ],
)
def test_the_talks_that_one_cited_work_is_are_one_document(
    kind: DocumentType, titles: tuple[str, ...], number: int
) -> None:
    found = [
        Naming(
            f"x{n}",
            Span(100 * n, 100 * n + 15),
            kind,
            NamingPlace.TITLE,
            Span(100 * n + 20, 100 * n + 60),
            author="quist",
            reasons=(Reason("the cited work's title says what it is", title),),
        )
        for n, title in enumerate(titles)
    ]
    assert len(gather_documents(found, IdMaker())[0]) == number


def test_two_without_an_author_are_two() -> None:
    found = namings(
        'They put in a telegram handed in at Hull on 2 May 1911:\n"Come before five without fail."',
        'The letter to Ashby is the nearest we have to a confession. "I put the paper in my pocket": so he wrote.',
    )
    assert [n.author for n in found] == [None, None]
    assert len(gather_documents(found, IdMaker())[0]) == 2


def test_it_reads_speaks_of_the_document_in_the_sentence_before() -> None:
    naming = only('Quist\'s petty-cash book was kept. Under March 12, 1911 it has "F. Lowe, on account, £21," in ink.')
    assert told(naming) == ("other", "1911-03-12", "quist")


def test_letters_to_two_people_are_two() -> None:
    found = namings("[Letter of Quist to Ashby, 1911]\nYes.", "[Letter of Quist to Lowe, 1911]\nNo.")
    assert len(gather_documents(found, IdMaker())[0]) == 2


def test_what_has_no_author_takes_whoever_its_words_are_given_to() -> None:
    (found,) = namings('"The horn," says somebody, "was cold for days." This was written on May 2nd, 1911, in Hull.')
    assert (found.type, found.date, found.author) == (DocumentType.OTHER, "1911-05-02", None)
    (document,), _ = gather_documents([found], IdMaker(), speakers={found: [("quist", "Quist")]})
    assert (document.author, document.author_name) == ("quist", "Quist")
    (document,), _ = gather_documents([found], IdMaker(), speakers={found: [("quist", "Quist"), ("lowe", "Lowe")]})
    assert document.author is None


def test_two_readings_give_the_same_ids() -> None:
    text = "[Dec. 10, 1911 letter of Quist to Ashby]\nI am cold."
    one, other = (gather_documents(namings(text), IdMaker())[0] for _ in range(2))
    assert one == other


def test_a_wrapped_page_is_read_as_one_with_a_line_a_paragraph() -> None:
    from testimonia.model import Convention

    lead = "On March 4, 1911, when the ice had gone out of the river, Quist wrote in\nhis private diary,"
    book = book_of(f'{lead} "The horn was cold and nobody had been near\nit for days."')
    assert find_namings(book) == {} or find_namings(book)[book.excerpts[0].id][0].date is None
    book.add([Convention("line ends", "wrapped at 72 columns", "so it looks", 1)])
    (naming,) = find_namings(book)[book.excerpts[0].id]
    assert told(naming) == ("diary", "1911-03-04", "quist")


PIECES = st.sampled_from(
    [
        "letter of",
        "in his diary",
        "wrote to",
        "Quist",
        "Ashby",
        "the",
        "speech",
        '"',
        "“",
        "”",
        "\n",
        ":",
        ",",
        ".",
        "[",
        "]",
        "(",
        ")",
        "4 May 1911",
        "on April 3",
        "the Times",
        "My dear Lida,\n",
        "I, Quist, make oath and say",
        "Affidavit\n",
        "it reads:",
        "Record of Interrogation",
        "said",
        "This was written on May 4, 1911",
        "'s",
        "and",
        "Board",
        "--",
        "he",
        "p. 4",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, min_size=1, max_size=24).map(" ".join).map(str.strip).filter(bool))
def test_whatever_an_excerpt_holds_its_namings_lie_in_it(text: str) -> None:
    book = book_of(f"It {text}.", "[Quist continues] I am cold.")
    for id_, found in find_namings(book).items():
        here = book.excerpts[id_].span
        for naming in found:
            assert naming.excerpt == id_
            assert here.contains(naming.covers)
            assert naming.where is NamingPlace.TITLE or naming.span.cut(book.text)
            for reason in naming.reasons:
                assert reason.span is None or reason.span.cut(book.text)
    documents, which = gather_documents([n for found in find_namings(book).values() for n in found], IdMaker())
    assert {document.id for document in documents} == set(which.values())


def test_a_long_word_in_capitals_behind_i_does_not_take_an_age_to_refuse() -> None:
    text = "I, " + "A" * 5_000 + " and the rest"  # hours, were it split at every letter
    assert [kind for pattern, kind in document_words("en").forms if pattern.match(text)] == []
