"""Who accuses whom, or does anything else of the acts to whom: as a table, as a network, and word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ...model import Act
from ...store.pages import Base
from ...store.pages.names import is_person, told_apart
from ...store.pages.pairs import pair_counts, statements_between
from ..links import Links
from ..turning import Turning
from ..wording import Words, first_words
from . import Page
from .person import statement_sets

__all__ = ["PAGES"]

_ROWS, _COLUMNS = 20, 16
_NODES = 16
_FEW = 5  # statements; where nobody makes more, the deepest shade stands for so many
_STATEMENTS = 30
_ALL = "any"


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """``act`` in the query is which act, ``by`` and ``of`` two between whom every statement is shown."""
    from ..plots import network

    asked = query.get("act", Act.ACCUSES.value)
    act = asked if asked in list(Act) else None
    shown_act = act or _ALL
    words = Words(base, links)
    every = pair_counts(base, act)
    counts = Counter({pair: n for pair, n in every.items() if is_person(base, pair[1])})
    speakers, others = Counter[str](), Counter[str]()
    for (speaker, other), count in counts.items():
        speakers[speaker] += count
        others[other] += count
    columns = [of for of, _ in others.most_common(_COLUMNS)]
    rows = [speaker for speaker, _ in speakers.most_common() if any(counts[speaker, of] for of in columns)][:_ROWS]
    called = told_apart(base, [(speaker, words.name(speaker)) for speaker in rows])
    by, of = query.get("by"), query.get("of")
    between = None
    if by and of:
        turning = Turning(query, _STATEMENTS)
        total, book, ids = statements_between(base, by, of, act, first=turning.first, most=turning.most)
        between = {
            "by": words.name(by),
            "of": words.name(of),
            "rows": statement_sets(base, book, ids, links),
            "turning": turning.of(
                total, lambda number: links.to("matrix", None, "between", act=shown_act, by=by, of=of, page=number)
            ),
        }
    return {
        "act": shown_act,
        "acts": [*(each.value for each in Act), _ALL],
        "columns": [(of, first_words(words.name(of), 28)) for of in columns],
        "rows": [
            (
                speaker,
                called[speaker],
                words.party(speaker),
                [
                    (counts[speaker, of], links.to("matrix", None, "between", act=shown_act, by=speaker, of=of))
                    for of in columns
                ],
                speakers[speaker],
            )
            for speaker in rows
        ],
        "most": max(_FEW, *counts.values()) if counts else _FEW,
        "pairs": len(counts),
        "apart": len(every) - len(counts),
        "network": _network(counts, words, network),
        "between": between,
    }


def _network(counts: Counter[tuple[str, str]], words: Words, network: Any) -> Any:
    """The people who most often speak and are spoken of, and the lines between them."""
    weight = Counter[str]()
    for (speaker, of), count in counts.items():
        if speaker != of and words.is_person(speaker):
            weight[speaker] += count
            weight[of] += count
    chosen = [who for who, _ in weight.most_common(_NODES)]
    lines = {
        (speaker, of): count
        for (speaker, of), count in counts.items()
        if speaker in chosen and of in chosen and speaker != of
    }
    names = [(who, first_words(words.name(who), 24), words.party(who) or "") for who in chosen]
    return network(names, lines, "Who says it of whom; an arrow leads to whom it is said of")


PAGES = (Page("matrix", "matrix.html", fill),)
