"""What one citation says when all of it has been read: its kind, its fields as printed, how sure they are."""

from __future__ import annotations

import pytest

from testimonia.citations.fields import parse_citation


@pytest.mark.parametrize(
    ("string", "kind"),
    [
        ("Hartley, Ann. The Wreck. Leeds: Northgate, 1931, p. 4", "book"),
        ("Hartley, Ann. “The Wreck.” Marine Review 12, no. 3 (1931): 4-9.", "article-journal"),
        ("Hartley, Ann. “The Wreck.” The Courier, 4 May 1931.", "article-magazine"),
        ("Hartley, Ann. “The Wreck.” In Harbours, edited by Paul Lowe, 3–9. Leeds: Northgate, 1931.", "chapter"),
        ("Hartley, Ann. “The Wreck.” PhD diss., University of Leeds, 1931.", "thesis"),
        ("Hartley, Ann. The Wreck. https://example.org/wreck (accessed 3 May 2020).", "webpage"),
        ("PRO, ADM 1/4021, f. 4", "manuscript"),
    ],
)
def test_the_kind_of_source_is_told_by_what_is_printed(string: str, kind: str) -> None:
    assert parse_citation(string).csl["type"] == kind


def test_fields_lead_back_to_the_printed_words_through_emphasis() -> None:
    string = "— Ann Hartley, *The Wreck* (Leeds and Hull: Northgate, 1931), p. 4."
    cut = {(name, string[a:b]) for name, a, b in parse_citation(string).fields}
    assert cut == {
        ("author", "Ann Hartley"), ("title", "The Wreck"), ("publisher-place", "Leeds"), ("publisher-place", "Hull"),
        ("publisher", "Northgate"), ("issued", "1931"), ("page", "4"),
    }  # fmt: skip


def test_words_that_no_field_took_are_reported() -> None:
    string = "Hartley, Ann. The Wreck. Leeds: Northgate, 1931, p. 44last night of the ferry was quite different."
    found = parse_citation(string)
    assert [string[a:b] for a, b in found.leftover] == ["last night of the ferry was quite different"]


def test_a_clear_citation_is_surer_than_a_vague_one() -> None:
    clear = parse_citation("Hartley, Ann. The Wreck. Leeds: Northgate, 1931, p. 4")
    assert clear.confidence > parse_citation("from some old notes about the harbour, lost").confidence


def test_a_title_in_capitals_is_given_in_title_case() -> None:
    assert (
        parse_citation("Hartley, Ann. THE WRECK OF THE ADELAIDE. Leeds, 1931").csl["title"]
        == "The Wreck of the Adelaide"
    )
