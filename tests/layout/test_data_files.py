"""Pages that are data files, with keys for claims, passages and sources; and pages that only have colons."""

from __future__ import annotations

import json
from typing import Any

import pytest

from testimonia.citations import CitationStage
from testimonia.layout import LayoutStage
from testimonia.layout.data_files import units_of_data
from testimonia.model import Sourcebook
from testimonia.pipeline import run
from testimonia.testing import make_source

PARTS = {"author": "Brandt, Ada", "title": "Sluices", "place": "Emden", "publisher": "Deich", "year": 1931, "page": 44}
OTHER = {
    "author": "Otto Reuss",
    "title": "Water and Wages",
    "place": "Leer",
    "publisher": "Moor",
    "year": 1940,
    "page": 7,
}
CLAIMS = ("The weir was dry", "Nobody had the key", "The keeper slept")
WORDS = "The gate was barred when we came down, and it stood so all that week."
WHOLE = "Ada Brandt, Sluices (Emden: Deich, 1931), p. {}."


def entries(*, whole: bool) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for n, claim in enumerate(CLAIMS, 1):
        quotes: list[dict[str, Any]] = []
        for k, parts in enumerate((PARTS, OTHER), 1):
            source = {"source": WHOLE.format(10 * n + k)} if whole else parts | {"page": 10 * n + k}
            quotes.append({"text": f"{WORDS}\n\nThat was on the {n + k}th.", **source})
        found.append({"id": f"c{n}", "claim": claim, "quotes": quotes})
    return found


def as_yaml(claims: list[dict[str, Any]]) -> str:
    lines = ["# passages by claim", "title: What the lock-keeper knew", "author: A Reader", "claims:"]
    for entry in claims:
        lines += [f"  - id: {entry['id']}", f"    claim: {entry['claim']}", "    quotes:"]
        for quote in entry["quotes"]:
            first, last = quote["text"].split("\n\n")
            lines += ["      - text: |", f"          {first}", "", f"          {last}"]
            lines += [f"        {name}: {value}" for name, value in quote.items() if name != "text"]
    return "\n".join(lines) + "\n"


def as_json(claims: list[dict[str, Any]]) -> str:
    page = {"title": "What the lock-keeper knew", "author": "A Reader", "claims": claims}
    return json.dumps(page, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("whole", [True, False], ids=["one string", "in parts"])
@pytest.mark.parametrize("form", [as_yaml, as_json], ids=["yaml", "json"])
def test_claims_passages_and_sources_are_read_by_their_keys(form: Any, whole: bool) -> None:
    book = run(Sourcebook(make_source(form(entries(whole=whole)))), [LayoutStage(), CitationStage()])
    assert [claim.text for claim in book.claims] == list(CLAIMS)
    assert [" ".join(x.text.split()) for x in book.excerpts] == [
        f"{WORDS} That was on the {n + k}th." for n in (1, 2, 3) for k in (1, 2)
    ]
    assert [c.csl["page"] for c in book.citations] == ["11", "12", "21", "22", "31", "32"]
    assert {c.csl["title"] for c in book.citations} == ({"Sluices"} if whole else {"Sluices", "Water and Wages"})
    assert all(c.csl["publisher"] and c.csl["issued"] and c.csl["author"] for c in book.citations)


def test_a_value_may_go_on_on_the_next_line() -> None:
    page = as_yaml(entries(whole=True))
    page = page.replace("claim: The weir was dry", 'claim: "The weir\n      was dry"').replace(
        "claim: Nobody had the key", "claim: Nobody had\n      the key"
    )
    book = run(Sourcebook(make_source(page)), [LayoutStage()])
    assert [" ".join(claim.text.split()) for claim in book.claims] == list(CLAIMS)


def test_forms_lists_and_settings_are_no_data_files() -> None:
    form = "\n\n".join(f"Claim: {c}\nQuote: {WORDS}\nSource: {WHOLE.format(n)}" for n, c in enumerate(CLAIMS * 3))
    bullets = "\n".join(f"- Claim: {c}\n  - Quote: {WORDS}\n  - Source: {WHOLE.format(4)}" for c in CLAIMS * 3)
    front = "---\ntitle: Sluices\nauthor: A Reader\n---\n\n" + "\n\n".join(f"# {c}\n\n> {WORDS}" for c in CLAIMS)
    settings = "\n".join(f"- name: gate {n}\n  width: {n}\n  keeper: nobody" for n in range(12))
    for page in (form, bullets, front, settings, "[1] Ada Brandt\n\n[2] Otto Reuss", '{"a": 1}', "{{Quote|The gate}}"):
        assert units_of_data(page) is None
