"""Which excerpts count once: those tied by dependences, but never chained together by what they do not share.

Two rules keep clusters honest. A tie counts only where it holds a fair part of an excerpt, and a second tie of an
excerpt only where it holds the same part: a page of two letters does not make one of the letters, unless both are of
one document in one other edition. And nothing is joined over more than one weak tie (a retelling, or a likeness that is
not sure): what retells the same account as another counts once with it, what retells the retelling does not. A tie that
joins nothing stands all the same among the dependences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from testimonia.model import Dependence, DependenceKind, Excerpt, IdMaker, Origin, Reason, Sourcebook, Span

from .heads import find_head

__all__ = ["gather_origins"]

_STRONG_FROM = 0.5  # confidence from which a verbatim tie is taken for one
_SURE_FROM = 0.8  # and from which it needs no fair part of the excerpt's words, only a long stretch
_FAIR_PART = 0.2  # of the words of the shorter excerpt
_LONG = 120  # characters of a stretch that is no mere phrase: a printed line and a half
_SAME_PART = 0.5  # of the shorter of two stretches of one excerpt, for them to be of one thing
_MOST_REASONS = 3

_RULES = {
    DependenceKind.DUPLICATE: "the same words from the same work",
    DependenceKind.SAME_DOCUMENT: "one document in two editions or translations",
    DependenceKind.REQUOTE: "one quotes the words of the other's source",
    DependenceKind.DERIVES: "one retells the other's source",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of an excerpt that a tie holds; ``edition`` is the work of its other end, if both are one document."""

    span: Span
    edition: str | None


@dataclass(slots=True)
class _Group:
    """Excerpts that count once, the parts of each that they share, and the ties among them."""

    parts: dict[str, list[_Part]]
    ties: list[Dependence] = field(default_factory=list)
    core: frozenset[str] = frozenset()  # what a weak tie may lead to: the excerpts that verbatim ties hold together
    is_leaf: bool = False  # whether a weak tie has joined it to another

    def shares(self, excerpt: str, new: _Part) -> bool:
        """Whether a part of one of its excerpts is of what its excerpts share."""
        parts = self.parts[excerpt]
        return not parts or any(
            _same_part(part.span, new.span) or (part.edition is not None and part.edition == new.edition)
            for part in parts
        )


def gather_origins(book: Sourcebook, *, weak_from: float = 0.5) -> list[Origin]:
    """The origins of a book in the order of their first excerpts; every excerpt stands in one of them."""
    excerpts = {excerpt.id: excerpt for excerpt in book.excerpts}
    groups = {id_: _Group({id_: []}) for id_ in excerpts}
    pairs = [pair for pair in book.dependences if pair.a in excerpts and pair.b in excerpts]
    ranked = sorted(pairs, key=lambda pair: (-_held(pair, excerpts), -pair.confidence, pair.a_span, pair.b_span))
    strong = [pair for pair in ranked if _is_strong(pair, excerpts)]
    editions = {excerpt.id: _work_of(book, excerpt) for excerpt in book.excerpts}
    for pair in strong:
        _join(groups, pair, editions)
    for group in groups.values():
        group.core = frozenset(group.parts)
    strongly = {pair.id for pair in strong}
    weak = sorted(
        (pair for pair in ranked if pair.id not in strongly and pair.confidence >= weak_from),
        key=lambda pair: (-pair.confidence, -_held(pair, excerpts), pair.a_span, pair.b_span),
    )
    for pair in weak:
        if _is_fair(pair, excerpts):
            _join_weakly(groups, pair, editions)
    return _origins(book, groups, pairs)


def _is_strong(pair: Dependence, excerpts: dict[str, Excerpt]) -> bool:
    if pair.kind is DependenceKind.DERIVES or pair.confidence < _STRONG_FROM:
        return False
    if _is_fair(pair, excerpts):
        return True
    return pair.confidence >= _SURE_FROM and min(_length(pair, "a"), _length(pair, "b")) >= _LONG


def _is_fair(pair: Dependence, excerpts: dict[str, Excerpt]) -> bool:
    return _held(pair, excerpts) >= _FAIR_PART


