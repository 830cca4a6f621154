"""Documents that show by their own words what they are: an oath, a salutation, "I have the honour to report".

All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import DocumentType, Reason
from testimonia.words.dates import find_dates
from testimonia.words.speech import english_speech

from .document_parties import Draft, date_in, set_author
from .document_words import DocumentWords
from .naming import NamingPlace
from .scene import Actor, Scene

__all__ = ["find_forms", "form_at", "self_named"]

_DATELINE = 120  # code points of the line before a salutation that can hold place and date
_SIGNATURE = 80  # code points after a farewell in which a name signs
_FIRST_WORDS = 60  # code points in which a witness says who he is
_SENTENCE_ENDS = re.compile(r"[.;:!?]\s|\n")
_BEFORE_WHOM = re.compile(r"(?:Before|Sworn|Declared|Taken|In the presence)\b")
_I_AM = re.compile(r"\b(?:I,|I am|[Mm]y name is|[Ww]e,?)\s+(?:the undersigned,?\s+)?(?:[A-Z][a-z]+\.?\s+)?\(?$")
_OPENS = re.compile(r"^[ \t]*", re.MULTILINE)


def form_at(words: DocumentWords, text: str, at: int) -> DocumentType | None:
    """What the words that begin at an offset are by their form; ``None`` where it does not show."""
    for pattern, kind in words.forms:
        if kind is not DocumentType.LETTER and pattern.match(text, at):
            return kind
    return None


def find_forms(scene: Scene, words: DocumentWords, beginnings: Sequence[int]) -> Iterator[Draft]:
    """The documents whose form shows: at the ``beginnings``, where labels and leads end; letters in any line."""
    text = scene.text
    for pattern, kind in words.forms:
        if kind is DocumentType.LETTER:
            yield from _letters(scene, words, pattern)
            continue
        for at in beginnings:
            begin = _skip(text, at)
            found = pattern.match(text, begin)
            if found is None:
                continue
            draft = Draft(begin, found.end(), kind, NamingPlace.FORM, begin, len(text))
            if kind is DocumentType.DEPOSITION:
                _sworn(scene, draft, begin, found.end())
            draft.reasons.insert(0, scene.reason("so such a document begins", begin, found.end()))
            yield draft


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n:-–—":
        at += 1
    return at


def _sworn(scene: Scene, draft: Draft, start: int, end: int) -> None:
    """Who swears: ``I, Ann Ash, …``, ``we (Ash, Birch) the undersigned``, ``Before me … Ash, baker, declares``."""
    text = scene.text
    sentence = _SENTENCE_ENDS.search(text, end)
    stop = sentence.start() if sentence else len(text)
    before_whom = _BEFORE_WHOM.match(text, start) is not None
    draft.date = date_in(text, start, stop if before_whom else end)
    actors = scene.actors_in(start, stop if before_whom else end)
    for actor in actors:
        if before_whom or _I_AM.search(text, start, actor.start):
            set_author(scene, draft, actors, actor)
            return


def self_named(scene: Scene) -> Actor | None:
    """Who says in the first words of an excerpt who he is: ``I am Ann Ash, baker.``"""
    for actor in scene.actors_in(0, min(len(scene.text), _FIRST_WORDS)):
        if _I_AM.search(scene.text, 0, actor.start) and scene.text[: actor.start].strip().startswith(("I", "My", "We")):
            return actor
    return None


def _letters(scene: Scene, words: DocumentWords, pattern: re.Pattern[str]) -> Iterator[Draft]:
    text = scene.text
    past = 0
    for line in _OPENS.finditer(text):
        at = line.end()
        if at < past:
            continue
        found = pattern.match(text, at)
        if found is None:
            continue
        start = at
        before = text.rfind("\n", 0, max(at - 1, 0)) + 1
        dateline = None
        if 0 < at - before <= _DATELINE:
            dateline = next(iter(find_dates(text, start=before, end=at)), None)
            if dateline is not None:
                start = before
        close = next((c for c in words.closes.finditer(text, found.end())), None)
        ends_line = text[found.end() : found.end() + 2].strip(" \t\r")[:1] == "\n"
        if dateline is None and close is None and not (ends_line and at == 0):
            continue
        draft = Draft(start, found.end(), DocumentType.LETTER, NamingPlace.FORM, start, len(text), dateline)
        draft.reasons.append(scene.reason("a salutation opens a letter", at, found.end()))
        addressee = scene.named_at(at, found.end())
        draft.addressee = addressee.person if addressee is not None else None
        if close is not None:
            line_end = text.find("\n", close.end())
            line_end = len(text) if line_end < 0 else line_end
            after = text.find("\n", line_end + 1)
            signed = len(text) if after < 0 else after
            if signed - line_end > _SIGNATURE:
                signed = line_end
            actors = scene.actors_in(close.start(), signed)
            if actors:
                set_author(scene, draft, actors, actors[-1])
                signed = signed if actors[-1].start >= line_end else line_end
            else:
                signed = line_end
            draft.cover_end = signed
            draft.reasons.append(scene.reason("a farewell closes it", close.start(), close.end()))
        if draft.author is None:
            writer = _writer_in_heading(scene)
            if writer is not None:
                draft.author, draft.author_name = writer.person, writer.name
                claim = scene.cast.claims[scene.excerpt.claim or ""]
                draft.reasons.append(Reason("the heading says who writes", claim.text, claim.span))
        past = draft.cover_end
        yield draft


def _writer_in_heading(scene: Scene) -> Actor | None:
    """Who writes, by the heading: ``CAPTAIN ASH WRITES TO HIS WIFE …``"""
    if not scene.claim_actors or scene.excerpt.claim is None:
        return None
    claim = scene.cast.claims[scene.excerpt.claim].text
    first = scene.claim_actors[0]
    verb = re.match(r"\W+(\w+)", claim[first.end :])
    return first if verb and verb.group(1).lower() in english_speech().writing else None
