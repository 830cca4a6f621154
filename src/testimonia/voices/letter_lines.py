"""Lines and brackets that say no more than who wrote to whom: ``Ash to Mrs. Birch, Hull, 4 May 1911.``

Archives and editions set such a line over a letter or under it. It names two parties, or one and a date, and has no
verb. All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import DocumentType

from .document_parties import Draft, date_in, set_author
from .naming import NamingPlace
from .scene import Scene

__all__ = ["closing_brackets", "letter_heads", "letter_lines"]

_TITLES = r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'-]*\.?\s+){0,3}"
_WHAT_HE_IS = r"(?:,\s+(?:(?:then|now|late|formerly)\s+)?(?:the|his|her|our|an?)\s[^,;:.!?\n]{2,60}(?=,\s))?"
_TO = re.compile(rf"{_WHAT_HE_IS},?\s+(?:to|an|à|a|al|к)\s+(?P<whom>{_TITLES})")
_NO_NAME = re.compile(r"(?:his|her|my|the|an?|sein\w*|ihr\w*|der|die|le|la|son|sa)\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}")
_REST = re.compile(  # a place or an office, the date, what kind of copy it is
    r"(?:,?\s*[(]?(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*(?:\s+[A-ZÀ-ÞА-ЯЁ][\w’'.-]*){0,4})?[)]?)"
    r"(?:[,;:(]?\s*(?:\d[\w./-]*|[A-ZÀ-ÞА-ЯЁ]\w+\.?|\w{1,3}|in|from|undated|copy|draft|carbon|photostat|translation|extract)"
    r"\b[.)]?){0,8}\s*[.:]?\s*"
)
_SHORTEST, _LONGEST = 8, 140  # code points of such a line
_LINE = re.compile(r"[^\n]+")
_BRACKETED = re.compile(r"\s*[\[(](?P<in>[^\[\]()\n]+)[\])][.:]?\s*")


def letter_lines(scene: Scene) -> Iterator[Draft]:
    """The first and the last line of an excerpt that are such lines; what they cover is the caller's to say."""
    text = scene.text
    lines = [found.span() for found in _LINE.finditer(text) if found.group().strip()]
    if len(lines) < 2:
        return
    for (start, end), where in ((lines[0], NamingPlace.HEADER), (lines[-1], NamingPlace.CLOSING)):
        bracket = _BRACKETED.fullmatch(text, start, end)
        begin, stop = bracket.span("in") if bracket else (start, end)
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
        draft = _correspondents(scene, begin, stop, where)
        if draft is None:
            continue
        draft.start, draft.end = start + len(text[start:end]) - len(text[start:end].lstrip()), len(text[:end].rstrip())
        draft.reasons.insert(0, scene.reason("a line of its own says who wrote to whom", draft.start, draft.end))
        yield draft


# "Telegram, Ash to Birch, 4 May 1911, 6.40 p.m.: Come at once."
_KIND = (
    r"(?:(?:Letter|Note|Postcard|Message|Telegram|Cable|Wire|Wireless|Dispatch|Despatch)(?:, copy)?[,:.]? (?:from )?)?"
)
_HEAD = re.compile(rf"{_KIND}(?P<head>[^:\n\"“«]{{8,110}}?(?:, \d{{1,2}}[.:]\d\d(?: ?[ap]\.?m\.?)?)?): (?=[^\W\d_a-z])")
_CLOCK = re.compile(r", (?:at )?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?$")


def letter_heads(scene: Scene) -> Iterator[Draft]:
    """``Ash to Birch, 4 May 1911: …``: the first words of an excerpt, before a colon, where a date tells a letter."""
    head = _HEAD.match(scene.text)
    if head is None:
        return
    start, end = head.span("head")
    clock = _CLOCK.search(scene.text, start, end)
    draft = _correspondents(scene, start, clock.start() if clock else end, NamingPlace.FORM)
    if draft is None or draft.date is None:
        return
    draft.start, draft.end = 0, head.end("head")
    draft.cover_start, draft.cover_end, draft.head_end = head.end(), len(scene.text), head.end()
    draft.reasons.insert(0, scene.reason("its first words say who wrote to whom", draft.start, draft.end))
    yield draft


_CLOSES = re.compile(r"(?<=[.!?…\"”»])\s\((?P<in>[^()\n]{8,140})\)[.]?\s*$")
_HEARD = re.compile(  # where a witness spoke: "(Ash, pilot, at the inquest, 4 May 1911.)"
    r"(?:,\s[^,]{3,40})?,\s(?:at|before|to|in)\s(?:the|his|her)\s(?:[a-z]+\s)?"
    r"(?:inquest|inquiry|enquiry|trial|hearing|coroner|court|magistrates?|commission|committee|police|examination|"
    r"assizes|witness-box|dock)\b[^()]{0,60}",
    re.IGNORECASE,
)


def closing_brackets(scene: Scene) -> Iterator[Draft]:
    """A bracket at the end of an excerpt that says who wrote the words to whom, or where somebody said them."""
    opens = scene.text.rfind("(")
    closing = _CLOSES.search(scene.text, max(0, opens - 2)) if opens >= 0 else None
    if closing is None:
        return
    start, end = closing.span("in")
    draft = _correspondents(scene, start, end, NamingPlace.CLOSING)
    actor = next(iter(scene.actors_in(start, end)), None)
    leads = actor is not None and re.fullmatch(_TITLES, scene.text[start : actor.start]) is not None
    if draft is None and actor is not None and leads and _HEARD.fullmatch(scene.text, actor.end, end):
        date = date_in(scene.text, start, end)
        draft = Draft(start, end, DocumentType.DEPOSITION, NamingPlace.CLOSING, 0, 0, date)
        set_author(scene, draft, [actor], actor)
    if draft is None:
        return
    draft.start, draft.end = closing.start() + 1, len(scene.text[: closing.end()].rstrip())
    draft.reasons.insert(0, scene.reason("a bracket behind the words says whose they are", draft.start, draft.end))
    yield draft


def _correspondents(scene: Scene, start: int, end: int, where: NamingPlace) -> Draft | None:
    text = scene.text
    if not _SHORTEST <= end - start <= _LONGEST:
        return None
    actors = scene.actors_in(start, end)
    if not actors or not re.fullmatch(_TITLES, text[start : actors[0].start]):
        return None
    to = _TO.match(text, actors[0].end, end)
    if to is None:
        return None
    whom = next((actor for actor in actors[1:] if to.start("whom") <= actor.start <= to.end("whom")), None)
    nobody = _NO_NAME.match(text, to.start("whom"), end)
    date = date_in(text, to.end(), end)
    if whom is None and (date is None or nobody is None):
        return None
    if not _REST.fullmatch(text, whom.end if whom else nobody.end() if nobody else end, end):
        return None
    draft = Draft(start, end, DocumentType.LETTER, where, 0, 0, date)
    set_author(scene, draft, actors[:1], actors[0])
    draft.addressee = whom.person if whom else None
    return draft
