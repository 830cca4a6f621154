"""What a page does throughout tells what a doubtful line of it is: invented pages, each with one habit."""

from __future__ import annotations

from textwrap import wrap

import pytest

from testimonia.layout import LayoutStage
from testimonia.layout.evidence import LIKELY, citation_score
from testimonia.layout.heading_looks import looks
from testimonia.layout.heading_numbers import find_numbering, in_sequence, number_of
from testimonia.layout.lines import cut_into_units
from testimonia.layout.prefixes import find_prefixes
from testimonia.layout.sources import Works, entry_key
from testimonia.layout.units import Item, shape_of
from testimonia.model import PassageKind, Sourcebook
from testimonia.reading import source_from_bytes
from testimonia.testing import make_source

NAMES = ("Marlow", "Quist", "Abbot", "Lowe", "Kent", "Hale", "Vane", "Orme", "Pike", "Roper", "Thorne", "Wray")
LONG = (
    "The ferry had left before anybody came down to the quay, and the {} who kept the gate would not say at what hour, "
    "though he was asked three times by people whom he had known since they were children."
)


def read(text: str) -> Sourcebook:
    book = Sourcebook(make_source(text))
    book.add(LayoutStage()(book))
    return book


def claims(text: str) -> list[str]:
    return [c.text for c in read(text).claims]


def cited(book: Sourcebook) -> list[str]:
    return [p.span.cut(book.text) for p in book.passages if p.kind is PassageKind.CITATION]


def full(n: int) -> str:
    return f"{NAMES[n % 12]}, A. Salt and Ashes. Leeds: Northgate, 19{30 + n}, p. {n + 4}"


@pytest.mark.parametrize(
    ("text", "number"),
    [("12. The cook", (0, 12)), ("Claim XII: the cook", (0, 12)), ("3.1 The cook", (3, 1)), ("XC. The cook", (0, 90)),
     ("The cook", None)],
)  # fmt: skip
def test_the_number_of_a_heading(text: str, number: tuple[int, int] | None) -> None:
    assert number_of(text) == number


def test_what_goes_on_a_count_is_told_from_what_does_not() -> None:
    numbers = [(0, 1), (0, 2), None, (0, 1), (0, 3), (0, 9), (0, 4)]
    assert in_sequence(numbers) == [True, True, False, False, True, False, True]
    assert in_sequence([(1, 1), (1, 2), (1, 50), (2, 1)]) == [True, True, False, True]


def test_a_heading_that_was_taken_for_none_breaks_no_count() -> None:
    numbers = [(0, n) for n in (1, 2, 3, 5, 6, 9, 10)]
    assert all(in_sequence([*numbers, None][:-1]))
    assert in_sequence([(0, 1), (0, 2), (0, 50), (0, 3)]) == [True, True, False, True]


def test_a_counted_claim_is_one_where_no_source_closed_the_excerpt_before() -> None:
    page = ["The Gull"]
    for n in range(1, 13):
        page.append(f"Q{n}. The keeper told the board of the {NAMES[n % 12].lower()} light")
        page.append(LONG.format("man"))
        if n != 6:
            page.append(f"(From: {full(n)})")
    assert len(claims("\n\n".join(page))) == 12


def test_the_headings_of_a_document_do_not_go_on_the_count() -> None:
    page = ["The Gull"]
    for n in range(1, 13):
        page.append(f"{n}. The keeper told the board of the {NAMES[n % 12].lower()} light")
        page += [LONG.format("man"), full(n)]
        page += ["1. The lamp", LONG.format("boy"), full(n + 1)] if n == 6 else []
    assert not any("lamp" in words for words in claims("\n\n".join(page)))


