"""Web pages as most people save them: blog posts, a wiki's page of quotations, a free site, a word processor's export."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

import html

from ..book import Book
from ..cases import title_case
from ..layouts import Layout
from ..notes import every_time
from ..pen import Cite
from ..setting import Page
from .fresh_plain import shown_excerpts
from .unseen_notes import slug

__all__ = ["LAYOUTS"]

PRESS_HEAD = """<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{title} &#8211; History Matters</title>
<link rel="alternate" type="application/rss+xml" title="History Matters &raquo; Feed" href="/feed/" />
<style id="wp-block-library-inline-css">.wp-block-quote{border-left:3px solid}.entry-content>*{max-width:650px}</style>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting"}</script>
</head>
<body class="post-template-default single single-post postid-412 single-format-standard wp-embed-responsive">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/" rel="home">History Matters</a></p>
<nav class="wp-block-navigation" aria-label="Menu"><ul><li><a href="/about/">About</a></li><li><a href="/contact/">Contact</a></li><li><a href="/reading/">Reading list</a></li></ul></nav></header>
<main id="content" class="wp-block-group">
<h1 class="wp-block-post-title">"""
PRESS_TAIL = """<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="?share=twitter">Twitter</a></li><li><a href="?share=facebook">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><p><a href="/2014/05/on-maps/">On old maps</a></p></div>
</div>
<div class="wp-block-post-terms">Tagged <a href="/tag/archives/" rel="tag">archives</a>, <a href="/tag/sources/" rel="tag">sources</a></div>
<nav class="post-navigation"><a href="/2014/05/on-maps/" rel="prev">Previous: On old maps</a> <a href="/2014/07/errata/" rel="next">Next: Errata</a></nav>
<div class="wp-block-comments" id="comments"><h2 id="comments-title">2 responses to this post</h2>
<ol class="wp-block-comment-template"><li id="comment-31" class="comment"><div class="comment-author vcard"><b class="fn">Margaret L.</b> <span class="says">says:</span></div><div class="comment-content"><p>Thank you for putting all of this in one place. I have the second volume at home and will check the page numbers.</p></div></li>
<li id="comment-32" class="comment"><div class="comment-author vcard"><b class="fn">tom1955</b> <span class="says">says:</span></div><div class="comment-content"><p>Cherry picking. You leave out everything on the other side.</p></div></li></ol>
<div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply</h3><form action="/wp-comments-post.php" method="post"><p>Your email address will not be published. Required fields are marked *</p><textarea name="comment"></textarea></form></div></div>
</main>
<footer class="wp-block-template-part"><p>Proudly powered by WordPress</p></footer></div>
</body>
</html>
"""


def put_date(page: Page, book: Book, before: str, after: str) -> None:
    """The date between marks, where the book has one."""
    if book.date:
        page.put(before)
        page.title(book.date)
        page.put(after)


def set_press(book: Book, page: Page) -> None:
    """A blog post of blocks: headings, block quotations that hold their ``<cite>``, shares, related posts, responses."""
    citer = every_time("bibliography")
    page.put(PRESS_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put('</h1>\n<div class="wp-block-post-meta">')
    put_date(page, book, "<time>", "</time> · ")
    page.put('<span>by <a href="/author/anne/">Anne</a></span> · <span>2 Comments</span></div>\n')
    page.put(
        '<div class="entry-content wp-block-post-content">\n<p>A reader asked me what the sources really say. This post is my answer. I will add to it when I find more, so do check back.</p>\n<p><span id="more-412"></span></p>\n'
    )
    for claim in book.claims:
        page.put('\n<h2 class="wp-block-heading">')
        page.claim(claim, title_case(claim.text))
        page.put("</h2>\n\n")
        for excerpt in claim.excerpts:
            page.put('<blockquote class="wp-block-quote is-layout-flow wp-block-quote-is-layout-flow">\n')
            for paragraph in excerpt.paragraphs:
                page.put("<p>")
                page.excerpt(claim, excerpt, paragraph)
                page.put("</p>\n")
            if excerpt.csl is not None:
                page.put("<cite>")
                page.citation(excerpt, citer(excerpt), ("<em>", "</em>"))
                page.put("</cite>")
            page.put("</blockquote>\n\n")
    page.put(PRESS_TAIL)


BLOGGER_HEAD = """<!DOCTYPE html>
<html class='v2' dir='ltr' lang='en'>
<head>
<meta content='width=1100' name='viewport'/>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<meta content='blogger' name='generator'/>
<title>Notes from the Reading Room: {title}</title>
</head>
<body class='item-view'>
<div class='page-skin-2'><header><div class='titlewrapper'><h1 class='title'><a href='/'>Notes from the Reading Room</a></h1></div></header>
<div class='tabs-inner'><ul><li><a href='/'>Home</a></li><li><a href='/p/about.html'>About me</a></li></ul></div>
<div class='main-inner'><div class='blog-posts hfeed'>
"""
BLOGGER_TAIL = """<p>That is all that I have for now. If you know of others please leave a comment.</p><p><br /></p></div>
<div class='post-footer'><div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Posted by <span class='fn'>R. Walker</span></span> <span class='post-timestamp'>at <abbr class='published'>9:14 PM</abbr></span></div>
<div class='post-footer-line post-footer-line-2'><span class='post-labels'>Labels: <a href='/search/label/documents' rel='tag'>documents</a></span></div></div></div>
<div class='comments' id='comments'><h4>1 comment:</h4><div id='comment-holder'><ol><li class='comment'><cite class='user'>Unknown</cite><span class='datetime'>July 8, 2012 at 7:01 AM</span><p class='comment-content'>Great post, very thorough!</p></li></ol></div></div>
<div class='blog-pager' id='blog-pager'><a href='/newer'>Newer Post</a><a href='/older'>Older Post</a><a href='/'>Home</a></div></div>
<aside><div class='widget BlogSearch'><h2>Search This Blog</h2></div><div class='widget PopularPosts'><h2>Popular Posts</h2><ul><li><a href='/2011/02/post.html'>How to use a record office</a></li></ul></div></aside></div>
<footer><div class='widget Attribution'>Simple theme. Powered by Blogger.</div></footer></div>
</body>
</html>
"""


def set_blogger(book: Book, page: Page) -> None:
    """A blog post of paragraphs: bold headings with a number, curly quotes, the source in parentheses at the end."""
    citer = every_time("chicago")
    page.put(BLOGGER_HEAD.replace("{title}", page.shown(book.title)))
    put_date(page, book, "<h2 class='date-header'><span>", "</span></h2>\n")
    page.put("<div class='post hentry'><h3 class='post-title entry-title'>")
    page.title(book.title)
    page.put(
        "</h3>\n<div class='post-body entry-content' id='post-body-77'>\n<p>I have been meaning to type these up for a long time. Here goes!</p><p><br /></p>\n"
    )
    for n, claim in enumerate(book.claims, 1):
        page.put(f"<p><b>{n}. ")
        page.claim(claim, claim.text)
        page.put("</b></p><p><br /></p>\n")
        for excerpt in claim.excerpts:
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("<p>" if j else "<p>“")
                page.excerpt(claim, excerpt, paragraph)
                if j == last:
                    page.put("”")
                    if excerpt.csl is not None:
                        cite = citer(excerpt)
                        page.put("&nbsp;(")
                        page.citation(excerpt, Cite(cite.text.rstrip("."), cite.csl, cite.resolved), ("<i>", "</i>"))
                        page.put(")")
                page.put("</p>\n")
            page.put("<p><br /></p>\n")
    page.put(BLOGGER_TAIL)


QUOTE_HEAD = """<!DOCTYPE html>
<html class="client-nojs vector-feature-language-in-header-enabled" lang="en" dir="ltr">
<head>
<meta charset="UTF-8">
<title>{title} - Quotebook</title>
<link rel="canonical" href="https://quotes.example/wiki/Page">
</head>
<body class="skin--responsive skin-vector ltr sitedir-ltr mw-hide-empty-elt ns-0 ns-subject rootpage skin-vector-2022 action-view">
<a class="mw-jump-link" href="#bodyContent">Jump to content</a>
<div class="vector-header-container"><header class="vector-header mw-header"><nav class="vector-main-menu-landmark" aria-label="Site"><ul><li><a href="/wiki/Main_Page"><span>Main Page</span></a></li><li><a href="/wiki/Special:Random"><span>Random page</span></a></li><li><a href="/wiki/Help"><span>Help</span></a></li></ul></nav></header></div>
<div class="mw-page-container"><main id="content" class="mw-body">
<header class="mw-body-header vector-page-titlebar"><h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">"""
QUOTE_TAIL = """<div class="mw-heading mw-heading2"><h2 id="External_links">External links</h2><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/w/index.php?action=edit"><span>edit</span></a><span class="mw-editsection-bracket">]</span></span></div>
<ul><li><a rel="nofollow" class="external text" href="https://archive.example/">Documents online</a></li></ul>
</div><div class="printfooter" data-nosnippet="">Retrieved from "<a dir="ltr" href="/w/index.php?oldid=3391">https://quotes.example/w/index.php?oldid=3391</a>"</div></div>
<div id="catlinks" class="catlinks"><div id="mw-normal-catlinks"><a href="/wiki/Special:Categories">Category</a>: <ul><li><a href="/wiki/Category:History">History</a></li></ul></div></div></main>
<footer id="footer" class="mw-footer"><ul id="footer-info"><li id="footer-info-lastmod"> This page was last edited on 9 October 2022, at 17:40.</li><li id="footer-info-copyright">Text is available under the Creative Commons licence; additional terms may apply.</li></ul><ul id="footer-places"><li><a href="/wiki/Privacy">Privacy policy</a></li><li><a href="/wiki/About">About</a></li></ul></footer></div>
</body>
</html>
"""


