# ruff: noqa: E501 - tables of scraps
"""Citation strings of invented works, in the styles and languages people copy them in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.citations.fields import parse_citation


def flat(csl: dict[str, Any]) -> dict[str, str]:
    """A CSL item on one level: names as ``Family, Given`` joined by `` | ``; the type left out."""
    out = {}
    for key, value in csl.items():
        if key == "type":
            continue
        if isinstance(value, list):
            out[key] = " | ".join(
                n.get("literal") or ", ".join(v for v in (n["family"], n.get("given"), n.get("suffix")) if v)
                for n in value
            )
        else:
            out[key] = value
    return out


def row(line: str) -> tuple[str, dict[str, str]]:
    """``string => key=value; key=value`` with ``au``, ``ed``, ``tr``, ``ti``, ``in``, ``pl``, ``pu``, ``y``, ``p`` for short."""
    string, _, fields = line.partition(" => ")
    names = {
        "au": "author", "ed": "editor", "tr": "translator", "ti": "title", "in": "container-title", "pl": "publisher-place",
        "pu": "publisher", "y": "issued", "p": "page", "v": "volume", "n": "issue", "e": "edition", "g": "genre",
        "o": "original-date", "u": "URL", "a": "accessed", "se": "collection-title", "ar": "archive", "al": "archive_location", "no": "note", "d": "DOI", "lo": "locator", "la": "label",
    }  # fmt: skip
    return string, {names[k]: v for k, _, v in (f.partition("=") for f in fields.strip().split(" ;; "))}


ROWS = tuple(__file__.replace("test_fields.py", name) for name in ("strings.txt", "author_date.txt"))


def strings() -> list[tuple[str, dict[str, str]]]:
    found = []
    for path in ROWS:
        with open(path, encoding="utf-8") as lines:
            found += [row(line.rstrip("\n")) for line in lines if " => " in line and not line.startswith("#")]
    return found


@pytest.mark.parametrize(("string", "expected"), strings(), ids=lambda v: v[:60] if isinstance(v, str) else "")
def test_a_printed_citation_yields_its_fields(string: str, expected: dict[str, str]) -> None:
    assert flat(parse_citation(string).csl) == expected


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(strings()) >= 120


@pytest.mark.parametrize(
    ("string", "form"),
    [
        ("Ibid., p. 44.", "ibid"),
        ("ibid.", "ibid"),
        ("Ibidem, pp. 4-5", "ibid"),
        ("Id., at 44", "ibid"),
        ("Ebd., S. 12", "ibid"),
        ("Там же. С. 12", "ibid"),
        ("Hartley, op. cit., p. 44", "op-cit"),
        ("Hartley, Wreck, loc. cit.", "op-cit"),
        ("Hartley, a. a. O., S. 12", "op-cit"),
        ("Hartley, The Wreck, p. 44.", "short"),
        ("Hartley and Lowe, The Wreck, pp. 44–45.", "short"),
        ("(Hartley 1931: 44)", "short"),
        ("(Hartley 44)", "short"),
        ("The Wreck, p. 44", "short"),
        ("Hartley, Ann. The Wreck. Leeds: Northgate, 1931, p. 4", None),
        ("Ann Hartley, The Wreck (Leeds, 1931), p. 4", None),
    ],
)
def test_a_string_that_points_at_another_says_so(string: str, form: str | None) -> None:
    assert parse_citation(string).short_form == form


def test_the_word_that_says_what_is_counted_is_a_field_with_its_place() -> None:
    string = "Hartley, Ann. The Quiet Harbour. Leeds: Northgate, 1931, fols. 12r–13v."
    found = parse_citation(string)
    assert {name: string[a:b] for name, a, b in found.fields if name in ("label", "locator", "page")} == {
        "label": "fols.",
        "locator": "12r–13v",
    }
    assert found.locator is not None
    assert string[slice(*found.locator)] == "12r–13v"
    assert not found.leftover


@pytest.mark.parametrize(
    ("string", "label"),
    [
        ("Marine Papers, f. 17, op. 3, d. 45, l. 12", "folio"),
        ("Lowe, Piers. The Ballad of the Mole. Leeds: Northgate, 1931, l. 12", "line"),
    ],
)
def test_l_counts_leaves_in_a_file_and_lines_in_a_book(string: str, label: str) -> None:
    assert parse_citation(string).csl["label"] == label


def test_years_behind_a_comma_are_no_pages() -> None:
    assert "page" not in parse_citation("Harbour Board, Notices to Mariners, 1908-1914").csl
    for mark in (":", ","):
        found = parse_citation(f"Hartley, A. (1926). The wreck. Marine Review, 12(3){mark} 1408–1414")
        assert found.csl["page"] == "1408–1414"


def test_an_ibid_says_nothing_but_its_page() -> None:
    assert parse_citation("Ibid., pp. 116-117.").csl == {"type": "book", "page": "116-117"}


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ('Encyclopaedia Nautica, 11th ed., s.v. "Lugger"', None),
        ("A Dictionary of Ships, s. v. Lugger", None),
        ("M. Nowak, Porty, s. v", "v"),
        ("M. Nowak, Porty, s. 45", "45"),
    ],
)
def test_under_which_word_it_stands_is_no_page(line: str, page: str | None) -> None:
    assert parse_citation(line).csl.get("page") == page


def test_the_locator_is_the_numbers_without_the_word_before_them() -> None:
    string = "— Ann Hartley, *The Wreck* (Leeds: Northgate, 1931), pp. 163–64."
    found = parse_citation(string)
    assert found.locator is not None
    assert string[slice(*found.locator)] == "163–64"


@given(st.text(max_size=300))
@settings(max_examples=500, deadline=None)
def test_no_text_makes_it_raise_and_spans_lie_inside(text: str) -> None:
    found = parse_citation(text)
    json.dumps(found.csl)
    for _, start, end in found.fields:
        assert 0 <= start < end <= len(text)
    for start, end in found.leftover:
        assert 0 <= start < end <= len(text)
    assert 0 <= found.confidence <= 1


PIECES = st.sampled_from(
    ["Hartley", "Ann", "A.", "J. R.", ", ", ". ", ": ", "; ", " and ", " & ", "(", ")", "[", "]", "“", "”", '"', "'", "*", "_", "The", "Wreck", "of",
     "London", "New York", "N. Y.", "Mass.", "Press", "1931", "c1931", "1929-1941", "p. ", "pp. ", "4", "44–45", "xii", "vol. ", "2nd ed.", "ed. ",
     "trans. ", "edited by ", "in ", "In ", "Ibid.", "op. cit.", "et al.", "https://a.org/b", " ", "—", "\n", "Hrsg.", "S. ", "с. ", "М.", "Committee"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=1500, deadline=None)
def test_scraps_of_citations_never_raise_and_single_fields_are_the_printed_words(text: str) -> None:
    found = parse_citation(text)
    for name, start, end in found.fields:
        assert 0 <= start < end <= len(text)
        if name in ("page", "publisher-place") and not any(mark in text for mark in "*_\n<'") and "  " not in text:
            assert text[start:end] in found.csl[name]


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=200, deadline=None)
def test_two_readings_agree(text: str) -> None:
    assert parse_citation(text) == parse_citation(text)


@pytest.mark.parametrize(
    "scrap",
    ["A", "A. ", "Ab ", "Ab, ", "Ab, A., ", "Ab Cd, ", "1", "1, ", "12-", "(", "((", ")", "p. 1, ", ", ", ". ", ": ", "A: ", "London, ", "London and ", "“", "'", "*a*", "_", "van ", "A & ", "ed. ", "in ", "1999 ", "c1999, ", "vol. 1 ", " ", "\n", "é", "IV ", "http://a ", "[", "A.B."],
)  # fmt: skip
def test_long_runs_of_one_scrap_take_no_long_time(scrap: str, within) -> None:
    with within(0.5):
        parse_citation(scrap * 3000)


def test_a_string_of_five_megabytes_is_not_read_to_its_end(within) -> None:
    with within(0.5):
        found = parse_citation("Hartley, Ann. The Wreck. Leeds: Northgate, 1931, p. 4 " + "and so on, " * 480_000)
    assert found.csl["author"] == [{"family": "Hartley", "given": "Ann"}]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ann Hartley, Old Harbours, privately published, Leith, 1920", "Old Harbours"),
        ("Ann Hartley, Privately Printed, London, 1920", "Privately Printed"),
        ("Ann Hartley, Privately Printed Books, London, 1920", "Privately Printed Books"),
    ],
)
def test_who_prints_for_friends_is_no_house_and_no_title(line: str, title: str) -> None:
    csl = parse_citation(line).csl
    assert csl["title"] == title
    assert "publisher" not in csl
