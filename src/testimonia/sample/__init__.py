"""The sample sourcebook that ships with testimonia, and its gold.

The page tells of the loss of a steamer that never sailed. Ship, port, company, people, books and
documents are invented; no third-party text stands in it. It is what ``testimonia demo`` reads, and
its gold (one JSON Lines file per kind of record) is what the tests of every room measure against.
Both are made from the annotated source in ``bench/sample`` of the repository.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["sample_gold", "sample_page"]


def _inside(name: str) -> Path:
    from importlib.resources import files

    return Path(str(files(__name__).joinpath(name)))


def sample_page() -> Path:
    """The sample page: an invented sourcebook, plain text in UTF-8.

    >>> sample_page().name
    'page.txt'
    """
    return _inside("page.txt")


def sample_gold() -> Path:
    """The folder with what a careful reader would say of the sample page, invented like the page.

    >>> sorted(path.name for path in sample_gold().glob("s*"))
    ['scope.json', 'structure.jsonl']
    """
    return _inside("gold")
