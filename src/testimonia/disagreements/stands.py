"""Where a sentence says yes or no to something: its stands.

A stand is taken on whether somebody had part in a deed, knew of it or did it alone, whether people in custody were
forced, whether a death changed things, whether onlookers believed, whether proof in writing
was brought, and how good somebody's word or work is. Each is read from words of ``stances.toml``, with what denies
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Sourcebook
from ..words.grammar import BE
from ..words.kinds import kind_words
from ..words.polarity import is_denied
from .lines import line_of
from .sayings import Saying, Sayings
from .vocabulary import Marked, mark

__all__ = ["Stand", "read_stands"]

_SPEAKS = re.compile(r"[,:]\s*[\"“]")


@dataclass(frozen=True, slots=True)
class Stand:
    """A stand: ``yes`` or no in a ``matter``, by the words ``text[start:end]`` of the record.

    ``key`` is what it is a stand on, beside the matter; ``group`` says that it is said of people in somebody's power,
    ``of_deed`` that the sentence names a deed.
    """

    saying: Saying
    matter: str
    yes: bool
    start: int
    end: int
    key: tuple[str, ...]
    group: bool = False
    of_deed: bool = False


def read_stands(book: Sourcebook, sayings: Sayings) -> Iterator[Stand]:
    """The stands of all sentences that are no questions, in the order of the page."""
    victims: list[str] = []
    record = last = ""
    pronouns = _Pronouns(book)
    for saying in sayings.all:
        if saying.record.id != record:
            record, last, pronouns.last = saying.record.id, "", []
            victims = sayings.named_in_claims.get(saying.record.claim or "", [])
        line = mark(line_of(saying))
        if (line.tags or line.phrases) and not _asks(saying):
            own = {v for at in line.places("deeds") for v in victims_of(line, at)}
            victims = sorted(own) if own else victims
            yield from _blame(line, pronouns)
            yield from _alone(line, victims, bool(own))
            yield from _change(line)
            yield from _force(line, pronouns)
            yield from _belief(line)
            yield from _papers(line)
            yield from _knowing(line, pronouns)
            yield from _worth(line, last)
        named = [person for person in line.named if person]
        if named:
            last = named[-1]
            pronouns.hear(named)


def _asks(saying: Saying) -> bool:
    """Whether it is a question, and none that is only quoted."""
    return saying.words.rstrip("\"'”’)] ").endswith("?") and not _SPEAKS.search(saying.words)


def _stand(
    line: Marked, matter: str, yes: bool, at: int, length: int, key: Sequence[str], group: bool = False
) -> Stand:
    first = at
    for back in range(at - 1, max(-1, at - 5), -1):
        if line.words[back] in ("no", "not", "never", "without", "nothing", "nowhere"):
            first = back
            break
    start, end = line.line.places[first][0], line.line.places[at + length - 1][1]
    return Stand(line.saying, matter, yes, start, end, tuple(key), group, bool(line.places("deeds")))


def _takes(line: Marked, table: str) -> bool:
    """Whether a word or phrase of a table with two sides stands there."""
    return any(f"{table}.{side}" in line.tags or f"{table}.{side}_phrases" in line.phrases for side in ("yes", "no"))


def _sided(line: Marked, table: str) -> tuple[int, int, bool] | None:
    """Where the first word or phrase of a table with two sides stands, its length, and which side it comes to."""
    best: tuple[int, int, bool] | None = None
    for side, yes in (("yes", True), ("no", False)):
        phrase = line.phrases.get(f"{table}.{side}_phrases")
        places = line.places(f"{table}.{side}")
        for found in ([(*phrase, yes)] if phrase else []) + ([(places[0], 1, yes)] if places else []):
            if best is None or found[0] < best[0]:
                best = found
    if best is None:
        return None
    at, length, yes = best
    return at, length, yes != (line.words[at] not in ("no", "without") and is_denied(line.words, at))


class _Pronouns:
    """Whom "I" and "they" mean: the voice's speaker, and those named together last before."""

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self.last: list[str] = []

    def __call__(self, line: Marked, at: int) -> list[str]:
        """Ids, none where nothing tells; a place of -1 asks whom a "they" would mean."""
        if at >= 0 and line.words[at] in ("i", "me"):
            start, end = line.line.places[at]
            voice = self._book.voice_at(line.saying.record.place(start, end).start)
            known = voice is not None and ":" not in voice.speaker and voice.speaker != "compiler"
            return [voice.speaker] if voice is not None and known else []
        return list(self.last) if 2 <= len(self.last) <= _FEW else []

    def hear(self, named: Sequence[str]) -> None:
        """Take note of who is named together."""
        people = list(dict.fromkeys(named))
        if len(people) >= 2:
            self.last = people


