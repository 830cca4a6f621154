"""The report that is sent to somebody: one file, all of it escaped, every statement with a way to its words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from testimonia.errors import ExportError
from testimonia.exports import report_html, write_report
from testimonia.exports.report.anchors import Anchors
from testimonia.exports.report.bars import years_picture
from testimonia.exports.report.pages import _sure, _words
from testimonia.model import Finding, FindingKind, Sourcebook, Span
from testimonia.testing import make_book
from testimonia.words.counting import counted

VOID = {"meta", "br", "link", "rect", "path"}
EVIL = "<script>alert('x')</script> & <img src=x onerror=alert(1)>"


class Page(HTMLParser):
    """What a browser would find: elements closed in order, ids, links, words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        facts = dict(attrs)
        self.attributes.update(facts)
        if facts.get("id"):
            self.ids.append(str(facts["id"]))
        if tag == "a" and facts.get("href"):
            self.links.append(str(facts["href"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            self.words += data


@pytest.fixture
def page(weighed: Sourcebook) -> Page:
    return Page(report_html(weighed))


def test_every_link_leads_to_something_in_the_page(page: Page) -> None:
    assert len(page.links) > 30
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_an_anchor_holds_the_words_that_are_linked_to(weighed: Sourcebook) -> None:
    html = report_html(weighed)
    slept = weighed.text.index("asleep")
    assert f'<span class="to" id="c{slept}-{slept + 6}">asleep</span>' in html
    assert f'href="#c{slept}-{slept + 6}"' in html


def test_nothing_is_asked_of_the_network_and_nothing_runs(weighed: Sourcebook) -> None:
    html = report_html(weighed)
    page = Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "form", "video", "audio"}
    assert not {name for name in page.attributes if name.startswith("on")} | (page.attributes & {"src", "srcset"})
    style = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(style) == 1
    assert "url(" not in style[0]
    assert "@import" not in style[0]
    assert "default-src 'none'" in html


def test_all_that_was_weighed_is_told(page: Page) -> None:
    for words in (
        "The page makes 3 claims and backs them by 4 excerpts from 3 works.",
        "Of the excerpts 1 adds no origin of its own.",
        "Of the claims 1 has a place in the evidence that says otherwise, 1 is not found in the evidence, 1 rests on a",
        "There are 2 disagreements between two places: 1 in a date, 1 in a heading against its evidence.",
        "Of 3 excerpts 1 adds no origin of its own",
        "One says that he was asleep.",
        "the pilot's inquiry",
        "Ada Marlow",
        "Quist, The Inner Harbour, 1958",
        "80% sure · likely different counting",
    ):
        assert words in " ".join(page.words.split()), words


def test_what_differs_is_marked_on_both_sides(weighed: Sourcebook) -> None:
    html = report_html(weighed)
    assert "quay at <mark>nine</mark>." in html
    assert "to wait until <mark>ten</mark>." in html
    assert "THE PILOT <mark>NEVER SLEPT</mark>" in html


def test_words_of_a_claim_lead_to_what_carries_or_opposes_them(weighed: Sourcebook) -> None:
    html = report_html(weighed)
    slept = weighed.text.index("asleep")
    assert f'<a class="contradicted" href="#c{slept}-{slept + 6}" title="contradicted: asleep">SLEPT</a>' in html
    assert '<span class="missing" title="missing: nowhere">NEVER</span>' in html


def test_a_page_of_html_stays_words(tmp_path: Path) -> None:
    text = f"{EVIL}\n\n{EVIL}!\n\nMarlow, {EVIL}, p. 3\n"
    book = make_book(
        text,
        title=None,
        claims=[EVIL],
        excerpts=[(f"{EVIL}!", EVIL, f"Marlow, {EVIL}, p. 3")],
        works={"Marlow": {"title": EVIL, "author": [{"family": EVIL}], "issued": EVIL}},
        more=[Finding("f", FindingKind.OCR, Span(0, 5), EVIL)],
    )
    page = Page(report_html(book))
    assert not page.tags & {"script", "img"}
    assert page.words.count("<script>alert('x')</script>") >= 4


def test_the_words_of_the_page_are_all_there(weighed: Sourcebook, page: Page) -> None:
    shown = page.words[page.words.index("The words of the page") :]
    for passage in weighed.passages:
        assert passage.span.cut(weighed.text).strip() in shown


def test_a_book_of_nothing_has_a_report() -> None:
    page = Page(report_html(make_book("Nothing here.")))
    assert "Nothing here." in page.words
    assert "No two places were found to differ" in page.words
    assert {link[1:] for link in page.links} <= set(page.ids)
    Page(report_html(make_book("")))


def test_two_reports_are_the_same_bytes(weighed: Sourcebook, tmp_path: Path) -> None:
    a, b = write_report(weighed, tmp_path / "a.html"), write_report(weighed, tmp_path / "b.html")
    assert a.read_bytes() == b.read_bytes()
    with pytest.raises(ExportError, match="cannot be written"):
        write_report(weighed, tmp_path / "none" / "a.html")


def test_a_lone_surrogate_is_shown_by_another_sign(tmp_path: Path) -> None:
    path = write_report(make_book("A \ud800 HALF", claims=["A \ud800 HALF"]), tmp_path / "r.html")
    assert "A \ufffd HALF" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "one two three"),
        ([(0, 3)], '<span class="to" id="c0-3">one</span> two three'),
        ([(0, 7), (4, 7)], '<span class="to" id="c0-7">one <span class="to" id="c4-7">two</span></span> three'),
        # one that reaches out of another is marked as far as the other goes
        ([(0, 6), (4, 13)], '<span class="to" id="c0-6">one <span class="to" id="c4-13">tw</span></span>o three'),
        ([(0, 3), (4, 7)], '<span class="to" id="c0-3">one</span> <span class="to" id="c4-7">two</span> three'),
        ([(0, 13)], '<span class="to" id="c0-13">one two three</span>'),
    ],
)
def test_anchors_may_overlap(spans: list[tuple[int, int]], html: str) -> None:
    book = make_book("one two three", excerpts=[("one two three", None, None)])
    anchors = Anchors(book)
    assert [anchors.to(*span) for span in spans] == [f"#c{start}-{end}" for start, end in spans]
    assert anchors.page() == f'<p class="excerpt">{html}</p>\n'


