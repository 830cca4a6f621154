from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from testimonia.web import make_app
from testimonia.web.security import FIELD, HEADER, LARGEST_FORM, Guard, Tokens


@pytest.fixture
def guarded() -> TestClient:
    """An application that writes down what it is told, behind the guard."""

    async def answer(request: Request) -> PlainTextResponse:
        body = (await request.body()).decode()
        return PlainTextResponse(f"{request.state.token}\n{body}")

    app = Starlette(routes=[Route("/", answer, methods=["GET", "POST", "DELETE"])])
    return TestClient(Guard(app, tokens=Tokens("x.db"), port=8765), base_url="http://127.0.0.1:8765")


def token_of(client: TestClient) -> str:
    return client.get("/").text.partition("\n")[0]


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"])
def test_our_own_names_are_answered(guarded: TestClient, host: str) -> None:
    assert guarded.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "example.org:8765",
        "127.0.0.1",
        "127.0.0.1:9",
        "127.0.0.1.example.org:8765",
        "localhost.example.org:8765",
        "127.0.0.2:8765",
        "[::1%25eth0]:8765",
        "localhost:87650",
        "localhost:8765:8765",
        "",
    ],
)
def test_another_name_of_this_machine_is_refused(guarded: TestClient, host: str) -> None:
    assert guarded.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin",
    [
        "http://example.org",
        "http://127.0.0.1",
        "https://127.0.0.1:8765",
        "http://localhost:8765",
        "null",
        "file://",
        "",
    ],
)
def test_another_origin_is_refused(guarded: TestClient, origin: str) -> None:
    token = token_of(guarded)
    assert guarded.post("/", data={FIELD: token}, headers={"origin": origin}).status_code == 403
    assert guarded.get("/", headers={"origin": origin}).status_code == 403


def test_our_own_origin_writes_with_the_token_of_its_page(guarded: TestClient) -> None:
    token = token_of(guarded)
    ours = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    answer = guarded.post("/", data={FIELD: token, "why": "one hand"}, headers=ours)
    assert answer.status_code == 200
    assert answer.text.endswith("why=one+hand")  # the guard read it and gave it on
    assert guarded.delete("/", headers={HEADER: token, **ours}).status_code == 200


def test_a_write_without_the_token_is_refused(guarded: TestClient) -> None:
    token = token_of(guarded)
    for data in ({}, {FIELD: ""}, {FIELD: token[:-1]}, {FIELD: "é"}, {"Token": token}):
        assert guarded.post("/", data=data).status_code == 403
    assert guarded.delete("/").status_code == 403


def test_a_token_is_good_in_its_own_browser_only(guarded: TestClient) -> None:
    token = token_of(guarded)
    guarded.cookies.clear()
    assert guarded.post("/", data={FIELD: token}).status_code == 403  # no cookie was sent
    other = token_of(guarded)
    assert other != token
    assert guarded.post("/", data={FIELD: token}).status_code == 403


def test_a_token_in_a_form_of_another_type_is_none(guarded: TestClient) -> None:
    # what a form of another site can send without asking
    body = f"{FIELD}={token_of(guarded)}"
    for kind in ("text/plain", "multipart/form-data; boundary=x", ""):
        assert guarded.post("/", content=body, headers={"content-type": kind}).status_code == 403


def test_what_another_site_embeds_is_refused_and_its_links_are_followed(guarded: TestClient) -> None:
    for mode, status in (("navigate", 200), ("no-cors", 403), ("cors", 403)):
        headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode}
        assert guarded.get("/", headers=headers).status_code == status
    headers = {"sec-fetch-site": "same-site", "sec-fetch-mode": "navigate"}
    assert guarded.post("/", data={FIELD: token_of(guarded)}, headers=headers).status_code == 403


def test_the_cookie_is_for_us_alone(guarded: TestClient) -> None:
    cookie = guarded.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "set-cookie" not in guarded.get("/").headers


def test_more_than_a_form_holds_is_refused(guarded: TestClient) -> None:
    token = token_of(guarded)
    assert guarded.post("/", content=b"x" * (LARGEST_FORM + 1), headers={HEADER: token}).status_code == 413


def test_a_broken_cookie_of_another_server_does_no_harm(guarded: TestClient) -> None:
    assert guarded.get("/", headers={"cookie": 'a="; testimonia-=\x7f; ='}).status_code == 200


def test_every_answer_has_a_strict_policy(room: TestClient) -> None:
    for path in ("/", "/nowhere", "/static/room.css"):
        policy = room.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert room.get(path).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2f..%2fetc/passwd",
        "/static//etc/passwd",
        "/static/vendor/..%5c..%5capp.py",
        "/static/",
        "/..%2fsample.db",
        "/read/..%2f..%2fsample.db",
        "/person/..%2f..%2f..%2fetc%2fpasswd",
    ],
)
def test_nothing_beside_the_base_is_reached(room: TestClient, path: str) -> None:
    answer = room.get(path)
    assert answer.status_code in (404, 405)
    assert "root:" not in answer.text
    assert "import" not in answer.text


def test_the_base_is_opened_for_reading_only(sample_base: Path) -> None:
    import sqlite3

    from testimonia.store.pages import open_base

    base = open_base(sample_base)
    with pytest.raises(sqlite3.OperationalError):
        base.connection.execute("delete from claims")
    base.close()


def test_no_page_holds_script_or_style_of_its_own(room: TestClient) -> None:
    assert "<style" not in room.get("/").text
    assert " style=" not in room.get("/").text
    assert "<script>" not in room.get("/").text


def test_another_machine_is_not_a_name_of_ours(sample_base: Path) -> None:
    with TestClient(make_app(sample_base), base_url="http://testserver") as client:
        assert client.get("/").status_code == 421


def test_our_files_are_kept_by_a_browser_under_the_name_of_their_edition_alone(room: TestClient) -> None:
    page = room.get("/").text
    (address,) = re.findall(r'href="(/static/room\.css[^"]*)"', page)
    assert "immutable" in room.get(address).headers["cache-control"]
    for other in ("/static/room.css", "/static/room.css?1-2", f"{address}0"):
        assert room.get(other).headers["cache-control"] == "no-cache"
    assert room.get("/").headers["cache-control"] == "no-store"
