"""Where the names that open a citation end, and what is a title that only looks like a name."""

from __future__ import annotations

import pytest

from testimonia.citations import parse_citation
from testimonia.citations.openings import read_opening


@pytest.mark.parametrize(
    ("string", "names", "roles", "rest"),
    [
        ("Hartley, Ann. The Quiet Harbour", ["Hartley"], ("author",), ". The Quiet Harbour"),
        ("Hartley, Ann and Piers Lowe. Ships", ["Hartley", "Lowe"], ("author",), ". Ships"),
        ("Ann Hartley, Piers Lowe, and Zoe Brand, Ships", ["Hartley", "Lowe", "Brand"], ("author",), ", Ships"),
        ("Hartley, A., & Lowe, P. (1931). Ships", ["Hartley", "Lowe"], ("author",), " (1931). Ships"),
        ("Ann Hartley (ed.), Ships", ["Hartley"], ("editor",), " Ships"),
        ("HARTLEY V., Ships", ["HARTLEY"], ("author",), ", Ships"),
        ("Hartley PM, Lowe HP, Brand Z. Ships", ["Hartley", "Lowe", "Brand"], ("author",), ". Ships"),
        ("Ann Hartley, Old Harbours and New Ships, 1933-1953", ["Hartley"], ("author",), None),
        ("Ministry of Works, Harbours", ["Ministry of Works"], ("author",), ", Harbours"),
        ("Norway, Ministry of Fisheries, Whales", ["Norway, Ministry of Fisheries"], ("author",), ", Whales"),
        ("Great Britain, Board of Trade. Ships", ["Great Britain, Board of Trade"], ("author",), ". Ships"),
        ("France, Anatole. Ships", ["France"], ("author",), ". Ships"),
        ("Hartley, Board of Trade Ships", ["Hartley"], ("author",), ", Board of Trade Ships"),
    ],
)
def test_the_names_are_read_up_to_the_title(
    string: str, names: list[str], roles: tuple[str, ...], rest: str | None
) -> None:
    found = read_opening(string, 0, len(string))
    assert found is not None
    assert [n.csl.get("family", n.csl.get("literal")) for n in found.names] == names
    assert found.roles == roles
    assert rest is None or string[found.end :] == rest


@pytest.mark.parametrize(
    "string",
    [
        "The Quiet Harbour. Leeds, 1931",
        "Harbours: A Life. Leeds, 1931",
        "Ann Hartley",  # no words are left for a title
        "Ships and Men, ed. Paul Brown",
        "Formal Inquiry into the Fire on the Gull. London, 1907",
        "",
    ],
)
def test_a_title_is_no_name(string: str) -> None:
    assert read_opening(string, 0, len(string)) is None


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("Brigadier A. R. Hartley, Aid to the Harbour (London: Northgate, 1954), p. 90", "A. R."),
        ("General Sir A. R. Hartley. Aid to the Harbour. London: Northgate, 1954", "A. R."),
        ("Dr. P. Hartley, Aid to the Harbour (London: Northgate, 1954), p. 90", "P."),
        ("Captain Lionel Hartley, Aid to the Harbour (London: Northgate, 1954), p. 90", "Lionel"),
    ],
)
def test_a_rank_is_no_part_of_the_name_behind_it(line: str, given: str) -> None:
    csl = parse_citation(line).csl
    assert csl["author"] == [{"family": "Hartley", "given": given}]
    assert csl["title"] == "Aid to the Harbour"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("General Report on the Harbours. Leeds: Northgate, 1931", "General Report on the Harbours"),
        ("Captain Hartley's Last Voyage. Leeds: Northgate, 1931", "Captain Hartley's Last Voyage"),
    ],
)
def test_a_title_that_opens_as_ranks_do_stays_whole(line: str, title: str) -> None:
    csl = parse_citation(line).csl
    assert "author" not in csl
    assert csl["title"] == title
