"""Marks in the text find their notes, wherever and however the notes are set."""

from __future__ import annotations

import pytest

from testimonia.layout.blocks import units_of_blocks
from testimonia.layout.lines import cut_into_units
from testimonia.layout.notes import NoteTable, find_notes
from testimonia.reading import source_from_bytes

CITED = ("Marlow, Salt and Ashes, 1931, p. 4.", "Quist, Harbour, 1958, p. 7.", "Ibid., p. 9.")


def pairs(text: str) -> list[tuple[str, str, str]]:
    """For each mark: the words before it, the mark, and the words of its note."""
    units = cut_into_units(text).units
    notes = find_notes(text, units)
    assert notes is not None
    return _pairs(text, units, notes)


def _pairs(text: str, units: list, notes: NoteTable) -> list[tuple[str, str, str]]:  # type: ignore[type-arg]
    return [
        (text[units[i].start : start], text[start:end], notes.definitions[note].text)
        for i, (start, end, note) in sorted(notes.marks.items())
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("[{}]", "[{}] "),
        ("[^{}]", "[^{}]: "),
        ("[^n{}]", "[^n{}]: "),
        ("^{}", "{}. "),
        ("<sup>{}</sup>", "{}. "),
        ("({})", "{}) "),
        ("[{}]", "{}. "),
    ],
)
def test_every_way_to_set_a_mark(mark: str, note: str) -> None:
    text = "".join(f"It left, {i}.{mark.format(i)}\n\n" for i in (1, 2, 3))
    text += "".join(f"{note.format(i)}{cited}\n" for i, cited in enumerate(CITED, 1))
    assert pairs(text) == [(f"It left, {i}.", mark.format(i), cited) for i, cited in enumerate(CITED, 1)]


def test_superscript_numbers_are_numbers() -> None:
    text = "It left.¹\n\nIt did.²\n\nLate.¹²\n\n¹ " + CITED[0] + "\n² " + CITED[1] + "\n¹² " + CITED[2]
    assert [pair[1:] for pair in pairs(text)] == [("¹", CITED[0]), ("²", CITED[1]), ("¹²", CITED[2])]


def test_numbers_may_begin_again_in_each_chapter() -> None:
    text = "A.[1]\n\nB.[2]\n\nC.[1]\n\nD.[2]\n\nNotes\n\n[1] {0}\n[2] {1}\n\n[1] {2}\n[2] {0}\n".format(*CITED)
    assert [pair[2] for pair in pairs(text)] == [CITED[0], CITED[1], CITED[2], CITED[0]]


def test_several_marks_may_refer_to_one_note() -> None:
    text = f"A.[1]\n\nB.[2]\n\nC.[1]\n\n[1] {CITED[0]}\n[2] {CITED[1]}\n"
    assert [pair[2] for pair in pairs(text)] == [CITED[0], CITED[1], CITED[0]]


def test_the_heading_of_the_notes_is_one_of_them() -> None:
    text = f"A.[1]\n\nB.[2]\n\nNOTES\n\n1. {CITED[0]}\n2. {CITED[1]}\n"
    units = cut_into_units(text).units
    notes = find_notes(text, units)
    assert notes is not None
    assert {units[i].text for i in notes.headings} == {"NOTES"}
    assert {units[i].text[:2] for i in notes.units} == {"1.", "2."}


def test_links_lead_to_notes_and_back_links_are_no_words() -> None:
    page = "".join(f"<p>It left, {i}.<sup id=r{i}><a href='#n{i}'>{i}</a></sup></p>" for i in (1, 2, 3))
    page += "<ol>" + "".join(f"<li id=n{i}>{cited} <a href='#r{i}'>↩</a></li>" for i, cited in enumerate(CITED, 1))
    source = source_from_bytes(page.encode(), "a.html", media="text/html")
    units = units_of_blocks(source)
    notes = find_notes(source.text, units)
    assert notes is not None
    assert _pairs(source.text, units, notes) == [(f"It left, {i}.", f"{i}", cited) for i, cited in enumerate(CITED, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "1. The ferry left\n\nIt did.\n\n2. Nobody saw it\n\nIt was dark.\n",
        "It left.[1]\n\nIt did.[2]\n\n[1] He was not there.\n[2] She was.\n",
        f"It left.\n\nIt did.\n\n1. {CITED[0]}\n2. {CITED[1]}\n",
        f"It left.[1]\n\n[1] {CITED[0]}\n",
        "",
    ],
)
def test_what_is_numbered_is_not_always_a_note(text: str) -> None:
    assert find_notes(text, cut_into_units(text).units) is None


def test_a_number_in_other_brackets_is_no_mark() -> None:
    parts = []
    for part in range(1, 4):
        parts.append(f"CHAPTER {part}: CONTINUED ({part})")
        parts += [f"It left the quay at {n} in the rain.[{n}]" for n in range(1, 8)]
    text = "\n\n".join(parts) + "\n\nNOTES\n\n"
    text += "\n\n".join("\n".join(f"{n}. {CITED[n % 3]}" for n in range(1, 8)) for _ in range(3))
    found = pairs(text)
    assert len(found) == 21
    assert [pair[2] for pair in found] == [CITED[n % 3] for n in range(1, 8)] * 3


def test_the_heading_below_the_notes_of_a_section_is_no_note_though_its_number_goes_on() -> None:
    parts = []
    for n in (1, 2, 3):
        words = "".join(f"“It left, {n}.{k}.”{k}\n\n" for k in range(1, n + 1))
        notes = "".join(f"{k}. {CITED[k - 1]}\n" for k in range(1, n + 1))
        parts.append(f"{n}. The ferry left\n\n{words}Notes\n{notes}")
    text = "\n\n".join(parts)
    assert [note for _, _, note in pairs(text)] == [CITED[0], *CITED[:2], *CITED]
    notes = find_notes(text, cut_into_units(text).units)
    assert notes is not None
    assert "The ferry left" not in {definition.text for definition in notes.definitions}
