"""Which words of a heading are its verbs: by the vocabulary, by their auxiliaries or by their ending, and by what
stands before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS
from testimonia.words.kinds import is_people
from testimonia.words.lexicon import is_common_word
from testimonia.words.verbs import is_irregular_participle, is_irregular_past, verb_forms

from .acts import Form, Group, Hit, Object, Usage, Vocabulary
from .heading_phrases import POSSESSIVES, PRONOUNS, is_agents
from .heading_tokens import Token

__all__ = ["AUXILIARIES", "COORDINATORS", "NEGATIVES", "Clause", "Link", "Verbs", "is_adverb"]

COORDINATORS = frozenset(("and", "but", "or", ",", ";", "while", "whereas", "nor", "–"))
_HAVE = frozenset("has have had having".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_MODALS = frozenset(
    "will would shall should can could may might must cannot can't won't wouldn't couldn't shouldn't mustn't".split()
)
_NOT = frozenset(
    """
    isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't cannot can't won't wouldn't couldn't
    shouldn't mustn't
    """.split()
)
_BE = BE | frozenset("isn't wasn't aren't weren't".split())
_PERFECT = _HAVE | frozenset("hasn't haven't hadn't".split())
NEGATIVES = frozenset("not never no none nobody neither nor hardly scarcely".split()) | _NOT
ADVERBS = frozenset(
    """
    not never also only always now then again once still already just even ever soon later often first both all
    neither perhaps maybe hardly scarcely well very quite rather almost nearly fully too further early fast hard
    somewhat afterwards afterward meanwhile thereupon thereafter therefore thus nevertheless nonetheless however
    instead likewise otherwise twice thrice sometimes seldom yet long since alone alike indeed next last together
    """.split()
)
_TRANSPARENT = frozenset(
    """
    try attempt begin start continue agree come go help seem appear want willing ready able prepare hope intend
    choose
    """.split()
)
_REFUSING = frozenset("refuse fail decline unable unwilling cease".split())
_LEADING = "try attempt begin:began:begun start continue agree come:came:come go:went:gone help seem appear want refuse"
_FORMS = {
    form: forms.base
    for forms in map(
        verb_forms, (*_LEADING.split(), "fail", "decline", "hope", "intend", "choose:chose:chosen", "prepare", "cease")
    )
    for form in (forms.third, forms.past, forms.participle, forms.ing)
}


# participles that tell a state
_ADJECTIVAL = frozenset(
    """
    qualified talented interested devoted gifted united limited concerned pleased convinced ashamed opposed
    dedicated experienced justified
    """.split()
)


AUXILIARIES = _BE | _PERFECT | _DO | _MODALS
_UNCHANGED = frozenset("cut put set hit shut let hurt spread burst thrust cast shed split read beset upset".split())
_NOT_PAST = frozenset(  # what ends as pasts do and is none
    """
    hundred hundreds kindred sacred naked wicked rugged ragged aged indeed speed need deed seed feed weed breed creed
    greed exceed proceed succeed hatred shed sled biped quadruped infrared
    """.split()
)
_PLACES = frozenset("in on at near between along under beneath behind beyond off within".split())
_ORDINALS = frozenset("first last only next second".split())
_LONGEST_CAUSED = 7  # "had Rowe's old house in the yard burned"


class Link(StrEnum):
    """How a clause hangs on what stands before it."""

    MAIN = "main"
    CONTENT = "content"  # what somebody says
    RELATIVE = "relative"  # "who …"
    SUB = "sub"  # "when …", "because …"
    PARTICIPLE = "participle"  # "… denouncing it"


@dataclass(slots=True)
class Clause:
    """A verb with its places among the tokens.

    ``subject`` is where its subject stands, empty where it is that of the clause before; ``hits`` are the entries of
    the vocabulary that its verb may be, ``begin`` its first word with auxiliaries, ``verb`` its own, ``end`` where its
    object begins and ``stop`` where that ends. ``holder`` is the number of the clause that it is the content of.
    """

    link: Link
    subject: tuple[int, int]
    begin: int
    verb: int
    end: int
    hits: tuple[Hit, ...]
    stop: int = 0
    negated: bool = False
    passive: bool = False
    copula: bool = False
    modal: str = ""
    perfect: bool = False
    present: bool = False
    purpose: bool = False
    said_by_inversion: bool = False
    holder: int | None = None
    addressee: tuple[int, int] | None = None
    contents: list[int] = field(default_factory=list)
    same_subject: bool = False
    causing: bool = False  # "gets Rowe to admit": what Rowe does is another clause
    caused: tuple[int, int] | None = None  # "had THE HOUSE burned": what it is done to

    def usage(self, group: Group) -> Usage | None:
        """The first usage of a group that the verb has."""
        return next((hit.usage for hit in self.hits if hit.usage.group is group), None)

    @property
    def saying(self) -> Usage | None:
        """The usage as a word of saying."""
        return self.usage(Group.SAYS)

    @property
    def takes_clause(self) -> bool:
        """Whether what follows can be a clause that says something."""
        usage = self.saying
        return usage is not None and usage.object in (Object.CLAUSE, Object.DEED)


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4)


class Verbs:
    """Finds finite verbs in the tokens of a heading; ``clauses`` are those found so far."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.lows = [token.low for token in tokens]
        self.vocabulary = vocabulary
        self.count = len(tokens)
        self.clauses: list[Clause] = []
        self.asked = False  # whether an indirect question is open, to which bare verbs may belong

    def hits(self, place: int) -> tuple[Hit, ...]:
        """What the vocabulary has that begins with a verb here."""
        if place >= self.count or not self.lows[place]:
            return ()
        found = (
            hit for hit in self.vocabulary.at(self.lows, place) if hit.is_verb and hit.usage.group is not Group.MARKS
        )
        return tuple(hit for hit in found if hit.gap is None or not self._is_crossed(*hit.gap))

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
        if lows[at] in _BE | _PERFECT | _DO | _MODALS:
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
            if low in _MODALS:
                modal = low
            if low in NEGATIVES:
                negated = True
            if low in _BE | _PERFECT | _DO | _MODALS:
                last = low
                perfect = perfect or low in _PERFECT
                at += 1
            elif self._is_plain_adverb(low):
                at += 1
            else:
                break
        caused = self._caused_at(begin, at, last, negated, present) if last in _HAVE and not modal else None
        if caused is not None:
            return caused
        if last in _DO and lows[at + 1 : at + 3] in (["best", "to"], ["utmost", "to"]):  # "does his best to prove"
            at += 3
        if at < self.count and lows[at] == "no" and last in _BE:
            negated = True
        hits = self.hits(at)
        if last in _BE:
            participles = tuple(h for h in hits if self._is_participle(at, h))
            going = tuple(h for h in hits if Form.ING in h.forms)
            low = lows[at] if at < self.count else ""
            regular = (low.endswith("ed") and len(low) > 4 and is_common_word(low)) or is_irregular_participle(low)
            regular = regular or low in _UNCHANGED
            if low in _ADJECTIVAL or (low and not hits and self.vocabulary.known(low, Group.DEEDS)):
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
            last in _DO | _PERFECT and (self.lows[at] in DETERMINERS | PREPOSITIONS or self.tokens[at].is_mark)
        ):
            return Clause(Link.MAIN, (0, 0), begin, at - 1, at, (), negated=negated, present=present)
        if not hits and at < self.count and not self.tokens[at].is_mark:
            end = min(at + 1, self.count)
            if last in _PERFECT and not lows[at].endswith("ed"):  # "had high positions"
                return Clause(Link.MAIN, (0, 0), begin, at - 1, at, (), negated=negated, perfect=False, present=present)
        else:
            end = hits[0].last if hits else at
        return self._through(
            Clause(
                Link.MAIN, (0, 0), begin, at, end, hits, negated=negated, modal=modal, perfect=perfect, present=present
            )
        )

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
        if low.endswith("ed") or low in ("no", "to") or low in PREPOSITIONS or is_irregular_participle(low):
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
        following = self.lows[at + 1] if at + 1 < self.count else "."
        if before.low == "those" or (begin > 1 and is_adverb(before.low) and self.lows[begin - 2] == "those"):
            return None  # "those shot at the trial"
        if (
            following in (_BE - {"being", "been", "be"}) | (_PERFECT - {"having"}) | _MODALS
            or before.low in ("being", "been")
            or (
                is_agents(low)
                and before.name is None
                and not self._has_object(at)
                and not any(h.usage.group is Group.SAYS for h in hits)
            )
        ):
            return None
        if low == "lies" and following in _PLACES:
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
            reduced = alone and self._is_reduced(end, forms, low)
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
            if noun and before.name is not None and (following in ("and", "for", "in", "at", ".") or following in _BE):
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
        if Form.PARTICIPLE not in forms:
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

    def _unknown(self, begin: int, at: int, negated: bool, before: Token, following: str) -> Clause | None:
        """A verb that the vocabulary does not have, by its ending."""
        low = self.lows[at]
        known = is_common_word(low) or is_irregular_past(low) or is_irregular_participle(low)
        if not known or self.tokens[at].genitive or low in _NOT_PAST:
            return None
        named = before.name is not None or before.low in PRONOUNS or self._is_joined(begin)
        past = (low.endswith("ed") and len(low) > 3) or is_irregular_past(low)
        past = past or (low in _UNCHANGED and named and not before.low.endswith("s"))
        participle = low.endswith("ed") or is_irregular_participle(low)
        if (past or participle) and (named or not is_adverb(before.low)):
            forms = frozenset([Form.PAST] * past + [Form.PARTICIPLE] * participle)
            reduced = self._is_reduced(at + 1, forms, low)
            if reduced and not past and following not in ("by", "in", "at", "for", ".", "after"):
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

    def _one_to(self, clause: Clause) -> Clause:
        """ "is the last to swear", "was the first man to confess", "is the one who did it": the verb after it."""
        at = clause.end
        for n in range(at, min(at + 6, self.count)):
            before = self.lows[n - 1]
            ranked = n > at and self.lows[n] == "to" and self.lows[at] in ("the", "among", "one")
            ranked = ranked and bool(_ORDINALS & set(self.lows[at:n]))
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

    def _through(self, clause: Clause) -> Clause:
        """Past verbs that lead to another: "tries to deny", "refuses to confess", "willing to denounce"."""
        for _ in range(3):
            stem = _FORMS.get(self.lows[clause.verb], self.lows[clause.verb])
            if clause.passive or stem not in _TRANSPARENT | _REFUSING:
                break
            if (
                clause.hits
                and clause.hits[0].last - clause.hits[0].first > 1
                and clause.hits[0].usage.group is Group.SAYS
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
            clause.negated = clause.negated != (stem in _REFUSING)
            clause.verb, clause.end, clause.hits = at, hits[0].last, hits
        return clause
