"""Two spellings laid side by side, letter of the original by letter.

The heart is one walk over both words at once. A step takes one letter of the original (or a run that a table names:
кс, ий at the end, ь with the vowel after it) and the spelling that each word has for it, which need not be the same.
Where the walk gets to both ends, the letters taken are an original that both spellings can come from, and the bits
carried along tell which schemes yield each of them. A walk that may also skip or swap letters finds misprints.
"""

from __future__ import annotations

from dataclasses import dataclass

from .alphabetic import KEPT, MIXED, NOTHING, AlphabeticScript, Spans
from .schemes import AFTER_CONSONANT
from .slips import slips_at, sound_class

__all__ = ["Alignment", "Step", "align"]

_LITERAL = 0.6  # a letter that no table knows, the same on both sides
_SLIP_LIMIT, _SLIP_ROOM = 1.25, 1.2  # what a walk may cost: so much a slip, and so much for the rest
_LIMIT = 9.0  # what a walk without slips may cost


@dataclass(frozen=True, slots=True)
class Step:
    """One letter of the original, or one slip, with what each side prints for it.

    ``letters`` is the original's; empty where the tables know nothing, and then ``slip`` says what happened
    (`slips.SLIP_COST`), or is empty too where both sides print the same.
    """

    letters: str
    a: str
    b: str
    slip: str = ""
    at: int = 0  # code points of ``a`` before it


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two spellings side by side. ``a_mask`` and ``b_mask`` have a bit for each scheme that yields the whole side."""

    cost: float
    a_mask: int
    b_mask: int
    steps: tuple[Step, ...]

    @property
    def slips(self) -> tuple[Step, ...]:
        """The steps that are misprints."""
        return tuple(step for step in self.steps if step.slip)

    @property
    def original(self) -> str | None:
        """The letters of the original; ``None`` where a step has none."""
        if any(not step.letters for step in self.steps):
            return None
        return "".join(step.letters for step in self.steps)


# letters, the last of them, cost, bits of a, bits of b, code points of a and b, slip
Move = tuple[str, str, float, int, int, int, int, str]
# rank, cost so far, bits of a, bits of b, the path before it, its last move
Path = tuple[float, float, int, int, object, "Move | None"]


def align(script: AlphabeticScript, a: str, b: str, *, slips: int = 0, after: str = NOTHING) -> Alignment | None:
    """Lay two folded words side by side; ``None`` where no original yields both.

    ``slips`` is how many misprints may be between them. ``after`` is ``a`` or ``t`` where the words are the rest
    of longer ones, whose letter before is a vowel or a consonant.
    """
    n, m = len(a), len(b)
    a_spans, b_spans = script.spans(a), script.spans(b)
    all_bits = (1 << len(script.schemes)) - 1
    limit = _SLIP_LIMIT * slips + _SLIP_ROOM if slips else _LIMIT
    places, apart, outlook = script.after, script.looks.apart, script.outlook
    layers: list[dict[tuple[int, str, int], list[Path]]] = [{} for _ in range(n + m + 1)]
    layers[0][0, after, 0] = [(0.0, 0.0, all_bits, all_bits, None, None)]
    for total in range(n + m):
        known_moves: dict[tuple[int, int, bool], list[Move]] = {}
        for (i, last, slipped), paths in layers[total].items():
            place = places.get(last, AFTER_CONSONANT)
            may_slip = slipped < slips
            moves = known_moves.get((i, place, may_slip))
            if moves is None:
                moves = known_moves[i, place, may_slip] = _moves(
                    script, a, b, i, total - i, place, a_spans, b_spans, may_slip
                )
            for move in moves:
                letters, newest, extra, ma, mb, la, lb, slip = move
                if letters and last:
                    extra += apart.get(last + letters[0], 0.0)
                layer = layers[total + la + lb]
                key = (i + la, newest, slipped + 1 if slip else slipped)
                ahead = layer.get(key)
                for path in paths:
                    cost, left, right = path[1] + extra, path[2], path[3]
                    if letters:
                        if left:
                            left &= ma
                            if not left:
                                cost += MIXED
                        if right:
                            right &= mb
                            if not right:
                                cost += MIXED
                    if cost > limit:
                        continue
                    further = (cost + outlook(left, right), cost, left, right, path, move)
                    if ahead is None:
                        ahead = layer[key] = [further]
                    else:
                        _keep(ahead, further)
    whole = (layers[n + m][key] for key in layers[n + m] if key[0] == n and bool(key[2]) == bool(slips))
    best = min((path for paths in whole for path in paths), key=lambda path: path[0], default=None)
    return None if best is None else Alignment(best[0], best[2], best[3], _steps(a, b, best))


def _moves(
    script: AlphabeticScript,
    a: str,
    b: str,
    i: int,
    j: int,
    place: int,
    a_spans: Spans,
    b_spans: Spans,
    slips: bool,
) -> list[Move]:
    """What can be taken of both words at these offsets."""
    n, m = len(a), len(b)
    moves: list[Move] = []
    a_torn, b_torn = script.torn(a, i), script.torn(b, j)
    for la in a_spans[i][place]:
        printed_a = a[i : i + la]
        for lb in b_spans[j][place]:
            if not la and not lb:
                continue
            torn = (a_torn if la else 0.0) + (b_torn if lb else 0.0)
            at_end = i + la == n and j + lb == m
            for letters, last, rare, ma, mb in script.letters_of_both(place << 1 | at_end, printed_a, b[j : j + lb]):
                moves.append((letters, last, rare + torn, ma, mb, la, lb, ""))
    if i < n and j < m and a[i] == b[j]:
        moves.append(("", sound_class(a[i]), _LITERAL, 0, 0, 1, 1, ""))
    if slips:
        moves.extend(("", after, cost, 0, 0, la, lb, kind) for after, cost, la, lb, kind in slips_at(a, b, i, j))
    return moves


def _keep(paths: list[Path], path: Path) -> None:
    """Add a path unless a cheaper one is at least as consistent."""
    _, cost, left, right, _, _ = path
    dominated = False
    for known in paths:
        if known[1] <= cost and not left & ~known[2] and not right & ~known[3]:
            return
        if cost <= known[1] and not known[2] & ~left and not known[3] & ~right:
            dominated = True
    if dominated:
        paths[:] = [p for p in paths if not (cost <= p[1] and not p[2] & ~left and not p[3] & ~right)]
    paths.append(path)
    if len(paths) > KEPT:
        paths.remove(max(paths, key=lambda known: known[0]))


def _steps(a: str, b: str, path: Path | None) -> tuple[Step, ...]:
    """The moves of a path, first to last, with what they take of each word."""
    moves: list[Move] = []
    while path is not None and path[5] is not None:
        moves.append(path[5])
        path = path[4]  # type: ignore[assignment]
    steps = []
    i = j = 0
    for letters, _, _, _, _, la, lb, slip in reversed(moves):
        steps.append(Step(letters, a[i : i + la], b[j : j + lb], slip, i))
        i, j = i + la, j + lb
    return tuple(steps)
