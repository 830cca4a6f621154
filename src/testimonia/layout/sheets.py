"""What a page says again because it is parted into sheets: running heads and feet, and headings that go on.

Sheets are told by form feeds, or by the numbers of pages that stand on lines of their own.
"""

from __future__ import annotations

import re
from collections import Counter

from .evidence import LIKELY, citation_score, is_ibid
from .units import Unit

__all__ = ["find_continued", "find_feet", "find_running_heads"]

_LONGEST_HEAD = 120  # characters of a running head
_LONGEST = 260  # characters of a heading
_FEWEST = 3  # a habit shows itself three times
_COUNTED = 0.8  # of the feet bear numbers that count the sheets
_NUMBER = re.compile(r"\d{1,4}")
# "(cont.)", "[continued]", "– Fortsetzung", "(2/3)" behind a heading that was set before
_CONTINUED = re.compile(
    r"[\s,.:;—–-]*(?:[(\[](?:cont(?:inued|inuation|[’']?d|\.)?|ctd\.?|forts(?:etzung|\.)|suite|cont(?:inuación|\.)|continua|segue|"
    r"vervolg|продолжение|окончание)[)\]]|[—–-]\s?(?:cont(?:inued|[’']?d|\.)|fortsetzung|suite)|"
    r"[(\[]\d{1,2}\s?(?:/|of|von|de|из)\s?\d{1,2}[)\]])$",
    re.I,
)


def find_running_heads(text: str, units: list[Unit], counters: set[int]) -> set[int]:
    """The units at the head of sheet after sheet: the same words after a form feed or the number of a page."""
    heads: dict[str, list[int]] = {}
    elsewhere: Counter[str] = Counter()
    for i in range(1, len(units)):
        unit = units[i]
        if unit.aside or len(unit.text) > _LONGEST_HEAD:
            continue
        paged = i - 1 in counters and units[i - 1].text.strip("- ").isdecimal() and not unit.text.endswith(":")
        if "\f" in text[units[i - 1].end : unit.start] or paged:
            heads.setdefault(unit.text, []).append(i)
        else:
            elsewhere[unit.text] += 1
    return {i for words, places in heads.items() if len(places) >= _FEWEST and elsewhere[words] <= 1 for i in places}


def find_feet(text: str, units: list[Unit]) -> set[int]:
    """The units at the foot of sheet after sheet: the same words with a number that counts the sheets, or with none.

    "Ibid., 12" may close three sheets too, but its numbers do not go up by one from sheet to sheet.
    """
    feet: dict[str, list[tuple[int, int, int]]] = {}
    sheet = 0
    for i, unit in enumerate(units):
        gone = text.count("\f", units[i - 1].end if i else 0, unit.start)
        sheet += gone
        last = i + 1 == len(units) or "\f" in text[unit.end : units[i + 1].start]
        if not last or (not sheet and i + 1 == len(units)) or unit.aside or len(unit.text) > _LONGEST_HEAD:
            continue
        numbers = [int(n) for n in _NUMBER.findall(unit.text)]
        feet.setdefault(_NUMBER.sub("#", unit.text), []).append((i, sheet, numbers[-1] if numbers else -1))
    found: set[int] = set()
    for words, places in feet.items():
        if len(places) < _FEWEST:
            continue
        if "#" in words:
            usual, times = Counter(number - sheet for _, sheet, number in places).most_common(1)[0]
            if times >= _COUNTED * len(places):
                found |= {i for i, sheet, number in places if number - sheet == usual}
        elif not is_ibid(words) and citation_score(words) < LIKELY:
            found |= {i for i, _, _ in places}
    return found


def find_continued(units: list[Unit]) -> set[int]:
    """The headings that only say that one set before goes on: "The ferry left early (cont.)"."""
    met: set[str] = set()
    found: set[int] = set()
    for i, unit in enumerate(units):
        if unit.aside or len(unit.text) > _LONGEST:
            continue
        mark = _CONTINUED.search(unit.text)
        words = " ".join(unit.text[: mark.start() if mark else None].casefold().split())
        if mark is not None and words and words in met:
            found.add(i)
        met.add(words)
    return found
