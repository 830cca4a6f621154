"""Headings that say that there is no proof of something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.model import Act
from testimonia.words.grammar import PREPOSITIONS

from .acts import Form, Group
from .heading_clauses import Clause
from .heading_people import Heading, Statement, Target
from .heading_phrases import Phrase, is_actor, phrases

__all__ = ["PROOF", "by_finding_no_trace", "by_lack_of_proof", "lack_of_proof", "trace_at"]

PROOF = frozenset("evidence proof proofs record records sign signs indication documents document".split())


def lack_of_proof(h: Heading, clause: Clause) -> int | None:
    """Where the subject begins in "no evidence Ash killed her"; ``None`` where nothing says that there is no proof."""
    first, last = clause.subject
    if clause.holder is not None:
        holder = h.clauses[clause.holder]
        between = h.lows[holder.end : first]
        if PROOF & set(between) and (holder.negated or "no" in between or "little" in between):
            return first
    for n in range(first, min(first + 4, last - 1)):
        if h.lows[n] in PREPOSITIONS:
            return None
        if h.lows[n] in PROOF:
            negated = any(low in ("no", "not", "little", "without") for low in h.lows[first:n])
            if clause.holder is not None and not negated:
                holder = h.clauses[clause.holder]
                negated = holder.negated and n - first < 2
            if not negated:
                return None
            n += 1
            while n < last and (
                h.lows[n] in ("that", "to", "exists", "of", "was", "found")
                or h.lows[n].endswith("ing")
                or _is_saying_at(h, n)
            ):
                n += 1
            return n if n < last else None
    return None


def _is_saying_at(h: Heading, place: int) -> bool:
    return any(u.group is Group.SAYS for u in h.vocabulary.known(h.lows[place], Group.SAYS)) if h.lows[place] else False


def by_lack_of_proof(h: Heading, clause: Clause, speaker: Phrase | None, begin: int) -> Iterator[Statement]:
    """ "no evidence that Ash did it" clears Ash."""
    subject = phrases(h.text, h.tokens, begin, clause.subject[1])
    if clause.holder is not None and speaker is None:
        speaker = next((p for p in h.subject_of(h.clauses[clause.holder]) if is_actor(p)), None)
    hits = [*clause.hits, *h.deeds_in(clause.end, clause.stop)]
    wrong = any(hit.usage.group is Group.DEEDS and hit.usage.act is Act.ACCUSES for hit in hits)
    act = Act.EXONERATES if wrong else Act.JUDGES
    yield h.make(act, speaker, h.targets(subject), clause, "there is no evidence that", 0.85)


def trace_at(lows: Sequence[str]) -> int | None:
    """Where "no record of …" begins, at the beginning or behind "but" and the like; ``None`` where nothing does."""
    for n in range(len(lows) - 3):
        ahead = lows[n - 1] if n else "but"
        if lows[n] == "no" and lows[n + 1] in PROOF and lows[n + 2] == "of" and ahead in ("but", "and", ",", ";", "–"):
            return n
    return None


def by_finding_no_trace(h: Heading) -> Iterator[Statement]:
    """ "no record of prisoners being shot", "no sign of Ash stealing", "no evidence of forgery"."""
    count = len(h.tokens)
    for n in range(3, count):
        for hit in h.at(n) if h.lows[n] else ():
            usage = hit.usage
            if usage.group is Group.QUALITIES and usage.name == "qualities.guilt" and h.tokens[n - 1].genitive:
                of = h.targets(phrases(h.text, h.tokens, 3, n))
                yield Statement(Act.EXONERATES, None, of, 0, count, "there is no trace of it", 0.6)
                return
            harm = usage.group is Group.DEEDS and (usage.act is Act.ACCUSES or usage.name == "deeds.measure")
            if not harm or usage.whom == "partner" or (usage.name == "deeds.measure" and h.lows[n - 1] != "being"):
                continue
            doing = Form.ING in hit.forms and h.lows[n - 1] != "of"
            whom = [p for p in phrases(h.text, h.tokens, 3, n) if is_actor(p)] if doing else []
            of = h.targets(whom) or h.implied(usage, n, n + 1)
            if not (whom or usage.by):
                of = (Target("group:unnamed", "", of[0].start, of[0].end),)
            yield Statement(Act.EXONERATES, None, of, 0, count, "there is no trace of it", 0.6)
            return
