"""Documents named apart from running words: a bracket or line before the words, or behind them.

``[4 May 1911, letter of Ash to his wife]`` before, ``(Ash. Minutes of the examination of 4 May 1911)`` behind, lines
such as ``Affidavit`` or ``Statement of Ash, taken at Hull, 4 May 1911.``, and a second source, ``[From A. Ash, Salt,
1931]``.
All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from testimonia.model import DocumentType
from testimonia.words.dates import Precision, find_dates
from testimonia.words.quotes import read_quotations
from testimonia.words.speech import english_speech

from .document_parties import Draft, date_in, read_parties, set_author
from .document_words import DocumentNoun, DocumentWords
from .letter_lines import closing_brackets, letter_lines
from .naming import NamingPlace
from .scene import Scene

__all__ = ["find_labels"]

# a quotation mark at the beginning of a line may be a bracket misprinted
_BRACKET = re.compile(
    r"(?:[\[(]|^[\"“](?=[^\"”\[\](\n]*[\])][ .]*$))(?P<words>[^\[\]()\n]{3,300}(?:\n[^\[\]()\n]{1,200}){0,3})[\])]",
    re.MULTILINE,
)
_NO_LABEL = re.compile(
    r"\s*(?:foot-?note|end-?note|note\b|ed(?:itor|s)?\b|translator|cf\.|see\b|i\.e|e\.g|pp?\. ?\d|sic\b)", re.I
)
_OPENS_LABEL = re.compile(
    r"\s*(?:(?:from|excerpts?|extracts?|in|at|an?|the|his|her|their|this|secret|confidential|official|second|first|last|part|"
    r"draft|copy|text|of|summary|undated|unsigned|private|public|open)\s+)*$",
    re.I,
)
_QUOTE_BEFORE = re.compile(r"[\"”“'’»«.!?…]\s*$")
_GOES_ON = re.compile(
    r"[\s.,…]*(?:(?:and\s+)?(?:further|again|also|later|then|moreover|in addition)\b[^:\n\"“]{0,40}:)?\s*", re.I
)
_RECORD_OF = re.compile(r"\s+(?:of|to|from)\s+(?:the\s+|an?\s+|his\s+|her\s+)?(?:\w+\s+)?", re.I)
_TAKEN_FROM = re.compile(r"(?:from|extracts?|excerpts?|part|aus|auszug|extrait|из)\b", re.I)
_LONGEST_LINE = 150  # characters of a line that is a heading of a document and no sentence
_PAGE_OF = re.compile(
    r"(?:(?:quoted )?(?:from|in)\s+|see\s+)?(?P<title>[A-ZÀ-ÞА-ЯЁ\"“][^\n]{4,120}?),?\s+"
    r"(?:vol\.\s?\w+,?\s)?(?:pp?\.|pages?|S\.|с\.)\s?\d[\d\s,–-]*\.?\s*",
    re.I,
)
_FROM_WORK = re.compile(
    r"(?:quoted\s+)?from\s+(?P<title>[A-ZÀ-ÞА-ЯЁ\"“][^\n]{8,160}?)[,\s(]+(?P<year>1[4-9]\d\d|20\d\d)\)?\.?\s*", re.I
)


_MARKED = re.compile(r"[\s*_#]*(?:\[[^\[\]\n]{3,40}\]\s*)?")
_DASHED = re.compile(r"[\s*_#]*(?:(?:--|[–—―-])\s*|\[[^\[\]\n]{3,40}\]\s*)?")  # "-- Ash's day-book, 11 April 1921."


def find_labels(scene: Scene, words: DocumentWords) -> Iterator[Draft]:
    """The labels of an excerpt in order, each covering the words it stands over or under."""
    drafts = [*_brackets(scene, words), *_lines(scene, words)]
    for found in (letter_lines(scene), closing_brackets(scene)):
        drafts += [d for d in found if not any(d.start < o.end and o.start < d.end for o in drafts)]
    drafts.sort(key=lambda draft: draft.start)
    stops = [draft.start for draft in drafts if draft.where is NamingPlace.HEADER] + [len(scene.text)]
    past = 0
    for draft in drafts:
        if draft.where is NamingPlace.HEADER or (draft.where is NamingPlace.SOURCE and draft.cover_start >= draft.end):
            draft.cover_start = draft.start if _is_its_own(scene.text, draft) else draft.end
            draft.cover_end = next(stop for stop in stops if stop > draft.start)
        else:
            draft.cover_start, draft.cover_end = _words_before(scene.text, past, draft.start)
        past = draft.end
        yield draft


def _is_its_own(text: str, draft: Draft) -> bool:
    """Whether a heading is part of the document, and not what somebody else set over it."""
    return text[draft.start] not in "[(" and text[draft.end - 1] != ":" and not _TAKEN_FROM.match(text, draft.start)


def _words_before(text: str, low: int, at: int) -> tuple[int, int]:
    """What a label stands under: the quotation before it and what that goes on from ("And further:"), else all words
    back to the paragraph that brings them in.
    """
    quotations = [q.span for q in read_quotations(text, low, at).quotations if q.depth == 0]
    told = bool(quotations) and _ends_tale(text, low, quotations[-1].start, at)
    if not quotations or told or text[quotations[-1].end : at].strip(" \n.,;"):
        return max(low, text.rfind(":\n", low, at) + 1), at
    start = quotations[-1].start
    for before in reversed(quotations[:-1]):
        if not _GOES_ON.fullmatch(text, before.end, start):
            break
        start = before.start
    return start, at


def _ends_tale(text: str, low: int, quote: int, at: int) -> bool:
    """Whether a label on a line of its own stands under a paragraph that only ends in a quotation: "… He said "No."."""
    line = text.rfind("\n", low, at) + 1
    if line <= quote or text[line:at].strip():
        return False
    return len(text[max(low, text.rfind("\n", low, quote) + 1) : quote].split()) > _LEAD_WORDS


