"""Gold carried to another layout has to name the same words, or no figure measured with it is worth anything."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import voice_layouts
from projection import Skeleton, as_named, is_untold, layout_order, place_excerpts, project, words_outside
from relayout.catalogue import LAYOUTS
from relayout.sources import read_gold_folder
from testimonia.reading import read_source
from testimonia.sample import sample_gold, sample_page
from voice_layouts import Original

TEXT = (
    'The ferry left at six. "I saw the lamp," said Marta Oyelaran -- "and then I did not."\n'
    "Pilot Henk de Wit's log says... nothing."
)
# set another book than the one they are given
ABROAD = {"german-page", "russian-page", "spanish-page", "german-as-in-note"}


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def bare(words):
    """Words without what a layout may print otherwise."""
    return re.sub(r"<br ?/?>|[^\w?]", "", words)


def carried(page, start, end):
    """The words of the page that the characters of a stretch of the text came to."""
    met = place_excerpts(TEXT, [("a", 0, len(TEXT))], page)["a"]
    places = [met[o] for o in range(start, end) if o in met]
    return page[places[0][0] : places[-1][1]]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (f"Before.\n\n{TEXT}\n\nAfter.", '"I saw the lamp,"'),
        ("X\n" + TEXT.replace('"I', "“I").replace(',"', ",”"), "“I saw the lamp,”"),
        ("X\n" + TEXT.replace("the lamp", "the\n> lamp"), '"I saw the\n> lamp,"'),
        ("X\n" + TEXT.replace('"I', "``I").replace(',"', ",''"), "``I saw the lamp,''"),
        ("X\n" + TEXT.replace("saw the", "saw\n[page 12 of the Collection]\nthe"), None),
        ("X\n" + TEXT.replace("lamp", "l?mp"), '"I saw the l?mp,"'),
        ("X\n" + TEXT.replace("saw", "sáw"), '"I sáw the lamp,"'),
    ],
)  # fmt: skip
def test_a_quotation_is_found_again(page, words):
    start = TEXT.index('"I')
    found = carried(page, start, TEXT.index(" said"))
    assert found == (words or '"I saw\n[page 12 of the Collection]\nthe lamp,"')


def test_marks_of_the_layout_are_no_part_of_what_is_carried_over():
    page = "* “" + TEXT.replace("\n", "<br>") + "” [4]"
    met = place_excerpts(TEXT, [("a", 0, len(TEXT))], page)["a"]
    covered = {o for a, b in met.values() for o in range(a, b)}
    assert not covered & {page.index("“"), page.index("<"), page.index("br>"), page.index("”"), page.index("4")}
    assert len(met) == len(re.sub(r"\s", "", TEXT))


def test_letters_like_the_first_of_what_was_put_in_belong_after_it():
    text = "It was said and done by the harbour. Berit Lunde denied it before the whole court of Vardal."
    page = text.replace("Berit", "bur Berit")
    met = place_excerpts(text, [("a", 0, len(text))], page)["a"]
    assert met[text.index("Berit")][0] == page.index("Berit")


def test_the_same_words_twice_are_told_apart_by_their_order():
    text = "No.\nThe mate was asked.\nNo.\n"
    first, second = (0, 3), (24, 27)
    placed = place_excerpts(text, [("a", *first), ("b", 4, 23), ("c", *second)], text)
    assert placed["a"][0] == (0, 1)
    assert placed["c"][24] == (24, 25)


def test_an_excerpt_that_is_not_there_is_lost_and_does_not_mislead_the_next():
    other = "A wholly different account of the fire in the rope-walk, by one who had not been there at all."
    text = f"{other}\n{TEXT}"
    shown = [("a", 0, len(other)), ("b", len(other) + 1, len(text))]
    assert list(place_excerpts(text, shown, f"Title\n{TEXT}")) == ["b"]


PAPER = {"title": "Fire in the Rope-Walk", "container-title": "Vardal Gazette", "issued": "1902"}
BARE = {"title": "Fire in the Rope-Walk"}
VOICE = {"speaker": "author:gazette", "speaker_name": "Vardal Gazette", "mode": "narration"}


@pytest.mark.parametrize(
    ("sources", "elsewhere", "name"),
    [
        ([PAPER], set(), "Vardal Gazette"),
        ([BARE, PAPER], {"vardal", "gazette"}, "Vardal Gazette"),
        ([BARE, PAPER], {"gazetteer"}, "Fire in the Rope-Walk"),
        ([BARE], {"gazette"}, "Fire in the Rope-Walk"),
        ([], set(), "Vardal Gazette"),
    ],
)
def test_an_author_whom_the_layout_does_not_print_is_known_by_the_title(sources, elsewhere, name):
    assert as_named(VOICE, sources, elsewhere)["speaker_name"] == name


@pytest.mark.parametrize(
    ("sources", "elsewhere", "untold"),
    [
        ([PAPER], set(), False),
        ([BARE], set(), False),
        ([{"page": "4"}], set(), True),
        ([{"page": "4"}], {"gazette"}, False),
        ([{"container-title": "Gazette", "page": "4"}], set(), False),
    ],
)
def test_an_author_of_whom_neither_name_nor_title_is_printed_is_untold(sources, elsewhere, untold):
    assert is_untold(VOICE, sources, elsewhere) is untold
    assert not is_untold({**VOICE, "speaker": "oyelaran-marta"}, sources, elsewhere)


def test_only_excerpts_whose_source_is_forgotten_are_left_out(tmp_path):
    gold, text = tmp_path / "gold", f"{TEXT}\nA second one, by nobody in particular, of the same ferry and its pilot."
    gold.mkdir()
    spans = {"a": (0, len(TEXT)), "b": (len(TEXT) + 1, len(text))}
    for name, records in {
        "excerpts": [{"id": x, "start": a, "end": b} for x, (a, b) in spans.items()],
        "voices": [{**VOICE, "excerpt": x, "start": a, "end": b} for x, (a, b) in spans.items()],
        "mentions": [],
        "people": [],
    }.items():
        (gold / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    shown = [(x, *span) for x, span in spans.items()]
    every = project(text, gold, text, shown, tmp_path / "one")
    assert (every.excerpts, every.untold) == (["a", "b"], [])
    some = project(text, gold, text, shown, tmp_path / "two", forgotten={"b"})
    assert (some.excerpts, some.untold) == (["a"], ["b"])


def test_a_person_keeps_her_name_whatever_the_citation_prints():
    voice = {"speaker": "oyelaran-marta", "speaker_name": "Marta Oyelaran", "mode": "quote"}
    assert as_named(voice, [BARE], set()) == voice


def test_a_name_in_an_excerpt_or_a_heading_is_not_printed_elsewhere():
    page = f"Lunde Was There\n{TEXT}\nGazette, p. 4"
    placed = place_excerpts(TEXT, [("a", 0, len(TEXT))], page)
    assert words_outside(page, placed.values(), ["Lunde Was There"]) == {"gazette", "p", "4"}


words = st.text(st.sampled_from('abcdefghij ",.;-\n'), min_size=30, max_size=200)


@given(words, st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["\n> ", "\r\n", " ", "  "])), max_size=8))
def test_a_letter_is_carried_to_the_same_letter(text, inserted):
    page = text
    for place, marks in sorted(inserted, reverse=True):
        page = page[:place] + marks + page[place:]
    if len(Skeleton.of(text).letters) < 1:
        return
    met = place_excerpts(text, [("a", 0, len(text))], page)["a"]
    letters = [o for o, c in enumerate(text) if c.isalnum()]
    assert [page[slice(*met[o])] for o in letters] == [text[o] for o in letters]
    starts = [met[o][0] for o in sorted(met)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "layout", [x for x in LAYOUTS if x.group != "files" and x.name not in ABROAD], ids=lambda x: x.name
)
def test_the_gold_of_the_sample_names_the_same_words_in_every_layout(layout, tmp_path):
    book = read_gold_folder(sample_page().parent).first(24)
    layout.render(book, tmp_path)
    folder = tmp_path / layout.name
    page = read_source(folder / layout.file).text
    text, gold = sample_page().read_bytes().decode("utf-8"), sample_gold()
    spans = {r["id"]: (r["start"], r["end"]) for r in rows(gold / "excerpts.jsonl")}
    shown = [(x, *spans[x]) for x in layout_order(folder)]
    done = project(text, gold, page, shown, tmp_path / "gold")
    assert not done.lost
    assert not done.mentions_lost
    assert done.spans.keys() == {x for x, *_ in shown}
    assert min(done.kept.values()) > 0.99
    mentions = [m for m in rows(gold / "mentions.jsonl") if m["excerpt"] in done.spans]
    wanted = sorted((m["excerpt"], m["start"], bare(m["text"])) for m in mentions)
    came = sorted((m["excerpt"], m["start"], bare(m["text"])) for m in rows(tmp_path / "gold" / "mentions.jsonl"))
    assert [(x, words) for x, _, words in came] == [(x, words) for x, _, words in wanted]

    def said(voices, words):
        """What each speaker says in an excerpt, in order."""
        runs = []
        for v in sorted(voices, key=lambda v: (v["excerpt"], v["start"])):
            whose = v["excerpt"], v["speaker"], v["mode"]
            if not runs or runs[-1][0] != whose:
                runs.append([whose, ""])
            runs[-1][1] += bare(words[v["start"] : v["end"]])
        return runs

    voices = [v for v in rows(gold / "voices.jsonl") if v["excerpt"] in done.spans]
    assert said(rows(tmp_path / "gold" / "voices.jsonl"), page) == said(voices, text)


def test_the_page_is_cut_to_what_a_layout_prints(tmp_path, monkeypatch):
    page = "TITLE\n\nFIRST CLAIM\n\nOne here.\nA, p. 1\n\nTwo here.\nB, p. 2\n\nSECOND CLAIM\n\nThree here.\nC, p. 3\n"

    def place(words):
        return {"start": page.index(words), "end": page.index(words) + len(words)}

    read = tmp_path / "read"
    read.mkdir()
    (read / "text.txt").write_bytes(page.encode())
    quoted = {"a": ("One here.", "A, p. 1"), "b": ("Two here.", "B, p. 2"), "c": ("Three here.", "C, p. 3")}
    for name, records in {
        "claims": [{"text": words, **place(words)} for words in ("FIRST CLAIM", "SECOND CLAIM")],
        "excerpts": [{"citation": words[1], **place(words[0])} for words in quoted.values()],
        "citations": [{"id": words[1], **place(words[1])} for words in quoted.values()],
    }.items():
        (read / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    spans = {x: tuple(place(words[0]).values()) for x, words in quoted.items()}
    origin = Original("x", None, read / "text.txt", read, tmp_path / "no-gold", spans)
    shown = []
    monkeypatch.setattr(
        voice_layouts, "export_page", lambda page, to: shown.append(page.read_text()) or to / "text.txt"
    )
    monkeypatch.setattr(voice_layouts, "project", lambda *_: None)
    assert voice_layouts.cut_page(origin, ["a", "b", "c"], ["First claim", "Second claim"], tmp_path / "0") is origin
    voice_layouts.cut_page(origin, ["a", "c"], ["First claim", "Second claim"], tmp_path / "1")
    voice_layouts.cut_page(origin, ["a", "b", "c"], ["First claim"], tmp_path / "2")
    assert shown == [page.replace("Two here.\nB, p. 2\n\n", ""), page.replace("SECOND CLAIM\n\n", "")]
