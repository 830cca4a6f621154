"""The words of a citation freed from marks of the layout, with the way back to the printed characters.

Emphasis (``*Title*``, ``_Title_``, ``''Title''``, ``<i>``, ``\\emph{Title}``), links (``[Title](https://…)``), bullets,
note numbers, a leading dash, brackets around the whole: none of it is a field, though emphasis and a link are evidence
of where a title stands, and where a link leads is an address that the citation gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .taken_up import put_in_order

__all__ = ["Words", "read_words"]

LONGEST = 1500  # characters: the longest reference of AnyStyle's training data has 1,170; what follows is not read

_NEEDS = re.compile(r"[*_<\\\n\r\t\f\v\u00a0\u00ad\u2002-\u200b\u202f\u2028\u2029\u3000\ufeff]")
_MARK = re.compile(
    r"\\(?:emph|text(?:it|sl|bf|sc|rm)|underline|url|enquote)\{|\}|\*{1,3}|'{2,5}|</?[A-Za-z][^<>]{0,60}>|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|\\(?=[*_\[\]()#.&%$])|[\u00ad\u200b\ufeff]|(?<=\s)\s+"
)
_SPACES = {
    ord(c): " "
    for c in "\n\r\t\f\v\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u2028\u2029\u3000"
}
_LEAD = re.compile(
    r"[\s—–‒―\-•·*>~|#^†‡]*(?:[(\[]\s*(?=(?:[Ff]rom|[Ss]ource|[Ss]ee|[Ii]n)\b))?"
    r"(?:(?!\((?:1[4-9]|20)\d\d\))[\[(]\^?\d{1,4}[\])]:?\s+|\d{1,3}[.)]\s+(?=[^\W\d_\"“«„])|\d{1,3}\s+(?=[^\W\d_]+[,.]?\s+[^\W\d_]))?"
    r"(?:(?:(?:[Ss]ources?|[Qq]uelle|[Cc]itation|[Rr]eference|[Rr]ef|[Ff]rom|[Ii]n|[Ии]сточник|[Ff]uente|[Ff]onte)\s?:"
    r"|(?:[Ss]ee(?:\s+also)?|[Cc]f\.|[Cc]p\.|[Vv]gl\.|[Ss]iehe|[Cc]it(?:ed|\.)\s+in|[Qq]uoted\s+(?:in|from)|[Qq]td\.\s+in|[Zz]it\.\s+n(?:ach|\.)|[Vv]oir|[Cc]it[ée]\s+(?:dans|par)|[Сс]м\.|[Цц]ит\.\s+по:?|from)\s)\s*)?"
    r"[\s—–―]*"
)


# the letters with which the words of a lead begin
_LEAD_LETTERS = frozenset("SsQqCcRrFfIiИиVvZzСсЦц")
_UNCLOSED = re.compile(
    r"\((?=[^():]{2,60}:\s[^():]{2,80},\s)[^()]{8,140}?(?:c|©)?(?:1[4-9]|20)\d\d(?:\.(?=\s*$)|,(?=\s+(?:pp?|pages?|S)\b[^()]*$))"
)
_STRAIGHT = re.compile('"')
_ATTRIBUTED = re.compile(
    r'(?P<q>")?(?P<who>[^"“”]{3,120})(?(q)"), (?P<r>")?(?P<what>(?=[_*“]|[^"]*,\s(?:pp?\.|\())[^"]+)(?(r)")'
)
# "[The Harbour](https://…)" of Markdown, "[[Harbour (book)|The Harbour]]" and "[https://… The Harbour]" of a wiki
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]{1,300})\]\((?P<to>[^()\s]{1,600}(?:\([^()\s]{0,80}\)[^()\s]{0,80})?)(?:\s\"[^\"]*\")?\)"
    r"|\[\[(?:[^\[\]|]{0,200}\|)?(?P<inner>[^\[\]|]{1,300})\]\]"
    r"|\[(?P<at>https?://[^\s\[\]]{1,600})\s+(?P<named>[^\[\]]{1,300})\]"
)
_ONLY_LINKS = re.compile(r"\W*(?:link|here|pdf|url|web|online|archived?|scan|source|text|full text)\W*", re.I)
# the page within the brackets of the imprint: "(Leeds: Northgate, 1931, p. 44)"
_PAGE_INSIDE = re.compile(
    r"(?<=\S )\((?=[^()]*[^\W\d_]{2}[^()]*\d)[^()]{3,160}?(?:1[4-9]|20)\d\d[a-z]?(?P<joint>[,;:])\s"
    r"(?:(?:pp?|pages?|pgs?|S|s|c|с|С|стр|at|fols?|ff?)\b\.?\s?|(?!(?:1[4-9]|20)\d\d\b))[\divxlc]+(?:\s?[-–,]\s?[\divxlc]+){0,6}(?:\s?ff?\.?)?(?P<close>\))\W*$"
)
_SLASHES = re.compile(r"(?<![^\s(\[“\"])/(?=[^\s/])[^/\n]{2,200}(?<=[^\s/])/(?=[\s.,;:)\]”\"]|$)")
_MEDIUM = re.compile(r"\.\s(?:Print|Web)$")


@dataclass(frozen=True, slots=True)
class Words:
    """A citation's words.

    ``text`` is what is read; ``start`` and ``end`` leave out what surrounds the reference; ``offsets`` lead from
    a character of ``text`` to the printed one (``None`` where the two are the same); ``emphasis`` are stretches
    of ``text``; ``address`` is where a link in the citation leads: its place as
    printed, and itself.
    """

    text: str
    start: int
    end: int
    offsets: list[int] | None
    emphasis: tuple[tuple[int, int], ...]
    address: tuple[int, int, str] | None = None

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of ``text`` as a span of the printed citation."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


@dataclass(slots=True)
class _Stripped:
    """A citation without its marks; as `Words`, with the way back for every character."""

    text: str
    offsets: list[int]
    emphasis: tuple[tuple[int, int], ...]
    address: tuple[int, int, str] | None


def _strip_marks(text: str, listed: re.Match[str] | None = None) -> _Stripped:
    pieces: list[str] = []
    offsets: list[int] = []
    emphasis: list[tuple[int, int]] = []
    linked: list[tuple[int, int]] = []
    at = length = 0
    opened: int | None = None
    link_opened = 0
    commanded = "\\" in text and "{" in text  # a typesetter's file
    marks = [(*m.span(), m.group()) for m in _MARK.finditer(text)]
    if listed is not None:
        # the marks that hold the commas of an attribute together: [quote, "Hartley, Ann", "The Harbour, p. 4"]
        held = {listed.start("q"), listed.end("who"), listed.start("r"), len(text) - 1}
        marks += [(*m.span(), m.group()) for m in _STRAIGHT.finditer(text) if m.start() in held]
    link_marks, address = _links(text)
    slashes = _slashes(text)
    marks += link_marks + slashes
    if listed is not None or link_marks or slashes:
        marks.sort()
    for start, end, mark in marks:
        if start < at:
            continue
        pieces.append(text[at:start])
        offsets.extend(range(at, start))
        length += start - at
        at = end
        if mark == "}" and not commanded:
            pieces.append(mark)
            offsets.append(start)
            length += 1
            continue
        if mark == "[":
            link_opened = length
        elif mark == "](":
            linked.append((link_opened, length))
        elif (
            mark[0] in "*_'}"
            or mark[-1:] == "{"
            or (mark[0] == "<" and mark.strip("</>").split(" ")[0].lower() in ("i", "em", "cite", "u", "b"))
        ):
            if opened is None:
                if mark[:2] != "</" and mark != "}":
                    opened = length
            else:
                if length > opened:
                    emphasis.append((opened, length))
                opened = None
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    if not emphasis:
        emphasis = linked  # a title that is no more than linked; in one that is in italics too, these say it better
    return _Stripped("".join(pieces).translate(_SPACES), offsets, tuple(emphasis), address)


def _slashes(text: str) -> list[tuple[int, int, str]]:
    """The marks of an outline's italics: "Hartley, /The Quiet Harbour/ (1931)"."""
    if text.count("/") < 2:
        return []
    pairs = [m.span() for m in _SLASHES.finditer(text)]
    return [mark for a, b in pairs if b - a < len(text) for mark in ((a, a + 1, "*"), (b - 1, b, "*"))]


