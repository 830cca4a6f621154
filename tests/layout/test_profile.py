"""A profile is read or refused; what it states is obeyed; one written out reads the page the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import testimonia
from testimonia.citations import CitationStage
from testimonia.errors import ProfileError
from testimonia.layout import LayoutProfile, LayoutStage, profile_toml, read_profile
from testimonia.model import Sourcebook
from testimonia.testing import make_source, run_stage

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix != ".json")

CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 4"
PAGE = "".join(
    f"TOLD {i}. It began so.\n\nNobody saw her go, and nobody asked, in the {word} year.\n\n@@ {word} box, leaf {i}\n\n"
    for i, word in enumerate(("first", "second", "third", "fourth", "fifth"), 1)
)


def profile(text: str, tmp_path: Path) -> LayoutProfile:
    path = tmp_path / "layout.toml"
    path.write_text(text, encoding="utf-8")
    return read_profile(path)


def book(text: str, stated: LayoutProfile | None = None) -> Sourcebook:
    return run_stage(CitationStage(), make_source(text), before=[LayoutStage(stated)])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[layout", "is no TOML: .+ See 'testimonia layout --toml' for one"),
        ("layout = 3", r"has no table \[layout\]"),
        ("[layout]\nheadings = 'x'", "sets 'headings', which does not exist. There are: claims, claims_pattern"),
        ("[layout]\nclaims = 3", "sets claims to 3. Write words in quotation marks"),
        ("[layout]\ncitations = 'somewhere'", "puts citations at 'somewhere'. There are: 'own line, after', .*'none'"),
        ("[layout]\ncitations = ['a']", "sets citations to"),
        ("[layout]\nwrapped = 'yes'", "sets wrapped to 'yes'. Write true or false"),
        ("[layout]\nclaims_pattern = '('", r"sets claims_pattern to '\(', no regular expression: "),
        ("[layout]\ncitations_pattern = '*'", "no regular expression"),
    ],
)
def test_a_profile_that_cannot_be_is_one_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=sentence) as told:
        profile(text, tmp_path)
    assert "layout.toml" in str(told.value)


def test_a_profile_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"none\.toml cannot be read: No such file"):
        read_profile(tmp_path / "none.toml")
    with pytest.raises(ProfileError, match="cannot be read"):
        read_profile(tmp_path)
    (tmp_path / "layout.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError, match="is no TOML"):
        read_profile(tmp_path / "layout.toml")


def test_an_empty_profile_states_nothing(tmp_path: Path) -> None:
    assert profile("", tmp_path) == profile("[layout]\n", tmp_path) == LayoutProfile()


def test_settings_may_stand_without_their_table(tmp_path: Path) -> None:
    assert profile("claims = 'capitals'\n", tmp_path).claims == "capitals"


def test_stated_patterns_find_what_nothing_else_would(tmp_path: Path) -> None:
    stated = profile("[layout]\nclaims_pattern = '^TOLD [0-9]'\ncitations_pattern = '^@@ '\n", tmp_path)
    found = book(PAGE, stated)
    assert [claim.text for claim in found.claims] == [f"TOLD {i}. It began so." for i in range(1, 6)]
    assert [found.excerpts[i].claim for i in range(5)] == [claim.id for claim in found.claims]
    assert all(excerpt.citation for excerpt in found.excerpts)
    assert len(found.excerpts) == 5
    conventions = {convention.name: convention for convention in found.conventions}
    assert conventions["claims"].stated
    assert conventions["citations"].stated


def test_without_the_patterns_it_is_otherwise() -> None:
    assert len([excerpt for excerpt in book(PAGE).excerpts if excerpt.citation]) < 5


def test_a_stated_look_of_claims_is_obeyed(tmp_path: Path) -> None:
    text = "".join(
        f"# THE FERRY LEFT {word}\n\nNobody saw her go, in the year.\n\n{CITED}\n\n"
        for word in ("EARLY", "LATE", "TWICE")
    ).replace("# THE FERRY LEFT LATE", "# The ferry left late")
    assert len(book(text).claims) == 3
    assert [claim.text for claim in book(text, profile("claims = 'capitals'", tmp_path)).claims] == [
        "THE FERRY LEFT EARLY",
        "THE FERRY LEFT TWICE",
    ]


def test_a_stated_pattern_finds_claims_among_marked_headings(tmp_path: Path) -> None:
    text = "".join(f"## {i}) POINT {i}\n\nNobody saw her go, in the year.\n\n{CITED}\n\n" for i in range(1, 4))
    assert len(book(text, profile("claims_pattern = 'POINT [0-9]'", tmp_path)).claims) == 3


def test_a_look_that_the_page_does_not_show_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"Nothing on the page is set as '#7'\. What it shows: .*labelled"):
        book(PAGE, profile("claims = '#7'", tmp_path))


def test_a_page_may_be_said_to_have_no_claims_and_no_citations(tmp_path: Path) -> None:
    text = (PAGES / "capitals.txt").read_text(encoding="utf-8")
    assert not book(text, profile("claims = 'none'", tmp_path)).claims
    none = testimonia.read(make_source(text), profile=_written("citations = 'none'", tmp_path))
    assert not none.citations
    stated = {c.name: (c.value, c.stated) for c in none.conventions}
    assert stated["citations"] == ("none", True)
    marks = testimonia.read(PAGES / "footnotes.md", profile=_written("citations = 'none'", tmp_path))
    assert not marks.citations


def _written(text: str, tmp_path: Path) -> Path:
    path = tmp_path / "stated.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_stated_placement_is_obeyed(tmp_path: Path) -> None:
    text = (PAGES / "end-of-paragraph.md").read_text(encoding="utf-8")
    after = book(text, profile("citations = 'own line, after'", tmp_path))
    conventions = {c.name: c for c in after.conventions}
    assert conventions["citations"].value in ("own line, after", "none")
    assert conventions["citations"].stated
    assert {c.name: c.value for c in book(text).conventions}["citations"] == "end of the paragraph"


@pytest.mark.parametrize("wrapped", [True, False])
def test_stated_line_ends_are_obeyed(wrapped: bool, tmp_path: Path) -> None:
    path = PAGES / "wrapped-underlined.txt"
    found = testimonia.read(path, profile=_written(f"wrapped = {str(wrapped).lower()}", tmp_path))
    line_ends = {c.name: c for c in found.conventions}["line ends"]
    assert line_ends.value.startswith("wrapped") == wrapped
    assert line_ends.stated


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_written_out_reads_the_page_the_same(name: str, tmp_path: Path) -> None:
    first = testimonia.read(PAGES / name)
    again = testimonia.read(PAGES / name, profile=_written(profile_toml(first.conventions), tmp_path))
    assert list(again.passages) == list(first.passages)
    assert [claim.text for claim in again.claims] == [claim.text for claim in first.claims]
    assert [(x.claim, x.text, x.citation) for x in again.excerpts] == [
        (x.claim, x.text, x.citation) for x in first.excerpts
    ]
    assert all(c.stated for c in again.conventions if c.name in ("claims", "citations", "line ends"))
