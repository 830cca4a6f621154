"""How long things take and how much memory they want, beside what was promised.

    python bench/speed.py [--page PAGE] [--quick] [--json] [--save] [--check [SLACK]]
    python bench/speed.py --profile [N] [--room ROOM ...]

The page is the corpus page beside the project (``TESTIMONIA_SHARED`` or ``../shared``), and the sample that ships with
the package where there is none. Every build is a whole process with a fresh output; the figure is the median of five.
Peak memory is the kernel's count for that process; where a copy of it works beside it (`aside`), most of what the two
have is one, and the rows ``inside one process`` have no copy. ``--save`` keeps the figures as JSON under
``bench/results``; ``--check`` fails where a figure is over its target, or over SLACK times it (for machines that nobody
knows); ``--quick`` takes one run of each and leaves the rooms and the ten pages out. ``--profile`` measures nothing of
that: it prints the N functions of each room that take longest by themselves, and what they take with all they call. A
room's row under ``inside one process`` also says how many times as long it takes for ten pages.

A citation's time is measured as ``cold.py`` says, and as ``citations.py`` prints it for the gold's strings.

The time that AnyStyle takes for a string was measured by others on another machine, not here.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import testimonia
from cold import cold_citations

ROOT = Path(__file__).resolve().parents[1]

ANYSTYLE_MICROSECONDS = 1400.0  # a string, AnyStyle 1.6.0; measured by others on another machine, not here
TARGETS = {
    "build_seconds": 10.0,
    "to_ledgers_seconds": 6.0,
    "peak_megabytes": 600.0,
    "import_seconds": 0.15,
    "ten_pages_ratio": 11.0,
    "citation_microseconds": ANYSTYLE_MICROSECONDS / 20,
}

# an installed package has its byte code beside it and a shell holds its output back, whatever this one is set to
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}

IMPORT = "import time; t = time.perf_counter(); import testimonia; print(time.perf_counter() - t)"

# each of these runs in a process of its own, so that nothing is warm and the parent stays small
STAGES = """
import json, sys, time
from pathlib import Path
from testimonia.model import Sourcebook
from testimonia.pipeline import default_stages
from testimonia.reading import read_source
from testimonia.store import write_store

took, last = {}, time.perf_counter()
def lap(name):
    global last
    now = time.perf_counter()
    took[name] = now - last
    last = now

book = Sourcebook(read_source(Path(sys.argv[1])))
lap("reading")
stages = default_stages()
lap("loading the rooms")
for stage in stages:
    book.add(list(stage(book)))
    lap(stage.name)
write_store(book, Path(sys.argv[2]))
lap("store")
print(json.dumps(took))
"""

# all rooms up to the ledgers, and what they found written to a base
TO_LEDGERS = """
import sys
from pathlib import Path
from testimonia.model import Sourcebook
from testimonia.pipeline import collector_at_rest, default_stages, run
from testimonia.reading import read_source
from testimonia.store import write_store

with collector_at_rest():
    stages = default_stages()
    last = next(n for n, stage in enumerate(stages) if stage.name == "ledgers")
    write_store(run(Sourcebook(read_source(Path(sys.argv[1]))), stages[: last + 1]), Path(sys.argv[2]))
"""


def corpus_page() -> Path | None:
    """The page beside the project, if it is there."""
    shared = Path(os.environ.get("TESTIMONIA_SHARED") or ROOT.parent / "shared")
    pages = sorted((shared / "corpus").glob("*.txt"))
    return pages[0] if pages else None


def run_process(arguments: Sequence[str]) -> dict[str, float]:
    """Wall and processor seconds and peak megabytes of a process from its start to its end."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        child = subprocess.Popen(
            arguments, stdout=subprocess.DEVNULL, stderr=said, cwd=tempfile.gettempdir(), env=ENVIRONMENT
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(arguments)} ended with {child.returncode}: {said.read().decode()}")
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return {"wall": wall, "user": usage.ru_utime, "system": usage.ru_stime, "megabytes": usage.ru_maxrss / unit}


