"""Which words of a heading are its verbs: by the vocabulary, by their auxiliaries or by their ending, and by what
stands before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.model import Act
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.kinds import is_people
from testimonia.words.lexicon import is_common_word

from .acts import Form, Group, Hit, Object, Usage, Vocabulary
from .heading_clause_words import (
    ADJECTIVAL,
    AUXILIARIES,
    BEING,
    COORDINATORS,
    DO,
    HAVE,
    INTRANSITIVE,
    LEADING_FORMS,
    MODALS,
    NEGATIVES,
    NOT_PAST,
    ORDINALS,
    PERFECT,
    PLACES,
    REFUSING,
    TRANSPARENT,
    UNCHANGED,
    Clause,
    Link,
    is_adverb,
    is_participle,
    is_past,
)
from .heading_phrases import POSSESSIVES, PRONOUNS, is_agents
from .heading_tokens import Token

__all__ = ["Verbs"]

_BEHIND_PASSIVES = ("by", "in", "at", "for", ".", "after", "on", "from", "without", "under")
_LONGEST_CAUSED = 7  # "had Rowe's old house in the yard burned"


class Verbs:
    """Finds finite verbs in the tokens of a heading; ``clauses`` are those found so far."""

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
            following in ("", "of", "for", "in", "and")
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

    def _has_object(self, at: int) -> bool:
        """Whether a name or an article follows: "convicts Rowe"."""
        after = self.tokens[at + 1] if at + 1 < self.count else None
        return after is not None and (after.name is not None or after.low in ("the", "a", "his", "her", "their"))

    def _may_follow(self, before: Token, place: int) -> bool:
        low = before.low
        if low in ("all", "both", "many", "some", "others", "several"):
            return place == 1 or (place > 1 and self.lows[place - 2] == "and")
        if before.genitive or before.low in DETERMINERS or low in PREPOSITIONS or low in POSSESSIVES or before.number:
            return False
        return low not in ("to",)

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
        if last in DO and lows[at + 1 : at + 3] in (["best", "to"], ["utmost", "to"]):  # "does his best to prove"
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
            quality = self.vocabulary.known(low, Group.QUALITIES) if low else ()
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
        return not self.vocabulary.known(low, Group.QUALITIES)

    def _is_participle(self, at: int, hit: Hit) -> bool:
        """Whether it may be one: "burned" is, though "burnt" is given as one."""
        return Form.PARTICIPLE in hit.forms or (Form.PAST in hit.forms and self.lows[at].endswith("ed"))

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

    def _is_one_thing(self, begin: int) -> bool:
        """Whether "a" or "an" opens the noun before: "a police spy" is no verb's subject."""
        at = begin - 1
        while at > 0 and self.lows[at] and not self.tokens[at].is_mark and self.lows[at] not in PREPOSITIONS:
            if self.lows[at] in ("a", "an"):
                return True
            at -= 1
        return at == 0 and self.lows[0] in ("a", "an")

    def _goes_on(self, low: str) -> bool:
        """Whether a second verb may stand in its base form after "and": the first does, or has a modal."""
        last = self.clauses[-1] if self.clauses else None
        if low not in ("and", "but", "or") or last is None:
            return False
        return bool(last.modal) or any(Form.BASE in hit.forms for hit in last.hits)

    def _can_be_passive(self, usage: Usage, end: int) -> bool:
        if end < self.count and self.lows[end] == "by":
            return True
        if usage.group is Group.SAYS:
            return usage.object is Object.PERSON
        return usage.name != "deeds.event"

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

    def _unknown(self, begin: int, at: int, negated: bool, before: Token, following: str) -> Clause | None:
        """A verb that the vocabulary does not have, by its ending."""
        low = self.lows[at]
        known = is_common_word(low) or is_past(low) or is_participle(low)
        if not known or self.tokens[at].genitive or low in NOT_PAST:
            return None
        named = before.name is not None or before.low in PRONOUNS or self._is_joined(begin)
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
