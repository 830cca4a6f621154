"""Every excerpt of a book beside a source: where it stands there, and what was done with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..model import Excerpt, Reason, Source, Sourcebook, Span
from ..model.fidelity import Departure, DepartureKind, Fidelity, Quotation
from ..model.worth import Alignment
from ..words.counting import counted
from ..words.stems import is_function_word
from .departures import Differing, differing
from .finding import Index, find_runs
from .wording import Wording, words_of

__all__ = ["compare"]

_TOP = 5_000  # code points of a source in which its title stands
_TITLE = 0.7  # of the title's words that have to stand there together
_LEAST = 2  # excerpts of one work without whose title a source is taken for it, and
_MOST_OF = 0.5  # what part of all that cite it
_GRAVEST = (
    (Fidelity.ALTERED, {DepartureKind.CHANGED, DepartureKind.LEFT_OUT, DepartureKind.PUT_IN}),
    (Fidelity.CUT, {DepartureKind.CUT, DepartureKind.BRACKETED}),
    (Fidelity.SPELLING, {DepartureKind.SPELLING}),
)


def compare(book: Sourcebook, source: Source, *, work: str | None = None) -> list[Quotation]:
    """The excerpts that stand in a source, and those that cite it and do not, in the order of the page.

    ``work`` is the id of the work that the source is, where somebody says so: then only what cites it is looked at.
    Without it every excerpt is looked for, and the source is taken for a work whose title stands at its top or most of
    whose excerpts stand in it.
    """
    text = words_of(source.text, is_book=True)
    index = Index(text)
    of_work = {x.id: _work_of(book, x) for x in book.excerpts}
    chosen = [x for x in book.excerpts if work is None or of_work[x.id] == work]
    found: dict[str, Quotation] = {}
    for excerpt in chosen:
        words = words_of(excerpt.text)
        runs = find_runs(words, index) if len(words) else []
        if runs:
            found[excerpt.id] = _quotation(excerpt, words, index, source, differing(words, index, runs))
    because: dict[str | None, Reason] = (
        {work: Reason("so it was said")} if work is not None else dict(_taken_for(book, text, of_work, set(found)))
    )
    quotations = []
    for excerpt in chosen:
        reason = because.get(of_work[excerpt.id])
        one = found.get(excerpt.id)
        if one is None and reason is not None:
            one = Quotation(excerpt.id, source.name, source.sha256, Fidelity.NOT_FOUND)
        if one is not None:
            quotations.append(one if reason is None else replace(one, reasons=(reason,)))
    return quotations


def _work_of(book: Sourcebook, excerpt: Excerpt) -> str | None:
    return None if excerpt.citation is None else book.citations[excerpt.citation].work


def _taken_for(
    book: Sourcebook, text: Wording, of_work: dict[str, str | None], found: set[str]
) -> Iterator[tuple[str, Reason]]:
    """The works that the source is taken for, with the reason."""
    cited = Counter(work for work in of_work.values() if work is not None)
    standing = Counter(work for excerpt, work in of_work.items() if work is not None and excerpt in found)
    top = [f for f, start in zip(text.forms, text.starts, strict=True) if start < _TOP and not is_function_word(f)]
    for work, count in standing.items():
        title = str(book.works[work].csl.get("title", ""))
        words = [form for form in words_of(title).forms if not is_function_word(form)]
        if len(words) > 1 and _stands_together(words, top):
            yield work, Reason("the words of its title stand at the top", title)
        elif count >= _LEAST and count >= _MOST_OF * cited[work]:
            yield work, Reason(f"{count} of the {counted(cited[work], 'excerpt')} that cite it stand there")


def _stands_together(words: list[str], top: list[str]) -> bool:
    """Whether the words of a title stand beside each other: apart, words like "war" and "sea" stand in many books."""
    return any(
        sum(word in top[n : n + len(words)] for word in words) >= _TITLE * len(words)
        for n in range(max(1, len(top) - len(words) + 1))
    )


def _quotation(excerpt: Excerpt, words: Wording, index: Index, source: Source, stretches: list[Differing]) -> Quotation:
    same = [one for one in stretches if one.kind is None]
    departures = tuple(
        Departure(one.kind, _page_span(excerpt, words, one), _book_span(index, one), one.weights)
        for one in stretches
        if one.kind is not None
    )
    answering = tuple(Alignment(_page_span(excerpt, words, one), _book_span(index, one)) for one in same)
    kinds = {departure.kind for departure in departures}
    fidelity = next((gravest for gravest, of in _GRAVEST if kinds & of), Fidelity.VERBATIM)
    original = Span(min(a.b.start for a in answering), max(a.b.end for a in answering))
    share = sum(one.a2 - one.a1 for one in same) / len(words)
    return Quotation(excerpt.id, source.name, source.sha256, fidelity, original, round(share, 3), departures, answering)


def _page_span(excerpt: Excerpt, words: Wording, one: Differing) -> Span:
    if one.a1 < one.a2:
        return excerpt.page_span(words.starts[one.a1], words.ends[one.a2 - 1])
    if one.a1:
        at = excerpt.page_span(words.ends[one.a1 - 1] - 1, words.ends[one.a1 - 1]).end
    else:
        at = excerpt.page_span(words.starts[0], words.starts[0] + 1).start
    return Span(at, at)


def _book_span(index: Index, one: Differing) -> Span:
    book, words = index.book, index.words
    if one.b1 < one.b2:
        return Span(book.starts[words[one.b1]], book.ends[words[one.b2 - 1]])
    at = book.ends[words[one.b1 - 1]] if one.b1 else book.starts[words[0]]
    return Span(at, at)
