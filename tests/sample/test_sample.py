"""The sample page and its gold agree with each other and with the source they are built from."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from testimonia.sample import sample_gold, sample_page

ROOT = Path(__file__).resolve().parents[2]
TEXT = sample_page().read_bytes().decode("utf-8")
LINES = TEXT.split("\n")


def rows(name):
    words = (sample_gold() / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in words.splitlines()]


EXCERPTS = {r["id"]: r for r in rows("excerpts")}
HEADING_LINES = {r["line"] for r in rows("structure") if r["label"] == "heading"}


def line_span(line):
    start = sum(len(words) + 1 for words in LINES[: line - 1])
    return start, start + len(LINES[line - 1])


def area(record):
    """Where a pair's side may stand: its excerpt, or its heading (which may run on)."""
    if record.startswith("heading:"):
        start, end = line_span(int(record.removeprefix("heading:")))
        return start, TEXT.index("\n\n", end)
    return EXCERPTS[record]["start"], EXCERPTS[record]["end"]


def test_the_committed_files_are_what_the_source_builds():
    build = ROOT / "bench" / "sample" / "build.py"
    done = subprocess.run([sys.executable, str(build), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_stale_file_lies_beside_the_gold():
    names = {path.stem for path in sample_gold().glob("*.jsonl")}
    assert names == {
        "anomalies", "assertions", "citations", "dependence", "discrepancies", "excerpts",
        "mentions", "people", "structure", "voices",
    }  # fmt: skip


def test_every_non_blank_line_has_one_label():
    labelled = [r["line"] for r in rows("structure")]
    assert labelled == [n for n, words in enumerate(LINES, 1) if words.strip()]


@pytest.mark.parametrize("name", ["mentions", "anomalies"])
def test_spans_cut_the_stated_words(name):
    for r in rows(name):
        assert TEXT[r["start"] : r["end"]] == r["text"]
        assert r["text"].strip()


def test_excerpts_are_trimmed_and_end_before_their_citation():
    for r in EXCERPTS.values():
        words = TEXT[r["start"] : r["end"]]
        assert words == words.strip()
        assert len(words) == r["chars"]
        assert line_span(r["lines"][0])[0] == r["start"]
        assert line_span(r["lines"][1])[1] == r["end"]
        assert r["heading_line"] in HEADING_LINES
        if r["citation_line"] is not None:
            assert r["citation_line"] == r["lines"][1] + 1


def test_each_citation_string_stands_on_its_lines():
    cited = {}
    for r in rows("citations"):
        assert r["count"] == len(r["lines"])
        assert r["string"].startswith(r["base"])
        for line in r["lines"]:
            assert LINES[line - 1] == r["string"]
            cited[line] = r
    labelled = {r["line"] for r in rows("structure") if r["label"] == "citation"}
    assert set(cited) == labelled == {r["citation_line"] for r in EXCERPTS.values()} - {None}


def test_csl_fields_are_printed_in_the_citation():
    for r in rows("citations"):
        csl = r["csl"]
        for name in [n for role in ("author", "editor", "translator") for n in csl.get(role, ())]:
            for part in name.values():
                assert part in r["string"]
        for key in ("title", "container-title", "volume", "edition", "publisher", "issued", "page"):
            assert csl.get(key, "") in r["string"]
        for place in csl.get("publisher-place", "").split("; "):
            assert place in r["string"]


def test_voices_partition_every_excerpt():
    by_excerpt = {}
    for r in rows("voices"):
        by_excerpt.setdefault(r["excerpt"], []).append(r)
    assert set(by_excerpt) == set(EXCERPTS)
    for name, segments in by_excerpt.items():
        at = EXCERPTS[name]["start"]
        for r in segments:
            assert not TEXT[at : r["start"]].strip()
            words = TEXT[r["start"] : r["end"]]
            assert words
            assert words == words.strip()
            at = r["end"]
        assert at == EXCERPTS[name]["end"]


def test_every_mention_is_of_a_known_person_under_a_listed_variant():
    people = {r["id"]: {v.casefold() for v in r["variants"]} for r in rows("people")}
    for r in rows("mentions"):
        assert r["text"].casefold() in people[r["person"]]
        assert EXCERPTS[r["excerpt"]]["start"] <= r["start"] < r["end"] <= EXCERPTS[r["excerpt"]]["end"]


def test_bare_ids_are_people():
    people = {r["id"] for r in rows("people")}
    named = {r["speaker"] for r in rows("voices")}
    for r in rows("assertions"):
        named |= {r["speaker"], *r["of"]}
    assert {n for n in named if ":" not in n and n != "compiler"} <= people


def test_namesakes_are_met_under_one_spelling():
    """Otherwise the page would not try what it is there to try."""
    spellings = Counter((r["text"], r["person"]) for r in rows("mentions"))
    assert spellings["Lyutsenko", "lyutsenko-pavlo"]
    assert spellings["Lyutsenko", "lyutsenko-hryhoriy"]
    assert spellings["Tolloway", "tolloway-josiah"]
    assert spellings["Tolloway", "tolloway-edmund"]


def test_evidence_lies_in_its_excerpt_or_heading():
    for r in rows("assertions"):
        start, end = area(r["excerpt"] if "excerpt" in r else f"heading:{r['heading']}")
        assert start <= r["evidence"][0] < r["evidence"][1] <= end


def test_every_act_and_mode_is_planted():
    acts = {"admits", "denies", "accuses", "corroborates", "retracts", "exonerates", "reports", "judges"}
    assert {r["act"] for r in rows("assertions")} == acts
    assert {r["mode"] for r in rows("voices")} == {"narration", "turn", "quote", "editorial"}


@pytest.mark.parametrize("name", ["dependence", "discrepancies"])
def test_both_sides_of_a_pair_lie_where_they_say(name):
    for r in rows(name):
        for side in "ab":
            start, end = area(r[side])
            assert start <= r[f"{side}_span"][0] < r[f"{side}_span"][1] <= end


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("dependence", {"duplicate", "same-document", "requote", "derives"}),
        (
            "discrepancies",
            {"date", "number", "amount", "name", "place", "outcome", "presence", "wording", "opposite", "heading"},
        ),
        (
            "anomalies",
            {"splice", "missing-citation", "ocr", "duplicate", "unclosed-quote", "bracket-comment", "locator"},
        ),
    ],
)
def test_every_kind_is_planted(name, kinds):
    assert {r["kind"] for r in rows(name)} == kinds