_LEAD_WORDS = 12  # words before a quotation in its paragraph, which more than lead it in


def _brackets(scene: Scene, words: DocumentWords) -> Iterator[Draft]:
    text = scene.text
    for found in _BRACKET.finditer(text):
        start, end = found.span("words")
        if _NO_LABEL.match(text, start, end):
            continue
        leads = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" \t\"“'‘«>")
        closes = not leads and _QUOTE_BEFORE.search(text, max(0, found.start() - 4), found.start()) is not None
        if not leads and not closes:
            continue
        line_end = text.find("\n", found.end())
        alone = leads and not text[found.end() : line_end if line_end >= 0 else len(text)].strip(" .,:;")
        source = _source(scene, found.span(), start, end, leads=leads)
        if source is not None:
            yield source
            continue
        noun = _head(text, words, start, end, scene)
        if noun is None:
            continue
        where = NamingPlace.HEADER
        if closes or (alone and _stands_under(scene, found.start(), found.end(), noun)):
            where = NamingPlace.CLOSING
        draft = Draft(*found.span(), noun.type, where, 0, 0, date_in(text, start, end))
        read_parties(scene, draft, start, end, noun)
        known = draft.date is not None or draft.author is not None
        if not known and (noun.weak or where is NamingPlace.CLOSING or not _is_label(scene, start, end, noun)):
            continue
        draft.reasons.insert(
            0,
            scene.reason(
                f"a bracket {'behind' if where is NamingPlace.CLOSING else 'before'} the words names it", *found.span()
            ),
        )
        yield draft


def _head(text: str, words: DocumentWords, start: int, end: int, scene: Scene) -> DocumentNoun | None:
    """The noun that says what a label is: the first, weak ones only where no other stands."""
    nouns = list(words.nouns_in(text, start, end))
    strong = next((noun for noun in nouns if not noun.weak), None)
    first = nouns[0] if nouns else None
    if first is not None and first.type is DocumentType.OTHER and len(nouns) > 1:
        second = nouns[1]  # "transcript of the speech", "minutes to the interrogation" are of the kind they record
        if second.type is not DocumentType.OTHER and _RECORD_OF.fullmatch(text, first.end, second.start):
            return replace(second, start=first.start, weak=False)
    if first is None or strong is first:
        return first
    if strong is not None and re.search(
        r"\b(?:on|about|concerning|to|against|in response|for)\b", text[first.end : strong.start]
    ):
        return first
    return strong or first


