"""Meetings told by a verb with what goes with it: "was introduced to Ash", "had supper with Reed", "ran into Holm".

Each form says by itself that two were in one place; whom somebody only saw may not have seen him, and is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from testimonia.words.accounts import Account
from testimonia.words.calendars import MONTHS
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Sentence, Word, is_negated, is_passive, object_of
from testimonia.words.denials import is_gainsaid
from testimonia.words.grammar import DETERMINERS

from .lexicon import lexicon
from .persons import doers_of, known, owners_at, people_at
from .sides import is_people
from .talks import Talk, talk_of
from .undone import is_possible, is_supposed, is_used_to

__all__ = ["find_company"]

_BEFORE = 3  # words before the verb that make it only possible
_OBJECT = 6  # words from the verb to its noun: "had a long and dull supper with"
_TITLED = frozenset("the a an his her their my our some".split())
_WITH = frozenset(("with",))
_WAS = frozenset(("was", "were", "been"))
_NEVER = frozenset("never neither nor not no".split())
_DENIED = 9  # words before "saw" in which it may be denied: "neither before nor after has she ever seen"
_NOT_THERE = re.compile(  # where nobody meets anybody
    r"\b(?:in|with)\s+(?:an?\s|the\s|his\s|her\s)?(?:[^\W\d_]+\s)?(?:dreams?|visions?|spirit|mind|imagination|memory|pictures?|photographs?|"
    r"portrait|reviews?|books?|novel|poem|sermon|print)\b|\bby\s+(?:letter|post|correspondence|telephone|telegraph)\b",
    re.IGNORECASE,
)
_SEEN_WHEN = frozenset("again often twice once daily yesterday every several alone".split())


@cache
def _opening() -> frozenset[str]:
    lex = lexicon()
    alone = lex.introducing | lex.hosting | lex.catching_sight | lex.finding | lex.sharing | _WAS
    return alone | {"guest", *lex.running}


def find_company(account: Account, sentence: Sentence) -> Iterator[Talk]:
    """The meetings of a sentence that these forms tell."""
    lex, opening = lexicon(), _opening()
    for at, word in enumerate(sentence.words):
        low = word.low
        if low not in opening or word.named is not None:
            continue
        talk = None
        if low in lex.introducing:
            talk = _introduced(account, sentence, at)
        elif low in lex.running:
            talk = _ran_into(account, sentence, at)
        elif low in lex.hosting:
            talk = _received(account, sentence, at)
        elif low in lex.catching_sight:
            talk = _saw(account, sentence, at)
        elif low in lex.finding:
            talk = _found(account, sentence, at)
        elif low == "guest":
            talk = _guest(account, sentence, at)
        elif low in _WAS:
            talk = _was_with(account, sentence, at)
        if talk is None and low in lex.sharing:
            talk = _shared(account, sentence, at)
        if talk is not None and not _NOT_THERE.search(sentence.text, word.end, sentence.end):
            yield talk


def _is_real(sentence: Sentence, at: int) -> bool:
    """Whether the verb at ``at`` tells what was done."""
    words = sentence.words
    if is_negated(sentence, at) or is_gainsaid(sentence, at) or is_supposed(sentence, at):
        return False
    before = words[max(0, at - _BEFORE) : at]
    return is_used_to(sentence, at) or not any(word.low == "to" or is_possible(word) for word in before)


def _introduced(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash was introduced to Reed", "Holm introduced Ash to Reed": those two met."""
    words = sentence.words
    if not _is_real(sentence, at):
        return None
    if is_passive(sentence, at):
        if at + 2 >= len(words) or words[at + 1].low != "to":
            return None
        who = subject_of(sentence, at, account.meant)
        return talk_of(account, sentence, at, who, people_at(account, sentence, at + 2))
    who = people_at(account, sentence, at + 1)
    to = sentence.word_from(who[-1].end) if who else None
    if to is None or words[to].low != "to":
        return None
    return talk_of(account, sentence, at, who, people_at(account, sentence, to + 1))


