"""What a page of another site, a rebound name or a forged address tries against a room that is really served."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

import testimonia
from testimonia.store import open_store
from testimonia.web import RoomLinks, make_app
from testimonia.web.security import FIELD, HEADERS

from .browsing import served
from .conftest import EVIL, HOST


@pytest.fixture(scope="module")
def address(sample_base: Path) -> Iterator[str]:
    with served(sample_base) as found:
        yield found.removeprefix("http://")


def ask(
    address: str, target: str = "/", *, host: str | None = "", method: str = "GET", more: str = "", body: bytes = b""
) -> tuple[int, str, bytes]:
    """Status, head and body of what is answered to a request that no browser would send in this form."""
    name, port = address.split(":")
    lines = [f"{method} {target} HTTP/1.1", *([] if host is None else [f"Host: {host or address}"])]
    lines += [line for line in more.split("\n") if line]
    lines += ["Connection: close", *([f"Content-Length: {len(body)}"] if body else []), "", ""]
    with socket.create_connection((name, int(port)), 10) as connection:
        connection.sendall("\r\n".join(lines).encode("latin-1") + body)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    head, _, content = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), head.decode("latin-1").lower(), content


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",  # a name that was rebound to this machine
        "evil.example:{port}",
        "127.0.0.1:{port}@evil.example",
        "evil.example@127.0.0.1:{port}",
        "127.0.0.1:{port}#@evil.example",
        "127.0.0.1:{port}/",
        "127.0.0.1:{port}, evil.example",
        "127.0.0.1:0{port}",
        "127.0.0.1:-{port}",
        "127.0.0.1.:{port}",
        "localhost.:{port}",
        "0.0.0.0:{port}",
        "127.1:{port}",
        "2130706433:{port}",
        "0x7f.1:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "[::]:{port}",
        "::1:{port}",
        "[::1%lo]:{port}",
        "127.0.0.1:80",
        "127.0.0.1:",
        "127.0.0.1",
    ],
)
def test_another_name_is_refused(host: str, address: str) -> None:
    status, head, content = ask(address, host=host.format(port=address.split(":")[1]))
    assert status in (400, 421)
    assert b"<" not in content
    if status == 421:
        assert "content-security-policy: default-src 'none'" in head


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "LocalHost:{port}", "[::1]:{port}"])
def test_our_own_names_are_not(host: str, address: str) -> None:
    assert ask(address, host=host.format(port=address.split(":")[1]))[0] == 200


@pytest.mark.parametrize(
    ("target", "host", "method"),
    [
        ("http://evil.example/", None, "GET"),  # a request line that names the host itself
        ("http://evil.example/", "evil.example", "GET"),
        ("http://evil.example/", "", "GET"),
        ("http://127.0.0.1@evil.example/", "", "GET"),
        ("evil.example:443", "", "CONNECT"),
        ("*", "", "OPTIONS"),
        ("/", None, "GET"),
    ],
)
def test_a_target_that_is_no_path_of_ours_is_refused(target: str, host: str | None, method: str, address: str) -> None:
    status, _, content = ask(address, target, host=host, method=method)
    assert 400 <= status < 500
    assert b"<html" not in content


@pytest.mark.parametrize(
    "more",
    [
        "Host: evil.example",
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://{address}\nOrigin: http://evil.example",
        "Origin: http://evil.example\nOrigin: http://{address}",
        "Origin: http://{address}@evil.example",
        "Origin: http://{address}.evil.example",
        "Origin: http://{address} http://evil.example",
        "Origin: HTTPS://{address}",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors",
        "Sec-Fetch-Site: same-origin\nSec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: unheard-of",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_a_page_of_another_site_is_told_nothing(method: str, more: str, address: str) -> None:
    status, head, content = ask(address, method=method, more=more.format(address=address))
    assert status in (400, 403)
    assert "access-control" not in head
    assert b"<html" not in content


def test_what_a_proxy_would_say_is_not_believed(address: str) -> None:
    more = f"X-Forwarded-Host: {address}\nForwarded: host={address}\nX-Real-IP: 127.0.0.1"
    assert ask(address, host="evil.example", more=more)[0] == 421
    more = "X-HTTP-Method-Override: POST\nX-Original-URL: /review/say"
    assert ask(address, "/review", more=more)[0] == 200


def page_of(address: str) -> tuple[str, str]:
    """The cookie that a page of ours gives, and the token for it."""
    found = re.search(r"set-cookie: ([^;]+);", raw(address, "/review"), re.I)
    assert found is not None
    return found[1], token_of(address, found[1])


def raw(address: str, target: str, cookie: str = "") -> str:
    name, port = address.split(":")
    with socket.create_connection((name, int(port)), 10) as connection:
        extra = f"Cookie: {cookie}\r\n" if cookie else ""
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {address}\r\n{extra}Connection: close\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer.decode("utf-8", "replace")


def token_of(address: str, cookie: str) -> str:
    found = re.search(r'data-token="([^"]+)"', raw(address, "/review", cookie))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("", 303),  # an older browser says nothing of where a form comes from; the token does
        ("Origin: http://{address}", 303),
        ("Origin: http://{address}\nSec-Fetch-Site: same-origin\nSec-Fetch-Mode: navigate", 303),
        ("Origin: http://evil.example", 403),
        ("Origin: null", 403),
        ("Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate", 403),
        ("Sec-Fetch-Site: same-site\nSec-Fetch-Mode: navigate", 403),
        ("Sec-Fetch-Site: none\nOrigin: http://evil.example", 403),
        ("Content-Type: text/plain", 400),
    ],
)
def test_a_write_is_heard_from_our_own_page_alone(more: str, status: int, address: str) -> None:
    cookie, token = page_of(address)
    body = urlencode({FIELD: token, "name": "Ines"}).encode()
    head = f"Cookie: {cookie}\nContent-Type: application/x-www-form-urlencoded\n" + more.format(address=address)
    assert ask(address, "/review/name", method="POST", more=head, body=body)[0] == status
    if status == 303:  # and never without the token, or with the cookie of another browser
        bare = urlencode({"name": "Ines"}).encode()
        assert ask(address, "/review/name", method="POST", more=head, body=bare)[0] == 403
        strange = head.replace(cookie, page_of(address)[0])
        assert ask(address, "/review/name", method="POST", more=strange, body=body)[0] == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "POST", "PROPFIND"])
@pytest.mark.parametrize("target", ["/", "/review/say", "/static/room.css"])
def test_no_other_method_is_heard(method: str, target: str, address: str) -> None:
    assert ask(address, target, method=method)[0] == 403


@pytest.mark.parametrize("target", ["/review/say", "/review/undo", "/review/merge", "/review/split", "/review/name"])
def test_nothing_is_written_by_a_link(target: str, address: str, sample_base: Path) -> None:
    assert ask(address, f"{target}?what=finding&id=f1&kind=reject&name=x")[0] in (404, 405)
    with open_store(sample_base) as store:
        assert len(store.book().reviews) == len(store.book().decisions) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/static/%2e%2e%2fapp.py",
        "/static/%252e%252e/app.py",
        "/static/....//app.py",
        "/static/..%5c..%5capp.py",
        "/static/%2e%2e/%2e%2e/security.py",
        "/static/C:%5cWindows",
        "/static/%00",
        "/static/room.css%00.html",
        "/static/%2fetc%2fpasswd",
        "/static/file:%2f%2f%2fetc/passwd",
        "/person/%00",
        "/person/a%2Fb",
        "/person/..%2f..%2f..%2fetc%2fpasswd",
        "/read/%ff",
        "/read/-1",
        "/read/99999999999999999999999",
        "/at/1-2%00",
        "/at/%C2%B9-%C2%B2",
        "/review/person/..%2f..%2fetc%2fpasswd",
        "/review/%2e%2e/%2e%2e",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..;/",
        "//evil.example/",
        f"/static/{'x' * 30000}",
    ],
)
def test_a_forged_path_leads_nowhere(path: str, address: str) -> None:
    status, head, content = ask(address, path)
    assert status == 404
    assert "content-security-policy: default-src 'none'" in head
    assert "location:" not in head
    for word in (b"root:", b"import ", b"Traceback", b"SQLite format"):
        assert word not in content


@pytest.mark.parametrize(
    "query", ["q=%ff%fe%00", f"q={'(' * 4000}", "q=%22", "q=NOT", "page=%C2%B2", "page=-1", "page=1e9"]
)
@pytest.mark.parametrize("path", ["/search", "/people", "/works", "/timeline", "/disagreements", "/matrix", "/claims"])
def test_a_forged_question_is_no_fault_of_ours(path: str, query: str, address: str) -> None:
    assert ask(address, f"{path}?{query}")[0] in (200, 400)


def test_a_forged_cookie_is_no_fault_of_ours(address: str) -> None:
    for cookie in ("testimonia-reader=%00%0d%0aSet-Cookie: x", "testimonia-reader=%ff%fe\xff", "=; ;;=", "a=b; " * 900):
        status, head, _ = ask(address, "/review", more=f"Cookie: {cookie}")
        assert status == 200
        assert "set-cookie: x" not in head


def test_a_record_whose_id_holds_a_slash_is_found(hostile_base: Path) -> None:
    with TestClient(make_app(hostile_base), base_url=HOST) as client:
        answer = client.get(RoomLinks().to("person", f"org:{EVIL}"))
    assert answer.status_code == 200
    assert EVIL not in answer.text


def test_a_fault_of_ours_is_told_under_the_same_policy(sample_base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise RuntimeError(EVIL)

    with TestClient(make_app(sample_base), base_url=HOST, raise_server_exceptions=False) as client:
        monkeypatch.setattr("testimonia.web.app.render", fail)
        answer = client.get("/")
    assert answer.status_code == 500
    assert EVIL not in answer.text
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "no-store"


def test_the_file_that_was_served_is_as_it_was(sample_base: Path) -> None:
    # none of the above wrote anything
    with testimonia.open_store(sample_base) as store:
        assert store.connection.execute("select count(*) from reviews").fetchone() == (0,)
