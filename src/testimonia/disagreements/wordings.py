"""One sentence printed twice in other words: what stands here against what stands there.

Texts that depend on each other are gone through piece by piece, and so are sentences that share most of their words.
Where words between two that agree differ, they are set side by side: a number, a date, a name, a negation, or the
wording. A mark of omission excuses what it leaves out; other spellings and other endings of a word are no difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model import Cause, Dependence, DependenceKind, DiscrepancyKind, Reason, Sourcebook, Span
from ..words.amounts import read_number
from ..words.calendars import MONTHS
from ..words.gazetteer import is_known_place
from ..words.lexicon import is_common_word, is_english_word
from ..words.stems import is_function_word
from ..words.variants import is_near_spelling, letters_apart, plain_form, romanised_alike, same_word
from .differences import Difference, Words
from .edges import is_trifle, trimmed
from .sayings import Pair, Saying, Sayings, Token

__all__ = ["differing_words"]

_LONG = 14  # words: what is longer is no change of words but another sentence
_FREE = 6  # words: in texts that are not one document, a change is short
_RUN = 3  # words that agree right around a change
_BESIDE = 7  # words on either side that are looked at
_AGREEING, _AGREEING_TRANSLATED = 10.0, 7.0  # of 28 at most
_TO_THE_LETTER, _TO_THE_LETTER_SURE = 15.0, 0.6
_AGREEING_STRICTLY = 13.0
_TRIFLE = 0.4
_WHO = frozenset("those these us we they all some both none each every most many i he she you".split())
_AGREEING_ON_FACTS = 17.0
_FEW, _NEARLY_ALL = 5.0, 0.8  # where an excerpt ends near by, few words that all agree will do
_ASIDE = 250  # code points: no bracket is longer
_SHARED = 0.3  # of the words that say something, in sentences that may be one
_TOLD_ONCE = 2  # times that sentences of two texts differ in the same words
_MUCH = 3  # words that say something, against a word that says nothing
_EDGE = 4  # words between the first that agree and the beginning of the excerpts
_NAME = 4  # letters of a word of a name
_LINKS = frozenset(("the", "a", "an", "of"))
_FACTS = frozenset((DiscrepancyKind.DATE, DiscrepancyKind.NUMBER, DiscrepancyKind.AMOUNT, DiscrepancyKind.NAME))
_SENTENCE = re.compile(r"[.!?]\s*[\"'”’)]*\s|[;/]|\n")
_REFERENCE = re.compile(r"\b1[5-9]\d\d|\b20\d\d")  # a year, as references in brackets have
_TURN = re.compile(r"\)\s*:|\b[A-Z]{3,}:")  # where somebody else begins to speak
_OMITTED = re.compile(r"\.\s?\.\s?\.|…|\[[^\]]*\]|\*\s?\*\s?\*")
_NEGATIONS = frozenset(
    "not no never nor neither without cannot none nothing nobody didn't wasn't weren't isn't aren't hadn't hasn't "
    "haven't won't wouldn't couldn't don't doesn't can't".split()
)
_MONEY = re.compile(
    r"[£$€¥]|\b(?:pounds?|rou?bles?|dollars?|francs?|marks?|guineas?|crowns?|kroner|shillings?)\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one record that answer words of another."""

    a: list[Token]
    b: list[Token]
    a_text: str
    b_text: str
    at_start: bool = False  # of both excerpts, so that nothing stands before the first words
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """Words between words that agree; ``i`` and ``j`` are bounds in the runs, ``a`` and ``b`` the words that count."""

    run: _Run
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


def differing_words(book: Sourcebook, sayings: Sayings, alike: Sequence[Pair]) -> Iterator[Difference]:
    """What is worded differently in texts and sentences that answer each other."""
    done: set[tuple[str, str]] = set()
    for dependence in book.dependences:
        first, second = sayings.of_record.get(dependence.a), sayings.of_record.get(dependence.b)
        if not first or not second:
            continue
        done.add((dependence.a, dependence.b))
        translated = dependence.kind is DependenceKind.SAME_DOCUMENT
        for run in _runs(dependence, first, second):
            longest = _LONG if translated else _FREE
            yield from _of_run(run, first, second, longest, translated, dependence.kind is DependenceKind.DERIVES)
    told: defaultdict[tuple[str, str], list[Difference]] = defaultdict(list)
    for pair in alike:
        if (pair.a.record.id, pair.b.record.id) in done or len(pair.shared) < 3:
            continue
        if len(pair.shared) < _SHARED * min(len(pair.a.features), len(pair.b.features)):
            continue
        run = _Run(pair.a.tokens, pair.b.tokens, pair.a.text, pair.b.text)
        if _is_one_sentence(run):
            for difference in _of_run(run, [pair.a], [pair.b], _FREE, False, True):
                if difference.kind is DiscrepancyKind.NAME and _are_in_brackets(difference):
                    continue  # what an editor says of two documents is no telling of one thing
                if difference.kind is not DiscrepancyKind.DATE:  # two letters of two days may begin in the same words
                    told[_says(difference.a), _says(difference.b)].append(difference)
    for same in told.values():
        if len(same) <= _TOLD_ONCE:  # what is worded so over and over is a formula, said of one thing after another
            yield from same


