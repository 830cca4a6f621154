"""Statements in lines, under the heading of their act, with who says so and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .printing import counted, first_words, heading
from .telling import act_style, listed, place_words, sure_words
from .terminal import echo, style

if TYPE_CHECKING:
    from ..answers import Statement
    from ..model import Sourcebook

__all__ = ["say_statements", "say_who"]

_WORDS = 110  # characters of a statement on its line


def say_who(book: Sourcebook, ids: Sequence[str]) -> None:
    """Print who is meant."""
    from ..answers.naming import called

    echo("; ".join(f"{style(name, bold=True)} ({id_})" for id_, name in called(book, ids).items()))


def say_statements(rows: Sequence[Statement], *, by: bool) -> None:
    """Print statements by act; ``by`` says that it matters who speaks, else of whom."""
    acts = Counter(row.act for row in rows)
    for act, count in acts.items():
        own = [row for row in rows if row.act == act]
        others = Counter(name for row in own for name in ((row.ground.speaker,) if by else row.of))
        summary = listed((f"{name} {times}" for name, times in others.most_common()), 5)
        heading(f"{act} ({counted(count, 'time')}{': ' + summary if summary else ''})")
        for row in own:
            _say(row)


def _say(row: Statement) -> None:
    of = f" {listed(row.of)}" if row.of else ""
    details = [detail for detail in (row.when, row.where, row.amount, *row.marked) if detail]
    more = f" ({'; '.join(first_words(detail, 40) for detail in details)})" if details else ""
    answers = f" → {row.answers}" if row.answers else ""
    place = style(place_words(row.ground), dim=True)
    who = f"{row.ground.speaker} {act_style(row.act, row.act)}{of}"
    echo(f"  {place}: {who}{more}{answers}: {first_words(row.text, _WORDS)}{sure_words(row.confidence)}")
