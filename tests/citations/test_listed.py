"""The page's own lists of sources, read entry by entry, and what leads to them."""

from __future__ import annotations

import pytest

from testimonia.citations import CitationStage
from testimonia.citations.listed import find_listed
from testimonia.citations.pointers import leading_words, source_key
from testimonia.model import Citation, Passage, PassageKind, Source, Sourcebook, Span, Work

ICE = "Marlow, Ada. The Ice Road. Leeds: Northgate, 1938."
SALT = "Marlow, Ada. Salt and Ashes. Leeds: Northgate, 1931."
LIGHTS = "Brown, Tom. Harbour Lights. New York: Crane, 1941."
INQUIRY = "Inquiry into the Fire of the Gull: Minutes. Leeds: Printed for the Port, 1912."


def page(*notes: str, after: str, before: str = "") -> Sourcebook:
    """A page of citations, each on a line of its own, with words before and after."""
    text, passages = before, []
    for n, note in enumerate(notes, 1):
        passages.append(Passage(PassageKind.CITATION, Span(len(text), len(text) + len(note)), f"c{n}"))
        text += note + "\n"
    text += after
    book = Sourcebook(Source("page.txt", text.encode(), text, "utf-8", "text/plain", ""))
    book.add(passages)
    return book


def read(*notes: str, after: str, before: str = "") -> list[Citation]:
    return [r for r in CitationStage()(page(*notes, after=after, before=before)) if isinstance(r, Citation)]


def meant(citation: Citation) -> tuple[str | None, str | None]:
    resolved = citation.resolved or {}
    return resolved.get("title"), resolved.get("page")


@pytest.mark.parametrize(
    ("listed", "numbers"),
    [
        (f"Bibliography\n\n{ICE}\n{SALT}\n{LIGHTS}\n", [None] * 3),
        (f"References\n\n{ICE}\n\n{SALT}\n\n{LIGHTS}\n", [None] * 3),
        (f"## Works cited\n\n- {ICE}\n- {SALT}\n- {LIGHTS}\n", [None] * 3),
        (f"Sources\n\n1. {ICE}\n2. {SALT}\n3. {LIGHTS}\n", ["1", "2", "3"]),
        (f"Sources\n\n[1] {ICE}\n[2] {SALT}\n[3] {LIGHTS}\n", ["1", "2", "3"]),
        (f"Key to the sources\n\nMAR   {ICE}\nMAR2  {SALT}\nBRO   {LIGHTS}\n", ["MAR", "MAR2", "BRO"]),
        (
            "\\begin{thebibliography}{9}\n\\bibitem{m38} "
            + ICE
            + "\n\\bibitem{m31} "
            + SALT
            + "\n\\bibitem{b} "
            + LIGHTS,
            ["m38", "m31", "b"],
        ),
        (f"Bibliography\n\n{ICE}\n———. Salt and Ashes. Leeds: Northgate, 1931.\n{LIGHTS}\n", [None] * 3),
        (
            "Bibliography\n\nMarlow, Ada. The Ice Road. Leeds:\n   Northgate, 1938.\n"
            "Marlow, Ada. Salt and Ashes. Leeds:\n   Northgate, 1931.\n"
            "Brown, Tom. Harbour Lights.\n   New York: Crane, 1941.\n",
            [None] * 3,
        ),
    ],
)
def test_every_way_to_set_a_list(listed: str, numbers: list[str | None]) -> None:
    book = page("Kent, p. 4", after="\n\n" + listed)
    entries = find_listed(book)
    assert [e.csl["title"] for e in entries] == ["The Ice Road", "Salt and Ashes", "Harbour Lights"]
    assert [e.csl["author"][0]["family"] for e in entries] == ["Marlow", "Marlow", "Brown"]
    assert [e.number for e in entries] == numbers
    assert all(e.span.cut(book.text) == e.text for e in entries)


NUMBERED = f"\n\nSources\n\n1. {ICE}\n2. {SALT}\n3. {LIGHTS}\n"
KEYED = f"\n\nKey to the sources\n\nMAR   {ICE}\nMAR2  {SALT}\nBRO   {LIGHTS}\n"


@pytest.mark.parametrize(
    ("cited", "listed", "title", "locator"),
    [
        ("2, p. 44", NUMBERED, "Salt and Ashes", "44"),
        ("3: 44-45", NUMBERED, "Harbour Lights", "44-45"),
        ("no. 1, pp. iv-v", NUMBERED, "The Ice Road", "iv-v"),
        ("3", NUMBERED, "Harbour Lights", None),
        ("1, 3", NUMBERED, "The Ice Road", None),  # a page, or another source: the page is not told
        ("MAR2 44", KEYED, "Salt and Ashes", "44"),
        ("BRO, p. 9", KEYED, "Harbour Lights", "9"),
    ],
)
def test_a_number_or_key_stands_for_its_entry(cited: str, listed: str, title: str, locator: str | None) -> None:
    (citation,) = read(cited, after=listed)
    assert meant(citation) == (title, locator)
    assert "title" not in citation.csl
    assert citation.locator == locator
    assert "in the list of sources" in citation.reasons[0].rule


def test_a_number_that_no_entry_has_stands_for_nothing() -> None:
    (citation,) = read("7, p. 44", after=NUMBERED)
    assert citation.resolved is None


