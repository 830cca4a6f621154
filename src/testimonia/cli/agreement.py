"""``testimonia agreement``: how far those who reviewed a book agree."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from .opening import BOOK, opened_book
from .printing import JSON, counted, echo_json, heading
from .terminal import echo

__all__ = ["agreement"]


@click.command(
    short_help="How far reviewers agree.",
    epilog="In Python: testimonia.answers.agreement.agreement(book)",
)
@BOOK
@JSON
def agreement(book: Path, as_json: bool) -> None:
    """Cohen's kappa for each two reviewers of BOOK.db, Krippendorff's alpha for all, and what they differ in.

    Only records that at least two judged count. Neither figure is defined where one thing was said of everything.
    """
    from ..answers.agreement import agreement as reckon

    with opened_book(book) as read:
        found = reckon(read)
        if as_json:
            facts = asdict(found)
            facts["by_kind"] = {
                kind: {"records": records, "same": same, "alpha": alpha}
                for kind, (records, same, alpha) in found.by_kind.items()
            }
            facts["disputed"] = [{"what": what, "id": id_, "said": dict(said)} for what, id_, said in found.disputed]
            echo_json(facts)
            return
        if not found.records:
            echo("No record was judged by two reviewers.")
            _say_objections(found.objections)
            return
        echo(
            f"{counted(found.records, 'record')} judged by two or more of {len(found.readers)} reviewers, "
            f"{found.same:,} alike; Krippendorff's alpha {_figure(found.alpha)}"
        )
        _say_objections(found.objections)
        heading("Reviewers")
        for pair in found.pairs:
            echo(f"  {pair.a} and {pair.b}: {pair.same:,} of {pair.records:,} alike, kappa {_figure(pair.kappa)}")
        heading("Kinds")
        for kind, (records, same, alpha) in found.by_kind.items():
            echo(f"  {kind}: {same:,} of {records:,} alike, alpha {_figure(alpha)}")
        if found.disputed:
            heading("They differ in")
        for what, id_, said in found.disputed:
            echo(f"  {what} {id_}: {'; '.join(f'{who}: {verdict}' for who, verdict in said.items())}")


def _say_objections(number: int) -> None:
    if number:
        stand = "stands" if number == 1 else "stand"
        echo(f"{counted(number, 'objection')} {stand} beside, which say not what is right and are no judgements.")


def _figure(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
