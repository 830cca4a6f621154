"""Stands on a deed: who had part in it or knew of it, whether it was done alone, and whether it changed things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..words.grammar import BE
from ..words.kinds import kind_words
from ..words.polarity import is_denied
from .stand import Meant, Stand, make_stand
from .vocabulary import Marked

__all__ = ["alone_stands", "blame_stands", "change_stands", "knowing_stands", "victims_of"]

_DECIDING = 6  # words from a decision to what was decided


def blame_stands(line: Marked, meant: Meant) -> Iterator[Stand]:
    """That somebody had, or had no, part in a deed against somebody."""
    deeds = line.places("deeds")
    if not deeds:
        return
    victims = {v for at in deeds for v in victims_of(line, at)}
    seen: set[str] = set()
    clearing = line.places("blame.clearing")
    for at in sorted({*line.places("blame"), *clearing}):
        if at in deeds:
            continue
        word, clears = line.words[at], at in clearing
        if word == "responsible" and (at + 1 >= len(line.words) or line.words[at + 1] != "for"):
            continue
        agents = [agent for agent in _agents(line, at, meant) if agent not in seen and agent not in victims]
        if not agents:
            continue
        no = is_denied(line.words, at) or _unproved(line, at) or clears or _is_not_found(line, at)
        if line.words[at - 1] in ("moral", "indirect", "political") or _is_charge(line, at):
            continue
        if word in ("responsible", "responsibility") and _is_for_people(line, at):
            continue
        if word == "accused" and line.words[at - 1] in ("the", "all") and not no:
            continue  # "the accused Oake", "the accused"
        if "forthcoming" in line.words[at + 1 : at + 6]:
            continue  # "proof against the pilots was not forthcoming": it may come yet
        if word == "order" and line.words[at + 1 : at + 2] == ["to"] and not line.has("deeds", at + 2, at + 5):
            continue
        if word == "hand" and line.words[at + 1 : at + 2] != ["in"]:
            continue
        if not no and _is_hearsay(line, at):
            continue
        for agent in agents:
            seen.add(agent)
            for victim in victims or {""}:
                yield make_stand(line, "part in a deed", not no, at, 1, (agent, victim))


def _agents(line: Marked, at: int, meant: Meant) -> list[str]:
    """Whom a word of blame is put on: behind "accuse" and "by", else before it in its clause."""
    words = line.words
    if at + 2 < len(words) and words[at + 1] == "of" and line.named[at + 2]:
        return [line.named[at + 2]]
    passive = any(word in BE for word in words[max(0, at - 3) : at])
    if _ON_OBJECT.match(words[at]) and not passive:
        return _first(line, range(at + 1, min(len(words), at + 6)), meant)
    if "by" in words[at + 1 : at + 4]:
        by = words.index("by", at + 1)
        return _first(line, range(by + 1, min(len(words), by + 6)), meant)
    found: list[int] = []
    for back in range(at - 1, max(-1, at - _CLAUSE - 1), -1):
        if words[back] in _BOUNDS:
            break
        found.append(back)
    return _first(line, found, meant)


def _first(line: Marked, places: Iterable[int], meant: Meant) -> list[str]:
    """The first who is named at one of the places, or whom a pronoun there means."""
    for place in places:
        if line.named[place]:
            behind = place + 1
            if behind < len(line.words) and not line.named[behind] and line.words[behind] in kind_words("events"):
                continue  # a group, a letter or a trial that is called after somebody
            return [line.named[place]]
        if line.words[place] in _PRONOUNS:
            return meant(line, place)
    return []


_BOUNDS = frozenset("that which who whom ; : . ( )".split())
_PRONOUNS = frozenset("i me they them".split())
_ON_OBJECT = re.compile(
    r"(?:implicat(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|exonerat\w+|absolv\w+|clear(?:s|ed))$"
)
_CLAUSE = 9  # words from a word of blame back to its subject


def _is_for_people(line: Marked, at: int) -> bool:
    """Whether what somebody answers for is not a deed but people: "responsibility for those he led"."""
    return line.words[at + 1 : at + 2] == ["for"] and bool(
        {"those", "them", "others"} & set(line.words[at + 2 : at + 4])
    )


def _is_charge(line: Marked, at: int) -> bool:
    """Whether it is what somebody is tried for: "came to trial for arson"."""
    before = line.words[max(0, at - 5) : at]
    return bool({"for", "with", "of"} & set(before[-2:])) and bool(_CHARGED & set(before))


_CHARGED = frozenset("trial tried charge charged charges indicted accused".split())


def _is_not_found(line: Marked, at: int) -> bool:
    """Whether what would put the deed on somebody is said not to be there: "evidence against him was not found"."""
    after = line.words[at + 1 : at + 8]
    return "not" in after and bool({"found", "established", "proved", "proven"} & set(after))


def _is_hearsay(line: Marked, at: int) -> bool:
    """Whether a theory, a rumour or an "if" is what holds the words."""
    return (
        line.has("told", at - 8, at)
        or "possible" in line.words[max(0, at - _CLAUSE - 4) : at]
        or line.has("told", at + 1, at + 4)
    )


# "Oake murdered" is who did it, and "anti-Oake conspirators" are people
_DOERS = re.compile(
    r".*ed$|(?:conspirator|plotter|murderer|assassin|bomber|wrecker|saboteur|poisoner|killer|robber)s?$"
)


def victims_of(line: Marked, at: int) -> Iterator[str]:
    """Whom a deed was done to: "the murder of Oake", "Oake's murder", "the Oake murder"."""
    if at + 2 < len(line.words) and line.words[at + 1] in ("of", "[") and line.named[at + 2]:
        yield line.named[at + 2]
    elif at + 3 < len(line.words) and line.words[at + 1 : at + 3] == ["[", "of"] and line.named[at + 3]:
        yield line.named[at + 3]
    elif at and line.named[at - 1] and not _DOERS.match(line.words[at]):
        yield line.named[at - 1]
    elif at > 1 and line.words[at - 1] == "s" and line.named[at - 2]:
        yield line.named[at - 2]
    elif at > 1 and line.words[at - 1] in ("was", "were", "been") and line.words[at].endswith("ed"):
        subject = at - 3 if line.words[at - 2] in ("had", "has", "have") else at - 2
        if subject >= 0 and line.named[subject]:
            yield line.named[subject]
    elif (
        at + 1 < len(line.words)
        and line.named[at + 1]
        and line.words[at].endswith(("e", "ed", "ing", "kill", "murder"))
    ):
        yield line.named[at + 1]


def _unproved(line: Marked, at: int) -> bool:
    """Whether the sentence says before the word that nothing proves it."""
    for place in range(at):
        if line.words[place] in ("no", "nothing", "nowhere", "never", "neither") and (
            line.words[place] in ("nowhere", "never") or line.has("proof", place + 1, place + 6)
        ):
            return True
    return False


def alone_stands(line: Marked, victims: Sequence[str], here: bool) -> Iterator[Stand]:
    """That somebody did a deed alone, or at others' bidding; ``victims`` are those of the deed told of hereabouts.

    ``here`` says that this sentence names them; else what is "headed by" somebody may be any group.
    """
    if not victims:
        return
    for field, yes in (("phrases", True), ("others", False)):
        found = line.phrases.get("alone." + field)
        if found is not None:
            at, length = found
            negative = line.words[at] != "no" and is_denied(line.words, at)
            if not _IN_TURN.isdisjoint(line.words[max(0, at - _CLAUSE) : at]):
                continue  # "identified variously as": told now so and now otherwise
            if line.words[at + length - 1] == "own" and _goes_on(line, at + length):
                continue  # "on his own admission"
            if "decision" in line.words[at : at + length] and _is_to_do_else(line, at + length):
                continue  # "the decision of the guild to strike"
            if line.words[at : at + 2] == ["work", "of"] and not _is_said_of_deed(line, at):
                continue  # "about the work of pilots", "the latest account was the work of"
            if not yes and (_is_hearsay(line, at) or _is_doing(line, at + length)):
                continue  # "the work of finding arms" is nobody's
            if not yes and not here and line.words[at + length - 1] == "by" and line.words[at].endswith("ed"):
                continue
            yield make_stand(line, "alone or with others", yes != negative, at, length, victims)


_IN_TURN = frozenset("variously alternately now first successively either".split())
_TOLD_OF = frozenset("attempt effort account study book report inquiry investigation film play explanation".split())


def _is_said_of_deed(line: Marked, at: int) -> bool:
    """Whether somebody's work is a deed: "the fire was the work of", not "the latest study of the fire was"."""
    if BE.isdisjoint(line.words[max(0, at - 4) : at]):
        return False
    clause = line.words[max(0, at - 2 * _CLAUSE) : at]
    bounds = [n for n, word in enumerate(clause) if word in _BOUNDS]
    return _TOLD_OF.isdisjoint(clause[bounds[-1] + 1 if bounds else 0 :])


