"""What short citations stand for, by pages of invented notes."""

from __future__ import annotations

import pytest

from testimonia.citations import CitationStage, parse_citation
from testimonia.citations.pointers import Pointer, pointer_of
from testimonia.citations.resolve import resolve_citations
from testimonia.citations.standing_for import CitationForm
from testimonia.model import (
    Citation,
    Claim,
    Excerpt,
    Passage,
    PassageKind,
    Source,
    Sourcebook,
    Span,
    Work,
)

SALT = "Ada Marlow, Salt and Ashes (Leeds: Northgate, 1931), p. 4."
LIGHTS = "Tom Brown, Harbour Lights: A Memoir (New York: Crane, 1941), p. 9."
ROAD = "Ada Marlow, The Ice Road (Leeds: Northgate, 1938), p. 14."
EIS = "Müller, Jörg: Das Eis. Bonn: Holz 1924, S. 5."
LED = "Снегов, Д. Лёд. Москва: АПН, 1989. С. 5."
ETE = "Dupont, Jean, L'été noir, Paris, Seuil, 1950, p. 7"


def page(*notes: str, after: str = "") -> Sourcebook:
    """A page of numbered notes."""
    text, passages = "", []
    for n, note in enumerate(notes, 1):
        text += f"[{n}] "
        passages.append(Passage(PassageKind.CITATION, Span(len(text), len(text) + len(note)), f"c{n}"))
        text += note + "\n"
    text += after
    book = Sourcebook(Source("page.txt", text.encode(), text, "utf-8", "text/plain", ""))
    book.add(passages)
    return book


def read(book: Sourcebook) -> list[Citation]:
    return [r for r in CitationStage()(book) if isinstance(r, Citation)]


def last(*notes: str, after: str = "") -> tuple[str | None, str | None]:
    """Title and page of what the last note stands for."""
    resolved = read(page(*notes, after=after))[-1].resolved
    return (None, None) if resolved is None else (resolved.get("title"), resolved.get("page"))


MEMOIR = "Harbour Lights: A Memoir"


@pytest.mark.parametrize(
    ("notes", "title", "page_"),
    [
        ((SALT, "Ibid."), "Salt and Ashes", "4"),
        ((SALT, "Ibid., p. 5."), "Salt and Ashes", "5"),
        ((SALT, "ibid, pp. 3-4"), "Salt and Ashes", "3-4"),
        ((SALT, "Ibid. 45-46"), "Salt and Ashes", "45-46"),
        ((SALT, "*Ibid.*, p. 5"), "Salt and Ashes", "5"),
        ((SALT, "(Ibid., p. 7)"), "Salt and Ashes", "7"),
        ((SALT, "Ibid., p. 5", "Ibid."), "Salt and Ashes", "5"),
        ((SALT, LIGHTS, "Ibid., p. 5."), MEMOIR, "5"),
        ((SALT, "Id. at 45."), "Salt and Ashes", "45"),
        ((SALT, "Idem, p. 7"), "Salt and Ashes", "7"),
        ((EIS, "Ebd., S. 7."), "Das Eis", "7"),
        ((EIS, "Ebenda, S. 7."), "Das Eis", "7"),
        ((LED, "Там же. С. 7."), "Лёд", "7"),
        ((SALT, LIGHTS, "Marlow, Salt and Ashes, p. 82."), "Salt and Ashes", "82"),
        ((SALT, ROAD, "Marlow, Salt, p. 88."), "Salt and Ashes", "88"),
        ((SALT, ROAD, "Marlow, *The Ice Road*, p. 7"), "The Ice Road", "7"),
        ((SALT, ROAD, "See Marlow, Ice Road, 8"), "The Ice Road", "8"),
        ((LIGHTS, SALT, "Brown, Harbour Lights, 33"), MEMOIR, "33"),
        ((LIGHTS, SALT, "Brown, Harbor Lights, p. 4"), MEMOIR, "4"),
        ((LIGHTS, SALT, "T. Brown, Harbour Lights, p. 4"), MEMOIR, "4"),
        ((LIGHTS, SALT, "Brown, 33."), MEMOIR, "33"),
        ((LIGHTS, SALT, "Brown, p. 33"), MEMOIR, "33"),
        ((LIGHTS, SALT, "Brown 33"), MEMOIR, "33"),
        ((LIGHTS, SALT, "Harbour Lights, p. 5"), MEMOIR, "5"),
        ((LIGHTS, SALT, "Brown, op. cit., p. 3."), MEMOIR, "3"),
        ((SALT, ROAD, LIGHTS, "Marlow, op. cit., p. 3."), "The Ice Road", "3"),
        ((LIGHTS, SALT, "Brown, loc. cit."), MEMOIR, "9"),
        ((SALT, "Loc. cit."), "Salt and Ashes", "4"),
        ((EIS, SALT, "Müller, a.a.O., S. 8."), "Das Eis", "8"),
        ((LED, SALT, "Снегов Д. Указ. соч. С. 9."), "Лёд", "9"),
        ((ETE, SALT, "Dupont, op. cit., p. 9"), "L'été noir", "9"),
        ((SALT, LIGHTS, ROAD, "See note 2 above, p. 17."), MEMOIR, "17"),
        ((SALT, LIGHTS, ROAD, "Brown (n. 2), p. 17"), MEMOIR, "17"),
        ((SALT, LIGHTS, ROAD, "Brown, supra note 2, at 17"), MEMOIR, "17"),
        ((SALT, LIGHTS, "(Brown 1941: 96)"), MEMOIR, "96"),
        ((SALT, ROAD, "(Marlow 1938, 12)"), "The Ice Road", "12"),
        ((SALT, ROAD, "Marlow, 1931, p. 3"), "Salt and Ashes", "3"),
        ((SALT, ROAD, "Marlow (1938), 3"), "The Ice Road", "3"),
        # A short title that comes before the full one.
        (("Brown, Harbour Lights, p. 4", LIGHTS, "Brown, Harbour Lights, p. 6"), MEMOIR, "6"),
    ],
)
def test_a_short_citation_stands_for_the_full_one(notes: tuple[str, ...], title: str, page_: str) -> None:
    assert last(*notes) == (title, page_)


