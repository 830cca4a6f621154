"""Marks that a line bears: those of a heading, a list, a dash, a sign; and how the whole of it is set or underlined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .units import Unit

__all__ = ["ATX", "BULLET", "DASH", "RULE", "WIKI", "LineMark", "is_underline", "read_mark", "take_wrap"]

ATX = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ATX_END = re.compile(r"[ \t]+#+$")
WIKI = re.compile(r"(={1,6})[ \t]*([^=\s].*?[^=\s]|[^=\s])[ \t]*\1$")
_OPEN_WIKI = re.compile(r"(={1,6})[ \t]+([^=\s].*)$")
RULE = re.compile(r"(?:([-*_=~#•·.+–—─═])[ \t]*)(?:\1[ \t]*){2,}$|(?:\* ){2,}\*$|(?:<hr ?/?>)$")
_UNDERLINE = re.compile(r"([=\-~^*_─═–—])\1{2,}$")
_LONGEST_UNDERLINED = 200  # code points of a heading
_STARS = re.compile(r"\*+ (?=\S)")
# an o before a tab is a word processor's bullet of the second level, pasted as text
BULLET = re.compile(r"([*•·▪◦‣●○–+-]|o(?=\t)|\*{2,4}|\*?:{1,4}|\*{1,3}:{1,2}|#{2,4}[:*]?)[ \t]+(?=\S)")
# ■ ► → ※ » and their like before a line; and the same mark before and after it
_SIGN = re.compile(r"([\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff※»›|/]{1,3})[ \t]+(?=\S)")
# "** 12 ** The ferry"
_FRAMED_NUMBER = re.compile(r"([*~=•·+:#-]{1,3})[ \t]*(?:\d{1,3}|[IVXLC]{1,6})[ \t]*\1[ \t]+(?=\S)")
_FRAME = re.compile(r"([*~=\-_•·–—+:.#]{2,})[ \t]+(\S.*?)[ \t]+\1$")
DASH = re.compile(r"(?:—|–|―|--+|~)[ \t]?(?=[^\s\-–—])")
_WRAPS = (
    ("bold", re.compile(r"(\*\*|__|''')(?=[^\s*_'])((?:(?!\1).)+?)(?<=[^\s])\1$", re.S)),
    ("italic", re.compile(r"(\*|_|'')(?=[^\s*_'])((?:(?!\1).)+?)(?<=[^\s])\1$", re.S)),
)


@dataclass(frozen=True, slots=True)
class LineMark:
    """The mark that a line bears: its name and level as a ``Unit`` has them, and where its words begin and end."""

    name: str
    level: int
    start: int
    end: int
    is_heading: bool = False
    is_bullet: bool = False
    is_frame: bool = False


def read_mark(words: str, indent: int, *, outline: bool) -> LineMark:
    """The mark that opens a line, or stands on both sides of it; without a name where there is none.

    Args:
        words: the line without its indent.
        indent: columns that the line is set in, which make a bullet one of a deeper list.
        outline: whether the page is an outline, whose stars open headings.
    """
    stars = _STARS.match(words) if outline and not indent else None
    if stars is not None:
        return LineMark(f"#{stars.end() - 1}", stars.end() - 1, stars.end(), len(words), is_heading=True)
    atx = ATX.match(words)
    if atx is not None:
        level, closing = len(atx.group(1)), _ATX_END.search(words)
        return LineMark(f"#{level}", level, atx.end(), closing.start() if closing else len(words), is_heading=True)
    wiki = WIKI.match(words) or _OPEN_WIKI.match(words)
    if wiki is not None:
        level = len(wiki.group(1))
        return LineMark(f"={level}", level, wiki.start(2), wiki.end(2), is_heading=True)
    framing = _FRAME.match(words)
    if framing is not None:
        return LineMark(f"framed {framing.group(1)[0]}", 0, framing.start(2), framing.end(2), is_frame=True)
    between = _FRAMED_NUMBER.match(words)
    bullet = None if between else BULLET.match(words)
    if bullet is not None:
        sign = bullet.group(1)
        inner = ATX.match(words, bullet.end()) if sign in "-*+" else None  # an outliner's heading is a block too
        if inner is not None:
            return LineMark(f"#{len(inner[1])}", len(inner[1]), inner.end(), len(words), is_heading=True)
        level = len(sign) if set(sign) <= set("*#:") else 2 if sign == "o" else 1
        level += indent // 2 if len(sign) == 1 else 0
        return LineMark("colon" if ":" in sign else "bullet", level, bullet.end(), len(words), is_bullet=True)
    dash = DASH.match(words)
    if between is None and dash is not None:
        return LineMark("dash", 0, dash.end(), len(words))
    sign_before = between or _SIGN.match(words)
    if sign_before is not None:
        return LineMark(f"sign {sign_before.group(1)[0]}", 0, sign_before.end(), len(words))
    return LineMark("", 0, 0, len(words))


def is_underline(words: str, unit: Unit) -> bool:
    """Whether a line of one sign underlines the unit before it as a heading."""
    if not _UNDERLINE.match(words) or unit.mark == "bullet":
        return False
    longest = max(end - start for start, end in unit.segments)
    # any length of === or --- is Markdown's; other signs underline only what they are as long as
    fits = len(words) >= min(3, longest) if words[0] in "=-" else 0.6 * longest <= len(words) <= 1.5 * longest
    return longest <= _LONGEST_UNDERLINED and fits


def take_wrap(text: str, unit: Unit) -> None:
    """Tell whether the whole of a unit is set in bold or italics, and leave the marks out."""
    if len(unit.segments) > 1:
        return
    start, end = unit.segments[0]
    for name, pattern in _WRAPS:
        match = pattern.match(text, start, end)
        if match is not None and match.end() == end:
            unit.wrap = name
            unit.segments[0] = (match.start(2), match.end(2))
            return
