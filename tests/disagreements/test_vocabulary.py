"""Words that stands are read from."""

from __future__ import annotations

import pytest

from testimonia.disagreements.vocabulary import may_lead


@pytest.mark.parametrize("word", ["murdered", "tortured", "documents", "reliable", "magnificent", "genuine", "own"])
def test_a_sentence_may_take_a_stand_for_such_a_word(word):
    assert may_lead(word)


@pytest.mark.parametrize("word", ["the", "no", "on", "harbour", "prisoner", "if", "by"])
def test_no_word_leads_that_only_stands_beside_what_does(word):
    assert not may_lead(word)
