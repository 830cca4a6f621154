"""What the page calls somebody, in apposition."""

from __future__ import annotations

import pytest

from testimonia.model import Span
from testimonia.people.roles import find_roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("the clerk Ames left", ["clerk"]),
        ("Lowe's young nephew Ames left", ["Lowe's young nephew"]),
        ("Then deputy harbour master Ames left", ["master"]),
        ("the deputy harbour master Ames left", ["deputy harbour master"]),
        ("Ames, the deputy harbour master, left", ["the deputy harbour master"]),
        ("Ames, clerk of the harbour, left", ["clerk of the harbour"]),
        ("Ames (first mate of the ship) left", ["first mate of the ship"]),
        ("Ames, who was clerk, left", []),
        ("Ames, the brother of Lowe, left", ["the brother of Lowe"]),
        ("Ames, Ambassador Lowe, and others", []),
        ("Ames, and the clerk wept", []),
        ("Ames, the clerk asked me to go, left", []),
        ("He saw a lawyer. Ames left", []),
        ("comrade Ames left", []),
        ("Ames left.", []),
        ("Ames", []),
        ("the clerk\n\nAmes left", []),
    ],
)
def test_roles_beside_a_name(text: str, roles: list[str]) -> None:
    start = text.index("Ames")
    after = text.find("Lowe", start)
    found = find_roles(text, Span(start, start + 4), Span(0, len(text)), Span(after, after + 4) if after > 0 else None)
    assert [reason.words for reason, _ in found] == roles
    assert all(nouns and reason.span is not None and reason.span.cut(text) == reason.words for reason, nouns in found)
