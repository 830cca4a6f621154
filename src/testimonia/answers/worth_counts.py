"""On what a claim, a person or an event rests: how much is printed, what of it counts once, and who was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import NotFoundError
from ..model import Claim, Excerpt, Nearness, Sourcebook, Witness
from ..model.wording import speaker_words
from ..words.counting import counted
from .naming import called, find_parties
from .worth_stemmas import Sources, Stemma, reason_words, stemmas

__all__ = ["Teller", "Worth", "find_claims", "worth"]


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody whose word an excerpt gives, and the words that place him.

    ``nearness`` is ``present``, ``heard``, ``read`` or ``unstated``; ``why`` the rules with the words they rest on.
    """

    speaker: str
    speaker_id: str
    nearness: str
    confidence: float
    why: tuple[str, ...]
    excerpt: str
    origin: str
    source: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What something rests on.

    ``kind`` is ``claim``, ``person`` or ``event``; ``id`` the record's. ``excerpts``, ``works``, ``authors`` and
    ``origins`` are counts, ``present``, ``heard``, ``read`` and ``unstated`` count people by the nearest that each
    stood. ``tellers`` are those people excerpt by excerpt, ``stemmas`` the origins of several excerpts, some of which
    may stand elsewhere on the page; ``rests_on`` says on what the counts rest. ``line`` is that of a claim.
    """

    kind: str
    id: str
    words: str
    excerpts: int
    works: int
    authors: int
    origins: int
    present: int
    heard: int
    read: int
    unstated: int
    rests_on: str
    excerpt_ids: tuple[str, ...]
    origin_ids: tuple[str, ...]
    tellers: tuple[Teller, ...]
    stemmas: tuple[Stemma, ...]
    line: int | None = None


def find_claims(book: Sourcebook, asked: str) -> list[Claim]:
    """The claims that are meant by an id, a number (1 is the first on the page) or words that all stand in them.

    Raises:
        NotFoundError: none is.
    """
    asked = asked.strip()
    found = [claim for claim in book.claims if claim.id == asked]
    if not found and asked.isascii() and asked.isdecimal() and 0 < int(asked) <= len(book.claims):
        found = [book.claims[int(asked) - 1]]
    if not found:
        words = asked.casefold().split()
        found = [claim for claim in book.claims if words and all(word in claim.text.casefold() for word in words)]
    if not found:
        raise NotFoundError(
            f"No claim is meant by {asked!r}. `testimonia show BOOK.db` lists the claims and their ids."
        )
    return found


def worth(
    book: Sourcebook, claim: str | None = None, *, person: str | None = None, event: str | None = None
) -> list[Worth]:
    """What claims rest on: all of them, or those that are meant by an id, a number or words.

    ``person`` asks instead for all that is said by or of whoever is called so, ``event`` for what is said of the
    proceedings that are called so.

    Raises:
        NotFoundError: there is no such claim, person or event.
    """
    weigher = _Weigher(book)
    if person is not None:
        return [weigher.person(id_, name) for id_, name in called(book, find_parties(book, person)).items()]
    if event is not None:
        return weigher.events(event)
    claims = list(book.claims) if claim is None else find_claims(book, claim)
    return [weigher.claim(one) for one in claims]


class _Weigher:
    """Counts what the records of one book rest on."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self.sources = Sources(book)
        self._witnesses: dict[str, list[Witness]] = {}
        for witness in book.witnesses:
            self._witnesses.setdefault(witness.excerpt, []).append(witness)
        self._under: dict[str, list[Excerpt]] = {}
        for excerpt in book.excerpts:
            self._under.setdefault(excerpt.claim or "", []).append(excerpt)

    def claim(self, claim: Claim) -> Worth:
        line = self.sources.lines.number(claim.span)
        return self._weigh("claim", claim.id, claim.text, self._under.get(claim.id, ()), line)

    def person(self, id_: str, name: str) -> Worth:
        """All excerpts in which somebody is named, speaks, or is spoken of."""
        book = self.book
        met = {mention.record for mention in book.mentions if mention.person == id_}
        met |= {voice.excerpt for voice in book.voices if voice.speaker == id_}
        met |= {said.excerpt for said in book.assertions if said.excerpt and (id_ in said.of or said.speaker == id_)}
        return self._weigh("person", id_, name, [x for x in book.excerpts if x.id in met])

    def events(self, asked: str) -> list[Worth]:
        words = asked.casefold().split()
        found = [
            proceeding
            for proceeding in self.book.proceedings
            if proceeding.id == asked
            or (words and any(all(w in name for w in words) for name in _names(proceeding.name, proceeding.names)))
        ]
        if not found:
            raise NotFoundError(f"No event is called {asked!r}. `testimonia proceedings BOOK.db` lists them.")
        rows = []
        for proceeding in found:
            met = {cell.record for cell in self.book.cells if cell.proceeding == proceeding.id}
            places = [name.span for name in proceeding.names if name.span is not None]
            own = [x for x in self.book.excerpts if x.id in met or any(x.span.contains(place) for place in places)]
            rows.append(self._weigh("event", proceeding.id, proceeding.name, own))
        return rows

    def _weigh(self, kind: str, id_: str, words: str, excerpts: Sequence[Excerpt], line: int | None = None) -> Worth:
        origins = {origin.id: origin for x in excerpts for origin in [self.sources.origin_of.get(x.id)] if origin}
        tellers = [self._teller(witness) for x in excerpts for witness in self._witnesses.get(x.id, ())]
        nearest = Counter(_nearest(tellers).values())
        works = {work for x in excerpts for work in [self.sources.work_of(x)] if work}
        authors = {author.casefold() for x in excerpts for author in [self.sources.author_of(x)] if author}
        trees = stemmas(self.sources, origins.values())
        return Worth(
            kind=kind,
            id=id_,
            words=" ".join(words.split()),
            excerpts=len(excerpts),
            works=len(works),
            authors=len(authors),
            origins=len(origins),
            present=nearest[Nearness.PRESENT],
            heard=nearest[Nearness.HEARD],
            read=nearest[Nearness.READ],
            unstated=nearest[Nearness.UNSTATED],
            rests_on=_rests_on({x.id for x in excerpts}, len(origins), trees),
            excerpt_ids=tuple(x.id for x in excerpts),
            origin_ids=tuple(origins),
            tellers=tuple(tellers),
            stemmas=trees,
            line=line,
        )

    def _teller(self, witness: Witness) -> Teller:
        return Teller(
            speaker=speaker_words(witness.speaker, witness.speaker_name, self.book),
            speaker_id=witness.speaker,
            nearness=witness.nearness.value,
            confidence=witness.confidence,
            why=reason_words(witness.reasons),
            excerpt=witness.excerpt,
            origin=witness.origin,
            source=self.sources.words(self.book.excerpts[witness.excerpt]),
            line=self.sources.lines.number(witness.span),
            start=witness.span.start,
            end=witness.span.end,
        )


