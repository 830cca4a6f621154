"""Which words of a heading are its verbs: by the vocabulary, by their auxiliaries or by their ending, and by what
stands before them.
"""

from __future__ import annotations

from .heading_auxiliaries import Auxiliaries
from .heading_clause_words import BEING, DO, MODALS, NEGATIVES, PERFECT, Clause, is_adverb
from .heading_plain_verbs import PlainVerbs

__all__ = ["Verbs"]


class Verbs(Auxiliaries, PlainVerbs):
    """Finds finite verbs in the tokens of a heading; ``clauses`` are those found so far."""

    def verb_at(self, place: int, opened: bool) -> Clause | None:
        """The finite verb that begins here; ``opened`` says that a clause may begin without a subject here."""
        at, lows = place, self.lows
        negated = False
        while at < self.count and is_adverb(lows[at]):
            negated = negated or lows[at] in NEGATIVES
            at += 1
            if at + 1 < self.count and lows[at] in ("and", "but", ",") and lows[at + 1].endswith("ly"):
                at += 1
        if at >= self.count:
            return None
        if place and self.tokens[place - 1].name is not None and not self.tokens[place - 1].genitive:
            bare = self._bare_copula(place, at, negated)
            if bare is not None:
                return bare
        if lows[at] in BEING | PERFECT | DO | MODALS:
            if place and self.tokens[place - 1].genitive and lows[at] in MODALS:
                return None  # "Ash's will"
            if place and (lows[place - 1] == "to" or lows[at] in ("having", "being", "be", "been")):
                return None
            return self._with_auxiliaries(place, at, negated)
        before = self.tokens[place - 1] if place else None
        if before is None or (not opened and not self._may_follow(before, place)):
            return None
        return self._plain(place, at, negated, before)
