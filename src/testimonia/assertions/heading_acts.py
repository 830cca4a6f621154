"""What a heading's clauses state, and on whose word: acts before they have a place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testimonia.model import Act, Gender
from testimonia.words.amounts import find_amounts
from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS

from .acts import Form, Group, Hit, Object, Usage, Vocabulary
from .heading_clauses import NEGATIVES, Clause, Link, clauses_of, is_adverb
from .heading_phrases import POSSESSIVES, Phrase, Sort, is_actor, is_agents, phrases, slug
from .heading_tokens import Token

__all__ = ["Statement", "Target", "statements"]

_META = frozenset(
    "listed outlined summarized summarised described discussed explained reviewed compared quoted cited mentioned shown illustrated analyzed analysed examined".split()
)
_ABOUT_ITSELF = frozenset(
    "outline outlines summary summaries description descriptions history list lists overview sketch survey chronology notes background impressions "
    "discussion comparison table index examples reasons reason facts order".split()
)
_PROCEEDINGS = frozenset(
    "trial trials court courts case cases hearing hearings proceedings inquiry prosecution purge purges".split()
)
_PROOF = frozenset("evidence proof proofs record records sign signs indication documents document".split())
_ORDERS = frozenset(
    "orders order instructions instruction direction directions behest bidding request command orders".split()
)
_WITH = frozenset("with for from by through under alongside".split())
_PAYER = frozenset(("from", "by"))
_REFLEXIVE = frozenset("himself herself themselves itself".split())
_EXCEPT = frozenset("except save excepting".split())
_ORG_WORDS = frozenset("its their".split())
_COMPARING = frozenset("more less most least so as than too".split())


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


def statements(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Statement]:
    """What the heading states, in order, each once."""
    reader = _Reader(text, tokens, vocabulary)
    return _once(list(reader.read()))


def _once(found: list[Statement]) -> list[Statement]:
    kept: list[Statement] = []
    told = {(s.subject, s.speaker.id if s.speaker else "") for s in found if s.act is not Act.REPORTS}
    for statement in found:
        who = statement.speaker.id if statement.speaker else ""
        if statement.act is Act.REPORTS and statement.speaker is None and (statement.subject, who) in told:
            continue  # "Ash went over to them and robbed the bank": what he did is told already
        if statement.act is Act.REPORTS and statement.confidence < 0.5 and len(found) > 1:
            continue
        others = [s for s in found if s.act is not Act.REPORTS and s.speaker == statement.speaker]
        if statement.rule == "tells of something" and others:
            continue
        same = False
        for other in kept:
            if other.act is not statement.act or (other.speaker.id if other.speaker else "") != who:
                continue
            ids, others = {t.id for t in statement.of}, {t.id for t in other.of}
            if statement.act is Act.REPORTS:
                same = same or statement.subject == other.subject
            else:
                same = (
                    same or ids == others or (statement.act in (Act.ADMITS, Act.DENIES, Act.RETRACTS) and ids <= others)
                )
        if not same:
            kept.append(statement)
    return kept


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self.text = text
        self.tokens = tokens
        self.lows = [token.low for token in tokens]
        self.vocabulary = vocabulary
        self.clauses = clauses_of(tokens, vocabulary)
        self._subjects: dict[int, list[Phrase]] = {}

    def read(self) -> Iterator[Statement]:
        """All statements, in order."""
        found: list[Statement] = []
        for clause in self.clauses:
            if clause.holder is None and clause.link is not Link.SUB and not clause.causing:
                found += self._state(clause, None)
        if not any(s.confidence > 0.5 for s in found):
            for clause in self.clauses:
                if (
                    clause.link is Link.SUB
                    and clause.saying is not None
                    and not clause.saying.said
                    and not clause.saying.motive
                ):
                    told = list(self._state(clause, None))
                    found = told or found
        if all(s.act is Act.REPORTS and s.speaker is None for s in found):
            found = list(self._nominal()) or found
        yield from found

    # -- who -----------------------------------------------------------------------------------------------------------

    def subject(self, clause: Clause) -> list[Phrase]:
        """Whose the verb is."""
        number = self.clauses.index(clause)
        if number not in self._subjects:
            self._subjects[number] = self._subject(number, clause)
        return self._subjects[number]

    def _subject(self, number: int, clause: Clause) -> list[Phrase]:
        first, last = clause.subject
        if clause.same_subject or first == last:
            if clause.link is Link.CONTENT and clause.holder is not None:
                before = [k for k in self.clauses[clause.holder].contents if k < number]
                return self.subject(self.clauses[before[-1]]) if before else self.subject(self.clauses[clause.holder])
            before = [
                k for k in range(number) if self.clauses[k].holder is None and self.clauses[k].link is not Link.RELATIVE
            ]
            if clause.link is Link.PARTICIPLE and number and self.clauses[number - 1].link is Link.PARTICIPLE:
                before = [number - 1]
            return self.subject(self.clauses[before[-1]]) if before else []
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

    def _antecedent(self, pronoun: Phrase, speakers: list[Phrase]) -> list[Phrase]:
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
        found = phrases(self.text, self.tokens, n, n + 1)
        return found[0] if found and is_actor(found[0]) and found[0].head not in ("all", "some", "many") else None

    def _meant(
        self, subject: list[Phrase], speaker: Phrase | None, speakers: list[Phrase]
    ) -> tuple[list[Phrase], bool]:
        """Whom a subject means, and whether it is the speaker himself."""
        if len(subject) != 1:
            return subject, any(speaker is not None and p.id == speaker.id and p.sort == Sort.PERSON for p in subject)
        one = subject[0]
        if one.head == "latter" and len(speakers) > 1:
            return [speakers[-1]], speaker is not None and speakers[-1].id == speaker.id
        if one.sort != Sort.PRONOUN:
            return subject, speaker is not None and one.id == speaker.id and bool(one.id)
        if speaker is None:
            return self._antecedent(one, []) or [one], False
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
                return self._antecedent(one, speakers) or [one], False
            return self._antecedent(one, speakers) or [speaker], False
        if one.gender is not None and speaker.gender is not None and one.gender is not speaker.gender:
            return self._antecedent(one, speakers), False
        if client is not None and not one.many and speaker.head:
            same = one.gender is None or client.gender is None or one.gender is client.gender
            other = speaker.gender is not None and one.gender is not None and speaker.gender is one.gender
            if same and not other:
                return [client], False
        return [speaker], True

    def _targets(
        self, found: Sequence[Phrase], speaker: Phrase | None = None, speakers: Sequence[Phrase] = ()
    ) -> tuple[Target, ...]:
        """The phrases as those whom a statement concerns; what is no one's is left out."""
        targets: list[Target] = []
        for phrase in found:
            if phrase.sort == Sort.PRONOUN:
                who = self._antecedent(phrase, list(speakers))
                if not who:
                    targets.append(
                        Target("group:unnamed" if phrase.many else "anon:unnamed", "", phrase.start, phrase.end)
                    )
                targets += self._targets(who)
            elif is_actor(phrase):
                if speaker is None or phrase.id != speaker.id:
                    targets.append(Target(phrase.id, phrase.name, phrase.start, phrase.end))
            elif phrase.owners:
                targets += self._targets(phrase.owners, speaker, speakers)
        seen: dict[tuple[str, str], Target] = {}
        for target in targets:
            seen.setdefault((target.id, target.name), target)
        return tuple(seen.values())

    def _implied(self, usage: Usage, first: int, last: int) -> tuple[Target, ...]:
        """Who is meant where the words name nobody: whoever held them, or sat over them."""
        last = max(last, first + 1)
        return (Target(f"org:{usage.by or 'police'}", "", self.tokens[first].start, self.tokens[last - 1].end),)

    # -- statements ----------------------------------------------------------------------------------------------------

    def _make(
        self,
        act: Act,
        speaker: Phrase | None,
        of: tuple[Target, ...],
        clause: Clause,
        rule: str,
        confidence: float,
        last: int = 0,
    ) -> Statement:
        whole = clause
        first = whole.subject[0] if whole.subject[1] > whole.subject[0] and not whole.said_by_inversion else whole.begin
        stop = max([last, whole.stop, *(self.clauses[k].stop for k in whole.contents)])
        holder = self.clauses[whole.holder] if whole.holder is not None else None
        while holder is not None and holder.contents and self.clauses[holder.contents[0]] is whole:
            first = holder.subject[0] if holder.subject[1] > holder.subject[0] else holder.begin
            whole, holder = holder, self.clauses[holder.holder] if holder.holder is not None else None
        subject = self.subject(clause)
        about = " ".join(p.id or p.name for p in subject)
        return Statement(
            act, speaker, of, min(first, clause.begin), min(stop, len(self.tokens)), rule, confidence, about
        )

    def _state(self, clause: Clause, speakers: list[Phrase] | None, opinion: bool = False) -> Iterator[Statement]:
        """What a clause states: on the compiler's word, or on that of the speakers, one by one."""
        for speaker in [*(speakers or ())] or [None]:
            yield from self._stated(clause, speaker, speakers or [], opinion)

    def _stated(
        self, clause: Clause, speaker: Phrase | None, speakers: list[Phrase], opinion: bool, apart: bool = False
    ) -> Iterator[Statement]:
        subject, is_self = self._meant(self.subject(clause), speaker, speakers)
        if apart and is_self and self.subject(clause)[0].sort == Sort.PRONOUN:
            subject, is_self = self._antecedent(self.subject(clause)[0], speakers), False
        proof = self._lack_of_proof(clause)
        if proof is not None:
            yield from self._unproved(clause, speaker, proof)
            return
        none = next((p for p in subject if p.no), None)
        usage = clause.hits[0].usage if clause.hits else None
        if usage is not None and usage.group is Group.SAYS and (usage.object is not Object.NONE or usage.motive):
            told = list(self._said(clause, usage, subject, is_self, speaker, speakers, opinion, none is not None))
            if told or not (usage.said or usage.asks):
                yield from told
                return
        held = list(self._held(clause, subject, is_self, speaker, opinion))
        if held:
            yield from held
            return
        yield from self._done(clause, subject, is_self, speaker, speakers, opinion)

    def _lack_of_proof(self, clause: Clause) -> int | None:
        """Where the subject begins in "no evidence Ash killed her"; ``None`` where nothing says that there is no proof."""
        first, last = clause.subject
        for n in range(first, min(first + 4, last - 1)):
            if self.lows[n] in PREPOSITIONS:
                return None
            if self.lows[n] in _PROOF:
                negated = any(low in ("no", "not", "little", "without") for low in self.lows[first:n])
                if clause.holder is not None and not negated:
                    holder = self.clauses[clause.holder]
                    negated = holder.negated and n - first < 2
                if not negated:
                    return None
                n += 1
                while n < last and (
                    self.lows[n] in ("that", "to", "exists", "of", "was", "found")
                    or self.lows[n].endswith("ing")
                    or self._hits_saying(n)
                ):
                    n += 1
                return n if n < last else None
        return None

    def _hits_saying(self, place: int) -> bool:
        return (
            any(u.group is Group.SAYS for u in self.vocabulary.known(self.lows[place], Group.SAYS))
            if self.lows[place]
            else False
        )

    def _unproved(self, clause: Clause, speaker: Phrase | None, begin: int) -> Iterator[Statement]:
        subject = phrases(self.text, self.tokens, begin, clause.subject[1])
        if clause.holder is not None and speaker is None:
            speaker = next((p for p in self.subject(self.clauses[clause.holder]) if is_actor(p)), None)
        wrong = any(h.usage.group is Group.DEEDS and h.usage.act is Act.ACCUSES for h in clause.hits)
        act = Act.EXONERATES if wrong else Act.JUDGES
        yield self._make(act, speaker, self._targets(subject), clause, "there is no evidence that", 0.85)

    def _said(
        self,
        clause: Clause,
        usage: Usage,
        subject: list[Phrase],
        is_self: bool,
        outer: Phrase | None,
        outers: list[Phrase],
        opinion: bool,
        nobody: bool,
    ) -> Iterator[Statement]:
        """A verb by which somebody says something."""
        speakers = [p for p in subject if is_actor(p)]
        if clause.passive:
            yield from self._said_of(clause, usage, subject, outer)
            return
        if is_self and outer is not None:
            speakers = [outer]
        if not speakers:
            makers = [q for p in subject for q in p.owners if is_actor(q)]
            vocal = any(self.vocabulary.known(p.head, Group.SAYS) for p in subject if p.head)
            if makers and vocal and usage.object in (Object.PERSON, Object.CLAUSE) and usage.act is not Act.JUDGES:
                speakers = makers
        if usage.asks:
            yield from self._asked(clause, speakers, subject, outer)
            return
        if usage.motive:
            if speakers and outer is None:
                yield self._make(Act.JUDGES, None, self._targets(speakers), clause, "what somebody had in mind", 0.55)
            elif speakers and not is_self:
                yield self._make(Act.JUDGES, outer, self._targets(speakers), clause, "what somebody had in mind", 0.6)
            return
        if usage.said:
            yield from self._told(clause, usage, speakers, outer, outers, opinion)
            return
        if nobody and usage.act in (Act.ADMITS, Act.DENIES):
            yield self._make(Act.REPORTS, outer, self._targets(subject), clause, "not everybody did", 0.6)
            return
        act = usage.act
        assert act is not None
        if clause.negated:
            if usage.negated is None:
                if usage.act is Act.RETRACTS and is_self:
                    act = Act.ADMITS
                elif outer is None:
                    yield self._make(Act.REPORTS, None, self._targets(subject), clause, "somebody did not say it", 0.5)
                    return
                else:
                    yield self._make(Act.REPORTS, outer, self._targets(subject), clause, "somebody did not say it", 0.5)
                    return
            elif outer is not None and not is_self:
                yield self._make(
                    Act.ACCUSES, outer, self._targets(subject), clause, "says that somebody does not own up", 0.5
                )
                return
            else:
                act = usage.negated
        if clause.modal in ("should", "must") and outer is not None:
            yield self._make(
                Act.ACCUSES, outer, self._targets(speakers, outer), clause, "says what somebody was to say", 0.5
            )
            return
        if not speakers:
            if act in (Act.ADMITS, Act.DENIES, Act.RETRACTS):
                return
            speakers_or_none: list[Phrase | None] = [None]
        else:
            speakers_or_none = list(speakers)
        for who in speakers_or_none:
            yield from self._acted(clause, act, usage, who, speakers)

    def _said_of(
        self, clause: Clause, usage: Usage, subject: list[Phrase], outer: Phrase | None
    ) -> Iterator[Statement]:
        """ "was denounced by Rowe", "was accused of theft"."""
        by = self._after("by", clause)
        agents = [p for p in by if is_actor(p)]
        if usage.said or usage.asks or usage.act is None or usage.object is Object.DEED:
            yield from self._held(clause, subject, False, outer, False)
            return
        if clause.negated:
            yield self._make(
                Act.EXONERATES if outer is not None else Act.REPORTS,
                outer,
                self._targets(subject),
                clause,
                "was not accused",
                0.5,
            )
            return
        if agents:
            for agent in agents:
                yield self._make(usage.act, agent, self._targets(subject), clause, _rule(clause, usage), 0.85)
            return
        yield self._make(Act.REPORTS, outer, self._targets(subject), clause, "what befell somebody", 0.65)

    def _asked(
        self, clause: Clause, speakers: list[Phrase], subject: list[Phrase], outer: Phrase | None
    ) -> Iterator[Statement]:
        """ "challenges Rowe to confess" accuses him; to ask for something else is an event."""
        asked = [
            p for p in phrases(self.text, self.tokens, clause.end, clause.stop) if is_actor(p) or p.sort == Sort.PRONOUN
        ]
        confess = wrong = False
        for n in range(clause.verb + 1, clause.stop):
            if self.lows[n - 1] != "to":
                continue
            for hit in self.vocabulary.at(self.lows, n) if self.lows[n] else ():
                confess = confess or hit.usage.act is Act.ADMITS and hit.is_verb
                wrong = wrong or (
                    hit.usage.group is Group.DEEDS
                    and hit.usage.act is Act.ACCUSES
                    and hit.usage.whom != "partner"
                    and hit.is_verb
                )
        if confess and speakers and asked:
            for who in speakers:
                yield self._make(
                    Act.ACCUSES, who, self._targets(asked, who, speakers), clause, "asks somebody to confess", 0.7
                )
        elif outer is not None and speakers and (wrong or clause.modal == "should"):
            yield self._make(
                Act.ACCUSES,
                outer,
                self._targets(speakers, outer),
                clause,
                "says that somebody told others to do it",
                0.75,
            )
        elif (
            outer is None
            and speakers
            and (self.lows[clause.end - 1] == "to" or (asked and "to" in self.lows[clause.end : clause.stop]))
        ):
            yield self._make(
                Act.REPORTS, None, self._targets([*subject, *asked]), clause, "asks somebody to do something", 0.6
            )

    def _told(
        self,
        clause: Clause,
        usage: Usage,
        speakers: list[Phrase],
        outer: Phrase | None,
        outers: list[Phrase],
        opinion: bool,
    ) -> Iterator[Statement]:
        """ "says that …": what is said decides."""
        contents = [self.clauses[k] for k in clause.contents]
        who: list[Phrase] | None = speakers or ([outer] if outer is not None else None)
        opinion = opinion or usage.opinion
        unless = self._unless(clause)
        if unless is not None and (clause.negated or not contents):
            for speaker in who or [None]:
                yield from self._stated(unless, speaker, who or [], True, apart=True)
            return
        if clause.negated:
            for content in contents:
                if self._lack_of_proof(content) is not None:
                    yield from self._state(content, None)
                    continue
                hit = next((h.usage for h in content.hits if h.usage.by and h.usage.act is not Act.EXONERATES), None)
                if hit is not None:
                    yield self._make(
                        Act.EXONERATES,
                        outer,
                        self._implied(hit, content.verb, content.end),
                        clause,
                        "nobody says so",
                        0.5,
                    )
            return
        directed = outer is not None and speakers and any(c.modal in ("should", "must", "ought") for c in contents)
        if directed:
            yield self._make(
                Act.ACCUSES, outer, self._targets(speakers, outer), clause, "says what somebody told others to do", 0.6
            )
            return
        for content in contents:
            own = list(self._own_deed(content, who)) if who else []
            if own:
                yield from own
            else:
                yield from self._state(content, who, opinion)
        if not contents:
            yield from self._told_thing(clause, usage, speakers, outer)

    def _own_deed(self, content: Clause, who: list[Phrase]) -> Iterator[Statement]:
        """ "describes the wrecking they did": the verb stands in for a deed that is named before it."""
        first, last = content.subject
        did = self.lows[content.verb] in ("did", "done", "committed")
        if last <= first or self.lows[last - 1] not in ("he", "she", "they") or not did:
            return
        if last - first == 1 and content.hits:
            return
        crimes = [h for h in self._nouns(first, content.stop) if h.usage.act is Act.ACCUSES]
        for speaker in who if crimes else ():
            of = self._partners(content.end, content.stop, speaker)
            yield self._make(Act.ADMITS, speaker, of, content, "tells of his own deed", 0.7)

    def _unless(self, clause: Clause) -> Clause | None:
        """The clause of an "unless": what it says is meant to be true."""
        number = self.clauses.index(clause)
        for other in self.clauses[number + 1 :]:
            if other.link is Link.SUB and self.lows[other.subject[0] - 1] == "unless":
                return other
        return None

    def _told_thing(
        self, clause: Clause, usage: Usage, speakers: list[Phrase], outer: Phrase | None
    ) -> Iterator[Statement]:
        """ "describes his crimes", "reminds her of a Rowe plot", "says who did it": a thing is told, no clause."""
        who: list[Phrase | None] = list(speakers) or [outer]
        if not speakers and outer is None:
            first = self.subject(clause)
            crimes = [h for h in self._nouns(clause.end, clause.stop) if h.usage.act is Act.ACCUSES]
            if crimes and first and first[0].head in _PROCEEDINGS | _PROOF:
                yield self._make(Act.REPORTS, None, (), clause, "what a thing shows", 0.5)
            return
        crimes = [
            h
            for h in self._nouns(clause.end, clause.stop)
            if h.usage.act is Act.ACCUSES and h.usage.name != "deeds.dealing"
        ]
        named = [
            p
            for p in self._named(clause.end, clause.stop)
            if p.first >= clause.end + 1 or self.lows[clause.end] in ("of", "about")
        ]
        addressed = self._addressed(clause)
        named = [p for p in named if p.first not in addressed]
        for speaker in who:
            own = any(low in POSSESSIVES for low in self.lows[clause.end : crimes[0].first]) if crimes else False
            own = own or any(
                self.lows[n] in ("he", "she", "they") and self.lows[n + 1] in ("did", "committed")
                for n in range(clause.end, clause.stop - 1)
            )
            if crimes and own:
                yield self._make(
                    Act.ADMITS,
                    speaker,
                    self._partners(clause.end, clause.stop, speaker),
                    clause,
                    "tells of his own deed",
                    0.7,
                )
            elif crimes:
                targets = self._targets(named, speaker)
                yield self._make(Act.ACCUSES, speaker, targets, clause, "tells of a deed", 0.6 if targets else 0.45)
            elif clause.end < clause.stop and usage.name == "says.saying":
                targets = self._targets(
                    [p for p in self._named(clause.end, clause.stop) if p.first not in addressed], speaker
                )
                event = bool(self._nouns(clause.end, clause.stop)) or "of" not in self.lows[clause.end : clause.stop]
                yield self._make(Act.REPORTS, speaker, targets, clause, "tells of something", 0.5 if event else 0.4)

    def _addressed(self, clause: Clause) -> set[int]:
        """The places of whom something is said to."""
        at = clause.end
        if at < clause.stop and self.lows[at] == "to":
            at += 1
        found: set[int] = set()
        for phrase in phrases(self.text, self.tokens, at, clause.stop)[:1]:
            after = self.lows[phrase.last] if phrase.last < len(self.lows) else "that"
            if is_actor(phrase) and after in ("that", "of", "about", "how", "what", "not"):
                found.update(range(phrase.first, phrase.last))
        return found

    def _acted(
        self, clause: Clause, act: Act, usage: Usage, who: Phrase | None, speakers: list[Phrase]
    ) -> Iterator[Statement]:
        """A verb that does one act: admits, denies, accuses …"""
        first, last = clause.end, clause.stop
        rule, sure = _rule(clause, usage), 0.9
        contents = [self.clauses[k] for k in clause.contents]
        if usage.object is Object.DEED:
            yield from self._owned(clause, act, usage, who, speakers, contents)
            return
        found = phrases(self.text, self.tokens, first, last)
        gap = clause.hits[0].gap
        if gap is not None and usage.object is not Object.STATEMENT:
            found = [*phrases(self.text, self.tokens, *gap), *found]
        if usage.object is Object.STATEMENT:
            of: tuple[Target, ...] = ()
            if act is Act.CORROBORATES:
                of = self._targets(found, who, speakers)
                if not of and found:
                    of = (Target(f"anon:{slug(found[0].name)}", found[0].name, found[0].start, found[0].end),)
            yield self._make(act, who, of, clause, rule, sure)
        else:
            himself = first < last and self.lows[first] in _REFLEXIVE
            if himself and act is Act.EXONERATES:
                yield self._make(Act.DENIES, who, (), clause, "defends himself", 0.6)
                return
            of = self._targets(found, who, speakers)
            if not of and act is Act.JUDGES and who is None and first == last:
                of = self._targets(self.subject(clause)) or self._owner_words(self.subject(clause))
            if not of and act is Act.JUDGES:
                of = self._targets(self._named(first, last), who)
            if not of and act is Act.JUDGES:
                before = self.subject(clause)
                pronoun = any(low in POSSESSIVES for low in self.lows[clause.verb : last])
                of = (
                    self._targets([q for p in before for q in p.owners if is_actor(q)])
                    if who is None and pronoun
                    else ()
                )
                if not of and pronoun:
                    place = next(n for n in range(clause.verb, last) if self.lows[n] in POSSESSIVES)
                    of = (Target("group:unnamed", "", self.tokens[place].start, self.tokens[place].end),)
            if act is Act.JUDGES and who is not None and not of and not found:
                return
            yield self._make(act, who, of, clause, rule, sure if of else 0.6)
            if gap is not None and act is Act.JUDGES:
                yield from self._second_verdict(clause, who)
        motive = next(
            (n for n in range(first, last - 2) if self.lows[n] == "to" and self.lows[n + 2] in _REFLEXIVE), None
        )
        if motive is not None and who is not None:
            target = (Target(who.id, who.name, who.start, who.end),)
            yield self._make(Act.JUDGES, None, target, clause, "why somebody does it", 0.6)

    def _second_verdict(self, clause: Clause, who: Phrase | None) -> Iterator[Statement]:
        """ "finds the master in default and the owners free of blame": the second."""
        for n in range(clause.end, clause.stop - 1):
            if self.lows[n] != "and":
                continue
            for k in range(n + 2, clause.stop):
                quality = (
                    next((h for h in self.vocabulary.at(self.lows, k) if h.usage.group is Group.QUALITIES), None)
                    if self.lows[k]
                    else None
                )
                if quality is not None and quality.usage.act is not None:
                    of = self._targets(phrases(self.text, self.tokens, n + 1, k))
                    if of:
                        yield self._make(quality.usage.act, who, of, clause, "verdict on another", 0.7)
                    return

    def _owned(
        self, clause: Clause, act: Act, usage: Usage, who: Phrase | None, speakers: list[Phrase], contents: list[Clause]
    ) -> Iterator[Statement]:
        """Admissions and denials: of a deed that is named, or in a clause."""
        rule = _rule(clause, usage)
        if act is Act.DENIES:
            yield self._make(act, who, (), clause, rule, 0.9)
        elif contents:
            for content in contents:
                yield from self._admitted(clause, content, who, speakers)
        else:
            first, last = clause.end, clause.stop
            hit = clause.hits[0]
            if hit.gap is not None:
                first = hit.gap[0]
            of = self._partners(first, last, who)
            yield self._make(act, who, of, clause, rule, 0.9)
            payers = self._payers(first, last, who)
            if payers:
                yield self._make(Act.ACCUSES, who, payers, clause, "whoever paid is accused by whoever admits it", 0.6)
        free = self._freely(clause)
        if act is Act.ADMITS and not clause.present and free is not None and not contents:
            yield self._make(
                Act.EXONERATES, None, self._implied(free[0], *free[1]), clause, "they confessed freely", 0.6
            )
        yield from self._excepted(clause, act, who)

    def _excepted(self, clause: Clause, act: Act, who: Phrase | None) -> Iterator[Statement]:
        """ "all admit it except Rowe", "admits the one but not the other"."""
        other = Act.DENIES if act is Act.ADMITS else Act.ADMITS
        for n in range(clause.end, clause.stop):
            if self.lows[n] in _EXCEPT:
                for phrase in phrases(self.text, self.tokens, n + 1, clause.stop):
                    if is_actor(phrase):
                        yield self._make(other, phrase, (), clause, "the one who is excepted", 0.7)
            elif self.lows[n] == "but" and n + 1 < clause.stop and self.lows[n + 1] == "not":
                yield self._make(other, who, (), clause, "but not the other", 0.7)

    def _admitted(
        self, clause: Clause, content: Clause, who: Phrase | None, speakers: list[Phrase]
    ) -> Iterator[Statement]:
        """ "admits that he …", "admits that Rowe paid him"."""
        subject, is_self = self._meant(self.subject(content), who, speakers)
        usage = content.usage(Group.DEEDS)
        free = self._freely(content)
        statement_of_his = any(
            p.sort == Sort.PRONOUN and p.head in ("it", "they", "them") for p in self.subject(content)
        )
        if free is not None and (statement_of_his or not is_self):
            yield self._make(Act.EXONERATES, who, self._implied(free[0], *free[1]), content, "it was done freely", 0.75)
            return
        if is_self or (subject and not any(is_actor(p) for p in subject) and usage is None):
            own = usage is not None and usage.by and content.passive
            if own and usage is not None and usage.negated is not None and content.negated:
                yield from self._held(content, subject, is_self, who, False) or ()
                return
            of = self._partners(content.end if content.passive else content.verb, content.stop, who)
            ahead = self.lows[content.end] if content.end < content.stop else ""
            if not of and ahead in ("him", "her", "them") and len(speakers) > 1:
                of = self._targets([p for p in speakers if who is None or p.id != who.id])
            saying = content.usage(Group.SAYS)
            if usage is None and saying is not None and saying.act is Act.ACCUSES:
                of = self._targets(phrases(self.text, self.tokens, content.end, content.stop), who, speakers)
            yield self._make(Act.ADMITS, who, of, content, "admits that he did", 0.9)
            payers = (
                self._payers(content.verb, content.stop, who) if content.passive or self._takes(content.verb) else ()
            )
            if payers:
                yield self._make(Act.ACCUSES, who, payers, content, "whoever paid is accused by whoever admits it", 0.6)
            return
        agents = [p for p in self._after("by", content) if is_actor(p)] if content.passive or content.copula else []
        actors = [p for p in subject if is_actor(p)]
        if agents:
            yield self._make(Act.ACCUSES, who, self._targets(agents, who), content, "admits that others did it", 0.7)
        elif usage is not None and usage.act is Act.ACCUSES and actors:
            of = self._targets(actors, who)
            objects = phrases(self.text, self.tokens, content.end, content.stop)
            himself = any(p.sort == Sort.PRONOUN for p in objects[:1]) or usage.whom == "partner"
            if himself:
                yield self._make(Act.ADMITS, who, of, content, "admits what another did with him", 0.8)
            yield self._make(Act.ACCUSES, who, of, content, "admits what another did", 0.8)
        else:
            told = [s for s in self._stated(content, who, speakers, True) if s.act is not Act.REPORTS]
            if told:
                yield from told
            else:
                saying = content.usage(Group.SAYS)
                act = Act.JUDGES if saying is not None else Act.ADMITS
                yield self._make(
                    act,
                    who,
                    () if saying is not None else self._targets(actors, who),
                    content,
                    "admits something of another",
                    0.5,
                )

    def _takes(self, place: int) -> bool:
        return self.lows[place] in (
            "got",
            "get",
            "gets",
            "getting",
            "received",
            "receive",
            "receives",
            "receiving",
            "took",
            "takes",
            "taking",
            "accepted",
            "accepting",
        )

    # -- whom ----------------------------------------------------------------------------------------------------------

    def _partners(self, first: int, last: int, who: Phrase | None) -> tuple[Target, ...]:
        """With whom, for whom or through whom a deed was done: not its victims."""
        found: list[Phrase] = []
        governor: str = "start"
        partner_verb = False
        to_whom = (
            first < last
            and self.lows[first] == "to"
            and (first + 1 >= len(self.tokens) or self.tokens[first + 1].name is not None)
        )
        n = first + 1 if to_whom else first
        while n < last:
            low = self.lows[n]
            if low in _EXCEPT or (low == "but" and n + 1 < last and self.lows[n + 1] == "not"):
                break
            phrase = self._phrase_at(n, last)
            if phrase is not None and is_actor(phrase):
                taken = governor == "with" or (governor == "verb" and partner_verb)
                if to_whom and not found and n == first + 1:
                    taken = False
                if taken:
                    found.append(phrase)
                n = phrase.last
                continue
            if low in _WITH:
                governor = "with"
            elif low == "of" and n and self.lows[n - 1] in _ORDERS:
                governor = "with"
            elif low == "to" and n + 1 < last and self._phrase_at(n + 1, last) is not None:
                governor = "with" if n > first else governor
            elif low in PREPOSITIONS:
                governor = "other"
            elif low:
                hits = [h for h in self.vocabulary.at(self.lows, n) if h.is_verb and h.usage.group is not Group.MARKS]
                if hits and low not in ("and",):
                    governor = "verb"
                    usage = hits[0].usage
                    partner_verb = (
                        usage.whom == "partner"
                        or any(h.usage.whom == "partner" for h in hits)
                        or usage.group is Group.SAYS
                    )
            n += 1
        return self._targets(found, who)

    def _payers(self, first: int, last: int, who: Phrase | None) -> tuple[Target, ...]:
        """From whom something was taken, by whom it was paid."""
        takes = any(
            self._takes(n) or (self.lows[n] in ("being", "been", "was", "were") and n + 1 < last)
            for n in range(max(0, first - 1), last)
        )
        if not takes:
            return ()
        for n in range(first, last - 1):
            if self.lows[n] in _PAYER:
                found = [p for p in phrases(self.text, self.tokens, n + 1, last) if is_actor(p)]
                if found:
                    return self._targets(found, who)
        return ()

    def _phrase_at(self, n: int, last: int) -> Phrase | None:
        """Somebody who is named from a place on."""
        token = self.tokens[n]
        if token.name is not None:
            if token.genitive:
                return None
            after = self.lows[n + 1] if n + 1 < len(self.lows) else ""
            if n + 1 < last and self.vocabulary.known(after, Group.DEEDS) and not after.endswith("ed") and after:
                return None  # "the Rowe plot"
            return phrases(self.text, self.tokens, n, n + 1)[0]
        if not token.low or token.is_mark or token.low in PREPOSITIONS or token.low in DETERMINERS:
            return None
        found = phrases(self.text, self.tokens, n, n + 1)
        if found and found[0].sort in (Sort.GROUP, Sort.ORG) and found[0].head != "all":
            return found[0]
        return None

    def _named(self, first: int, last: int) -> list[Phrase]:
        """Everybody named between two places, owners and parts of other nouns too."""
        found = []
        n = first
        while n < last:
            token = self.tokens[n]
            if token.name is not None:
                found.append(
                    Phrase(
                        n,
                        n + 1,
                        token.start,
                        token.end,
                        token.name.person,
                        token.name.name,
                        Sort.PERSON,
                        gender=token.name.gender,
                    )
                )
            else:
                phrase = self._phrase_at(n, last)
                if phrase is not None and phrase.sort == Sort.GROUP:
                    found.append(phrase)
            n += 1
        return found

    def _after(self, word: str, clause: Clause) -> list[Phrase]:
        for n in range(clause.end, clause.stop):
            if self.lows[n] == word:
                return phrases(self.text, self.tokens, n + 1, clause.stop)
        return []

    def _nouns(self, first: int, last: int) -> list[Hit]:
        """The deeds that are named between two places."""
        found = []
        for n in range(first, last):
            if self.lows[n]:
                found += [
                    h for h in self.vocabulary.at(self.lows, n) if h.usage.group is Group.DEEDS and h.last <= last
                ][:1]
        return found

    def _freely(self, clause: Clause) -> tuple[Usage, tuple[int, int]] | None:
        """Where the words say that somebody was well treated or free in what he did."""
        start = clause.begin
        for n in range(start, clause.stop):
            if not self.lows[n]:
                continue
            hit = next(
                (
                    h
                    for h in self.vocabulary.at(self.lows, n)
                    if h.usage.group is Group.DEEDS and h.usage.by and h.usage.act is Act.EXONERATES
                ),
                None,
            )
            if hit is not None:
                return hit.usage, (hit.first, hit.last)
        return None

    # -- what is said of somebody or something ----------------------------------------------------------------------------

    def _ascribed(self, clause: Clause) -> list[tuple[Usage, bool, int]]:
        """The qualities and deeds that are ascribed after a copula, each with whether it is denied, and its place."""
        found: list[tuple[Usage, bool, int]] = []
        n, negated = clause.begin, clause.negated
        fresh = False
        while n < clause.stop:
            low = self.lows[n]
            if not low or (low in PREPOSITIONS and n >= clause.end and found):
                break
            if n >= clause.end and low == "but":
                negated = False
            if n >= clause.end and low in NEGATIVES:
                fresh = True
            hits = [
                h
                for h in self.vocabulary.at(self.lows, n)
                if h.usage.group in (Group.QUALITIES, Group.DEEDS) and (h.last > clause.end or h.last - h.first > 1)
            ]
            hits = [h for h in hits if Form.NOUN in h.forms or h.last - h.first > 1]
            if hits:
                longest = hits[0].last
                own = low in NEGATIVES or low in ("nothing", "no")
                for hit in hits:
                    if hit.last == longest:
                        found.append((hit.usage, False if own else negated or fresh, n))
                n = longest
                fresh = False
                continue
            if n >= clause.end and low in PREPOSITIONS:
                break
            n += 1
        return found

    def _held(
        self, clause: Clause, subject: list[Phrase], is_self: bool, speaker: Phrase | None, opinion: bool
    ) -> Iterator[Statement]:
        """What somebody or something is said to be, and how somebody was treated."""
        free = self._freely(clause)
        heads = {p.head for p in self.subject(clause)}
        treated = [h.usage for h in clause.hits if h.usage.by]
        noun = self._treatment_subject(clause)
        if noun is not None:
            usage, denied, place = noun
            if denied and usage.negated is not None:
                yield self._make(
                    usage.negated, speaker, self._implied(usage, place, place + 1), clause, "there was none of it", 0.8
                )
                return
        if (
            free is not None
            and not clause.copula
            and (clause.passive or clause.usage(Group.DEEDS) is not None or clause.usage(Group.SAYS) is not None)
        ):
            usage, (a, b) = free
            act = usage.negated if clause.negated else usage.act
            if act is not None:
                by = self._targets([p for p in self._after("by", clause) if is_actor(p)])
                by = by or self._targets([p for p in self._after("in", clause) if p.sort == Sort.ORG])
                yield self._make(
                    act, speaker, by or self._implied(usage, a, b), clause, "how somebody was treated", 0.75
                )
                return
        if clause.passive and treated:
            usage = treated[0]
            act = usage.negated if clause.negated else usage.passive
            if act is not None:
                by = self._targets([p for p in self._after("by", clause) if is_actor(p)], speaker)
                yield self._make(
                    act,
                    speaker,
                    by or self._implied(usage, clause.verb, clause.end),
                    clause,
                    "how somebody was treated",
                    0.8,
                )
                return
        if not clause.copula:
            quality = self._verdict(clause, subject, speaker)
            if quality is not None:
                yield quality
            return
        unless = self._unless(clause)
        ascribed = self._ascribed(clause)
        if unless is not None and (not subject or heads & {"it"}):
            yield from self._stated(unless, speaker, [], True)
            return
        if heads & {"there"} or (heads & {"it"} and ascribed and ascribed[0][0].by):
            yield from self._there(clause, ascribed, speaker, opinion)
            return
        if "than" in self.lows[clause.end : clause.stop] and self._compares(clause):
            return
        told: set[Act] = set()
        for usage, denied, place in ascribed:
            statement = self._quality(clause, usage, denied, place, subject, is_self, speaker, opinion)
            if statement is not None and statement.act not in told:
                told.add(statement.act)
                yield statement

    def _treatment_subject(self, clause: Clause) -> tuple[Usage, bool, int] | None:
        """ "no coercion was used", "fakes were not used": the treatment is the subject."""
        first, last = clause.subject
        for phrase in self.subject(clause):
            usage = (
                next(
                    (
                        u
                        for u in self.vocabulary.known(phrase.head, Group.DEEDS)
                        if u.by and u.act is not Act.EXONERATES
                    ),
                    None,
                )
                if phrase.head
                else None
            )
            if usage is not None:
                return (
                    usage,
                    clause.negated or phrase.no or (first < last and self.lows[first] in ("no", "not")),
                    phrase.last - 1,
                )
        return None

    def _there(
        self, clause: Clause, ascribed: list[tuple[Usage, bool, int]], speaker: Phrase | None, opinion: bool
    ) -> Iterator[Statement]:
        """ "there was no torture", "there was a plot"."""
        for usage, denied, place in ascribed:
            if usage.by:
                act = usage.negated if denied else usage.act
                if act is not None:
                    yield self._make(
                        act,
                        speaker,
                        self._implied(usage, place, place + 1),
                        clause,
                        "whether there was such a thing",
                        0.8,
                    )
                return
            if usage.group is Group.DEEDS and usage.act is Act.ACCUSES:
                act = usage.negated if denied else Act.JUDGES if opinion else usage.act
                if act is not None:
                    yield self._make(
                        act,
                        speaker,
                        self._targets(self._named(clause.end, clause.stop)),
                        clause,
                        "whether there was such a deed",
                        0.6,
                    )
                return
        if speaker is not None or clause.stop > clause.end:
            yield self._make(
                Act.REPORTS, speaker, (), clause, "that there was something", 0.5 if speaker is not None else 0.45
            )

    def _quality(
        self,
        clause: Clause,
        usage: Usage,
        denied: bool,
        place: int,
        subject: list[Phrase],
        is_self: bool,
        speaker: Phrase | None,
        opinion: bool,
    ) -> Statement | None:
        act = usage.negated if denied else usage.act
        if act is None:
            return None
        if is_self and usage.name in ("qualities.guilt", "qualities.innocence") or is_self and usage.act is Act.ACCUSES:
            owns = (usage.name != "qualities.innocence") != denied
            return self._make(Act.ADMITS if owns else Act.DENIES, speaker, (), clause, "says what he himself is", 0.85)
        actors = [p for p in subject if is_actor(p)]
        if usage.group is Group.DEEDS:
            if usage.by:
                if not denied and usage.act is Act.EXONERATES:
                    return self._make(
                        act, speaker, self._implied(usage, place, place + 1), clause, "it was done freely", 0.75
                    )
                if not denied:
                    return None  # "is bogus" is a quality too
                printed = tuple(Target("org:court", p.name, p.start, p.end) for p in subject if p.head in _PROCEEDINGS)
                return self._make(
                    act, speaker, printed or self._implied(usage, place, place + 1), clause, "it was none", 0.8
                )
            if usage.act is not Act.ACCUSES or usage.whom == "partner":
                return None
            if not actors:
                return None
            if opinion and act is Act.ACCUSES:
                act = Act.JUDGES
            return self._make(act, speaker, self._targets(actors, speaker), clause, "what somebody is called", 0.8)
        if usage.name == "qualities.merit" and not actors:
            return None
        of = self._targets(subject, speaker)
        if not of:
            heads = [p for p in subject if p.head]
            court = [p for p in heads if p.head in _PROCEEDINGS]
            own = [p for p in heads if any(u.act is Act.ADMITS for u in self.vocabulary.known(p.head, Group.SAYS))]
            if court:
                of = tuple(Target("org:court", p.name, p.start, p.end) for p in court)
            elif own:
                of = (Target("group:unnamed", "", own[0].start, own[0].end),)
            else:
                of = self._owner_words(subject)
        return self._make(act, speaker, of, clause, "what is said of somebody or something", 0.75)

    def _owner_words(self, subject: list[Phrase]) -> tuple[Target, ...]:
        """ "the Dutch version": a people in an adjective."""
        for phrase in subject:
            for n in range(phrase.first, phrase.last - 1):
                found = phrases(self.text, self.tokens, n, n + 1) if self.lows[n] else []
                if found and found[0].sort == Sort.GROUP and self.lows[n] not in ("all", "some", "many"):
                    return self._targets(found)
        return ()

    def _verdict(self, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Statement | None:
        """ "left no doubt as to their guilt", "gave a strong defence": a judgement in the object of another verb."""
        deed = clause.usage(Group.DEEDS)
        if deed is not None and deed.act is Act.ACCUSES:
            return None
        for n in range(clause.begin, clause.stop):
            if not self.lows[n]:
                continue
            hit = next((h for h in self.vocabulary.at(self.lows, n) if h.usage.group is Group.QUALITIES), None)
            if hit is None:
                continue
            usage = hit.usage
            told = usage.name in ("qualities.guilt", "qualities.innocence")
            if told and (hit.last - hit.first > 1 or clause.passive or clause.hits and clause.hits[0].usage is usage):
                negated = clause.negated and hit.first >= clause.end
                act = usage.negated if negated else usage.act
                whom = [p for p in subject if is_actor(p)]
                is_it = speaker is not None and any(p.id == speaker.id for p in whom)
                if act is None:
                    return None
                if is_it:
                    owns = (usage.name == "qualities.guilt") != negated
                    return self._make(
                        Act.ADMITS if owns else Act.DENIES, speaker, (), clause, "says what he himself is", 0.8
                    )
                of = self._targets(whom, speaker)
                if not of:
                    of = self._targets(self._named(clause.end, clause.stop), speaker)
                if not of:
                    of = (Target("group:unnamed", "", self.tokens[hit.first].start, self.tokens[hit.last - 1].end),)
                return self._make(act, speaker, of, clause, "whether somebody is guilty", 0.75)
            ahead = self.lows[n - 1] if n else ""
            if (
                usage.name in ("qualities.merit", "qualities.worthlessness")
                and n >= clause.end
                and ahead in ("a", "an")
                and not clause.passive
            ):
                of = self._targets(subject, speaker)
                return self._make(Act.JUDGES, speaker, of, clause, "how well it was done", 0.55) if of else None
        return None

    # -- deeds and events ------------------------------------------------------------------------------------------------

    def _done(
        self,
        clause: Clause,
        subject: list[Phrase],
        is_self: bool,
        speaker: Phrase | None,
        speakers: list[Phrase],
        opinion: bool,
    ) -> Iterator[Statement]:
        """What somebody did, or what befell somebody."""
        usage = self._deed(clause)
        actors = [p for p in subject if is_actor(p)]
        objects = phrases(self.text, self.tokens, clause.end, clause.stop)
        if usage is not None and usage.act is Act.ACCUSES and not usage.by and (not clause.copula):
            yield from self._wrong(clause, usage, subject, actors, objects, is_self, speaker, speakers, opinion)
            return
        if usage is not None and usage.by and not clause.passive and not clause.copula:
            if is_self:
                act: Act | None = Act.DENIES if clause.negated else Act.ADMITS
                yield self._make(
                    Act.EXONERATES,
                    speaker,
                    self._targets(objects, speaker) or self._implied(usage, clause.verb, clause.end),
                    clause,
                    "it was the other way round",
                    0.5,
                )
            else:
                act = usage.negated if clause.negated else usage.act
            if act is not None and (actors or is_self):
                yield self._make(
                    act,
                    speaker,
                    () if is_self else self._targets(actors, speaker),
                    clause,
                    "how somebody treated others",
                    0.75,
                )
            return
        yield from self._event(clause, usage, subject, actors, objects, is_self, speaker)

    def _deed(self, clause: Clause) -> Usage | None:
        """The deed a verb tells of, or its object ("committed crimes", "met with plotters")."""
        found = clause.usage(Group.DEEDS)
        if found is not None and (found.act is Act.ACCUSES or found.by or found.name == "deeds.measure"):
            return found
        if clause.passive or clause.copula:
            return found
        if clause.negated and found is None:
            return found
        pays = self._pays(clause)
        if pays is not None:
            return pays
        stop = clause.end
        while (
            stop < clause.stop
            and (self.lows[stop] not in PREPOSITIONS or self.lows[stop] in ("in", "with", "to"))
            and self.tokens[stop].name is None
        ):
            stop += 1
        own = [h for h in self._nouns(clause.end, stop) if h.usage.act is Act.ACCUSES and h.usage.whom != "partner"]
        own = [h for h in own if not h.usage.by and not is_agents(self.lows[h.last - 1])]
        if own and any(is_actor(p) for p in self.subject(clause)) | any(
            p.sort == Sort.PRONOUN for p in self.subject(clause)
        ):
            last = own[0].last
            ahead = self.lows[last] if last < len(self.lows) else ""
            if self.vocabulary.known(ahead, Group.DEEDS) and ahead in _PROCEEDINGS:
                return found
            return own[0].usage
        return found

    def _pays(self, clause: Clause) -> Usage | None:
        """ "gave him 300 crowns": a verb of giving or taking, and a sum."""
        if not clause.hits or self.lows[clause.verb] not in _GIVING or clause.end >= clause.stop:
            return None
        start, end = self.tokens[clause.end].start, self.tokens[clause.stop - 1].end
        if any(amount.kind == "money" for amount in find_amounts(self.text[start:end])):
            return self.vocabulary.usages.get("deeds.payment")
        return None

    def _wrong(
        self,
        clause: Clause,
        usage: Usage,
        subject: list[Phrase],
        actors: list[Phrase],
        objects: list[Phrase],
        is_self: bool,
        speaker: Phrase | None,
        speakers: list[Phrase],
        opinion: bool,
    ) -> Iterator[Statement]:
        rule = (
            f"says what somebody did ({usage.name.split('.')[1]})"
            if speaker is not None
            else f"somebody did it ({usage.name.split('.')[1]})"
        )
        if clause.passive:
            agents, by_self = self._meant(self._after("by", clause), speaker, speakers)
            agents = [p for p in agents if is_actor(p)]
            if by_self:
                yield self._make(Act.ADMITS, speaker, (), clause, rule, 0.8)
            elif agents:
                act = usage.negated if clause.negated else Act.JUDGES if opinion else usage.act
                if act is not None:
                    yield self._make(act, speaker, self._targets(agents, speaker), clause, rule, 0.85)
                if is_self and usage.taker is not None:
                    yield self._make(usage.taker, speaker, self._targets(agents, speaker), clause, "he took it", 0.7)
            elif is_self and usage.taker is not None and not clause.negated:
                yield self._make(usage.taker, speaker, (), clause, "he took it", 0.55)
            elif usage.passive is not None:
                yield self._make(
                    usage.passive, speaker, self._targets(subject, speaker), clause, "what befell somebody", 0.65
                )
            return
        if is_self:
            if clause.negated:
                yield self._make(Act.DENIES, speaker, (), clause, rule, 0.85)
                return
            partners = self._partners(clause.verb, clause.stop, speaker)
            yield self._make(Act.ADMITS, speaker, partners, clause, rule, 0.85)
            ordered = self._orderers(clause, speaker)
            payers = self._payers(clause.verb, clause.stop, speaker)
            if ordered or payers:
                yield self._make(
                    Act.ACCUSES, speaker, ordered or payers, clause, "on whose orders or for whose money", 0.6
                )
            return
        act = usage.negated if clause.negated else Act.JUDGES if opinion else usage.act
        if clause.modal in ("would", "could", "might") and speaker is None:
            yield self._make(Act.JUDGES, None, self._targets(actors), clause, "what somebody would have done", 0.4)
            return
        if act is None:
            return
        if not actors:
            if clause.subject[1] > clause.subject[0] and self.lows[clause.subject[0]] == "who":
                yield self._make(act, speaker, (), clause, "says who did it", 0.6)
            elif speaker is not None:
                yield self._make(
                    Act.REPORTS, speaker, self._targets(objects, speaker), clause, "says what happened", 0.5
                )
            else:
                yield self._make(Act.REPORTS, None, self._targets(objects), clause, "what happened", 0.5)
            return
        concerned = list(actors)
        if self._takes(clause.verb) and not clause.negated:
            concerned += [p for p in self._after("from", clause) if is_actor(p)]
        of = self._targets(concerned, speaker)
        yield self._make(act, speaker, of, clause, rule, 0.85 if speaker is not None else 0.75)
        if usage.taker is not None and speaker is not None and not clause.negated:
            first = self.tokens[clause.end].low if clause.end < len(self.tokens) else ""
            gap = clause.hits[0].gap if clause.hits else None
            within = self.lows[gap[0] : gap[1]] if gap is not None else []
            taken = {first, *within} & {"him", "her", "them", "me", "us"}
            if taken:
                yield self._make(usage.taker, speaker, of, clause, "he took it", 0.7)

    def _orderers(self, clause: Clause, speaker: Phrase | None) -> tuple[Target, ...]:
        for n in range(clause.end, clause.stop - 1):
            if self.lows[n] == "of" and self.lows[n - 1] in _ORDERS:
                return self._targets(phrases(self.text, self.tokens, n + 1, clause.stop), speaker)
        return ()

    def _event(
        self,
        clause: Clause,
        usage: Usage | None,
        subject: list[Phrase],
        actors: list[Phrase],
        objects: list[Phrase],
        is_self: bool,
        speaker: Phrase | None,
    ) -> Iterator[Statement]:
        """An event, as a heading reports it; what is no event is nothing."""
        of = self._targets([*subject, *objects], speaker)
        verb = self.lows[clause.verb] if clause.verb < len(self.lows) else ""
        whole = self.subject(clause)
        heads = {p.head for p in whole if p.head}
        told = any(self.vocabulary.known(head, Group.DEEDS) or head in _PROCEEDINGS for head in heads)
        if verb in _META or (
            clause.end < len(self.lows) and self.lows[clause.end : clause.end + 1] and self.lows[clause.end] in _META
        ):
            return
        if speaker is not None:
            thing = bool(whole) and not actors and not is_self and all(p.sort == Sort.THING for p in whole)
            if clause.negated and thing and not clause.copula and usage is not None:
                yield self._make(Act.DENIES, speaker, (), clause, "says that it did not happen", 0.6)
                return
            yield self._make(Act.REPORTS, speaker, of, clause, "says what happened", 0.5)
            return
        if heads & _ABOUT_ITSELF and not actors:
            return
        if clause.modal in ("should", "must", "ought"):
            return
        if clause.copula and any(usage.group is Group.QUALITIES for usage, _, _ in self._ascribed(clause)):
            return
        if clause.copula:
            at = self.lows[clause.end] if clause.end < len(self.lows) else ""
            if at in ("on", "at", "in", "present", "aboard", "under") and (actors or told):
                yield self._make(Act.REPORTS, None, of, clause, "where somebody was", 0.55)
            elif actors and self._is_tied(clause):
                yield self._make(
                    Act.REPORTS,
                    None,
                    self._targets([*subject, *self._named(clause.end, clause.stop)]),
                    clause,
                    "whose somebody was",
                    0.5,
                )
            elif not actors and subject and not self._compares(clause):
                yield self._make(Act.REPORTS, None, of, clause, "what was so", 0.5 if told else 0.45)
            return
        if clause.passive:
            yield self._make(Act.REPORTS, None, of, clause, "what befell somebody", 0.7 if usage is not None else 0.6)
        elif usage is not None and (actors or told or not clause.present):
            yield self._make(Act.REPORTS, None, of, clause, f"an event ({usage.name.split('.')[1]})", 0.7)
        elif not clause.present or told:
            if actors or told:
                yield self._make(Act.REPORTS, None, of, clause, "what happened", 0.5)

    def _is_tied(self, clause: Clause) -> bool:
        """ "was an ally of Rowe", "was a Rowe ally"."""
        return any(self.lows[n] in _TIES for n in range(clause.end, clause.stop)) and bool(
            self._named(clause.end, clause.stop)
        )

    def _compares(self, clause: Clause) -> bool:
        return any(low in _COMPARING for low in self.lows[clause.end : clause.stop])

    # -- headings without a verb -------------------------------------------------------------------------------------------

    def _nominal(self) -> Iterator[Statement]:
        """ "the confessions of Ash", "Ash's attack on Rowe", "the fallacies of Ash's arguments", "Ash not guilty"."""
        count = len(self.tokens)
        if not count or self.lows[0] in ("why", "how", "what", "who", "when", "where", "whether", "if"):
            return
        if any(low in _ABOUT_ITSELF for low in self.lows[:3]):
            return
        for n in range(count):
            if not self.lows[n]:
                continue
            hits = self.vocabulary.at(self.lows, n)
            says = next(
                (h for h in hits if h.usage.group is Group.SAYS and not h.is_verb and h.usage.act is not None), None
            )
            if says is None:
                says = next(
                    (
                        h
                        for h in hits
                        if h.usage.group is Group.SAYS and h.last - h.first > 1 and h.usage.act is Act.ACCUSES
                    ),
                    None,
                )
            worth = next((h for h in hits if h.usage.name == "qualities.worthlessness"), None)
            if says is not None and says.usage.act is not None:
                makers = self._makers(n, says.last)
                stop = next((k for k in range(says.last, count) if self.lows[k] in ("and", "of")), count)
                if not makers:
                    continue
                against = (
                    phrases(self.text, self.tokens, says.last, count)
                    if self.lows[says.last - 1] in ("on", "against")
                    else []
                )
                mutual = n > 0 and self.lows[n - 1] in ("mutual", "reciprocal")
                for maker in makers:
                    of = self._targets(against, maker) if not mutual else self._targets(makers)
                    if says.usage.act is Act.ACCUSES and not of:
                        continue
                    yield Statement(says.usage.act, maker, of, 0, count, "an act that is named", 0.55)
                if says.usage.act is Act.ACCUSES:
                    return
                del stop
            elif worth is not None and n + 1 < count and self.lows[worth.last : worth.last + 1] == ["of"]:
                of = self._targets(phrases(self.text, self.tokens, worth.last + 1, count))
                if of:
                    yield Statement(Act.JUDGES, None, of, 0, count, "what is said of somebody or something", 0.6)
                    return

    def _makers(self, place: int, after: int) -> list[Phrase]:
        """Whose a named act is: before it with a possessive, or after "of"."""
        first = place
        while (
            first > 0
            and self.lows[first - 1]
            and self.lows[first - 1] not in ("and", ",", "of")
            and not self.tokens[first - 1].genitive
        ):
            first -= 1
        if first > 0 and self.tokens[first - 1].genitive:
            found = self._phrase_owner(first - 1)
            return [found] if found is not None else []
        stop = after
        while stop < len(self.lows) and stop - after < 6 and self.lows[stop] != "of":
            if self.lows[stop] in PREPOSITIONS or self.lows[stop] in BE:
                return []
            stop += 1
        if stop < len(self.lows) and self.lows[stop] == "of":
            return [p for p in phrases(self.text, self.tokens, stop + 1, len(self.tokens)) if is_actor(p)]
        return []

    def _phrase_owner(self, n: int) -> Phrase | None:
        token = self.tokens[n]
        if token.name is not None:
            who = token.name
            return Phrase(n, n + 1, token.start, token.end, who.person, who.name, Sort.PERSON, gender=who.gender)
        found = phrases(self.text, self.tokens, n, n + 1)
        return replace(found[0]) if found and is_actor(found[0]) else None


_GIVING = frozenset(
    "give gives gave given giving receive receives received receiving get gets got getting take takes took taken taking accept accepts accepted hand hands "
    "handed send sends sent offer offers offered collect collects collected".split()
)
_TIES = frozenset(
    "ally allies friend friends enemy enemies supporter supporters follower followers member members associate associates rival rivals colleague accomplice".split()
)


def _rule(clause: Clause, usage: Usage) -> str:
    return f"a word by which one {usage.act}" if usage.act is not None else "a word of saying"
