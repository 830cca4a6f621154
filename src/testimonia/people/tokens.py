"""The words of one excerpt or heading, with what is printed around each.

A word's possessive ``'s`` is no part of it. Capitals say nothing in a heading set in capitals, nor in one where every
word has a capital, or none: `Tokens.blind` says where.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from string import ascii_lowercase

from testimonia.words.titles import BENCH

__all__ = ["LABEL", "Tokens", "read_tokens"]

# "MrHartley" with its space lost is two words; an apostrophe or a hyphen stands inside a word, a dash does not
_WORD = re.compile(r"(?:Mrs?|Dr|Ms)(?=[A-Z][a-z])|[^\W\d_][^\W_]*(?:['’´-](?=[^\W\d_])[^\W_]*)*")
_POSSESSIVE = re.compile(r"['’´][sS]$")
_LOOSE_POSSESSIVE = re.compile(r" ?['’´][sS](?![\w'’])|['’](?!\w)")
_APOSTROPHE = re.compile("['’´]")
_ASKED = re.compile(r"^[ \t]*([^\W\d_])[.:](?=\s)", re.MULTILINE)
_SMALL = ascii_lowercase.encode()
_LINE = re.compile(r"[^\n]+")
# the label of a turn: "MR. HARTLEY (to Captain Lowe):"
LABEL = re.compile(
    r"^[ \t]*(?P<name>(?:[^\W\d_a-zа-я][\w.'’-]*\.?[ ]){0,5}[^\W\d_a-zа-я][\w.'’-]*)"
    rf"(?P<aside>(?:{BENCH})?(?:\s?[(\[][^()\[\]\n]{{1,80}}[)\]])?)\s?:(?=\s|$)",
    re.MULTILINE,
)
_LEAST_CAPITALS = 0.85  # of the letters of a line set in capitals
_LEAST_TITLE_CASE = 0.8  # of the long words of a heading where every word has a capital
_LEAST_TURNS = 2  # lines that each of two letters opens, for them to stand for two who talk
_WRAPPED = 50  # code points of a line that may have been broken for its length
_LEAST_MIXED_LABELS = 2  # lines that open with "Hartley:", for each to be taken for a label
_LEAST_STRETCH = 4  # words in capitals in a row, within a line
_SMALL_IN_TITLES = frozenset("a an the and or of in on for to at by from with as but nor vs is via into over".split())


@dataclass(slots=True)
class Tokens:
    """The words of a text in order. ``words`` are without possessive; ``ends`` the place where each ends without it."""

    text: str
    record: str
    heading: bool
    language: str = "en"
    messieurs: frozenset[str] = frozenset()  # whom the page calls "Monsieur" or "Madame"
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)  # where each ends with its possessive
    blind: list[bool] = field(default_factory=list)  # whether its capital says nothing
    asked: set[int] = field(default_factory=set)  # the "Q." and "A." of question and answer
    labels: dict[int, str] = field(default_factory=dict)  # in a label: "name", "opening", "aside"

    def gap(self, n: int) -> str:
        """What is printed between the word and the next one; after the last word, the rest of the text.

        A line feed that only breaks a long line is given as a space.
        """
        if n + 1 >= len(self.words):
            return self.text[self.after[n] :]
        gap = self.text[self.after[n] : self.starts[n + 1]]
        return " " if gap == "\n" and self._is_wrapped(n) else gap

    def before(self, n: int) -> str:
        """What is printed between the word and the one before; before the first word, the beginning of the text."""
        return self.gap(n - 1) if n else self.text[: self.starts[n]]

    def _is_wrapped(self, n: int) -> bool:
        """Whether the line that ends with the word is one that was broken for its length."""
        return self.ends[n] - self.text.rfind("\n", 0, self.starts[n]) > _WRAPPED and n + 1 not in self.labels

    def low(self, n: int) -> str:
        """The word in small letters; empty beyond either end."""
        return self.words[n].casefold() if 0 <= n < len(self.words) else ""

    def owns(self, n: int) -> bool:
        """Whether a possessive stands after the word."""
        return self.after[n] > self.ends[n]


def _is_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", text) if word.lower() not in _SMALL_IN_TITLES]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and capitals >= _LEAST_TITLE_CASE * len(words)


def _is_small(text: str) -> bool:
    """Whether a heading has no capital at all, and words enough to have had one."""
    return text.islower() and " " in text.strip()


def _count_small(words: str) -> int:
    printed = words.encode("ascii", "ignore")
    return len(printed) - len(printed.translate(None, _SMALL))


def _blind_lines(text: str, heading: bool) -> list[tuple[int, int]]:
    lines = []
    for line in _LINE.finditer(text):
        label = None if heading or ":" not in line.group() else LABEL.match(line.group())
        words = line.group()[label.end() if label else 0 :]
        if _count_small(words) > (1 - _LEAST_CAPITALS) * len(words):
            continue
        letters = [c for c in words if c.isalpha()]
        capitals = sum(c.isupper() for c in letters)
        if len(letters) > 5 and " " in words.strip() and capitals >= _LEAST_CAPITALS * len(letters):
            lines.append(line.span())
    if heading and not lines and (_is_title_case(text) or _is_small(text)):
        lines.append((0, len(text)))
    return lines


def read_tokens(
    text: str, record: str, *, heading: bool = False, language: str = "en", messieurs: frozenset[str] = frozenset()
) -> Tokens:
    """Take a text apart; ``language`` is that of the page, ``messieurs`` whom it calls "Monsieur" or "Madame".

    >>> tokens = read_tokens("Mr. Ash's horse ran.", "x1")
    >>> tokens.words, tokens.owns(1)
    (['Mr', 'Ash', 'horse', 'ran'], True)
    """
    tokens = Tokens(text, record, heading, language, messieurs)
    matches = list(_WORD.finditer(text))
    tokens.words = [match.group() for match in matches]
    tokens.starts = [match.start() for match in matches]
    tokens.ends = [match.end() for match in matches]
    tokens.after = tokens.ends.copy()
    _part_possessives(tokens)
    tokens.blind = [False] * len(tokens.words)
    for start, end in _blind_lines(text, heading):
        first, past = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        tokens.blind[first:past] = [True] * (past - first)
    _mark_labels(tokens)
    _mark_capitals(tokens)
    _mark_questions(tokens)
    return tokens


def _part_possessives(tokens: Tokens) -> None:
    """Take each possessive off its word, and leave out the s of one that stands apart."""
    text, words, starts, ends, after = tokens.text, tokens.words, tokens.starts, tokens.ends, tokens.after
    stray: list[int] = []
    done = 0
    for apostrophe in _APOSTROPHE.finditer(text):
        n = bisect_left(starts, apostrophe.start()) - 1  # the word it stands in or behind
        if n < done:
            continue
        done = n + 1
        word, end = words[n], ends[n]
        if word[-1] in "sS" and _POSSESSIVE.search(word):
            words[n], ends[n] = word[:-2], end - 2
            continue
        loose = _LOOSE_POSSESSIVE.match(text, end)
        if loose is not None and (loose.group().strip()[1:] or word[-1] in "sS"):
            after[n] = loose.end()
            while done < len(words) and starts[done] < loose.end():
                stray.append(done)
                done += 1
    for n in reversed(stray):
        for of_words in (words, starts, ends, after):
            del of_words[n]


def _mark_capitals(tokens: Tokens) -> None:
    """Mark a stretch of capitals within a line, "HE SAID THAT HARTLEY AND LOWE", as one where they say nothing."""
    upper = [n for n, word in enumerate(tokens.words) if word.isupper() and n not in tokens.labels]
    at, count = 0, len(upper)
    while at + _LEAST_STRETCH <= count:
        first = upper[at]
        n, at = first + 1, at + 1
        while at < count and upper[at] == n and _is_close(tokens, n):
            n, at = n + 1, at + 1
        if n - first >= _LEAST_STRETCH and sum(len(word) > 1 for word in tokens.words[first:n]) >= _LEAST_STRETCH:
            tokens.blind[first:n] = [True] * (n - first)


def _is_close(tokens: Tokens, n: int) -> bool:
    return "\n" not in tokens.before(n) and len(tokens.before(n)) < 4


def _mark_questions(tokens: Tokens) -> None:
    """Mark the letters that open the lines of question and answer, where a text has both, or of two who talk."""
    lines = {match.start(1): match[1] for match in _ASKED.finditer(tokens.text) if match[1].isupper()}
    if not lines:
        return
    times = Counter(lines.values())
    if len(times) == 2 and (set(times) == {"Q", "A"} or min(times.values()) >= _LEAST_TURNS):
        tokens.asked.update(n for n, start in enumerate(tokens.starts) if start in lines)


def _mark_labels(tokens: Tokens) -> None:
    if tokens.heading or ":" not in tokens.text:
        return
    found = list(LABEL.finditer(tokens.text))
    mixed = sum(not _is_label(m) for m in found) >= _LEAST_MIXED_LABELS
    n = 0
    for label in found:
        if not (mixed or _is_label(label)):
            continue
        while n < len(tokens.words) and tokens.starts[n] < label.start():
            n += 1
        while n < len(tokens.words) and tokens.starts[n] < label.end():
            kind = "name" if _is_label(label) else "opening"
            tokens.labels[n] = kind if tokens.starts[n] < label.end("name") else "aside"
            n += 1


def _is_label(match: re.Match[str]) -> bool:
    return match["name"].isupper() and len(match["name"]) > 1
