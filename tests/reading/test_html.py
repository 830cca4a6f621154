"""The text of an HTML page is what a browser shows, and every character leads back to the file."""

from __future__ import annotations

import html as entities

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model import Block, Span
from testimonia.reading.html import extract_html, raw_offset


def blocks(source: str) -> list[tuple[str, str]]:
    page = extract_html(source)
    return [(block.tag, block.span.cut(page.text)) for block in page.blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>one  \n two\t three</p>", "one two three"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one<br>two<br/>three</p>", "one\ntwo\nthree"),
        ("<p>one<br><br><br>two</p>", "one\n\ntwo"),
        ("<p>one</p>\n\n\n<hr>\n<p>two</p>", "one\n\ntwo"),
        ("<p>a<b> bold </b>word</p>", "a bold word"),
        ("<p>a <b>bold</b>, word</p>", "a bold, word"),
        ("<p>Marlow &amp; Quist&#8217;s &eacute;t&#xe9;</p>", "Marlow & Quist’s été"),
        ("<p>a &lt;b&gt; c</p>", "a <b> c"),
        ("<p>AT&T and R&D; &unknown; &</p>", "AT&T and R&D; &unknown; &"),
        ("<p>one&nbsp;two</p>", "one\u00a0two"),
        ("<p>&#128; &#x1F71A;</p>", "€ 🜚"),
        ("<p>one<p>two<p>three", "one\n\ntwo\n\nthree"),
        ("<ul><li>one<li>two</ul>three", "one\n\ntwo\n\nthree"),
        ("<dl><dt>one<dd>two<dt>three</dl>", "one\n\ntwo\n\nthree"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("<blockquote>one<p>two</blockquote>", "one\n\ntwo"),
        ("<pre>a  b\n  c\n</pre>", "a  b\n  c"),
        ("<p>a<script>x < 1; document.write('<p>no')</script>b</p>", "ab"),
        ("<style>p {}</style><p>a</p>", "a"),
        ("<head><title>t</title></head><body>a", "a"),
        ("<p>a<!-- no --> b</p>", "a b"),
        ("<p hidden>no</p><p>a</p>", "a"),
        ("<p style='display: none'>no</p><p>a</p>", "a"),
        ("<noscript>no</noscript>a", "a"),
        ("<p>a</i></b></p></div>b", "a\n\nb"),
        ("<p>a<img src=x>b<wbr>c", "abc"),
        ("words alone", "words alone"),
        ("<?xml version='1.0'?><p>a", "a"),
        ("<![CDATA[x]]><p>a", "a"),
        ("<h2>a<a class='headerlink' href='#a'>¶</a></h2>", "a"),
        ("<h2>a<span class='mw-editsection'>[<a href=x>edit</a>]</span></h2>", "a"),
        ("", ""),
        ("<p>", ""),
    ],
)
def test_the_text_is_what_a_browser_shows(source: str, text: str) -> None:
    assert extract_html(source).text == text


def test_the_title_of_the_window_is_no_text_of_the_page() -> None:
    page = extract_html("<title>Salt &amp; Ashes</title><svg><title>no</title></svg><p>a")
    assert (page.title, page.text) == ("Salt & Ashes", "a")


def test_a_block_is_named_for_the_element_that_holds_its_words() -> None:
    source = "<div class=post><h2>THE FERRY</h2><blockquote><p>It left.<p>Late.</blockquote><ul><li>Marlow</ul>"
    assert blocks(source) == [("h2", "THE FERRY"), ("p", "It left."), ("p", "Late."), ("li", "Marlow")]


def test_the_path_tells_one_container_from_the_next() -> None:
    page = extract_html("<blockquote><p>a<p>b</blockquote><blockquote><p>c</blockquote>")
    a, b, c = page.blocks
    assert a.path == b.path == c.path == ("blockquote", "p")
    assert a.serials[0] == b.serials[0] != c.serials[0]
    assert a.serials[1] != b.serials[1]


