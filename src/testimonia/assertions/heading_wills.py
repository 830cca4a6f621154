"""How a deed is meant: knowingly, on whose orders, without right; and what nobody gainsaid."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act
from testimonia.words.grammar import PREPOSITIONS

from .acts import Group, Usage
from .heading_clauses import Clause
from .heading_objects import strikes_somebody
from .heading_people import Heading, Statement, Target
from .heading_phrases import Phrase, is_actor, phrases

__all__ = [
    "by_blame",
    "by_distrust",
    "by_injustice",
    "by_nobody_gainsaying",
    "by_proving_nothing",
    "by_reproach",
    "ill_will",
    "orderers_of",
    "spares_all",
]

_ORDERS = frozenset(
    """
    orders order instructions instruction direction directions behest bidding request command commands instigation
    suggestion initiative insistence prompting
    """.split()
)
_UNJUSTLY = frozenset(
    """
    wrongly wrongfully unjustly falsely unfairly undeservedly mistakenly groundlessly innocently
    """.split()
)
_GAINSAID = (
    "contradict",
    "refut",
    "disprov",
    "disput",
    "challeng",
    "rebut",
    "gainsa",
    "denied",
    "shaken",
    "overturn",
    "doubted",
    "impugn",
)
_WORDS = frozenset("count figures figure tale word words finding findings charge charges alibi theory".split())
_SOMEWHERE = (["on"], ["in"], ["at"], ["there"], ["near"], ["aboard"])
_LINKING = ("link", "connect", "tie", "implicat", "incriminat", "point")
_TRACES = frozenset("evidence proof witness document trace fact clue".split())
_NOBODY = frozenset("nobody none no-one nothing".split())


def ill_will(h: Heading, clause: Clause) -> Usage | None:
    """The usage of words that make a wrong of a deed: "knowingly", "on purpose", "without warning"."""
    for n in range(clause.begin, clause.stop):
        if h.lows[n]:
            for hit in h.at(n):
                if hit.usage.name == "deeds.ill-will":
                    return hit.usage
                if hit.usage.name == "deeds.purpose" and strikes_somebody(h, clause, hit.usage):
                    return hit.usage
    return None


def orderers_of(h: Heading, clause: Clause, speaker: Phrase | None) -> tuple[Target, ...]:
    """On whose orders it was done."""
    for n in range(clause.end, clause.stop - 1):
        if h.tokens[n].genitive and h.lows[n + 1] in _ORDERS:
            begin = n
            while begin > clause.end and h.tokens[n].name is None and h.lows[begin - 1] not in PREPOSITIONS:
                begin -= 1
            whose = phrases(h.text, h.tokens, begin, n + 1)
            return h.targets([p for p in whose if is_actor(p)], speaker)
        if h.lows[n] == "of" and h.lows[n - 1] in _ORDERS:
            return h.targets(phrases(h.text, h.tokens, n + 1, clause.stop), speaker)
    return ()


def spares_all(h: Heading, clause: Clause) -> bool:
    """Whether the object is nobody or nothing: "took no bribe", "robbed nobody"."""
    gap = clause.hits[0].gap if clause.hits else None
    after = h.lows[clause.end : clause.end + 2] if clause.end == clause.verb + 1 else h.lows[slice(*gap)] if gap else []
    return bool(after) and (after[0] in ("no", "neither") or after[0] in _NOBODY or after == ["no", "one"])


def by_injustice(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "was wrongly accused" clears whoever was."""
    if not clause.passive or clause.negated or not _UNJUSTLY & set(h.lows[clause.begin : clause.verb]):
        return
    usage = clause.hits[0].usage if clause.hits else None
    if usage is None or (usage.act not in (Act.ACCUSES, Act.JUDGES) and usage.name != "deeds.measure"):
        return
    of = h.targets([p for p in subject if is_actor(p)], speaker)
    if of:
        yield h.make(Act.EXONERATES, speaker, of, clause, "it was done to him without right", 0.75)


