"""The defects of the page itself."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from ...model import FindingKind
from ...store.pages import Base
from ...store.pages.disagreements import findings_of
from ...store.pages.overview import figures
from ..links import Links
from ..turning import Turning
from . import Page

__all__ = ["PAGES"]

_FINDINGS = 100

# what each kind means, for who meets it first
_MEANINGS = {
    FindingKind.SPLICE: "Two texts run into each other.",
    FindingKind.MISSING_CITATION: "Nothing says where the words come from.",
    FindingKind.OCR: "A word that was misread when the page was scanned, or misprinted.",
    FindingKind.DUPLICATE: "The same words stand on the page twice.",
    FindingKind.UNCLOSED_QUOTE: "A quotation opens and never closes, or closes and never opened.",
    FindingKind.BRACKET_COMMENT: "The compiler comments within the source's words.",
    FindingKind.LOCATOR: "A page reference that cannot be right.",
    FindingKind.OVERREACH: "A heading says more than its evidence.",
}


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """``kind`` in the query is one of the kinds."""
    kind = query.get("kind") if query.get("kind") in list(FindingKind) else None
    turning = Turning(query, _FINDINGS if links.live else 1_000_000)
    total, found = findings_of(base, kind, first=turning.first, most=turning.most)
    return {
        "kinds": figures(base).findings,
        "kind": kind,
        "groups": [
            (of, _MEANINGS.get(of, ""), list(own)) for of, own in groupby(found, key=lambda finding: finding.kind)
        ],
        "turning": turning.of(total, lambda number: links.to("findings", kind=kind, page=number)),
    }


PAGES = (Page("findings", "findings.html", fill),)
