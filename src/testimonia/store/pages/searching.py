"""Full-text search over a base, one leaf of hits at a time, with what they could be narrowed by."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from ...answers.spellings import widened
from ...model import Excerpt, Span
from ..queries import QueryError, fts_query, year_range
from .cuts import cut_book
from .names import name_of, told_apart, work_labels
from .opened import Base
from .spellings import spellings_of

__all__ = ["Facet", "Found", "Hit", "excerpt_numbers", "find"]

_MOST = 4000  # hits that are looked into
_RANKED = 10_000  # matches; more are not set in order by how well they match, which would take too long
_NARROWED = 500  # hits that the facets count among
_FACETS = 12
_CLAIMS = 12
_AROUND = 160  # characters on either side of the first match
_WEIGHTS = "2.0, 1.0, 1.0, 0.5"  # as in `store.search`


@dataclass(frozen=True, slots=True)
class Hit:
    """An excerpt that holds the words: the words around the first of them, each piece with whether it is matched.

    ``span`` is the first match, or the whole excerpt where only its claim, citation or work matched.
    """

    excerpt: str
    span: Span
    pieces: tuple[tuple[str, bool], ...]
    claim: str | None
    claim_words: str | None
    work: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Facet:
    """What hits can be narrowed by: a value, what it is called, and how many of the hits have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. ``also`` are other spellings that were looked for, by the word that was asked for.

    ``is_all`` is false where more may match than was looked into; ``counted`` is how many hits the facets count among.
    """

    total: int
    hits: tuple[Hit, ...]
    claims: tuple[tuple[str, str], ...]
    facets: Mapping[str, tuple[Facet, ...]]
    also: Mapping[str, tuple[str, ...]]
    is_all: bool = True
    counted: int = 0


def find(
    base: Base,
    query: str,
    *,
    spellings: bool = True,
    work: str | None = None,
    voice: str | None = None,
    act: str | None = None,
    years: str | None = None,
    first: int = 0,
    most: int = 20,
) -> Found:
    """The excerpts that hold the words, the best first.

    ``work`` is an id, ``voice`` the id of somebody who is heard in the excerpt, ``act`` an act of a statement in it,
    ``years`` a year of publication or two, as ``1930-1939``.

    Raises:
        QueryError: the query or the years cannot be understood.
    """
    asked, also = widened(query, partial(spellings_of, base)) if spellings else (query, {})
    match = fts_query(asked)
    try:
        ranked = _ranked(base, match)
        claims = _claims(base, match)
    except sqlite3.OperationalError as error:
        raise QueryError(f"This search asks too much at once ({error}). Ask in fewer words.") from error
    kept = _narrowed(base, ranked, work=work, voice=voice, act=act, years=years)
    shown = kept[first : first + most]
    counted = kept[:_NARROWED]
    return Found(
        total=len(kept),
        hits=tuple(_hits(base, shown, match)),
        claims=tuple(claims),
        facets=_facets(base, counted),
        also=also,
        is_all=len(ranked) < _MOST,
        counted=len(counted),
    )


def excerpt_numbers(base: Base) -> frozenset[int]:
    """The numbers of the excerpts, under which the index of words has them."""
    return base.lasting("excerpt numbers", lambda: frozenset(n for (n,) in base.rows("select number from excerpts")))


def _ranked(base: Base, match: str) -> list[int]:
    """The numbers of the excerpts that match, the best first; in the order of the page where very many do."""
    excerpts = excerpt_numbers(base)
    matching = base.count(
        "select count(*) from (select 1 from evidence_search where evidence_search match ? limit ?)", match, _RANKED
    )
    order = f"bm25(evidence_search, {_WEIGHTS}), rowid" if matching < _RANKED else "rowid"
    # which of them are excerpts is asked here: the index would else be asked once for every excerpt there is
    found = base.rows(f"select rowid from evidence_search where evidence_search match ? order by {order}", match)
    return list(islice((number for (number,) in found if number in excerpts), _MOST))


def _claims(base: Base, match: str) -> list[tuple[str, str]]:
    """The claims whose own words match: id and words."""
    met: dict[str, str] = {}
    for (number,) in base.rows(
        "select rowid from evidence_search where evidence_search match ? order by rowid limit 200",
        f"{{claim}} : ({match})",
    ):
        row = base.row(
            "select id, text from claims where number = ? "
            "or id = (select claim from excerpts where excerpts.number = ?)",
            number,
            number,
        )
        if row is not None:
            met.setdefault(*row)
        if len(met) == _CLAIMS:
            break
    return list(met.items())


def _narrowed(
    base: Base,
    ranked: Sequence[int],
    *,
    work: str | None,
    voice: str | None,
    act: str | None,
    years: str | None,
) -> list[int]:
    conditions: list[tuple[str, tuple[object, ...]]] = []
    cited = "select excerpts.number from excerpts join citations on citations.id = excerpts.citation "
    if work is not None:
        conditions.append((cited + "where citations.work = ?", (work,)))
    if years is not None:
        low, high = year_range(years)
        conditions.append(
            (
                cited + "left join works on works.id = citations.work "
                "where coalesce(citations.year, works.year) between ? and ?",
                (low, high),
            )
        )
    if voice is not None:
        query = "select excerpts.number from voices join excerpts on excerpts.id = voices.excerpt where speaker = ?"
        conditions.append((query, (voice,)))
    if act is not None:
        query = "select excerpts.number from assertions join excerpts on excerpts.id = assertions.excerpt where act = ?"
        conditions.append((query, (act,)))
    kept = list(ranked)
    for query, values in conditions:
        among = {number for (number,) in base.rows(query, *values)}
        kept = [number for number in kept if number in among]
    return kept


def _facets(base: Base, numbers: Sequence[int]) -> dict[str, tuple[Facet, ...]]:
    if not numbers:
        return {}
    connection = base.connection
    connection.execute("create temp table if not exists found (number integer primary key)")
    connection.execute("delete from temp.found")
    connection.executemany("insert into temp.found values (?)", ((number,) for number in numbers))
    # crossed, so that it begins with the hits and not with all voices there are
    here = "from temp.found cross join excerpts on excerpts.number = found.number "
    cited = here + "cross join citations on citations.id = excerpts.citation "
    labels = work_labels(base)
    heard = [
        *base.rows(
            f"select speaker, max(speaker_name), count(distinct excerpts.id) {here} "
            "cross join voices on voices.excerpt = excerpts.id where speaker != 'compiler' "
            f"group by 1 order by 3 desc, 1 limit {_FACETS}"
        )
    ]
    called = told_apart(base, ((who, name_of(base, who, printed)) for who, printed, _ in heard))
    found = {
        "work": [
            Facet(id_, labels.get(id_, ("", "a work"))[1], count)
            for id_, count in base.rows(
                f"select citations.work, count(*) {cited} where citations.work is not null "
                f"group by 1 order by 2 desc, 1 limit {_FACETS}"
            )
        ],
        "voice": [Facet(who, called[who], count) for who, _, count in heard],
        "act": [
            Facet(act, act, count)
            for act, count in base.rows(
                f"select act, count(distinct excerpts.id) {here} "
                "cross join assertions on assertions.excerpt = excerpts.id group by 1 order by 2 desc, 1"
            )
        ],
        "years": [
            Facet(f"{decade}-{decade + 9}", f"{decade}s", count)
            for decade, count in base.rows(
                "select coalesce(citations.year, works.year) / 10 * 10, count(*) "
                f"{cited} left join works on works.id = citations.work "
                "where coalesce(citations.year, works.year) is not null group by 1 order by 1"
            )
        ],
    }
    connection.execute("delete from temp.found")
    connection.commit()
    return {name: tuple(facets) for name, facets in found.items() if facets}


def _hits(base: Base, numbers: Sequence[int], match: str) -> list[Hit]:
    opening, closing = base.lasting("signs", lambda: _free_signs(base.text))
    rows = []
    base.connection.text_factory = _text  # the index gives words as text that stand in the base as bytes
    try:
        for number in numbers:
            row = base.row(
                "select highlight(evidence_search, 1, ?, ?), e.excerpt_id, e.claim_id, e.claim, e.work_id, e.year "
                "from evidence_search join evidence as e on e.number = evidence_search.rowid "
                "where evidence_search match ? and evidence_search.rowid = ?",
                opening,
                closing,
                match,
                number,
            )
            if row is not None:
                rows.append(row)
    finally:
        base.connection.text_factory = str
    book = cut_book(base, {"excerpt": [row[1] for row in rows]})
    hits = []
    for marked, id_, claim, claim_words, work, year in rows:
        excerpt = book.excerpts[id_]
        matches = _matches(marked or "", opening, closing)
        span = _page_span(excerpt, matches[0]) if matches else excerpt.span
        hits.append(Hit(id_, span, _around(excerpt.text, matches), claim, claim_words, work, year))
    return hits


def _text(value: bytes) -> str:
    return value.decode("utf-8", "surrogatepass")


def _free_signs(text: str) -> tuple[str, str]:
    """Two signs that the page does not use."""
    free = (chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in text)
    return next(free), next(free)


def _matches(marked: str, opening: str, closing: str) -> list[tuple[int, int]]:
    found = []
    before, *rest = marked.split(opening)
    length = len(before)
    for part in rest:
        words, closed, after = part.partition(closing)
        if closed:
            found.append((length, length + len(words)))
        length += len(words) + len(after)
    return found


def _page_span(excerpt: Excerpt, match: tuple[int, int]) -> Span:
    try:
        return excerpt.page_span(*match)
    except IndexError:  # the index gave other words than the excerpt has, which a NUL in them can bring about
        return excerpt.span


def _around(text: str, matches: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """The words around the first match, in pieces, each with whether it is matched."""
    first = matches[0][0] if matches else 0
    start = max(0, first - _AROUND)
    end = min(len(text), (matches[0][1] if matches else 0) + 2 * _AROUND)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = text.rfind(" ", first, end) if text.rfind(" ", first, end) > first else end
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    place = start
    for begin, stop in matches:
        if begin >= place and stop <= end:
            pieces += [(text[place:begin], False), (text[begin:stop], True)]
            place = stop
    pieces.append((text[place:end], False))
    if end < len(text):
        pieces.append((" …", False))
    return tuple(piece for piece in pieces if piece[0])
