"""Two spellings of a family name side by side, for the question whether one name may be printed as both."""

from __future__ import annotations

import re
from functools import cache

from .spellings import How, compare_words, lookup_keys
from .surnames import Kind, Likelihood

__all__ = ["compare_families", "keys_of", "origin_of_both", "slip_keys_of"]

_KINDS = {
    How.SAME: Kind.SPELLING,
    How.ROMANISATION: Kind.SPELLING,
    How.MISPRINT: Kind.MISPRINT,
    How.OTHER_FORM: Kind.WOMAN,
}


_OPOULOS = re.compile(r"(?<=op)o?ul(?:os?|ou)$")
_MAC = re.compile(r"^(?:mac|mc|m['’])(?=[^\W\d_]{3})")


@cache
def _plain(name: str) -> str:
    """A family name as it is compared: "McKay" and "MacKay" are one, and Greek "-opulo" and "-opoulos"."""
    return _MAC.sub("mac", _OPOULOS.sub("oulos", name))


@cache
def keys_of(name: str) -> frozenset[str]:
    """What two spellings share if one name may be romanised as both; a double name has those of its last part."""
    last = _plain(name.rsplit(" ", 1)[-1])
    return lookup_keys(last) | {f"out:{_without_dots(last)}"}


@cache
def slip_keys_of(name: str) -> frozenset[str]:
    """What two spellings share if one may be a misprint of the other."""
    return lookup_keys(_plain(name.rsplit(" ", 1)[-1]), misprints=True)


_DIGRAPH = re.compile(r"(?<=[^\W\d_])(?:ae|oe|ue)(?=[^\W\d_]{2})")
_DOTS_SCORE = 0.86
_LONG_ENOUGH = 6  # letters of a name with a digraph


def _without_dots(name: str) -> str:
    """A folded name with "oe" for the "o" that is left of an "ö" or "ø", and so on."""
    return _DIGRAPH.sub(lambda found: found.group()[0], name) if len(name) >= _LONG_ENOUGH else name


def compare_families(a: str, b: str) -> Likelihood:
    """How likely two spellings are one family name, and in what way.

    Double names are compared part by part; a double name and a single one are compared by their last parts, which
    says less.
    """
    one, other = _plain(a), _plain(b)
    if one == other:
        why = "Mac and Mc are one" if _MAC.match(a) else "one Greek ending in two spellings"
        return Likelihood(1.0, Kind.SPELLING, (why,) if a != b else ())
    parts = list(zip(one.split(), other.split(), strict=False))
    if one.count(" ") != other.count(" "):
        last = _compare(one.rsplit(" ", 1)[-1], other.rsplit(" ", 1)[-1])
        if last.score < _SURE_OF_PART or last.kind is not Kind.SPELLING:
            return Likelihood(0.0)
        return Likelihood(_PART_SCORE, Kind.PART, ("the last part of a double name", *last.why), last.against)
    return min((_compare(x, y) for x, y in parts), key=lambda found: found.score, default=Likelihood(0.0))


_SURE_OF_PART = 0.85  # likeness of the last parts
_PART_SCORE = 0.8


def _compare(a: str, b: str) -> Likelihood:
    if a == b:
        return Likelihood(1.0, Kind.SPELLING)
    likeness = compare_words(a, b)
    found = Likelihood(likeness.score, _KINDS.get(likeness.how, Kind.OTHER), (likeness.why,), likeness.against)
    if found.score < _DOTS_SCORE and (_without_dots(a) == b or _without_dots(b) == a):
        return Likelihood(_DOTS_SCORE, Kind.SPELLING, ("one may write out what the other prints with a sign",))
    one, other = _with_g(a), _with_g(b)
    if found.score < _SURE_OF_PART and (one != a) is not (other != b):
        crossed = compare_words(one, other)
        if crossed.how in (How.SAME, How.ROMANISATION) and crossed.score >= _SURE_OF_PART:
            why = ("one has the Ukrainian h for the Russian g", crossed.why)
            return Likelihood(_PART_SCORE, Kind.SPELLING, why, crossed.against)
    return found


_H = re.compile(r"(?<![bcdgkpstwzаеиоуы])h(?=[^\W\d_])")


def _with_g(name: str) -> str:
    """A name with a Russian g for the Ukrainian h, digraphs left alone."""
    return _H.sub("g", name)


def origin_of_both(a: str, b: str) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """The original that two family names are romanised from, and the schemes that yield each; empty for none alone."""
    likeness = compare_words(a, b)
    if likeness.how is not How.ROMANISATION or likeness.original is None:
        return None
    return likeness.original, likeness.a_schemes, likeness.b_schemes
