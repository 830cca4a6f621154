from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

import testimonia
from testimonia.exports import export
from testimonia.exports.markup import element, escaped, xml_id
from testimonia.exports.tei import tei_words
from testimonia.model import Claim, Excerpt, Mode, Sourcebook, Span, Voice
from testimonia.testing import make_book

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def root_of(book: Sourcebook) -> ElementTree.Element:
    return ElementTree.fromstring(tei_words(book).encode("utf-8"))


def words_of(node: ElementTree.Element | None) -> str:
    return "" if node is None else "".join(node.itertext())


@pytest.fixture
def root(inquiry: Sourcebook) -> ElementTree.Element:
    excerpt = inquiry.excerpts[0]
    start, end = excerpt.span.start, excerpt.span.end
    said = Span(inquiry.text.index("I did not"), inquiry.text.index("I did not") + len("I did not"))
    inquiry.add(
        [
            Voice("v1", excerpt.id, Span(start, said.start), "author:w1", "Marlow", Mode.NARRATION),
            Voice("v2", excerpt.id, said, "p2", "Quist", Mode.QUOTE),
            Voice("v3", excerpt.id, Span(said.end, end), "compiler", "", Mode.EDITORIAL),
        ]
    )
    return root_of(inquiry)


def test_every_excerpt_has_its_words_and_its_citation(inquiry: Sourcebook, root: ElementTree.Element) -> None:
    cits = {cit.attrib[ID]: cit for cit in root.iter(f"{TEI}cit")}
    assert set(cits) == {excerpt.id for excerpt in inquiry.excerpts}
    for excerpt in inquiry.excerpts:
        cit = cits[excerpt.id]
        assert words_of(cit.find(f"{TEI}quote")) == excerpt.text
        assert words_of(cit.find(f"{TEI}bibl")) == inquiry.citations[excerpt.citation or ""].text
    assert [words_of(head) for head in root.iter(f"{TEI}head")] == [claim.text for claim in inquiry.claims]


def test_who_says_what_is_marked_by_mode(root: ElementTree.Element) -> None:
    (said,) = root.iter(f"{TEI}said")
    assert (words_of(said), said.attrib["who"], said.attrib["direct"]) == ("I did not", "#p2", "true")
    assert [seg.attrib["resp"] for seg in root.iter(f"{TEI}seg")] == ["#author.w1"]
    assert [note.attrib["resp"] for note in root.iter(f"{TEI}note") if note.attrib.get("type") == "editorial"] == [
        "#compiler"
    ]


def test_names_point_at_people(root: ElementTree.Element) -> None:
    text = root.find(f"{TEI}text")
    assert text is not None
    assert [(words_of(name), name.attrib["ref"]) for name in text.iter(f"{TEI}persName")] == [
        ("Dorval", "#p1"),
        ("Quist", "#p2"),
        ("Quist", "#p2"),
        ("QUIST", "#p2"),
    ]
    person = next(p for p in root.iter(f"{TEI}person") if p.attrib[ID] == "p1")
    assert [words_of(name) for name in person.findall(f"{TEI}persName")] == ["Inés Dorval", "Dorval"]
    assert [(idno.attrib["type"], idno.text) for idno in person.findall(f"{TEI}idno")] == [("viaf", "2")]


def test_events_say_who_says_what_of_whom_and_when(root: ElementTree.Element) -> None:
    events = {event.attrib[ID]: event for event in root.iter(f"{TEI}event")}
    assert set(events) == {"g1", "g2", "a1", "a2", "a3", "a4", "a5", "a6"}
    said = events["a2"]
    assert {name: said.attrib[name] for name in ("type", "subtype", "when", "resp")} == {
        "type": "accusation",
        "subtype": "accuses",
        "when": "1931-05",
        "resp": "#p1",
    }
    assert words_of(said.find(f"{TEI}label")) == "Inés Dorval accuses Bela Quist"
    assert [(rs.attrib["type"], rs.attrib["ref"]) for rs in said.iter(f"{TEI}rs")] == [
        ("speaker", "#p1"),
        ("of", "#p2"),
    ]
    assert events["a4"].attrib["corresp"] == "#a3"
    assert events["a3"].attrib["cert"] == "medium"
    pleas = [desc for desc in events["g1"].findall(f"{TEI}desc") if desc.attrib["type"] == "plea"]
    assert [words_of(desc.find(f"{TEI}quote")) for desc in pleas] == ["not guilty", "GUILTY"]


def test_every_pointer_points_at_something(root: ElementTree.Element) -> None:
    ids = [node.attrib[ID] for node in root.iter() if ID in node.attrib]
    assert len(ids) == len(set(ids))
    pointers = {
        value
        for node in root.iter()
        for name in ("who", "ref", "resp", "source", "corresp", "ana")
        if (value := node.attrib.get(name)) is not None
    }
    assert pointers
    assert not {pointer.removeprefix("#") for pointer in pointers} - set(ids)


def test_the_sample_makes_a_file_whose_pointers_hold(tmp_path: Path) -> None:
    book = testimonia.read(testimonia.sample_page())
    path = export(book, tmp_path / "out.xml", "tei")
    root = ElementTree.parse(path).getroot()
    test_every_pointer_points_at_something(root)
    quotes = {cit.attrib[ID]: words_of(cit.find(f"{TEI}quote")) for cit in root.iter(f"{TEI}cit")}
    assert quotes == {excerpt.id: excerpt.text for excerpt in book.excerpts}


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1931", {"when": "1931"}),
        ("1931-05-03", {"when": "1931-05-03"}),
        ("193X", {"notBefore": "1930-01-01", "notAfter": "1939-12-31"}),
        ("1931-05~", {"notBefore": "1931-05-01", "notAfter": "1931-05-31"}),
        ("1931-21", {"notBefore": "1931-02-01", "notAfter": "1931-06-30"}),
        ("XXXX-05-03", {}),
        (None, {}),
    ],
)
def test_dates_become_what_tei_knows(edtf: str | None, expected: dict[str, str]) -> None:
    from testimonia.exports.tei import _dates

    assert _dates(edtf) == expected


def test_a_page_with_what_xml_cannot_hold_makes_a_file_all_the_same() -> None:
    page = "A \x01 <B> \ud800 & \r\nC"
    book = make_book(page)
    book.add([Claim("c1", Span(0, 7), page[:7]), Excerpt("x1", Span(2, len(page)), page[2:], "c1", None)])
    root = root_of(book)
    (quote,) = root.iter(f"{TEI}quote")
    assert words_of(quote) == "\ufffd <B> \ufffd & \r\nC"


def test_marks_between_the_lines_of_a_heading_are_left_out() -> None:
    book = make_book("## THE\n## FERRY")
    book.add([Claim("c1", Span(3, 15), "THE\nFERRY", segments=(Span(3, 6), Span(10, 15)))])
    assert [words_of(head) for head in root_of(book).iter(f"{TEI}head")] == ["THE\nFERRY"]


def test_markup_is_escaped() -> None:
    assert element("a", {"b": 'x "<&', "c": None}) == '<a b="x &quot;&lt;&amp;"/>'
    assert escaped("a < b\r") == "a &lt; b&#13;"


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("p1", "p1"),
        ("x1-2", "x1-2"),
        ("author:w1", "author.w1"),
        ("org:«Ферма» 2²", "org.Ферма.2"),
        ("", "id"),
        ("-a", "id.-a"),
    ],
)
def test_ids_are_names_of_xml(id_: str, expected: str) -> None:
    assert xml_id(id_) == expected
