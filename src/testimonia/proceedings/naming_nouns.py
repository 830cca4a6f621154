"""Proceedings that a noun names: "the Ash trial", "the second Skarra trial", "the May 1912 inquiry".

What the words beside the noun tell (`naming_words`) says which. What tells neither a proper noun, a person, an ordinal,
a number of accused nor a date ("the trial") names nothing here. In headings of capitals alone, a proper noun counts
only where an excerpt has it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Dating, ProceedingKind
from testimonia.words.accounts import Account
from testimonia.words.clauses import Sentence

from .lexicon import lexicon
from .naming_words import told_beside
from .namings import Dates, Naming, is_to_the_month, plain_label

__all__ = ["find_namings", "has_naming"]

_STEMS = ("trial", "court-martial", "inquir", "enquir", "inquest", "plenum", "commission", "case", "affair")
_ANY_STEMS = (*_STEMS, "defendants", "accused")
_BARE = re.compile(
    r"\b(?:the|this|that|his|her|their|its|a|an|any|each|every|no|such|on|at|in|of|for|our|my)\s$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"[\s,(]{1,2}(?:of|in|on|at|held|from|\d|himself|was|were|took|opened|began)|\sCommission", re.IGNORECASE
)
_ACCUSED = frozenset(("defendants", "accused"))  # with a year: "the 1912 defendants"
_ANY = re.compile(
    r"\b(?:(?:trial|court-martial|inquiry|enquiry|inquest|plenum|commission|case|affair)s?|"
    r"(?<=\d\s)(?:defendants|accused))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,(]*(?:(?:himself|herself|itself|held|which opened|that opened)\s)?"
    r"(?:(?:in|at)\s[A-Z]\w+,?\s)?(?:(?:in|of|on|from|during|,)\s)?"
    r"(?:the\s)?(?:(?:early|late|spring|middle)\s(?:of\s|in\s)?)?[(]?$",
    re.IGNORECASE,
)
_HELD = re.compile(r"\s(?:was|were)\s(?:then\s)?(?:held|opened|begun)\b|\s(?:took place|opened|began|was held)\b")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def has_naming(account: Account) -> bool:
    """Whether a record may name proceedings."""
    return account.has(_STEMS)


def find_namings(
    account: Account, dates: Dates, known: frozenset[str] = frozenset(), *, weak_only: bool = False
) -> Iterator[Naming]:
    """The namings of a record; ``known`` are the proper nouns that excerpts have in names.

    ``weak_only`` reads only the nouns that name something with a known proper noun alone.
    """
    words = lexicon()
    text = account.record.text
    for place in account.places_of(_ANY_STEMS):
        found = _ANY.match(text, place)
        if found is None:
            continue
        if weak_only and found.group().casefold() not in words.weak:
            continue
        if not weak_only and found.group().casefold() in words.weak and not known and found.group()[-1:] != "s":
            continue
        if _BARE.search(text, max(0, found.start() - 8), found.start()) and not _GOES_ON.match(text, found.end()):
            continue
        number = account.number_at(found.start())
        sentence = account.sentence(number)
        at = next((n for n, w in enumerate(sentence.words) if w.start <= found.start() < w.end), None)
        if at is None or sentence.words[at].named is not None:
            continue
        low = sentence.words[at].low
        kind = words.kinds.get(low)
        if kind is None and low not in words.weak and low not in _ACCUSED:
            continue
        naming = read_naming(account, sentence, at, kind or ProceedingKind.TRIAL, dates, known)
        if naming is None:
            continue
        labels = {key for key in naming.keys if key.startswith("label:")}
        if low in ("case", "affair") and _renamed(account.record.text, naming.end):
            labels = {key for key in naming.keys if key.startswith(("label:", "person:"))}
        if low in _ACCUSED and (naming.date is None or labels):
            continue
        if (
            kind is None
            and low not in _ACCUSED
            and not (labels and labels <= known)
            and not (low == "trials" and naming.date is not None and is_to_the_month(naming.date))
        ):
            continue
        yield naming


def _renamed(text: str, end: int) -> bool:
    """Whether a bracket right behind says what else it is called."""
    return re.match(r"\s?[\[(]", text[end : end + 2]) is not None


def read_naming(
    account: Account, sentence: Sentence, at: int, kind: ProceedingKind, dates: Dates, known: frozenset[str]
) -> Naming | None:
    """What the noun at a place of a sentence names; ``None`` if nothing tells which proceedings."""
    told = told_beside(sentence, at, known)
    words = sentence.words
    naming = Naming(account.record, words[told.first].start, words[told.last].end, kind)
    labels = [plain for label in told.labels if (plain := plain_label(label))]
    naming.keys = {f"label:{label}" for label in labels} | {f"person:{person}" for person in told.persons}
    if told.count:
        naming.keys.add(f"number:{told.count}")
    naming.date = _date_of(account, sentence, at, naming, dates)
    if told.ordinal and told.labels:
        label = plain_label(told.labels[-1])
        naming.keys.discard(f"label:{label}")
        naming.keys.add(f"ordinal:{told.ordinal} {label}")
    naming.place = told.place
    return naming if naming.keys or naming.date is not None else None


def _date_of(account: Account, sentence: Sentence, at: int, naming: Naming, dates: Dates) -> Dating | None:
    record = account.record
    whole = record.place(sentence.start, sentence.end)
    here = dates.within(whole)
    before = sentence.words[at - 1] if at else None
    if before is not None and _YEAR.fullmatch(before.word):  # "the 1912 trial", which is no date by itself
        place = record.place(before.start, before.end)
        if not any(d.span.overlaps(place) for d in here):
            return Dating("", place, before.word, before.word, "year", record.id, "", "")
    span = record.place(naming.start, naming.end)
    page = account.teller.book.text
    for dating in here:
        if span.contains(dating.span) or dating.span.overlaps(span):
            return dating
        if dating.span.start >= span.end and _AFTER.fullmatch(page[span.end : dating.span.start]):
            return dating
    if (naming.keys or naming.start < sentence.words[at].start) and _HELD.match(record.text, naming.end):
        return next((d for d in here if not d.edtf.startswith("XX")), None)
    return None
