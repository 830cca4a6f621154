"""A heading taken apart: its tokens and clauses, whom its words mean, and how a statement is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import Act
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS

from .acts import Group, Hit, Usage, Vocabulary
from .heading_clauses import Clause, Link, clauses_of
from .heading_phrases import POSSESSIVES, Phrase, Sort, is_actor, phrases
from .heading_tokens import Token

__all__ = ["Heading", "Statement", "Target", "rule_of"]


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a statement concerns: ``start`` to ``end`` of the heading name him, or show that somebody is meant."""

    id: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; ``speaker`` is ``None`` for the compiler, ``first`` to ``last`` are its tokens."""

    act: Act
    speaker: Phrase | None
    of: tuple[Target, ...]
    first: int
    last: int
    rule: str
    confidence: float
    subject: str = ""  # who it is about, to tell events of one subject from those of another


_DEEPEST = 6  # what one says that another says: no heading has more, and each may double the work


class Heading:
    """One heading; ``stated`` reads a clause, and is called again for what is said in it."""

    def __init__(
        self, text: str, tokens: Sequence[Token], vocabulary: Vocabulary, stated: Callable[..., Iterator[Statement]]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.lows = [token.low for token in tokens]
        self.vocabulary = vocabulary
        self.clauses = clauses_of(tokens, vocabulary)
        self._stated = stated
        self._hits: dict[int, tuple[Hit, ...]] = {}
        self.about: tuple[Phrase, ...] = ()  # whom a pronoun means where nobody is named before it
        self._subjects: dict[int, list[Phrase]] = {}
        self._spared: dict[int, list[Phrase]] = {}
        self._depth = 0

    def at(self, place: int) -> tuple[Hit, ...]:
        """The entries of the vocabulary that begin at a token, looked up once."""
        found = self._hits.get(place)
        if found is None:
            found = self._hits[place] = self.vocabulary.at(self.lows, place)
        return found

    def state(self, clause: Clause, speakers: list[Phrase] | None, opinion: bool = False) -> Iterator[Statement]:
        """What a clause states: on the compiler's word, or on that of the speakers, one by one."""
        for speaker in [*(speakers or ())] or [None]:
            yield from self.stated(clause, speaker, speakers or [], opinion)

    def stated(
        self, clause: Clause, speaker: Phrase | None, speakers: list[Phrase], opinion: bool, apart: bool = False
    ) -> Iterator[Statement]:
        """What a clause states on one word; ``apart`` says that its pronouns do not mean who speaks."""
        if self._depth == _DEEPEST:
            return
        self._depth += 1
        try:
            yield from self._stated(self, clause, speaker, speakers, opinion, apart)
        finally:
            self._depth -= 1

    def verb_of(self, clause: Clause) -> str:
        """The verb as it stands; empty where the heading breaks off before one."""
        return self.lows[clause.verb] if clause.verb < len(self.lows) else ""

    def subject_of(self, clause: Clause) -> list[Phrase]:
        """Whose the verb is."""
        number = self.clauses.index(clause)
        if number not in self._subjects:
            self._subjects[number] = self._find_subject(number, clause)
        return self._subjects[number]

    def spared_of(self, clause: Clause) -> list[Phrase]:
        """ "Ash, not Rowe, robbed them": who stands behind the "not"; the clause keeps who stands before it."""
        number = self.clauses.index(clause)
        if number not in self._spared:
            first, last = clause.subject
            place = next((n for n in range(first + 1, last - 1) if self.lows[n] == "not"), None)
            only = place is not None and self.lows[place + 1] in ("only", "just", "merely", "all", "even")
            behind = [] if place is None or only else phrases(self.text, self.tokens, place + 1, last)
            self._spared[number] = [p for p in behind if is_actor(p)]
            if place is not None and self._spared[number]:
                clause.subject = (first, place - 1 if self.lows[place - 1] == "," else place)
                self._subjects.pop(number, None)
        return self._spared[number]

    def _find_subject(self, number: int, clause: Clause) -> list[Phrase]:
        first, last = clause.subject
        if clause.same_subject or first == last:
            if clause.link is Link.CONTENT and clause.holder is not None:
                before = [k for k in self.clauses[clause.holder].contents if k < number]
                return (
                    self.subject_of(self.clauses[before[-1]])
                    if before
                    else self.subject_of(self.clauses[clause.holder])
                )
            before = [
                k for k in range(number) if self.clauses[k].holder is None and self.clauses[k].link is not Link.RELATIVE
            ]
            if clause.link is Link.PARTICIPLE and number and self.clauses[number - 1].link is Link.PARTICIPLE:
                before = [number - 1]
            return self.subject_of(self.clauses[before[-1]]) if before else []
        if clause.link is Link.RELATIVE:
            return self._nearest(first, last)
        low = self.lows[first]
        if low in PREPOSITIONS or low in (
            "prior",
            "early",
            "except",
            "when",
            "while",
            "if",
            "since",
            "because",
            "although",
        ):
            return self._nearest(first, last)
        return phrases(self.text, self.tokens, first, last)

    def _nearest(self, first: int, last: int) -> list[Phrase]:
        """The phrase right before a verb, in a stretch that begins with something else."""
        begin = last - 1
        if begin < first:
            return []
        if self.tokens[begin].name is not None:
            while begin > first and (self.lows[begin - 1] in ("and", ",") or self.tokens[begin - 1].name is not None):
                begin -= 1
        else:
            while begin > first and self.tokens[begin - 1].name is None and not self.tokens[begin - 1].is_mark:
                low = self.lows[begin - 1]
                if low in PREPOSITIONS or self.tokens[begin - 1].number:
                    break
                begin -= 1
                if low in DETERMINERS:
                    break
        while begin < last and self.lows[begin] in ("and", ","):
            begin += 1
        return phrases(self.text, self.tokens, begin, last)

    def antecedents(self, pronoun: Phrase, speakers: list[Phrase]) -> list[Phrase]:
        """Whom a pronoun means, looking back over the heading; not who speaks."""
        said = {s.id for s in speakers}
        runs: list[list[Phrase]] = [[]]  # those named in one list together
        at = 0
        while at < pronoun.first:
            phrase = self._somebody_at(at)
            if phrase is None:
                if self.lows[at] not in ("and", ",", "the", "or", "") and runs[-1]:
                    runs.append([])
                at += 1
                continue
            fits = pronoun.gender is None or phrase.gender is None or pronoun.gender is phrase.gender
            if phrase.id not in said and fits:
                runs[-1].append(phrase)
            at = max(phrase.last, at + 1)
        runs = [run for run in runs if run]
        if not runs:
            return [p for p in self.about if pronoun.gender is None or p.gender in (None, pronoun.gender)]
        if pronoun.head in ("it", "its"):
            return [p for run in runs for p in run if p.sort == Sort.ORG][-1:]
        if pronoun.many:
            several = [run for run in runs if len(run) > 1 or any(p.many for p in run)]
            if several:
                return several[-1]
            return [p for run in runs for p in run] if len(runs) > 1 else []
        return [p for run in runs for p in run if p.sort in (Sort.PERSON, Sort.ANON)][-1:]

    def _somebody_at(self, n: int) -> Phrase | None:
        """Whoever a token names, be it in the genitive."""
        token = self.tokens[n]
        if token.name is not None:
            who = token.name
            return Phrase(n, n + 1, token.start, token.end, who.person, who.name, Sort.PERSON, gender=who.gender)
        if not token.low or token.is_mark or token.low in PREPOSITIONS | DETERMINERS | POSSESSIVES:
            return None
        if n + 1 < len(self.tokens) and self.tokens[n + 1].name is not None and not token.genitive:
            return None  # the title or calling of whoever is named next
        found = phrases(self.text, self.tokens, n, n + 1)
        return found[0] if found and is_actor(found[0]) and found[0].head not in ("all", "some", "many") else None

    def meant(self, subject: list[Phrase], speaker: Phrase | None, speakers: list[Phrase]) -> tuple[list[Phrase], bool]:
        """Whom a subject means, and whether it is the speaker himself."""
        if len(subject) != 1:
            return subject, any(speaker is not None and p.id == speaker.id and p.sort == Sort.PERSON for p in subject)
        one = subject[0]
        if one.head == "latter" and len(speakers) > 1:
            return [speakers[-1]], speaker is not None and speakers[-1].id == speaker.id
        if one.sort != Sort.PRONOUN:
            return subject, speaker is not None and one.id == speaker.id and bool(one.id)
        if speaker is None:
            return self.antecedents(one, []) or [one], False
        if one.head in ("i", "we"):
            return [speaker], True
        if one.head in ("it", "its"):
            return [one], False
        several = len(speakers) > 1 or speaker.many
        client = next((p for p in speaker.owners if p.sort == Sort.PERSON), None)
        if client is not None and not one.many and speaker.sort != Sort.PERSON:
            return [client], False
        if one.many != several and not (one.many and speaker.sort in (Sort.ORG, Sort.GROUP)):
            if one.many:
                return self.antecedents(one, speakers) or [one], False
            return self.antecedents(one, speakers) or [speaker], False
        if one.gender is not None and speaker.gender is not None and one.gender is not speaker.gender:
            return self.antecedents(one, speakers), False
        if client is not None and not one.many and speaker.head:
            same = one.gender is None or client.gender is None or one.gender is client.gender
            other = speaker.gender is not None and one.gender is not None and speaker.gender is one.gender
            if same and not other:
                return [client], False
        return [speaker], True

    def targets(
        self, found: Sequence[Phrase], speaker: Phrase | None = None, speakers: Sequence[Phrase] = ()
    ) -> tuple[Target, ...]:
        """The phrases as those whom a statement concerns; what is no one's is left out."""
        targets: list[Target] = []
        for phrase in found:
            if phrase.sort == Sort.PRONOUN:
                who = self.antecedents(phrase, list(speakers))
                if not who:
                    targets.append(
                        Target("group:unnamed" if phrase.many else "anon:unnamed", "", phrase.start, phrase.end)
                    )
                targets += self.targets(who)
            elif is_actor(phrase) and not (phrase.head == "all" and not self._is_subject(phrase)):
                if speaker is None or phrase.id != speaker.id:
                    targets.append(Target(phrase.id, phrase.name, phrase.start, phrase.end))
            elif phrase.owners:
                targets += self.targets(phrase.owners, speaker, speakers)
        seen: dict[tuple[str, str], Target] = {}
        for target in targets:
            seen.setdefault((target.id, target.name), target)
        return tuple(seen.values())

    def _is_subject(self, phrase: Phrase) -> bool:
        return any(c.subject[0] <= phrase.first < c.subject[1] for c in self.clauses)

    def implied(self, usage: Usage, first: int, last: int) -> tuple[Target, ...]:
        """Who is meant where the words name nobody: whoever held them, or sat over them."""
        last = max(last, first + 1)
        return (Target(f"org:{usage.by or 'police'}", "", self.tokens[first].start, self.tokens[last - 1].end),)

    def make(
        self,
        act: Act,
        speaker: Phrase | None,
        of: tuple[Target, ...],
        clause: Clause,
        rule: str,
        confidence: float,
        last: int = 0,
    ) -> Statement:
        """A statement that a clause makes: its words begin with whoever is said to say it."""
        whole = clause
        first = whole.subject[0] if whole.subject[1] > whole.subject[0] and not whole.said_by_inversion else whole.begin
        stop = max([last, whole.stop, *(self.clauses[k].stop for k in whole.contents)])
        holder = self.clauses[whole.holder] if whole.holder is not None else None
        while holder is not None and holder.contents and self.clauses[holder.contents[0]] is whole:
            first = holder.subject[0] if holder.subject[1] > holder.subject[0] else holder.begin
            whole, holder = holder, self.clauses[holder.holder] if holder.holder is not None else None
        subject = self.subject_of(clause)
        about = " ".join(p.id or p.name for p in subject)
        return Statement(
            act, speaker, of, min(first, clause.begin), min(stop, len(self.tokens)), rule, confidence, about
        )

    def unless_of(self, clause: Clause) -> Clause | None:
        """The clause of an "unless": what it says is meant to be true."""
        number = self.clauses.index(clause)
        for other in self.clauses[number + 1 :]:
            if other.link is Link.SUB and self.lows[other.subject[0] - 1] == "unless":
                return other
        return None

    def after(self, word: str, clause: Clause) -> list[Phrase]:
        """Who or what stands behind a preposition in the clause."""
        for n in range(clause.end, clause.stop):
            if self.lows[n] == word:
                return phrases(self.text, self.tokens, n + 1, clause.stop)
        return []

    def deeds_in(self, first: int, last: int) -> list[Hit]:
        """The deeds that are named between two places."""
        found = []
        for n in range(first, last):
            if self.lows[n]:
                found += [hit for hit in self.at(n) if hit.usage.group is Group.DEEDS and hit.last <= last][:1]
        return found

    def freely(self, clause: Clause) -> tuple[Usage, tuple[int, int]] | None:
        """Where the words say that somebody was well treated or free in what he did."""
        start = clause.begin
        for n in range(start, clause.stop):
            if not self.lows[n]:
                continue
            hit = next(
                (
                    hit
                    for hit in self.at(n)
                    if hit.usage.group is Group.DEEDS and hit.usage.by and hit.usage.act is Act.EXONERATES
                ),
                None,
            )
            if hit is not None:
                return hit.usage, (hit.first, hit.last)
        return None

    def owner_words(self, subject: list[Phrase], bodies: bool = False) -> tuple[Target, ...]:
        """ "the Dutch version": a people in an adjective; with ``bodies`` "army methods" too."""
        for phrase in subject:
            for n in range(phrase.first, phrase.last - 1):
                found = phrases(self.text, self.tokens, n, n + 1) if self.lows[n] else []
                sorts = (Sort.GROUP, Sort.ORG) if bodies else (Sort.GROUP,)
                if found and found[0].sort in sorts and self.lows[n] not in ("all", "some", "many"):
                    return self.targets(found)
        return ()


def rule_of(usage: Usage) -> str:
    """A word of saying as the reason for a statement."""
    return f"a word by which one {usage.act}" if usage.act is not None else "a word of saying"
