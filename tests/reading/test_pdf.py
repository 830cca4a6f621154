"""Glyphs on pages come out as the paragraphs, headings and notes that a reader sees."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from testimonia.errors import MissingExtraError, SourcebookError
from testimonia.model import Source
from testimonia.reading import source_from_bytes

pytest.importorskip("pdfminer", reason="the extra testimonia[pdf] is not installed")

Piece = tuple[float, float, float, str, str]  # x, y, size, face (R, B or I), words
FACES = {"R": "Helvetica", "B": "Helvetica-Bold", "I": "Helvetica-Oblique"}
FILL = "the ferry left the quay of the old town in a thick fog and nobody"  # some 300 points in 10 point type


def pdf(pages: Sequence[Sequence[Piece]], extra: str = "") -> bytes:
    """A PDF with words at the given places."""
    fonts = "".join(f"/{k}<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/{v}>>" for k, v in FACES.items())
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for page in pages:
        drawn = "\n".join(f"BT /{face} {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, face, words in page)
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            f"/Resources<</Font<<{fonts}>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    out, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{p:010d} 00000 n \n" for p in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{extra}>>\nstartxref\n{table}\n%%EOF\n"
    return out.encode("cp1252")


def read(*pages: Sequence[Piece]) -> Source:
    return source_from_bytes(pdf(pages), "a.pdf")


def lines(words: Sequence[str], x: float = 60, y: float = 780, size: float = 10) -> list[Piece]:
    return [(x, y - 12 * n, size, "R", line) for n, line in enumerate(words)]


def shown(source: Source) -> list[tuple[str, str]]:
    return [(block.path[0], block.span.cut(source.text)) for block in source.blocks if not block.aside]


def test_lines_are_joined_and_paragraphs_told_by_the_space_between() -> None:
    source = read([*lines([FILL, FILL, "end."]), *lines([FILL, FILL, "done."], y=730)])
    assert source.media == "application/pdf"
    assert source.text == f"{FILL} {FILL} end.\n\n{FILL} {FILL} done."
    assert [block.span.cut(source.text) for block in source.blocks] == source.text.split("\n\n")


def test_paragraphs_are_told_by_their_first_lines() -> None:
    page: list[Piece] = []
    for n in range(4):
        page += [(75, 780 - 36 * n, 10, "R", FILL[:-3]), *lines([FILL, FILL], y=768 - 36 * n)]
    assert shown(read(page)) == [("p", f"{FILL[:-3].strip()} {FILL} {FILL}")] * 4


def test_a_run_of_lines_further_in_is_a_block_quote() -> None:
    source = read([*lines([FILL] * 4), *lines([FILL[:50]] * 2, x=90, y=725), *lines([FILL] * 4, y=695)])
    assert [tag for tag, _ in shown(source)] == ["p", "blockquote", "p"]


def test_larger_type_is_a_heading_and_faces_are_kept() -> None:
    source = read(
        [(60, 800, 18, "B", "Claim"), *lines([FILL] * 3), (60, 720, 10, "R", "a "), (70, 720, 10, "I", "word")]
    )
    assert shown(source)[0] == ("h1", "Claim")
    assert [(span.cut(source.text), name) for span, name in source.blocks[-1].emphasis] == [("word", "i")]


@pytest.mark.parametrize(
    ("ends", "known", "joined"),
    [("for-", "", "forgotten"), ("co-", "a co-gotten thing", "co-gotten"), ("12-", "", "12- gotten")],
)
def test_a_word_divided_at_the_end_of_a_line_is_joined(ends: str, known: str, joined: str) -> None:
    source = read(lines([f"{FILL} {ends}", f"gotten {FILL[7:]}", f"{known} {FILL[:30]}"]))
    assert f" {joined} " in source.text


def test_running_heads_and_page_numbers_are_set_apart() -> None:
    pages = []
    for n in range(1, 6):
        body = lines([f"{FILL} {'abcdef'[n]}{k}" for k in range(12)])
        pages.append([(60, 815, 9, "R", "The Wreck"), *body, (290, 40, 9, "R", str(n + 6))])
    source = read(*pages)
    assert [b.span.cut(source.text) for b in source.blocks if b.aside] == [
        words for n in range(1, 6) for words in ("The Wreck", str(n + 6))
    ]
    assert "Wreck" not in source.text[: source.text.index("The Wreck")]


def test_a_line_that_only_looks_alike_on_a_few_pages_stays() -> None:
    pages = [
        [*lines([f"{FILL} {'abcdefghij'[n]}{k}" for k in range(9)]), (60, 500, 10, "R", f"Ibid., p. {n * n + 5}.")]
        for n in range(8)
    ]
    assert not any(block.aside for block in read(*pages).blocks)


def test_notes_at_the_foot_follow_the_text_and_their_marks_point_at_them() -> None:
    pages = []
    for n in range(2):
        pages.append(
            [
                *lines([FILL] * 5),
                (60, 720, 10, "R", "last words."),
                (108.2, 724, 6, "R", "1"),
                *lines([FILL] * 3, y=690),
                (60, 104, 6, "R", "1"),
                (64, 100, 8, "R", f"Quill, A Deck Chair, p. {n}."),
            ]
        )
    source = read(*pages)
    notes = [block for block in source.blocks if block.path[0] == "section"]
    assert [note.span.cut(source.text) for note in notes] == [
        "1 Quill, A Deck Chair, p. 0.",
        "1 Quill, A Deck Chair, p. 1.",
    ]
    marks = [(span.cut(source.text), href) for block in source.blocks for span, href in block.links if href]
    assert marks == [("1", "#" + note.anchor) for note in notes]
    assert "last words.1" in source.text


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = [f"left {FILL[:40]} {k}" for k in range(12)], [f"right {FILL[:38]} {k}" for k in range(12)]
    woven = [piece for pair in zip(lines(left, x=50), lines(right, x=310), strict=True) for piece in pair]
    source = read([(50, 800, 10, "R", f"{FILL} {FILL[:30]}"), *woven])
    assert source.text.index(left[-1]) < source.text.index(right[0])
    assert source.text.startswith(FILL)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        pytest.param(pdf([[]]), r"holds no text: its pages are pictures, or empty\. Run it", id="a scan"),
        pytest.param(b"%PDF-1.7 more", "is damaged", id="cut"),
        pytest.param(pdf([lines(["words"])])[:200], "is damaged|holds no text", id="half"),
        pytest.param(
            pdf([lines(["words"])], "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<00>/U<00>>>/ID[<00><00>]"),
            "is locked with a password",
            id="locked",
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(SourcebookError, match=sentence) as told:
        source_from_bytes(raw, "a.pdf")
    assert "\n" not in str(told.value)


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.pdfdocument", None)
    with pytest.raises(MissingExtraError, match=r"Reading a PDF needs .*testimonia\[pdf\]"):
        read(lines(["words"]))
