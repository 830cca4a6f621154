"""The book so far: the text of a page and the records that the stages have yielded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from .conventions import Convention
from .findings import Finding
from .passages import Claim, Excerpt, Passage, PassageKind
from .sources import Citation, Work
from .span import Span

__all__ = ["Block", "Record", "Records", "Source", "Sourcebook"]

Record = Claim | Excerpt | Passage | Citation | Work | Finding | Convention
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a marked-up file (HTML, EPUB …) as a span of its extracted text.

    ``tag`` is the innermost block element (``h3``, ``p``, ``li``), ``path`` the element names from
    the outermost to it, ``style`` its class attribute, and ``aside`` says that the markup itself
    sets the block apart from the main text (navigation, side column, comments, footer).
    """

    span: Span
    tag: str
    path: tuple[str, ...] = ()
    style: str = ""
    aside: bool = False
    emphasis: tuple[Span, ...] = ()
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


class Records(Sequence[R], Generic[R]):
    """Records of one kind in the order of the page: a tuple that also looks up ids."""

    def __init__(self, records: Iterable[R] = ()) -> None:
        self._records: tuple[R, ...] = tuple(records)
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

    def __repr__(self) -> str:
        kind = type(self._records[0]).__name__ if self._records else "record"
        return f"<{len(self._records)} × {kind}>"


class Sourcebook:
    """A page and everything that is known of it.

    Stages only add: a record once yielded is never changed, except that citations come into being
    after the passages that hold them.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._records: dict[type, list[Record]] = {}
        self._views: dict[type, Records[Record]] = {}

    @property
    def text(self) -> str:
        """The text that every span points into."""
        return self.source.text

    @property
    def title(self) -> str | None:
        """The printed title of the page, its first line where it has several; ``None`` if it has none."""
        for passage in self.passages:
            if passage.kind is PassageKind.TITLE and any(c.isalpha() for c in passage.span.cut(self.text)):
                return passage.span.cut(self.text)
        return None

    def add(self, records: Iterable[Record]) -> None:
        """Take in what a stage yielded."""
        for record in records:
            self._records.setdefault(type(record), []).append(record)
        self._views.clear()

    def of(self, kind: type[R]) -> Records[R]:
        """All records of one kind, in the order in which they were yielded."""
        if kind not in self._views:
            self._views[kind] = Records(self._records.get(kind, ()))
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