def _are_in_brackets(difference: Difference) -> bool:
    return all(_is_in(side.saying.text, side.start, "[]") for side in (difference.a, difference.b))


def _says(words: Words) -> str:
    return words.saying.text[words.start : words.end].lower()


def _is_one_sentence(run: _Run) -> bool:
    blocks = _matcher(run).get_matching_blocks()
    agree = sum(block.size for block in blocks)
    longest = max(blocks, key=lambda block: block.size)
    content = sum(bool(token.key) for token in run.a[longest.a : longest.a + longest.size])
    shorter = min(len(run.a), len(run.b))
    return (agree >= 0.6 * shorter and shorter >= 6) or (longest.size >= 5 and content >= 2) or content >= 3


def _runs(dependence: Dependence, first: list[Saying], second: list[Saying]) -> Iterator[_Run]:
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
) -> _Run:
    a_from, a_to = _bounds(a_all, chain[0][0].start, chain[-1][0].end)
    b_from, b_to = _bounds(b_all, chain[0][1].start, chain[-1][1].end)
    if a_from <= _EDGE and b_from <= _EDGE:  # what stands before the first words that agree is the beginning of both
        a_from = b_from = 0
    if len(a_all) - a_to <= _EDGE and len(b_all) - b_to <= _EDGE:
        a_to, b_to = len(a_all), len(b_all)
    at_start = a_from == b_from == 0
    at_end = a_to == len(a_all) and b_to == len(b_all)
    return _Run(a_all[a_from:a_to], b_all[b_from:b_to], first[0].text, second[0].text, at_start, at_end)


def _bounds(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """The first token of a stretch of the text, and the first behind it."""
    first = next((n for n, token in enumerate(tokens) if token.end > start), len(tokens))
    last = next((n for n in range(first, len(tokens)) if tokens[n].start >= end), len(tokens))
    return first, last


def _form(token: Token) -> str:
    return token.key if token.named is not None else plain_form(token.low)


def _matcher(run: _Run) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [_form(t) for t in run.a], [_form(t) for t in run.b], autojunk=False)


_Code = tuple[str, int, int, int, int]
_Alone = tuple[list[bool], list[bool]]  # which words of either side agree with none


def _joined_codes(run: _Run, found: list[_Code], alone: _Alone) -> list[_Code]:
    """What agrees and what differs, two changes with nothing but a "the" or an "of" between them as one.

    Two changes stay two where, as one, they would hold a word that stands near by on the other side.
    """
    codes: list[_Code] = []
    for code in found:
        if len(codes) >= 2 and code[0] != "equal" and codes[-1][0] == "equal" and _is_link(run, codes[-1]):
            joined = ("replace", codes[-2][1], code[2], codes[-2][3], code[4])
            near = joined[2] - joined[1] <= _LONG and joined[4] - joined[3] <= _LONG
            if near and not any(any(moved) for moved in _moved(run, joined, alone)):
                codes[-2:] = [joined]
                continue
        codes.append(code)
    return codes


def _is_link(run: _Run, code: _Code) -> bool:
    return code[2] - code[1] == 1 and run.a[code[1]].low in _LINKS


def _moved(run: _Run, code: _Code, alone: _Alone) -> tuple[list[bool], list[bool]]:
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


def _changes(run: _Run) -> Iterator[_Change]:
    codes: list[_Code] = [*_matcher(run).get_opcodes()]
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
        before = before or _RUN * (run.at_start and i1 == j1 == 0)
        after = after or _RUN * (run.at_end and i2 == len(run.a) and j2 == len(run.b))
        agreeing, share = min(_agreeing(run.a, equal_a, i1, i2), _agreeing(run.b, equal_b, j1, j2))
        yield _Change(run, i1, i2, j1, j2, a, b, before, after, agreeing, share)


