"""Judges a reading of people and voices: the scorer's own figures, and where the reading and the gold part.

The scorer is third-party material; it is looked for at ``../shared/score/score.py``, or where ``TESTIMONIA_SHARED``
points. Gold is a folder of JSON Lines, or the common beginning of such files' names (``readings/unseen`` for
``readings/unseen-voices.jsonl``, ``…-mentions.jsonl`` and ``…-people.jsonl``), whose records need no text.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

__all__ = [
    "FIGURES",
    "Stretch",
    "corpus_page",
    "export_page",
    "figures_of",
    "gold_folder",
    "identity_faults",
    "load_scorer",
    "mention_faults",
    "misjudged",
    "rows",
    "shared_folder",
    "write_rows",
]

ROOT = Path(__file__).resolve().parents[1]

# key of the scorer's, words for a reader, the name of the figure, what the issue asks for
FIGURES = (
    ("people.mention_spans", "mention spans, F1", "f1", 0.95),
    ("people.identity_b3", "identity, B³ F1", "f1", 0.96),
    ("voices.speaker_chars", "speaker, share of characters", "accuracy", 0.93),
    ("voices.speaker_chars.narration", "… in narration", "accuracy", None),
    ("voices.speaker_chars.turn", "… in turns", "accuracy", 0.99),
    ("voices.speaker_chars.quote", "… in quotations", "accuracy", 0.88),
    ("voices.speaker_chars.editorial", "… in the compiler's remarks", "accuracy", None),
    ("voices.mode_chars", "mode, share of characters", "accuracy", 0.96),
    ("voices.both_chars", "speaker and mode", "accuracy", None),
)
NAMED = ("org", "group", "anon")


def shared_folder() -> Path:
    """Where the third-party material is."""
    return Path(os.environ.get("TESTIMONIA_SHARED") or ROOT.parent / "shared")


def corpus_page() -> Path | None:
    """The page beside the project, if it is there."""
    pages = sorted((shared_folder() / "corpus").glob("*.txt"))
    return pages[0] if pages else None


def load_scorer() -> ModuleType:
    """The scorer, as a module.

    Raises:
        FileNotFoundError: the shared material is not there.
    """
    path = shared_folder() / "score" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if not path.exists() or spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path} is not there. TESTIMONIA_SHARED names the folder that holds score/.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON Lines; none where there is no such file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_rows(path: Path, records: Iterable[dict[str, Any]]) -> None:
    """Write records as JSON Lines."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")


def export_page(page: Path, folder: Path) -> Path:
    """Read a page as far as its voices and write its export; returns the text that its offsets point into."""
    from testimonia.exports import export_jsonl
    from testimonia.model import Sourcebook
    from testimonia.pipeline import default_stages, run
    from testimonia.reading import read_source

    stages = default_stages()
    last = next(place for place, stage in enumerate(stages) if stage.name == "voices")
    export_jsonl(run(Sourcebook(read_source(page)), stages[: last + 1]), folder)
    return folder / "text.txt"


def gold_folder(where: Path, scratch: Path) -> Path:
    """The gold as a folder that the scorer reads.

    A folder is taken as it is. Readings without a list of excerpts get one: an excerpt reaches from its first voice to
    its last, as voices partition it; and a mention that names no excerpt belongs to the one it stands in.

    Raises:
        FileNotFoundError: there is no such gold.
    """
    if where.is_dir():
        return where
    kinds = {kind: where.with_name(f"{where.name}-{kind}.jsonl") for kind in ("voices", "mentions", "people")}
    if not any(kinds[kind].exists() for kind in ("voices", "mentions")):
        raise FileNotFoundError(f"{where} is no folder, and there is no {kinds['voices'].name} beside it.")
    records = {kind: rows(path) for kind, path in kinds.items()}
    spans: dict[str, tuple[int, int]] = {
        r["id"]: (r["start"], r["end"]) for r in rows(where.with_name(f"{where.name}-excerpts.jsonl"))
    }
    for r in records["voices"]:
        start, end = spans.get(r["excerpt"], (r["start"], r["end"]))
        spans[r["excerpt"]] = (min(start, r["start"]), max(end, r["end"]))
    for r in records["mentions"]:
        if "excerpt" not in r:
            r["excerpt"] = next((x for x, (a, b) in spans.items() if a <= r["start"] and r["end"] <= b), None)
    for r in records["people"]:
        # the scorer wants a name to tell people by
        r.setdefault("name", max(r.get("variants") or [r["id"]], key=len))
    folder = scratch / f"gold-{where.name}"
    folder.mkdir(parents=True, exist_ok=True)
    for kind, found in records.items():
        write_rows(folder / f"{kind}.jsonl", (r for r in found if kind == "people" or r["excerpt"] is not None))
    write_rows(folder / "excerpts.jsonl", ({"id": x, "start": a, "end": b} for x, (a, b) in spans.items()))
    (folder / "scope.json").write_text(json.dumps({"excerpts": sorted(spans)}), encoding="utf-8")
    return folder


