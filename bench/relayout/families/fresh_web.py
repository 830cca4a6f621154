"""Web pages as programs make them: wikis, blog hosts, word processors, newsletters, and one from a free host of 1997."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

import html
import re

from ..book import Book, Excerpt
from ..layouts import Layout
from ..markup import Web
from ..notes import every_time, later_short
from ..pen import Cite
from ..prose import wrap
from ..setting import Page
from .fresh_plain import shown_excerpts

__all__ = ["LAYOUTS"]

WIKI_HEAD = """<!DOCTYPE html>
<html class="client-nojs" lang="en" dir="ltr">
<head>
<meta charset="UTF-8"/>
<title>{title} - OpenSources</title>
<script>document.documentElement.className="client-js";RLCONF={"wgPageName":"Sources"};</script>
<link rel="stylesheet" href="/load.php?modules=site.styles"/>
</head>
<body class="mediawiki ltr sitedir-ltr ns-0 skin-vector">
<div id="mw-page-base" class="noprint"></div>
<div id="content" class="mw-body" role="main">
<a id="top"></a>
<div id="siteNotice" class="mw-body-content">Help us to sort the uncategorised pages.</div>
<h1 id="firstHeading" class="firstHeading">"""
WIKI_TAIL = """</div>
<div class="printfooter">Retrieved from "<a href="/index.php?oldid=8812">/index.php?oldid=8812</a>"</div>
<div id="catlinks" class="catlinks"><a href="/wiki/Special:Categories">Categories</a>: <ul><li><a href="/wiki/Category:Sources">Sources</a></li></ul></div>
</div>
<div id="mw-navigation">
<h2>Navigation menu</h2>
<div id="p-personal" role="navigation"><h3>Personal tools</h3><ul><li><a href="/login">Log in</a></li></ul></div>
<div id="p-navigation" role="navigation"><h3>Navigation</h3><div class="body"><ul><li><a href="/wiki/Main_Page">Main page</a></li><li><a href="/wiki/Special:Random">Random page</a></li></ul></div></div>
</div>
<div id="footer" role="contentinfo"><ul id="footer-info"><li>This page was last edited on 4 May 2019, at 10:12.</li></ul></div>
</body>
</html>
"""


def anchor(words: str) -> str:
    return re.sub(r"\W+", "_", words).strip("_")


def set_wiki(book: Book, page: Page) -> None:
    """A wiki as its server sends it: contents, edit links, raised numbers, references with their way back."""
    citer = every_time("chicago")
    page.put(WIKI_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put('</h1>\n<div id="bodyContent" class="mw-body-content">\n<div id="siteSub">From OpenSources</div>\n')
    page.put('<div class="mw-parser-output"><p>Passages on the subject, by what they are said to show.</p>\n')
    page.put('<div id="toc" class="toc"><div class="toctitle"><h2>Contents</h2></div>\n<ul>\n')
    for n, claim in enumerate(book.claims, 1):
        page.put(
            f'<li class="toclevel-1 tocsection-{n}"><a href="#{anchor(claim.text)}"><span class="tocnumber">{n}</span> '
        )
        page.put(f'<span class="toctext">{page.shown(claim.text)}</span></a></li>\n')
    page.put("</ul>\n</div>\n\n")
    notes: list[tuple[Excerpt, Cite]] = []
    for n, claim in enumerate(book.claims, 1):
        page.put(f'<h2><span class="mw-headline" id="{anchor(claim.text)}">')
        page.claim(claim, claim.text)
        page.put('</span><span class="mw-editsection"><span class="mw-editsection-bracket">[</span>')
        page.put(f'<a href="/index.php?action=edit&amp;section={n}" title="Edit section">edit</a>')
        page.put('<span class="mw-editsection-bracket">]</span></span></h2>\n')
        for excerpt in claim.excerpts:
            page.put("<blockquote>")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("</p>\n<p>" if j else "<p>")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                k = len(notes)
                page.put(f'<sup id="cite_ref-{k}" class="reference"><a href="#cite_note-{k}">&#91;{k}&#93;</a></sup>')
            page.put("\n</p></blockquote>\n")
    page.put(
        '<h2><span class="mw-headline" id="References">References</span></h2>\n<div class="reflist"><ol class="references">\n'
    )
    for k, (excerpt, cite) in enumerate(notes, 1):
        page.put(
            f'<li id="cite_note-{k}"><span class="mw-cite-backlink"><b><a href="#cite_ref-{k}">^</a></b></span> <span class="reference-text">'
        )
        page.citation(excerpt, cite, ("<i>", "</i>"))
        page.put("</span>\n</li>\n")
    page.put("</ol></div>\n</div>" + WIKI_TAIL)


WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 11">
<title>{title}</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>reader</o:Author><o:Words>10442</o:Words></o:DocumentProperties></xml><![endif]-->
<style>
<!--
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{margin:0in; mso-pagination:widow-orphan; font-size:12.0pt; font-family:"Times New Roman";}
-->
</style>
</head>

<body lang=EN-US style='tab-interval:.5in'>

<div class=Section1>

<p class=MsoNormal align=center style='text-align:center'><b style='mso-bidi-font-weight:
normal'><span style='font-size:16.0pt'>"""
EMPTY = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n\n"


