"""A body that writes and publishes is told from people."""

from __future__ import annotations

import pytest

from testimonia.citations.bodies import is_body, is_institution


@pytest.mark.parametrize(
    ("words", "institution", "body"),
    [
        ("Committee on Navigation", True, True),
        ("Ministère de la Marine", True, True),
        ("Ministry of Works", True, True),
        ("Ann Louise Hartley", False, False),
        # a family name that is also a word of a body
        ("Robert Church", False, False),
        ("Robert Service", True, False),
        ("R. Bank", True, False),
        ("Harbour Bank", True, True),
        # set in capitals
        ("MINISTRY OF WORKS", True, True),
        ("ANN LOUISE HARTLEY", False, False),
        ("PRESS", False, False),
        ("Cour d'appel de Brest", True, True),
        ("Stadtarchiv Kiel", True, True),
        ("PROBATE DIVISION", True, True),
        ("Quarter Sessions", True, True),
        ("Ann Sessions", False, False),
    ],
)
def test_a_word_in_the_name_tells_a_body(words: str, institution: bool, body: bool) -> None:
    assert is_institution(words) == institution
    assert is_body(words) == body
