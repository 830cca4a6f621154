"""One way through the room on a page of real size, where the corpus lies beside the project: from reading to a site.

Nothing of that page stands here: people, words and places are asked of its base.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import testimonia
from testimonia.model import ReviewKind
from testimonia.publish import publish_site
from testimonia.store import open_store
from testimonia.store.pages import open_base
from testimonia.store.pages.spellings import name_parts

from .browsing import chromium, launched, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHARED = Path(os.environ.get("TESTIMONIA_SHARED") or Path(__file__).resolve().parents[3] / "shared")
PAGES = sorted((SHARED / "corpus").glob("*.txt"))

pytestmark = [
    pytest.mark.skipif(
        chromium() is None, reason="no Chromium is installed; apt-get install chromium, or name one in CHROMIUM"
    ),
    pytest.mark.skipif(not PAGES, reason="the shared corpus is not beside the project"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "corpus.db"
    testimonia.build(PAGES[0], path)
    return path


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(240_000)
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    yield opened
    context.close()
    assert not trouble


def test_it_is_read_and_the_margin_says_whose_words_they_are(page: Page, base: Path) -> None:
    opened = open_base(base)
    row = opened.row("select start, end from voices where mode = 'quote' and end - start > 60 order by start limit 1")
    assert row is not None
    words = re.sub(r"[\r\n]", "", opened.text[row[0] : row[0] + 20])  # ends of lines are ends of paragraphs
    opened.close()
    with served(base) as address:
        page.goto(f"{address}/at/{row[0]}-{row[0] + 20}")
        mark = page.locator("mark.found").first
        mark.wait_for()
        assert "".join(page.locator("mark.found").all_text_contents()) == words
        mark.hover()
        page.locator(".margin .note-beside").wait_for()
        assert "→" in page.inner_text(".margin .note-beside")


def test_a_name_is_found_in_its_other_spellings(page: Page, base: Path) -> None:
    opened = open_base(base)
    parts = name_parts(opened)
    pairs = [
        (one, other)
        for printed in parts.printed.values()
        for one in printed
        for other in parts.others(one)
        if one.isalpha() and other.isalpha() and one.casefold()[:4] == other.casefold()[:4] and one != other
    ]
    opened.close()
    assert pairs
    one, other = pairs[0]
    with served(base) as address:
        page.goto(f"{address}/search?q={one}")
        page.wait_for_selector(".hits li")
        assert other.casefold() in page.inner_text(".also, main .note >> nth=0").casefold()
        marked = {words.casefold() for words in page.locator(".hits mark").all_inner_texts()}
        assert marked & {one.casefold(), other.casefold()}


def test_it_is_reviewed_joined_rebuilt_and_published(page: Page, base: Path, tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    path.write_bytes(base.read_bytes())
    with served(path, reader="Ines") as address:
        page.goto(f"{address}/review/mention")
        page.wait_for_selector(".question.current")
        for count, key in enumerate("aararaaraa", 1):
            page.keyboard.press(key)
            for _ in range(2400):
                if said_in(path) == count and not page.query_selector(".busy"):
                    break
                page.wait_for_timeout(25)
        said = [review for review in reviews(path) if review.kind in (ReviewKind.ACCEPT, ReviewKind.REJECT)]
        assert len(said) == 10
        assert len({review.item for review in said}) == 10

        one, other, counts = two_people(path)
        page.goto(f"{address}/review/person/{one}")
        page.get_by_label("Somebody else on the page").fill(f"{counts[other][0]} ({other})")
        page.locator("[aria-labelledby=join] [name=why]").fill("one and the same hand")
        page.get_by_role("button", name="They are one person").click()
        page.wait_for_selector("text=Kept.", timeout=480_000)
        joined = whose(path, counts[one][2])
        assert joined == whose(path, counts[other][2])
        page.goto(f"{address}/person/{joined}")
        assert f"Named {counts[one][1] + counts[other][1]:,} times" in page.inner_text(".lead")
        page.goto(f"{address}/at/{counts[other][2]}-{counts[other][2] + 1}")
        page.locator(f".n[href='/person/{joined}']").first.wait_for()

        source = tmp_path / PAGES[0].name
        source.write_bytes(b"A new first line\n\n" + PAGES[0].read_bytes())
        testimonia.build(source, path, force=True)
        page.goto(f"{address}/review/decided")
        assert "one and the same hand" in page.inner_text("main")
        kept = [review for review in reviews(path) if review.kind in (ReviewKind.ACCEPT, ReviewKind.REJECT)]
        assert len(kept) == 10

    site = publish_site(path, tmp_path / "site").folder
    page.goto((site / "index.html").as_uri())
    page.locator("nav.rooms a", has_text="People").click()
    page.locator("main a[href^='person-']").first.click()
    assert re.search(r"Named [\d,]+ times?", page.inner_text(".lead"))
    page.goto(f"{(site / 'search.html').as_uri()}?q=the&kind=excerpt")
    page.wait_for_selector(".facets li")
    page.locator(".facets a").first.click()
    page.wait_for_selector("#chosen a")
    page.locator(".hits a").first.click()
    page.locator("mark.found").first.wait_for()


def said_in(path: Path) -> int:
    """How many reviews there are; to read the whole book for that would take longer than all that is waited for."""
    opened = open_base(path)
    count = opened.count("select count(*) from reviews")
    opened.close()
    return count


def reviews(path: Path) -> list[testimonia.Review]:
    with open_store(path) as store:
        return list(store.book().reviews)


def two_people(path: Path) -> tuple[str, str, dict[str, tuple[str, int, int]]]:
    """Two people who are often named, and of each the name, how often, and where first."""
    opened = open_base(path)
    rows = list(
        opened.rows(
            "select person, (select name from people where id = person), count(*), min(start) from mentions "
            "group by 1 order by 3 desc limit 6"
        )
    )
    opened.close()
    counts = {who: (name, count, start) for who, name, count, start in rows}
    assert len(Counter(counts)) == 6
    return rows[4][0], rows[5][0], counts


def whose(path: Path, start: int) -> str:
    opened = open_base(path)
    row = opened.row("select person from mentions where start = ?", start)
    opened.close()
    assert row is not None
    return str(row[0])