@pytest.mark.parametrize(
    "source",
    [
        "<nav>{}</nav>",
        "<aside>{}</aside>",
        "<form>{}</form>",
        "<header>{}</header>",
        "<footer><p>{}</footer>",
        "<div class='sidebar'>{}</div>",
        "<div id=comments><ol><li>{}</ol></div>",
        "<h3 id=comments>{}</h3>",
        "<ul class='nav main-menu'><li>{}</ul>",
        "<div class='widget widget_archive'>{}</div>",
        "<p class=byline>{}</p>",
        "<div class='share social'>{}</div>",
        "<div id=site-footer>{}</div>",
        "<div class=breadcrumbs>{}</div>",
        "<div id=related-posts-widget-area-2>{}</div>",
        "<div id=home-page-comments-list-wrapper>{}</div>",
        "<section id=comments>{}</section>",
    ],
)
def test_what_the_markup_sets_apart_is_kept_and_marked(source: str) -> None:
    page = extract_html("<p>before</p>" + source.format("words") + "<p>after</p>")
    assert [block.aside for block in page.blocks] == [False, True, False]
    assert "words" in page.text


@pytest.mark.parametrize(
    "source",
    [
        "<div class=footnotes>{}</div>",
        "<ol class='references'><li>{}</ol>",
        "<div id=footnotes class='footer'>{}</div>",
        "<section class=endnotes role=doc-endnotes>{}</section>",
        "<div class='notes sidebar'>{}</div>",
        "<article><header><h1>{}</h1></header></article>",
        "<main><footer>{}</footer></main>",
        "<blockquote><footer>{}</footer></blockquote>",
        "<main class='sidebar-left'>{}</main>",
        "<body class='has-sidebar'>{}</body>",
        "<p class=commentary>{}</p>",
        "<p class=address>{}</p>",
        "<h2 id=social-unrest>{}</h2>",
        "<h2 id=the-comments-of-the-keeper-and-others>{}</h2>",
        "<section id=letters-on-related-ships><h2>{}</h2></section>",
        "<div id=what-the-related-ships-carried><h2>{}</h2></div>",
        "<div class='section level2' id=related-ships><h2>{}</h2></div>",
        "<p class=stage>{}</p>",
    ],
)
def test_notes_and_the_article_itself_are_not_set_apart(source: str) -> None:
    page = extract_html(source.format("words"))
    assert [block.aside for block in page.blocks] == [False]


def test_emphasis_and_links_are_spans_of_their_words() -> None:
    page = extract_html(
        "<p>He <b>said</b> so in <cite>Salt and <i>Ashes</i></cite>.<sup id=r1><a href='#n1'>[1]</a></sup></p>"
        "<ol><li id=n1>Marlow <a href='#r1'>↩</a></ol>"
    )
    body, note = page.blocks

    def words(spans: tuple[tuple[Span, str], ...]) -> list[tuple[str, str]]:
        return [(span.cut(page.text), what) for span, what in spans]

    assert words(body.emphasis) == [("said", "b"), ("Salt and Ashes", "cite"), ("Ashes", "i")]
    assert words(body.links) == [("[1]", "#n1"), ("[1]", "")]
    assert (note.anchor, words(note.links)) == ("n1", [("↩", "#r1")])


@pytest.mark.parametrize("name", ["sidenote", "marginnote", "source", "entry-citation"])
def test_a_note_in_the_margin_is_a_span_of_the_paragraph_it_stands_in(name: str) -> None:
    page = extract_html(f'<p>She saw it.<label for="a"></label><input id="a"/><span class="{name}">Salt, 4.</span></p>')
    (block,) = page.blocks
    assert [(span.cut(page.text), kind) for span, kind in block.emphasis] == [("Salt, 4.", "note")]


def test_a_span_of_another_class_is_no_note() -> None:
    assert extract_html('<p>She <span class="resource">saw</span> it.</p>').blocks[0].emphasis == ()


def test_emphasis_over_several_blocks_is_seen_in_each() -> None:
    page = extract_html("<div><b>one<p>two</p>three</b> four</div>")
    found = [[(span.cut(page.text), tag) for span, tag in block.emphasis] for block in page.blocks]
    assert found == [[("one", "b")], [("two", "b")], [("three", "b")]]


