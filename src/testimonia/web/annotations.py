"""What is marked in the words themselves: voices, names, what differs from others, what is defective; and the signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from ..model import Mention, Span, Voice
from ..model.wording import chain_words
from ..store.pages.reading import Counterpart, Known
from .beside import Beside
from .links import Links
from .marking import Insert, Mark
from .paragraphs import manner_of
from .wording import Words

__all__ = ["Annotations"]

_UNSURE = 0.7  # below it a name is shown as doubtful
_LINE_LONG = 80  # characters of a defect that are underlined; of a longer one a sign marks the beginning
_SIGNED = 4  # other places that a sign tells of in words


class Annotations:
    """The marks and signs in the words of some records, and where they lead."""

    def __init__(self, known: Known, links: Links, words: Words, beside: Beside) -> None:
        self._known, self._links, self._words, self._beside = known, links, words, beside

    def voiced(self, voice: Voice) -> Iterator[Mark]:
        """The words of a voice."""
        opening = Markup('<span class="v {}" data-v="{}" title="{}">').format(
            manner_of(voice), voice.id, chain_words(voice.chain, self._known.book)
        )
        for segment in voice.segments or (voice.span,):
            yield Mark(segment, 0, "span", opening)

    def named(self, mentions: Iterable[Mention]) -> Iterator[Mark]:
        """Those who are named, the doubtful and those whom a reader decided on told apart."""
        for mention in mentions:
            name = self._words.name(mention.person)
            unsure = mention.confidence < _UNSURE
            title = f"{name}, {mention.confidence:.2f} sure" if unsure else name
            kind, readers = "n unsure" if unsure else "n", self._words.readers("mention", mention.id)
            if readers is not None:
                title, kind = f"{title}; {readers.words}", f"n {readers.state}"
            opening = Markup('<a class="{}" href="{}" title="{}">').format(
                kind, self._links.to("person", mention.person), title
            )
            yield Mark(mention.span, 9, "a", opening)

    def flawed(self, within: Span) -> Iterator[Mark]:
        """Short defects; of a long one a sign tells."""
        for flaw in self._known.flaws:
            if flaw.span.overlaps(within) and len(flaw.span) <= _LINE_LONG:
                yield Mark(flaw.span, 5, "span", Markup('<span class="flaw" title="{}">').format(flaw.message))

    def differing(self, differs: Iterable[Counterpart]) -> Iterator[Mark]:
        """Words that others differ from."""
        for span in dict.fromkeys(tie.span for tie in differs):
            yield Mark(span, 6, "span", Markup('<span class="differs">'))

    def signs(self, ties: Sequence[Counterpart], differs: Sequence[Counterpart], within: Span) -> list[Insert]:
        """A sign before words that share their origin with others, that differ from others, or that are defective."""
        signs = []
        for flaw in self._known.flaws:
            if flaw.span.overlaps(within) and len(flaw.span) > _LINE_LONG:
                html = Markup('<sup class="sign flawed" data-app title="{}">!</sup>').format(flaw.message)
                signs.append(Insert(max(flaw.span.start, within.start), html))
        for sign, kind, found in (("⇄", "tie", ties), ("≠", "differ", differs)):
            places: dict[int, list[Counterpart]] = {}
            for tie in found:
                places.setdefault(tie.span.start, []).append(tie)
            for at, here in places.items():
                first = here[0]
                words = "; ".join(dict.fromkeys(self._beside.tie_words(tie) for tie in here[:_SIGNED]))
                more = f"; and {len(here) - _SIGNED} more" if len(here) > _SIGNED else ""
                html = Markup(
                    '<sup class="sign {}" data-app><a href="{}" title="{}" aria-label="{}">{}{}</a></sup>'
                ).format(
                    kind,
                    self._beside.place(first),
                    words + more,
                    words + more,
                    sign,
                    len(here) if len(here) > 1 else "",
                )
                signs.append(Insert(at, html))
        return signs
