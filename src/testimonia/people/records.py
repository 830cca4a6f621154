"""What was settled, as records: persons with their spellings, mentions, and pairs who may be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..model import Decision, Gender, MayBe, Mention, Person, Reason, Record, Spelling
from ..model.ids import IdMaker
from .authority import AuthorityEntry
from .entries import LISTED
from .forms import Naming
from .genders import has_womans_ending, settle_gender
from .given import fold
from .identity import Gathering
from .likenesses import origin_of_both, origins_of

__all__ = ["records_of"]

MOST_REASONS = 4  # shown of one spelling or person
MOST_ROLES = 12
_EXPLAINED = 2  # mentions from which on a family name met in one spelling only is explained


def records_of(
    text: str,
    gathering: Gathering,
    persons: Sequence[int],
    because: Mapping[int, Sequence[Decision]],
    authority: Sequence[AuthorityEntry] = (),
) -> Iterator[Record]:
    """The records, persons in the order of their first names on the page; ``persons`` has the person of each naming."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, person in enumerate(persons):
        members[person].append(index)
    entries = _entries(gathering, members, authority)
    ids = IdMaker()
    order = sorted(members, key=lambda person: members[person][0])
    names = {
        person: entries[person].name if person in entries else _name(gathering, members[person]) for person in order
    }
    given = {person: ids.give("p", _folded(names[person])) for person in order}
    mention_ids = IdMaker()
    mentions = []
    for naming, person in zip(gathering.namings, persons, strict=True):
        settled = gathering.settled[naming.index]
        decided = [_decided(d) for d in because.get(person, ())]
        mentions.append(
            Mention(
                mention_ids.give("m", naming.record, naming.text),
                naming.span,
                naming.text,
                naming.record,
                given[person],
                round(1.0 if decided else min(1.0, settled.confidence * naming.sureness), 2),
                (*decided, *settled.reasons, *naming.found_reasons),
                tuple(settled.against),
            )
        )
    for person in order:
        entry = entries.get(person)
        yield _person(text, gathering, members[person], given[person], names[person], entry, because.get(person, ()))
    yield from mentions
    yield from _maybes(gathering, persons, given)


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


def _entries(
    gathering: Gathering, members: Mapping[int, Sequence[int]], authority: Sequence[AuthorityEntry]
) -> dict[int, AuthorityEntry]:
    """The entry of the authority file for each person that most of the namings so vouched for say."""
    found = {}
    for person, indexes in members.items():
        votes = Counter(e for i in indexes if (e := gathering.people[gathering.settled[i].person].entry) is not None)
        if votes:
            found[person] = authority[min(votes, key=lambda entry: (-votes[entry], entry))]
    return found


def _decided(decision: Decision) -> Reason:
    return Reason(f"{decision.reviewer} decided so", decision.why)


def _name(gathering: Gathering, indexes: Sequence[int]) -> str:
    """The fullest printed form, in the commonest spelling of the family name, in small letters where it is so met."""
    families = Counter(gathering.namings[i].form.family for i in indexes)
    texts = Counter(gathering.namings[i].text for i in indexes)

    def rank(index: int) -> tuple[object, ...]:
        naming = gathering.namings[index]
        spelt = families[naming.form.family] if naming.form.family else 0
        sure = gathering.settled[index].confidence >= 0.5
        return (
            sure,
            naming.form.fullness,
            "," not in naming.text,
            spelt,
            not naming.text.isupper(),
            texts[naming.text],
            -index,
        )

    best = gathering.namings[max(indexes, key=rank)]
    return _uninverted(" ".join([*best.text.split(), *best.shared_family.split()]))


def _uninverted(name: str) -> str:
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and given else name


