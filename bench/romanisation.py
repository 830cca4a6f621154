"""How well names are told the same or apart over romanisations, beside two known libraries.

    python bench/romanisation.py [--half dev|test] [--count 1200] [--seed 1931] [--misses [KIND]]

The pairs are made by ``bench/romaniser``: invented people whose names are spelt by published tables and by habits, with
initials, short forms and misprints; half are one name, half are namesakes that must stay apart. The surnames fall into
two halves: the engine was tuned with ``dev`` in sight, and ``test`` was not looked at. Both are printed unless one is
asked for.

Ours is measured at its documented threshold. rapidfuzz (the scorer that does best, on plain or accent-folded names)
and OpenSanctions' nomenklatura and rigour (the algorithm that does best) are measured at the threshold that is best for
them on these very pairs. A library that is not installed is left out: ``pip install rapidfuzz rigour nomenklatura``.
"""

from __future__ import annotations

import argparse
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator

from romaniser import Pair, make_pairs
from testimonia.people.spellings import SAME_NAME, compare_names, explain, lookup_keys

Scorer = Callable[[str, str], float]


def figures(scores: list[float], pairs: list[Pair], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 where a pair is called the same from the threshold on."""
    hit = sum(score >= threshold and pair.same for score, pair in zip(scores, pairs, strict=True))
    called = sum(score >= threshold for score in scores)
    same = sum(pair.same for pair in pairs)
    precision, recall = hit / called if called else 0.0, hit / same
    return precision, recall, 2 * hit / (called + same)


def best_threshold(scores: list[float], pairs: list[Pair]) -> float:
    """The threshold with the highest F1 on these pairs."""
    ranked = sorted(zip(scores, (pair.same for pair in pairs), strict=True), reverse=True)
    same = sum(pair.same for pair in pairs)
    hit, best, threshold = 0, -1.0, 0.0
    for called, (score, is_same) in enumerate(ranked, 1):
        hit += is_same
        last_of_score = called == len(ranked) or ranked[called][0] != score
        if last_of_score and 2 * hit / (called + same) > best:
            best, threshold = 2 * hit / (called + same), score
    return threshold


def timed(scorer: Scorer, pairs: list[Pair]) -> tuple[list[float], float]:
    """The scores, and microseconds a pair."""
    start = time.process_time()
    scores = [scorer(pair.a, pair.b) for pair in pairs]
    return scores, (time.process_time() - start) / len(pairs) * 1e6


def folded(name: str) -> str:
    """The name without case and accents, which rapidfuzz leaves to its caller."""
    split = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def rapidfuzz_scorers() -> Iterator[tuple[str, Scorer]]:
    from rapidfuzz import distance, fuzz, utils

    named = {
        name: getattr(fuzz, name)
        for name in ("ratio", "partial_ratio", "token_sort_ratio", "token_set_ratio", "token_ratio", "WRatio", "QRatio")
    }
    named["JaroWinkler"] = distance.JaroWinkler.normalized_similarity
    named["DamerauLevenshtein"] = distance.DamerauLevenshtein.normalized_similarity
    for name, scorer in named.items():
        yield name, lambda a, b, s=scorer: s(a, b, processor=utils.default_process)
        yield f"{name}, accents folded", lambda a, b, s=scorer: s(folded(a), folded(b), processor=utils.default_process)


def nomenklatura_scorers() -> Iterator[tuple[str, Scorer]]:
    from followthemoney import model
    from nomenklatura.matching import ALGORITHMS

    def entity(name: str) -> object:
        return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    for algorithm in ALGORITHMS:
        config = algorithm.default_config()
        yield (
            f"nomenklatura {algorithm.NAME}",
            lambda a, b, how=algorithm, config=config: how.compare(entity(a), entity(b), config).score,
        )


def rigour_scorers() -> Iterator[tuple[str, Scorer]]:
    """rigour's parts and symbols put together as its own matcher does, in several weights of what is left over."""
    from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts, pair_symbols

    def scorer(initials: bool, left_over: float) -> Scorer:
        def pair_score(one, other) -> float:  # type: ignore[no-untyped-def]
            best = 0.0
            for edges in pair_symbols(one, other) or [()]:
                taken = {part for edge in edges for part in (*edge.qps, *edge.rps)}
                rest = align_person_name_order(
                    [part for part in one.parts if part not in taken],
                    [part for part in other.parts if part not in taken],
                )
                found = [(1.0, 1.0) for _ in edges]
                for alignment in compare_parts(*rest):
                    lone = not alignment.qps or not alignment.rps
                    found.append((alignment.score, left_over if lone else 1.0))
                weight = sum(weight for _, weight in found)
                best = max(best, sum(score * weight for score, weight in found) / weight if weight else 0.0)
            return best

        def alike(a: str, b: str) -> float:
            left = analyze_names(NameTypeTag.PER, [a], infer_initials=initials)
            right = analyze_names(NameTypeTag.PER, [b], infer_initials=initials)
            return max((pair_score(one, other) for one in left for other in right), default=0.0)

        return alike

    for initials in (False, True):
        for left_over in (0.0, 0.25, 0.5, 1.0):
            yield f"names, initials {'told' if initials else 'as given'}, rest {left_over}", scorer(initials, left_over)


PEERS: dict[str, Callable[[], Iterator[tuple[str, Scorer]]]] = {
    "rapidfuzz": rapidfuzz_scorers,
    "nomenklatura": nomenklatura_scorers,
    "rigour": rigour_scorers,
}


def row(name: str, scores: list[float], pairs: list[Pair], threshold: float, took: float) -> str:
    precision, recall, f1 = figures(scores, pairs, threshold)
    return f"  {name:52} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  at {threshold:<7.3g} {took:8.0f} µs a pair"


def measure(half: str, count: int, seed: int, misses: str | None) -> None:
    pairs = make_pairs(half, count, seed)
    same = sum(pair.same for pair in pairs)
    print(f"{half}: {len(pairs)} pairs, {same} of one name, {len(pairs) - same} namesakes")
    scores, took = timed(lambda a, b: compare_names(a, b).score, pairs)
    print(row("testimonia", scores, pairs, SAME_NAME, took))
    best = best_threshold(scores, pairs)
    print(f"  {'':52} (its best threshold would be {best:.3g}: F1 {figures(scores, pairs, best)[2]:.3f})")
    for library, scorers in PEERS.items():
        try:
            measured = [(name, *timed(scorer, pairs)) for name, scorer in scorers()]
        except ImportError as error:
            print(f"  {library} is left out: {error}.")
            continue
        ranked = [(figures(s, pairs, best_threshold(s, pairs))[2], name, s, took) for name, s, took in measured]
        _, name, theirs, took = max(ranked, key=lambda entry: entry[0])
        label = name if name.startswith(library) else f"{library} {name}"
        print(row(label, theirs, pairs, best_threshold(theirs, pairs), took))
    by_kind: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for score, pair in zip(scores, pairs, strict=True):
        by_kind[pair.same, pair.kind].append((score >= SAME_NAME) == pair.same)
    for (is_same, kind), right in sorted(by_kind.items(), key=lambda item: (not item[0][0], item[0][1])):
        print(f"    {'same ' if is_same else 'apart'} {kind:42} {sum(right):4} of {len(right):4} right")
    if misses is not None:
        for score, pair in zip(scores, pairs, strict=True):
            if (score >= SAME_NAME) != pair.same and misses in pair.kind:
                print(f"    {'same ' if pair.same else 'apart'} {score:.2f} {pair.a} | {pair.b}   [{pair.kind}]")
                print(f"               {compare_names(pair.a, pair.b).why}")


def measure_speed(half: str, count: int, seed: int) -> None:
    """What keys and explanations of a word cost the first time it is met."""
    words = list(
        dict.fromkeys(word for pair in make_pairs(half, count, seed) for word in (pair.a + " " + pair.b).split())
    )
    for name, call in (("lookup_keys", lookup_keys), ("explain", explain)):
        start = time.process_time()
        for word in words:
            call(word)
        first = (time.process_time() - start) / len(words) * 1e6
        start = time.process_time()
        for word in words:
            call(word)
        again = (time.process_time() - start) / len(words) * 1e6
        print(f"{name}: {first:.0f} µs a word when first met, {again:.1f} µs again ({len(words)} words)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--half", choices=("dev", "test"))
    parser.add_argument("--count", type=int, default=1200, help="pairs of each half")
    parser.add_argument("--seed", type=int, default=1931)
    parser.add_argument("--misses", nargs="?", const="", help="print the pairs that are told wrongly, of a kind")
    given = parser.parse_args()
    start = time.process_time()
    explain("Warming")
    compare_names("Anna Warming", "A. Warmink")
    print(f"tables read in {(time.process_time() - start) * 1e3:.0f} ms")
    for half in ("dev", "test") if given.half is None else (given.half,):
        measure(half, given.count, given.seed, given.misses)
    measure_speed(given.half or "dev", given.count, given.seed + 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
