"""Excerpts beside the books that they are taken from, as rows: what was done with the words, with both sides' words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import DecisionError, NotFoundError
from ..fidelity import compare
from ..model import Source, Sourcebook, Span, Work
from ..model.fidelity import Departure, Fidelity
from ..words.lines import Lines
from .worth_stemmas import Sources

__all__ = ["Checked", "Departed", "checked", "find_work"]

_AROUND = 60  # characters of context on either side of the words that differ
_GRAVEST = [Fidelity.ALTERED, Fidelity.NOT_FOUND, Fidelity.CUT, Fidelity.SPELLING, Fidelity.VERBATIM]


@dataclass(frozen=True, slots=True)
class Departed:
    """A place where the words differ: those of the page at ``start``, those of the book at ``original_start``.

    ``weights`` say what they decide: a negation, a number, a date, a name, a reserve.
    """

    kind: str
    weights: tuple[str, ...]
    before: str
    words: str
    after: str
    start: int
    end: int
    original_before: str
    original_words: str
    original_after: str
    original_start: int
    original_end: int


@dataclass(frozen=True, slots=True)
class Checked:
    """One excerpt beside one book.

    ``source`` is author, title, year and page as the page cites them; ``book`` the file, and ``taken_for`` says why
    that is taken for the work cited. It is empty where nothing says so: then it may be another book with the same
    passage. ``original_start`` and ``original_end`` are characters of the book's text, ``None`` where it is not found.
    """

    excerpt: str
    fidelity: str
    share: float
    source: str
    book: str
    taken_for: tuple[str, ...]
    line: int
    start: int
    end: int
    original_start: int | None
    original_end: int | None
    departures: tuple[Departed, ...]

    @property
    def kind(self) -> str:
        """Its fidelity."""
        return self.fidelity


def checked(book: Sourcebook, source: Source, *, work: str | None = None) -> list[Checked]:
    """The excerpts that stand in a book, and those that cite it and do not; the gravest first, then as on the page.

    ``work`` names the work that the book is, by id or by words of its author and title; without it that is found out.

    Raises:
        NotFoundError: no work is called so. DecisionError: several are.
    """
    wanted = None if work is None else find_work(book, work).id
    sources, lines = Sources(book), Lines(book.text)
    rows = []
    for one in compare(book, source, work=wanted):
        excerpt = book.excerpts[one.excerpt]
        rows.append(
            Checked(
                excerpt=excerpt.id,
                fidelity=one.fidelity.value,
                share=one.share,
                source=sources.words(excerpt),
                book=one.source,
                taken_for=tuple(f"{r.rule}: {r.words}" if r.words else r.rule for r in one.reasons),
                line=lines.number(excerpt.span),
                start=excerpt.span.start,
                end=excerpt.span.end,
                original_start=None if one.original is None else one.original.start,
                original_end=None if one.original is None else one.original.end,
                departures=tuple(_departed(book, source, excerpt.span, d) for d in one.departures),
            )
        )
    return sorted(rows, key=lambda row: (_GRAVEST.index(Fidelity(row.fidelity)), row.start))


def find_work(book: Sourcebook, words: str) -> Work:
    """The one work of an id, or whose author and title have these words.

    Raises:
        NotFoundError: there is none. DecisionError: there are several.
    """
    found = [work for work in book.works if work.id == words]
    asked = words.casefold().split()
    found = found or [work for work in book.works if asked and all(w in _called(work) for w in asked)]
    if not found:
        raise NotFoundError(f"No work on the page is called {words!r}. `testimonia works` lists them.")
    if len(found) > 1:
        several = "; ".join(f"{work.id} {' '.join(_title(work).split())}" for work in found[:5])
        raise DecisionError(f"{words!r} may be {len(found)} works. Name one by its id: {several}.")
    return found[0]


def _title(work: Work) -> str:
    return str(work.csl.get("title") or work.csl.get("container-title") or work.text or "")


def _called(work: Work) -> str:
    return " ".join([_title(work), *work.spellings]).casefold()


def _departed(book: Sourcebook, source: Source, excerpt: Span, one: Departure) -> Departed:
    before, after = _around(book.text, one.quoted, excerpt.start, excerpt.end)
    original_before, original_after = _around(source.text, one.original, 0, len(source.text))
    return Departed(
        kind=one.kind.value,
        weights=tuple(weight.value for weight in one.weights),
        before=before,
        words=one.quoted.cut(book.text),
        after=after,
        start=one.quoted.start,
        end=one.quoted.end,
        original_before=original_before,
        original_words=one.original.cut(source.text),
        original_after=original_after,
        original_start=one.original.start,
        original_end=one.original.end,
    )


def _around(text: str, span: Span, first: int, last: int) -> Iterator[str]:
    """What stands before and after some words, in whole words."""
    before = text[max(first, span.start - _AROUND) : span.start]
    after = text[span.end : min(last, span.end + _AROUND)]
    if span.start - _AROUND > first:
        before = before.partition(" ")[2] or before
    if span.end + _AROUND < last:
        after = after.rpartition(" ")[0] or after
    yield before
    yield after
