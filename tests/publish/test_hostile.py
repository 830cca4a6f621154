"""A page that means harm, published: the site shows its words and runs none of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import testimonia
from testimonia.model import Sourcebook
from testimonia.publish import publish_site
from testimonia.store import open_store, write_store

from .test_site import Html
from .test_site_browser import chromium

EVIL = (
    "<script>alert(1)</script>\"onmouseover=\"alert(2)\" 'onfocus='alert(3)' autofocus x=`"
    "<img src=x onerror=alert(4)><svg/onload=alert(5)>]]>--><a href=javascript:alert(6)>\u2028</textarea></title>"
)


@pytest.fixture(scope="module")
def spoilt_site(spoilt: Callable[..., Sourcebook], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    base = write_store(spoilt(EVIL, name=f"page{EVIL}.txt"), folder / "hostile.db")
    with open_store(base) as store:
        book = store.book()
    testimonia.review(base, book.mentions[0].id, "reject", why=f"so {EVIL}", reviewer=f"Ines {EVIL}")
    testimonia.review(base, book.findings[0].id, "note", why=f"hm {EVIL}", reviewer=f"Tove {EVIL}")
    publish_site(base, folder / "site", url="https://example.org/ship", author=f"Ines {EVIL}")
    return folder / "site"


def test_no_file_of_a_site_runs_what_the_page_says(spoilt_site: Path) -> None:
    shown = 0
    files = sorted(spoilt_site.rglob("*.html"))
    assert len(files) > 60
    for path in files:
        html = path.read_text(encoding="utf-8")
        page = Html(path)
        assert page.handlers == [], path.name
        assert all(src.startswith(("static/", "search/")) for src in page.scripts), path.name
        for facts in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S):
            json.loads(facts)
        assert not any(link.lower().lstrip().startswith(("javascript:", "data:")) for link in page.links), path.name
        assert "<img src=x" not in html, path.name
        assert "script-src 'self' file:;" in html.partition("</head>")[0], path.name
        assert "<svg/onload" not in html, path.name
        shown += "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert shown > 30


@pytest.mark.skipif(chromium() is None, reason="no Chromium is installed")
def test_a_site_runs_its_own_script_alone_on_a_disk_and_on_a_host(spoilt_site: Path) -> None:
    path = spoilt_site / "planted.html"
    planted = (spoilt_site / "search.html").read_text(encoding="utf-8")
    path.write_text(
        planted.replace("<h1>", "<img src=x onerror='document.title=666'><script>document.title=667</script><h1>")
    )
    handler = partial(SimpleHTTPRequestHandler, directory=str(spoilt_site))
    from playwright.sync_api import sync_playwright

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        for address in (path.as_uri(), f"http://127.0.0.1:{server.server_address[1]}/planted.html"):
            page.goto(f"{address}?q=Harbour")
            page.wait_for_selector(".hits li")  # our own scripts are run, and load their files
            assert page.title() not in ("666", "667")
            assert page.evaluate("getComputedStyle(document.body).fontFamily") != "serif"
        browser.close()
        server.shutdown()
    path.unlink()


def test_no_file_is_named_by_the_page_or_stands_elsewhere(spoilt_site: Path) -> None:
    for path in spoilt_site.rglob("*"):
        assert re.fullmatch(r"[\w.~%-]+", path.name), path.name
        assert not path.is_symlink()
    assert sorted(path.name for path in spoilt_site.parent.iterdir()) == ["hostile.db", "site"]


def test_the_index_of_the_search_is_a_call_and_no_more(spoilt_site: Path) -> None:
    for path in (spoilt_site / "search").glob("*.js"):
        words = path.read_text(encoding="ascii")  # so that no line end of another script ends a string
        called = re.fullmatch(r'testimonia_search\("\w+","\w*",(.*)\);\n', words, re.S)
        assert called is not None, path.name
        json.loads(called[1])
