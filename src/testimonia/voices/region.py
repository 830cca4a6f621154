"""A stretch of an excerpt in one voice, taken apart for reading who speaks in it.

Its quotations are masked, so that only the words that frame them are read; a word or two in marks stay, because they
are part of the sentence (``the "explanation" of Ash is``). Offsets in here count from the region's own beginning.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from testimonia.model import Gender, Reason, Span
from testimonia.words.inquits import Inquits
from testimonia.words.kinds import is_people
from testimonia.words.sentences import sentences
from testimonia.words.speech import SpeechWords, english_speech

from .scene import Actor, Scene, Speaker, slug

__all__ = ["MASK", "Found", "Region", "Token"]

MASK = "\ue000"  # a private character: no word, no mark, no white space
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_CLOSING = re.compile(r"[.!?…]+[\"'”’»“‘)\]]*$")  # ends a sentence, and so is left standing
_NO_FEED = re.compile(r"[^\n]")
_REMARK = re.compile(r"(?P<remark>\[[^\[\]\n]{3,200}\]) (?=[A-Z])")
_FEW = 3  # words in marks that are still part of the sentence around them
_OFFICE = re.compile(r"\b[Tt]he ([A-Za-z][\w-]+)\b(?!\s+[A-Z])")

_SOME = frozenset("the a an one another his her my our their this that".split())  # before a noun that is somebody
_NOT_OF_HIM = frozenset("of to and in or".split())  # between the two, they part them
_ANY, _MAY = frozenset("a an one no every any".split()), frozenset("may can must should will ought needs".split())
_LIKENED = frozenset("what like as than".split())
_IS = frozenset("was were is are be been being am became become".split())
_LONGEST = 250  # words of a sentence that one subject can govern
_OF_SOMEBODY = re.compile(r" of (?:\b[A-Z]\.|[^,;:.!?]){2,40}, (?=[^\W\d_a-z])")
_CALLED = re.compile(
    r"(?: of [a-z]+)? (?:called|named|by the name of) (?:[A-Z][a-z]{0,4}\. )?"
    r"|(?: [\w'’-]+){0,5} (?:was|is) (?:[A-Z][a-z]{0,4}\. )?(?=[^\W\d_a-z])"
)
_LONGEST_HEAD = 14  # words of "One of the loudest of all those was"
_WHAT_HE_IS = re.compile(r" the (?:[a-z-]+ ){1,2}")
_APPOSED = re.compile(r", (?:[A-Z][a-z]+\.? ){0,2}(?=[^\W\d_a-z])")
_TAKEN_UP = frozenset(("anon:man", "anon:woman", "anon:fellow", "anon:lady", "anon:gentleman"))
_TOLD_APART = re.compile(r"['’]| (?:who|whom|whose|that|in|of|with|from|at|on|to|by|I|he|she|we|they)\b")
_EPITHET = re.compile(  # who is called so was told of before
    r"[Tt]he (?:young|old|poor|dying|unhappy|unfortunate|wretched) (?:man|woman|fellow|lad|lady|gentleman|girl|boy)"
)
_A_PERSON = re.compile(
    r"\b(?:an?|another|one|some) (?:[a-z-]+ ){0,2}(?:man|woman|fellow|lad|lady|gentleman|girl|boy|person)\b"
)
_VERB_BEHIND = re.compile(r" (?:has |had |then |also |later )?([a-z]+)\b")
_REACH = 160  # code points between somebody and "the man" who takes him up
_FAR = 4  # words from a determiner to its noun


def _is_of_a_people(word: str) -> bool:
    """Whether a word is for a man or woman of a people: "Frenchman", "Welshwoman"."""
    return word.endswith(("man", "woman")) and word[:1].isupper() and is_people(word)


class Token(NamedTuple):
    """A word of the region; ``quoted`` says that it stands in marks."""

    word: str
    low: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Who may speak, and the words of the region that name him."""

    start: int
    end: int
    speaker: Speaker


