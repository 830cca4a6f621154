"""Every layout, over an invented book: the gold has to be right, or no figure measured with it is."""

import html
import json
import os
import re
from pathlib import Path

import pytest

from relayout.catalogue import LAYOUTS
from relayout.command import main, read_book
from relayout.invented import invent_book

BOOK = invent_book(3, 12)
NAMES = [layout.name for layout in LAYOUTS]
SHARED = Path(os.environ.get("TESTIMONIA_SHARED") or Path(__file__).resolve().parents[3] / "shared")


def rows(folder, name):
    path = folder / "gold" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# marks that these layouts set between the words of a record: links; commas and quotation marks of a sheet; strokes
# before quotation marks
MARKS = {
    "post-linked-titles": (r"\[|\]\([^()]*\)", ""),
    "wiki-linked-sources": (r"\[\[|\]\]|''", ""),
    "sheet-columns": (r'"|(?:,\s*)+', " "),
    "yaml-list": (r'\\(?=")', ""),
}


def bare(words, layout=""):
    if layout in MARKS:
        words = re.sub(*MARKS[layout], words)
    return " ".join(words.split())


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    to = tmp_path_factory.mktemp("relayout")
    for layout in LAYOUTS:
        layout.render(BOOK, to)
    return to


def decoded(layout, folder):
    raw = (folder / layout.file).read_bytes()
    if layout.encoding == "utf-16":
        return raw.decode("utf-16")
    return raw.decode("utf-8-sig" if layout.bom else layout.encoding)


anchored = [x for x in LAYOUTS if not x.marked_up and x.pack is None]
web = [x for x in LAYOUTS if x.marked_up and x.pack is None]


@pytest.mark.parametrize("layout", anchored, ids=lambda x: x.name)
def test_spans_cut_the_stated_words(layout, rendered):
    folder = rendered / layout.name
    text = decoded(layout, folder)
    for claim in rows(folder, "claims"):
        assert bare(text[claim["start"] : claim["end"]], layout.name) == bare(claim["text"], layout.name)
    for excerpt in rows(folder, "excerpts"):
        cut = [text[start:end] for start, end in excerpt["segments"]]
        assert bare(" ".join(cut), layout.name) == bare(excerpt["text"], layout.name)
        assert all(piece == piece.strip() for piece in cut)
        assert text[excerpt["start"] : excerpt["end"]].startswith(cut[0])
        assert text[excerpt["start"] : excerpt["end"]].endswith(cut[-1])
        if "marker" in excerpt:
            assert text[slice(*excerpt["marker"])].strip()
    for citation in rows(folder, "citations"):
        for place in citation["occurrences"]:
            cut = text[place["start"] : place["end"]]
            assert bare(cut, layout.name) == bare(citation["string"], layout.name)


@pytest.mark.parametrize("layout", web, ids=lambda x: x.name)
def test_a_web_page_shows_the_stated_words_in_their_order(layout, rendered):
    folder = rendered / layout.name
    shown = bare(html.unescape(re.sub(r"<[^>]*>", " ", decoded(layout, folder)))).replace(" ", "")
    records = sorted(
        (r for name in ("claims", "excerpts", "citations") for r in rows(folder, name)), key=lambda r: r["order"]
    )
    at = 0
    for record in records:
        for words in record["text"].split("\n"):
            at = shown.index(bare(words).replace(" ", ""), at)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda x: x.name)
def test_every_claim_and_excerpt_is_there_once_or_said_to_be_left_out(layout, rendered):
    folder, book = rendered / layout.name, layout.choose(BOOK)
    about = json.loads((folder / "gold" / "about.json").read_text(encoding="utf-8"))
    assert [c["id"] for c in rows(folder, "claims")] == [c.id for c in book.claims]
    excerpts = rows(folder, "excerpts")
    left_out = {x["id"] for x in about["left_out"]}
    assert sorted([e["id"] for e in excerpts] + sorted(left_out)) == sorted(e.id for e in book.excerpts)
    assert left_out <= {e.id for e in book.excerpts if e.csl is None}
    cited = [o["id"] for c in rows(folder, "citations") for o in c.get("occurrences", [c])]
    assert sorted(cited) == sorted(e["citation"] for e in excerpts if e["citation"])
    assert about["excerpts"] == len(excerpts)
    assert about["citations"] == len(cited)


@pytest.mark.parametrize("name", NAMES)
def test_a_citation_states_only_the_fields_that_it_prints(name, rendered):
    for citation in rows(rendered / name, "citations"):
        printed = re.sub(r"\W", "", citation.get("string") or citation["text"]).casefold()
        for field, value in citation["csl"].items():
            if field in ("author", "editor", "translator"):
                words = [w for n in value for w in n.values()]
            elif field == "publisher-place":
                words = value.split("; ")
            else:
                words = [] if field == "type" else [value]
            for word in words:
                assert re.sub(r"\W", "", word).casefold() in printed, (field, citation)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda x: x.name)
def test_two_renderings_are_alike(layout, rendered, tmp_path):
    layout.render(invent_book(3, 12), tmp_path)
    for path in sorted((rendered / layout.name).rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / layout.name / path.relative_to(rendered / layout.name)).read_bytes()


def test_no_two_layouts_look_alike(rendered):
    books = {(rendered / x.name / x.file).read_bytes() for x in LAYOUTS}
    assert len(books) == len(LAYOUTS)


def test_both_groups_hold_layouts_of_their_own():
    assert len(set(NAMES)) == len(NAMES)
    share = sum(x.group == "open" for x in LAYOUTS) / sum(x.group in ("open", "closed") for x in LAYOUTS)
    assert 0.4 <= share <= 0.65


def test_seeds_make_different_books():
    assert invent_book(1, 8) == invent_book(1, 8)
    assert invent_book(1, 8) != invent_book(4, 8)


def test_an_unknown_layout_is_refused(tmp_path):
    with pytest.raises(SystemExit):
        main(["--from", "invented:1:3", "--to", str(tmp_path), "--layout", "no such layout"])


@pytest.mark.skipif(not (SHARED / "gold" / "dev").exists(), reason="the shared corpus is not beside the project")
def test_the_corpus_page_is_read_whole():
    book = read_book(str(SHARED))
    text = next((SHARED / "corpus").glob("*.txt")).read_text(encoding="utf-8")
    assert len(book.claims) > 100
    assert all(p in re.sub(r"[ \t]+", " ", text) for e in book.excerpts for p in e.paragraphs)
    assert sum(e.csl is not None for e in book.excerpts) > 300
