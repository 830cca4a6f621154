"""The day, the sum and the whole of a claim against its evidence."""

from __future__ import annotations

import pytest

from testimonia.audit import AuditStage
from testimonia.testing import make_book, run_stage
from testimonia.times import TimeStage


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        (
            "ASH WAS PAID EIGHTY POUNDS TO KEEP SILENT",
            "In May he received sixty pounds from the owners.",
            "sixty pounds",
        ),
        (
            "ASH PAID THE KEEPER OF THE NORTH LOCK EIGHTY FRANCS FOR OPENING THE SLUICES",
            "REED: I had sixty francs of Ash in May.",
            "sixty francs",
        ),
        (
            "ALL THE CARTERS REFUSED TO DRIVE",
            "Of twelve carters seven refused to drive that night.",
            "Of twelve carters",
        ),
        ("ALL THE CARTERS REFUSED TO DRIVE", "Seven of the carters refused to drive.", "Seven of the carters"),
    ],
)
def test_the_evidence_has_less_or_another_sum(audited, heading, words, says):
    assert any(f"“{says}" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("ASH WAS PAID EIGHTY POUNDS TO KEEP SILENT", "He received sixty pounds, and later eighty pounds."),
        ("ASH WAS PAID EIGHTY POUNDS TO KEEP SILENT", "The horse was worth sixty pounds."),
        ("ASH WAS PAID EIGHTY POUNDS TO KEEP SILENT", "In May he received sixty francs."),
        ("THE CARTERS REFUSED TO DRIVE", "Seven of the carters refused to drive."),
        ("ALL THE CARTERS REFUSED TO DRIVE", "Seven of the horses refused."),
    ],
)
def test_the_same_sum_or_one_of_other_things(audited, heading, words):
    assert audited(heading, words).messages == []


def dated(heading: str, words: str) -> list[str]:
    """The messages of another day, where the days of the page were read."""
    citation = "Marlow, Jane. Salt. Hull: Quay, 1950."
    page = f"{heading}\n\n{words}\n{citation}\n"
    book = make_book(page, claims=[heading], excerpts=[(words, heading, citation)])
    book = run_stage(AuditStage(), run_stage(TimeStage(), book))
    return [caution.message for caution in book.audits[0].cautions if "dates it" in caution.message]


def test_another_day_near_by_is_said():
    (message,) = dated("THE MILL BURNT ON 3 MAY", "On 4 May the mill burnt down.")
    assert "“3 MAY”" in message
    assert "“4 May”" in message


@pytest.mark.parametrize(
    "words", ["On 3 May the mill burnt, and on 4 May the barn.", "On 20 June the mill burnt again.", "4 May"]
)
def test_the_same_day_or_one_far_off_is_not(words):
    assert dated("THE MILL BURNT ON 3 MAY", words) == []
