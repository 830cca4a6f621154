"""What holds of the ledgers whatever the words: every part is anchored, and reading twice gives the same rows."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_WORDS = st.lists(
    st.sampled_from(
        "Ash Reed Holm Ash's he him his whom who that , ; . -- ( ) [ ] \" met with to by from and between a the talk "
        "letter orders instructed wrote sent received gave having was were denied on in Skarra house May 1912 ² after "
        "of".split()
    ),
    min_size=1,
    max_size=24,
)


@given(words=_WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
def test_any_row_of_words_gives_anchored_rows_and_the_same_again(read, words: list[str]) -> None:
    text = "Ash " + " ".join(words)
    book = read(text)  # checks that spans lie in the page and in their order
    for entry in book.entries:
        assert entry.span.cut(book.text) == entry.text
        for part in entry.parts:
            assert part.span.start < part.span.end <= len(book.text)
    assert [entry.id for entry in read(text).entries] == [entry.id for entry in book.entries]
