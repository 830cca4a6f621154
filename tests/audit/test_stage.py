"""A claim against its evidence: what is said otherwise, with reserve, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.model import Carriage, CautionKind, PartKind, Profile


def test_a_claim_that_its_evidence_states_draws_no_finding(audited) -> None:
    found = audited("ASH BURNED THE MILL", "Ash burned the mill.", "On the Monday Ash set the mill on fire.")
    assert found.messages == []
    assert found.audit.profile is Profile.CARRIED


def test_a_claim_with_one_excerpt_has_a_single_origin(audited) -> None:
    found = audited("ASH BURNED THE MILL", "Ash burned the mill.")
    assert found.audit.profile is Profile.SINGLE
    assert [caution.kind for caution in found.audit.cautions] == [CautionKind.SINGLE]


def test_a_claim_that_its_evidence_does_not_touch_is_not_found(audited) -> None:
    found = audited("ASH BURNED THE MILL", "The harvest was poor that year.", "Rain fell until May.")
    assert found.audit.profile is Profile.NOT_FOUND
    assert {part.carriage for part in found.audit.parts} == {Carriage.MISSING}


@pytest.mark.parametrize(
    ("heading", "words", "place"),
    [
        ("ASH GOT A LIGHT SENTENCE", "The court condemned Ash. He was sentenced to death.", "sentenced to death"),
        ("REED SPOKE FREELY IN COURT", "REED: I spoke in court under threat of the lash.", "under threat"),
        ("THERE WAS NO CRUELTY TO THE SAILORS", "Reed said that the sailors were flogged.", "flogged"),
        ("LOSSES IN THE STORM WERE SLIGHT", "The losses in the storm were enormous.", "enormous"),
    ],
)
def test_the_other_end_of_a_scale_contradicts(audited, heading: str, words: str, place: str) -> None:
    found = audited(heading, words)
    assert found.audit.profile is Profile.CONTRADICTED
    assert place in found.places[0]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ash probably burned the mill.", CautionKind.HEDGE_DROPPED),
        ("It may be that Ash burned the mill.", CautionKind.HEDGE_DROPPED),
        ("Ash is alleged to have burned the mill.", CautionKind.RUMOUR),
        ("The story goes that Ash burned the mill.", CautionKind.RUMOUR),
        ("ASH: I partly burned the mill.", CautionKind.HEDGE_DROPPED),
        ("I do not know whether Ash burned the mill.", CautionKind.HEDGE_DROPPED),
    ],
)
def test_reserve_that_the_claim_drops_is_found(audited, words: str, kind: CautionKind) -> None:
    found = audited("ASH BURNED THE MILL", words)
    assert kind in [caution.kind for caution in found.audit.cautions]
    assert found.audit.profile is Profile.HEDGED


@pytest.mark.parametrize("heading", ["ASH PROBABLY BURNED THE MILL", "ASH MAY HAVE BURNED THE MILL"])
def test_reserve_that_the_claim_keeps_is_not_found(audited, heading: str) -> None:
    assert audited(heading, "Ash probably burned the mill.").messages == []


def test_a_rumour_does_not_speak_against_a_claim_that_denies(audited) -> None:
    assert audited("ASH DID NOT BURN THE MILL", "There was a rumour that Ash burned the mill.").messages == []


def test_a_theory_that_falls_does_not_speak_against_a_claim(audited) -> None:
    found = audited("THE TRIAL OF ASH WAS GENUINE", "The theory that the trial of Ash was a fraud falls apart.")
    assert found.messages == []


def test_every_part_says_where_it_is_carried(audited) -> None:
    found = audited("REED SAW ASH IN 1912", "In 1912 Reed watched Ash from the pier.")
    parts = {part.text: part for part in found.audit.parts}
    assert parts["REED"].kind is PartKind.PERSON
    assert parts["1912"].kind is PartKind.DATE
    assert [span.cut(found.book.text) for span in parts["SAW"].evidence] == ["watched"]


def test_what_only_a_bracket_says_is_a_caution(audited) -> None:
    found = audited("ASH BURNED THE MILL", "He [Ash] burned the mill.")
    assert CautionKind.BRACKET in [caution.kind for caution in found.audit.cautions]


def test_a_cut_in_the_sentence_that_carries_most_is_a_caution(audited) -> None:
    found = audited("ASH BURNED THE MILL", "Ash ... burned the mill.")
    assert CautionKind.CUT in [caution.kind for caution in found.audit.cautions]


def test_a_message_names_the_claim_the_author_and_the_words(audited) -> None:
    (message,) = audited("ASH GOT A LIGHT SENTENCE", "Ash was sentenced to death.").messages
    assert message == "The claim says “LIGHT”; an excerpt under it says “Ash was sentenced to death”."


def test_a_denied_word_of_the_claim_is_shown_with_its_denial(audited) -> None:
    (message,) = audited("ASH KNEW NOTHING OF THE BELT", "Ash knew of the belt.").messages
    assert message.startswith("The claim says “KNEW NOTHING”")


def test_a_word_found_as_another_says_so(audited) -> None:
    found = audited("REED SAW ASH IN 1912", "In 1912 Reed watched Ash from the pier.")
    saw = next(part for part in found.audit.parts if part.text == "SAW")
    assert [reason.words for reason in saw.reasons] == ["watched"]


@given(
    st.lists(
        st.sampled_from(
            "ash reed never not may have said burned the mill freely prison was in at probably according to three "
            "and . , ?".split()
        ),
        max_size=30,
    ),
    st.lists(st.sampled_from("ASH NEVER BURNED ALL THE MILL FREELY WAS AT 3 BOATS NO".split()), min_size=1, max_size=8),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
def test_every_span_lies_where_it_says(audited, words: list[str], heading: list[str]) -> None:
    found = audited(" ".join(heading), "X " + " ".join(words))  # check_book holds every span to its record
    text = found.book.text
    for part in found.audit.parts:
        assert part.span.cut(text) == part.text
    for difference in found.book.discrepancies:
        assert found.book.excerpts[difference.b].span.contains(difference.b_span)
        assert found.book.claims[difference.a].span.contains(difference.a_span)


@given(
    st.lists(
        st.sampled_from(
            "Ash He nobody never not ² three-hundred eight years bell was taught saw him at the inn told it back said "
            "nothing No. drunk pistol doctor buried dead did order ? . , there were none".split()
        ),
        min_size=1,
        max_size=24,
    ),
    st.lists(
        st.sampled_from(
            "ASH ORDERED SAW WITHOUT ANY WARNING SPENT NINE YEARS TAUGHT HIMSELF WAS AT THE MILL UNARMED 600 DIED PAID "
            "ALWAYS SAID".split()
        ),
        min_size=1,
        max_size=8,
    ),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
def test_accounts_set_against_each_other_lie_where_they_say(audited, words: list[str], heading: list[str]) -> None:
    found = audited(" ".join(heading), "X " + " ".join(words), "Y " + " ".join(reversed(words)) + " the mill")
    for pair in found.book.discrepancies:
        assert pair.a != pair.b
        assert pair.a_span.cut(found.book.text).strip()
        assert pair.b_span.cut(found.book.text).strip()
