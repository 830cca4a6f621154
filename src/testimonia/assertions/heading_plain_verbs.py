"""Verbs of a heading without an auxiliary: told by the vocabulary or by their ending, and active or passive."""

from __future__ import annotations

from testimonia.words.kinds import is_people
from testimonia.words.lexicon import is_common_word

from .acts import Form, Group, Hit, Object, Usage
from .heading_clause_words import (
    BEING,
    COORDINATORS,
    INTRANSITIVE,
    MODALS,
    NEGATIVES,
    NOT_PAST,
    PERFECT,
    PLACES,
    UNCHANGED,
    Clause,
    Link,
    is_adverb,
    is_participle,
    is_past,
)
from .heading_phrases import PRONOUNS, is_agents
from .heading_places import Places
from .heading_tokens import Token

__all__ = ["PlainVerbs"]

_BEHIND_PASSIVES = ("by", "in", "at", "for", ".", "after", "on", "from", "without", "under")


class PlainVerbs(Places):
    """Reads "Ash denies it", "Ash and Rowe deny it", "Ash arrested in May", "Ash claims to have known nothing"."""

    def _plain(self, begin: int, at: int, negated: bool, before: Token) -> Clause | None:
        low = self.lows[at]
        if not low or self.tokens[at].is_mark or low in PRONOUNS or low in COORDINATORS:
            return None
        hits = self.hits(at)
        claiming = self._claiming_at(begin, at, negated)
        if claiming is not None:
            return claiming
        following = self.lows[at + 1] if at + 1 < self.count else "."
        if before.low == "those" or (begin > 1 and is_adverb(before.low) and self.lows[begin - 2] == "those"):
            return None  # "those shot at the trial"
        if (
            following in (BEING - {"being", "been", "be"}) | (PERFECT - {"having"}) | MODALS
            or before.low in ("being", "been")
            or (
                is_agents(low)
                and before.name is None
                and not self._has_object(at)
                and not any(h.usage.group is Group.SAYS for h in hits)
            )
        ):
            return None
        if low in ("lies", "rests", "falls") and before.low in ("blame", "fault", "guilt", "responsibility"):
            return Clause(Link.MAIN, (0, 0), begin, at, at + 1, (), negated=negated, present=True)
        if low == "lies" and following in PLACES:
            return None  # "the town lies on the river"
        forms = frozenset(form for hit in hits for form in hit.forms)
        names = (
            before.name is not None
            or before.low in PRONOUNS
            or before.low in ("who", "latter", "former")
            or self._is_joined(begin)
        )
        noun = any(Form.NOUN in hit.forms for hit in self.vocabulary.at(self.lows, at)) if hits else False
        if not hits:
            return self._unknown(begin, at, negated, before, following)
        if (
            any(h.usage.said for h in hits)
            and Form.PAST in forms
            and following == "to"
            and self.lows[at + 2 : at + 3] in (["have"], ["be"])
        ):
            return Clause(
                Link.MAIN, (0, 0), begin, at, at + 1, (), negated=negated, passive=True
            )  # "said to have fled"
        if forms & {Form.PAST, Form.PARTICIPLE}:
            usable = tuple(h for h in hits if h.forms & {Form.PAST, Form.PARTICIPLE})
            end = usable[0].last
            alone = end == at + 1 and self._can_be_passive(usable[0].usage, end)
            reduced = alone and (self._is_reduced(end, forms, low) or self._lacks_object(usable[0], end))
            reduced = reduced or self._is_verdict(usable[0], end)
            return self._through(Clause(Link.MAIN, (0, 0), begin, at, end, usable, negated=negated, passive=reduced))
        if Form.THIRD in forms:
            if (following == "of" and hits[0].last - at < 2) or self.tokens[at].genitive:
                return None
            if (
                noun
                and not names
                and not self._has_object(at)
                and before.low not in ("and", "but", ",", "or", "who")
                and not is_adverb(before.low)
            ):
                return None
            if (
                noun
                and before.name is not None
                and (following in ("and", "for", "in", "at", ".") or following in BEING)
            ):
                return None
            usable = tuple(h for h in hits if Form.THIRD in h.forms)
            return self._through(
                Clause(Link.MAIN, (0, 0), begin, at, usable[0].last, usable, negated=negated, present=True)
            )
        if Form.BASE in forms:
            if self._is_one_thing(begin):
                return None
            many = (
                before.low.endswith("s")
                or before.low.endswith("men")
                or before.low in ("they", "we", "i", "who", "people", "all", "others", "some", "many")
            )
            last = self.clauses[-1] if self.clauses else None
            seen = last is not None and last.takes_clause and last.end == begin - 1
            closed = before.name is not None or before.low.endswith("ed")
            many = (
                many
                or (before.low in ("him", "her", "them") and seen)
                or is_agents(before.low or "-")
                or (closed and bool({"those", "all", "two", "several"} & set(self.lows[:begin])))
            )
            many = many or self._is_joined(begin) or is_people(before.low or "x") or self._goes_on(before.low)
            if not many or following == "of" or (noun and before.name is not None and not self._is_joined(begin)):
                return None
            usable = tuple(h for h in hits if Form.BASE in h.forms)
            if noun and following in ("and", "in", "for", "at", "was", "is", "were", "are"):
                return None
            return self._through(
                Clause(Link.MAIN, (0, 0), begin, at, usable[0].last, usable, negated=negated, present=True)
            )
        return None

    def _unknown(self, begin: int, at: int, negated: bool, before: Token, following: str) -> Clause | None:
        """A verb that the vocabulary does not have, by its ending."""
        low = self.lows[at]
        known = is_common_word(low) or is_past(low) or is_participle(low)
        if not known or self.tokens[at].genitive or low in NOT_PAST:
            return None
        named = before.name is not None or before.low in PRONOUNS or self._is_joined(begin)
        named = named or before.low in ("nothing", "everything")
        past = (low.endswith("ed") and len(low) > 3) or is_past(low)
        named = named or self._is_behind_apposition(begin)
        past = past or (low in UNCHANGED and (named or self._is_behind_noun(begin)) and not before.low.endswith("s"))
        participle = low.endswith("ed") or is_participle(low)
        if (past or participle) and (named or not is_adverb(before.low)):
            forms = frozenset([Form.PAST] * past + [Form.PARTICIPLE] * participle)
            reduced = self._is_reduced(at + 1, forms, low)
            if reduced and not past and following not in _BEHIND_PASSIVES:
                return None
            return self._through(Clause(Link.MAIN, (0, 0), begin, at, at + 1, (), negated=negated, passive=reduced))
        ending = low.endswith("s") and not low.endswith("ss") and len(low) > 3
        if (
            ending
            and (named or following in ("a", "the", "his", "her"))
            and following not in ("of", "and", ".", "in", "at", "for")
        ):
            return self._through(Clause(Link.MAIN, (0, 0), begin, at, at + 1, (), negated=negated, present=True))
        return None

    def _claiming_at(self, begin: int, at: int, negated: bool) -> Clause | None:
        """ "claims to have known nothing": what he says of himself."""
        if not self.lows[at].startswith(("claim", "profess", "swor", "swear")) or self.lows[at + 1 : at + 2] != ["to"]:
            return None
        verb = at + 2
        perfect = self.lows[verb : verb + 1] == ["have"]
        verb += perfect
        while verb < self.count and is_adverb(self.lows[verb]):
            negated = negated or self.lows[verb] in NEGATIVES
            verb += 1
        if verb >= self.count or not (perfect or self.lows[verb] == "be"):
            return None
        clause = Clause(Link.MAIN, (0, 0), begin, verb, verb + 1, (), negated=negated)
        if self.lows[verb] in ("be", "been"):
            clause.copula, clause.end = True, verb + 1
        else:
            hits = tuple(hit for hit in self.hits(verb) if self._is_participle(verb, hit))
            clause.hits, clause.end = hits, hits[0].last if hits else verb + 1
        clause.claimed = True
        return clause

    def _can_be_passive(self, usage: Usage, end: int) -> bool:
        if end < self.count and self.lows[end] == "by":
            return True
        if usage.group is Group.SAYS:
            return usage.object is Object.PERSON
        return usage.name != "deeds.event"

    def _is_reduced(self, end: int, forms: frozenset[Form], low: str) -> bool:
        """Whether a bare past form is a passive without its auxiliary ("Ash arrested in May"): no object follows."""
        if Form.PARTICIPLE not in forms or self.lows[end - 1] in INTRANSITIVE:
            return False
        if Form.PAST not in forms:
            return True
        if end >= self.count:
            return False
        low = self.lows[end]
        return low in (
            "by",
            "because",
            "for",
            "in",
            "at",
            "after",
            "before",
            "just",
            "when",
            "during",
            "as",
            "on",
            "from",
        ) or is_adverb(low)

    def _lacks_object(self, hit: Hit, end: int) -> bool:
        """ "Ash acquitted", "Ash accused of theft": a verb that cannot do without an object has none."""
        if Form.PARTICIPLE not in hit.forms or (end < self.count and self.lows[end] != "of"):
            return False
        usage = hit.usage
        if self.lows[hit.first] == "suspected" and end < self.count:
            return True
        return (usage.group is Group.SAYS and usage.object is Object.PERSON) or usage.name == "deeds.killing"

    def _is_verdict(self, hit: Hit, end: int) -> bool:
        """ "Ash found guilty", "Ash cleared of murder": the verdict stands right behind the verb."""
        usage, last = hit.usage, self.lows[end - 1]
        if usage.group is not Group.SAYS or usage.object is not Object.PERSON or hit.gap is not None:
            return False
        verdict = last in ("guilty", "innocent", "blameless", "of") and Form.PARTICIPLE in hit.forms
        return verdict and end - hit.first > 1 and not (end < self.count and self._has_object(end - 1))
