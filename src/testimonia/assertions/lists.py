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

    def together(self, number: int) -> tuple[Party, ...]:
        """The party of this number and those it is joined to: "Ash, Birch and Rowan"."""
        reading = self._reading
        parties = reading.parties
        low, high = self._bounds(number)
        found: dict[str, Party] = {}
        for party in parties[low : high + 1]:
            found.setdefault(party.id, party)
        return tuple(found.values())

    def is_list(self, number: int) -> bool:
        """Whether a party and the next one stand in one list."""
        return self._joined(number) and self._bounds(number)[1] > number

    def _bounds(self, number: int) -> tuple[int, int]:
        """The first and the last of the parties joined to this one; "before the members, Ash spoke" names no list."""
        low = high = number
        while low > 0 and self._joined(low - 1):
            if not self._by_and(low - 1) and low > 1 and self._joined(low - 2) and self._by_and(low - 2):
                break  # "Ash and Birch, Rowan" is a list and another name
            low -= 1
        while high + 1 < len(self._reading.parties) and self._joined(high):
            if high > low and self._by_and(high - 1) and not self._by_and(high):
                break
            high += 1
        if high - low < 2 and not any(self._by_and(place) for place in range(low, high)):
            return number, number
        return low, high

    def _by_and(self, number: int) -> bool:
        gap = self._reading.text[self._reading.parties[number].end : self._reading.parties[number + 1].start].split()
        return any(word.strip(",") in ("and", "or", "&") for word in gap)

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
