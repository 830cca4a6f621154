"""What a date dates, told by the words around it."""

from __future__ import annotations

import pytest

from testimonia.model import Span
from testimonia.times.events import find_event, find_event_of_claim


def event(text: str, date: str) -> str | None:
    start = text.index(date)
    found = find_event(text, Span(start, start + len(date)))
    return None if found is None else found.cut(text)


@pytest.mark.parametrize(
    ("text", "date", "dated"),
    [
        ("In 1911 the mill burnt.", "1911", "In 1911 the mill burnt"),
        ("Dunn said that in 1911 the mill burnt.", "1911", "in 1911 the mill burnt"),
        ("The mill burnt in 1911; Dunn fled.", "1911", "The mill burnt in 1911"),
        ("The mill stood idle, but in 1911 it burnt.", "1911", "in 1911 it burnt"),
        ("The mill burnt in 1911, when nobody was there.", "1911", "The mill burnt in 1911"),
        ("Dunn, who had been ill since 1908, sold it.", "1908", "Dunn, who had been ill since 1908"),
        ("Harker was met by Dunn, who in 1911 sold the mill.", "1911", "Dunn, who in 1911 sold the mill"),
        (
            "Dunn (who was ill, and whom I knew) left in 1911.",
            "1911",
            "Dunn (who was ill, and whom I knew) left in 1911",
        ),
        ("Dunn testified before the court that in 1911 it burnt.", "1911", "in 1911 it burnt"),
        ("Harker left, and on 3 May, the pumps failed.", "3 May", "on 3 May, the pumps failed"),
        ("Three were held: in 1911 and 1912.", "1911", "Three were held: in 1911 and 1912"),
        ("In the summer of 1911 Dunn fled.", "summer of 1911", "In the summer of 1911 Dunn fled"),
        ("On 3 May U.S. Marshal Hale arrested Dunn.", "3 May", "On 3 May U.S. Marshal Hale arrested Dunn"),
    ],
)
def test_a_date_dates_its_clause(text: str, date: str, dated: str) -> None:
    assert event(text, date) == dated


@pytest.mark.parametrize(
    ("text", "date", "dated"),
    [
        ("Little is known of the 1911 fire.", "1911", "the 1911 fire"),
        ("He denied it in a May 4, 1911, letter to Dunn.", "May 4, 1911", "a May 4, 1911, letter"),
        ("He denied it in his letter of 4 May 1911.", "4 May 1911", "his letter of 4 May 1911"),
        ("He showed them a deed dated 4 May 1911.", "4 May 1911", "a deed dated 4 May 1911"),
        ("All the accused [in the May 1911 trial] wept.", "May 1911", "the May 1911 trial"),
    ],
)
def test_a_date_dates_the_thing_whose_attribute_it_is(text: str, date: str, dated: str) -> None:
    assert event(text, date) == dated


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("[Excerpt from the minutes of 4 May 1911] The court sat.", "4 May 1911"),
        ("[4 May 1911]", "4 May 1911"),
        ("He was never there. (Dunn, Record of Hearing, 4 May 1911)", "4 May 1911"),
        ("Then, 1911?", "1911"),
    ],
)
def test_a_scene_is_no_event(text: str, date: str) -> None:
    assert event(text, date) is None


def test_in_the_decade_is_no_attribute() -> None:
    text = "In the 1920s men said so."
    assert event(text, "1920s") == "In the 1920s men said so"


def test_an_event_stays_in_its_voice() -> None:
    text = 'He wrote on 4 May 1911, "All is lost, and they knew it."'
    found = find_event(text, Span(12, 22), Span(0, 23))
    assert found is not None
    assert found.cut(text) == "He wrote on 4 May 1911"


@pytest.mark.parametrize(
    ("text", "date", "dated"),
    [
        ("THE 1911 FIRE WAS SET BY DUNN", "1911", "THE 1911 FIRE"),
        ("DUNN LEFT HULL IN 1911", "1911", "DUNN LEFT HULL IN 1911"),
    ],
)
def test_a_heading_dates_a_thing_or_all_it_says(text: str, date: str, dated: str) -> None:
    start = text.index(date)
    assert find_event_of_claim(text, Span(start, start + len(date))).cut(text) == dated