def scope_of(gold: Path) -> dict[str, Any]:
    path = gold / "scope.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def figures_of(
    scorer: ModuleType, text: Path, export: Path, gold: Path, only: Sequence[str] | None = None
) -> dict[str, dict[str, float]]:
    """What the scorer says of people and voices; ``only`` names excerpts where not all of the gold's are meant."""
    words = scorer.Text(str(text))
    scope = scope_of(gold)
    if only is not None:
        scope = {**scope, "excerpts": list(only)}
    spans = {r["id"]: (r["start"], r["end"]) for r in rows(gold / "excerpts.jsonl")}
    found: dict[str, dict[str, float]] = scorer.mentions(words, export, gold, scope, spans)
    with suppress(ZeroDivisionError):  # there are no voices in the scope
        found |= scorer.voices(words, export, gold, scope, scorer.People(gold), spans)
    return found


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters that were all misjudged in the same way; ``chars`` leaves white space out."""

    excerpt: str
    start: int
    end: int
    chars: int
    gold: dict[str, Any]
    system: dict[str, Any] | None
    speaker_right: bool
    mode_right: bool

    @property
    def kind(self) -> str:
        """The class of the error, without a name in it."""
        if self.system is None:
            return "no voice"
        said = []
        if not self.mode_right:
            said.append(f"{self.gold['mode']} read as {self.system['mode']}")
        if not self.speaker_right:
            true, taken = speaker_kind(self.gold["speaker"]), speaker_kind(self.system["speaker"])
            other = f"another {taken}" if true == taken else taken
            where = "" if not self.mode_right else f" in {self.gold['mode']}"
            said.append(f"{true} taken for {other}{where}")
        return ", ".join(said)


def speaker_kind(speaker: object) -> str:
    """Whether an id is a person's, an author's, the compiler's, or of another kind."""
    words = str(speaker)
    if words == "compiler":
        return words
    kind = words.split(":")[0]
    return kind if ":" in words and kind in ("author", *NAMED) else "person"


def is_right(scorer: ModuleType, people: Any, gold: dict[str, Any], system: dict[str, Any]) -> tuple[bool, bool]:
    """Whether speaker and mode are right, as the scorer judges each character."""
    mine, theirs = str(system["speaker"]), str(gold["speaker"])
    if "compiler" in (mine, theirs):
        right = mine == theirs
    elif mine.startswith("author:") != theirs.startswith("author:"):
        right = False
    else:
        right = people.same(gold.get("speaker_name") or theirs.split(":")[-1], system.get("speaker_name"))
    also = [gold["speaker"], *scorer.as_list(gold.get("alt"))]
    right = right or people.is_any(also, system["speaker"], system.get("speaker_name"))
    return right, system["mode"] in (gold["mode"], *scorer.as_list(gold.get("alt_mode")))


