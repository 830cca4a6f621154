"""How long the pages of the review take, a decision, and the publishing, here and over many excerpts.

    python bench/review.py [--page PAGE] [--excerpts N] [--reviews N] [--rounds N] [--json] [--check [SLACK]]

The page and the large base are those of bench/web.py; N reviews of theirs were made before. A time is from the request
to the answer of the application, as a browser would get it; ``cpu`` is that of the processor alone, which tells what it
would be on an idle machine. ``write`` is one verdict sent by a form, whole on the disk. ``--check`` fails where a page
is over what was promised (100 ms of processor time on the page, 300 ms over 50,000 excerpts), or over SLACK times it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

import testimonia
from testimonia.model import Reviewed, ReviewKind
from testimonia.publish import publish_site
from testimonia.store.pages import open_base
from testimonia.store.pages.questions import questions
from testimonia.store.reviewing import make_review
from testimonia.store.reviews import add_reviews
from testimonia.web import make_app
from web import multiply  # bench/web.py, beside this

ROOT = Path(__file__).resolve().parents[1]
PROMISED = {"page": 100.0, "large": 300.0}  # milliseconds
HOST = "http://127.0.0.1"
PATHS = ("/review", *(f"/review/{kind}" for kind in ("maybe", "mention", "voice", "assertion", "document", "dating",
         "discrepancy", "finding")), "/review/mention?first=2000", "/review/decided")  # fmt: skip


def main() -> None:
    arguments = parsed()
    shared = Path(os.environ.get("TESTIMONIA_SHARED", ROOT.parent / "shared"))
    corpus = sorted((shared / "corpus").glob("*.txt")) if (shared / "corpus").is_dir() else []
    page = arguments.page or (corpus[0] if corpus else testimonia.sample_page())
    figures: dict[str, dict[str, object]] = {}
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "page.db"
        testimonia.build(page, small)
        figures["page"] = measured(small, arguments.rounds, arguments.reviews)
        began = time.process_time()
        done = publish_site(small, Path(folder) / "site")
        figures["page"]["published"] = {"pages": done.pages, "cpu_s": time.process_time() - began}
        if arguments.excerpts:
            sample, large = Path(folder) / "sample.db", Path(folder) / "large.db"
            testimonia.build(testimonia.sample_page(), sample)
            multiply(sample, large, arguments.excerpts)
            figures["large"] = measured(large, arguments.rounds, arguments.reviews)
    if arguments.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, found in figures.items():
            show(name, found)
    if arguments.check and any(over(name, found, arguments.check) for name, found in figures.items()):
        sys.exit(1)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", type=Path)
    parser.add_argument("--excerpts", type=int, default=50_000, help="of the large base; 0 leaves it out")
    parser.add_argument("--reviews", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", type=float, nargs="?", const=1.0, metavar="SLACK")
    return parser.parse_args()


def measured(path: Path, rounds: int, reviews: int) -> dict[str, object]:
    """The times of the pages of the review and of a write, in milliseconds."""
    base = open_base(path)
    asked = questions(base, Reviewed.MENTION, None, most=reviews)
    by_id = {one.id: one for one in asked.questions}
    from testimonia.model.reviewables import reviewables

    records = [record for record in reviewables(asked.book, Reviewed.MENTION) if record.id in by_id]
    made = [make_review(asked.book, r, ReviewKind.ACCEPT, reviewer="Tove", why="so") for r in records]
    base.close()
    add_reviews(path, lambda connection, there: made)
    times: dict[str, object] = {}
    with TestClient(make_app(path, reader="Ines"), base_url=HOST) as client:
        for address in PATHS:
            client.get(address)
            times[address] = timed(lambda address=address: client.get(address), rounds)  # type: ignore[misc]
        token = re.search(r'data-token="([^"]+)"', client.get("/review").text)
        assert token is not None
        said = {"token": token[1], "what": "mention", "id": made[0].item, "kind": "reject"}

        def write() -> object:
            return client.post(
                "/review/say", data=said, headers={"origin": HOST, "x-testimonia-card": "1"}, follow_redirects=False
            )

        times["write"] = timed(write, rounds)
    return {"times": times, "reviews": len(made)}


def timed(ask: Callable[[], object], rounds: int) -> dict[str, float]:
    """The medians by the clock and by the processor, all threads together."""
    clocks, busy = [], []
    for _ in range(rounds):
        began, cpu = time.perf_counter(), time.process_time()
        answer = ask()
        clocks.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - cpu) * 1000)
        assert getattr(answer, "status_code", 0) == 200, answer
    return {"median": statistics.median(clocks), "cpu": statistics.median(busy)}


def over(name: str, found: dict[str, object], slack: float) -> bool:
    times = found["times"]
    assert isinstance(times, dict)
    return any(time["cpu"] > PROMISED[name] * slack for time in times.values())


def show(name: str, found: dict[str, object]) -> None:
    times = found["times"]
    assert isinstance(times, dict)
    print(f"\n{name}, {found['reviews']} reviews, milliseconds      median     cpu")
    for address, time_ in times.items():
        print(f"  {address:<40}{time_['median']:>8.0f}{time_['cpu']:>8.0f}")
    if "published" in found:
        published = found["published"]
        assert isinstance(published, dict)
        print(f"  published: {published['pages']:,} pages in {published['cpu_s']:.1f} s of the processor")


if __name__ == "__main__":
    main()
