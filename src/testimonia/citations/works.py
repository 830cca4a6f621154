"""Citations gathered into works: one record over all spellings and editions, with the reason for each joining.

Records are compared only with those that share a key with them (a name and a word of the title, the
whole title, a name and a year), so the time grows with the number of records and not with its square.
Sure evidence (the same title) is used up before weaker evidence (a subtitle left out), and two groups
are joined only where no record of the one speaks against a record of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model import IdMaker, Reason, Span, Work
from .forms import Form, form_of
from .keys import NAME_ROLES, fold, skeleton
from .same_titles import initials_of
from .sameness import conflict, why_same

__all__ = ["CitedForm", "gather_works"]

# What a record says of one citation and not of the work.
_OF_THE_CITATION = ("page", "locator", "label", "note", "id")

# How strong, which two (by their order), the two, and why.
_Judged = tuple[int, tuple[int, int], "_Record", "_Record", str]

# No record is compared with more than so many others under one key: a page of one prolific author stays quick.
_MOST_UNDER_A_KEY = 60
# Two groups are checked against each other by at most so many records of each.
_MOST_CHECKED = 12


@dataclass(frozen=True, slots=True)
class CitedForm:
    """One citation as far as gathering needs it: what it says, or stands for, and its words without the page.

    ``span`` and ``text`` are where it stands and its words; ``whole`` is false where it stands for what it does not
    itself print.
    """

    csl: Mapping[str, Any]
    spelling: str | None
    span: Span | None = None
    text: str | None = None
    whole: bool = True


@dataclass(slots=True)
class _Record:
    """All citations that say the very same of their source."""

    csl: Mapping[str, Any]
    form: Form
    order: int
    read_from: CitedForm  # the first that prints it, or else that stands for it
    sort: str  # what it says, to take records in an order that does not hang on the page's
    count: int = 0
    listed: bool = False
    spellings: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Group:
    records: list[_Record]
    reasons: dict[int, str] = field(default_factory=dict)  # by the order of the record


def _frozen(csl: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a record says of its source, the place in it left out."""
    said: list[Any] = []
    for name in sorted(csl):
        if name in _OF_THE_CITATION:
            continue
        value = csl[name]
        if isinstance(value, (list, tuple)):
            value = tuple(tuple(sorted(v.items())) if isinstance(v, Mapping) else str(v) for v in value)
        elif isinstance(value, Mapping):
            value = repr(sorted(value.items()))
        said.append((name, value))
    return tuple(said)


def _keys(form: Form) -> Iterator[tuple[str, ...]]:
    """The keys under which a record meets those it may be one work with."""
    families = {skeleton(w) for name in form.everyone for w in (name.family or name.given)}
    for title in form.titles:
        if title:
            yield ("title", "".join(skeleton(w) for w in title.main))
            yield ("squeezed", title.squeezed)
            yield ("words", *(skeleton(w) for w in title.whole[:2]))
            yield ("end", *(skeleton(w) for w in title.whole[-3:]), form.year)
        for family in families:
            for word in title.main[:6]:
                yield ("name", family, skeleton(word))
    for family in families:
        yield ("year", family, form.year)
    if form.said:
        yield ("said", form.said, form.year)
    if form.container and not form.title:
        yield ("in", form.container.squeezed)
        for initials in initials_of(form.container):
            yield ("in", initials)


def gather_works(cited: Sequence[CitedForm], listed: Sequence[CitedForm] = ()) -> tuple[list[Work], list[str | None]]:
    """The works, most cited first met first, and for each citation the id of its work.

    A citation that names neither a person nor a title nor a periodical has no work: ``None``. ``listed`` are the
    entries of the page's lists of sources: each is a work, or completes one, and counts for no citation.
    """
    records: dict[tuple[Any, ...], _Record] = {}
    belongs: list[_Record | None] = []
    for order, item in enumerate(cited):
        key = _frozen(item.csl)
        record = records.get(key)
        if record is None:
            record = _Record(item.csl, form_of(item.csl), order, item, repr(key))
            records[key] = record
        elif item.whole and not record.read_from.whole:
            record.read_from = item
        if not (record.form.title or record.form.container or record.form.everyone):
            belongs.append(None)
            continue
        record.count += 1
        if item.spelling:
            record.spellings.setdefault(item.spelling)
        belongs.append(record)
    for order, item in enumerate(listed, len(cited)):
        record = records.setdefault(
            key := _frozen(item.csl), _Record(item.csl, form_of(item.csl), order, item, repr(key))
        )
        record.listed = True
        if not record.read_from.whole:
            record.read_from = item
    groups = _join([r for r in records.values() if r.count or r.listed])
    ids = IdMaker()
    work_of: dict[int, str] = {}
    works = []
    for group in groups:
        work = _work(group, ids)
        works.append(work)
        for record in group.records:
            work_of[record.order] = work.id
    return works, [None if r is None else work_of[r.order] for r in belongs]


