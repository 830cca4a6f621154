"""Where the names that open a citation end, and what is a title that only looks like a name."""

from __future__ import annotations

import pytest

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
