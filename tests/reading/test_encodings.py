"""Which encoding a file is in is proved by its bytes, and the bytes come back from the text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import SourcebookError
from testimonia.reading import decode, encode

WORDS = "Жанна said: “naïve café” – 1911.\r\n"
PROSE = "The ferry left at ten, and nobody on the quay had seen the master go aboard.\n" * 4


@pytest.mark.parametrize(
    ("raw", "encoding", "text"),
    [
        pytest.param(WORDS.encode(), "utf-8", WORDS, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + WORDS.encode(), "utf-8", "\ufeff" + WORDS, id="utf-8 with a mark"),
        pytest.param(("\ufeff" + WORDS).encode("utf-16-le"), "utf-16-le", "\ufeff" + WORDS, id="utf-16 le"),
        pytest.param(("\ufeff" + WORDS).encode("utf-16-be"), "utf-16-be", "\ufeff" + WORDS, id="utf-16 be"),
        pytest.param(PROSE.encode("utf-16-le"), "utf-16-le", PROSE, id="utf-16 le without a mark"),
        pytest.param(PROSE.encode("utf-16-be"), "utf-16-be", PROSE, id="utf-16 be without a mark"),
        pytest.param(b"caf\xe9 \x93so\x94 \x96 \x80", "windows-1252", "café “so” – €", id="windows-1252"),
        pytest.param(b"\x81\x8d\x8f\x90\x9d ok", "windows-1252", "\x81\x8d\x8f\x90\x9d ok", id="undefined bytes"),
        pytest.param(b"plain", "utf-8", "plain", id="ascii"),
        pytest.param(b"fl\xfc", "windows-1252", "flü", id="a short word that ends in an accent"),
        pytest.param("𝔸 𐎀 🜚".encode(), "utf-8", "𝔸 𐎀 🜚", id="beyond the first plane"),
    ],
)
def test_an_encoding_is_found_out_and_leads_back(raw: bytes, encoding: str, text: str) -> None:
    assert decode(raw) == (text, encoding)
    assert encode(text, encoding) == raw


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_utf_8_comes_back_to_the_byte(text: str) -> None:
    for raw in (text.encode(), codecs.BOM_UTF8 + text.encode()):
        try:
            found = decode(raw)
        except SourcebookError:
            continue  # control characters by the dozen, which are no text
        assert encode(*found) == raw


@given(st.binary(max_size=80))
def test_what_is_decoded_comes_back_to_the_byte(raw: bytes) -> None:
    try:
        text, encoding = decode(raw)
    except SourcebookError:
        return
    assert encode(text, encoding) == raw


@given(st.lists(st.sampled_from([b"word ", b"\xe9", b"\xc3\xa9", b"\x93", b"\x81", b"\r\n", b"\xff", b"\x00"])))
def test_plausible_bytes_come_back_or_are_refused(pieces: list[bytes]) -> None:
    raw = b"".join(pieces)
    try:
        text, encoding = decode(raw)
    except SourcebookError:
        return
    assert encode(text, encoding) == raw


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_file_cut_inside_a_character_is_told_with_its_place(cut: int) -> None:
    whole = PROSE.encode() + "🜚".encode()
    with pytest.raises(SourcebookError, match=rf"breaks off inside a UTF-8 character, at byte {len(PROSE)} \(line 5\)"):
        decode(whole[:-cut])


def test_a_marked_file_cut_inside_a_character_is_never_taken_for_windows_1252() -> None:
    with pytest.raises(SourcebookError, match="breaks off inside a UTF-8 character"):
        decode(codecs.BOM_UTF8 + "é".encode()[:1])


def test_a_long_windows_1252_file_may_end_in_an_accent() -> None:
    assert decode(PROSE.encode() + b"caf\xe9 et th\xe9")[1] == "windows-1252"


def test_a_file_in_two_encodings_is_told_with_its_line() -> None:
    raw = "Žižek\nŽižek\n".encode() + "café olé\n".encode("cp1252")
    with pytest.raises(SourcebookError, match=r"is UTF-8 in part and not at byte \d+ \(line 3\)"):
        decode(raw, "two.txt")


def test_utf_16_cut_inside_a_character_is_told() -> None:
    with pytest.raises(SourcebookError, match="breaks off inside its last UTF-16 character, at byte 6"):
        decode("\ufeffab".encode("utf-16-le") + b"c")


def test_utf_16_that_is_broken_is_told() -> None:
    with pytest.raises(SourcebookError, match="begins as UTF-16 and is not at byte 2"):
        decode(codecs.BOM_UTF16_BE + b"\xd8\x00\x00a")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 more", "a PDF file"),
        (b"PK\x03\x04 more", "a zip archive"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"{\\rtf1 more", "a Rich Text file"),
        (bytes(range(256)) * 20, "a binary file"),
        (b"\x00" * 100, "a binary file"),
    ],
)
def test_a_binary_file_is_named_for_what_it_is(raw: bytes, what: str) -> None:
    with pytest.raises(SourcebookError, match=what):
        decode(raw, "scan.txt")


def test_a_stray_control_character_is_no_binary_file() -> None:
    text = PROSE + "\x0c\x00"
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize(
    ("name", "raw", "found"),
    [
        ("cp1252", b"caf\xe9\x81", "windows-1252"),
        ("Windows-1252", b"caf\xe9", "windows-1252"),
        ("koi8-r", "Война".encode("koi8-r"), "koi8-r"),
        ("utf-8-sig", codecs.BOM_UTF8 + b"a", "utf-8"),
        ("utf-16", "\ufeffab".encode("utf-16-be"), "utf-16-be"),
        ("utf-16", "ab".encode("utf-16-le"), "utf-16-le"),
        ("latin-1", b"\x93", "iso8859-1"),
    ],
)
def test_a_named_encoding_is_taken_at_its_word(name: str, raw: bytes, found: str) -> None:
    text, encoding = decode(raw, encoding=name)
    assert encoding == found
    assert encode(text, encoding) == raw


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("utf-8", r"page is not utf-8 at byte 3\. Leave --encoding out"),
        ("ascii", r"is not ascii at byte 3"),
        ("klingon", r"No encoding is named 'klingon'\. Try utf-8"),
        ("rot13", r"'rot13' is no encoding of text"),
        ("base64", r"is no encoding of text"),
        ("zlib", r"is no encoding of text"),
        ("idna", r"is not idna|is no encoding of text"),
        ("", r"No encoding is named ''|is no encoding"),
        ("utf-8\x00", r"No encoding is named|is no encoding"),
    ],
)
def test_a_wrong_or_unknown_encoding_is_told(name: str, sentence: str) -> None:
    with pytest.raises(SourcebookError, match=sentence):
        decode(b"caf\xe9", "page", name)


@pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252", "us-ascii"])
def test_a_page_that_calls_itself_latin_is_windows_1252_as_in_a_browser(name: str) -> None:
    raw = f'<meta http-equiv=x content="text/html; charset={name}">'.encode() + b"\x93caf\xe9\x94"
    text, encoding = decode(raw)
    assert encoding == "windows-1252"
    assert text.endswith("“café”")


def test_a_page_may_say_that_it_is_in_another_encoding() -> None:
    raw = '<meta charset="koi8-r"><p>Война и мир'.encode("koi8-r")
    text, encoding = decode(raw)
    assert (encoding, text[-11:]) == ("koi8-r", "Война и мир")
    assert encode(text, encoding) == raw


def test_what_the_bytes_prove_outweighs_what_the_page_says() -> None:
    assert decode('<meta charset="windows-1251"><p>Война'.encode())[1] == "utf-8"