def _person(
    text: str,
    gathering: Gathering,
    indexes: Sequence[int],
    name_id: str,
    name: str,
    entry: AuthorityEntry | None,
    decisions: Sequence[Decision],
) -> Person:
    namings = [gathering.namings[i] for i in indexes]
    spellings = _spellings(gathering, namings)
    roles: dict[str, Reason] = {}
    for naming in namings:
        for role in naming.roles:
            roles.setdefault(role.words.casefold(), role)
    reasons = [_decided(decision) for decision in decisions]
    if entry is not None:
        reasons.append(Reason(LISTED, entry.name))
    stated = (r for n in namings for r in gathering.settled[n.index].reasons if r.span is not None)
    reasons.extend(_distinct(stated))
    return Person(
        name_id,
        name,
        tuple(s.text for s in spellings),
        spellings,
        _gender(gathering, namings),
        tuple(roles.values())[:MOST_ROLES],
        dict(entry.identifiers) if entry is not None else {},
        tuple(reasons),
    )


def _gender(gathering: Gathering, namings: Sequence[Naming]) -> Gender | None:
    pronouns = [naming.pronoun for naming in namings]
    families = {n.form.family for n in namings if n.form.family}
    womans = bool(families) and all(has_womans_ending(family) for family in families)
    twins = womans and any(family[:-1] in gathering.surnames.group for family in families)
    shown = [n.gender for n in namings] + ([Gender.FEMALE] if twins else [])
    return settle_gender(shown, pronouns, womans_name=womans)


def _spellings(gathering: Gathering, namings: Sequence[Naming]) -> tuple[Spelling, ...]:
    """The printed forms, commonest first; one in capitals only counts with its twin in small letters."""
    by_form: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_form[" ".join(naming.text.split()).casefold()].append(naming)
    origins = _origins([naming.form.family for naming in namings if naming.form.family])
    found = []
    for same in by_form.values():
        texts = Counter(" ".join(n.text.split()) for n in same)
        printed = min(texts, key=lambda t: (t.isupper(), -texts[t], t))
        scheme, original = origins.get(same[0].form.family, (None, None))
        settled = [gathering.settled[n.index] for n in same]
        found.append(
            Spelling(
                printed,
                len(same),
                scheme,
                original,
                round(min(1.0, max(s.confidence for s in settled)), 2),
                _distinct(reason for s in settled for reason in s.reasons),
                _distinct(reason for s in settled for reason in s.against),
            )
        )
    first = {s.text: n for n, s in enumerate(found)}
    return tuple(sorted(found, key=lambda s: (-s.count, first[s.text])))


def _origins(families: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
    """For each spelling of a family name the scheme that yields it and the original, the one that explains most."""
    counts = Counter(families)
    if len(families) < _EXPLAINED and len(counts) < 2:  # one place shows no habit of spelling
        return {}
    explained = {family: dict(origins_of(family)) for family in counts}
    votes: dict[str, float] = defaultdict(float)
    for family, origins in explained.items():
        for original, (_, sureness) in origins.items():
            votes[original] += sureness * counts[family] / len(families)
    first = min(counts, key=lambda family: (-counts[family], family))
    for family in counts:
        shared = origin_of_both(first, family) if family != first else None
        if shared is not None:
            original, *schemes = shared
            votes[original] += 1
            for spelling, scheme in zip((first, family), schemes, strict=True):
                if scheme is not None:
                    explained[spelling].setdefault(original, (scheme, 1.0))
    if not votes:
        return {}
    best = max(votes, key=lambda original: votes[original])
    return {family: (origins[best][0], best) for family, origins in explained.items() if best in origins}


def _distinct(reasons: Iterator[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))[:MOST_REASONS]


def _maybes(gathering: Gathering, persons: Sequence[int], ids: Mapping[int, str]) -> Iterator[MayBe]:
    now = {gathering.settled[i].person: person for i, person in reversed(list(enumerate(persons)))}
    made = IdMaker()
    seen: set[tuple[int, int]] = set()
    for (a, b), likelihood in sorted(gathering.perhaps.items()):
        one, other = sorted((now[a], now[b]))
        if one == other or (one, other) in seen:
            continue
        seen.add((one, other))
        yield MayBe(
            made.give("y", ids[one], ids[other]),
            ids[one],
            ids[other],
            round(likelihood.score, 2),
            tuple(Reason(why.rstrip(".")) for why in likelihood.why),
            tuple(Reason(why.rstrip(".")) for why in likelihood.against),
        )
