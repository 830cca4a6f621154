# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""What stands before the imprint of a citation: the names that open it, a date behind them, and the title.

The names are read first, and give words back where they would leave no title.
"""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name

from .contributors import Name, read_by, read_names
from .dates import DATE, MONTH
from .imprint_words import Imprint
from .marks import Words
from .openings import NameList, read_opening
from .readings import Reading, quote_at, take_names, title_bounds, trim_bounds
from .roles import roles_of
from .tails import read_tail
from .titles import read_title

__all__ = ["date_behind", "read_front"]

_TRAILING_ROLE = re.compile(r",?\s[(\[]?(?:eds?\.?|trans\.|Hrsg\.|Hg\.|hg\.|dir\.|éds?\.|ред\.)[)\]]?[,.:]?\s")
_DATED = re.compile(
    r"(?P<lead>[.,;:]?\s*)(?P<open>[(\[])?(?:ca?\.?\s?|©\s?)?(?P<date>(?:1[4-9]|20)\d\d-[01]\d(?:-[0-3]\d)?|"
    rf"\d{{1,2}}\.?\s{MONTH}\s(?:1[4-9]|20)\d\d|"
    r"(?:1[4-9]|20)\d\d[a-z]?(?:\s?[/\[]\s?(?:1[4-9]|20)\d\d\]?)?(?:,\s(?(open)[^()\d]{3,14}|"
    + MONTH
    + r")(?:\s\d{1,2})?)?|(?<=\()\d{0,2}\s?[^\W\d_]{3,10}\.?\s(?:\d{1,2},\s)?(?:1[4-9]|20)\d\d|n\.\s?d\.|in press|forthcoming|o\.\s?J\.|s\.\s?d\.)(?P<close>[)\]])?(?P<tail>[.,:;]?)(?=\s|$)"
)
_ORDER = re.compile(
    r",?\s(?:[^\W\d_a-z][a-z]{0,2}\.\s?){2,4}(?=,\s)"
)  # what somebody is, by its letters: "S.J.", "Ph.D."
_RANK_ALONE = re.compile(
    r"(?:Dr|Prof|Capt|Col|Gen|Lt|Lieut|Maj|Sgt|Mrs?|Ms|Messrs|Mme|Mlle|Rev|Hon|Adm|Cpl|Brig|Cmdr)\.?"
)
_LEADING_DATE = re.compile(
    r"(?P<open>\()?(?P<year>(?:1[4-9]|20)\d\d)[a-z]?(?(open)\)[.,:]?\s+(?=\S)|\.\s+(?=[^\W\d_a-z]|[\"“«„]))"
)
_BEHIND_TITLE = re.compile(r"[.,]?\s*(?:\(|pp?\.|vols?\.|eds?\.|edited|trans|hrsg|\d)")
_HOUSE_OR_SERIES = re.compile(
    r",\s(?!(?:The|An?)\s)[^\s\d,.;:()\"“”]{3,30}(?:\s[^\s\d,.;:()\"“”]{2,30})?,\s(?:vols?\.|\d{1,2}(?:st|nd|rd|th)\s)"
)
_ANY_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")


def read_front(
    reading: Reading,
    words: Words,
    low: int,
    end: int,
    high: int,
    imprint: Imprint | None,
    names: tuple[NameList | None] | None,
) -> bool:
    """Names, title, and what stands with them; false where no title is left."""
    text = reading.text
    while end > low and text[end - 1] in " ,;:([":
        end -= 1
    if low >= end:
        return False
    begun = low
    leading = _LEADING_DATE.match(text, low, end) if text[low] == "(" or text[low].isdecimal() else None
    if leading is not None and reading.issued is None and (leading["open"] or imprint is None or not imprint.year):
        # "(1912) “The Courts”, …", "1912. The Courts. Leeds: …"
        reading.issued = leading.span("year")
        low = leading.end()
    emphasis = next(((a, b) for a, b in words.emphasis if a >= low and b <= end + 1), None)
    first_quote = quote_at(text, low, end)
    credited = read_by(text, low, end) if first_quote is None and (", by " in text or ", von " in text) else None
    if credited is not None:
        return _read_credited(reading, low, end, imprint, credited)
    if emphasis is not None and emphasis[0] <= low + 1 and _is_title_behind(text, emphasis, high):
        # "*The Quiet Harbour*, trans. Piers Lowe": a title that is set off opens it
        first_quote = emphasis
    opening = _opening(text, low, end, emphasis, names if low == begun else None) if first_quote is None else None
    if opening is not None and opening.names and _RANK_ALONE.fullmatch(text, low, opening.names[0].end):
        opening = None  # "Mr. Hartley Goes to Sea"
    if opening is not None and imprint is not None and not imprint.known:
        # with a place nobody knows, names may not shrink to leave a title
        whole = read_opening(text, low, high) if names is None else names[0]
        if whole is not None and whole.end + 2 >= end:
            return False
    title_low = low
    if opening is not None:
        take_names(reading, opening.names, opening.roles)
        reading.style = opening.style
        order = _ORDER.match(text, opening.end, end)  # "Ann Hartley, O.S.B., The Quiet Harbour"
        title_low = _take_date(reading, order.end() if order is not None else opening.end, end)
    title_low, title_end = trim_bounds(text, title_low, end)
    if title_low >= title_end:
        return False
    return read_title(reading, title_low, title_end, imprint, emphasis)


def _is_title_behind(text: str, emphasis: tuple[int, int], high: int) -> bool:
    """Whether what is set off at the beginning is a title, by what stands behind: its volume, "Lords, 3rd series"."""
    if _BEHIND_TITLE.match(text, emphasis[1], high + 3):
        return True
    first = text[slice(*emphasis)].split(" ", 1)[0]
    return not is_given_name(first) and _HOUSE_OR_SERIES.match(text, emphasis[1], high) is not None


def _read_credited(
    reading: Reading, low: int, end: int, imprint: Imprint | None, credited: tuple[int, tuple[Name, ...], int]
) -> bool:
    """Take a title with its author behind it: "The Quiet Harbour, by Ann Hartley"; false where no title is left."""
    stop, by, rest = credited
    text = reading.text
    take_names(reading, by, ("author",))
    read_tail(reading, rest, end)
    reading.title = title_bounds(text, low, stop)
    if rest < end and imprint is None and text[end - 1 : end] == ")" and (opened := text.rfind("(", rest, end)) > 0:
        reading.publishers = [trim_bounds(text, opened + 1, end - 1)]
    return reading.title[0] < reading.title[1]


def _opening(
    text: str, low: int, end: int, emphasis: tuple[int, int] | None, known: tuple[NameList | None] | None
) -> NameList | None:
    """The names that open ``text[low:end]``, as far as the title that italics set off; ``known`` if read before."""
    name_end = emphasis[0] + 1 if emphasis is not None and emphasis[0] > low else end
    opening = read_opening(text, low, name_end) if known is None else known[0]
    if opening is not None and opening.end + 1 >= name_end:
        opening = read_opening(text, low, name_end)
    if opening is None and emphasis is not None and emphasis[0] > low + 2:
        return _all_names(text, low, emphasis[0])
    return opening


def _take_date(reading: Reading, low: int, end: int) -> int:
    """Take the date of an author-date style behind the names; gives where the title begins."""
    text = reading.text
    dated = date_behind(text, low, end)
    if dated is None:
        return low
    date = DATE.search(text, *dated.span("date"))
    years = [m.span() for m in _ANY_YEAR.finditer(text, *dated.span("date"))]
    reading.issued = date.span() if date else years[0] if years else None
    if len(years) > 1 and "[" in dated["date"]:
        # "(1931 [1912])", "(1912 [1931])": what first came out, and the printing that is cited
        reading.original, reading.issued = sorted(years, key=lambda bounds: text[slice(*bounds)])
    return dated.end()


def date_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The date of an author-date style that stands directly behind the names; ``None`` where none does."""
    if text[start + 2 : start + 3].isupper() and text[start] in ".,":
        # no date begins with a capital behind the mark that closes the names
        return None
    dated = _DATED.match(text, start, end)
    return dated if dated is not None and _is_dated(text, dated, end) else None


def _is_dated(text: str, dated: re.Match[str], end: int) -> bool:
    """Whether a year after the names is the date of an author-date style, and no part of the title."""
    rest = text[dated.end() : end].strip()
    if not rest:
        return False
    if dated["open"]:
        return True
    # "Smith, J. 1999. Title": the year closes with a full stop; "1877: A Year of Storms" does not
    return dated["tail"] in (".", ",") or (dated["tail"] == ":" and not dated["lead"].startswith("."))


def _all_names(text: str, low: int, stop: int) -> NameList | None:
    end = stop
    while end > low and text[end - 1] in " ,;:.":
        end -= 1
    if end <= low or end - low > 150 or re.search(r"\d", text[low:end]) or text[low] in '"“«':
        return None
    if (
        text[end - 1 : end + 1] != "."
        and re.match(r"[^\W\d_]$", text[end - 1 : end])
        and text[end : end + 1] == "."
        and text[end - 2] in " ."
    ):
        end += 1
    role = _TRAILING_ROLE.search(text, low, stop)
    name_end = role.start() if role else end
    return NameList(read_names(text, low, name_end), roles_of(role.group()) if role else ("author",), stop, "all")
