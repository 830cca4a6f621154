"""A page that means harm, in every word of it that can: shown on every page of the room, and nothing of it is run."""

from __future__ import annotations

import dataclasses
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest
from starlette.testclient import TestClient

import testimonia
from testimonia.model import ReviewKind, Sourcebook
from testimonia.people.decisions import merge_decision
from testimonia.store import open_store, write_store
from testimonia.store.sharing import take_in
from testimonia.web import make_app

from .browsing import chromium, launched, served
from .conftest import HOST
from .reading import Page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EVIL = (
    "<script>alert(1)</script>\"onmouseover=\"alert(2)\" 'onfocus='alert(3)' autofocus x=`"
    "<img src=x onerror=alert(4)><svg/onload=alert(5)>]]>--><a href=javascript:alert(6)>{{7*7}}</textarea></title>"
)
OF_EACH = 4  # pages of each kind
HOVERED = """() => [...document.querySelectorAll("main a, main mark, main [title], main summary")].slice(0, 6)
  .filter((element) => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length)"""


@pytest.fixture(scope="module")
def base(spoilt: Callable[..., Sourcebook], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = write_store(spoilt(EVIL, name=f"page{EVIL}.txt"), tmp_path_factory.mktemp("hostile") / "hostile.db")
    with open_store(path) as store:
        book = store.book()
    evil = f"Ines {EVIL}"
    for mention in book.mentions[:3]:
        testimonia.review(path, mention.id, "reject", why=f"so {EVIL}", reviewer=evil)
    made = testimonia.review(path, book.findings[0].id, "note", why=f"hm {EVIL}", reviewer=evil)
    testimonia.undo(path, made.id, why=f"no {EVIL}", reviewer=f"Tove {EVIL}")
    testimonia.review(
        path, book.mentions[4].id, "correct", field="person", value=f"Nobody {EVIL}", why="so", reviewer=evil
    )
    testimonia.review(path, book.findings[0].id, "accept", why="so", reviewer=f"Tove {EVIL}")
    with open_store(path) as store:
        book = store.book()
    a, b = (who for who, _ in Counter(m.person for m in book.mentions).most_common(2))
    joined = merge_decision(book, a, b, why=f"one hand {EVIL}", reviewer=evil, when="2026-01-01T00:00:00+00:00")
    # and what comes in a file from a stranger: ids, kinds of records and fields are his words too
    said = [
        dataclasses.replace(
            review, id=f"r{EVIL}{n}", item=EVIL, reviewer=f"Ulla {EVIL}", identity={EVIL: EVIL}, field=None, value=None
        )
        for n, review in enumerate(book.reviews)
        if review.kind is ReviewKind.REJECT
    ]
    # both at once: a page of so many words is long in being read again under a decision
    taken = take_in(path, [joined, dataclasses.replace(joined, id=f"d{EVIL}", reviewer=f"Ulla {EVIL}")], said)
    assert (taken.decisions, taken.reviews) == (2, len(said))
    return path


@pytest.fixture(scope="module")
def pages(base: Path) -> dict[str, Page]:
    with TestClient(make_app(base, reader=f"Ines {EVIL}"), base_url=HOST) as client:
        return dict(pages_of(client))


def pages_of(client: TestClient) -> Iterator[tuple[str, Page]]:
    """Every page that links lead to, some of each kind.

    Reading one fails where its elements are not nested, which an unescaped tag would bring about.
    """
    waiting, seen, counts = (
        deque(["/", "/review", "/review/decided", "/search?q=Harbour", "/help"]),
        set(),
        Counter[str](),
    )
    while waiting:
        address = waiting.popleft()
        parts = urlsplit(address)
        kind = "/".join(parts.path.split("/")[:3] if parts.path.startswith("/review") else parts.path.split("/")[:2])
        if parts.netloc or address in seen or counts[kind] >= OF_EACH or not parts.path.startswith("/"):
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "text/html" not in answer.headers["content-type"]:
            continue
        counts[kind] += 1
        page = Page(answer.text)
        yield address, page
        waiting += (link.partition("#")[0] for link in page.links)


def test_no_page_of_the_room_runs_what_the_page_says(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert page.handlers == [], address
        assert page.styles == [], address
        assert all((script.get("src") or "").startswith("/static/") for script in page.scripts), address
        assert not any(link.lower().startswith(("javascript:", "data:", "vbscript:")) for link in page.links)
    assert sum(EVIL in page.text for page in pages.values()) > 30  # it is there, as words
    assert {urlsplit(address).path.split("/")[1] for address in pages} >= {
        "read",
        "claim",
        "person",
        "work",
        "document",
        "timeline",
        "matrix",
        "review",
        "search",
        "findings",
    }


@pytest.mark.parametrize("name", ["what", "id", "kind", "back", "next", "why", "of", "a", "person"])
def test_no_answer_to_a_form_runs_what_was_sent(name: str, base: Path) -> None:
    with TestClient(make_app(base, reader="Ines"), base_url=HOST, raise_server_exceptions=False) as client:
        token = client.get("/review").text.partition('data-token="')[2].partition('"')[0]
        for target in ("/review/say", "/review/undo", "/review/merge", "/review/split"):
            answer = client.post(target, data={"token": token, name: EVIL}, headers={"origin": HOST})
            assert answer.status_code in (200, 400, 404)
            if "text/html" in answer.headers["content-type"]:
                page = Page(answer.text)
                assert page.handlers == []
                assert all((script.get("src") or "").startswith("/static/") for script in page.scripts)


@pytest.mark.skipif(chromium() is None, reason="no Chromium is installed")
def test_a_browser_runs_nothing_of_it_either(base: Path, pages: dict[str, Page]) -> None:
    chosen = {urlsplit(address).path.split("/")[1]: address for address in pages}
    with served(base, reader=f"Ines {EVIL}") as room, launched() as browser:
        said = watched(browser, [room + address for address in (*chosen.values(), "/review/mention?all=1")])
    assert said == []


def watched(browser: Browser, addresses: list[str]) -> list[str]:
    """What the pages do that they ought not: a dialog, an error, a policy broken, anything asked of elsewhere."""
    said: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: said.append(f"error {error}"))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    for address in addresses:
        page.goto(address)
        for element in page.evaluate_handle(HOVERED).get_properties().values():
            shown = element.as_element()
            assert shown is not None
            shown.hover(force=True)
        page.keyboard.press("Tab")
        if page.locator(".question").count():
            page.keyboard.press("j")
        assert page.evaluate("document.querySelectorAll('main script, main img[src=x], main svg[onload]').length") == 0
    page.close()
    return said


def test_a_reader_s_name_comes_back_as_it_was_sent(base: Path) -> None:
    name = f"Ines {EVIL}"[:80]
    with TestClient(make_app(base), base_url=HOST, cookies={"testimonia-reader": quote(name)}) as client:
        page = Page(client.get("/review").text)
    assert name.strip() in page.text
    assert page.handlers == []
