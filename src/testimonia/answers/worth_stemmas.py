"""How the excerpts of one origin hang together, as a tree: which leads back to which, by what tie, on what words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..errors import NotFoundError
from ..model import Dependence, DependenceKind, Excerpt, Origin, Reason, Reviewed, Sourcebook, State
from ..words.families import author_families
from ..words.lines import Lines

__all__ = ["Leaf", "Sources", "Stemma", "Tie", "reason_words", "review_words", "stemma", "stemmas"]

SHOWN_DEEP = 24  # steps down from the root that are drawn as such


@dataclass(frozen=True, slots=True)
class Tie:
    """A dependence as a row: two excerpts, the words that answer each other, and by which rules they do.

    ``a`` and ``b`` are ids of excerpts; their ``source`` is author, title, year and page, ``line`` counted from 1.
    ``origin`` is the id of the origin in which the two count once, ``None`` where they count twice all the same;
    ``review`` what readers say of the pair, as `review_words` has it.
    """

    id: str
    kind: str
    confidence: float
    a: str
    a_source: str
    a_line: int
    a_start: int
    a_end: int
    a_words: str
    b: str
    b_source: str
    b_line: int
    b_start: int
    b_end: int
    b_words: str
    reasons: tuple[str, ...]
    origin: str | None
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """An excerpt in a stemma, ``depth`` steps from the root, tied to ``parent`` by ``tie``, ``None`` at the root."""

    excerpt: str
    source: str
    line: int
    claim: str | None
    depth: int
    parent: str | None
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class Stemma:
    """The excerpts of one origin as a tree, depth first.

    ``head`` is the excerpt that the others lead back to; where it is ``None``, nothing tells which does, and the root
    is merely the first. ``why`` are the reasons for counting them once.
    """

    origin: str
    head: str | None
    leaves: tuple[Leaf, ...]
    why: tuple[str, ...]

    def below(self, deepest: int = SHOWN_DEEP) -> Mapping[str | None, Sequence[Leaf]]:
        """The leaves under each, ``None`` for the roots; one more than ``deepest`` steps down stands that deep.

        So a tree of any depth can be drawn by whoever draws what is under a leaf within that leaf.
        """
        found: dict[str | None, list[Leaf]] = defaultdict(list)
        above: list[str] = []  # the way from the root, cut where it is deep enough
        for leaf in self.leaves:
            del above[leaf.depth :]
            found[leaf.parent if leaf.depth <= deepest else above[deepest - 1]].append(leaf)
            if leaf.depth < deepest:
                above.append(leaf.excerpt)
        return found


class Sources:
    """What the rows of one book call its excerpts, and where these stand."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self.lines = Lines(book.text)
        self.origin_of = {excerpt: origin for origin in book.origins for excerpt in origin.excerpts}
        self._counted = {tie for origin in book.origins for tie in origin.dependences}

    def work_of(self, excerpt: Excerpt) -> str | None:
        """The id of the work that an excerpt is from."""
        return None if excerpt.citation is None else self.book.citations[excerpt.citation].work

    def author_of(self, excerpt: Excerpt) -> str | None:
        """Who wrote the work, by family name; its title where the page names nobody."""
        work = self.work_of(excerpt)
        if work is None:
            return None
        csl = self.book.works[work].csl
        return " and ".join(author_families(csl)) or csl.get("title") or csl.get("container-title")

    def words(self, excerpt: Excerpt) -> str:
        """Author, title, year and page: what a reader calls an excerpt."""
        if excerpt.citation is None:
            return "no source named"
        citation = self.book.citations[excerpt.citation]
        if citation.work is None:
            return " ".join(citation.text.split())
        csl = self.book.works[citation.work].csl
        year = (citation.resolved or citation.csl).get("issued") or csl.get("issued")
        parts = [self.author_of(excerpt), csl.get("title") or csl.get("container-title")]
        counted = citation.csl.get("label") or "p."  # leaves and paragraphs are no pages
        parts += [
            year if isinstance(year, str) else None,
            f"{counted} {citation.locator}" if citation.locator else None,
        ]
        return ", ".join(dict.fromkeys(filter(None, parts))) or " ".join(citation.text.split())

    def tie(self, pair: Dependence) -> Tie:
        """A dependence as a row."""
        a, b = self.book.excerpts[pair.a], self.book.excerpts[pair.b]
        return Tie(
            id=pair.id,
            kind=pair.kind.value,
            confidence=pair.confidence,
            a=pair.a,
            a_source=self.words(a),
            a_line=self.lines.number(pair.a_span),
            a_start=pair.a_span.start,
            a_end=pair.a_span.end,
            a_words=self.book.cut(pair.a_span),
            b=pair.b,
            b_source=self.words(b),
            b_line=self.lines.number(pair.b_span),
            b_start=pair.b_span.start,
            b_end=pair.b_span.end,
            b_words=self.book.cut(pair.b_span),
            reasons=reason_words(pair.reasons),
            origin=self.origin_of[pair.a].id if pair.id in self._counted else None,
            review=review_words(self.book, Reviewed.DEPENDENCE, pair.id),
        )