@pytest.mark.parametrize(
    ("cited", "title"),
    [
        ("Marlow 1938, 4", "The Ice Road"),
        ("Marlow, Salt 4", "Salt and Ashes"),
        ("Brown 44", "Harbour Lights"),
        ("Brown iv-v", "Harbour Lights"),
        ("Brown|1941|p=44", "Harbour Lights"),
        ("Inquiry into, 1912, p. 31", "Inquiry into the Fire of the Gull: Minutes"),
        ("Inquiry into the Fire 31", "Inquiry into the Fire of the Gull: Minutes"),
        ("Marlow 44", None),  # two works of hers
    ],
)
def test_short_citations_are_found_in_the_list(cited: str, title: str | None) -> None:
    (citation,) = read(cited, after=f"\n\nWorks cited\n\n{ICE}\n{SALT}\n{LIGHTS}\n{INQUIRY}\n")
    assert meant(citation)[0] == title
    if title is None:
        assert "2 works of this author" in citation.reasons[0].rule


def test_two_works_of_one_name_and_year_are_told_by_their_letters() -> None:
    listed = (
        "\n\nReferences\n\nMarlow, A. (1938a). The Ice Road. Leeds: Northgate.\n"
        "Marlow, A. (1938b). Salt and Ashes. Leeds: Northgate.\n"
    )
    first, second, vague = read("Marlow 1938a, 4", "Marlow 1938b, 4", "Marlow 1938, 4", after=listed)
    assert (meant(first)[0], meant(second)[0], meant(vague)[0]) == ("The Ice Road", "Salt and Ashes", None)


def test_what_a_title_was_taken_for_is_put_right_by_the_list() -> None:
    board = "Northern Harbour Board. Report on the Inquiry. Leeds: Crane, 1912."
    titled, named = read(
        "Inquiry into, 1912, p. 31", "Northern Harbour Board 4, 6", after=f"\n\nSources\n\n{INQUIRY}\n{board}\n"
    )
    assert (titled.csl.get("title"), titled.csl.get("author")) == ("Inquiry into", None)
    assert named.csl["author"] == [{"literal": "Northern Harbour Board"}]
    assert (named.csl.get("title"), named.csl["page"], named.locator) == (None, "4, 6", "4, 6")


@pytest.mark.parametrize("mark", ["Brown, supra Ex. 2, at 9.", "Brown, see Ex. 2 above, p. 9"])
def test_a_numbered_piece_stands_for_what_closes_it(mark: str) -> None:
    first = "Marlow, Ada. The Ice Road. Leeds: Northgate, 1938, p. 3"
    second = "Brown, Tom. Harbour Lights. New York: Crane, 1941, p. 4"
    third = "Brown, Tom. The Lamp Room. New York: Crane, 1943, p. 4"
    text, passages = "", []
    for n, cited in enumerate((first, second, third, mark), 1):
        text += f"Exhibit {n}\n\nThe ferry left.\n"
        passages.append(Passage(PassageKind.CITATION, Span(len(text), len(text) + len(cited)), f"c{n}"))
        text += cited + "\n"
    book = Sourcebook(Source("page.txt", text.encode(), text, "utf-8", "text/plain", ""))
    book.add(passages)
    last = [r for r in CitationStage()(book) if isinstance(r, Citation)][-1]
    assert meant(last) == ("Harbour Lights", "9")
    assert "title" not in last.csl


def test_each_listed_source_is_a_work_and_counts_no_citation() -> None:
    book = page("Brown 44", after=f"\n\nWorks cited\n\n{ICE}\n{LIGHTS}\n")
    works = {r.csl["title"]: r for r in CitationStage()(book) if isinstance(r, Work)}
    assert (works["Harbour Lights"].citations, works["The Ice Road"].citations) == (1, 0)
    assert works["Harbour Lights"].text == LIGHTS
    assert works["Harbour Lights"].csl["publisher"] == "Crane"


def test_numbers_behind_the_same_words_are_pages() -> None:
    first, second, alone = read(
        "Inquiry into the Fire 31 (1912)", "Inquiry into the Fire 58 (1912)", "Report 9 (1920)", after=""
    )
    assert (first.csl["page"], second.csl["page"]) == ("31", "58")
    assert first.work == second.work
    assert "page" not in alone.csl


@pytest.mark.parametrize(
    ("text", "key", "found"),
    [("[12], pp. 44-45", "12", "44-45"), ("MAR2 44", "MAR2", "44"), ("[p.~44]{marlow1931}", "marlow1931", "44"),
     ("{marlow1931}", "marlow1931", None)],
)  # fmt: skip
def test_keys_and_pages(text: str, key: str, found: str | None) -> None:
    match = source_key(text)
    assert match is not None
    assert (match["key"], match["page"]) == (key, found)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Inquiry into, 1912, p. 31", "Inquiry into"), ("Board, supra Ex. 1, at 4, 6.", "Board"),
     ("Brown|1941|p=44", "Brown")],
)  # fmt: skip
def test_what_opens_a_short_citation(text: str, words: str) -> None:
    assert leading_words(text) == words


def test_keys_of_a_text_converter_are_found_in_the_list() -> None:
    listed = (
        "\n# References {-}\n\n[@marlow_salt:1931]: Marlow, Ada. *Salt and Ashes*. Leeds: Northgate, 1931.\n\n"
        "[@marlowIceRoad1938]: Marlow, Ada. *The Ice Road*. Leeds: Northgate, 1938.\n"
    )
    for words, title, page_ in (
        ("@marlow_salt:1931, pp. 44-45", "Salt and Ashes", "44-45"),
        ("@marlowIceRoad1938, p. 7", "The Ice Road", "7"),
        ("@marlowIceRoad1938", "The Ice Road", None),
    ):
        assert meant(read(words, after=listed)[0]) == (title, page_)
