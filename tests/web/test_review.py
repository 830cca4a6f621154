"""The review without a browser's script: every decision is a form that is sent, kept, shown and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import testimonia
from testimonia.model import Reviewed, ReviewKind, State
from testimonia.store import open_store, write_store
from testimonia.store.reviewing import review_record
from testimonia.web import make_app

from .conftest import EVIL, HOST, make_hostile

FORM = {"content-type": "application/x-www-form-urlencoded", "origin": HOST}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_store(make_hostile(), tmp_path / "book.db")


@pytest.fixture
def desk(base: Path) -> Iterator[TestClient]:
    """A browser whose reader has not said a name yet."""
    with TestClient(make_app(base), base_url=HOST, raise_server_exceptions=False) as client:
        yield client


def token_of(client: TestClient) -> str:
    found = re.search(r'data-token="([^"]+)"', client.get("/review").text)
    assert found is not None
    return found[1]


def send(client: TestClient, path: str, *, follow: bool = True, **fields: object) -> object:
    said = {"token": token_of(client), **{name.replace("__", "-"): value for name, value in fields.items()}}
    return client.post(path, data=said, headers={"origin": HOST}, follow_redirects=follow)


@pytest.fixture
def ines(desk: TestClient) -> TestClient:
    assert send(desk, "/review/name", name="Ines", follow=False).status_code == 303  # type: ignore[attr-defined]
    return desk


def reviews(base: Path) -> list[testimonia.Review]:
    with open_store(base) as store:
        return list(store.book().reviews)


def test_who_decides_is_asked_once_and_shown(desk: TestClient) -> None:
    assert "Who are you?" in desk.get("/review").text
    assert 'name="kind"' not in desk.get("/review/finding").text
    send(desk, "/review/name", name="  Inés   Ø. ")
    shown = desk.get("/review/finding").text
    assert "You decide as <b>Inés Ø.</b>" in shown
    assert "Who are you?" not in shown


def test_nothing_is_kept_without_a_name(desk: TestClient, base: Path) -> None:
    answer = send(desk, "/review/say", what="finding", id="f1", kind="accept")
    assert answer.status_code == 400  # type: ignore[attr-defined]
    assert "Say who you are first" in answer.text  # type: ignore[attr-defined]
    assert reviews(base) == []


def test_the_queues_are_counted_by_kind(ines: TestClient) -> None:
    shown = ines.get("/review").text
    assert '<a href="/review/mention">Names</a>' in shown
    assert '<a href="/review/maybe">' not in shown  # nobody may be anybody else


def test_a_verdict_is_kept_with_name_reason_and_time(ines: TestClient, base: Path) -> None:
    answer = send(ines, "/review/say", what="finding", id="f1", kind="reject", why="", back="/review/finding")
    assert answer.url.path == "/review/finding"  # type: ignore[attr-defined]
    (review,) = reviews(base)
    assert (review.kind, review.what, review.reviewer) == (ReviewKind.REJECT, Reviewed.FINDING, "Ines")
    assert review.why == "As the words here show."
    assert "Kept." in answer.text  # type: ignore[attr-defined]
    assert "Nothing is open here for you." in answer.text  # type: ignore[attr-defined]
    shown = ines.get("/review/finding?all=1").text
    assert '<span class="state rejected">rejected</span>' in shown
    assert "Undo what I said" in shown


def test_what_another_said_is_shown_and_both_are_kept(ines: TestClient, base: Path) -> None:
    testimonia.review(base, "f1", "accept", why="plain", reviewer="Tove")
    shown = ines.get("/review/finding").text  # still open for Ines
    assert "<b>Tove</b> accept" in shown
    send(ines, "/review/say", what="finding", id="f1", kind="reject")
    with open_store(base) as store:
        standing = store.book().standing(Reviewed.FINDING, "f1")
    assert standing is not None
    assert standing.state is State.DISPUTED
    overview = ines.get("/review").text
    assert "1 record was judged by several, 0 alike" in overview
    assert "They differ in" in overview


def test_a_field_and_a_place_can_be_put_right(ines: TestClient, base: Path) -> None:
    send(ines, "/review/say", what="finding", id="f1", kind="correct:kind", value__kind="splice")
    with open_store(base) as store:
        text = store.book().text
    start = text.index("He denied it")
    send(ines, "/review/say", what="finding", id="f1", kind="correct:place", value__place="He denied it")
    send(ines, "/review/say", what="finding", id="f1", kind="correct:place", value__place=f"{start}-{start + 2}")
    kind, words, offsets = reviews(base)
    assert (kind.field, kind.value) == ("kind", "splice")
    assert words.place is not None
    assert words.place.text == "He denied it"
    assert offsets.place is not None
    assert offsets.place.text == "He"
    assert "kind: splice" in ines.get("/review/finding/f1").text


def test_a_person_is_named_without_the_id_that_our_lists_show(ines: TestClient, base: Path) -> None:
    send(ines, "/review/say", what="mention", id="m1", kind="correct:person", value__person="Ana Quist (p77)")
    assert reviews(base)[0].value == "Ana Quist"


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"what": "finding", "id": "f1", "kind": "praise"}, 400, "Say whether it is right"),
        ({"what": "rumour", "id": "f1", "kind": "accept"}, 400, "Say whether it is right"),
        ({"what": "finding", "id": "f9", "kind": "accept"}, 404, "There is no finding 'f9'"),
        ({"what": "finding", "id": "f1", "kind": "note"}, 400, "Write the remark first."),
        ({"what": "finding", "id": "f1", "kind": "correct:kind", "value-kind": "red"}, 400, "is one of: splice"),
        (
            {"what": "finding", "id": "f1", "kind": "correct:place", "value-place": "nowhere to be"},
            400,
            "stands nowhere",
        ),
        ({"what": "finding", "id": "f1", "kind": "correct:place", "value-place": "e"}, 400, "more than once"),
        ({"what": "finding", "id": "f1", "kind": "correct:place", "value-place": " "}, 400, "Select the words"),
        ({"what": "finding", "id": "f1", "kind": "correct:place", "value-place": "1-99999"}, 400, "no characters"),
        ({"what": "maybe", "id": "y1", "kind": "accept"}, 400, "asked about no longer"),
        ({"what": "finding", "id": "f1", "kind": "undo"}, 400, "taken back by its own id"),
    ],
)
def test_what_cannot_be_said_is_told_in_one_sentence(
    fields: dict[str, str], status: int, sentence: str, ines: TestClient, base: Path
) -> None:
    token = token_of(ines)
    for headers in ({}, {"x-testimonia-card": "1"}):
        answer = ines.post("/review/say", data={"token": token, **fields}, headers={"origin": HOST, **headers})
        assert answer.status_code == status
        assert sentence in unescape(answer.text)
    assert reviews(base) == []


def test_a_script_gets_the_card_alone(ines: TestClient) -> None:
    token = token_of(ines)
    answer = ines.post(
        "/review/say",
        data={"what": "finding", "id": "f1", "kind": "accept"},
        headers={"origin": HOST, "x-testimonia-card": "1", "x-testimonia-token": token},
    )
    assert answer.status_code == 200
    assert answer.text.strip().startswith('<article class="question settled" id="q-f1"')
    assert "<html" not in answer.text
    assert answer.headers["x-testimonia-kept"].startswith("r")


def test_an_undo_takes_back_and_can_be_taken_back(ines: TestClient, base: Path) -> None:
    send(ines, "/review/say", what="finding", id="f1", kind="reject")
    (made,) = reviews(base)
    send(ines, "/review/undo", of=made.id, back="/review/decided")
    shown = ines.get("/review/decided").text
    assert "taken back" in shown
    assert f"takes back {made.id}" in shown
    assert [r.kind for r in reviews(base)] == [ReviewKind.REJECT, ReviewKind.UNDO]
    assert send(ines, "/review/undo", of="nothing").status_code == 404  # type: ignore[attr-defined]


def test_another_s_word_is_objected_to_with_a_reason_and_stands(ines: TestClient, desk: TestClient, base: Path) -> None:
    review_record(base, "f1", "reject", what=Reviewed.FINDING, reviewer="Tove", why="it is spelt so")
    (made,) = reviews(base)
    assert "Why you object" in ines.get("/review/decided").text
    assert "Take back" not in ines.get("/review/decided").text
    answer = send(ines, "/review/undo", of=made.id, back="/review/decided")
    assert answer.status_code == 400  # type: ignore[attr-defined]
    assert "Say why you object to it." in answer.text  # type: ignore[attr-defined]
    send(ines, "/review/undo", of=made.id, why="the print is clear", back="/review/decided")
    shown = ines.get("/review/decided").text
    assert f"objects to {made.id} of Tove" in shown
    assert "objected to by Ines" in shown
    assert "taken back" not in shown
    assert "Why you object" not in shown  # it is said once, and can be taken back
    assert shown.count("Take back") == 1
    card = ines.get("/review/finding/f1").text
    assert "objects to Tove" in card
    assert "disputed" in card
    assert [(r.kind, r.reviewer) for r in reviews(base)] == [(ReviewKind.REJECT, "Tove"), (ReviewKind.UNDO, "Ines")]


def test_an_orphan_is_listed_as_one(ines: TestClient, base: Path) -> None:
    send(ines, "/review/say", what="finding", id="f1", kind="reject")
    from testimonia.testing import make_book

    write_store(make_book("QUITE ANOTHER PAGE\n", claims=["QUITE ANOTHER PAGE"]), base)
    shown = ines.get("/review/decided").text
    assert '<span class="state orphan">orphaned</span>' in shown
    assert "It is kept, and says nothing of any other place." in shown
    assert "1 is orphaned" in ines.get("/review").text


@pytest.mark.parametrize(
    "back", ["https://example.org/", "//example.org/x", "/read", "javascript:alert(1)", "", "/reviewer", "\\\\x"]
)
def test_a_form_never_leads_out_of_the_review(back: str, ines: TestClient) -> None:
    answer = send(ines, "/review/say", what="finding", id="f1", kind="accept", back=back, follow=False)
    assert answer.status_code == 303  # type: ignore[attr-defined]
    assert answer.headers["location"].startswith("/review?kept=r")  # type: ignore[attr-defined]


def test_a_write_without_our_token_or_from_elsewhere_is_refused(ines: TestClient, base: Path) -> None:
    said = {"what": "finding", "id": "f1", "kind": "accept"}
    assert ines.post("/review/say", data=said, headers={"origin": HOST}).status_code == 403
    said["token"] = token_of(ines)
    assert ines.post("/review/say", data=said, headers={"origin": "http://example.org"}).status_code == 403
    assert ines.get("/review/say").status_code in (404, 405)
    assert reviews(base) == []


@pytest.mark.parametrize(
    "path",
    ["/review", "/review/mention", "/review/voice?all=1", "/review/assertion", "/review/finding", "/review/person/p1",
     "/review/document", "/review/cell?all=1", "/review/audit/u1", "/review/part/u1.part-1", "/review/decided"],
)  # fmt: skip
def test_nothing_from_the_page_becomes_markup(path: str, ines: TestClient, base: Path) -> None:
    testimonia.review(base, "f1", "note", why=EVIL, reviewer=EVIL)
    testimonia.review(base, "m1", "correct", field="person", value=EVIL, why=EVIL, reviewer=EVIL)
    answer = ines.get(path)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text


def test_a_name_of_a_reader_is_no_markup(desk: TestClient) -> None:
    send(desk, "/review/name", name=EVIL)
    assert EVIL not in desk.get("/review").text
    assert "&lt;script&gt;" in desk.get("/review").text


@pytest.mark.parametrize(
    "path", ["/review/rumour", "/review/claim", "/review/finding/f9", "/review/person/p9", "/review/part/u1.part-9"]
)
def test_what_is_not_there_is_missed(path: str, ines: TestClient) -> None:
    assert ines.get(path).status_code == 404


def test_people_are_joined_and_parted_by_forms(sample_base: Path, tmp_path: Path) -> None:
    base = tmp_path / "sample.db"
    base.write_bytes(sample_base.read_bytes())
    with open_store(base) as store:
        book = store.book()
        by_count = sorted(book.people, key=lambda p: -sum(m.person == p.id for m in book.mentions))
        one, other = by_count[:2]
        count = len(book.people)
    with TestClient(make_app(base, reader="Ines"), base_url=HOST) as client:
        page = f"/review/person/{one.id}"
        assert "These are somebody else" in client.get(page).text
        send(client, "/review/merge", a=one.id, b=f"{other.name} ({other.id})", why="one hand", back=page)
        with open_store(base) as store:
            book = store.book()
            (decision,) = book.decisions
            assert (decision.reviewer, decision.why, len(book.people)) == ("Ines", "one hand", count - 1)
            joined = next(p for p in book.people if other.name in p.variants and one.name in p.variants)
            mention = next(m for m in book.mentions if m.person == joined.id)
        send(client, "/review/split", person=joined.id, at=mention.span.start, why="another", back=page)
        with open_store(base) as store:
            assert [d.kind for d in store.book().decisions] == ["merge", "split"]
        send(client, "/review/undo", of=decision.id)
        with open_store(base) as store:
            assert [d.kind for d in store.book().decisions] == ["merge", "split", "undo"]
        assert "who is who" in client.get("/review/decided").text


def test_pages_of_the_review_are_quick(
    room: TestClient, within: Callable[[float], AbstractContextManager[None]]
) -> None:
    for path in ("/review", "/review/mention", "/review/voice", "/review/assertion", "/review/discrepancy"):
        room.get(path)
        with within(0.5):  # it takes 0.02, and a step of looking through the base may come between
            assert room.get(path).status_code == 200


def test_whoever_reads_sees_what_was_said_of_it(base: Path, desk: TestClient) -> None:
    said = {"why": EVIL, "reviewer": f"Ines {EVIL}"}
    shown = {
        "m1": "/read", "v1": "/read", "a1": "/read", "f1": "/read", "p1": "/person/p1", "d1": "/document/d1",
        "k1": "/proceeding/t1", "u1": "/claim/{claim}", "u1.part-1": "/claim/{claim}",
    }  # fmt: skip
    with open_store(base) as store:
        claim = store.book().claims[0].id
    for id_ in shown:
        testimonia.review(base, id_, "reject", **said)
    for id_, path in shown.items():
        text = desk.get(path.format(claim=claim)).text
        assert "<script>alert" not in text
        if id_ == "m1":
            assert 'class="n rejected"' in text
        else:
            found = re.search(rf'<a class="readers rejected" href="/review/\w+/{re.escape(id_)}"[^>]*>(.*?)</a>', text)
            assert found is not None, id_
            assert unescape(found[1]) == f"rejected by Ines {EVIL}"
    testimonia.review(base, "f1", "accept", why="so", reviewer="Tove")
    assert f"disputed (Ines {EVIL}: wrong; Tove: right)" in unescape(desk.get("/findings").text)
    testimonia.review(base, "v1", "correct", field="speaker", value="Bela Quist", why="so", reviewer=said["reviewer"])
    assert f"corrected (Ines {EVIL}: speaker Bela Quist)" in unescape(desk.get("/read").text)
