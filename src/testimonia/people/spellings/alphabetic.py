"""Scripts that are letters: two spellings are laid side by side, letter of the original by letter.

The heart is one walk over both words at once. A step takes one letter of the original (or a run that a table names:
кс, ий at the end, ь with the vowel after it) and the spelling that each word has for it, which need not be the same.
Where the walk gets to both ends, the letters taken are an original that both spellings can come from, and the bits
carried along tell which schemes yield each of them. A walk that may also skip or swap letters finds misprints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .letters import fold, is_cyrillic
from .likeness import Explanation
from .schemes import AFTER_CONSONANT, AFTER_J, AFTER_VOWEL, INITIAL, Alphabet, Scheme, compile_units

__all__ = ["Alignment", "AlphabeticScript", "Step"]

_LATIN_VOWELS = frozenset("aeiouyäëïöüéèêàâóíúáôûîaeiou")
_KEPT = 3  # paths kept at each point of a walk: with fewer, consistent schemes get lost; with more, time does
_MIXED = 0.5  # what it costs when no one scheme yields a side any more
_LITERAL = 0.6  # a letter that no table knows, the same on both sides
_STRAY = 0.35  # schemes of two scripts
_KINDRED = 0.1  # both sides by schemes of the kindred script only
_TORN = 0.3  # a letter whose spelling begins with the h of kh, sh, th
_J_VOWEL = 0.3  # a vowel after й, for which Russian has letters of their own
_LONGEST = 7  # schtsch

# pairs of prints that scanners and tired compositors take for one another
_LOOKALIKES = frozenset(
    frozenset(pair.split("/"))
    for pair in "rn/m c/e l/i o/0 u/n h/b f/t vv/w cl/d ii/u in/m ni/m li/h 1/l 1/i 5/s 8/b e/o a/o "
    "g/q y/v r/n nn/m b/6 t/l t/i j/i ri/n hi/lu a/u s/5 z/2 k/h rt/n".split()
)
_LOOKALIKE_STARTS: dict[str, list[tuple[str, str]]] = {}
for _pair in _LOOKALIKES:
    if len(_pair) == 2:
        _x, _y = sorted(_pair)
        _LOOKALIKE_STARTS.setdefault(_x[0], []).append((_x, _y))
        _LOOKALIKE_STARTS.setdefault(_y[0], []).append((_y, _x))

EDIT_COST = {"lookalike": 0.8, "doubled": 0.7, "swapped": 0.9, "lost": 1.0, "other": 1.2}


@dataclass(frozen=True, slots=True)
class Step:
    """One letter of the original, or one slip, with what each side prints for it.

    ``letters`` is the original's; empty where the tables know nothing, and then ``slip`` says what happened
    (`EDIT_COST`), or is empty too where both sides print the same.
    """

    letters: str
    a: str
    b: str
    slip: str = ""
    at: int = 0  # code points of ``a`` before it


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two spellings side by side. ``a_mask`` and ``b_mask`` have a bit for each scheme that yields the whole side."""

    cost: float
    a_mask: int
    b_mask: int
    steps: tuple[Step, ...]

    @property
    def slips(self) -> tuple[Step, ...]:
        """The steps that are misprints."""
        return tuple(step for step in self.steps if step.slip)

    @property
    def original(self) -> str | None:
        """The letters of the original; ``None`` where a step has none."""
        if any(not step.letters for step in self.steps):
            return None
        return "".join(step.letters for step in self.steps)


# a path: rank, cost so far, bits of a, bits of b, the path before it, its last step
Path = tuple[float, float, int, int, object, "Step | None"]


