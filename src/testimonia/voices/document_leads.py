"""Documents named in running words that bring in what is quoted: "Ash wrote to Birch on 4 May:", "in his diary, …".

Looked for before each colon that ends a line and each opening quotation mark: the nearest noun of its sentence, if the
sentence quotes from it ("in a letter", "the report says", "a statement in which he said"), a newspaper by its name, or a verb of
writing with its addressee. All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from testimonia.model import DocumentType, Gender, Span
from testimonia.words.dates import DateExpression, find_dates
from testimonia.words.sentences import sentences
from testimonia.words.speech import english_speech

from .document_parties import Draft, body_in, read_parties, set_author
from .document_words import DocumentNoun, DocumentWords
from .naming import NamingPlace
from .scene import Actor, Scene, slug

__all__ = ["find_leads"]

_OPENING = re.compile(r":[ \t]*[-–—]*[ \t]*(?=\n)|(?<![^\s(\[:—–-])[\"“„«‘'](?=[\w.\[…\"'‘])")
_LONGEST_LEAD = 400  # code points of a sentence before what it brings in
_QUOTES_FROM = re.compile(
    r"\b(?:in|from|by|through|quotes?|quoted|quoting|cites?|cited|citing|reads?|reproduces?|prints?|printed|according to|entitled)\s+"
    r"(?:[^\s,;:.\"“]+[,\s]\s?){0,6}$",
    re.I,
)
_SUBJECT = re.compile(
    r"^\W*(?:(?:and|but|then|thus|so|also|later|again|here|even)\s+)?(?:the|an?|his|her|their|its|this|that|my|our|one|another)?\s*(?:[^\s,;:.\"“]+\s+){0,5}$",
    re.I,
)
_MADE = re.compile(
    r"\b(?:sent|wrote|issued|made|gave|drafted|published|dictated|signed|addressed|delivered|released|composed|penned|received|read|is|was|are|were|of)\s+"
    r"(?:[^\s,;:.\"“]+\s+){0,5}$",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:which|who|he|she|they|it|reads?|says?|said|stated?s?|declares?d?|ran|runs|begins?|began|contains?|contained|concludes?|concluded|"
    r"as follows|following|in part|shows?|describes?|recorded|records?|wrote|writes|has|had|have)\b|[-–—:,]\s*$|^\s*$",
    re.I,
)
_NOT_ABOUT = re.compile(
    r"\b(?:about|after|before|of|on|against|without|to|with|for|concerning|regarding|discuss\w*|read|reading|saw|signed?|demand\w*|refus\w*)\s+(?:[^\s,;:.\"“]+\s+){0,3}$",
    re.I,
)
_WROTE_TO = re.compile(
    r"\b(?P<verb>wr(?:ote|ites|iting|itten)|cabled|wired|telegraphed|radioed)\b(?P<way>\s+(?:\w+\s+){0,2}?(?:to\s+)?)",
    re.I,
)
_ON_DAY = re.compile(r"\W*(?:On|Under|Am|Le)\s+(?:the\s+)?$", re.I)
_DATED = re.compile(r"(?:,|\b(?:on|of|dated|from|under|in|vom|du|от))\s+(?:the\s+)?$", re.I)
_SAID_AFTER = re.compile(
    r"\s*\W*\s*(?:This|That|It|These words|The (?P<noun>[a-z]+))\s+(?:was|were|is)\s+(?P<how>written|spoken|published|dated|printed|said)\s+(?:on|in)?\s*",
    re.I,
)


def find_leads(scene: Scene, words: DocumentWords) -> Iterator[Draft]:
    """The introductions of an excerpt in order, each covering what follows it."""
    text = scene.text
    openings = [(found.start(), found.group()[0]) for found in _OPENING.finditer(text)]
    if not openings:
        return
    spans = sentences(text)
    starts = [span.start for span in spans]
    past: tuple[int, int] | None = None
    for at, sign in openings:
        place = bisect_right(starts, at) - 1
        if place < 0:
            continue
        begin = max(spans[place].start, at - _LONGEST_LEAD)
        if begin >= at:
            continue
        draft = _read_lead(scene, words, begin, at)
        if draft is None or (draft.start, draft.end) == past:
            continue
        past = draft.start, draft.end
        draft.cover_start = at if sign != ":" else at + 1
        draft.cover_end = len(text)
        yield draft


def _read_lead(scene: Scene, words: DocumentWords, begin: int, at: int) -> Draft | None:
    text = scene.text
    best: DocumentNoun | None = None
    for noun in words.nouns_in(text, begin, at):
        if _brings_in(text, begin, at, noun):
            best = noun
    if best is not None:
        draft = Draft(best.start, best.end, best.type, NamingPlace.INTRODUCTION, at, at)
        draft.date = _date_near(text, begin, at, best.start, best.end)
        read_parties(scene, draft, begin, at, best)
        if best.weak and draft.date is None and draft.author is None and body_in(text, begin, at, best) is None:
            return None
        draft.reasons.insert(0, scene.reason("named where the words are brought in", begin, at))
        return draft
    return _paper(scene, words, begin, at) or _verb(scene, begin, at)


def _brings_in(text: str, begin: int, at: int, noun: DocumentNoun) -> bool:
    """Whether the sentence quotes from what the noun names, and does not merely speak of it."""
    before, after = text[begin : noun.start], text[noun.end : at]
    if _QUOTES_FROM.search(before):
        return True
    if _NOT_ABOUT.search(before) and not _MADE.search(before):
        return False
    return bool((_SUBJECT.search(before) or _MADE.search(before)) and _TELLS.search(after))


def _paper(scene: Scene, words: DocumentWords, begin: int, at: int) -> Draft | None:
    return None


def _verb(scene: Scene, begin: int, at: int) -> Draft | None:
    return None


def _date_near(text: str, begin: int, at: int, start: int, end: int) -> DateExpression | None:
    """The date that belongs to the noun: beside it, at the head of the sentence, or right before what is quoted."""
    for date in find_dates(text, start=begin, end=at):
        before, after = text[begin : date.span.start], text[date.span.end : at]
        if not before.strip(" \"“'[(") or _ON_DAY.fullmatch(before):
            return date
        if (
            date.span.end <= start
            and len(text[date.span.end : start].split()) <= 3
            and "," not in text[date.span.end : start]
        ):
            return date
        if date.span.start >= end and _DATED.search(before):
            return date
    return None


_ = (Actor, Sequence, Gender, Span, english_speech, set_author, slug, _WROTE_TO, _SAID_AFTER)