def trace(source: str) -> None:
    """Each run's words are those of the file: the same, or one character reference spelt out."""
    page = extract_html(source)
    end = 0
    for at, raw, length in page.offsets:
        assert at >= end
        assert page.text[end:at].strip(" \n") == ""
        if length > 0:
            assert page.text[at : at + length] == source[raw : raw + length]
            assert raw_offset(page.offsets, at + length - 1) == raw + length - 1
            end = at + length
        else:
            words = entities.unescape(source[raw : raw - length])
            assert page.text[at : at + len(words)] == words
            assert raw_offset(page.offsets, at) == raw
            end = at + len(words)
    assert page.text[end:].strip(" \n") == ""
    check_blocks(page.text, page.blocks)


def check_blocks(text: str, found: tuple[Block, ...]) -> None:
    place = 0
    for block in found:
        assert block.span.start >= place
        assert not text[place : block.span.start].strip("\n")
        assert len(block.span)
        place = block.span.end
        for span, _ in (*block.emphasis, *block.links):
            assert block.span.contains(span)
    assert place == len(text)


@pytest.mark.parametrize(
    "source",
    [
        "<p>one  two &amp; three&#10;four</p>\r\n<p>f&uuml;nf</p>",
        "<p>a\r\n\r\nb<br>c</p><pre>x\n y &lt;\nz</pre>",
        "é<b>é&eacute</b>é\n🜚<i>🜚</i>",
        "<p>a &copy b &notit; &#x110000; &#0; c</p>",
        "<textarea>no</textarea><p>a<b>c",
        "a&NotEqualTilde;b &fjlig; c",
    ],
)
def test_offsets_lead_back_to_the_file(source: str) -> None:
    trace(source)


SOUP = st.lists(
    st.sampled_from(
        "<p> </p> <div> </div> <b> </b> <i> </i> <a\thref='#n'> </a> <li> <ul> </ul> <table> <tr> <td> </table> <br> "
        "<hr> "
        "<pre> </pre> <script> </script> <!-- --> <![CDATA[ ]]> <!doctype\thtml> <?x ?> < > & &amp; &#233; &#xZ; "
        "&eacute "
        "<nav> </nav> <title> </title> <sup\tid=x> </sup> <svg> </svg> <blockquote> </blockquote> word 🜚 é \" ' = / "
        '<p\tclass="menu <h1> </h1> <span\thidden> </span> <textarea> </textarea> <noscript>'.replace(
            "\t", "\x1f"
        ).split()
    ).map(lambda piece: piece.replace("\x1f", " "))
    | st.sampled_from([" ", "\n", "\r\n", "\t"]),
    max_size=30,
).map("".join)


@given(SOUP)
def test_any_soup_of_tags_leads_back_to_the_file(source: str) -> None:
    trace(source)


@given(st.text(max_size=60))
def test_any_text_is_read_as_a_browser_would_and_never_raises(source: str) -> None:
    trace(source)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "span", "template", "blockquote"])
def test_forgotten_end_tags_lose_no_words(tag: str) -> None:
    source = f"<{tag}>word " * 2_000
    trace(source)
    assert extract_html(source).text.count("word") == (0 if tag == "template" else 2_000)


@pytest.mark.parametrize("tail", ["<a ", "<!--", "</", "<!x ", "<p class='x"])
def test_a_tail_of_tags_without_an_end_is_not_shown(tail: str) -> None:
    source = "<p>words</p> 1 < 2 " + tail * 5_000
    trace(source)
    assert extract_html(source).text == "words\n\n1 < 2"


def test_a_sign_that_opens_no_tag_is_text_however_often() -> None:
    source = "1 < 2, " * 200
    assert extract_html(source).text == source.strip()


def test_an_anchor_amid_words_names_no_later_block() -> None:
    first, second = extract_html("<p>He left.<sup id=r1>1</sup></p><a name=n1></a><p>Marlow").blocks
    assert (first.anchor, second.anchor) == ("", "n1")
