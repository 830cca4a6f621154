"""Small pictures as SVG, made here: no style and no script in them, so that the strictest policy lets them stand.

Colours come from the style sheet by class, so that they follow the reader's theme.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

__all__ = ["bar", "months", "network", "strip", "track", "years"]

_WIDEST = 18  # of a column, where there are few

_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()

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
    wide, tall, foot = 640, 96, 26
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
                x, tall + foot - 7, _anchor(x, wide), year
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


def strip(
    counts: Sequence[tuple[int, int]],
    view: tuple[int, int],
    label: str,
    zoom: Callable[[int | str, int | str], str] | None = None,
) -> Markup:
    """Years as `years` draws them, those in view told apart; each is a way to it, where ``zoom`` gives an address."""
    if not counts:
        return Markup("")
    first, last = view
    wide, tall, foot = 900, 84, 26
    low, high = min(first, counts[0][0]), max(last, counts[-1][0])
    if high - low > 4 * (last - first + 1) + 40:  # far-off years would press what is in view together
        low, high = first - (last - first + 1), last + (last - first + 1)
    near = [(year, count) for year, count in counts if low <= year <= high]
    most = max((count for _, count in near), default=1)
    step = wide / (high - low + 1)
    drawn = [
        Markup('<rect class="view" x="{}" y="0" width="{}" height="{}"/>').format(
            round((first - low) * step, 2), round((last - first + 1) * step, 2), tall
        )
    ]
    for year, count in near:
        height = max(1.5, round((tall - 8) * count / most, 2))
        width = round(min(step * 0.8, _WIDEST), 2)
        column = Markup('<rect class="bar" x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>').format(
            round((year - low + 0.5) * step - width / 2, 2), round(tall - height, 2), width, height, year, count
        )
        if zoom is not None:
            column = Markup('<a href="{}" tabindex="-1" aria-label="{}">{}</a>').format(zoom(year, year), year, column)
        drawn.append(column)
    for year in _round_years(low, high):
        x = round((year - low + 0.5) * step, 2)
        drawn.append(
            Markup('<text class="axis" x="{}" y="{}" text-anchor="{}">{}</text>').format(
                x, tall + foot - 7, _anchor(x, wide), year
            )
        )
    drawn.append(Markup('<line class="tick" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(wide, tall))
    # links inside a picture are no picture for who hears it
    said = Markup('role="group" aria-label="{}"').format(label)
    return _TAG.format("years strip", wide, tall + foot, said, Markup("").join(drawn))


def months(
    counts: Sequence[tuple[int, int]],
    view: tuple[int, int],
    label: str,
    zoom: Callable[[int | str, int | str], str] | None = None,
) -> Markup:
    """A few years by month, months as 193105; each is a way to it, where ``zoom`` gives an address."""
    if not counts:
        return Markup("")
    first, last = view
    wide, tall, foot = 900, 64, 26
    step = wide / (12 * (last - first + 1))
    most = max(count for _, count in counts)
    drawn = [Markup('<line class="tick" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(wide, tall)]
    for month, count in counts:
        at = (month // 100 - first) * 12 + month % 100 - 1
        height, width = max(1.5, round((tall - 8) * count / most, 2)), round(min(step * 0.7, _WIDEST), 2)
        name = f"{month // 100}-{month % 100:02}"
        column = Markup('<rect class="bar" x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>').format(
            round((at + 0.5) * step - width / 2, 2), round(tall - height, 2), width, height, name, count
        )
        if zoom is not None:
            column = Markup('<a href="{}" tabindex="-1" aria-label="{}">{}</a>').format(zoom(name, name), name, column)
        drawn.append(column)
    every = 1 if last == first else 3
    for at in range(0, 12 * (last - first + 1), every):
        words = _MONTHS[at % 12] + (f" {first + at // 12}" if at % 12 == 0 else "")
        x = round((at + 0.5) * step, 2)
        drawn.append(
            Markup('<text class="axis" x="{}" y="{}" text-anchor="{}">{}</text>').format(
                x, tall + foot - 7, _anchor(x, wide), words
            )
        )
    said = Markup('role="group" aria-label="{}"').format(label)
    return _TAG.format("years strip", wide, tall + foot, said, Markup("").join(drawn))


def track(edtf: str, first: int, last: int, low: int, high: int) -> Markup:
    """When something may have happened, drawn between two days: a point for a day, a bar for a span, both of them
    hollow where the page itself is not sure, and running out of the picture where they do."""
    begin, end = _day(low), _day(high)
    whole = max(1, end - begin)
    a, b = (_day(first) - begin) / whole, (_day(last) + 1 - begin) / whole
    left, right = max(0.0, a), min(1.0, b)
    kind = "span" if last - first > 0 else "day"
    if edtf.endswith(("~", "?", "%")) or ".." in edtf or edtf.startswith("["):
        kind += " unsure"
    width = max(right - left, 0.006)
    rect = _RECT.format(f"when {kind}", round(100 * min(left, 0.994), 3), 2, round(100 * width, 3), 6, "")
    line = Markup('<line class="tick" x1="0" x2="100" y1="5" y2="5"/>')
    return _TAG.format(
        "track", 100, 10, Markup('preserveAspectRatio="none" aria-hidden="true" focusable="false"'), line + rect
    )


def _day(number: int) -> int:
    from ..answers.rows import day_of

    return day_of(number).toordinal()


def network(
    names: Sequence[tuple[str, str, str]],
    lines: Mapping[tuple[str, str], int],
    label: str,
    *,
    around: str | None = None,
) -> Markup:
    """Who has to do with whom: names round a ring, an arrow for each pair, the thicker the oftener.

    ``names`` are id, name and address; ``lines`` go from one id to another. Those that neither come from ``around`` nor
    lead there are drawn faintly, where it is given.
    """
    if len(names) < 2 or not lines:
        return Markup("")
    wide, tall = 1000, 620
    centre_x, centre_y, across, down = wide / 2, tall / 2, 250.0, 235.0
    at: dict[str, tuple[float, float, float]] = {}
    for n, (who, _, _) in enumerate(names):
        turn = 2 * math.pi * n / len(names) - math.pi / 2
        at[who] = (centre_x + across * math.cos(turn), centre_y + down * math.sin(turn), turn)
    near = {pair: count for pair, count in lines.items() if around is None or around in pair}
    most = max(5, *near.values())  # where one is the most there is, no line need be thick
    called = {who: name for who, name, _ in names}
    drawn = [
        Markup(
            '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
            'markerUnits="userSpaceOnUse" orient="auto"><path class="arrowhead" d="M0 0.5 8 4 0 7.5z"/></marker></defs>'
        )
    ]
    for (one, other), count in sorted(lines.items(), key=lambda item: (item[0] in near, item[1])):
        kind, count_drawn = ("line", count) if (one, other) in near else ("line far", min(count, 1))
        (x1, y1, _), (x2, y2, _) = at[one], at[other]
        # bent to one side, so that what goes back and forth is two lines
        bend_x, bend_y = (y2 - y1) * 0.13, (x1 - x2) * 0.13
        middle_x = (x1 + x2) / 2 + (centre_x - (x1 + x2) / 2) * 0.25 + bend_x
        middle_y = (y1 + y2) / 2 + (centre_y - (y1 + y2) / 2) * 0.25 + bend_y
        back = math.hypot(x2 - middle_x, y2 - middle_y) or 1
        end_x, end_y = x2 - (x2 - middle_x) / back * 8, y2 - (y2 - middle_y) / back * 8
        drawn.append(
            Markup(
                '<path class="{}" d="M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}" stroke-width="{:.2f}" '
                'stroke-opacity="{:.2f}" marker-end="url(#arrow)"><title>{} → {}: {}</title></path>'
            ).format(
                *(kind, x1, y1, middle_x, middle_y, end_x, end_y),
                *(0.8 + 5 * count_drawn / most, 0.3 + 0.6 * count_drawn / most),
                *(called[one], called[other], count),
            )
        )
    for who, name, href in names:
        x, y, turn = at[who]
        anchor = "middle" if abs(math.cos(turn)) < 0.25 else "start" if math.cos(turn) > 0 else "end"
        label_x = x + 12 * math.cos(turn) * (anchor != "middle")
        label_y = y + 5 + 17 * math.sin(turn)
        text = Markup('<circle class="node" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(x, y) + Markup(
            '<text class="name" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>'
        ).format(label_x, label_y, anchor, name)
        drawn.append(Markup('<a href="{}">{}</a>').format(href, text) if href else text)
    said = Markup('role="group" aria-label="{}"').format(label)
    return _TAG.format("network", wide, tall, said, Markup("").join(drawn))
