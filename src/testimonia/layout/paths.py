"""The best path of labels through a page (Viterbi), with what the neighbours of a step say for it."""

from __future__ import annotations

from dataclasses import dataclass

from .evidence import LIKELY
from .heading_looks import can_run_on
from .labels import END, FORCED, NEVER, START, B, C, H, M, S, T, X
from .units import Item

__all__ = ["best_path"]

_OPENS_BY_CITING = 4.0  # what it costs that an excerpt opens with what reads like a citation
_ANNOUNCED = 4.0  # what it costs that a claim follows words which end in a colon
_UNCLOSED = 3.0  # what it costs that an excerpt ends at a claim and not at a citation


def best_path(
    items: list[Item],
    emissions: list[list[float]],
    anywhere: list[float],
    steps: dict[int, dict[int, float]],
    before: bool,
    one_container: bool,
) -> list[int]:
    """The path of labels with the greatest score (Viterbi).

    ``emissions`` are what each piece says for each label; those of claims are lowered where ``gains`` are kept apart.
    """
    if not items:
        return []
    gains = [0.0] * len(items) if before else _held_back(emissions, anywhere)
    neighbours = _Neighbours(items, emissions, anywhere, gains, before=before, one_container=one_container)
    scores = {label: START[before].get(label, NEVER) + emissions[0][label] for label in range(7)}
    scores[M] = NEVER
    scores[H] += gains[0]
    back: list[dict[int, int]] = []
    into: dict[int, list[tuple[int, float]]] = {label: [] for label in range(7)}
    for source, targets in steps.items():
        for target, cost in targets.items():
            into[target].append((source, cost))
    for i in range(1, len(items)):
        row = emissions[i]
        beside = neighbours.at(i)
        fresh: dict[int, float] = {}
        origin: dict[int, int] = {}
        for label in range(7):
            own = row[label]
            if own <= NEVER / 2:
                continue
            best, best_source = NEVER, -1
            for source, cost in into[label]:
                value = scores.get(source, NEVER)
                if value <= NEVER / 2:
                    continue
                value += cost if beside is None else beside.weigh(cost, source, label)
                if value > best:
                    best, best_source = value, source
            if best_source >= 0:
                fresh[label] = best + own
                origin[label] = best_source
        if not fresh:
            fresh, origin = {X: max(scores.values()) - 20.0}, {X: max(scores, key=lambda k: scores[k])}
        scores = fresh
        back.append(origin)
    for label in list(scores):
        scores[label] += END[before].get(label, -3.0)
    last = max(scores, key=lambda k: scores[k])
    path = [last]
    for origin in reversed(back):
        path.append(origin[path[-1]])
    path.reverse()
    return path


def _held_back(emissions: list[list[float]], anywhere: list[float]) -> list[float]:
    """By how much each piece is rather a claim than words of an excerpt; its emission is lowered by that."""
    gains = [0.0] * len(emissions)
    for i, row in enumerate(emissions):
        if FORCED > row[H] > row[B] > NEVER / 2 and anywhere[i] > -9.0:
            gains[i] = row[H] - row[B]
            row[H] = row[B]
    return gains


@dataclass(slots=True)
class _Beside:
    """What a piece and the one before it say for a step from label to label."""

    gain: float
    anywhere: float
    new_container: bool
    outside: bool
    goes_on: bool  # it looks like the piece before it, as a heading in two lines does
    runs_on: bool
    after_section: bool
    opens_by_citing: bool
    announced: bool

    def weigh(self, cost: float, source: int, label: int) -> float:
        """What the step costs here."""
        if self.new_container and source in (B, M):
            if label == B:
                cost += 6.0
            elif label == M:
                cost -= 4.0
        elif self.outside and source in (B, M) and label in (B, M):
            cost -= 4.0
        if self.gain:
            cost = self._weigh_claim(cost, source, label)
        if label == H:
            if source == H and self.runs_on:
                cost += 3.0
            if source in (B, M) and self.announced:
                cost -= _ANNOUNCED
        elif label == B and source == C and self.opens_by_citing:
            cost -= _OPENS_BY_CITING  # of two that cite, the later closes the excerpt
        return cost

    def _weigh_claim(self, cost: float, source: int, label: int) -> float:
        """What the step costs a piece that looks like a claim.

        Where a citation has closed the excerpt, it is one or pays for it; elsewhere it is one only by what sets claims
        apart from the headings of quoted documents. So no citation is made up to let a heading stand.
        """
        if label == H:
            if source in (B, M):
                return min(self.anywhere, 0.0) - _UNCLOSED
            if source == T or (source == S and self.after_section) or (source == H and self.goes_on):
                return cost + self.gain
            return -2.0 if source == H else cost
        if label == B and source == C:
            return cost - self.gain
        if label in (B, M) and source in (B, M):
            return cost - max(0.0, self.anywhere + _UNCLOSED)
        return cost


class _Neighbours:
    """Looks at each piece and the one before it."""

    def __init__(
        self,
        items: list[Item],
        emissions: list[list[float]],
        anywhere: list[float],
        gains: list[float],
        *,
        before: bool,
        one_container: bool,
    ) -> None:
        self._items, self._emissions, self._anywhere, self._gains = items, emissions, anywhere, gains
        self._before, self._one_container = before, one_container

    def at(self, i: int) -> _Beside | None:
        """What is said for the step to a piece; ``None`` if nothing is."""
        item, previous = self._items[i], self._items[i - 1]
        # what stands outside every container opens no excerpt on a page that gives each one of its own
        new_container = self._one_container and item.unit.container not in (0, previous.unit.container)
        outside = self._one_container and item.unit.container == 0 != previous.unit.container
        cites = not self._before and not item.inline and item.score >= LIKELY
        announced = previous.text.rstrip().endswith(":")
        runs_on = (
            item.gap == 0
            and item.unit.mark == previous.unit.mark
            and not item.unit.mark
            and self._gains[i - 1] > 0
            and can_run_on(previous, item)
        )
        gain = self._gains[i]
        if not (gain or new_container or outside or cites or announced or runs_on):
            return None
        return _Beside(
            gain,
            self._anywhere[i],
            new_container,
            outside,
            runs_on or (_is_marked(item) and _is_marked(previous)),
            runs_on,
            self._emissions[i - 1][S] > 0,
            cites,
            announced,
        )


def _is_marked(item: Item) -> bool:
    return item.unit.level > 0 and item.unit.mark[:1] in ("#", "=", "h", "_")
