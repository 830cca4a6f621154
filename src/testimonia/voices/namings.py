"""Where an excerpt names a document that it quotes: a heading, a bracket after the words, an introduction, the title.

A `Naming` is one such place, with the words that say type, date and author; `documents` says which of them name one
document. A date that lacks its year takes it from what stands nearest on the page, and says so. Blind spots: a document
that is spoken of in one sentence and quoted in another; nouns that are not in ``documents.toml``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from testimonia.model import Citation, DocumentType, Excerpt, Reason, Sourcebook, Span
from testimonia.words.dates import DateExpression, Precision, find_dates, resolve
from testimonia.words.edtf import year_of
from testimonia.words.languages import guess_language

from .document_labels import find_labels
from .document_leads import find_leads
from .document_parties import Draft
from .document_words import DocumentWords, document_words
from .naming import Naming, NamingPlace
from .scene import Cast, Scene, make_scene

__all__ = ["Naming", "NamingPlace", "find_namings"]

_CONTINUES = re.compile(
    r"\s*[\[(][^\[\]()\n]{0,60}?\b(?:continu(?:es|ed|ing)|goes on|went on|resumes|resumed|cont(?:['’]d|\.)?)\s*[:.]?\s*[\])]",
    re.I,
)


def find_namings(book: Sourcebook) -> Mapping[str, tuple[Naming, ...]]:
    """The places where excerpts name documents, by the excerpt's id, each in the order of the page.

    An excerpt that only goes on with the one before ("[Ash continues]") has the naming that one ended with.
    """
    cast = Cast(book)
    words = document_words(guess_language(book.text) or "en")
    years = _Years(book)
    found: dict[str, tuple[Naming, ...]] = {}
    before: tuple[Excerpt, tuple[Naming, ...]] | None = None
    for excerpt in book.excerpts:
        scene = make_scene(excerpt, cast)
        drafts = [*find_labels(scene, words), *find_leads(scene, words), *_title(scene, words)]
        namings = [_naming(scene, draft, years) for draft in sorted(drafts, key=lambda d: d.start)]
        continued = _continued(cast, excerpt, before)
        namings += [continued] if continued is not None else []
        found[excerpt.id] = tuple(namings)
        before = excerpt, tuple(namings)
    return {id_: namings for id_, namings in found.items() if namings}


def _naming(scene: Scene, draft: Draft, years: _Years) -> Naming:
    date, inferred = draft.date, False
    reasons = list(draft.reasons)
    title = draft.where is NamingPlace.TITLE
    if date is not None and not title:
        date = replace(date, span=scene.page_span(date.span.start, date.span.end))
        reasons += date.reasons
        if not date.has_year:
            dated = years.resolve(date, scene.excerpt)
            inferred = dated is not date
            reasons += dated.reasons[len(date.reasons) :]
            date = dated
    citation = _citation(scene)
    span = citation.span if title and citation is not None else scene.page_span(draft.start, draft.end)
    return Naming(
        scene.excerpt.id,
        span,
        draft.type,
        draft.where,
        scene.page_span(draft.cover_start, max(draft.cover_end, draft.cover_start + 1)),
        date.edtf if date is not None else None,
        date.span if date is not None else None,
        inferred or (title and date is not None),
        draft.author,
        draft.author_name,
        draft.addressee,
        tuple(reasons),
    )


def _citation(scene: Scene) -> Citation | None:
    return scene.cast.citations.get(scene.excerpt.citation) if scene.excerpt.citation else None


def _title(scene: Scene, words: DocumentWords) -> Iterator[Draft]:
    """The cited work's own title, where it says that the whole work is a document or a collection of them."""
    citation = _citation(scene)
    if citation is None:
        return
    csl = citation.resolved or citation.csl
    title = str(csl.get("title") or "")
    for pattern, kind in words.titles:
        met = pattern.search(title)
        if met is None:
            continue
        draft = Draft(0, 0, kind, NamingPlace.TITLE, 0, len(scene.text))
        place = next((field.span for field in citation.fields if field.name == "title"), citation.span)
        draft.reasons.append(Reason("the cited work's title says what it is", title, place))
        if str(csl.get("type", "")).startswith("article") and isinstance(csl.get("issued"), str):
            issued = next((field.span for field in citation.fields if field.name == "issued"), citation.span)
            edtf = csl["issued"]
            precision = Precision.DAY if len(edtf) > 7 else Precision.YEAR
            draft.date = DateExpression(issued, edtf, edtf, precision)
        person = _person_of_title(scene, title, met)
        if person is not None:
            draft.author, draft.author_name = person
        yield draft
        return