class Region:
    """The region ``start`` to ``end`` of a scene's text.

    ``quotes`` are the outermost quotations inside it, ``voice`` is who says "I" there and ``addressee`` who is
    "you", ``None`` where nothing tells.
    """

    def __init__(
        self,
        scene: Scene,
        start: int,
        end: int,
        quotes: Sequence[Span],
        voice: Speaker,
        addressee: Speaker | None = None,
    ) -> None:
        self.scene = scene
        self.start = start
        self.end = end
        self.voice = voice
        self.addressee = addressee
        self.quotes = quotes
        self.quote_ends = sorted(quote.end - start for quote in quotes)
        self.speech: SpeechWords = english_speech()
        masked: list[str] = []
        at = start
        short: list[tuple[int, int]] = []
        for quote in quotes:
            first, last = max(quote.start, start), min(quote.end, end)
            if len(_WORD.findall(scene.text, quote.start, quote.end)) < _FEW:
                short.append((first - start, last - start))
                continue
            closing = _CLOSING.search(scene.text, max(first, last - 8), last)
            last = closing.start() if closing is not None and closing.start() > first + 1 else last
            masked += (scene.text[at:first], _NO_FEED.sub(MASK, scene.text[first:last]))
            at = last
        masked.append(scene.text[at:end])
        self.masked = "".join(masked)
        self._short = short
        make = tuple.__new__  # a page has tens of thousands, and ``Token(…)`` takes twice as long
        self.tokens = [
            make(Token, (word := m.group(), word.lower(), *m.span(), bool(short) and self.is_quoted(m.start())))
            for m in _WORD.finditer(self.masked)
        ]
        self._token_starts = [token.start for token in self.tokens]
        self.actors = self._find_actors()
        self._actor_starts = [actor.start for actor in self.actors]
        self.sentences = self._whole(sentences(self.masked))
        self._sentence_starts = [s.start for s in self.sentences]
        self.addressed: frozenset[str] = frozenset()  # whom the quotation in question calls by name: not its speaker
        self.told_of: frozenset[str] = frozenset()  # whom the quotation in question names as somebody else
        self.told: list[Speaker] = []  # who was found to speak so far
        self.resolved: dict[int, Actor | None] = {}  # whom the pronoun at an offset means, as far as asked

    def _whole(self, parts: Sequence[Span]) -> list[Span]:
        """The sentences, with no name parted by the point after an initial ("Piers K. Ash")."""
        whole: list[Span] = []
        for part in self._behind_brackets(parts):
            actor = self.actor_before(part.start)
            if whole and actor is not None and actor.end > part.start:
                whole[-1] = Span(whole[-1].start, part.end)
            else:
                whole.append(part)
        return [piece for span in whole for piece in self._bounded(span)]

    def _behind_brackets(self, parts: Sequence[Span]) -> Iterator[Span]:
        """The sentences, with a remark in brackets that one begins with apart: "[He did.] In town a deputy said"."""
        for part in parts:
            remark = _REMARK.match(self.masked, part.start, part.end) if self.masked[part.start] == "[" else None
            if remark is None:
                yield part
            else:
                yield Span(part.start, remark.end("remark"))
                yield Span(remark.end(), part.end)

    def _bounded(self, sentence: Span) -> list[Span]:
        """The sentence, in pieces where it is longer than any: a list, or a text without full stops."""
        low, high = (bisect_left(self._token_starts, at) for at in (sentence.start, sentence.end))
        if high - low <= _LONGEST:
            return [sentence]
        cuts = [self._token_starts[n] for n in range(low + _LONGEST, high, _LONGEST)]
        return [Span(a, b) for a, b in pairwise([sentence.start, *cuts, sentence.end])]

    def _find_actors(self) -> list[Actor]:
        named = [
            Actor(a.start - self.start, a.end - self.start, a.person, a.name, a.gender)
            for a in self.scene.actors_in(self.start, self.end)
            if MASK not in self.masked[a.start - self.start : a.end - self.start]
        ]
        taken = {actor.start for actor in named}
        for office in _OFFICE.finditer(self.masked):
            person = self.scene.whom_it_means(office.group(1))
            if person is not None and office.start(1) not in taken:
                known = self.scene.cast.people.get(person)
                if known is not None:
                    named.append(Actor(office.start(), office.end(), person, known.name, known.gender))
        taken = {at for actor in named for at in range(actor.start, actor.end)}
        inquits = self.scene.inquits
        if inquits is not None:
            return sorted([*named, *self._somebody_else(inquits, taken)], key=lambda actor: actor.start)
        humans = self.speech.humans
        for place, token in enumerate(self.tokens):
            if token.low not in humans and not token.low.endswith("man"):
                continue
            titled = token.low in humans and self._stands_as_office(place)
            if token.word in humans or titled or _is_of_a_people(token.word):
                some = self._somebody(place, taken)
                if some is not None:
                    named.append(some)
        named.sort(key=lambda actor: actor.start)
        return [self._taken_up(actor, named[place - 1] if place else None) for place, actor in enumerate(named)]

    def _taken_up(self, actor: Actor, last: Actor | None) -> Actor:
        """Who "the man" or "the woman" is: somebody who was told of right before by what he is."""
        if _EPITHET.fullmatch(actor.name):
            return self._of_claim(actor)
        if actor.person not in _TAKEN_UP or not self.masked.startswith(("the ", "The "), actor.start):
            return actor
        if _TOLD_APART.match(self.masked, actor.end):
            return actor  # "the man who came"
        if last is None or not last.person.startswith("anon:") or actor.start - last.end > _REACH:
            return actor
        if last.gender not in (None, actor.gender) or last.person in _TAKEN_UP:
            return actor
        return Actor(actor.start, actor.end, last.person, last.name, actor.gender)

    def _of_claim(self, actor: Actor) -> Actor:
        """Who "the young man" is where nobody was told of before who may be he: whom the claim begins with."""
        subject = self.scene.claim_actors[0] if self.scene.claim_actors else None
        if subject is None or subject.gender is not actor.gender or _TOLD_APART.match(self.masked, actor.end):
            return actor
        begin = self.start + actor.start
        if _A_PERSON.search(self.scene.text, 0, begin):
            return actor
        if any(a.gender in (None, actor.gender) and a.person != subject.person for a in self._at_hand(begin)):
            return actor
        known = self.scene.cast.people[subject.person]
        return Actor(actor.start, actor.end, known.id, known.name, actor.gender)

    def _at_hand(self, begin: int) -> list[Actor]:
        """Who is named before a place and does not tell of somebody there: "Ash told me that the old man"."""
        verbs = self.speech.saying
        found = []
        for actor in self.scene.actors_in(0, begin):
            verb = _VERB_BEHIND.match(self.scene.text, actor.end)
            if verb is None or verb[1] not in verbs:
                found.append(actor)
        return found

    def _somebody_else(self, inquits: Inquits, taken: set[int]) -> Iterator[Actor]:
        """``mon père``, ``le témoin``: somebody who is named by what he is, in another language than English."""
        for token, noun in pairwise(self.tokens):
            man = noun.low in inquits.men
            if not (man or noun.low in inquits.women) or token.low not in inquits.determiners:
                continue
            if self.masked[token.end : noun.start] != " " or {token.start, noun.end + 1} & taken:
                continue
            printed = self.masked[token.start : noun.end]
            gender = Gender.MALE if man else Gender.FEMALE
            yield Actor(token.start, noun.end, f"anon:{slug(printed)}", printed, gender)

    def _is_apposed_to_him(self, begin: int, taken: set[int]) -> bool:
        """Whether a comma stands before, and before it in the same sentence a "him" or "her" and nobody's name."""
        if self.masked[self.tokens[begin].start - 2 : self.tokens[begin].start] != ", ":
            return False
        for token in reversed(self.tokens[max(0, begin - _LONGEST_HEAD) : begin]):
            if token.start in taken or any(sign in self.masked[token.end : token.end + 1] for sign in (".", ";", ":")):
                return False
            if token.low in ("him", "her"):
                return True
        return False

    def _is_presented(self, verb: int) -> bool:
        """Whether somebody is brought in behind the verb: "One of the boldest was a student", "there was a boy"."""
        if verb and self.tokens[verb - 1].low == "there":
            return self.tokens[verb].low in ("was", "were")  # "there is a pilot still at sea" is any man
        first = verb
        while (
            first > 0
            and verb - first < _LONGEST_HEAD
            and "." not in self.masked[self.tokens[first - 1].end : self.tokens[first].start]
        ):
            first -= 1
        return self.tokens[first].low in ("one", "among", "amongst")

    def _stands_as_office(self, place: int) -> bool:
        """Whether a noun is printed as ``the Vice-Consul``, with nothing of a longer name behind it."""
        after = self.masked[self.tokens[place].end : self.tokens[place].end + 2]
        return bool(place) and self.tokens[place - 1].low == "the" and not after.strip()[:1].isupper()

    def _somebody(self, place: int, taken: set[int]) -> Actor | None:
        """``a young student``, ``the sentry``: somebody who is named by what he is."""
        noun = self.tokens[place]
        if place and self.tokens[place - 1].start in taken and self.tokens[place - 1].word.endswith(("'s", "’s")):
            return self._somebodys(place, taken)
        begin = place
        while begin > 0 and place - begin < _FAR and self.tokens[begin].low not in _SOME:
            begin -= 1
            low = self.tokens[begin].low
            if low in _NOT_OF_HIM or self.masked[self.tokens[begin].end : self.tokens[begin + 1].start] != " ":
                return None
        if self.tokens[begin].low not in _SOME or begin == place:
            return None
        start, end = self.tokens[begin].start, noun.end
        if self.masked[end : end + 1] in ("'", "’", "-") or any(at in taken for at in range(start, end)):
            return None
        if start - 3 in taken and self.masked[start - 2 : start] == ", ":
            return None  # "Ash, a foreman of the yard," is Ash
        if end + 1 in taken:
            return None  # "the sailor Ash" is Ash
        following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if following is not None and following.start == end + 1 and self._is_somebody(following.low):
            return None  # "the general manager"
        if begin and self.tokens[begin].low in ("a", "an") and self._is_apposed_to_him(begin, taken):
            return None  # "I called on him, a courteous old man"
        what_he_is = _WHAT_HE_IS.match(self.masked, end)
        if what_he_is is not None and what_he_is.end() in taken:
            return None  # "my friend the pilot Ash"
        titled = _APPOSED.match(self.masked, end)
        apposed = titled.end() if titled is not None else end
        if apposed in taken and apposed > end:
            while apposed in taken:
                apposed += 1
            if self.masked[apposed : apposed + 1] == ",":
                return None  # "the old sailor, Ash, came" is Ash
        if begin and self.tokens[begin - 1].low in _IS and not self._is_presented(begin - 1):
            return None  # "he was a man of few words"
        if begin and noun.word.islower() and self.tokens[begin - 1].low in _LIKENED and self.tokens[begin].low in "an":
            return None  # "like a captain on his bridge"
        if self.tokens[begin].low in _ANY and place + 1 < len(self.tokens) and self.tokens[place + 1].low in _MAY:
            return None  # "a captain must know his ship"
        if begin and self.tokens[begin - 1].low == "to" and noun.low == "man" and begin == place - 1:
            return None  # "they answered, to a man"
        office = _OF_SOMEBODY.match(self.masked, end)
        if office is not None and office.end() in taken:
            return None  # "the lawyer of the firm, Ash," is Ash
        called = _CALLED.match(self.masked, end)
        if called is not None and called.end() in taken:
            return None  # "a thin woman called Ash" is Ash, "one witness who was heard was Ash" too
        words = self.speech
        gender = Gender.FEMALE if noun.low in words.women else Gender.MALE if noun.low in words.men else None
        printed = self.masked[start:end]
        return Actor(start, end, f"anon:{slug(printed)}", printed, gender)

    def _is_somebody(self, noun: str) -> bool:
        return noun in self.speech.humans or noun in self.speech.callings

    def _somebodys(self, place: int, taken: set[int]) -> Actor | None:
        """``Ash's widow``: somebody who is told of by whose he is."""
        noun, owner = self.tokens[place], self.tokens[place - 1] if place else None
        if (
            owner is None
            or owner.start not in taken
            or not owner.word.endswith(("'s", "’s"))
            or not noun.word.islower()
        ):
            return None
        begin = owner.start
        while begin - 1 in taken:
            begin -= 1
        apposed = self.masked[begin - 2 : begin] == ", " and begin - 3 in taken  # "Brand, Ash's widow,"
        if apposed or self.masked[begin - 1 : begin] in ("[", "("):
            return None
        after = self.masked[noun.end : noun.end + 1]
        if after in ("'", "’", "-") or self.masked[owner.end : noun.start] != " " or noun.end + 1 in taken:
            return None
        if self.masked[noun.end : noun.end + 2] == ", " and noun.end + 2 in taken:
            return None  # "Ash's clerk, Lowe,"
        words = self.speech
        gender = Gender.FEMALE if noun.low in words.women else Gender.MALE if noun.low in words.men else None
        printed = self.masked[begin : noun.end]
        return Actor(noun.start, noun.end, f"anon:{slug(printed)}", printed, gender)

    def sentence_at(self, at: int) -> Span:
        """The sentence around an offset, or the last before it."""
        place = self.sentence_number(at)
        return self.sentences[place] if place >= 0 else Span(0, min(at, len(self.masked)))

    def sentence_number(self, at: int) -> int:
        """Its place among the sentences; -1 before the first."""
        return bisect_right(self._sentence_starts, at) - 1

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The words that begin between two offsets."""
        return self.tokens[bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)]

    def token_number(self, at: int) -> int:
        """The place among the words of the one that begins at an offset, or of the next."""
        return bisect_left(self._token_starts, at)

    def actors_in(self, start: int, end: int) -> list[Actor]:
        """Who is named between two offsets, in order."""
        low, high = bisect_left(self._actor_starts, start), bisect_left(self._actor_starts, end)
        return [actor for actor in self.actors[low:high] if actor.end <= end]

    def actor_at(self, at: int) -> Actor | None:
        """Whose name the character at an offset is part of."""
        place = bisect_right(self._actor_starts, at) - 1
        return self.actors[place] if place >= 0 and self.actors[place].start <= at < self.actors[place].end else None

    def actor_before(self, at: int) -> Actor | None:
        """Who is the last whose name begins before an offset."""
        place = bisect_left(self._actor_starts, at) - 1
        return self.actors[place] if place >= 0 else None

    def is_quoted(self, at: int) -> bool:
        """Whether the word at an offset stands in marks that were left standing."""
        place = bisect_right(self._short, (at, len(self.masked))) - 1
        return place >= 0 and self._short[place][0] <= at < self._short[place][1]

    def reason(self, rule: str, start: int, end: int) -> Reason:
        """A reason that rests on words of the region."""
        return self.scene.reason(rule, self.start + start, self.start + end)

    def is_genitive(self, actor: Actor) -> bool:
        """Whether the name stands with a possessive ``'s``."""
        return bool(re.match(r"\s?['’]s?(?!\w)", self.masked[actor.end : actor.end + 4]))
