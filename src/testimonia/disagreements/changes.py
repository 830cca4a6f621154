"""Two texts that answer each other, word by word: what agrees, and what stands here against what stands there.

The aligned stretches of a dependence are gone through as one run of words as long as their order is the same in both;
two sentences that share most of their words are such a run by themselves. Words that only stand a little before or
behind on the other side are moved and no difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model import Dependence, Span
from ..words.stems import is_function_word
from ..words.variants import plain_form
from .sayings import Saying, Token
from .side_by_side import SideBySide

__all__ = ["LONG", "RUN", "Change", "Run", "changes", "is_one_sentence", "runs"]

LONG = 14  # words: what is longer is no change of words but another sentence
RUN = 3  # words that agree right around a change
_BESIDE = 7  # words on either side that are looked at
_EDGE = 4  # words between the first that agree and the beginning of the excerpts
_NAME = 4  # letters of a word of a name
_LINKS = frozenset(("the", "a", "an", "of"))
_Code = tuple[str, int, int, int, int]
_Alone = tuple[list[bool], list[bool]]  # which words of either side agree with none


@dataclass(frozen=True)
class Run:
    """Words of one record that answer words of another."""

    a: list[Token]
    b: list[Token]
    a_text: str
    b_text: str
    at_start: bool = False  # of both excerpts, so that nothing stands before the first words
    at_end: bool = False

    @cached_property
    def matcher(self) -> SideBySide:
        """The words of both side by side, spelling aside."""
        return SideBySide(_forms(self.a), _forms(self.b))


@dataclass(frozen=True, slots=True)
class Change:
    """Words between words that agree; ``i`` and ``j`` are bounds in the runs, ``a`` and ``b`` the words that count."""

    run: Run
    i1: int
    i2: int
    j1: int
    j2: int
    a: list[Token]
    b: list[Token]
    before: int  # words that agree right before
    after: int
    agreeing: float
    share: float  # of what stands near, how much agrees


def is_one_sentence(run: Run) -> bool:
    """Whether two sentences agree in so many words, or in a run of words so long, that they may be one."""
    longest = run.matcher.find_longest_match()
    content = sum(bool(token.key) for token in run.a[longest.a : longest.a + longest.size])
    if content >= 3 or (longest.size >= 5 and content >= 2):
        return True
    shorter = min(len(run.a), len(run.b))
    if shorter < 6 or run.matcher.quick_ratio() * (len(run.a) + len(run.b)) < 1.2 * shorter - 0.001:
        return False  # so many words are not even the same in any order
    return sum(block.size for block in run.matcher.get_matching_blocks()) >= 0.6 * shorter


def runs(dependence: Dependence, first: list[Saying], second: list[Saying]) -> Iterator[Run]:
    """The aligned stretches whose order is the same in both."""
    a_all = [token for saying in first for token in saying.tokens]
    b_all = [token for saying in second for token in saying.tokens]
    source_a, source_b = first[0].record.source, second[0].record.source
    chain: list[tuple[Span, Span]] = []
    for alignment in dependence.alignments:
        a, b = source_a.text_span(alignment.a), source_b.text_span(alignment.b)  # type: ignore[union-attr]
        if a is None or b is None:
            continue
        if chain and (
            b.start < chain[-1][1].end or b.start - chain[-1][1].end > 400 or a.start - chain[-1][0].end > 400
        ):
            yield _run_of(chain, a_all, b_all, first, second)
            chain = []
        chain.append((a, b))
    if chain:
        yield _run_of(chain, a_all, b_all, first, second)


def _run_of(
    chain: list[tuple[Span, Span]], a_all: list[Token], b_all: list[Token], first: list[Saying], second: list[Saying]
) -> Run:
    a_from, a_to = _bounds(a_all, chain[0][0].start, chain[-1][0].end)
    b_from, b_to = _bounds(b_all, chain[0][1].start, chain[-1][1].end)
    if a_from <= _EDGE and b_from <= _EDGE:  # what stands before the first words that agree is the beginning of both
        a_from = b_from = 0
    if len(a_all) - a_to <= _EDGE and len(b_all) - b_to <= _EDGE:
        a_to, b_to = len(a_all), len(b_all)
    at_start = a_from == b_from == 0
    at_end = a_to == len(a_all) and b_to == len(b_all)
    return Run(a_all[a_from:a_to], b_all[b_from:b_to], first[0].text, second[0].text, at_start, at_end)


def _bounds(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """The first token of a stretch of the text, and the first behind it."""
    first = next((n for n, token in enumerate(tokens) if token.end > start), len(tokens))
    last = next((n for n in range(first, len(tokens)) if tokens[n].start >= end), len(tokens))
    return first, last


def _forms(tokens: list[Token]) -> list[str]:
    return [token.key if token.named is not None else plain_form(token.low) for token in tokens]


def _joined_codes(run: Run, found: list[_Code], alone: _Alone) -> list[_Code]:
    """What agrees and what differs, two changes with nothing but a "the" or an "of" between them as one.

    Two changes stay two where, as one, they would hold a word that stands near by on the other side.
    """
    codes: list[_Code] = []
    for code in found:
        if len(codes) >= 2 and code[0] != "equal" and codes[-1][0] == "equal" and _is_link(run, codes[-1]):
            joined = ("replace", codes[-2][1], code[2], codes[-2][3], code[4])
            near = joined[2] - joined[1] <= LONG and joined[4] - joined[3] <= LONG
            if near and not any(any(moved) for moved in _moved(run, joined, alone)):
                codes[-2:] = [joined]
                continue
        codes.append(code)
    return codes


def _is_link(run: Run, code: _Code) -> bool:
    return code[2] - code[1] == 1 and run.a[code[1]].low in _LINKS


def _moved(run: Run, code: _Code, alone: _Alone) -> tuple[list[bool], list[bool]]:
    """Which of the words that differ stand on the other side too, a little before or behind."""
    _, i1, i2, j1, j2 = code
    sides = []
    for own, other, at, until, free in (
        (run.a[i1:i2], run.b, j1, j2, alone[1]),
        (run.b[j1:j2], run.a, i1, i2, alone[0]),
    ):
        near = [*range(max(0, at - _BESIDE), at), *range(until, min(len(other), until + _BESIDE))]
        loose = [other[place] for place in near if free[place]]
        keys = {token.key for token in loose if token.key}
        names = {word for token in loose if token.named is not None for word in token.low.split()}
        sides.append([token.key in keys or (token.named is not None and _is_called(token, names)) for token in own])
    return sides[0], sides[1]


def _is_called(token: Token, names: set[str]) -> bool:
    """Whether a name shares a word with others: two spellings of one man are two people at times."""
    return any(len(word) >= _NAME and word in names for word in token.low.split())


def _kept(tokens: list[Token], moved: list[bool]) -> list[Token] | None:
    """The words without those at either end that stand elsewhere; ``None`` where one is left, or too few are."""
    if not any(moved):
        return tokens
    start, end = 0, len(tokens)
    if any(moved[: (end + 1) // 2]):
        start = max(n for n in range((end + 1) // 2) if moved[n]) + 1
    if any(moved[start:]):
        end = min(n for n in range(start, end) if moved[n])
        while end > start and is_function_word(tokens[end - 1].low):
            end -= 1
    kept = tokens[start:end]
    few = 2 * sum(bool(token.key) for token in kept) < sum(bool(token.key) for token in tokens)
    return None if few or not kept or any(moved[start:end]) else kept


def changes(run: Run) -> Iterator[Change]:
    """What differs between words that agree, in order."""
    codes: list[_Code] = [*run.matcher.get_opcodes()]
    equal_a = [False] * len(run.a)
    equal_b = [False] * len(run.b)
    for what, i1, i2, j1, j2 in codes:
        if what == "equal":
            equal_a[i1:i2] = [True] * (i2 - i1)
            equal_b[j1:j2] = [True] * (j2 - j1)
    alone = [not equal for equal in equal_a], [not equal for equal in equal_b]
    codes = _joined_codes(run, codes, alone)
    for place, code in enumerate(codes):
        what, i1, i2, j1, j2 = code
        if what == "equal":
            continue
        moved = _moved(run, code, alone)
        a, b = _kept(run.a[i1:i2], moved[0]), _kept(run.b[j1:j2], moved[1])
        if a is None or b is None:
            continue
        before = codes[place - 1][2] - codes[place - 1][1] if place else 0
        after = codes[place + 1][2] - codes[place + 1][1] if place + 1 < len(codes) else 0
        before = before or RUN * (run.at_start and i1 == j1 == 0)
        after = after or RUN * (run.at_end and i2 == len(run.a) and j2 == len(run.b))
        agreeing, share = min(_agreeing(run.a, equal_a, i1, i2), _agreeing(run.b, equal_b, j1, j2))
        yield Change(run, i1, i2, j1, j2, a, b, before, after, agreeing, share)


def _agreeing(tokens: list[Token], equal: list[bool], start: int, end: int) -> tuple[float, float]:
    """How much of the nearest words agrees, a word that says something counting twice, and what share that is."""
    near = [*range(max(0, start - _BESIDE), start), *range(end, min(len(tokens), end + _BESIDE))]
    weights = [2.0 if tokens[at].key else 1.0 for at in near]
    agreeing = sum(weight for at, weight in zip(near, weights, strict=True) if equal[at])
    return agreeing, agreeing / (sum(weights) or 1.0)