def word_runs(words: str) -> str:
    """Words as a word processor saves them: lines broken anywhere, some words in spans of the speller."""
    parts = html.escape(words, quote=False).split(" ")
    for n in range(5, len(parts), 17):
        parts[n] = f"<span class=SpellE>{parts[n]}</span>"
    return re.sub(r"<span\nclass", "<span class", wrap(" ".join(parts), 76))


def set_word(book: Book, page: Page) -> None:
    """A word processor's page for the web: headings by bold alone, indents by style, footnotes of its own kind."""
    citer = later_short("bibliography")
    page.put(WORD_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put("<o:p></o:p></span></b></p>\n\n" + EMPTY)
    notes: list[tuple[Excerpt, Cite]] = []
    for claim in book.claims:
        page.put("<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>")
        page.claim(claim, claim.text, shown=wrap(page.shown(claim.text), 60))
        page.put("<o:p></o:p></b></p>\n\n" + EMPTY)
        for excerpt in shown_excerpts(page, claim):
            for paragraph in excerpt.paragraphs:
                page.put(
                    "<p class=MsoNormal style='margin-left:.5in;text-align:justify'><span\nstyle='font-size:11.0pt'>"
                )
                page.excerpt(claim, excerpt, paragraph, shown=word_runs(paragraph))
                if excerpt.csl is not None and paragraph is excerpt.paragraphs[-1]:
                    notes.append((excerpt, citer(excerpt)))
                    k = len(notes)
                    page.put(
                        f'<a style=\'mso-footnote-id:ftn{k}\' href="#_ftn{k}" name="_ftnref{k}" title=""><span\nclass=MsoFootnoteReference>'
                    )
                    page.put(
                        f"<span style='mso-special-character:footnote'><![if !supportFootnotes]>[{k}]<![endif]></span></span></a>"
                    )
                page.put("<o:p></o:p></span></p>\n\n")
            page.put(EMPTY)
    page.put(
        "</div>\n\n<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>\n\n<hr align=left size=1 width=\"33%\">\n\n<![endif]>\n\n"
    )
    for k, (excerpt, cite) in enumerate(notes, 1):
        page.put(
            f"<div style='mso-element:footnote' id=ftn{k}>\n\n<p class=MsoFootnoteText><a style='mso-footnote-id:ftn{k}' href=\"#_ftnref{k}\"\n"
        )
        page.put(f'name="_ftn{k}" title=""><span class=MsoFootnoteReference>[{k}]</span></a> ')
        page.citation(excerpt, cite, ("<i>", "</i>"))
        page.put("</p>\n\n</div>\n\n")
    page.put("</div>\n\n</body>\n\n</html>\n")


LETTER_HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - by M. - Slow Reading</title></head>
<body class="newsletter"><div class="topbar"><a href="/">Slow Reading</a><button>Subscribe</button><button>Sign in</button></div>
<div class="single-post"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title">"""
LETTER_LEAD = """<div class="subscribe-widget"><p>Slow Reading is a letter for people with time. To receive new posts, consider becoming a subscriber.</p><input type="email"><button>Subscribe</button></div>
<h2>Before we begin</h2>
<p>For some years I have copied out what I came across on this matter, at first on the backs of envelopes and then, when there were too many envelopes, in a file. A friend asked to see the file. This is the file, or as much of it as I have had the patience to type.</p>
<p>I have tried to let the sources speak. Where they disagree I have let them disagree; I was not there, and nor were you. The headings are mine, and so are the mistakes, of which I am told there were eleven in the last letter alone.</p>
<p>A word on method. I copy first and think afterwards. If a passage is long, that is because I could not find the place to cut it.</p>
<p>Those who would rather skip about may do so:</p>
"""
LETTER_TAIL = """<h2>What I make of it</h2>
<p>Less than I had hoped. Read one after the other, the passages do not so much answer the question as wear it down. But I think that three or four of them cannot be got round, and I should like to hear from anyone who has got round them.</p>
<p>Next month: bridges.</p>
<div class="subscribe-widget"><p>Thanks for reading Slow Reading! Subscribe for free to receive new posts.</p><button>Subscribe</button></div>
"""
LETTER_COMMENTS = """<div class="comments-page"><h4>3 Comments</h4>
<div class="comment"><a href="/profile/1">Piet</a> <span>Mar 3</span><p>Wonderful. My grandfather used to say the same, though he had it from a book: Cornelis Vos, Old Roads (Delft: Waltman, 1931), p. 8.</p><button>Reply</button></div>
<div class="comment"><a href="/profile/2">E.</a> <span>Mar 4</span><p>“It is never the first report that is wrong.”</p><p>I forget who wrote that.</p><button>Reply</button></div>
<div class="comment"><a href="/profile/3">Piet</a> <span>Mar 4</span><p>You did.</p><button>Reply</button></div></div>
<div class="footer"><p>© 2024 M. · Privacy · Terms</p><button>Start writing</button></div></div></body></html>
"""


def set_letter(book: Book, page: Page) -> None:
    """A newsletter: a long introduction, contents, block quotations with footnotes, a last word, comments."""
    citer = later_short("mla", same=None)
    page.put(LETTER_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put('</h1><h3 class="subtitle">From my commonplace book</h3><div class="post-meta">M. · <time>')
    if book.date:
        page.title(book.date)
    page.put('</time> · ♡ 41</div></div>\n<div class="body markup" dir="auto">\n' + LETTER_LEAD + "<ol>\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f'<li><p><a href="#s{n}">{page.shown(claim.text)}</a></p></li>\n')
    page.put("</ol>\n")
    notes: list[tuple[Excerpt, Cite]] = []
    for n, claim in enumerate(book.claims, 1):
        page.put(f'<h3 class="header-anchor-post" id="s{n}">')
        page.claim(claim, claim.text)
        page.put("</h3>\n")
        for excerpt in claim.excerpts:
            page.put("<blockquote>")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("</p><p>" if j else "<p>")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                k = len(notes)
                page.put(
                    f'<a class="footnote-anchor" id="footnote-anchor-{k}" href="#footnote-{k}" target="_self">{k}</a>'
                )
            page.put("</p></blockquote>\n")
        if n % 5 == 0:
            page.put('<div class="subscribe-widget"><button>Subscribe now</button></div>\n<div><hr></div>\n')
    page.put(LETTER_TAIL)
    for k, (excerpt, cite) in enumerate(notes, 1):
        page.put(
            f'<div class="footnote"><a id="footnote-{k}" href="#footnote-anchor-{k}" class="footnote-number" target="_self">{k}</a><div class="footnote-content"><p>'
        )
        page.citation(excerpt, cite, ("<em>", "</em>"))
        page.put("</p></div></div>\n")
    page.put("</div></article>\n" + LETTER_COMMENTS)


def set_cells(book: Book, page: Page) -> None:
    """A page of a free host: one table, the source small in the left cell, the words in the right one."""
    citer = every_time("title-first")
    page.put(
        f"<HTML>\n<HEAD><TITLE>{page.shown(book.title)}</TITLE></HEAD>\n<BODY BGCOLOR=#FFFFCC TEXT=#000033 LINK=#990000>\n"
    )
    page.put("<CENTER><IMG SRC=flag.gif WIDTH=80 HEIGHT=50><BR>\n<FONT SIZE=+3 FACE=Georgia>")
    page.title(book.title)
    page.put("</FONT><BR>\n")
    if book.date:
        page.put("<FONT SIZE=-1>")
        page.title(book.date)
        page.put("</FONT>\n")
    page.put("<P><A HREF=index.html>Home</A> | <A HREF=guest.html>Sign my guestbook!</A></CENTER>\n<HR WIDTH=60%>\n")
    for claim in book.claims:
        page.put("\n<CENTER><FONT SIZE=+1 COLOR=#990000><B>")
        page.claim(claim, claim.text)
        page.put("</B></FONT></CENTER>\n<TABLE BORDER=0 CELLPADDING=6 WIDTH=90%>\n")
        for excerpt in claim.excerpts:
            page.put("<TR VALIGN=TOP><TD WIDTH=140><FONT SIZE=1>")
            if excerpt.csl is not None:
                page.citation(excerpt, citer(excerpt), ("<I>", "</I>"))
            page.put("</FONT>\n<TD><FONT SIZE=2>")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("<P>" if j else "")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
            page.put("</FONT>\n")
        page.put("</TABLE>\n")
    page.put(
        "<HR>\n<CENTER><FONT SIZE=-1>You are visitor <IMG SRC=/cgi-bin/count.gif><BR>Best viewed at 800 x 600</FONT></CENTER>\n</BODY>\n</HTML>\n"
    )


DOCS_HEAD = (
    '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
    '@import url(https://themes.example/fonts/css?kit=x);ol{margin:0;padding:0}.c0{color:#000000;font-weight:400;font-size:11pt;font-family:"Arial"}'
    ".c1{padding-top:0pt;line-height:1.15;text-align:left}.c2{margin-left:36pt;padding-top:0pt;line-height:1.15}.c3{color:#000000;font-weight:700;font-size:13pt}"
    ".c4{padding-top:0pt;text-align:right}.c5{font-style:italic}.c6{font-size:20pt;font-weight:400}.c8{background-color:#ffffff;max-width:451.4pt;padding:72pt}</style></head>"
    '<body class="c8 doc-content">'
)
BLANK = '<p class="c1"><span class="c0"></span></p>'

BLOG_HEAD = """<!DOCTYPE html>
<html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'>
<head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><title>The Lumber Room: {title}</title>
<style id='page-skin-1' type='text/css'>body { font: normal 13px Arial; } .post h3 { color: #333; }</style></head>
<body class='loading'>
<div class='navbar' id='navbar'></div>
<div class='header-inner'><h1 class='title'><a href='/'>The Lumber Room</a></h1><p class='description'>Old books, older quarrels</p></div>
<div class='main'><div class='date-outer'>
<div class='post hentry'>
"""
BLOG_TAIL = """<div class="separator" style="clear: both; text-align: center;"><a href="/img/3.jpg" imageanchor="1"><img border="0" src="/img/3s.jpg" /></a></div>
<br /></div>
<div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Posted by <span class='fn'>Bookworm</span></span> at <abbr class='published'>11:42 PM</abbr></div>
<div class='post-share-buttons'>Email This BlogThis! Share</div><span class='post-labels'>Labels: <a href='/search/label/quotes'>quotes</a></span></div></div></div>
<div class='comments' id='comments'><h4>2 comments:</h4>
<dl id='comments-block'><dt class='comment-author'><a href='/p/9'>Ada</a> said...</dt><dd class='comment-body'><p>Where did you find the third one? I only know the edition of 1934.</p></dd>
<dt class='comment-author'>Anonymous said...</dt><dd class='comment-body'><p>FAKE!!!</p></dd></dl><p class='comment-footer'><a href='/comment'>Post a Comment</a></p></div>
<div class='blog-pager'><a href='/n'>Newer Post</a> <a href='/'>Home</a> <a href='/o'>Older Post</a></div></div>
<div class='sidebar'><div class='widget BlogArchive'><h2>Blog Archive</h2><ul><li>&#9660; <a href='/2011'>2011</a> (14)</li><li>&#9658; <a href='/2010'>2010</a> (31)</li></ul></div>
<div class='widget Profile'><h2>About Me</h2><p>I read, and then I copy it out.</p></div></div>
</body></html>
"""

LAYOUTS = (
    Layout("mediawiki-page", "fresh", "book.html", set_wiki, marked_up=True),
    Layout("word-saved-page", "fresh", "book.htm", set_word, marked_up=True, encoding="cp1252", newline="\r\n"),
    Layout("newsletter-notes", "fresh", "book.html", set_letter, marked_up=True),
    Layout("free-host-cells", "fresh", "book.html", set_cells, marked_up=True, encoding="cp1252"),
    Layout(
        "docs-spans",
        "fresh",
        "book.html",
        Web(
            ('<p class="c1"><span class="c3">', "</span></p>" + BLANK),
            ('<p class="c2"><span class="c0">', "</span></p>"),
            ('<p class="c4"><span class="c0">', "</span></p>" + BLANK),
            lambda: every_time("bibliography"),
            excerpt=("", ""),
            bounded=False,
            italic=('</span><span class="c0 c5">', '</span><span class="c0">'),
            head=DOCS_HEAD,
            title=('<p class="c1 title" id="h.x1"><span class="c6">', "</span></p>"),
            date=('<p class="c1"><span class="c0">', "</span></p>" + BLANK),
            tail="</body></html>",
        ),
        marked_up=True,
    ),
    Layout(
        "blog-breaks",
        "fresh",
        "book.html",
        Web(
            ("<b><u>", "</u></b><br />\n<br />\n"),
            ("", "<br />\n<br />\n"),
            (' <span style="font-size: x-small;">[', "]</span>"),
            lambda: every_time("chicago"),
            excerpt=("&nbsp;&nbsp; ", '<div class="separator" style="clear: both;"></div>\n'),
            inline=True,
            bounded=False,
            head=BLOG_HEAD,
            title=("<h3 class='post-title entry-title'>", "</h3>\n<div class='post-body entry-content'>\n"),
            date=("<i>", "</i><br />\n<br />\n"),
            lead='<div class="separator" style="clear: both; text-align: center;"><a href="/img/1.jpg"><img border="0" src="/img/1s.jpg" /></a></div>\n<br />\n',
            tail=BLOG_TAIL,
        ),
        marked_up=True,
    ),
)