@pytest.mark.parametrize(
    "notes",
    [
        ("Ibid., p. 3",),
        ("p. 44",),
        (SALT, "p. 44"),
        (SALT, "p. 44", "Ibid."),
        (SALT, ROAD, "Marlow, p. 2"),  # two works of hers, and nothing tells which
        (SALT, "Marlow, Winter Wheat, p. 2"),  # another work of hers
        (LIGHTS, "E. Brown, Harbour Lights, p. 4"),  # another Brown
        (SALT, "Marlow, 1950, p. 3"),
        (SALT, "Kent, p. 3"),
        (SALT, LIGHTS),
        (SALT, "Brown, Tom. The Ice Road. Leeds: Crane, 1938, p. 5"),
    ],
)
def test_nothing_is_resolved_that_nothing_tells(notes: tuple[str, ...]) -> None:
    assert last(*notes) == (None, None)


def test_the_short_title_before_the_full_one_is_resolved_too() -> None:
    first = read(page("Brown, Harbour Lights, p. 4", SALT, LIGHTS))[0]
    assert first.resolved is not None
    assert (first.resolved["publisher"], first.resolved["page"]) == ("Crane", "4")


def test_what_the_string_prints_is_not_filled_up() -> None:
    citation = read(page(SALT, "Ibid., p. 5."))[1]
    assert citation.csl == parse_citation("Ibid., p. 5.").csl
    assert "title" not in citation.csl
    assert citation.locator == "5"
    assert citation.reasons[0].rule == "the source cited just before"


def test_a_dash_or_idem_is_the_author_before() -> None:
    citations = read(
        page(
            "Marlow, Ada. Salt and Ashes. Leeds: Northgate, 1931, p. 5",
            "———. The Ice Road. Leeds: Northgate, 1938, p. 6",
        )
    )
    assert citations[1].resolved is not None
    assert citations[1].resolved["author"] == citations[0].csl["author"]
    assert citations[1].resolved["title"] == "The Ice Road"


