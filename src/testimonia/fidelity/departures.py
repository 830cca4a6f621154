"""What a quotation does with the words of its source, between the runs that agree: word by word, each with its kind.

A gap in which the excerpt prints dots is a cut, words in square brackets are the editor's; anything else that differs
is told as it is. Where the letters are the same and only parted otherwise ("to-day", "to day", a note's number behind
a word) nothing differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from ..model.fidelity import DepartureKind, Weight
from ..words.lexicon import is_english_word
from ..words.variants import plain_form
from .finding import Index, Run
from .spellings import is_spelling, spelt_out
from .weights import weights_of
from .wording import Wording, dots_between

__all__ = ["Differing", "differing"]

_LONGEST = 90_000  # pairs of words of a gap that are set side by side
_WEIGHED = 40  # words: of a longer stretch it says nothing that it holds a "not"
_MARGIN = 6  # words of the book beside an edge of the excerpt, more than the excerpt has there
_BESIDE = 2  # words at an edge that stand against as many of the book; more are a page's own
_AROUND = 12  # characters before a word that say whether it begins a sentence
_SLIDE = 8  # words that a gap is moved to where dots stand
_CHANCE = 3  # times as many words that differ on either side of some that agree
_BRACKET = 2_000  # code points that an editor's bracket holds
_FEW = 3  # words: of so many more than the excerpt's, dots in the gap stand for the rest


@dataclass(frozen=True, slots=True)
class Differing:
    """Words ``a1`` up to ``a2`` of the excerpt against ``b1`` up to ``b2`` of the book; no kind: they agree."""

    kind: DepartureKind | None
    a1: int
    a2: int
    b1: int
    b2: int
    weights: tuple[Weight, ...] = ()


def differing(excerpt: Wording, index: Index, runs: list[Run]) -> list[Differing]:
    """The excerpt from its first word to its last, as stretches that agree and stretches that differ."""
    found: list[Differing] = []
    first, last = runs[0], runs[-1]
    found += _edge(excerpt, index, 0, first[0], max(0, first[1] - first[0] - _MARGIN), first[1], at_start=True)
    for n, (x, y, length) in enumerate(runs):
        if n:
            px, py, plength = runs[n - 1]
            found += _gap(excerpt, index, px + plength, x, py + plength, y)
        found.append(Differing(None, x, x + length, y, y + length))
    a, b = last[0] + last[2], last[1] + last[2]
    until = min(len(index.forms), b + len(excerpt) - a + _MARGIN)
    found += _edge(excerpt, index, a, len(excerpt), b, until, at_start=False)
    return [_weighed(one, excerpt, index) for one in _joined(_slid(_joined(found), excerpt, index))]


def _edge(excerpt: Wording, index: Index, a1: int, a2: int, b1: int, b2: int, *, at_start: bool) -> list[Differing]:
    """What stands before the first run or behind the last; words of the book beyond the excerpt's are none of it."""
    if a1 == a2:
        return []
    if _sets_a_page(excerpt, index, a1, a2, b2 if at_start else b1):
        return [Differing(None, a1, a2, b2, b2) if at_start else Differing(None, a1, a2, b1, b1)]
    found = list(_gap(excerpt, index, a1, a2, b1, b2, from_end=at_start))
    agreeing = sum(one.a2 - one.a1 for one in found if one.kind in (None, DepartureKind.SPELLING))
    if (2 if a2 - a1 > _MARGIN else _CHANCE) * agreeing < a2 - a1:
        words = min(a2 - a1, b2 - b1)  # nothing of it is there: as many words of the book stand against it
        b1, b2 = (b2 - words, b2) if at_start else (b1, b1 + words)
        if a2 - a1 > _BESIDE or not words:
            b1 = b2 = b2 if at_start else b1
        elif a2 - a1 == words and all(map(partial(_alike, excerpt, index), range(a1, a2), range(b1, b2))):
            return list(_word_by_word(excerpt, index, a1, a2, b1, b2))
        return [Differing(_kind(excerpt, index, a1, a2, b1, b2), a1, a2, b1, b2)]
    beyond = 0 if at_start else -1
    if found[beyond].a1 == found[beyond].a2:
        del found[beyond]
    return found


