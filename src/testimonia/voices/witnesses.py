"""Whose an examination or deposition is that a collection prints without his name: whoever the claim above is about.

Such a collection is an editor's or an office's, who is no "I" in it. The claim's subject is taken where the words say
"I" and do not name him as somebody else, once for a claim and a work: the next is as likely another's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.model import DocumentType, Reason
from testimonia.words.titles import is_title

from .document_parties import Draft
from .naming import NamingPlace
from .scene import Actor, Scene

__all__ = ["name_by_claim"]

_OF_WITNESSES = frozenset({DocumentType.DEPOSITION, DocumentType.INTERROGATION})
_QUOTED = re.compile(r"[\"“‘«„][^\"”’»“\n]*[\"”’»“]")
_I = re.compile(r"\bI\b")
_OFTEN = 2  # times that the words say "I"
_BEFORE_NAME = 3  # words of a claim before its subject's name
_NOTE = re.compile(
    r"\W*(?:(?:The )?(?:Editor|Translator|Compiler)(?:[’']s|ial)? |Editorial |Introductory |Prefatory )?"
    r"(?:Note|Remark|Preface|Introduction)\b",
    re.IGNORECASE,
)


def name_by_claim(scene: Scene, drafts: Sequence[Draft], taken: set[tuple[str | None, str, str]]) -> None:
    """Fill in who speaks in a whole excerpt; ``taken`` are the claims, works and people that were taken before."""
    if scene.author_is_person and not scene.author_edits:
        return
    of_work = [d for d in drafts if d.where is NamingPlace.TITLE and d.author is None and _holds_evidence(d)]
    if not of_work or any(d.author is not None for d in drafts):
        return
    plain = _QUOTED.sub("", scene.text)
    if len(_I.findall(plain)) < _OFTEN or _NOTE.match(scene.text) or _PLEADS.search(plain):
        return
    subject = _subject(scene)
    if subject is None or any(actor.person == subject.person for actor in scene.actors):
        return
    key = (scene.excerpt.claim, scene.author.id, subject.person)
    if key in taken:
        return
    taken.add(key)
    claim = scene.cast.claims[scene.excerpt.claim or ""]
    why = Reason("whom the claim above is about", subject.name, claim.page_span(subject.start, subject.end))
    for draft in of_work:
        draft.author, draft.author_name = subject.person, subject.name
        draft.type = draft.type if draft.type in _OF_WITNESSES else DocumentType.DEPOSITION
        draft.reasons.append(why)


def _holds_evidence(draft: Draft) -> bool:
    """Whether a work's title says that witnesses speak in it."""
    return draft.type in _OF_WITNESSES or any(_EVIDENCE.search(reason.words) for reason in draft.reasons)


_EVIDENCE = re.compile(r"\b(?:transcripts?|minutes of evidence|evidence|testimony)\b", re.IGNORECASE)
# who speaks to a court of others, and not of himself
_PLEADS = re.compile(
    r"\b(?:[Gg]entlemen|[Mm]embers of the jury|[Mm]y (?:learned )?(?:friend|colleagues?|client)|[Mm]y [Ll]ords?|"
    r"[Yy]our [Hh]onou?rs?|the (?:accused|prisoner|defendant|witness|defence|prosecution)|"
    r"I (?:sentence|find|dissent|adjourn))\b"
)


def _subject(scene: Scene) -> Actor | None:
    """Who the claim begins with: "The keeper Ash swears that …"."""
    claim = scene.cast.claims.get(scene.excerpt.claim or "")
    actor = scene.claim_actors[0] if scene.claim_actors else None
    if claim is None or actor is None:
        return None
    before = claim.text[: actor.start].split()
    behind = claim.text[actor.end : actor.end + 2]
    if len(before) > _BEFORE_NAME or behind[:1] in ("'", "’", ",", ""):
        return None
    numbered = before and re.fullmatch(r"[\W\d]*|[IVXLC]+[.:)]", before[0])
    rest = before[1:] if numbered else before
    named = all(word[0].isupper() or is_title(word) for word in rest[:-1]) if rest else True
    return actor if named and not {word.lower() for word in rest} & _GOVERNING else None


_GOVERNING = frozenset(
    "of to by for with against from about on and or how why what when who whom whose that did was is".split()
)
