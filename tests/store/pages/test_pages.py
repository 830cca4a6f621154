from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import testimonia
from testimonia.model import Act, PassageKind, Sourcebook
from testimonia.store import open_store, write_store
from testimonia.store.pages import Base, open_base
from testimonia.store.pages.claims import claim_rows, neighbours
from testimonia.store.pages.names import told_apart, work_labels
from testimonia.store.pages.overview import figures
from testimonia.store.pages.pairs import pair_counts, statements_between
from testimonia.store.pages.parts import part_bounds, part_of, part_starts
from testimonia.store.pages.people import dossier, people_rows, statements_of
from testimonia.store.pages.reading import known_of, pieces
from testimonia.store.pages.registers import entries_of, ledger_counts, proceeding_rows
from testimonia.store.pages.searching import find
from testimonia.store.pages.times import dated_records, events_book, years_told
from testimonia.store.pages.works import document_rows, work_page, work_rows
from testimonia.testing import make_book


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    return path


@pytest.fixture(scope="module")
def whole(path: Path) -> Sourcebook:
    with open_store(path) as store:
        return store.book()


@pytest.fixture
def base(path: Path) -> Iterator[Base]:
    base = open_base(path)
    yield base
    base.close()


def test_the_parts_cover_the_page_once(base: Base) -> None:
    starts = part_starts(base)
    bounds = [part_bounds(base, n) for n in range(1, len(starts) + 1)]
    assert all(one and then and one[1] == then[0] for one, then in pairwise(bounds))
    assert (bounds[0] or ())[0] == 0
    assert (bounds[-1] or ())[1] == len(base.text)
    assert part_bounds(base, 0) is part_bounds(base, len(starts) + 1) is None


def test_a_part_begins_with_a_claim_or_within_a_long_one(base: Base, whole: Sourcebook) -> None:
    begun = {claim.span.start for claim in whole.claims} | {excerpt.span.start for excerpt in whole.excerpts}
    assert set(part_starts(base)[1:]) <= begun


def test_a_character_is_in_the_part_that_holds_it(base: Base) -> None:
    for offset in range(0, len(base.text), 997):
        start, end = part_bounds(base, part_of(base, offset)) or (0, 0)
        assert start <= offset < end


def test_a_claim_of_hundreds_of_excerpts_is_parted(tmp_path: Path) -> None:
    lines = [f"The tide turned {n} times that day." for n in range(200)]
    page = "THE TIDE TURNED\n\n" + "\n\n".join(f"{line}\n\nMarlow, Salt, p. {n}" for n, line in enumerate(lines, 1))
    excerpts = [(line, "THE TIDE TURNED", f"Marlow, Salt, p. {n}") for n, line in enumerate(lines, 1)]
    base = open_base(write_store(make_book(page, claims=["THE TIDE TURNED"], excerpts=excerpts), tmp_path / "x.db"))
    assert len(part_starts(base)) == 7  # of thirty each
    base.close()


def test_each_record_stands_once_in_what_is_read(base: Base, whole: Sourcebook) -> None:
    found = [
        piece for n in range(len(part_starts(base))) for piece in pieces(base, *(part_bounds(base, n + 1) or (0, 0)))
    ]
    records = Counter(piece.record for piece in found if piece.record is not None)
    assert set(records.values()) == {1}
    assert sum(piece.kind is PassageKind.EXCERPT for piece in found) == len(whole.excerpts)


def test_figures_are_those_of_the_book(base: Base, whole: Sourcebook) -> None:
    found = figures(base)
    assert found.counts["assertions"] == len(whole.assertions)
    assert sum(work.excerpts for work in found.works) == sum(
        excerpt.citation is not None and whole.citations[excerpt.citation].work is not None
        for excerpt in whole.excerpts
    )
    assert dict(found.acts) == Counter(said.act.value for said in whole.assertions)
    assert dict(found.profiles) == Counter(audit.profile.value for audit in whole.audits)