def test_a_telegram_in_capitals_is_no_claim_where_claims_are_in_capitals() -> None:
    page = ["THE GULL", "March 1931"]
    for n in range(12):
        page.append(f"THE KEEPER TOLD THE BOARD OF THE {NAMES[n].upper()} LIGHT")
        page.append(LONG.format("man"))
        if n == 5:
            page += ["MASTER OF THE GULL NORTH PIER", "COME BEFORE FIVE STOP NO EXCUSES", "PIKE", LONG.format("boy")]
        page.append(full(n))
    found = claims("\n\n".join(page))
    assert len(found) == 12
    assert all(words.startswith("THE KEEPER") for words in found)


@pytest.mark.parametrize(
    ("before", "last", "is_look"),
    [("", "“Nobody saw it again.”", True), ("“", "“Nobody saw it again.”", False), ("“", "“Nobody saw it”", True)],
)
def test_where_excerpts_are_quoted_a_quoted_sentence_is_no_claim(before: str, last: str, is_look: bool) -> None:
    text = f"“The keeper slept.”\n\n{before}{LONG.format('man')} {LONG.format('boy')}\n\n{last}"
    units = cut_into_units(text).units
    items = [Item(u, u.segments, u.text, u.gap, 0.0, shape_of(u.text)) for u in units]
    in_marks = next(test for name, test, _ in looks(items) if name == "in quotation marks")
    assert in_marks(items[-1], 1) == is_look


@pytest.mark.parametrize("opening", ["(a) ", "1. ", "[1] ", "Doc. 1: "])
def test_what_counts_excerpts_is_no_word_of_theirs(opening: str) -> None:
    texts = [opening.replace("1", str(n)).replace("(a)", f"({chr(96 + n)})") + "It left." for n in range(1, 9)]
    assert [t[k:] for t, k in zip(texts, find_prefixes(texts, [n == 0 for n in range(8)]), strict=True)] == [
        "It left."
    ] * 8


def test_an_outline_counts_excerpts_anew_under_each_claim() -> None:
    texts = [f"{claim}.{n} It left." for claim in (1, 2, 3) for n in (1, 2, 3)]
    cut = find_prefixes(texts, [text[2] == "1" for text in texts])
    assert [text[k:] for text, k in zip(texts, cut, strict=True)] == ["It left."] * 9


@pytest.mark.parametrize("label", ["Evidence: ", "**Quotation 4:** ", "Beleg: ", "Цитата: "])
def test_what_a_form_has_before_each_excerpt_is_no_word_of_theirs(label: str) -> None:
    assert find_prefixes([label + "It left."] * 5, [True] * 5) == [len(label)] * 5
    assert find_prefixes([label + "It left.", *["It left."] * 4], [True] * 5) == [0] * 5


def test_one_who_speaks_in_every_excerpt_is_no_label() -> None:
    assert find_prefixes(["Marlow: It left."] * 8, [True] * 8) == [0] * 8


def test_a_numbered_document_among_others_keeps_its_number() -> None:
    texts = ["It left.", "3. It left.", "It came.", "4. The council met.", "They wrote."] * 3
    assert find_prefixes(texts, [False] * 15) == [0] * 15


def test_a_word_that_announces_excerpts_is_none_of_theirs() -> None:
    texts = ["A: It left.", "It came.", "A: They wrote.", "A: She met him.", "Nobody came.", "A: All left."]
    assert find_prefixes(texts, [t.startswith("A") for t in texts]) == [3, 0, 3, 3, 0, 3]


WORKS = Works.of(
    ["Marlow, Ada. Salt and Ashes. Leeds: Northgate, 1931.", "Inquiry into the Loss of the Gull. Leeds, 1912."]
)


@pytest.mark.parametrize(
    ("words", "leads"),
    [("Marlow 44", True), ("Marlow 44, 46", True), ("Marlow iv-v", True), ("Marlow, Salt 44", True), ("Marlow", True),
     ("see Marlow 44", True), ("Inquiry into 31", True), ("Inquiry into the Loss 31-32", True), ("Inquiry into", False),
     ("Kent 44", False), ("Marlow said that he would not come before the year 44", False)],
)  # fmt: skip
def test_what_opens_as_a_listed_work_does(words: str, leads: bool) -> None:
    assert WORKS.lead(words) is leads


