"""Who is let in: only pages of this room, on this machine, may ask and write.

A web page from elsewhere can make a browser send requests to this machine. So a request under another host's name (DNS
rebinding) or from another origin is refused, a write needs the token that only our own pages hold, and our pages may
load nothing but our own files.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["FIELD", "HEADER", "HEADERS", "LARGEST_FORM", "LOOPBACK", "Guard", "Tokens"]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
FIELD = "token"  # of a form
HEADER = "x-testimonia-token"  # of a request that a script sends
LARGEST_FORM = 1_000_000  # bytes; a decision with its reason is far smaller

_SAFE = ("GET", "HEAD", "OPTIONS")
_SAID_ONCE = (b"origin", b"sec-fetch-site", b"sec-fetch-mode", b"content-type", HEADER.encode())

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


_PORT = re.compile(r"[1-9][0-9]{0,4}")


class Tokens:
    """Makes the tokens of one run of the server: to each browser its own, bound to its cookie."""

    def __init__(self, name: str) -> None:
        self._secret = secrets.token_bytes(32)
        # browsers tell hosts apart but not ports, and two bases may be read at once
        self.cookie = f"testimonia-{hashlib.blake2b(name.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"

    def new_session(self) -> str:
        """What a browser is told to send back."""
        return secrets.token_urlsafe(24)

    def token(self, session: str) -> str:
        """The token that a page in this browser sends with what it writes."""
        return hmac.new(self._secret, session.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def is_good(self, session: str, token: str) -> bool:
        """Whether the token is this browser's."""
        return bool(session) and hmac.compare_digest(self.token(session).encode(), token.encode("utf-8", "replace"))


class Guard:
    """Stands before the application: refuses what comes from elsewhere, adds the headers that keep it so.

    It leaves the browser's token in ``scope["state"]["token"]``.
    """

    def __init__(
        self, app: ASGIApp, *, tokens: Tokens, hosts: Iterable[str] = LOOPBACK, port: int | None = None
    ) -> None:
        self.app = app
        self.tokens = tokens
        self.hosts = frozenset(host.casefold() for host in hosts)
        self.port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # nothing here speaks by web socket
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        session = self._session(headers.get("cookie", ""))
        fresh = "" if session else self.tokens.new_session()

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                if fresh:
                    cookie = f"{self.tokens.cookie}={fresh}; Path=/; HttpOnly; SameSite=Strict"
                    own.append((b"set-cookie", cookie.encode()))
                given = {name.lower() for name, _ in message["headers"]}
                if b"cache-control" not in given:
                    own.append((b"cache-control", b"no-store"))
                message["headers"] = [*message["headers"], *own]
            await send(message)

        trouble = self._trouble(scope, headers)
        if trouble is None and scope["method"] not in _SAFE:
            body = await _whole(receive)
            if body is None:
                trouble = (413, "This is more than a form of ours can hold.")
            else:
                receive = _again(body, receive)
                if not self.tokens.is_good(session, self._sent_token(headers, body)):
                    trouble = (403, "This page was opened before the server was started. Load it again and repeat it.")
        if trouble is not None:
            await _refuse(*trouble, answer)
            return
        scope.setdefault("state", {})["token"] = self.tokens.token(session or fresh)
        await self.app(scope, receive, answer)

    def _session(self, cookies: str) -> str:
        try:
            found = SimpleCookie(cookies).get(self.tokens.cookie)
        except Exception:  # what others set on this host may be broken
            return ""
        return "" if found is None else found.value

    def _is_ours(self, host: str) -> bool:
        """Whether a name with its port is one that we are reached under."""
        name, port = _parted(host)
        return name in self.hosts and (self.port is None or port == self.port)

    def _trouble(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        given = [name for name, _ in scope["headers"]]
        if given.count(b"host") != 1 or not self._is_ours(headers["host"]) or not scope["path"].startswith("/"):
            return 421, "This server is reached on this machine only, under the address that it printed."
        if any(given.count(name) > 1 for name in _SAID_ONCE):  # which of them would be believed?
            return 400, "This request says twice where it comes from."
        origin = headers.get("origin")
        if origin is not None:
            parts = urlsplit(origin)
            if parts.scheme != "http" or parts.netloc.casefold() != headers["host"].casefold():
                return 403, "This request comes from a page of another site."
        site = headers.get("sec-fetch-site", "none")
        if site not in ("same-origin", "none") and not (
            scope["method"] in _SAFE and headers.get("sec-fetch-mode") == "navigate"
        ):
            return 403, "This request comes from a page of another site."
        return None

    def _sent_token(self, headers: dict[str, str], body: bytes) -> str:
        if HEADER in headers:
            return headers[HEADER]
        if headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
            return ""
        try:
            return parse_qs(body.decode("utf-8", "replace"), max_num_fields=1000).get(FIELD, [""])[0]
        except ValueError:
            return ""


def _parted(host: str) -> tuple[str, int]:
    """The name in a Host header, and the port, which is 80 where none is said; -1 for what is none."""
    host = host.casefold()
    name, colon, port = host.rpartition(":")
    if not colon or port.endswith("]"):
        return host, 80
    return name, int(port) if _PORT.fullmatch(port) else -1


async def _whole(receive: Receive) -> bytes | None:
    """The body of a request; ``None`` where it is too large."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        body += bytes(message.get("body", b""))
        if len(body) > LARGEST_FORM:
            return None
        if not message.get("more_body"):
            return body


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read already, then what else comes."""
    given = False

    async def again() -> Message:
        nonlocal given
        if not given:
            given = True
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return again


async def _refuse(status: int, sentence: str, send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": sentence.encode()})
