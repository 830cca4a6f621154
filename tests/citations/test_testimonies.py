# ruff: noqa: E501 - citations are long
"""Testimonies and where they are printed, letters and the marks under which archives keep them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.citations.fields import parse_citation
from testimonia.citations.locators import find_locator


@pytest.mark.parametrize(
    ("line", "title", "container", "page"),
    [
        ("Evidence of Ann Hartley, pilot, in Lowe, *The Inquiry*, p. 27", "Evidence of Ann Hartley, pilot", "The Inquiry", "27"),
        ("Evidence of Piers Lowe, Court of Survey, *Tide News*, 6 May 1912, p. 2", "Evidence of Piers Lowe, Court of Survey", "Tide News", "2"),
        ("Statement of Mrs. Hartley to the Harbour Board, 4 May 1912. Ibid., p. 12", "Statement of Mrs. Hartley to the Harbour Board", None, "12"),
    ],
)  # fmt: skip
def test_what_describes_a_testimony_is_no_list_of_authors(
    line: str, title: str, container: str | None, page: str
) -> None:
    csl = parse_citation(line).csl
    assert "author" not in csl
    assert (csl["title"], csl.get("container-title"), csl["page"]) == (title, container, page)


def test_a_testimony_in_a_printed_volume_has_its_imprint() -> None:
    csl = parse_citation(
        "Statement of Capt. Ann Hartley to the Board, Leith, 7 May 1912. Report of the Harbour Board, vol. II (Leeds: Northgate, 1914), p. 88."
    ).csl
    assert (csl["title"], csl["container-title"]) == (
        "Statement of Capt. Ann Hartley to the Board, Leith",
        "Report of the Harbour Board",
    )
    assert (csl["volume"], csl["issued"], csl["publisher"]) == ("II", "1914", "Northgate")


@pytest.mark.parametrize(
    "line",
    [
        "Hartley, quoted in *Tide News*, 5 May 1912",
        "Ann Hartley, quoted in Tide News, 5 May 1912, p. 3",
        "Captain Ann Hartley, pilot of the port, interviewed in *Tide News*, 5 May 1912",
    ],
)
def test_who_is_quoted_in_a_newspaper_is_its_author_there(line: str) -> None:
    csl = parse_citation(line).csl
    assert [name["family"] for name in csl["author"]] == ["Hartley"]
    assert (csl["container-title"], csl["issued"]) == ("Tide News", "1912-05-05")
    assert "title" not in csl


@pytest.mark.parametrize(
    "source",
    ["Lowe, *The Inquiry* (Leeds: Northgate, 1914)", "The Inquiry (Leeds: Northgate, 1914)", "*The Inquiry*, Leeds: Northgate, 1914"],
)  # fmt: skip
def test_a_book_in_which_somebody_is_quoted_has_its_imprint(source: str) -> None:
    csl = parse_citation(f"Hartley, as quoted in {source}, p. 3").csl
    assert [name["family"] for name in csl["author"]] == ["Hartley"]
    assert (csl["container-title"], csl["publisher-place"], csl["publisher"]) == ("The Inquiry", "Leeds", "Northgate")
    assert (csl["issued"], csl["page"]) == ("1914", "3")


def test_no_words_are_lost_where_no_source_can_be_told() -> None:
    assert "The Inquiry" in parse_citation("Hartley, quoted in Lowe, The Inquiry, 1914").csl["title"]


@pytest.mark.parametrize(
    "line", ["Ann Hartley, speech in Tarrow, 5 May 1912", "Ann Hartley, statement in Tarrow, 5 May 1912"]
)
def test_where_somebody_spoke_is_no_newspaper(line: str) -> None:
    csl = parse_citation(line).csl
    assert csl.get("container-title") != "Tarrow"
    assert csl["issued"] == "1912-05-05"


def test_evidence_in_a_book_is_called_so() -> None:
    csl = parse_citation("Colonel Ivo Lowe, chairman of the Board, evidence in Hartley, *The Inquiry*, p. 44").csl
    assert (csl["title"], csl["container-title"]) == ("evidence", "The Inquiry")
    assert [name["family"] for name in csl["author"]] == ["Lowe"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Statement of Ann Hartley, op. cit., p. 12", "Hartley"),
        ("Evidence of Ann Hartley, 2 May 1912. Report of the Board, op. cit., p. 12", None),
        ("Lowe in court on 3 May 1912, cited from Hartley, op. cit., p. 12", None),
    ],
)
def test_no_day_and_no_description_is_the_author_of_what_was_cited_before(line: str, author: str | None) -> None:
    csl = parse_citation(line).csl
    assert [name["family"] for name in csl.get("author", ())] == ([author] if author else [])
    assert csl["page"] == "12"


@pytest.mark.parametrize(
    ("line", "title", "archive", "location"),
    [
        ("Ann Hartley to the Directors, 6 May 1912, Leith Archives, HCW/4/11", "Ann Hartley to the Directors", "Leith Archives", "HCW/4/11"),
        ("Memorandum by the Harbour Master, 9 May 1912. L.N.A., HM 533/412/7, fol. 18.", "Memorandum by the Harbour Master", "L.N.A.", "HM 533/412/7"),
        ("Diary of Dr. Ann Hartley, entry for 23 May 1912. Church Mission Archive, acc. 7548/B/44.", "Diary of Dr. Ann Hartley", "Church Mission Archive", "acc. 7548/B/44"),
        ("Interview with Mrs. Ann Hartley (née Lowe), 4 May 1971, Pilots' Library, tape AUD/212", "Interview with Mrs. Ann Hartley (née Lowe)", "Pilots' Library", "tape AUD/212"),
        ("Ann Hartley to her sister, 4 May 1912. Lowe Papers, Leith Library, MSS. Brit. s. 2207, box 3.", "Ann Hartley to her sister", None, "Lowe Papers, Leith Library, MSS. Brit. s. 2207, box 3"),
    ],
)  # fmt: skip
def test_a_dated_paper_stands_before_its_archive_and_mark(
    line: str, title: str, archive: str | None, location: str
) -> None:
    csl = parse_citation(line).csl
    assert (csl["type"], csl["title"], csl.get("archive"), csl["archive_location"]) == (
        "manuscript",
        title,
        archive,
        location,
    )
    assert "page" not in csl


def test_who_made_a_paper_is_its_author_before_an_archive() -> None:
    csl = parse_citation("Tern Steam Company, Minutes of the Board, 14 May 1912, Leith Archives, TSC/1/3, f. 112").csl
    assert (csl["author"], csl["title"]) == ([{"literal": "Tern Steam Company"}], "Minutes of the Board")
    assert (csl["archive_location"], csl["locator"]) == ("TSC/1/3", "112")


def test_a_day_behind_a_column_is_none() -> None:
    line = "Lords Debates, vol. 75, col. 412, 26 November 1929."
    found = find_locator(line, 0, len(line))
    assert found is not None
    assert line[found.first : found.last] == "412"


def test_a_year_in_brackets_is_no_issue() -> None:
    csl = parse_citation('Hartley, Ann, "The Stone," *Harbour Historian* 12 (1981): 40-57, at p. 44').csl
    assert "issue" not in csl
    assert (csl["volume"], csl["issued"]) == ("12", "1981")


@given(st.text(alphabet='Evidence of Ann Hartley,in. 4May1912*()"“”', max_size=60))
def test_any_words_may_be_read(rest: str) -> None:
    for line in (f"Evidence of Ann Hartley{rest}", f"Ann Hartley, quoted in {rest}", f"Ann Hartley, 4 May 1912{rest}"):
        csl = parse_citation(line).csl
        assert all(str(value).strip() for value in csl.values())
