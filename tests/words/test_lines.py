from __future__ import annotations

from testimonia.model import Span
from testimonia.words.lines import Lines


def test_lines_are_counted_as_editors_do() -> None:
    lines = Lines("a\nb\r\nc\rd\u2028e")
    assert [lines.number(Span(n, n)) for n in (0, 1, 2, 5, 7, 9)] == [1, 1, 2, 3, 4, 4]
