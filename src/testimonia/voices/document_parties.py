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

from .document_lines import sheet_words
from .document_words import DocumentNoun
from .naming import NamingPlace
from .scene import Actor, Scene, slug

__all__ = ["Draft", "body_in", "body_that_states", "date_in", "preposition", "read_parties", "set_author"]


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
    dated_by_work: bool = False  # the date is that of the cited work and its span one of the page
    author: str | None = None
    author_name: str | None = None
    addressee: str | None = None
    closed: bool = False  # whether its own words show where it ends
    head_end: int = 0  # of a document printed whole: where its head ends
    reasons: list[Reason] = field(default_factory=list)


_FINENESS = {precision: n for n, precision in enumerate(Precision)}
_WAYS = "by|of|from|to|for|with|against|on|about|concerning|regarding|between|at|in|after|before|under|through|via|like"
# a word between a preposition and its name: "the diver", "my friend"
_PLAIN = rf"(?:(?!(?:{_WAYS})\b)(?!\S*\d)[^\s,;:()\[\]]+\s+)"
_BEFORE_NAME = re.compile(rf"\b({_WAYS})\s+{_PLAIN}{{0,4}}[(\[]?$", re.I)
_OF_AN_OFFICE = re.compile(r"\b[A-Z][\w-]+\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+,?\s+){1,4}$")  # "to Secretary of State Ash"
_AND = re.compile(r"\s*,?\s*(?:&|and|und|et|y|и)\s+(?:(?:[A-Z][a-z]+\.?|[a-z]+)\s+){0,2}")
_COMMA = re.compile(r",\s+(?:[A-Z][a-z]+\.?\s+){0,2}")
_LIST_GOES_ON = re.compile(r"\s*(?:,\s+(?=[A-Z])|,?\s*(?:&|and|und|et|y|и)\s)|\s*\)")
_OWNED = re.compile(rf"(?:['’]s?\s+(?:{_PLAIN}|[A-Z]\w+\.?\s+|\d+\w*,?\s+){{0,5}}|\s+)")
_IN_HAND = re.compile(r"['’]s?\s+(?:own\s+)?hand")
_MADE = r"(?:published|issued|adopted|signed|made|sent|passed|drafted|dated|written|taken|given|delivered|dictated)"
_BY_WHOM = re.compile(
    rf"(?:\s+(?:#|No\.?\s?)\d+)?(?:\s+{_MADE}\b(?:[^,;:()]|,\s\d{{4}}){{0,50}}?)?\s+(?P<way>of|from|by|By|OF|FROM|BY)\s+{_PLAIN}{{0,5}}"
)
_BY_BODY = re.compile(
    rf"(?:\s+(?:#|No\.?\s?)\d+)?(?:\s+{_MADE}\b(?:[^,;:()]|,\s\d{{4}}){{0,50}}?)?\s+(?:of|from|by)\s+(?:the\s+)?"
    r"(?:(?:[A-Z][a-z]+\.?[-\s])*\d[\w,.-]*\s+)?(?:[a-z]+\s+){0,2}"
    rf"(?:(?:\w+\s+){{0,3}}(?:{'|'.join(sorted(sheet_words().gatherings))})\b(?:\s+held)?[^;:()]{{0,40}}?\s+of\s+(?:the\s+)?)?",
    re.I,
)
_CAPITAL = r"[A-ZÀ-ÞА-ЯЁ][\w’'&.-]*"
_CAPITALS = re.compile(rf"{_CAPITAL}(?:\s(?:(?:of|for|on|and|the|de|des|du|la|für|der)\s){{0,2}}{_CAPITAL})*")
_ITS_OFFICER = re.compile(r"['’]s\s([a-z][\w-]+)")
_OWNER = re.compile(r".*['’]s\s")
_LAST_WORD = re.compile(r"[\w-]+$")
_VERB_AFTER = re.compile(
    r"\s?(?:[(\[][^()\[\]]{1,40}[)\]])?,?\s+(?:(?:had|has|and|also|then|later|himself|herself)\s+|[A-Z][\w.]+\s+)*([a-z]+)"
)
_LONGEST_GAP = 90  # code points between a document and its addressee


