"""Documents printed whole: letters, mails, memoranda, depositions, minutes, known by the lines that such papers have.

Each line tells something: a dateline, a salutation, fields such as "From:", a farewell, a signature. A stretch of the
excerpt is taken for a document where enough of them stand together; its words go on to the signature, with what
follows a signature (a postscript, an attestation), else as far as the excerpt goes without an editor's note. Whose it
is says the signature, then the field, then the writer's "I, Ash, …"; a paper that a body issues is that body's. All
offsets are those of the excerpt's text. Blind spots: a document without any such line; one that is not signed and is
followed by the narrator's words without a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from testimonia.model import DocumentType, Reason
from testimonia.words.dates import DateExpression
from testimonia.words.speech import english_speech

from .document_lines import Line, LineKind, is_first_person, lines_of, sheet_words, skip_marks
from .document_parties import Draft, body_that_states, date_in, set_author
from .document_signers import (
    Signer,
    by_initials,
    closing_initials,
    ends_with_name,
    name_line,
    run_in_signature,
    signer_in,
    writer_in,
)
from .document_words import DocumentWords
from .naming import NamingPlace
from .scene import Actor, Scene, slug

__all__ = ["find_sheets"]

_ENOUGH = 3  # points that make lines a document
_LONGEST_HEAD = 14  # lines
_OPENING = 300  # code points of the first words, in which a document says what it is
_BODY = 1500  # code points in which "I" or "you" is looked for
_FIRST_WORDS = 80  # code points in which a witness says who he is
_HEAD = frozenset({LineKind.FIELD, LineKind.TITLE, LineKind.MARK, LineKind.DATELINE, LineKind.ADDRESS, LineKind.PLATE})
_SALUTES = frozenset({LineKind.SALUTATION, LineKind.TO_MANY, LineKind.RUN_IN})
_AFTER = frozenset({LineKind.POSTSCRIPT, LineKind.ATTESTED, LineKind.SIGNED, LineKind.NOTE, LineKind.MARGINAL})
_RUNNING = frozenset({LineKind.PLAIN, LineKind.ATTESTED, LineKind.RUN_IN, LineKind.DATELINE})
_POINTS = {
    LineKind.DATELINE: 1,
    LineKind.ADDRESS: 1,
    LineKind.TITLE: 2,
    LineKind.SALUTATION: 2,
    LineKind.RUN_IN: 1,
    LineKind.SIGNED: 2,
    LineKind.FAREWELL: 2,
    LineKind.ATTESTED: 1,
}
_WHY = {
    LineKind.FIELD: "fields head it",
    LineKind.TITLE: "a title stands over it",
    LineKind.DATELINE: "place and date head it",
    LineKind.ADDRESS: "a line says to whom",
    LineKind.SALUTATION: "a salutation opens it",
    LineKind.RUN_IN: "a salutation opens it",
    LineKind.FAREWELL: "a farewell closes it",
    LineKind.SIGNED: "it is signed",
    LineKind.ATTESTED: "it is attested",
}
_I_MYSELF = re.compile(r"\bI,\s+(?:[A-Z][a-z]+\.?\s+)?$")
_ATTENTION = re.compile(r"\b(?:attn|attention|for the attention of)\b[.:]?", re.I)
_MARKS = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")


@dataclass(slots=True)
class _Sheet:
    """A stretch of lines, ``first`` to before ``stop``, of which those from ``body`` on are no head."""

    first: int
    body: int
    stop: int
    points: int = 0
    type: DocumentType | None = None
    signer: Signer | None = None
    signed: bool = False  # whether its last line is known
    addressee: Actor | None = None
    date: DateExpression | None = None
    reasons: list[Reason] = field(default_factory=list)


def find_sheets(scene: Scene, words: DocumentWords, beginnings: Sequence[int]) -> Iterator[Draft]:
    """The documents printed whole in an excerpt; ``beginnings`` are offsets where one may begin unannounced."""
    text = scene.text
    lines = lines_of(text, _run_in(words), words.closes)
    if not lines:
        return
    starts = {skip_marks(text, at) for at in beginnings} | {lines[0].start}
    last_signed = max((n for n, line in enumerate(lines) if line.kind is LineKind.SIGNED), default=-1)
    place = 0
    while place < len(lines):
        line = lines[place]
        free = (
            line.start in starts
            or lines[place - 1].kind is LineKind.NOTE
            or text[lines[place - 1].end - 1] == ":"
            or place == 0
        )
        sheet = _read(scene, words, lines, place, free=free, last_signed=last_signed)
        if sheet is None:
            place += 1
            continue
        yield from _drafts(scene, words, lines, sheet)
        place = max(sheet.stop, place + 1)


def _run_in(words: DocumentWords) -> re.Pattern[str]:
    """How a letter begins in the middle of a line."""
    return next(pattern for pattern, kind in words.forms if kind is DocumentType.LETTER)


def _read(
    scene: Scene, words: DocumentWords, lines: Sequence[Line], place: int, *, free: bool, last_signed: int
) -> _Sheet | None:
    """The document that begins with a line; ``free`` says that one may, though no salutation is in sight.

    ``last_signed`` is the last line that is marked as a signature, -1 where none is.
    """
    text = scene.text
    sheet = _head(scene, lines, place)
    salutes = sheet.body > place and lines[sheet.body - 1].kind in _SALUTES
    salutes = salutes or (sheet.body < len(lines) and lines[sheet.body].kind is LineKind.RUN_IN)
    if not salutes and not free:
        return None
    if sheet.body >= len(lines) and not salutes:
        return None
    if free:
        _opening(scene, words, lines, sheet)
    by_name = place == 0 and not scene.author_is_person and len(lines) > 1 and name_line(scene, lines[-1])
    closed = place == 0 and not scene.author_is_person and _closes_in_line(scene, words, lines[-1])
    if not sheet.points and not salutes and sheet.body > last_signed and not by_name and not closed:
        return None
    _tail(scene, words, lines, sheet)
    end = min(lines[sheet.stop - 1].end, lines[min(sheet.body, sheet.stop - 1)].start + _BODY)
    body = lines[min(sheet.body, sheet.stop - 1)].start
    if is_first_person(_MARKS.sub("", text[body:end]), 0, end - body):
        sheet.points += 1
    if sheet.signed and not scene.author_is_person and sheet.points and place == 0:
        sheet.points += 1  # a body says no "I"
    if sheet.points >= _ENOUGH - 2 and sheet.signer is None:
        sheet.signer = _who_says_i(scene, lines, sheet)
        if sheet.signer is not None:
            sheet.points += 2
            sheet.reasons.append(scene.reason("he says who he is", sheet.signer.start, sheet.signer.end))
    if sheet.points < _ENOUGH:
        return None
    return sheet


def _count(scene: Scene, sheet: _Sheet, line: Line, points: int | None = None) -> None:
    worth = _POINTS.get(line.kind, 0) if points is None else points
    why = _WHY.get(line.kind)
    if why is not None:
        sheet.points += worth
        sheet.reasons.append(scene.reason(why, line.start, line.end))


def _head(scene: Scene, lines: Sequence[Line], place: int) -> _Sheet:
    """The lines from a place on that head a document, down to its salutation."""
    text = scene.text
    at = place
    fields: list[Line] = []
    sheet = _Sheet(place, place, len(lines))
    seen: set[LineKind] = set()
    while at < len(lines) and at - place < _LONGEST_HEAD and lines[at].kind in _HEAD | _SALUTES:
        line = lines[at]
        if line.kind is LineKind.FIELD:
            fields.append(line)
        elif line.kind not in seen or line.kind is LineKind.TITLE:
            _count(scene, sheet, line)
        seen.add(line.kind)
        if line.kind in (LineKind.TITLE,) and sheet.type is None:
            sheet.type = DocumentType(line.name)
        if line.kind is LineKind.DATELINE and sheet.date is None:
            sheet.date = date_in(text, line.start, line.end)
        if line.kind in (LineKind.ADDRESS, LineKind.SALUTATION, LineKind.RUN_IN) and sheet.addressee is None:
            near = line.end if line.kind is not LineKind.RUN_IN else min(line.end, line.start + _FIRST_WORDS)
            sheet.addressee = next(iter(scene.actors_in(line.start, near)), None)
        if line.kind is LineKind.RUN_IN:
            break
        at += 1
        if line.kind in _SALUTES:
            break
    sheet.body = at
    _fields(scene, sheet, fields)
    return sheet


def _fields(scene: Scene, sheet: _Sheet, fields: Sequence[Line]) -> None:
    names = {line.name for line in fields}
    if len(fields) < 2 or not names & {"from", "to"}:
        return
    _count(scene, sheet, fields[0], _ENOUGH)
    for line in fields:
        if line.name == "from" and sheet.signer is None:
            sheet.signer = writer_in(scene, line.value, line.end)
        elif line.name == "to" and sheet.addressee is None:
            whose = _ATTENTION.search(scene.text, line.value, line.end)  # "To: the Board, attn. Mrs. Ash"
            sheet.addressee = next(iter(scene.actors_in(whose.end() if whose else line.value, line.end)), None)
        elif line.name == "date" and sheet.date is None:
            sheet.date = date_in(scene.text, line.value, line.end)


# what the first words say


def _opening(scene: Scene, words: DocumentWords, lines: Sequence[Line], sheet: _Sheet) -> None:
    """What the words behind the head say: who gives evidence, who reports, whose petition it is."""
    text, patterns = scene.text, sheet_words().lines
    line = lines[min(sheet.body, len(lines) - 1)]
    start, end = lines[sheet.first].start, min(line.end, line.start + _OPENING)
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


# where it ends and who signs


def _tail(scene: Scene, words: DocumentWords, lines: Sequence[Line], sheet: _Sheet) -> None:
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
            _count(scene, sheet, line)
            if plain:
                sheet.points += 1
                sheet.reasons.append(scene.reason("a name stands under it", line.start, line.end))
            _sign(sheet, signer_in(scene, line, known))
            sheet.stop = _behind(scene, lines, at + 1, last)
            sheet.signed = True
            return
        if line.kind is LineKind.FAREWELL and at >= sheet.body:
            if not any(reason.rule == _WHY[LineKind.FAREWELL] for reason in sheet.reasons):
                _count(scene, sheet, line)
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
            _count(scene, sheet, line)
        ends = at == last - 1 or lines[at + 1].kind in (LineKind.NOTE, LineKind.POSTSCRIPT)
        if ends and _runs_out(scene, words, line, sheet):
            sheet.stop = _behind(scene, lines, at + 1, last)
            sheet.signed = True
            return


def _runs_out(scene: Scene, words: DocumentWords, line: Line, sheet: _Sheet) -> bool:
    """Whether a last paragraph ends in a farewell or name that stands on no line of its own."""
    if line.kind not in _RUNNING:
        return False
    if line.kind is LineKind.DATELINE and sheet.date is None:
        sheet.date = date_in(scene.text, line.start, line.end)
    running = run_in_signature(scene, line)
    close = words.closes.search(scene.text, line.start, line.end)
    if close is not None and (line.kind is LineKind.RUN_IN or _closes_in_line(scene, words, line)):
        _count(scene, sheet, Line(close.start(), line.end, LineKind.FAREWELL))
    if close is not None and running is None:
        last = scene.named_at(close.start(), line.end)
        if last is not None and ends_with_name(scene, last, line.end):
            running = Signer(last.person, last.name, last.start, last.end, last)
    if running is None and line.kind is LineKind.RUN_IN:
        running = closing_initials(scene, line.start, line.end)
    if running is None:
        return False
    sheet.points += 1
    sheet.reasons.append(scene.reason("a name ends it", running.start, running.end))
    _sign(sheet, running)
    return True


def _closes_in_line(scene: Scene, words: DocumentWords, line: Line) -> bool:
    """Whether a farewell and a name end a line that runs on to them: "… it. Your obedient servant, K. Ash, pilot."."""
    close = words.closes.search(scene.text, line.start, line.end)
    last = scene.named_at(close.start(), line.end) if close is not None else None
    return last is not None and ends_with_name(scene, last, line.end)


def _signs_below(scene: Scene, lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    below = lines[at - 1].kind is LineKind.FAREWELL
    return line.kind in (LineKind.SIGNED, LineKind.FAREWELL) or name_line(scene, line, below_farewell=below)


def _sign(sheet: _Sheet, signer: Signer | None) -> None:
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
        or (lines[at].kind is LineKind.PLATE and lines[at + 1 : at + 2] and lines[at + 1].kind not in _HEAD | _SALUTES)
        or (lines[at].kind is LineKind.PLATE and at + 1 == len(lines))
    ):
        at += 1
    return at


# from sheets to drafts


def _drafts(scene: Scene, words: DocumentWords, lines: Sequence[Line], sheet: _Sheet) -> Iterator[Draft]:
    start, end = lines[sheet.first].start, lines[sheet.stop - 1].end
    named = lines[max(sheet.first, min(sheet.body, sheet.stop) - 1)]
    kind = sheet.type or (DocumentType.LETTER if _is_letter(lines, sheet) else DocumentType.OTHER)
    draft = Draft(start, min(named.end, start + _OPENING), kind, NamingPlace.FORM, start, end, sheet.date)
    draft.closed = sheet.signed
    draft.head_end = lines[min(sheet.body, sheet.stop - 1)].start
    draft.reasons += sheet.reasons
    draft.addressee = sheet.addressee.person if sheet.addressee is not None else None
    signer = sheet.signer
    if signer is not None and signer.actor is not None:
        set_author(scene, draft, scene.actors_in(signer.start, lines[sheet.stop - 1].end), signer.actor)
    elif signer is not None:
        draft.author, draft.author_name = signer.person, signer.name
        draft.reasons.append(scene.reason("named as its author", signer.start, signer.end))
    yield draft
    if draft.author is None:
        _issued(scene, draft, lines, sheet)
    if draft.author is None and draft.type is DocumentType.LETTER:
        writer = _writer_in_heading(scene)
        if writer is not None:
            draft.author, draft.author_name = writer.person, writer.name
            claim = scene.cast.claims[scene.excerpt.claim or ""]
            draft.reasons.append(Reason("the heading says who writes", claim.text, claim.span))
    yield from _inserted(scene, lines, sheet)


def _is_letter(lines: Sequence[Line], sheet: _Sheet) -> bool:
    kinds = {line.kind for line in lines[sheet.first : sheet.stop]}
    head = {line.kind for line in lines[sheet.first : sheet.body + 1]}
    return bool(
        head & {LineKind.SALUTATION, LineKind.RUN_IN, LineKind.FIELD, LineKind.DATELINE, LineKind.ADDRESS}
        or LineKind.FAREWELL in kinds
    )


def _who_says_i(scene: Scene, lines: Sequence[Line], sheet: _Sheet) -> Signer | None:
    """``I, Ash, being now ninety, say …``"""
    start, end = lines[min(sheet.body, sheet.stop - 1)].start, lines[sheet.stop - 1].end
    for actor in scene.actors_in(start, end):
        if scene.text.startswith(",", actor.end) and _I_MYSELF.search(scene.text, start, actor.start):
            return Signer(actor.person, actor.name, actor.start, actor.end, actor)
    return None


def _issued(scene: Scene, draft: Draft, lines: Sequence[Line], sheet: _Sheet) -> None:
    """Of a paper such as bodies issue: the body that states something in its first words."""
    titles = [line for line in lines[sheet.first : sheet.body] if line.kind is LineKind.TITLE]
    issued = sheet_words().issued
    if not any(scene.text[line.value : line.end].strip("*_ .,:;").lower() in issued for line in titles):
        return
    body = body_that_states(scene, draft.head_end, min(draft.cover_end, draft.head_end + _BODY))
    if body is not None:
        draft.author, draft.author_name = f"org:{slug(scene.text[slice(*body)])}", scene.text[slice(*body)]
        draft.reasons.append(scene.reason("the body that issues it", *body))


def _inserted(scene: Scene, lines: Sequence[Line], sheet: _Sheet) -> Iterator[Draft]:
    """What stands in a document and is another's: the mail it answers, a note in its margin."""
    text = scene.text
    wrote = sheet_words().lines["wrote"]
    parties = [person for person in (sheet.addressee.person if sheet.addressee else None,) if person]
    for at in range(sheet.body, sheet.stop - 1):
        found = wrote.fullmatch(text, lines[at].start, lines[at].end)
        who = found.start(found.lastgroup or 0) if found else 0
        actors = scene.actors_in(who, lines[at].end) if found else []
        if not actors or actors[0].start - who > 12:
            continue
        stop = at + 2
        while stop < sheet.stop and "\n\n" not in text[lines[stop - 1].end : lines[stop].start]:
            stop += 1
        covers = (lines[at + 1].start, lines[stop - 1].end)
        draft = Draft(lines[at].start, lines[at].end, DocumentType.LETTER, NamingPlace.FORM, *covers)
        draft.date = date_in(text, lines[at].start, lines[at].end)
        draft.closed = True
        draft.head_end = covers[0]
        set_author(scene, draft, actors, actors[0])
        draft.reasons.append(scene.reason("a mail that this one answers", lines[at].start, lines[at].end))
        yield draft
    if sheet.stop < len(lines) and lines[sheet.stop].kind is LineKind.MARGINAL:
        line = lines[sheet.stop]
        draft = Draft(line.start, line.value, DocumentType.OTHER, NamingPlace.HEADER, line.value, line.end)
        draft.closed = True
        draft.head_end = line.value
        actors = scene.actors_in(line.start, line.value)
        initials = _LAST_INITIALS.search(text, line.value, line.end)
        if actors:
            set_author(scene, draft, actors, actors[0])
        elif (running := run_in_signature(scene, line)) is not None:
            draft.author, draft.author_name = running.person, running.name
        elif initials is not None:
            signer = by_initials(scene, *initials.span(1), parties)
            draft.author, draft.author_name = signer.person, signer.name
        draft.reasons.append(scene.reason("a note in another hand", line.start, line.value))
        yield draft


_LAST_INITIALS = re.compile(r"[.!?]\s+((?:[A-ZÀ-ÞА-ЯЁІЇЄ]\.?\s?){1,3})$")


def _writer_in_heading(scene: Scene) -> Actor | None:
    """Who writes, by the heading: ``CAPTAIN ASH WRITES TO HIS WIFE …``"""
    if not scene.claim_actors or scene.excerpt.claim is None:
        return None
    claim = scene.cast.claims[scene.excerpt.claim].text
    first = scene.claim_actors[0]
    verb = re.match(r"\W+(\w+)", claim[first.end :])
    return first if verb and verb.group(1).lower() in english_speech().writing else None
