"""Who is named together with whom: "Ash, Birch and Rowan", read from the commas and words between their names."""

from __future__ import annotations

from .parties import Party
from .utterances import Reading

__all__ = ["Lists"]


class Lists:
    """The lists of parties in one reading, a party called by its number there."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._joins: dict[int, bool] = {}
        self._ands: dict[int, bool] = {}
        self._lows: dict[int, int] = {}  # found once for a whole run: of names without end, every one is asked for
        self._highs: dict[int, int] = {}
        self._lists: dict[tuple[int, int], tuple[Party, ...]] = {}

    def together(self, number: int) -> tuple[Party, ...]:
        """The party of this number and those it is joined to: "Ash, Birch and Rowan"."""
        bounds = self._bounds(number)
        known = self._lists.get(bounds)
        if known is None:
            found: dict[str, Party] = {}
            for party in self._reading.parties[bounds[0] : bounds[1] + 1]:
                found.setdefault(party.id, party)
            known = self._lists[bounds] = tuple(found.values())
        return known

    def is_list(self, number: int) -> bool:
        """Whether a party and the next one stand in one list."""
        return self._joined(number) and self._bounds(number)[1] > number

    def _bounds(self, number: int) -> tuple[int, int]:
        """The first and the last of the parties joined to this one; "before the members, Ash spoke" names no list."""
        low = self._low(number)
        if low < number:
            high = self._high(number)
        else:  # what opens a list is joined to the next whatever stands before it
            is_joined = number + 1 < len(self._reading.parties) and self._joined(number)
            high = self._high(number + 1) if is_joined else number
        if high - low < 2 and not any(self._by_and(place) for place in range(low, high)):
            return number, number
        return low, high

    def _low(self, number: int) -> int:
        low = number
        while low not in self._lows and low > 0 and self._joined(low - 1):
            if not self._by_and(low - 1) and low > 1 and self._joined(low - 2) and self._by_and(low - 2):
                break  # "Ash and Birch, Rowan" is a list and another name
            low -= 1
        first = self._lows.get(low, low)
        self._lows.update(dict.fromkeys(range(low, number + 1), first))
        return first

    def _high(self, number: int) -> int:
        """The last of the parties joined to one that others stand before."""
        high = number
        while high not in self._highs and high + 1 < len(self._reading.parties) and self._joined(high):
            if self._by_and(high - 1) and not self._by_and(high):
                break
            high += 1
        last = self._highs.get(high, high)
        self._highs.update(dict.fromkeys(range(number, high + 1), last))
        return last

    def _by_and(self, number: int) -> bool:
        known = self._ands.get(number)
        if known is None:
            gap = self._reading.text[
                self._reading.parties[number].end : self._reading.parties[number + 1].start
            ].split()
            known = self._ands[number] = any(word.strip(",") in ("and", "or", "&") for word in gap)
        return known

    def _joined(self, number: int) -> bool:
        """Whether a party and the next one are joined by no more than commas, "and" and titles."""
        known = self._joins.get(number)
        if known is None:
            known = self._joins[number] = self._is_joined(number)
        return known

    def _is_joined(self, number: int) -> bool:
        first, second = self._reading.parties[number], self._reading.parties[number + 1]
        gap = self._reading.text[first.end : second.start]
        if len(gap) > 40 or ";" in gap or "." in gap.replace("Mr.", "").replace("Dr.", ""):
            return False
        left = gap.replace(",", " , ").split()
        if not left or (first.genitive and left[0] != "and"):
            return False
        joins = sum(word in (",", "and", "or", "&") for word in left)
        rest = [
            word for word in left if word not in (",", "and", "or", "&", "the", "comrade", "comrades", "also", "with")
        ]
        return joins > 0 and all(word[0].isupper() for word in rest) and (left[0] in (",", "and", "or", "&"))
