"""Who stands as subject of a verb, by word order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Sentence
from testimonia.words.record_texts import Named

NAMES = ("Ash", "Reed", "Holm")


def subjects(text: str, verb: str) -> list[str]:
    """The printed words of each subject of the last word that is ``verb``."""
    named = [Named(*m.span(), m.group().lower(), m.group()) for m in re.finditer("|".join(NAMES), text)]
    sentence = Sentence(text, 0, len(text), named)
    at = max(n for n, word in enumerate(sentence.words) if word.low == verb)
    return [text[p.start : p.end] for p in subject_of(sentence, at, lambda *_: None)]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("Ash met Reed, and Ash paid him.", "paid", ["Ash"]),
        ("Ash met Reed, and Holm paid him.", "paid", ["Holm"]),
        ("Ash meets Reed, and Holm pays him.", "pays", ["Holm"]),
        ("She dismissed the pilot Reed, and Holm paid him.", "paid", ["Holm"]),
        ("Ash met Reed, and two others paid him.", "paid", ["two others"]),
    ],
)
def test_a_name_that_a_verb_acts_on_is_no_subject_of_the_next_clause(text: str, verb: str, who: list[str]) -> None:
    assert subjects(text, verb) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ash and Reed paid him.", ["Ash", "Reed"]),
        ("Ash, and Reed paid him.", ["Ash", "Reed"]),
        ("Ash, Reed, and Holm paid him.", ["Ash", "Reed", "Holm"]),
        ("The accused Ash, and Reed paid him.", ["Ash", "Reed"]),
        ("In May the pilot Ash, and Reed paid him.", ["Ash", "Reed"]),
        ("Ash, Reed and two others paid him.", ["Ash", "Reed", "two others"]),
    ],
)
def test_names_joined_by_commas_and_and_are_one_subject(text: str, who: list[str]) -> None:
    assert subjects(text, "paid") == who


@given(st.lists(st.sampled_from([*NAMES, "met", "the", ",", "and", "²", "who", "of"]), max_size=12))
def test_every_subject_is_cut_from_before_its_verb(words: list[str]) -> None:
    text = " ".join([*words, "paid"])
    assert all(who and who in text[: -len("paid")] for who in subjects(text, "paid"))
