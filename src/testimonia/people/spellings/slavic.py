"""Russian and Ukrainian: what two spellings of a word make of one original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from testimonia.words.letters import fold

from .alignments import align
from .alphabetic import STRAY, AlphabeticScript
from .likeness import Explanation, How, Likeness
from .readings import LEAST_LOOKS, explain, read
from .schemes import alphabets, schemes
from .skeletons import skeletons

__all__ = ["Slavic", "ends_as_names_do", "read_alone", "russian", "side_by_side", "ukrainian"]

_ROMANISED = 0.97  # both sides explained, the original surely a name of the language
_WEAK_LOOK = 0.03  # less where the original's end is met in other languages too
_NO_LOOK = 0.09  # less where nothing shows the language
_MIXED_SIDE = 0.05  # less for a side that no one scheme yields
_CROSSED = 0.1  # less where one side romanises the Russian, the other the Ukrainian form
_CROSSED_RUSSIAN = 0.4  # the same for y and i in a name that does not end as Ukrainian names do: Bolin, Bolyn
_TO_UKRAINIAN = str.maketrans("ыэёъ", "иее'")
_FOREIGN_LOOK = 0.08  # less where a name that only Ukrainian schemes yield does not end as Ukrainian names do
_SURELY_RUSSIAN = 0.85  # an explanation from here on needs no Ukrainian one beside it, unless the print shows one
_LIKE_UKRAINIAN = re.compile(r"[іїєґ]|(?<![kscztp])h|[bcdfgklmnprstvz]y[bcdfgklmnprstvz]|(?:iv|enko|uk|ets|yi|yj)$")
_STRONG = 0.8  # an end from here on is hardly met in other languages
_ODD = 0.12  # less, at most, where letters go together as in no listed name
_SURPRISE = 0.08  # how far from its likeliest reading a side may be taken for nothing
_WORST_SURPRISE = 0.5  # the most that is taken off for it
_WORST = 0.3  # never less: there is an original that both can come from
_SHORT = 0.05  # less for a name of three letters or fewer


@cache
def russian() -> AlphabeticScript:
    """Russian, by its own schemes alone."""
    return AlphabeticScript(alphabets()["russian"], schemes("russian"))


@cache
def ukrainian() -> AlphabeticScript:
    """Ukrainian, by its own schemes alone."""
    return AlphabeticScript(alphabets()["ukrainian"], schemes("ukrainian"))


@cache
def side_by_side() -> AlphabeticScript:
    """Russian and Ukrainian at once: what a pair of spellings is laid side by side in."""
    return AlphabeticScript(alphabets()["russian"], schemes("russian"), ukrainian(), russian())


def ends_as_names_do(original: str) -> bool:
    """Whether an original in its own script ends as Russian or Ukrainian names do.

    >>> ends_as_names_do("Бураков"), ends_as_names_do("Хазёр")
    (True, False)
    """
    return bool(russian().looks.plausibility(original.casefold()))


class Slavic:
    """Russian and Ukrainian behind the interface of every script."""

    name = "cyrillic"

    def lookup_keys(self, word: str) -> frozenset[str]:
        """The word's skeletons."""
        return skeletons(word)

    @lru_cache(maxsize=8192)  # noqa: B019  a script lives as long as the program
    def explain(self, word: str, least: float = LEAST_LOOKS) -> tuple[Explanation, ...]:
        """The originals a word may romanise, likeliest first."""
        found = explain(russian(), word, least)
        if not found or found[0].confidence < _SURELY_RUSSIAN or _LIKE_UKRAINIAN.search(fold(word)):
            found = (*found, *explain(ukrainian(), word, least))
        return tuple(sorted(found, key=lambda explanation: -explanation.confidence))

    def compare(self, a: str, b: str) -> Likeness | None:
        """Both words as romanisations of one Russian or Ukrainian name."""
        if not skeletons(a) & skeletons(b):
            return None
        return _romanised(fold(a), fold(b))


@dataclass(frozen=True, slots=True)
class Reading:
    """The likeliest reading of one word by itself.

    ``cost`` is what it takes, the rarity of its scheme among it; ``looks`` (0 to 1) how much ``original`` looks like a
    name of the language; ``mask`` has the bits of the schemes, 0 where habits are mixed.
    """

    cost: float
    looks: float
    mask: int
    original: str


@lru_cache(maxsize=16384)
def read_alone(word: str) -> Reading | None:
    """The likeliest reading of a folded word; ``None`` where the tables have none."""
    script = side_by_side()
    found = read(script, word)
    if found is None:
        return None
    cost, mask, letters = found
    original = script.looks.restored(letters)
    looks = max(0.0, script.looks.plausibility(original) - script.looks.oddness(original))
    return Reading(cost + script.rare(mask), looks, mask, original)


@dataclass(slots=True)
class _Verdict:
    """A score on its way down, with what brought it there."""

    score: float
    against: list[str]

    def less(self, by: float, why: str = "") -> None:
        self.score -= by
        if why:
            self.against.append(why)


