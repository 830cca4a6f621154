"""A reading that gets everything right has to be given full marks by the scorer, in every layout."""

import json
import os
import sys
from pathlib import Path

import pytest

from relayout.catalogue import LAYOUTS
from relayout.invented import invent_book

SHARED = Path(os.environ.get("TESTIMONIA_SHARED") or Path(__file__).resolve().parents[3] / "shared")
SCORER = SHARED / "score" / "score_layouts.py"

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside the project")


@pytest.fixture(scope="module")
def scorer():
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
    import layouts

    return layouts.load_scorer()


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda x: x.name)
def test_a_perfect_reading_scores_one(layout, tmp_path, scorer):
    layout.render(invent_book(5, 6), tmp_path)
    folder, export = tmp_path / layout.name, tmp_path / "export"
    export.mkdir()
    for name in ("claims", "excerpts", "citations"):
        records = rows(folder / "gold" / f"{name}.jsonl")
        if name == "citations":
            records = [
                {**c, **o, "text": c.get("string", c.get("text"))} for c in records for o in c.get("occurrences", [c])
            ]
        for record in records:
            record.pop("start", None)
        lines = (json.dumps(r, ensure_ascii=False) + "\n" for r in sorted(records, key=lambda r: r["order"]))
        (export / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    text = tmp_path / "text.txt"
    text.write_text("", encoding="utf-8")
    result, _, show = scorer.score(folder, export, text)
    assert not any(show.values())
    for name in ("claims", "excerpts", "citations", "csl.fields", "works_b3"):
        assert result[name]["f1"] == 1.0
    assert result["pairing"]["of_all"] == result["under_claim"]["of_all"] == 1.0
