"""The words of the vocabulary that are read in headings only."""

from __future__ import annotations

from pathlib import Path

from testimonia.assertions.acts import words_of
from testimonia.assertions.acts_file import read_vocabulary


def names(vocabulary_words: str, path: Path | None = None, *, headings: bool) -> list[str]:
    vocabulary = read_vocabulary(path)
    vocabulary = vocabulary.for_headings() if headings else vocabulary
    return [hit.usage.name for hit in vocabulary.at(words_of(vocabulary_words), 0)]


def test_a_word_of_headings_is_unknown_in_prose() -> None:
    assert (names("filched", headings=False), names("filched", headings=True)) == ([], ["deeds.crime"])


def test_a_word_of_headings_is_nothing_else_there() -> None:
    assert "says.accusing" in names("betrayed", headings=False)
    assert names("betrayed", headings=True) == ["deeds.betraying"]


def test_every_other_word_is_the_same_in_both() -> None:
    for words in ("robbed", "confesses", "took back", "was behind it", "innocent"):
        assert names(words, headings=False) == names(words, headings=True)


def test_a_longer_phrase_of_headings_stands_before_a_shorter_one_of_prose() -> None:
    assert names("withdrew his complaint", headings=True)[0] == "says.retracting"
    assert names("withdrew his complaint", headings=False) == ["deeds.event"]


def test_a_reader_may_add_words_for_headings_and_take_them_out(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[deeds.crime]\nheading_verbs = "diddle"\nremove = "filch"\n', encoding="utf-8")
    assert names("diddled", own, headings=True) == ["deeds.crime"]
    assert names("diddled", own, headings=False) == []
    assert names("filched", own, headings=True) == []
