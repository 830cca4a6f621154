"""Puts a web page's words into the files of a word processor, a reading device and a printer.

Each takes the page as `families.web` sets it and gives the bytes of a small, valid file, made without any library and
the same on every run.
"""

from __future__ import annotations

import html
import io
import re
import zipfile

from .book import Book

__all__ = ["pack_docx", "pack_epub", "pack_pdf"]

BLOCK = re.compile(r"<(h[1-6]|p|blockquote)>(.*?)</\1>", re.S)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINE, SIZE, WIDTH = 14, 11, 92  # points between lines, points of type, characters in a line


def zipped(files: list[tuple[str, str]], first_bare: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for n, (name, words) in enumerate(files):
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if first_bare and n == 0 else zipfile.ZIP_DEFLATED
            pack.writestr(entry, words.encode("utf-8"))
    return out.getvalue()


def blocks(page: str) -> list[tuple[str, str]]:
    """Tag and inner markup of each block."""
    return [(m.group(1), m.group(2).strip()) for m in BLOCK.finditer(page)]


def pack_docx(page: str, book: Book) -> bytes:
    """A Word file: headings by style, italics by run."""
    body = []
    styles = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "blockquote": "Quote"}
    for tag, words in blocks(page):
        runs = []
        for part in re.split(r"(<i>.*?</i>)", words):
            inner = re.sub(r"<[^>]*>", "", part)
            if inner:
                italic = "<w:rPr><w:i/></w:rPr>" if part.startswith("<i>") else ""
                runs.append(f'<w:r>{italic}<w:t xml:space="preserve">{inner}</w:t></w:r>')
        style = f'<w:pPr><w:pStyle w:val="{styles[tag]}"/></w:pPr>' if tag in styles else ""
        body.append(f"<w:p>{style}{''.join(runs)}</w:p>")
    kinds = "".join(
        f'<w:style w:type="paragraph" w:styleId="{x}"><w:name w:val="{name}"/></w:style>'
        for x, name in (("Title", "Title"), ("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Quote", "Quote"))
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    files = [
        (
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{main}.styles+xml"/></Types>',
        ),
        (
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        ),
        (
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/styles" '
            'Target="styles.xml"/></Relationships>',
        ),
        ("word/styles.xml", f'<w:styles xmlns:w="{W}">{kinds}</w:styles>'),
        ("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'),
    ]
    return zipped([(name, '<?xml version="1.0" encoding="UTF-8"?>' + words) for name, words in files])


def pack_epub(page: str, book: Book) -> bytes:
    """An EPUB of one chapter."""
    title = html.escape(book.title)
    chapter = '<?xml version="1.0" encoding="UTF-8"?>\n' + page.replace(
        '<html lang="en">', '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">'
    ).replace('<meta charset="utf-8">', '<meta charset="utf-8"/>')
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">relayout</dc:identifier>'
        f"<dc:title>{title}</dc:title><dc:language>en</dc:language></metadata>"
        '<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    container = (
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    contents = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title>'
        f'</head><body><nav epub:type="toc"><ol><li><a href="c.xhtml">{title}</a></li></ol></nav></body></html>'
    )
    return zipped(
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", container),
            ("p.opf", package),
            ("n.xhtml", contents),
            ("c.xhtml", chapter),
        ],
        first_bare=True,
    )


def pack_pdf(page: str, book: Book) -> bytes:
    """A PDF set in one face, with numbered pages; characters that the face lacks become question marks."""
    import textwrap

    lines: list[tuple[str, str]] = []  # face and words
    for tag, words in blocks(page):
        face = "B" if tag.startswith("h") else "R"
        plain = html.unescape(re.sub(r"<[^>]*>", "", words))
        lines += [(face, one) for one in textwrap.wrap(plain, WIDTH, break_on_hyphens=False)] + [("R", "")]
    per_page = 50
    sheets = [lines[n : n + per_page] for n in range(0, len(lines), per_page)]
    objects: list[bytes] = [b"", b""]
    faces = {"R": b"Helvetica", "B": b"Helvetica-Bold"}
    for name in faces.values():
        objects.append(b"<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/%s>>" % name)
    kids = []
    for number, sheet in enumerate(sheets, 1):
        drawn = [b"BT 60 780 Td %d TL" % LINE]
        for face, words in sheet:
            shown = re.sub(rb"([\\()])", rb"\\\1", words.encode("cp1252", "replace"))
            drawn.append(b"/%s %d Tf (%s) Tj T*" % (face.encode(), SIZE if face == "R" else SIZE + 2, shown))
        drawn.append(b"ET BT /R 9 Tf 290 40 Td (%d) Tj ET" % number)
        stream = b"\n".join(drawn)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</R 3 0 R/B 4 0 R>>>>>>" % len(objects)
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for n, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()
