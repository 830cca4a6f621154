"""How long the pages of the reading room take, on a page as it is and on a base of many excerpts.

    python bench/web.py [--page PAGE] [--excerpts N] [--rounds N] [--keep FILE] [--json] [--check]

The page is the corpus page beside the project (``TESTIMONIA_SHARED`` or ``../shared``), and the sample that ships with
the package where there is none. The large base is made of the sample's: its records again and again, each time further
down the page and under other ids, straight from table to table, its people and works in forty sets. Names, words
and dates are therefore the sample's, which is hard on the index of words: a word is met as often as there are copies.

Every kind of page is asked for, for the record of which most is told, for one in the middle and for the last. A time
is that of `web.render` over an open base, as the server calls it, after the server has looked through the base in the
background, which it does when it starts and when a new base takes the place of the old; what that takes is printed.
``first`` is the first time that a page of the kind is asked for, ``median`` and ``max`` are over all rounds, ``cpu``
is the median without the time in which the machine did other things. Where a Chromium is installed, the first paint in
it is printed too, from the click to the first words on the screen, for each kind of page as often, beside that of a
page of one word and the load of the machine. ``--check`` fails where something is over what was promised, or over
SLACK times it (for machines that nobody knows).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import testimonia
from large_base import multiply  # beside this
from testimonia.web import RoomLinks, Shelf, render
from testimonia.web.pages import PAGES

ROOT = Path(__file__).resolve().parents[1]
PROMISED = {"page": 100.0, "large": 300.0, "paint": 200.0}  # milliseconds

# for a kind of page that shows one record: the record of which most is told, one in the middle, the last
RECORDS = {
    "claim": "select claim from excerpts where claim is not null group by 1 order by count(*) desc, 1",
    "person": "select person from mentions group by 1 order by count(*) desc, 1",
    "work": "select id from works order by citations desc, id",
    "document": "select document from document_excerpts group by 1 order by count(*) desc, 1",
    "proceeding": "select proceeding from cells group by 1 order by count(*) desc, 1",
    "ledger": "select ledger from entries group by 1 order by count(*) desc",
}
QUESTIONS = {
    "claims": ({}, {"q": "the"}, {"page": "3"}),
    "people": ({}, {"q": "a"}, {"page": "3"}),
    "timeline": ({}, {"since": "1900", "until": "1930"}, {"page": "9"}),
    "matrix": ({}, {"act": "admits"}, {"act": "any"}),
    "disagreements": ({}, {"kind": "date"}),
}
# when the first words stood on the screen, and when the first byte came
PAINT = """() => new Promise((done) => new PerformanceObserver((list, watching) => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  if (!paint) return;
  watching.disconnect();
  done([paint.startTime, performance.getEntriesByType("navigation")[0].responseStart]);
}).observe({type: "paint", buffered: true}))"""


def main() -> None:
    arguments = parsed()
    if arguments.paint is not None:
        print(json.dumps(painted(arguments.paint, arguments.rounds)))
        return
    shared = Path(os.environ.get("TESTIMONIA_SHARED", ROOT.parent / "shared"))
    corpus = sorted((shared / "corpus").glob("*.txt")) if (shared / "corpus").is_dir() else []
    page = arguments.page or (corpus[0] if corpus else testimonia.sample_page())
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "page.db"
        built(page, small)
        figures["page"] = measured(small, arguments.rounds, "page")
        if arguments.excerpts:
            sample, large = Path(folder) / "sample.db", arguments.keep or Path(folder) / "large.db"
            built(testimonia.sample_page(), sample)
            began = time.perf_counter()
            count = multiply(sample, large, arguments.excerpts)
            took = time.perf_counter() - began
            if not arguments.json:
                print(f"\n{count:,} excerpts, {large.stat().st_size / 1e6:,.0f} MB, made in {took:.0f} s")
            figures["large"] = measured(large, arguments.rounds, "large")
    if arguments.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, found in figures.items():
            show(name, found)
    if arguments.check and any(over(name, found, arguments.check) for name, found in figures.items()):
        sys.exit(1)


def built(page: Path, base: Path) -> None:
    """Build a base in a process of its own, for no server has built: what is left of it would be in the way."""
    command = [sys.executable, "-m", "testimonia", "build", str(page), "-o", str(base)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", type=Path)
    parser.add_argument("--excerpts", type=int, default=50_000, help="of the large base; 0 leaves it out")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the large base there")
    parser.add_argument("--paint", type=Path, metavar="BASE", help="the first paint over a base alone, as JSON")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", type=float, nargs="?", const=1.0, metavar="SLACK")
    return parser.parse_args()


# the figures


def measured(path: Path, rounds: int, name: str) -> dict[str, object]:
    """The times of every kind of page, in milliseconds."""
    kinds = {}
    cold = Shelf(path)
    with cold.base() as base:
        words = base.row("select substr(text, 1, 400) from excerpts order by number desc limit 1")
    common = [*re.findall(r"[^\W\d_]{4,}", words[0] if words else "")[:3], "the"]
    cold.close()
    shelf = Shelf(path)
    began = time.perf_counter()
    shelf.warm()
    found: dict[str, object] = {"warming": time.perf_counter() - began, "kinds": kinds, "promised": PROMISED[name]}
    for kind in PAGES:
        asked = [{"q": word} for word in common] if kind == "search" else list(questions(shelf, kind))
        times = [timed(shelf, kind, query) for query in (asked[0], *asked * rounds)]
        kinds[kind] = {
            "first": times[0][0],
            "median": statistics.median(clock for clock, _ in times),
            "max": max(clock for clock, _ in times),
            "cpu": statistics.median(busy for _, busy in times),
        }
    shelf.close()
    found["load"] = os.getloadavg()[0]
    # a server of its own, for this process holds what it has read itself
    command = [sys.executable, __file__, "--paint", str(path), "--rounds", str(rounds)]
    paint = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if paint is not None:
        found["paint"] = paint
    return found


def questions(shelf: Shelf, kind: str) -> Iterator[dict[str, str]]:
    if kind not in RECORDS and kind != "read":
        yield from QUESTIONS.get(kind, ({},))
        return
    with shelf.base() as base:
        if kind == "read":
            from testimonia.store.pages.parts import part_starts

            count = len(part_starts(base))
            yield from ({"key": str(n)} for n in dict.fromkeys((1, (count + 1) // 2, count)))
            return
        records = [str(row[0]) for row in base.rows(RECORDS[kind])]
    if not records:
        yield {}
        return
    yield from ({"key": key} for key in dict.fromkeys((records[0], records[len(records) // 2], records[-1])))


def timed(shelf: Shelf, kind: str, query: dict[str, str]) -> tuple[float, float]:
    """How long a page takes by the clock, and by the processor."""
    began, busy = time.perf_counter(), time.thread_time()
    try:
        with shelf.base() as base:
            render(kind, base, query, RoomLinks())
    except testimonia.NotFoundError:  # a page of which there is no record on this base
        pass
    return (time.perf_counter() - began) * 1000, (time.thread_time() - busy) * 1000


def painted(path: Path, rounds: int) -> dict[str, dict[str, float]] | None:
    """The first contentful paint of each kind of page in a real browser, in ms after the click; ``None`` without one.

    ``first`` is the first time that the kind is asked for, the server just started and the browser with nothing kept;
    ``median`` and ``max`` are those of the rounds after it, ``answer`` is the median of when the first byte came.
    """
    sys.path.insert(0, str(ROOT / "tests"))
    try:
        from web.browsing import chromium, launched, served
    except ImportError:
        return None
    if chromium() is None:
        return None
    shelf = Shelf(path)
    links, asked = RoomLinks(), {"one word": "data:text/html,<p>word"}
    for kind in PAGES:
        query = {"q": "the"} if kind == "search" else next(questions(shelf, kind))
        asked[kind] = links.to(kind, query.pop("key", None), "", **query)
    shelf.close()
    found = {}
    with served(path) as address, launched() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(asked["one word"])  # which starts the browser
        for kind, where in asked.items():
            times = []
            for _ in range(1 + rounds):
                page.goto(where if kind == "one word" else address + where, wait_until="load")
                times.append(page.evaluate(PAINT))
            paints = [paint for paint, _ in times]
            found[kind] = {
                "first": paints[0],
                "median": statistics.median(paints[1:]),
                "max": max(paints[1:]),
                "answer": statistics.median(answer for _, answer in times[1:]),
            }
    return found


def over(name: str, found: object, slack: float) -> bool:
    """Whether anything took longer than promised, or than so many times as long."""
    assert isinstance(found, dict)
    slow = [kind for kind, times in found["kinds"].items() if times["max"] > slack * found["promised"]]
    paint = found.get("paint", {}) if name == "page" else {}
    late = [kind for kind, times in paint.items() if times["median"] > slack * PROMISED["paint"]]
    for what in (*slow, *(f"the first paint of {kind}" for kind in late)):
        print(f"{what} takes longer than promised ({name})", file=sys.stderr)
    return bool(slow or late)


def show(name: str, found: object) -> None:
    assert isinstance(found, dict)
    print(f"\n{'the page' if name == 'page' else 'the large base'}; promised: {found['promised']:.0f} ms a page")
    print(f"looked through in {found['warming']:.2f} s")
    print(f"{'':<16}{'first':>9}{'median':>9}{'max':>9}{'cpu':>9}   ms")
    for kind, times in found["kinds"].items():
        late = "  over" if times["max"] > found["promised"] else ""
        print(f"{kind:<16}" + "".join(f"{times[name]:>9.1f}" for name in ("first", "median", "max", "cpu")) + late)
    if "paint" in found:
        print(f"\nfirst paint; promised: {PROMISED['paint']:.0f} ms; load of the machine {found['load']:.1f}")
        print(f"{'':<16}{'first':>9}{'median':>9}{'max':>9}{'answer':>9}   ms")
        for kind, times in found["paint"].items():
            late = "  over" if times["median"] > PROMISED["paint"] else ""
            columns = ("first", "median", "max", "answer")
            print(f"{kind:<16}" + "".join(f"{times[name]:>9.1f}" for name in columns) + late)


if __name__ == "__main__":
    main()
