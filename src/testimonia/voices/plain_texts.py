"""The texts of excerpts as they are read: no line broken by a page's width, no marks that are the layout's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from testimonia.model import Excerpt, Sourcebook
from testimonia.words.linebreaks import join_wrapped

__all__ = ["plain_texts"]

_WRAPPED = re.compile(r"wrapped at (\d+)")


def plain_texts(book: Sourcebook) -> tuple[dict[str, str], set[str]]:
    """The text of each excerpt by its id, and the ids of those that the page encloses in marks.

    A text is the excerpt's but for white space, character for character: the lines of a wrapped page are joined again,
    every line ends in a line feed, and marks by which the page encloses its excerpts, one and all, are blank.
    """
    widths = (_WRAPPED.match(convention.value) for convention in book.conventions if convention.name == "line ends")
    width = next((int(match.group(1)) for match in widths if match), 0)
    texts = {excerpt.id: _plain_lines(excerpt.text) for excerpt in book.excerpts}
    blanks = width > 0 and _parts_by_blank_lines(book, texts, width)
    enclosed = {id_ for id_, text in texts.items() if _ENCLOSED.fullmatch(text)}
    if len(enclosed) < _SOME or len(enclosed) < _MOST * len(texts):
        enclosed = set()
    again = _opens_again([texts[id_] for id_ in enclosed])
    texts |= {id_: _inside(texts[id_], again=again) for id_ in enclosed}
    if width:
        for excerpt in book.excerpts:
            texts[excerpt.id] = _joined(book, excerpt, texts[excerpt.id], width, blanks)
    return texts, enclosed


def _joined(book: Sourcebook, excerpt: Excerpt, text: str, width: int, blanks: bool) -> str:
    """A text of a wrapped page with its lines joined, but for those of who speak in turn."""
    # lines that go on are as short of the width as the page sets the excerpt in
    indent = min((_column(book.text, piece.start) for piece in excerpt.segments[1:]), default=0)
    column = max(0, _column(book.text, excerpt.span.start) - indent)
    labels = _before_labels(text)
    joined = join_wrapped(text, width - indent, column=column, parted=_parted(book, excerpt) if blanks else None)
    return "".join("\n" if at in labels else sign for at, sign in enumerate(joined)) if labels else joined


def _parts_by_blank_lines(book: Sourcebook, texts: Mapping[str, str], width: int) -> bool:
    """Whether a wrapped page ends the paragraphs of its excerpts by blank lines, so that few other lines are short."""
    if not any(c.name == "blank lines" and c.value.endswith("inside excerpts") for c in book.conventions):
        return False
    goes_on = short = 0
    for excerpt in book.excerpts:
        parted = _parted(book, excerpt)
        for line in re.finditer(r"([^\n]+)\n(?=[^\n])", texts[excerpt.id]):
            if line.end() - 1 not in parted:
                goes_on += 1
                short += len(line.group(1).strip()) < _SHORT * width
    return short <= _FEW * goes_on


def _parted(book: Sourcebook, excerpt: Excerpt) -> set[int]:
    """The joints of an excerpt's pieces behind which the page has a blank line, but for marks of the layout."""
    joints, at = set(), 0
    for piece, following in pairwise(excerpt.segments):
        at += len(piece) + 1
        if book.text.count("\n", piece.end, following.start) > 1:
            joints.add(at - 1)
    return joints


def _before_labels(text: str) -> set[int]:
    """The line ends behind a sentence, before labels of those who speak in turn: "Ash: When?"."""
    found = list(_LABELLED.finditer(text))
    return {label.end() - 1 for label in found} if len(found) >= _SOME - 1 else set()


_LABELLED = re.compile(
    r"(?<=[.?!…:;”\")\]—–-])[ \t]*\n(?=[ \t]*(?:(?:[A-ZÀ-ÞА-Я][\w.'’-]*[ ]?){1,4}:|[QA][.:]) +[^\W\d_a-z])"
)


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1


def _plain_lines(text: str) -> str:
    if not _ODD_END.search(text):
        return text
    text = re.sub(r"(?:\r\n)+", lambda m: " " * (len(m.group()) // 2) + "\n" * (len(m.group()) // 2), text)
    return text.translate(_LINE_ENDS)


def _opens_again(texts: Iterable[str]) -> bool:
    """Whether a page that encloses its excerpts in marks opens them again at every paragraph."""
    inner: list[bool] = [first == text[0] for text in texts for first in re.findall(r"\n[ \t]*(\S)", text)]
    return sum(inner) > _MOST * len(inner)


def _inside(text: str, *, again: bool) -> str:
    """The text with its enclosing marks blank, and those that open its paragraphs ``again``."""
    opening = text[0]
    body = re.sub(rf"(?m)^([ \t]*){re.escape(opening)}", r"\1 ", text, count=0 if again else 1)
    closing = len(body.rstrip())
    return body[: closing - 1] + " " + body[closing:]


_ENCLOSED = re.compile(r"[\"“„«»‘'‚‹「『].{2,}[\"”“»«’'‘›」』]\s*", re.DOTALL)
_ODD_END = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LINE_ENDS = {ord(c): "\n" for c in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
_SHORT, _FEW = 0.5, 0.1  # of the width a wrapped line is seldom so short, and of such lines on a page at most so many
_SOME, _MOST = 3, 0.7  # excerpts in marks, and their share, that make the marks the layout's
