"""The excerpts under a claim, with how near each sentence comes to what the claim tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from testimonia.model import Assertion, Dating, Excerpt, Span, Voice
from testimonia.words.record_texts import RecordText

from .headings import Heading
from .lines import Line

__all__ = ["Exhibit", "Point"]

_OUTRIGHT = 0.8  # of a claim in one sentence
_SENTENCE = 3  # words of a claim that is more than a name
_NEIGHBOUR = 0.6  # what a word in the sentence before or after counts for


@dataclass
class Exhibit:
    """One excerpt as evidence of one claim; ``among`` is how many excerpts the claim has."""

    heading: Heading
    excerpt: Excerpt
    record: RecordText
    lines: list[Line]
    author: str
    among: int = 1
    voices: tuple[Voice, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    datings: tuple[Dating, ...] = ()
    asked: tuple[Dating, ...] = ()  # the dates that the claim prints

    @cached_property
    def told(self) -> list[frozenset[str]]:
        """For each sentence what of the claim stands in it."""
        return [line.concepts.intersection(self.heading.weights) for line in self.lines]

    @cached_property
    def shares(self) -> list[float]:
        """For each sentence how much of what the claim tells stands in it."""
        return [self.heading.share(told) for told in self.told]

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What all its words are looked for by."""
        return frozenset().union(*(line.concepts for line in self.lines))

    @cached_property
    def whole(self) -> float:
        """How much of what the claim tells stands anywhere in the excerpt."""
        return self.heading.share(self.concepts)

    def near(self, n: int, but: frozenset[str] = frozenset()) -> float:
        """The same for one sentence with its neighbours, which count for less; ``but`` are concepts left out."""
        if not but:
            return self._nears[n]
        own = self.heading.share(self.told[n], but)
        return own + _NEIGHBOUR * (self.heading.share(self._around(n), but) - own)

    @cached_property
    def _nears(self) -> list[float]:
        shared = ((own, self.heading.share(self._around(n))) for n, own in enumerate(self.shares))
        return [own + _NEIGHBOUR * (around - own) for own, around in shared]

    def _around(self, n: int) -> frozenset[str]:
        return self.told[n].union(*self.told[max(0, n - 1) : n + 2])

    def share_of(self, n: int, place: Span) -> float:
        """How much of what the claim tells stands in a stretch of one sentence."""
        words = self.lines[n].words
        return self.heading.share(frozenset(w.concept for w in words if place.start <= w.start < place.end))

    @cached_property
    def best(self) -> int | None:
        """The sentence that carries most of the claim; ``None`` where none carries anything."""
        if not self.shares or max(self.shares) <= 0.0:
            return None
        return max(range(len(self.lines)), key=self.near)

    def line_at(self, offset: int) -> int | None:
        """The number of the sentence that a place of the excerpt's text stands in."""
        return next((n for n, line in enumerate(self.lines) if line.start <= offset < line.end), None)

    @cached_property
    def is_told_outright(self) -> bool:
        """Whether some sentence has nearly all that the claim tells, and no reserve."""
        return any(share >= _OUTRIGHT and not line.marks for share, line in zip(self.shares, self.lines, strict=True))

    def is_best(self, line: Line) -> bool:
        """Whether a sentence is the one that carries most."""
        best = self.best
        return best is not None and self.lines[best] is line

    @cached_property
    def repeats(self) -> list[Span]:
        """Where the claim stands word for word: what it says there does not speak against it."""
        said = [low for low in self.heading.line.lows if low[0].isalnum()]
        found: list[Span] = []
        if len(said) >= _SENTENCE:
            for line in self.lines:
                if line.low_forms.issuperset(said):
                    words = [word for word in line.words if word.low[0].isalnum()]
                    lows = [word.low for word in words]
                    for at in range(len(lows) - len(said) + 1):
                        if lows[at : at + len(said)] == said:
                            found.append(Span(words[at].start, words[at + len(said) - 1].end))
        return found

    def voice_at(self, offset: int) -> Voice | None:
        """Whose words stand at a place of the page."""
        return next((voice for voice in self.voices if voice.span.start <= offset < voice.span.end), None)

    def clip(self, span: Span, length: int = 160) -> str:
        """Words of the excerpt for a message, shortened."""
        words = " ".join(span.cut(self.record.text).split())
        return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class Point:
    """What a rule found: words of the claim against words of an excerpt, all as offsets of their texts.

    ``place`` is the clause to show and ``words`` those in it that decide. ``weight`` says how near the place comes to
    what the claim tells, ``says`` what is the matter, as the end of a sentence.
    """

    rule: str
    exhibit: Exhibit
    claim: Span
    place: Span
    words: Span
    weight: float
    says: str = ""

    @property
    def sentence(self) -> tuple[str, int]:
        """The sentence it stands in: the excerpt's id and its number there."""
        lines = self.exhibit.lines
        number = next((n for n, line in enumerate(lines) if line.start <= self.words.start < line.end), 0)
        return self.exhibit.excerpt.id, number
