"""What one account denies in so many words and another tells, and what one person admits here and denies there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.disagreements.admissions import admitted_and_denied
from testimonia.disagreements.propositions import lemma_of
from testimonia.disagreements.sayings import Sayings
from testimonia.disagreements.settings import Settings
from testimonia.model import Act, Assertion


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE CHEST WAS OPENED",
            "They broke the lid of the chest. There was no ledger.",
            "In the chest lay a small ledger bound in calf.",
            "opposite: no ledger | ledger",
        ),
        ("THE WIDOW REED", "She did not reply.", "Before the week was out she replied by the carrier.", "not reply"),
        ("REED AT HIS POST", "Reed was fast asleep at the gate.", "Reed was not asleep, the boy says.", "not asleep"),
        (
            "THE FLOOD AT THE MILL",
            "Thanks to the dyke there was no flood.",
            "The flood took the mill in a night.",
            "no flood | flood",
        ),
        (
            "THE PRINTER OF THE FAIR",
            "Holm had forty guilders. It was for handbills.",
            "No handbill of the guild is to be found in the ledgers of that spring.",
            "handbills | No handbill",
        ),
        (
            "THE SMUGGLER HOLM",
            "Holm was never a tinker. He wrote to say so.",
            "Holm walked the fairs as a tinker, with a cart.",
            "never a tinker | tinker",
        ),
        (
            "THE GATE OF THE MILL",
            "Towards four there came a gunshot from the loft.",
            "I heard no gunshot until the whole row of them fired.",
            "gunshot | no gunshot",
        ),
        (
            "THE BOX OF THE MILLER",
            "I filled the box with saltpetre, and hid it in the loft.",
            "His paper says saltpetre, and there was none.",
            "saltpetre | saltpetre, and there was none",
        ),
        ("THE GUILD", "The guild never existed.", "A guild of coopers met here in the spring.", "guild"),
        (
            "THE BELL",
            "From the mill I heard a bell about four.",
            "Nobody was about, and I did not hear the bell.",
            "heard | not hear",
        ),
        (
            "THE VERDICT ON THE MILL",
            "The verdict rested on written evidence and on oaths.",
            "Everybody saw in that verdict the absence of any written evidence.",
            "evidence | absence of any written evidence",
        ),
    ],
)
def test_a_denial_is_set_against_who_tells_it(tell, shortly, claim, one, other, short):
    assert any(short in found for found in shortly(tell((claim, one), (claim, other))))


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("THE CHEST", "There was no ledger in the attic.", "In the chest lay a small ledger."),  # in another place
        ("THE CHEST", "There was no other ledger.", "In the chest lay a small ledger."),
        ("THE CHEST", "There was no ledger.", "They say that there was no ledger at all."),
        ("THE CHEST", "There was no ledger.", "If there had been a ledger, they would have burnt it."),
        ("THE CHEST", "There was no ledger.", "Was there a ledger?"),
        ("WHO REPLIED", "Reed did not reply.", "Holm replied by the carrier."),  # somebody else
        ("THE CHEST", "Holm could not swear that there was no ledger.", "In the chest lay a small ledger."),
        ("THE CHEST", "There was no ledger.", "They spoke of a ledger. Thanks to the mice there was no ledger in it."),
        ("THE CHEST", "There was no ledger.", "They spoke of a ledger. The ledger did not exist."),
        ("THE WATCH", "Reed had not slept since Friday.", "Reed was fast asleep at the gate."),
        ("THE FAIR", "There was no evidence of fraud.", "The evidence of Holm was long."),
        (
            "THE BENCH FOUND FOR REED",
            "The bench held that Reed was the first to light the lamp.",
            "The bench found by four voices against none that Reed had been the first to light it.",
        ),
    ],
)
def test_what_is_denied_of_another_thing_is_no_rival(tell, shortly, claim, one, other):
    assert shortly(tell((claim, one), (claim, other))) == []


def test_a_denial_under_another_claim_is_no_rival(tell, shortly):
    assert shortly(tell(("THE CHEST", "There was no ledger."), ("THE BARN", "In it lay a small ledger."))) == []


@pytest.fixture
def said(tell):
    """The opposites of admissions and denials that are told of Reed under one claim."""

    def saying(
        *told: tuple[str, Act], claims: tuple[str, ...] = ("REED", "REED"), accuser: str = "p-holm"
    ) -> list[str]:
        book = tell(*((claim, words) for claim, (words, _) in zip(claims, told, strict=True)))
        for words, act in told:
            excerpt = next(x for x in book.excerpts if x.text.startswith(words))
            whole = excerpt.page_span(words.rfind(". ") + 2 if ". " in words else 0, len(words))  # the last sentence
            who, of = (accuser, ("p-reed",)) if act is Act.ACCUSES else ("p-reed", ())
            book.add([Assertion(f"s{excerpt.id}", whole, words, who, who, act, excerpt.id, of=of)])
        sayings = Sayings(book)
        return [f"{d.a.cut} | {d.b.cut}" for d in admitted_and_denied(book, sayings, Settings(book, sayings))]

    return saying


def test_who_admits_everything_denies_nothing(said):
    found = said(("In the end Reed admitted everything.", Act.ADMITS), ("Reed denied the whole.", Act.DENIES))
    assert found == ["admitted everything | denied the whole"]


@pytest.mark.parametrize(
    ("before", "count"), [("Reed was pale. ", 1), ("Reed was pale. Holm was not so pale as Reed. ", 0)]
)
def test_he_who_admits_is_no_guess(said, before, count):
    found = said((before + "He admitted everything.", Act.ADMITS), ("Reed denied the whole.", Act.DENIES))
    assert len(found) == count


def test_two_who_name_the_same_are_set_against_each_other(said):
    found = said(
        ("Reed confessed to the burning of the maltings.", Act.ADMITS),
        ("Reed pleaded guilty to the theft and not guilty to the burning of the maltings.", Act.ADMITS),
        claims=("REED", "THE MALTINGS"),
    )
    assert len(found) == 1
    assert found[0].startswith("confessed to the burning of the maltings | not guilty to")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reed admitted the theft of a goose.", "Reed denied that he had burnt the maltings."),
        ("Reed refused to admit everything.", "Reed denied the whole."),
        ("Reed admitted nothing.", "Reed denied the whole."),
    ],
)
def test_who_admits_another_thing_contradicts_nothing(said, one, other):
    assert said((one, Act.ADMITS), (other, Act.DENIES)) == []


def test_who_denies_what_another_says_of_him_is_set_against_it(said):
    found = said(
        ("Holm said that Reed took part in burning the maltings.", Act.ACCUSES),
        ("Reed denied any part in burning the maltings.", Act.DENIES),
        claims=("THE MALTINGS", "THE DENIAL"),
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    "denial", ["Reed denied that he knew the cooper.", "Reed denied only that the maltings were worth burning."]
)
def test_who_denies_another_thing_or_a_part_of_it_answers_no_accuser(said, denial):
    accused = ("Holm said that Reed took part in burning the maltings.", Act.ACCUSES)
    assert said(accused, (denial, Act.DENIES), claims=("THE MALTINGS", "THE DENIAL")) == []


@given(st.text())
def test_any_word_has_a_lemma_no_longer_than_its_base(word):
    assert len(lemma_of(word)) <= max(len(word), len("understand"))
