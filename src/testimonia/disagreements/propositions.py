"""What a sentence denies in so many words, and what another tells: words with who does them and what stands beside.

Any word may be denied: by a "not", "no", "never" or "unable" that bears on it, the verb behind it or the noun. Some
words lie on a scale with two ends, and say by themselves what another denies: asleep, or awake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..model import Sourcebook
from ..words.grammar import BE, PREPOSITIONS
from ..words.polarity import is_denied, phrase_ends, poles, sides_of
from ..words.verbs import base_of
from .lines import Line, line_of
from .sayings import Saying
from .writers import writers

__all__ = ["Subjects", "Told", "denials", "is_question", "lemma_of", "may_scale", "on_scales", "telling"]

_SHORTEST = 3  # letters of a word that are left
_NO_MAN = frozenset("man one body person nobody none neither nor".split())


@lru_cache(maxsize=1 << 15)
def lemma_of(word: str) -> str:
    """What the forms of one word have in common, endings that make another word of it not cut: "hear" of "heard"."""
    low = base_of(word.removesuffix("'s"))
    for ending in ("ies", "ied", "ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST and not low.endswith("ss"):
            low = low[: -len(ending)]
            break
    low = low.removesuffix("e").removesuffix("y")
    return low[:-1] if len(low) > _SHORTEST and low[-1] == low[-2] else low


@dataclass(frozen=True, slots=True)
class Told:
    """A word of a sentence, by its place in the line."""

    saying: Saying
    line: Line
    at: int  # of the word
    first: int  # of what denies it, or the word itself; behind the word where the thing is said not to exist
    concept: str
    yes: bool
    around: frozenset[str]
    subject: str  # who does it, an id; empty where nothing tells
    of_thing: bool = False  # it is said of a thing that there is none
    narrowed: bool = False  # something behind it says of which, or whom
    there: bool = False  # "an order was …": it is said of a thing that there was one
    passive: bool = False


_SCALED = frozenset(
    "sleep sound sobriety fullness health poise courage honesty intent safety openness presence".split()
)
_HAVING = frozenset("had have has got received get receive saw seen see".split())
_COMING = BE | frozenset("came fell rang went followed rose sounded stood lay hung".split())
_WANTING = frozenset("absence lack want".split())
_CUES = frozenset("not never cannot no".split())
_PROOF = frozenset(  # that there is none of it is said of one thing and another
    "evidence proof doubt reason sign information material trace ground indication question need use hope idea chance "
    "time place record document".split()
)
_PROVING = frozenset("evidence proof proofs".split())
_UNABLE = frozenset("unable refused refuses failed denied denies deny denying nobody none neither nor".split())
_CLAUSE = frozenset(';:.!?()"“”[]') | {"--", "–", "—", "that", "which", "who", "but", "because", "while", "if", "when"}
_HYPOTHETIC = frozenset(
    "if whether would could might may should perhaps must will shall unless until till lest ask asked wish wished "
    "hoped want wanted cannot to demand demands demanded propose proposed proposal imagine claim claims claimed said "
    "allege alleges alleged allegedly supposed supposedly rumor rumour rumors story legend theory hypothesis "
    "charge charges charged accused accusation suggest suggested suggestion believe believed think thought do "
    "does".split()
)
_NO_MANNER = frozenset("reply apply supply rely comply imply multiply family ally assembly".split())
_SUPPOSED = 7  # words before a word where one of them makes it no fact
_ARGUMENTS = 7  # words on either side that belong to it
_LIGHT = frozenset(
    "be have do make go get take come give say tell think know see look want put let keep seem become time man thing "
    "way day year people person one two anything something nothing everything such good great long much many more "
    "case part fact word mind course matter question least further any able possible find call ask mean".split()
)
_CUED = (
    _CUES
    | _UNABLE
    | _WANTING
    | frozenset(
        "isn't wasn't aren't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't".split()
    )
)
_NOT_TOLD = _HYPOTHETIC | _CUED | _NO_MAN
_DEGREE = frozenset(
    "only just merely simply less least sooner necessarily always all every quite very yet until more other further "
    "longer wholly entirely first last the a an one so too because for by in much enough even".split()
)


class Subjects:
    """Who does what a word of a sentence says."""

    def __init__(self, book: Sourcebook, asked_of: Mapping[str, Sequence[str]]) -> None:
        self._book = book
        self._asked_of = asked_of  # who is named in each claim
        self._writers = writers(book)

    def __call__(self, line: Line, at: int) -> str:
        """An id, "?he" for a pronoun that may mean several; empty where nothing tells.

        Where a sentence names nobody, "he" is the one whom its claim names, if it names one.
        """
        found = self._beside(line, at)
        if found[:1] == "?" and not line.saying.named:
            asked = self._asked_of.get(line.saying.record.claim or "", ())
            return asked[0] if len(asked) == 1 else found
        return found

    def _beside(self, line: Line, at: int) -> str:
        for back in range(at - 1, max(-1, at - 12), -1):
            word = line.words[back]
            if line.named[back]:
                if back and line.words[back - 1] in PREPOSITIONS:
                    continue
                return line.named[back]
            if word in ("i", "we"):
                voice = self._book.voice_at(line.saying.record.place(*line.places[back]).start)
                return self._writers.get(voice.speaker, voice.speaker) if voice is not None else ""
            if word in ("he", "she"):
                before = {person for person in line.named[:back] if person}
                return next(iter(before)) if len(before) == 1 else "?" + word
            if word in ("it", "there", "they", "you", "nobody", "nothing", "none"):
                return ""
            if word in _CLAUSE and word not in ("that", "which", "who", '"'):
                return ""
        return ""


def is_question(saying: Saying) -> bool:
    """Whether it ends with a question mark."""
    return saying.words.rstrip("\"'”’)] ").endswith("?")


def denials(saying: Saying, subjects: Subjects) -> Iterator[Told]:
    """What a sentence denies."""
    if _CUED.isdisjoint(saying.lows) or is_question(saying):
        return
    line = line_of(saying)
    words = line.words
    for at, word in enumerate(words):
        wanting = word in _WANTING and words[at + 1 : at + 2] == ["of"]
        if word in _NO_MAN and at and words[at - 1] in PREPOSITIONS:
            continue  # "by five voices against none that the lamp was lit" denies no lamp
        if word not in _CUED or (word in _WANTING and not wanting):
            continue
        if at + 1 < len(words) and words[at + 1] in _DEGREE and not _is_of_sort(line, at):
            continue
        before = words[max(0, at - 9) : at]
        if "there" in before and before[before.index("there") - 1] not in ("that", "if", "whether"):
            before = before[before.index("there") :]  # "thanks to the dyke there was no flood"
        if not _HYPOTHETIC.isdisjoint(before) or is_denied(words, at):
            continue
        for head in _denied(line, at) or _were_none(line, at):
            if not _concept(line, head):
                continue
            yield _make(line, head, at, False, subjects)


def _is_of_sort(line: Line, at: int) -> bool:
    """Whether it is denied of somebody that he was one of a sort: "I was never a pilot"."""
    words = line.words
    return (
        words[at] in ("not", "never")
        and words[at + 1] in ("a", "an")
        and not BE.isdisjoint(words[max(0, at - 2) : at])
        and at + 2 < len(words)
        and line.tokens[at + 2] >= 0
        and bool(line.saying.tokens[line.tokens[at + 2]].key)
        and (at + 3 == len(words) or line.tokens[at + 3] < 0)
    )


def may_scale(low: str) -> bool:
    """Whether a word in small letters lies on one of the scales that are read, or ends a phrase that does."""
    return low in phrase_ends(_SCALED) or not _SCALED.isdisjoint(scale for scale, _ in sides_of(low))


def on_scales(saying: Saying, subjects: Subjects) -> Iterator[Told]:
    """Where it says how somebody or something was, on a scale with two ends: asleep or awake, silent or sounding."""
    if is_question(saying):
        return
    line = line_of(saying)
    for pole in poles(line.words):
        at = pole.at + pole.length - 1
        if pole.scale not in _SCALED or line.tokens[at] < 0 or line.named[at]:
            continue
        if not _HYPOTHETIC.isdisjoint(line.words[max(0, pole.at - _SUPPOSED) : pole.at]):
            continue
        if line.words[at + 1 : at + 2] in (["since"], ["for"], ["until"], ["till"]):
            continue  # how long he had not slept is another thing
        first = pole.at
        if pole.denied:
            first = next((n for n in range(pole.at - 1, max(-1, pole.at - 5), -1) if line.words[n] in _CUED), first)
        told = _make(line, at, first, pole.effective > 0, subjects)
        yield replace(told, concept="=" + pole.scale)


def telling(saying: Saying, concept: str, subjects: Subjects) -> Iterator[Told]:
    """Where a sentence says one word, in whatever form, and denies nothing."""
    if is_question(saying) or saying.tokens[0].low in _NO_MAN:
        return
    line = line_of(saying)
    words = line.words
    proof = " " in concept
    for at, word in enumerate(words):
        if (word.removesuffix("s") not in _PROOF) if proof else (lemma_of(word) != concept):
            continue
        if line.tokens[at] < 0 or line.named[at] or _concept(line, at) != concept or is_denied(words, at):
            continue
        if not _NOT_TOLD.isdisjoint(words[max(0, at - _SUPPOSED) : at]):
            continue
        if not any(w in _CUES or w.endswith("n't") for w in words[at + 1 : at + 4]):
            yield _make(line, at, at, True, subjects)


def _make(line: Line, at: int, first: int, yes: bool, subjects: Subjects) -> Told:
    around = set()
    for step in (-1, 1):
        place = at + step
        count = 0
        while 0 <= place < len(line.words) and count < _ARGUMENTS:
            if line.words[place] in ";.!?()":
                break
            number = line.tokens[place]
            if number >= 0:
                count += 1
                token = line.saying.tokens[number]
                if token.key:
                    around.add(token.key)
            place += step
    return Told(
        line.saying,
        line,
        at,
        first,
        _concept(line, at),
        yes,
        frozenset(around),
        subjects(line, at),
        at < first or line.words[first] in ("no", *_WANTING) or _is_had(line, first, at),
        at >= first and at + 1 < len(line.words) and line.tokens[at + 1] >= 0,
        _is_there(line.words, at),
        not BE.isdisjoint(line.words[max(0, at - 2) : at]),
    )


def _is_there(words: Sequence[str], at: int) -> bool:
    """Whether it is said of a thing that there was one: "an order was …", "there came a shot"."""
    if not {"a", "an", "one"} & set(words[max(0, at - 2) : at]):
        return False
    before = words[max(0, at - 5) : at]
    return not BE.isdisjoint(words[at + 1 : at + 5]) or ("there" in before and not _COMING.isdisjoint(before))


def _is_had(line: Line, first: int, at: int) -> bool:
    """Whether it is denied of a thing that it was had or got: "I never had any lamp"."""
    between = line.words[first + 1 : at]
    return line.words[first] in ("never", "not") and "any" in between and not _HAVING.isdisjoint(between)


def _concept(line: Line, at: int) -> str:
    """The word; one for any proof with what says of which sort it is: "material evidence"."""
    word = line.words[at]
    if word.removesuffix("s") in _PROOF and at and line.tokens[at - 1] >= 0:
        return lemma_of(line.words[at - 1]) + " " + ("proof" if word in _PROVING else lemma_of(word))
    return lemma_of(word)


def _denied(line: Line, at: int) -> list[int]:
    """The word that a denial bears on: the verb or adjective behind a "not", the noun behind a "no"."""
    words, cue = line.words, line.words[at]
    found: list[int] = []
    verb = cue != "no" and cue not in _WANTING
    for place in range(at + 1, min(len(words), at + 12)):
        word, number = words[place], line.tokens[place]
        if cue in _UNABLE and word == "that":
            verb, found = True, []
            rest = next((n for n in range(place + 1, min(len(words), place + 8)) if words[n] in BE), None)
            if rest is None:
                return []
            return _denied_verb(line, rest)
        if number < 0 or (word in _CLAUSE) or line.named[place]:
            break
        token = line.saying.tokens[number]
        if cue == "no" and word in _NO_MAN and not found:
            return _denied_verb(line, place)
        if not token.key or word == "good":
            if found or word in ("other", "more", "further", "longer", "such", "good"):
                break  # what stands behind a "of" or "in" is not denied
            continue
        if verb and word.startswith("exist"):
            return _what_is_not(line, at)
        if verb:
            return (
                [place]
                if not _is_light(token.low) and not _is_manner(word)
                else (_denied_verb(line, place) if _is_manner(word) else [])
            )
        found.append(place)
        if len(found) == 3:
            break
    if not found or _is_light(words[found[-1]]) or (words[found[-1]].removesuffix("s") in _PROOF and len(found) < 2):
        return []
    return [found[-1]]


def _were_none(line: Line, at: int) -> list[int]:
    """The thing of which there were none: "it says bolts, and there were none"."""
    words = line.words
    if words[at] != "none" or at < 3 or words[at - 2] != "there" or words[at - 1] not in BE:
        return []
    joined = [n for n in (at - 3, at - 4) if n > 0 and words[n] in ("and", "but", ",", ";")]
    if not joined:
        return []
    thing = min(joined) - 1
    number = line.tokens[thing]
    telling = number >= 0 and bool(line.saying.tokens[number].key) and not line.named[thing]
    return [thing] if telling and not _is_light(words[thing]) else []


def _what_is_not(line: Line, at: int) -> list[int]:
    """The thing that is said not to exist: the last telling word before."""
    for place in range(at - 1, max(-1, at - 6), -1):
        number = line.tokens[place]
        if number >= 0 and line.saying.tokens[number].key:
            return [] if line.named[place] or _is_light(line.words[place]) else [place]
    return []


def _denied_verb(line: Line, at: int) -> list[int]:
    """The first telling word behind a place in its clause."""
    for place in range(at + 1, min(len(line.words), at + 6)):
        number = line.tokens[place]
        if number < 0 or line.named[place]:
            break
        if line.saying.tokens[number].key:
            return [] if _is_light(line.words[place]) else [place]
    return []


def _is_manner(word: str) -> bool:
    """Whether it is an adverb, by its ending."""
    return word.endswith("ly") and len(word) > _SHORTEST + 1 and word not in _NO_MANNER


def _is_light(word: str) -> bool:
    return word in _LIGHT or base_of(word) in _LIGHT