def build(page: Path, folder: Path, runs: int, program: str = "") -> dict[str, float]:
    """The median of several builds, each writing a base that was not there; ``program`` does it otherwise."""
    results = []
    output = folder / ("other.db" if program else "book.db")
    whole = ["-m", "testimonia", "build", str(page), "-o", str(output)]
    for _ in range(runs):
        output.unlink(missing_ok=True)
        results.append(run_process([sys.executable, *(["-c", program, str(page), str(output)] if program else whole)]))
    return {key: statistics.median(result[key] for result in results) for key in results[0]}


def ask(program: str, *arguments: str) -> Any:
    """What a program prints, as JSON."""
    command = [sys.executable, "-c", program, *arguments]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT).stdout)


def median_of(program: str, runs: int, *arguments: str) -> Any:
    """The median of several runs of a program that prints a number or an object of numbers."""
    results = [ask(program, *arguments) for _ in range(runs)]
    if isinstance(results[0], dict):
        return {key: statistics.median(result[key] for result in results) for key in results[0]}
    return statistics.median(results)


def reading_seconds(page: Path, runs: int) -> float:
    """How long it takes merely to read the file and decode it."""
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        page.read_bytes().decode("utf-8", "replace")
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def measure(page: Path, quick: bool) -> dict[str, Any]:
    """All figures of a page."""
    runs = 1 if quick else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(page, folder, 1)  # writes the byte code
        one = build(page, folder, runs)
        figures: dict[str, Any] = {
            "page": "corpus" if page == corpus_page() else page.name,
            "bytes": page.stat().st_size,
            "build_seconds": one["wall"],
            "build_user_seconds": one["user"],
            "to_ledgers_seconds": build(page, folder, runs, TO_LEDGERS)["wall"],
            "peak_megabytes": one["megabytes"],
            "import_seconds": median_of(IMPORT, runs),
        }
        book = testimonia.open_store(folder / "book.db").book()
        citations = cold_citations((citation.text for citation in book.citations), runs)
        figures |= {
            "citation_strings": int(citations["strings"]),
            "citation_microseconds": citations["each"] * 1e6,
            "citation_tables_milliseconds": citations["loading"] * 1e3,
            "times_as_fast_as_anystyle": ANYSTYLE_MICROSECONDS / (citations["each"] * 1e6),
        }
        figures["read_seconds"] = reading_seconds(page, runs)
        figures["times_reading_the_file"] = one["wall"] / figures["read_seconds"]
        if not quick:
            ten = folder / f"ten{page.suffix}"
            ten.write_bytes(b"\n\n".join([page.read_bytes()] * 10))
            joined = build(ten, folder, 3)
            figures |= {
                "stages": median_of(STAGES, runs, str(page), str(folder / "stages.db")),
                "ten_pages_seconds": joined["wall"],
                "ten_pages_megabytes": joined["megabytes"],
                "ten_pages_ratio": joined["wall"] / one["wall"],
                "ten_pages_stages": ask(STAGES, str(ten), str(folder / "ten-stages.db")),
            }
    return figures


def table(figures: dict[str, Any], slack: float) -> list[tuple[str, str, str, bool]]:
    """Rows of what, figure, target, and whether it holds."""
    rows = []

    def row(what: str, key: str, form: str) -> None:
        if key in figures:
            target = TARGETS.get(key)
            wanted = "" if target is None else "at most " + form.format(target)
            rows.append((what, form.format(figures[key]), wanted, target is None or figures[key] <= target * slack))

    row("testimonia build, whole process", "build_seconds", "{:.2f} s")
    row("… of which in user code", "build_user_seconds", "{:.2f} s")
    row("… up to the ledgers, without the rooms behind", "to_ledgers_seconds", "{:.2f} s")
    row("… its peak memory", "peak_megabytes", "{:.0f} MB")
    row("… times merely reading the file", "times_reading_the_file", "{:,.0f}")
    row("import testimonia", "import_seconds", "{:.3f} s")
    row("ten pages joined, whole process", "ten_pages_seconds", "{:.2f} s")
    row("… its peak memory", "ten_pages_megabytes", "{:.0f} MB")
    row("… times one page", "ten_pages_ratio", "{:.1f}")
    row("a citation parsed, cold, processor time", "citation_microseconds", "{:.0f} µs")
    row("… its tables loaded, once a process", "citation_tables_milliseconds", "{:.1f} ms")
    row("… times as fast as AnyStyle's 1.4 ms (see below)", "times_as_fast_as_anystyle", "{:.0f}")
    for name, seconds in figures.get("stages", {}).items():
        ten = figures.get("ten_pages_stages", {}).get(name)
        # a room that does next to nothing says nothing by its ratio
        grown = f"ten pages {ten / seconds:.1f} times" if ten is not None and seconds > 0.01 else ""
        rows.append((f"inside one process: {name}", f"{seconds:.3f} s", grown, True))
    return rows


