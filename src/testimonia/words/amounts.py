"""Printed numbers with what they count: sums of money, weights, distances, years, persons.

`find_amounts` reads figures and English words for numbers ("3,000 rubles", "two and a half million francs", "£21",
"between 2 and 3 thousand marks"), with ranges, bounds and what comes before or behind. Units are data
(``amounts.toml``). A number without a unit is read only after a sum in its sentence, whose unit it then shares ("1000
rubles to one and 800 to the other").

Left out: ordinals, dates, fractions in figures, numbers that a reader must work out ("twice as much").
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from testimonia.model import Amount, Span

from .calendars import DAYS
from .letters import small

__all__ = ["AmountExpression", "find_amounts", "money_signs", "read_number"]

_DATA = Path(__file__).with_name("amounts.toml")
_FLAGS = re.IGNORECASE
_NEAR = 90  # characters from a sum to a number that shares its unit


@dataclass(frozen=True, slots=True)
class AmountExpression:
    """One printed amount.

    ``unit`` is as printed and ``name`` its plain name ("ruble"); ``kind`` what it measures: ``money``, ``weight``,
    ``length``, ``area``, ``volume``, ``power``, ``speed``, ``share``, ``time``, ``persons``. ``value``, or ``min`` and
    ``max`` of a range; one of them alone is a bound ("more than 300"); all are ``None`` where the words tell no number
    ("several thousand rubles"). ``about`` says that it is put as near and not exact. ``shared`` is where the unit
    stands, if that is with an earlier amount.
    """

    span: Span
    words: str
    kind: str
    unit: str
    name: str
    value: float | None = None
    min: float | None = None
    max: float | None = None
    about: bool = False
    shared: Span | None = None

    def placed(self, span: Span, text: str) -> Amount:
        """As a record: ``span`` is where it stands on the page, ``text`` what is printed there."""
        return Amount(span, text, self.value, self.min, self.max, self.unit)


@dataclass(frozen=True, slots=True)
class _Grammar:
    numbers: dict[str, float]
    scales: dict[str, float]
    units: dict[str, tuple[str, str]]  # form -> kind, plain name
    symbols: dict[str, str]
    firsts: frozenset[str]  # the words and marks that an amount can begin with
    needed: frozenset[str]  # the words of which one stands in every amount without figures
    found: re.Pattern[str]
    number: re.Pattern[str]


def _entries(words: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for word in words.replace(":", ": ").split():
        if word.endswith(":"):
            name = word[:-1]
            found.setdefault(name, [])
        else:
            found[name].append(word.replace("_", " "))
    return found


def _worth(words: str) -> dict[str, float]:
    return {word: float(worth) for word, worth in (entry.split("=") for entry in words.split())}


def _any(words: object) -> str:
    forms = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in forms)


@cache
def _grammar() -> _Grammar:
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    words = table["numbers"]
    ones, tens = _worth(words["ones"]), _worth(words["tens"])
    scales = _worth(words["scales"]) | _worth(words["dozens"])
    units = {
        form.lower(): (kind, name)
        for kind in table
        if kind != "numbers"
        for name, forms in _entries(table[kind]["words"]).items()
        for form in forms
    }
    symbols = {mark: name for name, marks in _entries(table["money"]["symbols"]).items() for mark in marks}
    small = rf"(?:(?:{_any(tens)})(?:[\s-](?:{_any(ones)}))?|{_any(ones)})"
    scale = rf"(?:{_any(scales)})"
    written = (
        rf"(?:half\sa\s{scale}|(?:a\scouple\sof\s)?(?:{small}|an?(?=\s{scale}\b)|a\sfew(?=\s{scale}\b))"
        rf"(?:(?:\sand)?\sa\shalf)?(?:[\s-]{scale}\b){{0,3}}(?:\s(?:and\s)?{small}\b(?:[\s-]{scale}\b){{0,3}}){{0,5}})"
    )
    figures = (
        rf"(?:(?:\d{{1,3}}(?:(?:[,'’\u00a0\u202f]\s?|\s)\d{{3}}){{1,5}}(?!\d)|\d+)(?:\.\d+)?(?:[\s-]{scale}\b){{0,3}})"
    )
    vague = rf"(?:(?:{_any(words['vague'].split())})(?:\s(?:of\s)?{scale}\b){{0,3}})"
    number = rf"(?:{figures}|\b{written}|\b{vague})(?!\w)"
    mark = rf"(?:(?<!\w)(?:{_any(symbols)}))"
    between = r"(?:\s?[-–—]{1,2}\s?|\s(?:to|or|and)\s)"
    kinds = rf"(?:(?:{_any(table['money']['kinds'].split())})\s)"
    unit = rf"(?:[\s-]?(?:of\s)?(?:the\s)?(?P<unit>{kinds}?(?:{_any(units)}))(?!\w|['’]\w))"
    form = (
        rf"(?P<form>\sin\s(?:[A-Z]?\w+\s)?(?:{_any(table['money']['forms'].split())})\b|\sworth(?=\sof\s)|\ssterling\b)"
    )
    found = re.compile(
        rf"(?:(?P<mark>{mark})\s?(?P<m1>{figures})(?:(?P<mto>{between}){mark}?\s?(?P<m2>{figures}))?"
        rf"(?:\s(?P<shillings>\d\d?)s\.?(?:\s(?P<pence>\d\d?)d\.?)?)?(?![\w])"
        rf"|(?P<n1>{number})(?:(?:\s(?P<own>{_any(units)}))?(?P<to>{between})(?P<n2>{number}))?{unit}){form}?",
        _FLAGS,
    )
    firsts = {word.casefold() for word in (*ones, *tens, *words["vague"].split(), "a", "an", "half")}
    marks = {re.match(r"\w+|\W", mark).group().casefold() for mark in symbols}  # type: ignore[union-attr]
    needed = frozenset(word.casefold() for word in (*ones, *tens, *scales, *words["vague"].split()))
    return _Grammar(
        ones | tens, scales, units, symbols, frozenset(firsts | marks), needed, found, re.compile(number, _FLAGS)
    )


@cache
def money_signs() -> tuple[str, ...]:
    """In small letters, what a sum of money cannot do without: one of the units' names, or a mark."""
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))["money"]
    forms = {form.casefold() for several in _entries(table["words"]).values() for form in several}
    long = {form for form in forms if len(form) > 3}
    stems = {stem for stem in long if not any(other != stem and other in stem for other in long)}
    short = {before + form for form in forms - long for before in (" ", "-")} | {f"0{form}" for form in forms - long}
    return (*sorted(stems), *sorted(short), "£", "$", "€", "¥", "₽", "₹")


