"""TEI: the page with its claims and excerpts, who says each word and who is named, and people and events beside it.

Words of an excerpt stand in ``quote``; what others say in it in ``said`` with ``@who``, the author's own in ``seg``,
the compiler's comment in ``note``. Names point at people by ``@ref``. Beside the text, in ``standOff``, are the people,
those others who speak, the cited works, proceedings, and what is said of people: each an element of the type that the
vocabulary of acts gives it. Line ends within an excerpt are kept. Left out: marks of the layout, and stray text.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..answers.naming import called, of_words, party_words
from ..answers.rows import day_of
from ..assertions.acts_file import read_vocabulary
from ..model import Assertion, Cell, Claim, Excerpt, Mention, Mode, Person, Proceeding, Sourcebook, Span, Voice, Work
from ..model.wording import speaker_words
from ..words.edtf import bounds_of
from .folders import PROGRAM, write_file
from .markup import element, escaped, xml_id

__all__ = ["export_tei", "tei_words"]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'

# what of a CSL item is which element
_PRINTED = (
    ("title", "title"),
    ("container-title", "title"),
    ("publisher-place", "pubPlace"),
    ("publisher", "publisher"),
)

_MODES = {
    Mode.TURN: "a line of a transcript",
    Mode.QUOTE: "words in quotation marks, or an embedded document's own",
}


def export_tei(book: Sourcebook, path: str | os.PathLike[str]) -> Path:
    """Write the book as one TEI file.

    Raises:
        ExportError: it cannot be written.
    """
    path = Path(path)
    write_file(path, tei_words(book))
    return path


def tei_words(book: Sourcebook) -> str:
    """The whole file."""
    body = "\n".join(_body(book))
    return f"{_HEAD}{_header(book)}\n{_stand_off(book)}\n<text>\n<body>\n{body}\n</body>\n</text>\n</TEI>\n"


def _ref(id_: str) -> str:
    return f"#{xml_id(id_)}"


def _text(name: str, words: str, **attributes: str | None) -> str:
    return element(name, attributes, escaped(words))


def _header(book: Sourcebook) -> str:
    from .. import __version__

    title = element("titleStmt", {}, _text("title", book.title or book.source.name))
    published = element("publicationStmt", {}, _text("p", f"Made by {PROGRAM} {__version__} from {book.source.name}."))
    source = element("sourceDesc", {}, _text("p", f"{book.source.name}, SHA-256 {book.source.sha256}."))
    modes = "".join(
        element("category", {"xml:id": mode.value}, _text("catDesc", meaning)) for mode, meaning in _MODES.items()
    )
    encoding = element("encodingDesc", {}, element("classDecl", {}, element("taxonomy", {}, modes)))
    described = element("fileDesc", {}, f"\n{title}\n{published}\n{source}\n")
    return element("teiHeader", {}, f"\n{described}\n{encoding}\n")


def _stand_off(book: Sourcebook) -> str:
    people = {person.id for person in book.people}
    about: dict[str, list[str]] = defaultdict(list)
    events: list[str] = []
    for said in book.assertions:
        owner = next((id_ for id_ in said.of if id_ in people), None) if _is_state(said) else None
        (events if owner is None else about[owner]).append(_assertion(said, book, is_state=owner is not None))
    cells: dict[str, list[Cell]] = defaultdict(list)
    for cell in book.cells:
        cells[cell.proceeding].append(cell)
    events = [_proceeding(p, cells[p.id], book) for p in book.proceedings] + events
    lists = (
        ("listPerson", [_person(person, about[person.id]) for person in book.people]),
        ("listOrg", list(_others(book))),
        ("listEvent", events),
        ("listBibl", [_work(work) for work in book.works]),
    )
    content = "".join(f"{element(name, {}, _lines(items))}\n" for name, items in lists if items)
    return element("standOff", {}, f"\n{content}") if content else ""


def _lines(items: Iterable[str]) -> str:
    return "\n" + "\n".join(items) + "\n"


def _person(person: Person, about: Sequence[str]) -> str:
    names = dict.fromkeys((person.name, *person.variants))
    content = "".join(_text("persName", name, type="main" if name == person.name else "variant") for name in names)
    if person.gender is not None:
        content += element("trait", {"type": "gender"}, _text("label", person.gender.value))
    content += "".join(_text("idno", value, type=authority) for authority, value in person.identifiers.items())
    content += "".join(_text("note", role.words, type="role") for role in person.roles if role.words)
    return element("person", {"xml:id": xml_id(person.id)}, content + "".join(about))


def _others(book: Sourcebook) -> Iterator[str]:
    """Whoever speaks or is spoken of and is no person of the book: authors, bodies, groups, the compiler."""
    people = {person.id for person in book.people}
    ids = dict.fromkeys(
        id_
        for id_ in (
            *(voice.speaker for voice in book.voices),
            *(said.speaker for said in book.assertions),
            *(id_ for said in book.assertions for id_ in said.of),
            *(cell.speaker for cell in book.cells),
        )
        if id_ not in people
    )
    given: set[str] = set()
    for id_, name in called(book, tuple(ids)).items():
        if xml_id(id_) in given:  # two ids that differ by a sign that XML has no room for
            continue
        given.add(xml_id(id_))
        yield element("org", {"xml:id": xml_id(id_), "type": id_.partition(":")[0]}, _text("orgName", name))


def _work(work: Work) -> str:
    csl = work.csl
    content = ""
    for role in ("author", "editor"):
        for name in csl.get(role) or ():
            words = name.get("literal") or ", ".join(filter(None, (name.get("family"), name.get("given"))))
            content += _text(role, words)
    for field, tag in _PRINTED:
        if csl.get(field):
            content += _text(tag, str(csl[field]), level="m" if tag == "title" else None)
    if isinstance(csl.get("issued"), str):
        content += _text("date", csl["issued"])
    return element("bibl", {"xml:id": xml_id(work.id)}, content or _text("title", work.text or "untitled"))


def _dates(edtf: str | None) -> dict[str, str | None]:
    """A date as TEI's attributes: one that is exact, else the bounds of what it can mean."""
    bounds = None if edtf is None else bounds_of(edtf)
    if bounds is None or edtf is None:
        return {}
    if edtf.replace("-", "").isdecimal() and len(edtf) in (4, 7, 10) and not 21 <= int(edtf[5:7] or 0) <= 41:
        return {"when": edtf}
    return {"notBefore": day_of(bounds[0]).isoformat(), "notAfter": day_of(bounds[1]).isoformat()}


