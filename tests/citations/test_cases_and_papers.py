# ruff: noqa: E501 - citations are long
"""Law cases, papers by their shelf mark, interviews, debates, and words for roles in further languages."""

from __future__ import annotations

from typing import Any

import pytest

from testimonia.citations.fields import parse_citation

READ: tuple[tuple[str, dict[str, Any]], ...] = (
    ("*Lowe and Others v. Hartley* (1912), 5 Leith Law Reports, p. 31", {"title": "Lowe and Others v. Hartley", "volume": "5", "container-title": "Leith Law Reports", "issued": "1912", "page": "31"}),
    ("Lowe v. Hartley [1912] 2 K.B. 31", {"title": "Lowe v. Hartley", "volume": "2", "container-title": "K.B.", "issued": "1912", "page": "31"}),
    ("*Lowe v. Hartley*, 5 L.R. 31 (1912)", {"title": "Lowe v. Hartley", "volume": "5", "container-title": "L.R.", "issued": "1912", "page": "31"}),
    ("*Lowe v. Hartley*, Harbour Cause No. 9 of 1912, Notes of Evidence, p. 31", {"title": "Lowe v. Hartley", "issued": "1912", "page": "31"}),
    ("Ann Hartley, *Lowe v. Hartley* (Leeds: Northgate, 1931), p. 4", {"title": "Lowe v. Hartley", "publisher": "Northgate", "issued": "1931", "page": "4"}),
    ("*Harbour Debates*, Pilots, 3rd series, vol. 12, 4 May 1912, col. 31", {"title": "Harbour Debates", "volume": "12", "issued": "1912-05-04"}),
    ("*Ann Lowe*, The Quiet Harbour, vol. 2, Leeds: Northgate, 1912, p. 3", {"title": "The Quiet Harbour", "author": [{"family": "Lowe", "given": "Ann"}]}),
    ("Hartley Papers, Leith Library, MSS. Naut. s. 12, fol. 3r", {"title": "Hartley Papers", "archive": "Leith Library", "archive_location": "MSS. Naut. s. 12"}),
    ("Lowe to Hartley, 4 May 1912, The Record Office, Leith, HB 3/12", {"title": "Lowe to Hartley", "issued": "1912-05-04", "archive": "The Record Office, Leith", "archive_location": "HB 3/12"}),
    ("Ann Hartley, O.S.B., *The Quiet Harbour*, Leeds: Northgate, 1931, p. 4", {"title": "The Quiet Harbour", "author": [{"family": "Hartley", "given": "Ann"}]}),
    ("Ann Hartley, *Sadam*, toim. Liis Mägi, Tartu: Ilm, 1931, lk. 4", {"editor": [{"family": "Mägi", "given": "Liis"}], "page": "4"}),
    ("Ann Hartley, *Bandari*, Mombasa: Nyota, 1931, uk. 4", {"page": "4"}),
    ("Leith Archives, PORT/HB/3, box 4", {"title": "PORT/HB/3"}),
    ("Ann Hartley, interviewed by Piers Lowe, Leith, 4 May 1912", {"author": [{"family": "Hartley", "given": "Ann"}], "title": "interviewed by Piers Lowe", "issued": "1912-05-04"}),
    ("Ann Hartley, interviewed by Piers Lowe, Leith, 4 May 1912, tape 3", {"title": "interviewed by Piers Lowe", "issued": "1912-05-04", "archive_location": "tape 3"}),
    ("Ann Hartley, Interviewed by the Tide: A Life, Leeds: Northgate, 1931, p. 4", {"title": "Interviewed by the Tide: A Life", "publisher": "Northgate"}),
    ("Ann Hartley, *Hamnen*, utg. Sven Berg, Stockholm: Norr, 1931, s. 4", {"editor": [{"family": "Berg", "given": "Sven"}], "page": "4"}),
    ("Ann Hartley, *Luka*, ur. Ana Babić, prev. Ivo Marić, Split: Val, 1931, str. 4", {"editor": [{"family": "Babić", "given": "Ana"}], "translator": [{"family": "Marić", "given": "Ivo"}]}),
    ("Ann Hartley, *The Quiet Harbour*, Tarvik: Northgate & Lowe, 1931, p. 4", {"publisher-place": "Tarvik", "publisher": "Northgate & Lowe"}),
    ("Ann Hartley, *Hamnen* [The Harbour], Tarvik: Northgate & Lowe, 1931, p. 4", {"title": "Hamnen", "publisher-place": "Tarvik"}),
    ("Dr. Ysolde Hartley, *The Quiet Harbour*, Leeds: Northgate, 1931, p. 4", {"author": [{"family": "Hartley", "given": "Ysolde"}], "title": "The Quiet Harbour"}),
    ("Maj.-Gen. Sir Piers Hartley, *The Quiet Harbour*, Leeds: Northgate, 1931, p. 4", {"author": [{"family": "Hartley", "given": "Piers"}]}),
)  # fmt: skip


# what only looks like one of them
LOOK_ALIKES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Leith Mercury, interview with Piers Lowe, 4 May 1931", {"author": None, "container-title": "Leith Mercury", "title": "interview with Piers Lowe"}),
    ("The Pilot, interview with Piers Lowe, Leith, 4 May 1931", {"author": None}),
    ("*Ysolde Hartley*, The Quiet Harbour, vol. 2, Leeds: Northgate, 1931, p. 4", {"author": [{"family": "Hartley", "given": "Ysolde"}], "title": "The Quiet Harbour"}),
    ("Ann Hartley, *The Harbour*, Foreword: Piers Lowe, 1934, p. 3", {"title": "The Harbour", "publisher-place": None, "publisher": None}),
    ("Ann Hartley, *The Harbour*, Special Issue: Ships, 1934, p. 3", {"title": "The Harbour", "publisher-place": None}),
    ("Ann Hartley, The Quiet Harbour (Leeds: Northgate, 1931, 1935)", {"title": "The Quiet Harbour", "page": None}),
    ("Dr. Hartley Explains the Tides, Leeds: Northgate, 1931, p. 4", {"author": None, "title": "Dr. Hartley Explains the Tides"}),
    ("Mr. Lowe Goes to Sea, Leeds: Northgate, 1931, p. 4", {"author": None, "title": "Mr. Lowe Goes to Sea"}),
    ("Gen. Assembly of Pilots, Acts, Leeds: Northgate, 1931, p. 4", {"author": None, "title": "Gen. Assembly of Pilots, Acts"}),
)  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), [*READ, *LOOK_ALIKES])
def test_a_citation_of_an_odd_form_is_read(line: str, wanted: dict[str, Any]) -> None:
    csl = parse_citation(line).csl
    assert {key: csl.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Hartley, Ann. Lowe v. Hartley (1912), 5 Leith Law Reports 31", "author"),
        ("Ann Hartley, *The Harbours*, A Great Series: Volume One, 1934, p. 3", "author"),
    ],
)
def test_who_stands_before_it_stays_the_author(line: str, field: str) -> None:
    assert parse_citation(line).csl[field] == [{"family": "Hartley", "given": "Ann"}]


def test_a_house_behind_a_title_with_a_colon_of_its_own_is_no_place() -> None:
    csl = parse_citation("Ann Hartley, *The Law*, Part One: The Early Years, Leeds: Northgate, 1934, p. 3").csl
    assert csl["publisher-place"] == "Leeds"