@lru_cache(maxsize=1 << 14)
def read_number(words: str) -> float | None:
    """What a printed number is worth; ``None`` where it tells none.

    >>> read_number("two thousand five hundred"), read_number("3,000"), read_number("2.5 million")
    (2500.0, 3000.0, 2500000.0)
    >>> read_number("half a million"), read_number("several thousand"), read_number("hundred and six")
    (500000.0, None, 106.0)
    """
    grammar = _grammar()
    if words.isalpha():  # one word, as most are
        word = words.casefold()
        return 0.5 if word == "half" else 2.0 if word == "couple" else grammar.numbers.get(word)
    low = re.sub(r"(?<=\d)[,'’\s\u00a0\u202f]+(?=\d{3}(?!\d))", "", words.casefold())
    total = current = 0.0
    known = False
    pieces = re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+", low)
    for n, piece in enumerate(pieces):
        if piece[0].isdecimal():
            current, known = current + float(piece), True
        elif piece in grammar.numbers:
            current, known = current + grammar.numbers[piece], True
        elif piece in grammar.scales:
            scale = grammar.scales[piece]
            if not known and not (n and pieces[n - 1] in ("a", "an")) and not (n == 0 and pieces[1:2] == ["and"]):
                return None  # but "the hundred and six" is a number
            known = True
            if scale >= 1000:
                total, current = total + (current or 1.0) * scale, 0.0
            else:
                current = (current or 1.0) * scale
        elif piece == "half":
            current, known = current + 0.5, True
        elif piece == "couple":
            current, known = 2.0, True
        elif piece not in ("a", "an", "and", "of"):
            return None
    return total + current if known else None


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[AmountExpression]:
    """The amounts in ``text[start:end]``, in order.

    >>> [(a.words, a.value, a.unit) for a in find_amounts("He left £21 and two thousand francs.")]
    [('£21', 21.0, '£'), ('two thousand francs', 2000.0, 'francs')]
    >>> [(a.min, a.max, a.unit) for a in find_amounts("between 2 and 3 thousand marks")]
    [(2000.0, 3000.0, 'marks')]
    """
    end = len(text) if end is None else end
    grammar = _grammar()
    found: list[AmountExpression] = []
    if not _DIGIT.search(text, start, end) and grammar.needed.isdisjoint(_PIECE.findall(text[start:end].casefold())):
        return found
    done = start
    for piece in _PIECE.finditer(text, start, end):
        first = piece.group()
        if piece.start() < done or not (first[0].isdecimal() or first.casefold() in grammar.firsts):
            continue
        m = grammar.found.match(text, piece.start(), end)
        if m is not None:
            found += _read(text, m, start)
            done = m.end()
        elif (bare := grammar.number.match(text, piece.start(), end)) is not None:
            done = bare.end()
    return _with_shared(text, found, end)


