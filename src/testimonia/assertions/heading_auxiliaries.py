"""Verbs of a heading with auxiliaries before them, or with a copula, be it printed or left out."""

from __future__ import annotations

from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.lexicon import is_common_word

from .acts import Form, Group, Hit
from .heading_clause_words import (
    ADJECTIVAL,
    AUXILIARIES,
    BEING,
    COORDINATORS,
    DO,
    HAVE,
    MANNER,
    MODALS,
    NEGATIVES,
    NOT_PAST,
    ORDINALS,
    PERFECT,
    UNCHANGED,
    Clause,
    Link,
    is_adverb,
    is_participle,
)
from .heading_places import Places

__all__ = ["Auxiliaries"]

_LONGEST_CAUSED = 7  # "had Rowe's old house in the yard burned"


class Auxiliaries(Places):
    """Reads what an auxiliary opens: "has denied", "was shot", "is a thief", "had the house burned"."""

    def _with_auxiliaries(self, begin: int, at: int, negated: bool) -> Clause | None:
        lows, _passive, modal, perfect = self.lows, False, "", False
        last = ""
        present = lows[at] not in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't")
        while at < self.count:
            low = lows[at]
            if low in MODALS:
                modal = low
            if low in NEGATIVES and low != "no":  # "had no part in" says it itself
                negated = True
            if low in BEING | PERFECT | DO | MODALS:
                last = low
                perfect = perfect or low in PERFECT
                at += 1
            elif self._is_plain_adverb(low):
                at += 1
            else:
                break
        caused = self._caused_at(begin, at, last, negated, present) if last in HAVE and not modal else None
        if caused is not None:
            return caused
        if last in DO and lows[at + 1 : at + 3] in (["best", "to"], ["utmost", "to"]):  # "does his best to clear Ash"
            at += 3
        if at < self.count and lows[at] == "no" and last in BEING:
            negated = True
        hits = self.hits(at)
        phrase = self._phrase_at(at - 1, last in DO) if last in BEING | PERFECT | DO else ()
        if phrase:  # "is certain that", "had no faith in"
            negated = bool(NEGATIVES & set(lows[begin:at]))
            return Clause(
                Link.MAIN, (0, 0), begin, at - 1, phrase[0].last, phrase, negated=negated, modal=modal, present=present
            )
        if last in BEING:
            participles = tuple(h for h in hits if self._is_participle(at, h))
            if at < self.count and lows[at]:
                participles = (*self.vocabulary.passives_at(lows, at), *participles)
            going = tuple(h for h in hits if Form.ING in h.forms)
            low = lows[at] if at < self.count else ""
            regular = (low.endswith("ed") and len(low) > 4 and is_common_word(low)) or is_participle(low)
            regular = regular or low in UNCHANGED
            if low in ADJECTIVAL or (low and not hits and self.vocabulary.known(low, Group.DEEDS)):
                participles, going, regular = (), (), False
            if participles or (regular and not hits and not self.vocabulary.known(low, Group.QUALITIES)):
                end = participles[0].last if participles else at + 1
                return Clause(
                    Link.MAIN,
                    (0, 0),
                    begin,
                    at,
                    end,
                    participles,
                    negated=negated,
                    passive=True,
                    modal=modal,
                    perfect=perfect,
                    present=present,
                )
            quality = low and not self._is_plain_adverb(low) and self.vocabulary.known(low, Group.QUALITIES)
            if not quality and (going or (low.endswith("ing") and len(low) > 5 and is_common_word(low))):
                end = going[0].last if going else at + 1
                return self._through(
                    Clause(Link.MAIN, (0, 0), begin, at, end, going, negated=negated, modal=modal, present=present)
                )
            copula = Clause(
                Link.MAIN, (0, 0), begin, at, at, (), negated=negated, copula=True, modal=modal, present=present
            )
            return self._one_to(copula)
        if at >= self.count or (
            last in DO | PERFECT and (self.lows[at] in DETERMINERS | PREPOSITIONS or self.tokens[at].is_mark)
        ):
            return Clause(Link.MAIN, (0, 0), begin, at - 1, at, (), negated=negated, present=present)
        if not hits and at < self.count and not self.tokens[at].is_mark:
            end = min(at + 1, self.count)
            if last in PERFECT and not lows[at].endswith("ed") and not is_participle(lows[at]):  # "had high positions"
                return Clause(Link.MAIN, (0, 0), begin, at - 1, at, (), negated=negated, perfect=False, present=present)
        else:
            end = hits[0].last if hits else at
        present = present and not perfect  # "has forgotten" is told of the past
        return self._through(
            Clause(
                Link.MAIN, (0, 0), begin, at, end, hits, negated=negated, modal=modal, perfect=perfect, present=present
            )
        )

    def _phrase_at(self, place: int, does: bool) -> tuple[Hit, ...]:
        """What the vocabulary has that begins with this auxiliary and says something, or does ("did nothing")."""
        found = self.vocabulary.at(self.lows, place) if self.lows[place] else ()
        groups = (Group.SAYS, Group.DEEDS) if does else (Group.SAYS,)
        if found and found[0].usage.group is Group.QUALITIES:
            return ()  # "did nothing wrong"
        return tuple(hit for hit in found if hit.last - place > 1 and hit.usage.group in groups)

    def _is_plain_adverb(self, low: str) -> bool:
        """Whether a word between an auxiliary and its verb only colours it: not "was well", "was orderly"."""
        if not is_adverb(low) or low in ("well", "very", "too", "hard"):
            return False
        return not any(usage.name not in MANNER for usage in self.vocabulary.known(low, Group.QUALITIES))

    def _caused_at(self, begin: int, at: int, have: str, negated: bool, present: bool) -> Clause | None:
        """ "had the house burned": the deed of who has it done."""
        if at >= self.count or have == "having" or self.tokens[at].is_mark:
            return None
        low = self.lows[at]
        if low.endswith("ed") or low in ("no", "to") or low in PREPOSITIONS or is_participle(low):
            return None
        for n in range(at + 1, min(at + _LONGEST_CAUSED, self.count)):
            low = self.lows[n]
            if (
                low in AUXILIARIES
                or low in COORDINATORS
                or low in PREPOSITIONS - {"of", "in"}
                or low in ("who", "that")
            ):
                return None
            hits = tuple(hit for hit in self.hits(n) if self._is_participle(n, hit) and hit.usage.group is Group.DEEDS)
            after = self.lows[n + 1] if n + 1 < self.count else "by"
            ends = after in PREPOSITIONS or after in COORDINATORS
            if not hits and ends and low.endswith("ed") and low not in NOT_PAST and is_common_word(low):
                clause = Clause(Link.MAIN, (0, 0), begin, n, n + 1, (), negated=negated, present=present)
                clause.caused = (at, n)
                return clause
            if hits and not self._has_object(hits[0].last - 1):
                clause = Clause(Link.MAIN, (0, 0), begin, n, hits[0].last, hits, negated=negated, present=present)
                clause.caused = (at, n)
                return clause
        return None

    def _one_to(self, clause: Clause) -> Clause:
        """ "is the last to swear", "was the first man to confess", "is the one who did it": the verb after it."""
        at = clause.end
        for n in range(at, min(at + 6, self.count)):
            before = self.lows[n - 1]
            ranked = n > at and self.lows[n] == "to" and self.lows[at] in ("the", "among", "one")
            ranked = ranked and bool(ORDINALS & set(self.lows[at:n]))
            ready = n > at and before in ("one", "man", "willing", "ready", "able", "unwilling", "unable", "likely")
            if self.lows[n] == "who" and n > at:
                if before not in ("one", "man", "ones", "men"):
                    return clause
                ready = True
            if ready or ranked:
                hits = self.hits(n + 1)
                if hits or (ranked and n + 1 < self.count and self.lows[n + 1]):
                    negated = clause.negated != (before in ("unwilling", "unable"))
                    end = hits[0].last if hits else n + 2
                    return Clause(
                        Link.MAIN, (0, 0), clause.begin, n + 1, end, hits, negated=negated, present=clause.present
                    )
            if self.tokens[n].is_mark or self.tokens[n].name is not None:
                break
        return clause

    def _bare_copula(self, begin: int, at: int, negated: bool) -> Clause | None:
        """ "Ash not guilty", "Ash willing to testify": the copula is left out."""
        low = self.lows[at]
        following = self.lows[at + 1] if at + 1 < self.count else ""
        noun = self._ascribed_noun(at)
        if noun and not self.clauses:
            no = low in ("no", "not")
            return Clause(Link.MAIN, (0, 0), begin, at, at, (), negated=negated or no, copula=True, present=True)
        if low in ("willing", "ready", "unwilling", "unable", "able") and following == "to":
            hits = tuple(h for h in self.hits(at + 2) if Form.BASE in h.forms)
            if hits:
                refused = low in ("unwilling", "unable")
                return Clause(
                    Link.MAIN, (0, 0), begin, at + 2, hits[0].last, hits, negated=negated != refused, present=True
                )
        if (
            following in ("", "of", "for", "in", "and", "to")
            and self.vocabulary.known(low, Group.QUALITIES)
            and not self.hits(at)
        ):
            return Clause(Link.MAIN, (0, 0), begin, at, at, (), negated=negated, copula=True, present=True)
        return None

    def _ascribed_noun(self, at: int) -> bool:
        """Whether all that is left is "a thief", "not the murderer", "no coward" and the like."""
        n = at + 1 if self.lows[at] == "not" else at
        if n >= self.count or self.lows[n] not in ("a", "an", "the", "no"):
            return False
        for k in range(n + 1, min(n + 4, self.count)):
            known = self.vocabulary.at(self.lows, k) if self.lows[k] else ()
            last = k + 1 == self.count or self.lows[k + 1] in PREPOSITIONS
            if last:
                groups = {hit.usage.group for hit in known if Form.NOUN in hit.forms}
                return bool(groups & {Group.QUALITIES, Group.DEEDS})
        return False
