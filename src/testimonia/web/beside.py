"""What stands beside the words of an excerpt or claim: whose they are, what they state, how others stand to them."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Assertion, Hand, HandRole, Mode, Sourcebook, Voice
from ..model.wording import hand_words
from ..store.pages import Base
from ..store.pages.parts import part_of
from ..store.pages.reading import Counterpart
from .links import Links
from .wording import Words, first_words

__all__ = ["Beside", "HandsSet", "SaidSet", "TieSet"]

# what a voice is called in the margin, by its mode
_MODES = {Mode.QUOTE: "quoted", Mode.TURN: "speaks", Mode.EDITORIAL: "comments", Mode.NARRATION: "tells"}


@dataclass(frozen=True, slots=True)
class HandsSet:
    """One voice and the hands through which its words came, each with where more is known of it."""

    id: str
    name: str
    href: str | None
    mode: str
    hands: tuple[tuple[str, str | None], ...]
    confidence: float
    why: tuple[tuple[str, str], ...]
    start: int


@dataclass(frozen=True, slots=True)
class SaidSet:
    """A statement that the words make: who does what to whom."""

    id: str
    start: int
    end: int
    speaker: str
    act: str
    of: tuple[tuple[str, str | None], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class TieSet:
    """Another place, and how it stands to this one."""

    id: str
    kind: str
    href: str
    source: str
    here: str
    there: str
    about: str
    cause: str | None
    confidence: float


class Beside:
    """Sets what is known beside the words of some records of a base, with its links."""

    def __init__(self, base: Base, book: Sourcebook, links: Links, words: Words) -> None:
        self._base, self._book, self._links, self._words = base, book, links, words

    def hands(self, voice: Voice) -> HandsSet:
        """A voice and its hands."""
        chain = voice.chain
        hands = tuple(
            (hand_words(hand, self._book, chain[n + 1 : n + 2]), self._hand_link(hand)) for n, hand in enumerate(chain)
        )
        reasons = (*voice.reasons, *(reason for hand in chain[-1:] for reason in hand.reasons))
        return HandsSet(
            id=voice.id,
            name=self._words.name(voice.speaker, voice.speaker_name),
            href=self._words.party(voice.speaker),
            mode=_MODES[voice.mode],
            hands=hands,
            confidence=voice.confidence,
            why=tuple(dict.fromkeys((reason.rule, first_words(reason.words, 60)) for reason in reasons)),
            start=voice.span.start,
        )

    def said(self, said: Assertion) -> SaidSet:
        """A statement."""
        of = [
            (self._words.name(who, name), self._words.party(who))
            for who, name in zip(said.of, (*said.of_names, *("",) * len(said.of)), strict=False)
        ]
        of += [(name, None) for name in said.of_names[len(said.of) :] if name]
        return SaidSet(
            id=said.id,
            start=said.span.start,
            end=said.span.end,
            speaker=self._words.name(said.speaker, said.speaker_name),
            act=said.act.value,
            of=tuple(of),
            confidence=said.confidence,
        )

    def tie(self, tie: Counterpart) -> TieSet:
        """Another place, with what is said here and there."""
        return TieSet(
            id=tie.id,
            kind=tie.kind.value,
            href=self.place(tie),
            source=self._source(tie),
            here=first_words(tie.here_says or tie.span.cut(self._base.text), 120),
            there=first_words(tie.other_says or tie.other_span.cut(self._base.text), 120),
            about=first_words(tie.about, 120),
            cause=tie.cause,
            confidence=tie.confidence,
        )

    def place(self, tie: Counterpart) -> str:
        """The address of the other place."""
        place = tie.other_span
        return self._links.to("read", part_of(self._base, place.start), f"c{place.start}-{place.end}")

    def tie_words(self, tie: Counterpart) -> str:
        """What another place does to this one, in a phrase."""
        where = self._source(tie)
        if tie.about or tie.other_says:
            return f"{where} says otherwise ({tie.kind.value}): {first_words(tie.other_says, 80)}"
        return f"shares its origin with {where} ({tie.kind.value})"

    def _source(self, tie: Counterpart) -> str:
        return self._words.work(tie.source) if tie.source else "a claim" if tie.in_claim else "another excerpt"

    def _hand_link(self, hand: Hand) -> str | None:
        kind, _, rest = hand.who.partition(":")
        if hand.role is HandRole.DOCUMENT:
            return self._links.to("document", hand.who)
        if kind in ("author", "editor", "translator"):
            return self._links.to("work", rest)
        return self._links.to("person", hand.who) if self._words.is_person(hand.who) else None
