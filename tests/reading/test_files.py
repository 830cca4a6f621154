"""Every way in which a file cannot be read is one sentence that names it and says what would help."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.errors import SourcebookError
from testimonia.reading import encode, files, read_source, source_from_bytes


def test_a_file_is_read_whole_and_untouched(tmp_path: Path) -> None:
    raw = "A\r\nb\rc\n\u2028 d\t \n\n".encode()
    path = tmp_path / "page.txt"
    path.write_bytes(raw)
    source = read_source(path)
    assert (source.name, source.raw, source.encoding, source.media) == ("page.txt", raw, "utf-8", "text/plain")
    assert source.text.encode() == raw
    assert source.sha256 == hashlib.sha256(raw).hexdigest()
    assert not source.is_extracted
    assert (source.blocks, source.offsets) == ((), ())


def _missing(path: Path) -> None:
    pass


def _empty(path: Path) -> None:
    path.touch()


def _white(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf \r\n\t\n ")


def _loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_missing, r"There is no file .*page\.txt\. Check the name"),
        (Path.mkdir, r"page\.txt is a folder\. Name one file in it\."),
        (_empty, r"page\.txt is empty\. Check that it was saved\."),
        (_white, r"page\.txt holds nothing but white space"),
        (_loop, r"page\.txt cannot be read: .+\. Copy it"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(make: Callable[[Path], None], sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    make(path)
    with pytest.raises(SourcebookError, match=sentence) as told:
        read_source(path)
    assert "\n" not in str(told.value)


def test_a_file_in_a_file_is_missed(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(SourcebookError, match=r"cannot be read|There is no file"):
        read_source(tmp_path / "a" / "page.txt")


@pytest.mark.parametrize("name", ["a\0b.txt", "\ud800.txt", "x" * 5000])
def test_a_name_that_no_file_can_have_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(SourcebookError, match=r"is no file name|cannot be read|There is no file"):
        read_source(tmp_path / name)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_text("words")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourcebookError, match=r"may not be read\. Ask its owner"):
        read_source(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_the_right_to_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("words")
    path.chmod(0)
    with pytest.raises(SourcebookError, match="may not be read"):
        read_source(path)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"words " * 2_000_000)
    read_source(path)
    monkeypatch.setattr(files, "LARGEST_FILE", 10_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    with pytest.raises(SourcebookError, match=r"holds 12 MB; a page may hold 10\. Split it"):
        read_source(path)


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.txt", "<html><p>words", "text/plain"),
        ("a.TXT", "words", "text/plain"),
        ("a.md", "<p>words</p>", "text/markdown"),
        ("a.wiki", "== words ==", "text/plain"),
        ("a.htm", "words", "text/html"),
        ("a.xhtml", "words", "text/html"),
        ("a", "words", "text/plain"),
        ("a", "  <!-- saved --> <!DOCTYPE HTML><p>words", "text/html"),
        ("a.php", "\ufeff<html><p>words", "text/html"),
        ("a.asp", "<p>words", "text/plain"),
        ("a.jpg", "<HTML lang=en><p>words", "text/html"),
    ],
)
def test_the_ending_tells_the_kind_and_else_the_text(name: str, content: str, media: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    source = read_source(path)
    assert source.media == media
    assert source.is_extracted == (media == "text/html")
    assert "words" in source.text


@pytest.mark.parametrize("content", ["<p> &nbsp; </p>", "<title>t</title><script>x()</script>", "<!-- a -->"])
def test_a_page_of_markup_without_text_is_told(content: str) -> None:
    with pytest.raises(SourcebookError, match=r"is an HTML page without any text\. Save the page as"):
        source_from_bytes(content.encode(), "a.html", media="text/html")


def test_the_raw_bytes_of_markup_are_kept() -> None:
    raw = "<p>caf\xe9 &amp; th\xe9".encode("cp1252")
    source = source_from_bytes(raw, "a.html", media="text/html")
    assert (source.raw, source.text, source.encoding) == (raw, "café & thé", "windows-1252")
    assert encode(raw.decode("cp1252"), source.encoding) == raw


def test_a_named_encoding_goes_before_what_would_be_found(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("Война".encode("cp1251"))
    assert read_source(path, encoding="cp1251").text == "Война"
    with pytest.raises(SourcebookError, match=r"page\.txt is not utf-8 at byte 0"):
        read_source(path, encoding="utf-8")
