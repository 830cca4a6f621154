"""What one spelling may be read as: its likeliest letters, and the originals that explain it as a name."""

from __future__ import annotations

from functools import lru_cache

from testimonia.words.letters import fold

from .alphabetic import KEPT, MIXED, NOTHING, AlphabeticScript
from .likeness import Explanation
from .looks import BEST_LOOKS
from .schemes import AFTER_CONSONANT

__all__ = ["LEAST_LOOKS", "explain", "read"]

LEAST_LOOKS = 0.35  # what looks less like a name is no explanation
_MARKS = frozenset("šžčŝĭė")  # letters that romanisations alone have: they show a Slavic name whatever its end
_MARKED_LOOKS = 0.5
_LOOKS_COST = 0.3  # how much of the looks a reading's cost takes
_BEAM_WIDTH = 0.5  # how much dearer than the best there a reading may be and be kept
_BEAM = 10  # readings of one word kept at each place
_MOST = 5  # originals told of one word


def read(script: AlphabeticScript, word: str) -> tuple[float, int, str] | None:
    """The likeliest reading of one folded word, habits mixed or not: cost, bits of the schemes, letters.

    As `alignments.align` of the word with itself, but that the rarity of its schemes is not in the cost.
    """
    size = len(word)
    spans, places, apart = script.spans(word), script.after, script.looks.apart
    # rank, cost, bits, letters
    states: list[dict[str, list[tuple[float, float, int, str]]]] = [{} for _ in range(size + 1)]
    states[0][NOTHING] = [(0.0, 0.0, (1 << len(script.schemes)) - 1, "")]
    for start in range(size):
        torn = script.torn(word, start)
        for last, kept in states[start].items():
            place = places.get(last, AFTER_CONSONANT)
            for length in spans[start][place]:
                if not length:
                    continue
                end = start + length
                for letters, newest, rare, mask in script.letters_of(place << 1 | (end == size), word[start:end]):
                    extra = rare + torn + (apart.get(last + letters[0], 0.0) if last else 0.0)
                    ahead = states[end].setdefault(newest, [])
                    for _, cost, bits, so_far in kept:
                        bits_after = bits & mask
                        cost_after = cost + extra + (MIXED if bits and not bits_after else 0.0)
                        for known in ahead:
                            if known[1] <= cost_after and not bits_after & ~known[2]:
                                break
                        else:
                            rank = cost_after + script.outlook(bits_after, bits_after) / 2
                            ahead.append((rank, cost_after, bits_after, so_far + letters))
                            if len(ahead) > KEPT:
                                ahead.remove(max(ahead))
    finals = [state for kept in states[size].values() for state in kept]
    if not finals:
        return None
    _, cost, bits, letters = min(finals)
    return cost + script.stray(bits, bits), bits, letters


@lru_cache(maxsize=16384)
def explain(script: AlphabeticScript, word: str, least: float = LEAST_LOOKS) -> tuple[Explanation, ...]:
    """The originals that one whole scheme reads the word from and that look enough like names, likeliest first."""
    folded = fold(word)
    if len(folded) < 2:
        return ()
    looks = script.looks
    found: dict[str, tuple[float, int]] = {}
    dearest = (BEST_LOOKS - least) / _LOOKS_COST  # what costs more cannot look like a name any more
    for letters, (cost, bits) in _likeliest(script, folded, dearest):
        name = looks.restored(letters)
        old_cost, old_bits = found.get(name, (9.9, 0))
        found[name] = (min(old_cost, cost), old_bits | bits)
    explained = []
    for letters, (cost, bits) in found.items():
        like = looks.plausibility(letters) or (_MARKED_LOOKS if _MARKS & set(folded) else 0.0)
        if like - _LOOKS_COST * cost >= least:
            cost += looks.unlikely_end(letters) + looks.oddness(letters) + 0.1 / bits.bit_count() + script.rare(bits)
            explained.append((like - _LOOKS_COST * cost, letters, bits))
    explained = [entry for entry in explained if entry[0] >= least]
    explained.sort(key=lambda entry: (-entry[0], entry[1]))
    return tuple(
        Explanation(script.alphabet.script, letters.capitalize(), script.names(bits), round(like, 3))
        for like, letters, bits in explained[:_MOST]
    )


def _likeliest(script: AlphabeticScript, folded: str, dearest: float) -> list[tuple[str, tuple[float, int]]]:
    """The letters that a word may be read as by one whole scheme, the likeliest first: their cost and bits."""
    size = len(folded)
    spans, places, apart = script.spans(folded), script.after, script.looks.apart
    # letters so far → cost and bits, at each offset
    states: list[dict[str, tuple[float, int]]] = [{} for _ in range(size + 1)]
    states[0][""] = (0.0, script.own_mask)
    for start in range(size):
        if not states[start]:
            continue
        ranked = sorted((cost + script.rare(bits), so_far) for so_far, (cost, bits) in states[start].items())
        worst = min(ranked[0][0] + _BEAM_WIDTH, dearest)  # whatever comes after costs as much
        torn = script.torn(folded, start)
        for rank, so_far in ranked[:_BEAM]:
            if rank > worst:
                break
            cost, before = states[start][so_far]
            last = so_far[-1:]
            place = places.get(last, AFTER_CONSONANT)
            for length in spans[start][place]:
                if not length:
                    continue
                end = start + length
                ahead = states[end]
                for letters, _, rare, mask in script.letters_of(place << 1 | (end == size), folded[start:end]):
                    bits = mask & before
                    if not bits:
                        continue
                    extra = cost + rare + torn + (apart.get(last + letters[0], 0.0) if last else 0.0)
                    if extra > dearest:
                        continue
                    whole = so_far + letters
                    old = ahead.get(whole)
                    ahead[whole] = (extra, bits) if old is None else (min(old[0], extra), old[1] | bits)
    return sorted(states[size].items(), key=lambda entry: entry[1][0] + script.rare(entry[1][1]))[:_BEAM]
