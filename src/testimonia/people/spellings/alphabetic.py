"""Scripts that are letters: what each printed spelling may stand for, in which schemes, and what that costs.

Two spellings laid side by side are for `alignments`, what one by itself may be read as for `readings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from .inventories import Inventories
from .looks import Looks
from .schemes import AFTER_VOWEL, INITIAL, Alphabet, Scheme, Units, compile_units

__all__ = ["KEPT", "MIXED", "NOTHING", "STRAY", "AlphabeticScript", "Spans"]

KEPT = 4  # paths kept at each point of a walk: with fewer, consistent schemes get lost; with more, time does
MIXED = 0.5  # what it costs when no one scheme yields a side any more
STRAY = 0.35  # what schemes of two scripts on the two sides cost
NOTHING = ""  # before the first letter
_KINDRED = 0.2  # both sides by schemes of the kindred script only
_TORN = 0.3  # a letter whose spelling begins with the h of kh, sh, th
_SHOWN = 0.05  # a rare letter that the print shows
_PLACES = 3
_ALL_PLACES = (1 << _PLACES) - 1
_LISTED = [[place for place in range(_PLACES) if bits >> place & 1] for bits in range(1 << _PLACES)]

Spans = list[tuple[tuple[int, ...], ...]]
"""For each offset and place in a word, the lengths that some table has a spelling of."""


class AlphabeticScript:
    """A script whose schemes are tables of letters.

    ``related`` adds the schemes of a kindred script, their letters replaced by those of this one, so that a name in
    both languages' forms is laid side by side too; ``alone`` is this script without them, if its tables are compiled.
    Letters are looked up by a place: twice where in the word they stand (`after`), and one more at its end.
    """

    def __init__(
        self,
        alphabet: Alphabet,
        listed: Sequence[Scheme],
        related: AlphabeticScript | None = None,
        alone: AlphabeticScript | None = None,
    ) -> None:
        self.alphabet = alphabet
        self.looks = Looks(alphabet)
        self.own = tuple(listed)
        self._related = related
        self._alone = alone
        self.schemes = self.own + (related.own if related is not None else ())
        self.own_mask = (1 << len(self.own)) - 1
        self.related_mask = ((1 << len(self.schemes)) - 1) ^ self.own_mask
        self._pairs: dict[tuple[int, str, str], tuple[tuple[str, str, float, int, int], ...]] = {}
        self._reads: dict[tuple[int, str], tuple[tuple[str, str, float, int], ...]] = {}
        self.spans = lru_cache(maxsize=8192)(self._find_spans)
        self.outlook = lru_cache(maxsize=None)(self._find_outlook)

    @cached_property
    def units(self) -> Units:
        """What each spelling may stand for; see `compile_units`."""
        if self._related is None:
            return compile_units(self.alphabet, self.own)
        units = self._alone.units if self._alone is not None else compile_units(self.alphabet, self.own)
        units = [tuple({s: dict(letters) for s, letters in table.items()} for table in place) for place in units]  # type: ignore[misc]
        other = self._related
        for place, more_place in zip(units, compile_units(other.alphabet, other.own, in_kin=True), strict=True):
            for table, more_table in zip(place, more_place, strict=True):
                for spelling, by_letters in more_table.items():
                    mine = table.setdefault(spelling, {})
                    for letters, mask in by_letters.items():
                        mine[letters] = mine.get(letters, 0) | mask << len(self.own)
        return units

    @cached_property
    def after(self) -> dict[str, int]:
        """The place that stands after a letter; ``a`` and ``t`` are what follows a letter no table knows."""
        places = dict.fromkeys(self.alphabet.vowels, AFTER_VOWEL)
        return places | {NOTHING: INITIAL, "a": AFTER_VOWEL}

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
        return rare + sum(self.looks.apart.get(letters[at : at + 2], 0.0) for at in range(len(letters) - 1))

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

    def _find_spans(self, word: str) -> Spans:
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

    def letters_of(self, place: int, printed: str) -> tuple[tuple[str, str, float, int], ...]:
        """Letters that a print may stand for: the letters, the last of them, their cost, the bits of their schemes."""
        key = (place, printed)
        known = self._reads.get(key)
        if known is None:
            known = self._reads[key] = tuple(
                (letters, letters[-1], self._rare(letters, self._is_marked(letters, printed)), mask)
                for letters, mask in self.units[place >> 1][place & 1].get(printed, {}).items()
            )
        return known

    def letters_of_both(self, place: int, a: str, b: str) -> tuple[tuple[str, str, float, int, int], ...]:
        """Letters that both prints may stand for: the letters, the last of them, their cost, bits of each side."""
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
                self._rare(letters, self._is_marked(letters, a) or self._is_marked(letters, b)),
                left[letters],
                right[letters],
            )
            for letters in left  # in their order: of two as likely originals the first is taken
            if letters in right
        )
        self._pairs[key] = found
        return found

    def _is_marked(self, letters: str, printed: str) -> bool:
        """Whether the print itself shows a rare letter (``yo`` for ё)."""
        shown = self.alphabet.shown.get(letters[-1])
        return shown is not None and any(sign in printed for sign in shown)

    def _find_outlook(self, left: int, right: int) -> float:
        """What the schemes that are still possible will cost at the end."""
        return self.rare(left) + self.rare(right) + self.stray(left, right)

    def stray(self, left: int, right: int) -> float:
        """What it costs that schemes of the script itself do not yield both sides."""
        if left & self.own_mask and right & self.own_mask:
            return 0.0
        return _KINDRED if left & self.related_mask and right & self.related_mask else STRAY

    def names(self, mask: int) -> tuple[str, ...]:
        """The schemes of the bits, those met most first."""
        found = [scheme for bit, scheme in enumerate(self.schemes) if mask >> bit & 1]
        return tuple(scheme.name for scheme in sorted(found, key=lambda scheme: scheme.rare))

    @staticmethod
    def torn(word: str, at: int) -> float:
        """What a letter costs that tears a digraph apart: one read from the h of kh, sh, th ..."""
        return _TORN if 0 < at < len(word) and word[at] == "h" and word[at - 1] in "kszcptgw" else 0.0
