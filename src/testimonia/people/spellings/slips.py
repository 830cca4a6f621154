"""The slips of printers, typists and scanners that a walk over two words may take."""

from __future__ import annotations

__all__ = ["SLIP_COST", "slips_at", "sound_class"]

# what print and scan take for one another: `close` looks alike in most types, `rough` in worn or small type
_CLOSE = "rn/m c/e c/o i/l l/1 i/1 o/0 u/n h/b cl/d li/h vv/w ii/u ii/n ni/m in/m nn/m s/5 b/8 b/6 d/cl rn/n iu/m tt/u"
_ROUGH = "f/t t/l v/y r/n e/o a/o g/q j/i ri/n a/u z/2 k/h n/r rt/n y/v d/a"
_LATIN_VOWELS = frozenset("aeiouyäëïöüéèêàâóúáôûî")

SLIP_COST = {"lookalike": 0.8, "rough lookalike": 0.95, "doubled": 0.7, "swapped": 0.9, "lost": 1.0, "other": 1.2}
"""What a slip costs a walk; only their order matters, `misprints.score_slips` says what they are worth."""

# first letter → pairs of prints that begin with it on one side
_PAIRS: dict[str, list[tuple[str, str, str]]] = {}
for _kind, _listed in (("lookalike", _CLOSE), ("rough lookalike", _ROUGH)):
    for _pair in _listed.split():
        _one, _other = _pair.split("/")
        _PAIRS.setdefault(_one[0], []).append((_one, _other, _kind))
        _PAIRS.setdefault(_other[0], []).append((_other, _one, _kind))

Slip = tuple[str, float, int, int, str]
"""The last Latin letter's class (``a`` vowel, ``t`` consonant), the cost, code points of both sides, the kind."""


def sound_class(letter: str) -> str:
    """``a`` for a Latin vowel, ``t`` for any other letter: what comes next is read as behind one or the other."""
    return "a" if letter in _LATIN_VOWELS else "t"


def slips_at(a: str, b: str, i: int, j: int) -> list[Slip]:
    """The slips that may stand at these offsets of the two folded words."""
    n, m = len(a), len(b)
    found: list[Slip] = []
    if i < n:
        letter = a[i]
        doubled = (i > 0 and a[i - 1] == letter) or (i + 1 < n and a[i + 1] == letter)
        kind = "doubled" if doubled else "lost"
        found.append((sound_class(letter), SLIP_COST[kind], 1, 0, kind))
    if j < m:
        letter = b[j]
        doubled = (j > 0 and b[j - 1] == letter) or (j + 1 < m and b[j + 1] == letter)
        kind = "doubled" if doubled else "lost"
        found.append((sound_class(letter), SLIP_COST[kind], 0, 1, kind))
    if i < n and j < m and a[i] != b[j]:
        found.append((sound_class(a[i]), SLIP_COST["other"], 1, 1, "other"))
        if i + 1 < n and j + 1 < m and a[i] == b[j + 1] and a[i + 1] == b[j]:
            found.append((sound_class(a[i + 1]), SLIP_COST["swapped"], 2, 2, "swapped"))
        for one, other, kind in _PAIRS.get(a[i], ()):
            if a.startswith(one, i) and b.startswith(other, j):
                after = sound_class(one[-1])
                found.append((after, SLIP_COST[kind], len(one), len(other), kind))
    return found
