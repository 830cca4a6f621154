"""A long page is read in a real browser: it stays light, nothing jumps, and one comes back to where one was."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.store.pages import open_base
from testimonia.store.pages.parts import part_starts

from .browsing import chromium, launched, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no Chromium is installed; apt-get install chromium, or name one in CHROMIUM"
)

EXCERPTS = 400
MOST_NODES = 25_000  # of all that is read, which are far more
MOST_AT_ONCE = 4_000  # elements that are put into the page in one go, while nothing else can be done

SCROLLED = """
([step, least]) => new Promise((done) => {
  const put = [];
  const within = (node) => node.nodeType === 1 ? 1 + node.getElementsByTagName("*").length : 0;
  new MutationObserver((changes) => put.push(
    changes.flatMap((change) => [...change.addedNodes]).reduce((count, node) => count + within(node), 0),
  )).observe(document.body, {childList: true, subtree: true});
  let nodes = 0, frame = 0, seen = 0;
  const parts = () => [...document.querySelectorAll(".part[data-from]")].map((part) => Number(part.id.slice(5)));
  const next = () => {
    scrollBy(0, step);
    if (++frame % 20 === 0) {
      nodes = Math.max(nodes, document.getElementsByTagName("*").length);
      seen = Math.max(seen, ...parts());
    }
    const isThere = step > 0 ? seen >= least : scrollY === 0;
    if (isThere || frame > 4000) done({nodes, seen, put, parts: parts()});
    else requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})
"""


@pytest.fixture(scope="module")
def long_base(sample_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the sample again and again, as the benches have them."""
    spec = importlib.util.spec_from_file_location(
        "large_base", Path(__file__).resolve().parents[2] / "bench" / "large_base.py"
    )
    assert spec is not None
    assert spec.loader is not None
    large_base: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(large_base)
    path = tmp_path_factory.mktemp("long") / "long.db"
    assert large_base.multiply(sample_base, path, EXCERPTS) >= EXCERPTS
    return path


@pytest.fixture(scope="module")
def address(long_base: Path) -> Iterator[str]:
    with served(long_base) as found:
        yield found


@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    with launched() as browser:
        yield browser


@pytest.fixture
def page(opened: Any) -> Iterator[Page]:
    context = opened.new_context(viewport={"width": 1280, "height": 900})
    found = context.new_page()
    trouble: list[str] = []
    found.on("pageerror", lambda error: trouble.append(str(error)))
    yield found
    context.close()
    assert not trouble


def test_however_far_one_reads_the_page_stays_light(page: Page, address: str, long_base: Path) -> None:
    base = open_base(long_base)
    last = len(part_starts(base))
    base.close()
    page.goto(f"{address}/read")
    found = page.evaluate(SCROLLED, [700, last])
    assert found["seen"] == last
    assert found["nodes"] < MOST_NODES, found["nodes"]
    page.locator("#part-1").wait_for(state="detached")
    assert 0 < max(found["put"]) < MOST_AT_ONCE, found["put"]


def test_what_was_read_is_there_again_when_one_turns_back(page: Page, address: str) -> None:
    page.goto(f"{address}/read")
    first = page.locator("#part-1 .excerpt").first.text_content()
    page.evaluate(SCROLLED, [700, 12])
    page.locator("#part-1").wait_for(state="detached")
    found = page.evaluate(SCROLLED, [-700, 0])
    page.locator("#part-1 .excerpt").first.wait_for()
    assert found["nodes"] < MOST_NODES
    page.wait_for_load_state("networkidle")  # parts near by may be on their way
    assert page.locator("#part-1 .excerpt").first.text_content() == first
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    numbers = page.evaluate(
        "[...document.querySelectorAll('.part[data-from], .gap')].map(e => Number(e.dataset.number || e.id.slice(5)))"
    )
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_part_before_comes_when_one_turns_back_and_nothing_jumps(page: Page, address: str) -> None:
    page.goto(f"{address}/read/5")
    page.wait_for_load_state("networkidle")
    assert page.locator("#part-4").count() == 0
    page.evaluate("scrollTo(0, 1500)")
    page.wait_for_timeout(100)
    words = "document.querySelector('#part-5 .excerpt:nth-of-type(3)').getBoundingClientRect().top + scrollY"
    assert page.evaluate(words)
    page.evaluate("scrollTo(0, 1400)")
    leaf = page.locator("#part-5 .excerpt").nth(3)
    before = leaf.evaluate("leaf => leaf.getBoundingClientRect().top")
    page.locator("#part-4 .excerpt").first.wait_for(state="attached")
    page.wait_for_timeout(200)
    after = leaf.evaluate("leaf => leaf.getBoundingClientRect().top")
    assert abs(after - before) < 40, (before, after)
    assert page.locator("nav.turn a[rel=prev]").inner_text() == "Part 3"


def test_who_comes_back_from_another_page_is_where_she_was(page: Page, address: str) -> None:
    page.goto(f"{address}/read")
    page.evaluate(SCROLLED, [700, 6])
    page.wait_for_timeout(600)  # until nothing moves any more
    part, leaf = page.url.rpartition("/")[2].split("#")
    assert int(part) > 1
    page.goto(f"{address}/people")
    page.go_back()
    page.locator(f"#{leaf}").wait_for()
    top, height = page.locator(f"#{leaf}").evaluate(
        "leaf => [leaf.getBoundingClientRect().top, leaf.getBoundingClientRect().height]"
    )
    assert -height < top < 900


def test_a_place_that_was_asked_for_stays_in_the_address_while_it_is_seen(
    page: Page, address: str, long_base: Path
) -> None:
    base = open_base(long_base)
    row = base.row("select start from excerpts order by start desc limit 1 offset 30")
    assert row is not None
    words = base.text[row[0] : row[0] + 9]
    base.close()
    page.goto(f"{address}/read#c{row[0]}-{row[0] + 9}")
    page.locator("mark.found").first.wait_for()
    assert "".join(page.locator("mark.found").all_text_contents()) == words
    asked = page.url
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(500)
    assert page.url == asked
    page.mouse.wheel(0, 4000)
    page.wait_for_function("asked => location.href !== asked", arg=asked)


def test_marks_are_gone_through_by_keys(page: Page, address: str) -> None:
    page.goto(f"{address}/read")
    signs = page.locator(".sign a")
    page.keyboard.press("n")
    assert signs.nth(0).evaluate("link => link === document.activeElement")
    page.keyboard.press("n")
    assert signs.nth(1).evaluate("link => link === document.activeElement")
    box = signs.nth(1).bounding_box()
    assert box is not None
    assert 0 < box["y"] < 900
    page.keyboard.press("p")
    assert signs.nth(0).evaluate("link => link === document.activeElement")
