"""How far readers agree: what two of them say of the same records, against what chance alone would give.

Cohen's kappa is reckoned for each two readers over the records that both judged, Krippendorff's alpha (nominal) over
all readers and all records that at least two judged. Both are left to libraries. A correction counts as a judgement of
its own for each field and value, so that two who correct alike agree, and one who corrects and one who rejects do not.
What a reader took back is no judgement of his; what another objects to is, and the objection, which does not say what
is right, is none.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from ..errors import MissingExtraError
from ..model import Reviewed, Sourcebook, standings

__all__ = ["Agreement", "PairAgreement", "agreement"]

Judged = tuple[Reviewed, str]
Ratings = Mapping[Judged, Mapping[str, str]]
"""What each reader says of each record that at least two judged."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two readers: how many records both judged, of how many they say the same, and Cohen's kappa.

    ``kappa`` is ``None`` where it is not defined: both said one and the same of everything, so that chance would too.
    """

    a: str
    b: str
    records: int
    same: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the readers of a book agree.

    ``records`` is how many at least two of them judged, ``same`` of how many all say the same; ``alpha`` is
    Krippendorff's, ``None`` where it is not defined, and ``by_kind`` gives records, same and alpha for each kind.
    ``disputed`` are the records that are judged differently, with what each reader says. ``objections`` is how many
    stand against judgements of all records, those too that one reader alone judged.
    """

    readers: tuple[str, ...]
    records: int
    same: int
    alpha: float | None
    pairs: tuple[PairAgreement, ...]
    by_kind: Mapping[str, tuple[int, int, float | None]]
    disputed: tuple[tuple[str, str, Mapping[str, str]], ...]
    objections: int = 0


def agreement(book: Sourcebook) -> Agreement:
    """How far the readers who reviewed a book agree.

    Raises:
        MissingExtraError: the libraries that reckon it are not installed.
    """
    kappa, alpha = _libraries()
    ratings = _ratings(book)
    readers = tuple(sorted({reader for said in ratings.values() for reader in said}))
    kinds: dict[str, dict[Judged, Mapping[str, str]]] = defaultdict(dict)
    for judged, said in ratings.items():
        kinds[judged[0].value][judged] = said
    return Agreement(
        readers=readers,
        records=len(ratings),
        same=_same(ratings),
        alpha=_alpha(ratings, readers, alpha),
        pairs=tuple(_pairs(ratings, readers, kappa)),
        by_kind={kind: (len(own), _same(own), _alpha(own, readers, alpha)) for kind, own in sorted(kinds.items())},
        disputed=tuple((what.value, id_, said) for (what, id_), said in ratings.items() if len({*said.values()}) > 1),
        objections=_objections(book),
    )


def _libraries() -> tuple[Any, Any]:
    try:
        import krippendorff
        from nltk.metrics.agreement import AnnotationTask
    except ImportError as error:
        raise MissingExtraError("The agreement of readers", "agreement") from error
    return AnnotationTask, krippendorff.alpha


def _ratings(book: Sourcebook) -> Ratings:
    ratings: dict[Judged, dict[str, str]] = {}
    for review in book.reviews:
        standing = book.standing(review.what, review.item)
        if standing is None or review.orphaned or (review.what, review.item) in ratings:
            continue
        said: dict[str, list[str]] = defaultdict(list)
        for verdict in standing.verdicts:
            said[verdict.reviewer].append(verdict.verdict)
        if len(said) > 1:
            ratings[review.what, review.item] = {who: "; ".join(sorted(own)) for who, own in said.items()}
    return ratings


def _objections(book: Sourcebook) -> int:
    """How many objections stand against verdicts, those against remarks left out."""
    return sum(
        objection.of in {verdict.id for verdict in standing.verdicts}
        for standing in standings(book.reviews).values()
        for objection in standing.objections
    )


def _same(ratings: Ratings) -> int:
    return sum(len({*said.values()}) == 1 for said in ratings.values())


def _pairs(ratings: Ratings, readers: Sequence[str], task: Any) -> list[PairAgreement]:
    pairs = []
    for a, b in combinations(readers, 2):
        both = {judged: said for judged, said in ratings.items() if a in said and b in said}
        if not both:
            continue
        same = sum(said[a] == said[b] for said in both.values())
        labels = {said[who] for said in both.values() for who in (a, b)}
        kappa = None
        if len(labels) > 1:
            told = [(who, "/".join(judged), said[who]) for judged, said in both.items() for who in (a, b)]
            kappa = float(task(data=told).kappa_pairwise(a, b))
        pairs.append(PairAgreement(a, b, len(both), same, kappa))
    return pairs


def _alpha(ratings: Ratings, readers: Sequence[str], reckon: Any) -> float | None:
    labels = sorted({label for said in ratings.values() for label in said.values()})
    if len(labels) < 2:
        return None  # where only one thing was ever said, chance says it too
    number = {label: float(place) for place, label in enumerate(labels)}
    table = [[number[said[reader]] if reader in said else math.nan for said in ratings.values()] for reader in readers]
    return float(reckon(reliability_data=table, level_of_measurement="nominal"))