def profile(page: Path, most: int, rooms: Sequence[str]) -> None:
    """Print where each room's time goes; a profiled room takes two or three times as long as it does alone."""
    import cProfile
    import pstats

    from testimonia.model import Sourcebook
    from testimonia.pipeline import default_stages
    from testimonia.reading import read_source

    book = Sourcebook(read_source(page))
    for stage in default_stages():
        if rooms and stage.name not in rooms:
            book.add(list(stage(book)))
            continue
        profiler = cProfile.Profile()
        records = profiler.runcall(lambda stage=stage: list(stage(book)))
        book.add(records)
        found = pstats.Stats(profiler)
        print(f"\n{stage.name}: {len(records)} records, {found.total_tt:.3f} s under the profiler")  # type: ignore[attr-defined]
        entries = sorted(found.stats.items(), key=lambda item: -item[1][2])  # type: ignore[attr-defined]
        for (file, line, name), (_, calls, own, whole, _) in entries[:most]:
            where = "" if file == "~" else f"{Path(file).parent.name}/{Path(file).name}:{line} "
            print(f"  {own:7.3f} s itself {whole:7.3f} s in all {calls:>9} calls  {where}{name}")


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--page", type=Path, help="another page")
    p.add_argument("--quick", action="store_true", help="one run of each, no rooms, no ten pages")
    p.add_argument("--json", action="store_true", help="print JSON")
    p.add_argument("--save", action="store_true", help="keep the figures under bench/results")
    p.add_argument("--check", type=float, nargs="?", const=1.0, metavar="SLACK", help="fail over SLACK times a target")
    p.add_argument("--profile", type=int, nargs="?", const=12, metavar="N", help="the N dearest functions of each room")
    p.add_argument("--room", action="append", default=[], help="profile this room alone; may be given several times")
    options = p.parse_args()
    page = options.page or corpus_page() or testimonia.sample_page()
    if options.profile:
        profile(page, options.profile, options.room)
        return 0
    figures = {
        "program": f"testimonia {testimonia.__version__}",
        "date": time.strftime("%Y-%m-%d"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "load_before": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        **measure(page, options.quick),
    }
    rows = table(figures, options.check or 1.0)
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        print(f"{figures['program']}, {figures['date']}, {figures['machine']}")
        if (figures["load_before"] or 0) > 1:
            print(f"The machine was busy with other things (load {figures['load_before']}); wall times are too long.")
        print(f"page: {figures['page']}, {figures['bytes']:,} bytes; {figures['citation_strings']} different citations")
        for what, value, wanted, holds in rows:
            print(f"{what:48}{value:>12}   {wanted}{'' if holds else '  OVER'}")
        print("AnyStyle's 1.4 ms a string was measured by others on another machine, not here.")
    if options.save:
        folder = ROOT / "bench" / "results"
        folder.mkdir(exist_ok=True)
        path = folder / f"speed-{testimonia.__version__}-{figures['page']}.json"
        path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        print(f"saved: {path.relative_to(ROOT)}", file=sys.stderr)
    return 1 if options.check and not all(row[3] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
