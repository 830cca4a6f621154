"""All that looks for places that differ, in the order in which one outranks the next where both are as sure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..model import Sourcebook
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
from .sayings import Pair, Sayings
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

__all__ = ["FINDERS", "Prepared", "wordings"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A book read for what is told in it: ``alike`` are the pairs of sentences that share most."""

    book: Sourcebook
    sayings: Sayings
    settings: Settings
    speakers: Speakers
    alike: list[Pair]

    @classmethod
    def of(cls, book: Sourcebook) -> Prepared:
        """Read the book."""
        sayings = Sayings(book)
        return cls(book, sayings, Settings(book, sayings), Speakers(book), list(sayings.alike()))


def wordings(p: Prepared) -> Iterator[Difference]:
    """Where two texts of one sentence or of one quotation differ in their words."""
    found = list(differing_words(p.book, p.sayings, p.alike))
    yield from found
    yield from differing_quotations(p.book, p.sayings, {(d.a.saying.number, d.b.saying.number) for d in found})


FINDERS: tuple[Callable[[Prepared], Iterable[Difference]], ...] = (
    lambda p: differing_names(p.book, p.sayings, p.alike),
    lambda p: differing_things(p.sayings, p.alike),
    lambda p: differing_agents(p.sayings, p.settings),
    lambda p: differing_fates(p.sayings, p.settings),
    lambda p: differing_cells(p.book, p.sayings),
    lambda p: differing_entries(p.book, p.sayings),
    lambda p: differing_numbers(p.sayings, p.settings),
    lambda p: differing_dates(p.book, p.sayings, p.settings),
    lambda p: differing_order(p.alike),
    lambda p: differing_days(p.book, p.sayings, p.settings),
    lambda p: differing_seasons(p.book, p.sayings),
    lambda p: differing_asked_dates(p.book, p.sayings),
    lambda p: differing_claimed_deeds(p.book, p.sayings, p.settings),
    lambda p: differing_lives(p.book, p.sayings),
    lambda p: differing_departures(p.book, p.sayings, p.settings, p.speakers),
    lambda p: differing_magnitudes(p.book, p.sayings),
    lambda p: differing_figures(p.book, p.sayings, p.settings, p.speakers),
    lambda p: differing_whereabouts(p.book, p.sayings, p.settings, p.speakers),
    lambda p: differing_scenes(p.book, p.sayings, p.settings, p.speakers),
    lambda p: differing_attendance(p.book, p.sayings, p.settings, p.speakers),
    lambda p: differing_unattended(p.sayings, p.settings),
    lambda p: differing_outcomes(p.book, p.sayings, p.settings),
    lambda p: differing_endings(p.sayings, p.settings, p.speakers, p.book.maybes),
    lambda p: differing_tolls(p.book, p.sayings, p.settings),
    lambda p: differing_crowds(p.book, p.sayings, p.settings),
    lambda p: differing_companies(p.book, p.sayings, p.settings),
    lambda p: differing_claimed(p.book, p.sayings),
    lambda p: differing_loads(p.book, p.sayings, p.settings),
    lambda p: differing_measures(p.book, p.sayings, p.settings),
    lambda p: differing_compared(p.sayings),
    lambda p: differing_spells(p.book, p.sayings, p.settings),
    lambda p: differing_often(p.book, p.sayings, p.settings),
    lambda p: differing_exceptions(p.sayings, p.settings),
    lambda p: differing_ages(p.book, p.sayings, p.settings, p.speakers),
    lambda p: differing_kin(p.sayings),
    lambda p: differing_leaders(p.sayings, p.settings),
    lambda p: differing_heads(p.sayings, p.settings),
    lambda p: differing_ranks(p.sayings, p.settings),
    lambda p: differing_issuers(p.book, p.sayings),
    lambda p: differing_parties(p.sayings, p.settings),
    lambda p: differing_partitives(p.sayings, p.settings),
    lambda p: differing_mouths(p.book, p.sayings, p.alike),
    lambda p: differing_hours(p.book, p.sayings, p.settings),
    lambda p: differing_rows(p.sayings, p.settings),
    lambda p: differing_doers(p.sayings, p.settings),
    lambda p: opposite_stands(p.book, p.sayings, p.settings),
    lambda p: confronted_answers(p.book, p.sayings),
    lambda p: corrected_words(p.sayings),
    lambda p: admitted_and_denied(p.book, p.sayings, p.settings),
    lambda p: denied_and_told(p.book, p.sayings, p.settings),
    lambda p: told_and_nothing(p.sayings, p.settings),
    lambda p: denied_and_done(p.book, p.sayings, p.settings),
    lambda p: differing_states(p.book, p.sayings, p.settings),
)
"""Those that set accounts of one thing against each other; they need nothing of each other."""
