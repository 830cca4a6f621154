"""Pictures of the reading room over the sample, for the README.

    python bench/rooms.py [FOLDER]

Writes ``room-read.png``, ``room-claim.png``, ``room-disagreements.png`` and ``room-phone.png`` into ``docs``, or
FOLDER. Needs a Chromium on the path.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import testimonia
from testimonia.store.pages import open_base

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from web.browsing import chromium, launched, served  # noqa: E402 (its place is known only now)

RICHEST = "select claim from excerpts where claim is not null group by 1 order by count(*) desc, 1 limit 1"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 720}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    if chromium() is None:
        sys.exit("No Chromium is on the path. Install one, or name it in CHROMIUM.")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "sample.db"
        testimonia.build(testimonia.sample_page(), path)
        base = open_base(path)
        row = base.row(RICHEST)
        quoted = base.row("select start from voices where mode = 'quote' and end - start > 60 order by start limit 1")
        base.close()
        assert row is not None
        assert quoted is not None
        shots = (
            ("room-read", f"/at/{quoted[0]}-{quoted[0] + 1}", WIDE, "light"),
            ("room-claim", f"/claim/{row[0]}", WIDE, "light"),
            ("room-disagreements", "/disagreements?kind=wording", WIDE, "dark"),
            ("room-phone", f"/at/{quoted[0]}-{quoted[0] + 1}", PHONE, "dark"),
        )
        with served(path) as address, launched() as browser:
            for name, where, size, theme in shots:
                page = browser.new_page(viewport=size, color_scheme=theme)
                page.goto(address + where)
                page.wait_for_load_state("networkidle")
                if where.startswith("/at/"):
                    # without the mark of the one character, and with what stands in the margin
                    page.evaluate("() => window.testimonia.unmark()")
                    page.evaluate("() => window.scrollBy(0, -120)")
                page.screenshot(path=folder / f"{name}.png")
                page.close()
                print(folder / f"{name}.png")


if __name__ == "__main__":
    main()
