"""Russian and Ukrainian: what two spellings of a word make of one original."""

from __future__ import annotations

from functools import cache, lru_cache

from .alphabetic import AlphabeticScript
from .letters import fold
from .likeness import Explanation, How, Likeness
from .schemes import alphabets, schemes
from .skeletons import skeletons

__all__ = ["Slavic", "read_alone", "russian", "side_by_side", "ukrainian"]

_ROMANISED = 0.97  # both sides explained, the original surely a name of the language
_WEAK_LOOK = 0.03  # less where the original's end is met in other languages too
_NO_LOOK = 0.09  # less where nothing shows the language
_MIXED_SIDE = 0.05  # less for a side that no one scheme yields
_CROSSED = 0.08  # less where one side romanises the Russian, the other the Ukrainian form
_TWO_LETTERS = 0.3  # less where only the Russian form of a Ukrainian name would be one
_FOREIGN_LOOK = 0.08  # less where a name that only Ukrainian schemes yield does not end as Ukrainian names do
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
    both = alphabets()
    return AlphabeticScript(both["russian"], schemes("russian"), related=(both["ukrainian"], schemes("ukrainian")))


class Slavic:
    """Russian and Ukrainian behind the interface of every script."""

    name = "cyrillic"

    def lookup_keys(self, word: str) -> frozenset[str]:
        """The word's skeletons."""
        return skeletons(word)

    @lru_cache(maxsize=8192)  # noqa: B019  a script lives as long as the program
    def explain(self, word: str) -> tuple[Explanation, ...]:
        """The originals a word may romanise, likeliest first."""
        found = [*russian().explain(word), *ukrainian().explain(word)]
        return tuple(sorted(found, key=lambda explanation: -explanation.confidence))

    def compare(self, a: str, b: str) -> Likeness | None:
        """Both words as romanisations of one Russian or Ukrainian name."""
        if not skeletons(a) & skeletons(b):
            return None
        return _romanised(fold(a), fold(b))


@lru_cache(maxsize=16384)
def read_alone(word: str) -> tuple[float, float]:
    """The likeliest reading of a folded word by itself: what it costs, and how much it looks like a name.

    The rarity of its scheme is counted once. 0.0 and 0.0 where there is no reading.
    """
    script = side_by_side()
    alignment = script.align(word, word)
    if alignment is None:
        return 0.0, 0.0
    original = alignment.original
    looks = script.plausibility(script.restored(original)) if original is not None else 0.0
    return alignment.cost - script.rare(alignment.a_mask), looks


def _romanised(left: str, right: str) -> Likeness | None:
    script = side_by_side()
    found = script.align(left, right)
    if found is None or found.original is None:
        return None
    original = script.restored(found.original)
    look = script.plausibility(original)
    score = _ROMANISED
    against: list[str] = []
    if look < 0.8:
        score -= _WEAK_LOOK if look else _NO_LOOK
        if not look:
            against.append("Nothing in the name itself shows that it is Russian or Ukrainian.")
    a_mask, b_mask = found.a_mask, found.b_mask
    language, shared = "Russian", script.own_mask
    if not (a_mask & shared and b_mask & shared):
        if a_mask & script.related_mask and b_mask & script.related_mask:
            language, shared = "Ukrainian", script.related_mask
            in_ukrainian = _ukrainian_original(left, right)
            if in_ukrainian is None:  # и and і are one in the Russian form, and two here
                score -= _TWO_LETTERS
                against.append("In Ukrainian they would be two names.")
            original = in_ukrainian or original
            if score > _ROMANISED - _FOREIGN_LOOK and ukrainian().plausibility(original) < 0.8:
                score = _ROMANISED - _FOREIGN_LOOK
        elif a_mask and b_mask:
            language = "Russian and Ukrainian"
            shared = script.own_mask | script.related_mask
            score -= _CROSSED
            against.append("One romanises the Russian, the other the Ukrainian form of the name.")
    a_schemes, b_schemes = script.names(a_mask & shared), script.names(b_mask & shared)
    for mask, printed in ((a_mask, left), (b_mask, right)):
        if not mask:
            score -= _MIXED_SIDE
            against.append(f"‘{printed.capitalize()}’ mixes the habits of several schemes.")
    # a reading that one of them would not be given by itself
    surprise = max(
        found.cost - script.rare(b_mask) - read_alone(left)[0],
        found.cost - script.rare(a_mask) - read_alone(right)[0],
    )
    if surprise > 0.12:
        score -= min(0.5, surprise - 0.1)
        against.append("By itself one of them would rather be read as another name.")
    if min(len(left), len(right)) <= 3:
        score -= _SHORT
        against.append("The name is short.")
    named = original.capitalize()
    first, second = _scheme_phrase(a_schemes), _scheme_phrase(b_schemes)
    why = (
        f"Both are {named} ({language}): {first} and {second}."
        if first != second
        else (f"Both are {named} ({language}), romanised by {first}.")
    )
    return Likeness(
        round(max(0.3, score), 3),
        How.ROMANISATION,
        why,
        tuple(against),
        "ukrainian" if language == "Ukrainian" else "russian",
        named,
        a_schemes,
        b_schemes,
    )


def _scheme_phrase(names: tuple[str, ...]) -> str:
    if not names:
        return "mixed habits"
    preferred = [name for name in names if "press" in name] or list(names)
    return preferred[0]


def _ukrainian_original(left: str, right: str) -> str | None:
    script = ukrainian()
    found = script.align(left, right)
    if found is None or not found.original or not (found.a_mask and found.b_mask):
        return None
    return script.restored(found.original)
