"""``testimonia fidelity``: whether quotations are faithful to the books that they are taken from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .columns import say_beside
from .opening import BOOK, opened_book
from .printing import JSON, counted, echo_json, first_words
from .telling import say_by_kind
from .terminal import echo, secho

if TYPE_CHECKING:
    from ..answers import Checked, Departed

__all__ = ["fidelity"]

_KINDS = {
    "altered": "words changed, left out or put in without a sign",
    "not-found": "cites the book and is not in it",
    "cut": "all words are the book's, what is missing is marked",
    "spelling": "the same words, some of them spelt otherwise",
    "verbatim": "word for word",
}
_LONG = 24  # words of a cut from which its middle is left out here


@click.command(
    short_help="Whether quotations are faithful to their books.",
    epilog="In Python: testimonia.check(book, 'book.txt', work=…)",
)
@BOOK
@click.argument("texts", type=click.Path(path_type=Path), metavar="TEXT...", nargs=-1, required=True)
@click.option("--work", metavar="WORK", help="The work that the text is, by id or by words of its author and title.")
@click.option("--only", metavar="KIND", type=click.Choice(list(_KINDS)), help="Only this kind.")
@JSON
def fidelity(book: Path, texts: tuple[Path, ...], work: str | None, only: str | None, as_json: bool) -> None:
    """Set the excerpts of BOOK.db (or a page) beside the full text of what they cite, word by word.

    TEXT is a book that you have: text, Markdown, HTML, Word, OpenDocument, EPUB or PDF. Every excerpt is looked for in
    it; where the book is known to be what they cite, those that are not found are told too. Marks, capitals, hyphens
    and line ends are not looked at. Why words differ is not said: another edition may have them.
    """
    from ..answers.rows import facts
    from ..front import check

    if work is not None and len(texts) > 1:
        raise click.UsageError("--work says which work one text is. Give one text with it.")
    with opened_book(book) as read:
        found = [(text, check(read, text, work=work)) for text in texts]
    if as_json:
        echo_json([facts(row) for _, rows in found for row in rows if only in (None, row.fidelity)])
        return
    for text, rows in found:
        _say_book(text, rows)
        say_by_kind([row for row in rows if only in (None, row.fidelity)], _say, "excerpt", _KINDS)


def _say_book(text: Path, rows: list[Checked]) -> None:
    standing = [row for row in rows if row.fidelity != "not-found"]
    if not standing:
        echo(f"No excerpt of the page was found in '{text}'.")
        return
    verb = "stands" if len(standing) == 1 else "stand"
    echo(f"{counted(len(standing), 'excerpt')} of the page {verb} in '{text}'.")
    for why in dict.fromkeys(why for row in rows for why in row.taken_for):
        secho(f"  It is taken for what is cited, because {why}.", dim=True)
    unknown = sum(not row.taken_for for row in standing)
    if unknown:
        said = (
            "Nothing says that it is what they cite" if unknown == len(standing) else f"{unknown} cite something else"
        )
        secho(f"  {said}: it may be another book with the same passages (--work says which it is).", dim=True)


def _say(row: Checked) -> None:
    other = "" if row.taken_for or row.fidelity == "not-found" else "; perhaps of another book"
    share = "" if row.fidelity in ("verbatim", "not-found") else f", {row.share:.0%} of the words{other}"
    echo(f"\n{row.excerpt}, line {row.line}: {first_words(row.source)}{share}")
    for one in row.departures:
        weights = f" ({', '.join(one.weights)})" if one.weights else ""
        secho(f"  {one.kind}{weights}", bold=bool(one.weights))
        quoted = [(one.before, False), (one.words, True), (one.after, False)]
        original = [(one.original_before, False), (_shortened(one), True), (one.original_after, False)]
        heads = f"quoted, {one.start}-{one.end}", f"the book, {one.original_start}-{one.original_end}"
        say_beside([p for p in quoted if p[0]], [p for p in original if p[0]], heads)


def _shortened(one: Departed) -> str:
    words = one.original_words.split()
    if len(words) <= _LONG:
        return one.original_words
    half = _LONG // 2
    return f"{' '.join(words[:half])} … [{len(words) - 2 * half} words] … {' '.join(words[-half:])}"
