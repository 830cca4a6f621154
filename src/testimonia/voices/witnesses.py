"""Whose an examination or deposition is that a collection prints without his name: whoever the claim above is about.

Such a collection is an editor's or an office's, who is no "I" in it. The claim's subject is taken where the words say
"I" and do not name him as somebody else, once for a claim and a work: the next is as likely another's. The claim must
say that he says, swears or admits something, or tell a deed of his that the words say of "I", or the words must own to
what he is accused of: whom a claim accuses is not who was heard, and others are heard of him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.model import DocumentType, Gender, Reason
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_calling, is_title

from .document_parties import Draft
from .naming import NamingPlace
from .scene import Actor, Scene

__all__ = ["BY_CLAIM", "name_by_claim"]

BY_CLAIM = "whom the claim above is about"

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
    claim = scene.cast.claims.get(scene.excerpt.claim or "")
    subject = _subject(scene)
    if claim is None or subject is None:
        return
    accusing = _ACCUSING.match(claim.text, subject.end) if _DISOWNS.search(plain) else None
    if accusing is not None:
        subject = _accused(scene, subject, accusing.end())
        if subject is None:
            return
    elif not _speaks(claim.text, subject, plain):
        return
    named = any(actor.person == subject.person for actor in scene.actors)
    if named or _is_another(scene, claim.text, subject, plain):
        return
    key = (scene.excerpt.claim, scene.author.id, subject.person)
    if key in taken:
        return
    taken.add(key)
    why = Reason(BY_CLAIM, subject.name, claim.page_span(subject.start, subject.end))
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


_ADVERBS = frozenset(
    "always later afterwards again himself herself now then first at last also even once still".split()
)
_TELLING = frozenset("says swears testifies admits confesses deposes names accuses".split())
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MEN = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_WOMEN = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_SOMEBODY = {
    Gender.MALE: re.compile(r"\b(?:an?|this|that|one|another) (?:[a-z]+ )?(?:man|fellow|lad|boy|gentleman)\b", re.I),
    Gender.FEMALE: re.compile(r"\b(?:an?|this|that|one|another) (?:[a-z]+ )?(?:woman|girl|lady|person)\b", re.I),
}
_WHAT_HE_IS = re.compile(r"\bI (?:am|was)(?: then| now)? (?:the|an?) ((?:[^\W\d_]+ )?[^\W\d_]+)")
_CONFESSES = re.compile(
    r"\bI (?:did it|confess(?:ed)?|plead(?:ed)? guilty|(?:am|was) guilty|take the blame)\b|"
    r"\b[Ii]t is true that I\b|\bmy guilt\b"
)
# "Ash was starved": and "they kept me without bread", "I was made to stand"
_SUFFERED = re.compile(
    r"\W+(?:was|were|had been) (?:[a-z]+ly )?"
    r"(?:beaten|struck|starved|tortured|ill-treated|maltreated|ill-used|threatened|flogged|whipped|kept|deprived|forced|"
    r"made|bullied|coerced|drugged|chained|tormented|abused|mistreated)\b",
    re.IGNORECASE,
)
_DONE_TO_ME = re.compile(
    r"\bI was (?:[a-z]+ly )?"
    r"(?:made|kept|put|held|beaten|struck|taken|brought|led|left|shut|bound|forced|[a-z]{3,}ed)\b[^.;!?]*[.;!?]"
    r".*\b(?:struck|strike|beat|kick(?:ed)?|hit|woke|kept|held|made|let|put|gave|shook) me\b",
    re.DOTALL,
)
_LEAST = 4  # letters of a word that tells what a deed was done to


# who knows nothing of his accuser
_DISOWNS = re.compile(
    r"\bI (?:do not|don[’']t|did not|didn[’']t|never|have never) "
    r"(?:know|knew|known|see|saw|seen|met|meet|set eyes (?:up)?on|(?:spoke|spoken) (?:to|with)) "
    r"(?:this|that|the) (?:[a-z]+ )?(?:man|woman|girl|boy|lad|fellow|person)\b"
)
_ACCUSING = re.compile(r"\W+(?:names|accuses|implicates|denounces|charges|incriminates|points to|testifies against)\b")


def _accused(scene: Scene, accuser: Actor, at: int) -> Actor | None:
    """Whom the claim's subject accuses behind the verb: "Ash names the mate Lowe as the man who …"."""
    others = [a for a in scene.claim_actors if a.start >= at and a.person != accuser.person]
    return others[0] if len({a.person for a in others}) == 1 else None


def _speaks(claim: str, subject: Actor, words: str) -> bool:
    """Whether a claim says that its subject says something, or tells what the words say of "I"."""
    behind = [m.group().casefold() for m in _WORDS.finditer(claim, subject.end)]
    while behind and (behind[0] in _ADVERBS or behind[0].endswith("ly")):
        behind = behind[1:]
    if not behind:
        return False
    verb, rest = behind[0], behind[1:]
    speech = english_speech()
    if verb in _TELLING or (verb in speech.saying and (verb not in speech.loose or rest[:1] == ["that"])):
        return True
    if _CONFESSES.search(words) is not None:
        return True
    if _SUFFERED.match(claim, subject.end) and _DONE_TO_ME.search(words):
        return True
    things = [word for word in rest if len(word) >= _LEAST]
    deed = re.compile(rf"\bI (?:[a-z]+ )?{re.escape(verb)}\b([^.;!?]*)", re.IGNORECASE)
    return any(word in _WORDS.findall(done[1].casefold()) for done in deed.finditer(words) for word in things)


def _is_another(scene: Scene, claim: str, subject: Actor, words: str) -> bool:
    """Whether the words may speak of the claim's subject as of another, or say that their "I" is what he is not."""
    for called in _WHAT_HE_IS.finditer(words):
        callings = [w for w in called[1].split() if is_calling(w) or is_title(w)]
        if callings and not any(w.casefold() in claim.casefold() for w in callings):
            return True
    if _CONFESSES.search(words) is not None:
        return False  # "he" is who put him up to it
    for gender, pronouns in ((Gender.MALE, _MEN), (Gender.FEMALE, _WOMEN)):
        if subject.gender not in (None, gender):
            continue
        said = pronouns.search(words)
        if said is None:
            continue
        first = pronouns.search(scene.text)  # who is named or told of before it may be meant
        if first is None or not (
            any(a.end <= first.start() and a.gender in (None, gender) for a in scene.actors)
            or _SOMEBODY[gender].search(scene.text, 0, first.start())
        ):
            return True
    return False


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
