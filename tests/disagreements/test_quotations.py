"""Words in inverted commas that stand a little otherwise elsewhere."""

from __future__ import annotations

import pytest

from testimonia.model import DiscrepancyKind

ONE, OTHER = "WHAT THE FERRYMAN SAID", "WHAT WAS PRINTED OF HIM"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            'The bailiff read it through and said, "You could have tarried to be summoned."',
            "He read it, we hear, and said, ‘You could have tarried until you were summoned.’",
        ),
        (
            "We wrote what we were told by boatmen who were in a condition to judge.",
            'He informs us that he was "told by boatmen in a condition to judge."',
        ),
        (
            "It is the kind of tariff that is smuggled round.",
            "Quill has called it ‘the sort of tariff which is smuggled round’.",
        ),
    ],
)
def test_a_saying_told_twice_differs_in_its_words(tell, one, other):
    kinds = [d.kind for d in tell((ONE, one), (OTHER, other)).discrepancies]
    assert kinds == [DiscrepancyKind.WORDING]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('He said, "You might have tarried to be summoned."', 'She said, "You might have tarried to be summoned."'),
        (
            '"I have mended tarred hawsers and I have mended Holm."',
            '"I have mended tarred hawsers," he said, "and Holm."',
        ),
        ('He said, "You might have ... tarried to be summoned."', "You might have come and tarried to be summoned."),
        (
            'He wrote: "The tarred hawsers were of a grey colour in the harbour."',
            'We read: "The tarred hawsers were of a gray color in the harbor."',
        ),
        ('They spoke of "the tarred hawsers of the ferry."', "Among the other tarred hawsers of the mill was his."),
    ],
)
def test_the_same_words_or_words_left_out_do_not_differ(tell, one, other):
    kinds = [d.kind for d in tell((ONE, one), (OTHER, other)).discrepancies]
    assert DiscrepancyKind.WORDING not in kinds


def test_another_sum_in_one_saying_is_an_amount(tell):
    told = tell((ONE, 'He swore: "I handed him four dollars."'), (OTHER, '"I handed him nine dollars," he swore.'))
    assert [d.kind for d in told.discrepancies] == [DiscrepancyKind.AMOUNT]


def test_under_one_claim_a_short_saying_needs_one_rare_word_and_no_marks(tell):
    one, other = 'The words were "until you are wholly solvent."', "Nothing goes out until we are wholly solvent."
    assert [d.kind for d in tell((ONE, one), (ONE, other)).discrepancies] == [DiscrepancyKind.WORDING]
    assert [d.kind for d in tell((ONE, one), (OTHER, other)).discrepancies] == []
