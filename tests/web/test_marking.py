from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from testimonia.model import Span
from testimonia.web.marking import Insert, Mark, marked, plain


class Reader(HTMLParser):
    """What a browser would show, without apparatus; and whether elements are nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = ""
        self.open: list[str] = []
        self.away = 0
        self.within: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.away += tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.away -= tag == "sup"

    def handle_data(self, data: str) -> None:
        if not self.away:
            self.shown += data
            for tag in self.open:
                self.within[tag] = self.within.get(tag, "") + data


def read(html: Markup) -> Reader:
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    assert not reader.open
    return reader


def mark(start: int, end: int, tag: str = "b", rank: int = 1) -> Mark:
    return Mark(Span(start, end), rank, tag, Markup(f'<{tag} class="x">'))


TEXT = "The ferry <b>left</b> & “never” came."


def test_marks_that_overlap_are_nested() -> None:
    html = marked(TEXT, 0, len(TEXT), [mark(4, 20, "b"), mark(10, 30, "i", 2)])
    assert read(html).within == {"b": TEXT[4:20], "i": TEXT[10:30]}


def test_a_mark_within_a_mark_does_not_cut_it() -> None:
    assert str(marked("one two three", 0, 13, [mark(0, 13), mark(4, 7, "i", 2)])).count("<b") == 1


def test_what_is_given_once_stands_at_the_first_piece_alone() -> None:
    outer = Mark(Span(2, 6), 1, "b", Markup("<b>"))
    cut = Mark(Span(0, 8), 2, "i", Markup("<i>"), Markup('id="here"'))
    assert str(marked("abcdefgh", 0, 8, [outer, cut])).count("id=") == 1


def test_apparatus_stands_outside_every_mark() -> None:
    html = marked("abcd", 0, 4, [mark(0, 4)], [Insert(2, Markup("<sup>1</sup>"))])
    assert html == Markup('<b class="x">ab</b><sup>1</sup><b class="x">cd</b>')


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("biu"), st.integers(0, 3)), max_size=8),
    st.lists(st.integers(0, 40), max_size=3),
)
def test_the_words_come_back_as_they_were(text: str, spans: list[tuple[int, int, str, int]], places: list[int]) -> None:
    marks = [mark(min(s, e), max(s, e), tag, rank) for s, e, tag, rank in spans]
    html = marked(text, 0, len(text), marks, [Insert(place, Markup("<sup>!</sup>")) for place in places])
    assert read(html).shown == text.replace("\0", "\ufffd")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "\" onclick='x'", "&lt;", "]]>", "<!--"])
def test_words_are_never_markup(words: str) -> None:
    assert "<" not in str(plain(words))
    assert '"' not in str(plain(words))
    assert read(plain(words)).shown == words