def test_a_list_of_sources_says_what_name_and_year_stand_for() -> None:
    listed = (
        "\n\nBIBLIOGRAPHY\n\nMarlow, Ada. The Ice Road. Leeds: Northgate, 1938.\n"
        "Marlow, Ada. Salt and Ashes. Leeds: Northgate, 1931.\n"
        "Marlow, Ada, and Eve Kent. Twin Tides. Leeds: Northgate, 1950.\n"
        "- Brown, T. (1941). Harbour Lights. New York: Crane.\n"
    )
    assert last("(Marlow 1938: 96)", after=listed) == ("The Ice Road", "96")
    assert last("(Brown, 1941, p. 7)", after=listed) == ("Harbour Lights", "7")
    assert last("(Marlow & Kent 1950: 3)", after=listed) == ("Twin Tides", "3")
    assert last("(Marlow and Kent, 1950, iv-v)", after=listed) == ("Twin Tides", "iv-v")
    assert last("(Okafor 1950: 3)", after=listed) == (None, None)
    assert last("(Okafor and Kent 1950: 3)", after=listed) == (None, None)


@pytest.mark.parametrize(
    "listed", ["Marlow, A. B. (1935-08-07). “The Lamps”. Northern Star.",
               "Marlow, Ada. 1935-08-07. “The Lamps”. *Northern Star*.",
               "Marlow, Ada. 7 August 1935. “The Lamps”. Northern Star."]
)  # fmt: skip
def test_a_listed_work_may_be_dated_to_the_day_behind_its_author(listed: str) -> None:
    citation = read(page("Marlow|1935-08-07|p=357", after=f"\nReferences\n\n{listed}\n"))[0]
    assert (citation.resolved or {}).get("title") == "The Lamps"
    assert (citation.resolved or {}).get("issued") == citation.csl["issued"] == "1935-08-07"


@pytest.mark.parametrize(
    "short", ["Marlow, 1935-08-07: 357", "Marlow, 7 August 1935, p. 357", "Marlow, 1935, August 7, p. 357"]
)
def test_a_name_with_the_day_of_a_newspaper_is_its_author(short: str) -> None:
    listed = (
        "\nReferences\n\nMarlow, Ada. Salt and Ashes. Leeds: Northgate, 1935.\n"
        "Marlow, Ada. “The Lamps”, Northern Star (1935-08-07).\n"
    )
    citation = read(page(short, after=listed))[0]
    assert (citation.resolved or {}).get("title") == "The Lamps"
    assert citation.csl["author"] == [{"family": "Marlow"}]
    assert "container-title" not in citation.csl
    assert (citation.locator, {f.name for f in citation.fields}) == ("357", {"author", "issued", "page"})


def test_a_newspaper_and_a_day_that_no_list_knows_stay_a_newspaper() -> None:
    listed = "\nReferences\n\nMarlow, Ada. “The Lamps”, Northern Star (1935-08-07).\n"
    for short in ("Times, 7 August 1935, p. 4", "Marlow, 8 August 1935, p. 4"):
        citation = read(page(short, after=listed))[0]
        assert citation.resolved is None
        assert "author" not in citation.csl


def test_an_institution_with_a_year_is_found_in_the_list() -> None:
    listed = "\n\nWorks cited\n\nBoard of Salt and Ice. The Salt Returns. Leeds: Northgate, 1920.\n"
    assert last("(Board of Salt and Ice 1920, 3)", after=listed) == ("The Salt Returns", "3")
    assert last("Board of Salt and Ice, 1920: 3", after=listed) == ("The Salt Returns", "3")


def test_the_lead_author_comes_before_a_co_author() -> None:
    shared = "Eve Kent and Tom Brown, Twin Tides (Leeds: Northgate, 1950), p. 3."
    assert last(LIGHTS, shared, "Brown, op. cit., p. 3.") == (MEMOIR, "3")


def test_one_name_of_two_people_is_not_guessed() -> None:
    other = "Eve Brown, The Lamp Room (Leeds: Northgate, 1950), p. 3."
    assert last(LIGHTS, other, "Brown, op. cit., p. 3.") == (None, None)


def test_name_and_year_without_a_list_are_one_work_all_the_same() -> None:
    first, second, other = read(page("(Marlow 1938: 96)", "(Marlow 1938: 12)", "(Marlow 1931: 12)"))
    assert first.work == second.work != other.work


def test_notes_that_cannot_be_told_belong_to_no_work() -> None:
    records = list(CitationStage()(page(SALT, ROAD, "Marlow, p. 2")))
    assert [r.work for r in records if isinstance(r, Citation)][-1] is None
    assert len([r for r in records if isinstance(r, Work)]) == 2