def test_claims_are_chosen_by_words_and_profile(base: Base, whole: Sourcebook) -> None:
    total, rows = claim_rows(base)
    assert total == len(rows) == len(whole.claims)
    assert [row.excerpts for row in rows] == [
        sum(excerpt.claim == claim.id for excerpt in whole.excerpts) for claim in whole.claims
    ]
    profile = whole.audits[0].profile.value
    assert claim_rows(base, profile=profile)[0] == sum(audit.profile == profile for audit in whole.audits)
    assert claim_rows(base, words="100 %")[0] == 0  # no sign of ours is taken for a pattern
    assert claim_rows(base, words=rows[0].text.split()[-1])[0] >= 1


def test_claims_stand_between_their_neighbours(base: Base, whole: Sourcebook) -> None:
    first, second, third = whole.claims[:3]
    assert neighbours(base, second.span.start) == (first.id, third.id)
    assert neighbours(base, first.span.start)[0] is None


def test_people_are_found_in_any_of_their_spellings(base: Base, whole: Sourcebook) -> None:
    person = max(whole.people, key=lambda person: len(person.variants))
    for spelling in person.variants:
        assert person.id in {row.id for row in people_rows(base, words=spelling.upper())[1]}
    assert people_rows(base)[0] == len(whole.people)


def test_a_dossier_counts_what_the_book_holds(base: Base, whole: Sourcebook) -> None:
    for person in whole.people[:6]:
        found = dossier(base, person.id)
        assert found.person == person
        assert found.says == Counter(said.act.value for said in whole.select(speaker=person.id))
        assert found.told == Counter(said.act.value for said in whole.select(of=person.id))
        assert found.named == sum(mention.person == person.id for mention in whole.mentions)


def test_statements_come_by_act_and_over_time(base: Base, whole: Sourcebook) -> None:
    speaker = Counter(said.speaker for said in whole.assertions).most_common(1)[0][0]
    total, book, ids = statements_of(base, speaker, says=True, most=1000)
    assert total == len(ids) == len(whole.select(speaker=speaker))
    order = list(Act)
    acts = [order.index(book.assertions[id_].act) for id_ in ids]
    assert acts == sorted(acts)
    some = statements_of(base, speaker, says=True, first=2, most=3)[2]
    assert list(some) == list(ids[2:5])


def test_pairs_are_counted_as_the_book_has_them(base: Base, whole: Sourcebook) -> None:
    told = Counter((said.speaker, of) for said in whole.assertions if said.act is Act.ACCUSES for of in said.of if of)
    counts = pair_counts(base, "accuses")
    assert counts == told
    (speaker, of), count = counts.most_common(1)[0]
    assert statements_between(base, speaker, of, "accuses")[0] == count
    assert pair_counts(base, None).total() >= counts.total()


def test_dated_records_are_the_events_of_the_book(base: Base, whole: Sourcebook) -> None:
    from testimonia.answers import timeline

    events = timeline(whole)
    found = dated_records(base)
    assert {one.id for one in found} == {event.id for event in events}
    assert {(one.id, one.first, one.last) for one in found} == {(e.id, e.first, e.last) for e in events}
    some = dated_records(base, since=19110101, until=19111231)
    assert {one.id for one in some} == {event.id for event in timeline(whole, since="1911", until="1911")}
    assert {event.id for event in timeline(events_book(base, found[:9]))} == {one.id for one in found[:9]}
    counts, several = years_told(found)
    assert sum(count for _, count in counts) + several == len(found)


def test_dated_records_of_somebody_are_those_of_the_command(base: Base, whole: Sourcebook) -> None:
    from testimonia.answers import timeline

    for person in whole.people[:8]:
        told = {one.id for one in dated_records(base, about=person.id)}
        assert told == {event.id for event in timeline(whole, about=person.id)}, person.name


def test_registers_hold_all_rows(base: Base, whole: Sourcebook) -> None:
    assert proceeding_rows(base)[0] == len(whole.proceedings)
    for name, count in ledger_counts(base).items():
        total, book, ids = entries_of(base, name, most=1000)
        assert total == count == len(ids) == len(book.entries)


