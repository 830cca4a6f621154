from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.witnesses.signs import find_signs, first_person


@pytest.mark.parametrize(
    ("words", "nearness", "cut"),
    [
        ("I saw the mate at the rail.", "present", "I saw"),
        ("We then met the harbour master.", "present", "We then met"),
        ("I had already left the quay.", "present", "I had already left"),
        ("I heard no horn that night.", "present", "I heard no"),
        ("I did not see a light.", "present", "I did not see"),
        ("I was in the second boat.", "present", "I was in the"),
        ("I was taken to the customs house.", "present", "I was taken"),
        ("They arrested me at noon.", "present", "arrested me"),
        ("He turned to me and laughed.", "present", "turned to me"),
        ("She signed it in my presence.", "present", "in my presence"),
        ("He told me face to face.", "present", "told me face to face"),
        ("The mate told me to ring.", "present", "told me to"),
        ("The pilot told me that he had slept.", "heard", "told me"),
        ("I was told of it years later.", "heard", "I was told"),
        ("I heard that the log was burnt.", "heard", "I heard that"),
        ("I had heard of the quarrel.", "heard", "I had heard of"),
        ("I only learned later who had rung.", "heard", "I only learned later"),
        ("It was generally said that he drank.", "heard", "It was generally said that"),
        ("The mate is said to have wept.", "heard", "is said to"),
        ("There were rumours of a second list.", "heard", "There were rumours"),
        ("I came upon an article on the wreck.", "read", "I came upon an article"),
        ("They searched my cabin.", "present", "my cabin"),
        ("I read in the Mercury that she was lost.", "read", "I read in"),
        ("According to the harbour records, she left at nine.", "read", "According to the harbour records"),
        ("The minutes clearly show that he was heard.", "read", "minutes clearly show"),
        ("The list was published in a local newspaper.", "read", "published in a local newspaper"),
        ("Dorval writes that nobody slept.", "read", "writes that"),
        ("In his memoirs he is silent.", "read", "In his memoirs"),
    ],
)
def test_words_place_their_speaker(words: str, nearness: str, cut: str) -> None:
    first = find_signs(words)[0]
    assert (first.nearness.value, words[first.start : first.end]) == (nearness, cut)


@pytest.mark.parametrize(
    "words",
    [
        "I thought that he was asleep.",
        "I foresaw that he would fall.",
        "I misunderstood him, and forswore the sea.",
        "We noted this in the first chapter.",
        "I believe that the master lied.",
        "I was surprised by the verdict.",
        "I was in favour of a pardon.",
        "I need a pilot.",
        "As we saw, the tide was low.",
        "He told the clerk that she was lost.",
        "Nobody told me.",
        "They have not in truth told us all that they did.",
        "It seemed to me that he lied.",
        "The ferry left at nine.",
        "They said that they were guilty.",
        "This letter tells us everything.",
        "Such rumours are groundless.",
        "He was devoted to me.",
        "He read out the sentence.",
    ],
)
def test_these_words_place_nobody(words: str) -> None:
    assert not find_signs(words)


def test_the_first_person_is_no_numeral() -> None:
    text = "Charles I. was dead. So my father said."
    place = first_person(text, 0, len(text))
    assert place is not None
    assert place.cut(text) == "my"
    assert first_person("The ferry left.", 0, 15) is None


@given(st.text(alphabet="I we saw told me in the ,.\n" + "heardt", max_size=80), st.integers(0, 40), st.integers(0, 80))
def test_signs_are_in_order_and_within_what_was_asked(text: str, start: int, end: int) -> None:
    signs = find_signs(text, start, end)
    places = [(sign.start, sign.end) for sign in signs]
    assert places == sorted(places)
    assert all(start <= a < b <= end for a, b in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
