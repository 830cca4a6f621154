"""The text of an HTML page, block by block, each character traced back to the file.

Scripts, styles and the head carry no text of the page. What the markup or its customary class
names set apart (navigation, side columns, comments, footers) is kept and marked ``aside``, so that
nothing is lost and the layout room can leave it out. White space is collapsed as a browser does;
blocks are parted by a blank line, ``<br>`` is a line end.

The standard library's tokenizer is used because it tells where in the file each piece stands;
tree builders (lxml, html5lib) and extractors of main text drop that.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..model import Block, Span

__all__ = ["Extracted", "extract_html", "raw_offset"]

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript ol option p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset("script style template head title iframe object svg math select textarea button noscript".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_EMPHASIS = frozenset("b strong i em cite u".split())
_ASIDE_TAGS = frozenset(("nav", "aside", "form"))
# Customary class and id names of blog and news software for what is not the article.
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|sidebar|side-?bar|widgets?|comments?|comment-?list|respond|reply|discussion|"
    r"disqus|footer|site-?footer|colophon|breadcrumbs?|share(?:daddy)?|sharing|social|related|recommended|masthead|"
    r"site-?header|banner|cookie|advert|ads?|promo|pagination|pager|paging|post-?nav|tags?|tag-?links|cat-?links|"
    r"post-?meta|entry-?meta|byline|toolbar|skip-?link|newsletter|subscribe|toc|mw-editsection|noprint|navbox|catlinks|"
    r"printfooter|jump-?link)(?:$|[\s_-])",
    re.I,
)
# Links that software hangs on a heading or paragraph.
_WIDGETS = re.compile(
    r"(?:^|\s)(?:mw-editsection|edit-?section|header-?link|heading-?link|perma-?link|anchor-?link|noprint)(?:$|\s)"
)
_LONGEST_NAME = 3  # words in what software calls a part of a page, where one like these is among them
_BETWEEN_WORDS = frozenset(
    "the a an of on in at to and or was were by from with not der die das und von la les des".split()
)
_NOT_ASIDE_NAMES = re.compile(r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|notes|references|reflist)(?:$|[\s_-])", re.I)
# Customary class names of a note that is set amid the words it belongs to, to be shown beside them.
_NOTE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:side-?note|margin-?note|note-?text|foot-?note-?text|source|citation)(?:$|\s)", re.I
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# HTML 4 lets end tags go: a block closes an open paragraph, an <li> an open <li>, and so on.
_CLOSES = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "option": ("option",),
}
_BARRIERS = frozenset(("ul", "ol", "dl", "table", "blockquote", "div", "section", "article", "main", "body", "td"))
# As deep as elements are followed: more stand open only where end tags are forgotten or the file means harm.
_DEEPEST, _DEEPEST_BLOCK = 256, 512
_MOST_UNFINISHED = 100  # tags or comments that nothing closes; the standard tokenizer is quadratic in them
_UNFINISHED = re.compile(r"<[A-Za-z/!?]")
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class Extracted:
    """The text of a page, its blocks, and runs (text start, raw start, length) that lead back to the file."""

    text: str
    blocks: tuple[Block, ...]
    offsets: tuple[tuple[int, int, int], ...]
    title: str


@dataclass(slots=True)
class _Open:
    """An element that is open while the page is read."""

    tag: str
    style: str = ""
    aside: bool = False
    unseen: bool = False
    anchor: str = ""
    serial: int = 0
    start: int = -1  # where in the text an inline element (emphasis, link, note) begins
    href: str = ""
    note: bool = False


@dataclass(slots=True)
class _Draft:
    """A block in the making."""

    start: int
    tag: str
    path: tuple[str, ...]
    serials: tuple[int, ...]
    style: str
    aside: bool
    anchor: str
    emphasis: list[tuple[Span, str]] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._line_starts = [0]
        self._line_starts.extend(m.end() for m in re.finditer("\n", source))
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, int]] = []
        self._stack: list[_Open] = []
        self._unseen = 0
        self._count = 0
        self._draft: _Draft | None = None
        self._break = 0  # line ends owed before the next character
        self._space = False  # a space is owed before the next character, if it continues a line
        self._anchor = ""
        self.blocks: list[Block] = []
        self.title: list[str] = []

    # -- where we are

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    # -- tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._line_end()
            return
        if tag == "hr":
            self._end_block()
            return
        if tag in _VOID:
            return
        if tag in _BLOCKS:
            self._close_implied(tag)
            self._end_block()
        self._count += 1
        entry = _Open(
            tag, serial=self._count, style=given.get("class", ""), anchor=given.get("id", "") or given.get("name", "")
        )
        entry.unseen = tag in _UNSEEN or "hidden" in given or _HIDDEN.search(given.get("style", "")) is not None
        entry.aside = self._is_aside(tag, given)
        if tag not in _BLOCKS and _WIDGETS.search(given.get("class", "")):
            entry.unseen = True
        entry.note = tag == "span" and _NOTE_NAMES.search(given.get("class", "")) is not None
        if tag in _EMPHASIS or tag in ("a", "sup") or entry.note:
            entry.start = self._next_start()
            entry.href = given.get("href", "") if tag == "a" else ""
        if entry.anchor and tag not in _BLOCKS and self._draft is None:  # one amid words names no block
            self._anchor = self._anchor or entry.anchor
        deepest = _DEEPEST_BLOCK if tag in _BLOCKS else _DEEPEST
        if len(self._stack) >= deepest and (self._unseen or not entry.unseen):
            return
        if entry.unseen:
            self._unseen += 1
        self._stack.append(entry)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._stack and self._stack[-1].tag == tag:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._line_end()
            return
        if tag == "p" and not any(entry.tag == "p" for entry in self._stack):
            self._end_block()
            return
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].tag == tag:
                for entry in reversed(self._stack[depth:]):
                    self._close(entry)
                del self._stack[depth:]
                return
            # An inline end tag does not reach out of the block it stands in.
            if tag not in _BLOCKS and self._stack[depth].tag in _BLOCKS:
                return

    def _close_implied(self, tag: str) -> None:
        """Close what HTML lets stand open before this tag."""
        wanted = (*_CLOSES.get(tag, ()), "p")
        depth = len(self._stack)
        for i in range(len(self._stack) - 1, -1, -1):
            if self._stack[i].tag in wanted:
                depth = i
            elif self._stack[i].tag in _BARRIERS and not (tag in ("tr", "td", "th") and self._stack[i].tag == "td"):
                break
        for entry in reversed(self._stack[depth:]):
            self._close(entry)
        del self._stack[depth:]

    def _close(self, entry: _Open) -> None:
        if entry.unseen:
            self._unseen -= 1
        if entry.start >= 0 and self._draft is not None and self._length > entry.start >= self._draft.start:
            span = Span(entry.start, self._length)
            if entry.tag in _EMPHASIS or entry.note:
                self._draft.emphasis.append((span, "note" if entry.note else entry.tag))
            else:
                self._draft.links.append((span, entry.href))
        if entry.tag in _BLOCKS:
            self._end_block()

    def _is_aside(self, tag: str, given: dict[str, str]) -> bool:
        if tag in _ASIDE_TAGS:
            return True
        if tag in ("header", "footer"):
            return not any(entry.tag in ("main", "article", "blockquote", "section") for entry in self._stack)
        if tag in ("body", "html", "main", "article"):
            return False
        names = given.get("class", "")
        if not _is_made_of_words(tag, names, given.get("id", "")):
            names += " " + given.get("id", "")
        return _ASIDE_NAMES.search(names) is not None and _NOT_ASIDE_NAMES.search(names) is None

    # -- text

    def handle_data(self, data: str) -> None:
        if self._stack and self._stack[-1].tag == "title" and not any(e.tag == "svg" for e in self._stack):
            self.title.append(data)
        if self._unseen or not data:
            return
        at = self._at()
        if any(entry.tag == "pre" for entry in self._stack):
            for i, line in enumerate(data.split("\n")):
                if i:
                    self._line_end()
                if line:
                    self._put(line, at, len(line))
                at += len(line) + 1
            return
        place = 0
        for gap in _SPACES.finditer(data):
            if gap.start() > place:
                self._put(data[place : gap.start()], at + place, gap.start() - place)
            self._space = True
            place = gap.end()
        if place < len(data):
            self._put(data[place:], at + place, len(data) - place)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        at = self._at()
        raw = written if self._source.startswith(written, at) else written[:-1]
        words = html.unescape(raw)
        if self._stack and self._stack[-1].tag == "title":
            self.title.append(words)
        if not self._unseen:
            if words in (" ", "\n", "\t"):
                self._space = True
            else:
                self._put(words, at, len(raw))

    def _put(self, words: str, raw_start: int, raw_length: int) -> None:
        if self._draft is None:
            self._begin_block()
        assert self._draft is not None
        if self._break and self._length > self._draft.start:
            self._append("\n" * min(self._break, 2))
        elif self._space and self._length > self._draft.start:
            self._append(" ")
        self._break, self._space = 0, False
        if len(words) == raw_length:
            self._runs.append((self._length, raw_start, raw_length))
        else:
            self._runs.append((self._length, raw_start, -raw_length))
        self._append(words)

    def _append(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _next_start(self) -> int:
        """Where the next character will stand if it continues the block."""
        owed = min(self._break, 2) if self._break else int(self._space)
        return self._length + (owed if self._draft is not None and self._length > self._draft.start else 0)

    def _line_end(self) -> None:
        if self._unseen:
            return
        self._space = False
        if self._draft is not None:
            self._break += 1

    def _begin_block(self) -> None:
        if self._length:
            self._append("\n\n")
        around = [entry for entry in self._stack if entry.tag in _BLOCKS]
        block = around[-1] if around else None
        anchor = self._anchor or next((entry.anchor for entry in reversed(around[-2:]) if entry.anchor), "")
        self._anchor = ""
        style = block.style if block else ""
        self._draft = _Draft(
            self._length,
            block.tag if block else "",
            tuple(entry.tag for entry in around),
            tuple(entry.serial for entry in around),
            style,
            any(entry.aside for entry in self._stack),
            anchor,
        )
        for entry in self._stack:
            if entry.start >= 0:
                entry.start = self._length

    def _end_block(self) -> None:
        self._break, self._space = 0, False
        draft, self._draft = self._draft, None
        if draft is None or self._length == draft.start:
            return
        for entry in self._stack:
            if entry.start >= 0 and entry.tag in _EMPHASIS and self._length > max(entry.start, draft.start):
                draft.emphasis.append((Span(max(entry.start, draft.start), self._length), entry.tag))
        self.blocks.append(
            Block(
                Span(draft.start, self._length),
                draft.tag,
                draft.path,
                draft.serials,
                draft.style,
                draft.aside,
                tuple(sorted(draft.emphasis)),
                tuple(draft.links),
                draft.anchor,
            )
        )

    def finish(self) -> Extracted:
        """Close what is open and give what was read."""
        self.close()
        for entry in reversed(self._stack):
            self._close(entry)
        self._end_block()
        return Extracted("".join(self._pieces), tuple(self.blocks), tuple(self._runs), "".join(self.title).strip())


def extract_html(source: str) -> Extracted:
    """Read the text of an HTML page.

    Args:
        source: the decoded file.

    Broken markup is read as far as a browser would; it never raises.
    """
    reader = _Reader(source)
    reader.feed(source[: _end_of_markup(source)])
    return reader.finish()


def _is_made_of_words(tag: str, names: str, anchor: str) -> bool:
    """Whether an id only repeats a heading's own words: "letters-on-social-unrest" sets nothing apart."""
    words = re.split(r"[-_]+", anchor.lower())
    if len(words) > _LONGEST_NAME and any(word in _BETWEEN_WORDS for word in words[1:-1]):
        return True  # "related-posts-widget-area-2" is a name that software gives
    heads = tag in ("section", "h1", "h2", "h3", "h4", "h5", "h6") or "section" in names.split()
    return heads and _ASIDE_NAMES.fullmatch(anchor) is None


def _end_of_markup(source: str) -> int:
    """Where a tail of tags or comments without an end begins, which no browser shows; else the end of the source."""
    last = source.rfind(">") + 1
    if source.count("<", last) > _MOST_UNFINISHED:
        first = _UNFINISHED.search(source, last)
        return first.start() if first is not None else len(source)
    last = source.rfind("-->") + 1
    if source.count("<!--", last) > _MOST_UNFINISHED:
        return source.find("<!--", last)
    return len(source)


def raw_offset(offsets: tuple[tuple[int, int, int], ...], at: int) -> int:
    """The place in the decoded file of the character at ``at`` in the extracted text.

    A run with a negative length is one character reference (``&amp;``): its words stand for the
    whole reference.
    """
    i = max(bisect_right(offsets, (at, 1 << 62, 0)) - 1, 0)
    start, raw, length = offsets[i]
    return raw if length < 0 else raw + min(at - start, length)
