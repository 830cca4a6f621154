"""A published site: every link leads somewhere, nothing asks a server, nothing of the page becomes markup."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import testimonia
from testimonia.errors import DecisionError, StoreError
from testimonia.publish import publish_site
from testimonia.store import open_store
from testimonia.web.pages import PAGES

from .conftest import EVIL_NAME


class Html(HTMLParser):
    """The ids, links, scripts and head of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.meta: dict[str, str] = {}
        self.data = ""
        self._in_data = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids[found["id"] or ""] += 1
        self.links += [found[name] or "" for name in ("href", "src", "action") if found.get(name)]
        self.handlers += [name for name in found if name.startswith("on")]
        if tag == "script":
            self._in_data = found.get("type") == "application/ld+json"
            if not self._in_data:
                self.scripts.append(found.get("src") or "")
        if tag == "meta" and (found.get("property") or found.get("name")):
            self.meta[found.get("property") or found.get("name") or ""] = found.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data += data


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Html]:
    return {path.name: Html(path) for path in site.glob("*.html")}


@pytest.fixture(scope="module")
def hostile_pages(hostile_site: Path) -> dict[str, Html]:
    return {path.name: Html(path) for path in hostile_site.glob("*.html")}


def test_every_kind_of_page_is_there_and_each_record_has_its_own(base: Path, pages: dict[str, Html]) -> None:
    kinds = {name.partition("-")[0].removesuffix(".html") for name in pages}
    assert {page for page in PAGES if page != "overview"} <= kinds
    with open_store(base) as store:
        book = store.book()
    for kind, records in (("claim", book.claims), ("work", book.works), ("person", book.people)):
        for record in records:
            assert f"{kind}-{record.id}.html" in pages  # type: ignore[attr-defined]


@pytest.mark.parametrize("which", ["pages", "hostile_pages"])
def test_every_link_leads_somewhere_in_the_folder(which: str, request: pytest.FixtureRequest) -> None:
    pages: dict[str, Html] = request.getfixturevalue(which)
    folder: Path = request.getfixturevalue("site" if which == "pages" else "hostile_site")
    count = 0
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.netloc == "example.org":  # where the site was said to stand
                continue
            assert (parts.scheme, parts.netloc, parts.path[:1] == "/") == ("", "", False), (name, link)
            file = unquote(parts.path) or name
            assert (folder / file).is_file(), (name, link)
            fragment = unquote(parts.fragment)
            if fragment and not re.fullmatch(r"c\d+-\d+", fragment):
                assert fragment in pages[file].ids, (name, link)
            count += 1
    assert count > 100


@pytest.mark.parametrize("which", ["pages", "hostile_pages"])
def test_no_page_runs_a_script_of_its_own_or_has_an_id_twice(which: str, request: pytest.FixtureRequest) -> None:
    for name, page in request.getfixturevalue(which).items():
        assert not page.handlers, name
        assert all(script.startswith(("static/", "search/")) for script in page.scripts), name
        assert [id_ for id_, times in page.ids.items() if times > 1] == [], name


