"""One sentence printed twice in other words: what stands here against what stands there.

Texts that depend on each other are gone through piece by piece, and so are sentences that share most of their words.
Where words between two that agree differ, they are set side by side: a number, a date, a name, a negation, or the
wording. A mark of omission excuses what it leaves out; other spellings and other endings of a word are no difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..model import Cause, DependenceKind, DiscrepancyKind, Reason, Sourcebook
from .changes import LONG, RUN, Change, Run, changes, is_one_sentence, runs
from .differences import Difference, Words
from .edges import is_trifle, trimmed
from .sayings import Pair, Saying, Sayings, Token
from .verdicts import FEW, TO_THE_LETTER_SURE, judge

__all__ = ["differing_words"]

_FREE = 6  # words: in texts that are not one document, a change is short
_AGREEING, _AGREEING_TRANSLATED = 10.0, 7.0  # of 28 at most
_AGREEING_STRICTLY = 13.0
_TRIFLE = 0.4
_AGREEING_ON_FACTS = 17.0
_NEARLY_ALL = 0.8  # of what stands around, where few words do
_ASIDE = 250  # code points: no bracket is longer
_SHARED = 0.3  # of the words that say something, in sentences that may be one
_TOLD_ONCE = 2  # times that sentences of two texts differ in the same words
_FACTS = frozenset((DiscrepancyKind.DATE, DiscrepancyKind.NUMBER, DiscrepancyKind.AMOUNT, DiscrepancyKind.NAME))
_SENTENCE = re.compile(r"[.!?]\s*[\"'”’)]*\s|[;/]|\n")
_REFERENCE = re.compile(r"\b1[5-9]\d\d|\b20\d\d")  # a year, as references in brackets have
_TURN = re.compile(r"\)\s*:|\b[A-Z]{3,}:")  # where somebody else begins to speak
_OMITTED = re.compile(r"\.\s?\.\s?\.|…|\[[^\]]*\]|\*\s?\*\s?\*")


def differing_words(book: Sourcebook, sayings: Sayings, alike: Sequence[Pair]) -> Iterator[Difference]:
    """What is worded differently in texts and sentences that answer each other."""
    done: set[tuple[str, str]] = set()
    for dependence in book.dependences:
        first, second = sayings.of_record.get(dependence.a), sayings.of_record.get(dependence.b)
        if not first or not second:
            continue
        done.add((dependence.a, dependence.b))
        translated = dependence.kind is DependenceKind.SAME_DOCUMENT
        for run in runs(dependence, first, second):
            longest = LONG if translated else _FREE
            yield from _of_run(run, first, second, longest, translated, dependence.kind is DependenceKind.DERIVES)
    told: defaultdict[tuple[str, str], list[Difference]] = defaultdict(list)
    for pair in alike:
        if (pair.a.record.id, pair.b.record.id) in done or len(pair.shared) < 3:
            continue
        if len(pair.shared) < _SHARED * min(len(pair.a.features), len(pair.b.features)):
            continue
        run = Run(pair.a.tokens, pair.b.tokens, pair.a.text, pair.b.text)
        if is_one_sentence(run):
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


def _of_run(
    run: Run,
    first: list[Saying],
    second: list[Saying],
    longest: int,
    translated: bool,
    strict: bool,
) -> Iterator[Difference]:
    for change in changes(run):
        if change.i2 - change.i1 > longest or change.j2 - change.j1 > longest:
            continue
        if change.before + change.after < RUN or not (change.before and change.after):
            continue
        least = (_AGREEING_TRANSLATED if translated else _AGREEING) + 3.0 * strict
        if change.agreeing < least and (strict or change.agreeing < FEW or change.share < _NEARLY_ALL):
            continue
        if _crosses(change.a, run.a_text) or _crosses(change.b, run.b_text):
            continue
        if _is_excused(change):
            continue
        judged = judge(change, one_sided=not translated and not strict)
        if judged is None:
            continue
        kind, cause, weight = judged
        if (kind is DiscrepancyKind.WORDING or (kind is DiscrepancyKind.DATE and strict)) and _is_heading(change):
            continue
        if translated and weight == TO_THE_LETTER_SURE:
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


def _is_heading(change: Change) -> bool:
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


def _is_excused(change: Change) -> bool:
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


def _about(change: Change) -> str:
    """The words that agree around, as printed on the earlier side."""
    before = change.run.a[max(0, change.i1 - min(change.before, 5)) : change.i1]
    after = change.run.a[change.i2 : change.i2 + min(change.after, 5)]
    parts = [change.run.a_text[side[0].start : side[-1].end] for side in (before, after) if side]
    return " … ".join(" ".join(part.split()) for part in parts)
