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

from testimonia.words.letters import fold, is_cyrillic

from .inventories import Inventories
from .likeness import Explanation
from .schemes import AFTER_CONSONANT, AFTER_VOWEL, INITIAL, Alphabet, Scheme, Units, compile_units
from .slips import slips_at

__all__ = ["LEAST_LOOKS", "STRAY", "Alignment", "AlphabeticScript", "Step"]

_KEPT = 4  # paths kept at each point of a walk: with fewer, consistent schemes get lost; with more, time does
_MIXED = 0.5  # what it costs when no one scheme yields a side any more
_LITERAL = 0.6  # a letter that no table knows, the same on both sides
STRAY = 0.35  # what schemes of two scripts on the two sides cost
_KINDRED = 0.2  # both sides by schemes of the kindred script only
_TORN = 0.3  # a letter whose spelling begins with the h of kh, sh, th
_SLIP_LIMIT, _SLIP_ROOM = 1.25, 1.2  # what a walk may cost: so much a slip, and so much for the rest
_MARKS = frozenset("šžčŝĭė")  # letters that romanisations alone have: they show a Slavic name whatever its end
_MARKED_LOOKS = 0.5
LEAST_LOOKS = 0.35  # what looks less like a name is no explanation
_BEST_LOOKS = 0.9
_LOOKS_COST = 0.3  # how much of the looks a reading's cost takes
_UNMET = 0.1  # two letters side by side that are met in no listed name
_ODD_START, _ODD_PAIR, _ODD_TRIPLE = 0.3, 0.15, 0.25  # runs of letters that are met in no listed name
_SHOWN = 0.05  # a rare letter that the print shows
_BEAM_WIDTH = 0.5  # how much dearer than the best there a reading may be and be kept
_BEAM = 10  # readings of one word kept at each place
_LATIN_VOWELS = frozenset("aeiouyäëïöüéèêàâóúáôûî")
_PLACES = 3
_ALL_PLACES = (1 << _PLACES) - 1
_LISTED = [[place for place in range(_PLACES) if bits >> place & 1] for bits in range(1 << _PLACES)]
_NOTHING = ""  # before the first letter


