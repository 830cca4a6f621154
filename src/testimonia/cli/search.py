"""``testimonia search``: words in their context, with the place of each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .opening import BOOK, opened_store
from .printing import JSON, echo_json, first_words
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..model import Sourcebook
    from ..store import Hit

__all__ = ["search"]


@click.command(
    short_help="Words, phrases, AND OR NOT, in context.",
    epilog="In Python: testimonia.open_store('BOOK.db').search('words', work=…, year=…, claim=…)",
)
@BOOK
@click.argument("words", nargs=-1, required=True)
@click.option("--work", metavar="WORK", help="Only what cites this work: its id, or words of its author and title.")
@click.option("--year", metavar="YEAR", help="Only sources of this year, or of these: 1930-1939.")
@click.option("--claim", metavar="CLAIM", help="Only under this claim: its id, or words of it.")
@click.option("--exact", is_flag=True, help="Only as it is spelt; no other spellings of a name.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="The most hits to show.")
@JSON
def search(
    book: Path,
    words: tuple[str, ...],
    work: str | None,
    year: str | None,
    claim: str | None,
    exact: bool,
    limit: int,
    as_json: bool,
) -> None:
    """Search BOOK.db (or a page) for WORDS; the best hits come first.

    All words must occur. Write '"two words"' for a phrase (within single quotes, so that the shell leaves it
    alone), AND, OR and NOT in capitals, parentheses, and ferr* for words that begin so. claim:, excerpt:,
    citation: or work: before a word looks only there. Case and accents do not matter. A name is found in every
    romanisation that stands there, unless it is within quotation marks.
    """
    query = " ".join(words)
    with opened_store(book) as store:
        hits = store.search(query, work=work, year=year, claim=claim, spellings=not exact)
        also = {} if exact else store.other_spellings(query)
        shown = hits[:limit]
        if as_json:
            found = [_facts(store.book(), hit) for hit in shown]
            echo_json(
                {"query": query, "also": {k: list(v) for k, v in also.items()}, "found": len(hits), "hits": found}
            )
            return
        for word, others in also.items():
            secho(f"{word}: also {', '.join(others)}; --exact looks for it alone.", dim=True)
        for number, hit in enumerate(shown, 1):
            _say(store.book(), number, hit)
        if len(shown) < len(hits):
            echo(f"{len(shown)} of {len(hits):,} hits; --limit shows more.")
        else:
            echo(f"{len(hits):,} {'hit' if len(hits) == 1 else 'hits'}.")


def _facts(book: Sourcebook, hit: Hit) -> dict[str, Any]:
    from ..store.search import context

    facts: dict[str, Any] = {
        "claim": hit.claim,
        "excerpt": hit.excerpt,
        "citation": hit.citation,
        "work": hit.work,
        "start": hit.span.start,
        "end": hit.span.end,
        "score": round(hit.score, 4),
        "matches": [
            {"in": m.column, "start": m.span.start, "end": m.span.end, "words": book.cut(m.span)} for m in hit.matches
        ],
        "context": "".join(words for words, _ in context(book, hit)),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _say(book: Sourcebook, number: int, hit: Hit) -> None:
    from ..store.search import context

    colour = _has_colour()
    words = "".join(_marked(piece, colour) if matched else piece for piece, matched in context(book, hit))
    if hit.claim is not None and (hit.excerpt or hit.citation):
        secho(f"{number}. {first_words(book.claims[hit.claim].text)}", bold=True)
    else:
        secho(f"{number}.", bold=True)
    echo(f"   {' '.join(words.split())}")
    if hit.citation is not None:
        echo(f"   {first_words(book.citations[hit.citation].text, 100)}")
    secho(f"   {hit.excerpt or hit.citation or hit.claim}, characters {hit.span.start}-{hit.span.end}\n", dim=True)


def _marked(words: str, colour: bool) -> str:
    return style(words, fg="yellow", bold=True) if colour else f"**{words}**"


def _has_colour() -> bool:
    return click.get_current_context().color is not False and sys.stdout.isatty()
