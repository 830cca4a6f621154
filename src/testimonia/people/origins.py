"""What the spellings of a family name are romanised from, by which scheme, and how sure that is.

A spelling by itself tells little; the habit of the page tells more: the scheme that yields most of its names decides
between schemes that yield one spelling alike, and lets a name be explained that is met but once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .likenesses import origin_of_both
from .spellings import ends_as_names_do, explain
from .spellings.schemes import schemes

__all__ = ["STATED", "Habit", "Origin", "habit_of", "origins_of_person"]

STATED = 0.75  # from this sureness an original is stated; what is less sure is shown as perhaps so
SHOWN = 0.6  # what is less sure is not shown
_LOOKED_FOR = 0.55
_OF_THE_HABIT = 0.08  # more where the scheme of the page yields the spelling
_TOLD_TWICE = 0.06  # more for an original that two spellings are romanised from
_BY_TWO = 0.7  # how sure what two spellings are romanised from is where each by itself might be of any language
_OTHER_LANGUAGE = 0.15  # less for Ukrainian where a Russian original is there too and the page's habit is not Ukrainian
_SIGNS = re.compile(r"(?<=[бвгджзкмнпрстфхцчшщ])ь(?=[бвгджзклмнпрстфхцчшщ])")
_USUAL_SIGNS = re.compile(r"(?<=[аеёиоуыэюя])(?:[зст]ь(?=[кмб])|нь(?=[кш])|рь(?=к))")
_OPENING_SIGN = re.compile(r"^[бвгджзкмнпрстфхцчшщ]*[бвгджзкмнпрстфхцчшщл]ь")
_SHCH = re.compile(r"shch|sc|stch|chtch|szcz|schtsch|schts|š|ŝ|shh", re.IGNORECASE)
_HIATUS = re.compile(r"уи(?=[бвгджзкмнпрстфхцчшщ])|[ао]и(?=[цвк])")  # where an й stands as a rule
_SELDOM = re.compile(r"ольч|[уе]ли?янов")
_NO_END = frozenset("bdglmnprtux")  # no end that is hardly met outside the Russian-speaking lands is spelt with one
_HARD_C = re.compile(r"c(?=[aoulrnm])", re.IGNORECASE)  # a c that is a k in names as English books have them
_FEWEST, _SHARE = 12, 0.25  # places, and the share of all, that a scheme yields before it is the habit of a page
_SHARE_EXPLAINED = 0.7  # of the places that any scheme explains
_RARE = 0.2  # a scheme as rare is nobody's habit: it stands for mixtures


@dataclass(frozen=True, slots=True)
class Origin:
    """An original, the scheme that yields the spelling from it (``None``: none alone) and how sure it is (0 to 1)."""

    original: str
    scheme: str | None
    sureness: float


@dataclass(frozen=True, slots=True)
class _Reading:
    original: str
    script: str
    schemes: tuple[str, ...]
    sureness: float


@dataclass(frozen=True, slots=True)
class Habit:
    """How a page romanises: ``scheme`` is the one that yields most of its names; ``None`` where none yields many."""

    scheme: str | None = None

    def choose(self, schemes: Iterable[str]) -> str | None:
        """Of the schemes that yield a spelling that of the page, or the likeliest."""
        listed = list(schemes)  # the likeliest first
        return self.scheme if self.scheme in listed else next(iter(listed), None)


def _strangeness(original: str, spelling: str) -> float:
    """What is taken off for letters that a name seldom has and the spelling does not show.

    >>> _strangeness("Вьланов", "Vlanov") > 0, _strangeness("Сельцов", "Seltsov")
    (True, 0.0)
    """
    low = original.casefold()
    strange = 0.12 * max(0, len(_SIGNS.findall(low)) - len(_USUAL_SIGNS.findall(low)))
    if _OPENING_SIGN.match(low):
        strange += 0.15
    if "щ" in low and not _SHCH.search(spelling):
        strange += 0.2
    if _HIATUS.search(low):
        strange += 0.06
    if _SELDOM.search(low):
        strange += 0.12
    return strange


@cache
def _readings(spelling: str) -> tuple[_Reading, ...]:
    """What a family name may be read as, likeliest first."""
    word = spelling.split()[-1] if spelling else ""
    if word[-1:] in _NO_END:
        return ()
    hard = _HARD_C.sub("k", word)
    found = []
    for printed in dict.fromkeys((word, hard)):
        for explanation in explain(printed, _LOOKED_FOR):
            if not explanation.original or not explanation.schemes:
                continue
            sureness = explanation.confidence - _strangeness(explanation.original, printed)
            if hard != word and printed == word and "ц" in explanation.original.casefold():
                sureness -= 0.2
            yielding = explanation.schemes if printed == word else ()
            found.append(_Reading(explanation.original, explanation.script, yielding, sureness))
    return tuple(sorted(found, key=lambda reading: -reading.sureness))


def habit_of(families: Mapping[str, int]) -> Habit:
    """The habit of a page by its family names and how often each is met."""
    uses: Counter[str] = Counter()
    explained = 0
    rare = {scheme.name for scheme in schemes() if scheme.rare >= _RARE}
    for family, times in families.items():
        for reading in _readings(family)[:1]:
            if reading.sureness >= SHOWN:
                explained += times
                uses.update(dict.fromkeys((name for name in reading.schemes if name not in rare), times))
    most = max(uses, key=lambda name: uses[name], default=None)
    needed = max(_FEWEST, _SHARE * sum(families.values()), _SHARE_EXPLAINED * explained)
    return Habit(most if most is not None and uses[most] >= needed else None)


def _weighed(spelling: str, habit: Habit) -> dict[str, tuple[float, tuple[str, ...]]]:
    """For each original of a spelling how sure it is by the page's habit, and the schemes that yield it."""
    readings = _readings(spelling)
    russian = any(reading.script == "russian" for reading in readings)
    foreign = habit.scheme is not None and "Ukrainian" in habit.scheme
    found: dict[str, tuple[float, tuple[str, ...]]] = {}
    for reading in readings:
        sureness = reading.sureness + (_OF_THE_HABIT if habit.scheme in reading.schemes else 0.0)
        if reading.script == "ukrainian" and russian and not foreign:
            sureness -= _OTHER_LANGUAGE
        if reading.original not in found:
            found[reading.original] = (sureness, reading.schemes)
    return found


