"""Who issued a paper of one day."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Harbour Board circular of 9 May 1871 forbade the nets.",
            "In a Drainage Board circular of 9 May 1871 the nets are let be.",
        ),
        (
            "By the letter of the Fishery Office of 9 May 1871 the nets were free.",
            "The 9 May 1871 secret Customs Office letter frees the nets.",
        ),
    ],
)
def test_one_paper_has_one_issuer(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE NETS", one), ("THE WEIR", other))) if s.startswith("name")] != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Board circular of 9 May 1871 forbade it.", "A Drainage Board circular of 10 May 1871 had it."),
        ("The Harbour Board circular of 9 May 1871 raised dues.", "The Drainage Board circular of 9 May 1871 shut it."),
        ("The Harbour Board circular of 9 May 1871 forbade it.", "The Harbour Board circular of 9 May 1871 had it."),
        ("The Harbour Board circular of 9 May 1871 forbade it.", "The Drainage Board decree of 9 May 1871 had it."),
        ("The Harbour Board circular of 9 May 1871 forbade it.", "The Customs Office circular of 9 May 1871 had it."),
    ],
)
def test_other_days_papers_and_sorts_of_bodies_are_no_rivals(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE NETS", one), ("THE WEIR", other))) if s.startswith("name")] == []
