"""Documents gathered from the places that name them: one that is met in several excerpts is one.

Two namings are of one document where they are of one family of types and have one author, and what each says of the
date agrees with what the other says: the same, or one within the other. Without dates they are one only where they
stand in one excerpt or name the same addressee. Dates that cannot both be right keep two documents apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from testimonia.model import Document, DocumentType, IdMaker, Reason, Span
from testimonia.words.edtf import is_within

from .naming import Naming, NamingPlace

__all__ = ["gather_documents"]

# what one writer calls a letter another calls a report
_FAMILIES = (
    frozenset({DocumentType.INTERROGATION, DocumentType.DEPOSITION}),
    frozenset({DocumentType.LETTER, DocumentType.REPORT, DocumentType.OTHER}),
    frozenset({DocumentType.SPEECH, DocumentType.REPORT}),
    frozenset({DocumentType.DECREE, DocumentType.OTHER}),
)
# kinds of which a work is one and not a collection of many
_WHOLE_WORKS = frozenset({DocumentType.INTERVIEW, DocumentType.DIARY, DocumentType.BOOK})


def gather_documents(
    namings: Sequence[Naming],
    ids: IdMaker,
    *,
    speakers: Mapping[Naming, Sequence[tuple[str, str]]] | None = None,
) -> tuple[tuple[Document, ...], Mapping[Naming, str]]:
    """The documents behind the namings, in the order in which they are first named, and which each naming is of.

    ``speakers`` are the ids and printed names of those to whom the words taken from a naming's document are given:
    where the naming does not say whose it is and they are one person, it is his.
    """
    groups: list[list[Naming]] = []
    why: list[list[Reason]] = []
    by_author: dict[str | None, list[int]] = {}
    whole = {naming: _with_author(naming, (speakers or {}).get(naming, ())) for naming in namings}
    for naming in sorted(whole.values(), key=lambda known: known.author is None):
        numbers = by_author.get(naming.author, [])
        if naming.author is None:
            numbers = numbers + _with_addressee(naming, groups)
        for number in numbers:
            reason = _joins(naming, groups[number])
            if reason is not None:
                groups[number].append(naming)
                why[number].append(Reason(reason, "", naming.span))
                break
        else:
            by_author.setdefault(naming.author, []).append(len(groups))
            groups.append([naming])
            why.append([])
    first = {naming: n for n, naming in enumerate(whole.values())}
    order = sorted(range(len(groups)), key=lambda number: min(first[naming] for naming in groups[number]))
    groups, why = [groups[number] for number in order], [why[number] for number in order]
    documents = tuple(_document(group, reasons, ids) for group, reasons in zip(groups, why, strict=True))
    which = {naming: document.id for group, document in zip(groups, documents, strict=True) for naming in group}
    return documents, {naming: which[known] for naming, known in whole.items()}


def _with_addressee(naming: Naming, groups: Sequence[Sequence[Naming]]) -> list[int]:
    """The one letter on the page to somebody, for a naming that says to whom and not from whom."""
    if naming.addressee is None:
        return []
    numbers = [
        n for n, group in enumerate(groups) if group[0].author and naming.addressee in {g.addressee for g in group}
    ]
    return numbers if len(numbers) == 1 else []


def _with_author(naming: Naming, speakers: Sequence[tuple[str, str]]) -> Naming:
    people = dict(speakers)
    if naming.author is not None or len(people) != 1 or naming.type is DocumentType.NEWSPAPER:
        return naming
    who, name = next(iter(people.items()))
    if who == "compiler" or who.startswith("author:"):
        return naming
    why = Reason(f"the words taken from it are given to {name or 'one speaker'}", "", None)
    return replace(naming, author=who, author_name=name or None, reasons=(*naming.reasons, why))


def _joins(naming: Naming, group: Sequence[Naming]) -> str | None:
    """Why a naming is of the document that a group names; ``None`` where it is not."""
    first = group[0]
    if any(other.span == naming.span for other in group):
        return "named by the same words"
    kin = naming.type is first.type or any(naming.type in family and first.type in family for family in _FAMILIES)
    if not kin or (naming.author is None and naming.addressee is None):
        return None
    for other in group:
        if naming.addressee and other.addressee and naming.addressee != other.addressee:
            return None
        if (
            naming.date
            and other.date
            and not (is_within(naming.date, other.date) or is_within(other.date, naming.date))
        ):
            return None
    if naming.where is NamingPlace.TITLE or first.where is NamingPlace.TITLE:
        same = (
            naming.where is first.where
            and naming.type is first.type
            and naming.type in _WHOLE_WORKS
            and naming.author is not None
            and _title_of(naming) == _title_of(first)
        )
        return "the same author and the same cited work" if same else None
    to_one = naming.addressee is not None and any(other.addressee == naming.addressee for other in group)
    if naming.author is None:
        return "the only one to this addressee on the page" if to_one else None
    if naming.date and any(other.date for other in group):
        return "same author and kind, and the dates agree"
    if to_one:
        return "same author, kind and addressee"
    if any(other.excerpt == naming.excerpt for other in group):
        return "same author and kind, named twice in one excerpt"
    return None


def _title_of(naming: Naming) -> str | None:
    return naming.reasons[0].words if naming.reasons else None


def _fineness(date: str) -> tuple[int, bool]:
    """What sorts exact dates first, and of days the stretch that they lie in."""
    return -date.split("/")[0].strip("[{").count("-"), "/" not in date


def _document(group: Sequence[Naming], reasons: Sequence[Reason], ids: IdMaker) -> Document:
    """The record of a group: the most exact date (of "23" and "23-25 July" the latter), every place."""
    first = group[0]
    dated = [naming for naming in group if naming.date]
    date = min((naming.date for naming in dated if naming.date), key=_fineness, default=None)
    spans: list[Span] = list(dict.fromkeys(naming.span for naming in group))
    return Document(
        ids.give(
            "d",
            first.type,
            date or "",
            first.author or "",
            first.addressee or "",
            "" if first.author else str(first.excerpt),
        ),
        first.type,
        date,
        next((naming.author for naming in group if naming.author), None),
        next((naming.author_name for naming in group if naming.author_name), None),
        tuple(dict.fromkeys(naming.date_span for naming in dated if naming.date_span is not None)),
        tuple(spans),
        tuple(dict.fromkeys(naming.excerpt for naming in group)),
        (*first.reasons, *reasons),
    )
