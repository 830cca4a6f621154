"""Stands on what people were put through, and on what was judged of them: force, belief, proof, worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..words.grammar import BE
from ..words.polarity import is_denied
from .stand import Meant, Stand, make_stand, sided, takes
from .vocabulary import Marked

__all__ = ["belief_stands", "force_stands", "paper_stands", "worth_stands"]


def force_stands(line: Marked, meant: Meant, asked: Sequence[str] = (), last: str = "") -> Iterator[Stand]:
    """That people in custody were forced or ill treated, or were not; ``asked`` are those whom the claim names."""
    if not takes(line, "forced"):
        return
    held = bool(line.places("held"))
    custody = held or bool(line.places("custody"))
    found = sided(line, "forced")
    if found is None or not custody:
        return
    at, length, yes = found
    yes = yes and not _is_repudiated(line, at)
    if _UNREAL & set(line.words[max(0, at - 8) : at]) or _is_to_be_believed(line, at):
        return
    if line.words[at] in _FREELY and not _is_of_words(line, at):
        return
    if line.words[at + length : at + length + 1] == ["or"] and "?" in line.saying.words:
        return  # "freely or under torture?"
    people = {person for person in line.named if person}
    for place, word in enumerate(line.words):
        if word in ("i", "me"):
            people.update(meant(line, place))
    if not people and len(asked) == 1 and not _HE.isdisjoint(line.words):
        people = set(asked)
    is_meant = not people and bool(last) and not _HE.isdisjoint(line.words)
    if is_meant:
        people = {last}
    if held or people:
        sorts = {_sort(line.words[place]) for tag in ("yes", "no") for place in line.places(f"forced.{tag}")}
        sort = _sort(line.words[at]) if len(sorts) < 2 else ""  # "by threats or hunger or blows" is any force
        yield replace(make_stand(line, "force", yes, at, length, sorted(people), held), sort=sort, meant=is_meant)


# that people were not drugged or shouted at says nothing of whether they were beaten
_SORTS = (
    ("drugs", ("drug", "hypnot")),
    ("words", ("bull", "browbeat")),
    ("kindness", ("consider", "courte", "humane", "kind", "shown")),
)


_REPUDIATES = frozenset(
    "repudiated repudiates denied denies rejected rejects refuted refutes dismissed scouted".split()
)
_HE = frozenset("he she him her".split())


def _is_repudiated(line: Marked, at: int) -> bool:
    """Whether it is what somebody says is not so: "denied the suggestion that … under threat", "it was not Ash who"."""
    near = line.words[max(0, at - 6) : at]
    if "who" in near and "not" in near[max(0, near.index("who") - 3) : near.index("who")]:
        return True
    for place, word in enumerate(line.words[:at]):
        if word in _REPUDIATES and "that" in line.words[place + 1 : place + 6]:
            return not {";", ":", "."} & set(line.words[place:at])
    return False


def _sort(word: str) -> str:
    return next((sort for sort, words in _SORTS if word.startswith(words)), "")


def _is_to_be_believed(line: Marked, at: int) -> bool:
    """Whether it is what others are said to want one to believe: "would have us believe that"."""
    before = line.words[:at]
    return "believe" in before and "us" in before[max(0, before.index("believe") - 3) : before.index("believe")]


def _is_of_words(line: Marked, at: int) -> bool:
    """Whether what is done freely is to confess or to testify."""
    near = set(range(at - 5, at + 5))
    return bool((near & set(line.places("custody"))) - set(line.places("held")))


def paper_stands(line: Marked) -> Iterator[Stand]:
    """That proof in writing was brought, or was not."""
    places = line.places("papers")
    for at in places:
        brought = line.has("papers.deeds", at, at + 20)
        if brought and _PROVING & set(line.words):
            yield make_stand(line, "proof in writing", not is_denied(line.words, at), at, 1, ())
            return


_PROVING = frozenset("proof evidence court trial".split())


def worth_stands(line: Marked, last: str) -> Iterator[Stand]:
    """That somebody's word is good or bad, or that he is good or bad at something."""
    found = sided(line, "word")
    if found is not None:
        at, length, yes = found
        near = [line.named[n] for n in range(max(0, at - 4), min(len(line.words), at + length + 4)) if line.named[n]]
        if near:
            yield make_stand(line, "whose word is good", yes, at, length, near[:1])
    found = sided(line, "worth")
    if found is not None:
        at, length, yes = found
        noun = at + length
        person = next((line.named[n] for n in range(at - 1, -1, -1) if line.named[n]), last)
        if noun < len(line.words) and line.words[noun].endswith(_DOERS) and person and line.tokens[noun] >= 0:
            key = line.saying.tokens[line.tokens[noun]].key
            yield make_stand(line, "how good at it", yes, at, length + 1, (person, key))


_FOUND = BE | frozenset("thought think found find considered held called seemed appeared sounded as ring rang".split())
_DOERS = ("er", "or", "ist", "ian")


_UNREAL = frozenset("if whether need needed needs needing would could might may can seemed suppose supposing".split())
_SUPPOSING = frozenset("if whether futile would might".split())
_FREELY = frozenset("freely voluntary voluntarily".split())


def _says_something(line: Marked, at: int) -> bool:
    number = line.tokens[at]
    return number >= 0 and bool(line.saying.tokens[number].key)


def belief_stands(line: Marked) -> Iterator[Stand]:
    """That onlookers believed what was said, or did not."""
    if not line.places("holders") or not line.places("objects") or not takes(line, "believed"):
        return
    found = sided(line, "believed")
    if found is not None:
        at, length, yes = found
        if line.words[at] in ("true", "genuine") and at + 1 < len(line.words) and _says_something(line, at + 1):
            return  # "their true relation"
        if line.words[at] == "true" and line.words[at + 1 : at + 2] in (["in"], ["of"], ["for"], ["that"], ["also"]):
            return  # "this is true of foreigners"
        if line.words[at] in ("true", "genuine") and _FOUND.isdisjoint(line.words[max(0, at - 6) : at]):
            return  # "the true, if dull, tale"
        if _SUPPOSING & set(line.words[max(0, at - 8) : at]):
            return
        yield make_stand(line, "belief", yes, at, length, ())
