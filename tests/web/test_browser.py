"""What a reader does, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from testimonia.store.pages import open_base
from testimonia.web import RoomLinks
from testimonia.web.pages import PAGES

from .browsing import chromium, launched, served, severe

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no Chromium is installed; apt-get install chromium, or name one in CHROMIUM"
)


class Window(NamedTuple):
    width: int
    theme: Any
    scale: int = 1
    looks: bool = True


WIDE = Window(1280, "light")
PHONE = Window(360, "dark")
DOUBLED = Window(640, "light", scale=2, looks=False)  # 200 % of the size is half the width in the same window


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def address(sample_base: Path) -> Iterator[str]:
    with served(sample_base) as found:
        yield found


@pytest.fixture(scope="module")
def samples(sample_base: Path) -> list[str]:
    """An address of every kind of page, of a record of which much is told."""
    base = open_base(sample_base)
    richest = {
        "claim": "select claim from excerpts where claim is not null group by 1 order by count(*) desc limit 1",
        "person": "select person from mentions group by 1 order by count(*) desc limit 1",
        "work": "select id from works order by citations desc limit 1",
        "document": "select document from document_excerpts group by 1 order by count(*) desc limit 1",
        "proceeding": "select proceeding from cells group by 1 order by count(*) desc limit 1",
    }
    links, found = RoomLinks(), []
    for name in PAGES:
        if name in richest:
            row = base.row(richest[name])
            assert row is not None, name
            found.append(links.to(name, row[0]))
        else:
            found.append(links.to(name))
    pair = base.row("select speaker, who from assertions join assertion_of on assertion = id where who is not null")
    assert pair is not None
    rival = base.row("select id from discrepancies limit 1")
    assert rival is not None
    found += [
        "/search?q=ship",
        "/search?q=zzyzx",
        "/search?q=the&act=reports",
        "/read/2",
        "/nowhere",
        "/matrix?act=any",
    ]
    found.append(links.to("matrix", act="any", by=pair[0], of=pair[1]))
    found += ["/timeline?since=1926&until=1927", "/timeline?since=2090", "/claims?q=zzyzx", "/people?q=zzyzx"]
    found += [f"/ledger/{ledger}" for ledger in ("payments", "meetings", "messages", "offices")]
    found += ["/review", "/review/decided", "/review/voice", f"/review/discrepancy/{rival[0]}"]
    found += [path.replace("/person/", "/review/person/") for path in found if path.startswith("/person/")]
    base.close()
    return list(dict.fromkeys(found))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    # a page that is not there is said to be missing by the browser too
    assert not [words for words in trouble if "404" not in words]


@dataclass(frozen=True)
class Seen:
    """What a window showed at one address; ``text`` is what is read there before anything is opened."""

    path: str
    text: str
    over: int  # pixels by which the page is wider than the window
    sideways: list[str]  # what scrolls sideways in itself
    sizes: list[float]  # of the words in pictures
    refused: list[str]  # by the policy
    asked: list[str]  # of whatever host
    severe: list[tuple[str, str, list[str]]]


# what is out of the window is laid out only when the browser comes to it, and its words are read or not as it has:
# lay all out first
WHOLE = """() => {
  for (const part of document.querySelectorAll("main *"))
    if (getComputedStyle(part).contentVisibility === "auto") part.style.contentVisibility = "visible";
}"""

MEASURED = """() => ({
  text: document.querySelector("main").innerText,
  over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  sideways: [...document.querySelectorAll("main *")].filter((e) => e.scrollWidth > e.clientWidth + 1
    && ["auto", "scroll"].includes(getComputedStyle(e).overflowX)).map((e) => e.className || e.tagName),
  sizes: [...document.querySelectorAll("main svg text")].map((text) => parseFloat(getComputedStyle(text).fontSize)
    * text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width),
})"""


@pytest.fixture(scope="module")
def walk(browser: Browser, address: str, samples: list[str]) -> Callable[[Window], list[Seen]]:
    """Goes to every sample in a window, once for all who ask what was seen there."""
    walked: dict[Window, list[Seen]] = {}

    def seen(window: Window) -> list[Seen]:
        if window not in walked:
            walked[window] = list(look(window))
        return walked[window]

    def look(window: Window) -> Iterator[Seen]:
        context = browser.new_context(
            viewport={"width": window.width, "height": 800}, device_scale_factor=window.scale, color_scheme=window.theme
        )
        page = context.new_page()
        refused: list[str] = []
        asked: list[str] = []
        page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("request", lambda request: asked.append(request.url))
        for path in samples:
            refused.clear()
            asked.clear()
            page.goto(address + path)
            page.evaluate(WHOLE)
            found = page.evaluate(MEASURED)
            page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
            # before axe comes, which the policy may refuse something of its own
            found |= {"refused": refused.copy(), "asked": asked.copy()}
            yield Seen(path=path, severe=severe(page) if window.looks else [], **found)
        context.close()

    return seen


@pytest.mark.parametrize("window", [WIDE, PHONE])
def test_every_page_can_be_used_by_everybody(walk: Callable[[Window], list[Seen]], window: Window) -> None:
    assert window.looks
    found = [(seen.path, severe) for seen in walk(window) for severe in seen.severe]
    assert not found, found


@pytest.mark.parametrize("window", [WIDE, PHONE, DOUBLED])
def test_no_page_is_wider_than_the_window(walk: Callable[[Window], list[Seen]], window: Window) -> None:
    assert [(seen.path, seen.over) for seen in walk(window) if seen.over > 0] == []


def test_a_register_does_not_move_sideways_on_a_phone(walk: Callable[[Window], list[Seen]]) -> None:
    # a matrix is a table of so many columns or nothing
    registers = [seen for seen in walk(PHONE) if not seen.path.startswith("/matrix")]
    assert len(registers) > 30
    assert [(seen.path, seen.sideways) for seen in registers if seen.sideways] == []


@pytest.mark.parametrize("window", [WIDE, PHONE])
def test_words_in_a_picture_are_of_a_readable_size(walk: Callable[[Window], list[Seen]], window: Window) -> None:
    sizes = [(size, seen.path) for seen in walk(window) for size in seen.sizes]
    assert sizes
    assert min(sizes) > (8, ""), min(sizes)


@pytest.mark.parametrize("window", [WIDE, PHONE, DOUBLED])
def test_our_pages_hold_to_their_own_policy(walk: Callable[[Window], list[Seen]], window: Window) -> None:
    assert [(seen.path, seen.refused) for seen in walk(window) if seen.refused] == []


@pytest.mark.parametrize("window", [WIDE, PHONE, DOUBLED])
def test_nothing_is_asked_of_another_host(walk: Callable[[Window], list[Seen]], address: str, window: Window) -> None:
    assert all(address + seen.path in seen.asked for seen in walk(window))
    assert [url for seen in walk(window) for url in seen.asked if not url.startswith((address, "data:"))] == []


def test_a_page_can_be_read_without_a_script(
    browser: Browser, address: str, walk: Callable[[Window], list[Seen]]
) -> None:
    context = browser.new_context(viewport={"width": WIDE.width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    for seen in walk(WIDE):
        page.goto(address + seen.path)
        page.evaluate(WHOLE)
        text, hidden = page.evaluate(
            "() => [document.querySelector('main').innerText,"
            " document.querySelectorAll('main [hidden], main template').length]"
        )
        assert text.strip(), seen.path
        # nothing waits for a script to be seen
        assert not hidden or seen.path.startswith("/review"), seen.path
        if not seen.path.startswith(("/read", "/review")):  # where a script adds parts, and keys to press
            assert text == seen.text, seen.path
    page.goto(f"{address}/read")
    page.click(".excerpt .beside > summary >> nth=0")
    assert page.is_visible(".excerpt .hands >> nth=0")
    assert page.get_attribute(".v >> nth=0", "title")
    page.click("nav.turn a[rel=next]")
    assert page.url.endswith("/read/2")
    context.close()


def test_long_names_and_words_stay_within_the_window(browser: Browser, crowded_base: Path) -> None:
    opened = open_base(crowded_base)
    claim = opened.row("select claim from excerpts group by 1 order by count(*) desc limit 1")
    person = opened.row("select id from people order by length(name) desc limit 1")
    opened.close()
    assert claim is not None
    assert person is not None
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    with served(crowded_base) as address:
        for path in (
            *("/", "/read", "/claims", f"/claim/{claim[0]}", "/people", f"/person/{person[0]}", "/works", "/documents"),
            *(
                "/timeline",
                "/matrix?act=any",
                "/disagreements",
                "/findings",
                "/search?q=lamp",
                f"/review/person/{person[0]}",
            ),
        ):
            page.goto(address + path)
            for width in (360, 640, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                inner, over = page.evaluate(
                    "[innerWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth]"
                )
                assert (inner, over <= 0) == (width, True), (path, width, inner, over)
            page.set_viewport_size({"width": 360, "height": 800})
    context.close()


def test_the_margin_says_through_whose_hands_a_sentence_came(page: Page, address: str) -> None:
    page.goto(f"{address}/read")
    voice = page.locator(".v.quote, .v.turn, .v.document").first
    voice.scroll_into_view_if_needed()
    voice.hover()
    note = page.locator(".margin .note-beside")
    note.wait_for()
    assert voice.get_attribute("title")
    assert "→" in note.inner_text()
    assert note.count() == 1


def test_without_room_for_a_margin_a_tap_says_it_below(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/read")
    voice = page.locator(".v").first
    voice.tap(position={"x": 3, "y": 3})
    assert "→" in page.inner_text("#below")
    page.locator(".cite").first.tap(position={"x": 2, "y": 2})
    assert page.locator("#below").count() == 0
    context.close()


def test_a_place_is_shown_to_the_character(page: Page, address: str, sample_base: Path) -> None:
    base = open_base(sample_base)
    rows = list(base.rows("select start, end from mentions where excerpt is not null order by start"))
    for start, end in (rows[0], rows[len(rows) // 2], rows[-1]):
        start, end = start - 3, end + 9
        page.goto(f"{address}/read#c{start}-{end}")
        page.wait_for_selector("mark.found")
        assert "".join(page.locator("mark.found").all_text_contents()) == base.text[start:end]
        assert page.locator("mark.found").first.is_visible()
    base.close()


def test_selected_words_are_characters_of_the_page(page: Page, address: str, sample_base: Path) -> None:
    base = open_base(sample_base)
    page.goto(f"{address}/read")
    found = page.evaluate(
        """() => {
            const sets = [...document.querySelectorAll('.excerpt [data-s]')];
            const nodes = (set) => {
                const walker = document.createTreeWalker(set, NodeFilter.SHOW_TEXT), found = [];
                while (walker.nextNode())
                    if (!walker.currentNode.parentElement.closest('[data-app]')) found.push(walker.currentNode);
                return found;
            };
            const [first, last] = [nodes(sets[0])[0], nodes(sets[1]).pop()];
            const range = document.createRange();
            range.setStart(first, 1);
            range.setEnd(last, Math.min(9, last.length));
            document.getSelection().removeAllRanges();
            document.getSelection().addRange(range);
            return {...window.testimonia.selected(), begins: first.data.slice(1), ends: last.data.slice(0, 9)};
        }"""
    )
    words = base.text[found["start"] : found["end"]]
    assert words.startswith(found["begins"][:20])
    assert words.endswith(found["ends"])
    base.close()


def test_excerpts_and_claims_are_gone_through_by_keys(page: Page, address: str) -> None:
    page.goto(f"{address}/read")
    excerpts = page.locator(".part .excerpt")
    page.keyboard.press("j")
    assert excerpts.nth(0).evaluate("leaf => leaf === document.activeElement")
    page.keyboard.press("j")
    assert excerpts.nth(1).evaluate("leaf => leaf === document.activeElement")
    page.keyboard.press("k")
    assert excerpts.nth(0).evaluate("leaf => leaf === document.activeElement")
    page.keyboard.press("o")
    assert excerpts.nth(0).locator(".beside").evaluate("fold => fold.open")
    page.keyboard.press(".")
    assert page.locator(".margin .note-beside").is_visible()
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.matches('.claim')")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("ship")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=ship")


def test_a_claim_is_reached_from_its_excerpt_by_a_key(page: Page, address: str) -> None:
    page.goto(f"{address}/read")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_url("**/claim/*")


def test_the_next_part_comes_when_it_is_reached(page: Page, address: str) -> None:
    page.goto(f"{address}/read")
    assert page.locator(".part").count() == 1
    page.locator("nav.turn a[rel=next]").scroll_into_view_if_needed()
    page.locator("#part-2 .excerpt").first.wait_for(state="attached")
    assert page.locator(".part").count() >= 2
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_a_search_is_narrowed_and_leads_to_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}/search")
    page.fill(".ask input[type=search]", "the")
    page.press(".ask input[type=search]", "Enter")
    page.wait_for_selector(".hits li")
    before = page.inner_text("#in-excerpts")
    page.click(".facets a >> nth=0")
    page.wait_for_selector(".chosen")
    assert page.inner_text("#in-excerpts") != before
    page.click(".hits .words a >> nth=0")
    page.wait_for_selector("mark.found")
    assert page.locator("mark.found").first.inner_text().lower() == "the"


def test_a_timeline_is_zoomed_by_a_year(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline")
    year = page.locator(".strip a").first
    label = year.get_attribute("aria-label")
    year.locator("rect").click(force=True)
    page.wait_for_url(f"**since={label}&until={label}*")
    assert page.locator(".events li").count()


def test_a_page_of_another_site_cannot_look_in(browser: Browser, address: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.html").write_text(
        f"<iframe src='{address}/read'></iframe><img src='{address}/static/mark.svg'>"
        f"<script>fetch('{address}/').then(() => document.title = 'read', () => document.title = 'refused')</script>",
        encoding="utf-8",
    )
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "elsewhere.html").as_uri())
    page.wait_for_function("document.title != ''")
    assert page.title() == "refused"
    assert page.evaluate("document.images[0].naturalWidth") == 0
    assert not [frame for frame in page.frames[1:] if frame.url.startswith(address) and frame.query_selector("main")]
    context.close()


@pytest.mark.parametrize("path", ["/", "/read", "/claims", "/people", "/search?q=alert"])
def test_a_hostile_page_runs_nothing(browser: Browser, hostile_base: Path, path: str) -> None:
    context = browser.new_context(bypass_csp=True)  # so that escaping alone has to hold
    page = context.new_page()
    run: list[str] = []
    page.on("dialog", lambda dialog: (run.append(dialog.message), dialog.dismiss()))
    with served(hostile_base) as address:
        page.goto(address + path)
        page.wait_for_timeout(60)
    context.close()
    assert not run
