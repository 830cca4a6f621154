"""Claims of one page against each other."""

from __future__ import annotations

from testimonia.audit.between import claims_apart
from testimonia.audit.headings import Heading, Weights, heading_of
from testimonia.model import Act, Assertion, Claim, Span
from testimonia.words.record_texts import Named, RecordText


def claim(words: str, *, of: tuple[str, ...] = (), act: Act | None = None, speaker: str = "") -> Heading:
    named = tuple(
        Named(words.index(who), words.index(who) + len(who), who.lower(), who)
        for who in ("ASH", "REED", "HOLM")
        if who in words
    )
    record = RecordText(words, words, named, words, Claim(words, Span(0, len(words)), words))
    said = () if act is None else (Assertion("a", Span(0, len(words)), words, speaker, speaker, act, of=of),)
    return heading_of(record, said, Weights([]))


def pairs(*claims: Heading) -> list[tuple[str, str]]:
    return [(apart.a.text, apart.b.text) for apart in claims_apart(claims)]


def test_one_claim_clears_whom_another_accuses_of_the_deed() -> None:
    accuses = claim("ASH MURDERED HOLM", of=("ash",), act=Act.ACCUSES)
    clears = claim("NO PROOF THAT ASH KILLED HOLM", of=("ash",), act=Act.EXONERATES)
    assert pairs(clears, accuses) == [(clears.text, accuses.text)]


def test_another_deed_or_another_victim_is_another_matter() -> None:
    accuses = claim("ASH MURDERED HOLM", of=("ash",), act=Act.ACCUSES)
    assert pairs(accuses, claim("NO PROOF THAT ASH STOLE THE SILVER", of=("ash",), act=Act.EXONERATES)) == []
    assert pairs(accuses, claim("NO PROOF THAT ASH KILLED REED", of=("ash",), act=Act.EXONERATES)) == []


def test_opposite_words_of_one_thing() -> None:
    one = claim("THE FLOOD AT HOLM CHANGED THE CUSTOMS")
    other = claim("THE CUSTOMS DID NOT CHANGE AFTER THE FLOOD AT HOLM")
    assert pairs(one, other) == [(one.text, other.text)]


def test_opposite_words_of_two_things() -> None:
    assert pairs(claim("THE FLOOD AT HOLM CHANGED THE CUSTOMS"), claim("THE PRICE OF BREAD DID NOT CHANGE")) == []
