"""Whether a clause stands there only to be denied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.clauses import Sentence
from testimonia.words.denials import is_gainsaid


def _at(words: str, verb: str = "paid") -> tuple[Sentence, int]:
    sentence = Sentence(words, 0, len(words))
    return sentence, next(n for n, word in enumerate(sentence.words) if word.low == verb)


@pytest.mark.parametrize(
    "words",
    [
        "the mate denied that the cook paid him",
        "the mate denied having paid him",
        "he denied he paid him",
        "it is untrue that the cook paid him",
        "there is no evidence that the cook paid him",
        "the mate repudiated the story that the cook paid him",
    ],
)
def test_what_is_denied_is_gainsaid(words: str) -> None:
    assert is_gainsaid(*_at(words))


@pytest.mark.parametrize(
    "words",
    [
        "the mate said that the cook paid him",
        "the mate denied everything, but the cook paid him",
        "the mate denied it and swore that the cook paid him",
        "the mate did not deny that the cook paid him",
        "the mate, who denied everything, paid him",
        "there is evidence that the cook paid him",
    ],
)
def test_what_is_said_is_not(words: str) -> None:
    assert not is_gainsaid(*_at(words))


@given(st.text(max_size=60), st.integers(0, 20))
def test_any_words_are_read(words: str, at: int) -> None:
    sentence = Sentence(words, 0, len(words))
    if at < len(sentence.words):
        assert is_gainsaid(sentence, at) in (True, False)
