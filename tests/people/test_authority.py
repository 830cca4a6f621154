"""A reader's own list of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.errors import AuthorityError
from testimonia.people.authority import AuthorityEntry, read_authority

from .marked import grouped, person, settle


def written(tmp_path: Path, words: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(words.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("words", "entries"),
    [
        (
            "name,variants,wikidata,viaf\nFoma Ershin,Heron; F. Ershin|Erschin,Q123,456\n",
            [AuthorityEntry("Foma Ershin", ("Heron", "F. Ershin", "Erschin"), {"wikidata": "Q123", "viaf": "456"}, 2)],
        ),
        ("wikidata,name\nQ1,Ames\n", [AuthorityEntry("Ames", (), {"wikidata": "Q1"}, 2)]),
        (
            "Name,GND\r\nAmes,\r\n\r\nCole,118\r\n",
            [AuthorityEntry("Ames", (), {}, 2), AuthorityEntry("Cole", (), {"gnd": "118"}, 4)],
        ),
        ("\ufeffname;variants\nAmes;\n", [AuthorityEntry("Ames", (), {}, 2)]),
        ('name,variants\n"Ames, Cuthbert",Ames\n', [AuthorityEntry("Ames, Cuthbert", ("Ames",), {}, 2)]),
        ("name\n", []),
    ],
)
def test_columns_come_in_any_order_and_empty_cells_stay_out(
    tmp_path: Path, words: str, entries: list[AuthorityEntry]
) -> None:
    assert list(read_authority(written(tmp_path, words))) == entries


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "no column 'name'"),
        ("person,variants\nAmes,A\n", "no column 'name'; its first line has 'person', 'variants'"),
        ("name,name\nAmes,A\n", "two columns 'name'"),
        ("name,variants\n,Ames\n", "Line 2 .* has no name"),
        ("name,variants\nAmes,Cuthbert,Q1\n", "Line 2 .* has 3 cells for 2 columns"),
        ("name,variants\nAmes,A\nCole,\nAMES,B\n", "'Ames' in line 2 and again in line 4"),
        ('name\n"Ames\n', "no CSV"),
    ],
)
def test_a_file_that_cannot_be_a_list_of_people_is_refused_in_one_sentence(
    tmp_path: Path, words: str, says: str
) -> None:
    with pytest.raises(AuthorityError, match=says):
        read_authority(written(tmp_path, words))


def test_a_file_in_another_encoding_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="not UTF-8 at byte 7"):
        read_authority(written(tmp_path, "name\nAmé\n", "latin-1"))


def test_a_missing_file_is_an_authority_error(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="cannot be read"):
        read_authority(tmp_path / "nowhere.csv")


ERSHIN = AuthorityEntry("Foma Ilyich Ershin", ("Heron", "Ershin"), {"wikidata": "Q1"}, 2)


def test_listed_spellings_are_one_person_with_name_and_identifiers_of_the_list() -> None:
    book = settle("The {Heron} slept. {Cole} sang.", "{Foma Ershin} woke. {Erschin} sat.", authority=[ERSHIN])
    one = person(book, "Foma Ilyich Ershin")
    assert grouped(book)[0] == ["Heron", "Foma Ershin", "Erschin"]
    assert one.identifiers == {"wikidata": "Q1"}
    assert set(one.variants) == {"Heron", "Foma Ershin", "Erschin"}
    heron = next(s for s in one.spellings if s.text == "Heron")
    assert [reason.rule for reason in heron.reasons] == ["the authority file says so"]


def test_two_entries_are_never_one_person() -> None:
    lowe = [AuthorityEntry("Piers Lowe", ("Lowe",), {"viaf": "1"}), AuthorityEntry("Piers Low", (), {"viaf": "2"})]
    book = settle("{Piers Lowe} came. {Lowe} sat. {Piers Low} left. {Lowe}, known as the {Low}, rose.", authority=lowe)
    assert {p.identifiers["viaf"] for p in book.people if p.identifiers} == {"1", "2"}
    assert person(book, "Piers Lowe").id != person(book, "Piers Low").id


def test_a_spelling_that_two_entries_list_goes_by_the_surroundings() -> None:
    two = [AuthorityEntry("Piers Lowe", ("Lowe",)), AuthorityEntry("Rufus Lowe", ("Lowe",))]
    book = settle("{Piers Lowe} came, and {Lowe} sat.", "{Rufus Lowe} came, and {Lowe} sat.", authority=two)
    assert grouped(book) == [["Piers Lowe", "Lowe"], ["Rufus Lowe", "Lowe"]]


def test_an_entry_that_is_nowhere_named_makes_no_person() -> None:
    book = settle("{Cole} sang.", authority=[ERSHIN])
    assert [p.name for p in book.people] == ["Cole"]


def test_an_entry_of_another_given_name_is_another_person() -> None:
    book = settle("{Rufus Lowe} came.", authority=[AuthorityEntry("Piers Lowe")])
    assert [(p.name, dict(p.identifiers)) for p in book.people] == [("Rufus Lowe", {})]


@pytest.mark.parametrize(("column", "cell"), [("wikidata", "NOTQ"), ("wikidata", "q12"), ("viaf", "12a")])
def test_an_identifier_that_is_none_is_refused_with_its_line(tmp_path: Path, column: str, cell: str) -> None:
    path = written(tmp_path, f"name,{column}\nAmes,\nCole,{cell}\n")
    with pytest.raises(AuthorityError, match=f"Line 3 .*{cell}.*{column}"):
        read_authority(path)
