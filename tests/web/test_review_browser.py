"""A fact-checker at work in a real browser: keys, two tabs, people joined, and all of it there after a rebuild."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import testimonia
from testimonia.answers.queue import queue
from testimonia.model import MayBe, ReviewKind
from testimonia.store import open_store, write_store
from testimonia.store.pages import open_base

from .browsing import chromium, launched, served, severe

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no Chromium is installed; apt-get install chromium, or name one in CHROMIUM"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture
def base(sample_base: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sample.db"
    path.write_bytes(sample_base.read_bytes())
    return path


@pytest.fixture
def address(base: Path) -> Iterator[str]:
    with served(base, reader="") as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert trouble == []


def begin(page: Page, address: str, name: str = "Ines") -> None:
    page.goto(f"{address}/review")
    page.get_by_label("Who are you?").fill(name)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector(f"text=You decide as {name}")


def reviews(base: Path) -> list[testimonia.Review]:
    with open_store(base) as store:
        return list(store.book().reviews)


def store_text(base: Path) -> str:
    with open_store(base) as store:
        return store.book().text


def current(page: Page) -> str:
    return str(page.get_attribute(".question.current", "data-id"))


def press(page: Page, base: Path, key: str, count: int) -> None:
    """Press a key, and wait until so many things were said."""
    page.keyboard.press(key)
    settled(page, base, count)


def open_wordy(page: Page, address: str, base: Path) -> None:
    """Ask of the first statement that has words enough to select some of them."""
    with open_store(base) as store:
        book = store.book()
        long = {statement.id for statement in book.assertions if len(statement.text) > 40}
        asked = next(one.id for one in queue(book, "assertion") if one.id in long)
    page.goto(f"{address}/review/assertion#q-{asked}")
    page.wait_for_selector(f'.question.current[data-id="{asked}"]')


def settled(page: Page, base: Path, count: int) -> None:
    kept = -1
    for _ in range(2400):
        opened = open_base(base)  # which counts at once what a whole book is read for
        kept = opened.count("select count(*) from reviews")
        opened.close()
        if kept == count and not page.query_selector(".busy"):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"{kept} reviews where {count} were awaited")


def test_ten_are_settled_by_keyboard(page: Page, address: str, base: Path) -> None:
    with open_store(base) as store:
        asked = [one.id for one in queue(store.book(), "mention")]
    begin(page, address)
    page.get_by_role("link", name="Names").click()
    page.wait_for_selector(".question.current")
    assert page.inner_text("#open-count") == f"{len(asked):,}"
    done = []
    for count, key in enumerate("aararaa", 1):
        done.append(current(page))
        press(page, base, key, count)
    # a correction: the card is opened by a key, the name is written, Enter puts it right
    done.append(current(page))
    page.keyboard.press("c")
    page.keyboard.press("Control+a")
    page.keyboard.type("Somebody Else")
    page.keyboard.press("Enter")
    settled(page, base, 8)
    # a reason first, then the verdict
    done.append(current(page))
    page.keyboard.press("w")
    page.keyboard.type("it stands so in the index")
    page.keyboard.press("Escape")
    press(page, base, "r", 9)
    done.append(current(page))
    press(page, base, "a", 10)
    assert done == asked[:10]
    kept = reviews(base)
    assert [review.item for review in kept] == done
    assert Counter(review.kind for review in kept) == {
        ReviewKind.ACCEPT: 6,
        ReviewKind.REJECT: 3,
        ReviewKind.CORRECT: 1,
    }
    assert (kept[7].field, kept[7].value) == ("person", "Somebody Else")
    assert kept[8].why == "it stands so in the index"
    assert {review.reviewer for review in kept} == {"Ines"}
    assert page.inner_text("#open-count") == f"{len(asked) - 10:,}"
    # the way on leads to the next that nobody was asked about
    page.locator(".leaves a[rel=next]").click()
    page.wait_for_selector(".question.current")
    assert current(page) == asked[10]


def test_a_remark_settles_nothing_and_an_undo_takes_back(page: Page, address: str, base: Path) -> None:
    begin(page, address)
    page.goto(f"{address}/review/finding")
    first = current(page)
    page.keyboard.press("n")
    page.keyboard.type("looks odd")
    page.keyboard.press("Enter")
    settled(page, base, 1)
    assert current(page) == first
    assert "looks odd" in page.inner_text(".question.current")
    press(page, base, "r", 2)
    assert current(page) != first
    page.keyboard.press("k")
    assert current(page) == first
    assert "rejected" in page.inner_text(".question.current .state")
    press(page, base, "u", 3)
    kinds = [review.kind for review in reviews(base)]
    assert kinds == [ReviewKind.NOTE, ReviewKind.REJECT, ReviewKind.UNDO]
    assert reviews(base)[2].of == reviews(base)[1].id


def test_a_key_that_is_pressed_twice_says_it_once(page: Page, address: str, base: Path) -> None:
    begin(page, address)
    page.goto(f"{address}/review/mention")
    page.wait_for_selector(".question.current")
    with page.expect_response("**/review/say"):
        # both in one turn, before the server can have answered
        page.evaluate(
            """() => {
                for (const _ of [1, 2]) {
                    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
                }
            }"""
        )
    settled(page, base, 1)
    page.wait_for_timeout(300)
    assert len(reviews(base)) == 1


def test_keys_are_letters_where_one_writes(page: Page, address: str, base: Path) -> None:
    begin(page, address)
    page.goto(f"{address}/review/finding")
    page.keyboard.press("w")
    page.keyboard.type("a rancour unjustly kept")
    assert page.input_value(".question.current [name=why]") == "a rancour unjustly kept"
    assert reviews(base) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1


def test_words_that_are_selected_are_where_it_ought_to_stand(page: Page, address: str, base: Path) -> None:
    begin(page, address)
    open_wordy(page, address, base)
    page.keyboard.press("c")
    words = page.evaluate(
        """() => {
            const seen = document.querySelector('.question.current .seen');
            const text = document.createTreeWalker(seen.querySelector('mark'), NodeFilter.SHOW_TEXT).nextNode();
            const range = document.createRange();
            range.setStart(text, 0);
            range.setEnd(text, 12);
            const selection = document.getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            return String(selection);
        }"""
    )
    page.wait_for_selector(".question.current .place[title]")
    page.locator(".question.current .field:last-child button").click()
    settled(page, base, 1)
    (review,) = reviews(base)
    assert review.place is not None
    assert review.place.text == words
    assert review.place.span.start == review.places[0].span.start


def test_words_are_selected_with_a_pointer_at_a_common_width(page: Page, address: str, base: Path) -> None:
    begin(page, address)
    open_wordy(page, address, base)
    assert page.evaluate("innerWidth") == 1280
    page.keyboard.press("c")  # opens what can be put right
    page.keyboard.press("Escape")
    mark = page.locator(".question.current .seen mark").first
    # its first line: the box around words that wrap begins where the column does
    left, top = mark.evaluate("words => [words.getClientRects()[0].x, words.getClientRects()[0].y]")
    page.mouse.dblclick(left + 30, top + 8)  # one word
    page.wait_for_selector(".question.current .place[title]")
    word = str(page.evaluate("String(document.getSelection())")).strip()
    field = page.locator(".question.current .place")
    assert field.get_attribute("title") is not None
    page.locator(".question.current .field:last-child button").click()
    settled(page, base, 1)
    (review,) = reviews(base)
    assert review.place is not None
    assert review.place.text.strip() == word
    assert review.places[0].span.start <= review.place.span.start < review.places[0].span.end


def test_words_are_selected_by_keys_alone(page: Page, address: str, base: Path) -> None:
    begin(page, address)
    open_wordy(page, address, base)
    first = current(page)
    text = page.evaluate("document.querySelector('.question.current .seen mark').textContent")
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)
    assert len(words) > 4
    page.keyboard.press("s")
    assert page.evaluate("String(document.getSelection())").split()[0].strip("“”\"',.") == words[0]
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "Shift+ArrowRight"):  # one off either end
        page.keyboard.press(key)
    selected = page.evaluate("String(document.getSelection())")
    assert re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", selected) == words[1:-1]
    assert "Selected: " in page.inner_text("#told")
    page.keyboard.press("Escape")  # left as it was
    assert page.input_value(".question.current .place") == ""
    assert reviews(base) == []
    page.keyboard.press("s")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    settled(page, base, 1)
    (review,) = reviews(base)
    assert (review.item, review.kind, review.field) == (first, ReviewKind.CORRECT, "place")
    assert review.place is not None
    assert re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", review.place.text) == words[:-1]
    assert review.place.span.cut(store_text(base)) == review.place.text
    assert current(page) != first  # and the next is at hand
    # a card that stands at no words of its own says so
    page.goto(f"{address}/review/dependence")
    page.wait_for_selector(".question.current")
    page.keyboard.press("s")
    assert "no words to be selected" in page.inner_text("#told")


def test_a_server_that_is_gone_is_told_and_nothing_is_lost(browser: Browser, base: Path) -> None:
    with served(base) as address:
        opened = browser.new_page()
        opened.goto(f"{address}/review/finding")
        opened.wait_for_selector(".question.current")
    opened.keyboard.press("w")
    opened.keyboard.type("my long reason")
    opened.keyboard.press("Escape")
    opened.keyboard.press("a")
    opened.wait_for_selector("text=The server does not answer")
    assert opened.input_value(".question.current [name=why]") == "my long reason"
    opened.close()


def test_two_people_are_joined_and_it_is_seen_everywhere(page: Page, address: str, base: Path, tmp_path: Path) -> None:
    with open_store(base) as store:
        book = store.book()
        counts = Counter(mention.person for mention in book.mentions)
        (one, _), (other, _) = counts.most_common(2)
        names = {book.people[one].name, book.people[other].name}
        place = next(mention.span for mention in book.mentions if mention.person == other)
    begin(page, address)
    page.goto(f"{address}/person/{one}")
    page.get_by_role("link", name="Join with another").click()
    page.get_by_label("Somebody else on the page").fill(f"{book.people[other].name} ({other})")
    page.locator("[aria-labelledby=join] [name=why]").fill("one and the same hand")
    page.get_by_role("button", name="They are one person").click()
    page.wait_for_selector("text=Kept.", timeout=240_000)
    with open_store(base) as store:
        now = store.book()
        mentioned = {m.person for m in now.mentions if m.text in names}
        (joined,) = mentioned
        total = sum(m.person == joined for m in now.mentions)
    assert total == counts[one] + counts[other]
    page.goto(f"{address}/person/{joined}")
    assert f"Named {total} times" in page.inner_text(".lead")
    page.goto(f"{address}/people")
    links = page.locator(f"a[href='/person/{joined}']").count()
    gone = (names - {now.people[joined].name}).pop()
    assert links >= 1
    assert page.locator(f"main a:text-is('{gone}')").count() == 0
    page.goto(f"{address}/at/{place.start}-{place.end}")
    page.wait_for_selector(f"a[href='/person/{joined}']")
    page.goto(f"{address}/review/decided")
    assert "one and the same hand" in page.inner_text("main")

    # the page is edited, the base is built anew while the room is open, and what was decided is there
    source = tmp_path / "page.txt"
    source.write_text("A new first line\n\n" + testimonia.sample_page().read_text(encoding="utf-8"), encoding="utf-8")
    testimonia.build(source, base, force=True)
    page.reload()
    assert "one and the same hand" in page.inner_text("main")
    assert "orphaned" not in page.inner_text("main")
    page.goto(f"{address}/people")
    assert page.locator(f"main a:text-is('{gone}')").count() == 0


def test_a_pair_is_joined_by_one_key(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "pairs.db"
    book = testimonia.read(testimonia.sample_page())
    counts = Counter(mention.person for mention in book.mentions)
    (one, _), (other, _), (third, _) = counts.most_common(3)
    book.add([MayBe("y1", one, other, 0.5), MayBe("y2", one, third, 0.6)])
    write_store(book, path)
    with served(path) as address:
        page = browser.new_page()
        page.goto(f"{address}/review/maybe")
        assert page.locator(".question").count() == 2
        assert page.locator(".question.current .one-of-two").count() == 2
        page.keyboard.press("a")
        page.wait_for_selector("text=They are one person now.", timeout=240_000)
        page.close()
    with open_store(path) as store:
        (decision,) = store.book().decisions
    assert (decision.kind, decision.reviewer) == ("merge", "Ines")


def test_two_tabs_and_a_rebuild_lose_nothing(browser: Browser, address: str, base: Path, tmp_path: Path) -> None:
    tabs = []
    for name in ("Ines", "Tove"):
        context = browser.new_context()
        tab = context.new_page()
        begin(tab, address, name)
        tab.goto(f"{address}/review/finding")
        tab.wait_for_selector(".question.current")
        tabs.append(tab)
    source = tmp_path / "page.txt"
    source.write_text("A new first line\n\n" + testimonia.sample_page().read_text(encoding="utf-8"), encoding="utf-8")
    building = threading.Thread(target=testimonia.build, args=(source, base), kwargs={"force": True})
    building.start()
    count = 0
    while building.is_alive() or count < 10:
        for key, tab in zip("ar", tabs, strict=True):
            if tab.locator(".question:not(.settled)").count():
                tab.keyboard.press(key)
                tab.wait_for_selector(".busy", state="detached", timeout=240_000)
                count += 1
            else:
                tab.reload()
                tab.wait_for_selector(".question.current, .none")
        if count > 60:
            break
    building.join()
    kept = reviews(base)
    assert len(kept) == count
    assert {review.reviewer for review in kept} == {"Ines", "Tove"}
    assert not any(review.orphaned for review in kept)
    for tab in tabs:
        tab.context.close()


def test_everything_can_be_decided_without_a_script(browser: Browser, address: str, base: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    begin(page, address)
    page.goto(f"{address}/review/finding")
    first = page.get_attribute(".question", "data-id")
    page.locator(".question").first.get_by_role("button", name="Reject").click()
    assert "Kept." in page.inner_text("main")
    assert page.get_attribute(".question", "data-id") != first
    page.locator(".question").first.locator("summary").click()
    page.locator(".question").first.locator("select").select_option("splice")
    page.locator(".question").first.get_by_role("button", name="Put right").first.click()
    page.locator(".notice").get_by_role("button", name="Undo").click()
    context.close()
    assert [review.kind for review in reviews(base)] == [ReviewKind.REJECT, ReviewKind.CORRECT, ReviewKind.UNDO]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_the_review_is_accessible_and_fits(scheme: str, width: int, browser: Browser, address: str, base: Path) -> None:
    with open_store(base) as store:
        person = store.book().people[0].id
        finding = store.book().findings[0].id
    testimonia.review(base, finding, "reject", why="so", reviewer="Tove")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/review")
    assert severe(page) == []
    begin(page, address)
    for path in (
        "/review", "/review/mention", "/review/assertion", "/review/finding?all=1", f"/review/person/{person}",
        "/review/decided", "/review/document",
    ):  # fmt: skip
        page.goto(address + path)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        assert (path, severe(page)) == (path, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
