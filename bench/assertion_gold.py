"""Where the gold of statements stands: that of each page, and our readings laid together as gold of the same form."""

from __future__ import annotations

import importlib.util
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import testimonia
from testimonia.model import Act

from .gold_book import shared_folder

READINGS = Path(__file__).with_name("readings")
STATEMENTS = {
    "readings": ("assertions.jsonl", ("unseen-excerpts.jsonl", "closed-excerpts.jsonl")),
    "second": ("assertions-b.jsonl", ("assertions-b-excerpts.jsonl",)),
    "third": ("assertions-a.jsonl", ("assertions-a-excerpts.jsonl",)),  # without what the second has as well
}
BLIND = Path(__file__).with_name("blind")
GOLD_OF_BLIND = ("kaohsi", "sarkul", "amparo", "lyndgate", "norrby", "vasco", "lanoue")  # that have gold
READ_OF_BLIND = ("krystal", "thermi")  # pages read by us, one reader: they only measure


def scorer() -> Any:
    """The script that scores exports against gold."""
    spec = importlib.util.spec_from_file_location("gold_score", shared_folder() / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("There is no score.py beside the gold.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages() -> dict[str, tuple[Path, Path]]:
    """Each page with the folder of its gold; that of our own readings is laid together for the time of the run."""
    sample = testimonia.sample_page()
    corpus = sorted((shared_folder() / "corpus").glob("*.txt"))[0]
    dev = shared_folder() / "gold" / "dev"
    return {
        "corpus": (corpus, dev),
        "sample": (sample, sample.parent / "gold"),
        **{name: (corpus, folder) for name, folder in readings_gold(corpus, dev).items()},
        **{name: (_page_of(name), BLIND / name / "gold") for name in GOLD_OF_BLIND},
        **{name: (_page_of(name), _read_gold(name)) for name in READ_OF_BLIND},
    }


def _page_of(name: str) -> Path:
    return next((BLIND / name).glob("page.*"))


def _read_gold(name: str) -> Path:
    """The gold of a blind page with our reading of its statements, laid together for the time of the run."""
    folder = Path(tempfile.mkdtemp())
    for file in ("excerpts.jsonl", "people.jsonl"):
        shutil.copy(BLIND / name / "gold" / file, folder / file)
    shutil.copy(READINGS / f"assertions-{name}.jsonl", folder / "assertions.jsonl")
    return folder


def story_of(page: str) -> str:
    """The page that excerpts stand on: several readings are of the corpus page."""
    return "corpus" if page in STATEMENTS else page


def readings_gold(corpus: Path, dev: Path) -> dict[str, Path]:
    """The readings of further excerpts, each a folder of gold; no excerpt is in two of them, nor in the gold itself."""
    chosen = set(json.loads((dev / "scope.json").read_text())["excerpts"])
    taken = [row for row in lines_of(dev / "excerpts.jsonl") if row["id"] in chosen]
    folders = {}
    for name, (statements, spans) in STATEMENTS.items():
        rows = lines_of(READINGS / statements)
        read = {row["excerpt"] for row in rows}
        excerpts = [row for file in spans for row in lines_of(READINGS / file)]
        if len(spans) > 1:  # spans of other readings as well
            excerpts = [row for row in excerpts if row["id"] in read]
        excerpts = [row for row in excerpts if not any(_overlap(row, other) for other in taken)]
        taken += excerpts
        folders[name] = reading_gold(corpus, dev, rows, excerpts)
    return folders


def _overlap(row: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(row["start"] < other["end"] and other["start"] < row["end"])


def reading_gold(corpus: Path, dev: Path, rows: list[dict[str, Any]], excerpts: list[dict[str, Any]]) -> Path:
    """One reading as a folder of gold, with the names that it gives by offsets."""
    folder = Path(tempfile.mkdtemp())
    text = corpus.read_bytes().decode("utf-8")
    read = {row["id"] for row in excerpts}
    rows = [row for row in rows if row["excerpt"] in read]
    for row in rows:
        row["speaker_name"] = name_at(text, row["speaker_name"])
        row["of_names"] = [name_at(text, name) for name in row["of_names"]]
        if row["act"] == Act.EXONERATES.value and not row["of_names"]:
            row["of_names"] = [""]  # somebody is cleared: whom no words name has an empty name in the gold
    assertions = "\n".join(json.dumps(row) for row in rows)
    people: dict[str, dict[str, Any]] = {}
    for path in (dev / "people.jsonl", READINGS / "unseen-people.jsonl", READINGS / "closed-people.jsonl"):
        for row in lines_of(path):
            known = people.setdefault(row["id"], {"id": row["id"], "name": row["name"], "variants": []})
            known["variants"] += [row["name"], *row.get("variants", ())]
    (folder / "assertions.jsonl").write_text(assertions, encoding="utf-8")
    (folder / "excerpts.jsonl").write_text("\n".join(map(json.dumps, excerpts)), encoding="utf-8")
    (folder / "people.jsonl").write_text("\n".join(map(json.dumps, people.values())), encoding="utf-8")
    (folder / "scope.json").write_text(json.dumps({"excerpts": sorted(read)}), encoding="utf-8")
    return folder


def name_at(text: str, name: str | list[int]) -> str:
    """A name as it is, or the words that it is given by."""
    return name if isinstance(name, str) else text[name[0] : name[1]]


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def has_act(record: Mapping[str, Any], line: Mapping[str, Any], score: Any) -> bool:
    """Whether a line of the export has the act of a record, or another that the gold allows."""
    return line["act"] in (record["act"], *score.as_list(record.get("alt_act")))


def is_said_by(record: Mapping[str, Any], line: Mapping[str, Any], people: Any, score: Any) -> bool:
    """Whether a line of the export has the speaker of a record, as the gold's script tells them."""
    others = [record["speaker"], *score.as_list(record.get("alt"))]
    gold_name = record.get("speaker_name") or record["speaker"].split(":")[-1]
    name = line["speaker_name"] or line["speaker"].split(":")[-1]
    return bool(people.is_any(others, line["speaker"], line["speaker_name"]) or people.same(gold_name, name))


def scored(lines: list[dict[str, Any]], page: Path, gold: Path, score: Any) -> dict[str, dict[str, Any]]:
    """What the gold's script says of lines of the export for excerpts."""
    scope = json.loads((gold / "scope.json").read_text()) if (gold / "scope.json").exists() else {}
    spans = {r["id"]: (r["start"], r["end"]) for r in score.rows(gold, "excerpts.jsonl")}
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join(json.dumps(line) for line in lines)
        (Path(folder) / "assertions.jsonl").write_text(text, encoding="utf-8")
        found = score.assertions(score.Text(str(page)), Path(folder), gold, scope, score.People(gold), spans)
    return {name: value for name, value in found.items() if "excerpts" in name}
