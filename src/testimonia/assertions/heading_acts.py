"""What a heading states, and on whose word: its clauses one by one, or the acts that it names without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model import Act

from .acts import Group, Object, Vocabulary
from .heading_clauses import Clause, Link
from .heading_deeds import by_doing
from .heading_hypotheses import by_asking_why, by_not_proving, by_supposing, of_convicted
from .heading_knowing import by_ruling
from .heading_nouns import by_counting, by_nouns
from .heading_objects import has_its_object
from .heading_opinions import (
    by_acting_blindly,
    by_agreeing_to_wrong,
    by_calling,
    by_comfort,
    by_denying_rumour,
    by_epithets,
    by_ignorance,
    by_manner,
    by_needing,
    by_refusing_excuses,
    by_setting_right,
    by_stopping_mouths,
)
from .heading_people import Heading, Statement, Target
from .heading_phrases import Phrase, Sort, is_actor
from .heading_proof import by_finding_no_trace, by_lack_of_proof, lack_of_proof, trace_at
from .heading_sayings import by_saying
from .heading_sources import NOBODY, Source, source_of
from .heading_states import by_being
from .heading_tokens import Token
from .heading_wills import (
    by_blame,
    by_distrust,
    by_injustice,
    by_nobody_gainsaying,
    by_proving_nothing,
    by_reproach,
)

__all__ = ["statements"]

_ONE = frozenset("man men one ones woman women person persons culprit".split())
_SO = frozenset("true fact truth".split())
_NOT_SO = frozenset("untrue false lie myth legend fable slander falsehood invention fiction".split())
_SUMMARIES = frozenset(
    "outline outlines summary summaries description descriptions history list lists overview survey".split()
)


def statements(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Statement]:
    """What the heading states, in order, each once."""
    truth = _truth_of(tokens)
    if truth is not None:
        return _so_or_not(*truth, text, tokens, vocabulary)
    source = source_of(text, tokens, vocabulary)
    trace = trace_at([token.low for token in tokens]) if source is None else None
    if trace is not None:  # "no record of …", be it behind something else
        none = list(by_finding_no_trace(Heading(text, tokens[trace:], vocabulary, stated)))
        if none:
            before = list(_read_all(Heading(text, tokens[: trace - 1], vocabulary, stated))) if trace > 1 else []
            return _once([*before, *(replace(s, first=trace, last=trace + s.last) for s in none)])
    if source is None:
        return _once(_with_doers(list(_read_all(Heading(text, tokens, vocabulary, stated)))))
    return _once(_on_word_of(source, text, tokens, vocabulary)) if source is not NOBODY else []


def _on_word_of(source: Source, text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Statement]:
    """ "According to Rowe, …": what is said, on his word; its tokens are counted from where it begins."""
    h = Heading(text, tokens[source.first : source.last], vocabulary, stated)
    who, h.about = list(source.who), source.about
    found: list[Statement] = []
    for clause in h.clauses:
        if clause.holder is None and clause.link is not Link.SUB:
            for speaker in who:
                found += h.stated(clause, speaker, who, False, apart=bool(source.about))
    of = h.targets(source.about)
    if not found and of and h.lows and h.lows[0] in ("a", "an", "the", "no"):  # "Rowe on Ash: a fool"
        found = [Statement(Act.JUDGES, one, of, 0, len(h.tokens), "what one is to another", 0.55) for one in who]
    if source.first:
        return [replace(s, first=0, last=s.last + source.first) for s in found]
    return [replace(s, last=len(tokens)) for s in found]


def _truth_of(tokens: Sequence[Token]) -> tuple[int, bool] | None:
    """ "It is not true that …": where what is so or not begins, and whether it is."""
    lows = [token.low for token in tokens[:8]]
    if len(lows) < 5 or lows[0] != "it" or lows[1] not in ("is", "was"):
        return None
    n, so = (3, False) if lows[2] in ("not", "never") else (2, True)
    while lows[n : n + 1] and lows[n] in ("a", "an", "the", "simply", "quite", "mere", "pure"):
        n += 1
    if lows[n + 1 : n + 2] != ["that"] or lows[n] not in _SO | _NOT_SO:
        return None
    return n + 2, so == (lows[n] in _SO)


def _so_or_not(first: int, so: bool, text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Statement]:
    h = Heading(text, tokens[first:], vocabulary, stated)
    found: list[Statement] = []
    for number, clause in enumerate(h.clauses):
        if clause.holder is None and clause.link is not Link.SUB:
            clause.negated = clause.negated != (not so and number == 0)
            found += h.state(clause, None)
    return [replace(s, first=0, last=min(len(tokens), s.last + first)) for s in _once(found)]


def _with_doers(found: list[Statement]) -> list[Statement]:
    """ "admits the theft and says that Rowe ordered it": it concerns Rowe."""
    partners: dict[str, tuple[Target, ...]] = {}
    for s in found:
        if s.act is Act.ACCUSES and s.speaker is not None and s.rule.endswith(("(dealing)", "(payment)")):
            partners.setdefault(s.speaker.id, s.of)
    return [
        replace(s, of=partners.get(s.speaker.id, ()))
        if s.act is Act.ADMITS and not s.of and s.speaker is not None
        else s
        for s in found
    ]


def _once(found: list[Statement]) -> list[Statement]:
    kept: list[Statement] = []
    told = {(s.subject, s.speaker.id if s.speaker else "") for s in found if s.act is not Act.REPORTS}
    for statement in found:
        who = statement.speaker.id if statement.speaker else ""
        if statement.act is Act.REPORTS and statement.subject and (statement.subject, who) in told:
            continue  # "Ash went over to them and robbed the bank": what he did is told already
        if statement.act is Act.REPORTS and statement.confidence < 0.5 and len(found) > 1:
            continue
        own = [s for s in found if s.act is not Act.REPORTS and s.speaker == statement.speaker]
        if statement.rule == "tells of something" and own:
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


def _read_all(h: Heading) -> Iterator[Statement]:
    """All statements, in order."""
    found: list[Statement] = []
    if h.text.rstrip().endswith("?") or (h.lows and h.lows[0] in ("if", "who", "whether")):  # a question, a hypothesis
        yield from by_supposing(h)
        return
    if h.lows and h.lows[0] == "why":
        yield from by_asking_why(h)
        return
    if h.clauses and h.clauses[0].link is Link.MAIN:
        first = h.subject_of(h.clauses[0])
        if first and first[0].head in _SUMMARIES and not is_actor(first[0]):
            return
    for clause in h.clauses:
        if clause.holder is None and clause.link is not Link.SUB and not clause.causing:
            told = list(h.state(clause, None))
            if clause.link is Link.RELATIVE and found:  # "paid the men who swam": which men, no event
                told = [s for s in told if s.act is not Act.REPORTS]
                named = any(s.act is Act.ACCUSES and s.speaker is not None for s in found)
                if named and h.lows[clause.subject[1] - 1] in _ONE:
                    continue  # "names Ash as the man who did it"
            found += told
    if not any(s.confidence > 0.5 for s in found):
        for clause in h.clauses:
            if (
                clause.link is Link.SUB
                and clause.saying is not None
                and not clause.saying.said
                and not clause.saying.motive
            ):
                told = list(h.state(clause, None))
                found = told or found
    blamed = {t.id for s in found if s.speaker is None and s.act in (Act.ACCUSES, Act.JUDGES) for t in s.of}
    found += [s for s in by_epithets(h) if not blamed & {t.id for t in s.of}]
    counted = by_counting(h) if not h.clauses else None
    if counted is not None:
        found.append(counted)
    agents = any(c.passive and any(is_actor(p) for p in h.after("by", c)) for c in h.clauses)
    seen = any(s.rule == "what somebody knew or saw" for s in found)  # "heard Ash's confession" is not Ash's
    if all(s.act is Act.REPORTS and s.speaker is None for s in found) and not (found and (agents or seen)):
        found = list(by_nouns(h)) or found
    yield from found


def stated(
    h: Heading, clause: Clause, speaker: Phrase | None, speakers: list[Phrase], opinion: bool, apart: bool = False
) -> Iterator[Statement]:
    """What a clause states; of whom it says that it was not they, he is cleared."""
    spared = h.spared_of(clause)
    found = list(_stated(h, clause, speaker, speakers, opinion, apart))
    yield from found
    if spared and any(s.act is Act.ACCUSES for s in found):
        yield h.make(Act.EXONERATES, speaker, h.targets(spared, speaker), clause, "it was others and not they", 0.65)


def _stated(
    h: Heading, clause: Clause, speaker: Phrase | None, speakers: list[Phrase], opinion: bool, apart: bool
) -> Iterator[Statement]:
    subject, is_self = h.meant(h.subject_of(clause), speaker, speakers)
    if apart and is_self and h.subject_of(clause)[0].sort == Sort.PRONOUN:
        subject, is_self = h.antecedents(h.subject_of(clause)[0], speakers), False
    if clause.claimed and speaker is None:
        who = [p for p in subject if is_actor(p)]
        for one in who:
            yield from h.stated(clause, one, who, opinion)
        if who:
            return
    spoken = speaker is not None and speaker.sort in (Sort.ORG, Sort.ANON) and not clause.copula and not clause.passive
    if spoken and [p.head for p in subject] == ["it"]:
        subject, is_self = [speaker] if speaker is not None else [], True  # "the paper confesses that it lied"
    proof = lack_of_proof(h, clause)
    if proof is not None:
        yield from by_lack_of_proof(h, clause, speaker, proof)
        return
    none = next((p for p in subject if p.no), None)
    if none is not None and clause.saying is None and none.sort != Sort.THING:
        clause.negated = True  # "nobody was beaten"
    unless = h.unless_of(clause) if clause.negated and not clause.copula else None
    if unless is not None and speaker is None and not (clause.saying is not None and clause.saying.said):
        yield from of_convicted(h, clause, list(h.stated(unless, None, [], True)))
        return
    held = [
        *by_manner(h, clause, subject, is_self, speaker),
        *by_setting_right(h, clause, subject, speaker),
        *by_stopping_mouths(h, clause, subject, speaker),
        *by_ignorance(h, clause, subject, speaker),
        *by_comfort(h, clause, subject, speaker),
        *by_denying_rumour(h, clause, subject, speaker),
        *by_refusing_excuses(h, clause, subject, is_self, speaker),
        *by_agreeing_to_wrong(h, clause, subject, is_self, speaker),
        *by_not_proving(h, clause, subject),
        *by_calling(h, clause, subject, speaker),
        *by_acting_blindly(h, clause, subject, speaker),
        *by_needing(h, clause, subject, speaker),
        *by_injustice(h, clause, subject, speaker),
        *by_nobody_gainsaying(h, clause, subject, speaker),
        *by_proving_nothing(h, clause, subject, speaker),
        *by_distrust(h, clause, subject, speaker),
        *by_reproach(h, clause, subject, speaker),
        *by_blame(h, clause, subject, speaker),
        *by_ruling(h, clause, subject, speaker),
    ]
    if held:
        yield from held
        return
    usage = clause.hits[0].usage if clause.hits else None
    if usage is not None and usage.group is Group.SAYS and (usage.object is not Object.NONE or usage.motive):
        if not has_its_object(h, clause, usage):
            if speaker is not None or not clause.present:
                whom = h.targets(subject, speaker)
                yield h.make(Act.REPORTS, speaker, whom, clause, "done to a thing", 0.5)
            return
        told = list(by_saying(h, clause, usage, subject, is_self, speaker, speakers, opinion, none is not None))
        if told or not (usage.said or usage.asks):
            yield from told
            return
        if usage.asks and speaker is None:
            if subject and is_actor(subject[0]) and not clause.present:
                yield h.make(Act.REPORTS, None, h.targets(subject), clause, "asks for something", 0.5)
            return
    held = list(by_being(h, clause, subject, is_self, speaker, opinion))
    if held:
        yield from held
        return
    done = list(by_doing(h, clause, subject, is_self, speaker, speakers, opinion))
    if speaker is None and clause.saying is None:  # "the town is shocked that Ash admits it"
        for number in clause.contents:
            inner = list(h.state(h.clauses[number], None))
            moved = done if clause.passive and any(is_actor(p) for p in subject) else []
            done = [*moved, *inner] if any(s.act is not Act.REPORTS for s in inner) else done
    yield from done
