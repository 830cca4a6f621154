"""The head of a document printed whole, down to its salutation, and what its first words say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.model import DocumentType

from .document_lines import Line, LineKind, behind_dateline, sheet_words
from .document_parties import date_in
from .document_signers import Signer, writer_in
from .document_words import DocumentWords
from .scene import Scene
from .sheet_points import ENOUGH, HEAD, SALUTES, Sheet, count

__all__ = ["OPENING", "head_of", "read_opening"]

_LONGEST_HEAD = 14  # lines
OPENING = 300  # code points of the first words, in which a document says what it is
_FIRST_WORDS = 80  # code points in which a witness says who he is
_ATTENTION = re.compile(r"\b(?:attn|attention|for the attention of)\b[.:]?", re.I)


def head_of(scene: Scene, lines: Sequence[Line], place: int) -> Sheet:
    """The lines from a place on that head a document, down to its salutation."""
    text = scene.text
    at = place
    fields: list[Line] = []
    sheet = Sheet(place, place, len(lines))
    seen: set[LineKind] = set()
    while at < len(lines) and at - place < _LONGEST_HEAD and lines[at].kind in HEAD | SALUTES:
        line = lines[at]
        if line.kind is LineKind.FIELD:
            fields.append(line)
        elif line.kind not in seen or line.kind is LineKind.TITLE:
            count(scene, sheet, line)
        seen.add(line.kind)
        if line.kind in (LineKind.TITLE,) and sheet.type is None:
            sheet.type = DocumentType(line.name)
        if line.kind is LineKind.DATELINE and sheet.date is None:
            sheet.date = date_in(text, line.start, line.end)
        if line.kind in (LineKind.ADDRESS, LineKind.SALUTATION, LineKind.RUN_IN) and sheet.addressee is None:
            near = line.end if line.kind is not LineKind.RUN_IN else min(line.end, line.start + _FIRST_WORDS)
            sheet.addressee = next(iter(scene.actors_in(line.start, near)), None)
        if line.kind is LineKind.RUN_IN:
            dated = behind_dateline(text, line.start, line.end)
            if dated > line.start and sheet.date is None:
                sheet.date = date_in(text, line.start, dated)
            break
        at += 1
        if line.kind in SALUTES:
            break
    sheet.body = at
    _fields(scene, sheet, fields)
    return sheet


def _fields(scene: Scene, sheet: Sheet, fields: Sequence[Line]) -> None:
    names = {line.name for line in fields}
    if len(fields) < 2 or not names & {"from", "to"}:
        return
    count(scene, sheet, fields[0], ENOUGH)
    for line in fields:
        if line.name == "from" and sheet.signer is None:
            sheet.signer = writer_in(scene, line.value, line.end)
        elif line.name == "to" and sheet.addressee is None:
            whose = _ATTENTION.search(scene.text, line.value, line.end)  # "To: the Board, attn. Mrs. Ash"
            sheet.addressee = next(iter(scene.actors_in(whose.end() if whose else line.value, line.end)), None)
        elif line.name == "date" and sheet.date is None:
            sheet.date = date_in(scene.text, line.value, line.end)


def read_opening(scene: Scene, words: DocumentWords, lines: Sequence[Line], sheet: Sheet) -> None:
    """What the words behind the head say: who gives evidence, who reports, whose petition it is."""
    text, patterns = scene.text, sheet_words().lines
    line = lines[min(sheet.body, len(lines) - 1)]
    start, end = lines[sheet.first].start, min(line.end, line.start + OPENING)
    report = patterns["reports"].search(text, start, end)
    if report is not None and sheet.points:
        sheet.points += 1
        sheet.type = sheet.type or DocumentType.REPORT
        sheet.reasons.append(scene.reason("it says that it reports", *report.span()))
    petition = patterns["petitions"].search(text, start, end)
    if petition is not None:
        sheet.points += 2
        sheet.signer = sheet.signer or writer_in(scene, *petition.span(petition.lastgroup or 0))
        sheet.reasons.append(scene.reason("it says whose petition it is", *petition.span()))
    taken = patterns["taken"].match(text, line.start, line.end)
    if taken is not None:
        sheet.points += 2
        sheet.type = sheet.type or DocumentType.DEPOSITION
        sheet.date = sheet.date or date_in(text, line.start, line.end)
        sheet.reasons.append(scene.reason("so a clerk begins what he takes down", *taken.span()))
    named = patterns["i_am"].match(text, line.start, line.end)
    if named is not None:
        actor = next(iter(scene.actors_in(named.end(), min(line.end, named.end() + _FIRST_WORDS))), None)
        if actor is not None and patterns["born"].search(text, actor.end, min(line.end, actor.end + 2 * _FIRST_WORDS)):
            sheet.points += 1
            sheet.type = sheet.type or DocumentType.DEPOSITION
            sheet.signer = sheet.signer or Signer(actor.person, actor.name, actor.start, actor.end, actor)
            sheet.reasons.append(scene.reason("he says who he is", line.start, actor.end))
    for pattern, kind in words.forms:
        if kind is DocumentType.LETTER or (met := pattern.match(text, line.start, line.end)) is None:
            continue
        sheet.points += 1
        sheet.type = sheet.type or kind
        sheet.reasons.append(scene.reason("so such a document begins", *met.span()))
