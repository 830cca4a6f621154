"""Answers to what a reader asks of a book: rows that say what, on whose word, and where on the page.

In comes a `Sourcebook`, out come rows: what is said of somebody (`about`), what somebody says (`says`), the register of
proceedings (`proceedings`), the ledgers (`ledger`), a `timeline`, and who accuses whom (`matrix`); on what a claim, a
person or an event rests (`worth`), which excerpts depend on each other (`dependences`, `stemma`), where accounts differ
(`disagreements`), what of a claim its evidence carries (`audits`), and how excerpts stand to the text of a book that
they cite (`checked`). A row names people as the page does, keeps their
ids, and settles nothing: what two places say differently stands there twice. Blind spots:
a date whose year the page leaves open stands in no timeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .events import Event, timeline
    from .ledgers import LedgerRow, ledger
    from .naming import QuestionError, find_parties
    from .pairs import Pair, matrix
    from .quotations import Checked, Departed, checked, find_work
    from .register import Docket, Fact, proceedings
    from .statements import Statement, about, says
    from .worth_audits import AuditRow, audits
    from .worth_counts import Teller, Worth, find_claims, worth
    from .worth_pairs import Disagreement, dependences, disagreements, marked_words
    from .worth_stemmas import Leaf, Stemma, Tie, stemma

_HOMES = {
    "AuditRow": "worth_audits",
    "Checked": "quotations",
    "Departed": "quotations",
    "Disagreement": "worth_pairs",
    "Docket": "register",
    "Event": "events",
    "Fact": "register",
    "Leaf": "worth_stemmas",
    "LedgerRow": "ledgers",
    "Pair": "pairs",
    "QuestionError": "naming",
    "Statement": "statements",
    "Stemma": "worth_stemmas",
    "Teller": "worth_counts",
    "Tie": "worth_stemmas",
    "Worth": "worth_counts",
    "about": "statements",
    "audits": "worth_audits",
    "checked": "quotations",
    "dependences": "worth_pairs",
    "disagreements": "worth_pairs",
    "find_claims": "worth_counts",
    "find_parties": "naming",
    "find_work": "quotations",
    "ledger": "ledgers",
    "marked_words": "worth_pairs",
    "matrix": "pairs",
    "proceedings": "register",
    "says": "statements",
    "stemma": "worth_stemmas",
    "timeline": "events",
    "worth": "worth_counts",
}

__all__ = [
    "AuditRow",
    "Checked",
    "Departed",
    "Disagreement",
    "Docket",
    "Event",
    "Fact",
    "Leaf",
    "LedgerRow",
    "Pair",
    "QuestionError",
    "Statement",
    "Stemma",
    "Teller",
    "Tie",
    "Worth",
    "about",
    "audits",
    "checked",
    "dependences",
    "disagreements",
    "find_claims",
    "find_parties",
    "find_work",
    "ledger",
    "marked_words",
    "matrix",
    "proceedings",
    "says",
    "stemma",
    "timeline",
    "worth",
]


def __getattr__(name: str) -> Any:
    """Load an answer when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{home}", __name__), name)
