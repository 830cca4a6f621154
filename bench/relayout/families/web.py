"""Web pages: clean ones, blogs, and those that someone made by hand in 1998."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..book import Book, Claim, Excerpt
from ..cases import capitals, title_case
from ..layouts import Layout
from ..notes import Citer, as_printed, every_time, later_short
from ..pen import Cite
from ..setting import Page

__all__ = ["LAYOUTS"]

HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>\n'
Marks = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Web:
    """How a web page is laid out. ``paragraph`` stands round each paragraph, ``excerpt`` round the whole."""

    claim: Marks
    paragraph: Marks
    source: Marks
    cite: Callable[[], Citer]
    excerpt: Marks = ("", "\n")
    before_first: str = ""  # stands where a paragraph's opening would, for the first one
    source_inside: bool = False  # within the marks of the excerpt
    source_first: bool = False
    inline: bool = False  # within the last paragraph
    section: Marks = ("", "")
    italic: Marks = ("<i>", "</i>")
    case: str = "sentence"
    head: str = HEAD
    title: Marks = ("<h1>", "</h1>\n")
    date: Marks = ("<p>", "</p>\n")
    lead: str = ""
    tail: str = "</body>\n</html>\n"
    notes: bool = False
    bounded: bool = True

    def __call__(self, book: Book, page: Page) -> None:
        """Set the book."""
        page.put(self.head.replace("{title}", page.shown(book.title)))
        page.put(self.title[0])
        page.title(book.title)
        page.put(self.title[1])
        if book.date:
            page.put(self.date[0])
            page.title(book.date)
            page.put(self.date[1])
        page.put(self.lead)
        citer = self.cite()
        waiting: list[tuple[Excerpt, Cite]] = []
        for claim in book.claims:
            page.put(self.section[0] + self.claim[0])
            page.claim(claim, {"capitals": capitals, "title": title_case}.get(self.case, str)(claim.text))
            page.put(self.claim[1])
            for place, excerpt in enumerate(claim.excerpts):
                if excerpt.csl is None and not self.bounded and place < len(claim.excerpts) - 1:
                    page.leave_out(excerpt, "the layout cannot show where an unsourced excerpt ends")
                    continue
                self.set_excerpt(page, claim, excerpt, citer, waiting)
            page.put(self.section[1])
        if self.notes:
            page.put('<h2>Notes</h2>\n<ol class="notes">\n')
            for n, (excerpt, cite) in enumerate(waiting, 1):
                page.put(f'<li id="fn{n}">')
                page.citation(excerpt, cite, self.italic)
                page.put(f' <a href="#ref{n}">&#8617;</a></li>\n')
            page.put("</ol>\n")
        page.put(self.tail)

    def set_excerpt(
        self, page: Page, claim: Claim, excerpt: Excerpt, citer: Citer, waiting: list[tuple[Excerpt, Cite]]
    ) -> None:
        """One excerpt and its source."""
        cite = None if excerpt.csl is None else citer(excerpt)
        if cite is not None and self.source_first:
            self.set_source(page, excerpt, cite)
        page.put(self.excerpt[0])
        last = len(excerpt.paragraphs) - 1
        for n, paragraph in enumerate(excerpt.paragraphs):
            page.put(self.before_first if n == 0 and self.before_first else self.paragraph[0])
            page.excerpt(claim, excerpt, paragraph)
            if n == last and cite is not None and self.notes:
                waiting.append((excerpt, cite))
                k = len(waiting)
                page.put(f'<sup><a href="#fn{k}" id="ref{k}">{k}</a></sup>')
            if n == last and cite is not None and self.inline:
                self.set_source(page, excerpt, cite)
            page.put(self.paragraph[1])
        inside = self.source_inside
        if not inside:
            page.put(self.excerpt[1])
        if cite is not None and not (self.source_first or self.inline or self.notes):
            self.set_source(page, excerpt, cite)
        if inside:
            page.put(self.excerpt[1])

    def set_source(self, page: Page, excerpt: Excerpt, cite: Cite) -> None:
        """The source with its marks."""
        page.put(self.source[0])
        page.citation(excerpt, cite, self.italic)
        page.put(self.source[1])


SIDE = """<aside class="sidebar"><h3>Search</h3><form><input name="s"></form>
<h3>Recent Posts</h3><ul><li><a href="/a">A walk in the hills</a></li><li><a href="/b">What I read in May</a></li></ul>
<h3>Categories</h3><ul><li><a href="/c/1">Books</a> (12)</li><li><a href="/c/2">History</a> (31)</li></ul></aside>
"""
COMMENTS = """<div id="comments"><h2>2 thoughts on this page</h2>
<ol class="commentlist"><li class="comment"><cite>Anna B.</cite> says: <p>Thank you for putting these together.</p>
<p>Have you seen Harrison, Letters Home (Leeds: Arnold, 1911), p. 12?</p></li>
<li class="comment"><cite>oldreader</cite> says: <blockquote><p>It is all in the minutes.</p></blockquote><p>So it is.</p></li></ol>
<h3 id="reply-title">Leave a Reply</h3><form><textarea></textarea></form></div>
"""

LAYOUTS = (
    Layout(
        "html-bold-capitals", "open", "book.html",
        Web(
            ("<p><b>", "</b></p>\n"), ("<p>", "</p>\n"), ("<p><i>", "</i></p>\n"), lambda: as_printed, italic=("", ""),
            case="capitals", excerpt=("", ""), bounded=False,
        ),
        marked_up=True,
    ),
    Layout(
        "html-footer-cite", "open", "book.html",
        Web(
            ("<h2>", "</h2>\n"), ("<p>", "</p>\n"), ("<footer>— <cite>", "</cite></footer>\n"), lambda: every_time("plain"),
            excerpt=("<blockquote>\n", "</blockquote>\n"), source_inside=True, italic=("<em>", "</em>"),
        ),
        marked_up=True,
    ),
    Layout(
        "html-definition-list", "open", "book.html",
        Web(
            ("<h3>", "</h3>\n"), ("<p>", "</p>"), ("<dt>", "</dt>\n"), lambda: every_time("bibliography"),
            excerpt=("<dd>", "</dd>\n"), source_first=True, section=("", "</dl>\n"),
        ),
        marked_up=True,
    ),
    Layout(
        "html-notes", "open", "book.html",
        Web(
            ("<h2>", "</h2>\n"), ("<p>", "</p>\n"), ("", ""), lambda: later_short("chicago"), excerpt=("", ""), notes=True,
            case="title", bounded=False,
        ),
        marked_up=True,
    ),
    Layout(
        "html-parenthesis", "open", "book.html",
        Web(
            ("<h4>", "</h4>\n"), ("<p>", "</p>\n"), (" (", ")"), lambda: every_time("chicago"), excerpt=("", ""), inline=True,
            bounded=False, lead="<p>Passages copied from the library.</p>\n<hr>\n",
        ),
        marked_up=True,
    ),
    Layout(
        "html-by-hand", "closed", "book.html",
        Web(
            ("<P><B>", "</B>\n"), ("<P>", "\n"), ("<BR>", "\n"), lambda: every_time("chicago"), excerpt=("", ""),
            italic=("<I>", "</I>"), case="capitals",
            head="<HTML><HEAD><TITLE>{title}</TITLE></HEAD>\n<BODY BGCOLOR=#FFFFFF>\n<CENTER>",
            title=("<H1>", "</H1></CENTER><HR>\n"), tail="<HR><FONT SIZE=-1>Last changed 3/4/98</FONT></BODY></HTML>\n", bounded=False,
        ),
        marked_up=True, encoding="cp1252", newline="\r\n",
    ),
    Layout(
        "html-breaks", "closed", "book.html",
        Web(
            ("<b>", "</b><br><br>\n\n"), ("", "<br>\n"), ("", "<br>\n<br>\n"), lambda: as_printed, excerpt=("", ""), case="capitals",
            italic=("", ""), head="<html><head><title>{title}</title></head><body><font face=\"Times\">\n",
            title=("<h2>", "</h2><br>\n"), date=("", "<br><br>\n"), tail="</font></body></html>\n", bounded=False,
        ),
        marked_up=True,
    ),
    Layout(
        "html-wordpress", "closed", "book.html",
        Web(
            ("<h3><strong>", "</strong></h3>\n"), ("<p>", "</p>\n"), ("<p>– ", "</p>\n"), lambda: every_time("title-first"),
            excerpt=('<blockquote class="wp-block-quote">\n', "</blockquote>\n"), source_inside=True, italic=("<em>", "</em>"),
            head='<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} | My Notes</title><script>var a = "<p>x</p>";</script></head>\n'
            '<body class="single"><div id="page"><header><h1 class="site-title"><a href="/">My Notes</a></h1>'
            '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav></header>\n'
            '<div id="primary"><main><article><header class="entry-header">',
            title=('<h1 class="entry-title">', "</h1></header>\n"), date=('<div class="entry-meta">Posted on ', "</div>\n<div class=\"entry-content\">\n"),
            tail="</div></article>\n" + COMMENTS + "</main></div>\n" + SIDE + "<footer>Powered by a blog engine</footer></div></body></html>\n",
        ),
        marked_up=True,
    ),
    Layout(
        "html-divisions", "closed", "book.html",
        Web(
            ('<div class="c1">', "</div>\n"), ('<div class="t">', "</div>\n"), ('<div class="s">', "</div>\n"),
            lambda: every_time("harvard"), excerpt=('<div class="e">', "</div>\n"), source_inside=True,
            section=('<div class="sec">\n', "</div>\n"), title=('<div class="title">', "</div>\n"),
        ),
        marked_up=True,
    ),
    Layout(
        "html-table", "closed", "book.html",
        Web(
            ('<tr><th colspan="2">', "</th></tr>\n"), ("", "<br>"), ("<td>", "</td></tr>\n"), lambda: every_time("chicago"),
            excerpt=("<tr><td>", "</td>"), lead='<table border="1">\n', tail="</table>\n</body>\n</html>\n",
        ),
        marked_up=True,
    ),
    Layout(
        "html-list", "closed", "book.html",
        Web(
            ("<h2>", "</h2>\n<ul>\n"), ("<p>", "</p>"), ("<ul><li>", "</li></ul>"), lambda: every_time("mla"),
            excerpt=("<li>", "</li>\n"), source_inside=True, section=("", "</ul>\n"),
        ),
        marked_up=True,
    ),
)  # fmt: skip
