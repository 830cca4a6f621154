"""Two words side by side: one name or two, and why."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from .alphabetic import Alignment
from .chinese import Chinese
from .forms import OTHER_FORM, plainer_forms
from .letters import fold, is_cyrillic, plain, signless
from .likeness import SAME_NAME, Explanation, How, Likeness
from .misprints import describe_slips, score_slips
from .scripts import Script
from .skeletons import loose_distance
from .slavic import Slavic, side_by_side

__all__ = ["compare_words", "explain_word", "known_scripts", "lookup_keys_of"]

_SLIP_GATE = 2  # classes two words may be apart for a misprint to be looked for
_SURE = 0.85  # a romanisation from here on needs no other account
_ACCENTS = 0.97  # the same letters, accents and apostrophes left aside
_NOTHING = Likeness(0.05, How.DIFFERENT, "No romanisation and no likely misprint leads from one to the other.")


@cache
def known_scripts() -> tuple[Script, ...]:
    """The scripts that are asked, in this order."""
    return (Slavic(), Chinese())


@lru_cache(maxsize=65536)
def lookup_keys_of(word: str) -> frozenset[str]:
    """The keys of all scripts."""
    return frozenset().union(*(script.lookup_keys(word) for script in known_scripts()))


@lru_cache(maxsize=8192)
def explain_word(word: str) -> tuple[Explanation, ...]:
    """What a word may romanise in any script, likeliest first."""
    found = [explanation for script in known_scripts() for explanation in script.explain(word)]
    return tuple(sorted(found, key=lambda explanation: -explanation.confidence))


@lru_cache(maxsize=65536)
def compare_words(a: str, b: str) -> Likeness:
    """How much two words (one part of a name each) look like one name, and why."""
    left, right = fold(a), fold(b)
    if left == right:
        return Likeness(1.0, How.SAME, "The same letters.")
    if not left or not right:
        return Likeness(0.0, How.DIFFERENT, "One of them is empty.")
    if left > right:  # one order, so that the answer is the same both ways
        return _turned(compare_words(b, a))
    found = [likeness for script in known_scripts() if (likeness := script.compare(a, b)) is not None]
    best = max(found, key=lambda likeness: likeness.score, default=None)
    if _letters(left) == _letters(right) and (best is None or best.score < _ACCENTS):
        best = replace(best or _NOTHING, score=_ACCENTS, how=How.SAME, why="The same letters but for accents or signs.")
    if best is not None and best.score >= _SURE:
        return best
    other = _other_form(left, right) or _misprinted(left, right)
    if other is not None and (best is None or other.score > best.score):
        best = other
    return best or _NOTHING


def _letters(folded: str) -> str:
    return signless(plain(folded)).replace("-", "")


def _turned(likeness: Likeness) -> Likeness:
    return replace(likeness, a_schemes=likeness.b_schemes, b_schemes=likeness.a_schemes)


def _misprinted(left: str, right: str) -> Likeness | None:
    distance = loose_distance(left, right)
    if distance > _SLIP_GATE:
        return None
    script = side_by_side()
    found: Alignment | None = None
    for slips in range(max(1, distance), 3):
        found = script.align(left, right, slips=slips)
        if found is not None and found.slips:
            break
    if found is None or not found.slips:
        return None
    score = score_slips(left, right, found.slips)
    if not found.a_mask or not found.b_mask:
        score -= 0.08
    against = ["Names one letter apart are often two names."] if score < SAME_NAME else []
    if is_cyrillic(left) != is_cyrillic(right):
        score -= 0.05
    what = describe_slips(found.slips)
    return Likeness(round(max(0.05, score), 3), How.MISPRINT, f"One may be a misprint: {what}.", tuple(against))


def _other_form(left: str, right: str) -> Likeness | None:
    for made, other in ((left, right), (right, left)):
        for plainer, kind in plainer_forms(made):
            if plainer == other:
                same = True
            else:
                found = Slavic().compare(*sorted((plainer, other)))
                same = found is not None and found.score >= 0.8
            if same:
                against = {
                    "feminine form": "The feminine form names a woman of the family, seldom the same person.",
                    "word made from the name": "It is a word for followers or views, not the person.",
                }.get(kind)
                return Likeness(
                    OTHER_FORM,
                    How.OTHER_FORM,
                    f"‘{made.capitalize()}’ is a {kind} of ‘{other.capitalize()}’.",
                    (against,) if against else (),
                )
    return None
