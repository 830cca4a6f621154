"""Small pictures as SVG, made here: no style and no script in them, so that the strictest policy lets them stand.

Colours come from the style sheet by class, so that they follow the reader's theme.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

__all__ = ["bar", "years"]

_WIDEST = 18  # of a column, where there are few

_TAG = Markup('<svg class="{}" viewBox="0 0 {} {}" {}>{}</svg>')
_RECT = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"{}/>')


def bar(value: float, most: float, kind: str = "") -> Markup:
    """A bar as long as the value is of the most; its meaning stands beside it in words."""
    long = round(100 * value / most, 2) if most else 0
    rect = _RECT.format(f"bar {kind}".strip(), 0, 0, max(long, 0.6), 8, "")
    return _TAG.format("bars", 100, 8, Markup('preserveAspectRatio="none" aria-hidden="true" focusable="false"'), rect)


def years(
    counts: Sequence[tuple[int, int]], label: str, *, first: int | None = None, last: int | None = None
) -> Markup:
    """How often each year is met, as columns over a line of years; an empty string where there are none."""
    if not counts:
        return Markup("")
    low = min(year for year, _ in counts) if first is None else first
    high = max(year for year, _ in counts) if last is None else last
    wide, tall, foot = 640, 96, 20
    most = max(count for _, count in counts)
    step = wide / (high - low + 1)
    width = round(min(step * 0.76, _WIDEST), 2)
    columns = []
    for year, count in counts:
        if low <= year <= high:
            height = max(1.5, round((tall - 6) * count / most, 2))
            title = Markup("><title>{}: {}</title></rect>").format(year, count)
            rect = Markup('<rect class="bar" x="{}" y="{}" width="{}" height="{}"').format(
                round((year - low + 0.5) * step - width / 2, 2), round(tall - height, 2), width, height
            )
            columns.append(rect + title)
    ticks = []
    for year in _round_years(low, high):
        x = round((year - low + 0.5) * step, 2)
        ticks.append(
            Markup('<line class="tick" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(x, tall, tall + 4)
            + Markup('<text class="axis" x="{}" y="{}" text-anchor="{}">{}</text>').format(
                x, tall + foot - 2, _anchor(x, wide), year
            )
        )
    line = Markup('<line class="tick" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(wide, tall)
    said = Markup('role="img" aria-label="{}"').format(label)
    return _TAG.format("years", wide, tall + foot, said, Markup("").join([line, *columns, *ticks]))


def _anchor(x: float, wide: float) -> str:
    return "start" if x < 24 else "end" if x > wide - 24 else "middle"


def _round_years(low: int, high: int) -> list[int]:
    """A handful of round years between two."""
    span = high - low
    step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000) if span / step <= 8)
    return [year for year in range(low - low % step, high + 1, step) if year >= low]