def _agreeing(tokens: list[Token], equal: list[bool], start: int, end: int) -> tuple[float, float]:
    """How much of the nearest words agrees, a word that says something counting twice, and what share that is."""
    near = [*range(max(0, start - _BESIDE), start), *range(end, min(len(tokens), end + _BESIDE))]
    weights = [2.0 if tokens[at].key else 1.0 for at in near]
    agreeing = sum(weight for at, weight in zip(near, weights, strict=True) if equal[at])
    return agreeing, agreeing / (sum(weights) or 1.0)


def _of_run(
    run: _Run,
    first: list[Saying],
    second: list[Saying],
    longest: int,
    translated: bool,
    strict: bool,
) -> Iterator[Difference]:
    for change in _changes(run):
        if change.i2 - change.i1 > longest or change.j2 - change.j1 > longest:
            continue
        if change.before + change.after < _RUN or not (change.before and change.after):
            continue
        least = (_AGREEING_TRANSLATED if translated else _AGREEING) + 3.0 * strict
        if change.agreeing < least and (strict or change.agreeing < _FEW or change.share < _NEARLY_ALL):
            continue
        if _crosses(change.a, run.a_text) or _crosses(change.b, run.b_text):
            continue
        if _is_excused(change):
            continue
        judged = _judge(change, one_sided=not translated and not strict)
        if judged is None:
            continue
        kind, cause, weight = judged
        if kind is DiscrepancyKind.WORDING and _is_heading(change):
            continue
        if translated and weight == _TO_THE_LETTER_SURE:
            continue  # translators differ in endings
        if strict and kind is DiscrepancyKind.WORDING and change.agreeing < _AGREEING_STRICTLY and change.share < 0.85:
            continue
        is_count = kind in (DiscrepancyKind.NUMBER, DiscrepancyKind.AMOUNT) and change.share >= 0.9
        if strict and kind in _FACTS and not is_count and change.agreeing < _AGREEING_ON_FACTS:
            continue  # "On 3 May he wrote" and "On 9 May he wrote" tell of two letters
        if kind is DiscrepancyKind.WORDING and cause is None and translated:
            cause = Cause.TRANSLATION
        ours, theirs = change.a, change.b
        reasons: tuple[Reason, ...] = (Reason("the same words stand before and behind in both"),)
        if kind is DiscrepancyKind.WORDING and ours and theirs:
            ours, theirs = trimmed(ours, theirs)
            if is_trifle(ours, theirs):
                weight, reasons = _TRIFLE, (*reasons, Reason("only one word for another of much the same meaning"))
        a, b = (
            _words(ours, run.a, change.i1, run.a_text, first),
            _words(theirs, run.b, change.j1, run.b_text, second),
        )
        if a is None or b is None:
            continue
        yield Difference(
            kind,
            a,
            b,
            _about(change),
            weight,
            cause,
            tuple(sorted({t.named.person for t in (*change.a, *change.b) if t.named is not None})),
            reasons,
            weight * 20,
        )


def _crosses(tokens: list[Token], text: str) -> bool:
    """Whether a sentence ends within the words."""
    return len(tokens) > 1 and bool(_SENTENCE.search(text, tokens[0].start, tokens[-1].start))


def _is_heading(change: _Change) -> bool:
    """Whether the words stand in brackets in both, where an editor says what follows or whence it is taken."""
    for tokens, all_, at, text in (
        (change.a, change.run.a, change.i1, change.run.a_text),
        (change.b, change.run.b, change.j1, change.run.b_text),
    ):
        start = tokens[0].start if tokens else all_[min(at, len(all_) - 1)].start
        if not _is_in(text, start, "[]") and not _REFERENCE.search(_in_brackets(text, start)):
            return False
    return True


def _is_in(text: str, at: int, pair: str) -> bool:
    """Whether a bracket of the pair is open there."""
    opened, closed = text.rfind(pair[0], max(0, at - _ASIDE), at + 1), text.rfind(pair[1], 0, at + 1)
    return opened > closed


def _in_brackets(text: str, at: int) -> str:
    """What stands in the round brackets around a place, empty for none; a reference may lack its second bracket."""
    if not _is_in(text, at, "()"):
        return ""
    end = text.find(")", at, at + _ASIDE)
    return text[text.rfind("(", 0, at + 1) : end if end >= 0 else at]


