"""Words that are quoted one by one, and last words: what one account quotes where another quotes something else.

A row of words in inverted commas ("“rubbish” and “lies”") stands for one thing that was written or said. Where a row of
another account has one of its words and not the others, the accounts quote otherwise, if they share a word outside the
commas and the words are no names. And under a claim on somebody's last words each account that quotes him tells what
they were, unless it quotes more than once; what looks like a title is passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ..model import DependenceKind, DiscrepancyKind, Mode, Sourcebook, Voice
from ..words.stems import stem
from ..words.variants import plain_form
from .differences import Difference, Words, words_apart
from .sayings import Saying, Sayings

__all__ = ["differing_last_words", "differing_quoted_words"]

_ITEM = r"(?:[“\"‘'][^“”\"‘’'\n]{2,30}[”\"’'])"
_ROW = re.compile(rf"(?<![\w’]){_ITEM}(?:,?\s*(?:and|or|nor|,|;|/)?\s*{_ITEM})+")
_ITEMS = re.compile(_ITEM)
_FIRSTS = re.compile(r"(?<![^\W_])[“\"‘']([^\W\d_])")
_LETTERS = re.compile(r"[^\W_]+")
_LAST_WORDS = re.compile(r"\b(?:last|dying|final)\s+words\b", re.IGNORECASE)
_SAYING = re.compile(r"“([^“”]{8,160})”|\"([^\"\n]{8,160})\"|(?<!\w)‘((?:[^‘’]|’(?=\w)){8,160})’(?!\w)")
_LEAST = 3  # words of last words: fewer may be a title
_SURE = 0.55


def differing_quoted_words(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Rows of quoted words of accounts under one claim, or of one document, that share a word and differ."""
    rows: defaultdict[str, list[tuple[Words, frozenset[str]]]] = defaultdict(list)
    for record, own in sayings.of_record.items():
        text = own[0].text
        if not any(mark in text for mark in '“"‘'):
            continue
        for found in _ROW.finditer(text):
            items = frozenset(_plain(item) for item in _ITEMS.findall(found[0]))
            saying = next((s for s in reversed(own) if s.start <= found.start()), own[0])
            if len(items) > 1 and not all(first.isupper() for first in _FIRSTS.findall(found[0])):
                rows[record].append((Words(saying, *found.span()), items))
    of_one = {frozenset((d.a, d.b)) for d in book.dependences if d.kind is not DependenceKind.DERIVES}
    for one, other in combinations(rows, 2):
        beside = _section(sayings, one) == _section(sayings, other) >= 0
        if not beside and frozenset((one, other)) not in of_one:
            continue
        for here, items in rows[one]:
            for there, others in rows[other]:
                words = {stem(word) for item in items | others for word in item.split()}
                shared = sayings.pair(here.saying, there.saying).shared
                if items & others and items != others and any(f[0].isalpha() and f not in words for f in shared):
                    yield _worded(sayings, here, there, "words quoted one by one, which differ")


def differing_last_words(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """What accounts under a claim on somebody's last words let him say."""
    sections = frozenset(n for n, claim in enumerate(book.claims) if _LAST_WORDS.search(claim.text))
    if not sections:
        return
    voices: defaultdict[str, list[Voice]] = defaultdict(list)
    for voice in book.voices:
        voices[voice.excerpt].append(voice)
    told: defaultdict[int, list[tuple[Words, str]]] = defaultdict(list)
    for record, own in sayings.of_record.items():
        words = _spoken(own, voices[record]) if own[0].section in sections else None
        if words is not None:
            told[own[0].section].append(words)
    for section in sorted(told):
        for (here, one), (there, other) in combinations(told[section], 2):
            if _plain(here.cut) != _plain(there.cut) and (one == other or not (one and other)):
                yield _worded(sayings, here, there, "last words, told otherwise")


def _spoken(own: list[Saying], voices: list[Voice]) -> tuple[Words, str] | None:
    """The words that an account quotes, where it quotes once, and the id of who speaks them, empty of nobody known."""
    record = own[0].record
    spoken = []
    for found in _SAYING.finditer(record.text):
        group = found.lastindex or 1
        start, end = found.span(group)
        letters = _LETTERS.findall(found[group])
        if len(letters) < _LEAST or sum(word[0].isupper() for word in letters) * 2 >= len(letters):
            continue  # "The Lay of the Ferry"
        at = record.place(start, end).start
        speaker = next((v.speaker for v in voices if v.mode is Mode.QUOTE and v.span.start <= at < v.span.end), "")
        saying = next((s for s in reversed(own) if s.start <= start), own[0])
        spoken.append((Words(saying, start, end), "" if speaker.startswith("anon:") else speaker))
    return spoken[0] if len(spoken) == 1 else None


def _worded(sayings: Sayings, here: Words, there: Words, reason: str) -> Difference:
    return words_apart(sayings, here, there, here.cut, reason, base=_SURE, kind=DiscrepancyKind.WORDING)


def _section(sayings: Sayings, record: str) -> int:
    return sayings.of_record[record][0].section


def _plain(words: str) -> str:
    """The words alone, in one spelling: what another print spells otherwise is no other word."""
    return " ".join(map(plain_form, _LETTERS.findall(words.lower())))