@dataclass(frozen=True, slots=True)
class Step:
    """One letter of the original, or one slip, with what each side prints for it.

    ``letters`` is the original's; empty where the tables know nothing, and then ``slip`` says what happened
    (`slips.SLIP_COST`), or is empty too where both sides print the same.
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


# letters, the last of them, cost, bits of a, bits of b, code points of a and b, slip
Move = tuple[str, str, float, int, int, int, int, str]
# rank, cost so far, bits of a, bits of b, the path before it, its last move
Path = tuple[float, float, int, int, object, "Move | None"]


class AlphabeticScript:
    """A script whose schemes are tables of letters.

    ``related`` adds the schemes of a kindred script, their letters replaced by those of this one, so that a name in
    both languages' forms is laid side by side too; ``alone`` is this script without them, if its tables are compiled.
    """

    def __init__(
        self,
        alphabet: Alphabet,
        listed: Sequence[Scheme],
        related: AlphabeticScript | None = None,
        alone: AlphabeticScript | None = None,
    ) -> None:
        self.name = alphabet.script
        self.alphabet = alphabet
        self.own = tuple(listed)
        self.related = related
        self._alone = alone
        self.schemes = self.own + (related.own if related is not None else ())
        self.own_mask = (1 << len(self.own)) - 1
        self.related_mask = ((1 << len(self.schemes)) - 1) ^ self.own_mask
        # two letters side by side that the language hardly has
        self._apart = {
            one + other: _UNMET
            for one in alphabet.letters
            for other in alphabet.letters
            if not self._is_met(one, other)
        }
        self._apart |= {run: cost for run, cost in alphabet.unlikely if len(run) == 2 and not run.endswith("$")}
        self._unlikely_ends = [(run[:-1], cost) for run, cost in alphabet.unlikely if run.endswith("$")]
        self._pairs: dict[tuple[int, str, str], tuple[tuple[str, str, float, int, int], ...]] = {}
        self._reads: dict[tuple[int, str], tuple[tuple[str, str, float, int], ...]] = {}
        self._outlooks: dict[tuple[int, int], float] = {}
        self._spans = lru_cache(maxsize=8192)(self._find_spans)
        self.explain = lru_cache(maxsize=8192)(self._explain)

    @cached_property
    def units(self) -> Units:
        """What each spelling may stand for; see `compile_units`."""
        if self.related is None:
            return compile_units(self.alphabet, self.own)
        units = self._alone.units if self._alone is not None else compile_units(self.alphabet, self.own)
        units = [tuple({s: dict(letters) for s, letters in table.items()} for table in place) for place in units]  # type: ignore[misc]
        other = self.related
        for place, more_place in zip(units, compile_units(other.alphabet, other.own, in_kin=True), strict=True):
            for table, more_table in zip(place, more_place, strict=True):
                for spelling, by_letters in more_table.items():
                    mine = table.setdefault(spelling, {})
                    for letters, mask in by_letters.items():
                        mine[letters] = mine.get(letters, 0) | mask << len(self.own)
        return units

    @cached_property
    def _places(self) -> dict[str, int]:
        """The place that stands after a letter; ``a`` and ``t`` are what follows a letter no table knows."""
        places = dict.fromkeys(self.alphabet.vowels, AFTER_VOWEL)
        return places | {_NOTHING: INITIAL, "a": AFTER_VOWEL}

    @lru_cache(maxsize=4096)  # noqa: B019  a script lives as long as the program
    def rare(self, mask: int) -> float:
        """How rarely the commonest of the schemes is met; 0 where none is left, which has had its cost already."""
        return min((scheme.rare for bit, scheme in enumerate(self.schemes) if mask >> bit & 1), default=0.0)

    @lru_cache(maxsize=4096)  # noqa: B019  a script lives as long as the program
    def _rare(self, letters: str, marked: bool) -> float:
        """What the letters cost: how rare they are, unless the print shows them, and how ill they go together."""
        rarity = self.alphabet.rarity
        rare = rarity[letters] if letters in rarity else sum(rarity.get(letter, 0.0) for letter in letters)
        if marked:
            rare = min(rare, _SHOWN)
        return rare + sum(self._apart.get(letters[at : at + 2], 0.0) for at in range(len(letters) - 1))

    @cached_property
    def _where(self) -> dict[str, int]:
        """For each spelling the places it may stand in: a bit for each inside a word, three more for its end.

        All that a spelling may begin with is there too, if only with 0.
        """
        found = {"": 0}
        for place, tables in enumerate(self.units):
            for table, shift in zip(tables, (0, _PLACES), strict=True):
                for spelling in table:
                    found[spelling] = found.get(spelling, 0) | 1 << place + shift
        for spelling in list(found):
            while (spelling := spelling[:-1]) not in found:
                found[spelling] = 0
        return found

    def _find_spans(self, word: str) -> list[tuple[tuple[int, ...], ...]]:
        """For each offset and place in the word, the lengths that some table has a spelling of."""
        found = []
        size = len(word)
        where = self._where
        for start in range(size + 1):
            row: tuple[list[int], ...] = ([], [], [])
            for end in range(start, size + 1):
                places = where.get(word[start:end])
                if places is None:
                    break
                if end == size:
                    places >>= _PLACES
                for place in _LISTED[places & _ALL_PLACES]:
                    row[place].append(end - start)
            found.append(tuple(map(tuple, row)))
        return found

    @cached_property
    def inventories(self) -> Inventories:
        """For a quick look at whether two folded words may come from one original."""
        return Inventories(self.units, self.alphabet.signs)

    def _read(self, place: int, printed: str) -> tuple[tuple[str, str, float, int], ...]:
        """Letters that a print may stand for: the letters, the last of them, their cost, the bits; as `_pair`."""
        key = (place, printed)
        known = self._reads.get(key)
        if known is None:
            known = self._reads[key] = tuple(
                (letters, letters[-1], self._rare(letters, self.is_marked(letters, printed)), mask)
                for letters, mask in self.units[place >> 1][place & 1].get(printed, {}).items()
            )
        return known

    def _pair(self, place: int, a: str, b: str) -> tuple[tuple[str, str, float, int, int], ...]:
        """Letters that both prints may stand for: the letters, the last of them, their cost, bits of each side.

        ``place`` is twice the place, and one more at the end of both words.
        """
        key = (place, a, b)
        known = self._pairs.get(key)
        if known is not None:
            return known
        table = self.units[place >> 1][place & 1]
        left, right = table.get(a, {}), table.get(b, {})
        found = tuple(
            (
                letters,
                letters[-1],
                self._rare(letters, self.is_marked(letters, a) or self.is_marked(letters, b)),
                left[letters],
                right[letters],
            )
            for letters in left  # in their order: of two as likely originals the first is taken
            if letters in right
        )
        self._pairs[key] = found
        return found

    def is_marked(self, letters: str, printed: str) -> bool:
        """Whether the print itself shows a rare letter (``yo`` for ё)."""
        shown = self.alphabet.shown.get(letters[-1])
        return shown is not None and any(sign in printed for sign in shown)

    def align(self, a: str, b: str, *, slips: int = 0, after: str = _NOTHING) -> Alignment | None:
        """Lay two folded words side by side; ``None`` where no original yields both.

        ``slips`` is how many misprints may be between them. ``after`` is ``a`` or ``t`` where the words are the rest
        of longer ones, whose letter before is a vowel or a consonant.
        """
        n, m = len(a), len(b)
        a_spans, b_spans = self._spans(a), self._spans(b)
        all_bits = (1 << len(self.schemes)) - 1
        limit = _SLIP_LIMIT * slips + _SLIP_ROOM if slips else 9.0
        places, apart, outlooks = self._places, self._apart, self._outlooks
        layers: list[dict[tuple[int, str, int], list[Path]]] = [{} for _ in range(n + m + 1)]
        layers[0][0, after, 0] = [(0.0, 0.0, all_bits, all_bits, None, None)]
        for total in range(n + m):
            known_moves: dict[tuple[int, int, bool], list[Move]] = {}
            for (i, last, slipped), paths in layers[total].items():
                place = places.get(last, AFTER_CONSONANT)
                may_slip = slipped < slips
                moves = known_moves.get((i, place, may_slip))
                if moves is None:
                    moves = known_moves[i, place, may_slip] = self._moves(
                        a, b, i, total - i, place, a_spans, b_spans, may_slip
                    )
                for move in moves:
                    letters, newest, extra, ma, mb, la, lb, slip = move
                    if letters and last:
                        extra += apart.get(last + letters[0], 0.0)
                    layer = layers[total + la + lb]
                    key = (i + la, newest, slipped + 1 if slip else slipped)
                    ahead = layer.get(key)
                    for path in paths:
                        cost, left, right = path[1] + extra, path[2], path[3]
                        if letters:
                            if left:
                                left &= ma
                                if not left:
                                    cost += _MIXED
                            if right:
                                right &= mb
                                if not right:
                                    cost += _MIXED
                        if cost > limit:
                            continue
                        outlook = outlooks.get((left, right))
                        if outlook is None:
                            outlook = outlooks[left, right] = self._outlook(left, right)
                        if ahead is None:
                            ahead = layer[key] = [(cost + outlook, cost, left, right, path, move)]
                        else:
                            _keep(ahead, (cost + outlook, cost, left, right, path, move))
        best: Path | None = None
        for (i, _, slipped), paths in layers[n + m].items():
            if i == n and bool(slipped) == bool(slips):
                for path in paths:
                    if best is None or path[0] < best[0]:
                        best = path
        if best is None:
            return None
        return Alignment(best[0], best[2], best[3], _steps(a, b, best))

    def _moves(
        self,
        a: str,
        b: str,
        i: int,
        j: int,
        place: int,
        a_spans: list[tuple[tuple[int, ...], ...]],
        b_spans: list[tuple[tuple[int, ...], ...]],
        slips: bool,
    ) -> list[Move]:
        """What can be taken of both words at these offsets."""
        n, m = len(a), len(b)
        moves: list[Move] = []
        a_torn, b_torn = _is_torn(a, i), _is_torn(b, j)
        for la in a_spans[i][place]:
            printed_a = a[i : i + la]
            for lb in b_spans[j][place]:
                if not la and not lb:
                    continue
                torn = (_TORN if la and a_torn else 0.0) + (_TORN if lb and b_torn else 0.0)
                at_end = i + la == n and j + lb == m
                for letters, last, rare, ma, mb in self._pair(place << 1 | at_end, printed_a, b[j : j + lb]):
                    moves.append((letters, last, rare + torn, ma, mb, la, lb, ""))
        if i < n and j < m and a[i] == b[j]:
            moves.append(("", "a" if a[i] in _LATIN_VOWELS else "t", _LITERAL, 0, 0, 1, 1, ""))
        if slips:
            moves.extend(("", after, cost, 0, 0, la, lb, kind) for after, cost, la, lb, kind in slips_at(a, b, i, j))
        return moves

    def read(self, word: str) -> tuple[float, int, str] | None:
        """The likeliest reading of one folded word, habits mixed or not: cost, bits of the schemes, letters.

        As `align` of the word with itself, but that the rarity of its schemes is not in the cost.
        """
        size = len(word)
        spans, places, apart = self._spans(word), self._places, self._apart
        # rank, cost, bits, letters
        states: list[dict[str, list[tuple[float, float, int, str]]]] = [{} for _ in range(size + 1)]
        states[0][_NOTHING] = [(0.0, 0.0, (1 << len(self.schemes)) - 1, "")]
        for start in range(size):
            torn = _TORN if _is_torn(word, start) else 0.0
            for last, kept in states[start].items():
                place = places.get(last, AFTER_CONSONANT)
                for length in spans[start][place]:
                    if not length:
                        continue
                    end = start + length
                    for letters, newest, rare, mask in self._read(place << 1 | (end == size), word[start:end]):
                        extra = rare + torn + (apart.get(last + letters[0], 0.0) if last else 0.0)
                        ahead = states[end].setdefault(newest, [])
                        for _, cost, bits, so_far in kept:
                            bits_after = bits & mask
                            cost_after = cost + extra + (_MIXED if bits and not bits_after else 0.0)
                            for known in ahead:
                                if known[1] <= cost_after and not bits_after & ~known[2]:
                                    break
                            else:
                                rank = cost_after + self._outlook(bits_after, bits_after) / 2
                                ahead.append((rank, cost_after, bits_after, so_far + letters))
                                if len(ahead) > _KEPT:
                                    ahead.remove(max(ahead))
        finals = [state for kept in states[size].values() for state in kept]
        if not finals:
            return None
        _, cost, bits, letters = min(finals)
        stray = 0.0 if bits & self.own_mask else _KINDRED if bits & self.related_mask else STRAY
        return cost + stray, bits, letters

    def _outlook(self, left: int, right: int) -> float:
        """What the schemes that are still possible will cost at the end."""
        cost = self.rare(left) + self.rare(right)
        if not (left & self.own_mask and right & self.own_mask):
            cost += _KINDRED if left & self.related_mask and right & self.related_mask else STRAY
        return cost

    def _explain(self, word: str, least: float = LEAST_LOOKS) -> tuple[Explanation, ...]:
        """The originals that one whole scheme reads the word from and that look enough like names, likeliest first."""
        folded = fold(word)
        dearest = (_BEST_LOOKS - least) / _LOOKS_COST  # what costs more cannot look like a name any more
        size = len(folded)
        if size < 2:
            return ()
        spans, places, apart = self._spans(folded), self._places, self._apart
        # letters so far → cost and bits, at each offset
        states: list[dict[str, tuple[float, int]]] = [{} for _ in range(size + 1)]
        states[0][""] = (0.0, self.own_mask)
        for start in range(size):
            if not states[start]:
                continue
            ranked = sorted((cost + self.rare(bits), so_far) for so_far, (cost, bits) in states[start].items())
            worst = min(ranked[0][0] + _BEAM_WIDTH, dearest)  # whatever comes after costs as much
            torn = _TORN if _is_torn(folded, start) else 0.0
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
                    for letters, _, rare, mask in self._read(place << 1 | (end == size), folded[start:end]):
                        bits = mask & before
                        if not bits:
                            continue
                        extra = cost + rare + torn + (apart.get(last + letters[0], 0.0) if last else 0.0)
                        if extra > dearest:
                            continue
                        whole = so_far + letters
                        old = ahead.get(whole)
                        ahead[whole] = (extra, bits) if old is None else (min(old[0], extra), old[1] | bits)
        found: dict[str, tuple[float, int]] = {}
        likeliest = sorted(states[size].items(), key=lambda entry: entry[1][0] + self.rare(entry[1][1]))[:_BEAM]
        for letters, (cost, bits) in likeliest:
            name = self.restored(letters)
            old_cost, old_bits = found.get(name, (9.9, 0))
            found[name] = (min(old_cost, cost), old_bits | bits)
        explained = []
        for letters, (cost, bits) in found.items():
            looks = self.plausibility(letters) or (_MARKED_LOOKS if _MARKS & set(folded) else 0.0)
            if looks - _LOOKS_COST * cost >= least:
                cost += self._unlikely_end(letters) + self.oddness(letters) + 0.1 / bits.bit_count() + self.rare(bits)
                explained.append((looks - _LOOKS_COST * cost, letters, bits))
        explained = [entry for entry in explained if entry[0] >= least]
        explained.sort(key=lambda entry: (-entry[0], entry[1]))
        return tuple(
            Explanation(self.name, letters.capitalize(), self.names(bits), round(looks, 3))
            for looks, letters, bits in explained[:5]
        )

    def plausibility(self, letters: str) -> float:
        """How much an original looks like a name of the language: by its end (0.9, 0.5), or 0 where nothing shows."""
        if len(letters) >= 4:
            if letters.endswith(self.alphabet.strong):
                return _BEST_LOOKS
            if letters.endswith(self.alphabet.weak):
                return 0.5
        return 0.0

    @lru_cache(maxsize=16384)  # noqa: B019  a script lives as long as the program
    def oddness(self, letters: str) -> float:
        """How little the letters of an original go together as they do in names: 0 where all have been met."""
        runs = self.alphabet.runs
        word = letters.lower().replace("ё", "е")
        vowels = self.alphabet.vowels
        start = 0
        while start < len(word) and word[start] not in vowels:
            start += 1
        odd = _ODD_START if start and word[:start] not in runs["starts"] else 0.0
        for at in range(len(word)):
            if not self._is_met(word[at], word[at + 1 : at + 2] or "$"):
                odd += _ODD_PAIR
            triple = word[at : at + 3]
            if (
                len(triple) == 3
                and triple not in runs["triples"]
                and not any(letter in vowels or letter in self.alphabet.signs for letter in triple)
            ):
                odd += _ODD_TRIPLE
        return odd

    def _is_met(self, one: str, other: str) -> bool:
        """Whether two letters (``$``: the end) stand side by side in names; a vowel does beside most consonants."""
        if (one + other).replace("ё", "е") in self.alphabet.runs["pairs"]:
            return True
        vowels, plain_vowels = self.alphabet.vowels, "аеоуиі"
        if one in vowels:
            return other not in vowels and other not in self.alphabet.signs and other != "$"
        return other in plain_vowels and one not in self.alphabet.signs

    def _unlikely_end(self, letters: str) -> float:
        return sum(cost for end, cost in self._unlikely_ends if letters.endswith(end))

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
    dominated = False
    for known in paths:
        if known[1] <= cost and not left & ~known[2] and not right & ~known[3]:
            return
        if cost <= known[1] and not known[2] & ~left and not known[3] & ~right:
            dominated = True
    if dominated:
        paths[:] = [p for p in paths if not (cost <= p[1] and not p[2] & ~left and not p[3] & ~right)]
    paths.append(path)
    if len(paths) > _KEPT:
        paths.remove(max(paths, key=lambda known: known[0]))


def _steps(a: str, b: str, path: Path | None) -> tuple[Step, ...]:
    """The moves of a path, first to last, with what they take of each word."""
    moves: list[Move] = []
    while path is not None and path[5] is not None:
        moves.append(path[5])
        path = path[4]  # type: ignore[assignment]
    steps = []
    i = j = 0
    for letters, _, _, _, _, la, lb, slip in reversed(moves):
        steps.append(Step(letters, a[i : i + la], b[j : j + lb], slip, i))
        i, j = i + la, j + lb
    return tuple(steps)


def _is_torn(word: str, at: int) -> bool:
    """Whether a reading that begins here would tear a digraph apart: at the h of kh, sh, th ..."""
    return 0 < at < len(word) and word[at] == "h" and word[at - 1] in "kszcptgw"
