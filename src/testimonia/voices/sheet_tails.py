"""Where a document printed whole ends and who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .document_lines import Line, LineKind
from .document_parties import date_in
from .document_signers import (
    PLACE_AND_DAY,
    Signer,
    closing_date,
    closing_initials,
    ends_with_name,
    name_line,
    run_in_signature,
    signer_in,
)
from .document_words import DocumentWords
from .scene import Scene
from .sheet_points import HEAD, SALUTES, WHY, Sheet, count

__all__ = ["closes_in_line", "read_tail"]

_AFTER = frozenset({LineKind.POSTSCRIPT, LineKind.ATTESTED, LineKind.SIGNED, LineKind.NOTE, LineKind.MARGINAL})
_POSTSCRIPT = re.compile(r"\s(?:P\.? ?S\.|Postscript[.:])\s(?=\S)")  # behind a signature in the same line
_CLOSE = 120  # code points at the end of a line that date and sign it
# before a name that ends the line: "… nothing. Hull, 4 May 1911. Ann Ash."
_DATED_BELOW = re.compile(rf"(?<=[.!?] ){PLACE_AND_DAY},? \d{{4}}\.(?= [A-ZÀ-ÞА-ЯЁІЇЄ])")
_RUNNING = frozenset({LineKind.PLAIN, LineKind.ATTESTED, LineKind.RUN_IN, LineKind.DATELINE})


def read_tail(scene: Scene, words: DocumentWords, lines: Sequence[Line], sheet: Sheet) -> None:
    """Find where the stretch stops and who signs it; both are put into ``sheet``."""
    text = scene.text
    known = [actor.person for actor in (sheet.signer.actor,) if actor is not None] if sheet.signer else []
    if sheet.signer is not None and not known:
        known = [sheet.signer.person]
    last = len(lines)
    while last > sheet.body + 1 and lines[last - 1].kind is LineKind.NOTE:
        last -= 1
    sheet.stop = last
    for at in range(sheet.body, last):
        line = lines[at]
        if line.kind is LineKind.MARGINAL and at > sheet.body:
            sheet.stop = at
            return
        signed = line.kind is LineKind.SIGNED
        below = at > 0 and lines[at - 1].kind is LineKind.FAREWELL
        plain = not signed and at > sheet.body and name_line(scene, line, below_farewell=below)
        if plain:
            follows = lines[at + 1].kind if at + 1 < len(lines) else LineKind.NOTE
            before = lines[at - 1].kind
            plain = at == last - 1 or follows in _AFTER or before in (LineKind.FAREWELL, LineKind.SIGNED)
        if signed or plain:
            count(scene, sheet, line)
            if plain:
                sheet.points += 1
                sheet.reasons.append(scene.reason("a name stands under it", line.start, line.end))
            _sign(sheet, signer_in(scene, line, known))
            sheet.stop = _behind(scene, lines, at + 1, last)
            sheet.signed = True
            return
        if line.kind is LineKind.FAREWELL and at >= sheet.body:
            if not any(reason.rule == WHY[LineKind.FAREWELL] for reason in sheet.reasons):
                count(scene, sheet, line)
            inside = [a for a in scene.actors_in(line.start, line.end) if not text[a.end : line.end].strip(" .,")]
            if inside:
                _sign(sheet, Signer(inside[-1].person, inside[-1].name, inside[-1].start, inside[-1].end, inside[-1]))
            more = next((n for n in range(at + 1, min(at + 4, last)) if _signs_below(scene, lines, n)), None)
            close = words.closes.search(text[line.start : line.end])
            ends_line = close is not None and not text[line.start + close.end() : line.end].strip(" .,")
            if inside or (more is None and (ends_line or at == last - 1)):
                sheet.stop = _behind(scene, lines, at + 1, last)
                sheet.signed = True
                return
        if line.kind is LineKind.ATTESTED:
            count(scene, sheet, line)
        ends = at == last - 1 or lines[at + 1].kind in (LineKind.NOTE, LineKind.POSTSCRIPT)
        if ends and _runs_out(scene, words, line, sheet):
            sheet.stop = _behind(scene, lines, at + 1, last)
            sheet.signed = True
            return


def _runs_out(scene: Scene, words: DocumentWords, line: Line, sheet: Sheet) -> bool:
    """Whether a last paragraph ends in a farewell or name that stands on no line of its own."""
    if line.kind not in _RUNNING:
        return False
    behind = _POSTSCRIPT.search(scene.text, line.start, line.end)
    line = replace(line, end=behind.start()) if behind is not None else line
    if line.kind is LineKind.DATELINE and sheet.date is None:
        sheet.date = date_in(scene.text, line.start, line.end)
    running = run_in_signature(scene, line)
    close = words.closes.search(scene.text, line.start, line.end)
    if close is not None and (line.kind is LineKind.RUN_IN or closes_in_line(scene, words, line)):
        count(scene, sheet, Line(close.start(), line.end, LineKind.FAREWELL))
    if close is not None and running is None:
        last = scene.named_at(close.start(), line.end)
        if last is not None and ends_with_name(scene, last, line.end):
            running = Signer(last.person, last.name, last.start, last.end, last)
    if running is None and line.kind is LineKind.RUN_IN:
        running = closing_initials(scene, line.start, line.end)
    if running is None:
        return False
    dated = closing_date(scene, line)
    if dated is not None and sheet.date is None:
        sheet.date = date_in(scene.text, *dated)
    sheet.points += 1
    sheet.reasons.append(scene.reason("a name ends it", running.start, running.end))
    _sign(sheet, running)
    return True


def closes_in_line(scene: Scene, words: DocumentWords, line: Line) -> bool:
    """Whether a farewell and a name end a line that runs on to them: "… it. Your obedient servant, K. Ash, pilot."."""
    close = words.closes.search(scene.text, line.start, line.end)
    if close is None:
        close = _DATED_BELOW.search(scene.text, max(line.start, line.end - _CLOSE), line.end)
    last = scene.named_at(close.start(), line.end) if close is not None else None
    return last is not None and ends_with_name(scene, last, line.end)


def _signs_below(scene: Scene, lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    below = lines[at - 1].kind is LineKind.FAREWELL
    return line.kind in (LineKind.SIGNED, LineKind.FAREWELL) or name_line(scene, line, below_farewell=below)


def _sign(sheet: Sheet, signer: Signer | None) -> None:
    """Take the signature for the author, unless it is mere initials and a field has said who writes."""
    if signer is None:
        return
    known = sheet.signer
    if known is None or (signer.person != known.person and not signer.person.startswith("anon:")):
        sheet.signer = signer


def _behind(scene: Scene, lines: Sequence[Line], at: int, last: int) -> int:
    """Where a document ends that is signed: behind postscripts, attestations, and others who sign."""
    while at < last and (
        lines[at].kind in (LineKind.POSTSCRIPT, LineKind.ATTESTED, LineKind.SIGNED)
        or (name_line(scene, lines[at]) and lines[at - 1].kind is not LineKind.POSTSCRIPT)
        or (lines[at].kind is LineKind.PLATE and lines[at + 1 : at + 2] and lines[at + 1].kind not in HEAD | SALUTES)
        or (lines[at].kind is LineKind.PLATE and at + 1 == len(lines))
    ):
        at += 1
    return at
