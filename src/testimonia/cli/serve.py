"""``testimonia serve``: the evidence base as pages in a browser, on this machine only."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from .opening import BOOK, is_base
from .terminal import echo

__all__ = ["serve"]

PORT = 8765
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command(
    short_help="The base as pages in a browser.", epilog="In Python: testimonia.web.make_app(path), an ASGI application"
)
@BOOK
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes any that is free."
)
@click.option("--host", type=click.Choice(_LOOPBACK), default=_LOOPBACK[0], show_default=True, help="Of this machine.")
@click.option("--open/--no-open", "opening", default=True, show_default=True, help="Show it in the browser.")
@click.option("--reviewer", metavar="NAME", help="Who decides; the system's name for you if nothing is said.")
def serve(book: Path, port: int, host: str, opening: bool, reviewer: str | None) -> None:
    """Show BOOK.db as pages in a browser: read it, question it, decide.

    Only this machine can reach them. A rebuild while they are open is shown when a page is next loaded.
    """
    from ..errors import StoreError
    from ..store import open_store

    if not is_base(book):
        raise StoreError(f"'{book}' is no evidence base. Build one first: testimonia build '{book}'")
    with open_store(book) as store:
        title = store.connection.execute("select coalesce(title, name) from sourcebook").fetchone()[0]
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/"
    echo(f"{title}\n{address}   Ctrl-C ends it.")
    if opening:
        _open_soon(address)
    _run(book, listening, port, reviewer or _reader())


def _listen(host: str, port: int) -> socket.socket:
    from ..errors import StoreError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # so that who follows the address at once waits, and is not turned away
    except OSError as error:
        listening.close()
        reason = error.strerror or error
        raise StoreError(f"Port {port} of {host} cannot be taken ({reason}). Name another with --port.") from error
    return listening


def _run(book: Path, listening: socket.socket, port: int, reader: str) -> None:
    import uvicorn

    from ..web import make_app

    config = uvicorn.Config(
        make_app(book, port=port, reader=reader), log_level="warning", access_log=False, server_header=False, ws="none"
    )
    uvicorn.Server(config).run(sockets=[listening])


def _reader() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _open_soon(address: str) -> None:
    """Open the browser a moment after the server has begun to listen."""
    import webbrowser
    from threading import Timer

    timer = Timer(0.5, webbrowser.open, (address,))
    timer.daemon = True
    timer.start()
