"""The chapters of an EPUB come out in the order of its spine, and links between them hold."""

from __future__ import annotations

import io
import zipfile

import pytest

from testimonia.errors import SourcebookError
from testimonia.model import Source
from testimonia.reading import source_from_bytes

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)


def epub(chapters: dict[str, str], guide: str = "", properties: str = "", **parts: str) -> bytes:
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"'
        f"{properties if name == 'nav.xhtml' else ''}/>"
        for name in sorted(chapters)
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("mimetype", "application/epub+zip")
        pack.writestr("META-INF/container.xml", CONTAINER)
        pack.writestr(
            "OEBPS/content.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest>'
            f"<spine>{spine}</spine><guide>{guide}</guide></package>",
        )
        for name, words in chapters.items():
            if words:
                pack.writestr(f"OEBPS/{name}", f"<html><body>{words}</body></html>")
        for name, words in parts.items():
            pack.writestr(name, words)
    return out.getvalue()


def read(chapters: dict[str, str], guide: str = "", properties: str = "", **parts: str) -> Source:
    return source_from_bytes(epub(chapters, guide, properties, **parts), "a.epub")


def test_chapters_come_in_the_order_of_the_spine() -> None:
    source = read({"z.xhtml": "<h1>One</h1><p>a &amp; b", "a.xhtml": "<p><b>c</b></p>", "m.xhtml": " "})
    assert (source.text, source.media) == ("One\n\na & b\n\nc", "application/epub+zip")
    assert [b.span.cut(source.text) for b in source.blocks] == ["One", "a & b", "c"]
    assert [(s.cut(source.text), name) for s, name in source.blocks[2].emphasis] == [("c", "b")]
    assert len({b.serials for b in source.blocks}) == 3


def test_contents_are_set_apart() -> None:
    source = read(
        {"nav.xhtml": "<ol><li>One</li></ol>", "b.xhtml": "<p>Two</p>", "toc.xhtml": "<p>Three</p>"},
        '<reference type="toc" href="toc.xhtml"/>',
        ' properties="nav"',
    )
    assert [b.aside for b in source.blocks] == [True, False, True]


def test_links_to_notes_in_another_chapter_hold_where_anchors_are_alike() -> None:
    source = read(
        {
            "text/a.xhtml": '<p id="n1">A<a href="../notes.xhtml#n1">1</a></p><p><a href="#n1">up</a></p>',
            "notes.xhtml": '<p id="n1">Note <a href="http://example.org/#n1">out</a></p>',
        }
    )
    first, second, note = source.blocks
    assert first.links[0][1] == "#" + note.anchor
    assert second.links[0][1] == "#" + first.anchor
    assert first.anchor != note.anchor
    assert note.links[0][1] == "http://example.org/#n1"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        pytest.param(epub({"a.xhtml": ""}), r"lacks its part 'OEBPS/a\.xhtml'", id="chapter missing"),
        pytest.param(epub({"../../../a": ""}), r"lacks its part '\.\./\.\./a'", id="climbing"),
        pytest.param(epub({}), "holds no text", id="no chapters"),
        pytest.param(
            epub(
                {"a.xhtml": "x"},
                **{
                    "META-INF/encryption.xml": '<e xmlns:x="http://www.w3.org/2001/04/xmlenc#"><x:EncryptedData><x:CipherData>'
                    '<x:CipherReference URI="OEBPS/a.xhtml"/></x:CipherData></x:EncryptedData></e>'
                },
            ),
            "is locked by its seller",
            id="locked",
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(SourcebookError, match=sentence) as told:
        source_from_bytes(raw, "a.epub")
    assert "\n" not in str(told.value)
