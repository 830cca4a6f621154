"""However a page is edited, what was decided is at its exact words, or shown as orphaned; nothing is moved silently."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model import Finding, FindingKind, IdMaker, Mention, Person, Reviewed, ReviewKind, Sourcebook, Span
from testimonia.model.reviewables import reviewables
from testimonia.store.finding_reviews import find_reviews
from testimonia.store.reviewing import make_review
from testimonia.testing import make_book
from testimonia.words.anchors import NEIGHBOURS

# few names and few words, so that the same sentence stands in many places, whole and nearly so
NAMES = ("Orla Brandt", "Brandt", "Ivo Brand")
SENTENCES = (
    "{0} swore that the lamp was lit.",
    "Nobody saw the lamp, said {0}.",
    "{0} swore that the lamp was out, and {1} was believed.",
    "So {0} left, and {1} left.",
)
CLAIMS = ("THE LAMP WAS LIT", "THE LAMP WAS OUT")
CITED = ("Tiller, J. The Mole. Hull: Tern, 1931, p. 4", "Tiller, J. The Mole. Hull: Tern, 1931, p. 9")

sentence = st.builds(str.format, st.sampled_from(SENTENCES), st.sampled_from(NAMES), st.sampled_from(NAMES))
passage = st.tuples(st.lists(sentence, min_size=1, max_size=3).map(" ".join), st.sampled_from(CITED))
section = st.tuples(st.sampled_from(CLAIMS), st.lists(passage, min_size=1, max_size=4))
pages = st.lists(section, min_size=1, max_size=4)


def printed(page: list[tuple[str, list[tuple[str, str]]]]) -> list[str]:
    return [line for claim, passages in page for line in (claim, *(part for one in passages for part in one))]


def read(lines: list[str]) -> Sourcebook:
    """The page as a program would read it: ids are made of places and words, as in a real reading."""
    text = "\n\n".join(lines)
    ids = IdMaker()
    claim, excerpts, claims = None, [], []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line.isupper():
            claim = line
            claims.append(line)
        elif not line.startswith("Tiller") and line:
            excerpts.append((line, claim, after if after.startswith("Tiller") else None))
    made = make_book(text, claims=claims, excerpts=excerpts)
    made.add(Person(f"p{n}", name, (name,)) for n, name in enumerate(NAMES))
    for excerpt in made.excerpts:
        taken: list[Span] = []
        for n, name in enumerate(NAMES):  # the longest first
            at = text.find(name, excerpt.span.start, excerpt.span.end)
            while at >= 0:
                place = Span(at, at + len(name))
                if not any(place.overlaps(other) for other in taken):
                    taken.append(place)
                    made.add([Mention(ids.give("m", name, str(at)), place, name, excerpt.id, f"p{n}", 0.5)])
                at = text.find(name, at + 1, excerpt.span.end)
        lit = text.find("lit", excerpt.span.start, excerpt.span.end)
        if lit >= 0:
            made.add([Finding(ids.give("f", str(lit)), FindingKind.OCR, Span(lit, lit + 3), "It may be misread.")])
    return made


@st.composite
def edited(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """The page after somebody edited it: paragraphs put in, taken out, moved, doubled, and words changed."""
    now = list(lines)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(now)))
        to = draw(st.integers(at, min(len(now), at + 4)))
        how = draw(st.sampled_from(["in", "out", "move", "double", "word", "cut"]))
        if how == "in":
            now[at:at] = draw(st.lists(sentence, min_size=1, max_size=2))
        elif how == "out":
            del now[at:to]
        elif how == "move":
            moved = now[at:to]
            del now[at:to]
            place = draw(st.integers(0, len(now)))
            now[place:place] = moved
        elif how == "double":
            now[to:to] = now[at:to]
        elif at < len(now):
            words = now[at].split(" ")
            place = draw(st.integers(0, len(words) - 1))
            if how == "word":
                words[place] = draw(st.sampled_from(["Brandt", "lamp", "never", "left,", "LIT"]))
            else:
                del words[place : place + draw(st.integers(1, 4))]
            now[at] = " ".join(words)
    return [line for line in now if line.strip()] or ["Nothing is left."]


@st.composite
def histories(draw: st.DrawFn) -> list[list[str]]:
    """A page, and what became of it in one edition after another."""
    editions = [printed(draw(pages))]
    for _ in range(draw(st.integers(1, 3))):
        editions.append(draw(edited(editions[-1])))
    return editions


KINDS = (Reviewed.MENTION, Reviewed.FINDING, Reviewed.CLAIM, Reviewed.EXCERPT, Reviewed.CITATION)


@given(histories())
def test_every_review_is_at_its_exact_words_or_orphaned(editions: list[list[str]]) -> None:
    book = read(editions[0])
    reviews = [
        make_review(book, record, ReviewKind.ACCEPT, reviewer="Ines", why="so", when="2031-05-01T09:00:00+00:00")
        for what in KINDS
        for record in reviewables(book, what)
    ]
    said = {review.id: review for review in reviews}
    for lines in editions[1:]:
        now = read(lines)
        reviews = find_reviews(reviews, now)
        assert [review.id for review in reviews] == list(said)  # none is lost, and none comes twice
        records = {(what, r.id): r for what in KINDS for r in reviewables(now, what)}
        for review in reviews:
            first = said[review.id]
            assert (review.kind, review.reviewer, review.when, review.why) == ("accept", "Ines", first.when, "so")
            assert [a.text for a in review.places] == [a.text for a in first.places]
            if review.orphaned:
                assert review.lost
                assert now.standing(review.what, review.item) is None  # it says nothing of anything else
                continue
            record = records[review.what, review.item]
            assert record.places == tuple(anchor.span for anchor in review.places)
            assert record.agrees(review.identity)
            for anchor in review.places:
                span, text = anchor.span, now.text
                assert span.cut(text) == anchor.text
                before = text[max(0, span.start - len(anchor.before)) : span.start] == anchor.before
                after = text[span.end : span.end + len(anchor.after)] == anchor.after
                if not (before and after):  # one whole side, which stands only there
                    side = anchor.before + anchor.text if before else anchor.text + anchor.after
                    assert before or after
                    assert len(side) == NEIGHBOURS + len(anchor.text)
                    assert text.count(side) == 1


@given(pages.map(printed))
def test_on_the_same_page_all_stays(lines: list[str]) -> None:
    book = read(lines)
    reviews = [
        make_review(book, record, ReviewKind.ACCEPT, reviewer="Ines", why="so")
        for what in KINDS
        for record in reviewables(book, what)
    ]
    assert find_reviews(reviews, read(lines)) == reviews
