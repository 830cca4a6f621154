"""A published site is read from the disk, in a real browser that has no server to ask."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.people.spellings.skeletons import skeletons
from testimonia.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def chromium() -> str | None:
    """Where the browser stands: named by ``CHROMIUM``, or found on the path."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no Chromium is installed; apt-get install chromium, or name one in CHROMIUM"
)
SEVERE = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test where a script breaks, or anything but the disk is asked."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda said: trouble.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("request", lambda sent: None if sent.url.startswith(("file:", "data:")) else trouble.append(sent.url))
    opened.on("requestfailed", lambda sent: trouble.append(sent.url))
    yield opened
    context.close()
    assert trouble == []


def test_one_reads_from_the_front_page_to_the_words_of_a_claim(page: Page, site: Path, base: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("main").get_by_role("link", name="Its claims, one by one").click()
    page.locator("ul.claims a, ol.claims a, .claims a").first.click()
    assert "/claim-" in page.url
    page.locator("main a[href^='read-']").first.click()
    assert "/read-" in page.url
    page.locator("nav.rooms a", has_text="People").click()
    page.locator("main a[href^='person-']").first.click()
    with open_store(base) as store:
        names = {person.name for person in store.book().people}
    assert page.inner_text("h1") in names


def test_a_deep_link_shows_the_very_words(page: Page, site: Path, base: Path) -> None:
    with open_store(base) as store:
        book = store.book()
    excerpt = book.excerpts[len(book.excerpts) // 2]
    start = excerpt.span.start
    # from any part of the page: it is the wrong one that is opened
    page.goto(f"{(site / 'read-1.html').as_uri()}#c{start}-{start + 12}")
    page.wait_for_selector("mark.found")
    assert "".join(page.locator("mark.found").all_inner_texts()) == book.text[start : start + 12]


def test_a_search_finds_every_spelling(page: Page, site: Path, base: Path) -> None:
    with open_store(base) as store:
        book = store.book()
    alike = {}
    for person in book.people:
        words = [variant.split()[-1] for variant in person.variants if variant.split()[-1].isalpha()]
        lasts = {word.casefold(): word for word in words}
        if len(lasts) > 1:
            alike = lasts
            break
    one, other = list(alike.values())[:2]
    page.goto(f"{(site / 'search.html').as_uri()}?q={one}")
    page.wait_for_selector(".hits li")
    marked = {words.casefold() for words in page.locator(".hits mark").all_inner_texts()}
    assert {one.casefold(), other.casefold()} <= marked


def test_a_name_that_stands_nowhere_finds_what_it_may_be_spelt_as(page: Page, site: Path, base: Path) -> None:
    with open_store(base) as store:
        assert not store.search("Wetroff", spellings=False)
        others = {other.casefold() for other in store.other_spellings("Wetroff")["Wetroff"]}
        assert not store.other_spellings("Wotruff")
    page.goto(f"{(site / 'search.html').as_uri()}?q=Wetroff")
    page.wait_for_selector(".hits li")
    page.wait_for_function("document.querySelectorAll('.hits mark').length > 3")
    marked = {words.casefold() for words in page.locator(".hits mark").all_inner_texts()}
    assert {"vetrov", "wetrow"} <= marked <= others
    page.goto(f"{(site / 'search.html').as_uri()}?q=Wotruff")
    page.wait_for_selector("text=Nothing was found.")


def test_the_browser_takes_a_name_apart_as_the_program_does(page: Page, site: Path, base: Path) -> None:
    with open_store(base) as store:
        words = {word for person in store.book().people for name in person.variants for word in name.split()}
    words |= {
        "Tchernyshoff",
        "Chernyshov",
        "Schtscherbatow",
        "Щербатов",
        "Čapek",
        "Łoś",
        "Xenophon",
        "Dzhugash",
        "Jack",
    }
    words |= {"Dzhugash", "Jack", "Ajcjhxckdj", "O'Brien", "Müller-Æsc", "Straße", "Σωκράτης", "李明", ""}
    page.goto((site / "search.html").as_uri())
    found = page.evaluate("(words) => words.map((word) => [...window.testimonia_bones(word)].sort())", sorted(words))
    assert dict(zip(sorted(words), found, strict=True)) == {word: sorted(skeletons(word)) for word in words}


def test_a_search_is_narrowed_and_its_hit_leads_to_the_words(page: Page, site: Path, base: Path) -> None:
    with open_store(base) as store:
        excerpt = store.book().excerpts[3]
    words = " ".join(excerpt.text.split()[:4]).strip("“”\"'.,")
    page.goto((site / "search.html").as_uri())
    page.fill("#words", f'"{words}"')
    page.wait_for_selector(".hits li")
    page.get_by_label("excerpts").check()
    page.wait_for_selector(".hits li .sort:text-is('excerpt')")
    assert set(page.locator(".hits .sort").all_inner_texts()) == {"excerpt"}
    first = page.locator(".hits mark").first.inner_text()
    page.locator(".hits a").first.click()
    page.wait_for_selector("mark.found")
    assert page.locator("mark.found").first.inner_text() == first
    page.goto((site / "search.html").as_uri())
    page.fill("#words", "zzyzx")
    page.wait_for_selector("text=Nothing was found.")


def test_hits_are_narrowed_by_work_voice_act_and_year(page: Page, site: Path, base: Path) -> None:
    page.goto(f"{(site / 'search.html').as_uri()}?q=the&kind=excerpt")
    page.wait_for_selector(".facets li")
    assert page.locator(".facets h2").all_inner_texts() == ["Works", "Voices", "What is said", "Published"]

    def found() -> int:
        return int(page.inner_text("#counted").split()[0].replace(",", ""))

    everything = found()
    for name, head in (("work", "Works"), ("act", "What is said"), ("years", "Published"), ("voice", "Voices")):
        before = found()
        row = page.locator(f".facets h2:text-is('{head}') + ul li").last
        count = int(row.locator(".figure").inner_text())
        row.locator("a").click()
        page.wait_for_selector(f"#chosen :text('{name}: ')")
        assert found() == count <= before
        assert f"{name}=" in page.url
        assert set(page.locator(".hits .sort").all_inner_texts()) == {"excerpt"}
    assert page.locator("#chosen span").count() == 4
    # the address is that of the narrowed search
    narrowed = found()
    page.reload()
    page.wait_for_selector("#chosen span >> nth=3")
    assert found() == narrowed
    while page.locator("#chosen a").count():
        left = page.locator("#chosen a").count()
        page.locator("#chosen a").first.click()
        page.wait_for_function("left => document.querySelectorAll('#chosen a').length < left", arg=left)
    assert found() == everything


def test_what_is_searched_is_no_markup(page: Page, hostile_site: Path) -> None:
    page.goto(f"{(hostile_site / 'search.html').as_uri()}?q=alert")
    page.wait_for_selector(".hits li")
    assert page.locator(".hits script, .hits img").count() == 0
    assert "<script>alert(1)</script>" in page.inner_text(".hits")


def test_paper_shows_the_words_and_how_to_cite_them(page: Page, site: Path, base: Path, tmp_path: Path) -> None:
    with open_store(base) as store:
        claim = store.book().claims[0]
    page.goto((site / f"claim-{claim.id}.html").as_uri())
    page.emulate_media(media="print")
    for hidden in (".rooms", ".find", ".skip", "button"):
        assert not any(found.is_visible() for found in page.query_selector_all(hidden)), hidden
    assert page.is_visible("h1")
    assert page.is_visible(".excerpt .set >> nth=0")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    path = tmp_path / "page.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    from pdfminer.high_level import extract_text

    printed = " ".join(extract_text(path).split())
    assert " ".join(claim.text.split())[:30] in printed
    assert "Read by testimonia" in printed
    assert "Ines Marlow" in printed


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (360, "dark")])
def test_every_kind_of_page_is_accessible_and_fit(browser: Browser, site: Path, width: int, theme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
    page = context.new_page()
    kinds = {path.name.partition("-")[0].removesuffix(".html"): path.name for path in sorted(site.glob("*.html"))}
    assert len(kinds) > 15
    for name in (*kinds.values(), "search.html?q=the", "search.html?q=the&act=reports"):
        page.goto(f"{site.as_uri()}/{name}")
        if "?" in name:  # what is found comes after the page
            page.locator(".hits li").first.wait_for()
            page.locator(".facets li").first.wait_for()
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        found = Axe().run(page).response["violations"]
        severe = [(v["id"], [node["html"][:160] for node in v["nodes"][:2]]) for v in found if v["impact"] in SEVERE]
        assert (name, severe) == (name, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()


def test_without_a_script_all_but_the_search_is_there(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search.html").as_uri())
    assert "The search needs a script" in page.inner_text("main")
    page.locator("main").get_by_role("link", name="claims").click()
    assert page.locator("main a[href^='claim-']").count() > 5
    kinds = {path.name.partition("-")[0].removesuffix(".html"): path for path in sorted(site.glob("*.html"))}
    for path in kinds.values():
        page.goto(path.as_uri())
        assert page.inner_text("h1"), path.name
        assert len(page.inner_text("main")) > 60, path.name
        assert path.name == "search.html" or not page.locator("main [hidden]").count(), path.name
    context.close()
