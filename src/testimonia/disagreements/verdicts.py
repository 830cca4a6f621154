"""What sort of difference a change of words is: a number, a date, a name, a place, a denial, or the wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Cause, DiscrepancyKind
from ..words.amounts import read_number
from ..words.calendars import MONTHS
from ..words.gazetteer import is_known_place
from ..words.lexicon import is_common_word, is_english_word
from ..words.stems import is_function_word
from ..words.variants import is_near_spelling, letters_apart, plain_form, romanised_alike, same_word
from .changes import Change
from .sayings import Token

__all__ = ["FEW", "TO_THE_LETTER_SURE", "judge"]

_TO_THE_LETTER, TO_THE_LETTER_SURE = 15.0, 0.6
_WHO = frozenset("those these us we they all some both none each every most many i he she you".split())
FEW = 5.0  # of what agrees around: where an excerpt ends near by, few words that all agree will do
_MUCH = 3  # words that say something, against a word that says nothing
_NEGATIONS = frozenset(
    "not no never nor neither without cannot none nothing nobody didn't wasn't weren't isn't aren't hadn't hasn't "
    "haven't won't wouldn't couldn't don't doesn't can't".split()
)
_MONEY = re.compile(
    r"[£$€¥]|\b(?:pounds?|rou?bles?|dollars?|francs?|marks?|guineas?|crowns?|kroner|shillings?)\b", re.I
)


def judge(change: Change, *, one_sided: bool) -> tuple[DiscrepancyKind, Cause | None, float] | None:
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


def _are_capitals(change: Change) -> bool:
    return change.run.a_text[change.a[0].start].isupper() and change.run.b_text[change.b[0].start].isupper()


def _named_sides(names: list[list[Token]], change: Change) -> list[tuple[list[Token], str]]:
    return [(names[0], change.run.a_text), (names[1], change.run.b_text)]


def _judge_closely(change: Change) -> tuple[DiscrepancyKind, Cause | None, float] | None:
    """What another ending or another pronoun comes to: in words quoted otherwise to the letter, it is a change."""
    plain = change.agreeing >= _TO_THE_LETTER or (change.share >= 0.95 and change.agreeing >= FEW)
    if not plain or not change.a or not change.b or max(len(change.a), len(change.b)) > 3:
        return None
    one, other = _joined(change.a), _joined(change.b)
    spoken = {t.low for t in change.a} ^ {t.low for t in change.b}
    if spoken & _WHO or (one != other and any(t.key for t in (*change.a, *change.b))):
        return DiscrepancyKind.WORDING, None, TO_THE_LETTER_SURE
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


def _kind_of_number(change: Change) -> DiscrepancyKind:
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


def _judge_names(one: Token, other: Token, change: Change) -> tuple[DiscrepancyKind, Cause | None, float] | None:
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
