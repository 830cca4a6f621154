"""What hands a stretch of an excerpt to somebody: the naming of a document, or a name in a bracket behind "I"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import DocumentType, Reason, Span

from .namings import Naming, NamingPlace
from .scene import Scene, Speaker, slug
from .witnesses import BY_CLAIM

__all__ = ["Takeover", "ends_signed", "find_takeovers", "naming_speaker"]

_ANTECEDENT_OF_I = re.compile(r"\b(?:I|My|my|me|We|we|us|Our|our)\s*[\[(]")


@dataclass(frozen=True, slots=True)
class Takeover:
    """A stretch that a naming, or a bracket behind "I", hands to somebody."""

    start: int
    end: int
    speaker: Speaker
    naming: Naming | None


def find_takeovers(
    scene: Scene, namings: Sequence[Naming], start: int, end: int, quotes: Sequence[Span]
) -> Iterator[Takeover]:
    """The stretches that are somebody else's than the author's by what names them; the surest first."""
    mine = _named_behind_i(scene, start, end)
    if mine is not None:
        naming = next((n for n in namings if n.where in _WHOLE and n.author in (None, mine.id)), None)
        yield Takeover(start, end, mine, naming)
    for where, confidence in _TAKING:
        for naming in namings:
            if naming.where is not where or not naming.author:
                continue
            covers = scene.local(naming.covers)
            if covers is None or (where is NamingPlace.TITLE and naming.type not in _TOLD):
                continue
            if where is NamingPlace.CLOSING and _is_marked(scene, covers, quotes):
                continue  # the marks say how far his words go
            if where is NamingPlace.TITLE and naming.author == scene.author_person:
                continue
            sure = min(confidence, _BY_CLAIM) if any(r.rule == BY_CLAIM for r in naming.reasons) else confidence
            yield Takeover(
                _from_heading(scene, naming, covers), covers.end, naming_speaker(scene, naming, sure), naming
            )


_TAKING = (
    (NamingPlace.HEADER, 0.9),
    (NamingPlace.SOURCE, 0.85),
    (NamingPlace.FORM, 0.85),
    (NamingPlace.CLOSING, 0.9),
    (NamingPlace.TITLE, 0.7),
)
_BY_CLAIM = 0.5  # where the claim above alone tells who
_WHOLE = frozenset({NamingPlace.HEADER, NamingPlace.FORM})
_TOLD = frozenset({DocumentType.INTERVIEW, DocumentType.SPEECH, DocumentType.DEPOSITION, DocumentType.INTERROGATION})


def _named_behind_i(scene: Scene, start: int, end: int) -> Speaker | None:
    """``My [Ash] sins``, ``we (Ash, Hart, Lowe) the undersigned``: whose "I" it is."""
    mark = _ANTECEDENT_OF_I.search(scene.text, start, min(end, start + 400))
    if mark is None or _inside_quotes(scene.text, start, mark.start()):
        return None
    bracket = re.compile(r"[^\])\n]{1,200}").match(scene.text, mark.end())
    stop = bracket.end() if bracket else mark.end()
    actors = scene.actors_in(mark.end(), stop)
    if not actors or scene.text[mark.end() : actors[0].start].strip():
        return None
    why = scene.reason("the bracket says who speaks of himself", mark.start(), stop)
    if len(actors) == 1:
        return Speaker(actors[0].person, actors[0].name, 0.9, (why,))
    printed = scene.text[actors[0].start : actors[-1].end]
    return Speaker(f"group:{slug(printed)}", printed, 0.9, (why,))


def _inside_quotes(text: str, start: int, at: int) -> bool:
    return text.count('"', start, at) % 2 == 1 or text.count("“", start, at) > text.count("”", start, at)


def _is_marked(scene: Scene, covers: Span, quotes: Sequence[Span]) -> bool:
    inside = sum(len(q) for q in quotes if q.overlaps(covers))
    return inside * 2 > len(covers.cut(scene.text).strip())


def _from_heading(scene: Scene, naming: Naming, covers: Span) -> int:
    """Where a document's words begin: a heading of its own belongs to it, one that introduces it does not."""
    heading = scene.local(naming.span)
    if (
        naming.where is NamingPlace.HEADER
        and heading is not None
        and heading.end <= covers.start
        and scene.text[heading.start] not in "[("
        and not scene.text[heading.start : covers.start].rstrip().endswith(":")
        and not scene.text[scene.text.rfind("\n", 0, heading.start) + 1 : heading.start].strip()
    ):
        return heading.start
    return covers.start


def ends_signed(scene: Scene, first: int, last: int, who: str | None) -> bool:
    """Whether a paragraph ends in somebody's name as a letter does: behind a farewell, or as a sentence of its own."""
    actor = scene.named_at(max(first, last - 60), last)
    if actor is None or actor.person != who or scene.text[actor.end : last].strip(' .)"”’'):
        return False
    before = scene.text[first : actor.start].rstrip()
    return not before or before[-1] in ".,!?:—-–" or bool(_FAREWELL.search(before))


_FAREWELL = re.compile(
    r"(?:yours?|thine|thy|faithfully|sincerely|truly|respectfully|signed|love|regards|servant)[\s,:(]*$", re.I
)


def naming_speaker(scene: Scene, naming: Naming, confidence: float) -> Speaker:
    """Who speaks by the words that name a document."""
    why = Reason("named as the author of the document", naming.span.cut(scene.cast.book.text), naming.span)
    return Speaker(naming.author or "anon:unknown", naming.author_name or "", confidence, (why,))