def _is_state(said: Assertion) -> bool:
    return read_vocabulary().standard(said.act).tei == "state"


def _assertion(said: Assertion, book: Sourcebook, *, is_state: bool) -> str:
    standard = read_vocabulary().standard(said.act)
    attributes = {
        "xml:id": xml_id(said.id),
        "type": standard.tei_type,
        "subtype": said.act.value,
        **_dates(said.when),
        "source": _ref(said.excerpt or said.claim or ""),
        "resp": _ref(said.speaker),
        "corresp": None if said.touches is None else _ref(said.touches),
        "cert": None if said.confidence >= 0.8 else "medium" if said.confidence >= 0.5 else "low",
    }  # fmt: skip
    speaker = speaker_words(said.speaker, said.speaker_name, book)
    label = _text("label", f"{speaker} {said.act.value} {', '.join(of_words(said, book))}".strip())
    who = element("rs", {"type": "speaker", "ref": _ref(said.speaker)}, escaped(speaker))
    whom = "".join(
        element("rs", {"type": "of", "ref": _ref(id_)}, escaped(party_words(id_, "", book))) for id_ in said.of
    )
    place = "" if said.where is None else _text("placeName", said.where)
    desc = element("desc", {}, f"{element('quote', {}, escaped(said.text))}{who}{whom}{place}")
    return element("state" if is_state else "event", attributes, label + desc)