def _gap(
    excerpt: Wording, index: Index, a1: int, a2: int, b1: int, b2: int, *, from_end: bool = False
) -> Iterator[Differing]:
    """What stands between two runs, word by word; ``from_end`` where the nearest words that agree are the last."""
    if a1 == a2 and b1 == b2:
        return
    if b1 == b2 and _sets_a_page(excerpt, index, a1, a2, b1):
        yield Differing(None, a1, a2, b1, b1)
        return
    if (a2 - a1) * (b2 - b1) > _LONGEST or a1 == a2 or b1 == b2:
        yield from _parted(excerpt, index, a1, a2, b1, b2)
        return
    ours, theirs = excerpt.forms[a1:a2], index.forms[b1:b2]
    plain = [plain_form(form) for form in ours], [plain_form(form) for form in theirs]
    for what, i1, i2, j1, j2 in _codes(*plain, from_end=from_end):
        place = a1 + i1, a1 + i2, b1 + j1, b1 + j2
        if "".join(ours[i1:i2]) == "".join(theirs[j1:j2]):
            yield Differing(None, *place)
        elif what == "equal" or (
            i2 - i1 == j2 - j1 and all(map(partial(_alike, excerpt, index), range(*place[:2]), range(*place[2:])))
        ):
            yield from _word_by_word(excerpt, index, *place)
        elif spelt_out(ours[i1:i2]) == spelt_out(theirs[j1:j2]):
            yield Differing(DepartureKind.SPELLING, *place)
        else:
            yield from _parted(excerpt, index, *place)


def _sets_a_page(excerpt: Wording, index: Index, a1: int, a2: int, b: int) -> bool:
    """Whether words of the excerpt stand before a word of the book among those that set a page, and were copied too."""
    first = index.words[b - 1] + 1 if b else 0
    last = index.words[b] if b < len(index.words) else len(index.book)
    apart, ours = index.book.forms[first:last], excerpt.forms[a1:a2]
    return any(apart[n : n + len(ours)] == ours for n in range(len(apart) - len(ours) + 1))


_Code = tuple[str, int, int, int, int]


def _codes(ours: Sequence[str], theirs: Sequence[str], *, from_end: bool) -> list[_Code]:
    """What is equal and what is not; words that agree by chance, alone among many that do not, are not equal."""
    codes: Sequence[_Code]
    if from_end:
        a, b = len(ours), len(theirs)
        backwards = SequenceMatcher(None, ours[::-1], theirs[::-1], autojunk=False).get_opcodes()
        codes = [(what, a - i2, a - i1, b - j2, b - j1) for what, i1, i2, j1, j2 in reversed(backwards)]
    else:
        codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    kept: list[_Code] = []
    for n, code in enumerate(codes):
        what, i1, i2, j1, j2 = code
        beside = [codes[k][2] - codes[k][1] for k in (n - 1, n + 1) if 0 <= k < len(codes)]
        if what == "equal" and len(beside) == 2 and min(beside) > _CHANCE * (i2 - i1):
            code = "replace", i1, i2, j1, j2
        if kept and kept[-1][0] != "equal" != code[0]:
            code = "replace", kept[-1][1], i2, kept.pop()[3], j2
        kept.append(code)
    return kept


def _word_by_word(excerpt: Wording, index: Index, a1: int, a2: int, b1: int, b2: int) -> Iterator[Differing]:
    """As many words here as there, each the same or the same in another spelling."""
    for a, b in zip(range(a1, a2), range(b1, b2), strict=True):
        kind = None if excerpt.forms[a] == index.forms[b] else DepartureKind.SPELLING
        yield Differing(kind, a, a + 1, b, b + 1)


def _parted(excerpt: Wording, index: Index, a1: int, a2: int, b1: int, b2: int) -> Iterator[Differing]:
    """One stretch that differs; where dots stand in it, what they stand for is told apart from what was put in."""
    kind = _kind(excerpt, index, a1, a2, b1, b2)
    many = b2 - b1 > _FEW * (a2 - a1) + _FEW
    if kind is DepartureKind.CHANGED and many and _has_dots(excerpt, a1, a2):
        yield Differing(DepartureKind.CUT, a1, a1, b1, b2)
        yield Differing(_kind(excerpt, index, a1, a2, b2, b2), a1, a2, b2, b2)
    else:
        yield Differing(kind, a1, a2, b1, b2)


def _kind(excerpt: Wording, index: Index, a1: int, a2: int, b1: int, b2: int) -> DepartureKind:
    if a1 < a2 and _is_bracketed(excerpt, range(a1, a2)):
        of_the_book = _is_bracketed(index.book, index.words[b1:b2] or index.words[max(0, b1 - 1) : b1 + 1])
        return DepartureKind.CHANGED if of_the_book else DepartureKind.BRACKETED
    if a1 == a2:
        return DepartureKind.CUT if _has_dots(excerpt, a1, a2) else DepartureKind.LEFT_OUT
    return DepartureKind.PUT_IN if b1 == b2 else DepartureKind.CHANGED