@dataclass(frozen=True, slots=True)
class _Shared:
    """An original that both words can come from, the bits of each one's schemes, and how it was found.

    ``surprise`` is how far it lies from the likeliest reading of one of them by itself; ``y_for_i`` says that one
    prints y where the other has i.
    """

    original: str
    a_mask: int
    b_mask: int
    surprise: float
    y_for_i: bool


def _shared(left: str, right: str) -> _Shared | None:
    script = side_by_side()
    if not script.inventories.may_be_alike(left, right):
        return None
    one, other = read_alone(left), read_alone(right)
    if (
        one is not None
        and other is not None
        and one.original == other.original
        and _both(one.mask & script.own_mask, other.mask & script.own_mask)
    ):  # each by itself is read as the other: no walk over both can do better
        return _Shared(one.original, one.mask, other.mask, 0.0, False)
    found = align(script, left, right)
    if found is None or found.original is None:
        return None
    surprise = max(
        found.cost - script.rare(found.b_mask) - (one.cost if one else 0.0),
        found.cost - script.rare(found.a_mask) - (other.cost if other else 0.0),
    )
    y_for_i = any(step.letters == "и" and {step.a, step.b} == {"i", "y"} for step in found.steps)
    return _Shared(script.looks.restored(found.original), found.a_mask, found.b_mask, surprise, y_for_i)


def _romanised(left: str, right: str) -> Likeness | None:
    shared = _shared(left, right)
    if shared is None:
        return None
    script = side_by_side()
    original, a_mask, b_mask, surprise = shared.original, shared.a_mask, shared.b_mask, shared.surprise
    verdict = _Verdict(_ROMANISED, [])
    _weigh_looks(verdict, original, surprise)
    language, mask = "Russian", script.own_mask
    if not _both(a_mask & mask, b_mask & mask):
        in_ukrainian = _as_ukrainian(left, right)
        if in_ukrainian is not None and _both(a_mask & script.related_mask, b_mask & script.related_mask):
            language, mask, original = "Ukrainian", script.related_mask, in_ukrainian
            if ukrainian().looks.plausibility(original) < _STRONG:
                verdict.score = min(verdict.score, _ROMANISED - _FOREIGN_LOOK)
        elif _both(a_mask, b_mask):
            language, mask = "Russian and Ukrainian", script.own_mask | script.related_mask
            surprise -= STRAY
            is_ukrainian = ukrainian().looks.plausibility(_in_ukrainian_letters(original)) >= _STRONG
            verdict.less(
                _CROSSED_RUSSIAN if shared.y_for_i and not is_ukrainian else _CROSSED,
                "One romanises the Russian, the other the Ukrainian form of the name.",
            )
    for side, printed in ((a_mask, left), (b_mask, right)):
        if not side:
            verdict.less(_MIXED_SIDE, f"‘{printed.capitalize()}’ mixes the habits of several schemes.")
    if surprise > _SURPRISE:
        taken = min(_WORST_SURPRISE, surprise - _SURPRISE)
        verdict.less(taken, "By itself one of them would rather be read as another name.")
    if min(len(left), len(right)) <= 3:
        verdict.less(_SHORT, "The name is short.")
    return _told(verdict, original, language, script.names(a_mask & mask), script.names(b_mask & mask))


def _weigh_looks(verdict: _Verdict, original: str, surprise: float) -> None:
    """Take off for an original that does not look like a name of the language."""
    looks = side_by_side().looks
    plausible = looks.plausibility(original)
    if not plausible:
        odd = min(_ODD, looks.oddness(original) * _ODD)
        verdict.less(
            _NO_LOOK + odd + 2 * max(0.0, surprise), "Nothing in the name itself shows that it is Russian or Ukrainian."
        )
    elif plausible < _STRONG:
        verdict.less(_WEAK_LOOK)


def _told(
    verdict: _Verdict, original: str, language: str, a_schemes: tuple[str, ...], b_schemes: tuple[str, ...]
) -> Likeness:
    """The verdict in words."""
    named = original.capitalize()
    first, second = _scheme_phrase(a_schemes), _scheme_phrase(b_schemes)
    by = f"romanised by {first}" if first == second else f"{first} and {second}"
    return Likeness(
        round(max(_WORST, verdict.score), 3),
        How.ROMANISATION,
        f"Both are {named} ({language}), {by}.",
        tuple(verdict.against),
        "ukrainian" if language == "Ukrainian" else "russian",
        named,
        a_schemes,
        b_schemes,
    )


def _both(a: int, b: int) -> bool:
    return bool(a) and bool(b)


def _in_ukrainian_letters(original: str) -> str:
    return original.translate(_TO_UKRAINIAN).replace("ск", "ськ").replace("цк", "цьк")


def _as_ukrainian(left: str, right: str) -> str | None:
    """The original in Ukrainian letters; ``None`` where it would be two names (и and і are one in the Russian form)."""
    script = ukrainian()
    found = align(script, left, right)
    if found is None or not found.original or not _both(found.a_mask, found.b_mask):
        return None
    return script.looks.restored(found.original)


def _scheme_phrase(names: tuple[str, ...]) -> str:
    if not names:
        return "mixed habits"
    preferred = [name for name in names if "press" in name] or list(names)
    return preferred[0]
