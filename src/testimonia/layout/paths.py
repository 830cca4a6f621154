"""The best path of labels through a page (Viterbi), with what the neighbours of a step say for it."""

from __future__ import annotations

from .evidence import LIKELY
from .headings import can_run_on
from .labels import END, FORCED, NEVER, START, B, C, H, M, S, T, X
from .units import Item

__all__ = ["best_path"]

_OPENS_BY_CITING = 4.0  # what it costs that an excerpt opens with what reads like a citation
_ANNOUNCED = 4.0  # what it costs that a claim follows words which end in a colon
_UNCLOSED = 3.0  # what it costs that an excerpt ends at a claim and not at a citation


def _is_marked(item: Item) -> bool:
    return item.unit.level > 0 and item.unit.mark[:1] in ("#", "=", "h", "_")


def best_path(
    items: list[Item],
    emissions: list[list[float]],
    anywhere: list[float],
    steps: dict[int, dict[int, float]],
    before: bool,
    one_container: bool,
) -> list[int]:
    """The path of labels with the greatest score (Viterbi)."""
    if not items:
        return []
    count = len(items)
    gains = [0.0] * count
    if not before:
        for i, row in enumerate(emissions):
            if FORCED > row[H] > row[B] > NEVER / 2 and anywhere[i] > -9.0:
                gains[i] = row[H] - row[B]
                row[H] = row[B]
    cites = [not item.inline and item.score >= LIKELY for item in items]
    announced = [False, *(item.text.rstrip().endswith(":") for item in items[:-1])]
    scores = {label: START[before].get(label, NEVER) + emissions[0][label] for label in range(7)}
    scores[M] = NEVER
    scores[H] += gains[0]
    back: list[dict[int, int]] = []
    into: dict[int, list[tuple[int, float]]] = {label: [] for label in range(7)}
    for source, targets in steps.items():
        for target, cost in targets.items():
            into[target].append((source, cost))
    for i in range(1, count):
        row = emissions[i]
        gain = gains[i]
        item, previous = items[i], items[i - 1]
        # what stands outside every container opens no excerpt on a page that gives each one of its own
        new_container = one_container and item.unit.container not in (0, previous.unit.container)
        outside = one_container and item.unit.container == 0 != previous.unit.container
        marked = _is_marked(item) and _is_marked(previous)
        runs_on = (
            item.gap == 0
            and item.unit.mark == previous.unit.mark
            and not item.unit.mark
            and gains[i - 1] > 0
            and can_run_on(previous, item)
        )
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
                if new_container and source in (B, M):
                    if label == B:
                        cost += 6.0
                    elif label == M:
                        cost -= 4.0
                elif outside and source in (B, M) and label in (B, M):
                    cost -= 4.0
                if gain:
                    # Where a citation has closed the excerpt, a piece that looks like a claim is one or
                    # pays for it; elsewhere it is one only by what sets claims apart from the headings
                    # of quoted documents. So no citation is made up to let a heading stand.
                    if label == H:
                        if source in (B, M):
                            cost = min(anywhere[i], 0.0) - _UNCLOSED
                        elif (
                            source == T
                            or (source == S and emissions[i - 1][S] > 0)
                            or (source == H and (runs_on or marked))
                        ):
                            cost += gain
                        elif source == H:
                            cost = -2.0
                    elif label == B and source == C:
                        cost -= gain
                    elif label in (B, M) and source in (B, M):
                        cost -= max(0.0, anywhere[i] + _UNCLOSED)
                if label == H and source == H and runs_on:
                    cost += 3.0
                if label == B and source == C and cites[i] and not before:
                    cost -= _OPENS_BY_CITING  # of two that cite, the later closes the excerpt
                if label == H and source in (B, M) and announced[i]:
                    cost -= _ANNOUNCED
                value += cost
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