def _read(text: str, m: re.Match[str], start: int) -> list[AmountExpression]:
    grammar = _grammar()
    if m["mark"]:
        kind, unit, first, second = "money", m["mark"], m["m1"], m["m2"]
        name, joiner = grammar.symbols.get(unit) or grammar.symbols.get(unit.capitalize(), unit), m["mto"]
    else:
        unit, first, second, joiner = m["unit"], m["n1"], m["n2"], m["to"]
        plain = " ".join(small(unit).split())
        kind, name = grammar.units.get(plain) or grammar.units[plain.split(None, 1)[1]]
        if len(unit) == 1 and unit != "%" and not first[0].isdecimal():
            return []
    if kind == "money" and name == "pound" and _weighs(text, m):
        kind = "weight"
    if m["own"] and (parted := _parted(text, m, kind, name)):
        return parted
    low, high = read_number(first), read_number(second) if second else None
    before = _LEAD.search(text, max(start, m.start() - _LEAD_LENGTH), m.start())
    lead = " ".join(before["lead"].casefold().split()) if before is not None else ""
    if joiner and joiner.strip().casefold() == "and" and lead != "between":
        last = Span(m.start("m2" if m["mark"] else "n2"), m.end())
        told = AmountExpression(last, last.cut(text), kind, unit, name, high)
        alone = Span(*m.span("m1" if m["mark"] else "n1"))
        return [replace(told, span=alone, words=alone.cut(text), value=low, shared=last), told]
    if low is not None and high is not None and low < high:
        low = _scaled(low, second, high)
    if m["shillings"] and low is not None:
        low += int(m["shillings"]) / 20 + int(m["pence"] or 0) / 240
    span = Span(m.start(), m.end())
    if before is not None and lead != "from" and (lead != "between" or high is not None):
        span = Span(before.start(), m.end())
    value, least, most = low, None, None
    if high is not None and low is not None:
        value, least, most = None, min(low, high), max(low, high)
    elif lead in _LEAST:
        value, least = None, low
    elif lead in _MOST:
        value, most = None, low
    return [AmountExpression(span, span.cut(text), kind, unit, name, value, least, most, lead in _ABOUT)]


