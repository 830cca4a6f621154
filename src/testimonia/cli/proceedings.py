"""``testimonia proceedings``: the register of trials, inquiries, plenums and commissions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .opening import BOOK, opened_book
from .printing import counted, echo_json, first_words
from .telling import echo_csv, only_one, output_options, place_words, sure_words
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..answers import Docket, Fact

__all__ = ["proceedings"]

_OFFICERS = ("date", "place", "judge", "prosecutor", "counsel", "witness")
_BY_NAME = ("judge", "prosecutor", "counsel", "witness")
_VALUE = 60  # characters of a value on its line
_PLACES = 3  # that are shown for one value before one asks for all


@click.command(
    short_help="Who was tried with whom, for what, with what end.",
    epilog="In Python: testimonia.answers.proceedings(book, 'NAME')",
)
@BOOK
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--all", "every", is_flag=True, help="Show every place that states a value.")
@output_options
def proceedings(book: Path, name: str | None, every: bool, as_json: bool, as_csv: bool) -> None:
    """Show the proceedings that BOOK.db (or a page) names, with their dates, people, charges, pleas and sentences.

    With NAME only those of an id or with these words in their names, or else what all of them say of the person who is
    called so. Where places differ, every value stands there, marked by ≠, with who says so and where.
    """
    from ..answers import proceedings as ask
    from ..answers.rows import flat

    only_one(json=as_json, csv=as_csv)
    with opened_book(book, needs="proceedings") as read:
        dockets = ask(read, name)
        if as_json:
            echo_json([docket.as_dict() for docket in dockets])
        elif as_csv:
            echo_csv([flat(fact) for docket in dockets for fact in docket.facts])
        else:
            for number, docket in enumerate(dockets):
                if number:
                    echo()
                _say(docket, every)
            if not dockets:
                echo("No proceeding was found." if name is None else f"No proceeding says anything of {name}.")


def _say(docket: Docket, every: bool) -> None:
    date = f", {docket.date}" if docket.date else ""
    echo(f"{style(docket.name, bold=True)} ({docket.kind}{date}), named {counted(docket.named, 'time')}")
    secho(docket.id, dim=True)
    for what, facts in groupby(docket.facts, key=lambda fact: fact.what):
        if what in _OFFICERS:
            _say_values(f"  {what}", facts, every)
    people: dict[str, list[Fact]] = {}
    for fact in docket.facts:
        if fact.what not in _OFFICERS:
            people.setdefault(fact.person_id or fact.person or "", []).append(fact)
    for own in people.values():
        echo(f"  {style(own[0].person or 'nobody by name', bold=True)}")
        for what, facts in groupby(own, key=lambda fact: fact.what):
            _say_values(f"    {what}", facts, every)


def _say_values(what: str, facts: Iterable[Fact], every: bool) -> None:
    """Print each value once, with the places that state it."""
    stated: dict[str, list[Fact]] = {}
    for fact in facts:
        stated.setdefault(_value(fact), []).append(fact)
    for value, own in stated.items():
        rival = style("≠", bold=True) if own[0].rivals else " "
        shown = own if every else own[:_PLACES]
        places = [
            f"{fact.ground.speaker}, {style(place_words(fact.ground), dim=True)}"
            + sure_words(fact.confidence).replace("  ", " ")
            for fact in shown
        ]
        if len(shown) < len(own):
            places.append(f"and {counted(len(own) - len(shown), 'other')}")
        echo(f"{what:<14} {rival} {value} — {'; '.join(places)}")


def _value(fact: Fact) -> str:
    value = first_words(fact.value, _VALUE)
    if fact.edtf is not None:
        return fact.edtf if fact.what == "date" else f"{value} ({fact.edtf})"
    return fact.person or value if fact.what in _BY_NAME else value
