"""How smoothly a page of many excerpts is read: scrolled through, gone through by keys, and jumped about in.

    python bench/scrolling.py [--excerpts N] [--base FILE] [--seconds S] [--step PX] [--json] [--check]

The page is the large base of bench/web.py, with 5,000 excerpts if nothing is said, opened at Read in a headless
Chromium. A frame is the time from one to the next as the browser itself counts them (`requestAnimationFrame`); a long
task is what kept the page from answering for more than 50 ms (`PerformanceObserver`). It is scrolled by STEP pixels a
frame, which is far faster than anybody reads; where the words that come next have not arrived, that is waiting. A jump
is the time from the click on a link to a place until the marked words stand in the window: one in the last part, opened
from the first. A key is the time from the stroke to the next frame. The load of the machine is printed, for all of it
depends on that. ``--check`` fails where more than one frame in twenty is over 50 ms, where a jump takes longer than 500
ms, or where the page grows without bounds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import testimonia
from large_base import multiply  # beside this
from testimonia.store.pages import open_base
from testimonia.store.pages.parts import part_starts

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

SLOW = 50.0  # milliseconds; what is longer is seen
MOST_SLOW = 0.05  # of all frames
LONGEST_JUMP = 500.0
MOST_NODES = 60_000  # of the DOM, however far one has read

WATCHED = """
window.bench = {frames: [], tasks: [], waiting: 0};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.bench.tasks.push(entry.duration);
}).observe({type: "longtask"});
"""

SCROLLED = """
([step, seconds]) => new Promise((done) => {
  const bench = window.bench;
  bench.frames = []; bench.tasks = []; bench.waiting = 0;
  let last = performance.now(), nodes = 0, frame = 0, travelled = 0;
  const end = last + seconds * 1000;
  const next = (now) => {
    const long = now - last;
    bench.frames.push(long);
    last = now;
    const before = window.scrollY;
    window.scrollBy(0, step);
    travelled += window.scrollY - before;
    if (window.scrollY === before) bench.waiting += long;
    if (++frame % 60 === 0) nodes = Math.max(nodes, document.getElementsByTagName("*").length);
    if (now < end) requestAnimationFrame(next);
    else done({frames: bench.frames, tasks: bench.tasks, waiting: bench.waiting, travelled,
      nodes: Math.max(nodes, document.getElementsByTagName("*").length),
      excerpts: document.querySelectorAll(".excerpt").length,
      parts: [...document.querySelectorAll(".part[data-from]")].map((part) => part.id)});
  };
  requestAnimationFrame(next);
})
"""

STRUCK = """
(key) => new Promise((done) => {
  const began = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  requestAnimationFrame(() => requestAnimationFrame((now) => done(now - began)));
})
"""


def main() -> None:
    arguments = parsed()
    from web.browsing import chromium, launched, served

    if chromium() is None:
        sys.exit("No Chromium is on the path. Install one, or name it in CHROMIUM.")
    with tempfile.TemporaryDirectory() as scratch:
        base = arguments.base
        if base is None:
            sample, base = Path(scratch) / "sample.db", Path(scratch) / "large.db"
            testimonia.build(testimonia.sample_page(), sample)
            multiply(sample, base, arguments.excerpts)
        with served(base) as address, launched() as browser:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            context.add_init_script(WATCHED)
            page = context.new_page()
            found = {**facts(base), "load": os.getloadavg()[0]}
            warm(page, address)
            page.goto(f"{address}/read")
            page.wait_for_load_state("networkidle")
            found["scroll"] = scrolled(page, arguments.step, arguments.seconds)
            found["back"] = scrolled(page, -arguments.step, arguments.seconds / 2)
            found["jump"] = [jumped(page, address, base) for _ in range(5)]
            found["keys"] = {key: struck(page, address, key) for key in ("j", "k", "l", "h", "n", "p", ".")}
    if arguments.json:
        print(json.dumps(found, indent=1))
    else:
        show(found)
    if arguments.check and not is_smooth(found):
        sys.exit(1)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--excerpts", type=int, default=5_000)
    parser.add_argument("--base", type=Path, metavar="FILE", help="this base, and no made one")
    parser.add_argument("--seconds", type=float, default=20.0, help="of scrolling")
    parser.add_argument("--step", type=int, default=150, help="pixels a frame")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def facts(path: Path) -> dict[str, Any]:
    base = open_base(path)
    (count,) = base.row("select count(*) from excerpts") or (0,)
    found = {"excerpts": count, "parts": len(part_starts(base)), "characters": len(base.text)}
    base.close()
    return found


def warm(page: Page, address: str) -> None:
    """Wait until the server has looked through the base, which it does when it starts."""
    began = time.monotonic()
    while time.monotonic() - began < 60:
        asked = time.monotonic()
        page.goto(f"{address}/read")
        if time.monotonic() - asked < 0.5:
            return


def scrolled(page: Page, step: int, seconds: float) -> dict[str, Any]:
    """What was seen while the page was scrolled by so much a frame, down or (where that is less than 0) up."""
    found: dict[str, Any] = page.evaluate(SCROLLED, [step, seconds])
    frames, tasks = found.pop("frames"), found.pop("tasks")
    found["count"] = len(frames)
    found["median"] = statistics.median(frames)
    found["longest"] = max(frames)
    found["slow"] = sum(frame > SLOW for frame in frames) / len(frames)
    found["tasks"] = len(tasks)
    found["longest task"] = max(tasks, default=0.0)
    return found


def jumped(page: Page, address: str, path: Path) -> float:
    """From a click on a link to words of the last part until they stand in the window, in milliseconds."""
    base = open_base(path)
    (start,) = base.row("select start from excerpts order by start desc limit 1") or (0,)
    base.close()
    page.goto(f"{address}/read")
    page.wait_for_load_state("networkidle")
    began = time.perf_counter()
    page.evaluate("to => { location.hash = to }", f"c{start}-{start + 9}")
    page.wait_for_function(
        "() => { const mark = document.querySelector('mark.found'); if (!mark) return false;"
        " const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }",
        polling="raf",
    )
    return (time.perf_counter() - began) * 1000


def struck(page: Page, address: str, key: str) -> dict[str, float]:
    page.goto(f"{address}/read/2")
    page.wait_for_load_state("networkidle")
    times = [float(page.evaluate(STRUCK, key)) for _ in range(25)]
    return {"median": statistics.median(times), "longest": max(times)}


def is_smooth(found: dict[str, Any]) -> bool:
    ways = (found["scroll"], found["back"])
    failed = [
        words
        for words, is_so in (
            ("too many slow frames", any(way["slow"] > MOST_SLOW for way in ways)),
            ("the page grows without bounds", any(way["nodes"] > MOST_NODES for way in ways)),
            ("a jump takes too long", statistics.median(found["jump"]) > LONGEST_JUMP),
        )
        if is_so
    ]
    for words in failed:
        print(words, file=sys.stderr)
    return not failed


def show(found: dict[str, Any]) -> None:
    jumps = found["jump"]
    print(f"{found['excerpts']:,} excerpts in {found['parts']:,} parts; load of the machine {found['load']:.1f}")
    for name, way in (("down", found["scroll"]), ("up again", found["back"])):
        print(
            f"{name:<10}{way['travelled']:,.0f} px in {way['count']:,} frames: median {way['median']:.1f} ms, "
            f"longest {way['longest']:.0f} ms, over {SLOW:.0f} ms {way['slow']:.1%}; {way['tasks']} long tasks, "
            f"the longest {way['longest task']:.0f} ms"
        )
        print(
            f"{'':<10}at most {way['nodes']:,} elements; waited {way['waiting']:.0f} ms for what comes; "
            f"at the end {way['excerpts']:,} excerpts in {len(way['parts'])} parts, to {(way['parts'] or ['none'])[-1]}"
        )
    print(f"{'jump':<10}to the last part: median {statistics.median(jumps):.0f} ms, longest {max(jumps):.0f} ms")
    for key, times in found["keys"].items():
        print(f"key {key:<6}median {times['median']:.0f} ms, longest {times['longest']:.0f} ms")


if __name__ == "__main__":
    main()