@pytest.mark.parametrize(
    ("entry", "key"),
    [("[12] Marlow, A.", "12"), ("12. Marlow, A.", "12"), ("MAR2  Marlow, A.", "MAR2"), ("\\bibitem{m} Marlow", "m"),
     ("Marlow, A. Salt", None), ("BBC. The Salt Road", None)],
)  # fmt: skip
def test_the_key_of_an_entry(entry: str, key: str | None) -> None:
    assert entry_key(entry) == key


def test_a_name_and_a_page_cite_where_the_list_has_the_name() -> None:
    page = ["The Gull"]
    for n in range(12):
        page.append(f"*** The keeper told the board of the {NAMES[n].lower()} light ***")
        page.append(f"“{LONG.format('man')}” ({NAMES[n]} {n + 4}).")
    page += ["Works Cited", *(f"{name}, Ada. Salt and Ashes. Northgate, 1931." for name in NAMES)]
    book = read("\n\n".join(page))
    assert cited(book) == [f"{name} {n + 4}" for n, name in enumerate(NAMES)]
    assert sum(p.kind is PassageKind.REFERENCE for p in book.passages) == 12


def test_a_list_for_each_part_cites_nothing() -> None:
    page = ["The Gull"]
    for part in ("I", "II"):
        page.append(f"\nPART {part}")
        for n in range(6):
            page += [f"{chr(65 + n)}. The keeper told the board of the {NAMES[n].lower()} light", LONG.format("man")]
            page.append(f"-- {NAMES[n]} 19{30 + n}, p. 4")
        page.append(f"Sources for Part {part}")
        page += [f"{NAMES[n]}, A. Salt and Ashes. Leeds: Northgate, 19{30 + n}." for n in range(6)]
    book = read("\n\n".join(page))
    assert len(book.claims) == len(book.excerpts) == len(cited(book)) == 12
    assert sum(p.kind is PassageKind.REFERENCE for p in book.passages) == 12


def test_a_source_named_in_other_brackets_is_the_document_s_own() -> None:
    page = ["The Gull"]
    for n in range(24):
        page.append(f"# The keeper told the board of light {n}\n")
        tail = " (Pike. Record of the hearing, July 23, 1936)\n\n" + LONG.format("boy") if n == 7 else ""
        page.append(f"{LONG.format('man')}{tail} [{full(n)}]")
    assert len(cited(read("\n\n".join(page)))) == 24


def test_a_dated_heading_over_a_numbered_one_opens_a_document() -> None:
    page = ["THE GULL"]
    for n in range(12):
        page.append(f"THE KEEPER TOLD THE BOARD OF THE {NAMES[n].upper()} LIGHT")
        page += [LONG.format("man"), full(n)]
        if n == 5:
            page += [
                "REPORT OF THE DIVER TO THE BOARD, 4 DECEMBER 1911",
                "I. THE DESCENT",
                LONG.format("boy"),
                full(n + 1),
            ]
    assert len(claims("\n\n".join(page))) == 12


def test_place_and_date_over_a_letter_are_no_claim() -> None:
    page = ["The Gull", ""]
    for n in range(12):
        page += [f"The Keeper Told the Board of the {NAMES[n]} Light", LONG.format("man"), full(n)]
        page += ["Vesterhavn, 27 April 1896", "Dear Sir,", LONG.format("boy"), full(n + 1)] if n == 5 else []
    assert "Vesterhavn, 27 April 1896" not in claims("\n\n".join(page))


def test_the_subjects_of_messages_are_claims() -> None:
    page = "The Gull Digest\n\n"
    for n in range(6):
        page += f"Message: {n + 1}\nDate: {n + 2} Mar 1997\nFrom: a@post.example\nSubject: The light {n} was out\n\n"
        page += f"> {LONG.format('man')}\n\n-- {full(n)}\n\n{'-' * 30}\n\n"
    assert claims(page) == [f"The light {n} was out" for n in range(6)]