def _join(records: Sequence[_Record]) -> list[_Group]:
    group_of = {r.order: _Group([r]) for r in records}
    under: dict[tuple[str, ...], list[_Record]] = {}
    pairs: dict[tuple[int, int], tuple[_Record, _Record]] = {}
    for record in records:
        for key in set(_keys(record.form)):
            met = under.setdefault(key, [])
            for other in met[-_MOST_UNDER_A_KEY:]:
                pairs.setdefault((other.order, record.order), (other, record))
            met.append(record)
    judged: list[_Judged] = []
    for at in sorted(pairs):
        one, other = pairs[at]
        why = why_same(one.form, other.form)
        if why is not None:
            judged.append((_strength(why, one.form, other.form), at, one, other, why))
    judged.sort(key=lambda j: (j[0], *sorted((j[2].sort, j[3].sort))))
    near: dict[int, list[_Judged]] = {}
    for verdict in judged:
        near.setdefault(verdict[2].order, []).append(verdict)
        near.setdefault(verdict[3].order, []).append(verdict)
    for strength, _, one, other, why in judged:
        mine, theirs = group_of[one.order], group_of[other.order]
        if mine is theirs or _speak_against(mine, theirs):
            continue
        if strength and _is_ambiguous(one, other, strength, near, group_of):
            continue
        if theirs.records[0].order < mine.records[0].order:
            mine, theirs, one, other = theirs, mine, other, one
        _merge(mine, theirs, other, why, group_of)
    seen: dict[int, _Group] = {}
    for record in records:
        group = group_of[record.order]
        seen.setdefault(id(group), group)
    return list(seen.values())


def _strength(why: str, one: Form, other: Form) -> int:
    """0 for the same title and names, more for what is cut, misprinted or left out; the same imprint first."""
    strength = 0
    if "left out" in why or "cut short" in why or "misprint" in why:
        same_year = bool(one.year) and one.year == other.year
        strength = 2 if same_year else 4 if one.publisher & other.publisher else 6
    told_alike = len(one.everyone) == len(other.everyone) and all(
        a.given == b.given for a, b in zip(one.everyone, other.everyone, strict=True)
    )
    return strength + (not told_alike)


def _is_ambiguous(
    one: _Record,
    other: _Record,
    strength: int,
    near: Mapping[int, Sequence[_Judged]],
    group_of: Mapping[int, _Group],
) -> bool:
    """Whether what is left out in one (a subtitle, a given name) could as well be that of another work."""
    for vague, told in ((one, other), (other, one)):
        for rival_strength, _, a, b, _ in near[vague.order]:
            rival = b if vague is a else a
            if rival is told or rival_strength > strength:
                continue
            if group_of[rival.order] is not group_of[told.order] and conflict(rival.form, told.form):
                return True
    return False


def _speak_against(mine: _Group, theirs: _Group) -> bool:
    return any(conflict(a.form, b.form) for a in mine.records[:_MOST_CHECKED] for b in theirs.records[:_MOST_CHECKED])


def _merge(mine: _Group, theirs: _Group, joined: _Record, why: str, group_of: dict[int, _Group]) -> None:
    for record in theirs.records:
        group_of[record.order] = mine
    first = theirs.records[0]
    mine.records += theirs.records
    mine.reasons |= theirs.reasons
    mine.reasons[joined.order] = why
    if first is not joined and first.order not in mine.reasons:
        mine.reasons[first.order] = why


def _fullness(record: _Record) -> tuple[int, int, int]:
    names = sum(len(str(n.get("given") or "")) > 2 for role in NAME_ROLES for n in record.csl.get(role) or ())
    fields = sum(1 for k, v in record.csl.items() if v and k not in (*_OF_THE_CITATION, "type"))
    return fields, names, len(record.form.title.whole)


def _work(group: _Group, ids: IdMaker) -> Work:
    group.records.sort(key=lambda r: r.order)
    fullest = max(group.records, key=lambda r: (*_fullness(r), r.count, -r.order))
    csl = {k: v for k, v in fullest.csl.items() if k not in _OF_THE_CITATION}
    reasons = []
    spellings: dict[str, None] = {}
    for record in group.records:
        why = group.reasons.get(record.order)
        for spelling in record.spellings or ({_shown(record.csl): None} if why else {}):
            if why is None and spellings:
                why = "the same record, printed otherwise"
            if why is not None and spelling not in spellings:
                reasons.append(Reason(why, spelling))
            spellings.setdefault(spelling)
    counts = Counter({r.order: r.count for r in group.records})
    return Work(
        id=ids.give("w", *_identity(fullest.form, csl)),
        csl=csl,
        citations=counts.total(),
        spellings=tuple(spellings),
        reasons=tuple(reasons),
        span=fullest.read_from.span,
        text=fullest.read_from.text,
    )


def _identity(form: Form, csl: Mapping[str, Any]) -> tuple[str, ...]:
    """What a work is known by: who and which title; the imprint only where it has no title."""
    people = form.everyone
    family = "".join(people[0].family or people[0].given) if people else ""
    title = form.title.squeezed or form.container.squeezed or fold(str(csl.get("issued") or ""))
    return family, title


def _shown(csl: Mapping[str, Any]) -> str:
    return str(csl.get("title") or csl.get("container-title") or csl.get("issued") or "")
