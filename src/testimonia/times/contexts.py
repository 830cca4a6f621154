"""What the page tells around a date that does not say it all: the date told before, the document's, the claim's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model import Reason, Span
from testimonia.words.dates import DateExpression, resolve
from testimonia.words.edtf import year_of
from testimonia.words.reckoning import reckon
from testimonia.words.relative_dates import From, RelativeDate
from testimonia.words.verbs import is_irregular_participle

__all__ = ["Contexts", "Told", "is_of_source", "is_told_back", "reckon_from", "resolve_from"]

_FUTURE = re.compile(r"\b(?:shall|will|going to|is to|are to|am to|next|must)\b|['’]ll\b")
_HAD = re.compile(
    r"\bhad\s(?:(?:not|never|already|only|first|just|since|also|then|been|[^\W\d_]+ly)\s){0,3}([^\W\d_]+)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"[\[(]\s?(?:(?:[Qq]uoted|[Cc]ited|[Tt]ranslated|[Tt]aken|[Ee]xcerpted|[Rr]eprinted)\s(?:from|in)\b"
    r"|[Ff]rom\s(?=[^\W\da-z_]|[\"“*])|[Ss]ee\b|[Cc]f\b|[Ss]ource\b|[Ii]bid\b)[^\[\]()]*$"
)
_MONTH = re.compile(r"\d{4}-(0\d|1[0-2])(?:-(\d\d))?")
_FAR, _NEAR = 900, 300  # code points after which a tale has come to another time; the less where a year alone was told
_LOOK_BACK, _BESIDE = 90, 6  # code points before a date, and words between its verb and it
_OTHER_CLAUSE = re.compile(r"[,.;:!?]|\b(?:and|but|who|which|that|when|while|until|before|after|since|by)\b")
_LONGEST_SOURCE = 200  # code points
_LOOK_AHEAD = 90  # code points before a date in which its sentence says that it is still to come


@dataclass(frozen=True, slots=True)
class Told:
    """A date with a year, and the words it stands in.

    ``back`` says that its verb looks back ("it had been shut on 4 December"), ``now`` is the date that it was reckoned
    from then, which the tale had come to.
    """

    edtf: str
    words: str
    span: Span
    back: bool = False
    now: Told | None = None

    @property
    def month(self) -> int | None:
        """The month, where it is told and it is one month."""
        found = _MONTH.search(self.edtf)
        return int(found.group(1)) if found else None

    @property
    def day(self) -> int | None:
        """The day of the month, where it is told."""
        found = _MONTH.search(self.edtf)
        return int(found.group(2)) if found and found.group(2) else None


class Contexts:
    """The dates that another can be reckoned from, as one reads through an excerpt."""

    def __init__(self, claim: Told | None) -> None:
        self.claim = claim
        self.document: Told | None = None
        self._at = 0
        self._speaker = ""
        self._last: Told | None = None
        self._of_speakers: dict[str, Told] = {}

    def enter(self, at: int, speaker: str, document: Told | None) -> None:
        """Come to a place of the page, to words of a speaker, in a document of this date."""
        self._at, self._speaker, self.document = at, speaker, document

    def tell(self, told: Told) -> None:
        """Note a date that was told."""
        self._last = self._of_speakers[self._speaker] = told

    @property
    def before(self) -> Told | None:
        """The date told last by the same speaker, or else by anybody in the excerpt; ``None`` where that is far off."""
        for told in (self._of_speakers.get(self._speaker), self._last):
            if told is not None and self._at - told.span.end <= (_NEAR if told.month is None else _FAR):
                return told
        return None


def resolve_from(
    date: DateExpression, contexts: Contexts, text: str, following: Told | None
) -> tuple[str, Reason | None]:
    """The date with its year where something around it tells it, and why; as printed where nothing does."""
    if date.has_year:
        return date.edtf, None
    opens = date.edtf.lstrip("./[{")
    printed = re.match(r"XXXX-(0\d|1[0-2])", opens)
    only_day = re.match(r"XXXX-XX-(\d\d)", opens)
    back = printed is not None and is_told_back(text, date.span)
    for told, rule in _around(contexts, following):
        whence = told
        if told.now is not None and printed is not None:
            told = told.now  # the tale goes on from where it had come to
        year, month = year_of(told.edtf), told.month
        if year is None or (only_day is not None and month is None):
            continue
        number: int | None = None
        if only_day is not None:
            assert month is not None
            late = whence is contexts.document and told.day is not None and int(only_day.group(1)) > told.day
            if late and not _is_future(text, date.span):
                year, month = (year, month - 1) if month > 1 else (year - 1, 12)
            number = month
        elif printed is not None and month is not None:
            here = int(printed.group(1)), _day_of(opens)
            if whence is contexts.before:
                year += _years_on(*here, told, back=back)
            elif whence is contexts.document:
                year += _years_off(*here, told, future=_is_future(text, date.span))
        why = Reason(rule, told.words, told.span)
        resolved = resolve(date, year, why, month=number)
        if resolved is not date:
            return resolved.edtf, why
    return date.edtf, None


def is_told_back(text: str, date: Span) -> bool:
    """Whether the verb before a date, in its clause, looks back: "had been settled on 9 December"."""
    start = max(0, date.start - _LOOK_BACK)
    if "had" not in text[start : date.start]:
        return False
    *_, found = (None, *_HAD.finditer(text, start, date.start))
    if found is None:
        return False
    between = text[found.end() : date.start]
    if _OTHER_CLAUSE.search(between) or len(between.split()) > _BESIDE:
        return False
    word = found[1].lower()
    return word.endswith("ed") or is_irregular_participle(word)


def is_of_source(text: str, date: Span) -> bool:
    """Whether a date stands in brackets that name a source, "[From Marlow, Salt, Hull, 1950]": it tells of a book."""
    before = text[max(0, date.start - _LONGEST_SOURCE) : date.start]
    return ("[" in before or "(" in before) and _SOURCE.search(before) is not None


def _around(contexts: Contexts, following: Told | None) -> Iterator[tuple[Told, str]]:
    if following is not None:
        yield following, "the date that follows at once"
    if contexts.before is not None:
        yield contexts.before, "the date told last in the excerpt"
    if contexts.document is not None:
        yield contexts.document, "the date of the document it stands in"
    if contexts.claim is not None:
        yield contexts.claim, "the date in the claim above"


def _years_on(month: int, day: int | None, told: Told, *, back: bool) -> int:
    """How many years from the date told last: a tale goes on from December to January, and looks back to December."""
    assert told.month is not None
    if back and not told.back:
        return -int((month, day or 0) > (told.month, told.day or 31))
    return int(month < told.month - 6)


def _years_off(month: int, day: int | None, told: Told, *, future: bool) -> int:
    """How many years from the date of a document, which tells of what is past unless its words say otherwise."""
    assert told.month is not None
    here, there = (month, day or 0), (told.month, (told.day or 31) if day else 0)
    return int(here < there) if future else -int(here > there)


def _day_of(edtf: str) -> int | None:
    found = re.match(r"XXXX-\d\d-(\d\d)", edtf)
    return int(found.group(1)) if found else None


def _is_future(text: str, date: Span) -> bool:
    """Whether the words before a date in its sentence speak of what is to come."""
    before = text[max(0, date.start - _LOOK_AHEAD) : date.start]
    return _FUTURE.search(re.split(r"[.!?]\s", before)[-1]) is not None


def reckon_from(date: RelativeDate, contexts: Contexts) -> tuple[str, Reason] | None:
    """A relative date reckoned from what is told; ``None`` where the page does not give it."""
    tries: list[tuple[Told | None, str]] = []
    if date.base in (From.NOW, From.EITHER):
        tries.append((contexts.document, "reckoned from the date of the document"))
    if date.base in (From.ANCHOR, From.EITHER):
        tries.append((contexts.before, "reckoned from the date told last"))
    for told, rule in tries:
        if told is not None:
            edtf = reckon(date, told.edtf)
            return (edtf, Reason(rule, told.words, told.span)) if edtf is not None else None
    return None