def _names(name: str, names: Iterable[object]) -> list[str]:
    return [words.casefold() for words in (name, *(getattr(one, "words", "") for one in names))]


_NEAREST = list(Nearness)


def _nearest(tellers: Iterable[Teller]) -> dict[str, Nearness]:
    """The nearest that each of these people stood in any of these excerpts.

    A cited author is one in all his works, and whoever bears his name and is quoted in one of them is he.
    """
    tellers = list(tellers)
    authors = {(t.excerpt, t.speaker.casefold()) for t in tellers if t.speaker_id.startswith("author:")}
    nearest: dict[str, Nearness] = {}
    for teller in tellers:
        family = teller.speaker.casefold()
        if not teller.speaker_id.startswith("author:"):
            family = family.rpartition(" ")[2]
        is_author = (teller.excerpt, family) in authors
        who = f"author:{family}" if is_author else teller.speaker_id
        nearest[who] = min(nearest.get(who, Nearness.UNSTATED), Nearness(teller.nearness), key=_NEAREST.index)
    return nearest


def _rests_on(excerpts: set[str], origins: int, trees: Sequence[Stemma]) -> str:
    """One plain sentence: why so many excerpts are so many origins."""
    if not excerpts:
        return "No excerpt stands under it."
    here = [[leaf for leaf in tree.leaves if leaf.excerpt in excerpts] for tree in trees]
    groups = [leaves for leaves in here if len(leaves) > 1]
    elsewhere = len(trees) - len(groups)
    also = f" {elsewhere} of them {'shares an origin' if elsewhere == 1 else 'share origins'} with others of the page."
    also = also if elsewhere else ""
    if len(excerpts) == 1:
        shared = " It shares its origin with others of the page." if elsewhere else ""
        return f"One excerpt stands under it.{shared}"
    if not groups:
        return f"Nothing shows that any two of the excerpts share an origin.{also}"
    kinds = Counter(leaf.tie.kind for leaves in groups for leaf in leaves if leaf.tie is not None)
    ties = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    fewer = len(excerpts) - origins
    own = f"{fewer} adds no origin of its own" if fewer == 1 else f"{fewer} add no origin of their own"
    once = f"{counted(len(groups), 'group')} {'counts' if len(groups) == 1 else 'count'} once"
    return f"Of {len(excerpts)} excerpts {own}: {once} ({ties}).{also}"
