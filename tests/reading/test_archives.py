"""An archive that means harm, or is hurt, is one sentence that names it; nothing of it reaches the disk."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element

import pytest

from testimonia.errors import SourcebookError
from testimonia.reading import archives, source_from_bytes
from testimonia.reading.archives import Archive, parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, words in parts.items():
            pack.writestr(name, words)
    return out.getvalue()


def word(prolog: str = "", inner: str = "<w:p><w:r><w:t>words</w:t></w:r></w:p>") -> bytes:
    return zipped({"word/document.xml": f'{prolog}<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'})


def encrypted() -> bytes:
    raw = bytearray(word())
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(magic) + place] |= 1
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        pytest.param(word(BOMB), "declares entities of its own", id="expanding entities"),
        pytest.param(word(OUTSIDE), "declares entities of its own", id="outside entity"),
        pytest.param(word(inner="<w:p>" * 5000), "nests its elements over", id="too deep"),
        pytest.param(word(inner="<w:p>"), "is damaged: mismatched tag", id="not well-formed"),
        pytest.param(word()[:-40], "is damaged: its archive cannot be unpacked", id="cut"),
        pytest.param(encrypted(), "is locked with a password", id="encrypted"),
        pytest.param(
            zipped({"a.txt": "words"}), "is a zip archive, and no Word, OpenDocument or EPUB text", id="other"
        ),
        pytest.param(word(inner=""), "holds no text", id="empty"),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is locked with a password", id="locked"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + b"\0" * 99, r"an old Word or Office file, not text\. Save it as \.docx", id="old"
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(SourcebookError, match=sentence) as told:
        source_from_bytes(raw, "a.docx")
    assert str(told.value).startswith("a.docx")
    assert "\n" not in str(told.value)


def test_damaged_bytes_within_a_part_are_told() -> None:
    raw = bytearray(word(inner="<w:p><w:r><w:t>" + "many words " * 99 + "</w:t></w:r></w:p>"))
    for place in range(60, 90):
        raw[place] ^= 0x55
    with pytest.raises(SourcebookError, match=r"a\.docx is damaged"):
        source_from_bytes(bytes(raw), "a.docx")


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_PART", 1_000_000)
    with pytest.raises(SourcebookError, match="unpacks to more than 1 MB in one part"):
        source_from_bytes(word(inner=" " * 2_000_000), "a.docx")


def test_many_parts_may_not_unpack_to_more_than_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_WHOLE", 1500)
    archive = Archive(zipped({"a": " " * 1000, "b": " " * 1000}), "a.docx")
    assert len(archive.read("a")) == 1000
    with pytest.raises(SourcebookError, match="unpacks to more than"):
        archive.read("b")


def test_a_name_that_climbs_out_of_the_archive_leads_nowhere() -> None:
    archive = Archive(zipped({"x/a": "words"}), "a.epub")
    assert archive.resolve("x/a", "../../../etc/passwd") not in archive
    assert archive.resolve("x/b", "a#there") == "x/a"
    with pytest.raises(SourcebookError, match="lacks its part"):
        archive.read("../../etc/passwd")


def test_names_are_short_for_the_namespaces_that_are_wanted() -> None:
    tree: Element = parse_xml(b'<a xmlns:q="one" q:k="1" k="2"><q:b/><c xmlns="two"/></a>', {"one": "x_"}, "it")
    assert [e.tag for e in tree.iter()] == ["a", "x_b", "?_c"]
    assert tree.attrib == {"x_k": "1", "k": "2"}
