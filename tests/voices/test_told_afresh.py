"""Turns of other books: how speech is given to a voice, to the insurers, to whoever goes on when nobody answers."""

from __future__ import annotations

import pytest

from .conftest import Tell


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        ('The insurers took another view: "The seat of it was in the loft, where none was lit."', "The seat",
         "group:insurers"),
        ('The bursar protested. "We had buckets," he said. "Every boy had a bucket."', "Every boy", "anon:bursar"),
        ('The governors, for their part, resolved "that the matter be not pursued".', "that the", "group:governors"),
        ('"Who had the key?" {Lowe} asked. {Ash} said nothing. "I ask you again, who had it?"', "I ask you", "Lowe"),
        ('"Who had the key?" {Lowe} asked. {Ash} shook his head. "I never saw it at all."', "I never", "Ash"),
        ('A boy of nine, whose name is not given, said that he "saw him on the roof with a box".', "saw him",
         "anon:boy"),
        ('It was the gardener who said, "That was no stove," and he said it all his life.', "That was",
         "anon:gardener"),
        ("{Ash}'s defence was that the boys had been \"told to come down and had not come\".", "told to", "Ash"),
        ('{Ash} signed himself "a father to all of them", which nobody forgave.', "a father", "Ash"),
        ('The matron had a saying: "What burns was dry."', "What burns", "anon:matron"),
        ('There was a voice at the back: "What about the top door?" Nobody moved.', "What about",
         "anon:voice-at-the-back"),
        ('"What about the top door?" called a voice from the gallery of the court.', "What about",
         "anon:voice-from-the-gallery"),
        ('{Ash}\'s clerk, a girl of nine named {Brand}, remembered it so: "He never lit it."', "He never", "Brand"),
        ('It was moved by {Ash}, and carried, "that the Society takes no view of comets".', "that the", "Ash"),
        ('{Ash} moved "that the Society takes no view of comets", and it was carried.', "that the", "Ash"),
        ('The postcard says: "Not seen here. Cloud."', "Not seen", "anon:postcard"),
        ('To his wife {Ash} confided that he had "begun to see it in the soup".', "begun to", "Ash"),
        ('{Ash} claimed forty minutes, {Lowe} "not five", and the log gives thirty.', "not five", "Lowe"),
        ('{Ash} named it "the Jubilee Lamp", in hopes of a pension.', "the Jubilee", "Ash"),
        ('There were those who said that {Ash} was "a martyr to glass".', "a martyr", "group:those-who"),
        ('{Ash} was asked by the coroner whether he had seen it. "I had eyes," was the reply.', "I had", "Ash"),
        ('The magistrate asked {Ash} if he had anything to add. "Only that I am sorry," he said.', "Only that", "Ash"),
        ('{Ash}, said the magistrate, had been "more fortunate than he deserved".', "more", "anon:magistrate"),
        ('{Brand} quotes him as saying that they "might have asked".', "might have", "anon:him"),
        ('"Nobody called you anything." It was {Lowe}, from the back.', "Nobody", "Lowe"),
        ('{Ash} and {Lowe} both signed. Below his name {Ash} put "under protest".', "under", "Ash"),
        ('{Ash} signed it "under protest", {Lowe} without a word.', "under", "Ash"),
        ('For {Ash} the note is "a forgery of the time"; for {Lowe}, "a true note by a fool".', "a true", "Lowe"),
        ('From the guard\'s report: "Passed signal at danger 6.12." It is dated.', "Passed", "anon:guard"),
        ('It is submitted on behalf of the Company that the rules were "plain to the meanest wit".', "plain",
         "org:company"),
        ('The general manager, Mr. {Ash}, agreed that he had signed. "I sign a great many," he said.', "I sign", "Ash"),
        ('{Ash} came, and his report is with the bills. It finds the hand "natural, if a little weak".', "natural",
         "Ash"),
        ('{Ash} told it to the vicar and the vicar wrote it down.\n"I was not asleep. I heard the water."',
         "I was not", "Ash"),
        ('"{Lowe}," she repeated, when they pressed her. "I can count."', "I can", "anon:she"),
    ],
)  # fmt: skip
def test_who_speaks(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words).who(speech).startswith(speaker)


@pytest.mark.parametrize(
    ("words", "speech"),
    [
        ('The "library" was a cupboard with forty books in it, and {Ash} kept the key.', '"library"'),
        ('{Ash} read them "The Wreck of the Heron" on Saturdays.', "The Wreck"),
        ('Boys who failed were "put on the stove", made to tend it, and {Ash} had no rule for it.', "put on"),
        ('The so-called "night watch" consisted of {Ash}, who slept.', "night watch"),
        ('This was what passed with {Ash} for "the making of character by cold water".', "the making"),
        ('The dialect has two verbs for it. I have put "depose" for the first, and {Ash} does so too.', '"depose"'),
        ('A "parabolic" orbit was assumed, and {Ash} computed it.', "parabolic"),
        ('It was what the trade calls "a dry plate of the slower kind", and {Ash} bought a gross.', "a dry"),
        ('The chemist {Ash} "the Fox" {Lowe} had told everybody that it would rain.', "the Fox"),
        ('Whether this makes {Ash} "a liar" or only tired the reader must decide.', "a liar"),
        ('It was a school of the kind that offers "a healthy site and no vacations" to parents abroad.', "a healthy"),
    ],
)
def test_what_nobody_said_stays_the_authors(tell: Tell, words: str, speech: str) -> None:
    assert tell(words).who(speech) == "author"
