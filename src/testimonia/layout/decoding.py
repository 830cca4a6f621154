"""The most likely label of every item, all of them decided together.

A page is read as one path through labels (title, section, claim, first and further pieces of an
excerpt, citation, stray). A path's score adds up what each item's words and look say for its label
and what the page's order says for each step; the looks that go with each label are learned from the
page itself, from a first labelling and then from the last path found. Nothing is decided line by
line, so that one odd line gives way to the page, and a habit of the page to strong words.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from .headings import SECTION_WORDS, HeadingLook, claim_places, find_heading_look
from .items import LABEL, Placement
from .units import Item

__all__ = ["Decoding", "Label", "decode"]


class Label:
    """The labels, as small numbers."""

    TITLE, SECTION, CLAIM, FIRST, MORE, CITATION, STRAY = range(7)


T, S, H, B, M, C, X = range(7)
_NEVER = -1e9
_ROUNDS = 3  # labelling, learning, labelling: more rounds changed nothing on any page tried

# A sourcebook without claims is rare: what a page costs, for each citation, under a reading that finds none.
_NO_CLAIMS = 0.25

_UNCLOSED = 3.0  # what it costs that an excerpt ends at a claim and not at a citation

# How many claims in a hundred follow an excerpt that no citation closed; more where a mark says that they are headings.
_MISSING, _MISSING_MARKED = 0.03, 0.3

# Steps from one label to the next where the citation follows the excerpt. What never happens on an
# orderly page costs 3 to 7: about what one strong sign of another label can outweigh.
_AFTER = {
    T: {T: 0.0, S: 0.0, H: 0.0, B: -1.0, X: -1.0},
    S: {S: -1.0, H: 0.0, B: -2.5, X: -2.0},
    H: {H: -4.0, S: -3.0, B: 0.0, C: -8.0, X: -7.0},
    B: {M: 0.0, B: -7.0, C: 0.0, H: -6.0, S: -6.0, X: -6.0},
    M: {M: 0.0, B: -7.0, C: 0.0, H: -6.0, S: -6.0, X: -6.0},
    C: {B: 0.0, H: 0.0, S: -0.5, C: -6.0, X: -4.0},
    X: {X: 0.0, B: -2.0, H: -0.5, S: -0.5, C: -8.0},
}
_BEFORE = {
    T: {T: 0.0, S: 0.0, H: 0.0, C: -1.0, B: -6.0, X: -1.0},
    S: {S: -1.0, H: 0.0, C: -1.0, B: -7.0, X: -2.0},
    H: {H: -4.0, S: -3.0, C: 0.0, B: -5.0, X: -7.0},
    C: {B: 0.0, C: -6.0, H: -8.0, S: -8.0, X: -7.0},
    B: {M: 0.0, B: -7.0, C: 0.0, H: 0.0, S: -0.5, X: -5.0},
    M: {M: 0.0, B: -7.0, C: 0.0, H: 0.0, S: -0.5, X: -5.0},
    X: {X: 0.0, C: -1.0, H: -0.5, S: -0.5, B: -7.0},
}
_START = {
    False: {T: 0.0, S: -0.5, H: 0.0, B: -1.5, X: -1.0, C: -7.0},
    True: {T: 0.0, S: -0.5, H: 0.0, C: -1.0, X: -1.0, B: -6.0},
}
_END = {
    False: {C: 0.0, X: -1.0, B: -3.5, M: -3.5, H: -5.0, S: -3.0, T: -5.0},
    True: {B: 0.0, M: 0.0, X: -1.0, C: -7.0, H: -5.0, S: -3.0, T: -5.0},
}


@dataclass(slots=True)
class Decoding:
    """The labels of the items, and what they were decided on.

    ``score`` compares decodings of one page under different placements; ``one_container`` says that
    each excerpt of the page has a block quote or list item of its own.
    """

    placement: Placement
    items: list[Item]
    labels: list[int]
    score: float
    look: HeadingLook | None
    section_marks: frozenset[str] = frozenset()
    one_container: bool = False
    name_marks: frozenset[str] = field(default_factory=frozenset)


def decode(
    items: list[Item], placement: Placement, *, claims: HeadingLook | None = None, no_claims: bool = False
) -> Decoding:
    """Label the items for one placement of citations.

    Args:
        items: the page in order, as `items_for` gives it.
        placement: where citations stand.
        claims: the look of claims where a profile states it.
        no_claims: that a profile says there are none.
    """
    before = placement in (Placement.BEFORE, Placement.LEAD)
    apart = placement in (Placement.TAIL, Placement.LEAD, Placement.NOTES)
    cited = [item.inline or (item.score >= 1.5 and not apart) or item.score >= 6.0 for item in items]
    _settle_doubles(items, cited)
    look = claims
    if look is None and not no_claims:
        look = find_heading_look(items, cited, before=before)
    places = claim_places(items, cited, before=before)
    section_marks, name_marks, claim_marks = _levels(items, cited, look, before)
    gaps_after = [items[i + 1].gap if i + 1 < len(items) else 3 for i in range(len(items))]
    holds = [
        not cited[i] and ((item.unit.mark in claim_marks) if claim_marks else look is not None and look.test(item, gap))
        for i, (item, gap) in enumerate(zip(items, gaps_after, strict=True))
    ]
    labels = _first_labels(items, cited, holds, places, section_marks | name_marks, bool(claim_marks))
    features = [_features(item, gaps_after[i], i) for i, item in enumerate(items)]
    anywhere = _free_headings(items, gaps_after, holds, places, bool(claim_marks))
    one_container = _is_one_container(items, labels)
    steps = _steps(before, bool(name_marks))
    for _ in range(_ROUNDS):
        emissions = _emissions(
            items, features, holds, labels, look is not None and not no_claims, section_marks | name_marks, apart
        )
        renewed = _best_path(items, emissions, anywhere, steps, before, one_container)
        if renewed == labels:
            break
        labels = renewed
    _settle_sections(items, labels)
    score = _order(items, labels, steps, before, one_container) + (
        look.fit if look is not None else -_NO_CLAIMS * sum(cited)
    )
    return Decoding(placement, items, labels, score, look, section_marks, one_container, name_marks)


def _settle_sections(items: list[Item], labels: list[int]) -> None:
    """A heading that only numbers a part of the page ("CHAPTER IV", "Part Two: The Trial") is no claim."""
    for i in range(len(items) - 1):
        if labels[i] == H and labels[i + 1] in (H, S) and SECTION_WORDS.match(items[i].text):
            labels[i] = S


def _steps(before: bool, names: bool) -> dict[int, dict[int, float]]:
    """What each step costs; where sections name authors, one may stand before any excerpt."""
    steps = _BEFORE if before else _AFTER
    if not names:
        return steps
    opener = C if before else B
    steps = {source: dict(targets) for source, targets in steps.items()}
    steps[H][S] = steps[S][opener] = steps[B if before else C][S] = 0.0
    if before:
        steps[M][S] = 0.0
    return steps


def _order(
    items: list[Item], labels: list[int], steps: dict[int, dict[int, float]], before: bool, one_container: bool
) -> float:
    """How orderly the labelled page is: what its steps cost, and on which side citations stand closer."""
    total = _START[before].get(labels[0], -7.0) + _END[before].get(labels[-1], -7.0) if labels else 0.0
    for i, (a, b) in enumerate(pairwise(labels), 1):
        fresh = one_container and items[i].unit.container != items[i - 1].unit.container
        total += -1.0 if fresh and a in (B, M) and b == B else steps[a].get(b, -7.0)
    for i, (item, label) in enumerate(zip(items, labels, strict=True)):
        if label == C and not item.inline and 0 < i < len(items) - 1:
            nearer = min(items[i + 1].gap, 2) - min(item.gap, 2)
            total += -nearer if before else nearer
            # a colon looks forward; a dash or "Source:" looks back
            if item.text.endswith(":"):
                total += 1.0 if before else -1.0
            elif item.unit.mark == "dash" or LABEL.match(item.text):
                total += -0.5 if before else 0.5
    return total


def _free_headings(
    items: list[Item], gaps_after: list[int], holds: list[bool], places: list[bool], marked: bool
) -> list[float]:
    """How likely a piece with the look of a claim is one where no citation has closed the excerpt before it.

    Citations go missing now and then, so of the claims with a certain spacing a few stand in the middle;
    where many do, they are the headings of quoted documents. Gives log-odds.
    """
    rate = _MISSING_MARKED if marked else _MISSING
    spacing = [(item.gap, min(after, 1)) for item, after in zip(items, gaps_after, strict=True)]
    placed: Counter[tuple[int, int]] = Counter()
    loose: Counter[tuple[int, int]] = Counter()
    for key, held, place in zip(spacing, holds, places, strict=True):
        if held:
            (placed if place else loose)[key] += 1
    odds: list[float] = []
    for key, held in zip(spacing, holds, strict=True):
        if not held:
            odds.append(-9.0)
            continue
        share = min(0.95, max(0.02, rate * placed[key] / max(loose[key], 1)))
        odds.append(math.log(share / (1 - share)))
    return odds


def _settle_doubles(items: list[Item], cited: list[bool]) -> None:
    """Of neighbours that both look like citations and stand close, the likelier seeds the page's habit."""
    for i in range(1, len(items)):
        if cited[i] and cited[i - 1] and not items[i].inline and not items[i - 1].inline:
            weaker = i if items[i].score < items[i - 1].score else i - 1
            cited[weaker] = False