def misjudged(scorer: ModuleType, text: str, export: Path, gold: Path) -> tuple[list[Stretch], dict[str, float]]:
    """All misjudged stretches, dearest first, and the scores that follow from them (to hold beside the scorer's)."""
    people = scorer.People(gold)
    wanted = rows(gold / "voices.jsonl")
    chosen = set(scope_of(gold).get("excerpts") or [r["excerpt"] for r in wanted])
    wanted = [r for r in wanted if r["excerpt"] in chosen]
    needed = {o for r in wanted for o in range(r["start"], r["end"])}
    cover: dict[int, dict[str, Any]] = {}
    for voice in rows(export / "voices.jsonl"):
        cover.update((o, voice) for o in range(voice["start"], voice["end"]) if o in needed)
    stretches, total, speaker, mode = [], 0, 0, 0
    for g in wanted:
        judged: dict[int, tuple[bool, bool]] = {}
        runs: list[tuple[dict[str, Any] | None, list[int]]] = []
        for o in range(g["start"], g["end"]):
            if text[o].isspace():
                continue
            voice = cover.get(o)
            if runs and runs[-1][0] is voice:
                runs[-1][1].append(o)
            else:
                runs.append((voice, [o]))
        for voice, places in runs:
            total += len(places)
            if voice is None:
                right = (False, False)
            else:
                if id(voice) not in judged:
                    judged[id(voice)] = is_right(scorer, people, g, voice)
                right = judged[id(voice)]
            speaker, mode = speaker + right[0] * len(places), mode + right[1] * len(places)
            if not all(right):
                stretches.append(Stretch(g["excerpt"], places[0], places[-1] + 1, len(places), g, voice, *right))
    stretches.sort(key=lambda s: (-s.chars, s.start))
    shares = {"speaker": round(speaker / total, 4), "mode": round(mode / total, 4)} if total else {}
    return stretches, shares


def areas_of(gold: Path, wanted: Sequence[dict[str, Any]]) -> tuple[list[tuple[int, int]], set[str]]:
    spans = {r["id"]: (r["start"], r["end"]) for r in rows(gold / "excerpts.jsonl")}
    chosen = set(scope_of(gold).get("excerpts") or {r["excerpt"] for r in wanted})
    return [spans[x] for x in sorted(chosen) if x in spans], chosen


def mention_faults(export: Path, gold: Path) -> dict[str, list[tuple[int, int]]]:
    """Spans of mentions that were ``missed``, are ``extra``, or were met with other ``bounds`` (the gold's span)."""
    wanted = rows(gold / "mentions.jsonl")
    areas, chosen = areas_of(gold, wanted)
    g = {(r["start"], r["end"]) for r in wanted if r["excerpt"] in chosen}
    s = {
        (r["start"], r["end"])
        for r in rows(export / "mentions.jsonl")
        if any(a <= r["start"] and r["end"] <= b for a, b in areas)
    }
    faults: dict[str, list[tuple[int, int]]] = {"missed": [], "bounds": [], "extra": []}
    for start, end in sorted(g - s):
        met = any(a < end and start < b for a, b in s - g)
        faults["bounds" if met else "missed"].append((start, end))
    for start, end in sorted(s - g):
        if not any(a < end and start < b for a, b in g - s):
            faults["extra"].append((start, end))
    return faults


def identity_faults(scorer: ModuleType, export: Path, gold: Path) -> dict[str, list[tuple[str, ...]]]:
    """What went wrong with who is who, over the gold's mentions.

    ``merged``: a system's person, then the several people of the gold it stands for; ``namesakes``: those of them
    where two of the people share a spelling; ``split``: a person of the gold, then the system's persons.
    """
    wanted = rows(gold / "mentions.jsonl")
    _, chosen = areas_of(gold, wanted)
    mine = {(r["start"], r["end"]): r.get("person") for r in rows(export / "mentions.jsonl")}
    people_of, persons_of = defaultdict(set), defaultdict(set)
    for r in wanted:
        person = mine.get((r["start"], r["end"]))
        if r["excerpt"] in chosen and person is not None:
            people_of[person].add(r["person"])
            persons_of[r["person"]].add(person)
    spellings: dict[str, set[str]] = defaultdict(set)
    for p in rows(gold / "people.jsonl"):
        for words in (p["name"], *(p.get("variants") or [])):
            folded = scorer.fold(words)
            spellings[p["id"]] |= {folded, folded.split(" ")[-1]}
    merged = [(person, *sorted(several)) for person, several in sorted(people_of.items()) if len(several) > 1]
    namesakes = [
        found
        for found in merged
        if any(spellings[a] & spellings[b] for i, a in enumerate(found[1:]) for b in found[i + 2 :])
    ]
    split = [(person, *sorted(several)) for person, several in sorted(persons_of.items()) if len(several) > 1]
    return {"merged": merged, "namesakes": namesakes, "split": split}
