"""Reserve that claims drop: what counts, and what does not."""

from __future__ import annotations

import pytest

from testimonia.audit.vocabulary import marks_in
from testimonia.model import CautionKind


def kinds(found) -> list[CautionKind]:
    return [caution.kind for caution in found.audit.cautions if caution.kind is not CautionKind.SINGLE]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("so far as i am aware there was none", "knowing"),
        ("it is said that he left", "hearsay"),
        ("they were according to him frightened", "source"),
        ("he made a partial confession", "partly"),
        ("all but one , with the exception of reed", "exception"),
        ("nearly all agreed", "notall"),
    ],
)
def test_a_mark_is_found_among_words(words: str, kind: str) -> None:
    assert kind in [mark.kind for mark in marks_in(words.split())]


@pytest.mark.parametrize(
    "words",
    [
        "Ash burned the mill. It was perhaps the finest evening of that summer.",
        "Ash burned the mill, whatever may have been said of Reed.",
        "Ash burned the mill; the fire could not possibly have been seen from the town.",
        "Ash burned the mill and read in part from a letter.",
    ],
)
def test_a_mark_that_is_said_of_something_else_is_no_reserve(audited, words: str) -> None:
    assert kinds(audited("ASH BURNED THE MILL", words)) == []


def test_how_something_looked_is_not_that_it_was(audited) -> None:
    assert kinds(audited("REED SHAKEN BY THE LETTER OF ASH", "At the letter of Ash Reed appeared shaken.")) == [
        CautionKind.HEDGE_DROPPED
    ]


def test_to_appear_at_a_place_is_no_seeming(audited) -> None:
    assert kinds(audited("REED WENT TO THE MILL WITH ASH", "Reed and Ash appeared at the mill.")) == []


def test_a_claim_of_all_minds_that_it_was_not_all(audited) -> None:
    words = "Almost all the sailors signed the petition of Ash."
    assert CautionKind.OVERSTATED in kinds(audited("ALL THE SAILORS SIGNED THE PETITION OF ASH", words))


def test_on_somebodys_word_is_said(audited) -> None:
    found = audited("ASH MET REED IN THE MILL", "According to Holm, Ash met Reed in the mill.")
    assert "somebody's word" in found.messages[0]


def test_a_limit_of_knowledge_counts_in_the_first_person(audited) -> None:
    assert (
        kinds(audited("REED PLANNED THE FIRE OF THE MILL", "Reed did not know how to stop the fire of the mill.")) == []
    )
    assert CautionKind.HEDGE_DROPPED in kinds(
        audited("REED PLANNED THE FIRE OF THE MILL", "HOLM: I cannot say whether Reed planned the fire of the mill.")
    )


def test_of_a_part_is_not_of_the_whole(audited) -> None:
    (message,) = audited(
        "THE VILLAGES WELCOMED REED WITH BREAD", "In some of the villages people welcomed Reed with bread and salt."
    ).messages
    assert "of a part" in message


def test_no_proof_tells_against_a_claim_of_proof(audited) -> None:
    heading = "HOLM HAS PROOF AGAINST ASH"
    (message,) = audited(heading, "Holm owned that there was no proof against Ash.").messages
    assert "no proof" in message
    assert audited(heading, "Holm has proof against Ash, and no proof that Ash was beaten.").messages == []


def test_whom_the_claim_excepts_may_have_his_reserve(audited) -> None:
    words = "All signed the petition. Reed had only some of his reasons by heart."
    assert audited("ALL BUT REED SIGNED THE PETITION", words).messages == []


def test_what_is_said_by_the_way_is_no_reserve(audited) -> None:
    words = "Ash, who perhaps burned the barn, and Reed opened the mill at noon."
    assert audited("ASH AND REED OPENED THE MILL", words).messages == []


def test_a_denied_impression_is_a_denial_with_a_reserve(audited) -> None:
    words = "The prisoners of Quill never gave the impression of having been beaten."
    assert CautionKind.HEDGE_DROPPED in kinds(audited("THE PRISONERS OF QUILL WERE NOT BEATEN", words))


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("REED GAVE THE ORDER", "Reed gave the order to somebody, and it is not established at what hour."),
        ("THE MATE CUT THE ROPE", "The rope of the mate may be inspected by all in the museum."),
        ("REED AND ASH WERE CONFUSED", "“Perhaps,” answered Reed, “but let us not tell Ash that they were confused.”"),
        ("HOLM WITHDREW HIS CHARGE", "Holm withdrew his charge. “I had not read it then, and I withdraw it.”"),
        ("ASH SPOKE AT THE FAIR IN 1936", "Ash spoke at the fair. The older men seem to have stayed away in 1936."),
    ],
)
def test_reserve_on_something_else_is_none_of_the_claim(audited, heading, words):
    assert not audited(heading, words).messages


def test_who_appeared_to_somebody_was_seen(audited) -> None:
    claim = "ASH SAW THE SAINT BY THE WELL"
    assert audited(claim, "By the well the saint appeared to the girl and to Ash.").messages == []
    assert audited(claim, "By the well Ash appeared to see the saint.").messages != []