def test_the_score_script_is_content_with_the_gold_itself(tmp_path):
    """An export that repeats the gold gets full marks in everything that the script scores."""
    shared = ROOT.parent / "shared" / "score" / "score.py"
    if not shared.exists():
        pytest.skip("the shared score script is not here")
    claims = [
        {"id": f"c{line}", "start": line_span(line)[0], "end": area(f"heading:{line}")[1]}
        for line in sorted({r["heading_line"] for r in EXCERPTS.values()})
    ]
    citations = [
        {"start": line_span(line)[0], "end": line_span(line)[1], "csl": r["csl"], "work": r["work"]}
        for r in rows("citations")
        for line in r["lines"]
    ]
    assertions = [
        r
        | {"start": r["evidence"][0], "end": r["evidence"][1], "claim": f"c{r['heading']}" if "heading" in r else None}
        for r in rows("assertions")
    ]

    def sides(name):
        return [
            r | {f"{side}_{edge}": r[f"{side}_span"][n] for side in "ab" for n, edge in enumerate(("start", "end"))}
            for r in rows(name)
        ]

    export = {
        "claims": claims,
        "citations": citations,
        "findings": rows("anomalies"),
        "excerpts": list(EXCERPTS.values()),
        "mentions": rows("mentions"),
        "voices": rows("voices"),
        "assertions": assertions,
        "dependences": sides("dependence"),
        "discrepancies": sides("discrepancies"),
    }
    for name, records in export.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    command = [sys.executable, str(shared), str(sample_page()), str(tmp_path), str(sample_gold()), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    scores = json.loads(done.stdout)
    assert scores
    for figure, score in scores.items():
        best = score.get("f1", score.get("accuracy", score.get("recall")))
        assert best == 1.0, (figure, score)
