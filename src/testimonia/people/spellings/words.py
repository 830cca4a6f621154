"""Two words side by side: one name or two, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from testimonia.words.letters import fold, is_cyrillic, plain, signless, written_out

from .alignments import Alignment, align
from .chinese import Chinese
from .forms import OTHER_FORM, plainer_forms
from .likeness import SAME_NAME, Explanation, How, Likeness
from .misprints import describe_slips, score_slips
from .readings import LEAST_LOOKS
from .scripts import Script
from .skeletons import loose_distance
from .slavic import Slavic, read_alone, side_by_side
from .slips import SLIP_COST

__all__ = ["compare_words", "explain_word", "known_scripts", "lookup_keys_of"]

_SLIP_GATE = 2  # classes two words may be apart for a misprint to be looked for
_LONG = 8  # letters from which two slips are looked for: in shorter words they make another
_READING = 0.6  # what an unlikely reading takes from the looks
_MARGIN = 2  # letters kept beside a difference: a digraph may reach into it
_FREE, _BESIDE = 0.2, 0.25  # what a walk may cost beside its slips for nothing; the most that counts against it
_TWO_SCRIPTS = 0.05  # less where one side is in its own script
_GIVEN_NAME = 0.95  # how sure an explanation is that the list of given names bears out
_SURE_GIVEN = 0.6  # a romanisation of a listed given name: its looks do not matter
_SURE = 0.85  # a romanisation from here on needs no other account
_WRITTEN_OUT = 0.95  # Möller and Moeller
_ACCENTS = 0.97  # the same letters, accents and apostrophes left aside
_TWO_LETTERS = re.compile("[äöüøåæœß]|ae|oe|ue|aa|ss")
_NOTHING = Likeness(0.05, How.DIFFERENT, "No romanisation and no likely misprint leads from one to the other.")


@cache
def known_scripts() -> tuple[Script, ...]:
    """The scripts that are asked, in this order."""
    return (Slavic(), Chinese())


@lru_cache(maxsize=65536)
def lookup_keys_of(word: str) -> frozenset[str]:
    """The keys of all scripts, and one that a word shares with its spelling without letters of German type."""
    folded = fold(word)
    keys = [script.lookup_keys(word) for script in known_scripts()]
    if _TWO_LETTERS.search(folded):
        keys.append(frozenset((f"out:{written_out(folded)}",)))
    return frozenset().union(*keys)


@lru_cache(maxsize=8192)
def explain_word(word: str, least: float = LEAST_LOOKS) -> tuple[Explanation, ...]:
    """What a word may romanise in any script, likeliest first; a known given name before all that is guessed."""
    found = [explanation for script in known_scripts() for explanation in script.explain(word, least)]
    found.sort(key=lambda explanation: -explanation.confidence)
    from .given_names import family_of_given_names

    numbers = family_of_given_names(word)
    if not numbers:
        return tuple(found)
    given = _as_given_name(word, numbers)
    if given is None:  # Martin, Jozef: a name of another language, whatever a surname might look like
        return tuple(other for other in found if other.original is None)
    return (given, *(other for other in found if other.original != given.original))


def _as_given_name(word: str, numbers: Iterable[int]) -> Explanation | None:
    """The word as a romanisation of a Russian or Ukrainian given name that the list has."""
    from .given_names import given_name_groups

    groups = given_name_groups()
    for number in numbers:
        for original in groups[number].in_own_script:
            likeness = Slavic().compare(word, original)
            if likeness is not None and likeness.script and likeness.a_schemes and likeness.score >= _SURE_GIVEN:
                return Explanation(likeness.script, original, likeness.a_schemes, _GIVEN_NAME)
    return None


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
    if left.count("-") == right.count("-") > 0 and len(left) > 3 < len(right):
        parts = [compare_words(one, other) for one, other in zip(left.split("-"), right.split("-"), strict=True)]
        weakest = min(parts, key=lambda part: part.score)
        if all(part.how is not How.DIFFERENT for part in parts):
            return replace(weakest, why=" ".join(dict.fromkeys(part.why for part in parts)), original=None)
    found = [likeness for script in known_scripts() if (likeness := script.compare(a, b)) is not None]
    best = max(found, key=lambda likeness: likeness.score, default=None)
    if _letters(left) == _letters(right) and (best is None or best.score < _ACCENTS):
        best = replace(best or _NOTHING, score=_ACCENTS, how=How.SAME, why="The same letters but for accents or signs.")
    if signless(written_out(left)) == signless(written_out(right)) and (best is None or best.score < _WRITTEN_OUT):
        best = replace(
            best or _NOTHING, score=_WRITTEN_OUT, how=How.SAME, why="One has letters that the other writes out."
        )
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
    start, end = _alike_ends(left, right)
    one, other = left[start : len(left) - end], right[start : len(right) - end]
    after = "" if not start else "a" if left[start - 1] in "aeiouy" else "t"
    script = side_by_side()
    found: Alignment | None = None
    for slips in (1, 2) if min(len(left), len(right)) >= _LONG else (1,):
        found = align(script, one, other, slips=slips, after=after)
        if found is not None:
            break
    if found is None:
        return None
    slipped = [replace(slip, at=slip.at + start) for slip in found.slips]
    score = score_slips(left, right, slipped, (_looks(left), _looks(right)))
    # what the walk cost beside its slips: habits mixed, two languages, unlikely letters
    beside = found.cost - sum(SLIP_COST[slip.slip] for slip in slipped)
    score -= min(_BESIDE, max(0.0, beside - _FREE))
    against = ["Names one letter apart are often two names."] if score < SAME_NAME else []
    if is_cyrillic(left) != is_cyrillic(right):
        score -= _TWO_SCRIPTS
    what = describe_slips(slipped)
    return Likeness(round(max(0.05, score), 3), How.MISPRINT, f"One may be a misprint: {what}.", tuple(against))


def _looks(folded: str) -> float:
    """How much a word looks like a name, an unlikely reading counted against it."""
    reading = read_alone(folded)
    return max(0.0, reading.looks - _READING * max(0.0, reading.cost)) if reading is not None else 0.0


def _alike_ends(a: str, b: str) -> tuple[int, int]:
    """How many letters are alike at the beginning and the end, less two that may belong to what differs."""
    shorter = min(len(a), len(b))
    start = 0
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return max(0, start - _MARGIN), max(0, end - _MARGIN)


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
