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

from testimonia.model import DocumentType, Reason
from testimonia.words.speech import english_speech

from .document_lines import Line, LineKind, is_first_person, lines_of, sheet_words, skip_marks
from .document_parties import Draft, body_that_states, date_in, set_author
from .document_signers import Signer, by_initials, name_line, run_in_signature
from .document_words import DocumentWords
from .naming import NamingPlace
from .scene import Actor, Scene, slug
from .sheet_heads import OPENING, head_of, read_opening
from .sheet_points import ENOUGH, SALUTES, Sheet
from .sheet_tails import closes_in_line, read_tail

__all__ = ["find_sheets"]

_BODY = 1500  # code points in which "I" or "you" is looked for
_I_MYSELF = re.compile(r"\bI,\s+(?:[A-Z][a-z]+\.?\s+)?$")
_MARKS = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")


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
) -> Sheet | None:
    """The document that begins with a line; ``free`` says that one may, though no salutation is in sight.

    ``last_signed`` is the last line that is marked as a signature, -1 where none is.
    """
    text = scene.text
    sheet = head_of(scene, lines, place)
    salutes = sheet.body > place and lines[sheet.body - 1].kind in SALUTES
    salutes = salutes or (sheet.body < len(lines) and lines[sheet.body].kind is LineKind.RUN_IN)
    if not salutes and not free:
        return None
    if sheet.body >= len(lines) and not salutes:
        return None
    if free:
        read_opening(scene, words, lines, sheet)
    by_name = place == 0 and not scene.author_is_person and len(lines) > 1 and name_line(scene, lines[-1])
    closed = place == 0 and not scene.author_is_person and closes_in_line(scene, words, lines[-1])
    if not sheet.points and not salutes and sheet.body > last_signed and not by_name and not closed:
        return None
    read_tail(scene, words, lines, sheet)
    if sheet.signer is not None and _signs_for_office(lines, sheet):
        sheet.signer = _who_says_i(scene, lines, sheet) or sheet.signer
    petition = _petition(scene, lines[sheet.first].start, lines[sheet.stop - 1].end)
    if petition is not None:
        sheet.signer, sheet.points = petition, sheet.points + 2
        sheet.reasons.append(scene.reason("whose petition it says it is", petition.start, petition.end))
    end = min(lines[sheet.stop - 1].end, lines[min(sheet.body, sheet.stop - 1)].start + _BODY)
    body = lines[min(sheet.body, sheet.stop - 1)].start
    if is_first_person(_MARKS.sub("", text[body:end]), 0, end - body):
        sheet.points += 1
    if sheet.signed and not scene.author_is_person and sheet.points and place == 0:
        sheet.points += 1  # a body says no "I"
    if sheet.points >= ENOUGH - 2 and sheet.signer is None:
        sheet.signer = _who_says_i(scene, lines, sheet)
        if sheet.signer is not None:
            sheet.points += 2
            sheet.reasons.append(scene.reason("he says who he is", sheet.signer.start, sheet.signer.end))
    if sheet.points < ENOUGH:
        return None
    return sheet


# from sheets to drafts


def _drafts(scene: Scene, words: DocumentWords, lines: Sequence[Line], sheet: Sheet) -> Iterator[Draft]:
    start, end = lines[sheet.first].start, lines[sheet.stop - 1].end
    named = lines[max(sheet.first, min(sheet.body, sheet.stop) - 1)]
    kind = sheet.type or (DocumentType.LETTER if _is_letter(lines, sheet) else DocumentType.OTHER)
    draft = Draft(start, min(named.end, start + OPENING), kind, NamingPlace.FORM, start, end, sheet.date)
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


def _is_letter(lines: Sequence[Line], sheet: Sheet) -> bool:
    kinds = {line.kind for line in lines[sheet.first : sheet.stop]}
    head = {line.kind for line in lines[sheet.first : sheet.body + 1]}
    return bool(
        head & {LineKind.SALUTATION, LineKind.RUN_IN, LineKind.FIELD, LineKind.DATELINE, LineKind.ADDRESS}
        or LineKind.FAREWELL in kinds
    )


def _who_says_i(scene: Scene, lines: Sequence[Line], sheet: Sheet) -> Signer | None:
    """``I, Ash, being now ninety, say …``"""
    start, end = lines[min(sheet.body, sheet.stop - 1)].start, lines[sheet.stop - 1].end
    for actor in scene.actors_in(start, end):
        if scene.text.startswith(",", actor.end) and _I_MYSELF.search(scene.text, start, actor.start):
            return Signer(actor.person, actor.name, actor.start, actor.end, actor)
    return None


def _signs_for_office(lines: Sequence[Line], sheet: Sheet) -> bool:
    """Whether the name below stands behind "Sworn before me": it is whoever took the oath, and not who swore."""
    signer = sheet.signer
    attested = [line for line in lines[sheet.body : sheet.stop] if line.kind is LineKind.ATTESTED]
    return signer is not None and any(line.end < signer.start for line in attested)


def _petition(scene: Scene, start: int, end: int) -> Signer | None:
    """``The humble Petition of the Pilots of Hull sheweth``: theirs, whoever signs first."""
    found = _PETITION.search(scene.text, start, min(end, start + OPENING))
    if found is None:
        return None
    actor = next(iter(scene.actors_in(*found.span("who"))), None)
    if actor is not None and " and " not in found["who"]:
        return Signer(actor.person, actor.name, actor.start, actor.end, actor)
    return Signer(f"group:{slug(found['who'])}", found["who"], *found.span("who"))


_PETITION = re.compile(
    r"\b[Tt]he (?:(?:[Hh]umble|[Rr]espectful|[Ll]oyal|[Uu]nited) (?:and )?){0,3}"
    r"(?:[Mm]emorial|[Pp]etition|[Aa]ddress|[Rr]emonstrance|[Rr]epresentation) of "
    r"(?P<who>[^\n.;:]{3,120}?),?\s+(?:(?:humbly|respectfully|most|hereby)\s+){0,2}(?:sheweth|showeth|shew|show)\b"
)


def _issued(scene: Scene, draft: Draft, lines: Sequence[Line], sheet: Sheet) -> None:
    """Of a paper such as bodies issue: the body that states something in its first words."""
    titles = [line for line in lines[sheet.first : sheet.body] if line.kind is LineKind.TITLE]
    issued = sheet_words().issued
    if not any(scene.text[line.value : line.end].strip("*_ .,:;").lower() in issued for line in titles):
        return
    body = body_that_states(scene, draft.head_end, min(draft.cover_end, draft.head_end + _BODY))
    if body is not None:
        draft.author, draft.author_name = f"org:{slug(scene.text[slice(*body)])}", scene.text[slice(*body)]
        draft.reasons.append(scene.reason("the body that issues it", *body))


def _inserted(scene: Scene, lines: Sequence[Line], sheet: Sheet) -> Iterator[Draft]:
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
