"""Where a page leads: addresses on the server, or names of files in a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlencode

__all__ = ["STATIC", "Links", "RoomLinks", "edition"]

STATIC = Path(__file__).parent / "static"


class Links(Protocol):
    """Makes the address of a page.

    ``live`` says whether somebody answers: a question (a form, a filter, a decision) is shown only where one does.
    """

    live: bool

    def to(self, page: str, /, key: str | int | None = None, fragment: str = "", **query: object) -> str:
        """The address of a page, of the record ``key`` where it shows one; what is ``None`` is not asked.

        A `Links` that is not ``live`` leaves the query out.
        """
        ...

    def asset(self, name: str) -> str:
        """The address of a file of ``static/``."""
        ...


class RoomLinks:
    """Addresses on the server.

    >>> RoomLinks().to("person", "org:the harbour office"), RoomLinks().to("overview")
    ('/person/org%3Athe%20harbour%20office', '/')
    >>> RoomLinks().to("search", q="low tide", page=None)
    '/search?q=low+tide'
    """

    live = True

    def to(self, page: str, /, key: str | int | None = None, fragment: str = "", **query: object) -> str:
        """The address of a page."""
        path = "/" if page == "overview" else f"/{page}"
        if key is not None:
            path += "/" + quote(str(key), safe="")
        asked = {name: value for name, value in query.items() if value not in (None, "")}
        if asked:
            path += "?" + urlencode(asked, errors="surrogatepass")
        return path + (f"#{fragment}" if fragment else "")

    def asset(self, name: str) -> str:
        """The address of a file of ``static/``, another when it was changed, so that a browser need not ask again."""
        return f"/static/{name}?{edition(os.stat(STATIC / name))}"


def edition(found: os.stat_result) -> str:
    """What tells a file from the one that was there before it was changed."""
    return f"{found.st_mtime_ns:x}-{found.st_size:x}"
