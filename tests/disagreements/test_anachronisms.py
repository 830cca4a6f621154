"""A paper that has read what was testified only later."""

from __future__ import annotations

import pytest

from testimonia.disagreements import DisagreementStage
from testimonia.model import Document, DocumentType, Mention, Mode, Person, Span, Voice
from testimonia.testing import check_book, make_book, run_stage

CITE = "Marlow, Jane. Salt. Hull: Quay, 1950, p. {}."


def _told(letter: str, wrote: str, testimonies: list[tuple[str, str, str]]) -> list[str]:
    """What is told of a letter of a date, and testimonies each with its speaker, words and date."""
    excerpts = [f"[On {wrote} he wrote] {letter}", *(f"{words} ({who}, {when})" for who, words, when in testimonies)]
    cites = [CITE.format(n) for n in range(len(excerpts))]
    page = "THE MILL\n\n" + "\n\n".join(f"{words}\n{cite}" for words, cite in zip(excerpts, cites, strict=True)) + "\n"
    book = make_book(
        page, claims=["THE MILL"], excerpts=[(w, "THE MILL", c) for w, c in zip(excerpts, cites, strict=True)]
    )
    names = {"Quill": "p-quill", "Reed": "p-reed"}
    book.add([Person(key, name, (name,)) for name, key in names.items()])
    for excerpt in book.excerpts:
        for name, key in names.items():
            at = excerpt.text.find(name)
            if at >= 0:
                book.add([Mention(f"{excerpt.id}{name}", excerpt.page_span(at, at + len(name)), name, excerpt.id, key)])
    kinds = [(DocumentType.LETTER, None, wrote), *((DocumentType.DEPOSITION, w, when) for w, _, when in testimonies)]
    for n, (excerpt, (kind, who, when)) in enumerate(zip(book.excerpts, kinds, strict=True)):
        at = excerpt.text.find(when)
        words = excerpt.page_span(at, at + len(when))
        author = names[who] if who else None
        day, month, year = when.split()
        edtf = f"{year}-{['March', 'April'].index(month) + 3:02}-{int(day):02}"
        book.add([Document(f"d{n}", kind, edtf, author, who, (words,), (words,), (excerpt.id,))])
    for n, excerpt in enumerate(book.excerpts):
        span = Span(excerpt.span.start, excerpt.span.end)
        book.add([Voice(f"v{n}", excerpt.id, span, "author:marlow", "Marlow", Mode.QUOTE, f"d{n}")])
    book = run_stage(DisagreementStage(), book)
    check_book(book)
    return [f"{d.a_says} | {d.b_says}" for d in book.discrepancies if "testified" in d.reasons[0].rule]


@pytest.mark.parametrize(
    ("letter", "wrote", "testimonies", "told"),
    [
        (
            "I have read the depositions of that rogue Quill.",
            "4 March 1903",
            [("Quill", "The sluice stood open.", "19 March 1903")],
            ["4 March 1903 | 19 March 1903"],
        ),
        (  # one that he may have read
            "I have read the depositions of that rogue Quill.",
            "9 April 1903",
            [("Quill", "The sluice stood open.", "19 March 1903")],
            [],
        ),
        (
            "I have read the deposition of Quill.",
            "4 March 1903",
            [("Quill", "The sluice stood open.", "2 March 1903"), ("Quill", "It stood shut.", "19 March 1903")],
            [],
        ),
        ("I long to read what Quill will say.", "4 March 1903", [("Quill", "It stood open.", "19 March 1903")], []),
        ("I have read the deposition of Reed.", "4 March 1903", [("Quill", "It stood open.", "19 March 1903")], []),
        ("I have read the deposition of Quill.", "4 March 1903", [("Quill", "It was open.", "19 March 1907")], []),
    ],
)
def test_a_paper_cannot_have_read_what_was_testified_later(letter, wrote, testimonies, told):
    assert _told(letter, wrote, testimonies) == told
