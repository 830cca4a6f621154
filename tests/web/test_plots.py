from __future__ import annotations

import re

import pytest

from testimonia.web.plots import bar, months, network, strip, track, years

from .conftest import EVIL, EVIL_NAME
from .reading import Page


def widths(html: str, kind: str) -> list[tuple[float, float]]:
    found = re.findall(rf'<rect class="{kind}" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', html)
    return [(float(x), float(width)) for x, width in found]


def test_a_bar_is_as_long_as_its_share() -> None:
    assert widths(bar(5, 10), "bar") == [(0.0, 50.0)]
    assert widths(bar(1, 100_000), "bar")[0][1] > 0.5  # what is there is seen
    assert widths(bar(0, 0), "bar")[0][1] < 1


def test_every_year_has_its_column_and_no_year_without_one() -> None:
    html = years([(1931, 2), (1933, 4)], "Years")
    assert len(widths(html, "bar")) == 2
    assert Page(html).text.count("1931: 2") == 1
    assert not years([], "Years")


@pytest.mark.parametrize("first", [1, 1000, 1899, 9000])
@pytest.mark.parametrize("last", [0, 1, 30, 900])
def test_any_span_of_years_has_a_few_labels(first: int, last: int) -> None:
    html = years([(first, 1), (first + last, 3)], "Years")
    assert 1 <= html.count('class="axis"') <= 10


def test_a_far_year_does_not_press_what_is_in_view_together() -> None:
    html = strip([(100, 1), (1931, 5), (1932, 6)], (1931, 1932), "Years")
    (_, width) = widths(html, "view")[0]
    assert width > 100


def test_a_year_leads_where_it_is_told_to() -> None:
    html = strip([(1931, 5)], (1931, 1931), "Years", lambda a, b: f"/at?{a}&{b}")
    assert Page(html).links == ["/at?1931&1931"]
    html = months([(193105, 5)], (1931, 1931), "Months", lambda a, b: f"/at?{a}&{b}")
    assert Page(html).links == ["/at?1931-05&1931-05"]


@pytest.mark.parametrize(
    ("edtf", "first", "last", "kind", "from_", "to"),
    [
        ("1931-07-02", 19310702, 19310702, "when day", 0.5, 0.51),
        ("1931", 19310101, 19311231, "when span", 0.0, 1.0),
        ("1931?", 19310101, 19311231, "when span unsure", 0.0, 1.0),
        ("../1931-06", 19310101, 19310630, "when span unsure", 0.0, 0.5),
        ("193X", 19300101, 19391231, "when span", 0.0, 1.0),
        ("1930", 19300101, 19301231, "when span", 0.0, 0.01),
        ("1940", 19400101, 19401231, "when span", 0.99, 1.0),
    ],
)
def test_a_date_is_drawn_where_it_lies(edtf: str, first: int, last: int, kind: str, from_: float, to: float) -> None:
    ((x, width),) = widths(track(edtf, first, last, 19310101, 19311231), kind)
    assert x / 100 == pytest.approx(from_, abs=0.01)
    assert (x + width) / 100 == pytest.approx(to, abs=0.02)


def test_a_network_has_a_name_for_each_and_a_line_for_each_pair() -> None:
    names = [("a", "Quist", "/a"), ("b", "Dorval", "/b"), ("c", EVIL, "")]
    html = network(names, {("a", "b"): 3, ("b", "a"): 1, ("a", "c"): 9}, EVIL_NAME)
    page = Page(html)
    assert html.count('class="line"') == 3
    assert page.links == ["/a", "/b"]
    assert "Quist → Dorval: 3" in page.text
    assert EVIL in page.text
    assert not page.handlers
    assert not network(names[:1], {}, "")


def test_around_somebody_the_lines_between_others_are_faint() -> None:
    names = [("a", "Ada", ""), ("b", "Quist", ""), ("c", "Marlow", "")]
    html = network(names, {("a", "b"): 2, ("b", "c"): 9, ("c", "a"): 1}, "", around="a")
    assert html.count('class="line"') == 2
    assert html.count('class="line far"') == 1
    assert html.index("line far") < html.index('class="line"')  # below the others
    assert not network(names, {}, "", around="a")
