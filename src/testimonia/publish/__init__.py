"""An evidence base as a folder of pages, to be read from a disk or put on any web host.

In comes the path of a base, out goes a folder (`publish_site`): the pages of the reading room with relative links, a
search that runs in the browser, a style for paper, and on each page what machines ask of it (Open Graph, JSON-LD) and
how to cite it. Nothing in it asks a server, nor is anything loaded from elsewhere. Blind spots: lists are not parted
into leaves, so that a very large page makes large files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .links import SiteLinks
    from .site import Published, publish_site

_HOMES = {"Published": "site", "SiteLinks": "links", "publish_site": "site"}

__all__ = ["Published", "SiteLinks", "publish_site"]


def __getattr__(name: str) -> Any:
    """Load a part when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{home}", __name__), name)
