"""The clauses of a heading: whose its verbs are, and what hangs on what.

No parser: a row of tokens is walked once, and each verb is given what stands between it and the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from testimonia.model import Act
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS

from .acts import Form, Group, Vocabulary
from .heading_clause_words import AUXILIARIES, COORDINATORS, NEGATIVES, Clause, Link, is_adverb
from .heading_phrases import POSSESSIVES, PRONOUNS, is_agents
from .heading_tokens import Token
from .heading_verbs import Verbs

__all__ = ["NEGATIVES", "Clause", "Link", "clauses_of", "is_adverb"]

_SUBORDINATORS = frozenset(
    "when because if unless until till although though since as before after where whether lest".split()
)
_QUESTIONS = frozenset("why how what which whose".split())
_NO_WORD = frozenset(  # participles that tell of no statement
    "knowing realizing realising shouting crying whispering muttering boasting bragging".split()
)
_PROVING = frozenset("proving showing establishing demonstrating".split())
_CAUSING = frozenset(
    """
    gets get got getting makes make made forces forced force causes caused leads led brings brought persuades
    persuaded induces induced compels compelled
    """.split()
)


class _Walk(Verbs):
    def walk(self) -> list[Clause]:
        """All clauses, in order."""
        at, left = 0, 0  # where we are, and where the words begin that no clause has
        while at < self.count:
            low = self.lows[at]
            if low in _QUESTIONS and at == left and not self.clauses:
                return []
            opened = at > 0 and (self.lows[at - 1] in ("and", "but", ",", "who", "while", ";", "or", "–"))
            clause = self.verb_at(at, opened) if not self._is_inside_infinitive(at) else None
            if clause is None:
                clause = self._participle_at(at)
            placed = self._placed(clause, left, at) if clause is not None else False
            if clause is not None and placed:
                self.clauses.append(clause)
                at = left = max(clause.end, at + 1)
                caused = self._caused(clause)
                if caused is not None:
                    clause.causing = True
                    self.clauses.append(caused)
                    at = left = max(caused.end, at)
            else:
                at += 1
        if not self.clauses and not self.asked:
            self._take_participle()
        self._join_clefts()
        self._end_with_speaker()
        for number, clause in enumerate(self.clauses):
            nxt = self.clauses[number + 1] if number + 1 < len(self.clauses) else None
            clause.stop = self._stop(clause, nxt)
        return self.clauses

    def _take_participle(self) -> None:
        """ "Ash plotting the king's murder", "Rowe denying all": a heading whose only verb is a participle."""
        for at in range(1, self.count):
            low = self.lows[at]
            if (
                low in _QUESTIONS
                or low in _SUBORDINATORS - {"before", "after", "since", "as"}
                or self.lows[0] in PREPOSITIONS
            ):
                return
            hits = tuple(hit for hit in self.hits(at) if Form.ING in hit.forms)
            before = self.lows[at - 1]
            free = before not in DETERMINERS | PREPOSITIONS | POSSESSIVES and not self.tokens[at - 1].genitive
            if not hits or not low.endswith("ing") or not free or self._is_noun(at):
                continue
            usage = hits[0].usage
            says = usage.group is Group.SAYS and usage.act in (Act.ADMITS, Act.DENIES, Act.ACCUSES, Act.RETRACTS)
            wrong = usage.group is Group.DEEDS and usage.act is Act.ACCUSES
            if wrong and usage.whom == "partner":
                behind = (
                    hit
                    for n in range(hits[0].last, self.count)
                    if self.lows[n]
                    for hit in self.vocabulary.at(self.lows, n)
                )
                wrong = any(
                    hit.usage.group is Group.DEEDS and hit.usage.act is Act.ACCUSES and hit.usage.whom != "partner"
                    for hit in behind
                )
            if says or wrong:
                self.clauses.append(Clause(Link.MAIN, (0, at), at, at, hits[0].last, hits, present=True))
                return

    def _join_clefts(self) -> None:
        """ "It was Rowe who robbed the bank": one statement, about Rowe."""
        for opening, clause in pairwise(self.clauses):
            first, last = opening.subject
            if opening.copula and clause.link is Link.RELATIVE and self.lows[first:last] == ["it"]:
                opening.link, clause.link = Link.SUB, Link.MAIN
                begin, end = clause.subject
                but = next((n for n in range(begin, end - 1) if self.lows[n] == "but"), None)
                if opening.negated and but is None:
                    clause.negated = not clause.negated
                elif opening.negated and but is not None:
                    clause.subject = (but + 1, end)

    def _end_with_speaker(self) -> None:
        """ "The minister lied, Rowe tells the inquiry": what stands before is what he says."""
        last = self.clauses[-1] if len(self.clauses) > 1 else None
        if last is None or last.saying is None or not last.saying.said or last.link is not Link.MAIN or last.passive:
            return
        first, stop = last.subject
        short = self.count - last.end <= 3 and stop > first
        if not short or self.lows[first - 1] != "," or last.contents or self.clauses[0].saying is not None:
            return
        last.said_by_inversion = True
        self._hold_all(last)

    def _hold_all(self, speaking: Clause) -> None:
        """Everything before is what this clause says."""
        number = len(self.clauses) if speaking not in self.clauses else self.clauses.index(speaking)
        for place, held in enumerate(self.clauses[:number]):
            if held.holder is None:
                held.holder, held.link = number, Link.CONTENT
                speaking.contents.append(place)

    def _is_inside_infinitive(self, at: int) -> bool:
        return at > 0 and self.lows[at - 1] == "to"

    def _stop(self, clause: Clause, nxt: Clause | None) -> int:
        stop = self.count
        if nxt is not None and nxt.link in (Link.RELATIVE, Link.PARTICIPLE):
            stop = nxt.begin
        elif nxt is not None and not nxt.said_by_inversion:
            stop = nxt.subject[0] if nxt.subject[1] > nxt.subject[0] else nxt.begin
        at = clause.end
        while at < stop:
            if self.lows[at] in _SUBORDINATORS - {"as", "since", "before", "after"} and at > clause.end:
                stop = at
                break
            at += 1
        while stop > clause.end and self.lows[stop - 1] in (*COORDINATORS, "that", "who", *_SUBORDINATORS, ":"):
            stop -= 1
        return max(stop, clause.end)

    def _caused(self, clause: Clause) -> Clause | None:
        """ "gets Rowe to admit": the clause of Rowe."""
        if clause.verb >= self.count or self.lows[clause.verb] not in _CAUSING:
            return None
        for n in range(clause.end + 1, min(clause.end + 7, self.count)):
            if self.lows[n] == "to":
                hits = tuple(h for h in self.hits(n + 1) if Form.BASE in h.forms and h.usage.group is Group.SAYS)
                if not hits:
                    return None
                return Clause(
                    Link.MAIN,
                    (clause.end, n),
                    n,
                    n + 1,
                    hits[0].last,
                    hits,
                    negated=clause.negated,
                    present=clause.present,
                )
        return None

    def _participle_at(self, at: int) -> Clause | None:
        """ "Ash admitting guilt", "… denouncing its bias"."""
        if not self.lows[at].endswith("ing") or not at:
            return None
        hits = tuple(h for h in self.hits(at) if Form.ING in h.forms and h.usage.group is Group.SAYS)
        if self.lows[at] in _NO_WORD or self._is_noun(at):
            return None
        if hits and hits[0].usage.act is Act.JUDGES and self.lows[at - 1] != ",":
            return None  # "friends admiring him"
        back = at - 1
        while back > 0 and is_adverb(self.lows[back]):
            back -= 1
        before = self.lows[back] if self.lows[back] != "by" else ""
        if (
            not hits
            or before in DETERMINERS
            or before in PREPOSITIONS
            or before in POSSESSIVES
            or self.tokens[at - 1].genitive
        ):
            return None
        if not self.clauses or (self.clauses[-1].takes_clause and self.clauses[-1].end == at):
            return None
        return Clause(Link.PARTICIPLE, (0, 0), at, at, hits[0].last, hits, present=True)

    def _is_noun(self, at: int) -> bool:
        """ "no warning", "the first hearing"."""
        near = self.lows[max(0, at - 2) : at]
        return any(low in DETERMINERS or low in ("no", "any") for low in near)

    def _placed(self, clause: Clause, left: int, at: int) -> bool:
        """Find what the words before a verb are to it; ``False`` if it can be no verb of a clause."""
        lows = self.lows
        last = self.clauses[-1] if self.clauses else None
        begin = left
        if clause.link is Link.PARTICIPLE:
            actor = self.tokens[at - 1].name is not None or is_agents(lows[at - 1] or "-")
            clause.subject = (at - 1, at) if actor and not self.tokens[at - 1].genitive else (at, at)
            if lows[at - 1] in ("and", "but", ","):
                clause.subject = (at, at)
            clause.same_subject = clause.subject[0] == clause.subject[1]
            return True
        if at > left and lows[at - 1] == "who" and at - 1 > left:
            clause.link, clause.subject = Link.RELATIVE, (left, at - 1)
            return lows[at - 2] not in ("and", "or", ",") and lows[at - 2] not in PREPOSITIONS
        if last is None:
            clause.subject = (begin, at)
            proving = next((n for n in range(begin + 1, at - 1) if lows[n] in _PROVING), None)
            if proving is not None and not {"no", "not", "little"} & set(
                lows[:proving]
            ):  # "facts showing that Ash was bribed"
                begin = proving + 2 if lows[proving + 1] == "that" else proving + 1
                clause.subject = (begin, at)
            sub = next((n for n in range(begin, at) if lows[n] in _SUBORDINATORS), None)
            if sub is not None and lows[sub] not in ("as", "before", "after", "since"):
                clause.link = Link.SUB if sub == 0 else Link.MAIN
            return at > begin
        between = list(range(left, at))
        sub = next((n for n in reversed(between) if lows[n] in _SUBORDINATORS), None)
        if sub is not None and lows[sub] in ("before", "after", "since", "as") and last.takes_clause and sub > left:
            sub = None  # "says that the mines before Rowe were flooded"
        asked = next((n for n in reversed(between) if lows[n] in _QUESTIONS), None)
        if asked is not None and at - asked < 3 and not last.takes_clause:
            accusing = last.saying is not None and last.saying.act is Act.ACCUSES and lows[asked] == "how"
            if accusing and lows[asked - 1] == "and" and at > asked + 1:  # "denounces Ash and how he fled"
                self._hold(clause, last, None)
                clause.subject = (asked + 1, at)
                return True
            self.asked = True
            return False  # "and how they got there"
        that = next((n for n in reversed(between) if lows[n] in ("that", ":")), None)
        if that is not None and (last.takes_clause or last.saying is not None or that == left or lows[that] == ":"):
            self._hold(clause, last, (left, that))
            clause.subject = (that + 1, at)
            return True
        if at > left and lows[at - 1] == "," and self._inverted(clause, at, at):
            return True
        joint = next((n for n in reversed(between) if lows[n] in COORDINATORS), None)
        act = clause.saying
        if joint is not None and lows[joint] in ("while", "whereas") and (act is None or act.said):
            sub = joint
        if sub is not None and (joint is None or sub >= joint):
            clause.link = Link.SUB
            clause.subject = (sub + 1, at)
            return at > sub + 1
        if joint is None and last.link is Link.SUB and len(self.clauses) == 1:
            pronoun = next((n for n in range(left, at) if lows[n] in ("it", "he", "she", "they", "there")), None)
            clause.subject = (left if pronoun is None else pronoun, at)
            return at > left
        if last.takes_clause and not last.passive and self._is_content(last, left, at, joint):
            self._hold(clause, last, None)
            clause.subject = self._after_addressee(clause, last, left, at)
            return True
        if joint is None and last.link is Link.RELATIVE and len(self.clauses) == 1:
            clause.subject = last.subject
            return True
        if joint is None:
            return self._inverted(clause, left, at)
        clause.subject = (joint + 1, at)
        clause.same_subject = not any(lows[n] == "" or not is_adverb(lows[n]) for n in range(joint + 1, at))
        if clause.same_subject and (self.asked or (not clause.hits and not clause.copula and not clause.passive)):
            return False
        clause.link = last.link if last.link is not Link.RELATIVE else Link.MAIN
        bare = clause.verb < self.count and not any(lows[n] in AUXILIARIES for n in range(clause.begin, clause.verb))
        participle = any(Form.PARTICIPLE in hit.forms for hit in clause.hits)
        alone = clause.end >= self.count or lows[clause.end] in PREPOSITIONS | COORDINATORS | _SUBORDINATORS
        alone = alone and not (clause.end - clause.verb > 2 and clause.end >= self.count)  # "and let it come"
        if clause.same_subject and last.passive and bare and participle and alone:
            clause.passive, clause.negated = True, clause.negated or last.negated  # "was not beaten or tortured"
        self._attach(clause, last)
        return True

    def _is_content(self, last: Clause, left: int, at: int, joint: int | None) -> bool:
        """Whether the words from a word of saying to a verb are that verb's subject."""
        if at == left:
            return False
        if last.end != left:
            return False
        if joint is None:
            return not any(self.lows[n] in ("to", "against") for n in range(left, left + 1))
        if joint == left:
            return False
        tail = range(joint + 1, at)
        alone = all(self.lows[n] == "" or not is_adverb(self.lows[n]) for n in tail) and at > joint + 1
        names = all(
            self.tokens[n].name is not None or self.lows[n] in ("and", ",", "the", "that") or self.tokens[n].number
            for n in range(left, joint)
        )
        usage = last.saying
        return alone and (names or (usage is not None and usage.said))

    def _after_addressee(self, clause: Clause, last: Clause, left: int, at: int) -> tuple[int, int]:
        """The subject of what is said, without whom it is said to ("tells Rowe he will")."""
        if self.lows[last.verb] in _TELLING and at - left > 1:
            first = self.tokens[left]
            if first.name is not None and self.lows[left + 1] not in ("and", ",", "-") and not first.genitive:
                last.addressee = (left, left + 1)
                return left + 1, at
            pronoun = next((n for n in range(left + 1, at) if self.lows[n] in PRONOUNS), None)
            if pronoun is not None and pronoun == at - 1:
                last.addressee = (left, pronoun)
                return pronoun, at
        return left, at

    def _hold(self, clause: Clause, last: Clause, addressee: tuple[int, int] | None) -> None:
        number = len(self.clauses) - 1
        clause.link, clause.holder = Link.CONTENT, number
        if addressee is not None and addressee[1] > addressee[0] and last.addressee is None:
            last.addressee = addressee
        last.contents.append(len(self.clauses))

    def _attach(self, clause: Clause, last: Clause) -> None:
        """What is joined by "and" goes with what was said, unless it is a word of saying of its own."""
        if last.holder is None:
            return
        holder = self.clauses[last.holder]
        saying = (
            clause.saying is not None and clause.present == holder.present and not clause.passive and not clause.modal
        )
        if saying and (clause.same_subject or clause.present):
            clause.link = Link.MAIN
            return
        clause.link, clause.holder = Link.CONTENT, last.holder
        holder.contents.append(len(self.clauses))

    def _inverted(self, clause: Clause, left: int, at: int) -> bool:
        """ "Nobody is told, says Rowe": the subject stands behind."""
        if clause.saying is None or not clause.saying.said:
            return False
        rest = list(self.tokens[clause.end :])
        if not rest or rest[-1].name is None or len(rest) > 4 or rest[0].low in PREPOSITIONS:
            return False
        clause.said_by_inversion = True
        clause.subject = (clause.end, self.count)
        self._hold_all(clause)
        return True


_TELLING = frozenset(
    """
    tell tells told telling assures assure assured reminds remind reminded informs inform informed warns warn
    warned asks ask asked
    """.split()
)


def clauses_of(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Clause]:
    """The clauses of a heading; none for a question or a bare topic."""
    return _Walk(tokens, vocabulary).walk()
