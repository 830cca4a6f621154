"""The book so far: the text of a page and the records that the stages have yielded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from ..errors import MissingExtraError
from .assertions import Act, Assertion
from .conventions import Convention
from .findings import Finding
from .passages import Claim, Excerpt, Passage, PassageKind
from .persons import Decision, MayBe, Mention, Person
from .registers import Cell, Dating, Entry, Proceeding
from .reviews import Review, Reviewed, Standing, standings
from .sources import Citation, Work
from .span import Span
from .voices import Document, Hand, HandRole, Voice
from .worth import Audit, Dependence, Discrepancy, Origin, Witness

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    _Sequence = Sequence
else:
    # a sequence in all but name: polars would take a declared one apart record by record, where it should ask for the
    # table that ``__arrow_c_stream__`` offers
    _Sequence = Generic

__all__ = ["Block", "Record", "Records", "Source", "Sourcebook"]

Record = (
    Claim
    | Excerpt
    | Passage
    | Citation
    | Work
    | Finding
    | Convention
    | Person
    | Mention
    | MayBe
    | Decision
    | Voice
    | Document
    | Assertion
    | Proceeding
    | Cell
    | Entry
    | Dating
    | Dependence
    | Origin
    | Witness
    | Discrepancy
    | Audit
    | Review
)
R = TypeVar("R")

# "June 01, 2011", "Sunday, 14th of March 2009": a day and a year with few words around them, in any language
_DATE_LINE = re.compile(
    r"\W*(?:\w+\W+){0,2}\d{1,2}(?:st|nd|rd|th|er|\.|º)?\W+(?:[^\W\d]+\W+){0,3}\d{4}(?:\W+\w{1,2})?\W*"
)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a marked-up file (HTML, EPUB …) as a span of its extracted text.

    ``tag`` is the innermost block element (``h3``, ``p``, ``li``), ``path`` the element names from
    the outermost to it and ``serials`` a number for each that tells one element from the next,
    ``style`` its class attribute. ``aside`` says that the markup itself sets the block apart from
    the main text (navigation, side column, comments, footer). ``emphasis`` and ``links`` name an
    inline element or its target for a span; ``anchor`` is what a link to the block points at.
    """

    span: Span
    tag: str
    path: tuple[str, ...] = ()
    serials: tuple[int, ...] = ()
    style: str = ""
    aside: bool = False
    emphasis: tuple[tuple[Span, str], ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read.

    ``text`` is the decoded file, nothing translated or normalised, where ``media`` is
    ``text/plain`` or ``text/markdown``; else it is extracted from ``raw`` and ``blocks`` tell its
    structure, ``offsets`` its place in the decoded file as (text start, raw start, length) runs.
    """

    name: str
    raw: bytes
    text: str
    encoding: str
    media: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    offsets: tuple[tuple[int, int, int], ...] = ()

    @property
    def is_extracted(self) -> bool:
        """Whether the text is not simply the decoded bytes."""
        return self.media not in ("text/plain", "text/markdown")


class Records(_Sequence[R]):
    """Records of one kind in the order of the page: a tuple that also looks up ids, and is a table for other tools.

    ``kind`` is their type; ``None`` where there are none and nothing says what they would be.
    """

    def __init__(self, records: Iterable[R] = (), kind: type | None = None) -> None:
        self._records: tuple[R, ...] = tuple(records)
        self.kind = kind if kind is not None or not self._records else type(self._records[0])
        self._by_id: dict[str, R] | None = None

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[R, ...]: ...
    @overload
    def __getitem__(self, index: str) -> R: ...
    def __getitem__(self, index: int | slice | str) -> R | tuple[R, ...]:
        if isinstance(index, str):
            if self._by_id is None:
                self._by_id = {getattr(r, "id", ""): r for r in self._records}
            return self._by_id[index]
        return self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """The place of a record, as in a tuple."""
        return self._records.index(value, start, len(self) if stop is None else stop)

    def count(self, value: object) -> int:
        """How often a record occurs, as in a tuple."""
        return self._records.count(value)

    def __repr__(self) -> str:
        return f"<{len(self._records)} × {self.kind.__name__ if self.kind else 'record'}>"

    def _repr_html_(self) -> str:
        from .tables import table_html

        return table_html(self.kind, self._records)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream, which pyarrow, pandas, polars, DuckDB and others take."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> pyarrow.Table:
        """The records as an Arrow table: a span as ``start`` and ``end``, CSL items as JSON, an absent fact as null.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        from .tables import arrow_table

        return arrow_table(self.kind, self._records)

    def to_pandas(self) -> pandas.DataFrame:
        """The same as a pandas data frame.

        Raises:
            MissingExtraError: pandas or pyarrow is not installed.
        """
        _require("pandas", "A pandas data frame")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """The same as a polars data frame.

        Raises:
            MissingExtraError: polars or pyarrow is not installed.
        """
        return _require("polars", "A polars data frame").from_arrow(self.to_arrow())


def _require(library: str, feature: str) -> Any:
    try:
        return import_module(library)
    except ImportError as error:
        raise MissingExtraError(feature, "tables") from error


class Sourcebook:
    """A page and everything that is known of it.

    Stages only add: a record once yielded is never changed, except that citations come into being
    after the passages that hold them.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._records: dict[type, list[Record]] = {}
        self._views: dict[type, Records[Record]] = {}
        self._voice_starts: list[int] | None = None
        self._standings: Mapping[tuple[Reviewed, str], Standing] | None = None

    @property
    def text(self) -> str:
        """The text that every span points into."""
        return self.source.text

    @property
    def title(self) -> str | None:
        """The printed title of the page, its first line that is no mere date; ``None`` if it has none."""
        printed = [p.span.cut(self.text) for p in self.passages if p.kind is PassageKind.TITLE]
        lines = [words for words in printed if any(c.isalpha() for c in words)]
        return next((words for words in lines if not _DATE_LINE.fullmatch(words)), lines[0] if lines else None)

    @property
    def is_bare(self) -> bool:
        """Whether it shows neither claims nor citations, so that what passes for an excerpt may be anything."""
        return not self.claims and not self.citations

    def add(self, records: Iterable[Record]) -> None:
        """Take in what a stage yielded."""
        for record in records:
            self._records.setdefault(type(record), []).append(record)
        self._views.clear()
        self._voice_starts = self._standings = None

    def of(self, kind: type[R]) -> Records[R]:
        """All records of one kind, in the order in which they were yielded."""
        if kind not in self._views:
            self._views[kind] = Records(self._records.get(kind, ()), kind)
        return self._views[kind]  # type: ignore[return-value]

    @property
    def passages(self) -> Records[Passage]:
        """The pieces that partition the text."""
        return self.of(Passage)

    @property
    def claims(self) -> Records[Claim]:
        """The thesis headings."""
        return self.of(Claim)

    @property
    def excerpts(self) -> Records[Excerpt]:
        """The quoted passages."""
        return self.of(Excerpt)

    @property
    def citations(self) -> Records[Citation]:
        """The printed citations."""
        return self.of(Citation)

    @property
    def works(self) -> Records[Work]:
        """The cited works."""
        return self.of(Work)

    @property
    def people(self) -> Records[Person]:
        """Everybody who is named."""
        return self.of(Person)

    @property
    def mentions(self) -> Records[Mention]:
        """The places where somebody is named, in the order of the text."""
        return self.of(Mention)

    @property
    def maybes(self) -> Records[MayBe]:
        """Pairs of persons who may be one."""
        return self.of(MayBe)

    @property
    def decisions(self) -> Records[Decision]:
        """What readers decided about who is who."""
        return self.of(Decision)

    @property
    def reviews(self) -> Records[Review]:
        """What readers say of single records, as it was said; `standing` says what it comes to."""
        return self.of(Review)

    def standing(self, what: Reviewed, id_: str) -> Standing | None:
        """What readers say of the record of a kind and an id; ``None`` where nobody reviewed it."""
        if self._standings is None:
            self._standings = standings(self.reviews)
        return self._standings.get((what, id_))

    @property
    def voices(self) -> Records[Voice]:
        """Whose words these are: segments that partition each excerpt, in the order of the text."""
        return self.of(Voice)

    @property
    def documents(self) -> Records[Document]:
        """The documents that excerpts quote from by name."""
        return self.of(Document)

    def voice_at(self, offset: int) -> Voice | None:
        """The voice that the character at an offset belongs to; ``None`` outside the excerpts' words."""
        if self._voice_starts is None:
            self._voice_starts = [voice.span.start for voice in self.voices]
        place = bisect_right(self._voice_starts, offset) - 1
        if place < 0 or offset >= self.voices[place].span.end:
            return None
        return self.voices[place]

    def at(self, offset: int) -> tuple[Hand, ...]:
        """Through whose hands the character at an offset came, outermost first.

        For the words of an excerpt that is the chain of its voice; all else on the page came through the compiler's
        hands alone.

        Raises:
            IndexError: the page has no such character.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"The page has no character at {offset}; it has {len(self.text)}, counted from 0.")
        voice = self.voice_at(offset)
        return voice.chain if voice is not None else (Hand(HandRole.COMPILER, "compiler"),)

    @property
    def proceedings(self) -> Records[Proceeding]:
        """The trials, inquiries, plenums and commissions that the page names."""
        return self.of(Proceeding)

    @property
    def cells(self) -> Records[Cell]:
        """What the page says of the proceedings, cell by cell."""
        return self.of(Cell)

    @property
    def entries(self) -> Records[Entry]:
        """The rows of the ledgers: payments, meetings, messages, offices."""
        return self.of(Entry)

    @property
    def datings(self) -> Records[Dating]:
        """The dates that the page prints, resolved."""
        return self.of(Dating)

    @property
    def assertions(self) -> Records[Assertion]:
        """Who says what of whom, in the order of the text; `select` picks among them."""
        return self.of(Assertion)

    def select(
        self,
        *,
        speaker: str | None = None,
        of: str | None = None,
        act: Act | str | None = None,
        excerpt: str | None = None,
        claim: str | None = None,
    ) -> Records[Assertion]:
        """The assertions that fit every condition stated.

        ``speaker`` and ``of`` are ids, ``excerpt`` and ``claim`` those of the records they stand in.
        """
        return Records(
            (
                assertion
                for assertion in self.assertions
                if (speaker is None or assertion.speaker == speaker)
                and (of is None or of in assertion.of)
                and (act is None or assertion.act == act)
                and (excerpt is None or assertion.excerpt == excerpt)
                and (claim is None or assertion.claim == claim)
            ),
            Assertion,
        )

    @property
    def dependences(self) -> Records[Dependence]:
        """Pairs of excerpts that are not independent."""
        return self.of(Dependence)

    @property
    def origins(self) -> Records[Origin]:
        """What counts once: every excerpt stands in one of them."""
        return self.of(Origin)

    @property
    def witnesses(self) -> Records[Witness]:
        """Whose word each excerpt gives, and how near he stood."""
        return self.of(Witness)

    @property
    def discrepancies(self) -> Records[Discrepancy]:
        """Places that speak of one thing and differ."""
        return self.of(Discrepancy)

    @property
    def audits(self) -> Records[Audit]:
        """Each claim against its own excerpts."""
        return self.of(Audit)

    @property
    def findings(self) -> Records[Finding]:
        """The defects of the page."""
        return self.of(Finding)

    @property
    def conventions(self) -> Records[Convention]:
        """How the page is laid out."""
        return self.of(Convention)

    def cut(self, span: Span) -> str:
        """The printed words of a span."""
        return span.cut(self.text)

    def __repr__(self) -> str:
        return (
            f"<Sourcebook {self.source.name!r}: {len(self.claims)} claims, {len(self.excerpts)} excerpts, "
            f"{len(self.citations)} citations, {len(self.works)} works>"
        )

    def _repr_html_(self) -> str:
        from .tables import book_html

        return book_html(self)
