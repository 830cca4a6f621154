from __future__ import annotations

from collections.abc import Sequence

import pytest

from testimonia.model import Alignment, Dependence, DependenceKind, Mode, Sourcebook, Span, Voice
from testimonia.testing import check_book, make_book
from testimonia.witnesses.origins import gather_origins

WORDS = [f"This is the {n} account of the wreck, and as long as any other of them." for n in "abcdefgh"]
PAGE = "THE WRECK\n\n" + "\n\n".join(WORDS) + "\n"
WHOLE = len(WORDS[0])


@pytest.fixture
def book() -> Sourcebook:
    return make_book(PAGE, claims=["THE WRECK"], excerpts=[(words, "THE WRECK", None) for words in WORDS])


def tie(
    book: Sourcebook,
    names: str,
    kind: str = "requote",
    confidence: float = 1.0,
    a: tuple[int, int] = (0, WHOLE),
    b: tuple[int, int] = (0, WHOLE),
    pieces: Sequence[Alignment] = (),
) -> Dependence:
    """A tie between two excerpts, each called by its letter, over these characters of them."""
    one, other = (book.excerpts["abcdefgh".index(name)] for name in names)
    spans = [Span(x.span.start + start, x.span.start + end) for x, (start, end) in ((one, a), (other, b))]
    pair = Dependence(names, one.id, other.id, *spans, DependenceKind(kind), tuple(pieces), confidence)
    book.add([pair])
    return pair


def groups(book: Sourcebook, **stated: float) -> list[str]:
    """The letters of the excerpts that count once, those alone left out."""
    origins = gather_origins(book, **stated)
    book.add(origins)
    check_book(book)
    letters = {x.id: "abcdefgh"[n] for n, x in enumerate(book.excerpts)}
    return ["".join(letters[id_] for id_ in origin.excerpts) for origin in origins if len(origin.excerpts) > 1]


def test_without_dependences_every_excerpt_counts(book: Sourcebook) -> None:
    assert groups(book) == []
    assert len(book.origins) == len(WORDS)
    assert all(origin.head is None and not origin.reasons for origin in book.origins)


def test_verbatim_ties_chain(book: Sourcebook) -> None:
    for names in ("ab", "bc", "de"):
        tie(book, names)
    assert groups(book) == ["abc", "de"]


def test_two_parts_of_one_excerpt_do_not_make_one_of_their_sources(book: Sourcebook) -> None:
    tie(book, "ab", b=(0, 30))
    tie(book, "bc", a=(35, 60))
    assert groups(book) == ["ab"]


@pytest.mark.parametrize(
    ("kind", "works", "together"),
    [
        ("same-document", "ABB", ["abc"]),
        ("same-document", "ABC", ["ab"]),
        ("requote", "ABB", ["ab"]),
    ],
)
def test_pieces_of_one_document_in_one_other_edition_do(kind: str, works: str, together: list[str]) -> None:
    cited = [f"{work}, Letters, p. {page}" for page, work in enumerate(works)]
    book = make_book(
        "\n\n".join(line for pair in zip(WORDS, cited, strict=False) for line in pair),
        excerpts=[(w, None, c) for w, c in zip(WORDS, cited, strict=False)],
        works={f"{work}, Letters": {"title": work} for work in works},
    )
    tie(book, "ab", kind, a=(0, 30))
    tie(book, "ac", kind, a=(35, 60))
    assert groups(book) == together


def test_parts_that_overlap_do(book: Sourcebook) -> None:
    tie(book, "ab", b=(0, 30))
    tie(book, "bc", a=(5, 40))
    assert groups(book) == ["abc"]


def test_a_phrase_is_no_origin(book: Sourcebook) -> None:
    tie(book, "ab", a=(0, 8), b=(0, 8))
    assert groups(book) == []


def test_what_is_counted_of_a_stretch_are_its_pieces(book: Sourcebook) -> None:
    a, b = book.excerpts[0].span.start, book.excerpts[1].span.start
    tie(book, "ab", pieces=[Alignment(Span(a, a + 4), Span(b, b + 4))])
    assert groups(book) == []


def test_an_unsure_likeness_is_no_origin(book: Sourcebook) -> None:
    tie(book, "ab", confidence=0.3)
    tie(book, "cd", kind="derives", confidence=0.3)
    assert groups(book) == []
    assert len(book.dependences) == 2


