"""Each kind of defect is found where it is, and not where a page is only unusual."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.damage import DamageStage
from testimonia.model import Excerpt, FindingKind, Sourcebook, Span
from testimonia.testing import make_source

from .conftest import make_book, surround


def make_source_book(text: str, start: int, end: int) -> Sourcebook:
    """A book whose one excerpt is a stretch of the text."""
    book = Sourcebook(make_source(text))
    book.add([Excerpt("x", Span(start, end), text[start:end], None, None)])
    return book


Find = Callable[..., list[tuple[str, str]]]
CITED = "= Oake, T. Diary of a Pilot. Hull: Tiller Press, 1927, p. 30"


def test_a_sound_page_has_no_findings(find: Find) -> None:
    assert find() == []


# --- bracket-comment


@pytest.mark.parametrize(
    ("before", "after", "line_end"),
    [
        ("", "", "\n"),
        ("     ", "", "\n"),
        ("“", "", "\n\n“"),
        ("*", "*", "\n\n*"),
        ("", "", "\r\n"),
        ("", "", "\r\n\r\n"),
        ("", "", "\r"),
        ("»", "«", "\n»"),
        ("« ", "\u202f»", "\n« "),
        ("", "", "<p>"),
    ],
)
def test_how_a_page_is_set_hides_no_remark(before: str, after: str, line_end: str) -> None:
    own = ["(the pilot's words only)", "[this from a judge]"]
    lines = (own[0], f"The mate left the bridge at four. {own[1]}", "He came back at six.")
    text = before + f"{after}{line_end}".join(lines) + after
    book = make_source_book(text, len(before), len(text) - len(after))
    found = [f.span.cut(text) for f in DamageStage()(book) if f.kind is FindingKind.BRACKET_COMMENT]
    assert found == (own if "\n" in line_end else own[1:])


@pytest.mark.parametrize(
    "bracket",
    [
        "[The author is wrong about this]",
        "[He did not say so at the inquiry]",
        "[Said in the spring of 1921]",
        "[Spoken four days before the loss]",
        "[a damaging admission]",
        "[he forgets the second boat]",
        "[NOTE WHAT HE SAYS OF HIS BROTHER]",
        "[not proved --editor]",
        "[Sounds like the harbour board]",
        "[Shows how little he knew]",
        "[And nobody asked!]",
    ],
)
def test_a_remark_after_a_finished_sentence_is_the_compilers(find: Find, bracket: str) -> None:
    assert ("bracket-comment", bracket) in find(f"The mate left the bridge at four. {bracket}", CITED)


@pytest.mark.parametrize(
    "sentence",
    [
        "He [Brandt] left the bridge at four.",
        "The trial [in 1931] was held in Hull.",
        "This assumption [that the mate slept] was never proved.",
        "The loss [would have] ended the line.",
        "They [the owners of the ship] denied it.",
        "He wrote that the [sic] boat was sound.",
        "The chair [laughter in the hall] called for order.",
        "She said it twice [...] and left.",
    ],
)
def test_a_bracket_that_supplies_words_is_no_remark(find: Find, sentence: str) -> None:
    assert [kind for kind, _ in find(sentence, CITED) if kind == "bracket-comment"] == []


def test_a_heading_in_brackets_before_the_document_is_no_remark(find: Find) -> None:
    found = find(
        "[Letter of the captain to the owners, read on 3 May 1931]\nI write to tell you that the ship is lost.", CITED
    )
    assert "bracket-comment" not in dict(found)


def test_a_note_on_the_selection_on_a_line_of_its_own_is_the_compilers(find: Find) -> None:
    assert ("bracket-comment", "(Brandt's remarks only)") in find(
        "(Brandt's remarks only)\nI never saw the light.", CITED
    )


def test_a_remark_signed_as_an_editors_is_found_in_any_language(find: Find) -> None:
    page = (
        "Das Schiff lag auf der Seite, und die Boote waren fort, sagte der Maat [so nicht belegt – Red.] "
        "vor dem Gericht.",
        CITED,
    )
    assert ("bracket-comment", "[so nicht belegt – Red.]") in find(*page, alone=True)


# --- missing-citation and splice


def test_an_excerpt_without_a_citation_is_found(find: Find) -> None:
    assert find("The keeper heard three guns and then no more.") == [
        ("missing-citation", "The keeper heard three guns and then no more.")
    ]


def test_a_page_that_cites_nothing_is_told_so_once(find: Find) -> None:
    found = find("# A CLAIM", "The keeper heard three guns.", "The mate heard two.", "The cook heard none.", alone=True)
    assert [kind for kind, _ in found] == ["missing-citation"]


def test_stray_prose_is_an_excerpt_without_a_citation(find: Find) -> None:
    prose = "The keeper heard three guns from the bar, and after them nothing that he could swear to in any court."
    assert find(f"~ {prose}", "The mate slept through the night.", CITED) == [("missing-citation", prose)]


def test_stray_words_among_the_excerpts_are_a_splice(find: Find) -> None:
    assert find("~ Home | About | Contact", "The mate slept through the night.", CITED) == [
        ("splice", "Home | About | Contact")
    ]


def test_stray_words_before_the_first_excerpt_are_the_frame_of_the_page(find: Find) -> None:
    assert find("~ Home | About | Contact", "# A CLAIM", "The mate slept.", CITED, alone=True) == []


@pytest.mark.parametrize(
    "source", ["THE LAST WATCH by Tobias Oake, 1992", "Oake, Tobias. The Last Watch. Hull: Tiller Press, 1992, p. 4"]
)
def test_a_source_named_at_the_end_of_the_text_is_a_splice_and_no_missing_citation(find: Find, source: str) -> None:
    found = find(f"The keeper heard three guns and then no more. {source}")
    assert ("splice", source) in found
    assert "missing-citation" not in dict(found)


def test_an_excerpt_that_ends_in_a_year_is_no_splice(find: Find) -> None:
    found = find("The keeper heard three guns. He left the Outer Light in the autumn of 1931")
    assert [kind for kind, _ in found] == ["missing-citation"]


def test_text_that_runs_on_from_a_citation_is_a_splice(find: Find) -> None:
    found = find(
        "The mate slept.", CITED + "rest of the night was quiet enough.", "# ANOTHER CLAIM", "The cook slept.", CITED
    )
    assert ("splice", "rest of the night was quiet enough.") in found


def test_a_citation_inside_an_excerpt_is_a_splice(find: Find) -> None:
    source = "Oake, Tobias. The Diary of a Channel Pilot. Hull: Tiller Press, 1927, p. 30"
    found = find("The mate slept.", f"= {source}", f"The cook slept.\n{source}\nThe boy was awake.", CITED)
    assert ("splice", source) in found


@pytest.mark.parametrize(
    "line", ["Click here to read more", "Share this:", "Home | About | Contact", "https://example.org/page"]
)
def test_a_web_pages_line_inside_an_excerpt_is_a_splice(find: Find, line: str) -> None:
    assert ("splice", line) in find(f"The mate slept.\n{line}\nThe cook was awake.", CITED)


@pytest.mark.parametrize("line", ["The share of the mate was small.", "Home was far.", "Next came the cook."])
def test_a_line_that_only_begins_like_a_menu_is_text(find: Find, line: str) -> None:
    assert find(f"The mate slept.\n{line}\nThe cook was awake.", CITED) == []


def test_a_sentence_set_into_another_is_a_splice(find: Find) -> None:
    sown = "Sow the early kinds from April in rows one inch deep."
    assert ("splice", sown) in find(f"He cut the rope with the cook's {sown} big knife and the boat went down.", CITED)


def test_the_head_of_a_page_inside_a_sentence_is_a_splice(find: Find) -> None:
    assert ("splice", "31 THE PILOTS DIARY") in find("He cut the rope with the 31 THE PILOTS DIARY big knife.", CITED)


# --- duplicate


def test_the_later_of_two_like_excerpts_is_the_repetition(find: Find) -> None:
    words = "The owners had insured the Hestia for twice her worth in the month before she sailed."
    found = find(words, CITED, "# ANOTHER CLAIM", words + " Nobody asked.", CITED)
    assert found == [("duplicate", words + " Nobody asked.")]


def test_the_same_words_from_another_work_are_no_repetition(find: Find) -> None:
    words = "The owners had insured the Hestia for twice her worth in the month before she sailed."
    other = "= Sabline, N. The Chair. London: Tiller, 1927, p. 9"
    assert find(words, CITED, words + " So said the clerk, who had seen the policy himself in May.", other) == []


# --- locator


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        ("= Oake, T. Diary of a Pilot. Hull: Tiller Press, 1927", "1927"),
        ("= Oake, T. Diary of a Pilot. Hull: Tiller Press, 1927, p. 30.", "p. 30."),
        ("= Oake, T. Diary of a Pilot. Hull: Tiller Press, 1927, page 30", "page 30"),
        (
            "= Oake, T. Diary of a Pilot. Hull: Tiller Press, 1927, p. 30 [p. 12 in the reprint]",
            "p. 30 [p. 12 in the reprint]",
        ),
        ("= Oake, T. Diary of a Pilot. Hull: Tiller Press, 1927, p. 130-112", "p. 130-112"),
    ],
)
def test_a_page_reference_unlike_the_others_is_found(find: Find, citation: str, words: str) -> None:
    assert find("The mate slept.", citation) == [("locator", words)]


def test_a_stop_after_the_pages_is_no_finding_where_all_have_one() -> None:
    pieces = ["# A CLAIM"]
    for n in range(8):
        pieces += [
            f"In the account of witness {n} the mate slept.",
            f"= Oake, Diary {n} (Hull: Tiller, 1927), p. {n + 3}.",
        ]
    assert list(DamageStage()(make_book(*pieces))) == []


def test_a_citation_with_an_address_is_no_running_text() -> None:
    from testimonia.damage.strays import is_prose

    assert not is_prose(
        "Oake, *Diary*, p. 142. See also <https://www.pilots-of-the-old-hull.example/fines/list> (accessed)."
    )
    assert is_prose("He saw the lamp go out and he told the mate of it before the bell was rung that night.")


def test_no_page_is_missed_where_the_page_names_none() -> None:
    pieces = ["# A CLAIM"]
    for n in range(8):
        pieces += [f"In the account of witness {n} the mate slept.", f"= Hull Packet, {n + 3} May 1931"]
    assert list(DamageStage()(make_book(*pieces))) == []


def test_what_its_day_finds_wants_no_page_and_no_word_is_one() -> None:
    from testimonia.damage.locators import find_odd_locators
    from testimonia.model import Citation

    book = surround()
    for n, (words, csl) in enumerate(
        (
            ("Ann Oake, letter to the Board, 4 May 1912", {"issued": "1912-05-04"}),
            ("Petition of the people of Hull, http://hull.example/boat.htm, 5 May 1912", {"issued": "1912-05-05"}),
        )
    ):
        start = next(p.span.start for p in book.passages if p.kind.value == "citation") + n
        book.add([Citation(f"day-{n}", Span(start, start + 10), words, csl, None, None)])
    assert list(find_odd_locators(book)) == []


def test_pages_are_read_whole_where_a_letter_stands_behind_their_number() -> None:
    from testimonia.damage.locators import _LAST_LOCATOR

    def pages(words: str) -> list[str]:
        return [found.group() for found in _LAST_LOCATOR.finditer(words)]

    assert [pages(f"Oake, {p}") for p in ("p. 12a", "pp. 12ff.", "pp. xi–xv, 3")] == [
        ["p. 12"],
        ["pp. 12"],
        ["pp. xi–xv, 3"],
    ]
    assert pages("Apps 4, p. Vienna, S. Ivo") == []


def test_a_paper_in_an_archive_wants_no_page_and_has_leaves() -> None:
    from testimonia.damage.locators import find_odd_locators
    from testimonia.model import Citation

    book = surround()
    for n, (words, csl, locator) in enumerate(
        (
            (
                "Ann Oake to Piers Lowe, 4 May 1912, Leith Record Office, Oake MSS 4/17",
                {"archive_location": "4/17"},
                None,
            ),
            ("Statement of Ann Oake, Leith Record Office, HB 14, fol. 33", {"label": "folio"}, "33"),
        )
    ):
        last = list(book.citations)[-1]
        book.add([Citation(f"k{n}", Span(last.span.start, last.span.start + len(words)), words, csl, None, locator)])
    assert not [found for found in find_odd_locators(book) if "Oake" in found.message or "fol." in found.message]


# --- unclosed-quote


@pytest.mark.parametrize(
    ("excerpt", "words"),
    [
        ('He said: "The light was out. Nobody answered him.', '"The light was out.'),
        ('The light was out," he said.', 'was out,"'),
        ('He said: “The light was out," and left.', 'was out,"'),
    ],
)
def test_a_mark_without_its_partner_is_found(find: Find, excerpt: str, words: str) -> None:
    found = dict(find(excerpt, CITED))
    assert found["unclosed-quote"].startswith(words[:6]) or found["unclosed-quote"].endswith(words[-6:])


def test_a_quotation_in_single_marks_may_run_over_a_line_of_a_wrapped_page() -> None:
    from testimonia.damage.quotes import find_loose_marks
    from testimonia.model import Convention

    book = make_book(
        "# A CLAIM", "\"I asked him of it and he said: 'It is\n    the lamp, if anybody asks.'\"", "= Oake, p. 3"
    )
    assert [trouble.span.cut(book.text)[-1] for trouble in find_loose_marks(book)] == ["'"]
    book.add([Convention("line ends", "wrapped at 40 columns", "so it looks", 1)])
    assert list(find_loose_marks(book)) == []


def test_two_apostrophes_round_a_title_are_a_wikis_italics(find: Find) -> None:
    assert find("The mate slept.", "= Oake, T. ''Diary of a Pilot''. Hull: Tiller Press, 1927, p. 30") == []


def test_marks_round_a_whole_transcript_belong_together(find: Find) -> None:
    turns = "“He had read it.\nTHE JUDGE: And then?\nTHE MATE: I went below.\nTHE JUDGE: Whither?”"
    assert find(turns, CITED) == []


def test_quotation_marks_of_a_citation_are_looked_at_too(find: Find) -> None:
    assert "unclosed-quote" in dict(find("The mate slept.", '= Oake, T. "The Light, Hull Packet, 1927, p. 30'))


# --- ocr


@pytest.mark.parametrize(
    ("words", "misprint"),
    [
        ("He sailed for 0dessa in May.", "0dessa"),
        ("It was in the spring of l931 that he came.", "l931"),
        ("He rented a a paper mill there.", "a a"),
        ("The boat was lowered with surprisinggentleness by the crew.", "surprisinggentleness"),
        ("The prroposal was read to the crew.", "prroposal"),
        ("Nobody asked MrBrandt about it.", "MrBrandt"),
        ("The \u0421aptain was asleep.", "\u0421aptain"),
        ("He was old,and the boat was small.", "old,and"),
        ("The board was been told of it.", "was been"),
        ("He was an honest seamen by all accounts.", "an honest seamen"),
        ("Does this suggests that he lied?", "Does this suggests"),
        ("He could of told them.", "could of told"),
        ("She had wrote to the board.", "had wrote"),
        ("It was agreed in principal by all.", "in principal"),
        ("He spoke of the clichEs of the press.", "clichEs"),
        ("The caf\ufffd was shut.", "caf\ufffd"),
    ],
)
def test_a_misprint_is_found(find: Find, words: str, misprint: str) -> None:
    assert ("ocr", misprint) in find(words, CITED)


@pytest.mark.parametrize(
    "words",
    [
        "He had had enough of the sea, and he knew that that ship was lost.",
        "McAllister and MacDonald sailed in the 1930s with DeWitt.",
        "The 1st mate and the 3rd engineer drank no C2H5OH on 4 May at 10:15.",
        "The U.S. consul, i.e. Mr. Brandt, came at 5 p.m., etc., and left.",
        "Nobody liked the kolkhozes; the kolkhoz was poor and the kolkhozes empty.",
        "It was his raison d'être, the bonne bouche of that dinner, a fait accompli.",
        "The workers' boats, O'Brien's and the owners', were sold for £1,200.",
        "A dozen men, a group of women and a few children stood on the quay.",
        "He took what he could of the cargo, and should of course have paid.",
        "Honour, labour, defence and theatre are spelt so in Hull.",
        "Did he discuss this? He does always press on.",
    ],
)
def test_sound_words_are_no_misprint(find: Find, words: str) -> None:
    assert find(words, CITED) == []


def test_english_rules_are_not_used_on_a_page_in_another_language(find: Find) -> None:
    page = (
        "Die Boote, die die Mannschaft auf der Seite zu Wasser ließ, waren fort, und der Kapitän hatte "
        "nicht an das gedacht, "
        "was was heißt; der Schifffahrtsgesellschaft war es recht.",
        CITED,
    )
    assert find(*page, alone=True) == []


# --- always


@given(st.lists(st.text(max_size=80), max_size=12), st.lists(st.sampled_from(["# ", "= ", "~ ", "+", ""]), min_size=12))
@settings(max_examples=300, deadline=None)
def test_any_page_is_read_and_every_span_cuts_words(pieces: list[str], marks: list[str]) -> None:
    book = make_book(*(mark + piece for mark, piece in zip(marks, pieces, strict=False)))
    findings = list(DamageStage()(book))
    for finding in findings:
        assert 0 <= finding.span.start < finding.span.end <= len(book.text)
        assert finding.kind in FindingKind
        assert finding.text == finding.span.cut(book.text)
        assert finding.message.endswith(".")
        assert "\n" not in finding.message
    assert len({finding.id for finding in findings}) == len(findings)


def test_two_runs_agree() -> None:
    book = surround("He rented a a paper mill. [a lie]", "The keeper heard three guns.")
    assert list(DamageStage()(book)) == list(DamageStage()(book))


@pytest.mark.parametrize(
    "piece",
    ["_", '"', "' s ", "[a ", "a\n\nb ", ". a", "AB ", "ab1", "the the an abc ", "\u201c'\" ", "0aaa ", "a_\u0430"],
)
def test_an_endless_line_of_one_sign_is_read_in_linear_time(piece: str) -> None:
    def took(length: int) -> float:
        book = make_book("# A CLAIM", piece * (length // len(piece)), CITED)
        times = []
        for _ in range(3):  # the best of three: a collection in one of them is not the stage's
            began = time.process_time()
            list(DamageStage()(book))
            times.append(time.process_time() - began)
        return min(times)

    took(1_000)
    assert took(80_000) < 8 * took(20_000) + 0.1  # four times as long; a square would be sixteen times
