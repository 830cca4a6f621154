"""Pages as HTML: a template for each, filled from a base; everything that comes from the page is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..store.pages import Base
from .links import Links, RoomLinks
from .pages import NAVIGATION, PAGES, Page, page_named

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["prepared", "render", "render_template"]


def render(
    page: str,
    base: Base,
    query: Mapping[str, str],
    links: Links | None = None,
    *,
    token: str = "",
    reader: str = "",
    extras: Mapping[str, Any] | None = None,
) -> str:
    """A page as HTML.

    Args:
        page: which kind of page, as in `pages.PAGES`.
        base: what it is read from.
        query: what is asked; ``key`` is the record that it shows, where it shows one.
        links: where it leads; on the server, if nothing is said.
        token: what a form has to send with it to be heard; none where nobody answers.
        reader: who reads and decides, where that is known.
        extras: ``head`` and ``foot`` as Markup, for whoever shows the pages elsewhere.

    Raises:
        NotFoundError: there is no such page or record.
        QuestionError, QueryError: what is asked cannot be understood.
    """
    found: Page = page_named(page)
    links = links or RoomLinks()
    values = found.fill(base, query, links)
    values |= {"query": query, **(extras or {})}
    return render_template(found.template, base, links, page=page, token=token, reader=reader, **values)


def render_template(
    template: str,
    base: Base,
    links: Links,
    *,
    page: str = "",
    token: str = "",
    reader: str = "",
    **values: Any,
) -> str:
    """A template of ``templates/`` with what every page is given, and the values; the navigation marks ``page``."""
    from ..store.pages.parts import part_of, title_of
    from .wording import Words

    def span(start: int, end: int) -> str:
        return links.to("read", part_of(base, start), f"c{start}-{end}")

    return (
        _environment()
        .get_template(template)
        .render(
            links=links,
            to=links.to,
            asset=links.asset,
            span=span,
            words=Words(base, links),
            book_title=title_of(base),
            book_name=base.path.name,
            navigation=NAVIGATION,
            page=page,
            token=token,
            reader=reader,
            **values,
        )
    )


def prepared() -> Iterator[None]:
    """Make every template and load what fills them, one after another, which a first page would else wait for."""
    for name in PAGES:
        _environment().get_template(page_named(name).template)
        yield


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from . import wording

    environment = Environment(
        loader=PackageLoader("testimonia.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= wording.FILTERS
    return environment