def test_the_head_of_every_sheet_is_no_claim() -> None:
    page = "The Loss of the Gull\n\n"
    for n in range(12):
        page += f"\n\n\nThe Keeper Told the Board of the {NAMES[n]} Light\n\n{LONG.format('man')}\n\n({full(n)})\n"
        page += f"\n{n + 1:40}\n\fThe Loss of the Gull\n"
    assert len(claims(page)) == 12


def test_the_kind_of_a_callout_is_no_word_of_the_source() -> None:
    page = "# The Gull\n"
    for n in range(6):
        page += (
            f"\n## The light {n} was out\n\n> [!quote] A. {NAMES[n]}, *Salt and Ashes* (Leeds: Northgate, 1931), 4.\n"
        )
        page += f"> {LONG.format('man')}\n"
        page += f"\n> [!quote]\n> {LONG.format('boy')}\n" if n == 3 else ""
    book = read(page)
    assert all(words.startswith("A. ") for words in cited(book))
    assert [x.citation is None for x in book.excerpts] == [False] * 4 + [True] + [False] * 2


def test_excerpts_numbered_through_are_no_claims() -> None:
    page = ["The Gull", "Everything that I could find so far.", "The keeper let the light go out"]
    for n in range(1, 13):
        page += (
            [f"{n}. MR. PIKE: Was it out?", f"THE KEEPER: {LONG.format('man')}\n~ {full(n)}"]
            if n % 3
            else [f"{n}. {LONG.format('boy')} {LONG.format('man')}\n~ {full(n)}"]
        )
    book = read("\n\n".join(page))
    assert [c.text for c in book.claims] == ["The keeper let the light go out"]
    assert len(book.excerpts) == 12
    assert not any(x.text[0].isdecimal() for x in book.excerpts)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_source_that_an_excerpt_names_in_brackets_of_its_own_belongs_to_it(gap: str) -> None:
    page = ["The Gull"]
    own = "(Ada Orme, Talk at the Harbour Institute, 1937.)"
    for n in range(12):
        page.append(f"The keeper told the board of the {NAMES[n].lower()} light")
        page.append(gap.join([LONG.format("man"), *([own] if n == 5 else []), f"({full(n)})"]))
    book = read("\n\n".join(page))
    assert len(cited(book)) == 12
    assert own not in cited(book)
    assert any(own in x.text for x in book.excerpts)


@pytest.mark.parametrize("last", ["A. LOWE", "Yours, A. L."])
def test_a_source_behind_a_dash_closes_a_letter_that_ends_in_a_signature(last: str) -> None:
    page = ["The Gull"]
    for n in range(12):
        page.append(f"The keeper told the board of the {NAMES[n].lower()} light")
        words = f"{LONG.format('man')}\n\n“{last}" if n == 5 else LONG.format("boy")
        page.append(f"“{words}” — {full(n)}")
    book = read("\n\n".join(page))
    assert len(book.excerpts) == len(cited(book)) == 12


def test_a_source_that_is_a_link_is_the_words_of_the_link() -> None:
    page = ["# The Gull"]
    for n in range(12):
        page.append(f"## The keeper told the board of the {NAMES[n].lower()} light")
        source = "Inquiry into, 9" if n == 7 else f"{NAMES[n]} {1930 + n}, {n + 4}"
        page.append(
            f"“{LONG.format('man')}\n\n{LONG.format('boy')}” ([{source}](reader://select/A{n})) ([pdf](reader://open/B{n}?page=1))"
        )
    book = read("\n\n".join(page))
    assert len(book.claims) == len(book.excerpts) == 12
    assert cited(book)[7:9] == ["Inquiry into, 9", "Pike 1938, 12"]
    assert not any("reader:" in x.text for x in book.excerpts)


@pytest.mark.parametrize("post", ["[Up](#top)", "[Back to the list](#list)"])
def test_a_link_that_comes_again_and_again_is_no_claim(post: str) -> None:
    page = ["# The Gull"]
    for n in range(12):
        page.append(f"**The keeper told the board of the {NAMES[n].lower()} light**")
        page += [LONG.format("man"), full(n), post]
    assert claims("\n\n".join(page)) == [f"The keeper told the board of the {name.lower()} light" for name in NAMES]


