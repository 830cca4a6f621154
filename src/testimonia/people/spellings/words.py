"""Two words side by side: one name or two, and why."""

from __future__ import annotations

from functools import cache, lru_cache

from .alphabetic import Alignment, AlphabeticScript
from .forms import OTHER_FORM, plainer_forms
from .letters import fold, is_cyrillic, plain, signless
from .likeness import SAME_NAME, Explanation, How, Likeness
from .misprints import describe_slips, score_slips
from .schemes import alphabets, schemes
from .skeletons import loose_distance, skeletons

__all__ = ["compare_words", "explain_word", "russian", "side_by_side", "ukrainian"]

_ROMANISED = 0.97  # both sides explained, the original surely a name of the language
_WEAK_LOOK = 0.03  # less where the original's end is met in other languages too
_NO_LOOK = 0.09  # less where nothing shows the language
_MIXED_SIDE = 0.05  # less for a side that no one scheme yields
_CROSSED = 0.08  # less where one side romanises the Russian, the other the Ukrainian form
_SHORT = 0.05  # less for a name of three letters or fewer
_SLIP_GATE = 2  # classes two words may be apart for a misprint to be looked for


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


@lru_cache(maxsize=8192)
def explain_word(word: str) -> tuple[Explanation, ...]:
    """The originals a word may romanise, likeliest first."""
    found = [*russian().explain(word), *ukrainian().explain(word)]
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
    best: Likeness | None = None
    bare_left, bare_right = signless(left).replace("-", ""), signless(right).replace("-", "")
    if skeletons(a) & skeletons(b):
        best = _romanised(left, right)
        if plain(bare_left) == plain(bare_right) and (best is None or best.score < 0.96):
            schemes_of = (best.original, best.a_schemes, best.b_schemes) if best else (None, (), ())
            best = Likeness(
                0.97,
                How.SAME,
                "The same letters but for accents, apostrophes or hyphens.",
                script="russian" if schemes_of[0] else None,
                original=schemes_of[0],
                a_schemes=schemes_of[1],
                b_schemes=schemes_of[2],
            )
        if best is not None and best.score >= 0.85:
            return best
    other = _other_form(left, right) or _misprinted(left, right)
    if other is not None and (best is None or other.score > best.score):
        best = other
    if best is not None:
        return best
    return Likeness(0.05, How.DIFFERENT, "No romanisation and no likely misprint leads from one to the other.")


def _turned(likeness: Likeness) -> Likeness:
    return Likeness(
        likeness.score,
        likeness.how,
        likeness.why,
        likeness.against,
        likeness.script,
        likeness.original,
        likeness.b_schemes,
        likeness.a_schemes,
    )


@lru_cache(maxsize=16384)
def _alone(word: str) -> float:
    """What the likeliest reading of a word costs by itself; its scheme's rarity counted once."""
    script = side_by_side()
    alignment = script.align(word, word)
    if alignment is None:
        return 0.0
    return alignment.cost - script.rare(alignment.a_mask)


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
            original = _ukrainian_original(left, right) or original
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
        found.cost - script.rare(b_mask) - _alone(left),
        found.cost - script.rare(a_mask) - _alone(right),
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
    return script.restored(found.original) if found is not None and found.original else None


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
                found = _romanised(*sorted((plainer, other))) if skeletons(plainer) & skeletons(other) else None
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