def _has_dots(excerpt: Wording, a1: int, a2: int) -> bool:
    return any(dots_between(excerpt, n, n) for n in range(a1, a2 + 1))


def _is_bracketed(wording: Wording, words: Sequence[int]) -> bool:
    """Whether each of these words stands in square brackets."""
    return all(_opens_before(wording.text, wording.starts[n]) for n in words)


def _opens_before(text: str, at: int) -> bool:
    open_ = text.rfind("[", max(0, at - _BRACKET), at + 1)
    return open_ > text.rfind("]", max(0, at - _BRACKET), at) and text.find("]", at, at + _BRACKET) >= 0


def _alike(excerpt: Wording, index: Index, a: int, b: int) -> bool:
    """Whether a word of the excerpt is one of the book, spelt otherwise."""
    printed = excerpt.text[excerpt.starts[a]], index.book.text[index.book.starts[index.words[b]]]
    named = printed[0].isupper(), printed[1].isupper()
    return is_spelling(excerpt.forms[a], index.forms[b], named=named)


def _slid(found: list[Differing], excerpt: Wording, index: Index) -> list[Differing]:
    """The same with what is left out where the dots stand, if they stand so near that it may as well be there.

    "He came … he went" for "He came, he saw, he went": either "he saw" or "saw, he" is missing.
    """
    slid = list(found)
    for n in range(1, len(slid) - 1):
        before, gap, after = slid[n - 1 : n + 2]
        if gap.kind is not DepartureKind.LEFT_OUT or before.kind is not None or after.kind is not None:
            continue
        for step in _steps(gap, index.forms, min(before.a2 - before.a1, _SLIDE), min(after.a2 - after.a1, _SLIDE)):
            if dots_between(excerpt, gap.a1 + step, gap.a1 + step):
                slid[n - 1] = Differing(None, before.a1, before.a2 + step, before.b1, before.b2 + step)
                place = gap.a1 + step, gap.a2 + step, gap.b1 + step, gap.b2 + step
                slid[n] = Differing(DepartureKind.CUT, *place)
                slid[n + 1] = Differing(None, after.a1 + step, after.a2, after.b1 + step, after.b2)
                break
    return [one for one in slid if one.a1 < one.a2 or one.b1 < one.b2]


def _steps(gap: Differing, forms: Sequence[str], back: int, on: int) -> Iterator[int]:
    """How many words a gap can be moved, back and on, with the same words on either side."""
    for step in range(1, back + 1):
        if forms[gap.b1 - step] != forms[gap.b2 - step]:
            break
        yield -step
    for step in range(on):
        if forms[gap.b1 + step] != forms[gap.b2 + step]:
            break
        yield step + 1


def _joined(found: list[Differing]) -> list[Differing]:
    """Stretches that agree and follow each other as one."""
    joined: list[Differing] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and last.kind is None is one.kind and (last.a2, last.b2) == (one.a1, one.b1):
            joined[-1] = Differing(None, last.a1, one.a2, last.b1, one.b2)
        else:
            joined.append(one)
    return joined


def _weighed(one: Differing, excerpt: Wording, index: Index) -> Differing:
    if one.kind is None or one.b2 - one.b1 > _WEIGHED:
        return one
    book = index.book
    quoted = excerpt.cut(one.a1, one.a2)
    original = book.cut(index.words[one.b1], index.words[one.b2 - 1] + 1) if one.b1 < one.b2 else ""
    ours = excerpt.text[max(0, excerpt.starts[one.a1] - _AROUND) : excerpt.starts[one.a1]] if quoted else ""
    theirs = ""
    if original:
        at = book.starts[index.words[one.b1]]
        theirs = book.text[max(0, at - _AROUND) : at]
    weights = weights_of(quoted, original, (ours, theirs))
    if one.kind is DepartureKind.SPELLING:  # it is one word, if it is no name
        known = any(map(is_english_word, excerpt.forms[one.a1 : one.a2] + index.forms[one.b1 : one.b2]))
        weights = (Weight.NAME,) if Weight.NAME in weights and not known else ()
    return Differing(one.kind, one.a1, one.a2, one.b1, one.b2, weights)