def date_in(text: str, start: int, end: int) -> DateExpression | None:
    """The most exact date between two offsets, the first of several."""
    return min(find_dates(text, start=start, end=end), key=lambda d: _FINENESS[d.precision], default=None)


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
            name = text[slice(*body)]
            draft.author, draft.author_name = f"org:{slug(_OWNER.sub('', name))}", name
            draft.reasons.append(scene.reason("the body whose document it is", *body))
    for n, actor in enumerate(actors):
        if actor is author or not noun.start < actor.start <= noun.end + _LONGEST_GAP:
            continue
        if preposition(text, actors, n, noun.start) == "to":
            draft.addressee = actor.person
            break


def set_author(scene: Scene, draft: Draft, actors: Sequence[Actor], author: Actor) -> None:
    """Take somebody for the author, by the first name of several; from three on they are a group."""
    text = scene.text
    together = [author]
    place = actors.index(author) if author in actors else len(actors)
    for actor in actors[place + 1 :]:
        if not _are_joined(text, together[-1], actor):
            break
        together.append(actor)
    for actor in reversed(actors[:place]):
        if not _are_joined(text, actor, together[0]):
            break
        together.insert(0, actor)
    draft.author, draft.author_name = together[0].person, text[together[0].start : together[-1].end]
    if len(together) > 2:
        draft.author = "group:" + "-".join(slug(actor.name) for actor in together)
    draft.reasons.append(scene.reason("named as its author", together[0].start, together[-1].end))


def _are_joined(text: str, one: Actor, other: Actor) -> bool:
    """Whether two names stand in one list: "Ash and Birch", "Ash, Birch and Cole"."""
    if _AND.fullmatch(text, one.end, other.start):
        return True
    return bool(_COMMA.fullmatch(text, one.end, other.start) and _LIST_GOES_ON.match(text, other.end))


def preposition(text: str, actors: Sequence[Actor], place: int, low: int) -> str | None:
    """The preposition that a name depends on, so that it is no subject; ``None`` where there is none.

    Of names that are joined ("to Ash and Birch") it is that of the first.
    """
    while place > 0 and actors[place - 1].start >= low and _are_joined(text, actors[place - 1], actors[place]):
        place -= 1
    at = actors[place].start
    if place > 0 and actors[place - 1].start >= low:
        low = actors[place - 1].end
    low = max(low, at - 60)
    office = _OF_AN_OFFICE.search(text, low, at)
    found = (_BEFORE_NAME.search(text, low, office.start()) if office else None) or _BEFORE_NAME.search(text, low, at)
    return found.group(1).lower() if found else None


def _owner(text: str, actors: Sequence[Actor], noun: DocumentNoun) -> Actor | None:
    """``Ash's second letter``, ``Ash letter to …``, ``a receipt in Ash's hand``."""
    for actor in reversed(actors):
        if actor.end <= noun.start and _OWNED.fullmatch(text, actor.end, noun.start):
            return actor
        if actor.start >= noun.end and _IN_HAND.match(text, actor.end) and text.endswith("in ", noun.end, actor.start):
            return actor
    return None


def _first_named(text: str, actors: Sequence[Actor], start: int, noun: DocumentNoun) -> Actor | None:
    """``Ash. Minutes of …``, ``Ash, Letter to …``, ``Ash to Birch, letter``."""
    if not actors:
        return None
    first = actors[0]
    lead = text[start : first.start].strip(" ([\n")
    after = text[first.end : noun.start]
    if noun.start < first.end or len(lead) > 24 or preposition(text, actors, 0, start) is not None:
        return None
    return first if re.match(r"\s?[.:,]\s|\sto\s", after) and "," not in lead else None


def _by_whom(text: str, actors: Sequence[Actor], noun: DocumentNoun) -> Actor | None:
    """``letter of Ash to …``, ``statement made on 3 April by the diver Ash``."""
    words = noun.end
    if text[noun.start : noun.end].split()[-1].lower() in ("of", "by", "from"):
        words = text.rindex(" ", noun.start, noun.end)  # "report of" is a noun of its own
    for actor in actors:
        if actor.start < words:
            continue
        found = _BY_WHOM.fullmatch(text, words, actor.start)
        if found and (noun.type is not DocumentType.BOOK or found["way"].lower() == "by"):
            return actor
    return None


