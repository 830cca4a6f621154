"""What LibreOffice prints comes out, in order, with what its styles and marks say of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from testimonia.errors import SourcebookError
from testimonia.model import Source
from testimonia.reading import source_from_bytes

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": OASIS + "office:1.0",
        "text": OASIS + "text:1.0",
        "table": OASIS + "table:1.0",
        "style": OASIS + "style:1.0",
        "fo": OASIS + "xsl-fo-compatible:1.0",
        "manifest": OASIS + "manifest:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
STYLES = """
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
    style:default-outline-level="2"/>
"""
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.5in"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
"""


def odt(body: str, manifest: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        pack.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        pack.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        pack.writestr("styles.xml", f"<office:document-styles {SPACES}>{STYLES}</office:document-styles>")
        if manifest:
            pack.writestr("META-INF/manifest.xml", f"<manifest:manifest {SPACES}>{manifest}</manifest:manifest>")
    return out.getvalue()


def read(body: str) -> Source:
    return source_from_bytes(odt(body), "a.odt")


def test_headings_quotations_and_indents_are_told_by_style() -> None:
    source = read(
        '<text:h text:outline-level="1">One</text:h><text:p text:style-name="Heading_20_2">Two</text:p>'
        '<text:p>Long body words</text:p><text:p text:style-name="P1">quoted</text:p>'
        '<text:p>Long body words</text:p><text:p text:style-name="P2">further in</text:p>'
    )
    assert source.media == "application/vnd.oasis.opendocument.text"
    assert [(b.path[0], b.span.cut(source.text)) for b in source.blocks] == [
        ("h1", "One"),
        ("h2", "Two"),
        ("p", "Long body words"),
        ("blockquote", "quoted"),
        ("p", "Long body words"),
        ("blockquote", "further in"),
    ]


def test_white_space_is_collapsed_but_for_what_is_written_as_elements() -> None:
    source = read(
        '<text:p>\n  a <text:span text:style-name="T1">  b\u00a0c</text:span><text:s text:c="2"/>'
        "d<text:line-break/>e<text:tab/>f</text:p>"
    )
    assert source.text == "a b\u00a0c  d\ne\tf"
    assert [(s.cut(source.text), name) for s, name in source.blocks[0].emphasis] == [("b\u00a0c", "i")]


def test_notes_follow_the_body_and_their_marks_point_at_them() -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    source = read(
        f"<text:p>End.{note.format('endnote', 'i', 'Of the end.')}</text:p>"
        f"<text:p>Foot.{note.format('footnote', '1', 'Of the foot.')}</text:p>"
    )
    assert source.text.split("\n\n") == ["End.i", "Foot.1", "Of the foot.", "Of the end."]
    assert source.blocks[1].links[0][1] == "#" + source.blocks[2].anchor
    assert source.blocks[0].links[0][1] == "#" + source.blocks[3].anchor
    assert source.blocks[2].tag == "li"


def test_deletions_and_comments_are_out_and_contents_set_apart() -> None:
    source = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:table-of-content><text:index-body><text:p>One 3</text:p></text:index-body>"
        "</text:table-of-content><text:p>kept<office:annotation><text:p>gone</text:p></office:annotation></text:p>"
    )
    assert [(b.span.cut(source.text), b.aside) for b in source.blocks] == [("One 3", True), ("kept", False)]


def test_lists_and_tables_are_told_by_their_elements() -> None:
    source = read(
        "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert [b.path for b in source.blocks] == [("ul", "li"), ("table", "tr", "td")]


def test_a_locked_file_is_told() -> None:
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    with pytest.raises(SourcebookError, match=r"a\.odt is locked with a password\. Save it without one"):
        source_from_bytes(odt("<text:p>words</text:p>", locked), "a.odt")
