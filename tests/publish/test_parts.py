"""Names of files, the index of the search, and citations."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.publish.citing import Edition, bibtex, csl_item, foot_of, in_words
from testimonia.publish.index import fold, tokens
from testimonia.publish.links import SiteLinks, file_name
from testimonia.publish.narrowing import facets
from testimonia.publish.subjects import Subject
from testimonia.store.pages import open_base
from testimonia.store.pages.searching import find

EDITION = Edition("The Wreck of the Ardent", "2031-05-03", "0.1.0", "f" * 64, "https://example.org/a/", "Ines Marlow")
BARE = Edition("The Wreck of the Ardent", "2031-05-03", "0.1.0", "f" * 64)


@given(st.text(max_size=300), st.text(max_size=300))
def test_two_keys_never_share_a_name_and_every_system_has_it(one: str, other: str) -> None:
    names = [file_name("person", key) for key in (one, other)]
    assert (names[0] == names[1]) == (one == other)
    for name in names:
        assert re.fullmatch(r"person-[a-z0-9_-]*\.html", name)
        assert len(name) < 180


@pytest.mark.parametrize(
    "key", ["A", "a", "_61_", "a_", "\0", "..", "CON", "x" * 99, "x" * 100, "x" * 101, "é", "\ud800"]
)
def test_names_that_look_alike_are_kept_apart(key: str) -> None:
    others = ["A", "a", "_61_", "a_", "\0", "..", "CON", "x" * 99, "x" * 100, "x" * 101, "é", "\ud800"]
    same = [other for other in others if file_name("p", other).casefold() == file_name("p", key).casefold()]
    assert same == [key]


def test_a_link_asks_nothing_and_its_place_is_written_so_that_it_is_found() -> None:
    links = SiteLinks()
    assert links.to("claims", profile="carried") == "claims.html"
    assert links.to("read") == "read-1.html"
    assert links.to("read", 3, "c1-2") == "read-3.html#c1-2"
    assert links.to("findings", fragment="a b") == "findings.html#a%20b"


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Élise", ["elise"]),
        ("STRAẞE straße", ["strasse", "strasse"]),
        ("Ёлка ёлка", ["елка", "елка"]),
        ("ﬁn 1931–32", ["fin", "1931", "32"]),
        ("snake_case don't", ["snake", "case", "don", "t"]),
        ("क़िला", ["कल"]),
        ("!?", []),
    ],
)
def test_words_are_folded_as_the_script_folds_them(words: str, folded: list[str]) -> None:
    assert tokens(words) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(words: str) -> None:
    assert tokens(fold(words)) == tokens(words)


def test_the_index_holds_every_word_by_its_letter(site: Path) -> None:
    facts = read(site / "search" / "index.js")
    assert facts["count"] == sum(last - first for first, last in facts["kinds"].values())
    texts = [
        row for n in range(-(-facts["count"] // facts["in_one"])) for row in read(site / "search" / f"texts-{n}.js")
    ]
    assert len(texts) == facts["count"]
    words = {}
    for letter in facts["letters"]:
        words |= read(site / "search" / f"words-{letter}.js")
    for number, (_, href, title, text, _) in enumerate(texts):
        assert (site / href).is_file()
        for token in tokens(f"{title} {text}"):
            assert number in places(words[token])
    assert any(others for others in facts["alike"].values())


def test_a_site_counts_what_excerpts_have_in_common_as_the_room_does(base: Path) -> None:
    opened = open_base(base)
    ids = [id_ for (id_,) in opened.rows("select id from excerpts order by start")]
    found = find(opened, " OR ".join(f"{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz"))
    assert found.total == found.counted == len(ids)
    narrowed = facets(opened, ids)
    assert set(narrowed) == set(found.facets)
    for name, values in narrowed.items():
        counts = {(one.value, one.name): len(one.excerpts) for one in values}
        for facet in found.facets[name]:
            if name != "voice":  # which the room tells apart among those that it shows
                assert counts[facet.value, facet.name] == facet.count
            assert {value: count for (value, _), count in counts.items()}[facet.value] == facet.count
    value = narrowed["act"][0]
    assert {ids[n] for n in value.excerpts} == {
        id_ for (id_,) in opened.rows("select excerpt from assertions where act = ? and excerpt != ''", value.value)
    }
    opened.close()


def read(path: Path) -> object:
    return json.loads(re.fullmatch(r'testimonia_search\("\w+","\w*",(.*)\);\n', path.read_text(), re.S)[1])  # type: ignore[index]


def places(steps: str) -> list[int]:
    found, at = [], 0
    for step in steps.split(","):
        at += int(step, 36)
        found.append(at)
    return found


def test_a_page_is_cited_with_what_was_said_and_no_more() -> None:
    subject = Subject("THE HORN & 100% {SOUND}", "A claim.")
    item = csl_item(subject, EDITION, "claim-c1.html")
    assert item["URL"] == "https://example.org/a/claim-c1.html"
    assert item["author"] == [{"literal": "Ines Marlow"}]
    assert in_words(item).startswith("Ines Marlow. “THE HORN & 100% {SOUND}”. In: The Wreck of the Ardent. 2031-05-03.")
    assert r"title = {{THE HORN \& 100\% \{SOUND\}}}" in bibtex(item)
    bare = csl_item(subject, BARE, "claim-c1.html")
    assert not {"URL", "author"} & set(bare)
    assert "url" not in bibtex(bare)
    assert "author" not in bibtex(bare)


def test_bibtex_is_read_by_others() -> None:
    import bibtexparser

    item = csl_item(Subject("The horn_of #1", "x"), EDITION, "index.html")
    library = bibtexparser.parse_string(bibtex(item))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.fields_dict["url"].value == "https://example.org/a/"
    assert entry.fields_dict["year"].value == "2031"


def test_a_citation_is_no_markup() -> None:
    assert "<script>" not in foot_of(Subject("<script>x</script>", "x"), EDITION, "index.html")
