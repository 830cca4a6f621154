"""What an author is called in a row or a line: the family name, or all of a name that is not parted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["author_families", "families"]


def families(names: Iterable[Mapping[str, Any]]) -> list[str]:
    """The family names of people as CSL has them; of a body, or a name that is not parted, all of it.

    >>> families([{"family": "Marlow", "given": "A."}, {"literal": "Harbour Board"}, {"given": "Ines"}])
    ['Marlow', 'Harbour Board']
    """
    return [str(found) for name in names if (found := name.get("family") or name.get("literal"))]


def author_families(csl: Mapping[str, Any]) -> list[str]:
    """Those of the authors of a work or citation; of its editors where it names no author, none where it names neither.

    >>> author_families({"author": [], "editor": [{"family": "Quist"}]})
    ['Quist']
    """
    return families(csl.get("author") or csl.get("editor") or ())
