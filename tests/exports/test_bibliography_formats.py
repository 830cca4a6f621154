"""What is written as CSL-JSON, BibTeX and RIS says the same when it is read back."""

from __future__ import annotations

import io
import json
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, NormalizeFieldKeys

from testimonia.exports.bibtex import bibtex_keys, write_bibtex
from testimonia.exports.csl_json import DATES, NAMES, NUMBERS, STRINGS, TYPES, csl_date, csl_item, write_csl
from testimonia.exports.ris import write_ris
from testimonia.model import Work


def work(id_: str = "w1", **csl: Any) -> Work:
    return Work(id_, {"type": "book", **{k.replace("_", "-"): v for k, v in csl.items()}}, 1)


PLAIN = work(
    author=[{"family": "Marlow", "given": "Ada"}],
    title="Salt and Ashes",
    publisher_place="Leeds; London",
    publisher="Northgate & Sons",
    issued="1931",
    volume="3",
    edition="2nd ed.",
)
WORKS = [
    PLAIN,
    work(
        "w2", author=[{"literal": "Board of Salt and Ashes"}], title="50% of {draft} #1 & $2 ~ a_b \\c", issued="1933"
    ),
    work(
        "w3",
        type="chapter",
        author=[{"family": "Goethe", "given": "J. W.", "non-dropping-particle": "von"}, {"family": "Sebag Harcourt"}],
        editor=[{"family": "Ždanov", "given": "Iľja"}, {"literal": "Müller und Söhne"}],
        translator=[{"family": "King", "given": "Tom", "suffix": "Jr."}],
        title="L’été noir",
        container_title="Łódź: Essays",
        issued="2002-01-05",
        page="3-17",
    ),
    work("w4", author=[{"family": "Снегов", "given": "Д."}], title="Лёд и камень", issued="n.d."),
    work("w5", type="article-newspaper", title="Fire at the quay", container_title="Utro", issued="1937-03"),
    work("w6", editor=[{"family": "Tolland", "given": "Stan"}], title="Two\nLines", issued="1933-35"),
]


def written(write: Any, works: list[Work]) -> str:
    out = io.StringIO()
    write(works, out)
    return out.getvalue()


# CSL-JSON


def assert_valid(item: dict[str, Any]) -> None:
    """The rules of csl-data.json, version 1.0.2."""
    assert item["type"] in TYPES
    assert isinstance(item["id"], (str, int))
    for name, value in item.items():
        if name in ("id", "type"):
            continue
        if name in NAMES:
            assert value
            assert all(isinstance(n, dict) and all(isinstance(v, (str, bool, int)) for v in n.values()) for n in value)
            assert all(n.keys() & {"family", "given", "literal"} for n in value)
        elif name in DATES:
            assert value.keys() <= {"date-parts", "season", "circa", "literal", "raw", "edtf"}
            for parts in value.get("date-parts", []):
                assert 1 <= len(parts) <= 3
                assert all(isinstance(p, int) for p in parts)
            assert len(value.get("date-parts", [[1]])) in (1, 2)
        elif name in NUMBERS:
            assert isinstance(value, (str, int))
        elif name in STRINGS:
            assert isinstance(value, str)
        else:
            assert name == "custom"
            assert isinstance(value, dict)


def test_csl_json_is_valid_and_says_all() -> None:
    items = json.loads(written(write_csl, WORKS))
    assert [i["id"] for i in items] == [w.id for w in WORKS]
    for item, source in zip(items, WORKS, strict=True):
        assert_valid(item)
        assert {k: v for k, v in item.items() if k not in ("id", "issued")} == {
            k: v for k, v in source.csl.items() if k != "issued"
        }
    assert items[0]["issued"] == {"date-parts": [[1931]]}


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("1952", {"date-parts": [[1952]]}),
        ("[1952]", {"date-parts": [[1952]]}),
        ("2002-01", {"date-parts": [[2002, 1]]}),
        ("2002-01-05", {"date-parts": [[2002, 1, 5]]}),
        ("1933-35", {"date-parts": [[1933], [1935]]}),
        ("1933–1935", {"date-parts": [[1933], [1935]]}),
        ("1933/1935", {"date-parts": [[1933], [1935]]}),
        ("ca. 1905", {"date-parts": [[1905]], "circa": True}),
        ("[1905?]", {"date-parts": [[1905]], "circa": True}),
        ("n.d.", {"literal": "n.d."}),
        ("forthcoming", {"literal": "forthcoming"}),
        ("1999-77", {"literal": "1999-77"}),
        ("1952, 1960", {"literal": "1952, 1960"}),
    ],
)
def test_a_printed_date_becomes_a_date(printed: str, date: dict[str, Any]) -> None:
    assert csl_date(printed) == date


def test_what_the_format_does_not_know_is_kept_apart() -> None:
    item = csl_item(work(title="Salt", type="broadside", shelf="A 3"))
    assert item == {"id": "w1", "type": "document", "title": "Salt", "custom": {"type": "broadside", "shelf": "A 3"}}
    assert_valid(item)


