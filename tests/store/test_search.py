from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import testimonia
from testimonia.errors import NotFoundError
from testimonia.model import Sourcebook
from testimonia.store import Store, open_store, write_store
from testimonia.store.pages import open_base
from testimonia.store.pages.searching import find
from testimonia.store.queries import QueryError, fts_query, year_range
from testimonia.store.search import context
from testimonia.testing import make_book


@pytest.fixture
def store(book: Sourcebook, tmp_path: Path) -> Iterator[Store]:
    with open_store(write_store(book, tmp_path / "b.db")) as opened:
        yield opened


def found(store: Store, query: str, **filters: str | int) -> list[str]:
    """The first words of what was found."""
    book = store.book()
    return [book.cut(hit.span).split()[0] for hit in store.search(query, **filters)]  # type: ignore[arg-type]


def matched(store: Store, query: str) -> list[tuple[str, str]]:
    text = store.book().text
    return [(match.column, match.span.cut(text)) for hit in store.search(query) for match in hit.matches]


@pytest.mark.parametrize(
    ("query", "begins"),
    [
        ("draught", {"At"}),
        ("low draught", {"At"}),
        ('"low tide"', {"At"}),
        ('"tide low"', set()),
        ("kitchen OR draught", {"The", "At"}),
        ("excerpt:horn NOT kitchen", {"I"}),
        ("excerpt:horn AND NOT kitchen", {"I"}),
        ("kitch*", {"The"}),
        ("ELISE", {"I"}),
        ("(kitchen OR draught) harbour", {"The"}),
        ("citation:hull", {"The"}),
        ("work:quist", {"The"}),
        ("marlow's", {"The"}),
        ("“low tide”", {"At"}),
        ("44-45", {"I"}),
        ("and", {"I", "At"}),  # no operator, for it is not in capitals; the citations hold it
        ("draught & —", {"At"}),
    ],
)
def test_a_query_finds(store: Store, query: str, begins: set[str]) -> None:
    assert set(found(store, query)) == begins


def test_a_hit_answers_with_spans_of_the_page(store: Store) -> None:
    assert matched(store, '"no horn" OR élise') == [("excerpt", "no horn"), ("excerpt", "Élise")]


def test_a_heading_that_matches_alone_is_one_hit(store: Store) -> None:
    hits = store.search("claim:horn")
    assert [(hit.excerpt, store.book().cut(hit.span)) for hit in hits] == [(None, "THE HORN WAS NEVER SOUNDED")]


def test_a_claim_without_an_excerpt_is_found(store: Store) -> None:
    assert found(store, "pilot") == ["NOBODY"]


def test_filters_narrow_a_search(store: Store) -> None:
    assert found(store, "excerpt:horn", year=1958) == ["The"]
    assert found(store, "excerpt:horn", year="1930-1940") == ["I"]
    assert found(store, "excerpt:horn", work="quist harbour") == ["The"]
    assert found(store, "excerpt:horn OR tide", claim="the tide") == ["At"]
    assert found(store, "excerpt:horn", claim=store.book().claims[0].id) == ["The", "I"]


def test_a_filter_that_means_nothing_is_an_error(store: Store) -> None:
    with pytest.raises(NotFoundError, match="No work is called 'Dickens'"):
        store.search("horn", work="Dickens")
    with pytest.raises(NotFoundError, match="No claim"):
        store.search("horn", claim="whale")


def test_the_best_hit_comes_first_and_a_limit_holds(store: Store) -> None:
    hits = store.search("horn OR sounded OR quay")
    assert hits[0].score == max(hit.score for hit in hits)
    assert store.search("horn OR sounded OR quay", limit=1) == hits[:1]


def test_words_in_segments_are_found_where_they_stand(full_book: Sourcebook, tmp_path: Path) -> None:
    with open_store(write_store(full_book, tmp_path / "b.db")) as store:
        spans = [m.span for hit in store.search('"left no one"') for m in hit.matches if m.column == "excerpt"]
    assert [span.cut(full_book.text) for span in spans] == ["left.", "No one"]


def test_the_context_shows_whole_words_around_the_match(tmp_path: Path) -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    book = make_book(words, excerpts=[(words, None, None)])
    with open_store(write_store(book, tmp_path / "b.db")) as store:
        (hit,) = store.search("seven")
        pieces = context(store.book(), hit, width=10)
    assert pieces == [("… ", False), ("five six ", False), ("seven", True), (" eight", False), (" …", False)]
    assert context(book, hit, width=999) == [(words[:28], False), ("seven", True), (words[33:], False)]