_DECIDING = 6  # words from a decision to what was decided
_FEW = 4  # people whom a "they" may mean
Meant = Callable[[Marked, int], list[str]]


def _blame(line: Marked, meant: Meant) -> Iterator[Stand]:
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
            continue  # "evidence implicating them was not forthcoming": it may come yet
        if word == "order" and line.words[at + 1 : at + 2] == ["to"] and not line.has("deeds", at + 2, at + 5):
            continue
        if word == "hand" and line.words[at + 1 : at + 2] != ["in"]:
            continue
        if not no and _is_hearsay(line, at):
            continue
        for agent in agents:
            seen.add(agent)
            for victim in victims or {""}:
                yield _stand(line, "part in a deed", not no, at, 1, (agent, victim))


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


def victims_of(line: Marked, at: int) -> Iterator[str]:
    """Whom a deed was done to: "the murder of Oake", "Oake's murder", "the Oake murder"."""
    if at + 2 < len(line.words) and line.words[at + 1] in ("of", "[") and line.named[at + 2]:
        yield line.named[at + 2]
    elif at + 3 < len(line.words) and line.words[at + 1 : at + 3] == ["[", "of"] and line.named[at + 3]:
        yield line.named[at + 3]
    elif at and line.named[at - 1]:
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


def _alone(line: Marked, victims: Sequence[str], here: bool) -> Iterator[Stand]:
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
            if line.words[at + length - 1] == "own" and _goes_on(line, at + length):
                continue  # "on his own admission"
            if "decision" in line.words[at : at + length] and _is_to_do_else(line, at + length):
                continue  # "the decision of the guild to strike"
            if line.words[at : at + 2] == ["work", "of"] and BE.isdisjoint(line.words[max(0, at - 4) : at]):
                continue  # "about the work of the station"
            if not yes and (_is_hearsay(line, at) or _is_doing(line, at + length)):
                continue  # "the work of finding arms" is nobody's
            if not yes and not here and line.words[at + length - 1] == "by" and line.words[at].endswith("ed"):
                continue
            yield _stand(line, "alone or with others", yes != negative, at, length, victims)


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


def _change(line: Marked) -> Iterator[Stand]:
    """That a death changed things, or did not."""
    own = {v for at in line.places("deeds") for v in victims_of(line, at)}
    if not own:
        return
    for field, yes in (("plus", True), ("minus", False)):
        found = line.phrases.get("change." + field)
        if found is not None:
            at, length = found
            negative = field != "minus" and is_denied(line.words, at)
            yield _stand(line, "whether it changed things", yes != negative, at, length, sorted(own))
            return


def _force(line: Marked, meant: Meant) -> Iterator[Stand]:
    """That people in custody were forced or ill treated, or were not."""
    if not _takes(line, "forced"):
        return
    held = bool(line.places("held"))
    custody = held or bool(line.places("custody"))
    found = _sided(line, "forced")
    if found is None or not custody:
        return
    at, length, yes = found
    if _UNREAL & set(line.words[max(0, at - 8) : at]):
        return
    if line.words[at] in _FREELY and not _is_of_words(line, at):
        return
    if line.words[at + length : at + length + 1] == ["or"] and "?" in line.saying.words:
        return  # "freely or under torture?"
    people = {person for person in line.named if person}
    for place, word in enumerate(line.words):
        if word in ("i", "me"):
            people.update(meant(line, place))
    if held or people:
        yield _stand(line, "force", yes, at, length, sorted(people), held)


