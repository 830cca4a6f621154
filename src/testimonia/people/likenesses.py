# temporary: until the spellings land
from __future__ import annotations

from .surnames import Likelihood

try:
    from .spellings import SAME_NAME, How, compare_words, explain, lookup_keys

    READY = True
except ImportError:  # pragma: no cover
    READY = False


def keys_of(name: str) -> tuple[str, ...]:
    if not READY:
        return (name,)
    return tuple(sorted(lookup_keys(name)))


def compare_families(a: str, b: str) -> Likelihood:
    if a == b:
        return Likelihood(1.0)
    if not READY:
        return Likelihood(0.0)
    likeness = compare_words(a, b)
    if likeness.how in (How.SAME, How.ROMANISATION):
        return Likelihood(likeness.score, (likeness.why,), tuple(likeness.against))
    return Likelihood(0.0)


def origin_of(name: str) -> tuple[str | None, str | None]:
    return None, None