def by_distrust(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "Rowe cannot be trusted", "Rowe's memory is not to be relied on"."""
    if not clause.passive or not h.verb_of(clause).startswith(("trust", "believ", "relied", "credit")):
        return
    if not clause.negated and clause.modal not in ("cannot", "can't"):
        return
    of = h.targets(subject, speaker)
    if of and (clause.modal or h.lows[clause.begin] in ("is", "are")):
        yield h.make(Act.JUDGES, speaker, of, clause, "is not to be trusted", 0.65)


def by_blame(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "the blame lies with Rowe", "the responsibility rests on the owners"."""
    if not any(p.head in ("blame", "fault", "guilt", "responsibility") and not p.owners for p in subject):
        return
    if not h.verb_of(clause).startswith(("lie", "lay", "rest", "fall", "fell")) or clause.end >= clause.stop:
        return
    if h.lows[clause.end] in ("with", "on", "upon", "at"):
        found = [p for p in phrases(h.text, h.tokens, clause.end + 1, clause.stop) if is_actor(p) or p.owners]
        of = h.targets(found, speaker)
        if of and not clause.negated:
            yield h.make(Act.JUDGES, speaker, of, clause, "whose the blame is", 0.7)


def by_reproach(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "Rowe should have known", "Rowe behaved disgracefully": what is thought of what somebody did."""
    actors = [p for p in subject if is_actor(p)]
    been = clause.copula and clause.negated and clause.modal in ("could", "couldn't", "cannot", "can't")
    if speaker is None and actors and been and h.lows[clause.end : clause.end + 1] in _SOMEWHERE:
        yield h.make(Act.EXONERATES, None, h.targets(actors), clause, "where somebody cannot have been", 0.55)
        return
    if speaker is not None or not actors or clause.copula:
        return
    impossible = clause.negated and clause.perfect and clause.modal in ("could", "couldn't", "cannot", "can't")
    if impossible and clause.hits and clause.hits[0].usage.name == "says.knowing":
        act = Act.EXONERATES if h.verb_of(clause).startswith("know") else Act.JUDGES
        yield h.make(act, None, h.targets(actors), clause, "what somebody cannot have known or seen", 0.55)
        return
    if impossible and not clause.hits and h.verb_of(clause).startswith(("reach", "left", "got", "arriv")):
        yield h.make(Act.EXONERATES, None, h.targets(actors), clause, "where somebody cannot have been", 0.55)
        return
    after = h.lows[clause.verb + 1] if clause.verb + 1 < clause.stop else ""
    behaved = h.verb_of(clause).startswith(("behav", "acted", "conducted"))
    coloured = after in ("well", "badly", "ill", "like", "himself", "herself") or (
        after.endswith("ly") and len(after) > 4
    )
    if (clause.modal == "should" and clause.perfect) or (behaved and coloured and not clause.hits):
        yield h.make(Act.JUDGES, None, h.targets(actors), clause, "what is thought of what he did", 0.55)


def by_proving_nothing(
    h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None
) -> Iterator[Statement]:
    """ "nothing was proved against Rowe" clears Rowe."""
    first = subject[0] if subject else None
    if first is not None and not clause.passive and h.verb_of(clause).startswith(_LINKING):
        traces = first.head == "nothing" or (first.no and first.head in _TRACES)
        of = h.targets([p for p in phrases(h.text, h.tokens, clause.end, clause.stop) if is_actor(p)], speaker)
        if traces and of and not clause.negated:
            yield h.make(Act.EXONERATES, speaker, of, clause, "nothing tells against him", 0.65)
        return
    if not clause.passive or not h.verb_of(clause).startswith(("prov", "found", "shown", "brought", "established")):
        return
    if not any(p.head in ("nothing", "charge", "case") and (p.no or p.head == "nothing") for p in subject):
        return
    of = h.targets([p for p in h.after("against", clause) if is_actor(p)], speaker)
    if of:
        yield h.make(Act.EXONERATES, speaker, of, clause, "nothing was proved", 0.65)


def by_nobody_gainsaying(
    h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None
) -> Iterator[Statement]:
    """ "Rowe's account was never contradicted" bears Rowe out."""
    if not (clause.passive and clause.negated) or clause.modal or speaker is not None:
        return
    if not h.verb_of(clause).startswith(_GAINSAID):
        return
    said = [p for p in subject if p.owners and (p.head in _WORDS or h.vocabulary.known(p.head, Group.SAYS))]
    if said:
        of = h.targets([o for p in said for o in p.owners])
        yield h.make(Act.CORROBORATES, None, of, clause, "nobody gainsaid it", 0.65)
