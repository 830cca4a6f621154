"""Web pages, clean ones."""

from __future__ import annotations

from ..layouts import Layout
from ..markup import Web
from ..notes import as_printed, every_time, later_short

__all__ = ["LAYOUTS"]

LAYOUTS = (
    Layout(
        "html-bold-capitals",
        "open",
        "book.html",
        Web(
            ("<p><b>", "</b></p>\n"),
            ("<p>", "</p>\n"),
            ("<p><i>", "</i></p>\n"),
            lambda: as_printed,
            italic=("", ""),
            case="capitals",
            excerpt=("", ""),
            bounded=False,
        ),
        marked_up=True,
    ),
    Layout(
        "html-footer-cite",
        "open",
        "book.html",
        Web(
            ("<h2>", "</h2>\n"),
            ("<p>", "</p>\n"),
            ("<footer>— <cite>", "</cite></footer>\n"),
            lambda: every_time("plain"),
            excerpt=("<blockquote>\n", "</blockquote>\n"),
            source_inside=True,
            italic=("<em>", "</em>"),
        ),
        marked_up=True,
    ),
    Layout(
        "html-definition-list",
        "open",
        "book.html",
        Web(
            ("<h3>", "</h3>\n<dl>\n"),
            ("<p>", "</p>"),
            ("<dt>", "</dt>\n"),
            lambda: every_time("bibliography"),
            excerpt=("<dd>", "</dd>\n"),
            source_first=True,
            section=("", "</dl>\n"),
        ),
        marked_up=True,
    ),
    Layout(
        "html-notes",
        "open",
        "book.html",
        Web(
            ("<h2>", "</h2>\n"),
            ("<p>", "</p>\n"),
            ("", ""),
            lambda: later_short("chicago"),
            excerpt=("", ""),
            notes=True,
            case="title",
            bounded=False,
        ),
        marked_up=True,
    ),
    Layout(
        "html-parenthesis",
        "open",
        "book.html",
        Web(
            ("<h4>", "</h4>\n"),
            ("<p>", "</p>\n"),
            (" (", ")"),
            lambda: every_time("chicago"),
            excerpt=("", ""),
            inline=True,
            bounded=False,
            lead="<p>Passages copied from the library.</p>\n<hr>\n",
        ),
        marked_up=True,
    ),
    Layout(
        "html-list",
        "open",
        "book.html",
        Web(
            ("<h2>", "</h2>\n<ul>\n"),
            ("<p>", "</p>"),
            ("<ul><li>", "</li></ul>"),
            lambda: every_time("mla"),
            excerpt=("<li>", "</li>\n"),
            source_inside=True,
            section=("", "</ul>\n"),
        ),
        marked_up=True,
    ),
    Layout(
        "html-before-strong",
        "open",
        "book.html",
        Web(
            ("<h3>", "</h3>\n"),
            ("<p>", "</p>\n"),
            ("<p><strong>", "</strong></p>\n"),
            lambda: every_time("plain"),
            excerpt=("", ""),
            source_first=True,
            bounded=False,
        ),
        marked_up=True,
    ),
)
