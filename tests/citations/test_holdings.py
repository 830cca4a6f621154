"""Where a paper lies in an archive: box, folder, bundle, the side of a tape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.citations import parse_citation
from testimonia.citations.holdings import find_shelf_mark


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Leith Record Office, Board Papers, box 14, folder 3", "box 14, folder 3"),
        ("Leith Record Office, Board Papers, Box XII", "Box XII"),
        ("Leith Record Office, Board Papers, bundle no. 7", "bundle no. 7"),
        ("Interview with Piers Lowe, tape 3, side B", "tape 3, side B"),
        ("Stadtarchiv Kiel, Nachlass Berg, Karton 7, Mappe 2", "Karton 7, Mappe 2"),
        ("Board Papers, box 3, folder 12, Leith Record Office", "box 3, folder 12"),
        ("Ann Hartley to the Board, 4 May 1912, Board Papers, letter-book 3", "letter-book 3"),
        ("Berg Papers, University Library, Kiel, Nachlass 31, box 2", "Nachlass 31, box 2"),
    ],
)
def test_a_shelf_mark_closes_the_name_of_a_paper(line: str, mark: str) -> None:
    found = find_shelf_mark(line, 0, len(line))
    assert found is not None
    assert line[slice(*found)] == mark


@pytest.mark.parametrize(
    "line",
    [
        "Hartley, Ann. The Tin Box. Leeds: Northgate, 1931",
        "Hartley, Ann. The Other Side. Leeds: Northgate",
        "Hartley, Ann. The Wrong Box 3",
        "Board Papers, box",
        "box 14",
    ],
)
def test_the_word_alone_or_in_a_title_is_no_shelf_mark(line: str) -> None:
    assert find_shelf_mark(line, 0, len(line)) is None


@pytest.mark.parametrize("line", ["HARBOUR BOARD, Letter Books, box 14, folder 3", "Interview with Piers Lowe, side 1"])
def test_a_shelf_mark_is_no_page_and_no_part_of_the_title(line: str) -> None:
    csl = parse_citation(line).csl
    assert "page" not in csl
    assert not any(c.isdecimal() for c in csl["title"])
    assert csl["archive_location"] in line


@given(st.text(alphabet="box folder14, IVX²A.;-", max_size=60))
def test_a_shelf_mark_lies_within_what_was_asked_for(line: str) -> None:
    found = find_shelf_mark(line, 0, len(line))
    assert found is None or 0 < found[0] < found[1] <= len(line)


def test_the_word_that_leads_to_the_papers_is_no_part_of_where_a_letter_lies() -> None:
    line = "Letter from Piers Lowe to Ann Hartley, 4 May 1912, in Hartley Papers, box 3, folder 14, Leith Record Office"
    assert parse_citation(line).csl["archive_location"] == "Hartley Papers, box 3, folder 14"


def test_a_manuscript_is_found_by_its_number_and_holder() -> None:
    csl = parse_citation("Ann Hartley to Piers Lowe, 4 May 1912, Leith Record Office, Hartley MSS 4/17").csl
    assert (csl["type"], csl["archive"], csl["archive_location"]) == (
        "manuscript",
        "Leith Record Office",
        "Hartley MSS 4/17",
    )
    assert (csl["title"], csl["issued"]) == ("Ann Hartley to Piers Lowe", "1912-05-04")


@pytest.mark.parametrize(
    "line",
    ["Hartley, Ann. The MS 12. Leeds: Northgate", "Hartley, Ann. Harbours, U 12", "Lowe, Salt, Tern Library, NY 1937"],
)
def test_what_nobody_keeps_is_no_manuscript(line: str) -> None:
    assert find_shelf_mark(line, 0, len(line)) is None


def test_whoever_made_a_paper_is_its_author() -> None:
    csl = parse_citation(
        "Captain Lionel Hartley, statement of 24 August 1911, National Archives, HO 144/1157, fol. 33"
    ).csl
    assert csl["author"] == [{"family": "Hartley", "given": "Lionel"}]
    assert (csl["title"], csl["issued"], csl["archive"]) == ("statement", "1911-08-24", "National Archives")
