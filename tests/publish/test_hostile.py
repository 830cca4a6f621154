"""A page that means harm, published: the site shows its words and runs none of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import testimonia
from testimonia.model import Sourcebook
from testimonia.publish import publish_site
from testimonia.store import open_store, write_store

from .test_site import Html

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
        assert "<svg/onload" not in html, path.name
        shown += "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert shown > 30


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