def test_a_resolved_citation_counts_for_its_work() -> None:
    records = list(CitationStage()(page(SALT, "Ibid.", LIGHTS, "Marlow, Salt and Ashes, p. 7")))
    works = [r for r in records if isinstance(r, Work)]
    assert [w.citations for w in works] == [3, 1]
    assert not any("Ibid" in s for w in works for s in w.spellings)


def under_heading(headings: str | list[str], *notes: str) -> list[Citation]:
    """A page with the same notes under each heading."""
    text = ""
    records: list[Claim | Excerpt | Passage] = []
    for at, heading in enumerate([headings] if isinstance(headings, str) else headings):
        records.append(Claim(f"t{at}", Span(len(text), len(text) + len(heading)), heading))
        text += heading + "\n\n"
        for n, note in enumerate(notes):
            start, citation = len(text), f"c{at}-{n}"
            text += "The tide turned.\n"
            records.append(Excerpt(f"x{at}-{n}", Span(start, start + 16), "The tide turned.", f"t{at}", citation))
            records.append(Passage(PassageKind.CITATION, Span(len(text), len(text) + len(note)), citation))
            text += note + "\n\n"
    book = Sourcebook(Source("page.txt", text.encode(), text, "utf-8", "text/plain", ""))
    book.add(records)
    return read(book)


def test_an_author_in_the_heading_is_the_author_of_a_bare_title() -> None:
    first, second = under_heading("ADA MARLOW", "Salt and Ashes, p. 4", "The Ice Road, p. 5")
    assert first.resolved is not None
    assert first.resolved["author"] == [{"family": "Marlow", "given": "Ada"}]
    assert first.resolved["title"] == "Salt and Ashes"
    assert second.work != first.work


def test_a_source_in_the_heading_is_the_source_of_a_bare_page() -> None:
    (citation,) = under_heading("Ada Marlow, Salt and Ashes (Leeds: Northgate, 1931)", "p. 44")
    assert citation.resolved is not None
    assert (citation.resolved["title"], citation.resolved["page"]) == ("Salt and Ashes", "44")


def test_a_thesis_is_no_author() -> None:
    (citation,) = under_heading("THE HARBOUR BOARD KNEW OF THE STORM IN 1931", "p. 44")
    assert citation.resolved is None
    (citation,) = under_heading("The Board Kept Silent", "Salt and Ashes, p. 44")
    assert citation.resolved is None


def test_a_thesis_that_reads_like_a_name_is_none_among_theses() -> None:
    theses = ["Marlow Confesses", "The Harbour Board Knew of the Storm and Kept It Quiet", "Nobody Was Ever Charged"]
    citations = under_heading(theses, "Salt and Ashes, p. 44")
    assert [c.resolved for c in citations] == [None] * 3


def test_pointers_are_told_by_their_words() -> None:
    told = {
        text: pointer_of(text, parse_citation(text).csl)
        for text in (SALT, LIGHTS, ROAD, EIS, LED, ETE, "Idaho, State of. Ice Returns. Boise: Board, 1931, p. 4")
    }
    assert set(told.values()) == {None}


def test_thousands_of_short_citations_are_quick() -> None:
    # Two hundred works, each cited in full once and in short forty times: what is compared is what shares a name.
    full = [{"author": [{"family": f"Name{i}"}], "title": f"Work {i} of the sea", "issued": "1931"} for i in range(200)]
    forms = [CitationForm(f"n{i}", csl) for i, csl in enumerate(full)]
    forms += [
        CitationForm(
            "s", pointer=Pointer.SHORT, csl={"author": [{"family": f"Name{i % 200}"}], "title": f"Work {i % 200}"}
        )
        for i in range(8000)
    ]
    found = resolve_citations(forms)
    assert all(r is not None and r.csl is not None for r in found[200:])
    assert found[-1].csl["title"] == "Work 199 of the sea"  # type: ignore[union-attr,index]


@pytest.mark.parametrize("mark", ["op. cit., p. 22.", "a. a. O., S. 22."])
def test_a_body_that_reads_like_a_person_is_found_again(mark: str) -> None:
    full = "North Coast Record Office, “Letters of the Pilots”, Board Papers, File 63/2 (1911), pp. 7-8."
    citation = read(page(full, SALT, f"North Coast Record Office, {mark}"))[-1]
    assert (citation.resolved or {}).get("title") == "Letters of the Pilots"
    assert citation.csl["author"] == [{"literal": "North Coast Record Office"}]
