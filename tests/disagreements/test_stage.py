"""What holds of every disagreement."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.disagreements import DisagreementStage
from testimonia.sample import sample_page
from testimonia.testing import make_book, run_stage
from testimonia.times import TimeStage

WORDS = st.sampled_from(
    "Brack Quill the a not no was were murder killed 3 14 May 1911 prison years torture alone decision of by trial , . "
    "( ) [ ] “ ” never true skeptical foreign observers sentenced to death accident suicide".split()
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(WORDS, min_size=3, max_size=30), min_size=2, max_size=4))
def test_no_words_make_it_fail(texts):
    told = [" ".join(words) for words in texts]
    page = "THE CLAIM\n\n" + "\n\n".join(f"x{n} {words}\nMarlow, Salt, p. {n}." for n, words in enumerate(told))
    excerpts = [(f"x{n} {words}", "THE CLAIM", f"Marlow, Salt, p. {n}.") for n, words in enumerate(told)]
    book = run_stage(TimeStage(), make_book(page, claims=["THE CLAIM"], excerpts=excerpts))
    for found in DisagreementStage()(book):
        assert found.a_span.cut(book.text).split() == found.a_says.split()
        assert found.b_span.cut(book.text).split() == found.b_says.split()
        assert found.a_span != found.b_span
        assert found.reasons


def test_two_readings_give_the_same_ids_in_the_order_of_the_page(tell):
    told = [
        ("THE VOTE", "In the ballot 140 bakers voted against Quill and the rest kept silent."),
        ("THE VOTE", "They invented the tale that 180 bakers voted against Quill."),
        ("THE VOTE", "The papers show that four bakers voted against Quill."),
    ]
    one, other = tell(*told), tell(*told)
    assert [d.id for d in one.discrepancies] == [d.id for d in other.discrepancies]
    assert [d.a_span.start for d in one.discrepancies] == sorted(d.a_span.start for d in one.discrepancies)
    assert len(one.discrepancies) == 3


def test_the_sample_page_tells_what_the_owners_paid_in_two_sums():
    import testimonia

    book = testimonia.read(sample_page())
    found = {(d.a_says, d.b_says) for d in book.discrepancies if d.kind.value == "amount"}
    assert ("three hundred pounds", "five hundred pounds in costs") in found


def test_a_page_without_excerpts_has_no_disagreements():
    assert list(DisagreementStage()(make_book("THE CLAIM\n", claims=["THE CLAIM"]))) == []
