"""What the evidence leaves open, or calls baseless."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("HOLM REACHED THE ISLAND", "They had the wind for it. Whether they landed is another question."),
        ("THE PILOT WAS ON DECK", "One says on deck and one below. It would be rash to decide."),
        ("THE CHALICE IS IN THE VAULT", "The sexton has it from his uncle. I give the tale for what it is worth."),
        ("VEREY ENVIED HIS BROTHER", "They shared a room for a year. If there was envy I was blind to it."),
        ("THE COUNTESS WROTE THE LETTER", "The hand is a clerk's. If she saw it there is nothing to show it."),
        ("PENROSE FORGED THE WILL", "The two experts could not agree about the signature."),
        ("THE COUNTESS WROTE THE LETTER", "Historians are divided on the hand of the letter."),
        ("VEREY DROWNED THE DOG", "How the dog came into the well was never explained."),
        ("THE MERCHANTS BOUGHT THE VOTE", "Penrose was at sea, and could have had no share in it."),
        ("ASH LEFT THE FARM TO THE COOK", "They say he told her so on the stairs. I beg leave to doubt it."),
        ("ASH PAID THE ENVOY", "The account has a sum to A., at Bruges. It need not be Ash."),
        ("HOLM KNEW THE RING FOR BRASS", "There is a note of his. It does not name the ring."),
        ("REED FLED THE PARISH", "The story that he went by night was put about by his landlord."),
        ("THE ACID PROVED THE RING FALSE", "Nothing in the ring speaks for gold, and nothing that can prove it false."),
    ],
)
def test_it_is_left_open_or_called_baseless(audited, heading, words):
    found = audited(heading, words).messages
    assert any("leaves it open" in message or "nothing in it" in message for message in found)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("HOLM REACHED THE ISLAND", "Holm reached the island at noon. He was unable to say how deep the water was."),
        ("REED CARRIED THE MONEY", "Reed told them all about the money, and asked if they would pay."),
        ("ASH WITHDREW HIS CHARGE", "ASH: I said it, and I could not swear to it. I take it back."),
        ("ASH LEFT THE FARM TO THE COOK", "Ash left the farm to the cook. I do not doubt it."),
        ("ASH PAID THE ENVOY", "Ash paid the envoy, and it need not concern us how."),
        ("QUILL DENIED THE RUMOUR", "Quill wrote that there was not a grain of truth in the rumour."),
    ],
)
def test_it_is_not_left_open(audited, heading, words):
    found = audited(heading, words).messages
    assert not any("leaves it open" in message or "nothing in it" in message for message in found)


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("It may well be that Verey killed the keeper.", True),
        ("The lack of blood would appear to refute any wish of Verey to kill the keeper.", False),
        ("The calm at the weir suggests that the bench was not ready to use the killing of the keeper.", False),
    ],
)
def test_a_hedge_on_what_speaks_against_it_is_none_of_a_claim_that_there_is_no_proof(audited, words, is_found):
    assert bool(audited("NO EVIDENCE THAT VEREY KILLED THE KEEPER", words).messages) is is_found
