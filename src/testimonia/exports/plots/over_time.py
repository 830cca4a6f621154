"""Events over time: a mark for each, an uncertain date as the span of days it can mean."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ...answers import Event
from ...answers.rows import day_of
from ...errors import NotFoundError
from .paper import ACT_INK, FAINT, INK, check_ending, counted, paper, save, short, titled

__all__ = ["plot_timeline"]

_ROWS = 60  # events that can each have a line with their words
_WORDS = 90  # characters of what happened
_ROW = 0.24  # inches
_TALLEST = 14.0  # inches of many events in lanes
_LANE = (0.025, 0.09)  # inches of one event among many, at least and at most
_MOST_LANES = 400  # events of one kind that may lie over each other before the rest is left out
_APART = 0.01  # of the events on either side, those that may lie outside the picture if they would make it too wide
_WIDER = 2.0  # how much wider they would have to make it
_THICK = 0.05  # inches of a lane from where a bar has room for its ends
_PAD = 0.1  # inches between two kinds
_OTHER_INK = ("#444444", "solid")


def plot_timeline(
    events: Sequence[Event], path: str | os.PathLike[str], *, title: str = "What is said to have happened"
) -> Path:
    """Draw events over time: each with its words where they are few, else in lanes by kind.

    Raises:
        ExportError: the file is of no format of plots, or cannot be written.
        MissingExtraError: matplotlib is not installed. NotFoundError: there is nothing to draw.
    """
    path = check_ending(path)
    if not events:
        raise NotFoundError("There is nothing to draw: nothing is dated there.")
    if len(events) <= _ROWS:
        return _in_rows(events, path, title)
    return _in_lanes(events, path, title)


def _mark(axes: Any, event: Event, y: float, thickness: float, *, ends: bool = True) -> None:
    import matplotlib.dates as mdates

    first, last = mdates.date2num(day_of(event.first)), mdates.date2num(day_of(event.last))
    ink, _ = ACT_INK.get(event.kind, _OTHER_INK)
    if last - first < 1:
        axes.plot([first], [y], marker="o", markersize=thickness, color=ink, markeredgewidth=0, zorder=3)
        return
    axes.plot(
        [first, last + 1], [y, y], color=ink, linewidth=thickness * 0.45 if ends else thickness * 0.8,
        alpha=0.55, solid_capstyle="butt",
    )  # fmt: skip
    for end in (first, last + 1) if ends else ():
        axes.plot([end], [y], marker="|", markersize=thickness, color=ink, markeredgewidth=1)


def _in_rows(events: Sequence[Event], path: Path, title: str) -> Path:
    with paper(5.5, _ROW * len(events) + 0.4) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        for row, event in enumerate(events):
            _mark(axes, event, row, 7)
            who = short(event.headline, 60)
            words = f"{who}: {short(event.what, max(_WORDS - len(who), 30))}"
            axes.annotate(
                words, (1, row), (8, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
                va="center", fontsize=8, annotation_clip=False,
            )  # fmt: skip
        axes.set_yticks(range(len(events)), [event.when for event in events], fontsize=8)
        axes.set_ylim(len(events) - 0.4, -0.6)
        axes.grid(axis="y", color="#ececec", linewidth=0.6)
        _finish(axes, events)
        below = f"{counted(len(events), 'dated statement')}; a bar is the time that an uncertain date can mean"
        titled(axes, title, below)
        return save(figure, path, title)


def _in_lanes(events: Sequence[Event], path: Path, title: str) -> Path:
    """Events of one kind lie together, and over each other where they would touch."""
    kinds = [kind for kind, _ in Counter(event.kind for event in events).most_common()]
    low, high = _reach(events)
    gap = max((high - low).days / 300, 1)
    rows: list[tuple[Event, float]] = []
    ticks: list[tuple[float, str]] = []
    bounds: list[float] = []
    y, left_out = 0.0, 0
    for kind in kinds:
        ends: list[float] = []
        own = [event for event in events if event.kind == kind]
        for event in sorted(own, key=lambda e: (e.first, e.last)):
            start, end = day_of(event.first).toordinal(), day_of(event.last).toordinal()
            lane = next((n for n, taken in enumerate(ends) if taken < start), len(ends))
            if lane >= _MOST_LANES:
                left_out += 1
                continue
            ends[lane : lane + 1] = [max(end, start + gap)]
            rows.append((event, y + lane))
        ticks.append((y + (len(ends) - 1) / 2, f"{kind} ({len(own):,})"))
        y += len(ends)
        bounds.append(y)
        y += 1
    # a kind of one lane is still as high as its name
    height = min(max(_LANE[0], _TALLEST / y), _LANE[1])
    spread, places = _spread(bounds, height)
    with paper(9.5, places[-1] * height) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        for event, down in rows:
            _mark(axes, event, down + spread[_kind_of(down, bounds)], max(height * 60, 2), ends=height > _THICK)
        for bound in places[:-1]:
            axes.axhline(bound - 0.5, color="#dddddd", linewidth=0.6)
        axes.set_yticks([place + spread[n] for n, (place, _) in enumerate(ticks)], [words for _, words in ticks])
        axes.set_ylim(places[-1] - 0.5, -0.5 - _PAD / height / 2)
        _finish(axes, events)
        below = f"{counted(len(events), 'dated statement')} by kind; a bar is the time that an uncertain date can mean"
        outside = sum(not (low <= day_of(e.first) and day_of(e.last) <= high) for e in events)
        if outside:
            below += f"; {outside:,} reach beyond {low.year} to {high.year}"
        if left_out:
            below += f"; {left_out:,} that lie over too many others are left out"
        titled(axes, title, below)
        return save(figure, path, title)


def _spread(bounds: Sequence[float], height: float) -> tuple[list[float], list[float]]:
    """How far down each kind is moved so that it has room for its name, and where each then ends."""
    moved: list[float] = []
    ends: list[float] = []
    first, down = 0.0, 0.0
    for bound in bounds:
        spare = max(_ROW / height - (bound - first), 0) + _PAD / height
        moved.append(down + spare / 2)
        down += spare
        ends.append(bound + 1 + down - 0.5)
        first = bound + 1
    return moved, ends


def _kind_of(lane: float, bounds: Sequence[float]) -> int:
    return next(n for n, bound in enumerate(bounds) if lane < bound)


def _reach(events: Sequence[Event]) -> tuple[date, date]:
    """From when to when a picture has to go; a few events far apart from all others do not make it wider."""
    firsts = sorted(event.first for event in events)
    lasts = sorted(event.last for event in events)
    few = int(len(events) * _APART)
    low, high = day_of(firsts[0]), day_of(lasts[-1])
    near, far = day_of(firsts[few]), day_of(lasts[len(lasts) - 1 - few])
    if near < far and (high - low).days > _WIDER * (far - near).days:
        return near, far
    return low, high


def _finish(axes: Any, events: Sequence[Event]) -> None:
    import matplotlib.dates as mdates

    low, high = _reach(events)
    first, last = mdates.date2num(low), mdates.date2num(high) + 1
    margin = max((last - first) * 0.02, 2)
    axes.set_xlim(max(first - margin, mdates.date2num(date(1, 1, 1))), last + margin)
    locator = mdates.AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator, show_offset=True))
    axes.grid(axis="x", color="#e4e4e4", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", color=FAINT, labelcolor=INK)
    for name in ("top", "right", "left"):
        axes.spines[name].set_visible(False)
