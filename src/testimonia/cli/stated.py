"""``testimonia show`` for assertions, proceedings, cells, ledger rows and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .portraits import say_why
from .printing import Lines, counted, first_words
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..model import Amount, Assertion, Cell, Dating, Entry, Proceeding, Records, Sourcebook, Span

__all__ = ["kinds", "say_stated", "stated_facts"]


def kinds(book: Sourcebook) -> Mapping[str, Records[Any]]:
    """The records that are shown here, by what each is called."""
    return {
        "assertion": book.assertions,
        "proceeding": book.proceedings,
        "cell": book.cells,
        "ledger row": book.entries,
        "date": book.datings,
    }


def stated_facts(book: Sourcebook, kind: str, record: Any) -> dict[str, Any]:
    """The record for a program, with what belongs to it; ``within`` is the excerpt or claim that it stands in."""
    from ..exports.facts import json_record

    facts = json_record(record, book)
    within = facts.pop("record", facts.get("excerpt") or facts.get("claim"))
    if within is not None:
        facts["within"] = within
    if kind == "assertion":
        answered = [said.id for said in book.assertions if said.touches == record.id]
        facts |= {"answered_by": answered} if answered else {}
    elif kind == "proceeding":
        facts["cells"] = [json_record(cell, book) for cell in book.cells if cell.proceeding == record.id]
    return {"record": kind, **facts}


def say_stated(book: Sourcebook, kind: str, record: Any) -> None:
    """Print the record with what belongs to it."""
    if kind == "assertion":
        _say_assertion(book, record)
    elif kind == "proceeding":
        _say_proceeding(book, record)
    elif kind == "cell":
        _say_cell(book, record)
    elif kind == "ledger row":
        _say_entry(book, record)
    else:
        _say_dating(book, record)
    say_why(record.reasons)


def _place(book: Sourcebook, span: Span) -> str:
    return f"line {Lines(book.text).number(span)}, characters {span.start}-{span.end}"


def _sure(confidence: float) -> str:
    return "" if confidence == 1 else f", {confidence:.2f} sure"


def _speaker(book: Sourcebook, record: Cell | Entry | Dating | Assertion) -> str:
    from ..model.wording import speaker_words

    return speaker_words(record.speaker, record.speaker_name, book)


def _say_assertion(book: Sourcebook, said: Assertion) -> None:
    from ..answers.naming import of_words

    whom = ", ".join(of_words(said, book))
    secho(f"{_speaker(book, said)} {said.act.value} {whom}".rstrip(), bold=True)
    echo(said.text)
    within = f"excerpt {said.excerpt}" if said.claim is None else f"claim {said.claim}"
    voice = f", voice {said.voice}" if said.voice else ""
    secho(f"{said.id}, {_place(book, said.span)}, in {within}{voice}{_sure(said.confidence)}", dim=True)
    if said.matter is not None:
        echo(f"  matter: {first_words(book.cut(said.matter), 200)}")
    _say_found(book, "when", said.when, said.when_span)
    _say_found(book, "where", said.where, said.where_span)
    _say_amount(said.amount)
    for marker in said.markers:
        echo(f"  {marker.kind.value}: {marker.text} ({marker.span.start}-{marker.span.end})")
    if said.touches is not None:
        echo(f"  answers {said.touches}: {first_words(book.assertions[said.touches].text)}")
    for other in book.assertions:
        if other.touches == said.id:
            words = first_words(other.text)
            echo(f"  answered by {other.id}: {_speaker(book, other)} {other.act.value}: {words}")


def _say_found(book: Sourcebook, what: str, value: str | None, span: Span | None) -> None:
    if value is not None:
        words = "" if span is None else f" (‹{first_words(book.cut(span))}›, {span.start}-{span.end})"
        echo(f"  {what}: {value}{words}")


def _say_amount(amount: Amount | None) -> None:
    if amount is None:
        return
    echo(f"  amount: {' '.join(_numbers(amount))} (‹{first_words(amount.text)}›)")


def _numbers(amount: Amount) -> Iterator[str]:
    for word, value in (("", amount.value), ("from", amount.min), ("to", amount.max)):
        if value is not None:
            yield f"{word} {value:,g}".strip()
    if amount.unit:
        yield amount.unit


def _say_proceeding(book: Sourcebook, proceeding: Proceeding) -> None:
    date = f", {proceeding.date}" if proceeding.date else ""
    secho(f"{proceeding.name} ({proceeding.kind.value}{date})", bold=True)
    cells = sum(cell.proceeding == proceeding.id for cell in book.cells)
    secho(f"{proceeding.id}, {counted(cells, 'fact')}; `testimonia proceedings` shows them", dim=True)
    for name in proceeding.names:
        place = "" if name.span is None else f", {_place(book, name.span)}"
        echo(f"  {name.rule}: {first_words(name.words)}{place}")


def _say_cell(book: Sourcebook, cell: Cell) -> None:
    from ..answers.naming import party_words

    of = "" if cell.person is None else f" of {party_words(cell.person, cell.person_name or '', book)}"
    date = "" if cell.edtf is None else f" ({cell.edtf})"
    echo(f"{style(cell.kind.value + of, bold=True)}: {cell.value}{date}")
    secho(f"{cell.id}, {_place(book, cell.span)}, in {cell.record}{_sure(cell.confidence)}", dim=True)
    echo(f"  says {_speaker(book, cell)}, of {book.proceedings[cell.proceeding].name} ({cell.proceeding})")


def _say_entry(book: Sourcebook, entry: Entry) -> None:
    from ..answers.naming import party_words

    echo(f"{style(entry.ledger.value.removesuffix('s'), bold=True)}: {entry.text}")
    secho(f"{entry.id}, {_place(book, entry.span)}, in {entry.record}{_sure(entry.confidence)}", dim=True)
    echo(f"  says {_speaker(book, entry)}")
    for part in entry.parts:
        name = part.name if part.id is None else f"{party_words(part.id, part.name, book)} ({part.id})"
        echo(f"  {part.role}: {first_words(name)} ({part.span.start}-{part.span.end})")
    _say_amount(entry.amount)
    _say_found(book, "when", entry.when, entry.when_span)


def _say_dating(book: Sourcebook, dating: Dating) -> None:
    echo(f"{style(dating.edtf, bold=True)} ({dating.precision}): {first_words(dating.text)}")
    secho(f"{dating.id}, {_place(book, dating.span)}, in {dating.record}", dim=True)
    echo(f"  says {_speaker(book, dating)}")
    if dating.event is not None:
        echo(f"  dates: {first_words(book.cut(dating.event), 200)}")
