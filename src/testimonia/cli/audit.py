"""``testimonia audit``: what of each claim its evidence carries, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .opening import BOOK, opened_book
from .printing import JSON, counted, first_words, heading
from .telling import listed, reviewed, told
from .terminal import echo, style

if TYPE_CHECKING:
    from ..answers import AuditRow
    from ..answers.worth_audits import CautionRow, PartRow

__all__ = ["audit", "say_audit"]

_INK = {"carried": "green", "hedged": "yellow", "missing": "red", "contradicted": "red"}
_SIGN = {"carried": "+", "hedged": "~", "missing": "-", "contradicted": "x"}
_WORDS = 100
_PLACES = 3


@click.command(
    short_help="What of each claim its evidence carries.",
    epilog="In Python: testimonia.answers.audits(book, profile=…, claim=…)",
)
@BOOK
@click.argument("claim", required=False, metavar="[CLAIM]")
@click.option("--profile", metavar="PROFILE", help="Only claims of this profile: contradicted, single origin …")
@JSON
def audit(book: Path, claim: str | None, profile: str | None, as_json: bool) -> None:
    """List the claims of BOOK.db (or of a page) by how their evidence stands to their words, the worst first.

    With a CLAIM (an id, a number or words of the heading) each of its words is shown with the words of the evidence:
    + carried, ~ only with a hedge, - missing, x contradicted. A profile describes the page, it is no verdict on what
    happened.
    """
    from ..answers import audits as ask

    with opened_book(book, needs="audits") as read:
        rows = ask(read, profile=profile, claim=claim)
        if told(rows, as_json, False):
            return
        counts = Counter(row.profile for row in rows)
        for name, count in counts.items():
            heading(f"{name} ({counted(count, 'claim')})")
            for row in rows:
                if row.profile == name:
                    say_audit(row, in_full=claim is not None)
        if not rows:
            echo("No claim was audited there.")


def say_audit(row: AuditRow, *, in_full: bool) -> None:
    """Print a claim, what of it is not carried, and what to mind; in full, word by word."""
    place = style(f"line {row.line}, {row.claim}", dim=True)
    rests = f"{counted(row.excerpts, 'excerpt')}, {counted(row.origins, 'origin')}"
    words = style(row.text if in_full else first_words(row.text, _WORDS), bold=True)
    echo(f"  {words} ({rests}) {place}{reviewed(row.review)}")
    if in_full:
        for part in row.parts:
            _say_part(part)
    else:
        short = [(part.carriage, part.text) for part in row.parts if part.carriage != "carried"]
        for carriage in ("contradicted", "hedged", "missing"):
            texts = [text for kind, text in short if kind == carriage]
            if texts:
                echo(f"    {style(carriage, fg=_INK[carriage])}: {listed(texts, 8)}")
    met = Counter((caution.kind, caution.message) for caution in row.cautions)
    for caution in _once(row.cautions):
        told_of = met[caution.kind, caution.message]
        # the message quotes the words already where they matter
        cut = f" ‹{first_words(caution.evidence, _WORDS)}›" if caution.evidence and in_full else ""
        where = f" {caution.evidence_start}-{caution.evidence_end}" if caution.evidence else ""
        places = f" and {counted(told_of - 1, 'other')}" if told_of > 1 else ""
        echo(f"    {caution.kind}: {caution.message}{cut}{style(where + places, dim=True)}")
    for why in row.why if in_full else ():
        echo(f"    because: {first_words(why, _WORDS)}")


def _once(cautions: Sequence[CautionRow]) -> Iterable[CautionRow]:
    """The first of those that say the same."""
    first: dict[tuple[str, str], CautionRow] = {}
    for caution in cautions:
        first.setdefault((caution.kind, caution.message), caution)
    return first.values()


def _say_part(part: PartRow) -> None:
    sign = style(f"{_SIGN[part.carriage]} {part.text}", fg=_INK[part.carriage])
    places = "; ".join(
        f"‹{first_words(words, 60)}› {style(f'{start}-{end}', dim=True)}"
        for words, start, end in part.evidence[:_PLACES]
    )
    more = f" and {counted(len(part.evidence) - _PLACES, 'other')}" if len(part.evidence) > _PLACES else ""
    why = f" ({'; '.join(part.why)})" if part.why else ""
    echo(f"    {sign} ({part.kind}){': ' + places + more if places else ''}{why}")