def _person_of_title(scene: Scene, title: str, met: re.Match[str]) -> tuple[str, str] | None:
    """Whose words they are: ``Ash Remembers``, ``The Diary of Ash``, ``Conversations with Ash``."""
    before, after = title[: met.start()].strip(), title[met.end() :].strip()
    for part in (after, before):
        names = re.findall(r"[A-ZÀ-ÞА-ЯЁ][\w'’-]+", part.split(":")[0])
        for name in names:
            people = scene.cast._by_family.get(name.removesuffix("'s").removesuffix("’s").lower(), set())
            if len(people) == 1:
                return next(iter(people)), name.removesuffix("'s").removesuffix("’s")
    return None


def _continued(cast: Cast, excerpt: Excerpt, before: tuple[Excerpt, Sequence[Naming]] | None) -> Naming | None:
    """The naming that an excerpt takes over from the one before, where it says that it goes on."""
    found = _CONTINUES.match(excerpt.text)
    if found is None or before is None or before[0].claim != excerpt.claim:
        return None
    earlier, namings = before
    if _work(cast, earlier) != _work(cast, excerpt):
        return None
    last = next((n for n in reversed(namings) if n.where is not NamingPlace.TITLE), None)
    if last is None:
        return None
    why = Reason("goes on with the excerpt before", found.group().strip(), excerpt.page_span(*found.span()))
    covers = excerpt.page_span(found.end(), max(len(excerpt.text), found.end() + 1))
    return replace(last, excerpt=excerpt.id, covers=covers, reasons=(*last.reasons, why))


def _work(cast: Cast, excerpt: Excerpt) -> str | None:
    citation = cast.citations.get(excerpt.citation) if excerpt.citation else None
    return citation.work if citation is not None else None


class _Years:
    """Where a date that lacks its year can take it from."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self._dates: list[DateExpression] | None = None

    @property
    def dates(self) -> list[DateExpression]:
        """All dates of the page that have a year."""
        if self._dates is None:
            self._dates = [date for date in find_dates(self.book.text) if date.has_year]
        return self._dates

    def resolve(self, date: DateExpression, excerpt: Excerpt) -> DateExpression:
        """The date with its year; as it was where nothing tells."""
        for year, why in self._candidates(date, excerpt):
            dated = resolve(date, year, why)
            if dated is not date:
                return dated
        return date

    def _candidates(self, date: DateExpression, excerpt: Excerpt) -> Iterator[tuple[int, Reason]]:
        day = date.edtf.removeprefix("XXXX-")[:5]
        same = [d for d in self.dates if d.edtf[5:10] == day and d.precision is Precision.DAY]
        if same and len({d.edtf[:4] for d in same}) == 1:
            yield (
                int(same[0].edtf[:4]),
                Reason("the same day stands with its year elsewhere on the page", same[0].words, same[0].span),
            )
        inside = [d for d in self.dates if excerpt.span.contains(d.span) and d.precision is not Precision.DECADE]
        near = min(inside, key=lambda d: abs(d.span.start - date.span.start), default=None)
        if near is not None and (year := year_of(near.edtf)) is not None:
            yield year, Reason("the year that stands nearest in the excerpt", near.words, near.span)
        claim = self.book.claims[excerpt.claim] if excerpt.claim else None
        if claim is not None:
            for d in self.dates:
                if claim.span.contains(d.span) and (year := year_of(d.edtf)) is not None:
                    yield year, Reason("the year of the heading", d.words, d.span)
        month = Counter(d.edtf[:4] for d in self.dates if d.edtf[5:7] == date.edtf[5:7] and d.edtf[:4].isdigit())
        if month:
            most, times = month.most_common(1)[0]
            if times >= 2 and times > 0.5 * sum(month.values()):
                example = next(d for d in self.dates if d.edtf[:4] == most and d.edtf[5:7] == date.edtf[5:7])
                yield (
                    int(most),
                    Reason("most dates in that month on the page are of this year", example.words, example.span),
                )


_ = (DocumentType, Span, defaultdict)
