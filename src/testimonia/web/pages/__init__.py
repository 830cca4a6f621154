"""The pages of the reading room, one module for each: what it is filled with, and by which template it is shown.

``fill`` takes a base, what is asked, and links; it gives the values of the template and knows of no server. A stranger
to this room may show the same pages elsewhere: `Page.keys` names the records that have a page of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ...errors import NotFoundError
from ...store.pages import Base
from ..links import Links

__all__ = ["NAVIGATION", "PAGES", "Fill", "Page", "page_named"]

Fill = Callable[[Base, Mapping[str, str], Links], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page.

    ``keys`` gives the keys that it can be asked for; ``None`` for a page that shows no one record.
    """

    name: str
    template: str
    fill: Fill
    keys: Callable[[Base], Iterable[str]] | None = None


# by name, the module that holds it
PAGES: Mapping[str, str] = {
    "overview": "overview",
    "read": "read",
    "claims": "claims",
    "claim": "claims",
    "people": "people",
    "person": "person",
    "works": "works",
    "work": "works",
    "documents": "documents",
    "document": "documents",
    "proceedings": "proceedings",
    "proceeding": "proceedings",
    "ledger": "ledger",
    "timeline": "timeline",
    "matrix": "matrix",
    "disagreements": "disagreements",
    "findings": "findings",
    "search": "search",
    "help": "about",
}

# what stands at the top of every page, and what it is called there
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("read", "Read"),
    ("claims", "Claims"),
    ("people", "People"),
    ("works", "Works"),
    ("documents", "Documents"),
    ("proceedings", "Proceedings"),
    ("ledger", "Ledgers"),
    ("timeline", "Timeline"),
    ("matrix", "Who accuses whom"),
    ("disagreements", "Disagreements"),
)


def page_named(name: str) -> Page:
    """The page of that name.

    Raises:
        NotFoundError: there is none.
    """
    module = PAGES.get(name)
    if module is None:
        raise NotFoundError(f"No page is called {name!r}.")
    pages: tuple[Page, ...] = import_module(f".{module}", __name__).PAGES
    return next(page for page in pages if page.name == name)
