"""How a page sets its excerpts changes nothing of who speaks in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import wrap

import pytest

from testimonia.model import Sourcebook
from testimonia.pipeline import default_stages, run
from testimonia.testing import make_source

# what is told, paragraph by paragraph, and its source
EXCERPTS = (
    (
        "The first to speak was Ada Marlow, who had kept the lower gate since the flood.",
        '"I opened it at four," she said. "Nobody had told me to, and I would open it again."',
        "The board went on to the next.",
    ),
    (
        "From the report of the county surveyor on the upper gate at Holm Reach, December 1911:",
        "I. THE GATE",
        "Examined by me on the 9th of May. I found the iron new and the sill two inches out of true.",
        "II. THE WATER",
        "The level was read for me at six and at ten, and I have no reason to doubt that it was read as it stood.",
        "CONCLUSIONS",
        "That the gate was in order. That I cannot say in what state it was on the night of the flood.",
    ),
    (
        "MR. HALE: At what hour did you come down?",
        "MARLOW: At four, sir.",
        "MR. HALE: And who was there?",
        "MARLOW: Nobody but the clerk, and he was asleep with his head on the ledger.",
    ),
    (
        "Tom Orme the clerk told it to the vicar on the church steps, and the vicar wrote it down.",
        '"I was not asleep. I heard the water as one hears a cart in the next street, and then it was in the room.',
        '"I took the ledger, since it was the only thing there that had been paid for."',
        "He said no more of it that day.",
    ),
    (
        "Nothing that was said at Holm Reach in that week was believed by anybody who had not been there, and "
        "little by those who had. It was put about that the upper gate had been left to rust, that the lower had "
        "been opened for a wager, and that the ledger, when it was dried and read, had nothing in it but a list of "
        "hymns and the price of a drum of oil. All of this was denied in the course of the spring, and most of it "
        "by the people who had put it about, so that by Easter nobody could have said on which side of the river "
        "he had stood.",
    ),
    (
        "The water stood for nine days in the nave, and when it went it left a pike under the font. The vicar had "
        "it stuffed. It hung over the vestry door until the church was sold, and it is said that the bidding for "
        "it was a good deal livelier than the bidding for the bells, which went to a foundry in the north for the "
        "price of the metal and were never heard again in that valley or, so far as anybody has found out, in any "
        "other.",
    ),
)
CITED = tuple(
    f"{name}. Salt and Ashes. Leeds: Northgate, 19{30 + n}, p. {n + 4}"
    for n, name in enumerate(("Lowe, Peter", "Kent, Anna", "Quist, Jon", "Vane, Eve", "Abbot, Mary", "Roper, John"))
)
CLAIMS = (
    "THE LOWER GATE WAS OPENED AT FOUR", "THE UPPER GATE WAS IN ORDER", "THE CLERK WAS ASLEEP OR NOT",
    "THE CLERK SAVED THE LEDGER", "NOBODY BELIEVED IT", "THE WATER STOOD FOR NINE DAYS",
)  # fmt: skip


def plain(n: int) -> str:
    return "\n".join(EXCERPTS[n]) + f"\n{CITED[n]}"


def returned(n: int) -> str:
    return "\r\n\r\n".join(EXCERPTS[n]) + f"\r\n\r\n{CITED[n]}"


def block_quote(n: int) -> str:
    return "> " + "\n>\n> ".join(EXCERPTS[n]) + f"\n\n{CITED[n]}"


def wrapped(n: int) -> str:
    return "\n\n".join("\n".join(wrap(p, 70)) for p in EXCERPTS[n]) + f"\n\n{CITED[n]}"


def wrapped_early(n: int) -> str:
    lines = (f"> {line}" for p in EXCERPTS[n] for line in (*wrap(p, 66), ""))
    return "\n".join(lines).rstrip("> ") + f"\n{CITED[n]}"


def enclosed(n: int) -> str:
    return "“" + "\n".join(EXCERPTS[n]) + f"” ({CITED[n]})"


def enclosed_straight(n: int) -> str:
    return '"' + "\n".join(EXCERPTS[n]) + f'" ({CITED[n]})'


def opened_again(n: int) -> str:
    return "\n\n".join(f"“{p}" for p in EXCERPTS[n]) + f"” ({CITED[n]})"


def indented(n: int) -> str:
    return "\n\n".join(f"    {p}" for p in EXCERPTS[n]) + f"\n\n{CITED[n]}"


def indented_wrapped(n: int) -> str:
    lines = (f"      {line}".rstrip() for p in EXCERPTS[n] for line in (*wrap(p, 58), ""))
    return "\n".join(lines) + f"\n{CITED[n]}"


def first_lines_indented(n: int) -> str:
    return "\n".join("\n".join(wrap(f"   {p}", 64)) for p in EXCERPTS[n]) + f"\n\n{CITED[n]}"


def bulleted(n: int) -> str:
    return "* " + "\n  ".join(EXCERPTS[n]) + f" ({CITED[n]})"


def in_italics(n: int) -> str:
    return "\n\n".join(f"*{p}*" for p in EXCERPTS[n]) + f"\n\n{CITED[n]}"


def wiki_breaks(n: int) -> str:
    return "* " + "<br />".join(EXCERPTS[n]) + f"<ref>{CITED[n]}</ref>"


SETTINGS = (
    returned, block_quote, wrapped, wrapped_early, enclosed, enclosed_straight, opened_again, indented,
    indented_wrapped, first_lines_indented, bulleted, in_italics, wiki_breaks,
)  # fmt: skip


def tell(setting: Callable[[int], str]) -> dict[str, str]:
    """For each stretch of an excerpt, its letters and who speaks it."""
    gap = "\r\n\r\n" if setting is returned else "\n\n"
    page = gap.join(["THE FLOOD AT HOLM REACH", *(gap.join([claim, setting(n)]) for n, claim in enumerate(CLAIMS))])
    stages = default_stages()
    last = next(n for n, stage in enumerate(stages) if stage.name == "voices")
    book = run(Sourcebook(make_source(page + "\n")), stages[: last + 1])
    assert len(book.excerpts) == len(EXCERPTS)
    found: dict[str, str] = {}
    for voice in book.voices:
        pieces = voice.segments or (voice.span,)
        words = "".join(piece.cut(book.text) for piece in pieces)
        speaker = "author" if voice.speaker.startswith("author:") else voice.speaker_name
        found[re.sub(r"\W+", "", words)] = f"{voice.mode} of {speaker}"
    return found


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.__name__)
def test_the_setting_of_a_page_changes_no_voice(setting: Callable[[int], str]) -> None:
    assert tell(setting) == tell(plain)


def test_the_plain_page_is_read_as_a_reader_would() -> None:
    said = tell(plain)
    assert said["Iopeneditatfour"] == "quote of Ada Marlow"
    assert said["MARLOWAtfoursir"] == "turn of MARLOW"
    assert [who for words, who in said.items() if words.startswith("ITHEGATE")] == ["quote of the county surveyor"]
    assert [who for words, who in said.items() if words.startswith("Iwasnotasleep")] == ["quote of Tom Orme"]
    assert sum(who == "narration of author" for who in said.values()) == len(said) - 8
