"""The full citations of a page, to be asked for by name, title and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .keys import NAME_ROLES, TitleKey, is_within, name_keys, skeleton, title_key, year_of
from .pointers import before_mark

__all__ = ["Known", "Shelf", "are_one_work", "choose", "first_keys", "given_agree", "have_same_people", "title_fits"]

Csl = Mapping[str, Any]


@dataclass(slots=True)
class Known:
    """A full citation met so far."""

    csl: Csl
    title: TitleKey
    year: str
    letter: str
    order: int
    last_place: dict[str, Any] = field(default_factory=dict)
    in_full: bool = False  # the page has cited it in full so far, and not only listed it


def _family_keys(csl: Csl) -> set[str]:
    found = set()
    for role in NAME_ROLES:
        for key in name_keys(csl, role):
            words = key.family or key.given
            found.add(skeleton("".join(words)))
            if not key.literal and words:
                found.add(skeleton(words[-1]))
    return found


def first_keys(csl: Csl) -> list[set[str]]:
    """For each name of the role that leads, the keys that it answers to; a body is often cut as a person."""
    for role in NAME_ROLES:
        keys = name_keys(csl, role)
        if keys:
            return [
                {skeleton("".join(k.family or k.given)), skeleton("".join(k.given + k.family))}
                | ({skeleton((k.family or k.given)[-1])} if not k.literal else set())
                for k in keys
            ]
    return []


class Shelf:
    """The full citations known, by the names and the titles they can be asked for."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self._by_name: dict[str, list[Known]] = {}
        self._by_title: dict[str, list[Known]] = {}
        self._by_start: dict[str, list[Known]] = {}
        self._met: dict[tuple[Any, ...], Known] = {}

    def put(self, csl: Csl, letter: str, order: int) -> Known:
        """Take in a full citation; one that says the same is only moved up to ``order``."""
        title, year = title_key(str(csl.get("title") or "")), year_of(csl)
        names = _family_keys(csl)
        spot = (title.whole, year, letter, str(csl.get("volume") or ""), tuple(sorted(names)))
        same = self._met.get(spot)
        if same is not None:
            same.order = order
            return same
        known = Known(csl, title, year, letter, order)
        self._met[spot] = known
        self.known.append(known)
        for name in names:
            self._by_name.setdefault(name, []).append(known)
        if title:
            self._by_start.setdefault(title.whole[0], []).append(known)
        for words in {title.squeezed, "".join(title.main)} - {""}:
            self._by_title.setdefault(words, []).append(known)
        return known

    def by_names(self, csl: Csl) -> list[Known] | None:
        """What answers to all the names of an item; ``None`` where it names nobody."""
        asked = first_keys(csl)
        if not asked:
            return None
        first = [k for key in asked[0] for k in self._by_name.get(key, ())]
        found: dict[int, Known] = {id(k): k for k in first}
        for others in asked[1:]:
            allowed = {id(k) for key in others for k in self._by_name.get(key, ())}
            # "Brown et al." and a co-author left out of a short title are common; a wrong one is not.
            found = {i: k for i, k in found.items() if i in allowed}
        return [k for k in found.values() if given_agree(csl, k.csl)]

    def by_title(self, title: TitleKey) -> list[Known]:
        """What has this title, with or without its subtitle."""
        return list(self._by_title.get(title.squeezed, ()))

    def entitled(self, short: TitleKey) -> list[Known]:
        """What has a title that begins with these words."""
        found = self._by_start.get(short.whole[0], ()) if short else ()
        return [k for k in found if k.title.whole[: len(short.whole)] == short.whole]

    def named(self, name: str) -> Sequence[Known]:
        """What the name answers to."""
        return self._by_name.get(name, ())

    def before_mark(self, text: str) -> list[Known]:
        """What the words before "op. cit." name, or else what is entitled so."""
        found: dict[int, Known] = {}
        words = title_key(before_mark(text)).whole
        for word in words:
            if len(word) > 2:
                found |= {id(k): k for k in self._by_name.get(skeleton(word), ())}
        entitled = (
            [k for k in self._by_start.get(words[0], ()) if k.title.whole[: len(words)] == words] if words else []
        )
        return list(found.values()) or entitled


def given_agree(short: Csl, full: Csl) -> bool:
    """Whether the given names of a short citation, where it has any, can be those of the full one."""
    asked = [k for role in NAME_ROLES for k in name_keys(short, role) if k.given and not k.literal]
    if not asked:
        return True
    have = [k for role in NAME_ROLES for k in name_keys(full, role)]
    for key in asked:
        namesakes = [h for h in have if set(h.family) & set(key.family)]
        if any(key.all <= set(h.family) for h in namesakes):
            continue  # "St. Clair" taken for a given name and a family name
        if namesakes and not any(not h.given or _initials_agree(key.given, h.given) for h in namesakes):
            return False
    return True


def _initials_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(
        any(
            s == w or (s[0] == w[0] and (len(s) == 1 or len(w) == 1 or skeleton(s)[:3] == skeleton(w)[:3]))
            for w in rest
        )
        for s in short
    )


def title_fits(short: TitleKey, full: TitleKey) -> int:
    """How well a short title fits a full one: 0 not at all, up to 4 the very same words."""
    if not short or not full:
        return 0
    if short.whole == full.whole:
        return 4
    if short.whole == full.main or short.squeezed == full.squeezed:
        return 3
    if full.whole[: len(short.whole)] == short.whole:
        return 2
    # Words taken from the title in their order ("Great Conspiracy" from "The Great Secret Conspiracy").
    rest = iter(full.whole)
    if all(any(s == w or (len(s) > 4 and is_within(s, w, 1)) for w in rest) for s in short.whole):
        return 1
    return 0


def _remoteness(asked: Sequence[set[str]], known: Known) -> int:
    """0 where the names asked for lead the work, 1 where others lead it with them, 2 where another role has them."""
    lead = first_keys(known.csl)
    if not asked or len(asked) > len(lead) or not all(a & b for a, b in zip(asked, lead, strict=False)):
        return 1 if asked and any(a & b for a in asked for b in lead) else 2
    return 0 if len(asked) == len(lead) else 1


def choose(
    candidates: Iterable[Known], short: TitleKey, year: str, letter: str, asked: Sequence[set[str]] = ()
) -> list[Known]:
    """The candidates that fit best: by the title, then by how near the names stand."""
    chosen = []
    for known in candidates:
        fit = title_fits(short, known.title) if short else 5
        if not fit or (year and known.year and year != known.year):
            continue
        if letter and known.letter and letter != known.letter:
            continue
        chosen.append((fit + (1 if letter and letter == known.letter else 0), known))
    ranked = [(fit, -_remoteness(asked, k), k) for fit, k in chosen]
    best = max(((fit, near) for fit, near, _ in ranked), default=(0, 0))
    return [k for fit, near, k in ranked if (fit, near) == best]


def are_one_work(candidates: Sequence[Known]) -> bool:
    """Whether the candidates are printings of one title."""
    first = candidates[0]
    return all(title_fits(k.title, first.title) >= 2 or title_fits(first.title, k.title) >= 2 for k in candidates[1:])


def have_same_people(works: Sequence[Known]) -> bool:
    """Whether the works are led by the same people, as far as their names tell."""
    first = works[0].csl
    return all(given_agree(k.csl, first) for k in works[1:])
