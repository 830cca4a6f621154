"""The quotation marks of a text: where each stands, and what one of its shape may do there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = [
    "APOSTROPHES",
    "MARKS_TOGETHER",
    "OPENS",
    "PARTNERS",
    "Mark",
    "QuoteStyle",
    "marks_of",
    "quote_style",
    "style_within",
]

# each begins with one set of signs, which a search passes quickly; an apostrophe inside a word is no mark
_MARK = re.compile(
    r"[\"“”„‟«»「」『』〝〞＂'‘’‚‛‹›`´,](?<![^\W_]['’´](?=[^\W_]))"
    r"(?:(?<=`)`|(?<=')(?:(?<![\w']')'|'(?!\w))|(?<=(?<!\S),),(?=\w)|(?<!,))"
)
_SHAPED_MARK = re.compile(  # the straight ones do both in any text
    r"[“”„‟«»「」『』〝〞‘’‚‛‹›`´,](?<![^\W_]['’´](?=[^\W_]))(?:(?<=`)`|(?<=,),(?=\w)|(?<![,’])|(?<=’)(?!\w)|(?<=(?<!\w)’))"
)
_DOUBLE = frozenset('"“”„‟«»「」『』〝〞＂') | {"``", "''", ",,"}
_GUILLEMETS = frozenset("«»‹›")
APOSTROPHES = frozenset("'’´‘`")
OPENS = frozenset("“„‟«「『〝‘‚‛‹`") | {"``", ",,"}  # by shape, where neither neighbours nor the text say otherwise
_CLOSES = frozenset("”»」』〞’›´") | {"''"}
PARTNERS: Mapping[str, frozenset[str]] = {
    '"': frozenset('"'),
    "＂": frozenset("＂"),
    "“": frozenset("”"),
    "”": frozenset("”"),
    "„": frozenset("“”"),
    "‟": frozenset("”"),
    "«": frozenset("»"),
    "»": frozenset("«»"),
    "「": frozenset("」"),
    "『": frozenset("』"),
    "〝": frozenset("〞"),
    "``": frozenset(("''", '"')),
    ",,": frozenset(("''", "``", '"', "“")),
    "'": frozenset("'"),
    "‘": frozenset("’"),
    "’": frozenset("’"),
    "‚": frozenset("‘’"),
    "‛": frozenset("’"),
    "‹": frozenset("›"),
    "›": frozenset("‹›"),
    "`": frozenset("'´"),
    "´": frozenset("´"),
}
_OPENING_BRACKETS = frozenset("([{<¿¡")
_CLOSING_SIGNS = frozenset(".,;:!?)]}>…。、，")
_DASHES = frozenset("-–—―")
_SHARE_BESIDE_OTHERS = 0.4  # the same for opening, where the text has marks made to open
_SHARE_OF_A_ROLE = 0.15  # a shape takes a role it does not have by itself where this share of its marks play it
MARKS_TOGETHER = 12  # marks that stand side by side; in a longer row none can be told from the next


@dataclass(frozen=True, slots=True)
class QuoteStyle:
    """Which shapes open and which close in a text."""

    openers: frozenset[str]
    closers: frozenset[str]


@dataclass(slots=True, eq=False)  # not frozen: there are as many as the page has marks, and that costs half of each
class Mark:
    """One mark, with what its neighbours let it do."""

    start: int
    end: int
    shape: str
    role: str  # "open", "close" or "either", from the neighbours alone
    paragraph: int
    leads: bool  # nothing but space and other marks stands before it in its paragraph
    before: str  # the nearest sign on either side that is no quotation mark
    after: str

    @property
    def is_double(self) -> bool:
        """Whether it is a mark of the outer kind."""
        return self.shape in _DOUBLE


def quote_style(text: str) -> QuoteStyle:
    """Learn which shapes open and which close, from where each stands in the text.

    A text with none of a shape gets the role of its shape in English and French.

    >>> "”" in quote_style("Hon sa: ”Kom hit.” Han svarade: ”Nej.”").openers
    True
    """
    counts: dict[str, list[int]] = {}
    for mark in marks_of(text, 0, len(text), _SHAPED_MARK):
        if mark.role != "either":
            counts.setdefault(mark.shape, [0, 0])[mark.role == "close"] += 1
    openers, closers = set(OPENS), set(_CLOSES)
    for shape, (opening, closing) in counts.items():
        others = any(counts.get(o, (0,))[0] for o in OPENS if o != shape and (o in _DOUBLE) == (shape in _DOUBLE))
        share = _SHARE_BESIDE_OTHERS if others else _SHARE_OF_A_ROLE
        if opening >= share * (opening + closing):
            openers.add(shape)
        if closing >= _SHARE_OF_A_ROLE * (opening + closing):
            closers.add(shape)
    both = {'"', "'", "＂"}
    return QuoteStyle(frozenset(openers | both), frozenset(closers | both))


def style_within(text: str, usual: QuoteStyle) -> QuoteStyle:
    """The style of a passage: the ``usual`` one of its page, and its own where it has the marks of another language.

    >>> page = quote_style("She said: “Come.” He said: “No.”")
    >>> "”" in style_within("Hon sa: ”Kom hit.”", page).openers, "”" in style_within("“Come,” she said.”", page).openers
    (True, False)
    """
    for shape, others in (("”", '“„"«'), ("»", "«")):
        at = text.find(shape)
        if at < 0 or shape in usual.openers:
            continue
        first = min((found for mark in others if (found := text.find(mark)) >= 0), default=len(text))
        if first == len(text) if shape == "”" else at < first < len(text):
            own = quote_style(text)
            if shape in own.openers:
                return QuoteStyle(usual.openers | own.openers, usual.closers | own.closers)
    return usual


def marks_of(text: str, start: int, end: int, pattern: re.Pattern[str] = _MARK) -> Iterator[Mark]:
    """The quotation marks between ``start`` and ``end``, apostrophes inside words left out."""
    paragraph, seen = 0, start
    line_start = start
    for found in pattern.finditer(text, start, end):
        at, shape = found.start(), found.group()
        feeds = text.count("\n", seen, at)
        if feeds:
            paragraph += feeds
            line_start = text.rfind("\n", seen, at) + 1
        seen = at
        if shape in "'’´" and start < at < end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum():
            continue  # an apostrophe inside a word
        before, after = _neighbour(text, at - 1, -1, start, end), _neighbour(text, found.end(), 1, start, end)
        leads = not text[line_start:at].strip(" \t\u00a0\u202f\"“”„«»'‘’‚‹›>") if at - line_start < 8 else False
        role = _role(text, found.end(), before, after, shape)
        yield Mark(at, found.end(), shape, role, paragraph, leads, before, after)


def _neighbour(text: str, at: int, step: int, start: int, end: int) -> str:
    for _ in range(MARKS_TOGETHER):
        if not start <= at < end:
            break
        sign = text[at]
        if sign not in _DOUBLE and sign not in APOSTROPHES and sign not in "‚‛‹›":
            return sign
        at += step
    return ""


def _role(text: str, end: int, before: str, after: str, shape: str) -> str:
    free_before = not before or before.isspace() or before in _OPENING_BRACKETS
    free_after = not after or after.isspace() or after in _CLOSING_SIGNS
    if free_after and after and after in ".…" and (after == "…" or text.startswith("..", end)):
        free_after = not free_before  # dots that begin a quotation cut at its beginning
    if shape in _GUILLEMETS and free_before and free_after:
        return "either"
    if free_before and free_after:
        return "close" if after and after in _CLOSING_SIGNS else "either"
    if free_before:
        return "open"
    if free_after:
        return "close"
    if after in _DASHES:
        return "close"
    if before in _DASHES or before in ":=":
        return "open"
    return "close" if after in _OPENING_BRACKETS else "either"