def test_a_source_in_brackets_may_be_wrapped_sooner_than_the_text() -> None:
    page = ["The Gull"]
    for n in range(12):
        page.append(f"The keeper told the board of the {NAMES[n].lower()} light")
        words = wrap(f"     {LONG.format('man')} {LONG.format('boy')}", 64)
        source = wrap(f"( {NAMES[n]}, A. Salt and Ashes, with the Papers. Leeds: Northgate, 1931, p. {n + 4} )", 36)
        page.append("\n".join([*words, f"          {source[0]}", *source[1:]]))
    book = read("\n\n".join(page))
    sources = {p.record for p in book.passages if p.kind is PassageKind.CITATION}
    assert len(book.claims) == len(book.excerpts) == len(sources) == 12
    assert all(x.text.endswith("children.") for x in book.excerpts)


def test_a_claim_on_the_count_is_no_source_though_it_ends_in_a_year() -> None:
    page = ["The Gull"]
    for n in range(1, 21):
        ends = "on the pier on Nov. 7, 1936" if n == 9 else "light"
        page.append(f"Claim {n}: The keeper told the board of the {NAMES[n % 12].lower()} {ends}")
        page += [LONG.format("man"), f"— {full(n)}"]
    book = read("\n\n".join(page))
    assert len(book.claims) == len(book.excerpts) == len(cited(book)) == 20


def test_bars_before_quoted_lines_are_marks_and_no_words() -> None:
    page = ["The Gull"]
    for n in range(12):
        page.append(f"** {n + 1} ** The keeper told the board of the {NAMES[n].lower()} light")
        quoted = [f"| {line}" for words in (LONG.format("man"), LONG.format("boy")) for line in (*wrap(words, 60), "")]
        page.append("\n".join([*(line.rstrip() for line in quoted[:-1]), f"   -> {full(n)}"]))
    book = read("\n\n".join(page))
    assert [c.text for c in book.claims] == [f"The keeper told the board of the {name.lower()} light" for name in NAMES]
    assert len(book.excerpts) == 12
    assert not any("|" in x.text for x in book.excerpts)


def test_rows_of_a_table_are_not_quoted_lines() -> None:
    rows = [f"| {NAMES[n]} | {LONG.format('man')} | {full(n)} |" for n in range(12)]
    book = read("\n".join(["# The Gull", "", "| Claim | Words | Source |", "| --- | --- | --- |", *rows]))
    assert len(book.excerpts) == 12


def test_a_source_in_a_note_beside_the_last_paragraph_is_no_word_of_it() -> None:
    page = ["<h1>The Gull</h1>"]
    for n in range(12):
        source = "Ibid." if n == 4 else full(n)
        page.append(f"<h2>The keeper told the board of the {NAMES[n].lower()} light</h2>")
        page.append(f"<p>{LONG.format('man')}</p><p>A. LOWE<span class='sidenote'>{source}</span></p>")
    book = Sourcebook(source_from_bytes("\n".join(page).encode(), "page.html", media="text/html"))
    book.add(LayoutStage()(book))
    assert len(book.claims) == len(cited(book)) == 12
    assert all(x.text.endswith("A. LOWE") for x in book.excerpts)


def test_a_subtitle_does_not_make_a_claim_of_the_title() -> None:
    page = ["THE LAMP ON THE GULL, 1871", "Papers for a history"]
    for n, numeral in enumerate(("I", "II", "III", "IV", "V")):
        page.append(f"{numeral}. The keeper told the board of the {NAMES[n].lower()} light")
        for k in range(3):
            page.append(f"{LONG.format('man')} ({full(3 * n + k)}.)")
    book = read("\n\n".join(page))
    assert [c.text for c in book.claims] == [
        f"The keeper told the board of the {NAMES[n].lower()} light" for n in range(5)
    ]
    assert len(book.excerpts) == 15


