"""Which of the people of a page wrote which work."""

from __future__ import annotations

import pytest

from testimonia.disagreements.writers import writers
from testimonia.model import Person
from testimonia.testing import make_book

CITED = "Reed, {}. Salt. Hull: Quay, 1950, p. 3."


@pytest.mark.parametrize(
    ("people", "author", "found"),
    [
        (["Reed", "Holm"], {"family": "Reed", "given": "Jane"}, "Reed"),
        (["Jane Reed", "John Reed"], {"family": "Reed", "given": "Jane"}, "Jane Reed"),
        (["J. Reed"], {"family": "Reed", "given": "Jane"}, "J. Reed"),
        (["Edward Reed"], {"family": "Reed", "given": "Emma"}, None),  # another name with the same initial
        (["Reed", "Jonas Reed"], {"family": "Reed", "given": "Emma"}, "Reed"),
        (["Amos Reed", "Carl Reed"], {"family": "Reed"}, None),
        (["Lindqvist"], {"literal": "Court of Hull"}, None),
    ],
)
def test_a_writer_is_a_person_where_one_alone_may_be_meant(people, author, found):
    words = "She kept the salt.\nReed, Jane. Salt. Hull: Quay, 1950, p. 3."
    book = make_book(
        words,
        excerpts=[("She kept the salt.", None, "Reed, Jane. Salt. Hull: Quay, 1950, p. 3.")],
        works={"Salt": {"type": "book", "author": [author], "title": "Salt"}},
        more=[Person(name, name, (name,)) for name in people],
    )
    assert list(writers(book).values()) == ([found] if found else [])
