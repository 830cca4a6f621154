"""``testimonia show`` for dependences, origins, witnesses, disagreements and audits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .portraits import say_why
from .printing import Lines, counted, first_words
from .terminal import echo, secho

if TYPE_CHECKING:
    from ..model import Origin, Records, Sourcebook, Witness

__all__ = ["kinds", "say_weighed", "weighed_facts"]


def kinds(book: Sourcebook) -> Mapping[str, Records[Any]]:
    """The records that are shown here, by what each is called."""
    return {
        "dependence": book.dependences,
        "origin": book.origins,
        "witness": book.witnesses,
        "disagreement": book.discrepancies,
        "audit": book.audits,
    }


def weighed_facts(book: Sourcebook, kind: str, record: Any) -> dict[str, Any]:
    """The record for a program, with what belongs to it."""
    from ..exports.facts import json_record

    facts = json_record(record, book)
    if kind == "origin":
        facts["witnesses"] = [json_record(w, book) for w in book.witnesses if w.origin == record.id]
    return {"record": kind, **facts}


def say_weighed(book: Sourcebook, kind: str, record: Any) -> None:
    """Print the record as the command of its kind does."""
    from ..answers.worth_audits import audit_row
    from ..answers.worth_pairs import disagreement
    from ..answers.worth_stemmas import Sources

    if kind == "dependence":
        from .dependence import say_tie

        say_tie(Sources(book).tie(record))
    elif kind == "origin":
        _say_origin(book, record)
    elif kind == "witness":
        _say_witness(book, record)
    elif kind == "disagreement":
        from .disagreements import say_disagreement

        say_disagreement(disagreement(book, record))
    else:
        from .audit import say_audit

        say_audit(audit_row(book, record), in_full=True)


def _say_origin(book: Sourcebook, origin: Origin) -> None:
    from ..answers import stemma
    from .worth import say_stemma

    secho(f"{_once(len(origin.excerpts))}", bold=True)
    secho(origin.id, dim=True)
    say_stemma(stemma(book, origin))
    say_why(origin.reasons)
    for witness in book.witnesses:
        if witness.origin == origin.id:
            echo(f"  {witness.id}: {_who(book, witness)}: {witness.nearness.value}")


def _say_witness(book: Sourcebook, witness: Witness) -> None:
    secho(f"{_who(book, witness)}: {witness.nearness.value}", bold=True)
    place = f"line {Lines(book.text).number(witness.span)}, characters {witness.span.start}-{witness.span.end}"
    sure = "" if witness.confidence == 1 else f", {witness.confidence:.2f} sure"
    secho(f"{witness.id}, {place}, in excerpt {witness.excerpt}, of origin {witness.origin}{sure}", dim=True)
    echo(first_words(book.cut(witness.span), 300))
    say_why(witness.reasons)


def _who(book: Sourcebook, witness: Witness) -> str:
    from ..model.wording import speaker_words

    return speaker_words(witness.speaker, witness.speaker_name, book)


def _once(number: int) -> str:
    return "1 excerpt that stands alone" if number == 1 else f"{counted(number, 'excerpt')} that count once"
