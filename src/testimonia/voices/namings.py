"""Where an excerpt names a document that it quotes: a heading, a bracket after the words, an introduction, the title.

What is printed whole shows by its own lines (`document_sheets`, `document_records`); a label over it completes it.

A `Naming` is one such place, with the words that say type, date and author; `documents` says which of them name one
document. A date that lacks its year takes it from what stands nearest on the page, and says so. Blind spots: a document
that is spoken of in one sentence and quoted in another; nouns that are not in ``documents.toml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from testimonia.model import Citation, DocumentType, Excerpt, Reason, Sourcebook, Span
from testimonia.words.dates import DateExpression, Precision, find_dates, resolve
from testimonia.words.languages import guess_language

from .document_forms import find_findings, find_forms, self_named
from .document_labels import find_labels
from .document_leads import find_datings, find_leads
from .document_lines import is_first_person
from .document_parties import Draft
from .document_records import find_records
from .document_sheets import find_sheets
from .document_words import DocumentWords, document_words
from .letter_lines import letter_heads
from .naming import Naming, NamingPlace
from .pleadings import find_pleadings
from .scene import Cast, Scene, scenes_of
from .witnesses import name_by_claim

__all__ = ["Naming", "NamingPlace", "find_namings", "naming_of"]

_NEAREST_FIRST = (
    (NamingPlace.CLOSING,),
    (NamingPlace.INTRODUCTION,),
    (NamingPlace.FORM, NamingPlace.HEADER, NamingPlace.SOURCE),
)
_MARK = (
    2  # code points by which words may begin before what is said to be taken from a document: a quotation mark, a space
)
_LEAST_COVERED = 30  # so many of them must be taken from it
_FINE = re.compile(r"\d{4}(?!/)")  # a date whose first year is one year
_NUMBERS_LINE = re.compile(r"(?:^|\n)[\s>*|]*\0[.)]")  # "1691. Mr. Ash: …"
# kinds of works whose title names who speaks in all of it; decrees and minutes of somebody's time are not his
_HIS_WORDS = frozenset(
    {
        DocumentType.INTERVIEW,
        DocumentType.SPEECH,
        DocumentType.LETTER,
        DocumentType.DIARY,
        DocumentType.DEPOSITION,
        DocumentType.INTERROGATION,
    }
)
_OFTEN = 2  # dates that must agree before a month's commonest year is taken
_NAME = r"[A-ZÀ-ÞА-ЯЁ][\w’'-]*?[\w](?:\s[A-ZÀ-ÞА-ЯЁ][\w’'-]*?[\w]){0,3}"
_NAME_BEHIND = re.compile(rf"\s*(?:of|by|with|from)?\s*({_NAME})(?=['’]s\b|[\s,.:;]|$)")
_NAME_AHEAD = re.compile(rf"(?:^|:\s)(?:The\s+)?({_NAME})(?:['’]s)?\s*$")
_CONTINUES = re.compile(
    r"\s*[\[(][^\[\]()\n]{0,60}?\b(?:continu(?:es|ed|ing)|goes on|went on|resumes|resumed|cont(?:['’]d|\.)?)"
    r"\s*[:.]?\s*[\])]",
    re.I,
)


def find_namings(
    book: Sourcebook, cast: Cast | None = None, scenes: Mapping[str, Scene] | None = None
) -> Mapping[str, tuple[Naming, ...]]:
    """The places where excerpts name documents, by the excerpt's id, each in the order of the page.

    An excerpt that only goes on with the one before ("[Ash continues]") has the naming that one ended with. ``cast`` is
    who is on the page and ``scenes`` are those of its excerpts by id, where they were made before.
    """
    cast = cast or Cast(book)
    scenes = scenes or scenes_of(book, cast)
    words = document_words(guess_language(book.text) or "en")
    years = _Years(book)
    found: dict[str, tuple[Naming, ...]] = {}
    before: tuple[Excerpt, tuple[Naming, ...]] | None = None
    last: Scene | None = None
    witnesses: set[tuple[str | None, str, str]] = set()
    for excerpt in book.excerpts:
        scene = scenes[excerpt.id]
        drafts = _drafts(scene, words, last if last is not None and _goes_with(cast, last.excerpt, excerpt) else None)
        name_by_claim(scene, drafts, witnesses)
        namings = [_naming(scene, draft, years) for draft in drafts]
        continued = _continued(cast, excerpt, before)
        namings += [continued] if continued is not None else []
        found[excerpt.id] = tuple(namings)
        before, last = (excerpt, tuple(namings)), scene
    return {id_: namings for id_, namings in found.items() if namings}


def naming_of(namings: Sequence[Naming], words: Span) -> Naming | None:
    """Which of an excerpt's namings some words of it are from; ``None`` where none speaks of them.

    What stands behind the words names them best, then what brings them in, nearest first, then their own form or the
    heading they stand under. The title of the whole work says nothing of words quoted in it. Words that stand inside a
    turn or quotation of somebody else are the caller's to leave out.
    """
    least = min(words.end, words.start + _LEAST_COVERED)
    about = [n for n in namings if n.covers.start <= words.start + _MARK and least <= n.covers.end]
    for places in _NEAREST_FIRST:
        found = [n for n in about if n.where in places]
        if found:
            return min(found, key=lambda n: (len(n.covers), -n.span.start))
    return None


def _drafts(scene: Scene, words: DocumentWords, earlier: Scene | None) -> list[Draft]:
    """Every naming of an excerpt in order; what the form of the words shows completes the label above them."""
    labels = list(find_labels(scene, words))
    leads = [lead for lead in find_leads(scene, words, earlier) if not any(_overlap(lead, label) for label in labels)]
    beginnings = [0, *(d.end for d in labels if d.where is NamingPlace.HEADER), *(d.cover_start for d in leads)]
    sheets = list(find_sheets(scene, words, beginnings))
    labels = [label for label in labels if not any(_heads(label, sheet) for sheet in sheets)]
    leads = [lead for lead in leads if not any(_brings_in_mail(lead, sheet) for sheet in sheets)]
    drafts = [*labels, *leads, *find_datings(scene)]
    for form in (
        *sheets,
        *find_forms(scene, words, beginnings),
        *find_records(scene, words, beginnings),
        *find_findings(scene),
        *find_pleadings(scene),
        *letter_heads(scene),
    ):
        if form not in sheets and any(_is_of(form, sheet) for sheet in sheets):
            continue
        above = next((d for d in drafts if _stands_over(d, form) and _complete(d, form)), None)
        if above is None:
            drafts.append(form)
    for sheet in sheets:
        if sheet.author is None and is_first_person(scene.text, sheet.head_end, sheet.cover_end):
            sheet.reasons.append(Reason("in the first person, and nothing says who writes"))
    for title in _title(scene, words):
        for draft in drafts:
            if draft.type is title.type and draft.where is NamingPlace.FORM and draft.date is None:
                draft.date, draft.dated_by_work = title.date, title.date is not None
        drafts.append(title)
    return sorted(drafts, key=lambda draft: (draft.start, draft.end))


def _stands_over(one: Draft, form: Draft) -> bool:
    """Whether the words whose form shows are right behind a heading or introduction."""
    before = one.end if one.where is NamingPlace.HEADER else one.cover_start
    return one.where in (NamingPlace.HEADER, NamingPlace.INTRODUCTION) and before <= form.start <= before + 3


def _heads(label: Draft, sheet: Draft) -> bool:
    """Whether a label is a line of the head of a document printed whole, which then knows what the label knows."""
    if not sheet.start <= label.start < sheet.head_end or label.where is not NamingPlace.HEADER:
        return False
    sheet.date = sheet.date or label.date
    if sheet.author is None:
        sheet.author, sheet.author_name = label.author, label.author_name
    sheet.addressee = sheet.addressee or label.addressee
    sheet.reasons += label.reasons
    if label.type not in (DocumentType.OTHER, DocumentType.NEWSPAPER):
        sheet.type = label.type
    return True


def _brings_in_mail(lead: Draft, sheet: Draft) -> bool:
    """Whether an introduction is the line that a mail within a mail stands under."""
    return sheet.start <= lead.start < sheet.end and sheet.head_end == sheet.cover_start == lead.cover_start


def _is_of(form: Draft, sheet: Draft) -> bool:
    """Whether a form shows in the first words of a document printed whole, which then knows who makes it."""
    if form.type is DocumentType.LETTER and sheet.cover_start <= form.start < sheet.cover_end:
        return True
    if not sheet.start <= form.start <= sheet.head_end:
        return False
    sheet.date = sheet.date or form.date
    if sheet.author is None:
        sheet.author, sheet.author_name = form.author, form.author_name
    return True


def _overlap(one: Draft, other: Draft) -> bool:
    return one.start < other.end and other.start < one.end


def _complete(label: Draft, form: Draft) -> bool:
    """Give a label what the words under it say themselves; whether they are of one document."""
    if label.type is not form.type and label.type is not DocumentType.OTHER:
        return False
    label.type = form.type
    label.date = label.date or form.date
    if label.author is None:
        label.author, label.author_name = form.author, form.author_name
    if form.closed and form.cover_start < form.cover_end:
        label.cover_end = min(label.cover_end, form.cover_end) if label.cover_end > form.start else form.cover_end
    label.reasons += form.reasons
    return True


def _naming(scene: Scene, draft: Draft, years: _Years) -> Naming:
    date = draft.date
    reasons = list(draft.reasons)
    title = draft.where is NamingPlace.TITLE
    if date is not None and not draft.dated_by_work:
        told = tuple(_on_page(scene, reason) for reason in date.reasons)
        date = replace(date, span=scene.page_span(date.span.start, date.span.end), reasons=told)
        reasons += told
        if not date.has_year:
            dated = years.resolve(date, scene.page_span(draft.start, draft.end), scene.excerpt)
            reasons += dated.reasons[len(date.reasons) :]
            date = dated
    citation = _citation(scene)
    span = (
        citation.span
        if title and citation is not None
        else scene.page_span(*_trimmed(scene.text, draft.start, draft.end))
    )
    return Naming(
        scene.excerpt.id,
        span,
        draft.type,
        draft.where,
        scene.page_span(*_trimmed(scene.text, draft.cover_start, max(draft.cover_end, draft.cover_start + 1))),
        date.edtf if date is not None else None,
        date.span if date is not None else None,
        draft.author,
        draft.author_name,
        draft.addressee,
        tuple(reasons),
    )


def _on_page(scene: Scene, reason: Reason) -> Reason:
    """A reason that was found in the excerpt's text, in offsets of the page."""
    return reason if reason.span is None else replace(reason, span=scene.page_span(reason.span.start, reason.span.end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space at its ends, so that it lies in pieces of the page."""
    first, last = start, end
    while last > first + 1 and text[last - 1 : last].isspace():
        last -= 1
    while first + 1 < last and text[first].isspace():
        first += 1
    return first, last


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
            draft.dated_by_work = True
            draft.reasons.append(Reason("dated as the cited work is", edtf, issued))
        person = _person_of_title(scene, title, met) if kind in _HIS_WORDS else None
        speaks = self_named(scene) if kind is DocumentType.DEPOSITION else None
        if speaks is not None:
            draft.author, draft.author_name = speaks.person, speaks.name
            draft.reasons.append(scene.reason("who he is by his first words", speaks.start, speaks.end))
        elif person is not None:
            draft.author, draft.author_name = person
        yield draft
        return


def _person_of_title(scene: Scene, title: str, met: re.Match[str]) -> tuple[str, str] | None:
    """Whose words they are: ``Ash Remembers``, ``The Diary of Ash``, ``Conversations with Ash``."""
    names = [m.group(1) for m in (_NAME_BEHIND.match(title, met.end()), _NAME_AHEAD.search(title, 0, met.start())) if m]
    for name in names:
        person = scene.cast.author_person(name, None)
        if person is not None:
            return person, name.split()[-1]
    return None


def _continued(cast: Cast, excerpt: Excerpt, before: tuple[Excerpt, Sequence[Naming]] | None) -> Naming | None:
    """The naming that an excerpt takes over from the one before, where it says that it goes on."""
    found = _CONTINUES.match(excerpt.text)
    if found is None or before is None or not _goes_with(cast, before[0], excerpt):
        return None
    namings = before[1]
    last = next((n for n in reversed(namings) if n.where is not NamingPlace.TITLE), None)
    if last is None:
        return None
    why = Reason("goes on with the excerpt before", found.group().strip(), excerpt.page_span(*found.span()))
    covers = excerpt.page_span(found.end(), max(len(excerpt.text), found.end() + 1))
    return replace(last, excerpt=excerpt.id, covers=covers, reasons=(*last.reasons, why))


def _goes_with(cast: Cast, one: Excerpt, other: Excerpt) -> bool:
    """Whether two excerpts stand under one heading and are from one work."""
    return one.claim == other.claim and _work(cast, one) == _work(cast, other)


def _work(cast: Cast, excerpt: Excerpt) -> str | None:
    citation = cast.citations.get(excerpt.citation) if excerpt.citation else None
    return citation.work if citation is not None else None


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 6) : span.start] + "\0" + text[span.end : span.end + 2]


class _Years:
    """Where a date that lacks its year can take it from."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self._dates: list[DateExpression] | None = None

    @property
    def dates(self) -> list[DateExpression]:
        """All dates of the page that have a year."""
        if self._dates is None:
            text = self.book.text
            dates = (date for date in find_dates(text) if date.has_year)
            self._dates = [
                d for d in dates if not (d.words.isdecimal() and _NUMBERS_LINE.search(_around(text, d.span)))
            ]
        return self._dates

    def resolve(self, date: DateExpression, naming: Span, excerpt: Excerpt) -> DateExpression:
        """The date with its year; as it was where nothing tells. ``naming`` are the words that name the document."""
        month = self._month(date, excerpt) if date.edtf.startswith("XXXX-XX-") else None
        if month is not None:
            date = replace(date, edtf=f"XXXX-{month[0]:02d}-{date.edtf[8:]}", reasons=(*date.reasons, month[1]))
        latest = self._latest(excerpt)
        for year, why in self._candidates(date, naming, excerpt, latest):
            if year > latest:
                continue
            dated = resolve(date, year, why)
            if dated is not date:
                return dated
        return date

    def _latest(self, excerpt: Excerpt) -> int:
        """The year in which the cited work came out, after which nothing it quotes can have been written."""
        citation = self.book.citations[excerpt.citation] if excerpt.citation else None
        issued = re.search(r"\d{4}", str((citation.resolved or citation.csl).get("issued") or "")) if citation else None
        return int(issued.group()) if issued else 9999

    def _month(self, date: DateExpression, excerpt: Excerpt) -> tuple[int, Reason] | None:
        """The month of "the 17th": of the same day with its month, else of the nearest date, in the same excerpt."""
        near = [
            d
            for d in find_dates(self.book.text, start=excerpt.span.start, end=excerpt.span.end)
            if re.match(r"(?:\d{4}|XXXX)-(?:0\d|1[0-2])", d.edtf)
        ]
        near.sort(key=lambda d: (d.edtf[8:10] != date.edtf[8:], abs(d.span.start - date.span.start)))
        if not near:
            return None
        return int(near[0].edtf[5:7]), Reason("the month that stands nearest", near[0].words, near[0].span)

    def _candidates(
        self, date: DateExpression, naming: Span, excerpt: Excerpt, latest: int
    ) -> Iterator[tuple[int, Reason]]:
        day, month = date.edtf[4:10], date.edtf[5:7]
        exact = [d for d in self.dates if d.precision is Precision.DAY and "/" not in d.edtf]
        told = [d for d in self.dates if excerpt.span.start <= d.span.start < naming.end and _FINE.match(d.edtf)]
        if told:  # not in the words that it brings in: they may tell of other years
            yield int(told[-1].edtf[:4]), Reason("the year last named in the excerpt", told[-1].words, told[-1].span)
        same = [d for d in exact if d.edtf[4:10] == day]
        if same and len({d.edtf[:4] for d in same}) == 1:
            why = "the same day stands with its year elsewhere on the page"
            yield int(same[0].edtf[:4]), Reason(why, same[0].words, same[0].span)
        claim = self.book.claims[excerpt.claim] if excerpt.claim else None
        if claim is not None:
            for d in self.dates:
                if claim.span.contains(d.span) and _FINE.match(d.edtf):
                    yield int(d.edtf[:4]), Reason("the year of the heading", d.words, d.span)
        monthly = [d for d in self.dates if d.edtf[5:7] == month and _FINE.match(d.edtf) and int(d.edtf[:4]) <= latest]
        years = Counter(d.edtf[:4] for d in monthly)
        if years:
            year, times = years.most_common(1)[0]
            if times >= _OFTEN and times > 0.5 * sum(years.values()):
                example = next(d for d in monthly if d.edtf[:4] == year)
                why = "most dates in that month on the page, before the work came out, are of this year"
                yield int(year), Reason(why, example.words, example.span)