def _levels(
    items: list[Item], cited: list[bool], look: HeadingLook | None, before: bool
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Which marks of headings stand for sections, which for the names of authors, which for claims.

    Only where the claims' look is a mark with levels (``##``, ``h3``) are there others to tell apart.
    """
    if look is None or not items:
        return frozenset(), frozenset(), frozenset()
    marks = {item.unit.mark for item in items if item.unit.mark[:1] in "#=_h" and item.unit.mark and item.unit.level}
    if look.name not in marks:
        return frozenset(m for m in marks), frozenset(), frozenset()
    direct: Counter[str] = Counter()
    total: Counter[str] = Counter()
    texts: dict[str, list[str]] = {}
    levels = {item.unit.mark: item.unit.level for item in items if item.unit.mark in marks}
    for i, item in enumerate(items):
        mark = item.unit.mark
        if mark not in marks:
            continue
        total[mark] += 1
        texts.setdefault(mark, []).append(item.text)
        following = items[i + 1] if i + 1 < len(items) else None
        if following is not None and following.unit.mark not in marks:
            direct[mark] += 1
    deeper = [m for m in marks if levels[m] > levels[look.name]]
    upper = [m for m in marks if levels[m] < levels[look.name]]
    names = frozenset(m for m in [look.name, *deeper] if _are_names(texts[m]))
    claims = {look.name}
    sections = set(upper)
    if look.name in names and upper:
        parent = max(upper, key=lambda m: levels[m])
        claims = {parent}
        sections.discard(parent)
    else:
        names = names - {look.name}
    for mark in [*upper, *deeper]:
        if mark in names or mark in claims:
            continue
        # a level that has excerpts of its own as often as not states claims too
        if direct[mark] >= 0.5 * total[mark] and direct[mark] >= 2:
            claims.add(mark)
            sections.discard(mark)
        else:
            sections.add(mark)
    return frozenset(sections), names, frozenset(claims)


def _are_names(texts: list[str]) -> bool:
    """Whether headings are names of authors: capitalised words and little else, met again and again."""
    if len(texts) < 3:
        return False
    named = 0
    for text in texts:
        words = [w for w in text.split() if w.lower().strip(",.") not in _BETWEEN_NAMES]
        named += 0 < len(words) <= 10 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
    repeated = len(texts) - len(set(texts))
    return named >= 0.9 * len(texts) and repeated >= 0.2 * len(texts)


def _first_labels(
    items: list[Item],
    cited: list[bool],
    holds: list[bool],
    places: list[bool],
    sections: frozenset[str],
    marked: bool,
) -> list[int]:
    """A first labelling: sure citations, sure headings, and excerpts between them."""
    labels: list[int] = []
    for i, item in enumerate(items):
        if cited[i]:
            label = C
        elif item.unit.mark in sections:
            label = S
        elif holds[i] and (marked or places[i]):
            label = H
        elif labels and labels[-1] in (B, M):
            label = M
        else:
            label = B
        labels.append(label)
    return labels


_BETWEEN_NAMES = frozenset("and & et und y e i и of von van der de la du di da den ter ed eds trans al".split())
_SET_APART = ("mark", "kind", "wrap", "block", "column")  # traits that a page gives to what it sets apart
_BUCKETS = (25, 60, 120, 250, 500)


def _features(item: Item, gap_after: int, place: int) -> tuple[tuple[str, object], ...]:
    unit, shape = item.unit, item.shape
    bucket = sum(shape.length > b for b in _BUCKETS)
    last = shape.last
    ending = last if last in ".,:;?!" else "digit" if last.isdigit() else "other"
    first = shape.first
    opening = (
        "quote"
        if item.text[:1] in "\"“”«„‘'"
        else "bracket"
        if item.text[:1] in "(["
        else ("lower" if first.islower() else "digit" if first.isdigit() else "upper")
    )
    return (
        ("mark", unit.mark),
        ("kind", unit.kind and (unit.kind, unit.level)),
        ("wrap", unit.wrap),
        ("block", unit.tag and (unit.tag, unit.style)),
        ("gap", item.gap if place else -1),
        ("gap after", gap_after),
        ("indent", min(unit.indent // 2, 8)),
        ("capitals", shape.capitals),
        ("title case", shape.title_case),
        ("length", bucket),
        ("ending", ending),
        ("opening", opening),
        ("column", unit.column),
        ("framed", unit.framed),
    )


def _log_odds(
    features: list[tuple[tuple[str, object], ...]], labels: list[int], members: tuple[int, ...]
) -> dict[tuple[str, object], float]:
    """For each trait of a look: how much it speaks for the labels, learned from the page."""
    inside: Counter[tuple[str, object]] = Counter()
    outside: Counter[tuple[str, object]] = Counter()
    n_in = n_out = 0
    for traits, label in zip(features, labels, strict=True):
        if label in members:
            n_in += 1
            inside.update(traits)
        else:
            n_out += 1
            outside.update(traits)
    if not n_in or not n_out:
        return {}
    odds: dict[tuple[str, object], float] = {}
    for trait in inside.keys() | outside.keys():
        p = (inside[trait] + 0.5) / (n_in + 1.0)
        q = (outside[trait] + 0.5) / (n_out + 1.0)
        odds[trait] = max(-3.0, min(3.0, math.log(p / q)))
    return odds


def _emissions(
    items: list[Item],
    features: list[tuple[tuple[str, object], ...]],
    holds: list[bool],
    labels: list[int],
    has_claims: bool,
    sections: frozenset[str],
    apart: bool,
) -> list[list[float]]:
    heading = _log_odds(features, labels, (H,))
    citation = _log_odds(features, labels, (C,))
    body = _log_odds(features, labels, (B, M))
    # before the first claim or citation a page may introduce itself at length
    first_sure = next((i for i, label in enumerate(labels) if label in (H, C)), 0)
    rows: list[list[float]] = []
    for i, item in enumerate(items):
        row = [_NEVER] * 7
        traits = features[i]
        if item.inline:
            row[C] = 30.0
            rows.append(row)
            continue
        mark = item.unit.mark
        marked = mark[:1] in ("#", "=", "h", "_") and item.unit.level > 0
        if mark in sections:
            row[S], row[T], row[B], row[M] = 6.0, 5.0, -4.0, -4.0
            rows.append(row)
            continue
        row[T] = (3.0 if i == 0 else 0.5) if item.shape.length <= 120 and item.score < 3.0 else -5.0
        if has_claims:
            h = max(-8.0, min(8.0, 0.75 * sum(heading.get(t, 0.0) for t in traits)))
            row[H] = h + (2.0 if holds[i] else -4.0) + (2.0 if holds[i] and marked else 0.0)
        b = max(-2.0, min(2.0, 0.2 * sum(body.get(t, 0.0) for t in traits)))
        row[B] = row[M] = b - (3.0 if marked and holds[i] else 0.0)
        row[X] = -1.8 if i < first_sure else -4.0
        row[S] = -9.0
        if apart:
            # with citations inside or in notes, a whole unit that cites is an exception
            row[C] = min(item.score, 6.0) - 7.0
        elif item.score > -5.5:
            c = max(-6.0, min(6.0, 0.55 * sum(citation.get(t, 0.0) for t in traits)))
            if item.score < 0.5 and not any(citation.get(t, 0.0) >= 2.0 for t in traits if t[0] in _SET_APART):
                c = min(c, 0.0)  # a look that prose shares makes no citation of words that do not cite
            row[C] = max(-6.0, min(6.0, item.score)) + c - 1.0
        rows.append(row)
    return rows


def _is_one_container(items: list[Item], labels: list[int]) -> bool:
    """Whether each excerpt of the page stands in one block quote, list item or cell of its own."""
    runs: list[set[int]] = []
    current: set[int] = set()
    for item, label in zip(items, labels, strict=True):
        if label in (B, M):
            current.add(item.unit.container)
        elif current:
            runs.append(current)
            current = set()
    if current:
        runs.append(current)
    if len(runs) < 2:
        return False
    single = sum(1 for run in runs if len(run) == 1 and 0 not in run)
    return single >= 0.8 * len(runs)


def _best_path(
    items: list[Item],
    emissions: list[list[float]],
    anywhere: list[float],
    steps: dict[int, dict[int, float]],
    before: bool,
    one_container: bool,
) -> list[int]:
    """The path of labels with the greatest score (Viterbi)."""
    if not items:
        return []
    count = len(items)
    gains = [0.0] * count
    if not before:
        for i, row in enumerate(emissions):
            if row[H] > row[B] > _NEVER / 2 and anywhere[i] > -9.0:
                gains[i] = row[H] - row[B]
                row[H] = row[B]
    scores = {label: _START[before].get(label, _NEVER) + emissions[0][label] for label in range(7)}
    scores[M] = _NEVER
    scores[H] += gains[0]
    back: list[dict[int, int]] = []
    into: dict[int, list[tuple[int, float]]] = {label: [] for label in range(7)}
    for source, targets in steps.items():
        for target, cost in targets.items():
            into[target].append((source, cost))
    for i in range(1, count):
        row = emissions[i]
        gain = gains[i]
        item, previous = items[i], items[i - 1]
        new_container = one_container and item.unit.container != previous.unit.container
        marked = item.unit.level > 0 and item.unit.mark[:1] in ("#", "=", "h", "_")
        runs_on = item.gap == 0 and item.unit.mark == previous.unit.mark and not item.unit.mark
        fresh: dict[int, float] = {}
        origin: dict[int, int] = {}
        for label in range(7):
            own = row[label]
            if own <= _NEVER / 2:
                continue
            best, best_source = _NEVER, -1
            for source, cost in into[label]:
                value = scores.get(source, _NEVER)
                if value <= _NEVER / 2:
                    continue
                if new_container and source in (B, M):
                    if label == B:
                        cost += 6.0
                    elif label == M:
                        cost -= 4.0
                if gain:
                    # Where a citation has closed the excerpt, a piece that looks like a claim is one or
                    # pays for it; elsewhere it is one only by what sets claims apart from the headings
                    # of quoted documents. So no citation is made up to let a heading stand.
                    if label == H:
                        if source in (B, M):
                            cost = min(anywhere[i], 0.0) - _UNCLOSED
                        elif (
                            source == T
                            or (source == S and emissions[i - 1][S] > 0)
                            or (source == H and (runs_on or marked))
                        ):
                            cost += gain
                        elif source == H:
                            cost = -2.0
                    elif label == B and source == C:
                        cost -= gain
                    elif label in (B, M) and source in (B, M):
                        cost -= max(0.0, anywhere[i] + _UNCLOSED)
                if label == H and source == H and runs_on:
                    cost += 3.0
                value += cost
                if value > best:
                    best, best_source = value, source
            if best_source >= 0:
                fresh[label] = best + own
                origin[label] = best_source
        if not fresh:
            fresh, origin = {X: max(scores.values()) - 20.0}, {X: max(scores, key=lambda k: scores[k])}
        scores = fresh
        back.append(origin)
    for label in list(scores):
        scores[label] += _END[before].get(label, -3.0)
    last = max(scores, key=lambda k: scores[k])
    path = [last]
    for origin in reversed(back):
        path.append(origin[path[-1]])
    path.reverse()
    return path
