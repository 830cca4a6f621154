"""Citations over a whole book: full the first time, and ``Ibid.``, ``op. cit.`` or a short title after that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .book import Excerpt
from .cites import STYLES, Style, bare_makers, page
from .pen import Cite, Pen

__all__ = ["Citer", "as_printed", "every_time", "later_short"]

Citer = Callable[[Excerpt], Cite]


def every_time(style: str | Style) -> Citer:
    """The same form each time."""
    form = STYLES[style] if isinstance(style, str) else style

    def cite(excerpt: Excerpt) -> Cite:
        assert excerpt.csl is not None
        return form(excerpt.csl)

    return cite


def as_printed(excerpt: Excerpt) -> Cite:
    """The citation as the book was first set; made up in the plainest form where that is not known."""
    assert excerpt.csl is not None
    return STYLES["bibliography"](excerpt.csl) if excerpt.printed is None else Cite(excerpt.printed, excerpt.csl)


def later_short(
    style: str | Style, same: str | None = "Ibid.", later: str = "title", labels: tuple[str, str] = ("p. ", "pp. ")
) -> Citer:
    """Full at first; ``same`` for the work just cited; then a short title, or ``op. cit.`` (``later``).

    ``op. cit.`` is only used of an author of whom one work is cited, as anything else would not tell which.
    """
    form = STYLES[style] if isinstance(style, str) else style
    first: dict[str, dict[str, Any]] = {}
    authors: dict[str, set[str]] = {}
    last: list[str | None] = [None]

    def cite(excerpt: Excerpt) -> Cite:
        csl, work = excerpt.csl, excerpt.work
        assert csl is not None
        assert work is not None
        known = first.get(work)
        is_same = last[0] == work
        last[0] = work
        name = str(csl.get("author") or csl.get("editor") or csl.get("translator"))
        authors.setdefault(name, set()).add(work)
        if known is None:
            first[work] = csl
            return form(csl)
        full = {**known, **({"page": csl["page"]} if "page" in csl else {})}
        if "page" not in csl:
            full.pop("page", None)
        pen = Pen(full)
        if is_same and same is not None:
            pen.put(same)
        else:
            bare_makers(pen)
            if later == "op. cit." and len(authors[name]) == 1 and pen.out:
                pen.put(", op. cit.")
            elif later == "a. a. O." and len(authors[name]) == 1 and pen.out:
                pen.put(", a. a. O.")
            else:
                pen.title(", " if pen.out else "", short=True)
        page(pen, ", ", *labels)
        if "page" not in pen and pen.out[-1].endswith("."):
            return pen.done(resolved=True)
        return pen.put(".").done(resolved=True)

    return cite
