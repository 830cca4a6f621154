"""Two spellings of a family name side by side, for the question whether one name may be printed as both."""

from __future__ import annotations

from .spellings import How, compare_words, explain, lookup_keys
from .surnames import Kind, Likelihood

__all__ = ["compare_families", "keys_of", "origin_of", "slip_keys_of"]

_KINDS = {
    How.SAME: Kind.SPELLING,
    How.ROMANISATION: Kind.SPELLING,
    How.MISPRINT: Kind.MISPRINT,
    How.OTHER_FORM: Kind.WOMAN,
}


def keys_of(name: str) -> frozenset[str]:
    """What two spellings share if one name may be romanised as both."""
    return lookup_keys(name)


def slip_keys_of(name: str) -> frozenset[str]:
    """What two spellings share if one may be a misprint of the other."""
    return lookup_keys(name, misprints=True)


def compare_families(a: str, b: str) -> Likelihood:
    """How likely two spellings are one family name, and in what way."""
    if a == b:
        return Likelihood(1.0, Kind.SPELLING)
    likeness = compare_words(a, b)
    return Likelihood(likeness.score, _KINDS.get(likeness.how, Kind.OTHER), (likeness.why,), likeness.against)


def origin_of(name: str) -> tuple[str | None, str | None]:
    """The scheme that yields a spelling and the original it stands for; ``None`` where nothing tells."""
    for explanation in explain(name)[:1]:
        return (explanation.schemes[0] if explanation.schemes else None), explanation.original
    return None, None
