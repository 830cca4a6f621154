"""Plain text is cut into units by its line ends, blank lines and marks, and no word is lost by it."""

from __future__ import annotations

import pytest

from testimonia.layout.lines import cut_into_units
from testimonia.layout.units import Unit


def units(text: str, *, wrapped: bool | None = None) -> list[Unit]:
    return cut_into_units(text, wrapped=wrapped).units


def only(text: str) -> Unit:
    (unit,) = units(text)
    return unit


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("a\nb", [3, 0]),
        ("a\n\nb\n\n\nc", [3, 1, 2]),
        ("a\n\n\n\n\n\nb", [3, 3]),
        ("a\r\n\r\nb\rc", [3, 1, 0]),
        ("a\n \t\nb", [3, 1]),
        ("a\u2028\u2028b", [3, 1]),
        ("a\n\u00a0\nb", [3, 1]),
    ],
)
def test_blank_lines_are_counted_up_to_three(text: str, gaps: list[int]) -> None:
    assert [unit.gap for unit in units(text)] == gaps


@pytest.mark.parametrize(
    ("text", "wrap", "words"),
    [
        ("**The ferry**", "bold", "The ferry"),
        ("__The ferry__", "bold", "The ferry"),
        ("'''The ferry'''", "bold", "The ferry"),
        ("*The ferry*", "italic", "The ferry"),
        ("_The ferry_", "italic", "The ferry"),
        ("''The ferry''", "italic", "The ferry"),
        ("[b]The ferry[/b]", "bold", "The ferry"),
        ("<b>The ferry</b>", "bold", "The ferry"),
        ("<i>The ferry</i>", "italic", "The ferry"),
        ("**The** ferry **left**", "", "**The** ferry **left**"),
        ("*The* ferry", "", "*The* ferry"),
    ],
)
def test_what_is_set_as_a_whole_is_told_from_a_word_in_it(text: str, wrap: str, words: str) -> None:
    unit = only(text)
    assert (unit.wrap, unit.text) == (wrap, words)


def test_a_block_quote_is_one_container_until_a_blank_line_ends_it() -> None:
    a, b, c, d = units("> It left.\n>\n> Nobody saw it.\n\n> Another.\n\nOutside.")
    assert [unit.kind for unit in (a, b, c, d)] == ["quote", "quote", "quote", ""]
    assert a.container == b.container != c.container
    assert (b.gap, c.gap) == (1, 1)
    assert [unit.text for unit in (a, b, c)] == ["It left.", "Nobody saw it.", "Another."]


def test_the_depth_of_a_quotation_is_its_level() -> None:
    assert [unit.level for unit in units("> a\n>> b\n> > > c")] == [1, 2, 3]


def test_a_bullet_holds_what_is_set_in_under_it() -> None:
    first, under, second = units("* It left.\n  It did not.\n* Nobody saw it.")
    assert first.container == under.container != second.container
    assert {unit.kind for unit in (first, under, second)} == {"bullet"}


def test_a_bullet_of_the_second_level_stays_in_the_first() -> None:
    first, second, third = units("* It left.\n** Marlow, 1931\n* Nobody saw it.")
    assert first.container == second.container != third.container


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "=====", "~~~", "———", "<hr>", "<hr />", "_ _ _"])
def test_a_rule_is_no_unit_and_frames_what_follows(rule: str) -> None:
    first, second = units(f"a\n\n{rule}\n\nb")
    assert (first.framed, second.framed) == (False, True)
    assert second.text == "b"


def test_cells_of_a_row_share_a_container_and_have_columns() -> None:
    head, source, a, b, c, d = units("| Words | Source |\n|---|---|\n| It left. | Marlow |\n| Late. | Quist |")
    assert [unit.column for unit in (a, b, c, d)] == [1, 2, 1, 2]
    assert a.container == b.container != c.container == d.container
    assert (head.aside, source.aside, a.aside) == (True, True, False)
    assert [unit.text for unit in (a, b)] == ["It left.", "Marlow"]


def test_an_escaped_bar_parts_no_cells() -> None:
    assert [unit.text for unit in units(r"| a \| b | c |")] == [r"a \| b", "c"]


def test_a_template_is_a_quotation_and_what_it_cites() -> None:
    quote, cited = units("{{quote|It [[ferry|left]].|Marlow|Salt, 1931}}")
    assert (quote.text, quote.kind) == ("It [[ferry|left]].", "quote")
    assert (cited.text, cited.mark) == ("Marlow|Salt, 1931", "template")


def test_named_arguments_of_a_template_are_words_without_their_names() -> None:
    quote, cited = units("{{Quote\n| text = It left.\nNobody saw it.\n| author = Marlow }}")
    assert quote.text == "It left.\nNobody saw it."
    assert cited.text == "Marlow"


