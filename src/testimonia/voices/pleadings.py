"""Speeches of counsel that the record of a trial prints without a label: ``Gentlemen, the defence will tell you …``.

Such words speak to a bench or jury and of the other side. They are the prosecution's where they speak of the defence or
of the accused's counsel, the defence's where they speak of a client or of what the prosecution says; where they do
neither, or both, nobody is guessed, for a judge sums up in the same tone. Whoever the page says prosecutes is named,
where that is one man. All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import DocumentType

from .document_parties import Draft
from .naming import NamingPlace
from .scene import Cast, Scene

__all__ = ["find_pleadings"]

# of a work that holds what was said in court
_RECORD = re.compile(
    r"\b(?:trials?|courts?-martial|cases?|proceedings|hearings?|assizes|tribunals?|(?:shorthand|stenographic|verbatim) "
    r"(?:record|report|notes)|transcripts?|minutes of evidence)\b",
    re.IGNORECASE,
)
_TO_A_COURT = re.compile(
    r"(?:^|(?<=[.?!] ))(?:Gentlemen|My [Ll]ords?|May it please (?:the|your)|Members of the (?:jury|court|tribunal)|"
    r"(?:Comrades?|Citizens?|Messieurs les) (?:[Jj]udges|[Jj]urors|[Jj]ur[ée]s))(?: of the (?:jury|court))?,|"
    r",? (?:gentlemen|my [Ll]ords?|members of the (?:jury|court|tribunal))(?: of the (?:jury|court))?[,.:;?!]",
    re.MULTILINE,
)
_OPENING = 240  # code points in which a speech says to whom it is
_QUOTED = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")
_LED_IN = re.compile(r":\s*$")
_TOLD = re.compile(r"\s*(?:he|she|they|I|we)\s+(?:cried|said|says|began|went\s+on|answered|replied|exclaimed)\b")
_SAYS = r"(?:says?|will|would|asks?|tells?|claims?|pretends?|repl(?:y|ies)|answers?|has|have|may|argues?|makes?)\b"
_HIS = r"(?:[Hh]is|[Hh]er|[Tt]heir|the (?:prisoner|accused|defendant)s?['’]?s?)"
_AGAINST_THE_DEFENCE = re.compile(
    rf"\b[Tt]he defen[cs]e {_SAYS}|\b{_HIS} (?:counsel|advocates?|defenders?|lawyers?)\b|"
    r"\bmy (?:learned )?(?:friends?|colleagues?),? (?:\w+ ){0,2}(?:advis|defend|appear|represent)\w* (?:\w+ ){0,2}"
    r"(?:prisoner|accused|defen)\w*|"
    r"\bI (?:demand|ask(?: you)? for|call for) (?:the|his|her|their|a) (?:\w+ )?"
    r"(?:head|death|penalty|sentence|conviction)s?\b"
)
_FOR_THE_DEFENCE = re.compile(
    rf"\b[Mm]y (?:unhappy |unfortunate |poor )?clients?\b|\b[Tt]he prosecution {_SAYS}|\bI defend\b|\b[Tt]he "
    rf"(?:(?:[Pp]ublic |[Ss]tate |[Cc]rown )?[Pp]rosecutor|[Jj]udge-[Aa]dvocate|[Aa]ttorney[- ]General|Crown) {_SAYS}"
)
_PROSECUTES = re.compile(
    r",? (?:who (?:is|was|were|had been (?:named|appointed)) to prosecute|who (?:(?:is|was) prosecuting|prosecute[ds])|"
    r"(?:who )?(?:appear(?:ed|ing)|led|leading|open(?:ed|ing)|prosecut(?:ed|ing)|counsel) "
    r"for the (?:Crown|prosecution|State)|"
    r"the (?:(?:[Pp]ublic|[Ss]tate|[Cc]hief|[Mm]ilitary) )?(?:[Pp]rosecutor|[Jj]udge-[Aa]dvocate)\b)"
)


def find_pleadings(scene: Scene) -> Iterator[Draft]:
    """The speech that an excerpt is, where it is one."""
    if (scene.author_is_person and not scene.author_edits) or not _RECORD.search(_title(scene)):
        return
    text = scene.text
    to = _TO_A_COURT.search(text, 0, _OPENING)
    if to is None or _TOLD.match(text, to.end()) or _LED_IN.search(text, 0, to.start() or 1):
        return
    spoken = _QUOTED.sub(lambda m: " " * len(m.group()), text)
    accusing, defending = _AGAINST_THE_DEFENCE.search(spoken), _FOR_THE_DEFENCE.search(spoken)
    shows = accusing or defending
    if shows is None or (accusing is not None and defending is not None):
        return
    draft = Draft(0, to.end(), DocumentType.SPEECH, NamingPlace.FORM, 0, len(text))
    who = _who_prosecutes(scene.cast) if accusing is not None else None
    if who is not None:
        draft.author, draft.author_name = who, scene.cast.people[who].name
    else:
        name = "the prosecutor" if accusing is not None else "counsel for the defence"
        draft.author, draft.author_name = f"anon:{name.removeprefix('the ').replace(' ', '-')}", name
    draft.reasons.append(scene.reason("so counsel speaks to a court", *to.span()))
    draft.reasons.append(scene.reason("of the other side", *shows.span()))
    yield draft


def _title(scene: Scene) -> str:
    citation = scene.cast.citations.get(scene.excerpt.citation) if scene.excerpt.citation else None
    return str((citation.resolved or citation.csl).get("title") or "") if citation is not None else ""


def _who_prosecutes(cast: Cast) -> str | None:
    """The one man of whom the page says that he prosecutes."""
    text = cast.book.text
    behind = {mention.span.end: mention.person for mention in cast.book.mentions}
    people = {behind[met.start()] for met in _PROSECUTES.finditer(text) if met.start() in behind}
    return next(iter(people)) if len(people) == 1 else None