class AlphabeticScript:
    """A script whose schemes are tables of letters.

    ``related`` adds the schemes of a kindred script, their letters replaced by those of this one, so that a name in
    both languages' forms is laid side by side too.
    """

    def __init__(
        self,
        alphabet: Alphabet,
        listed: Sequence[Scheme],
        *,
        related: tuple[Alphabet, Sequence[Scheme]] | None = None,
    ) -> None:
        self.name = alphabet.script
        self.alphabet = alphabet
        self.own = tuple(listed)
        self.related = related
        self.schemes = self.own + (tuple(related[1]) if related else ())
        self.own_mask = (1 << len(self.own)) - 1
        self.related_mask = ((1 << len(self.schemes)) - 1) ^ self.own_mask
        self._pairs: dict[tuple[int, str, str], tuple[tuple[str, int, float, int, int], ...]] = {}
        self._spans = lru_cache(maxsize=8192)(self._find_spans)

    @cached_property
    def units(self) -> list[tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]]:
        """What each spelling may stand for; see `compile_units`."""
        units = compile_units(self.alphabet, self.own)
        if self.related is not None:
            other, listed = self.related
            more = compile_units(other, tuple(listed), other.kin)
            for place, more_place in zip(units, more, strict=True):
                for table, more_table in zip(place, more_place, strict=True):
                    for spelling, by_letters in more_table.items():
                        mine = table.setdefault(spelling, {})
                        for letters, mask in by_letters.items():
                            mine[letters] = mine.get(letters, 0) | mask << len(self.own)
        return units

    @lru_cache(maxsize=4096)  # noqa: B019  a script lives as long as the program
    def rare(self, mask: int) -> float:
        """How rarely the commonest of the schemes is met; 0 where none is left, which has had its cost already."""
        return min((scheme.rare for bit, scheme in enumerate(self.schemes) if mask >> bit & 1), default=0.0)

    @lru_cache(maxsize=4096)  # noqa: B019  a script lives as long as the program
    def _rare(self, letters: str) -> float:
        rarity = self.alphabet.rarity
        if letters in rarity:
            return rarity[letters]
        rare = sum(rarity.get(letter, 0.0) for letter in letters)
        return rare + sum(cost for run, cost in self.alphabet.unlikely if run in letters)

    def _find_spans(self, word: str) -> list[tuple[tuple[int, ...], ...]]:
        """For each offset and place in the word, the lengths that some table has a spelling of."""
        found = []
        size = len(word)
        for start in range(size + 1):
            row = []
            for inside, ends in self.units:
                row.append(
                    tuple(
                        length
                        for length in range(min(_LONGEST, size - start) + 1)
                        if word[start : start + length] in (ends if start + length == size else inside)
                    )
                )
            found.append(tuple(row))
        return found

    def _pair(self, place: int, a: str, b: str) -> tuple[tuple[str, int, float, int, int], ...]:
        """Letters that both prints may stand for: the letters, the place after them, their rarity, bits of each."""
        key = (place, a, b)
        known = self._pairs.get(key)
        if known is not None:
            return known
        table = self.units[place >> 1][place & 1]
        after_j = place >> 1 == AFTER_J
        left, right = table.get(a, {}), table.get(b, {})
        found = tuple(
            (
                letters,
                self._after(letters),
                self._rare(letters) + (_J_VOWEL if after_j and letters[0] in self.alphabet.vowels else 0.0),
                left[letters],
                right[letters],
            )
            for letters in left.keys() & right.keys()
        )
        self._pairs[key] = found
        return found

    def _after(self, letters: str) -> int:
        if letters[-1] == "й":
            return AFTER_J
        return AFTER_VOWEL if letters[-1] in self.alphabet.vowels else AFTER_CONSONANT

    def align(self, a: str, b: str, *, slips: int = 0) -> Alignment | None:
        """Lay two folded words side by side; ``None`` where no original yields both.

        ``slips`` is how many misprints may be between them.
        """
        n, m = len(a), len(b)
        a_spans, b_spans = self._spans(a), self._spans(b)
        all_bits = (1 << len(self.schemes)) - 1
        layers: list[dict[tuple[int, int], list[Path]]] = [{} for _ in range(n + m + 1)]
        layers[0][0, INITIAL] = [(0.0, 0.0, all_bits, all_bits, None, None)]
        a_torn, b_torn = _torn_digraphs(a), _torn_digraphs(b)
        pair = self._pair
        limit = 9.0 if not slips else 1.25 * slips + 1.0
        for total in range(n + m):
            layer = layers[total]
            for (i, place), paths in layer.items():
                j = total - i
                moves: list[tuple[str, int, float, int, int, int, int, str]] = []
                for la in a_spans[i][place]:
                    printed_a = a[i : i + la]
                    for lb in b_spans[j][place]:
                        if la + lb == 0:
                            continue
                        torn = (_TORN if la and a_torn[i] else 0.0) + (_TORN if lb and b_torn[j] else 0.0)
                        at_end = i + la == n and j + lb == m
                        for letters, after, rare, ma, mb in pair(place << 1 | at_end, printed_a, b[j : j + lb]):
                            moves.append((letters, after, rare + torn, ma, mb, la, lb, ""))
                if i < n and j < m and a[i] == b[j]:
                    after = AFTER_VOWEL if a[i] in _LATIN_VOWELS else AFTER_CONSONANT
                    moves.append(("", after, _LITERAL, 0, 0, 1, 1, ""))
                if slips:
                    moves.extend(_slips(a, b, i, j, place))
                for letters, after, extra, ma, mb, la, lb, slip in moves:
                    key = (i + la, after)
                    ahead = layers[total + la + lb].setdefault(key, [])
                    step = Step(letters, a[i : i + la], b[j : j + lb], slip, i)
                    for path in paths:
                        _, cost, left, right, _, _ = path
                        cost += extra
                        if letters:
                            left_after, right_after = left & ma, right & mb
                            if left and not left_after:
                                cost += _MIXED
                            if right and not right_after:
                                cost += _MIXED
                        else:
                            left_after, right_after = left, right
                        if cost <= limit:
                            rank = cost + self._outlook(left_after, right_after)
                            _keep(ahead, (rank, cost, left_after, right_after, path, step))
        best: Path | None = None
        best_cost = 1e9
        for (i, _), paths in layers[n + m].items():
            if i != n:
                continue
            for path in paths:
                if path[0] < best_cost:
                    best, best_cost = path, path[0]
        if best is None:
            return None
        steps: list[Step] = []
        back: Path | None = best
        while back is not None and back[5] is not None:
            steps.append(back[5])
            back = back[4]  # type: ignore[assignment]
        return Alignment(best_cost, best[2], best[3], tuple(reversed(steps)))

    @lru_cache(maxsize=65536)  # noqa: B019  a script lives as long as the program
    def _outlook(self, left: int, right: int) -> float:
        """What the schemes that are still possible will cost at the end."""
        cost = self.rare(left) + self.rare(right)
        if not (left & self.own_mask and right & self.own_mask):
            cost += _KINDRED if left & self.related_mask and right & self.related_mask else _STRAY
        return cost

    @lru_cache(maxsize=4096)  # noqa: B019  a script lives as long as the program
    def explain(self, word: str) -> tuple[Explanation, ...]:
        """The originals that one whole scheme reads the word from, likeliest first; none that looks like no name."""
        folded = fold(word)
        size = len(folded)
        if size < 2:
            return ()
        spans = self._spans(folded)
        every = (1 << len(self.own)) - 1
        # letters so far → cost and bits, at each offset and place
        states: list[dict[int, dict[str, tuple[float, int]]]] = [{} for _ in range(size + 1)]
        states[0][INITIAL] = {"": (0.0, every)}
        for start in range(size):
            for place, kept in states[start].items():
                ordered = sorted(kept.items(), key=lambda item: item[1][0])[:12]
                for length in spans[start][place]:
                    if not length:
                        continue
                    end = start + length
                    table = self.units[place][end == size]
                    torn = _TORN if _torn_digraphs(folded)[start] else 0.0
                    for letters, mask in table[folded[start:end]].items():
                        bits = mask & every
                        if not bits:
                            continue
                        after = self._after(letters)
                        extra = self._rare(letters) + torn
                        ahead = states[end].setdefault(after, {})
                        for so_far, (cost, before) in ordered:
                            both = before & bits
                            if not both:
                                continue
                            whole = so_far + letters
                            old_cost, old_bits = ahead.get(whole, (9.9, 0))
                            ahead[whole] = (min(old_cost, cost + extra), old_bits | both)
        found: dict[str, tuple[float, int]] = {}
        for kept in states[size].values():
            for letters, (cost, bits) in kept.items():
                name = self.restored(letters)
                old_cost, old_bits = found.get(name, (9.9, 0))
                found[name] = (min(old_cost, cost), old_bits | bits)
        explained = []
        for letters, (cost, bits) in found.items():
            looks = self.plausibility(letters)
            if looks:
                cost += self.unlikeliness(letters) + 0.1 / bits.bit_count() + self.rare(bits)
                explained.append((looks - 0.3 * cost, letters, bits))
        explained.sort(key=lambda item: (-item[0], item[1]))
        return tuple(
            Explanation(self.name, letters.capitalize(), self.names(bits), round(max(0.05, looks), 3))
            for looks, letters, bits in explained[:5]
        )

    def plausibility(self, letters: str) -> float:
        """How much an original looks like a name of the language: by its end (0.9, 0.5), or 0 where nothing shows."""
        if len(letters) >= 4:
            if letters.endswith(self.alphabet.strong):
                return 0.9
            if letters.endswith(self.alphabet.weak):
                return 0.5
        return 0.0

    def unlikeliness(self, letters: str) -> float:
        """What runs of letters that the language hardly has speak against an original."""
        marked = letters + "$"
        return sum(cost for run, cost in self.alphabet.unlikely if run in marked)

    def restored(self, letters: str) -> str:
        """The original with the soft signs that the language always has there."""
        marked = letters + "$"
        for without, with_sign in self.alphabet.restore:
            marked = marked.replace(without, with_sign if not without.endswith("$") else with_sign + "$")
        return marked.removesuffix("$")

    def names(self, mask: int) -> tuple[str, ...]:
        """The schemes of the bits, those met most first."""
        found = [scheme for bit, scheme in enumerate(self.schemes) if mask >> bit & 1]
        return tuple(scheme.name for scheme in sorted(found, key=lambda scheme: scheme.rare))

    def reads(self, word: str) -> bool:
        """Whether the word may be of this script: its own letters, or Latin ones."""
        return bool(word) and (not is_cyrillic(word) or set(fold(word)) <= set(self.alphabet.letters) | set("ѣіѳѵ"))


