"""What a heading states, and on whose word: its clauses one by one, or the acts that it names without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model import Act
from testimonia.words.grammar import BE, PREPOSITIONS

from .acts import Group, Hit, Object, Usage, Vocabulary
from .heading_clauses import Clause, Link
from .heading_deeds import by_doing
from .heading_knowing import by_ruling
from .heading_objects import has_its_object
from .heading_people import Heading, Statement
from .heading_phrases import Phrase, Sort, is_actor, phrases
from .heading_proof import by_lack_of_proof, lack_of_proof
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

_ABOUT_ITSELF = frozenset(
    """
    outline outlines summary summaries description descriptions history list lists overview sketch survey
    chronology notes background impressions discussion comparison table index examples reasons reason facts
    order question questions problem debate controversy
    """.split()
)
_QUALITIES = ("qualities.guilt", "qualities.innocence", "qualities.worthlessness", "qualities.merit")
_NAMED_QUALITIES = ("guilt", "nce", "ity", "ness", "cy", "ice", "elty", "olly", "greed", "ism", "isy", "esty", "age")
_STATES = frozenset("dead killed drowned wounded injured missing arrested lost saved hanged shot executed".split())
_NUMBERS = frozenset(
    """
    a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand hundreds thousands dozens
    """.split()
)
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
    if source is None:
        return _once(list(_read_all(Heading(text, tokens, vocabulary, stated))))
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
        yield from h.stated(unless, None, [], True)
        return
    held = [
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
            done = inner if any(s.act is not Act.REPORTS for s in inner) else done
    yield from done


def by_counting(h: Heading) -> Statement | None:
    """ "four hundred and twelve dead": an event in a number."""
    if not h.tokens or not (h.tokens[0].number or h.lows[0] in _NUMBERS):
        return None
    last = next((n for n, low in enumerate(h.lows) if low in PREPOSITIONS), len(h.lows)) - 1
    if last < 1 or h.lows[last] not in _STATES:
        return None
    return Statement(Act.REPORTS, None, (), 0, len(h.tokens), "how many", 0.55)


def by_nouns(h: Heading) -> Iterator[Statement]:
    """ "the confessions of Ash", "Ash's attack on Rowe", "the fallacies of Ash's arguments", "Ash not guilty"."""
    count = len(h.tokens)
    if not count or h.lows[0] in ("why", "how", "what", "who", "when", "where", "whether", "if"):
        return
    if any(low in _ABOUT_ITSELF for low in h.lows[:3]):
        return
    for n in range(count):
        if not h.lows[n]:
            continue
        hits = h.at(n)
        says = next(
            (hit for hit in hits if hit.usage.group is Group.SAYS and not hit.is_verb and hit.usage.act is not None),
            None,
        )
        if says is None:
            says = next(
                (
                    hit
                    for hit in hits
                    if hit.usage.group is Group.SAYS and hit.last - hit.first > 1 and hit.usage.act is Act.ACCUSES
                ),
                None,
            )
        worth = next((hit for hit in hits if hit.usage.name == "qualities.worthlessness"), None)
        if says is not None and says.usage.act is not None:
            makers = makers_of(h, n, says.last)

            if not makers:
                continue
            whom = says.last
            if h.lows[whom - 1] not in ("on", "against"):
                whom = whom + 1 if h.lows[whom : whom + 1] == ["of"] and n and h.tokens[n - 1].genitive else count
            against = phrases(h.text, h.tokens, whom, count)
            mutual = n > 0 and h.lows[n - 1] in ("mutual", "reciprocal")
            for maker in makers:
                of = h.targets(against, maker) if not mutual else h.targets(makers)
                if says.usage.act is Act.ACCUSES and not of:
                    continue
                yield Statement(says.usage.act, maker, of, 0, count, "an act that is named", 0.55)
            if says.usage.act is Act.ACCUSES:
                return

        elif worth is not None and n + 1 < count and h.lows[worth.last : worth.last + 1] == ["of"]:
            of = h.targets(phrases(h.text, h.tokens, worth.last + 1, count))
            if of:
                yield Statement(Act.JUDGES, None, of, 0, count, "what is said of somebody or something", 0.6)
                return
        elif (quality := _quality_named(h, n, hits)) is not None:
            of = h.targets(makers_of(h, n, n + 1))
            if of and quality.act is not None:
                yield Statement(quality.act, None, of, 0, count, "a quality that is named", 0.5)
                return
        elif any(hit.usage.name in ("deeds.crime", "deeds.killing") and not hit.is_verb for hit in hits):
            by = phrases(h.text, h.tokens, h.lows.index("by", n) + 1, count) if "by" in h.lows[n:] else []
            makers = [p for p in by if is_actor(p)]
            if not makers and any(hit.usage.name == "deeds.crime" for hit in hits):
                makers = makers_of(h, n, n + 1)  # "the treason of Ash"; whose a murder is nobody can tell
            of = h.targets(makers)
            if of:
                yield Statement(Act.ACCUSES, None, of, 0, count, "a wrong that is named", 0.5)
                return


def _quality_named(h: Heading, n: int, hits: Sequence[Hit]) -> Usage | None:
    """ "Ash's guilt", "the cowardice of Ash": a quality as a noun, with nothing behind it but whose it is."""
    following = h.lows[n + 1] if n + 1 < len(h.lows) else "of"
    if following not in PREPOSITIONS or not h.lows[n].endswith(_NAMED_QUALITIES):
        return None
    return next((hit.usage for hit in hits if hit.usage.name in _QUALITIES and hit.last == n + 1), None)


def makers_of(h: Heading, place: int, after: int) -> list[Phrase]:
    """Whose a named act is: before it with a possessive, or after "of"."""
    first = place
    while (
        first > 0
        and h.lows[first - 1]
        and h.lows[first - 1] not in ("and", ",")
        and h.lows[first - 1] not in PREPOSITIONS
        and not h.tokens[first - 1].genitive
    ):
        first -= 1
    if first > 0 and h.tokens[first - 1].genitive:
        found = owner_at(h, first - 1)
        return [found] if found is not None else []
    stop = after
    while stop < len(h.lows) and stop - after < 6 and h.lows[stop] != "of":
        if h.lows[stop] in PREPOSITIONS or h.lows[stop] in BE:
            return []
        stop += 1
    if stop < len(h.lows) and h.lows[stop] == "of":
        end = min([c.begin for c in h.clauses if c.begin > stop], default=len(h.tokens))
        return [p for p in phrases(h.text, h.tokens, stop + 1, end) if is_actor(p)]
    return []


def owner_at(h: Heading, n: int) -> Phrase | None:
    token = h.tokens[n]
    if token.name is not None:
        who = token.name
        return Phrase(n, n + 1, token.start, token.end, who.person, who.name, Sort.PERSON, gender=who.gender)
    found = phrases(h.text, h.tokens, n, n + 1)
    return replace(found[0]) if found and is_actor(found[0]) else None
