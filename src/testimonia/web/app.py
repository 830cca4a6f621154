"""The application: addresses, and who answers to them."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ..errors import NotFoundError, StoreError, TestimoniaError
from ..store.pages import Base
from .links import STATIC, RoomLinks, edition
from .pages import PAGES
from .rendering import render, render_template
from .security import HEADERS, LOOPBACK, Guard, Tokens
from .shelf import Shelf

__all__ = ["Room", "html", "make_app", "room_of"]

_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Room:
    """What an answer needs to know: the base on its shelf, and who reads. It stands in ``request.app.state.room``."""

    shelf: Shelf
    links: RoomLinks
    reader: str = ""


def make_app(
    path: str | os.PathLike[str], *, hosts: Iterable[str] = LOOPBACK, port: int | None = None, reader: str = ""
) -> Starlette:
    """The reading room over the base at ``path`` as an ASGI application.

    Args:
        path: the base.
        hosts: the names under which it may be asked.
        port: the port that has to be named with them; ``None`` lets any be.
        reader: who reads and decides here, if that is known.
    """
    shelf = Shelf(path, warming=True)

    @asynccontextmanager
    async def opened(app: Starlette) -> AsyncIterator[None]:
        # the page that a reader sees first is made once before she can ask; what is the matter is said to who asks
        with suppress(TestimoniaError, sqlite3.Error), shelf.base() as base:
            render("overview", base, {}, RoomLinks())
        yield
        shelf.close()

    tokens = Tokens(os.path.abspath(path))
    app = Starlette(
        routes=[
            *_reviewing(),
            Route("/at/{place}", _at),
            Route("/", _page("overview")),
            *(route for name in PAGES if name != "overview" for route in _routes(name)),
            Mount("/static", _Static(directory=STATIC)),
        ],
        middleware=[Middleware(Guard, tokens=tokens, hosts=tuple(hosts), port=port)],
        exception_handlers={
            NotFoundError: _trouble(404),
            StoreError: _trouble(503),
            TestimoniaError: _trouble(400),
            sqlite3.Error: _trouble(503),
            HTTPException: _http_trouble,
            Exception: _our_fault,
        },
        lifespan=opened,
    )
    app.state.room = Room(shelf, RoomLinks(), reader)
    return app


def room_of(request: Request) -> Room:
    """The room that a request came to."""
    room: Room = request.app.state.room
    return room


async def html(request: Request, make: Callable[[Base], str], status: int = 200) -> Response:
    """What ``make`` makes of the base, as an answer; it is called in a thread of its own."""

    def made() -> str:
        shelf = room_of(request).shelf
        try:
            with shelf.base() as base:
                return make(base)
        except sqlite3.OperationalError:  # another base took this one's place while it was read
            with shelf.base() as base:
                return make(base)

    return _sent(await run_in_threadpool(made), status)


def _sent(page: str, status: int = 200) -> Response:
    # words that UTF-8 cannot hold can be in a page; a browser shows a sign for them
    return HTMLResponse(page.encode("utf-8", "replace"), status)


def _reviewing() -> Sequence[Route]:
    from .review import ROUTES  # it answers by what stands here

    return ROUTES


def _routes(name: str) -> list[Route]:
    # an id may hold a slash, which an address cannot tell from its own
    return [Route(f"/{name}", _page(name)), Route(f"/{name}/{{key:path}}", _page(name))]


def _page(name: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        room = room_of(request)
        asked = {**request.query_params, **{name: value for name, value in request.path_params.items() if value}}

        def made(base: Base) -> str:
            return render(name, base, asked, room.links, token=request.state.token, reader=room.reader)

        return await html(request, made)

    return answer


async def _at(request: Request) -> Response:
    """Where characters of the page are shown."""
    from ..store.pages.parts import part_of

    place = _PLACE.fullmatch(request.path_params["place"])
    if place is None:
        raise NotFoundError("This is no place. Write the first character and the one after the last: 120-134.")
    start, end = int(place[1]), int(place[2])

    def found() -> int:
        with room_of(request).shelf.base() as base:
            if start >= len(base.text):  # to send a browser to a part that has it not would send it round for ever
                raise NotFoundError(f"The page has {len(base.text):,} characters; there are none at {start:,}.")
            return part_of(base, start)

    return RedirectResponse(room_of(request).links.to("read", await run_in_threadpool(found), f"c{start}-{end}"))


def _trouble(status: int) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, error: Exception) -> Response:
        return await _said(request, status, str(error))

    return answer


async def _http_trouble(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    sentence = "There is no such page." if error.status_code == 404 else str(error.detail)
    return await _said(request, error.status_code, sentence)


async def _our_fault(request: Request, error: Exception) -> Response:
    answer = await _said(request, 500, f"Something went wrong in testimonia itself ({type(error).__name__}).")
    answer.headers.update({**HEADERS, "cache-control": "no-store"})  # it is sent past the guard
    return answer


async def _said(request: Request, status: int, sentence: str) -> Response:
    """One sentence as a page; as bare text where not even the base can be read."""
    room = room_of(request)
    token = getattr(request.state, "token", "")

    def made(base: Base) -> str:
        return render_template("trouble.html", base, room.links, token=token, status=status, sentence=sentence)

    try:
        return await html(request, made, status)
    except (TestimoniaError, sqlite3.Error):
        return Response(sentence, status, media_type="text/plain")


class _Static(StaticFiles):
    """Our own files: kept by a browser where the address says which edition, and else asked for each time."""

    def file_response(
        self, full_path: Any, stat_result: os.stat_result, scope: Any, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        is_named = scope.get("query_string") == edition(stat_result).encode()
        response.headers["cache-control"] = "private, max-age=31536000, immutable" if is_named else "no-cache"
        return response
