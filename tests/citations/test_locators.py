"""Page references and volumes: what is counted, and by which word."""

from __future__ import annotations

import pytest

from testimonia.citations.locators import find_locator, find_volume, label_of


@pytest.mark.parametrize(
    ("line", "numbers", "label"),
    [
        ("Archive, f. 17, op. 1, d. 45, l. 12", "12", "folio"),
        ("Archive, f. 17, op. 1, d. 45, ll. 12-14", "12-14", "folio"),
        ("Marlow, Poems, ll. 12-14", "12-14", "line"),
        ("Marlow, The Salt, bk. 2, v. 12", "12", "verse"),
        ("Marlow, The Salt, vv. 12-14", "12-14", "verse"),
        ("Marlow, Works, v. 12, p. 3", "3", "page"),
    ],
)
def test_the_word_and_what_stands_before_it_say_what_is_counted(line: str, numbers: str, label: str) -> None:
    found = find_locator(line, 0, len(line))
    assert found is not None
    assert (line[found.first : found.last], found.label) == (numbers, label)


@pytest.mark.parametrize("line", ["Marlow, Works, v. 12", "Marlow, Works, v. 12, p. 3"])
def test_a_v_behind_a_title_counts_volumes(line: str) -> None:
    found = find_volume(line, 0, len(line))
    assert found is not None
    assert line[found[2] : found[3]] == "12"


def test_a_volume_is_no_page() -> None:
    assert find_locator("Marlow, Works, v. 12", 0, 20) is None


@pytest.mark.parametrize("line", ["Marlow, The Salt, bk. 2, v. 12", "Ash v. Reed, 12", "Marlow, Works, v. 1912"])
def test_a_verse_and_a_case_are_no_volume(line: str) -> None:
    found = find_volume(line, 0, len(line))
    assert found is None or line[found[2] : found[3]] != "12"


@pytest.mark.parametrize(
    ("word", "label"),
    [("part", "part"), ("vol.", "volume"), ("vv.", "verse"), ("paras.", "paragraph"), ("pp.", "page")],
)
def test_each_word_has_its_label(word: str, label: str) -> None:
    assert label_of(word) == label
