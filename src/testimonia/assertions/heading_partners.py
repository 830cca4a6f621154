"""With whom, for whom and through whom something was done, and to whom it was said."""

from __future__ import annotations

from testimonia.words.grammar import DETERMINERS, PREPOSITIONS

from .acts import Group
from .heading_clauses import Clause
from .heading_people import Heading, Target
from .heading_phrases import Phrase, Sort, is_actor, phrases

__all__ = ["actor_at", "addressed_places", "named_in", "partners_of", "payers_of", "takes_at"]

_ORDERS = frozenset(
    "orders order instructions instruction direction directions behest bidding request command orders".split()
)
_WITH = frozenset("with for from by through under alongside".split())
_PAYER = frozenset(("from", "by"))
_EXCEPT = frozenset("except save excepting".split())


def partners_of(h: Heading, first: int, last: int, who: Phrase | None) -> tuple[Target, ...]:
    """With whom, for whom or through whom a deed was done: not its victims."""
    found: list[Phrase] = []
    governor: str = "start"
    partner_verb = False
    to_whom = (
        first < last and h.lows[first] == "to" and (first + 1 >= len(h.tokens) or h.tokens[first + 1].name is not None)
    )
    n = first + 1 if to_whom else first
    while n < last:
        low = h.lows[n]
        if low in _EXCEPT or (low == "but" and n + 1 < last and h.lows[n + 1] == "not"):
            break
        phrase = actor_at(h, n, last)
        if low in ("having", "using", "employing", "keeping") and "as" in h.lows[n + 1 : last]:
            helpers = phrases(h.text, h.tokens, n + 1, last)  # "having two clerks as helpers"
            found += [p for p in helpers if is_actor(p)]
            n = max([n + 1, *(p.last for p in helpers)])
            continue
        if (takes_at(h, n) or low in ("accept", "accepts")) and n + 1 < last:
            found += [o for p in phrases(h.text, h.tokens, n + 1, last)[:1] for o in p.owners if is_actor(o)]
        if low in ("him", "her", "them") and governor == "verb" and partner_verb:
            found += phrases(h.text, h.tokens, n, n + 1)
        if phrase is not None and is_actor(phrase):
            taken = governor == "with" or (governor == "verb" and partner_verb)
            if to_whom and not found and n == first + 1:
                taken = False
            if taken:
                found.append(phrase)
            n = phrase.last
            continue
        if low in _WITH or (low == "of" and n and h.lows[n - 1] in _ORDERS):
            governor = "with"
        elif low == "to" and n + 1 < last and actor_at(h, n + 1, last) is not None:
            governor = "with" if n > first else governor
        elif low in PREPOSITIONS:
            governor = "other"
        elif low:
            hits = [hit for hit in h.at(n) if hit.is_verb and hit.usage.group is not Group.MARKS]
            if hits and low not in ("and",):
                governor = "verb"
                usage = hits[0].usage
                partner_verb = (
                    usage.whom == "partner"
                    or any(hit.usage.whom == "partner" for hit in hits)
                    or usage.group is Group.SAYS
                )
        n += 1
    return tuple(t for t in h.targets(found, who, [who] if who is not None else []) if t.name)


def takes_at(h: Heading, place: int) -> bool:
    """Whether the verb at a place says that something was taken."""
    return place < len(h.lows) and h.lows[place] in (
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


def payers_of(h: Heading, first: int, last: int, who: Phrase | None) -> tuple[Target, ...]:
    """From whom something was taken, by whom it was paid."""
    takes = any(
        takes_at(h, n) or (h.lows[n] in ("being", "been", "was", "were") and n + 1 < last)
        for n in range(max(0, first - 1), last)
    )
    if not takes:
        return ()
    for n in range(first, last - 1):
        if h.lows[n] in _PAYER:
            found = [p for p in phrases(h.text, h.tokens, n + 1, last) if is_actor(p)]
            if found:
                return h.targets(found, who)
    return ()


def actor_at(h: Heading, n: int, last: int) -> Phrase | None:
    """Somebody who is named from a place on."""
    token = h.tokens[n]
    if token.name is not None:
        if token.genitive:
            return None
        after = h.lows[n + 1] if n + 1 < len(h.lows) else ""
        if n + 1 < last and h.vocabulary.known(after, Group.DEEDS) and not after.endswith("ed") and after:
            return None  # "the Rowe plot"
        return phrases(h.text, h.tokens, n, n + 1)[0]
    if not token.low or token.is_mark or token.low in PREPOSITIONS or token.low in DETERMINERS:
        return None
    found = phrases(h.text, h.tokens, n, n + 1)
    if found and found[0].sort in (Sort.GROUP, Sort.ORG) and found[0].head != "all":
        return found[0]
    return None


def named_in(h: Heading, first: int, last: int) -> list[Phrase]:
    """Everybody named between two places, owners and parts of other nouns too."""
    found = []
    n = first
    while n < last:
        token = h.tokens[n]
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
            phrase = actor_at(h, n, last)
            if phrase is not None and phrase.sort == Sort.GROUP:
                found.append(phrase)
        n += 1
    return found


def addressed_places(h: Heading, clause: Clause) -> set[int]:
    """The places of whom something is said to."""
    at = clause.end
    if at < clause.stop and h.lows[at] == "to":
        at += 1
    found: set[int] = set()
    for phrase in phrases(h.text, h.tokens, at, clause.stop)[:1]:
        after = h.lows[phrase.last] if phrase.last < len(h.lows) else "that"
        if is_actor(phrase) and after in ("that", "of", "about", "how", "what", "not"):
            found.update(range(phrase.first, phrase.last))
    return found
