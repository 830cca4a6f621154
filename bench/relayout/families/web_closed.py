"""Web pages of blogs, of tables and boxes, and those that someone made by hand in 1998."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

from ..layouts import Layout
from ..markup import Web
from ..notes import as_printed, every_time

__all__ = ["LAYOUTS"]

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
        "html-by-hand",
        "closed",
        "book.html",
        Web(
            ("<P><B>", "</B>\n"),
            ("<P>", "\n"),
            ("<BR>", "\n"),
            lambda: every_time("chicago"),
            excerpt=("", ""),
            italic=("<I>", "</I>"),
            case="capitals",
            head="<HTML><HEAD><TITLE>{title}</TITLE></HEAD>\n<BODY BGCOLOR=#FFFFFF>\n<CENTER>",
            title=("<H1>", "</H1></CENTER><HR>\n"),
            tail="<HR><FONT SIZE=-1>Last changed 3/4/98</FONT></BODY></HTML>\n",
            bounded=False,
        ),
        marked_up=True,
        encoding="cp1252",
        newline="\r\n",
    ),
    Layout(
        "html-breaks",
        "closed",
        "book.html",
        Web(
            ("<b>", "</b><br><br>\n\n"),
            ("", "<br>\n"),
            ("", "<br>\n<br>\n"),
            lambda: as_printed,
            excerpt=("", ""),
            case="capitals",
            italic=("", ""),
            head='<html><head><title>{title}</title></head><body><font face="Times">\n',
            title=("<h2>", "</h2><br>\n"),
            date=("", "<br><br>\n"),
            tail="</font></body></html>\n",
            bounded=False,
        ),
        marked_up=True,
    ),
    Layout(
        "html-wordpress",
        "closed",
        "book.html",
        Web(
            ("<h3><strong>", "</strong></h3>\n"),
            ("<p>", "</p>\n"),
            ("<p>– ", "</p>\n"),
            lambda: every_time("title-first"),
            excerpt=('<blockquote class="wp-block-quote">\n', "</blockquote>\n"),
            source_inside=True,
            italic=("<em>", "</em>"),
            head='<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} | My Notes</title><script>var a = "<p>x</p>";</script></head>\n'
            '<body class="single"><div id="page"><header><h1 class="site-title"><a href="/">My Notes</a></h1>'
            '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav></header>\n'
            '<div id="primary"><main><article><header class="entry-header">',
            title=('<h1 class="entry-title">', "</h1></header>\n"),
            date=('<div class="entry-meta">Posted on ', '</div>\n<div class="entry-content">\n'),
            tail="</div></article>\n"
            + COMMENTS
            + "</main></div>\n"
            + SIDE
            + "<footer>Powered by a blog engine</footer></div></body></html>\n",
        ),
        marked_up=True,
    ),
    Layout(
        "html-divisions",
        "closed",
        "book.html",
        Web(
            ('<div class="c1">', "</div>\n"),
            ('<div class="t">', "</div>\n"),
            ('<div class="s">', "</div>\n"),
            lambda: every_time("harvard"),
            excerpt=('<div class="e">', "</div>\n"),
            source_inside=True,
            section=('<div class="sec">\n', "</div>\n"),
            title=('<div class="title">', "</div>\n"),
        ),
        marked_up=True,
    ),
    Layout(
        "html-table",
        "closed",
        "book.html",
        Web(
            ('<tr><th colspan="2">', "</th></tr>\n"),
            ("", "<br>"),
            ("<td>", "</td></tr>\n"),
            lambda: every_time("chicago"),
            excerpt=("<tr><td>", "</td>"),
            no_source="<td></td></tr>\n",
            lead='<table border="1">\n',
            tail="</table>\n</body>\n</html>\n",
        ),
        marked_up=True,
    ),
)
