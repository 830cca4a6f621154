"""The list of errors has to add up to the scorer's own figure, and a perfect reading has none."""

import json
import os
import shutil
from pathlib import Path

import pytest

import judging
import voices
from testimonia.sample import sample_gold, sample_page

SHARED = Path(os.environ.get("TESTIMONIA_SHARED") or Path(__file__).resolve().parents[3] / "shared")
needs_scorer = pytest.mark.skipif(
    not (SHARED / "score" / "score.py").exists(), reason="the shared scorer is not beside the project"
)
PAGE = 'Oda Brekke wrote. "I took it," said Oda. The warden asked: "Why?" Nils Brekke was silent.\n'


def record(words, **facts):
    start = PAGE.index(words)
    return {"excerpt": "x1", "start": start, "end": start + len(words), **facts}


VOICES = [
    record("Oda Brekke wrote.", speaker="author:vik", speaker_name="Vik", mode="narration"),
    record('"I took it,"', speaker="brekke-oda", speaker_name="Oda", mode="quote"),
    record("said Oda. The warden asked:", speaker="author:vik", speaker_name="Vik", mode="narration"),
    record('"Why?"', speaker="group:wardens", speaker_name="The warden", mode="quote", alt_mode="turn"),
    record("Nils Brekke was silent.", speaker="author:vik", speaker_name="Vik", mode="narration"),
]
MENTIONS = [
    record("Oda Brekke", text="Oda Brekke", person="brekke-oda"),
    {**record("Oda. The"), "end": PAGE.index("Oda. The") + 3, "text": "Oda", "person": "brekke-oda"},
    record("Nils Brekke", text="Nils Brekke", person="brekke-nils"),
]
PEOPLE = [
    {"id": "brekke-oda", "name": "Oda Brekke", "variants": ["Oda", "Oda Brekke"]},
    {"id": "brekke-nils", "name": "Nils Brekke", "variants": ["Nils Brekke"]},
]


@pytest.fixture
def gold(tmp_path):
    """Readings whose files have a common beginning."""
    prefix = tmp_path / "apart"
    for kind, records in (("voices", VOICES), ("mentions", MENTIONS), ("people", PEOPLE)):
        judging.write_rows(tmp_path / f"apart-{kind}.jsonl", records)
    return judging.gold_folder(prefix, tmp_path)


@pytest.fixture
def scorer():
    return judging.load_scorer()


def export_of(folder, voices, mentions):
    folder.mkdir()
    (folder / "text.txt").write_text(PAGE, encoding="utf-8")
    judging.write_rows(folder / "voices.jsonl", voices)
    judging.write_rows(folder / "mentions.jsonl", mentions)
    return folder


def test_readings_without_a_list_of_excerpts_get_one_from_their_voices(gold):
    (excerpt,) = judging.rows(gold / "excerpts.jsonl")
    assert (excerpt["id"], PAGE[excerpt["start"] : excerpt["end"]]) == ("x1", PAGE.strip())


def test_a_mention_that_names_no_excerpt_belongs_to_the_one_it_stands_in(tmp_path):
    judging.write_rows(tmp_path / "b-voices.jsonl", VOICES)
    judging.write_rows(tmp_path / "b-mentions.jsonl", [{"start": 0, "end": 10, "person": "brekke-oda"}])
    folder = judging.gold_folder(tmp_path / "b", tmp_path)
    assert [m["excerpt"] for m in judging.rows(folder / "mentions.jsonl")] == ["x1"]


def test_gold_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match="nothing"):
        judging.gold_folder(tmp_path / "nothing", tmp_path)