def test_a_page_that_uses_rare_signs_is_searched_all_the_same(tmp_path: Path) -> None:
    words = "sign \U000f0000 and \U000f0001 here, a lone \ud800 too"
    with open_store(write_store(make_book(words, excerpts=[(words, None, None)]), tmp_path / "b.db")) as store:
        assert [m.span.cut(words) for hit in store.search("here") for m in hit.matches] == ["here"]


def test_words_around_a_nul_do_not_upset_a_search(tmp_path: Path) -> None:
    words = "low tide \0 and ebb"
    with open_store(write_store(make_book(words, excerpts=[(words, None, None)]), tmp_path / "b.db")) as store:
        assert [m.span.cut(words) for hit in store.search("low") for m in hit.matches] == ["low"]
        assert len(store.search('"tide and"')) < 2


def test_a_long_search_is_answered_and_a_deep_one_refused(store: Store) -> None:
    assert found(store, " OR ".join(["pilot"] * 200)) == ["NOBODY"]
    assert found(store, " ".join(["pilot"] * 200)) == ["NOBODY"]
    for query in ("(" * 999 + "horn" + ")" * 999, "claim:" * 999 + "horn", "horn OR " * 999 + "horn"):
        with pytest.raises(QueryError, match="fewer words"):
            store.search(query)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ('"low tide', "quotation mark before 'low tide' is not closed"),
        ("(low tide", "is not closed"),
        ("low) tide", "never opened"),
        ("AND tide", "missing at the beginning"),
        ("tide OR", "missing after 'OR'"),
        ("NOT tide", "takes nothing away"),
        ("tide OR NOT ebb", "takes nothing away"),
        ("claim:", "missing after 'claim'"),
        ("()", "missing"),
        ("— &", "no word to search for"),
        ("", "no word to search for"),
    ],
)
def test_a_query_that_cannot_be_understood_says_why(store: Store, query: str, sentence: str) -> None:
    with pytest.raises(QueryError, match=sentence.replace("(", r"\(")):
        store.search(query)


@pytest.mark.parametrize("query", ["a:b", "x^2", "{a}", "a+b", "NEAR(a, 2)", "it's", "a-b", "a * b", "a\x00b", "[a]"])
def test_signs_are_never_taken_for_syntax(store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="no word"):
        store.search("".join(c for c in query if not c.isalnum() and c not in "()"))
    assert store.search(query.replace("a", "qq")) == []


def test_not_binds_more_than_and_and_or_least() -> None:
    assert fts_query("a b NOT c OR d") == '(("a" AND ("b" NOT "c")) OR "d")'


@pytest.mark.parametrize(
    ("year", "years"),
    [
        (1934, (1934, 1934)),
        ("1930-1939", (1930, 1939)),
        ("1930–", (1930, 9999)),
        ("-1939", (0, 1939)),
        ("1930..31", (1930, 1931)),
        ("1930-39", (1930, 1939)),
        ("900-1000", (900, 1000)),
    ],
)
def test_years(year: int | str, years: tuple[int, int]) -> None:
    assert year_range(year) == years


@pytest.mark.parametrize("year", ["", "soon", "1930 1939", "-", "19300"])
def test_what_is_no_year_is_refused(year: str) -> None:
    with pytest.raises(QueryError, match="is no year"):
        year_range(year)


@pytest.mark.parametrize(("year", "meant"), [("1933-1930", "1930-1933"), ("1939-31", "1931-1939"), ("9-1", "1-9")])
def test_years_that_run_backwards_are_refused(year: str, meant: str) -> None:
    with pytest.raises(QueryError, match=f"'{year}' runs backwards. Write the earlier year first: {meant}"):
        year_range(year)


def test_a_name_is_found_in_every_spelling_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    with open_store(path) as store:
        also = store.other_spellings("Vetroff")
        assert set(also["Vetroff"]) >= {"Vetrov", "Wetrow"}
        every = {hit.excerpt for hit in store.search("Vetroff")}
        alone = {hit.excerpt for hit in store.search("Vetroff", spellings=False)}
        assert alone < every
        assert every == alone | {hit.excerpt for hit in store.search("Vetrov OR Wetrow", spellings=False)}
    base = open_base(path)
    room = find(base, "Vetroff", most=1000)
    assert {hit.excerpt for hit in room.hits} >= every - {None}  # the room shows what stands below a heading too
    assert room.also == also
    base.close()
