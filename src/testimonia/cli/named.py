"""``testimonia show`` for people, mentions, voices, documents and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .chains import say_chain, voice_facts, words_of
from .portraits import portrait, portrait_facts, say_decision, say_portrait, say_why
from .printing import Lines, first_words
from .reviewed import say_review
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..model import Document, MayBe, Mention, Records, Sourcebook, Voice

__all__ = ["kinds", "named_facts", "say_named"]


def kinds(book: Sourcebook) -> Mapping[str, Records[Any]]:
    """The records that are shown here, by what each is called."""
    return {
        "person": book.people,
        "mention": book.mentions,
        "maybe": book.maybes,
        "voice": book.voices,
        "document": book.documents,
        "decision": book.decisions,
        "review": book.reviews,
    }


def named_facts(book: Sourcebook, kind: str, record: Any) -> dict[str, Any]:
    """The record for a program, with what belongs to it."""
    from ..exports.facts import json_record

    if kind == "person":
        facts = portrait_facts(book, portrait(book, record))
    elif kind == "voice":
        facts = voice_facts(book, record)
    else:
        facts = json_record(record, book)
    if kind == "document":
        facts["voices"] = [voice.id for voice in book.voices if voice.document == record.id]
    return {"record": kind, **facts}


def say_named(book: Sourcebook, kind: str, record: Any) -> None:
    """Print the record with what belongs to it."""
    from ..answers.decided import Trail

    if kind == "review":
        say_review(record, Trail(book.reviews))
    elif kind == "person":
        say_portrait(book, portrait(book, record))
    elif kind == "decision":
        say_decision(book, record, Trail(book.decisions))
    elif kind == "mention":
        _say_mention(book, record)
    elif kind == "maybe":
        _say_maybe(book, record)
    elif kind == "voice":
        _say_voice(book, record)
    else:
        _say_document(book, record)


def _place(book: Sourcebook, record: Mention | Voice) -> str:
    return f"line {Lines(book.text).number(record.span)}, characters {record.span.start}-{record.span.end}"


def _say_mention(book: Sourcebook, mention: Mention) -> None:
    person = book.people[mention.person]
    echo(f"{style(mention.text, bold=True)} is {person.name} ({person.id}), {mention.confidence:.2f}")
    secho(f"{mention.id}, {_place(book, mention)}, in {mention.record}", dim=True)
    say_why(mention.reasons, mention.against)


def _say_maybe(book: Sourcebook, maybe: MayBe) -> None:
    a, b = book.people[maybe.a], book.people[maybe.b]
    echo(f"{a.name} ({a.id}) may be {b.name} ({b.id}), {maybe.confidence:.2f}")
    say_why(maybe.reasons, maybe.against)


def _say_voice(book: Sourcebook, voice: Voice) -> None:
    from ..model.wording import voice_words

    echo(words_of(book, voice))
    secho(f"{voice.id}, {_place(book, voice)}, in excerpt {voice.excerpt}", dim=True)
    echo(f"{voice.mode.value}: {voice_words(voice, book)}")
    say_chain(book, voice, why=True)


def _say_document(book: Sourcebook, document: Document) -> None:
    from ..model.wording import document_words

    lines = Lines(book.text)
    secho(document_words(document), bold=True)
    secho(document.id, dim=True)
    for place in document.places:
        echo(f"  named in line {lines.number(place)}: {first_words(book.cut(place))}")
    for place in document.date_words:
        echo(f"  dated in line {lines.number(place)}: {first_words(book.cut(place))}")
    say_why(document.reasons)
    for voice in book.voices:
        if voice.document == document.id:
            echo(f"  {voice.id} in {voice.excerpt}: {first_words(words_of(book, voice))}")