def test_works_and_documents_hold_all_rows(base: Base, whole: Sourcebook) -> None:
    assert {row.id for row in work_rows(base)} == {work.id for work in whole.works}
    assert document_rows(base)[0] == len(whole.documents)
    first = work_rows(base)[0]
    page = work_page(base, first.id)
    assert page.total == first.excerpts
    assert page.csl == whole.works[first.id].csl


def test_ties_and_disagreements_are_seen_from_both_sides(base: Base, whole: Sourcebook) -> None:
    assert len(whole.dependences)
    assert len(whole.discrepancies)
    known = known_of(base, [x.id for x in whole.excerpts], [c.id for c in whole.claims])
    ties = Counter(tie.id for own in known.ties.values() for tie in own)
    assert set(ties) == {tie.id for tie in whole.dependences}
    assert set(ties.values()) == {2}
    differs = Counter(tie.id for own in known.differs.values() for tie in own)
    assert differs == Counter({one.id: 2 for one in whole.discrepancies})


def test_search_finds_what_the_command_finds(base: Base, path: Path) -> None:
    for query in ("fog", "fog AND signal", '"the mate"', "harb*", "citation:1912"):
        found = find(base, query, spellings=False, most=1000)
        with open_store(path) as store:
            told = {hit.excerpt for hit in store.search(query) if hit.excerpt}
        assert told <= {hit.excerpt for hit in found.hits}, query
        for hit in found.hits[:20]:
            matched = [words for words, is_match in hit.pieces if is_match]
            assert not matched or base.cut(hit.span) == matched[0]


def test_a_facet_counts_what_it_leads_to(base: Base) -> None:
    found = find(base, "the", most=5)
    assert found.facets.keys() == {"work", "voice", "act", "years"}
    for name, facets in found.facets.items():
        for facet in facets[:3]:
            narrowed = find(base, "the", work=facet.value) if name == "work" else None
            narrowed = narrowed or (find(base, "the", voice=facet.value) if name == "voice" else None)
            narrowed = narrowed or (find(base, "the", act=facet.value) if name == "act" else None)
            narrowed = narrowed or find(base, "the", years=facet.value)
            assert narrowed.total == facet.count, (name, facet)


def test_authors_that_are_called_alike_are_told_apart_by_their_works(base: Base) -> None:
    (one, label), (other, _) = [(id_, label) for id_, (author, label) in work_labels(base).items() if author][:2]
    parties = [(f"author:{one}", "Hale"), (f"author:{other}", "Hale"), ("p1", "Hale"), (f"editor:{one}", "Ossip")]
    called = told_apart(base, parties)
    title = label.partition(", ")[2]
    assert called[f"author:{one}"] == f"Hale ({title})"
    assert called[f"author:{other}"].startswith("Hale (")
    assert (called["p1"], called[f"editor:{one}"]) == ("Hale", "Ossip")
    assert told_apart(base, parties[:1]) == {f"author:{one}": "Hale"}


def test_what_was_not_looked_into_is_not_counted_as_all(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    from testimonia.store.pages import searching

    whole = find(base, "the", most=5)
    assert whole.is_all
    assert whole.counted == whole.total > 3
    monkeypatch.setattr(searching, "_MOST", 3)
    monkeypatch.setattr(searching, "_NARROWED", 2)
    some = find(base, "the", most=5)
    assert (some.total, some.is_all, some.counted) == (3, False, 2)


def test_words_with_strange_signs_are_found_where_they_stand(tmp_path: Path) -> None:
    page = "THE FERRY\n\nIt \U0001f6a2 left “Ålesund” \udc80 at ebb.\n\nMarlow, Salt.\n"
    book = make_book(page, claims=["THE FERRY"], excerpts=[(page.split("\n\n")[1], "THE FERRY", "Marlow, Salt.")])
    base = open_base(write_store(book, tmp_path / "x.db"))
    (hit,) = find(base, "alesund").hits
    assert base.cut(hit.span) == "Ålesund"
    base.close()