def _stands_under(scene: Scene, start: int, end: int, noun: DocumentNoun) -> bool:
    """Whether a bracket alone on its line belongs to the words before it and not to those behind."""
    text = scene.text
    if not text[:start].strip():
        return False
    if text[start] == "(" or not text[end:].strip(" .\n\t"):
        return True
    first = scene.named_at(start, min(noun.start, start + 30))
    signed = first is not None and re.match(r"[.,:]", text[first.end : first.end + 1]) is not None
    return signed and text[:start].rstrip()[-1:] in "\"”“'’»«"


def _source(scene: Scene, span: tuple[int, int], start: int, end: int, *, leads: bool) -> Draft | None:
    text = scene.text
    found = _PAGE_OF.fullmatch(text, start, end) or _FROM_WORK.fullmatch(text, start, end)
    if found is None or not re.search(r"[^\W\d_]{3}", found["title"]):
        return None
    dates = [d for d in find_dates(text, start=start, end=end) if d.span.end >= found.end("title")]
    if dates and dates[-1].precision is not Precision.YEAR:
        return None  # "From Ash's speech in the House on 4 May 1911" names no book
    draft = Draft(*span, DocumentType.BOOK, NamingPlace.SOURCE, span[1] if leads else 0, 0)
    draft.date = dates[-1] if dates else None
    actors = scene.actors_in(start, end)
    if actors and actors[0].start - found.start("title") < 24:
        set_author(scene, draft, actors[:1], actors[0])
    draft.reasons.insert(0, scene.reason("a second source is named", *span))
    return draft


def _lines(scene: Scene, words: DocumentWords) -> Iterator[Draft]:
    """Lines of their own, without brackets, that name a document."""
    text = scene.text
    bounds = [-1, *(found.start() for found in re.finditer(r"\n", text)), len(text)]
    lines = [(a + 1, b) for a, b in pairwise(bounds) if text[a + 1 : b].strip()]
    for place, (start, end) in enumerate(lines):
        dashed = place == len(lines) - 1 and place > 0
        lead = (_DASHED if dashed else _MARKED).match(text[start:end])
        begin = start + (lead.end() if lead else 0)
        if not begin < end <= begin + _LONGEST_LINE * 2 or text[begin] in "[(\"“'‘«„":
            continue
        first, last = place == 0, place == len(lines) - 1
        if last and first:
            continue
        stop = begin + len(text[begin:end].rstrip())
        ends = text[stop - 1]
        dated = lead is not None and "[" in lead.group()
        if (stop - begin > _LONGEST_LINE and not dated) or (ends in ".!?;," and not (last and ends == ".")):
            continue
        noun = next(iter(words.nouns_in(text, begin, min(stop, begin + 80))), None)
        if noun is None or not _is_label(scene, begin, stop, noun, dated=dated):
            continue
        draft = Draft(
            start,
            stop,
            noun.type,
            NamingPlace.CLOSING if last else NamingPlace.HEADER,
            0,
            0,
            date_in(text, start, stop),
        )
        read_parties(scene, draft, begin, stop, noun)
        if (noun.weak or last) and draft.date is None and draft.author is None:
            continue
        draft.reasons.insert(0, scene.reason("a line of its own names it", start, stop))
        yield draft


def _is_label(scene: Scene, start: int, end: int, noun: DocumentNoun, *, dated: bool = False) -> bool:
    """Whether a line is a phrase around its noun and no sentence; ``dated`` says that a date in brackets heads it."""
    text = scene.text
    lead = text[start : noun.start]
    for actor in scene.actors_in(start, noun.start):
        lead = lead.replace(text[actor.start : actor.end], "")
    lead = re.sub(r"[\d,.’']+(?:s|st|nd|rd|th)?\b|\b[A-ZÀ-Þ][\w-]*", "", lead)
    if not _OPENS_LABEL.fullmatch(lead.strip() + " "):
        return False
    if not text[start].isupper():
        return False
    if dated:
        return True
    speech = english_speech()
    rest = {word.lower() for word in re.findall(r"[^\W\d_]+", text[noun.end : end])}
    told = rest & (
        speech.saying
        | {"is", "was", "are", "were", "had", "has", "have", "will", "would", "can", "could", "did", "do", "does"}
    )
    return not told - {"report", "address", "record", "cable", "order", "answer", "reply", "read", "state"}