def _teller(text: str, actors: Sequence[Actor], start: int, end: int) -> Actor | None:
    """``In a letter to Birch on 6 July Ash stated``."""
    speech = english_speech()
    for n, actor in enumerate(actors):
        if preposition(text, actors, n, start) is not None:
            continue
        after = _VERB_AFTER.match(text, actor.end, end)
        if after and (after.group(1) in speech.saying or after.group(1) in speech.writing):
            return actor
    return None


def body_in(text: str, start: int, end: int, noun: DocumentNoun) -> tuple[int, int] | None:
    """The body whose document it is: ``Harbour Board letter``, ``telegram from the Board of Trade``."""
    speech = english_speech()
    words = noun.end
    if text[noun.start : noun.end].split()[-1].lower() in ("of", "by", "from"):
        words = text.rindex(" ", noun.start, noun.end)
    for found in _CAPITALS.finditer(text, start, end):
        if not speech.bodies.intersection(word.lower() for word in re.findall(r"[\w-]+", found.group())):
            continue
        at, stop = found.span()
        cut = re.match(r"(?:The|An?|This|His|Her|In|On|At|From)\s+", found.group())
        at += cut.end() if cut else 0
        owner = stop - 2 if text[stop - 2 : stop] in ("'s", "’s") else stop
        officer = _ITS_OFFICER.match(text, owner, end)
        stop = _without_gathering(text, at, owner)
        if officer and officer.group(1).lower() in speech.bodies | speech.groups:
            stop = officer.end()  # "the Board's surveyor"
        if stop <= noun.start:
            last = _LAST_WORD.search(text, at, stop)
            beside = re.fullmatch(r"(?:['’]s?)?\s+(?:[a-z]+\s+){0,2}", text[stop : noun.start])
            if beside and last and last.group().lower() in speech.bodies:
                return at, stop
        elif at >= words and _BY_BODY.fullmatch(text, words, at):
            return at, stop
    return None


def _without_gathering(text: str, start: int, end: int) -> int:
    """Where the name of a body ends: the plenum, session or meeting of it is not who makes a document."""
    bodies, gatherings = english_speech().bodies, sheet_words().gatherings
    words = [(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"[\w-]+", text[start:end])]
    while len(words) > 1 and words[-1][2] in gatherings and any(w in bodies - gatherings for *_, w in words[:-1]):
        words.pop()
    return start + words[-1][1] if words and words[-1][1] < end - start - 2 else end


_STATES = re.compile(
    r"(?:,[^,.\n]{2,40},)?\s+"
    r"(?:(?:hereby|today|also|further|wish(?:es)?|desires|regrets|is pleased|begs)\s+(?:to\s+)?)?([a-z]+)"
)
_LEGAL_FORM = re.compile(
    r",?\s+(?:S\.\s?A\.?|Ltd\.?|Limited|Inc\.?|plc|GmbH|AG|Co\.?|LLC|S\.p\.A\.?|N\.V\.?|A/S|AB|Oy|Sp\. z o\.\s?o\.?)$"
)


def body_that_states(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The first body between two offsets that is said to state or announce something, without its legal form."""
    speech, text = english_speech(), scene.text
    for found in _CAPITALS.finditer(text, start, end):
        at = found.start() + found.group().rfind("\n") + 1  # a heading above it is none of its name
        at += 4 if text.startswith("The ", at) else 0
        name = text[at : found.end()]
        words = [word.lower() for word in re.findall(r"[\w-]+", name)]
        said = _STATES.match(text, found.end(), end)
        if said is None or name.isupper() or not speech.bodies.intersection(words):
            continue
        if said.group(1) in speech.saying | {"announce", "announces", "state", "express", "expresses"}:
            form = _LEGAL_FORM.search(name)
            return at, at + form.start() if form else found.end()
    return None
