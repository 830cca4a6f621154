"""Who says it: admissions denied, accusations printed as deeds, words at second hand."""

from __future__ import annotations

import pytest

from testimonia.model import Act, CautionKind


def test_an_admission_that_the_same_man_denies(audited) -> None:
    found = audited(
        "ASH ADMITS BURNING THE MILL",
        "ASH: I did not burn the mill.",
        heading_says=[("ash", Act.ADMITS, ())],
        excerpt_says=[("ash", Act.DENIES, (), "I did not burn the mill")],
    )
    assert found.places == ["I did not burn the mill"]


def test_what_he_denied_earlier_stands_against_nothing(audited) -> None:
    found = audited(
        "ASH ADMITS BURNING THE MILL",
        "Ash now owned that he burned the mill. In May he had denied all.",
        heading_says=[("ash", Act.ADMITS, ())],
        excerpt_says=[("ash", Act.DENIES, (), "he had denied all")],
    )
    assert found.messages == []


def test_a_confession_is_no_deed(audited) -> None:
    found = audited(
        "ASH BURNED THE MILL", "Ash confessed that he burned the mill.", heading_says=[("", Act.ACCUSES, ("ash",))]
    )
    assert [c.kind for c in found.audit.cautions if c.excerpt] == [CautionKind.ACCUSATION]


def test_the_accused_are_nobodys_accusation(audited) -> None:
    found = audited(
        "ASH BURNED THE MILL", "The accused Ash burned the mill.", heading_says=[("", Act.ACCUSES, ("ash",))]
    )
    assert found.messages == []


def test_pressure_on_whoever_admits(audited) -> None:
    found = audited(
        "ASH ADMITS BURNING THE MILL",
        "Ash was threatened for three nights and owned to burning the mill.",
        heading_says=[("ash", Act.ADMITS, ())],
    )
    assert "tells of pressure" in found.messages[0]


def test_a_denial_left_out(audited) -> None:
    found = audited(
        "REED EXPOSES ASH",
        "Reed told of the mill. Ash denied everything.",
        heading_says=[("reed", Act.ACCUSES, ("ash",))],
        excerpt_says=[("ash", Act.DENIES, (), "Ash denied everything")],
    )
    assert found.places == ["Ash denied everything"]


def test_words_through_another_mouth(audited) -> None:
    found = audited(
        "ASH BLAMES REED FOR THE FIRE",
        "Holm wrote that Ash blamed Reed for the fire.",
        heading_says=[("ash", Act.ACCUSES, ("reed",))],
    )
    assert found.places == ["Holm wrote"]


@pytest.mark.parametrize("words", ["Ash said that Reed made the fire.", "ASH: Reed made the fire, I blame him."])
def test_his_own_words_are_not_second_hand(audited, words: str) -> None:
    found = audited("ASH BLAMES REED FOR THE FIRE", words, heading_says=[("ash", Act.ACCUSES, ("reed",))])
    assert found.messages == []
