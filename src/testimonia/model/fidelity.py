"""How the words of an excerpt stand to the book that they are taken from: what was changed, left out, put in or cut."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .reasons import Reason
from .span import Span
from .worth import Alignment

__all__ = ["Departure", "DepartureKind", "Fidelity", "Quotation", "Weight"]


class Fidelity(StrEnum):
    """How a quotation stands to a source, the gravest of its departures; a description and no verdict."""

    VERBATIM = "verbatim"  # word for word; marks, capitals, hyphens and line ends are not looked at
    SPELLING = "spelling"  # the same words, some of them spelt or misprinted otherwise
    CUT = "cut"  # every word is the source's, and what was left out or put in is marked
    ALTERED = "altered"  # words changed, left out or put in without a sign
    NOT_FOUND = "not-found"  # the source has no such passage


class DepartureKind(StrEnum):
    """What a quotation does with the words of its source."""

    CHANGED = "changed"  # other words than the source's
    LEFT_OUT = "left-out"  # words of the source are missing, and no sign says so
    PUT_IN = "put-in"  # words that the source has not, and no sign says so
    CUT = "cut"  # words of the source are missing where dots say so
    BRACKETED = "bracketed"  # words in square brackets that the source has not, and what they stand for
    SPELLING = "spelling"  # the same word in another spelling, or a misprint


class Weight(StrEnum):
    """What the words of a departure decide."""

    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    RESERVE = "reserve"  # "perhaps", "it is said", "may"


@dataclass(frozen=True, slots=True)
class Departure:
    """One place where the words differ.

    ``quoted`` is a span of the page, ``original`` one of the source's text, in code points; either is empty where its
    side has no words, and then stands where they would. ``weights`` say what those words decide that one side has and
    the other has not; nothing of a cut that is long.
    """

    kind: DepartureKind
    quoted: Span
    original: Span
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """An excerpt beside a source.

    ``excerpt`` is its id, ``source`` the name of the file and ``sha256`` that of its bytes. ``original`` is the passage
    of the source's text that answers it, ``None`` where there is none, and ``share`` how much of the excerpt's words
    stands there. ``answering`` are the stretches that agree word for word, ``a`` of the page and ``b`` of the source;
    with the departures they hold every word of the excerpt. ``reasons`` say why the source is taken for the work that
    the excerpt cites; there are none where nothing says so, and then it may be another book with the same passage.
    """

    excerpt: str
    source: str
    sha256: str
    fidelity: Fidelity
    original: Span | None = None
    share: float = 0.0
    departures: tuple[Departure, ...] = ()
    answering: tuple[Alignment, ...] = ()
    reasons: tuple[Reason, ...] = ()