def _parted(text: str, m: re.Match[str], kind: str, name: str) -> list[AmountExpression]:
    """Two numbers of which each has a unit of its own: "two years and seven months" is one length of time."""
    own_kind, own_name = _grammar().units[" ".join(small(m["own"]).split())]
    first, second = read_number(m["n1"]), read_number(m["n2"])
    if (own_kind, own_name) == (kind, name):
        return []
    if kind == own_kind == "time" and m["to"].strip().casefold() == "and" and first is not None and second is not None:
        whole = Span(*m.span())
        times = DAYS[own_name] / DAYS[name] if {own_name, name} <= DAYS.keys() else 0.0
        if times > 1.0:
            return [AmountExpression(whole, whole.cut(text), kind, m["unit"], name, round(first * times + second, 2))]
    one, other = Span(m.start("n1"), m.end("own")), Span(m.start("n2"), m.end())
    return [
        AmountExpression(one, one.cut(text), own_kind, m["own"], own_name, first),
        AmountExpression(other, other.cut(text), kind, m["unit"], name, second),
    ]


_DIGIT = re.compile(r"\d")
_PIECE = re.compile(r"\d[\d.,]*|[^\W\d_]+|[£$€¥₽₹]")
_LEAD_LENGTH = 16
_LEAD = re.compile(
    r"\b(?P<lead>about|around|some|approximately|roughly|nearly|almost|circa|up\sto|as\smuch\sas|over|above|upwards\sof|"
    r"(?:no|not)\s(?:less|more|fewer)\sthan|more\sthan|less\sthan|fewer\sthan|under|at\sleast|at\smost|between|from)\s$",
    _FLAGS,
)
_LEAST = frozenset(
    (
        "over",
        "above",
        "upwards of",
        "more than",
        "at least",
        "no less than",
        "not less than",
        "no fewer than",
        "not fewer than",
    )
)
_MOST = frozenset(("up to", "less than", "fewer than", "under", "at most", "no more than", "not more than"))
_ABOUT = frozenset(("about", "around", "some", "approximately", "roughly", "nearly", "almost", "circa", "as much as"))


def _scaled(low: float, words: str, high: float) -> float:
    """The lesser number of "2 to 3 thousand", which shares the thousand."""
    last = words.split()[-1].casefold()
    scale = _grammar().scales.get(last)
    return low * scale if scale is not None and low * scale < high else low


def _weighs(text: str, m: re.Match[str]) -> bool:
    whose = r"\sof\s(?!(?:his|her|their|my|our|the|this|that|him|them|me|us|you|Mrs?|Miss|Sir|Dr)\b)"  # "had of him"
    after = re.match(whose, text[m.end() : m.end() + 10])
    return (
        after is not None
        or re.search(r"\bweigh\w*\s(?:\w+\s){0,2}$", text[max(0, m.start() - 30) : m.start()]) is not None
    )


def _with_shared(text: str, found: list[AmountExpression], end: int) -> list[AmountExpression]:
    """The amounts and the bare numbers that share the unit of one before them in their sentence."""
    told: list[AmountExpression] = []
    for n, amount in enumerate(found):
        told.append(amount)
        if amount.kind != "money":
            continue
        stop = min(end, found[n + 1].span.start if n + 1 < len(found) else end, amount.span.end + _NEAR)
        closed = re.search(r"[.!?;](?=\s|$)|\n", text[amount.span.end : stop])
        stop = amount.span.end + closed.start() if closed else stop
        for m in _grammar().number.finditer(text, amount.span.end, stop):
            before, after = text[max(0, m.start() - 5) : m.start()], text[m.end() : m.end() + 6]
            if re.search(r"\b(?:and|or|,)\s$|,\s$", before) and re.match(r"\s(?:to|for|from|by|in)\b|[,.]|$", after):
                value = read_number(m.group())
                if value is not None and value > 1 and not 1500 <= value <= 2100:
                    told.append(
                        replace(
                            amount,
                            span=Span(*m.span()),
                            words=m.group(),
                            value=value,
                            min=None,
                            max=None,
                            about=False,
                            shared=amount.span,
                        )
                    )
    return told
