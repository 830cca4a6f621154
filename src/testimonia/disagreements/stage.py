"""The stage of the room: where accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..model import (
    Assertion,
    Cell,
    Claim,
    Dating,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Entry,
    Excerpt,
    Mention,
    Sourcebook,
    Voice,
)
from ..model.ids import IdMaker
from .admissions import admitted_and_denied
from .agents import differing_agents
from .ages import differing_ages
from .answers import confronted_answers
from .asked_dates import differing_asked_dates
from .attendance import differing_attendance
from .claimed import differing_claimed
from .claimed_deeds import differing_claimed_deeds
from .companies import differing_companies
from .compared import differing_compared
from .corrections import corrected_words
from .crowds import differing_crowds
from .dates import differing_dates, differing_order
from .days import differing_days
from .denials import denied_and_told
from .departures import differing_departures
from .differences import Difference
from .doers import differing_doers
from .doings import denied_and_done
from .endings import differing_endings
from .exceptions import differing_exceptions
from .fates import differing_fates
from .figures import differing_figures
from .hours import differing_hours
from .issued import differing_issuers
from .kin import differing_kin
from .leaders import differing_heads, differing_leaders
from .lists import differing_rows
from .lives import differing_lives
from .loads import differing_loads
from .magnitudes import differing_magnitudes
from .measured import differing_measures
from .mouths import differing_mouths
from .names import differing_names
from .nothings import told_and_nothing
from .numbers import differing_numbers
from .often import differing_often
from .opposites import opposite_stands
from .outcomes import differing_outcomes
from .parties import differing_parties
from .partitives import differing_partitives
from .quotations import differing_quotations
from .ranks import differing_ranks
from .registers import differing_cells, differing_entries
from .sayings import Saying, Sayings
from .scenes import differing_scenes
from .seasons import differing_seasons
from .settings import Settings
from .speakers import Speakers
from .spells import differing_spells
from .states import differing_states
from .things import differing_things
from .tolls import differing_tolls
from .unattended import differing_unattended
from .whereabouts import differing_whereabouts
from .wordings import differing_words

__all__ = ["DisagreementStage"]

_ONE_TEXT = 0.7  # of what a sentence says: the words that differ have been set side by side
_ALL_OF_IT = 0.85  # two texts that both have both sentences say nothing against each other
_ANSWERS = 0.35  # and from which on sentences of two versions of one document answer each other


class DisagreementStage:
    """Finds places that speak of one thing and differ."""

    name = "disagreements"
    reads: frozenset[type] = frozenset(
        {Excerpt, Claim, Voice, Document, Mention, Assertion, Cell, Entry, Dating, Dependence}
    )
    writes: frozenset[type] = frozenset({Discrepancy})

    def __call__(self, book: Sourcebook) -> Iterator[Discrepancy]:
        """Yield them in the order of the page."""
        if book.is_bare:
            return
        sayings = Sayings(book)
        settings = Settings(book, sayings)
        speakers = Speakers(book)
        alike = list(sayings.alike())
        copies = {frozenset((d.a, d.b)) for d in book.dependences if d.kind is not DependenceKind.DERIVES}
        found: list[Difference] = [*differing_words(book, sayings, alike)]
        found += differing_quotations(book, sayings, {(d.a.saying.number, d.b.saying.number) for d in found})
        told: list[Difference] = [
            *differing_names(book, sayings, alike),
            *differing_things(sayings, alike),
            *differing_agents(sayings, settings),
            *differing_fates(sayings, settings),
            *differing_cells(book, sayings),
            *differing_entries(book, sayings),
            *differing_numbers(sayings, settings),
            *differing_dates(book, sayings, settings),
            *differing_order(alike),
            *differing_days(book, sayings, settings),
            *differing_seasons(book, sayings),
            *differing_asked_dates(book, sayings),
            *differing_claimed_deeds(book, sayings, settings),
            *differing_lives(book, sayings),
            *differing_departures(book, sayings, settings, speakers),
            *differing_magnitudes(book, sayings),
            *differing_figures(book, sayings, settings, speakers),
            *differing_whereabouts(book, sayings, settings, speakers),
            *differing_scenes(book, sayings, settings, speakers),
            *differing_attendance(book, sayings, settings, speakers),
            *differing_unattended(sayings, settings),
            *differing_outcomes(book, sayings, settings),
            *differing_endings(sayings, settings, speakers, book.maybes),
            *differing_tolls(book, sayings, settings),
            *differing_crowds(book, sayings, settings),
            *differing_companies(book, sayings, settings),
            *differing_claimed(book, sayings),
            *differing_loads(book, sayings, settings),
            *differing_measures(book, sayings, settings),
            *differing_compared(sayings),
            *differing_spells(book, sayings, settings),
            *differing_often(book, sayings, settings),
            *differing_exceptions(sayings, settings),
            *differing_ages(book, sayings, settings, speakers),
            *differing_kin(sayings),
            *differing_leaders(sayings, settings),
            *differing_heads(sayings, settings),
            *differing_ranks(sayings, settings),
            *differing_issuers(book, sayings),
            *differing_parties(sayings, settings),
            *differing_partitives(sayings, settings),
            *differing_mouths(book, sayings, alike),
            *differing_hours(book, sayings, settings),
            *differing_rows(sayings, settings),
            *differing_doers(sayings, settings),
            *opposite_stands(book, sayings, settings),
            *confronted_answers(book, sayings),
            *corrected_words(sayings),
            *admitted_and_denied(book, sayings, settings),
            *denied_and_told(book, sayings, settings),
            *told_and_nothing(sayings, settings),
            *denied_and_done(book, sayings, settings),
            *differing_states(book, sayings, settings),
        ]
        found += [difference for difference in told if _tells_of_one(sayings, difference, copies)]
        yield from _records(found)


def _tells_of_one(sayings: Sayings, difference: Difference, copies: set[frozenset[str]]) -> bool:
    """Whether the two sentences are two accounts, not one text twice nor two places of one text."""
    a, b = difference.a.saying, difference.b.saying
    if frozenset((a.record.id, b.record.id)) not in copies:
        return True
    shared = sayings.weigh(a.features & b.features)
    one, other = sayings.weigh(a.features), sayings.weigh(b.features)
    if shared >= _ONE_TEXT * max(one, other):
        return False
    if shared < _ANSWERS * min(one, other) and difference.kind is not DiscrepancyKind.OPPOSITE:
        return False
    return not (_has(sayings, a.record.id, b, other) and _has(sayings, b.record.id, a, one))


def _has(sayings: Sayings, record: str, saying: Saying, weight: float) -> bool:
    """Whether a sentence stands in another record too, almost word for word."""
    return any(
        sayings.weigh(own.features & saying.features) >= _ALL_OF_IT * max(weight, sayings.weigh(own.features))
        for own in sayings.of_record[record]
    )


def _records(found: list[Difference]) -> Iterator[Discrepancy]:
    ids = IdMaker()
    kept: list[Difference] = []
    taken: defaultdict[tuple[int, int], list[Difference]] = defaultdict(list)
    for difference in sorted(found, key=lambda d: -d.confidence):
        rivals = taken[difference.a.saying.number, difference.b.saying.number]
        if not any(_same_place(difference, rival) for rival in rivals):
            rivals.append(difference)
            kept.append(difference)
    for difference in sorted(kept, key=lambda d: (d.a.saying.number, d.a.start, d.b.saying.number, d.b.start)):
        a, b = difference.a.saying.record, difference.b.saying.record
        a_span, b_span = a.place(difference.a.start, difference.a.end), b.place(difference.b.start, difference.b.end)
        yield Discrepancy(
            ids.give("d", difference.kind, a.id, b.id, difference.a.cut, difference.b.cut),
            a.id,
            b.id,
            a_span,
            b_span,
            difference.kind,
            difference.about or difference.kind.value,
            " ".join(difference.a.cut.split()),
            " ".join(difference.b.cut.split()),
            difference.cause,
            difference.persons,
            round(difference.confidence, 2),
            difference.reasons,
        )


def _same_place(one: Difference, other: Difference) -> bool:
    """Whether both set the same words side by side."""
    return (
        one.a.start < other.a.end
        and other.a.start < one.a.end
        and one.b.start < other.b.end
        and other.b.start < one.b.end
    )