def test_nothing_of_the_page_becomes_markup(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*"):
        if path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            assert "<script>alert" not in text, path.name
            assert "<img src=x" not in text, path.name
    assert not list(hostile_site.glob("*<*"))


def test_names_of_files_are_safe_whatever_ids_hold(hostile_site: Path) -> None:
    names = [path.name for path in hostile_site.glob("*.html")]
    assert any(name.startswith("person-org_") for name in names)
    assert all(re.fullmatch(r"[a-z0-9_.-]+", name) and len(name) < 200 for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_machines_are_told_what_a_page_is(pages: dict[str, Html], base: Path) -> None:
    with open_store(base) as store:
        book = store.book()
        claim = book.claims[0]
        person = next(person for person in book.people if len(person.variants) > 1)
    page = pages[f"claim-{claim.id}.html"]
    assert page.meta["og:url"] == f"https://example.org/ship/claim-{claim.id}.html"
    assert page.meta["og:site_name"] == book.title
    assert page.meta["og:type"] == "article"
    assert page.meta["og:title"]
    assert page.meta["description"] == page.meta["og:description"]
    facts = json.loads(page.data)
    assert facts["@context"] == "https://schema.org"
    assert facts["mainEntity"]["@type"] == "Claim"
    assert facts["mainEntity"]["text"] == " ".join(claim.text.split())
    assert facts["mainEntity"]["citation"][0]["@type"]
    assert facts["isPartOf"]["publisher"]["name"] == "Ines Marlow"
    told = json.loads(pages[f"person-{person.id}.html"].data)["mainEntity"]
    assert (told["@type"], told["name"]) == ("Person", person.name)
    assert set(told["alternateName"]) == set(person.variants) - {person.name}
    assert all(json.loads(page.data)["name"] for page in pages.values())


def test_what_was_not_said_stands_nowhere(hostile_pages: dict[str, Html]) -> None:
    for page in hostile_pages.values():
        assert "og:url" not in page.meta
        facts = json.loads(page.data)
        assert "url" not in facts
        assert "publisher" not in facts["isPartOf"]
    told = json.loads(hostile_pages["person-p1.html"].data)["mainEntity"]
    assert told["name"] == EVIL_NAME


def test_each_page_says_how_to_cite_it(site: Path, base: Path) -> None:
    with open_store(base) as store:
        claim = store.book().claims[0]
        (built,) = store.connection.execute("select built from sourcebook").fetchone()
    text = (site / f"claim-{claim.id}.html").read_text(encoding="utf-8")
    assert "Cite this page" in text
    assert f"https://example.org/ship/claim-{claim.id}.html" in text
    assert "Ines Marlow. “" in text
    assert built[:10] in text
    assert "@misc{" in text


def test_the_same_base_gives_the_same_site(base: Path, site: Path, tmp_path: Path) -> None:
    publish_site(base, tmp_path / "again", url="https://example.org/ship/", author="Ines Marlow")
    for path in sorted(site.rglob("*")):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(site)).read_bytes() == path.read_bytes(), path.name


def test_decisions_are_published(base: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(base.read_bytes())
    with open_store(copy) as store:
        one, other = store.book().people[:2]
    testimonia.merge(copy, one.id, other.id, why="one hand", reviewer="Ines")
    publish_site(copy, tmp_path / "site")
    names = {path.name for path in (tmp_path / "site").glob("person-p*.html")}
    assert len(names & {f"person-{one.id}.html", f"person-{other.id}.html"}) == 1


def test_there_has_to_be_a_base_and_an_address(base: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no evidence base"):
        publish_site(tmp_path / "none.db", tmp_path / "site")
    with pytest.raises(DecisionError, match="is no address of a site"):
        publish_site(base, tmp_path / "site", url="example.org")
    assert not (tmp_path / "site").exists()


def test_progress_is_told_by_kinds(hostile_base: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    done = publish_site(hostile_base, tmp_path / "site", progress=lambda *step: told.append(step))
    kinds = [kind for kind, _, _ in told if kind]
    assert kinds == [kind for kind in PAGES if kind in kinds]
    assert {"overview", "read", "claim", "person", "help"} <= set(kinds)
    assert told[-1][1] == told[-1][2]
    assert done.pages == len(list((tmp_path / "site").glob("*.html")))


def test_a_link_to_a_page_is_shown_with_a_picture_where_it_is_known_where_the_site_stands(
    pages: dict[str, Html], hostile_pages: dict[str, Html], site: Path
) -> None:
    for name, page in pages.items():
        address = page.meta["og:image"]
        assert address.startswith("https://example.org/ship/"), name
        assert (site / address.removeprefix("https://example.org/ship/")).read_bytes().startswith(b"\x89PNG")
        assert page.meta["og:image:alt"]
        assert page.meta["twitter:card"] == "summary_large_image"
    assert not any("og:image" in page.meta for page in hostile_pages.values())
