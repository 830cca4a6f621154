"""Which excerpts are set side by side."""

from __future__ import annotations

from testimonia.dependence.candidates import PARTNERS, find_candidates
from testimonia.dependence.rarity import Rarity
from testimonia.dependence.readings import Lexicon, read_excerpts

from .pages import Page, Writer, page_of


def candidates(page: Page, partners: int = PARTNERS) -> list[tuple[int, int]]:
    lexicon = Lexicon()
    readings = read_excerpts(page.book().excerpts, {}, lexicon)
    return find_candidates(Rarity(readings, len(lexicon.numbers)), lambda _: [], partners)


def test_excerpts_that_share_rare_words_are_set_side_by_side() -> None:
    writer = Writer()
    words = writer.text(12)
    page = page_of(writer, [(f"{writer.text(20)} {words}", "Ash"), (f"{words} {writer.text(20)}", "Reed")])
    assert (20, 21) in candidates(page)
    assert len(candidates(page)) < 40  # of 231 pairs


def test_one_rare_word_is_not_enough() -> None:
    writer = Writer()
    word = writer.word()
    page = page_of(writer, [(f"{word} {writer.word()}", "Ash"), (f"{writer.word()} {word}", "Reed")])
    assert (20, 21) not in candidates(page)


def test_no_excerpt_is_set_beside_more_than_a_few() -> None:
    # a passage that a hundred excerpts have would make five thousand pairs
    writer = Writer()
    passages = [writer.text(10) for _ in range(20)]
    page = Page()
    for n in range(100):
        page.excerpt(f"{passages[n % 20]} {passages[(7 * n) % 20]} {writer.text(10)}", claim=f"CLAIM {n}")
    assert 0 < len(candidates(page, partners=3)) <= 300


def test_each_pair_comes_once_the_earlier_excerpt_first() -> None:
    writer = Writer()
    passage = writer.text(20)
    page = page_of(writer, [(f"{passage} {writer.text(5)}", f"A{n}") for n in range(4)])
    found = candidates(page)
    assert found == sorted(set(found))
    assert all(a < b for a, b in found)
    assert {(a, b) for a in range(20, 24) for b in range(a + 1, 24)} <= set(found)
