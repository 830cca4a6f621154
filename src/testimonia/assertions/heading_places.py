"""What stands around a word of a heading: whether it may be the subject or the object of a verb."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.model import Act
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS

from .acts import Form, Group, Hit, Vocabulary
from .heading_clause_words import AUXILIARIES, LEADING_FORMS, REFUSING, TRANSPARENT, Clause
from .heading_phrases import POSSESSIVES
from .heading_tokens import Token

__all__ = ["Places"]


class Places:
    """The tokens of a heading with what the vocabulary has for them; ``clauses`` are those found so far."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.lows = [token.low for token in tokens]
        self.vocabulary = vocabulary
        self.count = len(tokens)
        self.clauses: list[Clause] = []
        self._hits: dict[int, tuple[Hit, ...]] = {}
        self.asked = False  # whether an indirect question is open, to which bare verbs may belong

    def hits(self, place: int) -> tuple[Hit, ...]:
        """What the vocabulary has that begins with a verb here."""
        if place >= self.count or not self.lows[place]:
            return ()
        known = self._hits.get(place)
        if known is not None:
            return known
        found = (
            hit for hit in self.vocabulary.at(self.lows, place) if hit.is_verb and hit.usage.group is not Group.MARKS
        )
        known = self._hits[place] = tuple(hit for hit in found if hit.gap is None or not self._is_crossed(*hit.gap))
        return known

    def _is_crossed(self, first: int, last: int) -> bool:
        """Whether another verb lies in the gap of a phrase."""
        return any(
            low in AUXILIARIES or low in ("that", "and", "but", ",", "who", "he", "she", "they")
            for low in self.lows[first:last]
        )

    def _has_object(self, at: int) -> bool:
        """Whether a name or an article follows: "convicts Rowe"."""
        after = self.tokens[at + 1] if at + 1 < self.count else None
        return after is not None and (after.name is not None or after.low in ("the", "a", "his", "her", "their"))

    def _may_follow(self, before: Token, place: int) -> bool:
        low = before.low
        if low in ("all", "both", "many", "some", "others", "several"):
            return place == 1 or (place > 1 and self.lows[place - 2] in ("and", "but"))
        if before.genitive or before.low in DETERMINERS or low in PREPOSITIONS or low in POSSESSIVES or before.number:
            return False
        return low not in ("to",)

    def _is_joined(self, begin: int) -> bool:
        """Whether the name before is one of several ("Ash and Rowe deny")."""
        at = begin - 1
        if at < 0 or self.tokens[at].name is None or self.tokens[at].genitive:
            return False
        at -= 1
        while at > 0 and begin - at < 4 and self.lows[at] != "and":
            if self.tokens[at].name is not None or self.lows[at] in PREPOSITIONS:
                return False
            at -= 1
        return at > 0 and self.lows[at] == "and" and self.tokens[at - 1].name is not None

    def _is_one_thing(self, begin: int) -> bool:
        """Whether "a" or "an" opens the noun before: "a police spy" is no verb's subject."""
        at = begin - 1
        while at > 0 and self.lows[at] and not self.tokens[at].is_mark and self.lows[at] not in PREPOSITIONS:
            if self.lows[at] in ("a", "an"):
                return True
            at -= 1
        return at == 0 and self.lows[0] in ("a", "an")

    def _is_behind_noun(self, begin: int) -> bool:
        """ "the dam burst": the noun before has its article, and nothing else can be the verb."""
        first = next((n for n in range(begin - 1, -1, -1) if self.lows[n] in ("the", "a", "an")), None)
        follows = self.lows[begin + 1] if begin + 1 < self.count else "in"
        return first == 0 and begin - first in (2, 3) and (follows in PREPOSITIONS or follows in DETERMINERS)

    def _is_behind_apposition(self, begin: int) -> bool:
        """ "Ash, the night porter, let": a name stands before the words between commas."""
        if begin < 4 or self.lows[begin - 1] != ",":
            return False
        comma = next((n for n in range(begin - 2, 0, -1) if self.lows[n] == ","), 0)
        return comma > 0 and self.tokens[comma - 1].name is not None and self.lows[comma + 1] in DETERMINERS

    def _goes_on(self, low: str) -> bool:
        """Whether a second verb may stand in its base form after "and": the first does, or has a modal."""
        last = self.clauses[-1] if self.clauses else None
        if low not in ("and", "but", "or") or last is None:
            return False
        return bool(last.modal) or any(Form.BASE in hit.forms for hit in last.hits)

    def _is_participle(self, at: int, hit: Hit) -> bool:
        """Whether it may be one: "burned" is, though "burnt" is given as one."""
        return Form.PARTICIPLE in hit.forms or (Form.PAST in hit.forms and self.lows[at].endswith("ed"))

    def _through(self, clause: Clause) -> Clause:
        """Past verbs that lead to another: "tries to deny", "refuses to confess", "willing to denounce"."""
        for _ in range(3):
            stem = LEADING_FORMS.get(self.lows[clause.verb], self.lows[clause.verb])
            if clause.passive or stem not in TRANSPARENT | REFUSING:
                break
            if (
                clause.hits
                and clause.hits[0].last - clause.hits[0].first > 1
                and (clause.hits[0].usage.group is Group.SAYS or clause.hits[0].usage.act is Act.ACCUSES)
            ):
                break
            at = clause.verb + 1
            if at < self.count and self.lows[at] == "to":
                at += 1
            elif stem != "help":
                break
            hits = tuple(h for h in self.hits(at) if Form.BASE in h.forms)
            if not hits:
                if stem in ("try", "attempt", "want") and at < self.count and clause.verb + 1 < at:
                    clause.verb, clause.end, clause.hits = at, at + 1, ()
                break
            clause.negated = clause.negated != (stem in REFUSING)
            clause.verb, clause.end, clause.hits = at, hits[0].last, hits
        return clause