def test_a_newspaper_and_its_day_close_an_excerpt_where_brackets_do() -> None:
    page = ["The Gull"]
    for n in range(12):
        page.append(f"{n + 1}. The keeper told the board of the {NAMES[n].lower()} light")
        page.append(f"{LONG.format('man')} ({full(n)}.)")
        page.append(f"The dead were {n + 3}, and there were no others. (Hull Gazette, {n + 2} May 1871.)")
    book = read("\n\n".join(page))
    assert len(book.excerpts) == len(cited(book)) == 24


def test_sentences_too_short_for_prose_end_as_the_others_do() -> None:
    page = ["# The Gull"]
    for n in range(2):
        page.append(f"## The keeper told the board of the {NAMES[n].lower()} light")
        page.append(f"- {LONG.format('man')} (Ann Marlow, *Salt*, Leeds: Northgate, 193{n}, p. {n + 4})")
        page.append(f"- He lit it in May, and slept. (Bela Quist, *Fog*, Hull: Tern, 194{n}, p. {n + 9})")
    book = read("\n\n".join(page))
    assert len(book.excerpts) == 4
    assert cited(book)[1] == "Bela Quist, *Fog*, Hull: Tern, 1940, p. 9"


def test_entries_that_a_converter_names_are_a_list_of_works_without_a_heading() -> None:
    page = [
        f"<h2>The lamp of {name}</h2><blockquote><p>{LONG.format('man')} ({name} 19{30 + n}, {n})</p></blockquote>"
        for n, name in enumerate(NAMES)
    ]
    page += [
        f'<div class="csl-entry">{name}, Ann. 19{30 + n}. <em>Salt and Ashes</em>. Leeds: Northgate.</div>'
        for n, name in enumerate(NAMES)
    ]
    source = source_from_bytes("".join(page).encode(), "page.html", media="text/html")
    book = Sourcebook(source)
    book.add(LayoutStage()(book))
    assert [excerpt.text for excerpt in book.excerpts] == [LONG.format("man")] * 12
    assert sum(passage.kind is PassageKind.REFERENCE for passage in book.passages) == 12


def test_ordinals_and_bare_numbers_that_count_on_are_no_words_of_a_heading() -> None:
    heads = ["The weir was dry", "Nobody had the key", "Who shut the lock?", "The keeper slept"]
    for form in ("{}.º {}", "{}º {}", "{} {}"):
        numbering = find_numbering([form.format(n, head) for n, head in enumerate(heads, 1)])
        assert numbering is not None
        assert [numbering.sub("", form.format(7, head), count=1) for head in heads] == heads


def test_counts_of_things_number_no_headings() -> None:
    assert find_numbering(["12 men slept", "3 keys were lost", "40 boats lay idle", "7 gates stood open"]) is None
    assert find_numbering(["1 man slept", "The key was lost", "2 boats lay idle", "Nobody came"]) is None


def test_entries_of_that_class_below_each_excerpt_are_its_sources() -> None:
    page = [
        f"<h2>The lamp of {name}</h2><blockquote><p>{LONG.format('man')}</p></blockquote>"
        f"<p class='csl-entry'>{name}, Ann. <em>Salt and Ashes</em>. Leeds: Northgate, 19{30 + n}, p. {n}.</p>"
        for n, name in enumerate(NAMES)
    ]
    source = source_from_bytes("".join(page).encode(), "page.html", media="text/html")
    book = Sourcebook(source)
    book.add(LayoutStage()(book))
    assert [len(cited(book)), len(book.claims), len(book.excerpts)] == [12, 12, 12]


def test_a_title_in_the_italics_of_a_wiki_is_a_sign_of_a_citation() -> None:
    wiki, plain = (f"Hartley, {mark}The Keeper's Lamp{mark}, 1931, p. 4" for mark in ("''", "*"))
    assert citation_score(wiki) == citation_score(plain) > LIKELY
    assert citation_score("He said ''no'' and went.") < 0