@pytest.mark.parametrize("text", ["{{quote|It left.", "{{quote|{{quote|It left.}}", "{{quote}}", "{{other|It left.}}"])
def test_a_template_that_is_none_or_never_ends_loses_no_words(text: str) -> None:
    assert "".join(unit.text for unit in units(text)).replace("{{quote|", "").strip("}") in text


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("[quote]", "[/quote]"),
        ("[quote=Marlow]", "[/quote]"),
        ("<blockquote>", "</blockquote>"),
        ("#+begin_quote", "#+end_quote"),
        (r"\\begin{quote}".replace("\\\\", "\\"), r"\\end{quote}".replace("\\\\", "\\")),
        ("::: quote", ":::"),
    ],
)
def test_fences_hold_a_quotation(opens: str, closes: str) -> None:
    before, a, b, after = units(f"Before.\n\n{opens}\nIt left.\n\nLate.\n{closes}\n\nAfter.")
    assert [unit.kind for unit in (before, a, b, after)] == ["", "quote", "quote", ""]
    assert a.container == b.container
    assert a.text == "It left."


def test_stars_are_headings_of_an_outline_and_else_bullets() -> None:
    outline = units("#+title: The wreck\n\n* The ferry left\n\nIt left.\n\n** Early\n\nIt did.")
    assert [unit.mark for unit in outline if unit.text in ("The ferry left", "Early")] == ["#1", "#2"]
    assert units("* The ferry left\n\nIt left.")[0].mark == "bullet"


@pytest.mark.parametrize(
    "told",
    [
        ".. contents:: Claims\n   :depth: 1",
        ".. _ferry:",
        ".. |ship| image:: ship.png",
        "..",
        ".. figure:: a.png\n   :alt: It",
    ],
)
def test_what_tells_a_converter_what_to_do_is_no_unit(told: str) -> None:
    first, second = units(f"It left.\n\n{told}\n\n    It did.")
    assert (first.text, second.text) == ("It left.", "It did.")


def test_dots_before_words_or_a_note_lose_neither() -> None:
    assert [unit.text for unit in units(".. and so it left\n\n.. [1] Marlow, A. Salt and Ashes.")] == [
        ".. and so it left",
        "[1] Marlow, A. Salt and Ashes.",
    ]


def test_what_an_outline_keeps_under_a_heading_is_no_unit() -> None:
    text = "* The ferry left\n:PROPERTIES:\n:CREATED:  [2021-03-04 Thu]\n:END:\nIt left.\n#+begin_quote\nLate."
    assert [unit.text for unit in units(text)] == ["The ferry left", "It left.", "Late."]
    assert [unit.text for unit in units(":LOGBOOK:\nIt left.")] == [":LOGBOOK:", "It left."]


def test_an_o_before_a_tab_is_a_bullet_of_the_second_level() -> None:
    first, second, words = units("•\tIt left.\no\tMarlow, A. Salt and Ashes.\no harbour of the north")
    assert (first.kind, second.kind, second.text) == ("bullet", "bullet", "Marlow, A. Salt and Ashes.")
    assert first.container == second.container
    assert words.text == "o harbour of the north"


@pytest.mark.parametrize(
    "line", ["[[Category:Ships]]", "[[File:Ship.jpg|thumb|The [[ferry]] at last]]", "{{wikipedia}}", "{{Reflist|2}}"]
)
def test_what_a_wiki_sets_beside_its_text_stands_apart(line: str) -> None:
    assert [unit.aside for unit in units(f"It left.\n\n{line}\n\n[[Marlow]] saw it.")] == [False, True, False]


@pytest.mark.parametrize("line", ["{: .quote}", "{:toc}", "{#ferry}", "{.wide #ferry}"])
def test_attributes_for_a_converter_are_no_unit(line: str) -> None:
    assert [unit.text for unit in units(f"> It left.\n{line}\n\n{{He}} saw it.")] == ["It left.", "{He} saw it."]
    assert only(f"## The ferry left {line}").text == "The ferry left"


def test_a_typesetter_places_sources_and_has_marks_of_his_own() -> None:
    text = (
        "\\documentclass{book}\n%%%\n\\section{The ferry}\n% to do\n\\begin{quote}\n``It left.\n\nLate.''\\\\[1ex]\n"
        "\\hspace*{\\fill}--- Marlow, \\textit{Salt and Ashes}, p. 4\n\\end{quote}\n``Left,'' he said, and ``Late''"
    )
    found = units(text)
    assert [unit.text for unit in found] == [
        "The ferry",
        "It left.",
        "Late.",
        "Marlow, \\textit{Salt and Ashes}, p. 4",
        "``Left,'' he said, and ``Late''",
    ]
    assert found[3].mark == "dash"
    assert only("% of the crew left").text == "% of the crew left"


def test_a_line_end_written_as_a_tag_parts_segments() -> None:
    unit = only("It left.<br>Nobody saw it.<br />Late.")
    assert unit.text == "It left.\nNobody saw it.\nLate."


def test_a_byte_order_mark_is_no_word() -> None:
    assert only("\ufeffA word").text == "A word"