def _is_excused(change: _Change) -> bool:
    """Whether a mark of omission or a bracket stands where the words differ."""
    inside: list[bool] = []
    omitted: list[bool] = []
    turns: list[bool] = []
    for tokens, all_, at, after, text in (
        (change.a, change.run.a, change.i1, change.i2, change.run.a_text),
        (change.b, change.run.b, change.j1, change.j2, change.run.b_text),
    ):
        start = all_[at - 1].end if at else (tokens[0].start if tokens else 0)
        end = all_[after].start if after < len(all_) else (tokens[-1].end if tokens else start)
        omitted.append(bool(_OMITTED.search(text, start, end)))
        turns.append(bool(_TURN.search(text, start, end)))
        opened, closed = text.rfind("[", max(0, start - _ASIDE), start + 1), text.rfind("]", 0, start + 1)
        inside.append(opened > closed and text.find("]", start, start + _ASIDE) >= 0)
    if omitted[0] != omitted[1] or inside[0] != inside[1] or turns[0] != turns[1]:
        return True
    return omitted[0] and len(change.a) != len(change.b)


def _judge(change: _Change, *, one_sided: bool) -> tuple[DiscrepancyKind, Cause | None, float] | None:
    """What sort of difference it is, its cause and how sure; ``None`` for none that counts."""
    a, b = change.a, change.b
    negated = _negations(a), _negations(b)
    if (negated[0] % 2) != (negated[1] % 2) and min(len(a), len(b)) <= 2 and max(len(a), len(b)) <= 4:
        return DiscrepancyKind.OPPOSITE, None, 0.85
    numbers = _numbers(a), _numbers(b)
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return _kind_of_number(change), None, 0.9
    months = [{MONTHS[t.low] for t in side if t.low in MONTHS and len(t.low) > 2} for side in (a, b)]
    if months[0] and months[1] and months[0] != months[1]:
        return DiscrepancyKind.DATE, None, 0.9
    names = [[t for t in side if _is_name(t, text)] for side, text in ((a, change.run.a_text), (b, change.run.b_text))]
    if len(a) == len(b) == 1 and len(names[0]) + len(names[1]) == 1 and _are_capitals(change):
        names = [list(a), list(b)]
    if len(names[0]) == 1 and len(names[1]) == 1 and len(a) <= 3 and len(b) <= 3:
        return _judge_names(names[0][0], names[1][0], change)
    if names[0] and names[1] and {t.key for t in names[0]} != {t.key for t in names[1]} and len(a) <= 4 and len(b) <= 4:
        lasts = [text[side[-1].start : side[-1].end].split()[-1] for side, text in _named_sides(names, change)]
        if is_near_spelling(lasts[0], lasts[1]):
            return DiscrepancyKind.NAME, Cause.MISPRINT, 0.75
        whole = all(len(side) == len(own) for side, own in zip(names, (a, b), strict=True))
        return (DiscrepancyKind.NAME, None, 0.7) if whole else (DiscrepancyKind.WORDING, None, 0.65)
    content = [[t for t in side if t.key and not is_function_word(t.low)] for side in (a, b)]
    left = [t for t in content[0] if not any(same_word(t.low, o.low) for o in b)]
    right = [t for t in content[1] if not any(same_word(t.low, o.low) for o in a)]
    if not left and not right:
        return _judge_closely(change)
    if _joined(a) == _joined(b):
        return None
    if left and right:
        if max(len(a), len(b)) > 3 * min(len(a), len(b)) + 3:
            return None  # one has a clause more, and what answers the few words stands elsewhere
        if len(left) == len(right) == 1 and _is_misprint(left[0].low, right[0].low):
            return None
        return DiscrepancyKind.WORDING, None, 0.75
    if a and b and max(len(left), len(right)) >= _MUCH:
        return DiscrepancyKind.WORDING, None, 0.55
    if one_sided and change.before >= 2 and change.after >= 2:
        return DiscrepancyKind.WORDING, None, 0.55
    return None


def _negations(tokens: Sequence[Token]) -> int:
    """How many words deny; the "or not" of a question denies nothing."""
    return sum(
        t.low in _NEGATIONS and not (t.low == "not" and n and tokens[n - 1].low == "or") for n, t in enumerate(tokens)
    )


def _are_capitals(change: _Change) -> bool:
    return change.run.a_text[change.a[0].start].isupper() and change.run.b_text[change.b[0].start].isupper()


