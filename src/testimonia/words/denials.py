"""Whether what a clause tells stands there only to be denied: "Ash denied that Reed paid", "it is untrue that …"."""

from __future__ import annotations

from .clauses import Sentence
from .speech import english_speech

__all__ = ["is_gainsaid"]

_DENYING = frozenset(
    """deny denies denied denying denial denials refute refutes refuted refuting disprove disproves disproved repudiate
    repudiates repudiated repudiating disavow disavowed dispute disputes disputed contest contests contested reject
    rejects rejected untrue false falsehood fiction invention impossible doubt doubts doubted incredible absurd
    lie lies slander libel fable myth legend invented dreamt dreamed imagined pretended pretends falsely untruly wrongly
    """.split()
)
_NOT = frozenset(("no", "not", "never", "without", "nor", "neither", "cannot"))
_PROOF = frozenset("evidence proof sign trace record indication truth true possible reason case fact".split())
_NOBODY = frozenset(("nobody", "none"))
_PERCEIVING = frozenset(
    "saw sees see heard hears believed believes believe knew knows thought thinks claimed claims said says".split()
)
_BOUNDS = frozenset((";", ":", "?", "but", "whereas", "while", "although", "though"))
_THAT = frozenset(("that", "having", "being", "of", "any", "ever"))
_SUBJECTS = frozenset("i he she it we they you".split())
_REACH = 24  # words from a denial to the verb that it denies
_NEAR = 4  # words from a denial to its "that"


def is_gainsaid(sentence: Sentence, at: int) -> bool:
    """Whether a word of denial before the verb at ``at`` has the clause of that verb for what it denies.

    A verb of saying between the two says something of its own: "Ash denied it and swore that Reed had paid". A denial
    that is denied itself ("did not deny that") denies nothing.
    """
    words = sentence.words
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        low = words[place].low
        if low in _BOUNDS:
            return False
        if low in _PERCEIVING and _is_nobodys(sentence, place):
            return True
        denies = low in _DENYING or (low in _PROOF and _negated(sentence, place))
        if denies:
            return _opens(sentence, place, at) and (low in _PROOF or not _negated(sentence, place))
        if (
            low in english_speech().saying
            and not _is_falsely(sentence, place)
            and place < at - 1
            and place
            and words[place - 1].low not in ("the", "a")
        ):
            return False
    return False


def _is_falsely(sentence: Sentence, place: int) -> bool:
    """Whether it is said falsely, so that the saying is the denial: "claimed falsely that"."""
    return any(word.low in ("falsely", "untruly", "wrongly") for word in sentence.words[max(0, place - 1) : place + 2])


def _is_nobodys(sentence: Sentence, place: int) -> bool:
    """Whether nobody saw, heard or believed it."""
    before = [word.low for word in sentence.words[max(0, place - 2) : place]]
    return bool(before) and (before[-1] in _NOBODY or before == ["no", "one"])


def _negated(sentence: Sentence, place: int) -> bool:
    before = sentence.words[max(0, place - 3) : place]
    return any(word.low in _NOT or word.low.endswith(("n't", "n’t")) for word in before)


def _opens(sentence: Sentence, place: int, at: int) -> bool:
    """Whether the clause of the verb begins right behind the denial."""
    words = sentence.words
    behind = words[place + 1 : at]
    if any(word.low in _THAT for word in behind[:_NEAR]):
        return True
    if words[at].low.endswith("ing") and not any(word.is_mark for word in behind):
        return True
    return bool(behind) and (behind[0].low in _SUBJECTS or behind[0].named is not None)
