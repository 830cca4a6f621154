"""Whose a sentence is, and of which day: the subject, the one a pronoun stands for, the date that belongs to a noun.

All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re

from testimonia.model import Gender, Reason
from testimonia.words.dates import DateExpression, find_dates

from .document_parties import Draft, preposition, set_author
from .scene import Actor, Scene

__all__ = ["ANTECEDENT", "PHRASE_WORD", "by_subject", "date_near"]

# a word of the noun's own phrase: "his second", "Ash's 4 May 1911,"
PHRASE_WORD = (
    r"(?:(?!(?:for|to|with|on|at|by|from|in|into|and|or|that|which|who|he|she|they|it|was|is|were|are|had|has)\b)"
    r"[^\s,;:\"“]+(?:,?\s))"
)
ANTECEDENT = 600  # code points before a pronoun in which it is looked for whom it stands for
_PRONOUN = re.compile(r"\b(?:he|his|she|her|hers)\b", re.I)
_DATED = re.compile(r"(?:,|\b(?:on|of|dated|from|under|vom|du|от))\s+(?:the\s+)?$", re.I)
_AT_HEAD = re.compile(r"\W*(?:(?:\w+\s+){0,4}(?:On|In|Under|Am|Le)\s+(?:the\s+)?)?", re.I)
_QUOTED_THEN = re.compile(
    r"\b(?:quot|cit|reprint|recall|found|discover|publish|reproduc)", re.I
)  # of an older document
_BESIDE = re.compile(rf",?\s+{PHRASE_WORD}{{0,3}}", re.I)
_THAT = re.compile(r"\bthat\b")


def by_subject(scene: Scene, draft: Draft, begin: int, verb: int, at: int, earlier: Scene | None) -> None:
    """The subject of the sentence for the author; of a pronoun, whoever it stands for in the words before."""
    text = scene.text
    actors = scene.actors_in(begin, verb)
    subject = _subjects(text, actors, begin)
    if subject:
        set_author(scene, draft, actors, subject[-1])
        return
    behind = scene.actors_in(verb, at)  # "in his speech Ash said"
    following = _subjects(text, behind, verb)
    if following and _PRONOUN.search(text, begin, verb):
        set_author(scene, draft, behind, following[0])
        return
    pronouns = list(_PRONOUN.finditer(text, begin, at))
    if not pronouns:
        return
    word = pronouns[-1].group()
    gender = Gender.FEMALE if word.lower() in ("she", "her", "hers") else Gender.MALE
    before = scene.actors_in(max(0, begin - ANTECEDENT), begin)
    for actor in reversed(_subjects(text, before, 0) or before or actors):
        if actor.gender in (None, gender):
            draft.author, draft.author_name = actor.person, actor.name
            draft.reasons.append(scene.reason(f"whom “{word}” stands for", actor.start, actor.end))
            return
    if earlier is not None:
        for actor in reversed(_subjects(earlier.text, earlier.actors, 0)):
            if actor.gender in (None, gender):
                draft.author, draft.author_name = actor.person, actor.name
                why = f"whom “{word}” stands for, in the excerpt before"
                draft.reasons.append(earlier.reason(why, actor.start, actor.end))
                return
    if scene.claim_actors and scene.excerpt.claim is not None and scene.claim_actors[0].gender in (None, gender):
        first, claim = scene.claim_actors[0], scene.cast.claims[scene.excerpt.claim]
        draft.author, draft.author_name = first.person, first.name
        draft.reasons.append(Reason(f"whom “{word}” stands for: the first in the heading", claim.text, claim.span))


def _subjects(text: str, actors: list[Actor], low: int) -> list[Actor]:
    """Those named who can be subjects: without a preposition before them or a possessive behind."""
    return [
        actor
        for n, actor in enumerate(actors)
        if not text.startswith(("'", "’"), actor.end) and preposition(text, actors, n, low) is None
    ]


def date_near(text: str, begin: int, at: int, start: int, end: int) -> DateExpression | None:
    """The date that belongs to the noun: beside it, at the head of the sentence, or right before what is quoted."""
    head = None
    for date in find_dates(text, start=begin, end=at):
        before, between = text[begin : date.span.start], text[date.span.end : start]
        if date.span.end <= start:
            if _BESIDE.fullmatch(between):
                return date
            opens = _AT_HEAD.fullmatch(before) and (not before.strip() or text.startswith(",", date.span.end))
            if opens and head is None and not _QUOTED_THEN.search(between):
                head = date
        elif date.span.start >= end and _DATED.search(before) and not _THAT.search(text, end, date.span.start):
            return date
    return head