def set_quotebook(book: Book, page: Page) -> None:
    """A wiki's page of quotations as served: sections with edit links, items, and the source as an item within."""
    citer = every_time("plain")
    page.put(QUOTE_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put(
        '</span></h1></header>\n<div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From Quotebook</div>\n'
    )
    page.put(
        '<div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">\n<p>Quotations on the subject, by topic. Please add only those with a published source.</p>\n'
    )
    page.put('<meta property="mw:PageProp/toc">\n')
    for n, claim in enumerate(book.claims, 1):
        page.put(f'<div class="mw-heading mw-heading2"><h2 id="{slug(claim.text)}">')
        page.claim(claim, claim.text)
        page.put(
            f'</h2><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/w/index.php?action=edit&amp;section={n}"><span>edit</span></a><span class="mw-editsection-bracket">]</span></span></div>\n<ul>'
        )
        for excerpt in claim.excerpts:
            page.put("<li>")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("<br>" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                page.put("\n<ul><li>")
                page.citation(excerpt, citer(excerpt), ("<i>", "</i>"))
                page.put("</li></ul>")
            page.put("</li>\n")
        page.put("</ul>\n")
    page.put(QUOTE_TAIL)


SITE_HEAD = """<!DOCTYPE html><html lang="en-US" itemscope itemtype="http://schema.org/WebPage"><head><meta charset="utf-8"><script nonce="x">var DOCS_timing={};</script><title>Local History Group - {title}</title></head>
<body dir="ltr" class="yxgWrb NBLk1b"><div class="fktJzd AKpWA"><header id="atIdViewHeader"><div class="BbxBP"><a class="GAuSPc" href="/home">Local History Group</a><nav class="JzO0Vc"><ul class="jYxBte"><li><a href="/home">Home</a></li><li><a href="/meetings">Meetings</a></li><li><a href="/sources">Sources</a></li></ul></nav></div></header>
<div role="main" class="UtePc RCETm"><section class="yaqOZd LB7kq"><div class="hJDwNd-AhqUyc"><h1 class="zfr3Q duRjpb">"""
SITE_TAIL = """</div></section></div><footer class="dZA9kd"><p class="zfr3Q CDt4Ke">Local History Group. We meet on the first Tuesday of the month.</p></footer>
<div class="Xpil1b"><div role="button" class="U26fgb">Report abuse</div><div>Page details</div><div>Page updated</div></div></div></body></html>
"""


def set_site(book: Book, page: Page) -> None:
    """A page of a site builder: nothing but headings and paragraphs, the source in small type below in parentheses."""
    citer = every_time("mla")
    page.put(SITE_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put('</h1></div></section>\n<section class="yaqOZd"><div class="hJDwNd-AhqUyc">\n')
    put_date(page, book, '<p class="zfr3Q CDt4Ke"><em>', "</em></p>\n")
    page.put('<p class="zfr3Q CDt4Ke">These extracts were read out at our meetings last winter.</p>\n')
    for claim in book.claims:
        page.put(
            f'<h3 id="h.{slug(claim.text)[:12]}" class="zfr3Q OmQG5e"><span class="C9DxTc" style="font-weight: 700;">'
        )
        page.claim(claim, claim.text)
        page.put("</span></h3>\n")
        for excerpt in shown_excerpts(page, claim):
            for paragraph in excerpt.paragraphs:
                page.put('<p class="zfr3Q CDt4Ke"><span class="C9DxTc">')
                page.excerpt(claim, excerpt, paragraph)
                page.put("</span></p>\n")
            if excerpt.csl is not None:
                page.put('<p class="zfr3Q CDt4Ke"><small>(')
                page.citation(excerpt, citer(excerpt), ("<em>", "</em>"))
                page.put(")</small></p>\n")
    page.put(SITE_TAIL)


FILTERED_HEAD = """<html>

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 15 (filtered)">
<title>{title}</title>
<style>
<!--
 p.MsoNormal {margin-bottom:8.0pt; line-height:107%; font-size:11.0pt; font-family:"Calibri",sans-serif;}
 p.MsoQuote {margin-left:43.2pt; margin-right:43.2pt; color:#404040;}
-->
</style>
</head>

<body lang=EN-GB>

<div class=WordSection1>

<p class=MsoTitle>"""


def set_filtered(book: Book, page: Page) -> None:
    """A word processor's filtered page: title, author, contents with page numbers, headings, quotations, sources."""
    citer = every_time("harvard")
    page.put(FILTERED_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put(
        "</p>\n\n<p class=MsoSubtitle>A collection of extracts</p>\n\n<p class=MsoNormal align=center style='text-align:center'>Prepared for the library by J. Harker"
    )
    put_date(page, book, ", ", "")
    page.put("</p>\n\n<p class=MsoTocHeading>Contents</p>\n\n")
    for n, claim in enumerate(book.claims, 1):
        words = html.escape(claim.text, quote=False)
        page.put(
            f"<p class=MsoToc1><a href=\"#_Toc{4400 + n}\">{n}.<span style='color:windowtext'>     </span>{words}<span style='color:windowtext'>.... {n // 2 + 2}</span></a></p>\n\n"
        )
    for n, claim in enumerate(book.claims, 1):
        page.put(
            f'<h1><a name="_Toc{4400 + n}">{n}.<span style=\'font:7.0pt "Times New Roman"\'>&nbsp;&nbsp;&nbsp; </span>'
        )
        page.claim(claim, claim.text)
        page.put("</a></h1>\n\n")
        for excerpt in claim.excerpts:
            for paragraph in excerpt.paragraphs:
                page.put("<p class=MsoQuote><span lang=EN-US>")
                page.excerpt(claim, excerpt, paragraph)
                page.put("</span></p>\n\n")
            if excerpt.csl is not None:
                page.put("<p class=MsoNormal>")
                page.citation(excerpt, citer(excerpt), ("<i>", "</i>"))
                page.put("</p>\n\n")
            elif excerpt is not claim.excerpts[-1]:
                page.put("<p class=MsoNormal>&nbsp;</p>\n\n")
    page.put("<p class=MsoNormal>&nbsp;</p>\n\n</div>\n\n</body>\n\n</html>\n")


LAYOUTS = (
    Layout("blog-blocks", "unseen", "book.html", set_press, marked_up=True),
    Layout("blog-paragraphs", "unseen", "book.html", set_blogger, marked_up=True),
    Layout("wiki-quotations-served", "unseen", "book.html", set_quotebook, marked_up=True),
    Layout("site-builder", "unseen", "book.html", set_site, marked_up=True),
    Layout("word-filtered", "unseen", "book.htm", set_filtered, marked_up=True, encoding="cp1252", newline="\r\n"),
)
