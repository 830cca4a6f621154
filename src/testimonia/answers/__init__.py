"""Answers to what a reader asks of a book: rows that say what, on whose word, and where on the page.

In comes a `Sourcebook`, out come rows: what is said of somebody (`about`), what somebody says (`says`), the register of
proceedings (`proceedings`), the ledgers (`ledger`), a `timeline`, and who accuses whom (`matrix`). A row names people
as the page does, keeps their ids, and settles nothing: what two places say differently stands there twice. Blind spots:
a date whose year the page leaves open stands in no timeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .events import Event, timeline
    from .ledgers import LedgerRow, ledger
    from .naming import QuestionError, find_parties
    from .pairs import Pair, matrix
    from .register import Docket, Fact, proceedings
    from .statements import Statement, about, says

_HOMES = {
    "Docket": "register",
    "Event": "events",
    "Fact": "register",
    "LedgerRow": "ledgers",
    "Pair": "pairs",
    "QuestionError": "naming",
    "Statement": "statements",
    "about": "statements",
    "find_parties": "naming",
    "ledger": "ledgers",
    "matrix": "pairs",
    "proceedings": "register",
    "says": "statements",
    "timeline": "events",
}

__all__ = [
    "Docket",
    "Event",
    "Fact",
    "LedgerRow",
    "Pair",
    "QuestionError",
    "Statement",
    "about",
    "find_parties",
    "ledger",
    "matrix",
    "proceedings",
    "says",
    "timeline",
]


def __getattr__(name: str) -> Any:
    """Load an answer when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{home}", __name__), name)
