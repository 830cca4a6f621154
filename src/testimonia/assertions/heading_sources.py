"""Headings that say on whose word all else in them stands: "According to Rowe, …", "Rowe: …", "Rowe on Ash: …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.words.grammar import DETERMINERS

from .acts import Vocabulary
from .heading_clauses import clauses_of
from .heading_phrases import PRONOUNS, Phrase, Sort, is_actor, phrases, slug
from .heading_tokens import Token

__all__ = ["NOBODY", "Source", "source_of"]

_VIEWS = frozenset(
    """
    view opinion eyes words account version judgement judgment belief telling testimony estimation recollection mind
    phrase report statement evidence
    """.split()
)
_NO_SOURCE = frozenset(  # "according to plan", "according to rumour": nobody's word
    """
    plan plans law laws rule rules custom customs schedule tradition rumour rumours rumor rumors legend legends hearsay
    gossip regulations orders instructions order merit age size rank taste need ability circumstances season
    """.split()
)
_LABEL = 7  # tokens, at most, before the colon


@dataclass(frozen=True, slots=True)
class Source:
    """On whose word, and of whom; ``first`` to ``last`` are the tokens of what is said. Nobody: it is hearsay."""

    who: tuple[Phrase, ...]
    first: int
    last: int
    about: tuple[Phrase, ...] = ()


NOBODY = Source((), 0, 0)


def source_of(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> Source | None:
    """Whose word the heading is said to be; ``None`` where it does not say so, `NOBODY` for hearsay."""
    lows = [token.low for token in tokens]
    count = len(tokens)
    if lows[:1] and lows[0] in ("according", "in", "by"):
        comma = next((n for n in range(1, count) if lows[n] == ","), 0)
        for stop in (comma, _end_of_source(tokens)):
            found = _named(text, tokens, 0, stop) if 0 < stop < count - 1 else None
            if found is not None:
                return replace(found, first=stop, last=count) if found.who else found
    for n in range(count - 1, 1, -1):
        if lows[n] in ("according", "in", "by") and (lows[n - 1] == "," or lows[n] == "according"):
            found = _named(text, tokens, n, count)
            if found is not None and not any(token.is_mark for token in tokens[n:]):
                return replace(found, first=0, last=n - 1 if lows[n - 1] == "," else n) if found.who else found
    return _label(text, tokens, vocabulary)


def _end_of_source(tokens: Sequence[Token]) -> int:
    """Where the source ends that no comma parts from the rest: "in Rowe's view Ash lied"."""
    lows = [token.low for token in tokens[:8]]
    if lows[0] != "according":
        return next((n + 1 for n, low in enumerate(lows) if low in _VIEWS and n and "of" not in lows[:n]), 0)
    if len(lows) < 4 or lows[1] != "to":
        return 0
    end = 3 if lows[2] == "" else 4 if lows[2] in DETERMINERS else 0
    follows = tokens[end] if 0 < end < len(tokens) else None
    opens = follows is not None and (follows.name is not None or follows.low in DETERMINERS or follows.low in PRONOUNS)
    return end if opens else 0


def _named(text: str, tokens: Sequence[Token], first: int, last: int) -> Source | None:
    """ "according to Rowe", "in Rowe's view", "in the opinion of Rowe", "by Rowe's own account"."""
    lows = [token.low for token in tokens[first:last]]
    if lows[:2] == ["according", "to"]:
        found = phrases(text, tokens, first + 2, last)
        if len(found) == 1 and found[0].head in _NO_SOURCE:
            return NOBODY
        named = len(lows) > 2 and (lows[2] in DETERMINERS or lows[2] == "")
        who = [p for p in found if is_actor(p)] or [_as_source(p) for p in found[:1] if named and p.head]
        return Source(tuple(who), 0, 0) if who else None
    if not lows or lows[0] not in ("in", "by", "on"):
        return None
    if lows[-1] in _VIEWS and last - first < 7:
        begin = first + 1
        owner = next((n for n in range(begin, last - 1) if tokens[n].genitive), None)
        who = [p for p in phrases(text, tokens, begin, owner + 1) if is_actor(p)] if owner is not None else []
        return Source(tuple(who), 0, 0) if who else None
    of = next((n for n in range(first + 2, last - 1) if tokens[n].low == "of" and tokens[n - 1].low in _VIEWS), None)
    if of is None or of - first > 4:
        return None
    who = [p for p in phrases(text, tokens, of + 1, last) if is_actor(p)]
    return Source(tuple(who), 0, 0) if who else None


def _as_source(phrase: Phrase) -> Phrase:
    return replace(phrase, sort=Sort.ANON, id=f"{Sort.ANON}:{slug(phrase.name)}")


def _label(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> Source | None:
    """ "Rowe: I never took a penny", "Rowe on Ash: a fool", "Rowe to Ash: the money is gone"."""
    colon = next((n for n, token in enumerate(tokens[: _LABEL + 1]) if token.low == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or clauses_of(tokens[:colon], vocabulary):
        return None
    link = next((n for n in range(1, colon) if tokens[n].low in ("on", "about", "of", "to")), colon)
    who = tuple(p for p in phrases(text, tokens, 0, link) if is_actor(p))
    if not who:
        return None
    about = phrases(text, tokens, link + 1, colon) if link < colon and tokens[link].low != "to" else []
    return Source(who, colon + 1, len(tokens), tuple(p for p in about if is_actor(p)))
