"""Whose a quotation is by the words of its own sentence, and whom a pronoun there means."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.model import Mode

from .conftest import Tell

TOLD = (
    # excerpt, words of the quotation, speaker
    ('{Dray} swore that he had reported it to {Lowe}, who "said it would keep till noon."', "it would keep", "Lowe"),
    ('{Dray} told {Lowe}, who "had never trusted the boom," to let go.', "had never", "Dray"),
    ('He asked {Kemp}: "Where is the lamp?" {Lowe} replied, "In the shed."', "In the shed", "Lowe"),
    ('{Dray} then asked him: "Where is the lamp?" {Lowe} replied: "In the shed."', "Where is", "Dray"),
    ('{Lowe} heard it. To my question, "Where is the lamp?" he answered, "In the shed."', "In the shed", "Lowe"),
    ('According to {Lowe}, nobody slept; {Dray} said, "We shall drown."', "We shall", "Dray"),
    ('Sir {Lowe}\'s "nine years of fair weather" must be read as of the harbour.', "nine years", "Lowe"),
    (
        'The mate saw nothing; the expression "upon his watch" is Captain {Dray}\'s, who was so kind.',
        "upon his",
        "Dray",
    ),
    ('The log has a word more: "drifted" is {Lowe}\'s word.', "drifted", "Lowe"),
    ('Mrs. {Brand} in her version makes him say "I was alone"; but {Dray} was not.', "I was alone", "Dray"),
    ('The play has {Lowe} declare "I never left the wheel," and {Dray} laugh.', "I never", "Lowe"),
    (
        'A pilot told me so, and the keeper of the light, {Lowe}, used to greet us with the words "mind the step."',
        "mind",
        "Lowe",
    ),
    ('{Lowe} gave answers in which "the tide did everything" and nobody else.', "the tide", "Lowe"),
    ('{Dray}, the linesman, had six words from {Lowe} by the wire: "Let go, and say nothing more."', "Let go", "Lowe"),
    (
        'On the tenth {Mary} sent it back, all of it, with one line of Latin: "We never sold the boat."',
        "We never",
        "Mary",
    ),
    ('{Dray} was tried. {Lowe}, who had seen no log, makes him say "I did what I could."', "I did", "Dray"),
    ('He was old. [He rowed later.] In Hull {Lowe}, whom I knew, told me, "You are no pilot."', "You are", "Lowe"),
    ('"They knew it," he said. {Dray} asked me, "Was it lit?" I tell you, "It was."', "Was it lit", "Dray"),
    ('The log is kept at Hull. It was he who told {Dray} to whisper to Anna, "Say the third boat."', "Say the", "Dray"),
    ('When {Brand} came it was {Lowe} who told me to whisper to Anna, "Say the third boat."', "Say the", "Lowe"),
    ('{Dray} rose, and {Lowe} shook his head and said, "The lamp was out."', "The lamp", "Lowe"),
    (
        'I rowed {Brand} home once and she led me up the light, saying with a smile: "You need not fear."',
        "You need",
        "Brand",
    ),
    (
        'I rowed. I had been told by {Lowe}, a truthful man, "The bar is open." But {Dray} slept.',
        "The bar",
        "Lowe",
    ),
    ('{Lowe} treats both the gale and the fog as "giving a very clear picture of the pilots."', "giving", "Lowe"),
    (
        '{Lowe}, who held the lamp, remembers it as "they laid the pilot to my account," and was angry.',
        "they laid",
        "Lowe",
    ),
    ('{Dray} read an account. {Lowe}\'s letter said, "The lamp was out at six."', "The lamp", "Lowe"),
    ('In the morning {Dray} testified that he had been "idle" about the lamp.', "idle", "Dray"),
    (
        'The Lantern had a page over the name of {Lowe}. He walked in, it says. "I was in Hull, and I lit no lamp."',
        "I was in Hull",
        "Lowe",
    ),
)


@pytest.mark.parametrize(("excerpt", "words", "speaker"), TOLD)
def test_the_sentence_says_whose_a_quotation_is(tell: Tell, excerpt: str, words: str, speaker: str) -> None:
    told = tell(excerpt, claim="{DRAY} WAS ALONE ON DECK")
    assert told.of(words).mode is Mode.QUOTE
    assert told.who(words) == speaker


SOMEBODY = (
    ('Nobody moved; somebody said, "Now they see it," and they went.', "Now they", "anon:somebody"),
    ('"There we were cold," one of them told me later. "Here we were not."', "There we", "anon:one-of-them"),
    ('One of the pilots said, "We never saw it."', "We never", "anon:one-of-the-pilots"),
    ('Most of the pilots said, "We never saw it."', "We never", "group:pilots"),
    (
        'The boy came in, and when the names were read the whole of the crew said "Present," and sat.',
        "Present",
        "org:crew",
    ),
    ('The sailors were called in, and most of them answered, "We did."', "We did", "group:sailors"),
)


@pytest.mark.parametrize(("excerpt", "words", "speaker"), SOMEBODY)
def test_somebody_without_a_name_speaks(tell: Tell, excerpt: str, words: str, speaker: str) -> None:
    assert tell(excerpt).who(words) == speaker


AUXILIARIES = (
    'The question was whether the investigators had "pressed" the pilots.',
    '{Lowe} was asked what "default" was.',
)


@pytest.mark.parametrize("excerpt", AUXILIARIES)
def test_a_word_in_marks_behind_an_auxiliary_is_nobodys(tell: Tell, excerpt: str) -> None:
    assert {who for _, who in tell(excerpt).speakers} == {"author"}


def test_what_somebody_is_bidden_to_say_is_the_bidders(tell: Tell) -> None:
    told = tell(
        '{ASH}: Is the lamp lit?\n{LOWE}: Tell {Kemp}, "You have also a boat." No, say nothing.\n{ASH}: I shall.'
    )
    assert told.who("You have also") == "Lowe"


def test_your_letter_is_of_whoever_is_asked(tell: Tell) -> None:
    told = tell(
        "MR. {LOWE}: You had a lamp?\nMR. {DRAY}: I had.\n"
        'MR. {LOWE}: Does your own letter of the 4th October not say, and I quote, "the lamp was never lit"?\n'
        "MR. {DRAY}: It does."
    )
    assert told.who("the lamp was never") == "Dray"


def test_a_letter_says_you_to_whom_it_is_addressed(tell: Tell) -> None:
    told = tell(
        "FAX\nFROM: {A. LOWE|Lowe}, HULL\nTO: HARBOUR BOARD, ATTN. MRS {F. BRAND|Brand}\nPAGES: 1\n\n"
        'DEAR MADAM, YOU SAID TO ME ON THE QUAY, "COME WHEN YOU WANT TO TELL ME." I WANT TO. {LOWE}'
    )
    assert told.who("COME WHEN") == "Brand"


def test_words_that_a_speaker_calls_somebodys_stay_his(tell: Tell) -> None:
    excerpt = '{Lowe} spoke last. He sharply denounced {Dray}\'s "idle talk of storms" and praised the crew.'
    assert tell(excerpt).who("idle talk") == "Lowe"


PRONOUNS = (
    # claim, excerpt, words, speaker
    ("{DRAY} ENVIED {LOWE}", '"{Dray} takes the lighter oar," he wrote to his mother.', "takes the", "Lowe"),
    ("THE FERRY", '{Kemp} read it to {Lowe}. "Citizen {Lowe}," he cried, "you are late."', "you are", "Kemp"),
    (
        "{LOWE} ROWED",
        'It is what is shouted when there is a man in the hold. "I called to them," he wrote.',
        "I called",
        "Lowe",
    ),
    (
        "{LOWE} ROWED",
        '{Lowe} knew it. But a man may be warned. Twice he speaks of "the night when we stayed."',
        "the night",
        "Lowe",
    ),
    (
        "{LOWE} ROWED",
        'He sent for me. He was old. I said that {Dray} had drowned. He said, "I was told so."',
        "I was told",
        "Lowe",
    ),
    (
        "{MARY} LED",
        'She could not read until a fellow prisoner taught her. Asked her trade, she replied, "Nets."',
        "Nets",
        "Mary",
    ),
    ("{MARY} FOUND IT", 'She said, and everybody heard, "Look under the lamp."', "Look under", "Mary"),
    ("{LOWE} HATED {DRAY}", 'About {Dray} he wrote: "He is his father\'s son."', "He is", "Lowe"),
    (
        "THE FERRY",
        'But {Brand} [{Lowe}\'s wife] said: "The talk of the lamp took place in my house."',
        "The talk",
        "Brand",
    ),
)


@pytest.mark.parametrize(("claim", "excerpt", "words", "speaker"), PRONOUNS)
def test_a_pronoun_means_who_can_say_it(tell: Tell, claim: str, excerpt: str, words: str, speaker: str) -> None:
    assert tell(excerpt, claim=claim).who(words) == speaker


@pytest.mark.parametrize(
    "excerpt",
    [
        'Nobody saw it. "There was no lamp," he',
        'He: "There was no lamp."',
        'When {Ash} came home, a "There was no lamp that I lit."',
    ],
)
def test_a_sentence_that_breaks_off_is_read(tell: Tell, excerpt: str) -> None:
    assert tell(excerpt).who("There was no lamp") in ("author", "Ash")


@pytest.mark.parametrize(
    ("excerpt", "words", "speaker"),
    [
        ('It was {Lowe}, not {Dray}, who cried: "Cut the rope!"', "Cut the", "Lowe"),
        ('It was {Lowe}, and not Mr. {Dray}, who cried: "Cut the rope!"', "Cut the", "Lowe"),
        ('{Lowe} received a letter from {Dray}: "All is lost."', "All is lost", "Dray"),
        ('{Lowe} had a note from {Dray} that day: "All is lost."', "All is lost", "Dray"),
        ('{Lowe} quoted {Dray} as having said that "all is lost," and laughed.', "all is lost", "Dray"),
        ('{Dray} read aloud the letter of {Lowe}: "All is lost."', "All is lost", "Lowe"),
        ('{Dray}, who hated {Lowe}, called him "a coward and a thief."', "a coward", "Dray"),
        ('{Dray}, whose brother was {Lowe}, said: "All is lost."', "All is lost", "Dray"),
        ('{Dray}, who was there, and {Lowe}, who was not, wept. {Lowe} said: "All is lost."', "All is lost", "Lowe"),
        ('"All is lost," one of them is reported to have said to {Lowe}.', "All is lost", "anon:one-of-them"),
        ('{Dray} would never have said, "I did it."', "I did it", "author"),
        ('Neither {Lowe} nor {Dray} said, "I was afraid."', "I was afraid", "author"),
    ],
)
def test_who_said_it_is_not_who_is_named_beside_him(tell: Tell, excerpt: str, words: str, speaker: str) -> None:
    assert tell(excerpt).who(words) == speaker


_SCRAPS = (
    '"There was no lamp," |"There was no lamp." |"Why?" |: |, |. |… |— |(|) |{Ash} |{Mary} |he |she |I |you '
    '|"I was not there." |him |her |his |my '
    "|a |an |the |who |which |that |of |to |in |by |from |as |and |but |when |When |all |what |said |says |asked |told "
    "|wrote |answered |put |was |is |did |reply |words |letter |Board |captain |makes |used |not |Tell |Asked |whom |\n"
).split("|")


@given(st.lists(st.sampled_from(_SCRAPS), min_size=1, max_size=14))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_scraps_of_sentences_make_it_raise(tell: Tell, scraps: list[str]) -> None:
    told = tell("{Ash} saw it. " + "".join(scraps).strip() + " End")
    assert "".join(words for words, _ in told.speakers).split()


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("I sat at the loom, and about two o'clock my brother came in and said", "anon:brother"),
        ("{Kemp} lay ill, and at ten his wife came up with the lamp and said", "anon:wife"),
        ("I knew the house, and towards noon the old clerk came down and said", "anon:old-clerk"),
        ("I went to the window, and with my back to the room said", "author"),
        ("{Kemp} went to the window, and in the hall of his house turned and said", "Kemp"),
        ("I knew the house, and on the wall of the room wrote", "author"),
    ],
)
def test_a_new_subject_stands_behind_the_time_that_opens_its_clause(tell: Tell, words: str, speaker: str) -> None:
    assert tell(f'{words}: "The ferry has gone."').who("The ferry") == speaker
