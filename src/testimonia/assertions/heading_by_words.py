"""Verbs that do one act by themselves: somebody admits, denies, accuses, clears, judges."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act

from .acts import Group, Object, Usage
from .heading_clauses import Clause
from .heading_owning import by_owning
from .heading_partners import named_in
from .heading_people import Heading, Statement, Target, rule_of
from .heading_phrases import POSSESSIVES, PROCEEDINGS, Phrase, Sort, is_actor, phrases, slug

__all__ = ["by_act"]

_REFLEXIVE = frozenset("himself herself themselves itself".split())
_SAVING = ("sav", "protect", "shield", "cover", "hid", "further", "advanc", "keep", "clear")


def by_act(
    h: Heading, clause: Clause, act: Act, usage: Usage, who: Phrase | None, speakers: list[Phrase]
) -> Iterator[Statement]:
    """A verb that does one act: admits, denies, accuses …"""
    first, last = clause.end, clause.stop
    rule, sure = rule_of(usage), 0.9
    contents = [h.clauses[k] for k in clause.contents]
    if usage.object is Object.DEED:
        yield from by_owning(h, clause, act, usage, who, speakers, contents)
        return
    found = phrases(h.text, h.tokens, first, last)
    gap = clause.hits[0].gap
    if gap is not None and usage.object is not Object.STATEMENT:
        within = phrases(h.text, h.tokens, *gap)
        behind = h.lows[clause.hits[0].last - 1] in ("on", "onto", "to", "against")  # "puts the blame for it on Rowe"
        found = found if behind else within if h.targets(within) else [*within, *found]
    if usage.object is Object.STATEMENT:
        of: tuple[Target, ...] = ()
        if act is Act.CORROBORATES:
            found = [*(phrases(h.text, h.tokens, *gap) if gap is not None else []), *found]
            of = h.targets(found, who, speakers)
            if clause.contents and not of:  # "confirms that Ash sold it": whom it is about
                of = h.targets([p for k in clause.contents for p in h.subject_of(h.clauses[k])], who, speakers)
            if not of and found:
                of = (Target(f"anon:{slug(found[0].name)}", found[0].name, found[0].start, found[0].end),)
        yield h.make(act, who, of, clause, rule, sure)
    else:
        within_gap = h.lows[slice(*gap)] if gap is not None else []
        if act is Act.ACCUSES and who is not None and any(p.head in ("nobody", "none") for p in found[:1]):
            yield h.make(Act.EXONERATES, who, (), clause, "blames nobody", 0.5)
            return
        himself = (first < last and h.lows[first] in _REFLEXIVE) or bool(_REFLEXIVE & set(within_gap))
        if himself and usage.act is Act.JUDGES and who is not None and "guilty" in h.lows[clause.verb : last]:
            yield h.make(Act.ADMITS, who, (), clause, "calls himself guilty", 0.7)
            return
        if himself and act is Act.EXONERATES:
            yield h.make(Act.DENIES, who, (), clause, "defends himself", 0.6)
            return
        if himself and act is Act.ACCUSES and who is not None:
            yield h.make(Act.ADMITS, who, (), clause, "accuses himself", 0.7)
            return
        of = h.targets(found, who, speakers)
        things = (
            bool(found)
            and not of
            and h.lows[first] != "and"
            and all(p.sort == Sort.THING and p.head not in PROCEEDINGS for p in found)
        )
        if act is Act.EXONERATES and things and h.verb_of(clause).startswith(("clear", "defend", "excus")):
            yield h.make(Act.REPORTS, None, h.targets(speakers), clause, "what happened", 0.5)  # "defended the fort"
            return
        if any(h.lows[n : n + 2] in (["each", "other"], ["one", "another"]) for n in range(first, last)):
            of = h.targets([p for p in speakers if who is None or p.id != who.id]) or of
        if not of and act is Act.JUDGES and who is None and first == last:
            of = h.targets(h.subject_of(clause)) or h.owner_words(h.subject_of(clause))
        if not of and act is Act.JUDGES:
            of = h.targets(named_in(h, first, last), who)
        if not of and act is Act.JUDGES:
            before = h.subject_of(clause)
            pronoun = any(low in POSSESSIVES for low in h.lows[clause.verb : last])
            of = h.targets([q for p in before for q in p.owners if is_actor(q)]) if who is None and pronoun else ()
            if not of and pronoun:
                place = next(n for n in range(clause.verb, last) if h.lows[n] in POSSESSIVES)
                of = (Target("group:unnamed", "", h.tokens[place].start, h.tokens[place].end),)
        court = [p for p in found if p.head in PROCEEDINGS]
        if not of and act is Act.JUDGES and court:
            of = tuple(Target("org:court", p.name, p.start, p.end) for p in court)
        if act is Act.JUDGES and who is not None and not of and not found:
            return
        called = h.lows[clause.hits[0].last - 1] in ("a", "an", "as")
        named = act is Act.JUDGES and called and bool(of)
        stop = next((n for n in range(first, last) if h.lows[n] == "and"), last)
        if named and any(hit.usage.act is Act.ACCUSES for hit in h.deeds_in(first, stop)):
            act = Act.ACCUSES  # "calls him a thief"
        yield h.make(act, who, of, clause, rule, sure if of else 0.6)
        other = {Act.ACCUSES: Act.EXONERATES, Act.EXONERATES: Act.JUDGES}.get(act)
        other = other if who is not None and who.sort == Sort.PERSON else None  # whom a report does not clear it leaves
        for n in range(first + 1, last - 2):
            if other is not None and of and h.lows[n : n + 2] == ["but", "not"]:  # "excuses Ash but not Rowe"
                yield h.make(other, who, h.targets(phrases(h.text, h.tokens, n + 2, last)), clause, "but not him", 0.6)
        if gap is not None and usage.act is Act.JUDGES:
            yield from second_verdict(h, clause, who)
    motive = any(h.lows[n] == "to" and _is_for_himself(h, n + 1, len(h.lows)) for n in range(first, len(h.lows) - 2))
    if motive and who is not None and (not speakers or who.id == speakers[0].id):
        yield h.make(Act.JUDGES, None, h.targets(speakers or [who]), clause, "why somebody does it", 0.6)


def _is_for_himself(h: Heading, verb: int, last: int) -> bool:
    """ "… to save himself", "… to save his own skin"."""
    behind = h.lows[verb + 1 : min(last, verb + 4)]
    if behind[:1] and behind[0] in _REFLEXIVE:
        return True
    own = bool(behind) and behind[0] in POSSESSIVES and h.lows[verb].startswith(_SAVING)
    return own and bool(
        {"own", "neck", "skin", "skins", "necks", "position", "job", "career", "hide", "name"} & set(behind[1:])
    )


def second_verdict(h: Heading, clause: Clause, who: Phrase | None) -> Iterator[Statement]:
    """ "finds the pilot at fault and the harbour free of guilt": the second."""
    for n in range(clause.end, clause.stop - 1):
        if h.lows[n] == "but" and h.lows[clause.stop - 1] == "not":  # "finds Ash guilty but Rowe not"
            of = h.targets(phrases(h.text, h.tokens, n + 1, clause.stop - 1))
            other = clause.hits[0].usage.negated or Act.EXONERATES
            if of and "guilty" in h.lows[clause.verb : clause.end]:
                yield h.make(other, who, of, clause, "verdict on another", 0.65)
            return
        if h.lows[n] != "and":
            continue
        called = next((k for k in range(n + 2, clause.stop - 1) if h.lows[k] in ("a", "an")), None)
        if called is not None and h.tokens[called - 1].name is not None:  # "calls Ash a coward and Rowe a butcher"
            of = h.targets(phrases(h.text, h.tokens, n + 1, called))
            yield h.make(Act.JUDGES, who, of, clause, "verdict on another", 0.65)
            return
        for k in range(n + 2, clause.stop):
            quality = next((hit for hit in h.at(k) if hit.usage.group is Group.QUALITIES), None) if h.lows[k] else None
            if quality is not None and quality.usage.act is not None:
                of = h.targets(phrases(h.text, h.tokens, n + 1, k))
                if of:
                    yield h.make(quality.usage.act, who, of, clause, "verdict on another", 0.7)
                return
