"""Which excerpts are told to share an origin, what is said of them, and what is never told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.dependence import DependenceStage
from testimonia.model import Dependence, DependenceKind, Sourcebook
from testimonia.testing import check_book

from .pages import Page, Writer, page_of

LAST = ("x20", "x21")  # behind twenty that have nothing to do with them


def find(book: Sourcebook) -> list[Dependence]:
    return list(DependenceStage()(book))


def pairs(book: Sourcebook) -> set[tuple[str, str]]:
    return {(record.a, record.b) for record in find(book)}


def changed(writer: Writer, words: list[str], every: int) -> list[str]:
    """The words with every so manieth put in other words."""
    return [writer.word() if n % every == every - 1 else word for n, word in enumerate(words)]


@given(st.integers(0, 10_000))
def test_unrelated_excerpts_give_nothing(seed: int) -> None:
    assert find(page_of(Writer(seed), [], unrelated=30).book()) == []


@given(st.integers(0, 10_000), st.integers(30, 60), st.sampled_from([4, 5, 7, 10]))
def test_a_copy_with_words_changed_is_found(seed: int, length: int, every: int) -> None:
    writer = Writer(seed)
    words = writer.words(length)
    copy = changed(writer, words, every)
    book = page_of(writer, [(" ".join(words), "Ash"), (" ".join(copy), "Reed")]).book()
    assert pairs(book) == {LAST}


@given(st.integers(0, 10_000), st.sampled_from(["", '"']))
def test_a_few_words_are_found_where_they_are_rare_or_quoted(seed: int, mark: str) -> None:
    writer = Writer(seed)
    # five rare words among eight in the open, four in quotation marks
    stolen = [writer.word() if n % 2 or (n == 0 and not mark) else "of" for n in range(8)]
    one = [*writer.words(30), *stolen, *writer.words(20)]
    other = [*writer.words(20), f"{mark}{' '.join(stolen)}{mark}", *writer.words(10)]
    assert pairs(page_of(writer, [(" ".join(one), "Ash"), (" ".join(other), "Reed")]).book()) == {LAST}


@given(st.integers(0, 10_000))
def test_a_sentence_quoted_in_another_book_is_found(seed: int) -> None:
    writer = Writer(seed)
    words = writer.words(60)
    quoting = f'{writer.text(25)}: "{" ".join(words[20:36])}." {writer.text(20)}'
    book = page_of(writer, [(" ".join(words), "Ash"), (quoting, "Reed")]).book()
    (record,) = find(book)
    assert record.kind is DependenceKind.REQUOTE
    # a word or two right beside the quotation may be the same by chance
    longest = max(record.alignments, key=lambda piece: len(piece.a))
    assert " ".join(words[20:36]) in longest.a.cut(book.text)
    assert len(longest.a.cut(book.text).split()) < 20


@given(st.integers(0, 10_000), st.lists(st.integers(15, 60), min_size=2, max_size=8), st.data())
def test_every_record_holds_what_its_type_promises(seed: int, lengths: list[int], data: st.DataObject) -> None:
    writer = Writer(seed)
    stock = writer.words(60)
    texts = []
    for length in lengths:
        start = data.draw(st.integers(0, 59))
        own = writer.words(length)
        texts.append((" ".join([*own[: length // 2], *stock[start : start + 20], *own[length // 2 :]]), writer.word()))
    book = page_of(writer, texts).book()
    places = {excerpt.id: n for n, excerpt in enumerate(book.excerpts)}
    records = find(book)
    assert len({record.id for record in records}) == len(records)
    book.add(records)
    check_book(book)
    for record in records:
        assert places[record.a] < places[record.b]
        assert 0 <= record.confidence <= 1
        assert record.alignments
        for side, whole in (("a", record.a_span), ("b", record.b_span)):
            excerpt = book.excerpts[getattr(record, side)]
            pieces = [getattr(alignment, side) for alignment in record.alignments]
            assert excerpt.span.contains(whole)
            assert all(whole.contains(piece) and len(piece) > 0 for piece in pieces)
            assert whole.start == min(piece.start for piece in pieces)
            assert whole.end == max(piece.end for piece in pieces)
        starts = [alignment.a.start for alignment in record.alignments]
        assert starts == sorted(starts)
        assert all(one.a.end <= two.a.start for one, two in pairwise(record.alignments))
        for alignment in record.alignments:
            assert alignment.a.cut(book.text).split() == alignment.b.cut(book.text).split()
        assert all(reason.span is None or reason.words == reason.span.cut(book.text) for reason in record.reasons)


@given(st.integers(0, 10_000))
def test_the_order_of_two_excerpts_does_not_matter(seed: int) -> None:
    writer = Writer(seed)
    words = writer.words(40)
    other = [*writer.words(10), *changed(writer, words[5:35], 6), *writer.words(10)]
    texts = [(" ".join(words), "Ash"), (" ".join(other), "Reed")]
    one, two = (page_of(Writer(seed + 1), order) for order in (texts, texts[::-1]))
    ((first,), (second,)) = find(one.book()), find(two.book())
    assert first.kind is second.kind
    assert first.confidence == pytest.approx(second.confidence)
    assert first.a_span.cut(one.book().text) == second.b_span.cut(two.book().text)
    assert first.b_span.cut(one.book().text) == second.a_span.cut(two.book().text)


def test_the_same_book_gives_the_same_records() -> None:
    writer = Writer()
    text = writer.text(40)
    page = page_of(writer, [(text, "Ash"), (text, "Reed")])
    assert find(page.book()) == find(page.book())


def test_a_passage_printed_twice_from_one_book_is_a_duplicate() -> None:
    writer = Writer()
    text = writer.text(40)
    (record,) = find(page_of(writer, [(text, "Ash"), (text, "Ash")]).book())
    assert record.kind is DependenceKind.DUPLICATE
    assert "from one work" in {reason.rule for reason in record.reasons}


def test_words_left_out_part_the_pieces() -> None:
    writer = Writer()
    words = writer.words(40)
    book = page_of(
        writer, [(" ".join(words), "Ash"), (" ".join(words[:15]) + " ... " + " ".join(words[27:]), "Reed")]
    ).book()
    (record,) = find(book)
    assert [piece.a.cut(book.text) for piece in record.alignments] == [" ".join(words[:15]), " ".join(words[27:])]
    assert record.a_span.cut(book.text) == " ".join(words)


def test_passages_of_one_book_that_follow_each_other_are_no_pair() -> None:
    writer = Writer()
    names = [writer.word().title() for _ in range(4)]
    texts = [f"{writer.text(20)} {' and '.join(names)} {writer.text(20)}" for _ in range(2)]
    assert pairs(page_of(writer, [(text, "Ash") for text in texts]).book()) == set()


def test_a_phrase_that_the_whole_page_has_is_nothing() -> None:
    writer = Writer()
    phrase = writer.text(8)
    page = Page()
    for n in range(40):
        page.excerpt(f"{writer.text(30)} {phrase} {writer.text(20)}", author=f"Author{n}", claim=f"CLAIM {n}")
    assert find(page.book()) == []


def test_a_word_of_grammar_alone_is_nothing_although_few_have_it() -> None:
    def told(word: str) -> list[Dependence]:
        writer = Writer()
        page = page_of(writer, [], unrelated=6)
        page.person("p7", "Hallam")
        page.excerpt(f"{writer.word()} {word} {writer.word()}.", author="Hallam", claim="THE FENCE")
        other = page.excerpt(f"{writer.word()} {word} Hallam {writer.word()}.", author="Reed", claim="THE FENCE")
        page.mention(other, "Hallam", "p7")
        return list(DependenceStage()(page.book()))

    assert told("vestry")
    assert told("although") == []


def test_two_translations_of_a_letter_are_one_document() -> None:
    writer = Writer()
    letter = writer.words(40)
    other = [word if n % 3 else writer.word() for n, word in enumerate(letter)]
    page = page_of(
        writer, [(f'He wrote: "{" ".join(letter)}"', "Ash"), (f'The letter says: "{" ".join(other)}"', "Reed")]
    )
    (record,) = find(page.book())
    assert record.kind is DependenceKind.SAME_DOCUMENT


def test_an_author_who_tells_it_again_in_another_book_derives() -> None:
    writer = Writer()
    sentence = writer.words(16)
    page = page_of(writer, [])
    page.excerpt(" ".join([*writer.words(30), *sentence]), author="Ash", title="One", claim="FIRST")
    page.excerpt(" ".join([*sentence, *writer.words(30)]), author="Ash", title="Two", claim="SECOND")
    (record,) = find(page.book())
    assert record.kind is DependenceKind.DERIVES
    assert "by one author" in {reason.rule for reason in record.reasons}


def test_the_words_that_name_the_author_of_the_other_are_a_reason() -> None:
    writer = Writer()
    words = writer.words(30)
    page = page_of(writer, [(" ".join(words), "Penrose")])
    quoting = page.excerpt(f"As Penrose has it, {' '.join(words[4:24])}", author="Reed", claim="LAST")
    page.mention(quoting, "Penrose", "p2")
    book = page.book()
    (record,) = find(book)
    named = [reason for reason in record.reasons if reason.rule == "names the other's author"]
    assert [reason.span.cut(book.text) for reason in named if reason.span is not None] == ["Penrose"]


@pytest.mark.parametrize("unrelated", [0, 1])
def test_a_page_of_one_excerpt_or_none_gives_nothing(unrelated: int) -> None:
    assert find(page_of(Writer(), [], unrelated=unrelated).book()) == []


def test_excerpts_without_a_word_give_nothing() -> None:
    page = Page()
    for n in range(3):
        page.excerpt("...", claim=f"CLAIM {n}")
    assert find(page.book()) == []
