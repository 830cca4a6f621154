"""One thing in two states that shut each other out, and what nobody is said to have done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.states import states


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "HOW THE THIEF CAME IN",
            "The carter found the gate locked and went round by the wood.",
            "All that night the gate stood open for the hay.",
            "locked | open",
        ),
        (
            "THE STRAP OF THE SADDLE",
            "The smith held up the strap. It was frayed at the buckle.",
            "The widow says that the strap was severed.",
            "frayed | severed",
        ),
        (
            "THE MILL WHEEL",
            "At dawn the wheel was set going by the lad.",
            "The wheel was still not working at noon.",
            "set going | not working",
        ),
        (
            "THE JURY",
            "The jury were unanimous within the hour.",
            "Two of the twelve dissented and left by the back stairs.",
            "unanimous | dissented",
        ),
        (
            "ON THE WEIR",
            "Reed was alone on the weir that night.",
            "Reed was accompanied by a boy.",
            "alone | accompanied",
        ),
        (
            "THE JURY",
            "The jury found against the miller unanimously.",
            "It was carried in the jury by seven votes to five.",
            "unanimously | votes to",
        ),
        (
            "THE HEARING OF THE MILLER",
            "The hearing of the miller was held in camera, with a guard at the stair.",
            "The hearing of the miller was public, and half of the town came.",
            "in camera | was public",
        ),
        ("ON THE WEIR", "Reed was alone on the weir.", "Reed, the boy says, was not alone.", "alone | not alone"),
        (
            "THE FALL",
            "Reed was present and saw the lamp fall.",
            "Reed stayed at home with a cough.",
            "was present | stayed at home",
        ),
        (
            "THE OATH",
            "Reed swore the oath of his own accord.",
            "Reed swore at gunpoint.",
            "of his own accord | at gunpoint",
        ),
        (
            "THE TELEGRAPH OF THE FERRY",
            "The telegraph stood at FULL AHEAD.",
            "On the telegraph the pointer stands at HALF AHEAD.",
            "FULL AHEAD | HALF AHEAD",
        ),
        (
            "THE WOUND",
            "Reed was bandaged on the left hand.",
            "Reed held up his right hand, in bandages.",
            "left hand | right hand",
        ),
        (
            "THE NIGHT OF THE FIRE",
            "The barn by the weir burnt on a moonlit night.",
            "In thick fog the barn by the weir burnt down.",
            "moonlit | thick fog",
        ),
        ("THE OFFER", "Holm refused.", "Holm accepted the same day.", "refused | accepted"),
    ],
)
def test_states_that_shut_each_other_out_are_set_side_by_side(tell, shortly, claim, one, other, short):
    assert f"opposite: {short}" in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("THE THIEF", "The gate was locked.", "The door of the barn stood open."),  # of other things
        ("THE THIEF", "The gate was locked.", "If the gate stood open, the dog got out."),
        ("THE THIEF", "The gate was locked.", "It is possible that the gate stood open."),
        ("THE THIEF", "The gate was locked.", "Nobody found the gate open."),
        ("THE STRAP", "The strap was frayed.", "Straps that were severed lie flat, and a severed strap shines."),
        ("THE STRAP", "The strap was frayed.", "He severed the seal of the strap box."),
        ("THE MILL", "The wheel had stopped.", "Ash started to mend the wheel."),
        ("THE WOUND", "Reed was bandaged on the left hand.", "Reed lost his right eye."),
        ("THE WOUND", "Reed was bandaged on the left hand.", "Holm held up his right hand."),
        ("THE NIGHT", "The barn burnt on a moonlit night.", "In thick fog the ferry left for the coast."),
        ("ON THE WEIR", "Reed was alone on the weir.", "Holm was accompanied by a boy."),
        ("ON THE WEIR", "Reed was alone on the weir.", "Whether Reed was accompanied nobody knew."),
    ],
)
def test_other_things_and_what_may_have_been_are_no_state(tell, shortly, claim, one, other):
    assert [s for s in shortly(tell((claim, one), (claim, other))) if s.startswith("opposite")] == []


def test_what_is_denied_for_a_lifetime_is_set_against_other_claims(tell, shortly):
    told = tell(
        ("THE SCALES", "Reed gave me forty guilders and taught me what to swear to."),
        ("THE DEFENCE", "Everybody knows that Reed never in his life offered a man a penny."),
    )
    assert "opposite: gave | never in his life offered" in shortly(told)


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Reed had no knowledge of it.",
            "Everybody who was there is dead. Reed knew.",
            ["opposite: no knowledge | knew"],
        ),
        ("Reed had no knowledge of it.", "Reed had first known of the leak at Easter.", []),
        ("Reed had no knowledge of it.", "Holm knew.", []),
    ],
)
def test_who_had_no_knowledge_did_not_know(tell, shortly, one, other, short):
    assert shortly(tell(("THE LEAK", one), ("THE LEAK", other))) == short


def test_what_nobody_said_is_set_against_who_said_it(tell, shortly):
    told = tell(
        ("THE PARCEL", "I told the carter to leave the parcel at the tannery."),
        ("THE PARCEL", "Nobody spoke a word to me about a tannery."),
    )
    assert "opposite: told | Nobody spoke" in shortly(told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reed did not sleep before the fair.", "A sleeping man hears nothing, said Reed."),
        ("Reed did not sleep before the fair.", "Holm slept before the fair."),
        ("Nobody said a word about a tannery.", "They told me of the mill."),
        ("Nobody would have said a word about a tannery.", "They told me of the tannery."),
    ],
)
def test_another_deed_or_another_man_is_no_rival(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE DAY", one), ("THE DAY", other))) if s.startswith("opposite")] == []


@given(st.lists(st.text(max_size=8), max_size=8))
def test_states_stand_where_their_words_stand(words):
    for state in states(words):
        assert 0 <= state.at < state.at + state.length <= len(words)


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("The chest was never opened.", "At Easter the carter opened the chest in the yard.", "never opened | opened"),
        (
            "The bench is unable to say that a ridge was climbed.",
            "The club declared the ridge to have been reached.",
            "unable to say that a ridge was climbed | reached",
        ),
        ("Reed refused to sign the receipt.", "Reed signed the receipt with a cross.", "refused to sign | signed"),
        ("Reed never met Holm.", "In the spring Holm visited Reed at the weir.", "never met | visited"),
        ("Nobody saw the lamp.", "From the bridge the boy noticed the lamp.", "Nobody saw | noticed"),
    ],
)
def test_deeds_denied_in_other_words(tell, shortly, one, other, short):
    assert f"opposite: {short}" in shortly(tell(("THE DAY", one), ("THE DAY", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The chest was never opened.", "The carter opened the gate."),
        ("Reed never met Holm.", "In the spring Holm visited Lowe at the weir."),
        ("Reed never told Holm of the leak.", "Reed told Holm the hour."),
        ("Reed refused the offer and signed nothing.", "Holm signed the receipt."),
    ],
)
def test_deeds_of_others_or_to_other_things_are_other_deeds(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE DAY", one), ("THE DAY", other))) if s.startswith("opposite")] == []


def test_who_asked_for_nothing_is_set_against_what_he_asked(tell, shortly):
    one = (
        "THE STORY THAT HOLM SOLD",
        "Holm came in late, the editor says, in a borrowed hat, and asked ninety guilders.",
    )
    found = shortly(tell(one, ("THE STORY THAT HOLM SOLD", "Holm asked for nothing. He was tired.")))
    assert "opposite: asked | asked" in found
