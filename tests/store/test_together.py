"""Two tabs, people joined and parted, and builds of an edited page at once: nothing is lost, nothing is moved."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path

import testimonia
from testimonia.model import Reviewed, ReviewKind, Sourcebook
from testimonia.model.reviewables import reviewables
from testimonia.store import build_store, open_store
from testimonia.words.anchors import anchor_at, find_anchor

EACH = 100  # reviews of each of two readers
KINDS = (Reviewed.MENTION, Reviewed.EXCERPT, Reviewed.CLAIM, Reviewed.VOICE, Reviewed.CITATION)

# a tab that was opened once and is never loaded again: all it says is said of the book as it was then
TAB = """
    import json, sys
    from testimonia.model import Reviewed
    from testimonia.store import open_store
    from testimonia.store.reviewing import edition, review_record
    base, who, ids = sys.argv[1], sys.argv[2], json.load(sys.stdin)
    with open_store(base) as store:
        book, read_from = store.book(), edition(store.connection)
    print("ready", flush=True)
    for number, (what, id_) in enumerate(ids):
        kind = ("accept", "reject", "note")[number % 3]
        review_record(
            base, id_, kind, reviewer=who, why=f"{who} {number}", what=Reviewed(what), book=book, read_from=read_from
        )
        print(number, flush=True)
"""
JOINER = """
    import sys, testimonia
    base, names = sys.argv[1], sys.argv[2:]
    print("ready", flush=True)
    for number in range(2):
        merged = testimonia.merge(base, *names, why=f"join {number}", reviewer="Ulla", patience=300)
        testimonia.undo(base, merged.id, why=f"part {number}", reviewer="Ulla", patience=300)
        print(number, flush=True)
"""


def begun(code: str, *arguments: str, given: str | None = None) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(given or "")
    process.stdin.close()
    process.stdin = None
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n", process.communicate()[1]
    return process


def to_review(book: Sourcebook) -> list[tuple[str, str]]:
    """Records of several kinds, each at words that are there once with their neighbours."""
    found = []
    for what in KINDS:
        own = []
        for record in reviewables(book, what):
            (place,) = record.places
            anchor = anchor_at(book.text, place)
            if book.text.count(anchor.before + anchor.text + anchor.after) == 1:
                own.append((what.value, record.id))
        found.append(own[:60])
    return [one for row in zip(*found, strict=False) for one in row]


def test_two_hundred_reviews_of_two_tabs_beside_builds_and_merges_are_all_there_at_their_words(tmp_path: Path) -> None:
    page, base = tmp_path / "page.txt", tmp_path / "page.db"
    words = testimonia.sample_page().read_text(encoding="utf-8")
    page.write_text(words, encoding="utf-8")
    build_store(page, base)
    with open_store(base) as store:
        book = store.book()
        a, b = (book.people[id_].name for id_, _ in Counter(m.person for m in book.mentions).most_common(2))
    wanted = to_review(book)[:EACH]
    assert len(wanted) == EACH
    said = {(what.value, r.id): r.places[0] for what in KINDS for r in reviewables(book, what)}
    readers = ("Inés", "Tove")
    tabs = [begun(TAB, str(base), who, given=json.dumps(wanted)) for who in readers]
    joiner = begun(JOINER, str(base), a, b)
    builds = 0
    while any(process.poll() is None for process in (*tabs, joiner)):
        page.write_text(f"Edition {builds}\n" * (builds % 3) + words, encoding="utf-8")
        try:
            build_store(page, base, force=True)
            builds += 1
        except testimonia.errors.StoreError as error:
            assert "Another build is writing" in str(error)  # noqa: PT017 - it may well not be raised
    for process in (*tabs, joiner):
        out, err = process.communicate()
        assert (process.returncode, err) == (0, "")
        assert out
    assert builds > 1
    with open_store(base) as store:
        now = store.book()
        assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert store.connection.execute("pragma foreign_key_check").fetchall() == []
    # all is there, once, in each reader's own order
    assert len(now.reviews) == len({review.id for review in now.reviews}) == EACH * len(readers)
    for who in readers:
        assert [r.why for r in now.reviews if r.reviewer == who] == [f"{who} {number}" for number in range(EACH)]
    # and of the same words between the same neighbours: nothing was moved
    for review in now.reviews:
        number = int(review.why.split()[1])
        place = said[wanted[number]]
        assert review.kind is (ReviewKind.ACCEPT, ReviewKind.REJECT, ReviewKind.NOTE)[number % 3]
        assert review.places[0].text == place.cut(book.text)
        assert (review.places[0].before, review.places[0].after) == (
            anchor_at(book.text, place).before,
            anchor_at(book.text, place).after,
        )
        assert not review.orphaned, review
        assert review.places[0].span == find_anchor(now.text, anchor_at(book.text, place))
        assert now.standing(review.what, review.item) is not None
    decisions = [(d.kind.value, d.why) for d in now.decisions]
    assert decisions == [
        (kind, f"{verb} {n}") for n in range(2) for kind, verb in (("merge", "join"), ("undo", "part"))
    ]
