"""Who made a document, for whom, and when, read from the words that name it.

All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from testimonia.model import DocumentType, Reason
from testimonia.words.dates import DateExpression, Precision, find_dates
from testimonia.words.speech import english_speech

from .document_words import DocumentNoun
from .naming import NamingPlace
from .scene import Actor, Scene, slug

__all__ = ["Draft", "body_in", "date_in", "read_parties"]


@dataclass(slots=True)
class Draft:
    """A naming while it is being read; offsets are those of the excerpt's text."""

    start: int
    end: int
    type: DocumentType
    where: NamingPlace
    cover_start: int
    cover_end: int
    date: DateExpression | None = None
    author: str | None = None
    author_name: str | None = None
    addressee: str | None = None
    reasons: list[Reason] = field(default_factory=list)


_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_BY = re.compile(
    r"\b(by|of|from|to|for|with|against|on|about|concerning|regarding|between)\s+(?:[^\s,;:()\[\]]+\s+){0,4}[(\[]?$"
)
_JOINED = re.compile(r"\s*(?:,|&|and|,\s*and)\s+(?:[A-Z][a-z]+\.?\s+){0,2}$")
_FINE = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE, Precision.CENTURY)
_CAPITALS = re.compile(
    r"(?:[A-ZÀ-ÞА-ЯЁ][\w'’&.-]*(?:(?:-|\s)(?:[A-ZÀ-ÞА-ЯЁ][\w'’&.-]*|(?:of|for|on|and|the|de|des|du|la|für|der|des)(?=\s)))*)"
)
_LAST_WORD = re.compile(r"[\w-]+$")


def date_in(text: str, start: int, end: int) -> DateExpression | None:
    """The most exact date between two offsets, the first of several."""
    dates = find_dates(text, start=start, end=end)
    return min(dates, key=lambda d: _FINE.index(d.precision), default=None)


def read_parties(scene: Scene, draft: Draft, start: int, end: int, noun: DocumentNoun) -> None:
    """Fill in who wrote or said the document and to whom, from the words between two offsets."""
    text = scene.text
    actors = scene.actors_in(start, end)
    author = (
        _owner(text, actors, noun)
        or _first_named(text, actors, start, noun)
        or _by_whom(text, actors, noun)
        or _teller(text, actors, start, end)
    )
    if author is not None:
        set_author(scene, draft, actors, author)
    else:
        body = body_in(text, start, end, noun)
        if body is not None:
            draft.author, draft.author_name = f"org:{slug(text[slice(*body)])}", text[slice(*body)]
            draft.reasons.append(scene.reason("the body whose document it is", *body))
    for actor in actors:
        if actor is not author and actor.start > noun.start and _preposition(text, noun.end, actor.start) == "to":
            draft.addressee = actor.person
            break


def set_author(scene: Scene, draft: Draft, actors: Sequence[Actor], author: Actor) -> None:
    """Take somebody for the author; several who are named together are a group from three on."""
    text = scene.text
    together = [author]
    for actor in actors[actors.index(author) + 1 :] if author in actors else ():
        if not _JOINED.fullmatch(text, together[-1].end, actor.start):
            break
        together.append(actor)
    draft.author, draft.author_name = author.person, author.name
    if len(together) > 2:
        draft.author = "group:" + "-".join(slug(actor.name) for actor in together)
        draft.author_name = text[author.start : together[-1].end]
    draft.reasons.append(scene.reason("named as its author", author.start, together[-1].end))


def _owner(text: str, actors: Sequence[Actor], noun: DocumentNoun) -> Actor | None:
    """``Ash's second letter``, ``Ash letter to …``"""
    for actor in reversed(actors):
        if actor.end > noun.start:
            continue
        gap = text[actor.end : noun.start]
        if len(gap) <= 60 and (_POSSESSIVE.match(gap) or gap == " ") and "," not in re.sub(r"\d,", "", gap):
            return actor
    return None


def _first_named(text: str, actors: Sequence[Actor], start: int, noun: DocumentNoun) -> Actor | None:
    """``Ash. Minutes of …``, ``Ash, Letter to …``, ``Ash to Birch, letter``"""
    if not actors:
        return None
    first = actors[0]
    lead = re.sub(r"^[\s(\[]*", "", text[start : first.start])
    after = text[first.end : noun.start]
    if (
        noun.start >= first.end
        and len(lead) <= 24
        and not _BY.search(lead + " ")
        and re.match(r"\s?[,.:;]|\sto\s", after)
    ):
        return first
    return None


def _by_whom(text: str, actors: Sequence[Actor], noun: DocumentNoun) -> Actor | None:
    """``letter of Ash to …``, ``statement made on 3 April by the diver Ash``"""
    if noun.type is DocumentType.BOOK:
        ways: tuple[str, ...] = ("by",)
    else:
        ways = ("by", "of", "from")
    for actor in actors:
        if actor.start < noun.start:
            continue
        way = _preposition(text, noun.start, actor.start)
        if way in ways:
            return actor
    return None


def _teller(text: str, actors: Sequence[Actor], start: int, end: int) -> Actor | None:
    """``In a letter to Birch on 6 July Ash stated``"""
    speech = english_speech()
    for actor in actors:
        if _preposition(text, start, actor.start) is not None:
            continue
        after = re.match(
            r"\s?(?:[(\[][^()\[\]]{1,40}[)\]])?[\s,]*(?:(?:had|has|and|also|then|later)\s+|[A-Z][\w.]+\s+)*([a-z]+)",
            text[actor.end : end],
        )
        if after and (after.group(1) in speech.saying or after.group(1) in speech.writing):
            return actor
    return None


def _preposition(text: str, low: int, at: int) -> str | None:
    found = _BY.search(text, max(low, at - 60), at)
    return found.group(1).lower() if found else None


def body_in(text: str, start: int, end: int, noun: DocumentNoun) -> tuple[int, int] | None:
    """The body whose document it is: ``Harbour Board letter``, ``telegram from the Board of Trade``."""
    bodies = english_speech().bodies
    for found in _CAPITALS.finditer(text, start, end):
        words = [word.lower() for word in re.findall(r"[\w-]+", found.group())]
        if not bodies.intersection(words):
            continue
        at, stop = found.span()
        cut = re.match(r"(?:The|An?|This|His|Her|In|On|At|From)\s+", found.group())
        at += cut.end() if cut else 0
        if stop <= noun.start:
            gap = text[stop : noun.start]
            if re.fullmatch(r"(?:['’]s?)?\s+(?:[a-z]+\s+){0,2}", gap):
                last = _LAST_WORD.search(found.group())
                if last and last.group().lower() in bodies:
                    return at, stop
        elif at >= noun.end and _preposition(text, noun.start, found.start()) in ("of", "from", "by"):
            return at, stop
    return None
