"""What a person types to search, put into the query language of SQLite's full-text index."""

from __future__ import annotations

import re
import unicodedata

from ..errors import TestimoniaError

__all__ = ["COLUMNS", "QueryError", "fts_query", "year_range"]

COLUMNS = ("claim", "excerpt", "citation", "work")

_TOKEN = re.compile(
    r"""\s* (?: ["“”„](?P<phrase>[^"“”„]*)["“”](?P<begun>\*?)
              | (?P<open>["“”„])
              | (?P<mark>[()])
              | (?P<column>claim|excerpt|citation|work)\s*:
              | (?P<word>[^\s()"“”„]+) )""",
    re.X,
)
_DEEPEST = 50  # far more than anyone types, and far from what Python and SQLite can nest
_LONGEST = 1000  # words and operators: SQLite takes minutes over some searches of twenty times as many
_YEARS = re.compile(r"\s*(?P<first>\d{1,4})?\s*(?P<dash>[-–—]|\.\.)?\s*(?P<last>\d{1,4})?\s*")


class QueryError(TestimoniaError, ValueError):
    """A search cannot be understood."""

    exit_code = 2  # as for any other misuse of a command


def fts_query(query: str) -> str:
    """The query in the syntax of FTS5, every word quoted, so that no sign in it is taken for syntax.

    Words that stand side by side must all occur; ``OR`` binds least, ``NOT`` most.

    Raises:
        QueryError: it cannot be understood, or holds no word.

    >>> fts_query('ferry AND ("low tide" OR ebb*)')
    '("ferry" AND ("low tide" OR "ebb"*))'
    """
    found = _Parser(query).parse()
    if found is None:
        raise QueryError(f"There is no word to search for in {query!r}. Give at least one word or number.")
    return found


def year_range(year: int | str) -> tuple[int, int]:
    """First and last year of ``1934``, ``1930-1939``, ``1930-39``, ``1930-`` or ``-1939``.

    Raises:
        QueryError: it is no year and no range of years, or the later one comes first.
    """
    parts = _YEARS.fullmatch(str(year))
    if parts is None or not (parts["first"] or parts["last"]) or (parts["last"] and not parts["dash"]):
        raise QueryError(f"{year!r} is no year. Write one year, 1934, or a range, 1930-1939.")
    first = int(parts["first"] or 0)
    last = 9999 if parts["dash"] else first
    if parts["last"]:
        begun = (parts["first"] or "")[: -len(parts["last"])]  # "1930-39" is short for "1930-1939"
        last = int(begun + parts["last"])
    if first > last:
        raise QueryError(f"{year!r} runs backwards. Write the earlier year first: {last}-{first}.")
    return first, last


class _Parser:
    """A recursive descent over the tokens; what it returns is ``None`` where only signs stand and no word."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.tokens = self._tokens(query)
        self.place = 0

    def _tokens(self, query: str) -> list[tuple[str, str]]:
        tokens: list[tuple[str, str]] = []
        for token in _TOKEN.finditer(query):
            if token["open"]:
                rest = query[token.end() :].strip()
                raise QueryError(f"The quotation mark before {rest!r} is not closed. Add the other one.")
            if token["phrase"] is not None:
                tokens.append(("phrase", token["phrase"] + token["begun"]))
            elif token["mark"]:
                tokens.append((token["mark"], token["mark"]))
            elif token["column"]:
                tokens.append(("column", token["column"]))
            elif token["word"] in ("AND", "OR", "NOT"):
                tokens.append((token["word"], token["word"]))
            else:
                tokens.append(("word", token["word"]))
        return tokens

    @property
    def kind(self) -> str:
        return self.tokens[self.place][0] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        self.place += 1
        return self.tokens[self.place - 1][1]

    def parse(self) -> str | None:
        if not self.tokens:
            return None
        if len(self.tokens) > _LONGEST:
            raise QueryError(f"The search holds more than {_LONGEST} words. Ask in fewer words.")
        if sum(kind in ("(", "column") for kind, _ in self.tokens) > _DEEPEST:
            raise QueryError(f"The search holds more than {_DEEPEST} parentheses or columns. Ask in fewer words.")
        found = self.either()
        if self.kind == ")":
            raise QueryError(f"A parenthesis in {self.query!r} closes that was never opened.")
        return found

    def either(self) -> str | None:
        parts = [self.both()]
        while self.kind == "OR":
            self.take()
            parts.append(self.both())
        return _join(parts, " OR ")

    def both(self) -> str | None:
        parts = [self.without()]
        while self.kind not in ("", ")", "OR"):
            if self.kind == "AND":
                self.take()
            parts.append(self.without())
        return _join(parts, " AND ")

    def without(self) -> str | None:
        found = self.one()
        while self.kind == "NOT" or (self.kind == "AND" and self.tokens[self.place + 1 :][:1] == [("NOT", "NOT")]):
            if self.take() == "AND":
                self.take()
            other = self.one()
            if found and other:
                found = f"({found} NOT {other})"
        return found

    def one(self) -> str | None:
        kind = self.kind
        if kind == "NOT":
            raise QueryError(f"NOT in {self.query!r} takes nothing away. Put a word before it: ferry NOT storm.")
        if kind in ("", "AND", "OR", ")"):
            before = f"after {self.tokens[self.place - 1][1]!r}" if self.place else "at the beginning"
            raise QueryError(f"A word is missing {before} in {self.query!r}.")
        words = self.take()
        if kind == "column":
            found = self.one()
            return found and f"{words} : {found}"
        if kind == "(":
            found = self.either()
            if self.kind != ")":
                raise QueryError(f"A parenthesis in {self.query!r} is not closed. Add the other one.")
            self.take()
            return found
        return _quoted(words)


def _join(parts: list[str | None], word: str) -> str | None:
    present = [part for part in parts if part]
    if len(present) < 2:
        return present[0] if present else None
    return f"({word.join(present)})"


def _quoted(words: str) -> str | None:
    """The words as one FTS5 string; ``None`` where the index would see no word in them."""
    if not any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" for c in words):
        return None
    begun = words.endswith("*")
    return '"' + words.rstrip("*").replace('"', '""').replace("\0", " ") + '"' + "*" * begun
