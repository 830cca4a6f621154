"""What Word prints comes out, in order, with what its styles and marks say of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from testimonia.model import Block, Source
from testimonia.reading import source_from_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Thesis"><w:name w:val="Thesis"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="IQ"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, words in parts.items():
            pack.writestr(name, words)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    spaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
    return zipped(
        **{
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {spaces}>{STYLES}</w:styles>",
            **{
                name: words.replace("<ROOT", f"<w:x {spaces}").replace("</ROOT", "</w:x")
                for name, words in parts.items()
            },
        }
    )


def read(body: str, **parts: str) -> Source:
    return source_from_bytes(docx(body, **parts), "a.docx")


def p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def shown(source: Source) -> list[tuple[str, str]]:
    return [(block.tag, block.span.cut(source.text)) for block in source.blocks if not block.aside]


def block_of(source: Source, words: str) -> Block:
    return next(block for block in source.blocks if words in block.span.cut(source.text))


def test_a_word_file_is_known_by_its_bytes() -> None:
    raw = docx(p(r("words")))
    source = source_from_bytes(raw, "page.txt", media="text/plain")
    assert source.is_extracted
    assert (source.text, source.raw, source.offsets) == ("words", raw, ())
    assert source.media.endswith("wordprocessingml.document")


def test_headings_are_told_by_style_by_its_base_and_by_outline_level() -> None:
    source = read(
        p(r("Whole"), styled("Title"))
        + p(r("One"), styled("berschrift1"))
        + p(r("Two"), styled("Thesis"))
        + p(r("Three"), styled("Point"))
        + p(r("Four"), '<w:outlineLvl w:val="0"/>')
        + p(r("Words"))
    )
    assert [tag for tag, _ in shown(source)] == ["h1", "h2", "h2", "h4", "h2", "p"]


def test_short_paragraphs_in_larger_type_are_headings() -> None:
    big = '<w:sz w:val="32"/>'
    source = read(p(r("Claim", big)) + p(r("Body " * 200, '<w:sz w:val="22"/>')) + p(r("Big " * 100, big)))
    assert [tag for tag, _ in shown(source)] == ["h1", "p", "p"]


def test_quotation_styles_and_indents_are_block_quotes_shared_by_neighbours() -> None:
    deep = '<w:ind w:left="720"/>'
    source = read(
        p(r("Long body words"))
        + p(r("a"), styled("IQ"))
        + p(r("b"), styled("IQ"))
        + p(r("Long body words"))
        + p(r("c"), deep)
        + p("")
        + p(r("d"), deep)
        + p(r("hanging"), '<w:ind w:left="720" w:hanging="720"/>')
    )
    quotes = {b.span.cut(source.text): b.serials[0] for b in source.blocks if b.path[0] == "blockquote"}
    assert list(quotes) == ["a", "b", "c", "d"]
    assert quotes["a"] == quotes["b"] != quotes["c"] != quotes["d"]


def test_runs_keep_their_faces_and_every_space() -> None:
    source = read(
        p(r("a  ") + r("bold", "<w:b/>") + r(" not", '<w:b w:val="0"/>') + r(" s", '<w:rStyle w:val="Strong"/>'))
    )
    (block,) = source.blocks
    assert source.text == "a  bold not s"
    assert [(span.cut(source.text), name) for span, name in block.emphasis] == [("bold", "b"), (" s", "b")]


def test_insertions_are_in_and_deletions_comments_codes_and_hidden_words_out() -> None:
    source = read(
        p(
            r("kept ")
            + f'<w:ins w:id="1">{r("inserted")}</w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>'
            + f"<w:moveFrom>{r('gone')}</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + r("gone", "<w:vanish/>")
            + '<w:r><w:commentReference w:id="0"/></w:r>'
            + "<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:noBreakHyphen/></w:r>"
        )
    )
    assert source.text == "kept inserted\tx\ny\u2011"


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    source = read(p(r("one "), "<w:rPr><w:del/></w:rPr>") + p(r("two")) + p(r("three")))
    assert source.text == "one two\n\nthree"


def test_notes_follow_the_body_and_their_marks_point_at_them() -> None:
    note = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    source = read(
        p(r("Words.") + note)
        + p(r("More.") + '<w:r><w:endnoteReference w:id="3"/></w:r>')
        + p(r("Last.") + note.replace("7", "2")),
        **{
            "word/footnotes.xml": '<ROOT><w:footnote w:type="separator" w:id="0"><w:p>'
            + r("---")
            + "</w:p></w:footnote>"
            + f'<w:footnote w:id="2">{p(r("Second."))}</w:footnote>'
            + f'<w:footnote w:id="7">{p("<w:r><w:footnoteRef/></w:r>" + r(" First."))}'
            + f"{p(r('More of it.'))}</w:footnote></ROOT>",
            "word/endnotes.xml": f'<ROOT><w:endnote w:id="3">{p(r("End."))}</w:endnote></ROOT>',
        },
    )
    assert source.text.split("\n\n") == ["Words.1", "More.1", "Last.2", "First.", "More of it.", "Second.", "End."]
    mark = block_of(source, "Words.")
    assert [(span.cut(source.text), href) for span, href in mark.links] == [("1", "#footnote-7"), ("1", "")]
    first = block_of(source, "First.")
    assert (first.anchor, first.tag) == ("footnote-7", "li")
    assert block_of(source, "More of it.").serials == first.serials
    assert block_of(source, "End.").anchor == "endnote-3"


def test_lists_and_tables_are_told_by_their_elements() -> None:
    def item(level: int) -> str:
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="4"/></w:numPr>'

    row = "<w:tr>" + "".join(f"<w:tc>{p(r(c))}</w:tc>" for c in "xy") + "</w:tr>"
    source = read(p(r("a"), item(0)) + p(r("b"), item(1)) + p(r("c"), item(0)) + f"<w:tbl>{row}{row}</w:tbl>")
    a, b, c, x, y, below, _ = source.blocks
    assert (a.path, b.path, c.path) == (("ul", "li"), ("ul", "li", "ul", "li"), ("ul", "li"))
    assert b.serials[:2] == a.serials
    assert c.serials[0] == a.serials[0] != c.serials[1]
    assert x.path == ("table", "tr", "td")
    assert x.serials[:2] == y.serials[:2] != below.serials[:2]


def test_contents_headers_and_footers_are_set_apart() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{n}" Type="{R}/{kind}" Target="{kind}{n}.xml"/>'
            for n, kind in enumerate(("header", "header", "footer"))
        )
        + f'<Relationship Id="s" Type="{R}/styles" Target="styles.xml"/></Relationships>'
    )
    head = f"<ROOT>{p(r('Running'))}</ROOT>"
    source = read(
        p(r("One 3"), styled("TOC1")) + p(r("Words")),
        **{
            "word/_rels/document.xml.rels": rels,
            "word/header0.xml": head,
            "word/header1.xml": head,
            "word/footer2.xml": f"<ROOT>{p(r('Foot'))}</ROOT>",
        },
    )
    assert [b.span.cut(source.text) for b in source.blocks if b.aside] == ["One 3", "Running", "Foot"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:pict><w:txbxContent>{p(r('boxed'))}</w:txbxContent></w:pict>"
    alternatives = (
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert read(p(r("round ") + f"<w:r>{alternatives}</w:r>")).text == "round\n\nboxed"


def test_links_lead_to_bookmarks_and_out_of_the_file() -> None:
    source = read(
        p(r("see ") + f'<w:hyperlink w:anchor="here">{r("it")}</w:hyperlink>')
        + p('<w:bookmarkStart w:name="unused"/><w:bookmarkStart w:name="here"/>' + r("There"))
    )
    assert [(s.cut(source.text), href) for s, href in source.blocks[0].links] == [("it", "#here")]
    assert source.blocks[1].anchor == "here"


@pytest.mark.parametrize("based", ["A", "B"])
def test_styles_based_on_each_other_in_a_ring_are_read(based: str) -> None:
    ring = f'<w:style w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="{based}"/></w:style>'
    ring += '<w:style w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    assert read(p(r("words"), styled("A")), **{"word/styles.xml": f"<ROOT>{ring}</ROOT>"}).text == "words"


@pytest.mark.parametrize(
    ("code", "sign"),
    [("00E9", "é"), ("D800", "�"), ("DFFF", "�"), ("0", "�"), ("110000", "�"), ("-5", "�"), ("zz", "�")],
)
def test_the_code_of_no_sign_leaves_a_mark_and_can_be_written(code: str, sign: str) -> None:
    text = read(p(f'<w:r><w:sym w:char="{code}"/></w:r>' + r("The ferry left."))).text
    assert text.strip() == f"{sign}The ferry left."
    assert text.encode("utf-8")
