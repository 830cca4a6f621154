"""What somebody in a heading knew, saw or did not believe: no word of his own, but the compiler's about him."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act

from .heading_clauses import Clause
from .heading_people import Heading, Statement
from .heading_phrases import PROCEEDINGS, Phrase, Sort, is_actor, phrases

__all__ = ["KNOWING", "by_disbelief", "by_finding", "by_having_faith", "by_knowing", "by_ruling"]

KNOWING = "says.knowing"
_DANGEROUS = frozenset(
    """
    rotten tainted unsafe defective faulty cracked poisoned contaminated infected forged false stolen counterfeit
    worthless dangerous leaking overloaded unseaworthy adulterated poisonous diseased corroded
    """.split()
)
_SILENT = frozenset("silent quiet mum".split())
_SENSES = ("see", "saw", "hear", "notic", "watch", "witness")
_FINDING = ("find", "found", "hold", "held", "rul", "conclu", "decid", "determin", "declar", "report")
_RULING = ("uph", "quash", "annul", "overturn", "overrul", "revers", "award", "recommend", "advis", "urg")
_THROWING_OUT = ("dismiss", "reject", "allow", "grant", "refus", "threw", "sustain", "adjourn")
_CAUSES = frozenset("suit case appeal charge charges claim claims petition action motion plea application bail".split())
_JUDGES = PROCEEDINGS | frozenset(
    """
    court-martial commission committee board jury tribunal inquest coroner judge judges jurors magistrate magistrates
    arbiter arbitrator arbitrators umpire auditors auditor investigators investigator inspectors inspector panel
    """.split()
)


def by_knowing(h: Heading, clause: Clause, speakers: list[Phrase]) -> Iterator[Statement]:
    """ "knew that Ash had robbed them": the compiler says both. "saw the fire": an event, and who saw it."""
    contents = [h.clauses[k] for k in clause.contents]
    told = [s for content in contents if not clause.negated for s in h.state(content, None) if s.act is not Act.REPORTS]
    bad = [c for c in contents if not (clause.negated or c.negated) and _is_dangerous(h, c)]
    silent = [c for c in h.clauses if c.holder is None and c is not clause and _keeps_silent(h, c)]
    wrong = any(
        c is not clause and c.holder is None and not c.negated and any(hit.usage.act is Act.ACCUSES for hit in c.hits)
        for c in h.clauses
    )
    shared = (
        wrong
        and not contents
        and h.lows[clause.end :] in (["it"], ["of", "it"], ["about", "it"], ["all", "about", "it"])
    )
    if (
        speakers and not told and (bad or (shared and not clause.negated) or (silent and not clause.negated))
    ):  # "knew that the beam was rotten"
        yield h.make(Act.ACCUSES, None, h.targets(speakers), clause, "knew it and let it be", 0.6)
    elif told:
        yield from told
    elif speakers and not (contents and (clause.present or clause.negated)):
        objects = [] if contents else phrases(h.text, h.tokens, clause.end, clause.stop)
        yield h.make(Act.REPORTS, None, h.targets([*speakers, *objects]), clause, "what somebody knew or saw", 0.5)


def _is_dangerous(h: Heading, content: Clause) -> bool:
    """ "… that the beam was rotten": a thing of which it is said."""
    things = [p for p in h.subject_of(content) if p.sort == Sort.THING]
    words = {low for low in h.lows[content.end : content.stop] if low}
    return (content.copula and bool(things) and bool(words & _DANGEROUS)) or (
        content.passive and bool(things) and h.verb_of(content) in _DANGEROUS
    )


def _keeps_silent(h: Heading, clause: Clause) -> bool:
    """ "… and kept silent", "… and did nothing"."""
    rest = h.lows[clause.verb : clause.stop]
    return bool(_SILENT & set(rest)) or rest[-2:] == ["did", "nothing"] or rest[-2:] == ["said", "nothing"]


def has_sense(h: Heading, clause: Clause) -> bool:
    """Whether it is told on the word of who saw or heard it: "saw that the boats were gone"."""
    return bool(clause.contents) and h.verb_of(clause).startswith(_SENSES)


def by_disbelief(h: Heading, clause: Clause, who: list[Phrase] | None, outer: Phrase | None) -> Iterator[Statement]:
    """ "never believed that Ash did it" clears Ash, on the word of who did not believe it."""
    for number in clause.contents:
        content = h.clauses[number]
        content.negated = not content.negated
        told = [s for s in h.state(content, who, True) if s.act is not Act.REPORTS]
        content.negated = not content.negated
        if told:
            yield from told
        elif outer is None and who:
            yield h.make(Act.REPORTS, None, h.targets(who), clause, "somebody did not believe it", 0.5)


def by_finding(h: Heading, clause: Clause, who: Phrase, told: list[Statement]) -> list[Statement]:
    """A court, a board or a jury that finds that somebody did something judges him."""
    if who.head not in _JUDGES or not h.verb_of(clause).startswith(_FINDING):
        return told
    if len(told) != 1 or told[0].act is not Act.REPORTS or not clause.contents:
        return told
    about = [p for k in clause.contents for p in h.subject_of(h.clauses[k]) if is_actor(p)]
    of = h.targets(about, who)
    return (
        [h.make(Act.JUDGES, who, of, h.clauses[clause.contents[0]], "what was found of somebody", 0.6)] if of else told
    )


def by_ruling(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "the court set the will aside", "the board advised a sale": that is a judgement of that body."""
    bodies = [p for p in subject if p.head in _JUDGES and is_actor(p)]
    if speaker is not None or not bodies or clause.negated or clause.modal or clause.passive or clause.copula:
        return
    verb, behind = h.verb_of(clause), h.lows[clause.end : clause.stop]
    ruled = verb.startswith(_RULING) or (verb.startswith("set") and "aside" in h.lows[clause.verb : clause.stop])
    ruled = ruled or (verb.startswith(("found", "finds")) and behind[:1] in (["for"], ["against"]))
    ruled = ruled or (verb.startswith(_THROWING_OUT) and bool(_CAUSES & set(behind)))
    if ruled:
        begin = clause.end + (behind[:1] in (["for"], ["against"]))
        objects = [p for p in phrases(h.text, h.tokens, begin, clause.stop) if is_actor(p) or p.owners]
        yield h.make(Act.JUDGES, bodies[0], h.targets(objects, bodies[0]), clause, "what a body decided", 0.6)


def by_having_faith(h: Heading, clause: Clause, speakers: list[Phrase]) -> Iterator[Statement]:
    """ "believed every word of it", "doubted her story": what somebody thought of a thing."""
    objects = phrases(h.text, h.tokens, clause.end, clause.stop)
    if speakers and objects and clause.end < clause.stop and objects[0].sort != Sort.PRONOUN:
        yield h.make(Act.REPORTS, None, h.targets([*speakers, *objects]), clause, "what somebody thought of it", 0.45)
