"""Records as tables, by their columns: as HTML and for Arrow, and so for pandas and polars."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError
from .columns import columns_of, rows
from .passages import Claim

if TYPE_CHECKING:
    import pyarrow

    from .sourcebook import Sourcebook

__all__ = ["arrow_table", "book_html", "storable", "table_html"]

HTML_ROWS = 20  # what a notebook shows of a table before it is told to show more
_HTML_WORDS = 160  # characters of a cell


def arrow_table(kind: type | None, records: Sequence[Any]) -> pyarrow.Table:
    """The records as an Arrow table; an absent fact is null.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("A table", "tables") from error
    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "spans": pyarrow.list_(pyarrow.list_(pyarrow.int64(), 2)),
        "strings": pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.table(
        {
            name: pyarrow.array([_cell(get(record)) for record in records], types[type_])
            for name, type_, get in columns_of(kind)
        }
    )


def storable(words: str) -> str:
    """The words with U+FFFD for every lone surrogate, which UTF-8 and so Arrow and JSON Lines cannot hold.

    One code point stands for one code point: offsets hold.
    """
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return words.translate(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
    return words


def table_html(kind: type | None, records: Sequence[Any], *, most: int = HTML_ROWS) -> str:
    """The first records as an HTML table, everything escaped."""
    names = [name for name, _, _ in columns_of(kind)]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{_shown(value)}</td>' for value in row) + "</tr>"
        for row in rows(kind, records[:most])
    )
    more = len(records) - most
    foot = f"<p>… and {more:,} more</p>" if more > 0 else ""
    count = f"<p>{len(records):,} × {kind.__name__ if kind else 'record'}</p>"
    return f"{count}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{foot}"


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return [_cell(part) for part in value]
    return storable(value) if isinstance(value, str) else value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return escape(storable(words if len(words) <= _HTML_WORDS else words[: _HTML_WORDS - 1] + "…"))


def book_html(book: Sourcebook) -> str:
    """What a book holds, as an HTML table, and its first claims."""
    counts = {
        "characters": len(book.text),
        "claims": len(book.claims),
        "excerpts": len(book.excerpts),
        "citations": len(book.citations),
        "works": len(book.works),
        "people": len(book.people),
        "voices": len(book.voices),
        "documents": len(book.documents),
        "assertions": len(book.assertions),
        "proceedings": len(book.proceedings),
        "ledger rows": len(book.entries),
        "dates": len(book.datings),
        "dependences": len(book.dependences),
        "origins": len(book.origins),
        "disagreements": len(book.discrepancies),
        "findings": len(book.findings),
    }
    cells = "".join(f"<tr><th>{name}</th><td>{count:,}</td></tr>" for name, count in counts.items())
    title = _shown(book.title or book.source.name)
    shown = table_html(Claim, book.claims, most=5) if book.claims else ""
    return f"<h4>{title}</h4><table><tbody>{cells}</tbody></table>{shown}"