def test_a_threshold_may_be_stated(book: Sourcebook) -> None:
    tie(book, "cd", kind="derives", confidence=0.3)
    assert groups(book, weak_from=0.2) == ["cd"]


def test_two_that_retell_one_account_count_with_it(book: Sourcebook) -> None:
    tie(book, "ab", kind="derives", confidence=0.9)
    tie(book, "ac", kind="derives", confidence=0.8)
    assert groups(book) == ["abc"]


def test_nothing_is_joined_over_two_weak_ties(book: Sourcebook) -> None:
    tie(book, "ab", kind="derives", confidence=0.9)
    tie(book, "ac", kind="derives", confidence=0.8)
    tie(book, "cd", kind="derives", confidence=0.7)  # c retells a, and d retells c
    tie(book, "de", kind="derives", confidence=0.6)
    assert groups(book) == ["abc", "de"]


def test_a_weak_tie_leads_to_whatever_verbatim_ties_hold_together(book: Sourcebook) -> None:
    tie(book, "ab")
    tie(book, "bc", kind="derives", confidence=0.9)
    tie(book, "ad", kind="derives", confidence=0.9)
    assert groups(book) == ["abcd"]


def test_two_clusters_are_joined_by_one_weak_tie_and_no_second(book: Sourcebook) -> None:
    for names in ("ab", "cd", "ef"):
        tie(book, names)
    tie(book, "bc", kind="derives", confidence=0.9)
    tie(book, "de", kind="derives", confidence=0.8)
    assert groups(book) == ["abcd", "ef"]


def test_the_head_is_whom_the_others_quote(book: Sourcebook) -> None:
    tie(book, "ab")
    tie(book, "bc")
    book.add(
        Voice(f"v{n}", x.id, x.span, *who)
        for n, (x, who) in enumerate(
            zip(
                book.excerpts,
                [
                    ("group:crew", "Marlow Quist", Mode.QUOTE),
                    ("author:w1", "Quist", Mode.NARRATION),
                    ("group:crew", "Quist", Mode.QUOTE),
                ],
                strict=False,
            )
        )
    )
    (origin,) = (o for o in gather_origins(book) if len(o.excerpts) > 1)
    assert origin.head == book.excerpts[1].id
    assert [(r.rule, r.words) for r in origin.reasons] == [
        ("one quotes the words of the other's source", WORDS[0]),
        ("the other quotes Quist", WORDS[0]),
    ]


def test_the_head_is_who_was_there() -> None:
    words = ["I saw the mate at the rail.", "The mate was seen at the rail."]
    book = make_book("\n\n".join(words), excerpts=[(w, None, None) for w in words])
    a, b = book.excerpts
    book.add([Dependence("n", a.id, b.id, a.span, b.span, DependenceKind.DERIVES)])
    book.add(Voice(f"v{x.id}", x.id, x.span, "anon:x", "", Mode.NARRATION) for x in book.excerpts)
    (origin,) = gather_origins(book)
    assert (origin.head, origin.reasons[-1].words) == (a.id, "I saw")


@pytest.mark.parametrize(
    ("kind", "years", "head"),
    [
        ("derives", ("1931", "1958"), 0),
        ("requote", ("1958", "1931"), 1),
        ("derives", ("1931", "1931"), None),
        ("derives", ("1931", ""), None),
        ("same-document", ("1931", "1958"), None),
        ("duplicate", ("1931", "1958"), None),
    ],
)
def test_the_head_is_what_was_printed_first(kind: str, years: tuple[str, str], head: int | None) -> None:
    cited = [f"{name}, Salt. Hull, {year}" for name, year in zip(("Marlow", "Quist"), years, strict=True)]
    told = ["The mate was seen at the rail.", "The mate stood at the rail."]
    book = make_book(
        "\n\n".join(line for pair in zip(told, cited, strict=True) for line in pair),
        excerpts=[(w, None, c) for w, c in zip(told, cited, strict=True)],
        works={c: {"issued": year} for c, year in zip(cited, years, strict=True)},
    )
    a, b = book.excerpts
    book.add([Dependence("n", a.id, b.id, a.span, b.span, DependenceKind(kind))])
    (origin,) = gather_origins(book)
    assert origin.head == (None if head is None else book.excerpts[head].id)
