"""The pages on which readers decide: the queue of what is least sure, people to be joined and parted, what was decided.

Everything is a plain form that works without a script; with one, a key settles a card and the next is at hand. Whoever
decides is asked for a name once, which a cookie keeps. The guard has seen to it that a write comes from our own pages.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ..errors import DecisionError, NotFoundError, TestimoniaError
from ..model import Reviewed
from ..store.pages import Base
from . import review_pages as pages
from . import review_writes as writes
from .app import html, room_of
from .rendering import render_template

__all__ = ["ROUTES"]

COOKIE = "testimonia-reader"
_YEAR = 365 * 24 * 3600
_LONGEST_NAME = 80
_SCRIPTED = "x-testimonia-card"  # a script asks for the card alone

Page = Callable[[Request], Awaitable[Response]]


def reader_of(request: Request) -> str:
    """Who decides: the name in the cookie, else whom the server was started for."""
    given = unquote(request.cookies.get(COOKIE, "")).strip()
    return given[:_LONGEST_NAME] or room_of(request).reader


async def _shown(
    request: Request, template: str, fill: Callable[[Base, str], Mapping[str, Any]], status: int = 200
) -> Response:
    reader = reader_of(request)

    def made(base: Base) -> str:
        values = {"trouble": "", "kept": request.query_params.get("kept", ""), **fill(base, reader)}
        return render_template(
            template,
            base,
            room_of(request).links,
            page="review",
            token=request.state.token,
            reader=reader,
            reviewing=True,
            here=_here(request),
            **values,
        )

    return await html(request, made, status)


def _here(request: Request) -> str:
    """The address of this page without what it was told once."""
    query = urlencode([(k, v) for k, v in request.query_params.multi_items() if k != "kept"], errors="surrogatepass")
    return request.url.path + (f"?{query}" if query else "")


async def _overview(request: Request) -> Response:
    return await _shown(request, "review.html", pages.overview)


async def _decided(request: Request) -> Response:
    first = _number(request.query_params.get("first"))
    return await _shown(request, "review_decided.html", lambda base, reader: pages.decided(base, reader, first))


async def _queue(request: Request) -> Response:
    kind = _kind(request.path_params["kind"])
    first, settled = _number(request.query_params.get("first")), bool(request.query_params.get("all"))
    return await _shown(
        request, "review_queue.html", lambda base, reader: pages.leaf(base, reader, kind, first, settled)
    )


async def _one(request: Request) -> Response:
    kind, key = _kind(request.path_params["kind"]), request.path_params["key"]
    if kind is Reviewed.PERSON:
        return await _shown(request, "review_person.html", lambda base, reader: pages.person(base, reader, key))
    return await _shown(request, "review_queue.html", lambda base, reader: pages.single(base, reader, kind, key))


async def _name(request: Request) -> Response:
    form = await _form(request)
    name = " ".join(form.get("name", "").split())[:_LONGEST_NAME]
    if not name:
        raise DecisionError("Say by which name your decisions are to be kept.")
    answer = _back(form)
    answer.set_cookie(COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer


async def _say(request: Request) -> Response:
    form, path = await _form(request), room_of(request).shelf.path

    def say(reader: str) -> str:
        with room_of(request).shelf.base() as base:
            return writes.say(base, path, reader, form)

    return await _written(request, form, say)


async def _undo(request: Request) -> Response:
    form, path = await _form(request), room_of(request).shelf.path
    return await _written(request, form, lambda reader: writes.take_back(path, reader, form))


async def _merge(request: Request) -> Response:
    form, path = await _form(request), room_of(request).shelf.path
    return await _written(request, form, lambda reader: writes.merge(path, reader, form))


async def _split(request: Request) -> Response:
    form, path = await _form(request), room_of(request).shelf.path
    offsets = parse_qs((await request.body()).decode("utf-8", "replace")).get("at", [])
    return await _written(request, form, lambda reader: writes.split(path, reader, form, offsets))


async def _written(request: Request, form: Mapping[str, str], write: Callable[[str], str]) -> Response:
    """Write, and show the card that it was said on to a script, or lead back to where it was said."""
    reader, scripted = reader_of(request), _SCRIPTED in request.headers
    try:
        if not reader:
            raise DecisionError("Say who you are first: your decisions are kept with your name.")
        kept = await run_in_threadpool(write, reader)
    except TestimoniaError as error:
        if not scripted:
            raise
        status = 404 if isinstance(error, NotFoundError) else 400 if isinstance(error, DecisionError) else 503
        return Response(str(error), status, media_type="text/plain")
    if not scripted:
        person = await run_in_threadpool(_whose, request, kept) if "/person/" in form.get("back", "") else None
        return _back(form if person is None else {**form, "back": f"/review/person/{quote(person, safe='')}"}, kept)
    if form.get("what") and form.get("id"):
        kind, key = _kind(form["what"]), form["id"]
        return await _card(request, kind, key, kept)
    return HTMLResponse("", headers={"x-testimonia-kept": kept})


def _whose(request: Request, decision: str) -> str | None:
    """Who is named now where a decision on people rests: two who were joined have one id."""
    with room_of(request).shelf.base() as base:
        row = base.row(
            "select person from mentions join decision_anchors as anchors on mentions.start = anchors.start "
            "where decision = ? and side = 'a' order by anchors.number limit 1",
            decision,
        )
        return None if row is None else str(row[0])


async def _card(request: Request, kind: Reviewed, key: str, kept: str) -> Response:
    reader = reader_of(request)

    def made(base: Base) -> str:
        try:
            values = pages.single(base, reader, kind, key)
        except NotFoundError:  # two who were asked about are one now
            return ""
        links = room_of(request).links
        return render_template(
            "review_card.html", base, links, token=request.state.token, reader=reader, reviewing=True, here="", **values
        )

    answer = await html(request, made)
    answer.headers["x-testimonia-kept"] = kept
    return answer


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form, the first of each name; the guard has seen that it is not too large."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        found = parse_qs(body, keep_blank_values=True, max_num_fields=5000)
    except ValueError:
        raise DecisionError("This form has more fields than one of ours.") from None
    return {name: values[0] for name, values in found.items()}


def _back(form: Mapping[str, str], kept: str = "") -> RedirectResponse:
    """Back to a page of the review, never elsewhere."""
    parts = urlsplit(form.get("back", ""))
    path = parts.path if parts.path.startswith(("/review/", "/person/")) or parts.path == "/review" else "/review"
    query = "&".join(part for part in (parts.query, f"kept={quote(kept, safe='')}" if kept else "") if part)
    following = form.get("next", "")
    fragment = f"#q-{quote(following, safe='')}" if following else ""
    return RedirectResponse(path + (f"?{query}" if query else "") + fragment, status_code=303)


def _kind(name: str) -> Reviewed:
    try:
        return Reviewed(name)
    except ValueError:
        raise NotFoundError(f"Nothing to review is called {name!r}.") from None


def _number(value: str | None) -> int:
    return int(value) if value is not None and value.isascii() and value.isdecimal() and len(value) < 10 else 0


ROUTES = (
    Route("/review", _overview),
    Route("/review/decided", _decided),
    Route("/review/name", _name, methods=["POST"]),
    Route("/review/say", _say, methods=["POST"]),
    Route("/review/undo", _undo, methods=["POST"]),
    Route("/review/merge", _merge, methods=["POST"]),
    Route("/review/split", _split, methods=["POST"]),
    Route("/review/{kind}", _queue),
    Route("/review/{kind}/{key:path}", _one),
)