def origins_of_person(families: Sequence[str], habit: Habit) -> dict[str, Origin]:
    """For each spelling of one person's family name its origin: the one original that explains most places.

    A name that is met in one place is explained only if the habit of the page explains it.
    """
    counts = Counter(families)
    weighed = {family: _weighed(family, habit) for family in counts}
    votes: dict[str, float] = defaultdict(float)
    for family, origins in weighed.items():
        for original, (sureness, _) in origins.items():
            votes[original] += sureness * counts[family] / len(families)
    first = min(counts, key=lambda family: (-counts[family], family), default="")
    for family in counts:
        both = origin_of_both(first, family) if family != first else None
        if both is None:
            continue
        original, *yielding = both
        for spelling, yields in zip((first, family), yielding, strict=True):
            known = weighed[spelling].get(original)
            if known is not None:
                weighed[spelling][original] = (known[0] + _TOLD_TWICE, known[1])
            elif ends_as_names_do(original):
                weighed[spelling][original] = (_BY_TWO - _strangeness(original, spelling), yields)
        votes[original] += _TOLD_TWICE
    best = max(votes, key=lambda original: votes[original], default=None)
    if best is None:
        return {}
    found = {}
    for family, origins in weighed.items():
        sureness, by = origins.get(best, (0.0, ()))
        by_habit = habit.scheme is not None and habit.scheme in by
        if sureness >= SHOWN and (len(families) > 1 or by_habit):
            found[family] = Origin(best, habit.choose(by), round(min(sureness, 0.97), 2))
    return found
