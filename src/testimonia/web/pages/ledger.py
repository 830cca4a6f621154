"""The ledgers: payments, meetings, messages and offices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...answers.ledgers import ROLES, ledger
from ...errors import NotFoundError
from ...model import Ledger
from ...store.pages import Base
from ...store.pages.registers import entries_of, ledger_counts
from ..links import Links
from ..turning import Turning
from ..wording import Words
from . import Page

__all__ = ["PAGES"]

_ROWS = 60


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """One ledger, the first that has rows if none is asked for; ``about`` in the query is who has to do with it."""
    counts = ledger_counts(base)
    which = query.get("key") or next((name for name, count in counts.items() if count), Ledger.PAYMENTS.value)
    if which not in counts:
        raise NotFoundError(f"There is no ledger of {which!r}. There are: {', '.join(counts)}.")
    about = query.get("about") or None
    turning = Turning(query, _ROWS if links.live else 1_000_000)
    total, book, ids = entries_of(base, which, about=about, first=turning.first, most=turning.most)
    rows = {row.id: row for row in ledger(book, which)}
    words = Words(base, links)
    roles = [role for role in ROLES[Ledger(which)] if any(rows[id_].names(role) for id_ in ids)]
    return {
        "which": which,
        "counts": counts,
        "about": about,
        "about_name": words.name(about) if about else "",
        "roles": roles,
        "rows": [
            (
                row,
                [[(part.name, words.party(part.id)) for part in row.parts if part.role == role] for role in roles],
                words.party(row.ground.speaker_id),
            )
            for row in (rows[id_] for id_ in ids)
        ],
        "has_amounts": any(rows[id_].amount for id_ in ids),
        "turning": turning.of(total, lambda number: links.to("ledger", which, about=about, page=number)),
    }


def _keys(base: Base) -> Iterable[str]:
    return (ledger.value for ledger in Ledger)


PAGES = (Page("ledger", "ledger.html", fill, _keys),)
