"""Documents that show by their first words what they are: an oath, "I have the honour to report".

Letters and what else is printed whole show by their lines: `document_sheets`.

All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import DocumentType
from testimonia.words.dates import Precision

from .document_lines import skip_marks
from .document_parties import Draft, date_in, set_author
from .document_words import DocumentWords
from .naming import NamingPlace
from .scene import Actor, Scene, slug

__all__ = ["find_findings", "find_forms", "form_at", "self_named"]

_OPENING = " \n\"“„«‘'‚‹"
_FIRST_WORDS = 60  # code points in which a witness says who he is
_SENTENCE_ENDS = re.compile(r"[.;:!?]\s|\n")
_BEFORE_WHOM = re.compile(r"(?:Before|Sworn|Declared|Taken|In the presence)\b")
_I_AM = re.compile(
    r"\b(?:I,|I am|[Mm]y name is|[Ww]e,?|(?=[Tt]he unders))\s*(?:[Tt]he undersigned,?\s+)?(?:[A-Z][a-z]+\.?\s+)?\(?$"
)


def form_at(words: DocumentWords, text: str, at: int) -> DocumentType | None:
    """What the words that begin at an offset are by their form; ``None`` where it does not show."""
    for pattern, kind in words.forms:
        if kind is not DocumentType.LETTER and pattern.match(text, at):
            return kind
    return None


def find_forms(scene: Scene, words: DocumentWords, beginnings: Sequence[int]) -> Iterator[Draft]:
    """The documents whose form shows: at the ``beginnings``, where labels and leads end."""
    text = scene.text
    for pattern, kind in words.forms:
        if kind is DocumentType.LETTER:
            continue  # those are read by their lines
        for at in beginnings:
            begin = skip_marks(text, at)
            found = pattern.match(text, begin)
            if found is None:
                continue
            draft = Draft(begin, found.end(), kind, NamingPlace.FORM, begin, len(text))
            if kind is DocumentType.DEPOSITION or "undersigned" in found.group():
                _sworn(scene, draft, begin, found.end())
            draft.reasons.insert(0, scene.reason("so such a document begins", begin, found.end()))
            yield draft


def find_findings(scene: Scene) -> Iterator[Draft]:
    """``The court finds it proved that …``: what a body finds in the present tense it says itself."""
    begin = skip_marks(scene.text, 0)
    if scene.author_is_person and not scene.author_edits:
        return
    found = (
        _FINDS.match(scene.text, begin)
        or _GIVES_NOTICE.match(scene.text, begin)
        or _BY_ORDER.search(scene.text, max(0, len(scene.text) - _LAST_WORDS))
    )
    if found is None:
        return
    body = found["body"] or found["us"]
    if re.search(rf"(?<![\w-]){re.escape(body)}(?![\w-])", scene.author.name, re.IGNORECASE):
        return  # its own report
    draft = Draft(begin, len(scene.text), DocumentType.DECREE, NamingPlace.FORM, begin, len(scene.text))
    draft.end = found.end() if found.start() == begin else draft.end
    who = found["who"] or found["we"]
    draft.author, draft.author_name = f"org:{slug(who)}", who
    draft.reasons.append(scene.reason("so a body speaks of itself", *found.span()))
    yield draft


_LAST_WORDS = 120  # code points in which it is said by whose order a notice is
_BY_ORDER = re.compile(
    r"(?:^|(?<=[.!?] )|\n)\W*By (?:order|command|authority|direction) of "
    r"(?P<who>(?:the |His |Her )?(?P<body>[A-Z][\w&’'-]+(?: (?:of|for|and|the|[A-Z][\w&’'-]+)){0,5}))\W*$"
)
# "NOTICE. The River Company begs to assure the public …"
_GIVES_NOTICE = re.compile(
    r"(?:(?:PUBLIC |SPECIAL )?(?:NOTICE|Notice|ADVERTISEMENT|WARNING|TO THE PUBLIC)[.:!]?\s?(?:--|[–—])?\s*)?"
    r"(?P<who>The (?:[A-Z][\w&’'-]+ ){0,4}?(?P<body>Company|Board|Bank|Society|Union|Council|Committee|Ministry|"
    r"Government|Directors|Governors|Trustees|Management|Association|Commissioners))"
    r"(?:, [^.;:\n]{3,80},)? (?:hereby |begs? (?:leave )?to |gives? (?:public )?notice|regrets? to |"
    r"desires? (?:to|it) |wish(?:es)? (?:to|it) |has the honou?r to |have the honou?r to )"
)
_HAVING = (
    r"having (?:(?:duly|maturely|fully|carefully) )?"
    r"(?:heard|considered|weighed|deliberated|examined|inquired|viewed|read)\b[^.;:\n]{0,120}?,?"
)
_FINDS = re.compile(
    r"(?:(?P<who>[Tt]he (?:[A-Z][a-z]+ )?"
    r"(?P<body>court|tribunal|jury|board|commission|committee|bench|senate|assembly|council)(?: of [A-Z][a-z]+)?)"
    r"|We,? (?P<we>the (?:[a-z]+ )?(?P<us>jury|jurors|committee|commissioners|arbitrators|assessors|referees)))"
    rf"(?:, [^.;:\n]{{3,80}},|,? {_HAVING})?,? "
    r"(?:do(?:th|es) )?(?:therefore |hereby |unanimously |accordingly |now |also ){0,2}"
    r"(?:finds?|holds?|(?:is|are) of (?:the )?opinion|(?:is|are) satisfied|orders?|rules?|resolves?|sentences?|"
    r"condemns?|acquits?|decides?|decrees?|declares?|adjudges?)\b",
    re.IGNORECASE,
)


def _sworn(scene: Scene, draft: Draft, start: int, end: int) -> None:
    """Who swears: ``I, Ann Ash, …``, ``we (Ash, Birch) the undersigned``, ``Before me … Ash, baker, declares``."""
    text = scene.text
    sentence = _SENTENCE_ENDS.search(text, end)
    stop = sentence.start() if sentence else len(text)
    before_whom = _BEFORE_WHOM.match(text, start) is not None
    date = date_in(text, start, stop if before_whom else end)
    draft.date = date if date is not None and date.precision is not Precision.YEAR else None  # "born 1851"
    actors = scene.actors_in(start, stop if before_whom else end)
    for actor in actors:
        if before_whom or _I_AM.search(text, start, actor.start):
            set_author(scene, draft, actors, actor)
            return


def self_named(scene: Scene) -> Actor | None:
    """Who says in the first words of an excerpt who he is: ``I am Ann Ash, baker.``"""
    for actor in scene.actors_in(0, min(len(scene.text), _FIRST_WORDS)):
        before = scene.text[: actor.start].strip(_OPENING)
        if _I_AM.search(scene.text, 0, actor.start) and before.startswith(("I", "My", "We")):
            return actor
    return None