def test_absent_stays_absent() -> None:
    assert csl_item(work(title="Salt", author=[], publisher="", issued=None)) == {
        "id": "w1",
        "type": "book",
        "title": "Salt",
    }


# BibTeX


def parsed_bibtex(text: str) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(text, append_middleware=[NormalizeFieldKeys(), LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return [{"ENTRYTYPE": e.entry_type, "ID": e.key, **{f.key: f.value for f in e.fields}} for e in library.entries]


def test_bibtex_reads_back_the_same() -> None:
    plain, board, chapter, ice, fire, lines = parsed_bibtex(written(write_bibtex, WORKS))
    assert plain == {
        "ENTRYTYPE": "book",
        "ID": "marlow1931salt",
        "author": "Marlow, Ada",
        "title": "Salt and Ashes",
        "publisher": "Northgate & Sons",
        "year": "1931",
        "edition": "2nd ed.",
        "volume": "3",
        "address": "Leeds; London",
    }
    assert board["title"] == WORKS[1].csl["title"]
    assert chapter["ENTRYTYPE"] == "incollection"
    assert (chapter["title"], chapter["booktitle"]) == ("L’été noir", "Łódź: Essays")
    assert (chapter["year"], chapter["month"], chapter["day"]) == ("2002", "jan", "5")
    assert (ice["author"], ice["title"], ice["year"], ice["ID"]) == ("Снегов, Д.", "Лёд и камень", "n.d.", "w4")
    assert (fire["ENTRYTYPE"], fire["journal"], fire["month"]) == ("article", "Utro", "mar")
    assert (lines["title"], lines["year"]) == ("Two Lines", "1933–1935")


def test_bibtex_names_cannot_be_misread() -> None:
    text = written(write_bibtex, WORKS)
    assert "author = {{Board of Salt and Ashes}}" in text
    assert "author = {von Goethe, J. W. and {Sebag Harcourt}}" in text
    assert "editor = {Ždanov, Iľja and {Müller und Söhne}}" in text
    assert "translator = {King, Jr., Tom}" in text


@pytest.mark.parametrize("title", ["{", "}", "}{", "a {b", "\\", "50%", "a & b", "#$_~", '"quoted"', "tail\\", "{{x}}"])
def test_any_title_is_read_back(title: str) -> None:
    (entry,) = parsed_bibtex(written(write_bibtex, [work(title=title, author=[{"family": title, "given": "A"}])]))
    assert entry["title"] == title


def test_a_caret_is_escaped() -> None:
    # Read back by hand: the library's decoder gives the modifier letter for it.
    assert r"title = {x{\textasciicircum}2}" in written(write_bibtex, [work(title="x^2")])


def test_each_entry_has_a_key_of_its_own() -> None:
    twin = work("w9", author=[{"family": "Marlow"}], title="Salt, Again", issued="1931")
    assert bibtex_keys([PLAIN, twin, twin]) == ["marlow1931salt", "marlow1931salt-2", "marlow1931salt-3"]
    assert bibtex_keys([work("w7", title="Ölfässer", author=[{"family": "Żółkiewski"}])]) == ["zolkiewskiolfasser"]


# RIS


def test_ris_reads_back_the_same() -> None:
    plain, board, chapter, ice, fire, lines = rispy.loads(written(write_ris, WORKS))
    assert plain == {
        "type_of_reference": "BOOK",
        "id": "w1",
        "authors": ["Marlow, Ada"],
        "year": "1931",
        "title": "Salt and Ashes",
        "edition": "2nd ed.",
        "volume": "3",
        "place_published": "Leeds; London",
        "publisher": "Northgate & Sons",
    }
    assert board["authors"] == ["Board of Salt and Ashes"]
    assert board["title"] == WORKS[1].csl["title"]
    assert chapter["authors"] == ["von Goethe, J. W.", "Sebag Harcourt"]
    assert chapter["secondary_authors"] == ["Ždanov, Iľja", "Müller und Söhne"]
    assert chapter["subsidiary_authors"] == ["King, Tom, Jr."]
    assert (chapter["secondary_title"], chapter["start_page"], chapter["end_page"]) == ("Łódź: Essays", "3", "17")
    assert (chapter["year"], chapter["date"]) == ("2002", "2002/01/05")
    assert (ice["title"], ice["year"]) == ("Лёд и камень", "n.d.")
    assert (fire["type_of_reference"], fire["secondary_title"], fire["date"]) == ("NEWS", "Utro", "1937/03")
    assert (lines["title"], lines["tertiary_authors"]) == ("Two Lines", ["Tolland, Stan"])


def test_ris_begins_each_record_with_its_type() -> None:
    text = written(write_ris, WORKS)
    records = text.strip().split("\n\n")
    assert len(records) == len(WORKS)
    assert all(r.startswith("TY  - ") and r.rstrip().endswith("ER  -") for r in records)


@pytest.mark.parametrize("write", [write_csl, write_bibtex, write_ris])
def test_no_works_make_an_empty_file(write: Any) -> None:
    assert written(write, []).strip() in ("", "[]")