def _is_of_words(line: Marked, at: int) -> bool:
    """Whether what is done freely is to confess or to testify."""
    near = set(range(at - 5, at + 5))
    return bool((near & set(line.places("custody"))) - set(line.places("held")))


def _papers(line: Marked) -> Iterator[Stand]:
    """That proof in writing was brought, or was not."""
    places = line.places("papers")
    for at in places:
        brought = line.has("papers.deeds", at, at + 20)
        if brought and _PROVING & set(line.words):
            yield _stand(line, "proof in writing", not is_denied(line.words, at), at, 1, ())
            return


_PROVING = frozenset("proof evidence court trial".split())


def _knowing(line: Marked, meant: Meant) -> Iterator[Stand]:
    """That somebody knew of a deed, or did not."""
    if not line.places("deeds"):
        return
    victims = {v for at in line.places("deeds") for v in victims_of(line, at)}
    for at in line.places("knowing")[:1]:
        agents = _agents(line, at, meant) or meant(line, -1)
        no = is_denied(line.words, at) or _unproved(line, at)
        for agent in agents:
            for victim in victims or {""}:
                yield _stand(line, "knew of a deed", not no, at, 1, (agent, victim))


def _worth(line: Marked, last: str) -> Iterator[Stand]:
    """That somebody's word is good or bad, or that he is good or bad at something."""
    found = _sided(line, "word")
    if found is not None:
        at, length, yes = found
        near = [line.named[n] for n in range(max(0, at - 4), min(len(line.words), at + length + 4)) if line.named[n]]
        if near:
            yield _stand(line, "whose word is good", yes, at, length, near[:1])
    found = _sided(line, "worth")
    if found is not None:
        at, length, yes = found
        noun = at + length
        person = next((line.named[n] for n in range(at - 1, -1, -1) if line.named[n]), last)
        if noun < len(line.words) and line.words[noun].endswith(_DOERS) and person and line.tokens[noun] >= 0:
            key = line.saying.tokens[line.tokens[noun]].key
            yield _stand(line, "how good at it", yes, at, length + 1, (person, key))


_FOUND = BE | frozenset("thought think found find considered held called seemed appeared sounded as ring rang".split())
_DOERS = ("er", "or", "ist", "ian")


_UNREAL = frozenset("if whether need needed needs needing would could might may suppose supposing".split())
_SUPPOSING = frozenset("if whether futile would might".split())
_FREELY = frozenset("freely voluntary voluntarily".split())


def _says_something(line: Marked, at: int) -> bool:
    number = line.tokens[at]
    return number >= 0 and bool(line.saying.tokens[number].key)


def _belief(line: Marked) -> Iterator[Stand]:
    """That onlookers believed what was said, or did not."""
    if not line.places("holders") or not line.places("objects") or not _takes(line, "believed"):
        return
    found = _sided(line, "believed")
    if found is not None:
        at, length, yes = found
        if line.words[at] in ("true", "genuine") and at + 1 < len(line.words) and _says_something(line, at + 1):
            return  # "their true relation"
        if line.words[at] == "true" and line.words[at + 1 : at + 2] in (["in"], ["of"], ["for"], ["that"], ["also"]):
            return  # "this is true of foreigners"
        if line.words[at] in ("true", "genuine") and _FOUND.isdisjoint(line.words[max(0, at - 6) : at]):
            return  # "the true, if nightmare, story"
        if _SUPPOSING & set(line.words[max(0, at - 8) : at]):
            return
        yield _stand(line, "belief", yes, at, length, ())