def _keep(paths: list[Path], path: Path) -> None:
    """Add a path unless a cheaper one is at least as consistent."""
    _, cost, left, right, _, _ = path
    for known in paths:
        if known[1] <= cost and not left & ~known[2] and not right & ~known[3]:
            return
    paths[:] = [known for known in paths if not (cost <= known[1] and not known[2] & ~left and not known[3] & ~right)]
    paths.append(path)
    if len(paths) > _KEPT:
        paths.sort(key=lambda known: known[0])
        del paths[_KEPT:]


@lru_cache(maxsize=8192)
def _torn_digraphs(word: str) -> tuple[bool, ...]:
    """Where a reading that begins here would tear a digraph apart: at the h of kh, sh, th ..."""
    return (
        *(letter == "h" and at > 0 and word[at - 1] in "kszcptgw" for at, letter in enumerate(word)),
        False,
    )


def _slips(a: str, b: str, i: int, j: int, place: int) -> list[tuple[str, int, float, int, int, int, int, str]]:
    """The misprints that are possible here."""
    n, m = len(a), len(b)
    found: list[tuple[str, int, float, int, int, int, int, str]] = []

    def after(letter: str) -> int:
        return AFTER_VOWEL if letter in _LATIN_VOWELS else AFTER_CONSONANT

    if i < n:
        doubled = a[i] in (a[i - 1 : i], a[i + 1 : i + 2])
        slip = "doubled" if doubled else "lost"
        found.append(("", after(a[i]), EDIT_COST[slip], 0, 0, 1, 0, slip))
    if j < m:
        doubled = b[j] in (b[j - 1 : j], b[j + 1 : j + 2])
        slip = "doubled" if doubled else "lost"
        found.append(("", after(b[j]), EDIT_COST[slip], 0, 0, 0, 1, slip))
    if i < n and j < m and a[i] != b[j]:
        found.append(("", after(a[i]), EDIT_COST["other"], 0, 0, 1, 1, "other"))
        if i + 1 < n and j + 1 < m and a[i] == b[j + 1] and a[i + 1] == b[j]:
            found.append(("", after(a[i + 1]), EDIT_COST["swapped"], 0, 0, 2, 2, "swapped"))
        for left, right in _LOOKALIKE_STARTS.get(a[i], ()):
            if a.startswith(left, i) and b.startswith(right, j):
                found.append(("", after(left[-1]), EDIT_COST["lookalike"], 0, 0, len(left), len(right), "lookalike"))
    return found