def test_a_place_between_passages_has_an_anchor_too() -> None:
    book = make_book("one\n\ntwo", excerpts=[("one", None, None), ("two", None, None)])
    anchors = Anchors(book)
    assert anchors.to(3, 8) == "#c3-8"
    assert anchors.to(5, 5) == "#page"
    assert '<a id="c3-8"></a>' in anchors.page()


def test_years_are_drawn_where_there_are_some() -> None:
    assert years_picture({}, "Years", "date") == ""
    drawn = str(years_picture({1931: 3, 1932: 1}, "Years <told>", "date"))
    assert drawn.count("<rect") == 2
    assert "1931: 3 dates" in drawn
    assert "Years &lt;told&gt;: 4 dates, 1931 to 1932" in drawn
    far = str(years_picture({1000: 1} | dict.fromkeys(range(1930, 1940), 40), "Years", "date"))
    assert "1930 to 1939, 1 more before and after" in far
    few = str(years_picture({1691: 1} | dict.fromkeys(range(1870, 1876), 2), "Years", "date"))
    assert "1870 to 1875, 1 more before and after" in few


def test_words_and_counts_read_as_english() -> None:
    assert [counted(n, noun) for n, noun in ((1, "claim"), (1200, "claim"), (2, "person"))] == [
        "1 claim",
        "1,200 claims",
        "2 people",
    ]
    assert [_sure(c) for c in (1, 0.998, 0.5)] == ["100%", "99%", "50%"]
    assert _words("one  two\nthree", 9) == "one two…"
