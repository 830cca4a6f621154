"""What a piece of the page can be, and what may follow what."""

from __future__ import annotations

__all__ = ["END", "FORCED", "NEVER", "START", "B", "C", "H", "Label", "M", "S", "T", "X", "steps_for"]


class Label:
    """The labels, as small numbers, because the decoder counts with them."""

    TITLE, SECTION, CLAIM, FIRST, MORE, CITATION, STRAY = range(7)


T, S, H, B, M, C, X = range(7)
NEVER = -1e9
FORCED = 60.0  # a piece that a person's pattern finds is a claim, whatever stands around it

# Steps from one label to the next where the citation follows the excerpt. What never happens on an
# orderly page costs 3 to 7: about what one strong sign of another label can outweigh.
_AFTER = {
    T: {T: 0.0, S: 0.0, H: 0.0, B: -1.0, X: -1.0},
    S: {S: -1.0, H: 0.0, B: -2.5, X: -2.0},
    H: {H: -4.0, S: -3.0, B: 0.0, C: -8.0, X: -7.0},
    B: {M: 0.0, B: -7.0, C: 0.0, H: -6.0, S: -6.0, X: -6.0},
    M: {M: 0.0, B: -7.0, C: 0.0, H: -6.0, S: -6.0, X: -6.0},
    C: {B: 0.0, H: 0.0, S: -0.5, C: -8.0, X: -4.0},
    X: {X: 0.0, B: -2.0, H: -0.5, S: -0.5, C: -8.0},
}
_BEFORE = {
    T: {T: 0.0, S: 0.0, H: 0.0, C: -1.0, B: -6.0, X: -1.0},
    S: {S: -1.0, H: 0.0, C: -1.0, B: -7.0, X: -2.0},
    H: {H: -4.0, S: -3.0, C: 0.0, B: -5.0, X: -7.0},
    C: {B: 0.0, C: -6.0, H: -8.0, S: -8.0, X: -7.0},
    B: {M: 0.0, B: -7.0, C: 0.0, H: 0.0, S: -0.5, X: -5.0},
    M: {M: 0.0, B: -7.0, C: 0.0, H: 0.0, S: -0.5, X: -5.0},
    X: {X: 0.0, C: -1.0, H: -0.5, S: -0.5, B: -7.0},
}
START = {
    False: {T: 0.0, S: -0.5, H: 0.0, B: -1.5, X: -1.0, C: -7.0},
    True: {T: 0.0, S: -0.5, H: 0.0, C: -1.0, X: -1.0, B: -6.0},
}
END = {
    False: {C: 0.0, X: -1.0, B: -3.5, M: -3.5, H: -5.0, S: -3.0, T: -5.0},
    True: {B: 0.0, M: 0.0, X: -1.0, C: -7.0, H: -5.0, S: -3.0, T: -5.0},
}


def steps_for(before: bool, names: bool) -> dict[int, dict[int, float]]:
    """What each step costs; where sections name authors, one may stand before any excerpt."""
    steps = _BEFORE if before else _AFTER
    if not names:
        return steps
    opener = C if before else B
    steps = {source: dict(targets) for source, targets in steps.items()}
    steps[H][S] = steps[S][opener] = steps[B if before else C][S] = 0.0
    if before:
        steps[M][S] = 0.0
    return steps