def reason_words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Each reason on one line: its rule, and the page's words where it rests on some."""
    return tuple(f"{why.rule}: {words}" if (words := " ".join(why.words.split())) else why.rule for why in reasons)


def review_words(book: Sourcebook, what: Reviewed, id_: str) -> str | None:
    """What readers say of a record, in a few words: ``rejected by Inés``; ``None`` where nobody said anything."""
    standing = book.standing(what, id_)
    if standing is None:
        return None
    by = standing.reviewers or tuple(dict.fromkeys(note.reviewer for note in standing.notes))
    against = [o.reviewer for o in standing.objections] if standing.state is State.DISPUTED else ()
    return f"{standing.state.value} by {', '.join(dict.fromkeys((*by, *against)))}"


def stemma(book: Sourcebook, origin: str | Origin) -> Stemma:
    """The stemma of an origin, by its id.

    Raises:
        NotFoundError: there is no such origin.
    """
    if isinstance(origin, str):
        found = next((one for one in book.origins if one.id == origin), None)
        if found is None:
            raise NotFoundError(f"No origin has the id {origin!r}. `testimonia worth BOOK.db CLAIM` names them.")
        origin = found
    return _stemma(Sources(book), origin)


def stemmas(sources: Sources, origins: Iterable[Origin]) -> tuple[Stemma, ...]:
    """The stemmas of those origins that hold several excerpts."""
    return tuple(_stemma(sources, origin) for origin in origins if len(origin.excerpts) > 1)


def _stemma(sources: Sources, origin: Origin) -> Stemma:
    book = sources.book
    near: dict[str, list[Dependence]] = defaultdict(list)
    for id_ in origin.dependences:
        pair = book.dependences[id_]
        near[pair.a].append(pair)
        near[pair.b].append(pair)
    root = origin.head or origin.excerpts[0]
    leaves: list[Leaf] = []
    by: dict[str, tuple[str, Dependence] | None] = _spanning(root, near)
    below: dict[str | None, list[str]] = defaultdict(list)
    for id_ in origin.excerpts:
        way = by.get(id_)
        below[None if way is None else way[0]].append(id_)

    waiting = [(id_, 0) for id_ in reversed(below[None])]
    while waiting:
        id_, depth = waiting.pop()
        excerpt, way = book.excerpts[id_], by.get(id_)
        leaves.append(
            Leaf(
                excerpt=id_,
                source=sources.words(excerpt),
                line=sources.lines.number(excerpt.span),
                claim=excerpt.claim,
                depth=depth,
                parent=None if way is None else way[0],
                tie=None if way is None else sources.tie(way[1]),
            )
        )
        waiting += ((child, depth + 1) for child in reversed(below[id_]))
    return Stemma(origin.id, origin.head, tuple(leaves), reason_words(origin.reasons))


_ORDER = list(DependenceKind)


def _spanning(root: str, near: dict[str, list[Dependence]]) -> dict[str, tuple[str, Dependence] | None]:
    """To which excerpt each is tied on the shortest way to the root, by the strongest of the ties between the two."""
    by: dict[str, tuple[str, Dependence] | None] = {root: None}
    ring = [root]
    while ring:
        found: dict[str, tuple[str, Dependence]] = {}
        for id_ in ring:
            for pair in sorted(near[id_], key=lambda pair: (-pair.confidence, _ORDER.index(pair.kind), pair.a_span)):
                other = pair.b if pair.a == id_ else pair.a
                if other not in by and (other not in found or found[other][1].confidence < pair.confidence):
                    found[other] = (id_, pair)
        by |= found
        ring = list(found)
    return by