def _named_sides(names: list[list[Token]], change: _Change) -> list[tuple[list[Token], str]]:
    return [(names[0], change.run.a_text), (names[1], change.run.b_text)]


def _judge_closely(change: _Change) -> tuple[DiscrepancyKind, Cause | None, float] | None:
    """What another ending or another pronoun comes to: in words quoted otherwise to the letter, it is a change."""
    plain = change.agreeing >= _TO_THE_LETTER or (change.share >= 0.95 and change.agreeing >= _FEW)
    if not plain or not change.a or not change.b or max(len(change.a), len(change.b)) > 3:
        return None
    one, other = _joined(change.a), _joined(change.b)
    spoken = {t.low for t in change.a} ^ {t.low for t in change.b}
    if spoken & _WHO or (one != other and any(t.key for t in (*change.a, *change.b))):
        return DiscrepancyKind.WORDING, None, _TO_THE_LETTER_SURE
    return None


def _joined(tokens: Sequence[Token]) -> str:
    return "".join(plain_form(t.low) for t in tokens)


def _is_misprint(one: str, other: str) -> bool:
    """Whether one of two words is no word and a letter or two away from the other."""
    if letters_apart(one, other, 2) > 2:
        return False
    return not is_english_word(one) or not is_english_word(other)


def _numbers(tokens: Sequence[Token]) -> list[float]:
    found = []
    for token in tokens:
        value = read_number(token.low) if token.low not in ("a", "an", "and", "of") else None
        if value is not None:
            found.append(value)
    return found


def _kind_of_number(change: _Change) -> DiscrepancyKind:
    for tokens, all_, at, text in (
        (change.a, change.run.a, change.i1, change.run.a_text),
        (change.b, change.run.b, change.j1, change.run.b_text),
    ):
        end = at + len(tokens)
        near = [t.low for t in all_[max(0, at - 2) : end + 2]]
        around = text[max(0, tokens[0].start - 2) : tokens[-1].end + 14]
        if _MONEY.search(around):
            return DiscrepancyKind.AMOUNT
        years = [t for t in tokens if len(t.low) == 4 and t.low.isdecimal() and 1000 <= int(t.low) <= 2100]
        if years or any(low in MONTHS and len(low) > 2 for low in near):
            return DiscrepancyKind.DATE
    return DiscrepancyKind.NUMBER


def _is_name(token: Token, text: str) -> bool:
    if token.named is not None:
        return True
    word = text[token.start : token.end]
    if not word[:1].isupper() or is_function_word(token.low) or token.low in MONTHS:
        return False
    return not is_common_word(token.low)


def _judge_names(one: Token, other: Token, change: _Change) -> tuple[DiscrepancyKind, Cause | None, float] | None:
    a, b = change.run.a_text[one.start : one.end], change.run.b_text[other.start : other.end]
    last_a, last_b = a.split()[-1], b.split()[-1]
    if one.named is not None and other.named is not None:
        if one.named.person == other.named.person:
            return None
        if last_a.casefold() == last_b.casefold():
            return None
    elif same_word(a.lower(), b.lower()) or a.casefold() in b.casefold() or b.casefold() in a.casefold():
        return None
    if romanised_alike(last_a, last_b):
        return DiscrepancyKind.NAME, Cause.ROMANISATION, 0.6
    if is_near_spelling(last_a, last_b):
        return DiscrepancyKind.NAME, Cause.MISPRINT, 0.8
    if one.named is None and other.named is None and (is_known_place(a) or is_known_place(b)):
        return DiscrepancyKind.PLACE, None, 0.85
    return DiscrepancyKind.NAME, None, 0.8


def _words(tokens: list[Token], all_: list[Token], at: int, text: str, own: list[Saying]) -> Words | None:
    """The words of one side; where it has none, the words on either side of the gap."""
    if tokens:
        start, end = tokens[0].start, tokens[-1].end
    elif 0 < at < len(all_):
        start, end = all_[at - 1].start, all_[at].end
    else:
        return None
    saying = next((s for s in reversed(own) if s.start <= start), own[0])
    return Words(saying, start, end)


def _about(change: _Change) -> str:
    """The words that agree around, as printed on the earlier side."""
    before = change.run.a[max(0, change.i1 - min(change.before, 5)) : change.i1]
    after = change.run.a[change.i2 : change.i2 + min(change.after, 5)]
    parts = [change.run.a_text[side[0].start : side[-1].end] for side in (before, after) if side]
    return " … ".join(" ".join(part.split()) for part in parts)