def _ran_into(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash ran into Reed", "came across Reed", "fell in with Reed"."""
    words = sentence.words
    behind = [word.low for word in words[at + 1 : at + 3]]
    for phrase in lexicon().running[words[at].low]:
        if behind[: len(phrase)] == list(phrase):
            if not _is_real(sentence, at) or is_passive(sentence, at):
                return None
            whom = people_at(account, sentence, at + 1 + len(phrase))
            return talk_of(account, sentence, at, doers_of(account, sentence, at), whom)
    return None


def _shared(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash had supper with Reed", "shook hands with Reed", "took leave of Reed", "paid a call on Reed"."""
    words, lex = sentence.words, lexicon()
    for n in range(at + 1, min(at + 1 + _OBJECT, len(words) - 2)):
        low = words[n].low
        spent = words[at].low.startswith("spen") and words[n + 1].low == "with"  # "spent the whole of Sunday with"
        prepositions = _WITH if spent else lex.shared.get(low)
        if prepositions is not None and words[n + 1].low in prepositions:
            if not _is_real(sentence, at) or is_passive(sentence, at):
                return None
            return talk_of(account, sentence, at, doers_of(account, sentence, at), people_at(account, sentence, n + 2))
        if words[n].is_mark or words[n].named is not None or low in ("that", "to", "and", "with", "no"):
            break
    return _paid_a_visit(account, sentence, at)


def _paid_a_visit(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash paid Reed a visit", "made Reed's acquaintance"."""
    words = sentence.words
    if words[at].low.startswith("ma"):
        noun = next((n for n in range(at + 1, min(at + _OBJECT, len(words))) if words[n].low == "acquaintance"), None)
        whom = owners_at(account, sentence, noun) if noun is not None else ()
    elif words[at].low.startswith("pa"):
        whom = people_at(account, sentence, at + 1)
        end = sentence.word_from(whom[-1].end) if whom else None
        following = [word.low for word in words[end : end + 4]] if end is not None else []
        if not following or following[0] != "a" or not {"visit", "call"} & set(following):
            return None
    else:
        return None
    if not whom or not _is_real(sentence, at) or is_passive(sentence, at):
        return None
    return talk_of(account, sentence, at, doers_of(account, sentence, at), whom)


def _received(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "The Emperor received Ash in his tent": somebody, and nothing of his."""
    words = sentence.words
    if not _is_real(sentence, at) or is_passive(sentence, at):
        return None
    if at + 1 < len(words) and words[at].low.endswith("ing") and words[at - 1].low in DETERMINERS:
        return None
    whom = object_of(sentence, at, account.meant)
    if whom is None or not (known(whom) or is_people(account, whom)):
        return None
    behind = sentence.word_from(whom.end)
    if behind is not None and (words[behind].low in ("as", "'s", "from") or words[behind].named is not None):
        return None
    return talk_of(account, sentence, at, doers_of(account, sentence, at), people_at(account, sentence, at + 1))


def _saw(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash saw Reed again in May", and not what Reed did: both by name or as who speaks, for seeing is little."""
    words = sentence.words
    if not _is_real(sentence, at) or is_passive(sentence, at) or words[at - 1].low in DETERMINERS:
        return None
    if any(word.low in _NEVER for word in words[max(0, at - _DENIED) : at]):
        return None
    who, whom = doers_of(account, sentence, at), people_at(account, sentence, at + 1)
    if not who or not whom or not all(known(party) for party in (*who, *whom)):
        return None
    behind = sentence.word_from(whom[-1].end)
    if behind is not None and not _tells_when(words[behind : behind + 3]):
        return None
    if behind is not None and any(word.low == "as" for word in words[behind : behind + 4]):
        return None  # "saw Reed in May as the better painter"
    talk = talk_of(account, sentence, at, who, whom)
    return replace(talk, doubt="was seen; that they spoke is not said") if talk is not None else None


def _tells_when(words: Sequence[Word]) -> bool:
    """Whether nothing but a time stands behind whom one saw: "again", "on Monday", "in May", "on the 3rd"."""
    if words[0].low in _SEEN_WHEN or words[0].word in (".", ";", "..."):
        return True
    times = (word.low in MONTHS or word.low.endswith("day") or word.word[:1].isdigit() for word in words[1:])
    return words[0].low in ("in", "on") and any(times)


def _found(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash found Reed at home", "he found Reed and Holm at work"."""
    words = sentence.words
    if not _is_real(sentence, at) or is_passive(sentence, at):
        return None
    whom = people_at(account, sentence, at + 1)
    behind = sentence.word_from(whom[-1].end) if whom else None
    if behind is None:
        return None
    following = " ".join(word.low for word in words[behind : behind + 3])
    if not following.startswith(lexicon().found_there):
        return None
    return talk_of(account, sentence, at, doers_of(account, sentence, at), whom)


def _guest(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "Ash was his guest", "Ash was the guest of Reed"."""
    words = sentence.words
    was = next((n for n in range(at - 1, max(-1, at - 5), -1) if words[n].low in _WAS), None)
    if was is None or not _is_real(sentence, was):
        return None
    hosts = owners_at(account, sentence, at)
    if not hosts and at + 2 < len(words) and words[at + 1].low == "of":
        hosts = people_at(account, sentence, at + 2)
    return talk_of(account, sentence, at, subject_of(sentence, was, account.meant), hosts)


def _was_with(account: Account, sentence: Sentence, at: int) -> Talk | None:
    """ "I was once with Ash"."""
    words = sentence.words
    if at + 3 > len(words) or words[at + 1].low not in ("once", "alone", "often", "closeted", "seated"):
        return None
    if words[at + 2 : at + 3] == [] or words[at + 2].low != "with" or not _is_real(sentence, at):
        return None
    return talk_of(account, sentence, at, subject_of(sentence, at, account.meant), people_at(account, sentence, at + 3))