def _is_to_do_else(line: Marked, at: int) -> bool:
    """Whether a decision is one to do something that the words name, and that is no deed against anybody."""
    near = line.words[at : at + _DECIDING]
    if "to" not in near:
        return False
    behind = at + near.index("to") + 1
    return behind < len(line.words) and behind not in line.places("deeds")


def _goes_on(line: Marked, at: int) -> bool:
    """Whether a word that says something stands there: the phrase before it is only part of another."""
    return at < len(line.words) and line.tokens[at] >= 0 and bool(line.saying.tokens[line.tokens[at]].key)


def _is_doing(line: Marked, at: int) -> bool:
    return at < len(line.words) and line.words[at].endswith("ing") and not line.named[at]


def change_stands(line: Marked) -> Iterator[Stand]:
    """That a death changed things, or did not."""
    own = {v for at in line.places("deeds") for v in victims_of(line, at)}
    if not own:
        return
    for field, yes in (("plus", True), ("minus", False)):
        found = line.phrases.get("change." + field)
        if found is not None:
            at, length = found
            negative = field != "minus" and is_denied(line.words, at)
            yield make_stand(line, "whether it changed things", yes != negative, at, length, sorted(own))
            return
    for at in line.places("change.turns"):
        yield make_stand(line, "whether it changed things", not is_denied(line.words, at), at, 1, sorted(own))
        return


def knowing_stands(line: Marked, meant: Meant) -> Iterator[Stand]:
    """That somebody knew of a deed, or did not."""
    if not line.places("deeds"):
        return
    victims = {v for at in line.places("deeds") for v in victims_of(line, at)}
    for at in line.places("knowing")[:1]:
        agents = _agents(line, at, meant) or meant(line, -1)
        no = is_denied(line.words, at) or _unproved(line, at)
        for agent in agents:
            for victim in victims or {""}:
                yield make_stand(line, "knew of a deed", not no, at, 1, (agent, victim))