def _proceeding(proceeding: Proceeding, cells: Sequence[Cell], book: Sourcebook) -> str:
    attributes = {"xml:id": xml_id(proceeding.id), "type": proceeding.kind.value, **_dates(proceeding.date)}
    content = _text("label", proceeding.name)
    for cell in cells:
        person = ""
        if cell.person is not None:
            name = party_words(cell.person, cell.person_name or "", book)
            person = element("rs", {"type": "person", "ref": _ref(cell.person)}, escaped(name))
        value = element("quote", {"source": _ref(cell.record)}, escaped(cell.value))
        date = "" if cell.edtf is None else element("date", _dates(cell.edtf), escaped(cell.edtf))
        content += element("desc", {"type": cell.kind.value, "resp": _ref(cell.speaker)}, person + value + date)
    return element("event", attributes, content)


def _body(book: Sourcebook) -> Iterator[str]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in book.mentions:
        mentions[mention.record].append(mention)
    voices: dict[str, list[Voice]] = defaultdict(list)
    for voice in book.voices:
        voices[voice.excerpt].append(voice)
    below: dict[str | None, list[Excerpt]] = defaultdict(list)
    for excerpt in book.excerpts:
        below[excerpt.claim].append(excerpt)
    first: list[Claim | None] = [None] if below[None] else []
    for claim in (*first, *book.claims):
        head = ""
        if claim is not None:
            pieces = claim.segments or (claim.span,)
            words = "\n".join("".join(_named(book, piece, mentions[claim.id])) for piece in pieces)
            head = element("head", {"xml:id": xml_id(claim.id)}, words) + "\n"
        own = below[None if claim is None else claim.id]
        cited = "\n".join(_excerpt(book, x, voices[x.id], mentions[x.id]) for x in own)
        yield element("div", {"type": "claim" if claim else "unclaimed"}, f"\n{head}{cited}\n")


def _excerpt(book: Sourcebook, excerpt: Excerpt, voices: Sequence[Voice], mentions: Sequence[Mention]) -> str:
    pieces: list[str] = []
    for segment in excerpt.segments or (excerpt.span,):
        place = segment.start
        for voice, span in _spoken(voices, segment):
            if span.start > place:
                pieces += _named(book, Span(place, span.start), mentions)
            pieces.append(_said(book, voice, span, mentions))
            place = span.end
        if place < segment.end:
            pieces += _named(book, Span(place, segment.end), mentions)
        pieces.append("\n")
    quote = element("quote", {}, "".join(pieces[:-1]))
    bibl = ""
    if excerpt.citation is not None:
        citation = book.citations[excerpt.citation]
        corresp = None if citation.work is None else _ref(citation.work)
        bibl = "\n" + _text("bibl", citation.text, **{"xml:id": xml_id(citation.id), "corresp": corresp})
    return element("cit", {"xml:id": xml_id(excerpt.id)}, f"\n{quote}{bibl}\n")


def _spoken(voices: Sequence[Voice], segment: Span) -> Iterator[tuple[Voice, Span]]:
    """The pieces of voices within a segment, in order."""
    for voice in voices:
        for span in voice.segments or (voice.span,):
            if span.overlaps(segment):
                yield voice, Span(max(span.start, segment.start), min(span.end, segment.end))


def _said(book: Sourcebook, voice: Voice, span: Span, mentions: Sequence[Mention]) -> str:
    words = "".join(_named(book, span, mentions))
    who = _ref(voice.speaker)
    if voice.mode is Mode.EDITORIAL:
        return element("note", {"type": "editorial", "resp": who}, words)
    if voice.mode is Mode.NARRATION:
        return element("seg", {"type": "narration", "resp": who}, words)
    return element("said", {"who": who, "direct": "true", "ana": f"#{voice.mode.value}"}, words)


def _named(book: Sourcebook, span: Span, mentions: Sequence[Mention]) -> Iterator[str]:
    """The words of a span, the names within it marked."""
    place = span.start
    for mention in mentions:
        if span.contains(mention.span) and mention.span.start >= place:
            yield escaped(book.text[place : mention.span.start])
            yield element("persName", {"ref": _ref(mention.person)}, escaped(mention.text))
            place = mention.span.end
    yield escaped(book.text[place : span.end])