def _held(pair: Dependence, excerpts: dict[str, Excerpt]) -> float:
    """How much of the excerpt of which it holds more a tie holds (0 to 1)."""
    a, b = excerpts[pair.a], excerpts[pair.b]
    return max(_length(pair, "a") / max(1, len(a.span)), _length(pair, "b") / max(1, len(b.span)))


def _length(pair: Dependence, side: str) -> int:
    """The characters of a side that answer the other's; of a retelling, whose words are others, all of the stretch."""
    if pair.alignments and pair.kind is not DependenceKind.DERIVES:
        return sum(len(piece.a if side == "a" else piece.b) for piece in pair.alignments)
    return len(pair.a_span if side == "a" else pair.b_span)


def _same_part(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= _SAME_PART * max(1, min(len(one), len(other)))


def _work_of(book: Sourcebook, excerpt: Excerpt) -> str | None:
    return None if excerpt.citation is None else book.citations[excerpt.citation].work


def _join(groups: dict[str, _Group], pair: Dependence, editions: dict[str, str | None]) -> bool:
    one, other = groups[pair.a], groups[pair.b]
    is_one_document = pair.kind is DependenceKind.SAME_DOCUMENT
    a = _Part(pair.a_span, editions[pair.b] if is_one_document else None)
    b = _Part(pair.b_span, editions[pair.a] if is_one_document else None)
    if not (one.shares(pair.a, a) and other.shares(pair.b, b)):
        return False
    if len(one.parts) < len(other.parts):
        one, other = other, one
    if one is not other:
        one.parts |= other.parts
        one.ties += other.ties
        for id_ in other.parts:
            groups[id_] = one
    for id_, part in ((pair.a, a), (pair.b, b)):
        if part not in one.parts[id_]:
            one.parts[id_].append(part)
    one.ties.append(pair)
    return True


def _join_weakly(groups: dict[str, _Group], pair: Dependence, editions: dict[str, str | None]) -> None:
    one, other = groups[pair.a], groups[pair.b]
    if one is other:
        if pair.a in one.core or pair.b in one.core:
            _join(groups, pair, editions)
        return
    # one of the two becomes a leaf of the other, which then is none itself
    if one.is_leaf or other.is_leaf or (_has_leaves(one) and _has_leaves(other)):
        return
    hub, end, leaf = (other, pair.b, one) if _has_leaves(other) else (one, pair.a, other)
    if end not in hub.core:
        return
    core = hub.core
    if _join(groups, pair, editions):
        groups[pair.a].core = core
        leaf.is_leaf = leaf is not groups[pair.a]


def _has_leaves(group: _Group) -> bool:
    return len(group.core) < len(group.parts)


def _origins(book: Sourcebook, groups: dict[str, _Group], pairs: Sequence[Dependence]) -> list[Origin]:
    ids, order = IdMaker(), {excerpt.id: number for number, excerpt in enumerate(book.excerpts)}
    place = {pair.id: number for number, pair in enumerate(pairs)}
    members: dict[int, list[str]] = defaultdict(list)
    for id_ in sorted(groups, key=lambda id_: book.excerpts[id_].span):
        members[id(groups[id_])].append(id_)
    origins = []
    for own in members.values():
        group = groups[own[0]]
        ties = sorted(group.ties, key=lambda pair: place[pair.id])
        head, why = find_head(book, own, ties) if len(own) > 1 else (None, None)
        origins.append(
            Origin(
                id=ids.give("o", *own),
                excerpts=tuple(own),
                dependences=tuple(pair.id for pair in ties),
                head=head,
                reasons=(*_reasons(book, group.ties), *((why,) if why is not None else ())),
            )
        )
    return sorted(origins, key=lambda origin: order[origin.excerpts[0]])


def _reasons(book: Sourcebook, ties: Sequence[Dependence]) -> tuple[Reason, ...]:
    """By what kinds of tie the excerpts hang together, each kind with the words of its first and strongest."""
    first: dict[DependenceKind, Dependence] = {}
    for pair in ties:
        first.setdefault(pair.kind, pair)
    return tuple(
        Reason(_RULES[kind], book.cut(span), span)
        for kind, pair in list(first.items())[:_MOST_REASONS]
        for span in [pair.alignments[0].a if pair.alignments else pair.a_span]
    )
