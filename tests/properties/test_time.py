"""No page takes the reader long, however odd: each of these is read in seconds, with nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

import testimonia
from testimonia.reading import source_from_bytes

LONGEST = 6.0  # seconds of a usual machine's processor; none takes two, and most take less than half a one
Within = Callable[[float], AbstractContextManager[None]]
PROSE = "He said that the ferry had left and that nobody had seen her go. "
CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45"
EVIDENCE = f"THE FERRY LEFT\n\n{PROSE}\n\n{CITED}\n\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROSE * 80_000, id="one line of 5 MB"),
        pytest.param(f"{CITED} " * 80_000, id="one line of citations"),
        pytest.param("a" * 5_000_000, id="one word of 5 MB"),
        pytest.param("a" + " " * 500_000 + "b", id="spaces"),
        pytest.param(">" * 100_000, id="quotation marks of mail"),
        pytest.param("> " * 100_000 + "a", id="nested block quotes"),
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("a (b " * 50_000, id="open brackets"),
        pytest.param(")" * 50_000, id="closing brackets"),
        pytest.param("{{quote|" * 20_000, id="templates"),
        pytest.param("<ref>" * 20_000 + "</ref>", id="references"),
        pytest.param("x" + "[/b]" * 20_000, id="tags of a forum"),
        pytest.param("|" + "a|" * 10_000, id="a row of many columns"),
        pytest.param("- " * 100_000 + "x", id="a rule that is none"),
        pytest.param("a" + "\u0301" * 200_000, id="combining marks"),
        pytest.param("THE FERRY LEFT\n\n" * 5_000, id="one heading again and again"),
        pytest.param(f"{CITED}\n\n" * 2_000, id="one citation again and again"),
        pytest.param(EVIDENCE + "word" + "\n" * 200_000 + "12\nhe left\n" + EVIDENCE, id="blank lines"),
        pytest.param(f"{EVIDENCE}word\n12" + "\n" * 200_000 + "he left\n" + EVIDENCE, id="a number and blank lines"),
        pytest.param(EVIDENCE + PROSE + " \n" * 100_000 + "he left\n\n" + CITED, id="lines of spaces"),
        pytest.param(f"{EVIDENCE}He left | " + " " * 200_000 + f"so.\n\n{CITED}", id="spaces after a sign of menus"),
        pytest.param("“a " * 60_000, id="curly marks that open"),
        pytest.param('"a ' * 60_000, id="straight marks that open"),
        pytest.param("‘a " * 60_000, id="single marks that open"),
        pytest.param("« a " * 50_000, id="guillemets set off by spaces"),
        pytest.param("“‘" * 50_000, id="double and single marks in turn"),
        pytest.param("‘a ‘a ‘a’ b” " * 15_000, id="single marks left open"),
    ],
)
def test_a_text_is_read_in_time(text: str, within: Within) -> None:
    _in_time(text, "text/plain", within)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<div>" * 20_000 + "words" + "</div>" * 20_000, id="nested blocks"),
        pytest.param("<b>x " * 20_000, id="emphasis that never ends"),
        pytest.param("<ul><li>x" * 10_000, id="nested lists"),
        pytest.param("<i>x</b>" * 20_000, id="end tags of another kind"),
        pytest.param("<p>words</p>" + "<a " * 20_000, id="tags without an end"),
        pytest.param("<p>words</p>" + "<!--" * 50_000, id="comments without an end"),
        pytest.param("&" * 100_000, id="ampersands"),
        pytest.param("<p class='" + "nav-" * 50_000 + "'>x", id="a long class"),
        pytest.param("<p>" + "words<a href='#n1'>[1]</a> " * 10_000, id="links"),
    ],
)
def test_a_web_page_is_read_in_time(text: str, within: Within) -> None:
    _in_time(text, "text/html", within)


def _in_time(text: str, media: str, within: Within) -> None:
    with within(LONGEST):
        book = testimonia.read(source_from_bytes(text.encode(), "page", media=media))
    assert "".join(book.cut(passage.span) for passage in book.passages) == book.text
