"""``testimonia show``: claims, or one record with all that belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import named, stated, weighed
from .opening import BOOK, opened_book
from .printing import JSON, Lines, counted, echo_json, first_words
from .reviewed import say_readers
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..model import Citation, Excerpt, Finding, Sourcebook

__all__ = ["show"]


@click.command(
    short_help="Claims, or one record in full.", epilog="In Python: book.claims['ID'], book.excerpts['ID'] and so on"
)
@BOOK
@click.argument("record", required=False, metavar="[ID]")
@JSON
def show(book: Path, record: str | None, as_json: bool) -> None:
    """Show the claims of BOOK.db (or of a page), or the record of an ID in full, whatever kind it is of."""
    with opened_book(book) as read:
        if record is None:
            _show_claims(read, as_json)
        else:
            _show_record(read, record, as_json)


def _show_claims(book: Sourcebook, as_json: bool) -> None:
    from ..exports.facts import json_record

    below = Counter(excerpt.claim for excerpt in book.excerpts)
    lines = Lines(book.text)
    if as_json:
        echo_json([json_record(claim) | {"excerpts": below[claim.id]} for claim in book.claims])
        return
    for claim in book.claims:
        count = below[claim.id]
        echo(
            f"{claim.id:<12} line {lines.number(claim.span):<6} {count:>3} {'excerpt ' if count == 1 else 'excerpts'}  "
            f"{'  ' * (claim.level - 1)}{first_words(claim.text)}"
        )
    if not book.claims:
        echo("No claim was found.")
    if below[None]:
        echo(f"{counted(below[None], 'excerpt')} under no claim.")


def _show_record(book: Sourcebook, id_: str, as_json: bool) -> None:
    from ..errors import NotFoundError

    kinds: dict[str, Iterable[Any]] = {
        "claim": book.claims,
        "excerpt": book.excerpts,
        "citation": book.citations,
        "work": book.works,
        "finding": book.findings,
        **named.kinds(book),
        **stated.kinds(book),
        **weighed.kinds(book),
    }
    found = next(((kind, r) for kind, records in kinds.items() for r in records if r.id == id_), None)
    if found is None:
        raise NotFoundError(
            f"No record has the id {id_!r}. `testimonia show BOOK.db` lists the claims and their ids, "
            "`testimonia works`, `findings`, `people`, `voices` and `documents` theirs, --json with `about`, `ledger` "
            "and the like those of statements, `dependence`, `disagreements` and `audit` those of what they list."
        )
    kind, record = found
    if not as_json and kind not in weighed.kinds(book):  # those say themselves what readers say of them
        say_readers(book, record)
    for room, facts, say in (
        (named, named.named_facts, named.say_named),
        (stated, stated.stated_facts, stated.say_stated),
        (weighed, weighed.weighed_facts, weighed.say_weighed),
    ):
        if kind in room.kinds(book):
            if as_json:
                echo_json(facts(book, kind, record))
            else:
                say(book, kind, record)
            return
    excerpts, citations = _around(book, kind, record)
    if as_json:
        _echo_page_record(book, kind, record, excerpts, citations)
    else:
        _say_page_record(book, kind, record, excerpts, citations)


def _around(book: Sourcebook, kind: str, record: Any) -> tuple[list[Excerpt], list[Citation]]:
    """The excerpts and citations that a record of the page stands with."""
    if kind == "finding":
        return (
            [x for x in book.excerpts if record.span.overlaps(x.span)],
            [citation for citation in book.citations if record.span.overlaps(citation.span)],
        )
    citations: list[Citation] = []
    if kind == "work":
        citations = [citation for citation in book.citations if citation.work == record.id]
    elif kind == "citation":
        citations = [record]
        return [x for x in book.excerpts if x.citation == record.id], citations
    return [x for x in book.excerpts if record.id in (x.id, x.claim)], citations


def _echo_page_record(
    book: Sourcebook, kind: str, record: Any, excerpts: list[Excerpt], citations: list[Citation]
) -> None:
    from ..exports.facts import json_record

    used = [] if kind == "finding" else [book.citations[x.citation] for x in excerpts if x.citation is not None]
    everything: dict[str, list[Any]] = {"excerpts": excerpts, "citations": citations or used}
    below = {name: [json_record(r) for r in rs if r is not record] for name, rs in everything.items()}
    echo_json({"record": kind, **json_record(record, book)} | {name: rs for name, rs in below.items() if rs})


def _say_page_record(
    book: Sourcebook, kind: str, record: Any, excerpts: list[Excerpt], citations: list[Citation]
) -> None:
    if kind == "work":
        _say_work(record, citations)
        return
    if kind == "finding":
        _say_finding(book, record, excerpts, citations)
        return
    if kind == "claim":
        _say_claim(record)
    elif kind == "excerpt" and record.claim:
        _say_claim(book.claims[record.claim])
    for excerpt in excerpts:
        _say_excerpt(book, excerpt)
    if kind == "citation" and not excerpts:
        _say_citation(record)
    _say_reasons(record.reasons)


def _say_claim(claim: Any) -> None:
    secho(claim.text, bold=True)
    secho(f"{claim.id}, characters {claim.span.start}-{claim.span.end}", dim=True)


def _say_excerpt(book: Sourcebook, excerpt: Excerpt) -> None:
    echo()
    echo(excerpt.text)
    secho(f"{excerpt.id}, characters {excerpt.span.start}-{excerpt.span.end}", dim=True)
    if excerpt.citation is None:
        echo("— the page names no source")
    else:
        _say_citation(book.citations[excerpt.citation])


def _say_citation(citation: Citation) -> None:
    echo(f"— {citation.text}")
    place = f"{citation.id}, characters {citation.span.start}-{citation.span.end}"
    secho(place + (f", of work {citation.work}" if citation.work else ""), dim=True)


def _say_finding(book: Sourcebook, finding: Finding, excerpts: list[Excerpt], citations: list[Citation]) -> None:
    echo(f"{style(finding.kind.value, bold=True)}: {finding.message}")
    place = f"line {Lines(book.text).number(finding.span)}, characters {finding.span.start}-{finding.span.end}"
    secho(f"{finding.id}, {place}", dim=True)
    echo()
    echo(book.cut(finding.span))
    for excerpt in excerpts:
        secho(f"in excerpt {excerpt.id}: {first_words(excerpt.text)}", dim=True)
    for citation in citations:
        secho(f"in citation {citation.id}: {first_words(citation.text)}", dim=True)


def _say_work(work: Any, citations: Iterable[Citation]) -> None:
    from ..store.writing import label

    secho(label(work.csl), bold=True)
    secho(f"{work.id}, cited {counted(work.citations, 'time')}", dim=True)
    for name, value in work.csl.items():
        echo(f"  {name}: {value if isinstance(value, str) else _names(value)}")
    if work.spellings:
        echo("Printed as")
        for spelling in work.spellings:
            echo(f"  {first_words(spelling, 100)}")
    _say_reasons(work.reasons)
    echo("Cited in")
    for citation in citations:
        echo(f"  {citation.id}  {first_words(citation.text, 90)}")


def _names(value: Any) -> str:
    """A CSL value that is not a string: names, dates or a number."""
    if isinstance(value, list) and all(isinstance(name, dict) for name in value):
        return "; ".join(n.get("literal") or ", ".join(filter(None, (n.get("family"), n.get("given")))) for n in value)
    return str(value)


def _say_reasons(reasons: Iterable[Any]) -> None:
    for reason in reasons:
        echo(f"because: {reason.rule}" + (f": {first_words(reason.words)}" if reason.words else ""))