def _links(text: str) -> tuple[list[tuple[int, int, str]], tuple[int, int, str] | None]:
    """The marks of the links in a citation, and the first address on the web that one leads to."""
    if "](" not in text and "[[" not in text and "[http" not in text:
        return [], None
    marks: list[tuple[int, int, str]] = []
    address: tuple[int, int, str] | None = None
    for link in _LINK.finditer(text):
        if link["inner"]:
            # names are linked within a wiki as titles are, so that it says nothing of either
            marks += [(link.start(), link.start("inner"), "[["), (link.end("inner"), link.end(), "]]")]
            continue
        words, to = ("words", "to") if link["to"] else ("named", "at")
        if address is None and link[to].startswith(("http://", "https://")):
            address = (*link.span(to), link[to])
        if _ONLY_LINKS.fullmatch(link[words]):
            marks.append((*link.span(), "link"))  # "[scan](https://…)" says nothing of the work
        else:
            marks += [(link.start(), link.start(words), "["), (link.end(words), link.end(), "](")]
    return marks, address


def read_words(text: str) -> Words:
    """Free a citation from the marks around and in it.

    >>> words = read_words("— A. Hartley, *The Quiet Harbour* (Leeds, 1931).")
    >>> words.text[words.start:words.end]
    'A. Hartley, The Quiet Harbour (Leeds, 1931)'
    """
    if len(text) > LONGEST:
        text = text[:LONGEST]
    offsets: list[int] | None = None
    emphasis: tuple[tuple[int, int], ...] = ()
    listed = _ATTRIBUTED.fullmatch(text) if '"' in (text[:1], text[-1:]) else None
    address: tuple[int, int, str] | None = None
    linked = "](" in text or "[[" in text or "[http" in text or (" /" in text and "/" in text[1:])
    if listed is not None or linked or "  " in text or "''" in text or _NEEDS.search(text):
        stripped = _strip_marks(text, listed)
        text, offsets, emphasis, address = stripped.text, stripped.offsets, stripped.emphasis, stripped.address
    ordered = put_in_order(text)
    if ordered is not None:
        text, places = ordered
        emphasis = _moved(emphasis, places)
        offsets = places if offsets is None else [offsets[i] for i in places]
    if text.rstrip(" .;,").endswith(")") and (inside := _PAGE_INSIDE.search(text)):
        at, close = inside.start("joint"), inside.start("close")
        text = f"{text[:at]}){text[at + 1 : close]} {text[close + 1 :]}"
    if text.count("(") > text.count(")") and (unclosed := _UNCLOSED.search(text)):
        at = unclosed.end()  # what closes the imprint stands for the bracket that was forgotten
        text = f"{text[: at - 1]}){text[at:]}"
    start, end = 0, len(text)
    first = text[:1]
    if first in _LEAD_LETTERS or not first.isalpha():
        found = _LEAD.match(text)
        if found is not None:
            start = found.end()
    while end > start and text[end - 1] in " ;,|*":
        end -= 1
    # an outline's italics around the whole: "/Hartley, The Quiet Harbour, p. 4/"
    if end - start > 2 and text[start] == "/" and text[start + 1] not in " /" and text[end - 1] == "/":
        start, end = start + 1, end - 1
    # brackets around the whole
    while end > start and text[start] in "([{" and text[start:end].rstrip(".")[-1:] in ")]}":
        close = end - 1 if text[end - 1] != "." else end - 2
        inner = text[start + 1 : close]
        if inner.count("(") + inner.count("[") != inner.count(")") + inner.count("]") or _closes_early(inner):
            break
        start, end = start + 1, close
        while start < end and text[start] in " —–":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
    while end > start and text[end - 1] in " .;,":
        if text[end - 1] == "." and text[end - 3 : end - 2] in (" ", ".", "") and text[end - 2 : end - 1].isupper():
            break
        end -= 1
    if text.endswith(("Print", "Web"), start, end):
        medium = _MEDIUM.search(text, max(start, end - 12), end)
        if medium is not None:
            end = medium.start() + 1
    # one bracket left open on one side only
    if start < end and text[start] == "(" and ")" not in text[start:end]:
        start += 1
    if start < end and text[end - 1] in ")]" and "([".find(text[end - 1]) < 0:
        opening = "(" if text[end - 1] == ")" else "["
        if opening not in text[start:end]:
            end -= 1
    if emphasis and sum(b - a for a, b in emphasis) > 0.8 * (end - start):
        emphasis = ()
    return Words(text, start, end, offsets, emphasis, address)


def _moved(stretches: tuple[tuple[int, int], ...], places: list[int]) -> tuple[tuple[int, int], ...]:
    """Where stretches stand when the characters have been put in another order."""
    at = {place: i for i, place in enumerate(places)}
    return tuple((at[a], at[b - 1] + 1) for a, b in stretches if a in at and b - 1 in at and at[a] < at[b - 1])


def _closes_early(inner: str) -> bool:
    depth = 0
    for char in inner:
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
            if depth < 0:
                return True
    return False