@needs_scorer
def test_a_perfect_reading_of_the_sample_has_full_marks_and_no_errors(tmp_path, scorer):
    export = tmp_path / "export"
    shutil.copytree(sample_gold(), export)
    text = sample_page().read_bytes().decode("utf-8")
    figures = judging.figures_of(scorer, sample_page(), export, sample_gold())
    assert {key: figures[key][name] for key, _, name, _ in judging.FIGURES} == dict.fromkeys(
        (key for key, *_ in judging.FIGURES), 1.0
    )
    stretches, shares = judging.misjudged(scorer, text, export, sample_gold())
    assert (stretches, shares) == ([], {"speaker": 1.0, "mode": 1.0})
    assert not any(judging.mention_faults(export, sample_gold()).values())
    assert not any(judging.identity_faults(scorer, export, sample_gold()).values())


@needs_scorer
def test_errors_are_gathered_by_class_and_add_up_to_the_score(tmp_path, scorer, gold):
    taken = [
        {**VOICES[0]},
        {**VOICES[1], "speaker": "author:vik", "speaker_name": "Vik", "mode": "narration"},
        {**VOICES[2]},
        {**VOICES[3], "mode": "turn"},
        {**VOICES[4], "speaker": "author:moe", "speaker_name": "Moe"},
    ]
    export = export_of(tmp_path / "export", taken, MENTIONS)
    stretches, shares = judging.misjudged(scorer, PAGE, export, gold)
    assert [(s.kind, PAGE[s.start : s.end], s.chars) for s in stretches] == [
        ("author taken for another author in narration", "Nils Brekke was silent.", 20),
        ("quote read as narration, person taken for author", '"I took it,"', 10),
    ]
    figures = judging.figures_of(scorer, export / "text.txt", export, gold)
    assert shares["speaker"] == figures["voices.speaker_chars"]["accuracy"] < 1
    assert shares["mode"] == figures["voices.mode_chars"]["accuracy"] < 1


@needs_scorer
def test_words_that_no_voice_covers_are_an_error(tmp_path, scorer, gold):
    export = export_of(tmp_path / "export", VOICES[1:], MENTIONS)
    stretches, _ = judging.misjudged(scorer, PAGE, export, gold)
    assert [(s.kind, s.chars) for s in stretches] == [("no voice", 15)]


def test_mentions_are_missed_extra_or_have_other_bounds(tmp_path, gold):
    mine = [{**MENTIONS[0], "end": 3}, {**MENTIONS[2]}, record("warden", person="p9")]
    faults = judging.mention_faults(export_of(tmp_path / "export", VOICES, mine), gold)
    assert {kind: [PAGE[a:b] for a, b in spans] for kind, spans in faults.items()} == {
        "missed": ["Oda"], "bounds": ["Oda Brekke"], "extra": ["warden"],
    }  # fmt: skip


@needs_scorer
def test_namesakes_in_one_person_are_told_from_other_mergings(tmp_path, scorer, gold):
    together = [{**m, "person": "p1"} for m in MENTIONS]
    found = judging.identity_faults(scorer, export_of(tmp_path / "a", VOICES, together), gold)
    assert found["merged"] == found["namesakes"] == [("p1", "brekke-nils", "brekke-oda")]
    apart = [{**m, "person": f"p{n}"} for n, m in enumerate(MENTIONS)]
    found = judging.identity_faults(scorer, export_of(tmp_path / "b", VOICES, apart), gold)
    assert (found["merged"], found["split"]) == ([], [("brekke-oda", "p0", "p1")])


@needs_scorer
def test_a_saved_list_of_errors_holds_no_words_and_no_names(tmp_path, gold, capsys):
    wrong = [{**v, "speaker": "author:vik", "speaker_name": "Vik", "mode": "narration"} for v in VOICES]
    export = export_of(tmp_path / "export", wrong, MENTIONS[:1])
    saved = tmp_path / "errors.jsonl"
    page = export / "text.txt"
    code = voices.main(
        ["--text", str(page), "--gold", str(gold), "--export", str(export), "--save", str(saved), "--errors", "--check"]
    )
    assert code == 1
    assert "I took it" in capsys.readouterr().out
    records = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]
    assert {r["what"] for r in records} == {"voice", "mention"}
    assert not any(word in saved.read_text(encoding="utf-8") for word in ("brekke", "Oda", "took", "wardens"))
