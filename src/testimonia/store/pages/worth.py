"""What the evidence of a claim, or an account, is worth: its origins, who tells it, and the audit."""

from __future__ import annotations

from collections.abc import Collection

from ...model import Sourcebook
from .cuts import cut_book, ids_within
from .opened import Base

__all__ = ["has_worth", "worth_of"]

_MOST = 400  # excerpts of one origin; more are no picture


def has_worth(base: Base) -> bool:
    """Whether origins and witnesses were read at all."""
    return base.lasting("worth", lambda: base.count("select exists (select 1 from origins)") == 1)


def worth_of(base: Base, excerpts: Collection[str], claims: Collection[str] = ()) -> Sourcebook:
    """The origins of these excerpts with all that ties them together, who tells them, and the audits of the claims."""
    origins, ties = set(), set()
    for excerpt in excerpts:
        origins |= {id_ for (id_,) in base.rows("select origin from origin_excerpts where excerpt = ?", excerpt)}
    beside: set[str] = set()
    for origin in origins:
        ties |= {id_ for (id_,) in base.rows("select dependence from origin_dependences where origin = ?", origin)}
        beside |= {
            id_ for (id_,) in base.rows("select excerpt from origin_excerpts where origin = ? limit ?", origin, _MOST)
        }
    return cut_book(
        base,
        {
            "excerpt": {*excerpts, *beside},
            "origin": origins,
            "dependence": ties,
            "witness": ids_within(base, "witness", excerpts),
            "audit": ids_within(base, "audit", claims),
        },
        why=("origin", "witness", "audit", "dependence"),
    )
