"""What a heading without a verb names: confessions, attacks, wrongs, qualities, and how many were lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model import Act
from testimonia.words.grammar import BE, PREPOSITIONS

from .acts import Group, Hit, Usage
from .heading_people import Heading, Statement
from .heading_phrases import Phrase, Sort, is_actor, phrases

__all__ = ["by_counting", "by_nouns"]

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
